"""Toetreding: who is joining and how far that is, and of each its stages on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from starlette.exceptions import HTTPException

from convenantwerk.basis.lezer import Lezer
from convenantwerk.dossier.archief import SOORTEN, aangeboden, getekend
from convenantwerk.kantoor.antwoord import Blad, Knop, Uitslag
from convenantwerk.kantoor.handeling import papieren_in
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.kantoor.paginas.bestand import stuur
from convenantwerk.kantoor.rechtzetten import zet_recht
from convenantwerk.opdrachten.gemaakt import gemaakte_stukken
from convenantwerk.opdrachten.toetreding.stappen import (
    lopende_toetredingen,
    overzicht,
    overzichten,
    schrijf_besluitstukken,
    straks_nodig,
    zin_over_stukken,
)
from convenantwerk.opdrachten.toetreding.voortgang import gedane_stappen, stapstanden
from convenantwerk.papier.formaten.tabel import vanzelf
from convenantwerk.tekenen.tekeneditie import laatste_versie

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from starlette.responses import Response

    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.opdrachten.gemaakt import Stuk
    from convenantwerk.opdrachten.toetreding.stappen import Overzicht
    from convenantwerk.opdrachten.toetreding.voortgang import Stapstand
    from convenantwerk.tijd.toetreding import Stap, Toetredingsstand

MENU = "/toetreding"
# At which stage one looks at a paper; what is not here was enclosed with the declaration.
_BIJ_STAP = {
    "oplegnotitie": "instemming",
    "stuurgroepbesluit": "instemming",
    "kennisgeving-toetreding": "aangehecht",
}


class Toetredende(NamedTuple):
    """Who is joining, as the page shows it."""

    zicht: Overzicht
    stappen: Sequence[Stapstand]
    gedaan: int
    totaal: int

    @property
    def nu(self) -> Stapstand | None:
        """The stage at hand, None when all are done."""
        return next((s for s in self.stappen if s.toestand == "nu"), None)


class Archiefstuk(NamedTuple):
    """A paper in the archive: its name in the address, what it is called, and its place."""

    naam: str
    titel: str
    pad: str


def _toetredende(zicht: Overzicht) -> Toetredende:
    return Toetredende(zicht, stapstanden(zicht), *gedane_stappen(zicht))


def lijst(vraag: Vraag) -> Blad:
    """Show all accessions, those under way first."""
    dossier = vraag.dossier
    alle = [_toetredende(zicht) for zicht in overzichten(dossier)]
    waarden = {
        "lopend": [t for t in alle if not t.zicht.stand.aangehecht],
        "klaar": [t for t in alle if t.zicht.stand.aangehecht],
        "versie": laatste_versie(dossier, dossier.registers),
    }
    return Blad("toetreding.html", "Toetreding", waarden, menu=MENU)


def toon(vraag: Vraag) -> Blad:
    """Show the stages of one accession."""
    zicht = _zicht(vraag)
    stand = zicht.stand
    stukken = gemaakte_stukken(vraag.dossier.root, f"toetreding/{stand.partner.sleutel}")
    besluit = stand.instemming.besluit if stand.instemming else ""
    waarden = {
        "wie": _toetredende(zicht),
        "stand": stand,
        "besluit": next(
            (b for b in vraag.dossier.registers.besluiten if b.sleutel == besluit), None
        ),
        "stukken": _per_stap(stukken),
        "straks": straks_nodig(vraag.dossier, stand),
        "recht": _recht(vraag.dossier, stand),
        "archief": list(_archief(vraag.dossier, zicht)),
        "tekenaars": {o.sleutel: o for o in vraag.dossier.registers.ondertekenaars},
    }
    titel = f"Toetreding van {stand.partner.naam}"
    return Blad("toetreding_stappen.html", titel, waarden, menu=MENU)


def _recht(geopend: Geopend, stand: Toetredingsstand) -> dict[Stap, str]:
    """Return of each stage the way to set it right, as far as nothing rests on it."""
    gedaan: dict[Stap, Gebeurtenis | None] = {
        "verzoek": stand.verzoek,
        "instemming": stand.instemming,
        "verklaring": stand.aanbieding,
        "ondertekend": stand.tegengetekend or stand.getekend,
        "aangehecht": stand.aangehecht,
    }
    return {stap: zet_recht(geopend.registers, g) for stap, g in gedaan.items()}


def maak_stukken(vraag: Vraag) -> Uitslag:
    """Make the papers on which is decided; nothing is recorded."""
    zicht = _zicht(vraag)
    dossier, partner = vraag.dossier, zicht.stand.partner
    paden = schrijf_besluitstukken(dossier, dossier.root / "build", zicht, vanzelf("brief"))
    return Uitslag(
        "De stukken zijn gemaakt",
        (zin_over_stukken(zicht.stand),),
        papieren_in("build", paden),
        (Knop(f"Terug naar de toetreding van {partner.naam}", f"{MENU}/{partner.sleutel}"),),
        MENU,
    )


def geef_archiefstuk(vraag: Vraag) -> Response:
    """Give a paper of the archive under a name that says what it is."""
    zicht = _zicht(vraag)
    gevraagd = vraag.pad["stuk"]
    stuk = next((s for s in _archief(vraag.dossier, zicht) if s.naam == gevraagd), None)
    if stuk is None:
        raise HTTPException(404)
    root = vraag.dossier.root
    data, _ = Lezer(root).data(root / stuk.pad)
    if data is None:
        raise HTTPException(404)
    soort = stuk.pad.rsplit(".", 1)[-1]
    naam = f"verklaring-{zicht.stand.partner.sleutel}-{stuk.naam}.{soort}"
    return stuur(naam, data, download="download" in vraag.zoek)


def _zicht(vraag: Vraag) -> Overzicht:
    registers, sleutel = vraag.dossier.registers, vraag.pad["partner"]
    if all(partner.sleutel != sleutel for partner in registers.partners):
        raise HTTPException(404)
    found = overzicht(vraag.dossier, sleutel)
    assert found is not None  # noqa: S101  the partner is there
    return found


def _per_stap(stukken: Sequence[Stuk]) -> dict[str, list[Stuk]]:
    found: dict[str, list[Stuk]] = {}
    for stuk in stukken:
        found.setdefault(_BIJ_STAP.get(stuk.naam, "verklaring"), []).append(stuk)
    return found


def _archief(geopend: Geopend, zicht: Overzicht) -> Iterator[Archiefstuk]:
    """Yield the declaration as it was offered, and as it came back, as far as they are there."""
    stand = zicht.stand
    kandidaten = []
    if stand.aanbieding:
        kandidaten.append(("aangeboden", "zoals aangeboden", aangeboden(stand.aanbieding.sha256)))
    for naam, titel, g in (
        ("getekend", "getekend door de partner", stand.getekend),
        ("medeondertekend", "medeondertekend door de voorzitter", stand.tegengetekend),
    ):
        if g and g.sha256:
            kandidaten += [(naam, titel, getekend(g.sha256, soort)) for soort in SOORTEN]
    for naam, titel, pad in kandidaten:
        if (geopend.root / pad).is_file():
            yield Archiefstuk(naam, titel, pad)


PAGINA = Pagina(
    (
        Weg(MENU, lijst),
        Weg("/toetreding/{partner}", toon),
        Weg("/toetreding/{partner}/stuk/{stuk}", geef_archiefstuk),
        Weg("/toetreding/{partner}/stukken", maak_stukken, "POST", wijzigt=True),
    ),
    "Toetreding",
    lopende_toetredingen,
)
