"""Values of the domain as JSON."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
from convenantwerk.dossier.gebeurtenissen.rijen import als_rij


def to_json(value: object) -> str:
    """Return values of the model as JSON: their fields as keys, dates as 2018-06-18."""
    return json.dumps(_plain(value), ensure_ascii=False, indent=2)


def _plain(value: Any) -> Any:  # noqa: ANN401  any field of the model
    if isinstance(value, Gebeurtenis):
        return _plain(als_rij(value))
    if is_dataclass(value):
        named = {spec.name: getattr(value, spec.name) for spec in fields(value)}
        if "jaren" in named or "maand" in named:  # a Periode or Jaardag is written as such
            return str(value)
        return {key: _plain(item) for key, item in named.items() if key != "position"}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
