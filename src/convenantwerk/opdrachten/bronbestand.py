"""A source that people keep, written anew: only when it is still as it was read."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import shown
from convenantwerk.basis.lezer import Lezer
from convenantwerk.basis.slot import slot
from convenantwerk.basis.stage import Stage, commit, unwritable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.geopend.geopend import Geopend

T = TypeVar("T")
_PLAATS = re.compile(r"(?<=\.md)(?::\d+)+|(?<=\.yaml)(?::\d+)+")  # another that it names


def vervang_bestand(
    geopend: Geopend, pad: str, was: bytes, wordt: bytes, nieuw: Mapping[str, bytes] | None = None
) -> None:
    """Write a file of the dossier, with what is new beside it, and forget what was read.

    Args:
        geopend: the dossier.
        pad: the file, below its folder.
        was: what it held when it was read.
        wordt: what it comes to hold.
        nieuw: files that come with it, by their path below that folder.

    Raises:
        ConvenantwerkError: CV910, another is writing; CV911, the file is another by now; CV901.
    """
    root = geopend.root
    try:
        with Stage(root) as stage:
            for naam, data in {**(nieuw or {}), pad: wordt}.items():
                stage.add(naam, data)
            with slot(stage.home):
                if Lezer(root).data(root / pad)[0] != was:
                    raise ConvenantwerkError("CV911", pad=shown(root / pad))
                commit(stage)
    except OSError as error:
        raise unwritable(root, error) from error
    geopend.vernieuw()


def vervang_bestanden(geopend: Geopend, bestanden: Mapping[str, bytes]) -> None:
    """Write files of the dossier that were proposed: all of them or none.

    Raises:
        ConvenantwerkError: CV910, another is writing; CV911, a file is another by now; CV901.
    """
    try:
        with Stage(geopend.root) as stage:
            for pad, data in bestanden.items():
                stage.add(pad, data)
            with slot(stage.home):
                geopend.eis_ongewijzigd()
                commit(stage)
    except OSError as error:
        raise unwritable(geopend.root, error) from error


def erbij(these: Sequence[Diagnostic], those: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return what is found here more often than there; where in its file does not matter."""
    return vaker(these, those, _wat)


def vaker(these: Iterable[T], those: Iterable[T], wat: Callable[[T], object]) -> tuple[T, ...]:
    """Return what is here more often than there; two are the same when `wat` says so."""
    rest = Counter(map(wat, those))
    found = []
    for one in these:
        if rest[wat(one)] > 0:
            rest[wat(one)] -= 1
        else:
            found.append(one)
    return tuple(found)


def _wat(one: Diagnostic) -> tuple[str, str, str]:
    """Return by what a finding is known: its words, not how often they stand elsewhere too."""
    return one.position.path, one.code, one.onderwerp or _PLAATS.sub("", one.melding)
