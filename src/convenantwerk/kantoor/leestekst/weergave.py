"""The text on a day and in an edition, as the address of a page asks for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, cast
from urllib.parse import quote, urlencode

from convenantwerk.addenda.consolidatie import gekozen_editie
from convenantwerk.basis.datum import getypte_datum
from convenantwerk.basis.files import zonder_map
from convenantwerk.kantoor.leestekst.bevindingen import Geplaatst, sleutel_van
from convenantwerk.kantoor.leestekst.bladen import Tekstbladen
from convenantwerk.kantoor.leestekst.zetter import Zetter
from convenantwerk.opdrachten.goedkeuren import goed_te_keuren
from convenantwerk.opdrachten.tekst_bewerken import bewerkbaar
from convenantwerk.papier.traversal import notes_of
from convenantwerk.stukken.wegwijzer import Wegwijzer
from convenantwerk.tekst.boom import ZONDER_KOP, elementen, titel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.geopend.gelezen import Gelezen
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.leestekst.bevindingen import Tekstbevinding
    from convenantwerk.kantoor.leestekst.bladen import Leesdeel
    from convenantwerk.papier.document import Block, Note

_ZONDER_KOP = {"slot": "de slotregels", "artikelen": "de aanhef", "voorwerk": "de aanhef"}
Alleen = Literal["", "fouten", "bevindingen"]
_EDITIES = ("met-addenda", "doorlopend")


@dataclass(frozen=True, slots=True)
class Rij:
    """What stands in one part, and what was found there.

    Args:
        leesdeel: the part.
        naam: what it is called, also without a heading.
        adres: where it is read.
        blokken: its text.
        noten: its footnotes.
        plekken: what was found in it.
        gemerkt: the findings whose words are marked.
        wijzig: where it can be changed, "" when it cannot.
    """

    leesdeel: Leesdeel
    naam: str
    adres: str
    blokken: tuple[Block, ...]
    noten: Sequence[Note]
    plekken: Sequence[Tekstbevinding]
    gemerkt: frozenset[str]
    wijzig: str

    @property
    def zonder_kop(self) -> bool:
        """Whether it begins here without a heading, which a link could lead to."""
        return self.leesdeel.begint and self.leesdeel.element.soort in ZONDER_KOP


def naam_van(leesdeel: Leesdeel) -> str:
    """Return what a part is called, also without a heading."""
    element = leesdeel.element
    return titel(element) or _ZONDER_KOP.get(element.soort, "dit stuk")


class Weergave:
    """The text of a dossier on a day, in pages.

    Args:
        geopend: the dossier.
        op: the day.
        editie: how the addenda are in it.
        alleen: what alone is shown, "" for all of the text.
    """

    def __init__(self, geopend: Geopend, op: date, editie: Editie, alleen: Alleen = "") -> None:
        self.geopend = geopend
        self.alleen = alleen
        self.op = op
        geldend = [a for a in geopend.dossier.addenda if a.gegevens.ingangsdatum <= op]
        self.vanzelf = gekozen_editie(geldend, "vanzelf")
        self.editie: Editie = gekozen_editie(geldend, editie)

    @property
    def gevraagd(self) -> Editie:
        """The edition as it is asked of the dossier: by itself, unless another was chosen."""
        return "vanzelf" if self.editie == self.vanzelf else self.editie

    @cached_property
    def gelezen(self) -> Gelezen:
        """The text and all findings."""
        return self.geopend.tekst(
            "vanzelf" if self.editie == self.vanzelf else self.editie, self.op
        )

    @cached_property
    def bladen(self) -> Tekstbladen:
        """Its pages."""
        return Tekstbladen(self.gelezen.convenant)

    @cached_property
    def geplaatst(self) -> Geplaatst:
        """Its findings, at their places."""
        parts = elementen(self.gelezen.convenant.delen)
        found = self.gelezen.nagelezen
        if self.alleen == "fouten":
            found = tuple(een for een in found if een.ernst == "fout")
        return Geplaatst(parts, found, self.zeg)

    @cached_property
    def _wegwijzer(self) -> Wegwijzer:
        return Wegwijzer(self.gelezen.convenant)

    def zeg(self, text: str) -> str:
        """Return a message in which places in the text are called as one reads them."""
        if ".md:" not in text and ".yaml" not in text:
            return text
        return zonder_map(self.geopend.root, self._wegwijzer.in_woorden(text))

    def gezegd(self, bevindingen: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Return findings with their messages and tips as one reads them."""
        return tuple(
            replace(one, melding=self.zeg(one.melding), tip=self.zeg(one.tip))
            for one in bevindingen
        )

    @cached_property
    def _zetter(self) -> Zetter:
        dossier, convenant = self.gelezen.dossier, self.gelezen.convenant
        return Zetter(dossier, convenant, self.geplaatst, self.adres)

    @property
    def keuze(self) -> Mapping[str, str]:
        """What an address says behind the question mark to come to this day and edition."""
        chosen: dict[str, str] = {}
        if self.op != self.geopend.op:
            chosen["op"] = self.op.isoformat()
        if self.editie != self.vanzelf:
            chosen["editie"] = self.editie
        return chosen

    @property
    def zoek(self) -> str:
        """The same, as it stands in an address."""
        return f"?{urlencode(self.keuze)}" if self.keuze else ""

    @cached_property
    def _bewerkbaar(self) -> Mapping[str, Path]:
        return bewerkbaar(self.geopend)

    def wijzig(self, leesdeel: Leesdeel) -> str:
        """Return where a part can be changed, "" when it cannot."""
        element = leesdeel.element
        if not (leesdeel.begint and element.position.line):
            return ""
        if element.position.path not in self._bewerkbaar:
            return ""
        return f"/tekst/wijzig/{quote(element.anker)}{self.zoek}"

    def bestand(self, bevinding: Diagnostic) -> str:
        """Return where the file that a finding is about can be changed, "" when it cannot."""
        path = self._bewerkbaar.get(bevinding.position.path)
        if path is None:
            return ""
        return f"/tekst/wijzig-bestand/{quote(path.relative_to(self.geopend.root).as_posix())}"

    def klopt(self, bevinding: Diagnostic) -> str:
        """Return where a finding is said to be right as it is, "" when it cannot be."""
        if not goed_te_keuren(bevinding, self._bewerkbaar):
            return ""
        return f"/doe/klopt-zo?{urlencode({'bevinding': sleutel_van(bevinding), **self.keuze})}"

    def toon(self, alleen: Alleen) -> str:
        """Return where only the places are shown that have such a finding."""
        return f"/tekst?{urlencode({**self.keuze, 'toon': alleen})}"

    def adres(self, plaats: str) -> str:
        """Return where an address in the text is read."""
        blad = self.bladen.met(plaats)
        naar = f"/tekst/{quote(blad.sleutel)}" if blad else "/tekst"
        return f"{naar}{self.zoek}#{quote(plaats)}"

    def rij(self, leesdeel: Leesdeel) -> Rij:
        """Return what stands in a part as it is shown."""
        blokken, gemerkt = self._zetter.zet(leesdeel)
        element = leesdeel.element
        return Rij(
            leesdeel,
            naam_van(leesdeel),
            self.adres(element.anker),
            blokken,
            tuple(notes_of(blokken)),
            self.geplaatst.bij(element.anker) if leesdeel.begint else (),
            gemerkt,
            self.wijzig(leesdeel),
        )


def weergave(geopend: Geopend, gevraagd: Mapping[str, str]) -> tuple[Weergave, str]:
    """Return the text that an address asks for, and why it is not that of the day asked for.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read.
    """
    op, bezwaar = geopend.op, ""
    if getypt := gevraagd.get("op", "").strip():
        try:
            op = getypte_datum(getypt)
        except ValueError as error:
            bezwaar = str(error)
    asked = gevraagd.get("editie", "")
    editie = cast("Editie", asked) if asked in _EDITIES else "vanzelf"
    toon = gevraagd.get("toon", "")
    alleen = cast("Alleen", toon) if toon in ("fouten", "bevindingen") else ""
    return Weergave(geopend, op, editie, alleen), bezwaar
