"""YAML to frozen dataclasses, with a finding at line and column for all that does not fit.

The dataclass is the schema: its field names are the keys (`in_` stands for the key "in"), its
types say what a value must be, and a field of type Position is filled with the place of its
mapping. Every scalar is text until
its field says otherwise, so `no` stays "no" and 0123 keeps its zero.
"""

from __future__ import annotations

import re
from dataclasses import MISSING, Field, fields
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import getypte_datum, iso_date, lijkt_datum
from convenantwerk.basis.diagnostics import Diagnostic, Position, bedoelde
from convenantwerk.basis.periode import Jaardag, Periode, jaardag, periode
from convenantwerk.basis.tekens import NIET_TE_ZIEN, SPATIES, is_gewoon, nummer
from convenantwerk.basis.tekst import NAAM, NIET_LEEG, Tekstsoort, bezwaren
from convenantwerk.basis.yaml_knopen import knoop
from convenantwerk.basis.yaml_uitleg import uitleg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

T = TypeVar("T")
_LEEG = ("", "~", "null")
_SCHRIJF_DATUM = "schrijf een datum als 2018-06-18 (jaar-maand-dag), tussen 1000 en 2999"


def _datumtip(geschreven: str) -> str:
    """Return how a date is written in a file; the very date, when one sees which is meant."""
    try:
        return f"schrijf {getypte_datum(geschreven).isoformat()} (jaar-maand-dag)"
    except ValueError as error:
        reden = f"; {error}" if lijkt_datum(geschreven) else ""
        return f"{_SCHRIJF_DATUM}{reden}"


# What a key or the form of a file is never written with, though it looks so.
_SCHIJN = re.compile(f"{NIET_TE_ZIEN.pattern}|{SPATIES.pattern}")
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
    binder = _Binder(path, first_line)
    try:
        node = knoop(text)
    except (yaml.MarkedYAMLError, yaml.reader.ReaderError) as error:
        return None, (binder.syntax(error, text),)
    if node is None:
        node = MappingNode("tag:yaml.org,2002:map", [], yaml.Mark(path, 0, 0, 0, None, 0))
    try:
        return binder.bind(cls, node, "het bestand"), tuple(binder.found)
    except _MisfitError:
        return None, tuple(binder.found)


