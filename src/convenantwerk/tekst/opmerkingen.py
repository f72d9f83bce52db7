"""Comments in a source: a line that says of the words beside it that a finding is right as it is.

`<!-- goed: CV121, omdat het overleg zo heet -->` is no text. It stands on a line of its own, above
the heading, alinea, onderdeel or table that it is about, or below it. Any other comment would be
printed, for the source format knows no HTML; that is a finding, and so is one beside nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.diagnostics import NERGENS, Position
from convenantwerk.basis.waarde import waarde

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.tekst.inhoud import Bron

_BEGIN = "<!--"
_GOED = re.compile(  # every repetition is bounded or of other signs than what follows it
    r"\s*<!--\s*goed:\s*(?P<code>CV\d{3})"
    r"(?:\s+'(?P<woorden>(?:[^']|'(?!,?\s+omdat\s)){1,200})')?"  # "foto's" has one too
    r",?\s+omdat\s+(?P<waarom>(?!-->)\S(?:(?!-->).){0,500})-->\s*"
)
_GEDRUKT = re.compile(r"(?<!\\)<!--")
_MEEST = 20  # above one another
_NOOT = re.compile(r"\[\^[^\]]+\]:")
# What may stand directly above an opmerking that is about the alinea below it.
_KOP_OF_REGEL = re.compile(r"[ \t]*(?:#{1,6}(?=\s)|---[ \t]*$)")


@waarde
class Opmerking:
    """What a source says of a finding at some words: that it is right as it is, and why.

    Args:
        code: of the finding.
        waarom: the reason, a piece of a sentence that follows "omdat".
        woorden: what the finding is about, "" for all of that code.
        position: where it stands.
        regels: the first and the last line that it is about, counted from 1.
    """

    code: str
    waarom: str
    woorden: str = ""
    position: Position = NERGENS
    regels: tuple[int, int] = (0, 0)


class Los(NamedTuple):
    """An opmerking that was not put beside anything yet; lines count from 0.

    Args:
        opmerking: what it says.
        ervoor: the line above it that is no opmerking, -1 when that is empty.
    """

    opmerking: Opmerking
    ervoor: int


def zonder_opmerkingen(bron: Bron) -> str:
    """Keep the opmerkingen of a file apart, and return its text with empty lines in their place."""
    lines = bron.lines
    if not any(_BEGIN in line for line in lines):
        return "\n".join(lines)
    kop = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    eerste = kop[1] + 1 if kop[:1] == [0] and len(kop) > 1 else 0  # what is before is no Markdown
    voor = kop[0] if len(kop) > 1 and all(map(_GOED.fullmatch, lines[: kop[0]])) else 0
    text = list(lines)
    for number in range(eerste, len(lines)):
        if match := _GOED.fullmatch(lines[number]):
            text[number] = ""
            if number < voor:
                reden = "zij staat boven de gegevens van het bestand, en die horen bovenaan"
                bron.report("CV119", bron.position(number), reden=reden)
            else:
                _leg_apart(bron, number, match)
        elif found := _GEDRUKT.search(lines[number]):
            bron.report("CV118", bron.position(number, found.start()))
    return "\n".join(text)


def losse_opmerkingen(bron: Bron) -> None:
    """Report the opmerkingen that were beside nothing that was read."""
    for (buur, _), here in bron.opmerkingen.items():
        reden = "direct onder of boven haar staat geen kop, alinea, onderdeel of tabel"
        if buur >= 0 and _NOOT.match(bron.lines[buur]):
            reden = "over een noot gaat zij bij de alinea of tabel die de noot aanroept"
        for los in here:
            bron.report("CV119", los.opmerking.position, reden=reden)


def _leg_apart(bron: Bron, number: int, match: re.Match[str]) -> None:
    column = len(match[0]) - len(match[0].lstrip())
    woorden = match["woorden"] or ""
    position = bron.position(number, column)
    onder, boven = (_buur(bron.lines, number, step) for step in (1, -1))
    los = Los(Opmerking(match["code"], match["waarom"].strip(), woorden, position), boven)
    is_boven = onder >= 0
    bron.opmerkingen.setdefault((onder if is_boven else boven, is_boven), []).append(los)


def splitst(lines: Sequence[str], ervoor: int) -> bool:
    """Tell whether what stands above an opmerking would have run on in the alinea below it."""
    return ervoor >= 0 and not _KOP_OF_REGEL.match(lines[ervoor])


def geschreven(opmerkingen: Sequence[Opmerking]) -> list[str]:
    """Return opmerkingen as the lines of a source."""
    bij = (f" '{one.woorden}'" if one.woorden else "" for one in opmerkingen)
    return [
        f"<!-- goed: {one.code}{woorden}, omdat {one.waarom} -->"
        for one, woorden in zip(opmerkingen, bij, strict=True)
    ]


def is_opmerking(line: str) -> bool:
    """Tell whether a line of a source is no text but an opmerking."""
    return _GOED.fullmatch(line.rstrip("\r\n")) is not None


def _buur(lines: Sequence[str], number: int, step: int) -> int:
    """Return the nearest line that is no opmerking, -1 when that is empty or not there."""
    for at in range(number + step, number + step * (_MEEST + 1), step):
        if not 0 <= at < len(lines) or not lines[at].strip():
            return -1
        if not _GOED.fullmatch(lines[at]):
            return at
    return -1
