"""The house style: the templates of the engine, and over them those of the dossier."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from convenantwerk.basis.files import SJABLONEN, lees_boom, read_bytes, shown
from convenantwerk.basis.lezer import Lezer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.basis.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Huisstijl:
    """Templates by their path below templates/ ("print.css", "fonts/SourceSans3-Bold.ttf").

    `paden` gives, for the same names, the path as the user sees it: a file of the dossier goes
    before the one that comes with the engine.
    """

    bestanden: Mapping[str, bytes] = field(repr=False)
    paden: Mapping[str, str]


def lees_huisstijl(
    root: Path, lezer: Lezer | None = None
) -> tuple[Huisstijl, tuple[Diagnostic, ...]]:
    """Read the templates for the dossier at `root`; its own go before those of the engine.

    Those of the engine lie as they were installed, which may be by links.
    """
    lezer = lezer or Lezer(root)
    eigen, bevindingen = lezer.boom(root / SJABLONEN)
    paths = {**lees_boom(engine_templates()), **eigen}
    found = list(bevindingen)
    bestanden: dict[str, bytes] = {}
    for name, path in paths.items():
        data, problems = lezer.data(path) if name in eigen else read_bytes(path)
        found += problems
        if data is not None:
            bestanden[name] = data
    return Huisstijl(bestanden, {name: shown(path) for name, path in paths.items()}), tuple(found)


def engine_templates() -> Path:
    """Return the folder of templates that comes with the engine.

    In an installed package they lie inside it; in a clone they are the folder templates/.
    """
    package = Path(str(files("convenantwerk")))
    inside = package / "templates"
    return inside if inside.is_dir() else package.parents[1] / "templates"


def engine_huisstijl(*, papieren: bool = False) -> Huisstijl:
    """Return the templates that come with the engine, for a page that is no paper of a dossier.

    With `papieren` those of papers too, which have their fonts in a folder.
    """
    alle = lees_boom(engine_templates())
    paths = {name: path for name, path in alle.items() if papieren or "/" not in name}
    bestanden = {name: data for name, path in paths.items() if (data := read_bytes(path)[0])}
    return Huisstijl(bestanden, {name: shown(path) for name, path in paths.items()})
