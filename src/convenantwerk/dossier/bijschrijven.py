"""Writing in the registers: what stands there stays as it is, byte for byte.

New rows are put in as lines of text, gebeurtenissen at their date and all others at the end, so
that comments, order and form of a file are those of the people who keep it; the result is read
back before it is written.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import shown
from convenantwerk.basis.lezer import Lezer
from convenantwerk.basis.slot import slot
from convenantwerk.basis.stage import Stage, commit, unwritable
from convenantwerk.dossier.registertabel import (
    GEBEURTENISSEN,
    REGISTERMAP,
    REGISTERS,
    aangevuld,
)
from convenantwerk.dossier.samen import vingerafdruk
from convenantwerk.dossier.wijzigen import gelezen, gewijzigd, vervangen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Bijschrijving
    from convenantwerk.dossier.registertabel import Register

_STREEPJE = re.compile(r"[ ]*- +")
_TIP = "voeg de regels met de hand toe, met elk streepje op een eigen regel"


def schrijf_bij(
    root: Path,
    nieuw: Bijschrijving,
    gelezen: str,
    papieren: Sequence[Stage] = (),
) -> None:
    """Write rows into the registers, new ones and others, all or none.

    Args:
        root: the folder of the dossier.
        nieuw: what to add, and what to change.
        gelezen: the `vingerafdruk` of the registers on which the caller's checks rest.
        papieren: what goes with it; put in place once it is sure that the registers can take the
            rows and nothing stands in the way of any file.

    Raises:
        ConvenantwerkError: CV910, another command is writing; CV911, the registers are others by
            now; CV913, the form of one leaves no place; CV901, they cannot be written.
    """
    folder = root / REGISTERMAP
    try:
        with Stage(folder) as registers, slot(registers.home):
            if vingerafdruk(root) != gelezen:
                raise ConvenantwerkError("CV911", pad=shown(root / GEBEURTENISSEN.pad))
            for register in REGISTERS:
                rows, others = register.rijen(nieuw), register.rijen(nieuw.gewijzigd)
                if rows or others:
                    path = root / register.pad
                    text = (Lezer(root).data(path)[0] or b"").decode("utf-8")
                    after = gewijzigd(text, register, others, shown(path))
                    after = bijgeschreven(after, register, rows, shown(path))
                    registers.add(register.bestand, after.encode())
            commit(*papieren, registers)
    except OSError as error:
        raise unwritable(folder, error) from error


def bijgewerkt(registers: Registers, nieuw: Bijschrijving) -> Registers:
    """Return registers with rows added and changed as `schrijf_bij` does."""
    rows: dict[str, Any] = {}
    alle = replace(registers, gebeurtenissen=registers.alles)
    for register in REGISTERS:
        known = vervangen(register.rijen(alle), register.rijen(nieuw.gewijzigd))
        rows[register.naam] = aangevuld(known, register.plaatsen(known, register.rijen(nieuw)))
    after = replace(registers, **rows)
    return after.met_gebeurtenissen(after.gebeurtenissen)


def bijgeschreven(text: str, register: Register, nieuw: Sequence[Any], path: str) -> str:
    """Return the text of a register with more rows, each at its place.

    Args:
        text: of the file.
        register: which register it is.
        nieuw: the rows.
        path: the file as the user sees it.

    Raises:
        ConvenantwerkError: CV913, what comes out is not what stood there and the new rows.
    """
    known = gelezen(text, register, path)
    places = register.plaatsen(known, nieuw)
    after = text
    for place, rijen in reversed(places):  # from the end, so that lines keep their numbers
        rows = _Regels(register, rijen, "\r\n" if "\r\n" in text else "\n")
        if not known:
            after = _in_leeg(after, register.naam, rows)
        elif place < len(known):
            after = _voor(after, known[place].position.line - 1, rows, path)
        else:
            after = _achteraan(after, known[-1].position.line - 1, rows, path)
    if gelezen(after, register, path) != aangevuld(known, places):
        reden = "de vorm van het bestand laat geen regels ertussen toe"
        raise ConvenantwerkError("CV913", pad=path, reden=reden, tip=_TIP)
    return after


class _Regels(NamedTuple):
    """New rows, and how their lines end."""

    register: Register
    rijen: Sequence[object]
    end: str

    def tekst(self, indent: str) -> str:
        lines = []
        for rij in self.rijen:
            first, *rest = self.register.schrijf_rij(rij).splitlines()
            lines += [f"{indent}- {first}", *(f"{indent}  {line}" for line in rest)]
        return self.end.join(lines) + self.end


def _in_leeg(text: str, sleutel: str, rows: _Regels) -> str:
    leeg = re.compile(rf"^{sleutel}:[ \t]*(?:\[[ \t]*\])?[ \t]*(#.*)?$", re.MULTILINE)
    match = leeg.search(text)
    if match is None:
        head = text if not text or text.endswith("\n") else text + rows.end
        return f"{head}{sleutel}:{rows.end}{rows.tekst('  ')}"
    note = f"  {match[1]}" if match[1] else ""
    rest = text[match.end() :].removeprefix("\r").removeprefix("\n")
    return f"{text[: match.start()]}{sleutel}:{note}{rows.end}{rows.tekst('  ')}{rest}"


def _voor(text: str, number: int, rows: _Regels, path: str) -> str:
    lines = text.splitlines(keepends=True)
    indent = _inspringing(lines[number], path)
    while number and lines[number - 1].lstrip().startswith("#"):  # its comment stays with it
        number -= 1
    return "".join((*lines[:number], rows.tekst(indent), *lines[number:]))


def _achteraan(text: str, last: int, rows: _Regels, path: str) -> str:
    lines = text.splitlines(keepends=True)
    indent = _inspringing(lines[last], path)
    after = max(
        number
        for number in range(last, len(lines))
        if lines[number].strip() and not lines[number].lstrip().startswith("#")
    )
    if not lines[after].endswith("\n"):
        lines[after] += rows.end
    return "".join((*lines[: after + 1], rows.tekst(indent), *lines[after + 1 :]))


def _inspringing(line: str, path: str) -> str:
    """Return the spaces before the dash of an item."""
    match = _STREEPJE.match(line)
    if match is None:
        reden = "een rij begint niet op een eigen regel met een streepje"
        raise ConvenantwerkError("CV913", pad=path, reden=reden, tip=_TIP)
    return line[: line.index("-")]
