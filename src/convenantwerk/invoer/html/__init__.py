"""Web pages: those of the web, those that Word and LibreOffice save, and our own."""

from convenantwerk.invoer.html.lezen import lees

__all__ = ["lees"]
