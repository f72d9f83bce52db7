"""`convenant schema`: the forms of the YAML files, for editors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from convenantwerk.basis.stage import write_all
from convenantwerk.dossier.schema import SCHEMAS, json_schema

if TYPE_CHECKING:
    from pathlib import Path


def schrijf_schemas(uit: Path) -> tuple[str, ...]:
    """Write a JSON Schema for each kind of file; return their names.

    Raises:
        ConvenantwerkError: CV901, it cannot be written.
    """
    files = {
        f"{naam}.schema.json": json.dumps(json_schema(cls), ensure_ascii=False, indent=2) + "\n"
        for naam, cls in SCHEMAS.items()
    }
    write_all(uit, {name: text.encode() for name, text in files.items()})
    return tuple(files)
