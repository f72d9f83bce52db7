"""A list in Excel: values as they were last shown, with what is merged, linked and hidden.

openpyxl reads the values, row by row, of formulas the value that was kept; it touches no macro,
drawing or link to another file. What it does not tell while it reads so is taken from the XML of
the sheet itself.
"""

from __future__ import annotations

import warnings
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import BadZipFile

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.invoer.grenzen import weiger
from convenantwerk.invoer.lijsten.blad import (
    MEESTE_KOLOMMEN,
    MEESTE_RIJEN,
    MEESTE_TEKENS,
    Blad,
    Rij,
    celnaam,
    gewoon,
    kolomletters,
    te_veel,
)
from convenantwerk.invoer.pakket import open_pakket

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.invoer.pakket import Pakket

_MEESTE_BLADEN = 50
_GROOTST = 20_000_000  # bytes of a part, unpacked
_SAMEN = 30_000_000  # bytes of all parts that are read
_LAATSTE = 1_048_576  # rows that Excel has
_MEESTE_SAMEN = 20_000  # cells that are merged
_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# What the libraries say of a file that no program made so.
_KAPOT = (
    *(BadZipFile, etree.XMLSyntaxError, EOFError, OSError),
    *(LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RuntimeError),
)
_OPNIEUW = "open het bestand in Excel of LibreOffice en sla het opnieuw op als .xlsx"


class _Kenmerken(NamedTuple):
    """What the XML of a sheet tells besides values; rows count from 1, columns from 0."""

    samen: dict[tuple[int, int], tuple[int, int]]
    koppen: set[int]
    rijen: list[int]
    kolommen: list[int]
    links: dict[tuple[int, int], str]
    leeg: list[tuple[int, int]]  # formulas of which no value was kept


def lees(data: bytes, pad: str) -> tuple[Blad, ...]:
    """Return the sheets of a workbook.

    Args:
        data: the file, whole.
        pad: the file as the user sees it.

    Raises:
        OnleesbaarError: CV951, it is no workbook, is damaged, or there is too much in it.
    """
    try:
        return _lees(data, pad)
    except _KAPOT:
        reden = "het bestand is beschadigd, of geen werkmap van Excel"
        weiger(pad, reden, _OPNIEUW)


def _lees(data: bytes, pad: str) -> tuple[Blad, ...]:
    pakket = open_pakket(data, pad)
    _keur(pakket)
    delen = _bladdelen(pakket)
    if not delen:
        weiger(pad, "het is geen werkmap van Excel", _OPNIEUW)
    if len(delen) > _MEESTE_BLADEN:
        te_veel(pad, f"meer dan {_MEESTE_BLADEN} bladen")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what it does not read, such as rules for colours
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        return tuple(
            _blad(book[naam], _kenmerken(pakket, deel), pad, verborgen=verborgen)
            for naam, (deel, verborgen) in delen.items()
            if deel.startswith("xl/worksheets/")
        )


def _keur(pakket: Pakket) -> None:
    """Refuse what unpacks to more than any list has, and XML that names things elsewhere."""
    samen = 0
    for naam in pakket.namen:
        if naam.endswith((".xml", ".rels")):
            deel = pakket.lees(naam) or b""
            samen += len(deel)
            if len(deel) > _GROOTST or samen > _SAMEN:
                te_veel(pakket.path, f"uitgepakt meer dan {_GROOTST // 1_000_000} MB")
            begin = deel[:2_000]
            if b"<!DOCTYPE" in begin or b"<!ENTITY" in begin or b"\0" in begin:
                reden = f"in {naam} staat een verwijzing die in een lijst niet voorkomt"
                weiger(pakket.path, reden, _OPNIEUW)


