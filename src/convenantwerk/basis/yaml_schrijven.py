"""Values to YAML, as `basis.yaml` binds them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

import yaml

from convenantwerk.basis.periode import Jaardag, Periode


def as_yaml(value: object) -> str:
    """Return a dataclass as YAML that `bind_text` reads back; what has its default is left out."""
    return yaml.dump(
        _plain(value), Dumper=_Voluit, allow_unicode=True, sort_keys=False, width=10_000
    )


class _Voluit(yaml.SafeDumper):
    """Writes a value again where it stands again: `bind_text` reads no `*naam`."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  the name is that of yaml
        """Tell that nothing refers to what stands elsewhere."""
        return True


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
