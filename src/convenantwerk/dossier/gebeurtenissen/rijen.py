"""A gebeurtenis as a row of its register: one shape for all soorten, in which each has its keys."""

from __future__ import annotations

from dataclasses import MISSING, fields, make_dataclass
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal, Protocol, get_origin, get_type_hints

from convenantwerk.basis.codes import CODES
from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
from convenantwerk.dossier.gebeurtenissen.soorten import SOORTEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from convenantwerk.basis.diagnostics import Diagnostic, Position

# The order of keys in a row; what a new soort brings comes after them.
_VOLGORDE = (
    *("partner", "ondertekenaar", "delen", "versie", "besluit", "ingangsdatum", "overleggen"),
    *("stuk", "sha256", "uiterlijk", "wijze", "nummer", "verzonden", "vorm", "kenmerk"),
    *("geadresseerde", "jaar", "stukken", "plaats"),
)
_VAST = {spec.name: spec for spec in fields(Gebeurtenis)}  # what every soort has
_LEEG = (None, "", ())


class Rij(Protocol):
    """A row as it was read: a Gebeurtenisrij, whose further fields are the keys of all soorten."""

    datum: date
    soort: str
    position: Position


@cache
def sleutels(soort: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the keys that a soort must have besides `datum`, and those it may besides `opmerking`.

    These are the fields of its dataclass.
    """
    own = [spec for spec in fields(SOORTEN[soort]) if spec.name not in _VAST]
    nodig = tuple(spec.name for spec in own if spec.default is MISSING)
    return nodig, tuple(spec.name for spec in own if spec.name not in nodig)


def _rijtype() -> type[Any]:
    """Return the type of a row: all keys that any soort has, each of which may be empty."""
    kinds: dict[str, Any] = {}
    for soort, cls in SOORTEN.items():
        hints = get_type_hints(cls)
        kinds |= {naam: hints[naam] for keys in sleutels(soort) for naam in keys}
    named = dict.fromkeys(naam for naam in (*_VOLGORDE, *kinds) if naam in kinds)
    vast = get_type_hints(Gebeurtenis, include_extras=True)
    return make_dataclass(
        "Gebeurtenisrij",
        [
            ("datum", vast["datum"]),
            ("soort", Literal[tuple(SOORTEN)]),
            *((naam, *_leegte(kinds[naam])) for naam in named),
            *((naam, vast[naam], _VAST[naam].default) for naam in ("opmerking", "position")),
        ],
        frozen=True,
        slots=True,
    )


def _leegte(kind: type) -> tuple[object, object]:
    """Return the type of a key that may be left out, and what it is then."""
    if kind is str:
        return str, ""
    return (kind, ()) if get_origin(kind) is tuple else (kind | None, None)


Gebeurtenisrij = _rijtype()
_SLEUTELS = tuple(
    spec.name for spec in fields(Gebeurtenisrij) if spec.name not in {*_VAST, "soort"}
)
_waarden = attrgetter(*_SLEUTELS)


def uit_rij(rij: Rij) -> tuple[Gebeurtenis | None, tuple[Diagnostic, ...]]:
    """Return the gebeurtenis that a row tells, None when it lacks what its soort needs.

    Returns:
        The gebeurtenis; and a finding, CV204, for each key that is missing or too many. What its
        soort does not have is left out.
    """
    nodig, mag = sleutels(rij.soort)
    read = zip(_SLEUTELS, _waarden(rij), strict=True)
    given = {naam: value for naam, value in read if value not in _LEEG}
    own = {naam: given.pop(naam) for naam in (*nodig, *mag) if naam in given}
    missing = [naam for naam in nodig if naam not in own]
    found = tuple(_bezwaren(rij, missing, sorted(given))) if missing or given else ()
    if missing:
        return None, found
    vast = {naam: getattr(rij, naam) for naam in _VAST}
    return SOORTEN[rij.soort](**vast, **own), found


def _bezwaren(rij: Rij, missing: list[str], extra: list[str]) -> Iterator[Diagnostic]:
    bezwaren = (
        *(f"heeft een '{naam}' nodig" for naam in missing),
        *(f"heeft geen '{naam}'" for naam in extra),
    )
    nodig, mag = sleutels(rij.soort)
    known = ", ".join(("datum", *nodig, *(f"{naam} (mag)" for naam in mag)))
    for bezwaar in bezwaren:
        velden = {"soort": rij.soort, "bezwaar": bezwaar, "sleutels": known}
        yield CODES["CV204"].at(rij.position, **velden)


def als_rij(gebeurtenis: Gebeurtenis) -> object:
    """Return the row of a gebeurtenis: all keys there are, empty where its soort has none."""
    own = {spec.name: getattr(gebeurtenis, spec.name) for spec in fields(gebeurtenis)}
    row: object = Gebeurtenisrij(soort=gebeurtenis.soort, **own)
    return row
