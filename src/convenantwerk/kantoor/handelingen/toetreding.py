"""The stages of an accession after its request: consent, declaration, and the binding of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

from convenantwerk.dossier.toetreding import Instemming
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling, papieren_in
from convenantwerk.opdrachten.toetreding.aanhechten import Aanhechting, hecht_aan, zin_over
from convenantwerk.opdrachten.toetreding.stappen import (
    Overzicht,
    overzicht,
    overzichten,
    stel_instemming_voor,
    zin_over_instemming,
)
from convenantwerk.opdrachten.toetreding.verklaring import (
    Aanbod,
    bereid_aanbod,
    bied_aan,
    terug_uiterlijk,
    zinnen_over,
)
from convenantwerk.papier.formaten.tabel import vanzelf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.kantoor.werk import Werk
    from convenantwerk.tijd.toetreding import Stap

MENU = "/toetreding"


def klaar(geopend: Geopend, titel: str, sleutel: str, bestanden: Sequence[str] = ()) -> Uitslag:
    """Return that something was recorded of the accession of a partner, by sleutel."""
    naam = next(p.naam for p in geopend.registers.partners if p.sleutel == sleutel)
    return Uitslag(
        titel,
        (f"Vastgelegd bij de toetreding van {naam}.",),
        bestanden,
        (Knop(f"Naar de toetreding van {naam}", f"{MENU}/{sleutel}"),),
        MENU,
    )


def _kies_toetredende(vraag: Vraag, *stappen: Stap) -> Veld:
    """Return the choice of who is at one of these stages."""
    gekozen = [
        Keuze(zicht.stand.partner.sleutel, zicht.stand.partner.naam)
        for zicht in overzichten(vraag.dossier)
        if zicht.stand.volgende in stappen
    ]
    return Veld(naam="partner", vraag="Organisatie", soort="keuze", nodig=True, keuzes=gekozen)


def _zicht(dossier: Geopend, waarden: Mapping[str, Waarde]) -> Overzicht:
    zicht = overzicht(dossier, str(waarden["partner"]))
    assert zicht is not None  # noqa: S101  it was chosen among those that are there
    return zicht


class _Instemmen(NamedTuple):
    zicht: Overzicht
    instemming: Instemming


def _instemmingsvelden(vraag: Vraag) -> Sequence[Veld]:
    return (
        _kies_toetredende(vraag, "instemming"),
        Veld(naam="datum", vraag="Datum van het besluit", soort="datum", nodig=True),
        Veld(naam="kenmerk", vraag="Kenmerk van het besluit", nodig=True),
        Veld(naam="plaats", vraag="Plaats van het besluit"),
    )


def _bekijk_instemming(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[_Instemmen]:
    zicht = _zicht(vraag.dossier, waarden)
    gegeven = cast("dict[str, Any]", {k: waarden[k] or "" for k in ("datum", "kenmerk", "plaats")})
    instemming = Instemming(**gegeven)
    voorstel, _ = stel_instemming_voor(vraag.dossier, zicht, instemming, ())
    return Gevolg(
        _Instemmen(zicht, instemming),
        (zin_over_instemming(zicht.stand, instemming.datum),),
        voorstel.bezwaren,
        (f"Het besluit van {zicht.stand.orgaan}",),
    )


def _leg_instemming_vast(geopend: Geopend, inhoud: _Instemmen) -> Uitslag:
    voorstel, papieren = stel_instemming_voor(geopend, *inhoud, vanzelf("brief"))
    geopend.leg_vast(voorstel, uit=geopend.root / "build", papieren=papieren)
    sleutel = inhoud.zicht.stand.partner.sleutel
    made = papieren_in("build", tuple(papieren))
    return klaar(geopend, "De instemming is vastgelegd", sleutel, made)


def _verklaringsvelden(vraag: Vraag) -> Sequence[Veld]:
    return (
        _kies_toetredende(vraag, "verklaring", "ondertekend"),
        Veld(
            naam="uiterlijk",
            vraag="Terug uiterlijk",
            soort="datum",
            vanaf=vraag.dossier.op,
            standaard=terug_uiterlijk(vraag.dossier),
        ),
    )


def _bekijk_verklaring(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[Aanbod]:
    dossier = vraag.dossier
    uiterlijk = cast("Any", waarden["uiterlijk"])
    aanbod = bereid_aanbod(dossier, _zicht(dossier, waarden).stand, uiterlijk, vanzelf("brief"))
    papieren = ("De toetredingsverklaring", "De aanbiedingsbrief, met het convenant en de agenda")
    return Gevolg(aanbod, zinnen_over(aanbod), papieren=papieren, knop="Bied de verklaring aan")


def _leg_verklaring_vast(geopend: Geopend, aanbod: Aanbod, werk: Werk) -> Uitslag:
    def bijlagen() -> None:
        werk.meld(1, 2, "De bijlagen worden gemaakt.")

    werk.meld(0, 2, "De verklaring en de brief worden gemaakt.")
    paden = bied_aan(geopend, geopend.root / "build", aanbod, bijlagen)
    sleutel = aanbod.standen[0].partner.sleutel
    return klaar(geopend, "De verklaring is aangeboden", sleutel, papieren_in("build", paden))


class _Aanhechten(NamedTuple):
    zicht: Overzicht
    made: Aanhechting


def _bekijk_aanhechten(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[_Aanhechten]:
    zicht = _zicht(vraag.dossier, waarden)
    made = hecht_aan(vraag.dossier, zicht, ())
    return Gevolg(
        _Aanhechten(zicht, made),
        (zin_over(zicht.stand, made),),
        made.voorstel.bezwaren,
        ("De kennisgeving aan de andere partners", "De agenda's, bijgewerkt"),
        knop="Hecht aan",
    )


def _leg_aanhechten_vast(geopend: Geopend, inhoud: _Aanhechten) -> Uitslag:
    made = hecht_aan(geopend, inhoud.zicht, vanzelf("brief"))
    geopend.leg_vast(
        made.voorstel, uit=geopend.root / "build", papieren=made.papieren, bewaren=made.bewaren
    )
    sleutel = inhoud.zicht.stand.partner.sleutel
    paden = papieren_in("build", tuple(made.papieren))
    return klaar(geopend, "De verklaring is aangehecht", sleutel, paden)


HANDELINGEN: tuple[Handeling[Any], ...] = (
    Handeling(
        naam="toetreding-instemming",
        titel="Instemming met een toetreding",
        menu=MENU,
        velden=_instemmingsvelden,
        bekijk=_bekijk_instemming,
        leg_vast=_leg_instemming_vast,
    ),
    Handeling(
        naam="toetreding-verklaring",
        titel="Toetredingsverklaring aanbieden",
        menu=MENU,
        velden=_verklaringsvelden,
        bekijk=_bekijk_verklaring,
        werk=_leg_verklaring_vast,
    ),
    Handeling(
        naam="toetreding-aanhechten",
        titel="Verklaring aanhechten",
        menu=MENU,
        velden=lambda vraag: (_kies_toetredende(vraag, "aangehecht"),),
        bekijk=_bekijk_aanhechten,
        leg_vast=_leg_aanhechten_vast,
    ),
)
