"""What a dossier says of findings: that one is graver here, or less, or no matter, and why.

A fout stays one: it keeps a text with "[Naam Partij]" in it from being adopted, and no setting may
let that through. So only a waarschuwing or a hint about the text can be changed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import (
    CODES,
    opbouw,
    overeenstemming,
    stijl,
    taal,
    termen,
    volledigheid,
)
from convenantwerk.basis.diagnostics import bedoelde
from convenantwerk.tekst.boom import alle_blokken, blokken, elementen
from convenantwerk.tekst.omgeving import omgevingen

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from convenantwerk.basis.diagnostics import Code, Diagnostic
    from convenantwerk.controles.onderzoek import Groep
    from convenantwerk.dossier.dossier import Schakelaar
    from convenantwerk.tekst.boom import Convenant

_OVER_TEKST = "CV1"
_TABELLEN: tuple[tuple[Groep, tuple[Code, ...]], ...] = (
    ("nalezen", (*termen.CODES, *opbouw.CODES, *overeenstemming.CODES, *volledigheid.CODES)),
    ("taal", taal.CODES),
    ("stijl", stijl.CODES),
)
_GROEPEN = {code.code: groep for groep, codes in _TABELLEN for code in codes}
_EIGEN = ("CV116", "CV117")
_Regel = tuple[str, int]


def geschakeld(
    diagnostics: Iterable[Diagnostic],
    schakelaars: Sequence[Schakelaar],
    convenant: Convenant,
    gevraagd: Container[Groep],
) -> list[Diagnostic]:
    """Return findings as the dossier wants them, and what is wrong with what it wants.

    Args:
        diagnostics: what was found.
        schakelaars: of convenant.yaml, in their order; the first that fits counts.
        convenant: the text, which tells in which element and lid a finding is.
        gevraagd: the groups of controles that were asked; of what another would find is not known
            whether its schakelaar is still needed.
    """
    found = list(diagnostics)
    if not schakelaars:
        return found
    bezwaren = {number: bezwaar for number, one in enumerate(schakelaars) for bezwaar in _kan(one)}
    goed = [(n, one) for n, one in enumerate(schakelaars) if n not in bezwaren]
    adressen = _adressen(convenant) if any(one.bij for _, one in goed) else {}
    gebruikt: set[int] = set()
    uit: list[Diagnostic] = list(bezwaren.values())
    for finding in found:
        waar = adressen.get((finding.position.path, finding.position.line), ())
        fits = ((n, one) for n, one in goed if _past(one, finding, waar))
        number, schakelaar = next(fits, (-1, None))
        gebruikt.add(number)
        if schakelaar is None:
            uit.append(finding)
        elif schakelaar.ernst != "uit":
            uit.append(replace(finding, ernst=schakelaar.ernst))
    for number, one in goed:
        if number not in gebruikt and _GROEPEN.get(one.code, "tekst") in gevraagd:
            waar_ = f"bij '{one.bij}'" if one.bij else "in dit convenant"
            uit.append(CODES["CV117"].at(one.position, code=one.code, waar=waar_))
    return uit


def _past(schakelaar: Schakelaar, finding: Diagnostic, waar: Iterable[str]) -> bool:
    return (
        schakelaar.code == finding.code
        and (not schakelaar.bij or schakelaar.bij in waar)
        and schakelaar.woorden in (finding.onderwerp, "")
    )


def _kan(schakelaar: Schakelaar) -> Iterator[Diagnostic]:
    """Yield why a schakelaar cannot be."""
    code = CODES.get(schakelaar.code)
    over_tekst = [c for c in CODES if c.startswith(_OVER_TEKST) and c not in _EIGEN]
    if code is None or code.code not in over_tekst:
        reden = f"'{schakelaar.code}' is geen bevinding over de tekst"
        tip = (
            bedoelde(schakelaar.code, over_tekst)
            or "neem de code over zoals 'controleer' die noemt"
        )
        yield CODES["CV116"].at(schakelaar.position, reden=reden, tip=tip)
    elif code.ernst == "fout":
        reden = f"{schakelaar.code} is een fout, en een fout blijft er een"
        tip = "los haar op in de tekst; alleen een waarschuwing of een hint is te wijzigen"
        yield CODES["CV116"].at(schakelaar.position, reden=reden, tip=tip)


def _adressen(convenant: Convenant) -> Mapping[_Regel, tuple[str, ...]]:
    """Return by file and line the addresses of what stands there: of the element and the lid."""
    found: dict[_Regel, tuple[str, ...]] = {}
    for omgeving, inline in omgevingen(convenant):
        position = getattr(inline, "position", None)
        verder = [plaats for _, plaats in getattr(inline, "vervolg", ())]
        for plaats in (position, *verder) if position is not None else ():
            key = (plaats.path, plaats.line)
            found[key] = (*found.get(key, ()), omgeving.element.anker, omgeving.adres)
    for element in elementen(convenant.delen):
        for blok in (element, *alle_blokken(blokken(element))):
            key = (blok.position.path, blok.position.line)
            found[key] = (*found.get(key, ()), element.anker)
    return found