def _bladdelen(pakket: Pakket) -> dict[str, tuple[str, bool]]:
    """Return of each sheet the part that it is, and whether it is hidden."""
    rels, boek = _doelen(pakket, "xl/workbook.xml"), pakket.boom("xl/workbook.xml")
    return {
        sheet.get("name", ""): (
            _plaats(rels[sheet.get(f"{_R}id", "")], "xl/"),
            sheet.get("state", "visible") != "visible",
        )
        for sheet in (() if boek is None else boek.iter(f"{_NS}sheet"))
    }


def _plaats(doel: str, map_: str) -> str:
    return doel.removeprefix("/") if doel.startswith("/") else map_ + doel


def _kenmerken(pakket: Pakket, deel: str) -> _Kenmerken:
    found = _Kenmerken({}, set(), [], [], {}, [])
    for naam, element in _elementen(pakket, deel):
        if naam == "row" and element.get("hidden") in ("1", "true"):
            found.rijen.append(int(element.get("r", "0")))
        elif naam == "col" and element.get("hidden") in ("1", "true"):
            first, last = int(element.get("min")) - 1, int(element.get("max")) - 1
            found.kolommen.extend(range(first, min(last, MEESTE_KOLOMMEN) + 1))
        elif naam == "mergeCell":
            _voeg_samen(found, element.get("ref"), pakket.path)
        elif naam == "hyperlink":
            found.links[_hoeken(element.get("ref"))[:2]] = element.get(f"{_R}id") or ""
        elif naam == "c" and element.find(f"{_NS}f") is not None:
            waarde = element.find(f"{_NS}v")
            if waarde is None or waarde.text is None:
                found.leeg.append(_hoeken(element.get("r"))[:2])
    doelen = _doelen(pakket, deel)
    links = {plek: doelen.get(link, "") for plek, link in found.links.items()}
    return found._replace(links=links)


def _elementen(pakket: Pakket, deel: str) -> Iterator[tuple[str, Any]]:
    """Yield the elements of a sheet, forgetting each when its row is done."""
    tags = tuple(_NS + naam for naam in ("row", "col", "mergeCell", "hyperlink", "c"))
    stream = BytesIO(pakket.lees(deel) or b"")
    for _, element in etree.iterparse(
        stream, tag=tags, resolve_entities=False, no_network=True, load_dtd=False
    ):
        naam = element.tag.removeprefix(_NS)
        yield naam, element
        if naam == "row":
            element.clear(keep_tail=False)
            while element.getprevious() is not None:
                del element.getparent()[0]


def _hoeken(bereik: str) -> tuple[int, int, int, int]:
    """Return the first row and column of a range and the last; rows from 1, columns from 0.

    Raises:
        ValueError: it is no range of cells.
    """
    links, boven, rechts, onder = range_boundaries(bereik)
    if links is None or boven is None or rechts is None or onder is None:
        raise ValueError(bereik)
    return boven, links - 1, onder, rechts - 1


def _voeg_samen(found: _Kenmerken, bereik: str, pad: str) -> None:
    boven, links, onder, rechts = _hoeken(bereik)
    onder, rechts = min(onder, boven + MEESTE_RIJEN), min(rechts, MEESTE_KOLOMMEN)
    if rechts > links:
        found.koppen.add(boven)
    if len(found.samen) + (onder - boven + 1) * (rechts - links + 1) > _MEESTE_SAMEN:
        te_veel(pad, "samengevoegde cellen")
    for rij in range(boven, onder + 1):
        for kolom in range(links, rechts + 1):
            found.samen[rij, kolom] = (boven, links)


def _doelen(pakket: Pakket, deel: str) -> Mapping[str, str]:
    """Return where the links of a part lead to, by their names."""
    map_, _, naam = deel.rpartition("/")
    rels = pakket.boom(f"{map_}/_rels/{naam}.rels")
    return {rel.get("Id", ""): rel.get("Target", "") for rel in (() if rels is None else rels)}


