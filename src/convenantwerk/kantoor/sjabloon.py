"""The templates of the pages. They are of the program; a dossier has none here.

Everything that they print is escaped, so text of a dossier can never become markup.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from convenantwerk.addenda.telwoorden import en
from convenantwerk.basis.datum import voluit, weekdag
from convenantwerk.basis.lidwoorden import eerste_groot, met_lidwoord
from convenantwerk.kantoor.tips import met_koppelingen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.kantoor.formulier import Veld, Waarde


@cache
def _omgeving() -> Environment:
    paden = ("kantoor/paginas", "kantoor/sjablonen")
    omgeving = Environment(
        loader=ChoiceLoader([PackageLoader("convenantwerk", pad) for pad in paden]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    omgeving.filters |= {
        "voluit": voluit,
        "weekdag": weekdag,
        "eerste_groot": eerste_groot,
        "met_lidwoord": met_lidwoord,
        "in_woorden": _in_woorden,
        "opgesomd": en,
        "met_koppelingen": met_koppelingen,
    }
    return omgeving


def _in_woorden(veld: Veld, waarde: Waarde) -> str:
    """Return an answer as one reads it."""
    namen = {keuze.waarde: keuze.naam for keuze in veld.keuzes}
    match waarde:
        case None | "" | ():
            return "niet ingevuld"
        case _ if veld.soort == "bestand":
            return "meegestuurd"
        case bool():
            return "ja" if waarde else "nee"
        case date():
            return voluit(waarde)
        case tuple():
            return ", ".join(namen.get(een, een) for een in waarde)
        case str():
            return namen.get(waarde, waarde)
        case _:
            return str(waarde)


def vul(sjabloon: str, waarden: Mapping[str, object]) -> str:
    """Return a page as HTML."""
    return _omgeving().get_template(sjabloon).render(waarden)
