"""Words for a command line: a tip that names a command can be pasted as it stands."""

from __future__ import annotations

import re
import shlex

_KAAL = re.compile(r"[\w.,/:@%+-]+")
_IN_DUBBELE = re.compile(r'[^"$`\\!%\n]+')


def geciteerd(woord: str) -> str:
    """Return a word as a shell takes it for one.

    In double quotes where these will do, for Windows knows no others.
    """
    if _KAAL.fullmatch(woord) and not woord.startswith("-"):
        return woord
    return f'"{woord}"' if _IN_DUBBELE.fullmatch(woord) else shlex.quote(woord)
