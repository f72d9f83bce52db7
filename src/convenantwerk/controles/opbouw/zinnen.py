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
from convenantwerk.tekst.omgeving import is_lid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.alineas import Blokplek
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.tekst.boom import Element

_WOORDEN = 6  # what is shorter may be a title or a name
_STAART = 20
_PARTIJ = (",", ", en", "; en")
_LAATSTE = 4  # so many words are shown of a sentence
_TUSSEN = ("en", "of")  # a line of its own between two partijen
# Behind a sentence that has its end: "Aldus vastgesteld te Leiden", "(Toegevoegd in mei)".
_ERACHTER = r"[.!?]\s+(?:(?i:aldus)\b[^.]*|\([^()]*\))\Z"
_FUNCTIE = r"De [A-Z][^.;:]*,\Z"
_KORT = 8  # words of who signs
# Words that stand before no full stop; "van" may: "waar hij last heeft van."
_NOOIT_LAATST = r"\s(?P<woord>en|of|de|der|des|ten|ter|alsmede|onze)\.(?=\s|\Z)"
_NOOIT_LAATST_KERN = (
    " en.",
    " of.",
    " de.",
    " der.",
    " des.",
    " ten.",
    " ter.",
    "alsmede.",
    " onze.",
)
_LEDEN = 3  # with a capital, beside which one without stands out
_DAGTEKENING = r"[A-Z][\w\u2019' -]{1,40}, \d{1,2} [a-z]{3,9} \d{4},?\Z"
_LABEL = r"[A-Z][\w /()-]{2,40}: \S"  # "Doelgroep: jongeren tot achttien jaar"
_ADRES = r"://|www\.|@"


def check_zinnen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every sentence of a lid or paragraph has an end, and none is cut in two or broken off."""
    for plek in onderzoek.blokplekken:
        if plek.onderdeel is None and isinstance(plek.blok, Alinea):
            yield from _alinea(plek, plek.blok)


def check_losse_einden(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No sentence stops before a word that must follow; in notes and cells, which need no end."""
    for deel in onderzoek.passages_met(_NOOIT_LAATST_KERN):
        for match in re.finditer(_NOOIT_LAATST, deel.tekst):
            woorden = deel.tekst[: match.end()].split()[-_LAATSTE:]
            yield CODES["CV143"].at(deel.plaats(match.start("woord")), woorden=" ".join(woorden))
    for deel in onderzoek.passages:
        woorden = deel.tekst.split() if deel.soort in ("noot", "cel") else []
        if len(woorden) > 1 and re.search(OPEN_WOORD, deel.tekst.rstrip()[-_STAART:]):
            at = deel.tekst.rindex(woorden[-1])
            yield CODES["CV143"].at(deel.plaats(at), woorden=" ".join(woorden[-_LAATSTE:]))


def _alinea(plek: Blokplek, alinea: Alinea) -> Iterator[Diagnostic]:
    tekst = plek.tekst
    teken = slotteken(tekst)
    gewoon = teken == "." or (teken and teken not in ",:")
    if not tekst or (gewoon and not tekst[0].islower()):
        return  # as nearly all end
    if _is_geen_zin(plek, alinea):
        return
    woorden = tekst.split()
    if teken == ":" and _is_zonder_vervolg(plek):
        einde = einde_van(alinea.inhoud, alinea.position)
        yield CODES["CV143"].at(einde, woorden=" ".join(woorden[-_LAATSTE:]))
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
        or bool(re.match(_DAGTEKENING, plek.tekst))
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
    if plek.in_lid:
        begin = [tekst[:1] for tekst in _leden(plek.element) if tekst]
        groot = sum(letter.isupper() for letter in begin)
        return plek.voor is None and groot >= _LEDEN and groot == len(begin) - 1
    return isinstance(plek.voor, Alinea) and slotteken(plek.voor_tekst) == "."


def _leden(element: Element) -> list[str]:
    """Return the first paragraph of each lid of an artikel, "" for what has none."""
    return [
        plain(lid.inhoud[0].inhoud).strip() if isinstance(lid.inhoud[0], Alinea) else ""
        for blok in element.inhoud
        if isinstance(blok, Opsomming) and is_lid(element, blok.onderdelen[0])
        for lid in blok.onderdelen
    ]


def _is_zonder_vervolg(plek: Blokplek) -> bool:
    """Tell whether what a lid leads up to is not there: another lid follows, or nothing."""
    if not plek.in_lid or plek.na is not None:
        return False
    inhoud = plek.element.inhoud
    for blok, daarna in zip(inhoud, (*inhoud[1:], None), strict=True):
        if isinstance(blok, Opsomming):
            *eerder, laatste = (
                any(one is plek.blok for one in lid.inhoud) for lid in blok.onderdelen
            )
            if laatste or any(eerder):
                return not laatste or daarna is None
    return False


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
