"""The rules of a convenant as its text states them: a file for each, ONE table."""

from __future__ import annotations

from convenantwerk.invoer.voorstellen.regels.tabel import lees_regels

__all__ = ["lees_regels"]
