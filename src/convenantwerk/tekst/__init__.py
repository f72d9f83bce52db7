"""The text of a convenant: its tree, addresses, references; reading and writing Markdown."""
