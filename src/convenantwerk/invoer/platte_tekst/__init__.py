"""Plain text, as people keep it and as programs save it."""

from convenantwerk.invoer.platte_tekst.lezen import lees

__all__ = ["lees"]
