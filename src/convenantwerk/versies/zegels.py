"""Seals over versions, and the chain they make."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.versies.versie import KORT, Versie, Versiegegevens, Zegel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic


def zegels(bestanden: Mapping[str, bytes]) -> tuple[Zegel, ...]:
    """Return the seals of files, sorted by path."""
    return tuple(Zegel(pad, sha256(bestanden[pad]).hexdigest()) for pad in sorted(bestanden))


def verzegeld(gegevens: Versiegegevens) -> Versiegegevens:
    """Return the facts of a version with the seal over all of them."""
    return replace(gegevens, sha256=_zegel(gegevens))


def _zegel(gegevens: Versiegegevens) -> str:
    """Return the sha256 over the canonical form: JSON, keys sorted, the own seal left out."""
    facts = {
        "naam": gegevens.naam,
        "besluit": gegevens.besluit,
        "datum": gegevens.datum.isoformat(),
        "editie": gegevens.editie,
        "bestanden": [[zegel.pad, zegel.sha256] for zegel in gegevens.bestanden],
        "vorige": gegevens.vorige,
        "vorige_sha256": gegevens.vorige_sha256,
        "open_fouten": gegevens.open_fouten,
    }
    canonical = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()


def check_bestanden(
    gegevens: Versiegegevens, map_: str, bestanden: Mapping[str, bytes]
) -> Iterator[Diagnostic]:
    """Yield every file of a version that is not as it was when the version was adopted.

    Args:
        gegevens: versie.yaml.
        map_: the folder of the version, as the user sees it.
        bestanden: the content of the files that are there now, by path in that folder.
    """
    known = {zegel.pad: zegel.sha256 for zegel in gegevens.bestanden}
    now = {zegel.pad: zegel.sha256 for zegel in zegels(bestanden)}
    for pad in sorted({*known, *now}):
        if pad not in now:
            wat = "is weg"
        elif pad not in known:
            wat = "is er later bij gekomen"
        elif now[pad] != known[pad]:
            wat = "is later gewijzigd"
        else:
            continue
        yield CODES["CV030"].at(Position(f"{map_}/{pad}"), naam=gegevens.naam, wat=wat)
    if _zegel(gegevens) != gegevens.sha256:
        yield CODES["CV031"].at(gegevens.position, naam=gegevens.naam)


def check_keten(versies: Sequence[Versiegegevens]) -> Iterator[Diagnostic]:
    """Yield every version that does not follow on the one before it; they are given in order."""
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


def in_keten(versies: Sequence[Versie]) -> list[Versie]:
    """Return versions, given in order, as not intact where the chain says so.

    Whoever changes a version and seals it anew breaks the chain after it; which of the two was
    changed cannot be told, so neither is to be trusted.
    """
    gegevens = [versie.gegevens for versie in versies]
    breuken = {found.position for found in check_keten(gegevens)}
    wrong = {versie.naam for versie in gegevens if versie.position in breuken}
    zegel = {versie.naam: versie.sha256 for versie in gegevens}
    wrong |= {
        versie.vorige for versie in gegevens if zegel.get(versie.vorige, "") != versie.vorige_sha256
    }
    return [
        replace(versie, gaaf=versie.gaaf and versie.gegevens.naam not in wrong)
        for versie in versies
    ]


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
