"""Of which words, at its place, a finding speaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic

_AANHALING = re.compile(r"'([^'\n]+)'")
_VELD = re.compile(r"\[[^\]\n]*\]")
_MERK = re.compile(r"[\W_]*")  # a dash, the signs of a heading


_KORTST = 4  # characters of words that can be told from others anywhere
_LANGST = 1_000  # characters of a text that are looked at: more than any words have


def aangehaald(found: Diagnostic, tekst: str, at: int) -> tuple[int, int]:
    """Return where in a text the words begin and end that a finding is about; (at, at) for none.

    Args:
        found: the finding.
        tekst: the line, or the sentence, that it is in.
        at: where in that. The words stand there or around it; those that go on after the text
            count as far as they go.
    """
    vanaf = tekst[at : at + _LANGST]
    rest = vanaf.rstrip()
    match = _MERK.match(vanaf)
    for woorden in genoemd(found):
        for begin in dict.fromkeys((0, match.end() if match else 0)):
            if vanaf.startswith(woorden, begin) and _heel(tekst, at + begin, len(woorden)):
                return at + begin, at + begin + len(woorden)
            if rest[begin:] and woorden.startswith(f"{rest[begin:]} "):
                return at + begin, at + len(rest)
    if veld := _VELD.match(vanaf):
        return at, at + veld.end()
    for woorden in genoemd(found):
        begin = tekst.rfind(woorden, max(at - len(woorden), 0), at + len(woorden))
        if begin >= 0 and _heel(tekst, begin, len(woorden)):
            return begin, begin + len(woorden)
    return at, at


def ergens(found: Diagnostic, tekst: str) -> tuple[int, int]:
    """Return where in a text the first words begin and end that a finding names; (0, 0) for none.

    Short ones, such as a sign or "en", are anywhere and say nothing.
    """
    for woorden in genoemd(found):
        begin = tekst.find(woorden) if len(woorden) >= _KORTST else -1
        if begin >= 0 and _heel(tekst, begin, len(woorden)):
            return begin, begin + len(woorden)
    return 0, 0


def _heel(tekst: str, begin: int, lang: int) -> bool:
    """Tell whether words are no part of longer ones."""
    voor, na = tekst[max(begin - 1, 0) : begin + 1], tekst[begin + lang - 1 : begin + lang + 1]
    return not ((begin and voor.isalnum()) or (len(na) > 1 and na.isalnum()))


def genoemd(found: Diagnostic) -> Iterator[str]:
    """Yield the words that a finding names, those that it is about first."""
    if found.onderwerp:
        yield found.onderwerp
    yield from _AANHALING.findall(found.melding)
