"""Text as Markdown that shows it as it is: the one place where what papers say is escaped.

Two readers are written for. A paper in Markdown goes to any program, so that only signs of
CommonMark, its tables and footnotes, HTML and CriticMarkup are escaped (`escaped`, `started`,
`address`). A value in a letter is read back by the reader of the sources, which knows more kinds
of lists and may find the value anywhere on a line (`literal`).
"""

from __future__ import annotations

import re

# Every sign by which Markdown, its tables and footnotes, HTML or CriticMarkup could begin.
_SIGNS = re.compile(r"[\\`*_\[\]<>{}|~#]|&(?=#?\w)|!(?=\[)")
# Every start of a line that would make it something other than a line of a paragraph.
_START = re.compile(r"^(?P<wit>[ \t]*)(?:(?P<nummer>\d{1,9})(?P<punt>[.)])|(?P<streep>[-+=:]))")
# What means something in a source, anywhere or where a line begins ("1.", "a)", "- ").
_SOURCE = re.compile(r"[\\`*_\[\]<>&#|~^{}]")
_SOURCE_START = re.compile(r"^(\w{0,5}\s*)([-+=.):]|[\u2013\u2014\u2022])")


def escaped(text: str) -> str:
    """Return text in which no sign is markup, save at the start of a line (`started`)."""
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", text)


def started(text: str) -> str:
    """Return a line of escaped text that cannot begin anything but a paragraph."""
    match = _START.match(text)
    if match is None:
        return text.lstrip(" \t")
    rest = text[match.end() :]
    if match["nummer"] is None:
        return f"\\{match['streep']}{rest}"
    if rest[:1].strip():  # "8.4" and "1.000" begin no list
        return text.lstrip(" \t")
    return f"{match['nummer']}\\{match['punt']}{rest}"


def address(name: str) -> str:
    """Return the name of a file as an address of Markdown."""
    return re.sub(r"[^\w./-]", lambda sign: "".join(f"%{b:02X}" for b in sign[0].encode()), name)


def literal(value: object) -> str:
    """Return a value as source text that shows it as it is, on one line.

    A space before it stays: some words follow others only when they are there at all.
    """
    text = str(value)
    line = " ".join(text.split())
    before = " " if text.startswith(" ") and line else ""
    return before + _SOURCE_START.sub(r"\1\\\2", _SOURCE.sub(r"\\\g<0>", line))
