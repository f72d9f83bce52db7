"""An act in three steps: its form, what would follow from it, and the recording of exactly that."""

from __future__ import annotations

import json
import secrets
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException

from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import shown
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.kantoor.antwoord import Blad, Verder
from convenantwerk.kantoor.formulier import Formulier, Ingevuld, lees_velden
from convenantwerk.kantoor.handelingen.tabel import HANDELINGEN
from convenantwerk.kantoor.pagina import Pagina, Weg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.kantoor.antwoord import Antwoord, Uitslag, Vraag
    from convenantwerk.kantoor.formulier import Veld
    from convenantwerk.kantoor.handeling import Gevolg, Handeling
    from convenantwerk.kantoor.werk import Werk

_GEZIEN = "gezien"  # the field that says what was shown when the button was pressed
_TERUG = "terug"  # the button that goes back to the form


def vraag_naar(vraag: Vraag) -> Blad:
    """Show the form of an act; the address may fill in some of it."""
    handeling = _handeling(vraag)
    velden = handeling.velden(vraag)
    gegeven = Formulier({naam: tuple(vraag.zoek.getlist(naam)) for naam in vraag.zoek})
    return _formulier(handeling, velden, Ingevuld({}, {}, gegeven), vraag)


def bekijk(vraag: Vraag) -> Antwoord:
    """Say what does not fit, or go to what would follow from what was filled in.

    That has an address of its own: who reloads it or comes back to it need not send anything again.
    """
    handeling = _handeling(vraag)
    velden = handeling.velden(vraag)
    ingevuld = lees_velden(velden, vraag.formulier)
    if ingevuld.fouten or vraag.formulier.een(_TERUG):
        return _formulier(handeling, velden, ingevuld, vraag)
    sleutel = secrets.token_urlsafe(12)
    vraag.kantoor.bekeken[sleutel] = vraag.formulier
    return Verder(f"/doe/{handeling.naam}/bekijk/{sleutel}{_zoek(vraag)}")


def toon_gevolg(vraag: Vraag) -> Antwoord:
    """Show what would follow from what was filled in, as things are now."""
    handeling = _handeling(vraag)
    formulier = vraag.kantoor.bekeken.get(vraag.pad["bekeken"])
    if formulier is None:
        return Verder(f"/doe/{handeling.naam}{_zoek(vraag)}")
    vraag = replace(vraag, formulier=formulier)
    velden = handeling.velden(vraag)
    ingevuld = lees_velden(velden, formulier)
    if ingevuld.fouten:
        return _formulier(handeling, velden, ingevuld, vraag)
    try:
        gevolg = handeling.bekijk(vraag, ingevuld.waarden)
    except ConvenantwerkError as error:
        return _formulier(handeling, velden, ingevuld, vraag, error=error)
    return _gevolg(handeling, velden, ingevuld, gevolg, vraag)


def leg_vast(vraag: Vraag) -> Antwoord:
    """Record it, when what follows is still what was shown."""
    handeling = _handeling(vraag)
    velden = handeling.velden(vraag)
    ingevuld = lees_velden(velden, vraag.formulier)
    if ingevuld.fouten:
        return _formulier(handeling, velden, ingevuld, vraag)
    try:
        gevolg = handeling.bekijk(vraag, ingevuld.waarden)
        anders = _afdruk(gevolg) != vraag.formulier.een(_GEZIEN)
        if anders or has_fout(tuple(gevolg.bezwaren)):
            return _gevolg(handeling, velden, ingevuld, gevolg, vraag, anders=anders)
        if handeling.werk is not None:
            return _begin(handeling, ingevuld, _afdruk(gevolg), vraag)
        assert handeling.leg_vast is not None  # noqa: S101  an act has one of the two
        return handeling.leg_vast(vraag.dossier, gevolg.inhoud)
    except ConvenantwerkError as error:
        return _formulier(handeling, velden, ingevuld, vraag, error=error)


def _begin(handeling: Handeling[Any], ingevuld: Ingevuld, gezien: str, vraag: Vraag) -> Verder:
    """Begin what takes long; it looks once more whether what follows is what was shown."""
    root, op = vraag.dossier.root, vraag.dossier.op

    def doe(werk: Werk) -> Uitslag:
        geopend = Geopend(root, op)
        gevolg = handeling.bekijk(replace(vraag, geopend=geopend), ingevuld.waarden)
        if _afdruk(gevolg) != gezien or handeling.werk is None:
            raise ConvenantwerkError("CV911", pad=shown(root))
        return handeling.werk(geopend, gevolg.inhoud, werk)

    werk = vraag.kantoor.werkbank.begin(handeling.titel, handeling.menu, doe)
    return Verder(f"/werk/{werk.sleutel}")


def _handeling(vraag: Vraag) -> Handeling[Any]:
    found = HANDELINGEN.get(vraag.pad["handeling"])
    if found is None:
        raise HTTPException(404)
    return found


def _formulier(
    handeling: Handeling[Any],
    velden: Sequence[Veld],
    ingevuld: Ingevuld,
    vraag: Vraag,
    *,
    error: ConvenantwerkError | None = None,
) -> Blad:
    waarden = {
        "handeling": handeling,
        "velden": velden,
        "ingevuld": ingevuld,
        "bevindingen": error.diagnostics if error else (),
        "adres": f"/doe/{handeling.naam}/bekijk{_zoek(vraag)}",
    }
    fout = bool(ingevuld.fouten or error)
    return Blad("doe.html", handeling.titel, waarden, 422 if fout else 200, handeling.menu)


def _gevolg(  # noqa: PLR0913  # all that the page shows
    handeling: Handeling[Any],
    velden: Sequence[Veld],
    ingevuld: Ingevuld,
    gevolg: Gevolg[Any],
    vraag: Vraag,
    *,
    anders: bool = False,
) -> Blad:
    waarden = {
        "handeling": handeling,
        "velden": velden,
        "ingevuld": ingevuld,
        "gevolg": gevolg,
        "gezien": _afdruk(gevolg),
        "kan": not has_fout(tuple(gevolg.bezwaren)),
        "anders": anders,
        "adres": f"/doe/{handeling.naam}{_zoek(vraag)}",
        "terug": f"/doe/{handeling.naam}/bekijk{_zoek(vraag)}",
    }
    return Blad("gevolg.html", handeling.titel, waarden, 409 if anders else 200, handeling.menu)


def _afdruk(gevolg: Gevolg[Any]) -> str:
    """Return a digest of what is shown, so that nothing else is recorded than was seen."""
    getoond = [list(gevolg.zinnen), [str(b) for b in gevolg.bezwaren], list(gevolg.papieren)]
    return sha256(json.dumps(getoond, ensure_ascii=False).encode()).hexdigest()[:32]


def _zoek(vraag: Vraag) -> str:
    return f"?{vraag.zoek}" if vraag.zoek else ""


PAGINA = Pagina(
    (
        Weg("/doe/{handeling}", vraag_naar),
        Weg("/doe/{handeling}/bekijk", bekijk, "POST"),
        Weg("/doe/{handeling}/bekijk/{bekeken}", toon_gevolg),
        Weg("/doe/{handeling}", leg_vast, "POST", wijzigt=True),
    )
)
