"""Overnemen: a file of an office becomes a dossier, or comes into the one that is there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from starlette.exceptions import HTTPException

from convenantwerk.basis.errors import ConvenantwerkError, OnleesbaarError
from convenantwerk.basis.files import shown
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.invoer.brok import Wens
from convenantwerk.invoer.taal import andere_taal
from convenantwerk.kantoor.antwoord import Blad, Knop, Uitslag, Verder
from convenantwerk.kantoor.formulier import Formulier, Ingevuld, lees_velden
from convenantwerk.kantoor.overneemvragen import (
    Bestand,
    Gelezen,
    Wijzigingen,
    bestandsvelden,
    gegeven,
    navraagvelden,
)
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.opdrachten.importeren.feiten import (
    Importfeiten,
    lees_feiten,
    lijkt,
    met_antwoorden,
)
from convenantwerk.opdrachten.importeren.importeren import (
    RAPPORTMAP,
    eis_plaats,
    leg_vast,
    maak_plan,
)
from convenantwerk.opdrachten.importeren.inlezen import lees_in
from convenantwerk.opdrachten.importeren.zinnen import zinnen_over

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.invoer.gebouwd import Als
    from convenantwerk.kantoor.antwoord import Antwoord, Vraag
    from convenantwerk.kantoor.kantoor import Kantoor
    from convenantwerk.kantoor.werk import Werk

HIER = "/overnemen"
_WIJZIGINGEN = "CV941"  # a file holds tracked changes, and nobody said what to do with them

# --- which file


def vraag_bestand(vraag: Vraag) -> Blad:
    """Ask for a file, and what it is."""
    return _bestandsvraag(vraag, Ingevuld({}, {}, Formulier()))


def neem(vraag: Vraag) -> Antwoord:
    """Begin to read it."""
    ingevuld = lees_velden(bestandsvelden(vraag), vraag.formulier)
    if ingevuld.fouten:
        return _bestandsvraag(vraag, ingevuld)
    als, sleutel = cast("Als", ingevuld.waarden["als"]), str(ingevuld.waarden["bestand"])
    try:
        one = vraag.kantoor.ontvangst.geef(sleutel)
        eis_plaats(vraag.kantoor.root, als)
    except ConvenantwerkError as error:
        vraag.kantoor.ontvangst.vergeet(sleutel)
        return _bestandsvraag(vraag, ingevuld, error.diagnostics)
    return _begin_te_lezen(vraag, Bestand(one.sleutel, one.naam, als), Wens())


def _bestandsvraag(vraag: Vraag, ingevuld: Ingevuld, bezwaren: Sequence[Diagnostic] = ()) -> Blad:
    nieuw = not vraag.kantoor.is_begonnen
    waarden = {
        "velden": bestandsvelden(vraag),
        "ingevuld": ingevuld,
        "bezwaren": bezwaren,
        "nieuw": nieuw,
        "terug": _menu(vraag.kantoor),
    }
    status = 422 if ingevuld.fouten else 409 if bezwaren else 200
    titel = "Een convenant overnemen" if nieuw else "Een stuk overnemen"
    return Blad("overnemen.html", titel, waarden, status, _menu(vraag.kantoor))


def _menu(kantoor: Kantoor) -> str:
    return "/papieren" if kantoor.is_begonnen else "/beginnen"


# --- reading it


def _begin_te_lezen(vraag: Vraag, bestand: Bestand, wens: Wens) -> Verder:
    doe = partial(_lees, vraag.kantoor, bestand, wens)
    menu = _menu(vraag.kantoor)
    werk = vraag.kantoor.werkbank.begin(f"'{bestand.naam}' inlezen", menu, doe)
    return Verder(f"/werk/{werk.sleutel}")


def _lees(kantoor: Kantoor, bestand: Bestand, wens: Wens, werk: Werk) -> Verder:
    """Read it, in a thread of its own."""
    werk.meld(0, 0, "Het bestand wordt gelezen. Bij een scan kan dat enkele minuten duren.")
    naar = Verder(f"{HIER}/{werk.sleutel}")
    pad = kantoor.ontvangst.geef(bestand.sleutel).pad
    try:
        ingelezen, gebouwd = lees_in(pad, bestand.als, wens, bestand.naam)
    except OnleesbaarError as error:
        gevraagd = [found for found in error.diagnostics if found.code == _WIJZIGINGEN]
        if not gevraagd:
            kantoor.ontvangst.vergeet(bestand.sleutel)
            raise
        werk.opbrengst = Wijzigingen(bestand, gevraagd[0].melding)
        return naar
    werk.meld(0, 0, "Het bestand is gelezen.")
    kantoor.ontvangst.vergeet(bestand.sleutel)
    werk.opbrengst = Gelezen(bestand, ingelezen, gebouwd)
    return naar


# --- what must be said before it is written


def vraag_na(vraag: Vraag) -> Blad:
    """Ask what the file does not say."""
    return _navraag(vraag, Ingevuld({}, {}, Formulier()))


def neem_over(vraag: Vraag) -> Antwoord:
    """Read it anew as was asked, or begin to write it."""
    opbrengst = _opbrengst(vraag)
    ingevuld = lees_velden(navraagvelden(vraag, opbrengst), vraag.formulier)
    if ingevuld.fouten:
        return _navraag(vraag, ingevuld)
    if isinstance(opbrengst, Wijzigingen):
        keuze = ingevuld.waarden["wijzigingen"]
        wens = Wens("aanvaard" if keuze == "aanvaard" else "verwerp")
        return _begin_te_lezen(vraag, opbrengst.bestand, wens)
    op = vraag.kantoor.vandaag
    feiten = met_antwoorden(lees_feiten(opbrengst.gebouwd), gegeven(ingevuld.waarden), op)
    doe = partial(_schrijf, vraag.kantoor.root, op, opbrengst, feiten)
    titel = f"'{opbrengst.bestand.naam}' overnemen"
    werk = vraag.kantoor.werkbank.begin(titel, _menu(vraag.kantoor), doe)
    return Verder(f"/werk/{werk.sleutel}")


def _opbrengst(vraag: Vraag) -> Gelezen | Wijzigingen:
    werk = vraag.kantoor.werkbank.zoek(vraag.pad["werk"])
    if werk is None or not isinstance(werk.opbrengst, Gelezen | Wijzigingen):
        raise HTTPException(404)
    return werk.opbrengst


def _navraag(vraag: Vraag, ingevuld: Ingevuld) -> Blad:
    opbrengst = _opbrengst(vraag)
    bestand = opbrengst.bestand
    waarden: dict[str, object] = {
        "velden": navraagvelden(vraag, opbrengst),
        "ingevuld": ingevuld,
        "bestand": bestand,
        "adres": f"{HIER}/{vraag.pad['werk']}",
        "melding": opbrengst.melding if isinstance(opbrengst, Wijzigingen) else "",
        "bezwaren": (),
        "lijkt": "",
        "woorden": 0,
    }
    if isinstance(opbrengst, Gelezen):
        waarden |= {
            "bezwaren": tuple(andere_taal(opbrengst.ingelezen.woorden, bestand.naam)),
            "lijkt": lijkt(opbrengst.gebouwd, bestand.als),
            "woorden": len(opbrengst.ingelezen.woorden),
        }
    status = 422 if ingevuld.fouten else 200
    return Blad("overnemen_vragen.html", "Klopt dit?", waarden, status, _menu(vraag.kantoor))


# --- writing it


def _schrijf(root: Path, op: date, gelezen: Gelezen, feiten: Importfeiten, werk: Werk) -> Uitslag:
    """Prove and write it, in a thread of its own; all of it or nothing."""
    werk.meld(0, 0, "Elk woord wordt nageteld.")
    bestand = gelezen.bestand
    nieuw = eis_plaats(root, bestand.als)
    dossier = None if nieuw else Geopend(root, op)
    invoer = (bestand.naam, bestand.als, gelezen.ingelezen, gelezen.gebouwd)
    plan = maak_plan(dossier, invoer, feiten, op)
    werk.meld(0, 0, "Het dossier wordt geschreven.")
    gemaakt = leg_vast(root, plan)
    rapport = next(pad for pad in gemaakt if pad.startswith(f"{RAPPORTMAP}/") and "html" in pad)
    return Uitslag(
        f"'{bestand.naam}' is overgenomen",
        zinnen_over(plan.rapport, shown(root), gemaakt),
        verder=(
            Knop("Lees het rapport", f"/papieren/bekijk/{rapport}"),
            Knop("Naar Vandaag", "/"),
        ),
        menu="/papieren",
    )


PAGINA = Pagina(
    (
        Weg(HIER, vraag_bestand, zonder_dossier=True),
        Weg(HIER, neem, "POST", wijzigt=True, zonder_dossier=True),
        Weg(f"{HIER}/{{werk}}", vraag_na, zonder_dossier=True),
        Weg(f"{HIER}/{{werk}}", neem_over, "POST", wijzigt=True, zonder_dossier=True),
    )
)
