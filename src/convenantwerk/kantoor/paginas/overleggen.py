"""Overleggen: who sits in which, and what is missing for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.kantoor.antwoord import Blad
from convenantwerk.kantoor.doeknop import doeknop
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.opdrachten.overlegzetels import bezettingen, protocol
from convenantwerk.opdrachten.stand import lees_overleggen
from convenantwerk.papier.formaten.tabel import FORMATEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.tijd.stand import Plaatsing

# What a cell of the matrix says, and the class by which it is coloured.
_CELLEN: Mapping[Plaatsing, tuple[str, str]] = {
    "neemt deel": ("zit erin", "getekend"),
    "handtekening ontbreekt": ("moet nog tekenen", "verlopen"),
    "ander protocol": ("tekende een ander protocol", "verlopen"),
    "nee": ("nee", "niet"),
    "onbekend": ("niet vastgelegd", "niet"),
}
_MEESTE = 200  # rows of the matrix on the page; the paper has them all


def toon(vraag: Vraag) -> Blad:
    """Show them."""
    opname = lees_overleggen(vraag.dossier)
    lijst = bezettingen(opname)
    bekend = [b.overleg for b in lijst if b.overleg.feiten.deelnemers or b.zetels]
    titels = {o.sleutel: o.titel for o in bekend}
    rijen = [
        (rij.deelname.partner, [(titels[s], *_CELLEN[p]) for s, p in rij.plaatsen if s in titels])
        for rij in opname.plaatsen
    ]
    zittend = [(p, cellen) for p, cellen in rijen if any(c[2] != "niet" for c in cellen)]
    waarden = {
        "bezettingen": lijst,
        "onbekend": [b.overleg for b in lijst if b.overleg.sleutel not in titels],
        "titels": list(titels.values()),
        "rijen": zittend[:_MEESTE],
        "meer": len(zittend) - _MEESTE,
        "geen": len(rijen) - len(zittend),
        "ontbreekt": sum(len(b.ontbreekt) for b in lijst),
        "protocol": protocol,
        "verklaring": list(doeknop("Maak een geheimhoudingsverklaring", "geheimhouding")),
        "formaten": list(FORMATEN),
    }
    return Blad("overleggen.html", "Overleggen", waarden, menu="/overleggen")


PAGINA = Pagina((Weg("/overleggen", toon),), "Overleggen")
