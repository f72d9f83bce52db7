"""Seals over versions, and the chain they make."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from convenantwerk.model.codes import CODES
from convenantwerk.model.diagnostics import Position
from convenantwerk.model.versie import Versie, Versiegegevens, Zegel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from convenantwerk.model.diagnostics import Diagnostic

KORT = 12  # characters of a sha256 that are enough to tell versions apart by eye


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
    vorige: Versiegegevens | None = None
    for versie in versies:
        naam, zegel = (vorige.naam, vorige.sha256) if vorige else ("", "")
        if (versie.vorige, versie.vorige_sha256) != (naam, zegel):
            hoort = f"op versie '{naam}'" if naam else "op geen andere: zij is de eerste"
            yield CODES["CV032"].at(versie.position, naam=versie.naam, hoort=hoort)
        vorige = versie


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
