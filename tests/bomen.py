"""Two editions of one invented text, for the laws of comparing: any tree against any other."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st
from tests.tekst.test_schrijven import bodies, mixed

from convenantwerk.tekst.adressen import with_ankers
from convenantwerk.tekst.boom import Blok, Convenant, Element, Inline, Invulveld, Tekst, Voetnoot

# Sentences that are alike enough to be taken for each other, and some that are not.
OP = date(2027, 1, 1)
ZINNEN = [
    "De Stuurgroep vergadert ten minste twee keer per jaar in het openbaar",
    "De Stuurgroep vergadert ten minste vier keer per jaar in beslotenheid",
    "Partijen verstrekken elkaar alle informatie die voor de casus nodig is",
    "Partijen verstrekken elkaar geen informatie die voor de casus onnodig is",
    "De Procesregisseur wijst de deelnemers aan en leidt het overleg",
    "Iedere partner kan dit convenant opzeggen met een termijn van zes maanden",
    "Kort",
    "Geheimhouding",
]
zin = st.sampled_from(ZINNEN).map(Tekst)
noten = st.sampled_from(["eerste noot", "tweede noot van de tekst", "eerste noot, gewijzigd"])


@st.composite
def artikelen(draw: st.DrawFn) -> Element:
    """An artikel with leden, onderdelen, alineas and tables; its number is given later."""
    opschrift = draw(st.sampled_from(["Duur", "Overleg", "Opzegging", "Geheimhouding"]))
    inhoud = draw(bodies)
    element = Element("artikel", "Artikel 0", "0", (Tekst(opschrift),), "", tuple(inhoud), niveau=2)
    vooraf = draw(st.sampled_from([(), (), (), (Invulveld((Tekst("Optie:"),)),)]))
    return replace(element, scheiding=draw(_scheidingen), vooraf=vooraf)


_scheidingen = st.sampled_from(["", "", ".", ":", " -"])
_voorraad = st.lists(artikelen(), min_size=1, max_size=5)
_extra = st.lists(bodies, max_size=2)


@st.composite
def edities(draw: st.DrawFn) -> tuple[Convenant, Convenant]:
    """Two editions that share articles and pieces of articles, in any order, some changed."""
    pool = draw(_voorraad)
    return draw(_editie(pool)), draw(_editie(pool))


@st.composite
def _editie(draw: st.DrawFn, pool: list[Element]) -> Convenant:
    chosen = draw(st.lists(st.sampled_from(pool), max_size=5, unique_by=id))
    keeps_numbers = draw(st.booleans())
    numbers = {id(artikel): number for number, artikel in enumerate(pool, start=1)}
    parts: list[Element] = []
    for place, artikel in enumerate(chosen, start=1):
        nummer = str(numbers[id(artikel)] if keeps_numbers else place)
        changed = draw(_gewijzigd(artikel))
        opschrift = tuple(  # in a file no two notes have one mark
            replace(part, merk=nummer) if isinstance(part, Voetnoot) else part
            for part in changed.opschrift
        )
        aanduiding = f"Artikel {nummer}"
        parts.append(replace(changed, aanduiding=aanduiding, nummer=nummer, opschrift=opschrift))
    cut = draw(st.integers(0, len(parts)))
    hoofdstukken = [_hoofdstuk(1, parts[:cut]), _hoofdstuk(2, parts[cut:])]
    deel = Element("deel", "Deel 1", "1", (Tekst("Proef"),), "deel-1", tuple(hoofdstukken))
    return Convenant(with_ankers([deel]), "proef")


@st.composite
def _gewijzigd(draw: st.DrawFn, artikel: Element) -> Element:
    """Change nothing, the heading, one sentence, a note, or the order of what stands in it."""
    inhoud: list[Blok] = [part for part in artikel.inhoud if not isinstance(part, Element)]
    match draw(st.sampled_from(["niets", "niets", "titel", "zin", "noot", "orde", "weg", "kop"])):
        case "kop":
            return replace(artikel, scheiding=draw(_scheidingen), vooraf=())
        case "titel":
            return replace(artikel, opschrift=(Tekst("Nieuwe titel"),))
        case "zin":
            extra = draw(_extra)
            inhoud = [*inhoud[:1], *(blok for body in extra for blok in body), *inhoud[1:]]
        case "noot":
            opschrift: tuple[Inline, ...] = (
                *artikel.opschrift,
                Voetnoot("1", (Tekst(draw(noten)),)),
            )
            return replace(artikel, opschrift=opschrift)
        case "orde":
            inhoud = draw(st.permutations(inhoud))
        case "weg":
            inhoud = inhoud[1:]
    return replace(artikel, inhoud=tuple(inhoud)) if mixed(inhoud) else artikel


def _hoofdstuk(nummer: int, artikelen: list[Element]) -> Element:
    return Element("hoofdstuk", str(nummer), str(nummer), (Tekst("Kop"),), "", tuple(artikelen))
