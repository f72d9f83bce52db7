"""Makes src/convenantwerk/basis/lettertabel.py: the characters that the fonts of the house have.

`python scripts/maak_letters.py` writes it again after a font in templates/fonts was replaced.

Every style of Source Sans 3 has the same ones, and takes over what Source Serif 4 does not have
(templates/print.css); so what counts is what Source Sans 3 has.
"""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap

from convenantwerk.basis.lettertype import Reeksen, reeksen_van

ROOT = Path(__file__).parents[1]
TABEL = ROOT / "src" / "convenantwerk" / "basis" / "lettertabel.py"
LETTERTYPE = "SourceSans3-*.ttf"
_BREED = 88  # characters of a line of the table


def tekens() -> set[int]:
    """Return the characters that every style has."""
    fonts = [path.read_bytes() for path in (ROOT / "templates" / "fonts").glob(LETTERTYPE)]
    return set.intersection(*(_in(reeksen_van(data)) for data in fonts))


def _in(font: Reeksen) -> set[int]:
    pairs = zip(font.begins, font.einden, strict=True)
    return {number for one, last in pairs for number in range(one, last + 1)}


def reeksen(found: set[int]) -> list[str]:
    """Return characters as ranges: "20-7e"."""
    begins = sorted(number for number in found if number - 1 not in found)
    ends = sorted(number for number in found if number + 1 not in found)
    return [f"{one:x}-{last:x}" for one, last in zip(begins, ends, strict=True)]


def tabel() -> str:
    """Return the module."""
    lines = "\n".join(f'    "{line} "' for line in wrap(" ".join(reeksen(tekens())), _BREED))
    title = "The characters that the fonts of the house have: made by scripts/maak_letters.py."
    return f'"""{title}"""\n\nLETTERS = (\n{lines}\n)\n'


if __name__ == "__main__":
    TABEL.write_text(tabel(), encoding="utf-8")
    print(f"{TABEL.relative_to(ROOT)}: {len(tekens())} tekens")
