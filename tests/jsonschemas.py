"""Holds values against JSON schemas, with the forms of text that these schemas name."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from jsonschema import FormatChecker, validators

if TYPE_CHECKING:
    from jsonschema import TypeChecker

# Without more packages jsonschema knows of these three only the names.
_VORMEN = {
    "uri": r"[a-z][a-z0-9+.-]*:[!#$&-;=?-\[\]_a-z~%]*",
    "uri-reference": r"(?:[!#$&-;=?-\[\]_a-z~]|%[0-9a-f]{2})*",
    "date-time": r"\d{4}-\d\d-\d\dT.*",
}


def _past(patroon: str, value: object) -> bool:
    return not isinstance(value, str) or bool(re.fullmatch(patroon, value, re.IGNORECASE))


_VORM = FormatChecker(formats=())
for _naam, _patroon in _VORMEN.items():
    _VORM.checkers[_naam] = (partial(_past, _patroon), ())


def bezwaren(value: Any, schema: dict[str, Any], *, als_tekst: bool = False) -> list[str]:
    """Return the places of what is wrong with a value; nothing when it is valid.

    Args:
        value: what was read.
        schema: which it must meet.
        als_tekst: it was read with every number as text.
    """
    soort: Any = validators.validator_for(schema)
    if als_tekst:
        extend: Any = validators.extend
        soort = extend(soort, type_checker=soort.TYPE_CHECKER.redefine("integer", _is_getal))
    found = soort(schema, format_checker=_VORM).iter_errors(value)
    return sorted(one.json_path for one in found)


def _is_getal(_: TypeChecker, value: object) -> bool:
    return type(value) is int or (isinstance(value, str) and value.isdigit())
