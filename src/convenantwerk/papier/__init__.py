"""Papers: a format-free Document, the house style, and one file for each format."""
