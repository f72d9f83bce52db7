"""The complete set: who signed, the convenant, and all signed originals, as one PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.kantoor.antwoord import Knop, Uitslag, Verder
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.opdrachten.ondertekening.bundel import bundel

if TYPE_CHECKING:
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.werk import Werk

MENU = "/ondertekening"


def maak(vraag: Vraag) -> Verder:
    """Make it, as long work; nothing is recorded."""
    root, op = vraag.dossier.root, vraag.dossier.op

    def doe(werk: Werk) -> Uitslag:
        werk.meld(0, 0, "De set wordt opgemaakt.")
        made = bundel(Geopend(root, op), root / "build")
        zinnen = [_telling("zit", "zitten", made.handtekeningen, "in")]
        if made.open_:
            zinnen.append(_telling("staat nog", "staan nog", made.open_, "open"))
        zinnen += [f"{een.melding[:1].upper()}{een.melding[1:]}." for een in made.diagnostics]
        return Uitslag(
            "De complete set is gemaakt",
            tuple(zinnen),
            (f"build/{made.pad}",),
            (Knop("Naar de ondertekening", MENU),),
            MENU,
        )

    werk = vraag.kantoor.werkbank.begin("De complete set", MENU, doe)
    return Verder(f"/werk/{werk.sleutel}")


def _telling(een: str, meer: str, aantal: int, wat: str) -> str:
    if aantal == 1:
        return f"Er {een} één handtekening {wat}."
    return f"Er {meer} {aantal or 'nog geen'} handtekeningen {wat}."


PAGINA = Pagina((Weg("/ondertekening/set", maak, "POST", wijzigt=True),))
