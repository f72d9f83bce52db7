"""`convenant toetreding`: the stages of an accession, by options, questions or a file."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.cli.als_json import to_json
from convenantwerk.cli.bevestigen import (
    bevestig,
    formaat_option,
    ja_option,
    op_vandaag_option,
    schrijf_en_toon,
    toon_paden,
    uit_option,
    weiger_bij_fout,
)
from convenantwerk.cli.feitenvragen import feiten_opties
from convenantwerk.cli.invoer import vraag_passend
from convenantwerk.cli.opties import Datum, Getal, eis_toekomst
from convenantwerk.cli.plakbaar import zeg
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.terugweg import UITERLIJK, Gegeven, leg_voor
from convenantwerk.cli.toetredingsreeks import Reeksopties, neem_reeks_op
from convenantwerk.cli.verzoek import eis_nieuw, leg_verzoek_vast
from convenantwerk.cli.voortgang import raad, toon_voortgang
from convenantwerk.cli.waarden import geopend, map_uit, met
from convenantwerk.dossier.toetreding import Instemming
from convenantwerk.opdrachten.toetreding.aanvullen import stel_begin_voor, zinnen_over_begin
from convenantwerk.opdrachten.toetreding.stappen import (
    overzicht,
    schrijf_besluitstukken,
    stel_instemming_voor,
    zin_over_instemming,
    zin_over_stukken,
)
from convenantwerk.opdrachten.toetreding.vragen import FEITEN, eis_buiten
from convenantwerk.tekenen.toetreding import eis_stap
from convenantwerk.tijd.toetreding import STAPPEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.opdrachten.toetreding.stappen import Overzicht
    from convenantwerk.opdrachten.toetreding.verklaring import Aanbod
    from convenantwerk.tijd.toetreding import Stap, Toetredingsstand


@dataclass(frozen=True, slots=True, kw_only=True)
class _Toetreding(Reeksopties):
    """The options; `feiten` are those of the newcomer, by the names of their options."""

    partner: str | None
    stap: Stap | None
    datum: date | None
    kenmerk: str
    plaats: str
    uit_bestand: Path | None
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
@click.option("--plaats", default="", help="Waar is besloten.")
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
        neem_reeks_op(dossier, opties, opties.uit_bestand)
        return
    if opties.partner is None:
        raise click.UsageError("Noem de partner, of een bestand met --uit-bestand.")
    zicht = overzicht(dossier, opties.partner)
    if zicht is None:
        eigen = bool(opties.feiten["sleutel"])
        eis_nieuw(dossier, opties.partner, opties.stap, eigen_sleutel=eigen)
        _nieuw(dossier, opties, opties.partner, "")
        return
    if opties.json_:
        click.echo(to_json({"stand": zicht.stand, "volgende": zicht.stand.volgende}))
        return
    eis_buiten(zicht)
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
    eis_toekomst(opties.uiterlijk, opties.dag)


# --- the stages ----------------------------------------------------------------------------


def _nieuw(dossier: Geopend, opties: _Toetreding, naam: str, sleutel: str) -> None:
    """Record a request; `sleutel` is that of who is in the registers already."""
    waarden = {
        **opties.feiten,
        "naam": opties.feiten["naam"] or naam,
        "sleutel": opties.feiten["sleutel"] or sleutel,
        "datum": opties.datum,
        "kenmerk": opties.kenmerk,
    }
    leg_verzoek_vast(dossier, waarden, opties.dag, ja=opties.ja)


def _verzoek(dossier: Geopend, zicht: Overzicht, opties: _Toetreding) -> None:
    """Record the request of who is known already, or add its first day to the one that runs."""
    if zicht.stand.verzoek is not None and opties.gegeven == ["--ingangsdatum"]:
        _begin(dossier, zicht.stand, opties)
        return
    _nieuw(dossier, opties, zicht.stand.partner.naam, zicht.stand.partner.sleutel)


def _begin(dossier: Geopend, stand: Toetredingsstand, opties: _Toetreding) -> None:
    def bekijk(gegeven: Mapping[str, Any]) -> Voorstel:
        dag = gegeven["ingangsdatum"]
        voorstel = stel_begin_voor(dossier, stand, dag)
        weiger_bij_fout(voorstel.bezwaren)
        for zin in zinnen_over_begin(stand, dag):
            toon_zin(zin)
        return voorstel

    dag = Gegeven("ingangsdatum", "Deelname begint", "--ingangsdatum", Datum(), nodig=True)
    voorstel = leg_voor((dag,), {dag.naam: opties.feiten[dag.naam]}, bekijk, ja=opties.ja)
    schrijf_en_toon(dossier, voorstel, dossier.root, {})


def _besluit(zicht: Overzicht, opties: _Toetreding) -> tuple[date, str]:
    """Ask for day and reference of a besluit, which cannot lie ahead or before the request."""
    verzoek = zicht.stand.verzoek

    def bezwaar(value: object) -> str:
        if not isinstance(value, date):
            return "" if value else "Zonder dit antwoord kan het besluit niet worden vastgelegd."
        if value > opties.dag:
            return f"{voluit(value)} moet nog komen."
        if verzoek is not None and value < verzoek.datum:
            return f"Dat is van voor het verzoek ({voluit(verzoek.datum)})."
        return ""

    asked = [
        vraag_passend(g.vraag, g.optie, g.soort, bezwaar=bezwaar)
        for g in _INSTEMMING[: 1 if opties.kenmerk else 2]
    ]
    return asked[0], str(asked[1]) if asked[1:] else opties.kenmerk  # type: ignore[return-value]


def _instemming(dossier: Geopend, zicht: Overzicht, opties: _Toetreding) -> None:
    eis_stap(zicht.stand, "instemming")
    naam = zicht.stand.partner.naam
    datum, kenmerk = opties.datum, opties.kenmerk.strip()
    if datum is None and sys.stdin.isatty() and bevestig("Is er al besloten?", "--datum"):
        datum, kenmerk = _besluit(zicht, opties)
    if datum is None:
        folder = map_uit(dossier, opties.uit)
        made = schrijf_besluitstukken(dossier, folder, zicht, opties.formaten)
        click.echo(zin_over_stukken(zicht.stand))
        toon_paden(folder, made)
        return
    if not kenmerk:
        wat = "het kenmerk van het besluit"
        raise ConvenantwerkError("CV303", naam=naam, wat=wat, tip="noem het met --kenmerk")

    def bekijk(gegeven: Mapping[str, Any]) -> tuple[Voorstel, Mapping[str, bytes]]:
        instemming = Instemming(**gegeven)
        voorstel, papieren = stel_instemming_voor(dossier, zicht, instemming, opties.formaten)
        weiger_bij_fout(voorstel.bezwaren)
        click.echo(zin_over_instemming(zicht.stand, instemming.datum))
        return voorstel, papieren

    waarden = {"datum": datum, "kenmerk": kenmerk, "plaats": opties.plaats}
    voorstel, papieren = leg_voor(_INSTEMMING, waarden, bekijk, ja=opties.ja)
    schrijf_en_toon(dossier, voorstel, map_uit(dossier, opties.uit), papieren)


_INSTEMMING = (
    Gegeven("datum", "Datum van het besluit", "--datum", Datum(), nodig=True),
    Gegeven("kenmerk", "Kenmerk van het besluit", "--kenmerk", nodig=True),
    Gegeven("plaats", "Plaats van het besluit", "--plaats"),
)


def _verklaring(dossier: Geopend, zicht: Overzicht, opties: _Toetreding) -> None:
    from convenantwerk.opdrachten.toetreding.verklaring import (  # noqa: PLC0415
        bereid_aanbod,
        bied_aan,
        zinnen_over,
    )

    def bekijk(gegeven: Mapping[str, Any]) -> Aanbod:
        uiterlijk = gegeven["uiterlijk"]
        eis_toekomst(uiterlijk, opties.dag)
        aanbod = bereid_aanbod(dossier, zicht.stand, uiterlijk, opties.formaten)
        zin, *meer = zinnen_over(aanbod)
        click.echo(zin)
        for een in meer:
            toon_zin(een)
        return aanbod

    aanbod = leg_voor((UITERLIJK,), {"uiterlijk": opties.uiterlijk}, bekijk, ja=opties.ja)
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
    from convenantwerk.opdrachten.toetreding.aanhechten import hecht_aan, zin_over  # noqa: PLC0415

    made = hecht_aan(dossier, zicht, opties.formaten)

    def bekijk(_: Mapping[str, Any]) -> Voorstel:
        weiger_bij_fout(made.voorstel.bezwaren)
        click.echo(zin_over(zicht.stand, made))
        return made.voorstel

    voorstel = leg_voor((), {}, bekijk, ja=opties.ja)
    folder = map_uit(dossier, opties.uit)
    schrijf_en_toon(dossier, voorstel, folder, made.papieren, made.bewaren)
    for pad in made.bewaren:
        click.echo(f"  {pad}")
    zeg("'convenant bouw' maakt het convenant met deze verklaring erachter.")


_STAPPEN = {
    "verzoek": _verzoek,
    "instemming": _instemming,
    "verklaring": _verklaring,
    "ondertekend": _ondertekend,
    "aangehecht": _aangehecht,
}
