"""Spaces of every kind, where they show how a text is built.

Text that is pasted from elsewhere brings hard, thin and wide spaces along. At the begin of a line,
after the signs of a heading or a note, and in the rule under the head of a table they are made
ordinary ones, each in its own column; within sentences they stay as they are written.
"""

from __future__ import annotations

import re

# What Unicode calls a space (Zs), the ordinary one apart.
SPATIES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ANDERS = re.compile(f"[{SPATIES}]")
_BEGIN = re.compile(r"(?:\s*(?:#{1,6}(?=\s)|\[\^[^\]\s]+\]:)?\s*)?")
_REGEL = re.compile(r"[|:\-\s]*")
_KOPEINDE = re.compile(r"\s+$")


def met_gewone_spaties(text: str) -> str:
    """Return a text in which all that parts its pieces is an ordinary space, equally long."""
    if not _ANDERS.search(text):
        return text
    return "\n".join(_regel(line) for line in text.split("\n"))


def _regel(line: str) -> str:
    if _REGEL.fullmatch(line):
        return _ANDERS.sub(" ", line)
    begin = _BEGIN.match(line)
    at = begin.end() if begin else 0
    start, rest = _ANDERS.sub(" ", line[:at]), line[at:]
    if start.lstrip().startswith("#"):
        rest = _KOPEINDE.sub(lambda match: _ANDERS.sub(" ", match.group()), rest)
    return start + rest
