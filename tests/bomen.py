"""Two editions of one invented text, for the laws of comparing: any tree against any other."""

from dataclasses import replace
from datetime import date
from unicodedata import normalize

from hypothesis import strategies as st
from tests.tekst.test_schrijven import bodies, mixed

from convenantwerk.tekst.adressen import with_ankers
from convenantwerk.tekst.boom import (
    Alinea,
    Blok,
    Convenant,
    Element,
    Inline,
    Invulveld,
    Nadruk,
    Onderdeel,
    Opsomming,
    Tabel,
    Tekst,
    Voetnoot,
)

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
    kinds = ["niets", "niets", "titel", "zin", "noot", "orde", "weg", "lid", "schijn", "kop"]
    match draw(st.sampled_from(kinds)):
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
        case "schijn":
            inhoud = [_anders_opgemaakt(blok, draw(st.sampled_from(_SCHIJN))) for blok in inhoud]
        case "lid":
            inhoud = _met_lid(inhoud, draw(st.integers(1, 3)))
    return replace(artikel, inhoud=tuple(inhoud)) if mixed(inhoud) else artikel


_SCHIJN = ["vaste spatie", "zacht streepje", "losse accenten", "vet", "hoog", "uitlijning"]


def _anders_opgemaakt(blok: Blok, hoe: str) -> Blok:
    """Change what a reader does not see in the words: signs, emphasis, the side of a column."""
    match blok, hoe:
        case Tabel(), "uitlijning":
            return replace(blok, uitlijning=tuple("rechts" for _ in blok.uitlijning))
        case Alinea(), "vet":
            texts = tuple(i for i in blok.inhoud if isinstance(i, Tekst))
            is_plain = texts == blok.inhoud and texts
            return replace(blok, inhoud=(Nadruk("vet", texts),)) if is_plain else blok
        case Alinea(), "hoog":
            return replace(blok, inhoud=(*blok.inhoud, Nadruk("hoog", (Tekst("2"),))))
        case Alinea(), _:
            return replace(blok, inhoud=tuple(_schijn(i, hoe) for i in blok.inhoud))
    return blok


def _schijn(inline: Inline, hoe: str) -> Inline:
    if not isinstance(inline, Tekst):
        return inline
    match hoe:
        case "vaste spatie":
            return Tekst(inline.tekst.replace("e ", "e\u00a0"))
        case "zacht streepje":
            return Tekst(inline.tekst.replace("eer", "e\u00ader"))
        case _:
            return Tekst(normalize("NFD", inline.tekst.replace("De ", "Dé ", 1)))


def _met_lid(inhoud: list[Blok], hoeveel: int) -> list[Blok]:
    """Put the first alinea, and what follows it, in a lid, where there are no leden yet."""
    if not inhoud or not isinstance(inhoud[0], Alinea):
        return inhoud
    if any(isinstance(blok, Opsomming) and blok.soort in ("nummer", "lid") for blok in inhoud):
        return inhoud
    lid = Onderdeel("1.", tuple(inhoud[:hoeveel]))
    return [Opsomming("nummer", (lid,)), *inhoud[hoeveel:]]


def _hoofdstuk(nummer: int, artikelen: list[Element]) -> Element:
    return Element("hoofdstuk", str(nummer), str(nummer), (Tekst("Kop"),), "", tuple(artikelen))
