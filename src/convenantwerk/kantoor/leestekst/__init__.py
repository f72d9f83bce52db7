"""The text as the page shows it: in pages, in rows beside their findings, with its links."""
