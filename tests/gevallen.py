"""Cases a lawyer can write: a Markdown file of titles, sources and expected outcomes."""

from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).parent / "cases"


class Geval(NamedTuple):
    """One case; `verwacht` are the lines of its list."""

    titel: str
    bron: str
    verwacht: list[str]


def gevallen(naam: str) -> list[Geval]:
    """Read tests/cases/<naam>.md."""
    text = (CASES / f"{naam}.md").read_text(encoding="utf-8")
    # The source of a case is quoted, so a heading in it does not begin a case.
    return [_geval(block) for block in text.split("\n## ")[1:]]


def _geval(block: str) -> Geval:
    titel, *lines = block.split("\n")
    bron = "\n".join(line[1:].removeprefix(" ") for line in lines if line.startswith(">"))
    return Geval(titel, bron, [line[2:] for line in lines if line.startswith("- ")])
