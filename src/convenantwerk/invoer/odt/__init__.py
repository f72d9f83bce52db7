"""OpenDocument texts: what LibreOffice shows."""
