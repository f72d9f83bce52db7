"""The controles of names: one name in the registers stands for one partner, person or besluit."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.namen import naamsleutel
from convenantwerk.controles.onderzoek import Controle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.dossier.registers import Ondertekenaar

_KIES = "houd één van de twee, of geef elk een eigen naam"
_SCHRIJF = "is het dezelfde persoon, schrijf de naam dan overal gelijk"


def check_partners(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Whoever asks for a partner by a name of it, means one."""
    seen: dict[str, Position] = {}
    for partner in onderzoek.registers.partners:
        own = {naamsleutel(naam): naam for naam in reversed(partner.namen)}
        for sleutel, naam in own.items():
            if sleutel in seen and naam != partner.sleutel:
                yield _dubbel(partner.position, "partner", naam, seen[sleutel], _KIES)
            seen.setdefault(sleutel, partner.position)


def check_personen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Nobody stands twice for one organisation at one time, or under a name in two spellings."""
    named: dict[str, list[Ondertekenaar]] = defaultdict(list)
    for signer in onderzoek.registers.ondertekenaars:
        named[naamsleutel(signer.naam)].append(signer)
    for rows in named.values():
        told: set[str] = set()
        for een, ander in combinations(rows, 2):
            zelfde_plaats = (een.partner, een.organisatie) == (ander.partner, ander.organisatie)
            if ander.sleutel in told:
                continue
            if een.naam != ander.naam or (zelfde_plaats and _tegelijk(een, ander)):
                tip = _SCHRIJF if een.naam != ander.naam else _KIES
                told.add(ander.sleutel)
                yield _dubbel(ander.position, "ondertekenaar", ander.naam, een.position, tip)


def _tegelijk(een: Ondertekenaar, ander: Ondertekenaar) -> bool:
    """Tell whether there is a day on which both mandates run."""
    begin = max(een.van or date.min, ander.van or date.min)
    return begin <= min(een.tot or date.max, ander.tot or date.max)


def check_besluiten(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Of one body and one day, a besluit stands once under its title and reference."""
    seen: dict[object, Position] = {}
    for besluit in onderzoek.registers.besluiten:
        words = (besluit.orgaan, besluit.titel, besluit.kenmerk)
        key = (besluit.datum, *map(naamsleutel, words))
        if key in seen:
            yield _dubbel(besluit.position, "besluit", besluit.titel, seen[key], _KIES)
        seen.setdefault(key, besluit.position)


def _dubbel(position: Position, wat: str, naam: str, eerder: Position, tip: str) -> Diagnostic:
    velden = {"wat": wat, "naam": naam, "eerder": str(eerder), "tip": tip}
    return CODES["CV218"].at(position, **velden)


CONTROLES = (
    Controle(check_partners, "registers"),
    Controle(check_personen, "registers"),
    Controle(check_besluiten, "registers"),
)
