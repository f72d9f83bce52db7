"""The templates of the pages. They are of the program; a dossier has none here.

Everything that they print is escaped, so text of a dossier can never become markup.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, DictLoader, Environment, PackageLoader, StrictUndefined

from convenantwerk.addenda.telwoorden import en
from convenantwerk.basis.datum import voluit
from convenantwerk.kantoor.tips import met_koppelingen
from convenantwerk.papier.huisstijl import engine_huisstijl
from convenantwerk.papier.sjablonen import FILTERS, decoded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.kantoor.formulier import Veld, Waarde

_BLOKKEN = "blokken.html"


@cache
def _omgeving() -> Environment:
    eigen = [
        PackageLoader("convenantwerk", pad) for pad in ("kantoor/paginas", "kantoor/sjablonen")
    ]
    # How a block of text looks in HTML is told once, for papers and pages.
    blokken = DictLoader({_BLOKKEN: decoded(engine_huisstijl(), _BLOKKEN)})
    omgeving = Environment(
        loader=ChoiceLoader([*eigen, blokken]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    omgeving.filters |= {
        **FILTERS,
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
            return "; ".join(namen.get(een, een) for een in waarde)  # names hold commas
        case str():
            return namen.get(waarde, waarde)
        case _:
            return str(waarde)


def vul(sjabloon: str, waarden: Mapping[str, object]) -> str:
    """Return a page as HTML."""
    return _omgeving().get_template(sjabloon).render(waarden)
