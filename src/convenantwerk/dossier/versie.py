"""A vastgestelde versie: what was decided, and a seal over the text as it then was."""

from __future__ import annotations

import json
from dataclasses import field, replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from convenantwerk.basis.diagnostics import NERGENS, Position
from convenantwerk.basis.tekst import Losseregel
from convenantwerk.basis.waarde import waarde

if TYPE_CHECKING:
    from collections.abc import Mapping

GEGEVENS = "versie.yaml"
KORT = 12  # characters of a sha256


@waarde
class Zegel:
    """The sha256 of one file of a version, by its path in the folder of that version."""

    pad: str
    sha256: str
    position: Position = field(default=NERGENS, compare=False, repr=False)


@waarde
class Versiegegevens:
    """The file versie.yaml.

    Args:
        naam: what the version is called; the name of its folder too.
        besluit: the decision by which it was adopted.
        datum: the day on which the text was in force that is frozen here.
        editie: how the edition is called on paper.
        bestanden: the seals of its files.
        sha256: the seal over all of the above, and what it is chained to.
        vorige: the name of the version before it; "" for the first.
        vorige_sha256: the seal of that version.
        open_fouten: how many fouten it had when it was adopted nonetheless; "" for none.
        aanvaard: where those were, and what; versions of before this was recorded have none.
    """

    naam: str
    besluit: Losseregel
    datum: date
    editie: Losseregel
    bestanden: tuple[Zegel, ...]
    sha256: str
    vorige: str = ""
    vorige_sha256: str = ""
    open_fouten: str = ""
    aanvaard: tuple[Losseregel, ...] = ()
    position: Position = field(default=NERGENS, compare=False, repr=False)

    @property
    def kort(self) -> str:
        """As much of the seal as is enough to tell versions apart by eye."""
        return self.sha256[:KORT]


@waarde
class Versie:
    """A version and whether it is still as it was adopted.

    Args:
        gegevens: what versie.yaml says.
        pad: its folder, as the user sees it.
        gaaf: its files and its place in the chain are as they were.
        bestanden: the seals that its files would have now.
    """

    gegevens: Versiegegevens
    pad: str
    gaaf: bool
    bestanden: tuple[Zegel, ...] = field(default=(), repr=False)


# --- seals


def zegels(bestanden: Mapping[str, bytes]) -> tuple[Zegel, ...]:
    """Return the seals of files, sorted by path."""
    return tuple(Zegel(pad, sha256(bestanden[pad]).hexdigest()) for pad in sorted(bestanden))


def verzegeld(gegevens: Versiegegevens) -> Versiegegevens:
    """Return the facts of a version with the seal over all of them."""
    return replace(gegevens, sha256=zegel_over(gegevens))


def zegel_over(gegevens: Versiegegevens) -> str:
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
        # Left out when there is nothing, so that older seals stay what they were.
        **({"aanvaard": list(gegevens.aanvaard)} if gegevens.aanvaard else {}),
    }
    canonical = json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()
