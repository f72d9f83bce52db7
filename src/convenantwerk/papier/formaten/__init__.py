"""One file per format, and one table: kinds of document + formats, never kinds x formats."""
