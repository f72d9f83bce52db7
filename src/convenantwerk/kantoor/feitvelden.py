"""The facts of a row of a register as fields of a form, filled in as they are now."""

from __future__ import annotations

from dataclasses import MISSING, fields
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

from convenantwerk.basis.tekst import Magleeg, Vrijetekst
from convenantwerk.kantoor.formulier import Formulier, Keuze, Veld

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convenantwerk.kantoor.formulier import Soort, Waarde
    from convenantwerk.opdrachten.wijzigbaar import Feit

_REGEL, _TEKST = 500, 5_000  # characters
_REGELS = "Elk op een eigen regel."
_LEEG = Keuze("", "niet vastgelegd")


def feitvelden(
    rij: type, feiten: Mapping[str, Feit], nu: Mapping[str, Any], zonder: Sequence[str] = ()
) -> tuple[Veld, ...]:
    """Return a field for each fact.

    Args:
        rij: the dataclass of the row.
        feiten: the facts, by their fields.
        nu: what they are now; a fact that is not in it begins empty.
        zonder: the facts that are not asked.
    """
    return tuple(
        _veld(rij, naam, feit, nu.get(naam)) for naam, feit in feiten.items() if naam not in zonder
    )


def gewijzigd(
    velden: Sequence[Veld], rij: type, waarden: Mapping[str, Waarde], formulier: Formulier
) -> dict[str, Any]:
    """Return the facts that were filled in otherwise than they are, by their fields.

    What the form did not send stays. Both are read alike, so that a space more is no change.

    Args:
        velden: of `feitvelden`, with what the facts are now.
        rij: the dataclass of the row.
        waarden: what was filled in.
        formulier: as it was sent.
    """
    leeg = {spec.name: spec.default for spec in fields(rij)}
    anders: dict[str, Any] = {}
    for veld in velden:
        nu = Formulier({veld.naam: () if veld.standaard is None else (str(veld.standaard),)})
        waarde = waarden.get(veld.naam)
        if veld.naam not in formulier.waarden or waarde == _lees(veld, nu):
            continue
        if get_origin(_hints(rij)[veld.naam]) is tuple:
            anders[veld.naam] = tuple(filter(None, map(str.strip, str(waarde or "").splitlines())))
        elif waarde is None:
            anders[veld.naam] = "" if leeg[veld.naam] is MISSING else leeg[veld.naam]
        else:
            anders[veld.naam] = waarde
    return anders


def _lees(veld: Veld, formulier: Formulier) -> Waarde:
    try:
        return veld.lees(formulier)
    except ValueError:  # what stands in the file would not be taken from a form
        return None


def _veld(rij: type, naam: str, feit: Feit, nu: Any) -> Veld:  # noqa: ANN401  any fact
    hint = _hints(rij)[naam]
    nodig = _nodig(rij, naam)
    keuzes = [Keuze(waarde, waarde) for waarde in _waarden(hint)]
    soort = _soort(hint, keuzes)
    uitleg = _REGELS if get_origin(hint) is tuple else feit.uitleg
    zegt_meer = uitleg.removeprefix("De ").rstrip(".").casefold() != feit.naam.casefold()
    return Veld(
        naam=naam,
        vraag=feit.naam,
        soort=soort,
        nodig=nodig,
        uitleg=uitleg if zegt_meer else "",
        keuzes=[_LEEG, *keuzes] if keuzes and nu and not nodig else keuzes,
        standaard=("\n".join(nu) if isinstance(nu, tuple) else nu) or None,
        meest=_TEKST if soort == "tekst" else _REGEL,
    )


def _soort(hint: object, keuzes: Sequence[Keuze]) -> Soort:
    if keuzes:
        return "keuze"
    if get_origin(hint) is tuple or hint == Vrijetekst:
        return "tekst"
    return "datum" if date in (hint, *get_args(hint)) else "regel"


def _waarden(hint: object) -> Iterator[str]:
    """Yield what a fact can be, when that is one of a few words."""
    for deel in (hint, *get_args(hint)):
        if get_origin(deel) is Literal:
            yield from get_args(deel)


def _nodig(rij: type, naam: str) -> bool:
    """Tell whether a fact may not be empty."""
    spec = next(spec for spec in fields(rij) if spec.name == naam)
    return spec.default is MISSING and _hints(rij)[naam] != Magleeg


@cache
def _hints(rij: type) -> Mapping[str, Any]:
    return get_type_hints(rij, include_extras=True)
