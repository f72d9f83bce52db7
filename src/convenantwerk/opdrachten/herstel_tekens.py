"""`convenant controleer --herstel-tekens`: ordinary signs for those that only seem to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.basis.files import shown
from convenantwerk.basis.schijntekens import Schijnteken, gewoon_te_maken, hersteld
from convenantwerk.basis.tekens import nummer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convenantwerk.geopend.geopend import Geopend

_MAPPEN = ("convenant", "addenda")
_SOORTEN = (".md", ".yaml")
# What is adopted, bound, or called by what stands in it (CV224), stays as it is.
_BLIJFT = ("convenant/versies/", "convenant/verklaringen/", "convenant/registers/gebeurtenissen")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Tekenherstel:
    """What would change, in sentences with their places, and the files as they would be.

    Args:
        regels: each word that changes: "convenant/x.md:3:7: 'ver<U+00AD>zonnen' wordt 'verzonnen'".
        bestanden: by their path below the folder of the dossier.
    """

    regels: tuple[str, ...]
    bestanden: Mapping[str, bytes]


def stel_herstel_voor(geopend: Geopend) -> Tekenherstel:
    """Return what would change in the texts, addenda and registers of a dossier."""
    regels: list[str] = []
    bestanden: dict[str, bytes] = {}
    for folder in _MAPPEN:
        for naam, path in geopend.lezer.boom(geopend.root / folder)[0].items():
            pad = f"{folder}/{naam}"
            if pad.startswith(_BLIJFT) or not naam.endswith(_SOORTEN):
                continue
            data = geopend.lezer.data(path)[0] or b""
            begin, text = _zonder_bom(data.decode("utf-8", "surrogateescape"))
            nieuw = hersteld(text)
            if nieuw != text:
                bestanden[pad] = (begin + nieuw).encode("utf-8", "surrogateescape")
                regels += (f"{shown(path)}:{zin}" for zin in _zinnen(text))
    return Tekenherstel(tuple(regels), bestanden)


def _zonder_bom(text: str) -> tuple[str, str]:
    """Part the mark that some editors put before a file from the text."""
    return (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)


def _zinnen(text: str) -> Iterator[str]:
    """Yield each word that changes, with its line and column."""
    for number, line in enumerate(text.split("\n"), 1):
        end = 0
        found = gewoon_te_maken(line)
        for teken in found:
            if teken.begin < end:
                continue
            begin = line.rfind(" ", 0, teken.begin) + 1
            end = next((n for n in range(teken.einde, len(line)) if line[n] == " "), len(line))
            was = _getoond(line, begin, end, found)
            yield f"{number}:{teken.begin + 1}: '{was}' wordt '{hersteld(line[begin:end]).strip()}'"


def _getoond(line: str, begin: int, end: int, found: list[Schijnteken]) -> str:
    """Return a piece of a line in which the signs that change are shown by their numbers."""
    anders = {n for teken in found for n in range(teken.begin, teken.einde)}
    return "".join(
        f"<{nummer(line[n])}>" if n in anders and not line[n].isascii() else line[n]
        for n in range(begin, end)
    ).strip()
