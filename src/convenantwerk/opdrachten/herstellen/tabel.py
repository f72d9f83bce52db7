"""Which findings the program can mend by itself, and how: one row for each code.

Only what cannot mean anything else is here. What may be missing words, a wrong number or another
organisation stays a finding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.opdrachten.herstellen.letters import herstel_letters
from convenantwerk.opdrachten.herstellen.namen import herstel_namen
from convenantwerk.opdrachten.herstellen.sloten import herstel_sloten
from convenantwerk.opdrachten.herstellen.spaties import herstel_spaties

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from convenantwerk.opdrachten.herstellen.ingreep import Ingreep, Vraag

HERSTELLERS: Mapping[str, Callable[[Vraag], Iterator[Ingreep]]] = {
    "CV101": herstel_letters,
    "CV103": herstel_letters,
    "CV104": herstel_letters,
    "CV140": herstel_sloten,
    "CV144": herstel_spaties,
    "CV153": herstel_namen,
}
