"""`convenant toetreding`: the stages of an accession, by options, questions or a file."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.opdrachtregel import geciteerd
from convenantwerk.cli.als_json import to_json
from convenantwerk.cli.bevestigen import (
    bevestig,
    formaat_option,
    ja_option,
    op_vandaag_option,
    stop,
    stop_bij_fout,
    toon_paden,
    uit_option,
    vraag,
)
from convenantwerk.cli.feitenvragen import FEITEN, feiten_opties, uit_opties, vul_aan
from convenantwerk.cli.invoer import Regel, vraag_om
from convenantwerk.cli.opties import Datum, Getal
from convenantwerk.cli.voortgang import raad, toon_voortgang
from convenantwerk.cli.waarden import Vastlegopties, geopend, map_uit, met
from convenantwerk.cli.weergave import show_diagnostics
from convenantwerk.dossier.partnerkeuze import (
    bedoelde_partner,
    gelijkende_partners,
    noem_partner,
)
from convenantwerk.dossier.toetreding import Instemming
from convenantwerk.opdrachten.toetreding.stappen import (
    controleer_feiten,
    keuzes,
    overzicht,
    schrijf_besluitstukken,
    stel_instemming_voor,
    stel_verzoek_voor,
)
from convenantwerk.tekenen.toetreding import eis_stap
from convenantwerk.tijd.toetreding import STAPPEN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.opdrachten.toetreding.stappen import Overzicht
    from convenantwerk.tijd.toetreding import Stap


@dataclass(frozen=True, slots=True, kw_only=True)
class _Toetreding(Vastlegopties):
    """The options; `feiten` are those of the newcomer, by the names of their options."""

    partner: str | None
    stap: Stap | None
    datum: date | None
    kenmerk: str
    plaats: str
    uiterlijk: date | None
    uit_bestand: Path | None
    werkers: int
    json_: bool
    feiten: Mapping[str, object]

    @property
    def gegeven(self) -> list[str]:
        """The options about the newcomer that were given."""
        return [f.optie for f in FEITEN if self.feiten[f.naam] not in (None, f.standaard)]


def _opties(**given: object) -> _Toetreding:
    feiten = {feit.naam: given.pop(feit.naam) for feit in FEITEN}
    return _Toetreding(**given, feiten=feiten)  # type: ignore[arg-type]  # click has seen to them


@click.command(options_metavar="[OPTIES]")
@click.argument("partner", required=False)
@click.argument("stap", type=click.Choice(STAPPEN), metavar="[STAP]", required=False)
@feiten_opties
@click.option("--datum", type=Datum(), help="De dag van het verzoek of van het besluit.")
@click.option("--kenmerk", default="", help="Het kenmerk van het verzoek of het besluit.")
@click.option("--plaats", default="", help="Waar de Stuurgroep besloot.")
@click.option("--uiterlijk", type=Datum(), help="Wanneer de verklaring terug moet zijn.")
@click.option(
    "--uit-bestand",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    help="Een YAML-bestand met de gegevens van één of veel nieuwe partners.",
)
@click.option(
    "--werkers",
    type=Getal(1, 64),
    default=1,
    show_default=True,
    help="Hoeveel processen de stukken maken, 1 tot en met 64; bij veel partners tegelijk.",
)
@click.option("--json", "json_", is_flag=True, help="Schrijf als JSON hoever het is.")
@ja_option
@op_vandaag_option
@formaat_option
@uit_option
@met(_opties)
def toetreding(opties: _Toetreding) -> None:
    """Laat PARTNER toetreden, stap voor stap; zonder STAP ziet u hoever het is.

    De stappen zijn: verzoek, instemming, verklaring, ondertekend en aangehecht. In een venster
    waarin u kunt typen, vraagt het programma naar wat er ontbreekt.
    """
    dossier = geopend(opties.dag)
    _controleer_opties(opties)
    if opties.uit_bestand:
        _uit_bestand(dossier, opties, opties.uit_bestand)
        return
    if opties.partner is None:
        raise click.UsageError("Noem de partner, of een bestand met --uit-bestand.")
    zicht = overzicht(dossier, opties.partner)
    if zicht is None:
        _onbekend(dossier, opties, opties.partner)
        return
    if opties.json_:
        click.echo(to_json({"stand": zicht.stand, "volgende": zicht.stand.volgende}))
        return
    if zicht.neemt_deel:
        raise ConvenantwerkError(
            "CV301",
            naam=zicht.stand.partner.naam,
            reden=f"deze partner neemt al deel ({zicht.neemt_deel})",
            tip="wie al deelneemt, hoeft niet toe te treden",
        )
    stap = opties.stap
    if stap is None:
        toon_voortgang(zicht)
        stap = zicht.stand.volgende
        if stap is None or not sys.stdin.isatty() or stap == "ondertekend":
            return
        if not bevestig(f"Stap '{stap}' nu doen?", f"de naam van de stap: {stap}"):
            return
    _STAPPEN[stap](dossier, zicht, opties)


def _controleer_opties(opties: _Toetreding) -> None:
    """Refuse what would be left out of account without a word."""
    if opties.uit_bestand and (opties.partner or opties.gegeven or opties.json_):
        raise click.UsageError("Bij --uit-bestand horen geen partner, stap of gegevens.")
    if opties.stap not in (None, "verzoek") and opties.gegeven:
        raise click.UsageError(
            f"{opties.gegeven[0]} hoort bij stap 'verzoek'; pas daarna de registers zelf aan."
        )
    if opties.uiterlijk and opties.uiterlijk < opties.dag:
        raise click.BadParameter("deze dag is al voorbij.", param_hint="'--uiterlijk'")


# --- the stages ----------------------------------------------------------------------------


def _onbekend(dossier: Geopend, opties: _Toetreding, naam: str) -> None:
    """Begin with an organisation that is not in the registers yet, when that is what is meant."""
    registers = dossier.registers
    gelijkend = gelijkende_partners(registers, naam)
    if gelijkend and opties.stap in (None, "verzoek") and not opties.feiten["sleutel"]:
        wie = ", ".join(map(noem_partner, gelijkend))
        raise ConvenantwerkError("CV921", naam=naam, wie=wie, sleutel=gelijkend[0].sleutel)
    if opties.stap != "verzoek" and not (opties.stap is None and sys.stdin.isatty()):
        nieuw = f"is dit een nieuwe partner: 'convenant toetreding {geciteerd(naam)} verzoek'"
        tip = "; ".join(part for part in (bedoelde_partner(registers, naam), nieuw) if part)
        raise ConvenantwerkError("CV912", pad="", partner=naam, tip=tip)
    _nieuw(dossier, opties, naam, "")


def _nieuw(dossier: Geopend, opties: _Toetreding, naam: str, sleutel: str) -> None:
    """Record a request; `sleutel` is that of who is in the registers already."""
    gegeven = {
        **opties.feiten,
        "naam": opties.feiten["naam"] or naam,
        "sleutel": opties.feiten["sleutel"] or sleutel,
        "datum": opties.datum,
        "kenmerk": opties.kenmerk,
        "op": opties.dag,
    }
    feiten = uit_opties(vul_aan(gegeven, keuzes(dossier)))
    stop_bij_fout(controleer_feiten(dossier, feiten))
    voorstel = stel_verzoek_voor(dossier, feiten)
    click.echo(f"Verzoek om toetreding van {feiten.partner.naam}, van {voluit(feiten.verzoek)}.")
    _leg_vast(dossier, opties, voorstel, {})
    zicht = overzicht(dossier, feiten.partner.sleutel)
    if zicht is not None:
        toon_voortgang(zicht)


def _verzoek(dossier: Geopend, zicht: Overzicht, opties: _Toetreding) -> None:
    """Record the request of who is known already: it left, and wants to come back."""
    _nieuw(dossier, opties, zicht.stand.partner.naam, zicht.stand.partner.sleutel)


def _instemming(dossier: Geopend, zicht: Overzicht, opties: _Toetreding) -> None:
    eis_stap(zicht.stand, "instemming")
    naam = zicht.stand.partner.naam
    datum, kenmerk = opties.datum, opties.kenmerk.strip()
    if datum is None and sys.stdin.isatty() and bevestig("Is er al besloten?", "--datum"):
        datum = vraag_om("Datum van het besluit", "--datum", type=Datum())
        kenmerk = kenmerk or vraag_om("Kenmerk van het besluit", "--kenmerk", type=Regel())
    if datum is None:
        folder = map_uit(dossier, opties.uit)
        made = schrijf_besluitstukken(dossier, folder, zicht, opties.formaten)
        click.echo("Stukken voor de Stuurgroep gemaakt; er is nog niets vastgelegd.")
        toon_paden(folder, made)
        return
    if not kenmerk:
        wat = "het kenmerk van het besluit"
        raise ConvenantwerkError("CV303", naam=naam, wat=wat, tip="noem het met --kenmerk")
    instemming = Instemming(datum, kenmerk, opties.plaats.strip())
    voorstel, papieren = stel_instemming_voor(dossier, zicht, instemming, opties.formaten)
    click.echo(f"De Stuurgroep stemde op {voluit(datum)} in met de toetreding van {naam}.")
    _leg_vast(dossier, opties, voorstel, papieren)


def _verklaring(dossier: Geopend, zicht: Overzicht, opties: _Toetreding) -> None:
    from convenantwerk.opdrachten.toetreding.verklaring import bereid_aanbod, bied_aan  # noqa: PLC0415

    aanbod = bereid_aanbod(dossier, zicht.stand, opties.uiterlijk, opties.formaten)
    versie = aanbod.editie.versie
    click.echo(
        f"Toetredingsverklaring van {zicht.stand.partner.naam} bij versie {versie.naam} "
        f"({versie.kort}), terug uiterlijk {voluit(aanbod.uiterlijk)}."
    )
    vraag(ja=opties.ja)
    folder = map_uit(dossier, opties.uit)
    paths = bied_aan(dossier, folder, aanbod)
    click.echo("Vastgelegd als aangeboden.")
    toon_paden(folder, paths)


def _ondertekend(dossier: Geopend, zicht: Overzicht, opties: _Toetreding) -> None:
    """Say how signatures come in: nobody can record by hand that a paper was signed here."""
    del dossier, opties
    eis_stap(zicht.stand, "ondertekend")
    wat = "; ".join(zicht.ontbreekt)
    tip = raad(zicht.stand).replace("\n", "; ")
    raise ConvenantwerkError("CV303", naam=zicht.stand.partner.naam, wat=wat, tip=tip)


def _aangehecht(dossier: Geopend, zicht: Overzicht, opties: _Toetreding) -> None:
    from convenantwerk.opdrachten.toetreding.aanhechten import hecht_aan  # noqa: PLC0415

    made = hecht_aan(dossier, zicht, opties.formaten)
    naam = zicht.stand.partner.naam
    click.echo(
        f"De verklaring van {naam} wordt als nummer {made.nummer} bij het convenant gevoegd."
    )
    _leg_vast(dossier, opties, made.voorstel, made.papieren, made.bewaren)
    for pad in made.bewaren:
        click.echo(f"  {pad}")
    click.echo("'convenant bouw' maakt het convenant met deze verklaring erachter.")


_STAPPEN = {
    "verzoek": _verzoek,
    "instemming": _instemming,
    "verklaring": _verklaring,
    "ondertekend": _ondertekend,
    "aangehecht": _aangehecht,
}


def _leg_vast(
    dossier: Geopend,
    opties: _Toetreding,
    voorstel: Voorstel,
    papieren: Mapping[str, bytes],
    bewaren: Mapping[str, bytes] | None = None,
) -> None:
    """Show what objects, ask, and record."""
    stop_bij_fout(voorstel.bezwaren)
    vraag(ja=opties.ja)
    folder = map_uit(dossier, opties.uit)
    dossier.leg_vast(voorstel, uit=folder, papieren=papieren, bewaren=bewaren)
    click.echo("Vastgelegd in convenant/registers.")
    toon_paden(folder, papieren)


# --- many at once --------------------------------------------------------------------------


def _uit_bestand(dossier: Geopend, opties: _Toetreding, bestand: Path) -> None:
    from convenantwerk.opdrachten.toetreding.reeks import bereid_voor, voer_uit  # noqa: PLC0415

    batch = bereid_voor(dossier, bestand, opties.uiterlijk)
    show_diagnostics(batch.diagnostics, err=True)
    if not batch.goed:
        if not batch.diagnostics:
            click.echo("In dit bestand staat geen enkele toetreding.", err=True)
        stop()
    total = len(batch.aanbod.standen)
    click.echo(
        f"Verzoeken vast te leggen: {batch.goed}; verklaringen te maken: {total}"
        f"{f'; overgeslagen: {batch.slecht}' if batch.slecht else ''}."
    )
    vraag(ja=opties.ja)
    folder = map_uit(dossier, opties.uit)
    with click.progressbar(length=total, label="Verklaringen", file=sys.stderr) as bar:
        paths = voer_uit(
            dossier, folder, batch, opties.formaten, opties.werkers, lambda: bar.update(1)
        )
    click.echo(f"Vastgelegd in convenant/registers; {len(paths)} stukken gemaakt.")
    if batch.slecht:
        sys.exit(1)
