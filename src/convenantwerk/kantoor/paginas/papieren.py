"""Papieren: what was made, to look at and to keep; and making it anew."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import Response

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.kantoor.antwoord import Blad, Knop, Uitslag, Verder
from convenantwerk.kantoor.formulier import Formulier, Ingevuld, Keuze, Veld, lees_velden
from convenantwerk.kantoor.handeling import papieren_in
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.kantoor.tegenhouders import tegenhouders
from convenantwerk.opdrachten.bouw import (
    MANIFEST,
    Bouwopdracht,
    bouw,
    houdt_tegen,
    nog_open,
    zin_over,
)
from convenantwerk.opdrachten.papieren import BOUW, als_zip, lees_papieren, veilige_naam
from convenantwerk.papier.formaten.tabel import FORMATEN, formaten, vanzelf
from convenantwerk.stukken.convenant import NAAM
from convenantwerk.stukken.tekenblokken import FOLDER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.kantoor.antwoord import Antwoord, Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.kantoor.tegenhouders import Tegenhouder
    from convenantwerk.kantoor.werk import Werk
    from convenantwerk.opdrachten.papieren import Stuk

_HIER = "/papieren"
_MAAK = "/papieren/maak"
_MB = 1_000_000
_EERST = 100  # papers of a folder that are shown unasked
_GETOOND = 3  # findings that are shown unasked
_TE_ZIEN = (".pdf", ".html", ".png", ".jpg", ".jpeg")  # in the browser itself
_EDITIES: Mapping[Editie, str] = {
    "vanzelf": "Vanzelf: erachter, tenzij er een is die alleen verwerkt kan worden",
    "met-addenda": "De addenda achter de tekst",
    "doorlopend": "Hun wijzigingen in de tekst verwerkt",
}


def toon(vraag: Vraag) -> Blad:
    """Show what there is, and what still keeps a definitive convenant back."""
    dossier = vraag.dossier
    tegen = tegenhouders(dossier, "vanzelf", definitief=True)
    heel = vraag.zoek.get("toon", "")
    groepen = [
        lees_papieren(dossier, groep.map)[0] if groep.map == heel else groep
        for groep in lees_papieren(dossier, hoogstens=_EERST)
    ]
    waarden = {
        "groepen": groepen,
        "tegen": tegen,
        "getoond": _GETOOND,
        "eerste_zicht": _eerste_zicht,
        "omvang": omvang,
    }
    return Blad("papieren.html", "Papieren", waarden, menu=_HIER)


def bekijk(vraag: Vraag) -> Blad:
    """Show one paper, with what it also is there as."""
    pad = vraag.pad["pad"]
    for groep in lees_papieren(vraag.dossier, pad.rpartition("/")[0] or "geen"):
        for stuk in groep.stukken:
            if pad in (bestand.pad for bestand in stuk.bestanden):
                waarden = {
                    "pad": pad,
                    "stuk": stuk,
                    "groep": groep,
                    "omvang": omvang,
                    "te_zien": _te_zien(pad),
                }
                return Blad("papier.html", stuk.naam, waarden, menu=_HIER)
    raise HTTPException(404)


def geef_zip(vraag: Vraag) -> Response:
    """Give the papers of one folder, or all of them, in one file."""
    groepen = lees_papieren(vraag.dossier, hoogstens=0)
    map_ = vraag.zoek.get("map", "")
    gekozen = [groep for groep in groepen if map_ in ("", groep.map)]
    if not gekozen:
        raise HTTPException(404)
    naam = veilige_naam(f"{vraag.kantoor.root.name} {gekozen[0].titel if map_ else 'papieren'}.zip")
    wijze = f"attachment; filename*=UTF-8''{quote(naam, safe='')}"
    data = als_zip(vraag.dossier, gekozen)
    return Response(data, media_type="application/zip", headers={"content-disposition": wijze})


def _eerste_zicht(stuk: Stuk) -> str:
    """Return the file of a paper that the browser can show, "" when there is none."""
    return next((bestand.pad for bestand in stuk.bestanden if _te_zien(bestand.pad)), "")


def _te_zien(pad: str) -> bool:
    return pad.lower().endswith(_TE_ZIEN)


def omvang(grootte: int) -> str:
    """Return a number of bytes as people say it: "1,2 MB"."""
    if grootte < _MB:
        return f"{max(1, round(grootte / 1000))} kB"
    return f"{grootte / _MB:.1f} MB".replace(".", ",")


# --- making them


def vraag_wat(vraag: Vraag) -> Blad:
    """Ask what is to be made."""
    gegeven = Formulier({naam: tuple(vraag.zoek.getlist(naam)) for naam in vraag.zoek})
    return _formulier(vraag, Ingevuld({}, {}, gegeven))


def maak(vraag: Vraag) -> Antwoord:
    """Begin to make it, unless something stops that."""
    ingevuld = lees_velden(_velden(vraag), vraag.formulier)
    waarden = ingevuld.waarden
    fouten = dict(ingevuld.fouten)
    documenten = (*_namen(waarden, "documenten"), *_namen(waarden, "bladen"))
    if not documenten:
        fouten["documenten"] = "kies ten minste een stuk."
    if fouten:
        return _formulier(vraag, Ingevuld(waarden, fouten, vraag.formulier))
    opdracht = Bouwopdracht(
        definitief=waarden["status"] == "definitief",
        formaten=_namen(waarden, "formaten"),
        documenten=documenten,
        editie=cast("Editie", waarden["editie"]),
    )
    op = cast("date", waarden["op"])
    dossier = vraag.dossier if op == vraag.dossier.op else Geopend(vraag.dossier.root, op)
    tegen = tegenhouders(dossier, opdracht.editie, definitief=opdracht.definitief)
    if tegen:
        return _formulier(vraag, ingevuld, tegen)
    wat = "Een definitief convenant maken" if opdracht.definitief else "Een concept maken"
    doe = partial(_doe, vraag.dossier.root, op, opdracht)
    werk = vraag.kantoor.werkbank.begin(wat, _HIER, doe)
    return Verder(f"/werk/{werk.sleutel}")


def _doe(root: Path, op: date, opdracht: Bouwopdracht, werk: Werk) -> Uitslag:
    """Make it, in a thread of its own; what was asked for is written whole, or nothing is."""
    werk.meld(0, 0, "De tekst wordt gelezen.")

    def meld(gedaan: int, totaal: int, stap: str) -> None:
        werk.meld(gedaan, totaal, f"{gedaan + 1} van {totaal}: {stap}")

    bouwsel = bouw(Geopend(root, op), root / BOUW, opdracht, meld)
    if not bouwsel.bestanden:  # it became otherwise since it was asked
        raise OnleesbaarError(houdt_tegen(bouwsel.diagnostics, definitief=opdracht.definitief))
    teksten = [pad for pad in bouwsel.bestanden if pad != MANIFEST and "/" not in pad]
    aantal = len({pad.rpartition(".")[0] for pad in bouwsel.bestanden if "/" in pad})
    bladen = "1 ondertekeningsblad" if aantal == 1 else f"{aantal} ondertekeningsbladen"
    erbij = f"Daarbij: {bladen}." if aantal else ""
    zin = f"{zin_over(opdracht, f'de map {BOUW} van dit dossier')}."
    return Uitslag(
        "De stukken zijn gemaakt",
        [*filter(None, (zin, erbij, nog_open(bouwsel)))],
        papieren_in(BOUW, teksten),
        (Knop("Bekijk alle stukken", _HIER),),
        menu=_HIER,
    )


def _namen(waarden: Mapping[str, Waarde], naam: str) -> tuple[str, ...]:
    return cast("tuple[str, ...]", waarden.get(naam) or ())


def _formulier(vraag: Vraag, ingevuld: Ingevuld, tegen: Sequence[Tegenhouder] = ()) -> Blad:
    velden = _velden(vraag)
    waarden = {
        "velden": velden,
        "veld": {veld.naam: veld for veld in velden},
        "ingevuld": ingevuld,
        "tegen": tegen,
        "getoond": _GETOOND,
    }
    status = 422 if ingevuld.fouten else 409 if tegen else 200
    return Blad("papieren_maken.html", "Stukken maken", waarden, status, _HIER)


def _velden(vraag: Vraag) -> Sequence[Veld]:
    registers = vraag.dossier.registers
    partners = {partner.sleutel: partner.naam for partner in registers.partners}
    bladen = sorted(
        (partners.get(o.partner, o.organisatie), o.naam, f"{FOLDER}/{o.sleutel}")
        for o in registers.ondertekenaars
    )
    return (
        Veld(
            naam="status",
            vraag="Waarvoor is het?",
            soort="keuze",
            nodig=True,
            keuzes=[
                Keuze("concept", "Concept, om te lezen en te bespreken"),
                Keuze("definitief", "Definitief, om te ondertekenen"),
            ],
            standaard="concept",
        ),
        Veld(
            naam="documenten",
            vraag="Welke stukken?",
            soort="meer",
            keuzes=[
                Keuze(NAAM, "De tekst van het convenant"),
                Keuze(FOLDER, "Alle ondertekeningsbladen"),
            ],
            standaard=(NAAM, FOLDER),
        ),
        Veld(
            naam="bladen",
            vraag="Alleen deze ondertekeningsbladen",
            soort="meer",
            keuzes=[Keuze(naam, f"{wie}: {tekenaar}") for wie, tekenaar, naam in bladen],
        ),
        Veld(
            naam="formaten",
            vraag="In welke vorm?",
            soort="meer",
            nodig=True,
            keuzes=[Keuze(naam, _vorm(naam)) for naam in formaten()],
            standaard=vanzelf("bouw"),
        ),
        Veld(
            naam="editie",
            vraag="De addenda",
            soort="keuze",
            nodig=True,
            keuzes=[Keuze(naam, zegt) for naam, zegt in _EDITIES.items()],
            standaard="vanzelf",
        ),
        Veld(
            naam="op",
            vraag="De tekst zoals die geldt op",
            soort="datum",
            nodig=True,
            standaard=vraag.dossier.op,
        ),
    )


def _vorm(naam: str) -> str:
    titel = FORMATEN[naam].titel
    return titel[:1].upper() + titel[1:]


PAGINA = Pagina(
    (
        Weg(_HIER, toon),
        Weg(f"{_HIER}/bekijk/{{pad:path}}", bekijk),
        Weg(f"{_HIER}/zip", geef_zip),
        Weg(_MAAK, vraag_wat),
        Weg(_MAAK, maak, "POST", wijzigt=True),
    ),
    "Papieren",
)
