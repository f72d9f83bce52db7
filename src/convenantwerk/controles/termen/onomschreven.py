"""The controle of terms that nothing explains: a capital, an abbreviation, a usual term."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.controles.termen.gebruik import woorden_in
from convenantwerk.controles.termen.woordvormen import (
    GEWONE_AFKORTINGEN,
    TYPISCH,
    VOOR_NAAMWOORD,
    grondvorm,
    is_bijvoeglijk,
    is_naam,
    is_naamwoord,
    keer,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.controles.termen.gebruik import Hoofdwoord, Termgebruik, Woord

_KORTSTE = 3  # letters of a term
_VAAK = 3  # uses of a word that most texts define
_UITLEG_ERACHTER = r"\b(?P<kort>[A-Z]{2,8}) \([^\W\d_][^()\s]+(?: [^()\s]+)+\)"
_UITLEG_ERVOOR = (
    r"(?P<lang>(?:\b[A-Z][\w-]+ (?:(?:van|voor|de|het|en) )*){2,6})(?P<kort>[A-Z]{2,6})\b"
)
_ZIN_VAN = "in de zin van"
# A text that leaves its terms to another: "de begrippen hebben de betekenis van de Voorwaarden".
# Not to a law, which has a few of them only, and not to itself.
_ELDERS = (
    r"(?i)\b(?:begrippen|definities|termen)\b[^.;]{0,200}\b(?:omschreven|gedefinieerd|bepaald|vermeld"
    r"|opgenomen|toegekend)\b[^.;]{0,200}(?<!\bdit )(?<!\bdeze )"
    r"\b(?:voorwaarden|overeenkomst|convenant|regeling)\b[^.]{0,200}\bbetekenis"
)


def check_onomschreven(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """A capital in mid-sentence marks a term that is defined; a list of terms leaves none out."""
    gebruik = onderzoek.termgebruik
    if any(re.search(_ELDERS, passage.tekst) for passage in onderzoek.passages_met(("betekenis",))):
        return
    besproken = {grond for one in onderzoek.verwant for grond in one.woorden}
    for grond, rij in gebruik.groot.items():
        los = [one for one in rij if one.los]
        if not los or grond in besproken or not _is_begrip(gebruik, grond, los):
            continue
        klein = gebruik.kleine(grond)
        waarom = f"heeft {keer(len(rij))} een hoofdletter als een begrip"
        waarom += f" en {keer(klein.aantal)} niet" if klein else ""
        enkel = min(los, key=lambda one: len(one.woord))  # of "Casussen" and "Casus" the latter
        yield CODES["CV138"].at(gebruik.plaats(enkel), woord=enkel.woord, waarom=waarom)
    if gebruik.heeft_lijst:
        for woord, waarom in (*_typisch(gebruik), *_frasen(gebruik), *_afkortingen(gebruik)):
            yield CODES["CV138"].at(gebruik.plaats(woord), woord=woord.woord, waarom=waarom)


def _typisch(gebruik: Termgebruik) -> Iterator[tuple[Woord, str]]:
    """Yield words that most lists of terms have, and this one has not."""
    for woord in TYPISCH:
        grond = grondvorm(woord)
        klein = gebruik.kleine(grond)
        enkel = gebruik.klein.get(woord)
        iedereen = woord.endswith("e") and (not enkel or enkel.aantal < _VAAK)  # "betrokkenen"
        if iedereen or _naar_elders(gebruik, grond):
            continue
        if klein and klein.aantal >= _VAAK and not _bekend(gebruik, grond):
            yield klein, f"wordt {keer(klein.aantal)} gebruikt als een begrip"


def _naar_elders(gebruik: Termgebruik, grond: str) -> bool:
    """Tell whether the text says where a term is defined: "betrokkenen in de zin van artikel 4"."""
    return any(
        grondvorm(match[1]) == grond
        for passage in gebruik.passages
        if _ZIN_VAN in passage.tekst
        for match in re.finditer(rf"([^\W\d_]+) {_ZIN_VAN}", passage.tekst)
    )


def _frasen(gebruik: Termgebruik) -> Iterator[tuple[Woord, str]]:
    """Yield "Plan van Aanpak", of which the words are ordinary ones, unlike those of a name."""
    for frase in gebruik.frasen.values():
        woorden = [woord for woord in woorden_in(frase.woord) if woord[0].isupper()]
        gronden = {g for woord in woorden if (g := grondvorm(woord)) not in gebruik.termen}
        delen = tuple(grondvorm(woord) for woord in woorden_in(frase.woord))
        naam = gronden & gebruik.naamgronden or any(is_naam(woord) for woord in woorden)
        gewoon = bool(gronden) and all(_is_gewoon(gebruik, woord) for woord in woorden)
        if frase.aantal >= _VAAK and gewoon and not naam and delen not in gebruik.vindplaatsen:
            yield frase, f"heeft {keer(frase.aantal)} hoofdletters als een begrip"


def _is_gewoon(gebruik: Termgebruik, woord: str) -> bool:
    """Tell whether a word in a name is an ordinary one: it has small letters elsewhere."""
    return grondvorm(woord) in gebruik.gronden or is_naamwoord(woord) or is_bijvoeglijk(woord)


def _afkortingen(gebruik: Termgebruik) -> Iterator[tuple[Woord, str]]:
    """Yield abbreviations that neither the list nor a sentence explains."""
    uitgelegd = {naam for definitie in gebruik.definities for naam in definitie.namen}
    bekend = uitgelegd | GEWONE_AFKORTINGEN | {naam.upper() for naam in gebruik.namen}
    onbekend = {
        naam: woord
        for naam, woord in gebruik.hoofd.items()
        if naam.isalpha() and naam.isupper() and len(naam) > 1 < woord.aantal
        if naam not in bekend
    }
    teksten = (passage.tekst for passage in gebruik.passages) if onbekend else ()
    ernaast = {naam for tekst in teksten for naam in _naast_woorden(tekst)}
    for naam, woord in onbekend.items():
        if naam not in ernaast:
            yield woord, f"wordt {keer(woord.aantal)} gebruikt als een afkorting"


def _naast_woorden(tekst: str) -> Iterator[str]:
    """Yield abbreviations beside what they mean: "UBO (wie uiteindelijk baat heeft)"."""
    for match in re.finditer(_UITLEG_ERACHTER, tekst):
        yield match["kort"]
    for match in re.finditer(_UITLEG_ERVOOR, tekst):
        if "".join(woord[0] for woord in match["lang"].split() if woord[0].isupper()).endswith(
            match["kort"]
        ):
            yield match["kort"]


def _bekend(gebruik: Termgebruik, grond: str) -> bool:
    """Tell whether a word is defined, or has a part of the text of its own.

    The latter is not enough in a text that lists its terms.
    """
    beschreven = grond in gebruik.koppen and not gebruik.heeft_lijst
    return beschreven or grond in gebruik.termen or grond in gebruik.overleggen


def _is_begrip(gebruik: Termgebruik, grond: str, los: Sequence[Hoofdwoord]) -> bool:
    """Tell whether words with a capital are a term that nothing explains, and no name."""
    woord = los[0].woord
    if _bekend(gebruik, grond) or grond in gebruik.naamgronden or is_naam(woord):
        return False
    eerste, streep, _ = woord.partition("-")
    if streep and (is_naam(eerste) or _is_eigennaam(gebruik, eerste)):
        return False  # "Bibob-advies" has its capital of the Wet Bibob
    if len(woord) < _KORTSTE or not woord.replace("-", "").isalpha() or is_bijvoeglijk(woord):
        return False
    ervoor = (gebruik.woord_voor(one) for one in los)
    return (
        any(one.bepaald for one in los)
        or grond in gebruik.gronden
        or (is_naamwoord(woord) and any(one in VOOR_NAAMWOORD for one in ervoor))
    )


def _is_eigennaam(gebruik: Termgebruik, woord: str) -> bool:
    """Tell whether a word stands on its own with a capital, and never without."""
    return woord in gebruik.hoofd and grondvorm(woord) not in gebruik.gronden


CONTROLES = (Controle(check_onomschreven, "nalezen"),)
