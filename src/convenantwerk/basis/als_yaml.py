"""Values to YAML, as `basis.yaml` binds them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

import yaml

from convenantwerk.basis.periode import Jaardag, Periode


def as_yaml(value: object) -> str:
    """Return a dataclass as YAML that `bind_text` reads back; what has its default is left out."""
    data: str = yaml.dump(
        _plain(value), Dumper=_Schrijver, allow_unicode=True, sort_keys=False, width=10_000
    )
    return data


class _Schrijver(yaml.SafeDumper):
    """Writes a value that occurs twice in full, both times: no dossier may hold an anchor."""

    def ignore_aliases(self, data: object) -> bool:
        """Tell that nothing is referred to."""
        del data
        return True


def als_waarden(rij: object) -> dict[str, Any]:
    """Return the keys and values by which a dataclass is written, but for what has its default."""
    values: dict[str, Any] = _plain(rij)
    return values


def _plain(value: Any) -> Any:  # noqa: ANN401  any field of the model
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Periode | Jaardag):
        return str(value)
    if not is_dataclass(value):
        return value
    return {
        spec.name.rstrip("_"): _plain(getattr(value, spec.name))
        for spec in fields(value)
        if spec.name != "position" and getattr(value, spec.name) != spec.default
    }
