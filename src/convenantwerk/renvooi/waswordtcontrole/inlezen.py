"""A was-wordt-tabel that people made: from Word, Markdown or a web page to rows of text."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.files import decoded, read_bytes, shown
from convenantwerk.papier.formaten.docx.cell_text import GeenTabellenError, tabellen

if TYPE_CHECKING:
    from collections.abc import Callable

    from convenantwerk.basis.diagnostics import Diagnostic

MEEST_BYTES = 20_000_000
MEEST_RIJEN = 2_000
_OUD_WORD = b"\xd0\xcf\x11\xe0"  # how a file of Word 97-2003 begins, and any other of that time

Rooster = list[list[str]]


class Ingelezen(NamedTuple):
    """The tables of a file, in order; and why there are none."""

    tabellen: list[Rooster]
    bevindingen: tuple[Diagnostic, ...] = ()


def lees_tabellen(path: Path, naam: str = "") -> Ingelezen:
    """Return the tables of a file that a user names, with the findings when it has none.

    `naam` is what the user calls it, when that is not its path.

    Findings are CV001 and CV002 (it cannot be read), CV313 (no table in it) and CV317 (too large).
    """
    data, found = read_bytes(path, MEEST_BYTES + 1)
    if data is None:
        return Ingelezen([], found)
    path = Path(naam) if naam else path
    position = Position(shown(path))
    if len(data) > MEEST_BYTES:
        grens = f"{MEEST_BYTES // 1_000_000} MB"
        return Ingelezen([], (CODES["CV317"].at(position, grens=grens),))
    soort = path.suffix.lower()
    if data.startswith(_OUD_WORD):
        reden = "het is een bestand van Word 97-2003 (.doc)"
        return Ingelezen([], (CODES["CV313"].at(position, reden=reden),))
    if soort == ".docx" or data.startswith(b"PK"):
        try:
            made = tabellen(data)
        except GeenTabellenError as error:
            return Ingelezen([], (CODES["CV313"].at(position, reden=str(error)),))
    elif soort in _TEKSTEN:
        text, found = decoded(data, path)
        if text is None:
            return Ingelezen([], found)
        made = _TEKSTEN[soort](text)
    else:
        reden = f"'{soort or path.name}' is geen soort bestand dat hier wordt gelezen"
        return Ingelezen([], (CODES["CV313"].at(position, reden=reden),))
    made = [table for table in map(_rechthoek, made) if table]
    if not made:
        reden = "er staat geen tabel in"
        return Ingelezen([], (CODES["CV313"].at(position, reden=reden),))
    if sum(map(len, made)) > MEEST_RIJEN:
        grens = f"{MEEST_RIJEN} rijen"
        return Ingelezen([], (CODES["CV317"].at(position, grens=grens),))
    return Ingelezen(made)


def _rechthoek(table: Rooster) -> Rooster:
    """Return a table of which every row has as many cells; rows without any text left out."""
    breedte = max(map(len, table), default=0)
    rows = [[*rij, *([""] * (breedte - len(rij)))] for rij in table]
    return [rij for rij in rows if any(cel.strip() for cel in rij)]


# --- Markdown ------------------------------------------------------------------------------

_STREEP = re.compile(r"(?<!\\)\|")
_KOPLIJN = frozenset(" \t|:-")
_BR = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LABEL = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_NADRUK = re.compile(r"(?<!\\)(\*{1,3}|~~|\{(?:\+\+|--)|(?:\+\+|--)\})")  # and CriticMarkup
_SCHUIN = re.compile(r"\\([!-/:-@\[-`{-~])")


def _uit_markdown(text: str) -> list[Rooster]:
    found: list[Rooster] = []
    table: Rooster = []
    for line in [*text.split("\n"), ""]:
        if "|" in line and (line.lstrip().startswith("|") or table):
            if "-" not in line or not _KOPLIJN.issuperset(line):
                table.append([_kaal(cel) for cel in _cellen(line)])
        elif table:
            found.append(table)
            table = []
    return found


def _cellen(line: str) -> list[str]:
    line = line.strip().removeprefix("|")
    return _STREEP.split(line[:-1] if line.endswith("|") and not line.endswith("\\|") else line)


def _kaal(cel: str) -> str:
    """Return the words of a cell without the signs of Markdown."""
    text = _LABEL.sub("", _BR.sub("\n", cel))
    return html.unescape(_SCHUIN.sub(r"\1", _NADRUK.sub("", text))).strip()


# --- web pages -----------------------------------------------------------------------------


class _Pagina(HTMLParser):
    """Collects the tables of a page; what stands in a table in a cell belongs to that cell."""

    def __init__(self) -> None:
        super().__init__()
        self.tabellen: list[Rooster] = []
        self._diep = 0
        self._stil = 0
        self._cel: list[str] | None = None
        self._maat = (1, 1)
        self._rij = 0
        self._bezet: dict[tuple[int, int], str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, row or cell."""
        if tag == "table":
            self._diep += 1
            if self._diep == 1:
                self._rij, self._bezet = -1, {}
        elif tag in _STIL:
            self._stil += 1
        elif self._diep == 1 and tag == "tr":
            self._einde_cel()
            self._rij += 1
        elif self._diep == 1 and tag in {"td", "th"}:
            self._einde_cel()
            given = dict(attrs)
            self._cel, self._maat = [], (_getal(given.get("colspan")), _getal(given.get("rowspan")))
        elif self._cel is not None and tag in _REGEL:
            self._cel.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a table, row or cell."""
        if tag in _STIL:
            self._stil = max(0, self._stil - 1)
        elif tag == "table" and self._diep:
            if self._diep == 1:
                self._einde_cel()
                self._sluit()
            self._diep -= 1
        elif self._diep == 1 and tag in {"td", "th", "tr"}:
            self._einde_cel()

    def handle_data(self, data: str) -> None:
        """Add words to the cell; a line of the file is no line of the cell."""
        if self._cel is not None and not self._stil:
            self._cel.append(re.sub(r"[ \t\r\n\f]+", " ", data))

    def _einde_cel(self) -> None:
        if self._cel is None:
            return
        text = "\n".join(line.strip(" ") for line in "".join(self._cel).split("\n")).strip("\n ")
        self._cel = None
        self._rij = max(self._rij, 0)
        kolom = 0
        while (self._rij, kolom) in self._bezet:
            kolom += 1
        breed, hoog = self._maat
        for row in range(self._rij, self._rij + hoog):
            for column in range(kolom, kolom + breed):
                self._bezet.setdefault((row, column), text)

    def _sluit(self) -> None:
        rows = [[""] * 0 for _ in range(self._rij + 1)]
        for (row, column), text in sorted(self._bezet.items()):
            if row <= self._rij:
                rows[row] += [""] * (column - len(rows[row])) + [text]
        if rows:
            self.tabellen.append(rows)


_STIL = frozenset({"script", "style", "template"})
_REGEL = frozenset({"br", "p", "div", "li", "tr"})
_MEEST_CELLEN = 50  # so many columns or rows a cell may cover


def _getal(value: str | None) -> int:
    text = (value or "").strip()
    known = text.isascii() and text.isdigit() and len(text) <= len(str(_MEEST_CELLEN))
    return min(max(int(text), 1), _MEEST_CELLEN) if known else 1


def _uit_html(text: str) -> list[Rooster]:
    page = _Pagina()
    page.feed(text)
    page.close()
    return page.tabellen


_TEKSTEN: dict[str, Callable[[str], list[Rooster]]] = {
    ".md": _uit_markdown,
    ".markdown": _uit_markdown,
    ".txt": _uit_markdown,
    ".html": _uit_html,
    ".htm": _uit_html,
}
