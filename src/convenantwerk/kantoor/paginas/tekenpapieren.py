"""The papers of a round of signing: the complete set, and the tekenlijst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.kantoor.antwoord import Knop, Uitslag, Verder
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.opdrachten.ondertekening.bundel import bundel
from convenantwerk.opdrachten.stand import LIJSTEN, lees_stand, schrijf_lijsten

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from convenantwerk.kantoor.antwoord import Antwoord, Vraag
    from convenantwerk.kantoor.werk import Werk

MENU = "/ondertekening"
_NAAR = (Knop("Naar de ondertekening", MENU),)


def maak(vraag: Vraag) -> Antwoord:
    """Begin making a paper; nothing is recorded."""
    gevraagd = _PAPIEREN.get(vraag.formulier.een("wat"))
    if gevraagd is None:
        raise HTTPException(404)
    titel, doe = gevraagd
    root, op = vraag.dossier.root, vraag.dossier.op

    def werk(werk: Werk) -> Uitslag:
        werk.meld(0, 0, "Het stuk wordt opgemaakt.")
        return doe(Geopend(root, op))

    return Verder(f"/werk/{vraag.kantoor.werkbank.begin(titel, MENU, werk).sleutel}")


def _set(geopend: Geopend) -> Uitslag:
    made = bundel(geopend, geopend.root / "build")
    zinnen = [f"Er zitten {made.handtekeningen} handtekeningen in."]
    if made.open_:
        zinnen.append(f"Er staan nog {made.open_} handtekeningen open.")
    zinnen += [f"{d.melding[:1].upper()}{d.melding[1:]}." for d in made.diagnostics]
    return Uitslag("De complete set is gemaakt", tuple(zinnen), (f"build/{made.pad}",), _NAAR, MENU)


def _tekenlijst(geopend: Geopend) -> Uitslag:
    opname = lees_stand(geopend)
    lijsten = LIJSTEN["stand"](opname)
    paden = schrijf_lijsten(geopend, geopend.root / "build", opname, lijsten, ("pdf", "xlsx"))
    return Uitslag(
        "De tekenlijst is gemaakt", (), tuple(f"build/{pad}" for pad in paden), _NAAR, MENU
    )


_PAPIEREN: Mapping[str, tuple[str, Callable[[Geopend], Uitslag]]] = {
    "set": ("De complete set", _set),
    "tekenlijst": ("De tekenlijst", _tekenlijst),
}
PAGINA = Pagina((Weg("/ondertekening/papieren", maak, "POST", wijzigt=True),))
