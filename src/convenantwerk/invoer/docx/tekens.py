"""Signs of Word that are no letters: symbols of fonts for signs, and hyphens of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.invoer.docx.ooxml import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.invoer.docx.ooxml import Xml

_PRIVE = range(0xF000, 0xF100)  # where fonts of signs keep theirs, also found without the F0
_BYTE = 0xFF
_SYMBOL: Mapping[int, str] = {
    0xA3: "≤",
    0xB3: "≥",
    0xB1: "±",
    0xB4: "\N{MULTIPLICATION SIGN}",
    0xB7: "•",
    0xB9: "≠",
    0xAE: "→",
    0xDE: "⇒",
    0xD2: "®",
    0xD3: "©",
    0xD4: "™",
    0x61: "\N{GREEK SMALL LETTER ALPHA}",
    0x62: "β",
    0x67: "\N{GREEK SMALL LETTER GAMMA}",
    0x6D: "μ",
    0xB0: "°",
}
_WINGDINGS: Mapping[int, str] = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x76: "❖",
    0xA7: "▪",
    0xA8: "☐",
    0xB7: "•",
    0xD8: "➢",
    0xE0: "→",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
    0x28: "☎",
}
_TABELLEN = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def symbool(sym: Xml) -> tuple[str, bool]:
    """Return the sign that a w:sym shows, and whether that is sure (17.3.3.30)."""
    try:
        code = int(sym.get(W + "char", ""), 16)
        teken = chr(code)
    except (ValueError, OverflowError):
        return "", False
    if code not in _PRIVE and code > _BYTE:
        return (teken, True) if teken.isprintable() else ("", False)
    tabel = _TABELLEN.get(sym.get(W + "font", "").lower().strip(), {})
    bekend = tabel.get(code & _BYTE)
    return (bekend, True) if bekend else ("\N{REPLACEMENT CHARACTER}", False)
