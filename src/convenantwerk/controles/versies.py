"""The controles of frozen versions: their files, their chain, and whether those named are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.controles.registers import onbekend
from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Vaststelling
from convenantwerk.dossier.versie import KORT, zegel_over

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.dossier.versie import Versiegegevens


def check_mapnamen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """A version lies in a folder of its name."""
    for versie in onderzoek.versies:
        naam = versie.pad.rpartition("/")[2]
        if versie.gegevens.naam != naam:
            verwacht = f"'{naam}', de naam van de map,"
            gevonden = f"'{versie.gegevens.naam}'"
            velden = {"sleutel": "naam", "verwacht": verwacht, "gevonden": gevonden}
            tip = "geef de map haar oude naam terug"
            yield CODES["CV007"].at(versie.gegevens.position, **velden, tip=tip)


def check_zegels(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """The files of a version, and what is said of it, are as they were when it was adopted."""
    for versie in onderzoek.versies:
        gegevens = versie.gegevens
        known = {zegel.pad: zegel.sha256 for zegel in gegevens.bestanden}
        now = {zegel.pad: zegel.sha256 for zegel in versie.bestanden}
        for pad in sorted({*known, *now}):
            if pad not in now:
                wat = "is weg"
            elif pad not in known:
                wat = "is er later bij gekomen"
            elif now[pad] != known[pad]:
                wat = "is later gewijzigd"
            else:
                continue
            yield CODES["CV030"].at(Position(f"{versie.pad}/{pad}"), naam=gegevens.naam, wat=wat)
        if zegel_over(gegevens) != gegevens.sha256:
            yield CODES["CV031"].at(gegevens.position, naam=gegevens.naam)


def check_keten(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every version follows on the one before it."""
    versies = [versie.gegevens for versie in onderzoek.versies]
    names = {versie.naam for versie in versies}
    for vorige, versie in zip((None, *versies), versies, strict=False):
        bezwaar = _breuk(vorige, versie, names)
        if bezwaar:
            yield CODES["CV032"].at(versie.position, naam=versie.naam, bezwaar=bezwaar)


def _breuk(vorige: Versiegegevens | None, versie: Versiegegevens, names: set[str]) -> str:
    """Return why a version does not follow on the one before it, "" when it does."""
    naam, zegel = (vorige.naam, vorige.sha256) if vorige else ("", "")
    if (versie.vorige, versie.vorige_sha256) == (naam, zegel):
        return ""
    if not versie.vorige:
        return f"zij is als eerste vastgesteld, maar versie '{naam}' gaat eraan vooraf"
    if versie.vorige not in names:
        return f"zij volgt op versie '{versie.vorige}', en die is er niet meer"
    if versie.vorige != naam:
        ander = f"versie '{naam}'" if naam else "geen andere"
        return f"zij volgt op versie '{versie.vorige}', maar ervoor komt {ander}"
    was = versie.vorige_sha256[:KORT] or "leeg"
    return f"zij volgt op versie '{naam}' met zegel {was}, en dat is nu {zegel[:KORT]}"


def check_versienamen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """What was adopted or signed is a frozen version of this dossier, when it has any."""
    versies = [versie.gegevens.naam for versie in onderzoek.versies]
    for g in onderzoek.registers.gebeurtenissen:
        versie = getattr(g, "versie", "")
        if versies and versie and versie not in versies:
            yield onbekend(g.position, "versie", versie, versies)


def check_vaststelling(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Of every frozen version is recorded that it was adopted."""
    adopted = {g.versie for g in van_soort(onderzoek.registers.gebeurtenissen, Vaststelling)}
    for versie in onderzoek.versies:
        gegevens = versie.gegevens
        if gegevens.naam not in adopted:
            velden = {"naam": gegevens.naam, "dag": gegevens.datum.isoformat()}
            yield CODES["CV219"].at(gegevens.position, **velden)


CONTROLES = (
    Controle(check_mapnamen, "zegels"),
    Controle(check_zegels, "zegels"),
    Controle(check_keten, "zegels"),
    Controle(check_versienamen, "versienamen"),
    Controle(check_vaststelling, "versienamen"),
)
