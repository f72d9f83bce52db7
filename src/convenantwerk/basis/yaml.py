"""YAML to frozen dataclasses, with a finding at line and column for all that does not fit.

The dataclass is the schema: its field names are the keys (`in_` stands for the key "in"), its
types say what a value must be, and a field of type Position is filled with the place of its
mapping (`yaml_vormen`). Every scalar is text until its field says otherwise, so `no` stays "no" and
0123 keeps its zero.
"""

from __future__ import annotations

import gc
import re
from contextlib import contextmanager
from typing import (
    TYPE_CHECKING,
    Any,
    TypeVar,
)

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import getypte_datum, iso_date, lijkt_datum
from convenantwerk.basis.diagnostics import Diagnostic, Position, bedoelde
from convenantwerk.basis.tekens import NIET_TE_ZIEN, SPATIES, is_gewoon, nummer
from convenantwerk.basis.tekst import Tekstsoort, bezwaren
from convenantwerk.basis.yaml_knopen import knoop
from convenantwerk.basis.yaml_uitleg import uitleg
from convenantwerk.basis.yaml_vormen import LEEG, SCHRIJF_DATUM, TEKST, schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.basis.yaml_vormen import Scalar, Vorm

T = TypeVar("T")


def _datumtip(geschreven: str) -> str:
    """Return how a date is written in a file; the very date, when one sees which is meant."""
    try:
        return f"schrijf {getypte_datum(geschreven).isoformat()} (jaar-maand-dag)"
    except ValueError as error:
        reden = f"; {error}" if lijkt_datum(geschreven) else ""
        return f"{SCHRIJF_DATUM}{reden}"


_ONGESLOTEN = "found unexpected end of stream"  # of a quote
# What a key or the form of a file is never written with, though it looks so.
_SCHIJN = f"{NIET_TE_ZIEN.pattern}|{SPATIES.pattern}"
_BLOKKEN = ("|", ">")
_TOONBAAR = 200  # a value of more characters is shown by its begin


class _MisfitError(Exception):
    """A value cannot become what its field asks; the findings are in the binder already."""


def bind_text(
    cls: type[T], text: str, path: str, first_line: int = 1
) -> tuple[T | None, tuple[Diagnostic, ...]]:
    """Read a YAML mapping as an instance of `cls`.

    Args:
        cls: a frozen dataclass.
        text: the YAML.
        path: the file as the user sees it.
        first_line: the line of the file on which `text` begins (front matter begins on 2).

    Returns:
        The instance, None when anything does not fit; and all findings at once.
    """
    with _zonder_opruimen():
        return _bind(cls, text, Binder(path, first_line))


