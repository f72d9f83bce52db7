"""What a row of the was-wordt-tabel shows of a change, in either column."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.papier import document as d
from convenantwerk.renvooi.waswordt.aard import aard_van_wissel
from convenantwerk.renvooi.waswordt.knippen import WEGGELATEN, Kant, Runs, geknipt, heel, opening
from convenantwerk.stukken.tekst import remarks
from convenantwerk.tekst.boom import Alinea, Element, Figuur, Onderdeel, Registerplaats
from convenantwerk.tekst.verschil import bewaard, verschillen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from convenantwerk.renvooi.waswordt.volgen import Overzicht
    from convenantwerk.renvooi.waswordt.wissels import Wissel
    from convenantwerk.tekst.verschil import Lot, Verschil

_KANTEN: dict[str, tuple[Lot, ...]] = {
    "oud": ("gelijk", "gewijzigd", "vervallen", "vertrokken"),
    "nieuw": ("gelijk", "gewijzigd", "ingevoegd", "aangekomen"),
}
_INSPRONG = "\u2003"  # an em space for each list that a line stands in
# Below this share of kept words was and wordt stand beside each other without marks: what is
# marked is then nearly all, and the few words between the marks say nothing.
LEESBAAR = 0.4
_LEEG: tuple[d.Run, ...] = (d.Run("\u2013"),)


def is_geknipt(verschil: Verschil) -> bool:
    """Tell whether of the words of a part only the changes in substance are shown for sure."""
    return bewaard(_zonder(verschil)) >= LEESBAAR


class Cel:
    """The two cells of one row.

    Args:
        overzicht: the whole of both editions.
        wortel: the part that the row is about.
        toon: the parts in it that changed in substance, by `id`; None shows all of it.
    """

    def __init__(
        self, overzicht: Overzicht, wortel: Verschil, toon: Collection[int] | None
    ) -> None:
        self._overzicht = overzicht
        self._wortel = wortel
        self._toon = toon
        self._merken = wortel.lot not in ("ingevoegd", "vervallen") and (
            bewaard(wortel if toon is None or not wortel.is_kop else _zonder(wortel)) >= LEESBAAR
        )
        self._pad = {
            id(v)
            for v in verschillen([wortel])
            if toon is not None and any(id(under) in toon for under in verschillen([v]))
        }

    def cellen(
        self, inhoud: Iterable[Verschil], vooraf: Verschil | None = None
    ) -> tuple[tuple[d.Run, ...], tuple[d.Run, ...]]:
        """Return what the columns was and wordt hold.

        Args:
            inhoud: what is shown under the part; of an element, the parts with headings apart.
            vooraf: the words that open the list in which the part stands.
        """
        under = list(inhoud)
        return self._cel("oud", under, vooraf), self._cel("nieuw", under, vooraf)

    def _cel(
        self, kant: Kant, inhoud: list[Verschil], vooraf: Verschil | None
    ) -> tuple[d.Run, ...]:
        if self._wortel.lot not in (*_KANTEN[kant], "aangekomen"):
            return _LEEG
        lines: list[Runs] = []
        if vooraf is not None and vooraf.lot in _KANTEN[kant]:
            lines.append(opening(vooraf.tekst, kant))
        if isinstance(self._wortel.part, Element):
            lines += [*self._eigen(self._wortel, kant, 0), *self._onder(inhoud, kant, 0)]
        else:
            lines += self._onder([self._wortel], kant, 0)
        runs: Runs = []
        for line in _zonder_dubbele(lines):
            runs += [d.Run("\n"), *line] if runs else line
        return tuple(runs) or _LEEG

    def _eigen(self, verschil: Verschil, kant: Kant, depth: int) -> Iterator[Runs]:
        """Yield the line of a part itself, and what is remarked about an element."""
        plek = verschil.oud if kant == "oud" else verschil.nieuw
        part = plek.part if plek else None
        merk = heel(verschil.merk_ervoor, kant, merken=self._merken)
        tekst = self._tekst(verschil, kant)
        runs = [*merk, *([d.Run(" ")] if merk and tekst else []), *tekst]
        if isinstance(part, Element):
            yield [replace(run, bold=True) for run in runs]
            yield from self._gegevens(verschil, part)
        elif isinstance(part, Figuur | Registerplaats):
            naam = part.alt if isinstance(part, Figuur) else "de lijst van ondertekenaars"
            yield [d.Run(f"[{naam}]")]
            if kant == "nieuw" and verschil.lot == "gewijzigd":
                yield [d.Run("(gewijzigd)", italic=True)]
        elif any(run.text for run in runs):
            yield [d.Run(_INSPRONG * depth), *runs] if depth else runs

    def _gegevens(self, verschil: Verschil, part: Element) -> Iterator[Runs]:
        """Yield what is remarked about an element; what was so and stays is left out."""
        sides = (verschil.was, verschil.wordt)
        bekend = [_zinnen(side) for side in sides if isinstance(side, Element)]
        gelijk = set(bekend[0]).intersection(*bekend) if len(bekend) == len(sides) else set()
        for zin in _zinnen(part):
            yield [d.Run(WEGGELATEN if zin in gelijk else zin)]

    def _tekst(self, verschil: Verschil, kant: Kant) -> Runs:
        """Return the own words of a part, as far as they are shown."""
        if verschil.lot in ("gewijzigd", "aangekomen") and self._toon is not None:
            if not is_geknipt(verschil):
                return heel(verschil.tekst, kant, merken=False)

            def elders(wissel: Wissel) -> bool:
                kind = self._overzicht.uitleg(verschil, wissel) or aard_van_wissel(wissel)
                return kind != "inhoudelijk"

            return geknipt(verschil.tekst, kant, elders, merken=self._merken)
        return heel(verschil.tekst, kant, merken=self._merken)

    def _onder(self, kinderen: Iterable[Verschil], kant: Kant, depth: int) -> Iterator[Runs]:
        """Yield the lines of what stands in a part; the first of an onderdeel beside its merk."""
        first = True
        for kind in kinderen:
            if kind is not self._wortel and kind.lot not in _KANTEN[kant]:
                continue
            if self._is_elders(kind):
                yield self._verwezen(kind, depth)
            elif self._toon is not None and not self._wordt_getoond(kind):
                if first and isinstance(kind.part, Alinea) and depth:
                    yield [d.Run(_INSPRONG * depth), *opening(kind.tekst, kant)]
                else:
                    yield [d.Run(WEGGELATEN)]
            elif kind.is_rij:
                yield self._tabelrij(kind, kant)
            else:
                yield from self._getoond(kind, kant, depth)
            first = False

    def _getoond(self, kind: Verschil, kant: Kant, depth: int) -> Iterator[Runs]:
        own = [line for line in self._eigen(kind, kant, depth) if line]
        inner = list(self._onder(kind.kinderen, kant, depth + 1))
        met_merk = any(isinstance(part, Onderdeel) for part in (kind.was, kind.wordt))
        if met_merk and own and inner:
            yield [*own[0], d.Run(" "), *_zonder_insprong(inner[0])]
            yield from inner[1:]
        else:
            yield from (*own, *inner)

    def _wordt_getoond(self, verschil: Verschil) -> bool:
        """Tell whether a part is shown, and not left out; what is new or gone always is."""
        if self._toon is None or id(verschil) in self._pad or verschil is self._wortel:
            return True
        return verschil.lot in ("ingevoegd", "vervallen") or (
            verschil.is_rij and verschil.lot in ("vertrokken", "aangekomen")
        )

    def _is_elders(self, verschil: Verschil) -> bool:
        """Tell whether a part moved into or out of this one: it has a row of its own."""
        is_los = verschil is not self._wortel and not verschil.is_rij
        return is_los and verschil.lot in ("vertrokken", "aangekomen")

    def _verwezen(self, verschil: Verschil, depth: int) -> Runs:
        """Return instead of what moved where it went, or where it came from."""
        namen = self._overzicht.namen
        if verschil.lot == "vertrokken":
            waar = f"naar {namen.wordt(verschil)}"
        else:
            waar = f"uit {namen.was(verschil)}"
        merk = "".join(stuk.tekst for stuk in verschil.merk if stuk.wijziging != "vervallen")
        text = f"{merk} (verplaatst {waar})".lstrip()
        return [*([d.Run(_INSPRONG * depth)] if depth else []), d.Run(text, italic=True)]

    def _tabelrij(self, rij: Verschil, kant: Kant) -> Runs:
        """Return a row of a table as one line."""
        runs: Runs = []
        for cel in rij.kinderen:
            runs += [d.Run(" | ")] if runs else []
            runs += heel(cel.tekst, kant, merken=self._merken)
        return runs


def _zinnen(element: Element) -> list[str]:
    """Return what is remarked about an element, sentence by sentence."""
    texts = ("".join(run.text for run in paragraph.runs) for paragraph in remarks(element))
    return [zin for text in texts for zin in re.split(r"(?<=\.) ", text)]


def _zonder(verschil: Verschil) -> Verschil:
    """Return a part without what stands in it."""
    return replace(verschil, kinderen=())


def _zonder_insprong(line: Runs) -> Runs:
    return line[1:] if line and not line[0].text.strip(_INSPRONG) else line


def _zonder_dubbele(lines: Iterable[Runs]) -> Iterator[Runs]:
    """Yield lines, of those that say that something is left out never two together."""
    last = False
    for line in lines:
        text = "".join(run.text for run in line).strip(_INSPRONG + " ")
        if text != WEGGELATEN or not last:
            yield line
        last = text == WEGGELATEN
