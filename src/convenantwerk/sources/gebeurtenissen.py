"""Writing in gebeurtenissen.yaml: what stands there stays as it is, byte for byte.

New gebeurtenissen are put in as lines of text, at their date, so that comments, order and form
of the file are those of the people who keep it; the result is read back before it is written.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from convenantwerk.errors import ConvenantwerkError
from convenantwerk.model.diagnostics import has_fout
from convenantwerk.model.gebeurtenissen import Gebeurtenis, Gebeurtenissen
from convenantwerk.sources.dossier import GEBEURTENISSEN, REGISTERS
from convenantwerk.sources.files import shown, unwritable, write_all
from convenantwerk.sources.yaml import as_yaml, bind_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_SLOT = ".gebeurtenissen.lock"
_LEEG = re.compile(r"^gebeurtenissen:[ \t]*(?:\[[ \t]*\])?[ \t]*(#.*)?$", re.MULTILINE)
_STREEPJE = re.compile(r"[ ]*- +")
_TIP = "voeg de gebeurtenis met de hand toe, met elk streepje op een eigen regel"


def vingerafdruk(root: Path) -> str:
    """Return the sha256 of the register as it lies there, "" when there is none."""
    try:
        return sha256((root / REGISTERS / GEBEURTENISSEN).read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


def schrijf_bij(
    root: Path, nieuw: Sequence[Gebeurtenis], gelezen: str, eerst: Callable[[], None] | None = None
) -> None:
    """Write gebeurtenissen into the register, all or none.

    Args:
        root: the folder of the dossier.
        nieuw: what to add.
        gelezen: the `vingerafdruk` of the register on which the caller's checks rest.
        eerst: writes the papers that go with it, once it is sure that the register can take the
            gebeurtenissen; when it raises, the register stays as it was.

    Raises:
        ConvenantwerkError: CV910, another command is writing; CV911, the register is another
            one by now; CV913, its form leaves no place; CV901, it cannot be written.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  only commands that write need it

    folder = root / REGISTERS
    path = folder / GEBEURTENISSEN
    try:
        with FileLock(folder / _SLOT, timeout=0):
            if vingerafdruk(root) != gelezen:
                raise ConvenantwerkError("CV911", pad=shown(path))
            data = path.read_bytes() if gelezen else b""
            text = data.decode("utf-8")
            for gebeurtenis in nieuw:
                text = bijgeschreven(text, gebeurtenis, shown(path))
            if eerst:
                eerst()
            write_all(folder, {GEBEURTENISSEN: text.encode()})
    except Timeout as error:
        raise ConvenantwerkError("CV910", pad=shown(path)) from error
    except OSError as error:
        raise unwritable(folder, error) from error


def bijgeschreven(text: str, nieuw: Gebeurtenis, path: str) -> str:
    """Return the text of a register with one gebeurtenis more, after those of its own day.

    Raises:
        ConvenantwerkError: CV913, what comes out is not what stood there and the new one.
    """
    known = _gelezen(text, path)
    end = "\r\n" if "\r\n" in text else "\n"
    later = next((g for g in known if g.datum > nieuw.datum), None)
    if not known:
        after = _in_leeg(text, nieuw, end)
    elif later:
        after = _voor(text, later.position.line - 1, nieuw, end, path)
    else:
        after = _achteraan(text, known[-1].position.line - 1, nieuw, end, path)
    place = known.index(later) if later else len(known)
    if _gelezen(after, path) != (*known[:place], nieuw, *known[place:]):
        reden = "de vorm van het bestand laat geen regels ertussen toe"
        raise ConvenantwerkError("CV913", pad=path, reden=reden, tip=_TIP)
    return after


def _gelezen(text: str, path: str) -> tuple[Gebeurtenis, ...]:
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    value, found = bind_text(Gebeurtenissen, plain, path)
    if value is None or has_fout(found):
        reden = found[0].melding if found else "het bestand is niet te lezen"
        raise ConvenantwerkError("CV913", pad=path, reden=reden, tip="verbeter eerst het bestand")
    return value.gebeurtenissen


def _regels(nieuw: Gebeurtenis, indent: str, end: str) -> str:
    first, *rest = as_yaml(nieuw).splitlines()
    return end.join([f"{indent}- {first}", *(f"{indent}  {line}" for line in rest)]) + end


def _in_leeg(text: str, nieuw: Gebeurtenis, end: str) -> str:
    match = _LEEG.search(text)
    if match is None:
        head = text if not text or text.endswith("\n") else text + end
        return f"{head}gebeurtenissen:{end}{_regels(nieuw, '  ', end)}"
    note = f"  {match[1]}" if match[1] else ""
    rest = text[match.end() :].removeprefix("\r").removeprefix("\n")
    return f"{text[: match.start()]}gebeurtenissen:{note}{end}{_regels(nieuw, '  ', end)}{rest}"


def _voor(text: str, number: int, nieuw: Gebeurtenis, end: str, path: str) -> str:
    lines = text.splitlines(keepends=True)
    indent = _inspringing(lines[number], path)
    while number and lines[number - 1].lstrip().startswith("#"):  # its comment stays with it
        number -= 1
    return "".join((*lines[:number], _regels(nieuw, indent, end), *lines[number:]))


def _achteraan(text: str, last: int, nieuw: Gebeurtenis, end: str, path: str) -> str:
    lines = text.splitlines(keepends=True)
    indent = _inspringing(lines[last], path)
    after = max(
        number
        for number in range(last, len(lines))
        if lines[number].strip() and not lines[number].lstrip().startswith("#")
    )
    if not lines[after].endswith("\n"):
        lines[after] += end
    return "".join((*lines[: after + 1], _regels(nieuw, indent, end), *lines[after + 1 :]))


def _inspringing(line: str, path: str) -> str:
    """Return the spaces before the dash of an item."""
    match = _STREEPJE.match(line)
    if match is None:
        reden = "een gebeurtenis begint niet op een eigen regel met een streepje"
        raise ConvenantwerkError("CV913", pad=path, reden=reden, tip=_TIP)
    return line[: line.index("-")]
