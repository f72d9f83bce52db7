"""What a dossier says of findings: that one is graver here, or less, or no matter, and why.

It says so in convenant.yaml, or by an opmerking in the source, at the words; that counts first.

A fout stays one: it keeps a text with "[Naam Partij]" in it from being adopted, and no setting may
let that through. So only a waarschuwing or a hint about the text can be changed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

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
from convenantwerk.dossier.dossier import Schakelaar
from convenantwerk.tekst.boom import (
    Alinea,
    Element,
    Onderdeel,
    Opsomming,
    Tabel,
    Tekst,
    Verwijzing,
    Voetnoot,
    alle_blokken,
    alle_inline,
    blokken,
    elementen,
    inhouden,
)
from convenantwerk.tekst.omgeving import omgevingen

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from convenantwerk.basis.diagnostics import Code, Diagnostic
    from convenantwerk.controles.onderzoek import Groep
    from convenantwerk.tekst.boom import Convenant, Inline

_TABELLEN: tuple[tuple[Groep, tuple[Code, ...]], ...] = (
    ("nalezen", (*termen.CODES, *opbouw.CODES, *overeenstemming.CODES, *volledigheid.CODES)),
    ("taal", taal.CODES),
    ("stijl", stijl.CODES),
)
_GROEPEN = {code.code: groep for groep, codes in _TABELLEN for code in codes}
_EIGEN = ("CV116", "CV117", "CV118", "CV119")
# What a dossier may say of: the findings about its text, but those about what it says of them.
OVER_TEKST = tuple(code for code in CODES if code.startswith("CV1") and code not in _EIGEN)
_Regel = tuple[str, int]
_Gemerkt = Element | Alinea | Onderdeel | Tabel


class _Opgave(NamedTuple):
    """A schakelaar with where it counts, for who reads of it, and what to do when it is not needed.

    Args:
        schakelaar: as it stands in convenant.yaml, or as an opmerking in the source says it.
        waar: where it counts, in words.
        tip: what to do when it changes nothing.
        regels: the files and lines that it is about, None for all.
    """

    schakelaar: Schakelaar
    waar: str
    tip: str
    regels: frozenset[_Regel] | None = None


_Genummerd = tuple[int, _Opgave]


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
    opgaven = list(_opgaven(schakelaars, convenant))
    if not opgaven:
        return found
    bezwaren = {n: bezwaar for n, one in enumerate(opgaven) for bezwaar in _kan(one.schakelaar)}
    goed = [(n, one) for n, one in enumerate(opgaven) if n not in bezwaren]
    bij_regel = _per_regel(goed)
    overal = [(n, one) for n, one in goed if one.regels is None]
    adressen = _adressen(convenant) if any(one.schakelaar.bij for _, one in goed) else {}
    gebruikt: set[int] = set()
    uit: list[Diagnostic] = list(bezwaren.values())
    for finding in found:
        regel = finding.position.path, finding.position.line
        waar = adressen.get(regel, ())
        hier = bij_regel.get((finding.code, *regel), ())
        fits = ((n, o.schakelaar) for n, o in (*hier, *overal) if _past(o, finding, waar))
        number, schakelaar = next(fits, (-1, None))
        gebruikt.add(number)
        if schakelaar is None:
            uit.append(finding)
        elif schakelaar.ernst != "uit":
            uit.append(replace(finding, ernst=schakelaar.ernst))
    for number, one in goed:
        code = one.schakelaar.code
        if number not in gebruikt and _GROEPEN.get(code, "tekst") in gevraagd:
            velden = {"code": code, "waar": one.waar, "tip": one.tip}
            uit.append(CODES["CV117"].at(one.schakelaar.position, **velden))
    return uit


def _per_regel(opgaven: Iterable[_Genummerd]) -> Mapping[tuple[str, str, int], list[_Genummerd]]:
    """Return what counts at a line only, by the code, the file and the line."""
    found: dict[tuple[str, str, int], list[_Genummerd]] = {}
    for number, one in opgaven:
        for path, line in one.regels or ():
            found.setdefault((one.schakelaar.code, path, line), []).append((number, one))
    return found


def _opgaven(schakelaars: Iterable[Schakelaar], convenant: Convenant) -> Iterator[_Opgave]:
    """Yield what source and convenant.yaml say of findings; what counts for fewer words first."""
    for part in _met_opmerkingen(convenant):
        noten = {
            (inline.position.path, inline.position.line)
            for inline in _inline_in(part)
            if isinstance(inline, Tekst | Verwijzing | Voetnoot)
        }
        for one in part.opmerkingen:
            plaats = one.position
            eerste, laatste = one.regels
            regels = {(plaats.path, line) for line in range(eerste, laatste + 1)} | noten
            schakelaar = Schakelaar(one.code, "uit", one.waarom, "", one.woorden, plaats)
            yield _Opgave(schakelaar, "op deze plaats", "haal de opmerking weg", frozenset(regels))
    for schakelaar in schakelaars:
        waar = f"bij '{schakelaar.bij}'" if schakelaar.bij else "in dit convenant"
        yield _Opgave(schakelaar, waar, "haal hem weg uit convenant.yaml")


def _met_opmerkingen(convenant: Convenant) -> Iterator[_Gemerkt]:
    """Yield what is read with opmerkingen: headings, alineas, onderdelen and tables."""
    for element in elementen(convenant.delen):
        if element.opmerkingen:
            yield element
        for blok in alle_blokken(blokken(element)):
            if isinstance(blok, Alinea | Tabel) and blok.opmerkingen:
                yield blok
            elif isinstance(blok, Opsomming):
                yield from (one for one in blok.onderdelen if one.opmerkingen)


def _inline_in(part: _Gemerkt) -> Iterator[Inline]:
    """Yield the words of a part, with those of the notes that it calls."""
    match part:
        case Element():
            yield from alle_inline((*part.vooraf, *part.opschrift))
        case _:
            bloks = part.inhoud if isinstance(part, Onderdeel) else (part,)
            for blok in alle_blokken(bloks):
                yield from (one for inhoud in inhouden(blok) for one in alle_inline(inhoud))


def _past(opgave: _Opgave, finding: Diagnostic, waar: Iterable[str]) -> bool:
    schakelaar = opgave.schakelaar
    return (
        schakelaar.code == finding.code
        and (not schakelaar.bij or schakelaar.bij in waar)
        and schakelaar.woorden in (finding.onderwerp, "")
    )


def _kan(schakelaar: Schakelaar) -> Iterator[Diagnostic]:
    """Yield why a schakelaar cannot be."""
    code = CODES.get(schakelaar.code)
    if code is None or code.code not in OVER_TEKST:
        reden = f"'{schakelaar.code}' is geen bevinding over de tekst"
        tip = (
            bedoelde(schakelaar.code, OVER_TEKST)
            or "neem de code over zoals 'controleer' die noemt"
        )
        yield CODES["CV116"].at(schakelaar.position, reden=reden, tip=tip)
    elif code.ernst == "fout":
        reden = f"{schakelaar.code} is een fout, en een fout blijft er een"
        tip = "los haar op in de tekst; alleen een waarschuwing of een hint is te wijzigen"
        yield CODES["CV116"].at(schakelaar.position, reden=reden, tip=tip)


def _adressen(convenant: Convenant) -> Mapping[_Regel, set[str]]:
    """Return by file and line the addresses of what stands there: of the element and the lid."""
    found: dict[_Regel, set[str]] = defaultdict(set)
    for omgeving, inline in omgevingen(convenant):
        position = getattr(inline, "position", None)
        verder = [plaats for _, plaats in getattr(inline, "vervolg", ())]
        for plaats in (position, *verder) if position is not None else ():
            found[plaats.path, plaats.line] |= {omgeving.element.anker, omgeving.adres}
    for element in elementen(convenant.delen):
        for blok in (element, *alle_blokken(blokken(element))):
            found[blok.position.path, blok.position.line].add(element.anker)
    return found
