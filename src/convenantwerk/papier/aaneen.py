"""What stays together on a line: an amount, a date, a time of day, and a word with its number.

And what is broken without a hyphen when it must be, for that would be read as part of it: an
address of mail or of a page.

Where such words end a line, they go to the next one whole. The text itself does not change: a page
keeps them together by its style, and only a Word file, which knows no other way, by no-break
spaces; a page has one where only the number of an amount is marked. References ("artikel 5") get
none of those; who looks for one in a Word file must find it. Nor is there a hyphen in Word that
is the same to who looks for "'s-Gravenhage".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.datum import MAANDEN

if TYPE_CHECKING:
    from collections.abc import Iterator

HARD = "\u00a0"  # a space at which no line ends
# Of bounded length, for whatever cannot be broken must fit in the column of a table.
_BEDRAG_OF_TIJD = (
    r"(?:€|EUR) \d[\d.,]{0,14}(?<![.,])(?:,-)?"
    rf"|\d{{1,2}} (?:{'|'.join(MAANDEN)})(?: \d{{4}})?"
    r"|\d{1,2}[.:]\d\d uur"
)
_OP_EEN_BLADZIJDE = (
    r"(?i:artikel(?:en)?|hoofdstuk(?:ken)?|paragraaf|paragrafen|deel|delen|bijlagen?|lid|leden)"
    r" \d{1,3}[a-z]{0,2}(?:[.:]\d{1,3}[a-z]{0,2}){0,2}"
    r"|(?:onder|onderdeel|sub) [a-z]"
    r"|['\u2019]s-\w{1,15}"  # 's-Hertogenbosch
    r"|(?<![-/])\d{4}-\d\d-\d\d(?![-/])"  # a version that is called by its day
)
_ADRES = (
    r"[\w.+-]{1,64}@[\w.-]{1,250}(?<![.-])"
    r"|(?:https?://|www\.)[^\s<>()“”\"]{1,250}(?<![.,;:])"
)
_STUKKEN, _IN_WORD = (
    re.compile(rf"(?<![\w.,])(?:{wat})(?!\w)")
    for wat in (
        f"(?P<vast>{_BEDRAG_OF_TIJD}|{_OP_EEN_BLADZIJDE})|(?P<adres>{_ADRES})",
        _BEDRAG_OF_TIJD,
    )
)

# Of an amount that changed only the number is marked, and that is a text of its own.
_HALF_BEDRAG = re.compile(r"(?<![\w.,])(€|EUR) $")

Breken = Literal["", "vast", "adres"]  # as any text, not at all, and without a hyphen


def gebroken(text: str) -> Iterator[tuple[str, Breken]]:
    """Yield the pieces of a text in order, each with how it may be broken."""
    end = 0
    for match in _STUKKEN.finditer(text):
        if match.start() > end:
            yield text[end : match.start()], ""
        yield match[0], "vast" if match["vast"] else "adres"
        end = match.end()
    if end < len(text):
        yield text[end:], ""


def met_harde_spaties(text: str) -> str:
    """Return a text in which amounts, dates and times have no-break spaces."""
    return met_getal(_IN_WORD.sub(lambda match: match[0].replace(" ", HARD), text))


def met_getal(text: str) -> str:
    """Return a text that keeps a "€" at its end on the line of the number in the next text.

    On a page too: no style of a space keeps together what stands in two elements.
    """
    return _HALF_BEDRAG.sub(rf"\1{HARD}", text)


def langste(text: str) -> int:
    """Return the number of characters of the longest word of a text."""
    return max(map(len, text.split()), default=0)


def langste_geheel(text: str) -> int:
    """Return the number of characters of the longest piece that stays together; 0 for none."""
    return max((len(piece) for piece, hoe in gebroken(text) if hoe == "vast"), default=0)