class _Binder:
    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.found: list[Diagnostic] = []

    def position(self, mark: yaml.Mark) -> Position:
        return Position(self.path, mark.line + self.first_line, mark.column + 1)

    def syntax(self, error: yaml.YAMLError, text: str) -> Diagnostic:
        """Return the finding for text that is no YAML at all."""
        mark = getattr(error, "problem_mark", None)
        if mark is None:  # a character that YAML does not allow
            at = getattr(error, "position", 0)
            line, column = text.count("\n", 0, at), at - (text.rfind("\n", 0, at) + 1)
            mark = yaml.Mark(self.path, at, line, column, None, 0)
        problem = str(getattr(error, "problem", "") or "een teken dat hier niet mag staan")
        position = self.position(mark)
        reden, tip = uitleg(problem)
        for number in (mark.line, mark.line - 1):  # a line without its colon ends on the next
            regel = text.split("\n")[number] if 0 <= number <= text.count("\n") else ""
            if schijn := _SCHIJN.search(regel.replace("\t", " ")):
                position = Position(self.path, number + self.first_line, schijn.start() + 1)
                reden = f"{nummer(schijn.group())} lijkt een spatie, of is niet te zien"
                tip = "typ de regel opnieuw, met gewone spaties"
                break
        return CODES["CV004"].at(position, reden=reden, tip=tip)

    def misfit(self, node: Node, naam: str, verwacht: str, tip: str) -> _MisfitError:
        match node:
            case MappingNode():
                gevonden = "een blok met sleutels"
            case SequenceNode():
                gevonden = "een lijst"
            case _:
                long = len(node.value) > _TOONBAAR
                value = f"{node.value[:_TOONBAAR]}…" if long else node.value
                gevonden = f"'{value}'" if value.strip() not in _LEEG else "niets"
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

    def bind(self, kind: Any, node: Node, naam: str) -> Any:  # noqa: ANN401  # any type there is
        """Return the value of a node as `kind`, or report what does not fit and raise."""
        origin, args = get_origin(kind), get_args(kind)
        if origin in (Union, UnionType):  # the model knows only `X | None`
            if isinstance(node, ScalarNode) and node.style is None and node.value in _LEEG:
                return None
            return self.bind(next(arg for arg in args if arg is not NoneType), node, naam)
        if origin is tuple:
            return self._tuple(args[0], node, naam)
        if origin is Literal:
            return self._literal(args, node, naam)
        if kind in _SCALARS or kind is str or origin is Annotated:
            verwacht, tip, convert = _SCALARS.get(kind, _TEKST)
            if not isinstance(node, ScalarNode) or (not node.value and node.style is None):
                raise self.misfit(node, naam, verwacht, tip)
            if convert is str:
                return self._tekst(args[1] if args else NAAM, node, naam)
            try:
                return convert(node.value)
            except ValueError:
                tip = _datumtip(node.value) if kind is date else tip
                raise self.misfit(node, naam, verwacht, tip) from None
        return self._dataclass(kind, node, naam)

    def _tekst(self, soort: Tekstsoort, node: ScalarNode, naam: str) -> str:
        """Return text, and report what in it is not what one sees."""
        # A block ends with the end of its last line, which is no part of what was meant.
        value = str(node.value).rstrip("\n") if node.style in _BLOKKEN else str(node.value)
        for code, wat, tip in () if is_gewoon(value) else bezwaren(value, soort):
            if code == "CV007":
                raise self.misfit(node, naam, wat, tip)
            position = self.position(node.start_mark)
            self.found.append(CODES[code].at(position, waar=f"'{naam}'", wat=wat, tip=tip))
        return value

    def _tuple(self, kind: Any, node: Node, naam: str) -> tuple[Any, ...]:  # noqa: ANN401
        if not isinstance(node, SequenceNode):
            raise self.misfit(
                node, naam, "een lijst", "zet elk onderdeel op een eigen regel met '- '"
            )
        soort = NIET_LEEG if kind is str else kind
        values = [self._attempt(soort, item, naam) for item in node.value]
        if _MISFIT in values:
            raise _MisfitError
        return tuple(values)

    def _literal(self, args: tuple[str, ...], node: Node, naam: str) -> str:
        if isinstance(node, ScalarNode) and node.value in args:
            return str(node.value)
        gevonden = node.value if isinstance(node, ScalarNode) else ""
        tip = bedoelde(gevonden, args) or f"kies uit: {', '.join(args)}"
        raise self.misfit(node, naam, f"één van {', '.join(args)}", tip)

    def _dataclass(self, cls: Any, node: Node, naam: str) -> Any:  # noqa: ANN401
        if not isinstance(node, MappingNode):
            tip = "schrijf elke sleutel op een eigen regel: 'sleutel: waarde'"
            raise self.misfit(node, naam, "een blok met sleutels", tip)
        schema = _schema(cls)
        values: dict[str, Any] = {}
        seen: dict[str, int] = {}
        for key, value in node.value:
            sleutel, position = str(key.value), self.position(key.start_mark)
            if sleutel in seen:
                velden = {"sleutel": sleutel, "eerder": seen[sleutel]}
                self.found.append(CODES["CV005"].at(position, **velden))
                values[sleutel] = _MISFIT
            elif sleutel not in schema:
                self.found.append(self._onbekend(sleutel, schema, position))
                values[""] = _MISFIT
            else:
                values[sleutel] = self._attempt(schema[sleutel][1], value, sleutel)
            seen.setdefault(sleutel, position.line)
        for sleutel, (spec, _) in schema.items():
            if sleutel not in seen and _required(spec):
                position = self.position(node.start_mark)
                self.found.append(CODES["CV008"].at(position, sleutel=sleutel))
                values[sleutel] = _MISFIT
        if _MISFIT in values.values():
            raise _MisfitError
        if _has_position(cls):
            values["position"] = self.position(node.start_mark)
        return cls(**{schema[key][0].name if key in schema else key: values[key] for key in values})

    def _onbekend(self, sleutel: str, bekend: Iterable[str], position: Position) -> Diagnostic:
        """Return the finding for a key that is not known, or only looks as if it were."""
        if schijn := _SCHIJN.search(sleutel):
            waar = f"de sleutel '{sleutel}'"
            wat = f"{nummer(schijn.group())}, dat een spatie lijkt of niet te zien is"
            tip = "typ de sleutel opnieuw, met gewone letters"
            return CODES["CV216"].at(position, waar=waar, wat=wat, tip=tip)
        tip = bedoelde(sleutel, bekend) or f"bekende sleutels: {', '.join(bekend)}"
        return CODES["CV006"].at(position, sleutel=sleutel, tip=tip)

    def _attempt(self, kind: Any, node: Node, naam: str) -> Any:  # noqa: ANN401
        """Bind, but go on after a misfit, so that all findings come at once."""
        try:
            return self.bind(kind, node, naam)
        except _MisfitError:
            return _MISFIT


_MISFIT = object()
_GETAL = re.compile(r"[0-9]{1,6}")


def _getal(text: str) -> int:
    if not _GETAL.fullmatch(text):
        raise ValueError(text)
    return int(text)


_BLOKKEN = ("|", ">")
_TEKST = (
    "tekst",
    "schrijf de tekst achter de dubbele punt, zo nodig tussen aanhalingstekens",
    str,
)
_SCALARS: Mapping[Any, tuple[str, str, Any]] = {
    date: ("een datum", _SCHRIJF_DATUM, iso_date),
    int: ("een heel getal", "schrijf alleen cijfers, bijvoorbeeld 5", _getal),
    Periode: (
        "een periode",
        "schrijf een periode als P6M (zes maanden), P1Y (een jaar) of P28D (28 dagen)",
        periode,
    ),
    Jaardag: ("een dag van het jaar", "schrijf maand en dag als 01-01", jaardag),
}


@cache
def _schema(cls: type[Any]) -> dict[str, tuple[Field[Any], Any]]:
    hints = get_type_hints(cls, include_extras=True)
    return {
        spec.name.rstrip("_"): (spec, _soort(hints[spec.name], spec))
        for spec in fields(cls)
        if spec.name != "position"
    }


def _soort(kind: Any, spec: Field[Any]) -> Any:  # noqa: ANN401  # any type there is
    """Return the type of a field; text that must be there is not empty."""
    return NIET_LEEG if kind is str and _required(spec) else kind


@cache
def _has_position(cls: type[Any]) -> bool:
    return any(spec.name == "position" for spec in fields(cls))


def _required(spec: Field[Any]) -> bool:
    return spec.default is MISSING and spec.default_factory is MISSING
