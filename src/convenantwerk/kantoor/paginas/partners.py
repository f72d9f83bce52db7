"""Partners: who takes part, and all of one of them on a card."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.exceptions import HTTPException

from convenantwerk.basis.datum import voluit
from convenantwerk.kantoor.antwoord import Blad, Knop, Verder
from convenantwerk.kantoor.doeknop import doeknop
from convenantwerk.kantoor.momenten import stukken_bij, zet_recht
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.opdrachten.partnerkaart import lees_kaart
from convenantwerk.opdrachten.partneroverzicht import GROEPEN, groep_van, overzicht
from convenantwerk.opdrachten.termijnen import KALENDER, partnerkalender
from convenantwerk.opdrachten.wijzigbaar import PARTNERFEITEN
from convenantwerk.papier.formaten.tabel import FORMATEN
from convenantwerk.stukken.lijsten import status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from convenantwerk.dossier.registers import Partner
    from convenantwerk.kantoor.antwoord import Antwoord, Vraag
    from convenantwerk.opdrachten.partnerkaart import Kaart
    from convenantwerk.opdrachten.partneroverzicht import Groep
    from convenantwerk.tijd.stand import Mandaat

# How partners of each group are called: of one, and of more.
_GROEPEN: Mapping[Groep, tuple[str, str]] = {
    "deelnemer": ("neemt deel", "nemen deel"),
    "opgezegd": ("zegde op en neemt nog deel", "zegden op en nemen nog deel"),
    "aan het toetreden": ("wil toetreden", "willen toetreden"),
    "nog niet": ("neemt nog niet deel", "nemen nog niet deel"),
    "uitgetreden": ("is uitgetreden", "zijn uitgetreden"),
}
_MAG_LEEG = ("ook_bekend_als", "kort", "opmerking")  # that these are not there means nothing
_LIJST = "lijst"  # goes on to the page for a list, unless a partner is called so
_MEESTE = 9  # digits of the number of a page


def toon(vraag: Vraag) -> Blad:
    """Show the partners that are looked for."""
    zoek, groep = vraag.zoek.get("zoek", ""), vraag.zoek.get("staat", "")
    blad = vraag.zoek.get("blad", "")
    nummer = int(blad) if blad.isascii() and blad.isdigit() and len(blad) < _MEESTE else 1
    found = overzicht(vraag.dossier, zoek, groep, nummer)
    aantal = sum(found.telling.values())
    waarden = {
        "overzicht": found,
        "aantal": aantal,
        "zoek": zoek,
        "groep": groep if groep in GROEPEN else "",
        "groepen": [(g, _GROEPEN[g][found.telling[g] != 1], found.telling[g]) for g in GROEPEN],
        "status": status,
        "formaten": list(FORMATEN),
    }
    return Blad("partners.html", "Partners", waarden, menu="/partners")


def kaart(vraag: Vraag) -> Antwoord:
    """Show all of one partner."""
    dossier = vraag.dossier
    found = lees_kaart(dossier, dossier.root / "build", vraag.pad["partner"])
    if found is None:
        if vraag.pad["partner"] == _LIJST:
            return Verder("/partnerlijst")
        raise HTTPException(404)
    partner = found.deelname.partner
    tekenaars = {o.sleutel: o.persoon for o in dossier.registers.ondertekenaars}
    agenda = f"build/{KALENDER}/{partnerkalender(partner)}"
    eigen = [d for d in found.termijnen if partner.sleutel in (d.partner, *d.ook)]
    waarden = {
        "kaart": found,
        "partner": partner,
        "status": status(found.deelname),
        "groep": groep_van(found.deelname),
        "feiten": list(_feiten(partner)),
        "leeg": [
            _klein(feit.naam)
            for naam, feit in PARTNERFEITEN.items()
            if naam not in _MAG_LEEG and not getattr(partner, naam)
        ],
        "eigen": eigen,
        "algemeen": [d for d in found.termijnen if d not in eigen],
        "tekenaar": lambda sleutel: tekenaars.get(sleutel, "iemand die niet in het register staat"),
        "mandaat_zin": _mandaat,
        "wijzig_tekenaar": _wijzig_tekenaar,
        "stukken": partial(stukken_bij, dossier.root),
        "zet_recht": zet_recht,
        "knoppen_feiten": list(
            doeknop("Wijzig deze gegevens", "wijzig-partner", partner=partner.sleutel)
        ),
        "knoppen": list(_knoppen(found, dossier.op)),
        "agenda": agenda if (dossier.root / agenda).is_file() else "",
        "brieven": list(_brieven(found)),
    }
    return Blad("partner.html", partner.naam, waarden, menu="/partners")


def _klein(naam: str) -> str:
    """Return a name as it stands in a sentence; one with more capitals keeps its first."""
    return naam[:1].lower() + naam[1:] if naam[1:].islower() else naam


def _feiten(partner: Partner) -> Iterator[tuple[str, str]]:
    """Yield the facts that are recorded, but for its name, which stands above."""
    for naam, feit in PARTNERFEITEN.items():
        waarde = getattr(partner, naam)
        if waarde and naam != "naam":
            yield feit.naam, "\n".join(waarde) if isinstance(waarde, tuple) else str(waarde)


def _mandaat(mandaat: Mandaat) -> str:
    """Return on what ground and until when somebody may sign, in words."""
    wie = mandaat.ondertekenaar
    delen = [f"op grond van {wie.grond}" if wie.grond else "de grond is niet vastgelegd"]
    if wie.kenmerk:
        delen.append(f"kenmerk {wie.kenmerk}")
    if wie.van:
        delen.append(f"vanaf {voluit(wie.van)}")
    if mandaat.tot:
        delen.append(f"tot en met {voluit(mandaat.tot)}")
    return "; ".join(delen)


def _wijzig_tekenaar(mandaat: Mandaat) -> Sequence[Knop]:
    wie = mandaat.ondertekenaar.sleutel
    return (
        *doeknop("Wijzig", "wijzig-ondertekenaar", ondertekenaar=wie),
        *doeknop("Iemand anders gaat tekenen", "opvolger", ondertekenaar=wie),
    )


def _knoppen(kaart: Kaart, op: date) -> Iterator[Knop]:
    """Yield what can be begun for a partner, by where it stands."""
    sleutel = kaart.deelname.partner.sleutel
    match groep_van(kaart.deelname):
        case "deelnemer":
            yield from doeknop("Leg een opzegging vast", "opzegging", partner=sleutel)
            stel = urlencode({"partner": sleutel, "ontvangen": op.isoformat()})
            yield Knop("Stel dat zij opzegt", f"/termijnen/stel-dat/opzegging?{stel}")
        case "opgezegd":
            yield Knop("Bekijk de opzegging", f"/opzegging/{sleutel}")
            yield from doeknop("Leg de bevestiging vast", "opzegging-bevestigd", partner=sleutel)
            yield from doeknop("Leg een intrekking vast", "opzegging-ingetrokken", partner=sleutel)
        case "aan het toetreden":
            yield Knop("Bekijk de toetreding", f"/toetreding/{sleutel}")
        case _:
            pass
    if kaart.versie and kaart.deelname.status != "uitgetreden":
        yield from doeknop("Maak het pakket om te tekenen", "pakket", partner=sleutel)


def _brieven(kaart: Kaart) -> Iterator[Knop]:
    for soort in kaart.brieven:
        tekst = f"Maak de brief opnieuw: {soort}"
        yield from doeknop(tekst, "brief", soort=soort, partner=kaart.deelname.partner.sleutel)


PAGINA = Pagina((Weg("/partners", toon), Weg("/partners/{partner}", kaart)), "Partners")
