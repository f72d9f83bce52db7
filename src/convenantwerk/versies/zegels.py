"""Which versions are still as they were adopted, and the order of their chain."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.controles.versies import check_keten

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.versie import Versie


def geoordeeld(versies: Sequence[Versie]) -> tuple[list[Versie], list[Diagnostic]]:
    """Return versions, given in order, as intact or not, and what is wrong with them.

    Whoever changes a version and seals it anew breaks the chain after it; which of the two was
    changed cannot be told, so neither is to be trusted.
    """
    onderzoek = Onderzoek(versies=tuple(versies))
    bezwaren = bevindingen(onderzoek, "zegels")
    breuken = {found.position for found in check_keten(onderzoek)}
    gegevens = [versie.gegevens for versie in versies]
    zegel = {versie.naam: versie.sha256 for versie in gegevens}
    wrong = {versie.naam for versie in gegevens if versie.position in breuken} | {
        versie.vorige for versie in gegevens if zegel.get(versie.vorige, "") != versie.vorige_sha256
    }
    gaaf = [
        versie.gegevens.naam not in wrong
        and not any(found.position.path.startswith(f"{versie.pad}/") for found in bezwaren)
        for versie in versies
    ]
    return [replace(v, gaaf=oordeel) for v, oordeel in zip(versies, gaaf, strict=True)], bezwaren


def op_volgorde(versies: Iterable[Versie]) -> list[Versie]:
    """Return versions in the order of their chain: by day, then by what they follow on."""
    rest = sorted(versies, key=lambda versie: (versie.gegevens.datum, versie.gegevens.naam))
    ordered: list[Versie] = []
    while rest:
        day = [v for v in rest if v.gegevens.datum == rest[0].gegevens.datum]
        last = ordered[-1].gegevens.naam if ordered else ""
        follower = next((v for v in day if v.gegevens.vorige == last), day[0])
        rest.remove(follower)
        ordered.append(follower)
    return ordered
