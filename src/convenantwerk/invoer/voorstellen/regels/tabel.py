"""ONE table of the rules that can be read from a text, and the reading of all of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from convenantwerk.dossier.organen import STUURGROEP
from convenantwerk.dossier.regels import Toetredingsregel, Vergaderregel
from convenantwerk.invoer.voorstellen.bepalingen import bepalingen
from convenantwerk.invoer.voorstellen.regels.besluiten import (
    lees_geheimhouding,
    lees_melding,
    lees_toetreding,
    lees_vergaderingen,
    lees_wijziging,
)
from convenantwerk.invoer.voorstellen.regels.duur import lees_inwerking, lees_looptijd
from convenantwerk.invoer.voorstellen.regels.opzegging import lees_gevolgen, lees_opzegging
from convenantwerk.invoer.voorstellen.voorstel import Voorstel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from convenantwerk.dossier.regel import Regel
    from convenantwerk.invoer.voorstellen.bepalingen import Bepaling
    from convenantwerk.invoer.voorstellen.regels.lezing import Lezing
    from convenantwerk.tekst.boom import Element

# By the key that the rule has in convenant.yaml, in the order in which they stand there.
_LEZERS: Mapping[str, Callable[[Bepaling], Lezing | None]] = {
    "looptijd": lees_looptijd,
    "opzegging": lees_opzegging,
    "gevolgen": lees_gevolgen,
    "toetreding": lees_toetreding,
    "inwerking": lees_inwerking,
    "wijziging": lees_wijziging,
    "geheimhouding": lees_geheimhouding,
    "vergaderingen": lees_vergaderingen,
    "melding": lees_melding,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelvoorstel(Voorstel):
    """A rule that the text states, or seems to state.

    Args:
        naam: its key in convenant.yaml.
        regel: the rule, with its `artikel`; None when no rule can say what the text says.
        zijdelings: the sentence is about something else, and says this in passing.
    """

    naam: str
    regel: Regel | None
    zijdelings: bool = False

    @property
    def zeker(self) -> bool:
        """Whether it may be written into convenant.yaml as a rule."""
        return self.regel is not None and not self.twijfel


def lees_regels(delen: Sequence[Element]) -> tuple[Regelvoorstel, ...]:
    """Return the rules that a text states, in the order of convenant.yaml.

    Args:
        delen: with ankers that are unique within the text (`with_ankers`).
    """
    stukken = bepalingen(delen)
    found = {naam: _gelezen(naam, lees, stukken) for naam, lees in _LEZERS.items()}
    return tuple(voorstel for voorstel in _afgestemd(found).values() if voorstel)


def _gelezen(
    naam: str, lees: Callable[[Bepaling], Lezing | None], stukken: Sequence[Bepaling]
) -> list[Regelvoorstel]:
    """Return what the first deel that speaks of a rule says of it."""
    for _, deel in groupby(stukken, key=lambda stuk: stuk.deel):
        if found := [_voorstel(naam, stuk, lezing) for stuk in deel if (lezing := lees(stuk))]:
            return found
    return []


def _voorstel(naam: str, stuk: Bepaling, lezing: Lezing) -> Regelvoorstel:
    adres, citaat = stuk.bron(lezing.zinnen)
    regel = replace(lezing.regel, artikel=citaat) if lezing.regel else None
    woorden = " ".join(zin.tekst for zin in lezing.zinnen)
    return Regelvoorstel(
        naam=naam,
        regel=regel,
        adres=adres,
        citaat=citaat,
        woorden=woorden,
        twijfel=lezing.twijfel,
        zijdelings=lezing.zijdelings,
    )


def _afgestemd(
    found: Mapping[str, list[Regelvoorstel]],
) -> dict[str, Regelvoorstel | None]:
    """Return of each rule the one proposal: a sure one first, unsure when two say otherwise."""
    beslisser = _beslisser(found["toetreding"])
    return {
        naam: _een([_van_beslisser(v, beslisser) for v in gevonden])
        if naam == "vergaderingen"
        else _een(gevonden)
        for naam, gevonden in found.items()
    }


def _een(found: Sequence[Regelvoorstel]) -> Regelvoorstel | None:
    ordered = sorted(found, key=lambda v: (not v.zeker, v.regel is None, v.zijdelings))
    if not ordered:
        return None
    first = ordered[0]
    for other in ordered[1:]:
        if other.zeker and first.zeker and not _zegt_hetzelfde(first, other):
            twijfel = f"{other.citaat} zegt iets anders"
            return replace(first, twijfel=twijfel)
    return first


def _zegt_hetzelfde(een: Regelvoorstel, ander: Regelvoorstel) -> bool:
    if een.regel is None or ander.regel is None:
        return een.regel is ander.regel
    return replace(een.regel, artikel="") == replace(ander.regel, artikel="")


def _beslisser(found: Sequence[Regelvoorstel]) -> str:
    """Return the body that decides on accessions, "" when that is not known."""
    een = _een(found)
    if een is None or not isinstance(een.regel, Toetredingsregel):
        return ""
    return een.regel.orgaan


def _van_beslisser(voorstel: Regelvoorstel, beslisser: str) -> Regelvoorstel:
    """Return how often a body meets, unsure when it is not the one that decides."""
    if not isinstance(voorstel.regel, Vergaderregel):
        return voorstel
    van = voorstel.regel.van or f"de {STUURGROEP}"
    if van != (beslisser or f"de {STUURGROEP}"):
        return replace(voorstel, twijfel=f"{van} is niet het orgaan dat over toetreding beslist")
    return voorstel
