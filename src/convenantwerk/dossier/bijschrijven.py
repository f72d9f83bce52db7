"""Writing in the registers: what stands there stays as it is, byte for byte.

New rows are put in as lines of text, gebeurtenissen at their date and all others at the end, so
that comments, order and form of a file are those of the people who keep it; the result is read
back before it is written.
"""

from __future__ import annotations

import re
from dataclasses import fields
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING, Any

from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import Stage, shown, unwritable
from convenantwerk.basis.yaml import as_yaml, bind_text
from convenantwerk.dossier.gebeurtenissen import Gebeurtenis, Gebeurtenissen
from convenantwerk.dossier.lezen import (
    BESLUITEN,
    GEBEURTENISSEN,
    ONDERTEKENAARS,
    PARTNERS,
    REGISTERS,
)
from convenantwerk.dossier.registers import Besluiten, Bijschrijving, Ondertekenaars, Partners

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

# Each register by the name of its file, which is also that of its rows in a Bijschrijving.
_BESTANDEN: Mapping[str, type] = {
    PARTNERS: Partners,
    ONDERTEKENAARS: Ondertekenaars,
    BESLUITEN: Besluiten,
    GEBEURTENISSEN: Gebeurtenissen,
}
_SLOT = ".gebeurtenissen.lock"
_STREEPJE = re.compile(r"[ ]*- +")
_TIP = "voeg de regels met de hand toe, met elk streepje op een eigen regel"


def registerpaden(root: Path) -> list[Path]:
    """Return where each register of a dossier lies, or would lie."""
    return [root / REGISTERS / naam for naam in _BESTANDEN]


def afdruk(data: Iterable[bytes | None]) -> str:
    """Return one sha256 of all registers; one that is not there, None, counts too."""
    return sha256(b"".join(sha256(part or b"").digest() for part in data)).hexdigest()


