"""JSON Schemas of the YAML files, so that an editor completes and checks while one types.

They are made of the same dataclasses by which `bind_text` reads, so they cannot disagree about
keys and kinds of values; what a value means is left to the controles.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from convenantwerk.basis.periode import Jaardag, Periode
from convenantwerk.dossier.agendaboek import Agendaboek
from convenantwerk.dossier.begin import Beginfeiten
from convenantwerk.dossier.dossier import Addendumgegevens, Instellingen
from convenantwerk.dossier.gebeurtenissen.rijen import Gebeurtenisrij, sleutels
from convenantwerk.dossier.gebeurtenissen.soorten import SOORTEN
from convenantwerk.dossier.registertabel import REGISTERS
from convenantwerk.dossier.toelichtingen import Toelichtingen
from convenantwerk.dossier.toetreding import Feitenbestand
from convenantwerk.tekst.frontmatter import Kopgegevens

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMAS: Mapping[str, type] = {
    "convenant": Instellingen,
    **{register.naam: register.bestandstype for register in REGISTERS},
    "addendum": Addendumgegevens,
    "overleg": Kopgegevens,
    "nieuw": Beginfeiten,
    "toetredingen": Feitenbestand,
    "agenda": Agendaboek,
    "toelichtingen": Toelichtingen,
}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
# A scalar is text until its field says otherwise, so 2017 and true are text too.
_TEKST = {"type": ["string", "number", "boolean"]}
_SCALARS: Mapping[Any, dict[str, Any]] = {
    str: _TEKST,
    int: {"type": "integer", "minimum": 0},
    date: {"type": "string", "format": "date", "pattern": r"^[12]\d{3}-\d{2}-\d{2}$"},
    Periode: {
        "type": "string",
        "pattern": r"^P(?=\d)(\d{1,2}Y)?(\d{1,3}M)?(\d{1,3}W)?(\d{1,4}D)?$",
    },
    Jaardag: {"type": "string", "pattern": r"^\d{2}-\d{2}$"},
}


def json_schema(cls: type) -> dict[str, Any]:
    """Return the JSON Schema of the file that `bind_text` reads as `cls`."""
    return {
        "$schema": _DIALECT,
        "title": cls.__name__.lower(),
        "description": "Wat elke sleutel betekent, staat in docs/bronformaat.md.",
        **_object(cls),
    }


def _object(cls: type) -> dict[str, Any]:
    hints = get_type_hints(cls)
    specs = {spec.name.rstrip("_"): spec for spec in fields(cls) if spec.name != "position"}
    properties = {key: _value(hints[spec.name]) for key, spec in specs.items()}
    made: dict[str, Any] = {
        "type": "object",
        "properties": properties,
        "required": [key for key, spec in specs.items() if _required(spec)],
        "additionalProperties": False,
    }
    if cls is Gebeurtenisrij:
        made["allOf"] = [_soort(soort, *sleutels(soort)) for soort in SOORTEN]
    return made


def _soort(soort: str, nodig: tuple[str, ...], mag: tuple[str, ...]) -> dict[str, Any]:
    """Return what a gebeurtenis of one soort must have, and that it has nothing else."""
    allowed = ("datum", "soort", "opmerking", *nodig, *mag)
    return {
        "if": {"properties": {"soort": {"const": soort}}, "required": ["soort"]},
        "then": {"required": list(nodig), "propertyNames": {"enum": list(allowed)}},
    }


def _required(spec: Field[Any]) -> bool:
    return spec.default is MISSING and spec.default_factory is MISSING


def _value(kind: Any) -> dict[str, Any]:  # noqa: ANN401  # any type there is
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        inner = _value(next(arg for arg in args if arg is not NoneType))
        return {"anyOf": [inner, {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _value(args[0])}
    if origin is Literal:
        return {"enum": list(args)}
    if is_dataclass(kind) and kind not in _SCALARS and isinstance(kind, type):
        return _object(kind)
    return _SCALARS[kind]
