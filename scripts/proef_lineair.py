"""Measures how the time that a text takes grows with its length.

`scripts/lineair [TEKEN]` tries every text of scripts/nare_teksten.py whose name
holds TEKEN, at four lengths up to 64,000 characters, through all that `controleer` does. It prints
the times and the exponent that fits them (1 is linear, 2 the square), and ends with 1 when one of
them is above 1.2.
"""

from __future__ import annotations

import gc
import math
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.controleer import Uitslag, controleer
from nare_teksten import TEKSTEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

GRENS = 1.2
OP = date(2026, 1, 1)
_LENGTES = (8_000, 16_000, 32_000, 64_000)
_POGINGEN = 12  # what else the machine does makes a time longer, never shorter
_CONVENANT = """titel: Proef
samenwerkingsverband: Proef
citeertitel: Proef
editie: proef
delen: [voorwerk]
"""


class Meting(NamedTuple):
    """The shortest times in seconds, of each length, and the exponent that fits them."""

    times: tuple[float, ...]
    exponent: float


def maak_dossier(folder: Path, text: str) -> Path:
    """Write a dossier that holds one text; return its folder."""
    path = folder / "convenant" / "voorwerk" / "01-tekst.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    (folder / "convenant" / "convenant.yaml").write_text(_CONVENANT, encoding="utf-8")
    registers = folder / "convenant" / "registers"
    registers.mkdir(exist_ok=True)
    for naam in ("partners", "ondertekenaars"):
        (registers / f"{naam}.yaml").write_text(f"{naam}: []\n", encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    return folder


def controle(folder: Path, text: str) -> Uitslag:
    """Check a dossier that holds one text, from its files on."""
    return controleer(Geopend(maak_dossier(folder, text), OP))


def groei(
    act: Callable[[str], object], maker: Callable[[int], str], lengtes: Sequence[int]
) -> Meting:
    """Measure what is done with texts of several lengths, again when it seems to grow too fast.

    Args:
        act: what is measured.
        maker: makes a text of about so many characters.
        lengtes: those to try; they rise.
    """
    texts = [maker(lengte) for lengte in lengtes]
    times = [math.inf] * len(texts)
    act(texts[0])  # what is imported at first use is no part of any of them
    for _ in range(_POGINGEN):
        for number, text in enumerate(texts):
            times[number] = min(times[number], _duur(act, text))
        if exponent([len(text) for text in texts], times) <= GRENS:
            break
    return Meting(tuple(times), exponent([len(text) for text in texts], times))


def _duur(act: Callable[[str], object], text: str) -> float:
    gc.collect()
    gc.disable()
    begin = time.process_time()
    act(text)
    gc.enable()
    return time.process_time() - begin


def exponent(lengtes: Sequence[int], times: Sequence[float]) -> float:
    """Return how times grow with lengths: the slope of the line that fits their logarithms."""
    across, up = [math.log(n) for n in lengtes], [math.log(t) for t in times]
    middle, height = sum(across) / len(across), sum(up) / len(up)
    steps = [x - middle for x in across]
    return sum(step * (y - height) for step, y in zip(steps, up, strict=True)) / sum(
        step * step for step in steps
    )


def main() -> None:
    """Measure, print, and fail when something is not linear."""
    gekozen = [naam for naam in TEKSTEN if all(teken in naam for teken in sys.argv[1:])]
    slecht = 0
    with TemporaryDirectory() as name:
        for naam in gekozen:
            meting = groei(lambda text: controle(Path(name), text), TEKSTEN[naam], _LENGTES)
            slecht += meting.exponent > GRENS
            times = " ".join(f"{seconds * 1000:9.1f}" for seconds in meting.times)
            print(f"{naam:28} {meting.exponent:5.2f} {times}  ms", flush=True)
    if slecht:
        sys.exit(f"{slecht} van de {len(gekozen)} teksten kosten meer dan lengte ** {GRENS}")


if __name__ == "__main__":
    main()
