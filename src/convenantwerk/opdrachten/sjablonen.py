"""`convenant sjablonen`: the letters one can restyle, their fields, and what is wrong in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position, bedoelde
from convenantwerk.basis.files import SJABLONEN
from convenantwerk.papier.huisstijl import engine_templates
from convenantwerk.papier.sjabloonvelden import Gebruik, Onleesbaar, stukken_in, velden_in
from convenantwerk.stukken.brieven.brief import MAP, Brief, Gemeen, Veld, sjabloonbestand, velden
from convenantwerk.stukken.brieven.sjablonen import BRIEVEN, STUKKEN

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.papier.huisstijl import Huisstijl


@dataclass(frozen=True, slots=True)
class Overzicht:
    """A template: where it is, whether it is the dossier's own, and what may be used in it."""

    brief: type[Brief]
    pad: str
    eigen: bool
    velden: Mapping[str, Veld]


def lees_sjablonen(geopend: Geopend) -> tuple[list[Overzicht], list[Diagnostic]]:
    """Return every template of a letter, and each field that one uses without having it."""
    huisstijl = geopend.huisstijl
    folder = geopend.root / SJABLONEN
    is_engine = engine_templates().resolve() == folder.resolve()
    own = {} if is_engine else geopend.lezer.boom(folder)[0]
    rows = []
    problems = list(geopend.huisstijlbevindingen)
    for brief in BRIEVEN:
        bestand = sjabloonbestand(brief)
        alle = {**velden(Gemeen), **velden(brief)}
        rows.append(Overzicht(brief, huisstijl.paden.get(bestand, ""), bestand in own, alle))
        problems += _bezwaren(huisstijl, bestand, alle)
    problems += _losse(huisstijl)
    return rows, sorted(set(problems))


def _bezwaren(huisstijl: Huisstijl, naam: str, velden: Mapping[str, Veld]) -> Iterator[Diagnostic]:
    """Yield what a template, or a piece that it takes in, uses without its letter having it."""
    # What a letter sets itself, a piece may use.
    in_stuk = {**velden, "betreft": Veld(""), "uw_kenmerk": Veld("")}
    neemt_op: dict[str, tuple[str, ...]] = {}
    waiting = [naam]
    while waiting:
        stuk = waiting.pop()
        if stuk not in neemt_op:
            neemt_op[stuk] = yield from _bezwaren_in(
                huisstijl, stuk, velden if stuk == naam else in_stuk
            )
            waiting += neemt_op[stuk]
    for stuk in _zonder_eind(neemt_op):
        reden = "het neemt zichzelf op, of een stuk dat dat doet; zo houdt het niet op"
        yield CODES["CV021"].at(Position(huisstijl.paden.get(stuk, stuk)), reden=reden)


def _zonder_eind(neemt_op: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the pieces that come to no end: whatever takes in only pieces that do is left out."""
    over = dict(neemt_op)
    while ready := [stuk for stuk, in_stuk in over.items() if not over.keys() & set(in_stuk)]:
        for stuk in ready:
            del over[stuk]
    return sorted(over)


def _bezwaren_in(
    huisstijl: Huisstijl, naam: str, velden: Mapping[str, Veld]
) -> Generator[Diagnostic, None, tuple[str, ...]]:
    """Yield what one template uses without having it; return the pieces that it takes in."""
    data = huisstijl.bestanden.get(naam)
    pad = huisstijl.paden.get(naam, f"templates/{naam}")
    if data is None:
        yield CODES["CV020"].at(Position(pad), reden="dit bestand ontbreekt")
        return ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        yield CODES["CV021"].at(Position(pad), reden="dit is geen tekst in UTF-8")
        return ()
    used = velden_in(text)
    if isinstance(used, Onleesbaar):
        yield CODES["CV021"].at(Position(pad, used.regel), reden=used.reden)
        return ()
    for gebruik in used:
        tip = _tip(gebruik, velden)
        if tip is not None:
            veld = ".".join(part for part in (gebruik.naam, gebruik.onderdeel) if part)
            yield CODES["CV305"].at(Position(pad, gebruik.regel), veld=veld, tip=tip)
    return tuple(stukken_in(text))


def _tip(gebruik: Gebruik, velden: Mapping[str, Veld]) -> str | None:
    """Return what was probably meant, None when the field is there."""
    if gebruik.naam not in velden:
        return bedoelde(gebruik.naam, velden) or f"het heeft: {', '.join(velden)}"
    known = velden[gebruik.naam].onderdelen
    if not gebruik.onderdeel or not known or gebruik.onderdeel in known:
        return None
    return bedoelde(gebruik.onderdeel, known) or f"{gebruik.naam} heeft: {', '.join(known)}"


def _losse(huisstijl: Huisstijl) -> Iterator[Diagnostic]:
    """Yield files among the letters that no command asks for: a name that was mistyped."""
    known = {sjabloonbestand(brief) for brief in BRIEVEN} | {f"{MAP}/{stuk}.md" for stuk in STUKKEN}
    for naam in huisstijl.bestanden:
        if naam.startswith(f"{MAP}/") and naam not in known:
            tip = bedoelde(naam, known) or "'convenant sjablonen' noemt de namen die er zijn"
            yield CODES["CV010"].at(Position(huisstijl.paden[naam]), naam=naam, tip=tip)
