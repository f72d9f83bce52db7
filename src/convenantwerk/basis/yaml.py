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
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import iso_date
from convenantwerk.basis.diagnostics import Diagnostic, Position, bedoelde
from convenantwerk.basis.periode import Jaardag, Periode, jaardag, periode
from convenantwerk.basis.yaml_knopen import knoop

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")
_LEEG = ("", "~", "null")
_SCHRIJF_DATUM = "schrijf een datum als 2018-06-18 (jaar-maand-dag), tussen 1000 en 2999"


# Characters that XML cannot hold: no document could print them.
_STUURTEKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
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
        reden, tip = next(
            (uitleg for begin, uitleg in _YAML_UITLEG if begin in problem),
            (
                "de regel is niet als YAML te lezen",
                "controleer inspringing, dubbele punten en aanhalingstekens",
            ),
        )
        return CODES["CV004"].at(self.position(mark), reden=reden, tip=tip)

    def misfit(self, node: Node, naam: str, verwacht: str, tip: str) -> _MisfitError:
        match node:
            case MappingNode():
                gevonden = "een blok met sleutels"
            case SequenceNode():
                gevonden = "een lijst"
            case _:
                long = len(node.value) > _TOONBAAR
                value = f"{node.value[:_TOONBAAR]}…" if long else node.value
                gevonden = f"'{value}'" if value not in _LEEG else "niets"
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
        if kind in _SCALARS:
            verwacht, tip, convert = _SCALARS[kind]
            if not isinstance(node, ScalarNode) or (not node.value and node.style is None):
                raise self.misfit(node, naam, verwacht, tip)
            if _STUURTEKEN.search(node.value):
                raise self.misfit(node, naam, "tekst zonder stuurtekens", tip)
            try:
                return convert(node.value)
            except ValueError:
                raise self.misfit(node, naam, verwacht, tip) from None
        return self._dataclass(kind, node, naam)

    def _tuple(self, kind: Any, node: Node, naam: str) -> tuple[Any, ...]:  # noqa: ANN401
        if not isinstance(node, SequenceNode):
            raise self.misfit(
                node, naam, "een lijst", "zet elk onderdeel op een eigen regel met '- '"
            )
        values = [self._attempt(kind, item, naam) for item in node.value]
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
                tip = bedoelde(sleutel, schema) or f"bekende sleutels: {', '.join(schema)}"
                self.found.append(CODES["CV006"].at(position, sleutel=sleutel, tip=tip))
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


_SCALARS: Mapping[Any, tuple[str, str, Any]] = {
    str: (
        "tekst",
        "schrijf de tekst achter de dubbele punt, zo nodig tussen aanhalingstekens",
        str,
    ),
    date: ("een datum", _SCHRIJF_DATUM, iso_date),
    int: ("een heel getal", "schrijf alleen cijfers, bijvoorbeeld 5", _getal),
    Periode: (
        "een periode",
        "schrijf een periode als P6M (zes maanden), P1Y (een jaar) of P28D (28 dagen)",
        periode,
    ),
    Jaardag: ("een dag van het jaar", "schrijf maand en dag als 01-01", jaardag),
}

# What PyYAML says, and what a user needs to hear.
_YAML_UITLEG: tuple[tuple[str, tuple[str, str]], ...] = (
    (
        "found a tab character",
        ("er staat een tab waar spaties horen", "spring in met spaties, niet met tabs"),
    ),
    (
        "mapping values are not allowed",
        (
            "een dubbele punt staat op een plaats waar dat niet kan",
            "zet tekst met een dubbele punt erin tussen aanhalingstekens",
        ),
    ),
    (
        "could not find expected ':'",
        ("na een sleutel ontbreekt de dubbele punt", "schrijf 'sleutel: waarde'"),
    ),
    (
        "cannot start any token",
        (
            "een waarde begint met een teken dat in YAML iets anders betekent",
            "zet de waarde tussen aanhalingstekens; gebruik spaties, geen tabs",
        ),
    ),
    (
        "found unexpected end of stream",
        ("een aanhalingsteken wordt niet gesloten", "zet het sluitende aanhalingsteken"),
    ),
    (
        "expected <block end>",
        (
            "de inspringing klopt niet",
            "laat sleutels die bij elkaar horen in dezelfde kolom beginnen",
        ),
    ),
    (
        "expected ',' or",
        (
            "een lijst of blok tussen haken wordt niet goed gesloten",
            "zet tekst met haken tussen aanhalingstekens",
        ),
    ),
    (
        "te diep",
        (
            "blokken en lijsten zijn te diep genest",
            "haal weg wat er te veel staat",
        ),
    ),
    (
        "undefined alias",
        ("een waarde begint met '*'", "zet de waarde tussen aanhalingstekens"),
    ),
)


@cache
def _schema(cls: type[Any]) -> dict[str, tuple[Field[Any], Any]]:
    hints = get_type_hints(cls)
    return {
        spec.name.rstrip("_"): (spec, hints[spec.name])
        for spec in fields(cls)
        if spec.name != "position"
    }


@cache
def _has_position(cls: type[Any]) -> bool:
    return any(spec.name == "position" for spec in fields(cls))


def _required(spec: Field[Any]) -> bool:
    return spec.default is MISSING and spec.default_factory is MISSING
