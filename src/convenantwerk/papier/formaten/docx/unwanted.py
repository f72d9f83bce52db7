"""What is in an XML part of a Word file that does not belong there, found while it streams by.

Nothing is built and no entity is expanded: a part is looked at before anything else parses it.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers import expat

from convenantwerk.papier.formaten.docx.allowed import (
    ADRESSEN,
    ELEMENTEN,
    klikbaar,
    veldbezwaar,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_DIEP = 200  # elements within each other; lxml stops at 256
_CODES = frozenset({"instrText", "delInstrText"})
_TEKST = _CODES | {"t", "delText"}  # Word reads plain text in the code of a field too
MARK = "inhoud"  # the processing instruction that our own template code leaves


class _GenoegError(Exception):
    """The rest need not be read."""


def bezwaren_in(name: str, data: bytes) -> list[tuple[str, str]]:
    """Return what an XML part holds that no document may hold, each with the name of the part.

    Raises:
        expat.ExpatError: it is no XML.
    """
    lezer = _Lezer()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = lezer.doctype
    parser.StartElementHandler = lezer.begin
    parser.EndElementHandler = lezer.end
    parser.CharacterDataHandler = lezer.text
    parser.ProcessingInstructionHandler = lezer.instruction
    parser.buffer_text = True
    with suppress(_GenoegError):
        parser.ParseFile(BytesIO(data))
    lezer.close()
    return [(wat, name) for wat in dict.fromkeys(lezer.found)]


class _Lezer:
    """What was met so far: how deep, in which fields, and what is wrong.

    A field begins, has a code, may have a result, and ends; its code may be spread over any number
    of runs, with other fields in it. What Word would take for a code is one, wherever it stands.
    """

    def __init__(self) -> None:
        self.found: list[str] = []
        self._diep = 0
        self._in = ""
        self._velden: list[_Veld] = []  # that were begun and have not ended

    def doctype(self, *_: object) -> None:
        """Refuse what could define entities, before it does."""
        self.found.append("een DTD (<!DOCTYPE …>)")
        raise _GenoegError

    def instruction(self, target: str, _: str) -> None:
        """Refuse what would tell a reader of XML to do something."""
        if target != MARK:
            self.found.append(f"een opdracht voor een ander programma (<?{target[:40]} …?>)")

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Look at an element, and at its attributes."""
        self._diep += 1
        if self._diep > _DIEP:
            self.found.append(f"XML die meer dan {_DIEP} keer is genest")
            raise _GenoegError
        self._in = tag.rpartition(" ")[2]
        if self._in in ELEMENTEN:
            self.found.append(ELEMENTEN[self._in])
        values = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        for key in ADRESSEN & values.keys():
            self._adres(key, values[key])
        if self._in == "fldSimple":
            self._code(values.get("instr", ""))
        elif self._in == "fldChar":
            self._teken(values.get("fldCharType", ""))
        elif self._in in _CODES and not (self._velden and self._velden[-1].in_code):
            self._velden.append(_Veld(los=True))

    def end(self, tag: str) -> None:
        """Leave an element; with it a code that is in no field, or in the result of one."""
        self._diep -= 1
        self._in = ""
        if tag.rpartition(" ")[2] in _CODES and self._velden and self._velden[-1].los:
            self._code("".join(self._velden.pop().code))

    def text(self, data: str) -> None:
        """Take in text, when it is the code of a field."""
        if self._in in _TEKST and self._velden and self._velden[-1].in_code:
            self._velden[-1].code.append(data)

    def close(self) -> None:
        """Look at the fields that have no end."""
        while self._velden:
            self._code("".join(self._velden.pop().code))

    def _teken(self, kind: str) -> None:
        if kind == "begin":
            self._velden.append(_Veld())
        elif kind == "separate" and self._velden:
            self._velden[-1].in_code = False
        elif kind == "end" and self._velden:
            self._code("".join(self._velden.pop().code))

    def _code(self, code: str) -> None:
        if bezwaar := veldbezwaar(code):
            self.found.append(bezwaar)

    def _adres(self, key: str, value: str) -> None:
        if value and not value.startswith("#") and (key != "href" or not klikbaar(value)):
            self.found.append(f"een verwijzing naar buiten ({value[:60]})")


@dataclass(slots=True)
class _Veld:
    """A field that was begun; `los` is a code without one."""

    code: list[str] = field(default_factory=list)
    in_code: bool = True
    los: bool = False
