"""A law: a tree that is shown on paper, and read from it, is that tree again.

For all constructs that brokken carry: chapters and artikelen with any lists in lists, tables,
emphasis and placeholders, in which a line begins and ends as sentences do. The format tells what is
a mark, and how deep; what was typed may be read in more ways than one.
"""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.invoer.bouwen.getoond import Tonen
from tests.tekst.test_schrijven import bodies
from tests.wetten import voorbeelden

from boomvergelijking import delen_van, lijnen
from convenantwerk.invoer.bewijs import verschil
from convenantwerk.invoer.bouwen import bouw
from convenantwerk.tekst.boom import Alinea, Blok, Element, Onderdeel, Opsomming, Tekst
from convenantwerk.tekst.lezen import lees_tekst
from convenantwerk.tekst.schrijven import schrijf_tekst

_TITELS = ("Duur van het convenant", "Overleg", "Wie meedoet")


def _als_zin(blok: Blok) -> Blok:
    """Begin and end a text as a sentence, so that it is no title and goes on no other."""
    if isinstance(blok, Alinea):
        eerste, *rest = blok.inhoud
        assert isinstance(eerste, Tekst)
        eerste = Tekst(f"Zo{eerste.tekst[1:]}")
        return replace(blok, inhoud=(eerste, *rest, Tekst(".")))
    if isinstance(blok, Opsomming):
        streep = blok.soort == "streep"  # however a bullet is drawn, it is a dash
        onderdelen = tuple(
            Onderdeel("-" if streep else deel.merk, tuple(map(_als_zin, deel.inhoud)))
            for deel in blok.onderdelen
        )
        return replace(blok, onderdelen=onderdelen)
    return blok


@st.composite
def delen(draw: st.DrawFn) -> Element:
    """A deel with chapters, of artikelen or of text."""
    hoofdstukken = []
    artikel = 0
    for nummer in range(1, draw(st.integers(1, 3)) + 1):
        inhoud: list[Element | Blok] = [_als_zin(blok) for blok in draw(bodies)]
        for _ in range(draw(st.integers(0, 2))):
            artikel += 1
            tekst = tuple(_als_zin(blok) for blok in draw(bodies))
            titel = draw(st.sampled_from(_TITELS))
            inhoud.append(
                Element(
                    "artikel", f"Artikel {artikel}", str(artikel), (Tekst(titel),), "", tekst, 2
                )
            )
        titel = draw(st.sampled_from(_TITELS))
        kop = Element("hoofdstuk", str(nummer), str(nummer), (Tekst(titel),), "", tuple(inhoud))
        hoofdstukken.append(kop)
    return Element("deel", "Deel 1", "1", (Tekst("Proef"),), "deel-1", tuple(hoofdstukken))


@voorbeelden(40)
@given(delen())
def test_a_tree_on_paper_is_that_tree_again(deel: Element) -> None:
    """Headings, marks, depth, emphasis and words are the same; and no word is lost."""
    ingelezen = Tonen("profielen").ingelezen([deel])
    gebouwd = bouw(ingelezen)
    assert _lijnen(delen_van(gebouwd)) == _lijnen([deel])
    assert verschil(ingelezen, gebouwd) == ({}, {})
    for pad, bestand in gebouwd.bestanden.items():
        assert lees_tekst(schrijf_tekst(bestand), pad)[0] == bestand


def _lijnen(delen: list[Element]) -> list[tuple[int, str]]:
    """Return a text as lines: how far each stands in, and what it says."""
    teksten = [lijn.tekst for lijn in lijnen(delen)]
    return [(len(t) - len(t.lstrip()), " ".join(t.split())) for t in teksten]
