"""Findings as SARIF 2.1.0, which editors and other programs read."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from convenantwerk import __version__
from convenantwerk.basis.aangehaald import aangehaald
from convenantwerk.basis.codes import CODES
from convenantwerk.basis.codes.namen import NAMEN
from convenantwerk.basis.files import zonder_map

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.basis.bronregel import Bronregels
    from convenantwerk.basis.diagnostics import Ernst, Position
    from convenantwerk.opdrachten.controleer import Uitslag
    from convenantwerk.stukken.rapportregels import Rapportregel

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_NIVEAU: Mapping[Ernst, str] = {"fout": "error", "waarschuwing": "warning", "hint": "note"}
_MAP = "DOSSIER"  # what addresses of files are below; where that lies is nobody's business


def as_sarif(uitslag: Uitslag, root: Path, regels: Bronregels) -> str:
    """Return the findings as SARIF, with no path of the computer in it.

    Args:
        uitslag: the findings.
        root: the folder of the dossier, below which files are named.
        regels: the lines of its files, which tell where the words of a finding end.
    """
    codes = sorted({found.code for found in uitslag.diagnostics})
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "convenantwerk",
                "version": __version__,
                "semanticVersion": __version__,
                "language": "nl",
                "rules": [_rule(code) for code in codes],
            }
        },
        "originalUriBaseIds": {_MAP: {"description": {"text": "de map van het dossier"}}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(regel, codes.index(regel.bevinding.code), root, regels)
            for regel in uitslag.regels
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(naam: str) -> dict[str, Any]:
    code = CODES[naam]
    return {
        "id": naam,
        "name": NAMEN.get(naam, naam),
        "shortDescription": {"text": NAMEN.get(naam, naam)},
        "defaultConfiguration": {"level": _NIVEAU[code.ernst]},
    }


def _result(regel: Rapportregel, index: int, root: Path, regels: Bronregels) -> dict[str, Any]:
    found = regel.bevinding
    tip = found.tip if found.tip.endswith((".", "?")) else f"{found.tip}."
    said = zonder_map(root, f"{found.melding}. Tip: {tip}")
    wat = f"{found.code}\n{regel.adres}\n{found.onderwerp or zonder_map(root, found.melding)}"
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": _NIVEAU[found.ernst],
        "message": {"text": said},
        # The same finding has the same print, whatever line it comes to stand on.
        "partialFingerprints": {"convenantwerk/1": sha256(wat.encode()).hexdigest()},
    }
    location: dict[str, Any] = {}
    if adres := _adres(found.position, root):
        location["physicalLocation"] = {
            "artifactLocation": {"uri": adres, "uriBaseId": _MAP},
            **_region(regel, regels),
        }
    if regel.adres:
        location["logicalLocations"] = [
            {"name": regel.plaats, "fullyQualifiedName": regel.adres, "kind": "element"}
        ]
    return result | ({"locations": [location]} if location else {})


def _region(regel: Rapportregel, regels: Bronregels) -> dict[str, Any]:
    at = regel.bevinding.position
    if not at.line:
        return {}
    region: dict[str, Any] = {"startLine": at.line}
    if at.column:
        region["startColumn"] = at.column
        begin, einde = aangehaald(regel.bevinding, regels.regel(at), at.column - 1)
        if einde > begin:
            region |= {"startColumn": begin + 1, "endColumn": einde + 1}
    return {"region": region}


def _adres(position: Position, root: Path) -> str:
    """Return the address of a file from the folder of the dossier, "" for one outside it."""
    path, folder = Path(position.path).absolute(), root.absolute()
    if not position.path or not path.is_relative_to(folder):
        return ""
    return quote(path.relative_to(folder).as_posix())
