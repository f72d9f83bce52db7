"""What a dataclass asks of a YAML mapping: for each key how its value is bound.

A type is taken apart once, not for each of the ten thousand values that a register may have.
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
    NamedTuple,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from yaml.nodes import ScalarNode

from convenantwerk.basis.datum import iso_date
from convenantwerk.basis.periode import Jaardag, Periode, jaardag, periode
from convenantwerk.basis.tekst import NAAM, NIET_LEEG

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from yaml.nodes import Node

    from convenantwerk.basis.yaml import Binder

    # How a value is bound: from a node, and what the finding calls it.
    Vorm = Callable[[Binder, Node, str], Any]

LEEG = ("", "~", "null")
SCHRIJF_DATUM = "schrijf een datum als 2018-06-18 (jaar-maand-dag), tussen 1000 en 2999"
_GETAL = re.compile(r"[0-9]{1,6}")


def _getal(text: str) -> int:
    if not _GETAL.fullmatch(text):
        raise ValueError(text)
    return int(text)


class Scalar(NamedTuple):
    """A value of one word or line: what is asked, how it is written, and what reads it.

    `lees` raises ValueError for what is written otherwise.
    """

    verwacht: str
    tip: str
    lees: Callable[[str], Any]


TEKST = Scalar(
    "tekst",
    "schrijf de tekst achter de dubbele punt, zo nodig tussen aanhalingstekens",
    str,
)
_SCALARS: Mapping[Any, Scalar] = {
    date: Scalar("een datum", SCHRIJF_DATUM, iso_date),
    int: Scalar("een heel getal", "schrijf alleen cijfers, bijvoorbeeld 5", _getal),
    Periode: Scalar(
        "een periode",
        "schrijf een periode als P6M (zes maanden), P1Y (een jaar) of P28D (28 dagen)",
        periode,
    ),
    Jaardag: Scalar("een dag van het jaar", "schrijf maand en dag als 01-01", jaardag),
}


def _vorm(kind: Any) -> Vorm:  # noqa: ANN401  # any type there is
    """Return how a value of a kind is bound; a kind is taken apart once, not for each value."""
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):  # the model knows only `X | None`
        vorm = _vorm(next(arg for arg in args if arg is not NoneType))
        return lambda binder, node, naam: None if _is_niets(node) else vorm(binder, node, naam)
    if origin is tuple:
        vorm = _vorm(NIET_LEEG if args[0] is str else args[0])
        return lambda binder, node, naam: binder.lijst(vorm, node, naam)
    if origin is Literal:
        return lambda binder, node, naam: binder.keuze(args, node, naam)
    if kind in _SCALARS:
        scalar = _SCALARS[kind]
        return lambda binder, node, naam: binder.waarde(scalar, node, naam)
    if kind is str or origin is Annotated:
        soort = args[1] if args else NAAM
        return lambda binder, node, naam: binder.tekst(soort, node, naam)
    return lambda binder, node, naam: binder.blok(kind, node, naam)


def _is_niets(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.style is None and node.value in LEEG


class Veld(NamedTuple):
    """A key of a mapping: the field it is for, and how its value is bound."""

    naam: str
    vorm: Vorm


class Schema(NamedTuple):
    """What a mapping may hold: its keys, those it must have, and whether its place is kept."""

    velden: Mapping[str, Veld]
    nodig: tuple[str, ...]
    met_plaats: bool


@cache
def schema(cls: type[Any]) -> Schema:
    """Return what a mapping may hold that is to become an instance of a dataclass."""
    hints = get_type_hints(cls, include_extras=True)
    specs = {spec.name.rstrip("_"): spec for spec in fields(cls)}
    met_plaats = specs.pop("position", None) is not None
    return Schema(
        {
            sleutel: Veld(spec.name, _vorm(_soort(hints[spec.name], spec)))
            for sleutel, spec in specs.items()
        },
        tuple(sleutel for sleutel, spec in specs.items() if _required(spec)),
        met_plaats,
    )


def _soort(kind: Any, spec: Field[Any]) -> Any:  # noqa: ANN401  # any type there is
    """Return the type of a field; text that must be there is not empty."""
    return NIET_LEEG if kind is str and _required(spec) else kind


def _required(spec: Field[Any]) -> bool:
    return spec.default is MISSING and spec.default_factory is MISSING
