"""Where a dossier has characters that no font of its papers has, its own fonts included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.files import SJABLONEN
from convenantwerk.basis.letters import bevinding, in_regels, ongedekt
from convenantwerk.basis.lettertype import reeksen_van
from convenantwerk.basis.yaml_knopen import waarden

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.basis.lettertype import Reeksen
    from convenantwerk.basis.lezer import Lezer

_ONTSNAPT = "\\"  # by which YAML writes a character that one does not see in the file
_OPMAAK = "print.css"
_LETTERTYPES = (".ttf", ".otf")


def zonder_letter(
    text: str, path: str, root: Path | None = None, lezer: Lezer | None = None
) -> Iterator[Diagnostic]:
    """Yield a finding for each line, or value, with characters that no font of a paper has.

    Args:
        text: of a file, Markdown or YAML.
        path: the file as the user sees it.
        root: the folder of the dossier; None when there is none, or the text is of somebody else.
        lezer: what reads its files.
    """
    in_md = path.endswith(".md")
    if not ongedekt(text) and (in_md or _ONTSNAPT not in text):
        return
    zoek = in_regels if in_md else in_waarden
    found = tuple(zoek(text, path, ()))
    if found and root and lezer:  # to read the fonts of a dossier takes longer than its text
        found = tuple(zoek(text, path, eigen_letters(root, lezer)))
    yield from found


def in_waarden(text: str, path: str, eigen: Sequence[Reeksen] = ()) -> Iterator[Diagnostic]:
    """Yield a finding for each value of a file of YAML with characters that no font has.

    What is said behind a `#` is for who reads the file, and goes on no paper.
    """
    lines = text.split("\n")
    for value, line, column in waarden(text):
        if found := ongedekt(value, eigen):
            # A value of one line stands there as it is, or in the escapes of YAML.
            plek = lines[line].find(found[0], column)
            yield bevinding(Position(path, line + 1, max(plek, column) + 1), found)


def eigen_letters(root: Path, lezer: Lezer) -> tuple[Reeksen, ...]:
    """Return the characters of each font in the templates of a dossier that its print.css names.

    A font that no style names is in no paper.
    """
    files, _ = lezer.boom(root / SJABLONEN)
    css = lezer.data(files[_OPMAAK])[0] if _OPMAAK in files else None
    named = (
        lezer.data(path)[0]
        for path in files.values()
        if path.suffix.lower() in _LETTERTYPES and path.name.encode() in (css or b"")
    )
    return tuple(reeksen_van(data) for data in named if data)
