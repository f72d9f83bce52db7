"""The gebeurtenis by which a mistake is taken back, and what it leaves of what was recorded.

Nothing is erased: what was annulled stays in the register, and with it the reason.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import fields
from hashlib import sha256
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from convenantwerk.basis.waarde import waarde
from convenantwerk.dossier.gebeurtenissen import Gebeurtenis

if TYPE_CHECKING:
    from collections.abc import Sequence

_KORT = 7  # characters of the digest, as in git: enough beside a day, a soort and a name
# The first that there is says what it is about.
_OVER = ("partner", "versie", "besluit", "jaar", "ondertekenaar", "annuleert")


@waarde(kw_only=True)
class Correctie(Gebeurtenis):
    """Something recorded by mistake does not count.

    Args:
        annuleert: what, by its `aanduiding`.
        reden: why.
        door: who decided that, in a function or name.
    """

    soort: ClassVar[str] = "correctie"
    annuleert: str
    reden: str
    door: str = ""


@waarde
class Annulering:
    """A gebeurtenis that does not count any more, and the correctie that says so."""

    gebeurtenis: Gebeurtenis
    correctie: Correctie


class Gelding(NamedTuple):
    """What a register comes down to.

    Args:
        geldend: what counts, in the order of the file; and corrections that annul nothing.
        geannuleerd: what does not, in the order of the file.
    """

    geldend: tuple[Gebeurtenis, ...]
    geannuleerd: tuple[Annulering, ...]


def over(gebeurtenis: Gebeurtenis) -> str:
    """Return what a gebeurtenis is about, by its name in the registers; "" for the Stuurgroep."""
    named = (getattr(gebeurtenis, naam, None) for naam in _OVER)
    return str(next(filter(None, named), ""))


def aanduiding(gebeurtenis: Gebeurtenis) -> str:
    """Return what a gebeurtenis is called: "2026-11-20 opzegging politie 3f2a9c4".

    Day, soort and name are for who reads the register; the digest tells it from others of that day,
    and from what somebody makes of the row later.
    """
    named = {
        spec.name: value
        for spec in fields(gebeurtenis)
        if spec.name != "position" and (value := getattr(gebeurtenis, spec.name))
    }
    canonical = json.dumps(named, ensure_ascii=False, sort_keys=True, default=str)
    digest = sha256(f"{gebeurtenis.soort} {canonical}".encode()).hexdigest()[:_KORT]
    return f"{_begin(gebeurtenis)} {digest}"


def _begin(gebeurtenis: Gebeurtenis) -> str:
    wie = "" if isinstance(gebeurtenis, Correctie) else over(gebeurtenis)
    parts = (gebeurtenis.datum.isoformat(), gebeurtenis.soort, wie)
    return " ".join(filter(None, parts))


def geldend(rijen: Sequence[Gebeurtenis]) -> Gelding:
    """Return what counts of all that was recorded: the one place where corrections work.

    A correctie takes back one row, of rows that are the same the last. It may take back another
    correctie too, so the last of them is heard first.
    """
    corrections = [n for n, rij in enumerate(rijen) if isinstance(rij, Correctie)]
    if not corrections:
        return Gelding(tuple(rijen), ())
    plaatsen = _plaatsen(rijen)
    door: dict[int, Correctie] = {}  # by the number of the row that does not count
    klaar = set()
    for n in sorted(corrections, key=lambda n: (rijen[n].datum, n), reverse=True):
        correctie = rijen[n]
        if n in door or not isinstance(correctie, Correctie):
            continue
        same = reversed(plaatsen.get(correctie.annuleert, []))
        vrij = (m for m in same if m not in door and m != n)
        target = next(vrij, None)
        if target is not None:
            door[target] = correctie
            klaar.add(n)
    return Gelding(
        tuple(rij for n, rij in enumerate(rijen) if n not in door and n not in klaar),
        tuple(Annulering(rijen[n], door[n]) for n in sorted(door)),
    )


def _plaatsen(rijen: Sequence[Gebeurtenis]) -> dict[str, list[int]]:
    """Return, by aanduiding, the rows that a correctie may mean; of no other a digest is made."""
    gevraagd = {g.annuleert.rpartition(" ")[0] for g in rijen if isinstance(g, Correctie)}
    found = defaultdict(list)
    for n, rij in enumerate(rijen):
        if _begin(rij) in gevraagd:
            found[aanduiding(rij)].append(n)
    return found
