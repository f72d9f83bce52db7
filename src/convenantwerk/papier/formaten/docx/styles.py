"""The styles of a template: which ones the exporter uses, and how it finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.papier.formaten.docx.elements import W

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from convenantwerk.papier import document as d

DEPTHS = 4  # styles there are for nested lists; what lies deeper takes the last
TOC_DEPTHS = 3

HEADINGS: Mapping[d.HeadingKind, str] = {
    "deel": "heading 1",
    "hoofdstuk": "heading 2",
    "paragraaf": "heading 3",
    "artikel": "Artikelkop",
}
PARAGRAPHS: Mapping[d.ParagraphStyle, str] = {
    "tekst": "Body Text",
    "redactie": "Redactie",
    "slot": "Slot",
}
# Words that changed, in a table that shows so; tracked changes need no style.
CHANGED: Mapping[d.Wijziging, str] = {"ingevoegd": "Ingevoegd", "vervallen": "Vervallen"}
# Without one of these a template cannot hold every document.
NAMES = (
    *HEADINGS.values(),
    *PARAGRAPHS.values(),
    *("Slot einde", "Title", "Subtitle", "Titelregel", "Bladtitel", "Bladkop", "TOC Heading"),
    *(f"toc {level}" for level in range(1, TOC_DEPTHS + 1)),
    "Lid",
    *(f"{name} {n}" for name in ("Onderdeel", "Streep", "Vervolg") for n in range(1, DEPTHS + 1)),
    *("Tabel", "Tabeltekst", "Tussenruimte", "Figuur"),
    *("Ondertekening", "Partij", "Ondertekenaar", "Ondertekenveld"),
    *("footnote text", "footnote reference", "Hyperlink", "Invulveld", "Deelnummer", "Kopnummer"),
    *CHANGED.values(),
)


class Styles:
    """The styles of a template by name: Word translates and renews the ids, never the names."""

    def __init__(self, styles: Element) -> None:
        self.tree = styles
        names = styles.iterfind(f"{{{W}}}style/{{{W}}}name")
        self._named: Mapping[str, Element] = {
            name.get(f"{{{W}}}val", "").casefold(): name.getparent() for name in names
        }
        self._by_id: Mapping[str, Element] = {
            style.get(f"{{{W}}}styleId"): style for style in self._named.values()
        }

        self._ids: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        identity = self._ids.get(name)
        if identity is None:
            identity = self._ids[name] = self._named[name.casefold()].get(f"{{{W}}}styleId", "")
        return identity

    def missing(self) -> list[str]:
        """Return the names of `NAMES` that the template does not have."""
        return [name for name in NAMES if name.casefold() not in self._named]

    def property(self, name: str, tag: str) -> Element | None:
        """Return a property that a style gives its paragraphs, its own or inherited."""
        style: Element | None = self._named[name.casefold()]
        while style is not None:
            found = style.find(f"{{{W}}}pPr/{{{W}}}{tag}")
            if found is not None:
                return found
            based_on = style.find(f"{{{W}}}basedOn")
            style = None if based_on is None else self._by_id.get(based_on.get(f"{{{W}}}val"))
        return None
