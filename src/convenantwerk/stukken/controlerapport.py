"""The controlerapport: the findings of a dossier as a paper, for who sees no terminal."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.basis.codes.namen import NAMEN
from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import MEERVOUD, onleesbaar_in, telling
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.papier import document as d
from convenantwerk.stukken.rapportregels import hoofdstukken_van
from convenantwerk.stukken.wegwijzer import in_bestand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from convenantwerk.basis.diagnostics import Ernst
    from convenantwerk.stukken.rapportregels import Rapportregel
    from convenantwerk.tekst.boom import Convenant

NAAM = "controle/controlerapport"
MEEST = 500  # findings that are told of, which is some sixty pages; all of them are counted
_MEESTE_HOOFDSTUKKEN = 200
_TITEL = "Controlerapport"
_GEEN = "\u2013"
_ONLEESBAAR = "Wat niet kon worden gelezen"
_BUITEN = "Buiten de tekst"
_UITLEG: Mapping[Ernst, str] = {
    "fout": "moet worden opgelost voordat het convenant definitief kan worden gemaakt",
    "waarschuwing": "is waarschijnlijk niet goed, en houdt niets tegen",
    "hint": "is een vermoeden of een suggestie; iemand moet ernaar kijken",
}
_ZWAARTE = tuple(MEERVOUD)
# Columns of numbers.
_KANT: Mapping[str, d.Alignment] = dict.fromkeys(
    ("Aantal", *map(eerste_groot, MEERVOUD.values())), "rechts"
)
_Rij = tuple[tuple[d.Run, ...], ...]


@dataclass(frozen=True, slots=True)
class Rapportgegevens:
    """What a controlerapport tells.

    Args:
        titel: what was checked: the convenant, or its folder when that cannot be read.
        uitgever: whose it is.
        op: the day for which it was checked.
        convenant: the text, empty when it cannot be read.
        regels: the findings, in their order.
        sinds: the edition since which they are new, "" for all.
        bekend: how many there were then already.
    """

    titel: str
    uitgever: str
    op: date
    convenant: Convenant
    regels: Sequence[Rapportregel]
    sinds: str = ""
    bekend: int = 0


def maak_controlerapport(gegevens: Rapportgegevens) -> d.Document:
    """Return the findings as a document: a page of numbers, and then a chapter for each chapter."""
    zwaarste = sorted(gegevens.regels, key=lambda regel: _ZWAARTE.index(regel.bevinding.ernst))
    getoond = _per_hoofdstuk(gegevens.convenant, zwaarste[:MEEST])
    alle = _per_hoofdstuk(gegevens.convenant, gegevens.regels)
    ankers = {naam: f"hoofdstuk-{nummer}" for nummer, naam in enumerate(getoond, 1)}
    return d.Document(
        name=NAAM,
        title=f"{_TITEL} {gegevens.titel}",
        publisher=gegevens.uitgever,
        edition=f"nagekeken voor {voluit(gegevens.op)}",
        op=gegevens.op,
        concept=False,
        blocks=(
            d.Heading(1, "hoofdstuk", "", (d.Run(_TITEL),), "controlerapport"),
            *_inleiding(gegevens),
            *(_cijfers(gegevens.regels, alle, ankers) if gegevens.regels else ()),
            *_hoofdstukken(getoond, alle, ankers),
        ),
        landscape=True,
        hyphenate=False,
    )


def _per_hoofdstuk(
    convenant: Convenant, regels: Iterable[Rapportregel]
) -> dict[str, list[Rapportregel]]:
    """Return findings by chapter, in the order of the text; what was not read comes first."""
    volgorde = dict.fromkeys((_ONLEESBAAR, *hoofdstukken_van(convenant), _BUITEN))
    groepen: dict[str, list[Rapportregel]] = {naam: [] for naam in volgorde}
    for regel in regels:
        buiten = _ONLEESBAAR if onleesbaar_in([regel.bevinding]) else _BUITEN
        groepen.setdefault(regel.hoofdstuk or buiten, []).append(regel)
    return {naam: leden for naam, leden in groepen.items() if leden}


# --- the first page


def _inleiding(gegevens: Rapportgegevens) -> Iterator[d.Block]:
    geteld = telling(regel.bevinding for regel in gegevens.regels)
    yield _alinea(f"{gegevens.titel}, nagekeken voor {voluit(gegevens.op)}.")
    if gegevens.sinds:
        waar = f"Dit zijn alleen de bevindingen die er in {gegevens.sinds} nog niet waren"
        toen = "één bevinding was er" if gegevens.bekend == 1 else f"{gegevens.bekend} waren er"
        yield _alinea(f"{waar}; {toen} toen al." if gegevens.bekend else f"{waar}.")
    if not gegevens.regels:
        yield _alinea("Geen bevindingen.")
        return
    yield _alinea(f"Gevonden: {geteld}.")
    if not gegevens.convenant.delen:
        yield _alinea("De tekst kon niet worden gelezen; wat daarin staat, is niet nagekeken.")
    if len(gegevens.regels) > MEEST:
        yield _alinea(
            f"Dit rapport toont de {MEEST} zwaarste van {len(gegevens.regels)} bevindingen; de "
            "cijfers gaan over alle. Los deze eerst op, en maak dan een nieuw rapport."
        )


def _cijfers(
    regels: Sequence[Rapportregel],
    alle: Mapping[str, Sequence[Rapportregel]],
    ankers: Mapping[str, str],
) -> Iterator[d.Block]:
    """Yield the numbers: by gravity, by chapter and by kind."""
    ernsten = Counter(regel.bevinding.ernst for regel in regels)
    yield _tussenkop("Hoe zwaar", "cijfers-ernst")
    yield _tabel(
        ("Ernst", "Wat dat betekent", "Aantal"),
        [
            ((d.Run(eerste_groot(ernst)),), (d.Run(uitleg),), (_getal(ernsten[ernst]),))
            for ernst, uitleg in _UITLEG.items()
        ],
        (22, 64, 14),
    )
    yield _tussenkop("Per hoofdstuk", "cijfers-hoofdstuk")
    kop = ("Hoofdstuk", *(eerste_groot(MEERVOUD[ernst]) for ernst in _ZWAARTE))
    rijen = [_telrij(naam, leden, ankers) for naam, leden in alle.items()]
    yield _tabel(kop, rijen[:_MEESTE_HOOFDSTUKKEN], (58, 12, 18, 12))
    if meer := rijen[_MEESTE_HOOFDSTUKKEN:]:
        yield _alinea(f"En nog {len(meer)} hoofdstukken met bevindingen.")
    yield _tussenkop("Per soort", "cijfers-soort")
    soorten = Counter((regel.bevinding.ernst, regel.bevinding.code) for regel in regels)
    volgorde = sorted(soorten, key=lambda s: (_ZWAARTE.index(s[0]), -soorten[s], s[1]))
    yield _tabel(
        ("Wat is gevonden", "Code", "Ernst", "Aantal"),
        [
            (
                (d.Run(NAMEN.get(code, code)),),
                (d.Run(code),),
                (d.Run(eerste_groot(ernst)),),
                (_getal(soorten[ernst, code]),),
            )
            for ernst, code in volgorde
        ],
        (50, 12, 24, 14),
    )


def _telrij(naam: str, leden: Iterable[Rapportregel], ankers: Mapping[str, str]) -> _Rij:
    geteld = Counter(regel.bevinding.ernst for regel in leden)
    eerst = (d.Run(naam, link=ankers.get(naam)),)
    return (eerst, *((_getal(geteld[ernst]),) for ernst in _ZWAARTE))


# --- the findings


def _hoofdstukken(
    getoond: Mapping[str, Sequence[Rapportregel]],
    alle: Mapping[str, Sequence[Rapportregel]],
    ankers: Mapping[str, str],
) -> Iterator[d.Block]:
    if getoond:
        yield d.Heading(1, "hoofdstuk", "", (d.Run("Bevindingen"),), "bevindingen", new_page=True)
    for naam, regels in getoond.items():
        yield _tussenkop(naam, ankers[naam])
        if meer := len(alle[naam]) - len(regels):
            yield _alinea(f"Van de {len(alle[naam])} bevindingen hier staan er {meer} niet bij.")
        kop = ("Waar", "Wat er staat", "Wat eraan schort, en wat te doen")
        yield _tabel(kop, list(map(_bevinding, regels)), (22, 42, 36))


def _bevinding(regel: Rapportregel) -> _Rij:
    found = regel.bevinding
    waar = [d.Run(regel.plaats, bold=True), d.Run("\n")] if regel.plaats else []
    waar.append(d.Run(in_bestand(found.position) if found.position.path else "dit dossier"))
    zin = [d.Run(_GEEN)]
    if regel.zin:
        voor, woorden, na = regel.zin
        zin = [d.Run(voor), d.Run(woorden, bold=True), d.Run(na)]
    wat = [
        d.Run(f"{eerste_groot(found.ernst)}. ", bold=True),
        d.Run(_als_zin(regel.melding)),
        d.Run("\n"),
        d.Run("Advies: ", italic=True),
        d.Run(f"{_als_zin(regel.tip, groot=False)} ({found.code})"),
    ]
    return tuple(waar), tuple(run for run in zin if run.text), tuple(wat)


def _als_zin(text: str, *, groot: bool = True) -> str:
    text = eerste_groot(text) if groot else text
    return text if text.endswith((".", "?", "!")) else f"{text}."


# --- blocks


def _alinea(text: str) -> d.Paragraph:
    return d.Paragraph((d.Run(text),))


def _tussenkop(text: str, anker: str) -> d.Heading:
    return d.Heading(2, "paragraaf", "", (d.Run(text),), anker)


def _getal(aantal: int) -> d.Run:
    return d.Run(str(aantal) if aantal else _GEEN)


def _tabel(kop: Sequence[str], rijen: Sequence[_Rij], breedtes: tuple[int, ...]) -> d.Table:
    head = tuple((d.Run(naam, bold=True),) for naam in kop)
    kanten = tuple(_KANT.get(naam, "links") for naam in kop)
    return d.Table(head, tuple(rijen), kanten, widths=breedtes)
