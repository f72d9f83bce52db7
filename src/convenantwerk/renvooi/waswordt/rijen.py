"""The rows of the was-wordt-tabel, and what is left for the list that closes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.papier import document as d
from convenantwerk.renvooi.toelichtingen import toelichting_bij
from convenantwerk.renvooi.waswordt.aard import aard, aard_van_wissel, eigen_aard, gewijzigden
from convenantwerk.renvooi.waswordt.cellen import Cel, is_geknipt
from convenantwerk.renvooi.waswordt.gelijke import samengenomen
from convenantwerk.renvooi.waswordt.noemen import opsomming
from convenantwerk.renvooi.waswordt.volgen import Overzicht
from convenantwerk.renvooi.waswordt.wissels import wissels
from convenantwerk.tekst.boom import Alinea, Element, Onderdeel
from convenantwerk.tekst.omgeving import is_lid
from convenantwerk.tekst.verschil import bewaard, verschillen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from convenantwerk.renvooi.renvooi import Renvooi
    from convenantwerk.renvooi.waswordt.vervangingen import Vervanging
    from convenantwerk.tekst.verschil import Verschil

# An artikel of which no more than this share of the words stays is shown as a whole.
_MEEST_NIEUW = 0.5
_GENOEMD = 6  # so many places are named one by one; of more is told how many they are


@dataclass(frozen=True, slots=True)
class Tabelregel:
    """One row of the was-wordt-tabel.

    Args:
        naam: the part it is about, as cited.
        plaats: under what name a toelichting on it is kept: its address, or a replacement.
        was: what stood there.
        wordt: what stands there now.
        toelichting: why; "" when nobody told.
        verschillen: the parts whose changes it shows, several when the same changed in them.
        woorden: the words that were replaced throughout, "" when it is about a place.
    """

    naam: str
    plaats: str
    was: tuple[d.Run, ...]
    wordt: tuple[d.Run, ...]
    toelichting: str
    verschillen: tuple[Verschil, ...]
    woorden: str = ""


@dataclass(frozen=True, slots=True)
class Waswordt:
    """All that changed: rows for what changed in substance, and parts that changed otherwise."""

    overzicht: Overzicht
    rijen: tuple[Tabelregel, ...]
    licht: tuple[Licht, ...]


class Licht(NamedTuple):
    """A part that changed otherwise than in substance, too.

    `getoond` says that it stands in a row for another change, with its number, but maybe not with
    all of its words.
    """

    verschil: Verschil
    getoond: bool


def waswordt(renvooi: Renvooi, toelichtingen: Mapping[str, str]) -> Waswordt:
    """Return the rows about two editions: what was replaced throughout, then place by place.

    Args:
        renvooi: what differs.
        toelichtingen: why something changed, by address or replacement.
    """
    maker = _Maker(renvooi, toelichtingen)
    plaatsen = list(maker.onder(renvooi.delen, None))
    rows = [*maker.vervangingen(), *samengenomen(plaatsen, maker.overzicht.namen)]
    return Waswordt(maker.overzicht, tuple(rows), tuple(maker.licht))


class _Maker:
    def __init__(self, renvooi: Renvooi, toelichtingen: Mapping[str, str]) -> None:
        self.overzicht = Overzicht(renvooi)
        self.licht: list[Licht] = []
        self._uitleg = self.overzicht.uitleg
        self._namen = self.overzicht.namen
        self._toelichtingen = toelichtingen

    # --- what is told of the whole document

    def vervangingen(self) -> Iterator[Tabelregel]:
        """Yield a row for every replacement throughout."""
        for vervanging in self.overzicht.vervangingen.alle:
            was, wordt = (
                (d.Run(f"\u201c{tekst}\u201d"),) for tekst in (vervanging.oud, vervanging.nieuw)
            )
            waar = self._waar(vervanging)
            toelichting = self._toelichtingen.get(vervanging.sleutel, "")
            yield Tabelregel(
                f"Gehele document: {waar}",
                vervanging.sleutel,
                was,
                wordt,
                toelichting,
                vervanging.plaatsen,
                vervanging.oud,
            )

    def _waar(self, vervanging: Vervanging) -> str:
        keer = f"{vervanging.aantal} keer"
        gebleven = opsomming(self._namen.kort(vervanging.gebleven))
        if len(vervanging.plaatsen) <= min(_GENOEMD, max(3, len(vervanging.gebleven))):
            keer += f", in {opsomming(self._namen.kort(vervanging.plaatsen))}"
        return f"{keer}; niet in {gebleven}" if gebleven else keer

    # --- place by place

    def onder(self, kinderen: Iterable[Verschil], houder: Verschil | None) -> Iterator[Tabelregel]:
        """Yield the rows about parts that stand in `houder`."""
        vooraf: Verschil | None = None
        for kind in kinderen:
            if kind.is_kop:
                yield from self._element(kind)
            else:
                yield from self._eenheid(kind, _opent(vooraf, kind, houder))
            if isinstance(kind.part, Alinea):
                vooraf = kind

    def _element(self, verschil: Verschil) -> Iterator[Tabelregel]:
        if verschil.lot in ("gelijk", "vertrokken"):
            return
        bloks = [kind for kind in verschil.kinderen if not kind.is_kop]
        if verschil.lot == "gewijzigd" and self._is_nieuw(replace(verschil, kinderen=tuple(bloks))):
            yield self._rij(verschil, bloks, None)
            bloks = []
        elif verschil.lot == "gewijzigd":
            own = eigen_aard(verschil, self._uitleg)
            if own == "inhoudelijk":
                yield self._rij(verschil, (), {id(verschil)})
            elif own:
                self.licht.append(Licht(verschil, getoond=False))
        elif verschil.lot == "aangekomen":
            yield self._verplaatst(verschil)
        else:
            yield self._rij(verschil, bloks, None)
            yield from self._van_elders(bloks)
            bloks = []
        yield from self.onder(bloks, verschil)
        yield from self.onder((kind for kind in verschil.kinderen if kind.is_kop), verschil)

    def _is_nieuw(self, verschil: Verschil) -> bool:
        """Tell whether most of an artikel is new, so that it is shown as a whole.

        It is without the parts with headings that stand in it: each of those has its own rows.
        """
        under = [kind for kind in verschil.kinderen if kind.lot != "gelijk"]
        return (
            isinstance(verschil.part, Element)
            and verschil.part.soort == "artikel"
            and len(under) > 1
            and not any(v.lot in ("vertrokken", "aangekomen") for v in verschillen(under))
            and bewaard(verschil) < _MEEST_NIEUW
            and sum(aard(kind, self._uitleg) == "inhoudelijk" for kind in under) > 1
        )

    def _eenheid(self, verschil: Verschil, vooraf: Verschil | None) -> Iterator[Tabelregel]:
        match verschil.lot:
            case "ingevoegd" | "vervallen":
                yield self._rij(verschil, (), None, vooraf)
            case "aangekomen":
                yield self._verplaatst(verschil)
            case "gewijzigd":
                toon = set(self._zwaar(verschil))
                if toon:
                    yield self._rij(verschil, (), toon, vooraf)
            case _:
                return
        yield from self._van_elders(verschil.kinderen)

    def _zwaar(self, verschil: Verschil) -> Iterator[int]:
        """Yield the parts under one that a row must show; keep what it need not for the list.

        What stands around such a part is shown with it, so a number that changed there is too.
        """
        hier = [verschil] if verschil.is_kop else list(_hier([verschil]))
        here = {id(v) for v in hier}
        changed = gewijzigden(verschil, self._uitleg)
        own = [(v, kind) for v, kind in changed if v.lot == "gewijzigd" and id(v) in here]
        losse = [v for v in hier[1:] if v.lot not in ("gelijk", "gewijzigd")]
        zwaar = [v for v, kind in own if kind == "inhoudelijk"]
        toon = {id(v) for v in (*zwaar, *losse)}
        for v, _ in own:
            if not any(id(under) in toon for under in verschillen([v])):
                self.licht.append(Licht(v, getoond=False))
        shown = [*zwaar, *([verschil] if verschil.lot == "aangekomen" else [])]
        self.licht += [Licht(v, getoond=True) for v in shown if is_geknipt(v)]
        return iter(toon)

    def _van_elders(self, kinderen: Iterable[Verschil]) -> Iterator[Tabelregel]:
        """Yield a row for every part that moved into one that is shown in another row."""
        for kind in kinderen:
            if kind.is_rij or kind.lot in ("gelijk", "vertrokken"):
                continue
            if kind.lot == "aangekomen":
                yield self._verplaatst(kind)
            yield from self._van_elders(kind.kinderen)

    # --- rows

    def _verplaatst(self, verschil: Verschil) -> Tabelregel:
        """Return the row about what moved: both ends, and what changed on the way."""
        toon = set(self._zwaar(verschil))
        was, wordt = Cel(self.overzicht, verschil, toon).cellen(())
        eigen = [self._uitleg(verschil, w) or aard_van_wissel(w) for w in wissels(verschil.tekst)]
        if not toon and "inhoudelijk" not in eigen and (not eigen or is_geknipt(verschil)):
            merk = "".join(stuk.tekst for stuk in verschil.merk if stuk.wijziging != "vervallen")
            under = () if verschil.is_kop else _hier(verschil.kinderen)
            licht = eigen or any(eigen_aard(v, self._uitleg) for v in under)
            anders = "verplaatst, wat erin verandert staat achter de tabel"
            hoe = anders if licht else "ongewijzigd verplaatst"
            wordt = (d.Run(f"{merk} ".lstrip()), d.Run(hoe, italic=True))
        return self._regel(verschil, was, wordt)

    def _rij(
        self,
        verschil: Verschil,
        inhoud: Iterable[Verschil],
        toon: set[int] | None,
        vooraf: Verschil | None = None,
    ) -> Tabelregel:
        was, wordt = Cel(self.overzicht, verschil, toon).cellen(inhoud, vooraf)
        return self._regel(verschil, was, wordt)

    def _regel(
        self, verschil: Verschil, was: tuple[d.Run, ...], wordt: tuple[d.Run, ...]
    ) -> Tabelregel:
        plek = verschil.nieuw or verschil.oud
        return Tabelregel(
            eerste_groot(self._namen.regel(verschil)),
            plek.adres if plek else "",
            was,
            wordt,
            toelichting_bij(verschil, self._toelichtingen),
            (verschil,),
        )


def _opent(vooraf: Verschil | None, kind: Verschil, houder: Verschil | None) -> Verschil | None:
    """Return the words that open the list in which an onderdeel of an artikel stands."""
    if vooraf is None or houder is None or kind.lot in ("ingevoegd", "vervallen"):
        return None
    element, part = houder.part, kind.part
    if not isinstance(element, Element) or not isinstance(part, Onderdeel) or is_lid(element, part):
        return None
    tekst = "".join(stuk.tekst for stuk in vooraf.tekst if stuk.wijziging != "vervallen")
    return vooraf if tekst.rstrip().endswith(":") else None


def _hier(wortels: Iterable[Verschil]) -> Iterator[Verschil]:
    """Yield parts and what stands in them, but for what moved: that has rows of its own."""
    for verschil in wortels:
        yield verschil
        for kind in verschil.kinderen:
            if kind.is_rij or kind.lot not in ("vertrokken", "aangekomen"):
                yield from _hier([kind])
