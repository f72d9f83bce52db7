"""A was-wordt-tabel that people made, held against the two editions that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.papier.document import text_of
from convenantwerk.renvooi.waswordt.aard import aard_van_wissel, eigen_aard, gewijzigden
from convenantwerk.renvooi.waswordt.rijen import waswordt
from convenantwerk.renvooi.waswordt.wissels import wissels
from convenantwerk.renvooi.waswordtcontrole.bevinding import Tabelbevinding, Tabeloordeel
from convenantwerk.renvooi.waswordtcontrole.kolommen import KORT, genoemd
from convenantwerk.renvooi.waswordtcontrole.rijen import Citaat, Kant, Rij, kijk_na
from convenantwerk.renvooi.waswordtcontrole.woordenreeks import reeks
from convenantwerk.tekst.verschil import verschillen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.renvooi.renvooi import Renvooi
    from convenantwerk.renvooi.waswordt.rijen import Tabelregel
    from convenantwerk.renvooi.waswordt.wissels import Wissel
    from convenantwerk.renvooi.waswordtcontrole.inlezen import Rooster
    from convenantwerk.renvooi.waswordtcontrole.kolommen import Kolommen
    from convenantwerk.tekst.verschil import Verschil

__all__ = ["Tabelbevinding", "Tabeloordeel", "beoordeel", "beoordeel_rijen", "lees_rijen"]

_HELFT = 0.5
_MEEST_PLAATS = 200  # the name of a place has no more characters


def beoordeel(
    tabel: Rooster, kolommen: Kolommen, renvooi: Renvooi, namen: tuple[str, str]
) -> Tabeloordeel:
    """Return what is wrong with a table.

    Args:
        tabel: its rows, the head included.
        kolommen: which columns are what.
        renvooi: what differs between the editions.
        namen: what the old and the new edition are called.
    """
    return beoordeel_rijen(list(lees_rijen(tabel, kolommen)), kolommen.hoe, renvooi, namen)


def beoordeel_rijen(
    rows: Sequence[Rij], hoe: str, renvooi: Renvooi, namen: tuple[str, str]
) -> Tabeloordeel:
    """Return what is wrong with rows, of one table or of several that go on with each other."""
    controle = _Controle(renvooi, namen)
    found = [f for rij in rows for f in controle.rij(rij)]
    found += controle.ontbrekend()
    citaten = [citaat for pair in controle.gezien for citaat in pair[1:] if not citaat.leeg]
    return Tabeloordeel(
        hoe,
        len(rows),
        len(citaten),
        sum(citaat.letterlijk for citaat in citaten),
        tuple(found),
    )


def lees_rijen(tabel: Rooster, kolommen: Kolommen, vanaf: int = 0) -> Iterator[Rij]:
    """Yield the rows; one that says the same in all columns is a heading between them.

    Args:
        tabel: the table.
        kolommen: which of its columns are what.
        vanaf: how many rows were numbered before it.
    """
    kop = tabel[kolommen.kop - 1] if kolommen.kop else []
    number = vanaf
    above: dict[int, str] = {}
    for cells in tabel[kolommen.kop :]:
        if cells == kop:  # repeated on a new page
            continue
        number += 1
        was, wordt = cells[kolommen.was], cells[kolommen.wordt]
        if len({*cells}) == 1 or not (was.strip() or wordt.strip()):
            continue
        above = _plaats_in(cells, kolommen.onderdeel, above)
        names = dict.fromkeys(
            genoemd(kop[i] if kop else "", naam) for i, naam in above.items() if naam
        )
        yield Rij(number, " ".join(names), was, wordt)


def _plaats_in(
    cells: Sequence[str], kolommen: Sequence[int], above: dict[int, str]
) -> dict[int, str]:
    """Return what a row says in the columns that name its part.

    Where the first of several is left empty, the part is in what the row above it names.
    """
    here = {i: cells[i].strip() for i in kolommen}
    first = next(iter(here), None)
    if first is not None and not here[first] and any(here.values()) and above:
        here[first] = above[first]
    return here


class _Controle:
    def __init__(self, renvooi: Renvooi, namen: tuple[str, str]) -> None:
        self.renvooi = renvooi
        self.oud, self.nieuw = Kant.van(namen[0], renvooi.oud), Kant.van(namen[1], renvooi.nieuw)
        alle = list(verschillen(renvooi.delen))
        self._naar = {v.paar[0]: v.paar[1] for v in alle if all(v.paar)}
        self._van = {nieuw: oud for oud, nieuw in self._naar.items()}
        self.tabel = waswordt(renvooi, {})
        self._anders = [v for v in alle if eigen_aard(v)]
        self.gezien: list[tuple[Rij, Citaat, Citaat]] = []
        self._genoemd: list[tuple[set[str], set[str]]] = []

    def rij(self, rij: Rij) -> list[Tabelbevinding]:
        """Return what is wrong with a row, and remember what it is about."""
        rij = self._met_plaats(rij)
        found: list[Tabelbevinding] = []
        old, new = ([], []) if rij.heel else self._plaatsen(rij.plaats[:_MEEST_PLAATS])
        if not rij.heel and not (old or new):
            zin = f"\u201c{rij.plaats}\u201d is in geen van beide edities een plaats"
            found.append(Tabelbevinding("onbekende plaats", rij.nummer, rij.plaats, "", zin))
        was, one = kijk_na(rij, "was", self.oud, old)
        wordt, other = kijk_na(rij, "wordt", self.nieuw, new)
        found += [*one, *other]
        if niets := self._geen_wijziging(rij, was, wordt):
            found.append(Tabelbevinding("geen wijziging", rij.nummer, rij.plaats, "", niets))
        self.gezien.append((rij, was, wordt))
        self._genoemd.append(({*old, *was.adressen}, {*new, *wordt.adressen}))
        return found

    def _met_plaats(self, rij: Rij) -> Rij:
        """Return a row whose place stands over its quotations, when no column has it."""
        if rij.plaats:
            return rij
        was, wordt = (_eerste_regel(cel) for cel in (rij.was, rij.wordt))
        plaats = next((naam for naam, _ in (was, wordt) if any(self._plaatsen(naam))), "")
        if not plaats:
            return rij
        rest = [
            tekst if naam == plaats or any(self._plaatsen(naam)) else cel
            for (naam, tekst), cel in ((was, rij.was), (wordt, rij.wordt))
        ]
        return Rij(rij.nummer, plaats, *rest)

    def _plaatsen(self, naam: str) -> tuple[list[str], list[str]]:
        """Return the addresses that a name means in either edition; it may be that of the other."""
        old, new = self.oud.plaatsen.zoek(naam), self.nieuw.plaatsen.zoek(naam)
        return (
            list(dict.fromkeys((*old, *filter(None, map(self._van.get, new))))),
            list(dict.fromkeys((*new, *filter(None, map(self._naar.get, old))))),
        )

    def _geen_wijziging(self, rij: Rij, was: Citaat, wordt: Citaat) -> str:
        """Return why a row tells of no change, "" when it does."""
        if was.leeg and wordt.leeg:
            return ""
        if reeks(rij.was) == reeks(rij.wordt):
            return "was en wordt zijn gelijk"
        if rij.heel or not (was.letterlijk and wordt.letterlijk) or was.leeg or wordt.leeg:
            return ""
        if any(self._raakt(v, {*was.adressen}, {*wordt.adressen}) for v in self._anders):
            return ""
        return "op deze plaats verandert niets"

    def _raakt(self, verschil: Verschil, oud: set[str], nieuw: set[str]) -> bool:
        """Tell whether addresses are those of a part, of one in it, or of one that it is in."""
        was, wordt = verschil.paar
        return any(
            adres and (kant.tekst.is_in(adres, a) or kant.tekst.is_in(a, adres))
            for kant, adres, adressen in ((self.oud, was, oud), (self.nieuw, wordt, nieuw))
            for a in adressen
        )

    # --- what is missing

    def ontbrekend(self) -> Iterator[Tabelbevinding]:
        """Yield the changes in substance that no row tells of."""
        for regel in self.tabel.rijen:
            alle = [self._mist_vervanging(regel)] if regel.woorden else self._mist_van(regel)
            if missing := next(filter(None, alle), ""):
                yield Tabelbevinding(
                    "ontbreekt",
                    0,
                    regel.naam,
                    "",
                    missing,
                    juist=f"was: {text_of(regel.was)}\nwordt: {text_of(regel.wordt)}",
                )

    def _mist_vervanging(self, regel: Tabelregel) -> str:
        """Tell that a replacement throughout is told neither once nor place by place."""
        oud, nieuw = reeks(regel.woorden), reeks(text_of(regel.wordt).strip("\u201c\u201d"))
        if any(
            oud in was.tekst and nieuw in wordt.tekst for rij, was, wordt in self.gezien if rij.heel
        ):
            return ""
        missed = [v for v in regel.verschillen if not self._verteld(v, (oud, nieuw))]
        return f"geen rij vermeldt deze vervanging op {len(missed)} plaatsen" if missed else ""

    def _mist_van(self, regel: Tabelregel) -> Iterator[str]:
        """Yield what of each place of one of our own rows no row of the table tells."""
        for verschil in regel.verschillen:
            missing = self._mist(verschil)
            several = missing and len(regel.verschillen) > 1
            yield f"{self.tabel.overzicht.namen.naam(verschil)}: {missing}" if several else missing

    def _mist(self, verschil: Verschil) -> str:
        """Tell what of a change that one of our own rows shows no row of the table tells."""
        if verschil.lot != "gewijzigd":
            return "" if self._verteld(verschil, None) else "geen rij vermeldt deze wijziging"
        missed: list[Wissel] = []
        aantal = 0
        for part in self._zwaar(verschil):
            if part.lot != "gewijzigd":
                if not self._verteld(part, None):
                    return "geen rij vermeldt wat hier komt of vervalt"
                continue
            for wissel in self._wissels(part):
                aantal += 1
                if not self._verteld(part, (reeks(wissel.was), reeks(wissel.wordt))):
                    missed.append(wissel)
        if missed and len(missed) == aantal:
            return "geen rij vermeldt deze wijziging"
        named = "; ".join(f"\u201c{w.was}\u201d wordt \u201c{w.wordt}\u201d" for w in missed[:3])
        return f"de tabel vermeldt hier niet: {named}" if named else ""

    def _zwaar(self, verschil: Verschil) -> Iterator[Verschil]:
        """Yield the parts in and under one that changed in substance, those with words."""
        for part, kind in gewijzigden(verschil, self.tabel.overzicht.uitleg):
            if kind == "inhoudelijk" and part.lot != "vertrokken" and part.tekst:
                yield part

    def _wissels(self, verschil: Verschil) -> Iterator[Wissel]:
        """Yield the changes of words in a part that are changes in substance."""
        for wissel in wissels(verschil.tekst):
            kind = self.tabel.overzicht.uitleg(verschil, wissel) or aard_van_wissel(wissel)
            if kind == "inhoudelijk":
                yield wissel

    def _verteld(self, verschil: Verschil, woorden: tuple[str, str] | None) -> bool:
        """Tell whether a row is about a part, and holds the words that changed in it.

        A row of which the quotation is not literal tells of its place all the same: what is wrong
        with it is a finding of its own.
        """
        for (rij, was, wordt), (oud, nieuw) in zip(self.gezien, self._genoemd, strict=True):
            if rij.heel and woorden is None:
                continue
            if not self._raakt(verschil, oud, nieuw):
                continue
            if woorden is None:
                if self._haalt_aan(verschil, was, wordt):
                    return True
                continue
            if (woorden[0] in was.tekst or not was.letterlijk) and (
                woorden[1] in wordt.tekst or not wordt.letterlijk
            ):
                return True
        return False

    def _haalt_aan(self, verschil: Verschil, was: Citaat, wordt: Citaat) -> bool:
        """Tell whether a row quotes enough of what came, went or moved."""
        citaat = was if verschil.lot == "vervallen" else wordt
        if verschil.lot == "aangekomen" or citaat.leeg or not citaat.letterlijk:
            return True
        side = "vervallen" if verschil.lot == "vervallen" else "ingevoegd"
        words = {
            word
            for part in _eigen(verschil)
            for stuk in part.tekst
            if stuk.wijziging == side
            for word in reeks(stuk.tekst).split()
        }
        said = set(citaat.tekst.split())
        return not words or len(words & said) >= len(words) * _HELFT


def _eerste_regel(cel: str) -> tuple[str, str]:
    """Return the first line of a cell when it could be a place, and the rest."""
    first, _, rest = cel.strip().partition("\n")
    first = first.strip()
    return (first, rest) if rest.strip() and 0 < len(first) <= KORT else ("", cel)


def _eigen(verschil: Verschil) -> Iterator[Verschil]:
    """Yield a part and what stands in it, the parts with headings under it apart."""
    yield verschil
    for kind in verschil.kinderen:
        if not kind.is_kop:
            yield from _eigen(kind)
