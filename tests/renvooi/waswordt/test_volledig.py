"""No change is left out: each is shown in a row, or told in the list that closes the table."""

import re
from collections.abc import Callable
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bomen import edities
from tests.overeenkomst import nieuwe_tekst, oude_tekst
from tests.renvooi.waswordt.tabellen import editie

from convenantwerk.papier.document import text_of
from convenantwerk.renvooi.renvooi import Renvooi
from convenantwerk.renvooi.vergelijking import vergelijk
from convenantwerk.renvooi.waswordt.rijen import Waswordt, waswordt
from convenantwerk.renvooi.waswordt.slotlijst import slotlijst
from convenantwerk.renvooi.waswordt.wissels import wissels
from convenantwerk.tekst.boom import Convenant
from convenantwerk.tekst.verschil import Verschil, verschillen

pytestmark = pytest.mark.traag


def _woorden(tekst: str) -> str:
    # That an accent is now of the letter itself is told in words, with the letter as it is now.
    return " ".join(re.findall(r"\w+|[^\w\s]", normalize("NFC", tekst)))


class _Gezien:
    """What the table says of each part, in its rows and its closing list."""

    def __init__(self, renvooi: Renvooi, tabel: Waswordt) -> None:
        self.tabel = tabel
        self.was: dict[int, str] = {}
        self.wordt: dict[int, str] = {}
        for rij in tabel.rijen:
            for verschil in verschillen(rij.verschillen):
                self._add(
                    verschil, f"{rij.naam} {text_of(rij.was)}", f"{rij.naam} {text_of(rij.wordt)}"
                )
        for regel in slotlijst(renvooi, tabel):
            for verschil in (*regel.verschillen, *regel.mee):
                self._add(verschil, regel.tekst, regel.tekst)

    def _add(self, verschil: Verschil, was: str, wordt: str) -> None:
        self.was[id(verschil)] = f"{self.was.get(id(verschil), '')} {_woorden(was)}"
        self.wordt[id(verschil)] = f"{self.wordt.get(id(verschil), '')} {_woorden(wordt)}"

    def mist(self, verschil: Verschil) -> list[str]:
        """Return the words of a changed part that it shows nowhere."""
        if verschil.lot in ("gelijk", "vertrokken"):
            return []  # where it went there is a row that names both ends
        was, wordt = self.was.get(id(verschil), ""), self.wordt.get(id(verschil), "")
        if verschil.lot in ("vervallen", "ingevoegd"):
            text = "".join(stuk.tekst for stuk in verschil.tekst)
            return (
                [] if _woorden(text) in (was if verschil.lot == "vervallen" else wordt) else [text]
            )
        if not was and (verschil.lot == "aangekomen" or verschil.vernummerd):
            return ["een ander nummer of een andere plaats"]  # told by a range, or a row
        return [
            f"{wissel.was} -> {wissel.wordt}"
            for wissel in wissels(verschil.tekst)
            if not self.tabel.overzicht.vervangingen.verklaart(wissel)
            and not (_woorden(wissel.was) in was and _woorden(wissel.wordt) in wordt)
        ]


def _mist(left: Convenant, right: Convenant) -> list[str]:
    renvooi = vergelijk(left, right)
    tabel = waswordt(renvooi, {})
    gezien = _Gezien(renvooi, tabel)
    return [mist for verschil in verschillen(renvooi.delen) for mist in gezien.mist(verschil)]


@given(edities())
def test_every_change_is_in_a_row_or_in_the_closing_list(pair: tuple[Convenant, Convenant]) -> None:
    """Whatever two texts are, all words that came or went are to be read in the table."""
    assert _mist(*pair) == []


_LEDEN = [
    "Het bureau belegt elke maand een overleg met alle partners van de regio.",
    "De voorzitter stuurt de agenda ten minste zes dagen van tevoren rond.",
    "Opzeggen kan met een termijn van zes maanden, per brief aan het bureau.",
    "Partners verstrekken elkaar alle gegevens die voor de casus nodig zijn.",
]
_INGREPEN: dict[str, Callable[[str], str]] = {
    "hoofdletter": lambda zin: zin.replace("bureau", "Bureau").replace("agenda", "Agenda"),
    "leesteken": lambda zin: zin.replace(" van ", ", van ").rstrip("."),
    "vet": lambda zin: zin.replace("overleg", "**overleg**").replace("termijn", "*termijn*"),
    "woord": lambda zin: zin.replace("zes", "tien").replace("alle", "de"),
    "geheel": lambda zin: f"{zin[:9]} doet voortaan iets heel anders dan vroeger.",
    "niets": lambda zin: zin,
}


def _tekst(leden: list[str], *, vanaf: int = 1) -> str:
    lines = [f"{number}. {zin}" for number, zin in enumerate(leden, start=vanaf)]
    return "# 1 Proef\n\n## Artikel 1 Overleg\n\n" + "\n\n".join(lines) + "\n"


@given(
    st.lists(st.lists(st.sampled_from(sorted(_INGREPEN)), max_size=3), min_size=4, max_size=4),
    st.sampled_from([1, 2]),
)
def test_light_changes_are_told_too(ingrepen: list[list[str]], vanaf: int) -> None:
    """Capitals, punctuation, bold and numbers, beside changes in substance in the same lid."""
    leden = list(_LEDEN)
    for at, namen in enumerate(ingrepen):
        for naam in namen:
            leden[at] = _INGREPEN[naam](leden[at])
    assert _mist(editie(_tekst(_LEDEN)), editie(_tekst(leden, vanaf=vanaf))) == []


@pytest.mark.proef
def test_the_table_of_a_long_agreement_is_short_and_whole() -> None:
    """94 replacements, 40 other changes and a renumbering in 24,800 words take 2,350 words."""
    renvooi = vergelijk(editie(oude_tekst()), editie(nieuwe_tekst()))
    tabel = waswordt(renvooi, {})
    gezien = _Gezien(renvooi, tabel)
    assert [m for verschil in verschillen(renvooi.delen) for m in gezien.mist(verschil)] == []
    said = [regel.tekst for regel in slotlijst(renvooi, tabel)]
    said += [f"{rij.naam} {text_of(rij.was)} {text_of(rij.wordt)}" for rij in tabel.rijen]
    assert len(" ".join(said).split()) < 2_350
    assert tabel.rijen[0].naam == "Gehele document: 94 keer; niet in artikel 3.3"
