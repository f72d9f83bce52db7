"""The controles of sentences: that they end, and that no paragraph is broken off."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.alineas import (
    FORMULE,
    OPEN_WOORD,
    WERKWOORD,
    einde_van,
    eindigt_open,
    is_handtekening,
    slotteken,
)
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.tekst.boom import Alinea, Figuur, Nadruk, Opsomming, Registerplaats, Tabel, plain

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.controles.alineas import Blokplek
    from convenantwerk.controles.onderzoek import Onderzoek

_WOORDEN = 6  # what is shorter may be a title or a name
_STAART = 20
_PARTIJ = (",", ", en", "; en")
_LAATSTE = 4  # so many words are shown of a sentence
_ERVOOR = 200  # characters that those may take
_TUSSEN = ("en", "of")  # a line of its own between two partijen
# Behind a sentence that has its end: "Aldus vastgesteld te Leiden", "(Toegevoegd in mei)".
_ERACHTER = r"[.!?]\s+(?:(?i:aldus)\b[^.]*|\([^()]*\))\Z"
_FUNCTIE = r"De [A-Z][^.;:]*,\Z"
_KORT = 8  # words of who signs
# Words that stand before no full stop; "van" may: "waar hij last heeft van."
_NOOIT_LAATST = ("en", "of", "de", "der", "des", "ten", "ter", "alsmede", "onze")
_VOOR_EEN_PUNT = rf"\s(?P<woord>{'|'.join(_NOOIT_LAATST)})\.(?=\s|\Z)"
_VOOR_EEN_PUNT_KERN = tuple(f" {woord}." for woord in _NOOIT_LAATST)
# A cell may be a label: "Geldig tot", "Vastgesteld door", "Wie doet het".
_OPEN_CEL = (
    rf"\s(?:{'|'.join(_NOOIT_LAATST)}|een"
    r"|(?:aan|bij|door|in|met|naar|onder|op|over|tot|uit|van|voor) het)\Z"
)
_LEDEN = 3  # with a capital, beside which one without stands out
_DAGTEKENING = r"[A-Z][\w\u2019' -]{1,40}, \d{1,2} [a-z]{3,9} \d{4},?\Z"
_LABEL = r"[A-Z][\w /()-]{2,40}: \S"  # "Doelgroep: jongeren tot achttien jaar"
_ADRES = r"://|www\.|@"


def check_zinnen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every sentence of a lid or paragraph has an end, and none is cut in two or broken off."""
    zonder_begin = _leden_zonder_begin(onderzoek.blokplekken)
    for plek in onderzoek.blokplekken:
        if plek.onderdeel is None and isinstance(plek.blok, Alinea):
            yield from _alinea(plek, plek.blok, zonder_begin)