def _blad(sheet: Any, kenmerken: _Kenmerken, pad: str, *, verborgen: bool) -> Blad:  # noqa: ANN401
    rijen: list[Rij] = []
    found: list[Diagnostic] = []
    naam = " ".join(gewoon(sheet.title).split())
    plaats = f"{pad}, blad '{naam}'"
    adressen = _adressen(kenmerken.links)
    sheet.reset_dimensions()
    for nummer, cellen in enumerate(sheet.iter_rows(max_row=_LAATSTE), 1):
        waarden = [getattr(cel, "value", None) for cel in cellen]
        while waarden and waarden[-1] is None:
            waarden.pop()
        if not waarden:
            continue
        if len(rijen) >= MEESTE_RIJEN or len(waarden) > MEESTE_KOLOMMEN:
            te_veel(pad, f"meer dan {MEESTE_RIJEN} rijen of {MEESTE_KOLOMMEN} kolommen")
        teksten = []
        for kolom, waarde in enumerate(waarden):
            tekst, bezwaar = _tekst(waarde)
            if bezwaar:
                position = Position(plaats, nummer, kolom + 1)
                wat = f"{celnaam(nummer, kolom)} is niet gelezen: {bezwaar}"
                found.append(CODES["CV965"].at(position, wat=wat, tip=_VUL_IN))
            teksten.append(tekst)
        if any(teksten):
            getallen = frozenset(
                k for k, w in enumerate(waarden) if isinstance(w, int | float) and w is not True
            )
            rijen.append(Rij(nummer, tuple(teksten), getallen, adressen.get(nummer, {})))
    found += _zonder_waarde(kenmerken, plaats)
    return Blad(
        naam,
        tuple(rijen),
        kenmerken.samen,
        frozenset(kenmerken.koppen),
        tuple(_verborgen(kenmerken, {rij.nummer for rij in rijen}, heel=verborgen)),
        tuple(found),
    )


_VUL_IN = "vul de waarde in de lijst in als gewone tekst"


def _zonder_waarde(kenmerken: _Kenmerken, plaats: str) -> Iterator[Diagnostic]:
    for rij, kolom in kenmerken.leeg:
        wat = f"{celnaam(rij, kolom)} is een formule waarvan geen uitkomst is bewaard"
        yield CODES["CV965"].at(Position(plaats, rij, kolom + 1), wat=wat, tip=_OPNIEUW)


def _tekst(waarde: object) -> tuple[str, str]:
    """Return a value as text, and what keeps it from being read."""
    if waarde is None:
        return "", ""
    if isinstance(waarde, bool):
        return ("ja" if waarde else "nee"), ""
    if isinstance(waarde, float):
        return (str(int(waarde)) if waarde.is_integer() else repr(waarde)), ""
    if isinstance(waarde, datetime):
        return waarde.date().isoformat(), ""
    if isinstance(waarde, date):
        return waarde.isoformat(), ""
    tekst = str(waarde)
    if len(tekst) > MEESTE_TEKENS:
        return "", f"de cel heeft meer dan {MEESTE_TEKENS} tekens"
    if tekst.startswith("#") and tekst.rstrip("!?") in _FOUTEN:
        return "", f"de formule geeft {tekst}"
    return gewoon(tekst), ""


_FOUTEN = ("#REF", "#N/A", "#NAME", "#VALUE", "#DIV/0", "#NULL", "#NUM", "#SPILL", "#CALC")


def _adressen(links: Mapping[tuple[int, int], str]) -> dict[int, dict[int, str]]:
    """Return for each row the addresses for mail that its cells link to, by their columns."""
    found: dict[int, dict[int, str]] = {}
    for (rij, kolom), doel in links.items():
        if doel.lower().startswith("mailto:"):
            found.setdefault(rij, {})[kolom] = gewoon(doel[7:].partition("?")[0])
    return found


def _verborgen(kenmerken: _Kenmerken, gevuld: set[int], *, heel: bool) -> Iterator[str]:
    if heel:
        yield "het blad"
    yield from (f"rij {nummer}" for nummer in kenmerken.rijen if nummer in gevuld)
    yield from (f"kolom {kolomletters(kolom)}" for kolom in kenmerken.kolommen)
