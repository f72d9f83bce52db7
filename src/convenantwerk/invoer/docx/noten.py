"""Footnotes and endnotes of a Word file: the mark that Word shows, and their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from convenantwerk.invoer.docx.getallen import geschreven
from convenantwerk.invoer.docx.ooxml import W, getal, onder, waarde

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.invoer.docx.ooxml import Xml

Nootsoort = Literal["footnote", "endnote"]
_VORM: Mapping[Nootsoort, str] = {"footnote": "decimal", "endnote": "lowerRoman"}  # 17.11.17
_SCHEIDING = ("separator", "continuationSeparator", "continuationNotice")


class Noten:
    """The notes of one kind, numbered as they are called.

    Args:
        soort: of which kind.
        root: of the part that holds them; None when there is none.
        tekst: of the text; its last section says how notes are numbered (17.11.11, 17.11.4).
    """

    def __init__(self, soort: Nootsoort, root: Xml | None, tekst: Xml) -> None:
        self._noten: dict[str, Xml] = {}
        for noot in () if root is None else root.iterchildren(W + soort):
            if noot.get(W + "type") not in _SCHEIDING:
                self._noten.setdefault(noot.get(W + "id", ""), noot)
        secties = list(tekst.iter(W + "sectPr"))
        pr = onder(secties[-1], f"{soort}Pr") if secties else None
        self._vorm = waarde(pr, "numFmt") or _VORM[soort]
        self._nummer = (getal(waarde(pr, "numStart")) or 1) - 1

    def genoemd(self, roept: Xml) -> tuple[str, Xml | None]:
        """Return the mark of a note at the place where it is called, and the note.

        A mark of its own (customMarkFollows) is no number, and is not counted; it comes as text.
        """
        noot = self._noten.get(roept.get(W + "id", ""))
        if roept.get(W + "customMarkFollows") in {"1", "true", "on"}:
            return "", noot
        self._nummer += 1
        return geschreven(self._nummer, self._vorm).tekst or str(self._nummer), noot
