"""`convenant toetreding`: the stages of an accession, by options, questions or a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import bedoelde, has_fout
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.cli.bevestigen import (
    bevestig,
    formaat_option,
    ja_option,
    op_vandaag_option,
    stop,
    toon_paden,
    uit_option,
    vraag,
)
from convenantwerk.cli.feitenvragen import FEITEN, feiten_opties, uit_opties, vul_aan
from convenantwerk.cli.opties import Datum, find_root, today
from convenantwerk.cli.voortgang import raad, toon_voortgang
from convenantwerk.cli.weergave import show_diagnostics, to_json
from convenantwerk.dossier.toetreding import Instemming
from convenantwerk.tekenen.toetreding import STAPPEN

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.controles.voorstel import Gelezen, Voorstel
    from convenantwerk.opdrachten.toetreding.stappen import Overzicht
    from convenantwerk.tekenen.toetreding import Stap


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
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Hoeveel processen de stukken maken; bij veel partners tegelijk.",
)
@click.option("--json", "json_", is_flag=True, help="Schrijf als JSON hoever het is.")
@ja_option
@op_vandaag_option
@formaat_option
@uit_option
@click.pass_obj
def toetreding(
    dossier: Path | None,
    /,
    partner: str | None,
    stap: Stap | None,
    **opties: Any,  # noqa: ANN401
) -> None:
    """Laat PARTNER toetreden, stap voor stap; zonder STAP ziet u hoever het is.

    De stappen zijn: verzoek, instemming, verklaring, ondertekend en aangehecht. In een venster
    waarin u kunt typen, vraagt het programma naar wat er ontbreekt.
    """
    from convenantwerk.opdrachten.toetreding.stappen import Overzicht  # noqa: PLC0415

    root = find_root(dossier)
    opties["op"] = opties["op"] or today()
    opties["uit"] = opties["uit"] or root / "build"
    _controleer_opties(partner, stap, opties)
    if opties["uit_bestand"]:
        _uit_bestand(root, opties)
        return
    if partner is None:
        raise click.UsageError("Noem de partner, of een bestand met --uit-bestand.")
    zicht = _zicht(root, partner, opties["op"])
    if not isinstance(zicht, Overzicht):
        _nieuw(root, zicht, partner, stap, opties)
        return
    if opties["json_"]:
        click.echo(to_json({"stand": zicht.stand, "volgende": zicht.stand.volgende}))
        return
    if zicht.neemt_deel:
        raise ConvenantwerkError(
            "CV301",
            naam=zicht.stand.partner.naam,
            reden=f"deze partner neemt al deel ({zicht.neemt_deel})",
            tip="wie al deelneemt, hoeft niet toe te treden",
        )
    if stap is None:
        toon_voortgang(zicht)
        volgende = zicht.stand.volgende
        if volgende is None or not sys.stdin.isatty() or volgende == "ondertekend":
            return
        if not bevestig(f"Stap '{volgende}' nu doen?"):
            return
        stap = volgende
    _STAPPEN[stap](root, zicht, opties)


def _controleer_opties(partner: str | None, stap: Stap | None, opties: dict[str, Any]) -> None:
    """Refuse what would be left out of account without a word."""
    gegeven = [feit.optie for feit in FEITEN if opties[feit.naam] not in (None, feit.standaard)]
    if opties["uit_bestand"] and (partner or gegeven or opties["json_"]):
        raise click.UsageError("Bij --uit-bestand horen geen partner, stap of gegevens.")
    if stap not in (None, "verzoek") and gegeven:
        raise click.UsageError(
            f"{gegeven[0]} hoort bij stap 'verzoek'; pas daarna de registers zelf aan."
        )
    if opties["uiterlijk"] and opties["uiterlijk"] < opties["op"]:
        raise click.BadParameter("deze dag is al voorbij.", param_hint="'--uiterlijk'")


def _zicht(root: Path, partner: str, op: date) -> Overzicht | Gelezen:
    from convenantwerk.opdrachten.toetreding.stappen import overzicht  # noqa: PLC0415

    zicht = overzicht(root, partner, op)
    if isinstance(zicht, tuple):
        show_diagnostics(zicht, err=True)
        stop()
    return zicht


# --- the stages ----------------------------------------------------------------------------


def _nieuw(
    root: Path, gelezen: Gelezen, naam: str, stap: Stap | None, opties: dict[str, Any]
) -> None:
    """Record the request of an organisation that is not in the registers yet."""
    from convenantwerk.opdrachten.toetreding.stappen import (  # noqa: PLC0415
        Overzicht,
        controleer_feiten,
        keuzes,
        stel_verzoek_voor,
    )

    if stap != "verzoek" and not (stap is None and sys.stdin.isatty()):
        known = [p.sleutel for p in gelezen.registers.partners]
        nieuw = f'is dit een nieuwe partner: convenant toetreding "{naam}" verzoek'
        tip = " of ".join(part for part in (bedoelde(naam, known).rstrip("?"), nieuw) if part)
        raise ConvenantwerkError("CV912", pad="", partner=naam, tip=tip)
    keuze = keuzes(root, gelezen, opties["op"])
    waarden = vul_aan({**opties, "naam": opties["naam"] or naam}, keuze)
    feiten = uit_opties(waarden)
    found = controleer_feiten(root, gelezen, feiten, opties["op"])
    show_diagnostics(found, err=True)
    if has_fout(tuple(found)):
        stop()
    voorstel = stel_verzoek_voor(gelezen, feiten, opties["op"])
    click.echo(f"Verzoek om toetreding van {feiten.partner.naam}, van {voluit(feiten.verzoek)}.")
    _leg_vast(root, voorstel, {}, opties)
    zicht = _zicht(root, feiten.partner.sleutel, opties["op"])
    if isinstance(zicht, Overzicht):
        toon_voortgang(zicht)


def _verzoek(root: Path, zicht: Overzicht, opties: dict[str, Any]) -> None:
    """Record the request of who is known already: it left, and wants to come back."""
    _nieuw(
        root,
        zicht.gelezen,
        zicht.stand.partner.naam,
        "verzoek",
        {**opties, "sleutel": opties["sleutel"] or zicht.stand.partner.sleutel},
    )


def _instemming(root: Path, zicht: Overzicht, opties: dict[str, Any]) -> None:
    from convenantwerk.basis.files import write_all  # noqa: PLC0415
    from convenantwerk.opdrachten.toetreding.stappen import (  # noqa: PLC0415
        eis_stap,
        maak_besluitstukken,
        stel_instemming_voor,
    )

    eis_stap(zicht.stand, "instemming")
    datum, kenmerk = opties["datum"], opties["kenmerk"].strip()
    if datum is None and sys.stdin.isatty() and bevestig("Is er al besloten?"):
        datum = click.prompt("Datum van het besluit (JJJJ-MM-DD)", type=Datum())
        kenmerk = kenmerk or click.prompt("Kenmerk van het besluit")
    if datum is None:
        made = maak_besluitstukken(root, zicht, opties["op"], opties["formaten"])
        write_all(opties["uit"], made)
        click.echo("Stukken voor de Stuurgroep gemaakt; er is nog niets vastgelegd.")
        toon_paden(opties["uit"], made)
        return
    if not kenmerk:
        wat = "het kenmerk van het besluit"
        raise ConvenantwerkError(
            "CV303", naam=zicht.stand.partner.naam, wat=wat, tip="noem het met --kenmerk"
        )
    instemming = Instemming(datum, kenmerk, opties["plaats"].strip())
    voorstel, made = stel_instemming_voor(root, zicht, instemming, opties["op"], opties["formaten"])
    naam = zicht.stand.partner.naam
    click.echo(f"De Stuurgroep stemde op {voluit(datum)} in met de toetreding van {naam}.")
    _leg_vast(root, voorstel, made, opties)


def _verklaring(root: Path, zicht: Overzicht, opties: dict[str, Any]) -> None:
    from convenantwerk.dossier.registers import Bijschrijving  # noqa: PLC0415
    from convenantwerk.opdrachten.toetreding.stappen import eis_stap  # noqa: PLC0415
    from convenantwerk.opdrachten.toetreding.verklaring import (  # noqa: PLC0415
        AANVULLEN,
        Aanbod,
        bied_aan,
        voor_verklaring,
    )
    from convenantwerk.tekenen.tekeneditie import lees_tekeneditie  # noqa: PLC0415

    eis_stap(zicht.stand, "verklaring")
    naam = zicht.stand.partner.naam
    gelezen, op = zicht.gelezen, opties["op"]
    editie = lees_tekeneditie(root, gelezen.registers, op)
    missing = voor_verklaring(zicht.stand, gelezen.registers, editie, op)
    if missing:
        wat = "; ".join(missing)
        raise ConvenantwerkError("CV303", naam=naam, wat=wat, tip=AANVULLEN)
    termijn = gelezen.registers.instellingen.ondertekening.reactietermijn
    aanbod = Aanbod(editie, op, opties["uiterlijk"] or termijn.na(op), opties["formaten"])
    click.echo(
        f"Toetredingsverklaring van {naam} bij versie {editie.versie.naam} "
        f"({editie.versie.kort}), terug uiterlijk {voluit(aanbod.uiterlijk)}."
    )
    vraag(ja=opties["ja"])
    paths = bied_aan(root, opties["uit"], gelezen, Bijschrijving(), [zicht.stand], aanbod)
    click.echo("Vastgelegd als aangeboden.")
    toon_paden(opties["uit"], paths)


def _ondertekend(root: Path, zicht: Overzicht, opties: dict[str, Any]) -> None:  # noqa: ARG001  as the others
    """Say how signatures come in: nobody can record by hand that a paper was signed here."""
    from convenantwerk.opdrachten.toetreding.stappen import eis_stap  # noqa: PLC0415

    eis_stap(zicht.stand, "ondertekend")
    wat = "; ".join(zicht.ontbreekt)
    tip = raad(zicht.stand).replace("\n", "; ")
    raise ConvenantwerkError("CV303", naam=zicht.stand.partner.naam, wat=wat, tip=tip)


def _aangehecht(root: Path, zicht: Overzicht, opties: dict[str, Any]) -> None:
    from convenantwerk.opdrachten.toetreding.aanhechten import hecht_aan  # noqa: PLC0415

    made = hecht_aan(root, zicht, opties["op"], opties["formaten"])
    naam = zicht.stand.partner.naam
    click.echo(
        f"De verklaring van {naam} wordt als nummer {made.nummer} bij het convenant gevoegd."
    )
    _leg_vast(root, made.voorstel, made.papieren, opties, made.bewaren)
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
    root: Path,
    voorstel: Voorstel,
    papieren: Any,  # noqa: ANN401  a mapping
    opties: dict[str, Any],
    bewaren: Any = None,  # noqa: ANN401  a mapping, or none
) -> None:
    """Show what objects, ask, and record."""
    from convenantwerk.controles.voorstel import leg_vast  # noqa: PLC0415

    show_diagnostics(voorstel.bezwaren, err=True)
    if has_fout(voorstel.bezwaren):
        stop()
    vraag(ja=opties["ja"])
    leg_vast(root, voorstel, opties["uit"], papieren, bewaren)
    click.echo("Vastgelegd in convenant/registers.")
    toon_paden(opties["uit"], papieren)


# --- many at once --------------------------------------------------------------------------


def _uit_bestand(root: Path, opties: dict[str, Any]) -> None:
    from convenantwerk.opdrachten.toetreding.reeks import bereid_voor, voer_uit  # noqa: PLC0415

    batch = bereid_voor(root, opties["uit_bestand"], opties["op"], opties["uiterlijk"])
    show_diagnostics(batch.diagnostics, err=True)
    if not batch.goed:
        if not batch.diagnostics:
            click.echo("In dit bestand staat geen enkele toetreding.", err=True)
        stop()
    click.echo(
        f"Verzoeken vast te leggen: {batch.goed}; verklaringen te maken: {len(batch.aan_te_bieden)}"
        f"{f'; overgeslagen: {batch.slecht}' if batch.slecht else ''}."
    )
    vraag(ja=opties["ja"])
    total = len(batch.aan_te_bieden)
    with click.progressbar(length=total, label="Verklaringen", file=sys.stderr) as bar:
        done = 0

        def voortgang(number: int) -> None:
            nonlocal done
            bar.update(number - done)
            done = number

        paths = voer_uit(
            root, opties["uit"], batch, opties["formaten"], opties["werkers"], voortgang
        )
    click.echo(f"Vastgelegd in convenant/registers; {len(paths)} stukken gemaakt.")
    if batch.slecht:
        sys.exit(1)
