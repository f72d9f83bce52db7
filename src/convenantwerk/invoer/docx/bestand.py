"""A Word file as its parts: which part holds the text, its notes, styles and pictures."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.invoer.docx.ooxml import W
from convenantwerk.invoer.grenzen import weiger
from convenantwerk.invoer.pakket import ontleed, open_pakket

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convenantwerk.invoer.docx.ooxml import Xml
    from convenantwerk.invoer.pakket import Pakket

_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# ISO 29500 Strict says the same in other namespaces (annex A of part 1).
_STRIKT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/",
        b"http://schemas.openxmlformats.org/drawingml/2006/",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)
_WORD = "open het in Word of LibreOffice en sla het op als Word-document (.docx)"


class Verwijst(NamedTuple):
    """A relationship of a part: of what kind, to which part; `buiten` for what lies elsewhere."""

    soort: str
    doel: str
    buiten: bool


@dataclass(frozen=True)
class Wordbestand:
    """The parts of a Word file, each read when it is asked for.

    Args:
        path: the file as the user sees it; findings carry it.
    """

    path: str
    _pakket: Pakket = field(repr=False)

    @cached_property
    def hoofd(self) -> str:
        """The name of the part that holds the text."""
        for verwijst in self.verwijzingen("").values():
            if verwijst.soort == "officeDocument" and verwijst.doel in self._pakket.namen:
                return verwijst.doel
        return weiger(self.path, "er zit geen tekst van Word in", _WORD)

    @cached_property
    def tekst(self) -> Xml:
        """The root of the part that holds the text."""
        root = self.boom(self.hoofd)
        if root is None or root.tag != W + "document":
            weiger(self.path, "er zit geen tekst van Word in", _WORD)
        return root

    @cached_property
    def nummering(self) -> Xml | None:
        """The root of the part with the lists; each note counts its own."""
        return self.los("numbering")

    def deel(self, soort: str) -> str | None:
        """Return the name of the part of a kind that goes with the text: "styles", "footnotes"."""
        return next((v.doel for v in self.verwijzingen().values() if v.soort == soort), None)

    def los(self, soort: str) -> Xml | None:
        """Return the root of that part, None when there is none."""
        naam = self.deel(soort)
        return None if naam is None else self.boom(naam)

    def delen(self, *soorten: str) -> Iterator[tuple[str, str]]:
        """Yield the kind and name of the parts of these kinds, each once."""
        gezien: set[str] = set()
        for verwijst in self.verwijzingen().values():
            if verwijst.soort in soorten and verwijst.doel not in gezien and not verwijst.buiten:
                gezien.add(verwijst.doel)
                yield verwijst.soort, verwijst.doel

    def boom(self, naam: str) -> Xml | None:
        """Return the root of a part, in the namespaces of ECMA-376 whatever it was written in."""
        data = self._pakket.lees(naam)
        if data is None:
            return None
        for strikt, gewoon in _STRIKT:
            if strikt in data:
                data = data.replace(strikt, gewoon)
        return ontleed(data, self.path, naam)

    def data(self, naam: str) -> bytes | None:
        """Return the bytes of a part; those that were asked last are kept, for who asks again."""
        if naam not in self._bytes:
            self._bytes.clear()
            self._bytes[naam] = self._pakket.lees(naam)
        return self._bytes[naam]

    def verwijzingen(self, deel: str | None = None) -> Mapping[str, Verwijst]:
        """Return the relationships of a part by their id; of the text when none is named."""
        deel = self.hoofd if deel is None else deel
        if deel not in self._kaarten:
            self._kaarten[deel] = self._lees_kaart(deel)
        return self._kaarten[deel]

    @cached_property
    def _bytes(self) -> dict[str, bytes | None]:
        return {}

    @cached_property
    def _kaarten(self) -> dict[str, Mapping[str, Verwijst]]:
        return {}

    def _lees_kaart(self, deel: str) -> Mapping[str, Verwijst]:
        folder, naam = posixpath.split(deel)
        root = self.boom(posixpath.join(folder, "_rels", f"{naam}.rels"))
        found: dict[str, Verwijst] = {}
        for rel in () if root is None else root.iter(_REL):
            soort = rel.get("Type", "").rpartition("/")[2]
            doel, buiten = rel.get("Target", ""), rel.get("TargetMode") == "External"
            if not buiten:
                doel = posixpath.normpath(posixpath.join("/", folder, doel)).lstrip("/")
            found[rel.get("Id", "")] = Verwijst(soort, doel, buiten)
        return found


def open_word(data: bytes, path: str) -> Wordbestand:
    """Return a Word file that was looked at: no macros in it, nothing encrypted.

    What is no Word file at all, `herkennen` refused with the name of what it is.

    Raises:
        OnleesbaarError: CV951, it is damaged, or one that is not taken.
    """
    pakket = open_pakket(data, path)
    bestand = Wordbestand(path, pakket)
    if any(naam.lower().endswith("vbaproject.bin") for naam in pakket.namen) or _macro(bestand):
        tip = "sla het op als Word-document zonder macro's (.docx)"
        weiger(path, "er zitten macro's in; die horen niet in een tekst, en zijn niet gelezen", tip)
    return bestand


def _macro(bestand: Wordbestand) -> bool:
    types = bestand.boom("[Content_Types].xml")
    return types is not None and any(
        "macroEnabled" in part.get("ContentType", "") for part in types.iterchildren()
    )
