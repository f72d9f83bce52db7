"""The controles of sentences: that they end, and that no paragraph is broken off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.controles.opbouw.alineas import (
    FORMULE,
    blokplekken,
    einde_van,
    eindigt_open,
    slotteken,
)
from convenantwerk.tekst.boom import Alinea, Figuur, Nadruk, Opsomming, Registerplaats, Tabel, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.controles.opbouw.alineas import Blokplek

_WOORDEN = 6  # what is shorter may be a title or a name
_LAATSTE = 4  # so many words are shown of a sentence
# Words that no sentence ends in. "zijn", "op" or "aan" may end one: "voor zover zij er zijn".
_OPEN_WOORD = re.compile(
    r"(?:\A|\s)(?:en|of|de|het|een|van|voor|met|te|tot|dat|die|om|als|zoals|naar|ten|ter|der|des"
    r"|dit|deze|hun|onze|welke|alsmede|tussen|door|bij)\Z"
)
# Outside artikelen, what has none of these may be a line of a title page.
_WERKWOORD = re.compile(
    r"\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|kan|kunnen|moet|moeten|zal"
    r"|zullen|mag|mogen|geldt|gelden|blijft|blijven|gaat|gaan|komt|komen|maakt|maken|stelt|stellen"
    r"|geeft|geven|neemt|nemen|houdt|houden|staat|staan|zorgt|zorgen|werkt|werken|voert|voeren"
    r"|richt|richten|vindt|vinden|bestaat|bestaan|dient|dienen)\b"
)
_ADRES = re.compile(r"(?:://|www\.|@)\S*\Z")


def check_zinnen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every sentence of a lid or paragraph has an end, and none is cut in two or broken off."""
    for plek in blokplekken(onderzoek.convenant):
        if plek.onderdeel is None and isinstance(plek.blok, Alinea):
            yield from _alinea(plek, plek.blok)


def _alinea(plek: Blokplek, alinea: Alinea) -> Iterator[Diagnostic]:
    tekst = plain(alinea.inhoud).strip()
    if not tekst or _is_geen_zin(plek, alinea, tekst):
        return
    woorden = tekst.split()
    teken = slotteken(tekst)
    begin = _gebroken_begin(plek, tekst, woorden)
    if begin is not None:
        yield begin
    gebroken = teken == "," or (not teken and _OPEN_WOORD.search(tekst))
    vervolgd = not teken and isinstance(plek.na, Alinea) and _begint_klein(plek.na)
    if not (gebroken or vervolgd) and (teken or not _is_zin(plek, woorden, tekst)):
        return
    code = "CV143" if gebroken or vervolgd else "CV142"
    if gebroken and isinstance(plek.na, Alinea) and _begint_klein(plek.na) and teken:
        return  # a sentence that goes on below, as after a formula
    einde = einde_van(alinea.inhoud, alinea.position)
    yield CODES[code].at(einde, woorden=" ".join(woorden[-_LAATSTE:]))


def _is_geen_zin(plek: Blokplek, alinea: Alinea, tekst: str) -> bool:
    return (
        plek.element.soort == "slot"
        or "\n" in tekst
        or isinstance(plek.na, Opsomming)
        or eindigt_open(alinea.inhoud)
        or bool(FORMULE.match(tekst))
        or bool(_ADRES.search(tekst))
        or all(isinstance(inline, Nadruk) for inline in alinea.inhoud)
    )


def _is_zin(plek: Blokplek, woorden: list[str], tekst: str) -> bool:
    """Tell whether words without an end are a sentence: in a lid all are, elsewhere long ones."""
    if isinstance(plek.na, Registerplaats | Tabel | Figuur):
        return False
    if plek.in_lid:
        return len(woorden) > 1 and (plek.na is None or len(woorden) >= _WOORDEN)
    if len(woorden) < _WOORDEN:
        return False
    return plek.element.soort == "artikel" or bool(_WERKWOORD.search(tekst))


def _begint_klein(alinea: Alinea) -> bool:
    return plain(alinea.inhoud).lstrip()[:1].islower()


def _gebroken_begin(plek: Blokplek, tekst: str, woorden: list[str]) -> Diagnostic | None:
    """Return that a paragraph has no begin, when one that is whole stands before it."""
    if not tekst[:1].islower() or len(woorden) < _WOORDEN or plek.in_lid:
        return None
    if not isinstance(plek.voor, Alinea) or slotteken(plain(plek.voor.inhoud)) != ".":
        return None
    eerste = woorden[0]
    if any(c.isupper() or c.isdigit() or c == "'" for c in eerste):
        return None  # "iCOV", "e-Herkenning"
    return CODES["CV143"].at(plek.blok.position, woorden=" ".join(woorden[:_LAATSTE]))


CONTROLES = (Controle(check_zinnen, "nalezen"),)
