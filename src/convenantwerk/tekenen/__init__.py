"""Who signed what: judging what comes back, accession, signatures and their proof."""
