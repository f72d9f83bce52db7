"""From brokken to the text tree, once for all formats: by what the text says and how it looks."""

from convenantwerk.invoer.bouwen.geheel import bouw

__all__ = ["bouw"]
