"""The first step of an accession: who is meant, what is known of it, and its request."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.opdrachtregel import geciteerd
from convenantwerk.cli.bevestigen import schrijf_en_toon, weiger_bij_fout
from convenantwerk.cli.feitenvragen import gegevens, gewoon, vul_aan
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.terugweg import leg_voor
from convenantwerk.cli.voortgang import toon_voortgang
from convenantwerk.dossier.partnerkeuze import bedoelde_partner
from convenantwerk.opdrachten.toetreding import vragen
from convenantwerk.opdrachten.toetreding.stappen import (
    controleer_feiten,
    keuzes,
    overzicht,
    stel_verzoek_voor,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from convenantwerk.dossier.toetreding import Toetredingsfeiten
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel


def eis_nieuw(dossier: Geopend, naam: str, stap: str | None, *, eigen_sleutel: bool) -> None:
    """See to it that an accession of somebody unknown can begin here.

    Args:
        dossier: the dossier.
        naam: what was typed, which no partner is called.
        stap: the step that was asked for.
        eigen_sleutel: whether it was given a sleutel, so that it cannot be meant for another.

    Raises:
        ConvenantwerkError: CV921, it seems a partner that is there; CV912, nothing begins here.
    """
    registers = dossier.registers
    if stap in (None, "verzoek") and not eigen_sleutel:
        vragen.eis_nieuw(registers, naam)
    if stap != "verzoek" and not (stap is None and sys.stdin.isatty()):
        nieuw = f"is dit een nieuwe partner: 'convenant toetreding {geciteerd(naam)} verzoek'"
        tip = "; ".join(part for part in (bedoelde_partner(registers, naam), nieuw) if part)
        raise ConvenantwerkError("CV912", pad="", partner=naam, tip=tip)


def leg_verzoek_vast(dossier: Geopend, waarden: Mapping[str, Any], op: date, *, ja: bool) -> None:
    """Record a request: ask what lacks, show all of it with a way back, and write.

    Args:
        dossier: the dossier.
        waarden: what is known, by the names of the options.
        op: the day on which it is recorded.
        ja: record without asking.

    Raises:
        ConvenantwerkError: CV303, what cannot be done without is missing.
    """
    namen = keuzes(dossier)

    def feiten_van(waarden: Mapping[str, Any]) -> Toetredingsfeiten:
        return vragen.feiten_uit(gewoon(waarden, namen), op)

    def bezwaren(waarden: Mapping[str, Any]) -> list[str]:
        found = controleer_feiten(dossier, feiten_van(waarden))
        return [f"{f.melding} ({f.tip})." for f in found]

    def bekijk(waarden: Mapping[str, Any]) -> tuple[Toetredingsfeiten, Voorstel]:
        feiten = feiten_van(waarden)
        weiger_bij_fout(controleer_feiten(dossier, feiten))
        voorstel = stel_verzoek_voor(dossier, feiten)
        weiger_bij_fout(voorstel.bezwaren)
        wie = f"{feiten.partner.naam} (sleutel: {feiten.partner.sleutel})"
        toon_zin(vragen.zin_over_verzoek(wie, feiten.verzoek))
        return feiten, voorstel

    known = vul_aan(waarden, bezwaren, op)
    feiten, voorstel = leg_voor(gegevens(), known, bekijk, ja=ja)
    schrijf_en_toon(dossier, voorstel, dossier.root, {})
    zicht = overzicht(dossier, feiten.partner.sleutel)
    if zicht is not None:
        toon_voortgang(zicht)
