"""The table of registers: for each its file, its rows, and what is done with them."""

from __future__ import annotations

from dataclasses import make_dataclass
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Protocol

from convenantwerk.basis.als_yaml import as_yaml
from convenantwerk.basis.bestandsnaam import gereserveerd
from convenantwerk.basis.codes import CODES
from convenantwerk.basis.waarde import waarde
from convenantwerk.basis.yaml import bind_text
from convenantwerk.dossier.gebeurtenissen.rijen import Gebeurtenisrij, als_rij, uit_rij
from convenantwerk.dossier.registers import SLEUTEL, Besluit, Ondertekenaar, Partner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.dossier.registers import Registerrijen

REGISTERMAP = Path("convenant") / "registers"
# Rows that come together: before which known row, counted from 0, and the rows.
Plaats = tuple[int, list[Any]]


class Gedateerd(Protocol):
    """A row with the day on which it happened."""

    datum: date


def _als_gelezen(rij: object) -> tuple[object, tuple[Diagnostic, ...]]:
    return rij, ()


def _zelf(rij: object) -> object:
    return rij


@waarde
class Register:
    """A register: a YAML file with a list of rows under the name of the register.

    Args:
        naam: its name, which its file, the key in it and the field in Registerrijen have too.
        rij: the dataclass of a row as it stands in the file.
        wat: what a row is called by its sleutel; "" when rows have none.
        nodig: whether a dossier must have it.
        bevroren: whether a version keeps a copy of it.
        noem: what a renvooi calls a row that came, left or changed; None when it tells of none.
        op_datum: whether a new row comes on its day; otherwise it comes at the end.
        uit_rij: makes of a row what is worked with, None when it cannot; with findings.
        als_rij: makes a row of what is worked with.
    """

    naam: str
    rij: type
    wat: str = ""
    nodig: bool = False
    bevroren: bool = False
    noem: Callable[[Any], str] | None = None
    op_datum: bool = False
    uit_rij: Callable[[Any], tuple[object, tuple[Diagnostic, ...]]] = _als_gelezen
    als_rij: Callable[[Any], object] = _zelf

    @property
    def bestand(self) -> str:
        """The name of its file."""
        return f"{self.naam}.yaml"

    @property
    def pad(self) -> Path:
        """Its place in a dossier."""
        return REGISTERMAP / self.bestand

    @property
    def bestandstype(self) -> type[Any]:
        """The type of its file, for `bind_text` and for its schema."""
        return _bestandstype(self.naam, self.rij, nodig=self.nodig)

    def lees(self, text: str, path: str) -> tuple[tuple[Any, ...] | None, tuple[Diagnostic, ...]]:
        """Return the rows of a file, None when it cannot be read; and all findings.

        Args:
            text: of the file.
            path: the file as the user sees it.
        """
        bestand, found = bind_text(self.bestandstype, text, path)
        if bestand is None:
            return None, found
        read = [self.uit_rij(rij) for rij in getattr(bestand, self.naam)]
        rows = tuple(row for row, _ in read if row is not None)
        return rows, (*found, *(f for _, problems in read for f in problems))

    def schrijf(self, rijen: Iterable[Any]) -> str:
        """Return the text of a file with these rows."""
        return as_yaml(self.bestandstype(tuple(map(self.als_rij, rijen))))

    def schrijf_rij(self, rij: object) -> str:
        """Return one row as it stands in the file, without the dash before it."""
        return as_yaml(self.als_rij(rij))

    def rijen(self, van: Registerrijen) -> tuple[Any, ...]:
        """Return the rows of this register among those of all."""
        rows: tuple[Any, ...] = getattr(van, self.naam)
        return rows

    def plaatsen(self, bekend: Sequence[Any], nieuw: Iterable[Any]) -> list[Plaats]:
        """Return where new rows come: on their day after those of that day, or at the end."""

        def voor(rij: Gedateerd) -> int:
            later = (i for i, known in enumerate(bekend) if known.datum > rij.datum)
            return next(later, len(bekend))

        if not self.op_datum:
            return [(len(bekend), rows)] if (rows := list(nieuw)) else []
        return [
            (i, list(rows)) for i, rows in groupby(sorted(nieuw, key=attrgetter("datum")), key=voor)
        ]


@cache
def _bestandstype(naam: str, rij: type, *, nodig: bool) -> type[Any]:
    rows = GenericAlias(tuple, (rij, ...))
    spec = (naam, rows) if nodig else (naam, rows, ())
    return make_dataclass(naam.capitalize(), [spec], frozen=True, slots=True)


def check_sleutels(register: Register, rijen: Iterable[Any]) -> Iterator[Diagnostic]:
    """Yield sleutels that are none, for they become part of file names, or that stand twice."""
    seen: dict[str, Position] = {}
    for rij in rijen:
        sleutel, position = rij.sleutel, rij.position
        if reden := gereserveerd(sleutel):
            velden = {"naam": sleutel, "reden": reden, "voorbeeld": f"{register.wat}-x"}
            yield CODES["CV220"].at(position, **velden)
        elif not SLEUTEL.fullmatch(sleutel):
            velden = {
                "sleutel": "sleutel",
                "verwacht": "een korte naam",
                "gevonden": f"'{sleutel}'",
            }
            tip = "gebruik kleine letters, cijfers en streepjes: 'gemeente-gouda'"
            yield CODES["CV007"].at(position, **velden, tip=tip)
        if sleutel in seen:
            velden = {"wat": register.wat, "naam": sleutel, "eerder": str(seen[sleutel])}
            yield CODES["CV009"].at(position, **velden)
        seen.setdefault(sleutel, position)


def aangevuld(bekend: Sequence[Any], plaatsen: Iterable[Plaats]) -> tuple[Any, ...]:
    """Return known rows with new ones at their places, which are in order."""
    rows: list[Any] = []
    done = 0
    for place, nieuw in plaatsen:
        rows += [*bekend[done:place], *nieuw]
        done = place
    return (*rows, *bekend[done:])


PARTNERS = Register(
    "partners", Partner, wat="partner", nodig=True, bevroren=True, noem=lambda p: p.naam
)
ONDERTEKENAARS = Register(
    "ondertekenaars",
    Ondertekenaar,
    wat="ondertekenaar",
    nodig=True,
    bevroren=True,
    noem=lambda o: f"{o.organisatie}, {o.naam}",
)
BESLUITEN = Register("besluiten", Besluit, wat="besluit")
GEBEURTENISSEN = Register(
    "gebeurtenissen", Gebeurtenisrij, op_datum=True, uit_rij=uit_rij, als_rij=als_rij
)
SLEUTELREGISTERS = (PARTNERS, ONDERTEKENAARS, BESLUITEN)  # of which the rows have a sleutel
REGISTERS: tuple[Register, ...] = (*SLEUTELREGISTERS, GEBEURTENISSEN)
