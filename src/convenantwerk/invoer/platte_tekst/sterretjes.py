"""Emphasis as people type it where they cannot make letters bold: *so* and **so**."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.tekst.boom import Nadruk, Tekst

if TYPE_CHECKING:
    from convenantwerk.tekst.boom import Inline

# One stretch between equal stars, which stick to it and to no letter outside; of bounded length,
# so that a line of nothing but stars costs no time.
_NADRUK = re.compile(r"(?<![\w*])(\*{1,3})(?![\s*])([^*\n]{1,300})(?<!\s)\1(?![\w*])")


def met_nadruk(text: str) -> tuple[tuple[Inline, ...], str]:
    """Return a line with its emphasis, and its characters without the stars.

    "2*3*4", "* een punt" and "*) zie onder" have none: what is not surely emphasis stays text.
    """
    delen: list[Inline] = []
    einde = 0
    for match in _NADRUK.finditer(text):
        sterren, woorden = match[1], match[2]
        if not any(letter.isalpha() for letter in woorden):
            continue
        if match.start() > einde:
            delen.append(Tekst(text[einde : match.start()]))
        inhoud: Inline = Tekst(woorden)
        if sterren != "**":
            inhoud = Nadruk("cursief", (inhoud,))
        delen.append(inhoud if sterren == "*" else Nadruk("vet", (inhoud,)))
        einde = match.end()
    if einde < len(text):
        delen.append(Tekst(text[einde:]))
    kaal = _NADRUK.sub(_zonder, text) if einde else text
    return tuple(delen), kaal


def _zonder(match: re.Match[str]) -> str:
    return match[2] if any(letter.isalpha() for letter in match[2]) else match[0]
