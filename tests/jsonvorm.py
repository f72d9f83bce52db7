"""Holds a JSON value against a JSON schema (draft 4), as far as the schema of SARIF uses that."""

import json
import re
from collections.abc import Iterator
from typing import Any

_SOORTEN: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
_VORMEN = {
    "uri": re.compile(r"[a-z][a-z0-9+.-]*:[!#$&-;=?-\[\]_a-z~%]*", re.IGNORECASE),
    "uri-reference": re.compile(r"(?:[!#$&-;=?-\[\]_a-z~]|%[0-9a-f]{2})*", re.IGNORECASE),
    "date-time": re.compile(r"\d{4}-\d\d-\d\dT.*"),
}
# What asks nothing of the value itself.
_ZEGT_NIETS = {
    *("description", "default", "$schema", "title", "id", "definitions"),
    *("items", "properties", "additionalProperties"),  # asked of what is in it
}


def bezwaren(value: Any, schema: dict[str, Any]) -> list[str]:
    """Return what is wrong with a value, each with its place; nothing when it is valid."""
    return list(_bezwaren(value, schema, schema, "$"))


def _bezwaren(value: Any, vorm: dict[str, Any], schema: dict[str, Any], at: str) -> Iterator[str]:
    for sleutel, eis in vorm.items():
        if sleutel == "$ref":
            yield from _bezwaren(value, _bedoeld(eis, schema), schema, at)
        elif sleutel in {"anyOf", "oneOf"}:
            goed = sum(not list(_bezwaren(value, een, schema, at)) for een in eis)
            if not goed or (sleutel == "oneOf" and goed > 1):
                yield f"{at}: {sleutel} {goed}"
        elif sleutel not in _ZEGT_NIETS and not _houdt(value, sleutel, eis):
            yield f"{at}: {sleutel} {eis}"
    if isinstance(value, list):
        for nummer, een in enumerate(value):
            yield from _bezwaren(een, vorm.get("items", {}), schema, f"{at}[{nummer}]")
    if isinstance(value, dict):
        yield from _in_object(value, vorm, schema, at)


def _in_object(
    value: dict[str, Any], vorm: dict[str, Any], schema: dict[str, Any], at: str
) -> Iterator[str]:
    bekend, anders = vorm.get("properties", {}), vorm.get("additionalProperties", True)
    for naam, een in value.items():
        eis = bekend.get(naam, anders)
        if isinstance(eis, dict):
            yield from _bezwaren(een, eis, schema, f"{at}.{naam}")
        elif not eis:
            yield f"{at}.{naam}: is niet bekend"


def _bedoeld(verwijzing: str, schema: dict[str, Any]) -> dict[str, Any]:
    found: Any = schema
    for deel in verwijzing.removeprefix("#/").split("/"):
        found = found[deel]
    return dict(found)


def _houdt(value: Any, sleutel: str, eis: Any) -> bool:
    """Tell whether a value meets one demand; a demand of another type of value is met."""
    match sleutel:
        case "type":
            soorten = [eis] if isinstance(eis, str) else eis
            is_bool = isinstance(value, bool)
            return any(
                isinstance(value, _SOORTEN[s]) and (s == "boolean" or not is_bool) for s in soorten
            )
        case "required":
            return not isinstance(value, dict) or set(eis) <= value.keys()
        case "enum":
            return value in eis
        case "minItems":
            return not isinstance(value, list) or len(value) >= eis
        case "uniqueItems":
            texts = [json.dumps(een, sort_keys=True) for een in value] if eis else []
            return len(set(texts)) == len(texts)
        case "minimum":
            return not isinstance(value, int | float) or value >= eis
        case "maximum":
            return not isinstance(value, int | float) or value <= eis
        case "pattern":
            return not isinstance(value, str) or re.search(eis, value) is not None
        case "format":
            return not isinstance(value, str) or _VORMEN[eis].fullmatch(value) is not None
    raise AssertionError(f"a demand that is not known here: {sleutel}")
