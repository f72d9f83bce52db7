"""The controle of the citeertitel: what the text wants to be called, against convenant.yaml."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.lidwoorden import zonder_lidwoord
from convenantwerk.basis.namen import naamsleutel
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.controles.overeenstemming.lezingen import DE_REGEL
from convenantwerk.controles.woordplaatsen import GAT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek

_LANGST = 300  # characters of a name that is held against another
# Of the whole text; an addendum or protocol may have a name of its own.
_AANGEHAALD = (
    r"(?i)\b(?:dit|deze) (?:[\w-]*convenant|[\w-]*overeenkomst|(?:gemeenschappelijke )?regeling)\b"
    r"[^.;\n]{0,60}?\baangehaald als:?\s+"
    r"(?:[\"'\u201c\u201e\u2018](?P<citaat>[^\"\u201c\u201d\u2019\n]{3,200})[\"'\u201d\u201c\u2019]"
    r"|(?P<kaal>[^\"\u201c\u201e\u2018.;\n]{3,200})(?=[.;\n]|\Z))"
)


def check_citeertitel(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """The text is cited by the name that papers and letters call it by."""
    citeertitel = onderzoek.registers.instellingen.citeertitel
    eigen = naamsleutel(zonder_lidwoord(citeertitel))
    for deel in onderzoek.passages_met(("aangehaald als",)):
        for match in re.finditer(_AANGEHAALD, deel.tekst):
            soort = match.lastgroup or "kaal"
            begin, naam = match.start(soort), match[soort].strip(" .,")
            # Without quotes nothing tells where it ends: "… 2.0, en ligt ter inzage".
            heel = naam if soort == "citaat" else deel.tekst[begin : begin + _LANGST]
            verder = r"\Z" if soort == "citaat" else r"(?!\w)"
            gelezen = naamsleutel(zonder_lidwoord(heel))
            if not re.match(re.escape(eigen) + verder, gelezen) and GAT not in naam:
                velden = {"woorden": naam, "regel": "citeertitel", "wat": citeertitel, "bron": ""}
                yield CODES["CV161"].at(deel.plaats(begin), **velden, waar=DE_REGEL)


CONTROLES = (Controle(check_citeertitel, "geldend"),)
