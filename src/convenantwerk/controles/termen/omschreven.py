"""The controles of definitions: each term once, before it is used, and for something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.controles.termen.gebruik import woorden_in
from convenantwerk.controles.termen.woordvormen import grondvorm
from convenantwerk.tekst.boom import elementen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.controles.termen.definities import Definitie
    from convenantwerk.controles.termen.gebruik import Hoofdwoord, Termgebruik, Woord

_DEEL_VAN = 5  # letters of a term that is looked for within longer words
_MEEST = 200  # terms that are looked for so, which takes the whole text for each


def check_tweemaal(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Each term is defined once; what is said of it a second time is not something else."""
    eerste: dict[str, Definitie] = {}
    for definitie in onderzoek.termgebruik.definities:
        if definitie.wijze in ("haakjes", "afkorting"):
            continue
        eerder = eerste.setdefault(grondvorm(definitie.term), definitie)
        if eerder is definitie or _is_meervoud(eerder, definitie):
            continue
        een, ander = _woorden(eerder.tekst), _woorden(definitie.tekst)
        code = CODES["CV130" if een and ander and een != ander else "CV131"]
        yield code.at(definitie.position, term=definitie.term, eerder=eerder.position)


def _is_meervoud(een: Definitie, ander: Definitie) -> bool:
    """Tell whether a sentence gives both: "elk te noemen Partij en samen te noemen Partijen"."""
    return een.passage == ander.passage and een.term != ander.term and een.wijze == "hierna"


def _woorden(tekst: str) -> list[str]:
    """Return the words of a definition, without what a list puts behind it: "; en"."""
    woorden = woorden_in(tekst.lower())
    return woorden[:-1] if tekst.endswith(("; en", "; of")) else woorden


def check_ongebruikt(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Each term that is defined is used; of a text with parts that are missing nothing is said."""
    gebruik = onderzoek.termgebruik
    ongebruikt = [d for d in gebruik.definities if _is_ongebruikt(gebruik, d)][:_MEEST]
    if not ongebruikt or any(e.ontbreekt for e in elementen(onderzoek.convenant.delen)):
        return
    alles = "\n".join((*gebruik.klein, *gebruik.hoofd)).lower()
    for definitie in ongebruikt:
        term = definitie.term.lower()
        doen, van, _ = term.partition(" van ")
        if van and doen.endswith("en") and grondvorm(doen) in alles:
            continue  # "verstrekken van gegevens", and the text says "verstrekt", "verstrekking"
        zelf = 0 if definitie.wijze == "lijst" else 1  # it stands in the text that defines it
        if len(term) < _DEEL_VAN or alles.count(term) <= zelf:
            yield CODES["CV132"].at(definitie.position, term=definitie.term)


def _is_ongebruikt(gebruik: Termgebruik, definitie: Definitie) -> bool:
    """Tell whether neither a term nor another name of it stands as a word in the text."""
    if definitie.wijze == "afkorting":
        return False
    for naam in definitie.namen:
        woorden = [grondvorm(woord) for woord in woorden_in(naam)]
        if len(woorden) > 1 and gebruik.vindplaatsen.get(tuple(woorden)):
            return False
        eigen = 1 if definitie.wijze == "lijst" else 0
        if len(woorden) == 1 and (
            gebruik.aantal(woorden[0]) > 1 - eigen or gebruik.omschreven[woorden[0]] > eigen
        ):
            return False
        if not woorden:  # a sign is looked for by nobody
            return False
    return True


def check_te_vroeg(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """A short name that a sentence gives ("hierna: de AP") is not used before it.

    A list of definitions may stand anywhere: whoever misses a term looks there.
    """
    gebruik = onderzoek.termgebruik
    gezien: set[str] = set()
    for definitie in gebruik.definities:
        if definitie.wijze not in ("hierna", "afkorting") or definitie.term in gezien:
            continue
        gezien.add(definitie.term)
        if definitie.term.lower() in gebruik.namen:
            continue
        rij = gebruik.groot.get(grondvorm(definitie.term), ())
        eerste: Woord | Hoofdwoord | None = (
            gebruik.hoofd.get(definitie.term)
            if definitie.wijze == "afkorting"
            else next((one for one in rij if one.los and one.woord == definitie.term), None)
        )
        if eerste and eerste.passage < definitie.passage:
            velden = {"term": definitie.term, "later": definitie.position}
            yield CODES["CV133"].at(gebruik.plaats(eerste), **velden)


CONTROLES = (
    Controle(check_tweemaal, "nalezen"),
    Controle(check_ongebruikt, "nalezen"),
    Controle(check_te_vroeg, "nalezen"),
)
