"""The controles of sentences: that they end, and that no paragraph is broken off."""

from __future__ import annotations

import re
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
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.alineas import Blokplek
    from convenantwerk.controles.onderzoek import Onderzoek

_WOORDEN = 6  # what is shorter may be a title or a name
_STAART = 20
_PARTIJ = (",", ", en", "; en")
_LAATSTE = 4  # so many words are shown of a sentence
_TUSSEN = ("en", "of")  # a line of its own between two partijen
# Behind a sentence that has its end: "Aldus vastgesteld te Leiden", "(Toegevoegd in mei)".
_ERACHTER = r"[.!?]\s+(?:(?i:aldus)\b[^.]*|\([^()]*\))\Z"
_FUNCTIE = r"De [A-Z][^.;:]*,\Z"
_KORT = 8  # words of who signs
_LABEL = r"[A-Z][\w /()-]{2,40}: \S"  # "Doelgroep: jongeren tot achttien jaar"
_ADRES = r"://|www\.|@"


def check_zinnen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every sentence of a lid or paragraph has an end, and none is cut in two or broken off."""
    for plek in onderzoek.blokplekken:
        if plek.onderdeel is None and isinstance(plek.blok, Alinea):
            yield from _alinea(plek, plek.blok)


def _alinea(plek: Blokplek, alinea: Alinea) -> Iterator[Diagnostic]:
    tekst = plek.tekst
    teken = slotteken(tekst)
    if not tekst or (teken and teken != "," and not tekst[0].islower()):
        return  # as nearly all end
    if _is_geen_zin(plek, alinea):
        return
    woorden = tekst.split()
    if _is_zonder_begin(plek, woorden):
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
        or bool(re.search(_ADRES, plek.tekst.split(" ")[-1]))
        or all(isinstance(inline, Nadruk) for inline in alinea.inhoud)
    )


def _is_kop_van_handtekening(plek: Blokplek) -> bool:
    """Tell whether it is who signs, with the name below or still open: "De voorzitter van X,"."""
    kort = len(plek.tekst.split()) <= _KORT and not plek.in_lid
    return kort and bool(re.match(_FUNCTIE, plek.tekst)) and not re.search(WERKWOORD, plek.tekst)


def _is_zonder_begin(plek: Blokplek, woorden: list[str]) -> bool:
    """Tell whether a paragraph has no begin, where one that is whole stands before it."""
    if not woorden[0].isalpha() or not woorden[0].islower() or len(woorden) < _WOORDEN:
        return False  # "iCOV", "e-Herkenning"
    return not plek.in_lid and isinstance(plek.voor, Alinea) and slotteken(plek.voor_tekst) == "."


def _is_zin(plek: Blokplek, woorden: list[str]) -> bool:
    """Tell whether words without an end are a sentence: in a lid all are, elsewhere long ones."""
    if isinstance(plek.na, Registerplaats | Tabel | Figuur):
        return False
    if plek.in_lid:
        return len(woorden) > 1 and (plek.na is None or len(woorden) >= _WOORDEN)
    if len(woorden) < _WOORDEN:
        return False
    return plek.element.soort == "artikel" or bool(re.search(WERKWOORD, plek.tekst))


CONTROLES = (Controle(check_zinnen, "nalezen"),)
