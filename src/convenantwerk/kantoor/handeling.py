"""An act that records something: its form, what would follow, and the recording.

Whoever fills in the form first sees what follows from it; a second act records exactly that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Knop, Uitslag, Vraag
    from convenantwerk.kantoor.formulier import Veld, Waarde
    from convenantwerk.kantoor.werk import Werk

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Gevolg(Generic[T]):
    """What would follow; nothing is written yet.

    Args:
        inhoud: what the recording needs.
        zinnen: what follows, in sentences; what stands deeper is a tuple of its own.
        bezwaren: findings that would be new; a fout stops the recording.
        papieren: the names of the papers that would be made.
        inzien: what can be looked at first.
        knop: what the button says that records it; "" when there is nothing to record.
    """

    inhoud: T
    zinnen: Sequence[str | tuple[str, ...]]
    bezwaren: Sequence[Diagnostic] = ()
    papieren: Sequence[str] = ()
    inzien: Sequence[Knop] = ()
    knop: str = "Leg vast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handeling(Generic[T]):
    """An act.

    Args:
        naam: its address: /doe/NAAM.
        titel: what it is called above its form.
        menu: the address of the entry in the menu that it belongs to.
        velden: gives its fields, for what the address says behind the question mark.
        bekijk: works out what follows from what was filled in.
        leg_vast: records that, and tells what was done.
        werk: does so when it takes long: in a work of its own, on a dossier that it has opened.
        inleiding: a sentence above the form.
    """

    naam: str
    titel: str
    menu: str
    velden: Callable[[Vraag], Sequence[Veld]]
    bekijk: Callable[[Vraag, Mapping[str, Waarde]], Gevolg[T]]
    leg_vast: Callable[[Geopend, T], Uitslag] | None = None
    werk: Callable[[Geopend, T, Werk], Uitslag] | None = None
    inleiding: str = ""


def papieren_in(folder: str, paden: Sequence[str]) -> tuple[str, ...]:
    """Return papers by their path below the folder of the dossier; calendars are left out."""
    return tuple(f"{folder}/{pad}" for pad in paden if not pad.endswith(".ics"))