def check_losse_einden(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No sentence stops before a word that must follow; in notes and cells, which need no end."""
    for deel in onderzoek.passages_met(_VOOR_EEN_PUNT_KERN):
        for match in re.finditer(_VOOR_EEN_PUNT, deel.tekst):
            woorden = deel.tekst[max(match.end() - _ERVOOR, 0) : match.end()].split()[-_LAATSTE:]
            yield CODES["CV143"].at(deel.plaats(match.start("woord")), woorden=" ".join(woorden))
    for deel in onderzoek.passages:
        open_ = {"noot": OPEN_WOORD, "cel": _OPEN_CEL}.get(deel.soort)
        woorden = deel.tekst.split() if open_ else []
        if open_ and len(woorden) > 1 and re.search(open_, deel.tekst.rstrip()[-_STAART:]):
            at = deel.tekst.rindex(woorden[-1])
            yield CODES["CV143"].at(deel.plaats(at), woorden=" ".join(woorden[-_LAATSTE:]))


def _alinea(
    plek: Blokplek, alinea: Alinea, zonder_begin: Container[Position]
) -> Iterator[Diagnostic]:
    tekst = plek.tekst
    teken = slotteken(tekst)
    gewoon = teken == "." or (teken and teken not in ",:")
    if not tekst or (gewoon and not tekst[0].islower()):
        return  # as nearly all end
    if _is_geen_zin(plek, alinea):
        return
    woorden = tekst.split()
    if teken == ":" and plek.in_lid and plek.na is None and plek.na_lid is None:
        einde = einde_van(alinea.inhoud, alinea.position)
        yield CODES["CV143"].at(einde, woorden=" ".join(woorden[-_LAATSTE:]))
    if _is_zonder_begin(plek, woorden, zonder_begin):
        eerste = " ".join(woorden[:_LAATSTE])
        yield CODES["CV143"].at(alinea.position, woorden=eerste)
    verder = plain(plek.na.inhoud).strip() if isinstance(plek.na, Alinea) else ""
    klein = verder[:1].islower() and (plek.in_lid or len(woorden) >= _WOORDEN)
    if any(deel.endswith(_PARTIJ) for deel in (plek.voor_tekst, verder)) or (
        tekst.endswith(_PARTIJ[1:])
    ):
        return  # a row of partijen, of which each has a paragraph
    if teken == ",":
        breekt_af = not verder[:1].islower()  # else a sentence that goes on below
    elif not teken:
        breekt_af = klein or bool(re.search(OPEN_WOORD, tekst[-_STAART:]))
    else:
        return
    if breekt_af or (not teken and _is_zin(plek, woorden)):
        code = "CV143" if breekt_af else "CV142"
        einde = einde_van(alinea.inhoud, alinea.position)
        yield CODES[code].at(einde, woorden=" ".join(woorden[-_LAATSTE:]))


def _is_geen_zin(plek: Blokplek, alinea: Alinea) -> bool:
    return (
        plek.element.soort == "slot"
        or "\n" in plek.tekst
        or isinstance(plek.na, Opsomming)
        or eindigt_open(alinea.inhoud)
        or plek.tekst in _TUSSEN
        or bool(re.match(FORMULE, plek.tekst))
        or bool(re.search(_ERACHTER, plek.tekst))
        or is_handtekening(plek.tekst)
        or _is_kop_van_handtekening(plek)
        or bool(re.match(_LABEL, plek.tekst))
        or bool(re.match(_DAGTEKENING, plek.tekst))
        or bool(re.search(_ADRES, plek.tekst.split(" ")[-1]))
        or all(isinstance(inline, Nadruk) for inline in alinea.inhoud)
    )


def _is_kop_van_handtekening(plek: Blokplek) -> bool:
    """Tell whether it is who signs, with the name below or still open: "De voorzitter van X,"."""
    kort = len(plek.tekst.split()) <= _KORT and not plek.in_lid
    return kort and bool(re.match(_FUNCTIE, plek.tekst)) and not re.search(WERKWOORD, plek.tekst)


def _is_zonder_begin(plek: Blokplek, woorden: list[str], zonder_begin: Container[Position]) -> bool:
    """Tell whether a paragraph has no begin, where one that is whole stands before it."""
    if not woorden[0].isalpha() or not woorden[0].islower() or len(woorden) < _WOORDEN:
        return False  # "iCOV", "e-Herkenning"
    if plek.in_lid:
        return plek.blok.position in zonder_begin
    return isinstance(plek.voor, Alinea) and slotteken(plek.voor_tekst) == "."


def _leden_zonder_begin(plekken: Iterable[Blokplek]) -> set[Position]:
    """Return where a lid begins with a small letter, and all others of its artikel do not."""
    begin: dict[int, list[Blokplek]] = defaultdict(list)
    for plek in plekken:
        if plek.in_lid and plek.voor is None and plek.tekst:
            begin[id(plek.element)].append(plek)
    klein = (
        [plek for plek in leden if not plek.tekst[0].isupper()]
        for leden in begin.values()
        if len(leden) > _LEDEN
    )
    return {een.blok.position for een, *meer in filter(None, klein) if not meer}


def _is_zin(plek: Blokplek, woorden: list[str]) -> bool:
    """Tell whether words without an end are a sentence: in a lid all are, elsewhere long ones."""
    if isinstance(plek.na, Registerplaats | Tabel | Figuur):
        return False
    if plek.in_lid:
        return len(woorden) > 1 and (plek.na is None or len(woorden) >= _WOORDEN)
    if len(woorden) < _WOORDEN:
        return False
    return plek.element.soort == "artikel" or bool(re.search(WERKWOORD, plek.tekst))


CONTROLES = (
    Controle(check_zinnen, "nalezen"),
    Controle(check_losse_einden, "nalezen"),
)
