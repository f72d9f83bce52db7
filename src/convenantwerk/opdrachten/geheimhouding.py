"""`convenant geheimhouding`: what an incidental attendee signs before an overleg."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.addenda.consolidatie import tekst_op
from convenantwerk.basis.diagnostics import bedoelde
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import write_all
from convenantwerk.dossier.lezen import lees_dossier
from convenantwerk.papier.document import SignatureBlock
from convenantwerk.papier.huisstijl_lezen import lees_huisstijl
from convenantwerk.papier.identiteit import Identiteit, veldnaam
from convenantwerk.papier.uitgeven import export_documents
from convenantwerk.stukken.brieven.schrijven import Brieven
from convenantwerk.stukken.tekenblokken import HANDTEKENING
from convenantwerk.tekst.adressen import slug
from convenantwerk.tijd.stand import overleggen_in

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Dossier
    from convenantwerk.tijd.stand import Overleg

SJABLOON = "geheimhoudingsverklaring"
FOLDER = "geheimhouding"


@dataclass(frozen=True, slots=True)
class Aanwezige:
    """Who attends an overleg now and then, and when; this is on the paper and nowhere else."""

    naam: str
    functie: str
    organisatie: str
    overleg: str
    datum: date


def geheimhouding(
    root: Path, uit: Path, aanwezige: Aanwezige, op: date, formaten: tuple[str, ...]
) -> tuple[str, ...] | tuple[Diagnostic, ...]:
    """Write the declaration; nothing is recorded, for registers hold no data of persons.

    Returns:
        The paths below `uit`; only findings when convenant.yaml cannot be read.

    Raises:
        ConvenantwerkError: CV306, the overleg is not there; a template is no good.
    """
    dossier, found = lees_dossier(root)
    if dossier is None:
        return tuple(sorted(set(found)))
    overleg = _overleg(dossier, aanwezige, op)
    huisstijl, _ = lees_huisstijl(root)
    naam = slug(aanwezige.naam) or "aanwezige"
    block = SignatureBlock(
        veldnaam("aanwezige"),
        (aanwezige.organisatie, aanwezige.functie, aanwezige.naam),
        (HANDTEKENING, "Plaats", "Datum"),
    )
    waarden = {
        "naam": aanwezige.naam,
        "functie": aanwezige.functie,
        "organisatie": aanwezige.organisatie,
        "overleg": overleg.titel,
        "datum": aanwezige.datum,
    }
    verband = dossier.instellingen.samenwerkingsverband
    document = Brieven(huisstijl, dossier.registers, op).schrijf(
        SJABLOON,
        f"{FOLDER}/{overleg.sleutel}-{aanwezige.datum.isoformat()}-{naam[:60]}",
        f"Geheimhoudingsverklaring {overleg.titel}",
        waarden,
        [block],
        identiteit=Identiteit(verband, SJABLOON, "", ""),
    )
    made = {b.pad: b.data for b in export_documents([document], huisstijl, formaten)}
    write_all(uit, made)
    return tuple(made)


def _overleg(dossier: Dossier, aanwezige: Aanwezige, op: date) -> Overleg:
    known = {o.sleutel: o for o in overleggen_in(tekst_op(dossier, op, "met-addenda").convenant)}
    asked = aanwezige.overleg
    named = {**known, **{o.titel.casefold(): o for o in known.values()}}
    found = named.get(asked) or named.get(asked.casefold())
    if found is None:
        tip = bedoelde(asked, known) or f"kies uit: {', '.join(known) or 'er zijn er geen'}"
        reden = f"overleg '{asked}' is er niet"
        raise ConvenantwerkError("CV306", naam=aanwezige.naam, reden=reden, tip=tip)
    return found
