"""Some lines of a file, to be changed without touching a byte besides.

What editors and browsers do to text without asking (line ends, the mark before it, the last line
end) stays as it was in the file.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import field
from difflib import SequenceMatcher
from hashlib import sha256
from typing import TYPE_CHECKING

from convenantwerk.basis.waarde import waarde
from convenantwerk.tekst.boom import elementen
from convenantwerk.tekst.opmerkingen import is_opmerking

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.tekst.boom import Element

_EINDE = re.compile(r"\r\n|\r|\n")
_MEEST = 500  # lines that are matched: that takes time that grows with their square
_REGEL = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


@waarde
class Bronstuk:
    """Lines of a file of text.

    Args:
        data: the whole file, in UTF-8.
        begin: its first line, counted from 0.
        eind: the line behind its last.
    """

    data: bytes = field(repr=False)
    begin: int
    eind: int

    @classmethod
    def heel(cls, data: bytes) -> Bronstuk:
        """Return all lines of a file.

        Raises:
            UnicodeDecodeError: it is no UTF-8.
        """
        return cls(data, 0, len(_regels(data)[1]))

    @property
    def tekst(self) -> str:
        """The lines as one edits them: ended alike, and without blank lines behind."""
        return "\n".join(_kaal(regel) for regel in self._delen()[1])

    @property
    def afdruk(self) -> str:
        """What the file is known by: its sha256."""
        return sha256(self.data).hexdigest()

    def met(self, tekst: str) -> Bronstuk:
        """Return the same lines in the file with another text in the place of these lines.

        Lines that stay keep their own ends, new ones get the end that most lines of the file have.
        """
        voor, regels, na = self._delen()
        gewoon = gewone_regels(tekst)
        nieuw = gewoon.split("\n") if gewoon else []
        oud = [_kaal(regel) for regel in regels]
        if nieuw == oud:
            return self
        einde = _gewoon_einde((*voor, *regels, *na))
        made = [
            regels[plek] if plek is not None else regel + einde
            for regel, plek in zip(nieuw, _gebleven(oud, nieuw), strict=True)
        ]
        # Only the last line may be without an end; whether it is, is as it was.
        made = [regel if _EINDE.search(regel) else regel + einde for regel in made]
        if made and regels and not na and not _EINDE.search(regels[-1]):
            made[-1] = _kaal(made[-1])
        data = "".join((*voor, *made, *na)).encode("utf-8", "surrogatepass")
        return Bronstuk(data, self.begin, self.eind + len(made) - len(regels))

    def _delen(self) -> tuple[list[str], list[str], list[str]]:
        """Return the lines before these, these, and those behind, with their ends."""
        bom, regels = _regels(self.data)
        eind = self.eind
        while eind > self.begin and not regels[eind - 1].strip():
            eind -= 1
        return [bom, *regels[: self.begin]], regels[self.begin : eind], regels[eind:]


def bronstuk(data: bytes, wortels: Iterable[Element], element: Element) -> Bronstuk | None:
    """Return the lines of a titled part, up to the next part in its file; None when it has none.

    What stands before the first part of a file says of that part what is known, and goes with it.

    Args:
        data: the file.
        wortels: what was read from it.
        element: one of those, or of what is below them, by its place.
    """
    lines = sorted({one.position.line for one in elementen(wortels)} - {0})
    line = element.position.line
    if line not in lines:
        return None
    _, regels = _regels(data)
    later = [one for one in lines if one > line]
    begin = _met_opmerkingen(regels, line - 1)
    if line == lines[0] and regels[0].rstrip() == "---":
        begin = 0
    eind = _met_opmerkingen(regels, later[0] - 1) if later else len(regels)
    return Bronstuk(data, begin, eind)


def _met_opmerkingen(regels: Sequence[str], kop: int) -> int:
    """Return where the lines begin of a part with this heading: what is about it, is above it."""
    while kop and is_opmerking(regels[kop - 1]):
        kop -= 1
    return kop


def gewone_regels(tekst: str) -> str:
    """Return a text that was typed with lines that end alike, without blank lines around it."""
    regels = _EINDE.sub("\n", tekst).split("\n")
    vol = [nummer for nummer, regel in enumerate(regels) if regel.strip()]
    return "\n".join(regels[vol[0] : vol[-1] + 1]) if vol else ""


def _regels(data: bytes) -> tuple[str, list[str]]:
    """Return the mark that some editors put before a file, and its lines with their ends."""
    text = data.decode("utf-8")
    kaal = text.removeprefix("\ufeff")
    found = _REGEL.findall(kaal)
    return text[: len(text) - len(kaal)], found[:-1] if len(found) > 1 else found


def _gebleven(oud: Sequence[str], nieuw: Sequence[str]) -> list[int | None]:
    """Return for each new line which of the old it is, None when it is new.

    Between the first and the last that differ, lines are matched when there are not too many.
    """
    kort = min(len(oud), len(nieuw))
    kop = next((n for n in range(kort) if oud[n] != nieuw[n]), kort)
    staart = next((n for n in range(kort - kop) if oud[-1 - n] != nieuw[-1 - n]), kort - kop)
    found: list[int | None] = [*range(kop), *(None for _ in nieuw[kop:])]
    for n in range(1, staart + 1):
        found[-n] = len(oud) - n
    was, wordt = oud[kop : len(oud) - staart], nieuw[kop : len(nieuw) - staart]
    if max(len(was), len(wordt)) <= _MEEST:
        for i, j, size in SequenceMatcher(None, was, wordt, autojunk=False).get_matching_blocks():
            for n in range(size):
                found[kop + j + n] = kop + i + n
    return found


def _kaal(regel: str) -> str:
    return _EINDE.sub("", regel)


def _gewoon_einde(regels: Sequence[str]) -> str:
    ends = Counter(match[0] for regel in regels if (match := _EINDE.search(regel)))
    return ends.most_common(1)[0][0] if ends else "\n"