@contextmanager
def _zonder_opruimen() -> Iterator[None]:
    """Let Python not look for garbage, of which there is none while a tree grows.

    In a register of a hundred thousand values it would look through all of them, time and again.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _bind(cls: type[T], text: str, binder: Binder) -> tuple[T | None, tuple[Diagnostic, ...]]:
    try:
        node = knoop(text)
    except (yaml.MarkedYAMLError, yaml.reader.ReaderError) as error:
        return None, (binder.syntax(error, text),)
    if node is None:
        node = MappingNode("tag:yaml.org,2002:map", [], yaml.Mark(binder.path, 0, 0, 0, None, 0))
    try:
        return binder.blok(cls, node, "het bestand"), tuple(binder.found)
    except _MisfitError:
        return None, tuple(binder.found)


class Binder:
    """What makes values of the nodes of one text; what does not fit is in `found`."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.found: list[Diagnostic] = []

    def position(self, mark: yaml.Mark) -> Position:
        """Return the place of a mark as the user sees it."""
        return Position(self.path, mark.line + self.first_line, mark.column + 1)

    def syntax(self, error: yaml.YAMLError, text: str) -> Diagnostic:
        """Return the finding for text that is no YAML at all."""
        mark = getattr(error, "problem_mark", None)
        if mark is None:  # a character that YAML does not allow
            at = getattr(error, "position", 0)
            line, column = text.count("\n", 0, at), at - (text.rfind("\n", 0, at) + 1)
            mark = yaml.Mark(self.path, at, line, column, None, 0)
        problem = str(getattr(error, "problem", "") or "een teken dat hier niet mag staan")
        if problem.startswith(_ONGESLOTEN):  # that is seen far on; what is open is where it began
            mark = getattr(error, "context_mark", None) or mark
        position = self.position(mark)
        reden, tip = uitleg(problem)
        for number in (mark.line, mark.line - 1):  # a line without its colon ends on the next
            regel = text.split("\n")[number] if 0 <= number <= text.count("\n") else ""
            if schijn := re.search(_SCHIJN, regel.replace("\t", " ")):
                position = Position(self.path, number + self.first_line, schijn.start() + 1)
                reden = f"{nummer(schijn.group())} lijkt een spatie, of is niet te zien"
                tip = "typ de regel opnieuw, met gewone spaties"
                break
        return CODES["CV004"].at(position, reden=reden, tip=tip)

    def misfit(self, node: Node, naam: str, verwacht: str, tip: str) -> _MisfitError:
        """Report what stands where something else should; return what is to be raised."""
        match node:
            case MappingNode():
                gevonden = "een blok met sleutels"
            case SequenceNode():
                gevonden = "een lijst"
            case _:
                long = len(node.value) > _TOONBAAR
                value = f"{node.value[:_TOONBAAR]}…" if long else node.value
                gevonden = f"'{value}'" if value.strip() not in LEEG else "niets"
        self.found.append(
            CODES["CV007"].at(
                self.position(node.start_mark),
                sleutel=naam,
                verwacht=verwacht,
                gevonden=gevonden,
                tip=tip,
            )
        )
        return _MisfitError()

    def tekst(self, soort: Tekstsoort, node: Node, naam: str) -> str:
        """Return text, and report what in it is not what one sees."""
        value: str = self.waarde(TEKST, node, naam)
        if isinstance(node, ScalarNode) and node.style in _BLOKKEN:
            value = value.rstrip("\n")  # that its last line ends is no part of what was meant
        for code, wat, tip in () if is_gewoon(value) else bezwaren(value, soort):
            if code == "CV007":
                raise self.misfit(node, naam, wat, tip)
            position = self.position(node.start_mark)
            self.found.append(CODES[code].at(position, waar=f"'{naam}'", wat=wat, tip=tip))
        return value

    def waarde(self, scalar: Scalar, node: Node, naam: str) -> Any:  # noqa: ANN401
        """Return a value of one word or line, which is not left empty."""
        if not isinstance(node, ScalarNode) or (not node.value and node.style is None):
            raise self.misfit(node, naam, scalar.verwacht, scalar.tip)
        try:
            return scalar.lees(node.value)
        except ValueError:
            tip = _datumtip(node.value) if scalar.lees is iso_date else scalar.tip
            raise self.misfit(node, naam, scalar.verwacht, tip) from None

    def lijst(self, vorm: Vorm, node: Node, naam: str) -> tuple[Any, ...]:
        """Return a list, of which all items are looked at before it is refused."""
        if not isinstance(node, SequenceNode):
            raise self.misfit(
                node, naam, "een lijst", "zet elk onderdeel op een eigen regel met '- '"
            )
        values = [self.poging(vorm, item, naam) for item in node.value]
        if _MISFIT in values:
            raise _MisfitError
        return tuple(values)

    def keuze(self, uit: tuple[str, ...], node: Node, naam: str) -> str:
        """Return one of a few words."""
        if isinstance(node, ScalarNode) and node.value in uit:
            return str(node.value)
        gevonden = node.value if isinstance(node, ScalarNode) else ""
        tip = bedoelde(gevonden, uit) or f"kies uit: {', '.join(uit)}"
        raise self.misfit(node, naam, f"één van {', '.join(uit)}", tip)

    def blok(self, cls: Any, node: Node, naam: str) -> Any:  # noqa: ANN401  any dataclass
        """Return the dataclass that a mapping holds."""
        if not isinstance(node, MappingNode):
            tip = "schrijf elke sleutel op een eigen regel: 'sleutel: waarde'"
            raise self.misfit(node, naam, "een blok met sleutels", tip)
        keys = schema(cls)
        values: dict[str, Any] = {}
        seen: dict[str, int] = {}
        for key, value in node.value:
            sleutel = str(key.value)
            veld = keys.velden.get(sleutel)
            if sleutel in seen:
                velden = {"sleutel": sleutel, "eerder": seen[sleutel]}
                self.found.append(CODES["CV005"].at(self.position(key.start_mark), **velden))
                values[sleutel] = _MISFIT
            elif veld is None:
                position = self.position(key.start_mark)
                self.found.append(self._onbekend(sleutel, keys.velden, position))
                values[""] = _MISFIT
            else:
                values[veld.naam] = self.poging(veld.vorm, value, sleutel)
            seen.setdefault(sleutel, key.start_mark.line + self.first_line)
        for sleutel in keys.nodig:
            if sleutel not in seen:
                position = self.position(node.start_mark)
                self.found.append(CODES["CV008"].at(position, sleutel=sleutel))
                values[sleutel] = _MISFIT
        if _MISFIT in values.values():
            raise _MisfitError
        if keys.met_plaats:
            values["position"] = self.position(node.start_mark)
        return cls(**values)

    def poging(self, vorm: Vorm, node: Node, naam: str) -> Any:  # noqa: ANN401
        """Bind, but go on after a misfit, so that all findings come at once."""
        try:
            return vorm(self, node, naam)
        except _MisfitError:
            return _MISFIT

    def _onbekend(self, sleutel: str, bekend: Iterable[str], position: Position) -> Diagnostic:
        """Return the finding for a key that is not known, or only looks as if it were."""
        if schijn := re.search(_SCHIJN, sleutel):
            waar = f"de sleutel '{sleutel}'"
            wat = f"{nummer(schijn.group())}, dat een spatie lijkt of niet te zien is"
            tip = "typ de sleutel opnieuw, met gewone letters"
            return CODES["CV216"].at(position, waar=waar, wat=wat, tip=tip)
        tip = bedoelde(sleutel, bekend) or f"bekende sleutels: {', '.join(bekend)}"
        return CODES["CV006"].at(position, sleutel=sleutel, tip=tip)


_MISFIT = object()
