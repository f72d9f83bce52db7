"""All registers in one state, and its fingerprint: what a reader asks, and who adds to them.

What was given out of the calendars is one of them: two commands never use the same number.
"""

from __future__ import annotations

import time
from hashlib import sha256
from typing import TYPE_CHECKING

from convenantwerk.basis.lezer import Lezer
from convenantwerk.basis.werkmap import JOURNAAL, WERKMAP
from convenantwerk.dossier.agendaboek import AGENDABOEK
from convenantwerk.dossier.registertabel import REGISTERMAP, REGISTERS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


_POGINGEN, _PAUZE = 10, 0.01  # seconds: another command changes its files within that


def registerpaden(root: Path) -> list[Path]:
    """Return where each register of a dossier lies, or would lie, and its agendaboek."""
    return [*(root / register.pad for register in REGISTERS), root / AGENDABOEK]


def vergeet_registers(root: Path, lezer: Lezer) -> None:
    """Have the registers read anew."""
    for path in (root / REGISTERMAP, root / AGENDABOEK):
        lezer.vergeet(path)


def afdruk(data: Iterable[bytes | None]) -> str:
    """Return one sha256 of all registers; one that is not there, None, counts too."""
    return sha256(b"".join(sha256(part or b"").digest() for part in data)).hexdigest()


def vingerafdruk(root: Path) -> str:
    """Return the `afdruk` of the registers as they lie there now."""
    lezer = Lezer(root)
    return afdruk(lezer.data(path)[0] for path in registerpaden(root))


def lees_samen(root: Path, lezer: Lezer) -> None:
    """Read all registers in one state: not half before and half after what another command does."""
    paths = registerpaden(root)
    for _ in range(_POGINGEN):
        read = afdruk(lezer.data(path)[0] for path in paths)
        if not (root / WERKMAP / JOURNAAL).exists() and vingerafdruk(root) == read:
            return
        vergeet_registers(root, lezer)
        time.sleep(_PAUZE)
