"""Making the papers of a list: partnerregister, tekenlijst, overlegmatrix, eisen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.kantoor.antwoord import Knop, Uitslag, Verder
from convenantwerk.kantoor.handeling import papieren_in
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.opdrachten.eisen import lees_eisen, schrijf_eisen
from convenantwerk.opdrachten.stand import LIJSTEN, lees_overleggen, schrijf_lijsten
from convenantwerk.papier.formaten.tabel import FORMATEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.werk import Werk

# Of each list how it is called, and the page that it belongs to.
_NAMEN: Mapping[str, tuple[str, str]] = {
    "partners": ("Het partnerregister", "/partners"),
    "stand": ("De tekenlijst", "/ondertekening"),
    "overleggen": ("De overlegmatrix", "/overleggen"),
    "eisen": ("Het overzicht van de eisen", "/eisen"),
}

_OPMAKEN = "De stukken worden opgemaakt."


def maak(vraag: Vraag) -> Verder:
    """Make them, as long work."""
    lijst, formaat = vraag.pad["lijst"], vraag.formulier.een("formaat")
    if lijst not in _NAMEN or formaat not in FORMATEN:
        raise HTTPException(404)
    root, op = vraag.dossier.root, vraag.dossier.op
    naam, menu = _NAMEN[lijst]

    def doe(werk: Werk) -> Uitslag:
        werk.meld(0, 0, "Het dossier wordt gelezen.")
        geopend = Geopend(root, op)
        if lijst == "eisen":
            stand = lees_eisen(geopend)
            werk.meld(0, 0, _OPMAKEN)
            paden = schrijf_eisen(geopend, root / "build", stand, (formaat,))
        else:
            opname, maak_lijsten = lees_overleggen(geopend), LIJSTEN[lijst]
            werk.meld(0, 0, _OPMAKEN)
            paden = schrijf_lijsten(
                geopend, root / "build", opname, maak_lijsten(opname), (formaat,)
            )
        return Uitslag(
            f"{naam} is gemaakt",
            (f"{naam} is gemaakt, zoals het er op deze dag voor staat.",),
            papieren_in("build", paden),
            (Knop("Terug", menu),),
            menu,
        )

    werk = vraag.kantoor.werkbank.begin(f"{naam} maken", menu, doe)
    return Verder(f"/werk/{werk.sleutel}")


PAGINA = Pagina((Weg("/lijsten/{lijst}", maak, "POST", wijzigt=True),))
