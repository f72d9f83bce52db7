"""The controles of headings: against a list of contents in the text, and how many there are."""

from __future__ import annotations

import re
from difflib import get_close_matches
from string import whitespace
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.alineas import INHOUD, is_inhoud
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.invoer.voorstellen.getallen import getal
from convenantwerk.tekst.aanduidingen import ALLE_STREPEN
from convenantwerk.tekst.boom import (
    ZONDER_KOP,
    Alinea,
    Opsomming,
    Tabel,
    blokken,
    elementen,
    is_besluit,
    plain,
    titel,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.tekst.boom import Blok, Element

_BLADZIJDE = r"(?:(?<=\s)|(?<=[.…_]{2}))\d{1,3}\Z"
_LEIDT = f"{whitespace}\u00a0.…_"  # what leads to it
_NUMMER = (
    r"(?i)\A(?:(?P<soort>deel|hoofdstuk|artikel|bijlage|paragraaf|§)\s+)?"
    r"(?P<nummer>\d{1,3}(?:\.\d{1,3})*|[ivx]{1,5})(?:[.):]\s*|\s+(?:[-\u2013]\s+)?|\Z)"
)
_ROMEINS = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7"}
_LIJKT = 0.8
_DEKT = 0.6  # a list of contents that has so many headings of a level should have all of them
_VER = 300  # so much before a list may tell how long it is
_MEESTE = 1_000  # entries that are held against headings alike

_BESTAAT = (
    r"(?i)\b(?:dit|het|deze|onderhavige?)\s+(?P<wat>(?:[\w-]+\s+){1,3}?)"
    r"(?:bestaat\s+uit|omvat|bevat|telt|kent|heeft|valt\s+uiteen\s+in|is\s+verdeeld\s+in)\s+"
    r"(?:de\s+volgende\s+)?(?P<getal>\w+)\s+(?P<delen>delen|hoofdstukken|artikelen|bijlagen)\b"
)
_ELDERS = r"(?i)convenant (?:bestaat uit|telt|kent) \w+ delen\Z"  # which CV160 counts
_SOORTEN = {
    "delen": "deel",
    "hoofdstukken": "hoofdstuk",
    "artikelen": "artikel",
    "bijlagen": "bijlage",
}
# Lines of a list of contents that say what comes below them; no part is called so.
_GROEPEN = frozenset(("bijlagen", "bijlage", "overleggen", "artikelen", "hoofdstukken", "delen"))
_GEHEEL = r"(?i)convenant|overeenkomst|regeling|protocol|document|stuk"
# Before a number, these say that it is not how long the list is that follows.
_NIET_VOOR = frozenset(
    (
        *("de", "deze", "alle", "die", "hun", "haar", "artikel", "lid", "binnen", "na", "elke"),
        *("per", "van", "minstens", "minimaal", "minste", "tenminste", "maximaal", "hoogste"),
        *("hoogstens", "dan"),
    )
)
_TIJD = ("dagen", "weken", "maanden", "jaren", "uren", "kwartalen")
_REST = 5  # so many words may stand between what is counted and the colon


class Ingang(NamedTuple):
    """An entry of a list of contents: its words, its number and title, and where it stands."""

    tekst: str
    nummer: str
    naam: str
    position: Position


def check_inhoudsopgave(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """A list of contents in the text has the headings of the text, and no others."""
    koppen = [
        element
        for element in elementen(onderzoek.convenant.delen)
        if element.soort not in ZONDER_KOP and not is_besluit(element)
    ]
    lijsten = [kop for kop in koppen if is_inhoud(kop)]
    for lijst in lijsten:
        zelf = {id(element) for element in elementen([lijst])}
        echt = [kop for kop in koppen if id(kop) not in zelf]
        yield from _tegen(list(_ingangen(lijst))[:_MEESTE], echt)


def _tegen(ingangen: Sequence[Ingang], koppen: Sequence[Element]) -> Iterator[Diagnostic]:
    register = Koppen(koppen)
    genoemd: set[int] = set()
    for ingang in ingangen:
        if _sleutel(ingang.tekst) in _GROEPEN and not register.heeft(ingang.tekst):
            continue
        kop = register.van(ingang, genoemd)
        if kop is None:
            tip = "haal de regel uit de inhoudsopgave, of voeg het onderdeel toe"
            wat = "een kop met die naam is er niet"
            yield CODES["CV146"].at(ingang.position, woorden=ingang.tekst, wat=wat, tip=tip)
            continue
        genoemd.add(id(kop))
        if _sleutel(plain(kop.opschrift)) not in (_sleutel(ingang.naam), _sleutel(ingang.tekst)):
            wat = f"de kop op {kop.position} is '{titel(kop)}'"
            tip = "maak de regel van de inhoudsopgave en de kop gelijk"
            yield CODES["CV146"].at(ingang.position, woorden=ingang.tekst, wat=wat, tip=tip)
    yield from _niet_genoemd(koppen, genoemd)


class Koppen:
    """Headings by what an entry of a list of contents may call them."""

    def __init__(self, koppen: Iterable[Element]) -> None:
        self._op: dict[str, list[Element]] = {}
        for kop in koppen:
            naam, nummer = _sleutel(plain(kop.opschrift)), kop.nummer.lower()
            for key in {_sleutel(titel(kop)), f"{nummer} {naam}", naam, f"nr {nummer}"}:
                self._op.setdefault(key, []).append(kop)

    def heeft(self, naam: str) -> bool:
        """Tell whether a heading is called so."""
        return _sleutel(naam) in self._op

    def van(self, ingang: Ingang, genoemd: set[int]) -> Element | None:
        """Return the heading of an entry: by its words, by its number, or the one most alike."""
        naam, tekst = _sleutel(ingang.naam), _sleutel(ingang.tekst)
        for key in (tekst, f"{ingang.nummer} {naam}", naam, f"nr {ingang.nummer}"):
            over = [kop for kop in self._op.get(key, ())[:_MEESTE] if id(kop) not in genoemd]
            if over and (not key.startswith("nr ") or (ingang.nummer and self._een(over, ingang))):
                return over[0]
        lijkt = get_close_matches(naam[:200], list(self._op)[:_MEESTE], 1, _LIJKT)
        return self._op[lijkt[0]][0] if lijkt else None

    @staticmethod
    def _een(over: Sequence[Element], ingang: Ingang) -> bool:
        """Tell whether a number names one heading, of the kind that the entry says if it does."""
        soort = ingang.tekst.split()[0].lower()
        return len(over) == 1 and (soort not in _SOORTEN.values() or over[0].soort == soort)


def _niet_genoemd(koppen: Sequence[Element], genoemd: set[int]) -> Iterator[Diagnostic]:
    """Yield headings that a list leaves out, of those kinds of which it has nearly all."""
    for soort in dict.fromkeys(kop.soort for kop in koppen):
        rij = [kop for kop in koppen if kop.soort == soort and (kop.nummer or soort == "overleg")]
        mist = [kop for kop in rij if id(kop) not in genoemd]
        if len(mist) < len(rij) and len(rij) - len(mist) >= _DEKT * len(rij):
            for kop in mist:
                tip = "voeg de kop toe aan de inhoudsopgave"
                wat = "deze kop ontbreekt in de inhoudsopgave"
                yield CODES["CV146"].at(kop.position, woorden=titel(kop), wat=wat, tip=tip)


def _ingangen(lijst: Element) -> Iterator[Ingang]:
    for element in elementen([lijst]):
        yield from _van_blokken(blokken(element))


def _van_blokken(bloks: Iterable[Blok], merk: str = "") -> Iterator[Ingang]:
    for blok in bloks:
        match blok:
            case Alinea():
                for regel in plain(blok.inhoud).split("\n"):
                    yield from _ingang(f"{merk} {regel}", blok.position)
                    merk = ""
            case Tabel():
                for rij in blok.rijen:
                    yield from _ingang(" ".join(map(plain, rij)), blok.position)
            case Opsomming():
                for item in blok.onderdelen:
                    yield from _van_blokken(item.inhoud, item.merk.strip(ALLE_STREPEN))
            case _:
                pass


def _ingang(regel: str, position: Position) -> Iterator[Ingang]:
    tekst = regel.strip()
    if bladzijde := re.search(_BLADZIJDE, tekst):
        tekst = tekst[: bladzijde.start()].rstrip(_LEIDT)
    tekst = tekst.rstrip(":")
    if not tekst or _sleutel(tekst) in ("pagina", "blz", "bladzijde", *INHOUD):
        return
    match = re.match(_NUMMER, tekst)
    nummer = match["nummer"].lower() if match else ""
    naam = tekst[match.end() :] if match else tekst
    yield Ingang(tekst, _ROMEINS.get(nummer, nummer), naam or tekst, position)


def _sleutel(tekst: str) -> str:
    return " ".join(tekst.lower().split()).strip(" .:")


def check_aantallen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """There are as many delen, hoofdstukken and bijlagen as the text says."""
    soorten: dict[str, int] = {}
    for element in elementen(onderzoek.convenant.delen):
        soorten[element.soort] = soorten.get(element.soort, 0) + 1
    for deel in onderzoek.passages_met(_SOORTEN):
        for match in re.finditer(_BESTAAT, deel.tekst):
            aantal = getal(match["getal"])
            er_zijn = soorten.get(_SOORTEN[match["delen"].lower()], 0)
            over = re.search(_GEHEEL, match["wat"]) and not re.search(_ELDERS, match[0])
            if over and aantal > 1 and aantal != er_zijn:
                velden = {"woorden": match[0], "er_zijn": er_zijn, "delen": match["delen"]}
                yield CODES["CV147"].at(deel.plaats(match.start()), **velden)


def check_lijstgetallen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """A list has as many items as the sentence before it says."""
    for plek in onderzoek.blokplekken:
        if not isinstance(plek.blok, Opsomming) or not isinstance(plek.voor, Alinea):
            continue
        tekst = plek.voor_tekst[-_VER:].rpartition(". ")[2]
        aantal, woorden = _aangekondigd(tekst) if tekst.endswith(":") else (0, "")
        er_zijn = len(plek.blok.onderdelen)
        if aantal and aantal != er_zijn:
            yield CODES["CV129"].at(plek.voor.position, woorden=woorden, er_zijn=er_zijn)


def _aangekondigd(zin: str) -> tuple[int, str]:
    """Return how many items a sentence says that follow, and the words from there on; 0 for none.

    "Het overleg kent drie fasen:" says so, "de twee gemeenten hebben als taken:" does not: it
    counts what was there before.
    """
    woorden = zin.removesuffix(":").split()
    for at, woord in enumerate(woorden):
        aantal = getal(woord)
        if aantal <= 1 or not _telt_op(woorden[:at]):
            continue
        na = woorden[at + 1 :]
        if na and na[0].endswith("e") and na[0].islower():
            na = na[1:]  # "drie vaste fasen"
        if na and na[0].rstrip(",").endswith(("en", "s")) and not na[0].endswith(_TIJD):
            rest = na[1:]
            if na[0].endswith(",") and rest not in (["te", "weten"], ["namelijk"]):
                continue
            if len(rest) <= _REST and "volgende" not in rest and not any("," in w for w in rest):
                return aantal, f"{' '.join(woorden[at:])}:"
    return 0, ""


def _telt_op(voor: Sequence[str]) -> bool:
    """Tell whether the words before a number let it be that of what follows."""
    if list(voor[-2:]) == ["de", "volgende"]:
        return voor[-3:-2] != ["van"]
    return not voor or voor[-1].lower() not in _NIET_VOOR


CONTROLES = (
    Controle(check_inhoudsopgave, "nalezen"),
    Controle(check_aantallen, "nalezen"),
    Controle(check_lijstgetallen, "nalezen"),
)
