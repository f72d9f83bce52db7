"""The was-wordt-tabel and the concordantietabel, which a reviewer works through line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.papier import document as d
from convenantwerk.papier.formaten.tabel import LIJSTFORMATEN
from convenantwerk.renvooi.renvooi import eenheden
from convenantwerk.stukken.tekst import remarks
from convenantwerk.tekst.adressen import houder
from convenantwerk.tekst.boom import Element, Figuur, Onderdeel, Registerplaats, plain
from convenantwerk.tekst.citeren import Citaten, eerste_groot
from convenantwerk.tekst.verschil import Rij, verschillen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from convenantwerk.renvooi.kant import Kant
    from convenantwerk.renvooi.renvooi import Eenheid, Renvooi
    from convenantwerk.tekst.verschil import Lot, Plek, Verschil, Woordgroep

WASWORDT = "was-wordt-tabel"
CONCORDANTIE = "concordantietabel"

_Runs = tuple[d.Run, ...]
_LEEG: _Runs = (d.Run("\u2013"),)
_KANTEN: dict[str, tuple[Lot, ...]] = {
    "oud": ("gelijk", "gewijzigd", "vervallen", "vertrokken"),
    "nieuw": ("gelijk", "gewijzigd", "ingevoegd", "aangekomen"),
}
_WEG = {"oud": "ingevoegd", "nieuw": "vervallen"}
_INSPRONG = "\u2003"  # an em space for each list that a line stands in


def maak_waswordt(
    renvooi: Renvooi, oud: Kant, nieuw: Kant, op: date, toelichtingen: Mapping[str, str]
) -> d.Document:
    """Return the was-wordt-tabel, changed words marked.

    Args:
        renvooi: what differs.
        oud: the old edition.
        nieuw: the new one.
        op: the date the paper carries.
        toelichtingen: why a part changed, by its address in the new or the old edition.
    """
    names = (Citaten(renvooi.oud), Citaten(renvooi.nieuw))
    rows = [
        (
            (d.Run(_naam(eenheid, names), bold=True),),
            _cel(eenheid, "oud", names),
            _cel(eenheid, "nieuw", names),
            _toelichting(eenheid.verschil, toelichtingen),
        )
        for eenheid in eenheden(renvooi.delen)
    ]
    head = ("Onderdeel", f"Was ({oud.naam})", f"Wordt ({nieuw.naam})", "Toelichting")
    marks = (
        d.Run("In de kolom Was zijn "),
        d.Run("vervallen woorden", wijziging="vervallen"),
        d.Run(" gemarkeerd, in de kolom Wordt "),
        d.Run("ingevoegde woorden", wijziging="ingevoegd"),
        d.Run("."),
    )
    tabel = _Tabel(head, tuple(rows), (16, 34, 34, 16))
    return _paper(WASWORDT, "Was-wordt-tabel", (oud, nieuw, op), marks, tabel)


def maak_concordantie(renvooi: Renvooi, oud: Kant, nieuw: Kant, op: date) -> d.Document | None:
    """Return the concordantietabel, None when no number changed.

    It holds every titled part, lid and onderdeel whose number or place changed, and what came or
    went between them.
    """
    names = (Citaten(renvooi.oud), Citaten(renvooi.nieuw))
    changed = [verschil for verschil in verschillen(renvooi.delen) if _is_numbered(verschil)]
    if not any(verschil.lot in ("gewijzigd", "aangekomen") for verschil in changed):
        return None
    rows = [
        (
            (d.Run(_cited(names[0], verschil.oud, "nieuw")),),
            (d.Run(_cited(names[1], verschil.nieuw, "vervallen")),),
            (d.Run(_opschrift(verschil)),) if _opschrift(verschil) else _LEEG,
        )
        for verschil in changed
    ]
    intro = (d.Run("Elk onderdeel dat een ander nummer of een andere plaats kreeg:"),)
    head = (f"Oud ({oud.naam})", f"Nieuw ({nieuw.naam})", "Opschrift")
    tabel = _Tabel(head, tuple(rows), (30, 30, 40))
    return _paper(CONCORDANTIE, "Concordantietabel", (oud, nieuw, op), intro, tabel)


class _Tabel(NamedTuple):
    """The names of the columns, the rows, and the shares of the width."""

    kop: tuple[str, ...]
    rijen: tuple[tuple[_Runs, ...], ...]
    breedte: tuple[int, ...]


def _paper(
    naam: str, titel: str, wat: tuple[Kant, Kant, date], intro: _Runs, tabel: _Tabel
) -> d.Document:
    oud, nieuw, op = wat
    instellingen = nieuw.dossier.instellingen
    what = (
        f"{instellingen.titel} {instellingen.samenwerkingsverband}: de tekst van "
        f"{oud.convenant.editie} naast die van {nieuw.convenant.editie}."
    )
    head = tuple((d.Run(cel, bold=True),) for cel in tabel.kop)
    sides: tuple[d.Alignment, ...] = tuple("links" for _ in head)
    body: tuple[d.Block, ...] = (
        d.Paragraph(intro),
        d.Table(head, tabel.rijen, sides, widths=tabel.breedte),
    )
    if not tabel.rijen:
        body = (d.Paragraph((d.Run("De twee teksten zijn woord voor woord gelijk."),)),)
    return d.Document(
        name=naam,
        title=f"{titel} van {oud.naam} naar {nieuw.naam}",
        publisher=instellingen.samenwerkingsverband,
        edition=f"tekst van {nieuw.convenant.editie}",
        op=op,
        concept=False,
        blocks=(
            d.Heading(1, "hoofdstuk", "", (d.Run(titel),), naam),
            d.Paragraph((d.Run(what),)),
            *body,
        ),
        zonder=LIJSTFORMATEN | {"html"},
        landscape=naam == WASWORDT,  # its four columns need the long side
    )


# --- cells ---------------------------------------------------------------------------------


def _naam(eenheid: Eenheid, names: tuple[Citaten, Citaten]) -> str:
    """Return how a change is named; with its old number when that is another."""
    verschil = eenheid.verschil
    oud = names[0].citeer(verschil.oud.adres) if verschil.oud else ""
    nieuw = names[1].citeer(verschil.nieuw.adres) if verschil.nieuw else ""
    return eerste_groot(f"{nieuw} (was {oud})" if oud and nieuw and oud != nieuw else nieuw or oud)


def _cel(eenheid: Eenheid, kant: str, names: tuple[Citaten, Citaten]) -> _Runs:
    verschil = eenheid.verschil
    if verschil.lot not in _KANTEN[kant]:
        if verschil.lot == "vertrokken" and verschil.nieuw:
            return (d.Run(f"verplaatst naar {names[1].citeer(verschil.nieuw.adres)}", italic=True),)
        if verschil.lot == "aangekomen" and verschil.oud:
            return (d.Run(f"stond in {names[0].citeer(verschil.oud.adres)}", italic=True),)
        return _LEEG
    if isinstance(verschil.part, Element):
        lines = [*_own(verschil, kant, 0), *_under(eenheid.blokken, kant, 0)]
    else:
        lines = list(_under([verschil], kant, 0))
    runs: list[d.Run] = []
    for line in lines:
        runs += [d.Run("\n"), *line] if runs else line
    return tuple(runs) or _LEEG


def _own(verschil: Verschil, kant: str, depth: int) -> Iterator[list[d.Run]]:
    """Yield the line of a part itself, and what is remarked about an element."""
    runs = [*_stukken(verschil.merk, kant), *_between(verschil), *_stukken(verschil.tekst, kant)]
    plek = verschil.oud if kant == "oud" else verschil.nieuw
    part = plek.part if plek else None
    if isinstance(part, Element):
        yield [
            d.Run(run.text, bold=True, italic=run.italic, wijziging=run.wijziging) for run in runs
        ]
        yield from ([*paragraph.runs] for paragraph in remarks(part))
    elif isinstance(part, Figuur | Registerplaats):
        naam = part.alt if isinstance(part, Figuur) else "de lijst van ondertekenaars"
        yield [d.Run(f"[{naam}]")]
    elif any(run.text for run in runs):
        yield [d.Run(_INSPRONG * depth), *runs] if depth else runs


def _between(verschil: Verschil) -> Iterator[d.Run]:
    if verschil.merk and verschil.tekst:
        yield d.Run(" ")


def _under(kinderen: Iterable[Verschil], kant: str, depth: int) -> Iterator[list[d.Run]]:
    """Yield the lines of what stands in a part; the first of an onderdeel beside its merk."""
    for kind in kinderen:
        if kind.lot not in _KANTEN[kant]:
            continue
        if isinstance(kind.part, Rij):
            yield _row(kind, kant)
            continue
        own = [line for line in _own(kind, kant, depth) if line]
        inner = list(_under(kind.kinderen, kant, depth + 1))
        if isinstance(kind.part, Onderdeel) and own and inner:
            yield [*own[0], d.Run(" "), *_without_indent(inner[0])]
            yield from inner[1:]
        else:
            yield from (*own, *inner)


def _without_indent(line: list[d.Run]) -> list[d.Run]:
    return line[1:] if line and not line[0].text.strip(_INSPRONG) else line


def _row(rij: Verschil, kant: str) -> list[d.Run]:
    """Return a row of a table as one line."""
    runs: list[d.Run] = []
    for cel in rij.kinderen:
        runs += [d.Run(" | ")] if runs else []
        runs += _stukken(cel.tekst, kant)
    return runs


def _stukken(stukken: Iterable[Woordgroep], kant: str) -> Iterator[d.Run]:
    """Yield words of one edition, those that only this edition has marked."""
    for stuk in stukken:
        if stuk.wijziging == _WEG[kant]:
            continue
        for woord in stuk.woorden:
            if woord.noot:
                inner = "".join(run.text for run in _stukken(woord.noot.stukken, kant))
                yield d.Run(f" [noot {woord.noot.merk}: {inner}]", wijziging=stuk.wijziging)
            else:
                yield d.Run(woord.tekst, woord.vet, woord.cursief, wijziging=stuk.wijziging)


def _toelichting(verschil: Verschil, toelichtingen: Mapping[str, str]) -> _Runs:
    for plek in (verschil.nieuw, verschil.oud):
        adres = plek.adres if plek else ""
        while adres:  # what was said of an artikel goes for its leden
            if adres in toelichtingen:
                return (d.Run(toelichtingen[adres]),)
            adres = houder(adres)
    return _LEEG


# --- numbers -------------------------------------------------------------------------------


def _is_numbered(verschil: Verschil) -> bool:
    """Tell whether a line of the concordantietabel is about this part."""
    part = verschil.part
    if verschil.lot == "aangekomen":
        return isinstance(part, Element | Onderdeel)
    if verschil.lot == "gewijzigd":
        return verschil.vernummerd
    return verschil.lot in ("ingevoegd", "vervallen") and isinstance(part, Element)


def _cited(names: Citaten, plek: Plek | None, anders: str) -> str:
    return names.citeer(plek.adres) if plek else anders


def _opschrift(verschil: Verschil) -> str:
    part = verschil.part
    return plain(part.opschrift) if isinstance(part, Element) else ""
