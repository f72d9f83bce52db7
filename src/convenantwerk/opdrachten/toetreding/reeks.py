"""Many accessions at once, from a file with facts; a bad one does not keep the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.basis.files import read_text, shown
from convenantwerk.controles.feiten import check_feiten, check_naam, namen_van
from convenantwerk.dossier.bijschrijven import bijgewerkt
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.dossier.toetreding import lees_feiten
from convenantwerk.opdrachten.toetreding.stappen import rijen, samen
from convenantwerk.opdrachten.toetreding.verklaring import (
    Aanbod,
    bied_aan,
    terug_uiterlijk,
    voor_verklaring,
)
from convenantwerk.tekenen.tekeneditie import tekeneditie
from convenantwerk.tijd.toetreding import toetredingsstand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.dossier.toetreding import Toetredingsfeiten
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.toetreding.verklaring import Voortgang
    from convenantwerk.tekenen.tekeneditie import Tekeneditie
    from convenantwerk.tijd.toetreding import Toetredingsstand


@dataclass(frozen=True, slots=True)
class Batch:
    """A file with facts, checked: nothing is written yet.

    Args:
        diagnostics: what is wrong, each at its place in the file.
        goed: of how many newcomers the facts can be recorded.
        slecht: of how many they cannot.
        aanbod: the rows of those that can, and the declarations of those of which the consent is
            there and nothing is missing.
    """

    diagnostics: tuple[Diagnostic, ...]
    goed: int
    slecht: int
    aanbod: Aanbod

    @property
    def zin(self) -> str:
        """What would be recorded and made, in a sentence."""
        if not self.goed and not self.diagnostics:
            return "In dit bestand staat geen enkele toetreding."
        over = f"; overgeslagen: {self.slecht}" if self.slecht else ""
        aantal = len(self.aanbod.standen)
        return f"Verzoeken vast te leggen: {self.goed}; verklaringen te maken: {aantal}{over}."


def zin_over_gemaakt(paden: Sequence[str]) -> str:
    """Return what was done, in a sentence."""
    return f"Vastgelegd in convenant/registers; {len(paden)} stukken gemaakt."


def bereid_voor(geopend: Geopend, path: Path, uiterlijk: date | None) -> Batch:
    """Read a file with facts and see of each row whether it can be recorded.

    Raises:
        OnleesbaarError: the file or the registers cannot be read.
        ConvenantwerkError: as `tekeneditie`.
    """
    text, found = read_text(path)
    if text is None:
        raise OnleesbaarError(found)
    toetredingen, found = lees_feiten(text, shown(path))
    if toetredingen is None:
        raise OnleesbaarError(found)
    registers, op = geopend.registers, geopend.op
    editie = tekeneditie(geopend)
    zeef = _Zeef(registers, editie, op)
    for feiten in _zonder_fout(toetredingen, found):
        zeef.neem(feiten)
    bezwaren = geopend.stel_voor(zeef.nieuw).bezwaren
    return Batch(
        tuple(sorted((*found, *zeef.problems, *bezwaren))),
        zeef.goed,
        len(toetredingen) - zeef.goed,
        Aanbod(
            editie=editie,
            op=op,
            uiterlijk=uiterlijk or terug_uiterlijk(geopend),
            formaten=(),
            standen=tuple(zeef.standen),
            nieuw=zeef.nieuw,
        ),
    )


def _zonder_fout(
    toetredingen: Sequence[Toetredingsfeiten], found: Iterable[Diagnostic]
) -> Iterator[Toetredingsfeiten]:
    """Yield the facts in whose lines of the file no fout was found."""
    fouten = {f.position.line for f in found if f.ernst == "fout"}
    begins = [feiten.position.line for feiten in toetredingen]
    ends = [*begins[1:], inf]  # one too many when there is nobody
    for feiten, begin, end in zip(toetredingen, begins, ends, strict=False):
        if not any(begin <= line < end for line in fouten):
            yield feiten


class _Zeef:
    """Takes newcomers one by one, and keeps those of which nothing is wrong."""

    def __init__(self, registers: Registers, editie: Tekeneditie, op: date) -> None:
        self.registers = registers  # with the rows of those that were taken, gebeurtenissen apart
        self.editie = editie
        self.op = op
        self.goed = 0
        self.problems: list[Diagnostic] = []
        self.nieuw = Bijschrijving()
        self.standen: list[Toetredingsstand] = []
        self._namen = namen_van(registers.partners)
        self._genoemd: dict[str, Position] = {}
        self._eerder: dict[str, list[Gebeurtenis]] = {}
        for g in registers.gebeurtenissen:
            self._eerder.setdefault(getattr(g, "partner", ""), []).append(g)

    def neem(self, feiten: Toetredingsfeiten) -> None:
        """Take one, or keep what is wrong with it."""
        editie, op = self.editie, self.op
        found = list(self._dubbel(feiten)) or [
            *check_naam(feiten, self._namen),
            *check_feiten(feiten, self.registers, list(editie.titels), list(editie.overleggen), op),
        ]
        if not found:
            nieuw = rijen(feiten, self.registers)
            own = self._alleen(nieuw, feiten.partner.sleutel)
            stand = toetredingsstand(own, own.partners[0], op)
            missing = voor_verklaring(stand, own, editie, op) if _rijp(stand) else []
            if missing:
                wat = "; ".join(missing)
                velden = {
                    "naam": feiten.partner.naam,
                    "wat": wat,
                    "tip": "vul het aan in dit bestand",
                }
                found.append(CODES["CV303"].at(feiten.position, **velden))
        if found:
            self.problems += found
            return
        self.goed += 1
        self._genoemd[feiten.partner.sleutel] = feiten.position
        self._namen |= namen_van([feiten.partner])
        self.nieuw = samen(self.nieuw, nieuw)
        self.registers = bijgewerkt(self.registers, replace(nieuw, gebeurtenissen=()))
        if _rijp(stand):
            self.standen.append(stand)

    def _dubbel(self, feiten: Toetredingsfeiten) -> Iterator[Diagnostic]:
        sleutel = feiten.partner.sleutel
        if sleutel in self._genoemd:
            velden = {"wat": "partner", "naam": sleutel, "eerder": self._genoemd[sleutel]}
            yield CODES["CV009"].at(feiten.position, **velden)

    def _alleen(self, nieuw: Bijschrijving, sleutel: str) -> Registers:
        """Return the registers as far as they are about one partner and the voorzitters."""
        known = self.registers
        voorzitters = known.instellingen.ondertekening.voorzitters
        return replace(
            known,
            partners=(
                *nieuw.partners,
                *(p for p in known.partners if p.sleutel == sleutel),
            ),
            ondertekenaars=(
                *(o for o in known.ondertekenaars if sleutel == o.partner),
                *nieuw.ondertekenaars,
                *(o for o in known.ondertekenaars if o.sleutel in voorzitters),
            ),
            besluiten=(*known.besluiten, *nieuw.besluiten),
            gebeurtenissen=(
                *self._eerder.get(sleutel, ()),
                *self._eerder.get("", ()),
                *nieuw.gebeurtenissen,
            ),
        )


def voer_uit(  # noqa: PLR0913, PLR0917  # what is made, how, and where it goes
    geopend: Geopend,
    uit: Path,
    batch: Batch,
    formaten: tuple[str, ...],
    werkers: int,
    voortgang: Voortgang,
) -> tuple[str, ...]:
    """Record what was found good, and make the declarations; return their paths below `uit`.

    Raises:
        ConvenantwerkError: as `verklaring.bied_aan`.
    """
    aanbod = replace(batch.aanbod, formaten=formaten, werkers=werkers)
    return bied_aan(geopend, uit, aanbod, voortgang)


def _rijp(stand: Toetredingsstand) -> bool:
    """Tell whether the declaration can be made: nobody has to agree any more."""
    return stand.gedaan("instemming")