def vingerafdruk(root: Path) -> str:
    """Return the `afdruk` of the registers as they lie there now."""
    return afdruk(_bytes(path) for path in registerpaden(root))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def schrijf_bij(
    root: Path,
    nieuw: Bijschrijving,
    gelezen: str,
    papieren: Sequence[Stage] = (),
) -> None:
    """Write rows into the registers, all or none.

    Args:
        root: the folder of the dossier.
        nieuw: what to add.
        gelezen: the `vingerafdruk` of the registers on which the caller's checks rest.
        papieren: what goes with it; put in place once it is sure that the registers can take the
            rows and nothing stands in the way of any file.

    Raises:
        ConvenantwerkError: CV910, another command is writing; CV911, the registers are others by
            now; CV913, the form of one leaves no place; CV901, they cannot be written.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  only commands that write need it

    folder = root / REGISTERS
    where = shown(folder / GEBEURTENISSEN)
    try:
        with FileLock(folder / _SLOT, timeout=0):
            if vingerafdruk(root) != gelezen:
                raise ConvenantwerkError("CV911", pad=where)
            with Stage(folder) as registers:
                for naam in _BESTANDEN:
                    rows: tuple[Any, ...] = getattr(nieuw, naam.partition(".")[0])
                    if rows:
                        text = _bytes(folder / naam).decode("utf-8")
                        after = bijgeschreven(text, naam, rows, shown(folder / naam))
                        registers.add(naam, after.encode())
                stages = [stage for stage in (*papieren, registers) if stage.names]
                for stage in stages:
                    stage.check()
                for stage in stages:
                    stage.commit()
    except Timeout as error:
        raise ConvenantwerkError("CV910", pad=where) from error
    except OSError as error:
        raise unwritable(folder, error) from error


def bijgeschreven(text: str, naam: str, nieuw: Sequence[Any], path: str) -> str:
    """Return the text of a register with more rows; a gebeurtenis comes after those of its day.

    Args:
        text: the register.
        naam: the name of its file, which tells what its rows are.
        nieuw: the rows.
        path: the file as the user sees it.

    Raises:
        ConvenantwerkError: CV913, what comes out is not what stood there and the new rows.
    """
    known = _gelezen(text, naam, path)
    end = "\r\n" if "\r\n" in text else "\n"
    places = sorted(((_plaats(known, rij), rij) for rij in nieuw), key=_op_plaats)
    groups = [(place, [rij for _, rij in group]) for place, group in groupby(places, key=_eerste)]
    after, expected = text, list(known)
    for place, rijen in reversed(groups):  # from the end, so that lines keep their numbers
        after = _ingevoegd(after, naam, known, place, rijen, end, path)
        expected[place:place] = rijen
    if _gelezen(after, naam, path) != tuple(expected):
        reden = "de vorm van het bestand laat geen regels ertussen toe"
        raise ConvenantwerkError("CV913", pad=path, reden=reden, tip=_TIP)
    return after


def _eerste(pair: tuple[int, Any]) -> int:
    return pair[0]


def _op_plaats(pair: tuple[int, Any]) -> tuple[int, Any]:
    place, rij = pair
    return place, rij.datum if isinstance(rij, Gebeurtenis) else 0


def _plaats(known: Sequence[Any], rij: object) -> int:
    """Return before which of the known rows a new one comes."""
    if isinstance(rij, Gebeurtenis):
        return next((i for i, g in enumerate(known) if g.datum > rij.datum), len(known))
    return len(known)


def _gelezen(text: str, naam: str, path: str) -> tuple[Any, ...]:
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    cls = _BESTANDEN[naam]
    if not plain.strip():
        return ()
    value, found = bind_text(cls, plain, path)
    if value is None or has_fout(found):
        reden = found[0].melding if found else "het bestand is niet te lezen"
        raise ConvenantwerkError("CV913", pad=path, reden=reden, tip="verbeter eerst het bestand")
    rows: tuple[Any, ...] = getattr(value, fields(cls)[0].name)
    return rows


def _ingevoegd(  # noqa: PLR0913, PLR0917  # where it goes, and how the file is written
    text: str,
    naam: str,
    known: Sequence[Any],
    place: int,
    rijen: Sequence[object],
    end: str,
    path: str,
) -> str:
    if not known:
        return _in_leeg(text, naam.partition(".")[0], rijen, end)
    if place < len(known):
        return _voor(text, known[place].position.line - 1, rijen, end, path)
    return _achteraan(text, known[-1].position.line - 1, rijen, end, path)


def _regels(rijen: Sequence[object], indent: str, end: str) -> str:
    lines = []
    for rij in rijen:
        first, *rest = as_yaml(rij).splitlines()
        lines += [f"{indent}- {first}", *(f"{indent}  {line}" for line in rest)]
    return end.join(lines) + end


def _in_leeg(text: str, sleutel: str, rijen: Sequence[object], end: str) -> str:
    leeg = re.compile(rf"^{sleutel}:[ \t]*(?:\[[ \t]*\])?[ \t]*(#.*)?$", re.MULTILINE)
    match = leeg.search(text)
    if match is None:
        head = text if not text or text.endswith("\n") else text + end
        return f"{head}{sleutel}:{end}{_regels(rijen, '  ', end)}"
    note = f"  {match[1]}" if match[1] else ""
    rest = text[match.end() :].removeprefix("\r").removeprefix("\n")
    return f"{text[: match.start()]}{sleutel}:{note}{end}{_regels(rijen, '  ', end)}{rest}"


def _voor(text: str, number: int, rijen: Sequence[object], end: str, path: str) -> str:
    lines = text.splitlines(keepends=True)
    indent = _inspringing(lines[number], path)
    while number and lines[number - 1].lstrip().startswith("#"):  # its comment stays with it
        number -= 1
    return "".join((*lines[:number], _regels(rijen, indent, end), *lines[number:]))


def _achteraan(text: str, last: int, rijen: Sequence[object], end: str, path: str) -> str:
    lines = text.splitlines(keepends=True)
    indent = _inspringing(lines[last], path)
    after = max(
        number
        for number in range(last, len(lines))
        if lines[number].strip() and not lines[number].lstrip().startswith("#")
    )
    if not lines[after].endswith("\n"):
        lines[after] += end
    return "".join((*lines[: after + 1], _regels(rijen, indent, end), *lines[after + 1 :]))


def _inspringing(line: str, path: str) -> str:
    """Return the spaces before the dash of an item."""
    match = _STREEPJE.match(line)
    if match is None:
        reden = "een rij begint niet op een eigen regel met een streepje"
        raise ConvenantwerkError("CV913", pad=path, reden=reden, tip=_TIP)
    return line[: line.index("-")]
