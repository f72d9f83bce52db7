"""The facts that a newcomer brings, as a file with facts or a user says them.

A row of such a file has, in one block, what the register of partners says of it and what its
request says; who signs has the keys of the register of ondertekenaars.
"""

from __future__ import annotations

from dataclasses import MISSING, field, fields, make_dataclass, replace
from datetime import date
from types import GenericAlias
from typing import TYPE_CHECKING, Any, get_type_hints

from convenantwerk.basis.diagnostics import NERGENS, Position
from convenantwerk.basis.waarde import waarde
from convenantwerk.basis.yaml import bind_text
from convenantwerk.dossier.letters import zonder_letter
from convenantwerk.dossier.registers import Ondertekenaar, Partner
from convenantwerk.tekst.adressen import slug

if TYPE_CHECKING:
    from convenantwerk.basis.diagnostics import Diagnostic

_SLEUTEL_LENGTE = 60  # it becomes part of file names


@waarde
class Instemming:
    """That the Stuurgroep agreed (7.e): when, and under which reference."""

    datum: date
    kenmerk: str
    plaats: str = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)


@waarde
class Toetredingsfeiten:
    """What is known of a newcomer.

    Args:
        partner: the organisation, under the sleutel it gets.
        tekenaar: who signs; its sleutel may be taken already in a register.
        verzoek: the day on which it asked to join.
        kenmerk: the reference of that request.
        delen: the delen it joins; those that partners of its soort sign when empty.
        overleggen: the overleggen it joins, by their short names.
        ingangsdatum: when it wants to begin; the day of the accession when not said.
        instemming: the consent of the Stuurgroep, when it is there already.
    """

    partner: Partner
    tekenaar: Ondertekenaar
    verzoek: date
    kenmerk: str = ""
    delen: tuple[str, ...] = ()
    overleggen: tuple[str, ...] = ()
    ingangsdatum: date | None = None
    instemming: Instemming | None = None
    position: Position = field(default=NERGENS, compare=False, repr=False)


# --- as they are told ----------------------------------------------------------------------


def _kan_weg(cls: type, *behalve: str) -> list[tuple[str, Any, Any]]:
    """Return the fields of a dataclass that may be left out, but for some."""
    hints = get_type_hints(cls, include_extras=True)
    return [
        (spec.name, hints[spec.name], spec.default)
        for spec in fields(cls)
        if spec.default is not MISSING and spec.name not in behalve
    ]


Tekenaarrij = make_dataclass(
    "Tekenaarrij",
    [
        *(("functie", str), ("naam", str)),
        *(("titel", str, ""), ("organisatie", str, "")),
        *_kan_weg(Ondertekenaar),
    ],
    frozen=True,
    slots=True,
)
Feitenrij = make_dataclass(
    "Feitenrij",
    [
        *(("naam", str), ("verzoek", date), ("tekenaar", Tekenaarrij)),
        *(("sleutel", str, ""), ("soort", get_type_hints(Partner)["soort"], "ketenpartner")),
        *_kan_weg(Partner, "ook_bekend_als", "opmerking", "position"),
        *_kan_weg(Toetredingsfeiten),
    ],
    frozen=True,
    slots=True,
)
Feitenbestand = make_dataclass(
    "Feitenbestand",
    [("toetredingen", GenericAlias(tuple, (Feitenrij, ...)))],
    frozen=True,
    slots=True,
)


def lees_feiten(
    text: str, path: str
) -> tuple[tuple[Toetredingsfeiten, ...] | None, tuple[Diagnostic, ...]]:
    """Return the facts in a file, None when it cannot be read; and all findings.

    Args:
        text: the YAML.
        path: the file as the user sees it.
    """
    bestand, found = bind_text(Feitenbestand, text, path)
    found += tuple(zonder_letter(text, path))
    if bestand is None:
        return None, found
    return tuple(map(uit_rij, bestand.toetredingen)), found


def uit_rij(rij: object) -> Toetredingsfeiten:
    """Return the facts that a Feitenrij tells."""
    partner = Partner(**_gedeeld(rij, Partner))
    if not partner.sleutel:
        partner = replace(partner, sleutel=sleutel_van(partner.naam))
    eigen = _gedeeld(rij, Toetredingsfeiten)
    wie = _gedeeld(eigen["tekenaar"], Ondertekenaar)
    wie["organisatie"] = wie["organisatie"] or partner.naam
    tekenaar = Ondertekenaar(sleutel=partner.sleutel, partner=partner.sleutel, **wie)
    return Toetredingsfeiten(**{**eigen, "partner": partner, "tekenaar": tekenaar})


def sleutel_van(naam: str) -> str:
    """Return the sleutel that a name gives a partner that was given none; "" when it gives none."""
    return slug(naam)[:_SLEUTEL_LENGTE].strip("-")


def _gedeeld(rij: object, cls: type) -> dict[str, Any]:
    """Return what a row tells of the fields of a dataclass."""
    return {s.name: getattr(rij, s.name) for s in fields(cls) if hasattr(rij, s.name)}
