"""The findings of a dossier on the terminal: by file and kind, each with its line in the file."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.aangehaald import aangehaald
from convenantwerk.basis.codes.namen import NAMEN
from convenantwerk.basis.diagnostics import MEERVOUD, op_volgorde, telling
from convenantwerk.basis.tekens import zichtbaar
from convenantwerk.cli.tabel import lengte, terminalbreedte, toon_zin
from convenantwerk.cli.weergave import toon_melding, toon_tip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.basis.bronregel import Bronregels
    from convenantwerk.basis.diagnostics import Diagnostic

_IN = "    "
_ZWAARTE = tuple(MEERVOUD)
_WEG = "…"
_WEINIG = 10


def toon_bevindingen(diagnostics: Sequence[Diagnostic], regels: Bronregels) -> None:
    """Print findings by file, the gravest kind of each first; a tip that returns is told once.

    Args:
        diagnostics: in the order of their files.
        regels: the lines of those files.
    """
    gezegd: set[tuple[str, str]] = set()
    ruimte = terminalbreedte() - len(_IN)
    for pad, groep in groupby(diagnostics, key=lambda found: found.position.path):
        found = per_soort(groep)
        if pad and len(found) > 1:
            naam = f"{zichtbaar(pad)}:"
            mooi = {naam: click.style(naam, bold=True)}
            toon_zin(f"{naam} {telling(found)}", vervolg=_IN, opgemaakt=mooi)
        for one in found:
            toon_melding(one)
            for regel in bronbeeld(one, regels.regel(one.position), ruimte):
                click.echo(_IN + regel)
            if (one.code, one.tip) not in gezegd:
                gezegd.add((one.code, one.tip))
                toon_tip(one)
        click.echo()


def toon_telling(diagnostics: Sequence[Diagnostic]) -> None:
    """Print of each gravity the kinds that were found, when they are more than fit on a screen."""
    if len(diagnostics) <= _WEINIG:
        return
    for ernst in _ZWAARTE:
        codes = Counter(found.code for found in diagnostics if found.ernst == ernst)
        soorten = [f"{NAMEN.get(code, code)} ({n})" for code, n in codes.most_common()]
        if soorten:
            kop = MEERVOUD[ernst] if codes.total() > 1 else ernst
            toon_zin(f"{kop.capitalize()}: {', '.join(soorten)}.", vervolg=_IN)


def per_soort(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings of a file by kind: the gravest first, then what comes first in it."""
    found = op_volgorde(diagnostics)
    eerst: dict[tuple[str, str], int] = {}
    for number, one in enumerate(found):
        eerst.setdefault((one.ernst, one.code), number)

    def plaats(one: Diagnostic) -> tuple[int, int]:
        return _ZWAARTE.index(one.ernst), eerst[one.ernst, one.code]

    return sorted(found, key=plaats)


def bronbeeld(found: Diagnostic, regel: str, ruimte: int) -> tuple[str, ...]:
    """Return a line of a file and under it carets at the words of a finding; nothing for no line.

    What does not fit is left out around the words, with "…" in its place; what one would not see,
    or a terminal would obey, stands there as its number.

    Args:
        found: the finding, which is in that line.
        regel: the line.
        ruimte: how many places of the terminal there are.
    """
    kolom = found.position.column
    if not regel.strip() or kolom > len(regel) + 1:
        return ()
    at, einde = aangehaald(found, regel, kolom - 1) if kolom else (0, 0)
    lang = max(einde - at, 1 if kolom else 0)
    # Of more characters than there are places not all can be seen, whatever they are.
    voor = regel[max(at - ruimte, 0) : at]
    voor = voor.lstrip() if at <= ruimte else voor
    woorden = regel[at : at + min(lang, ruimte)]
    na = regel[at + len(woorden) : at + len(woorden) + ruimte].rstrip()
    links, midden, rechts = _gesneden(_tekens(voor), _tekens(woorden), _tekens(na), ruimte)
    beeld = f"{links}{midden}{rechts}"
    return (beeld, " " * lengte(links) + "^" * max(lengte(midden), 1)) if kolom else (beeld,)


def _tekens(text: str) -> list[str]:
    """Return each character as a terminal may show it."""
    if text.isascii() and text.isprintable():
        return list(text)
    return [" " if teken == "\t" else zichtbaar(teken) for teken in text]


def _gesneden(
    voor: list[str], woorden: list[str], na: list[str], ruimte: int
) -> tuple[str, str, str]:
    """Return what fits of words and of what stands around them; as much before as after them."""
    rest = ruimte - 2 * len(_WEG)
    midden = _zoveel(woorden, rest)
    if len(midden) < len(woorden):
        na = [*woorden[len(midden) :], *na]
    rest -= lengte("".join(midden))
    helft = max(rest // 2, rest - lengte("".join(na)))
    links = _zoveel(voor[::-1], helft)[::-1]
    rechts = _zoveel(na, rest - lengte("".join(links)))
    while len(links) < len(voor) and links and not lengte(links[0]):  # a mark without its letter
        links = links[1:]
    begin = _WEG if len(links) < len(voor) else ""
    einde = _WEG if len(rechts) < len(na) else ""
    return begin + "".join(links), "".join(midden), "".join(rechts) + einde


def _zoveel(tekens: list[str], ruimte: int) -> list[str]:
    """Return as many of these characters as there is room for."""
    if all(map(str.isascii, tekens)) and sum(map(len, tekens)) == len(tekens):
        return tekens[:ruimte]
    for number, teken in enumerate(tekens):
        ruimte -= lengte(teken)
        if ruimte < 0:
            return tekens[:number]
    return tekens
