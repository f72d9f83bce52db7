"""Where a text says what its terms mean."""

import pytest

from convenantwerk.controles.termen.definities import lees_definities
from convenantwerk.controles.woordplaatsen import passages_van
from convenantwerk.tekst.boom import Convenant
from convenantwerk.tekst.lezen import lees_tekst


def termen(text: str) -> list[tuple[str, ...]]:
    """Return the names of the terms that a chapter defines."""
    bestand, _ = lees_tekst(f"# 1 Proef\n\n{text}\n", "proef.md")
    assert bestand is not None
    passages = tuple(passages_van(Convenant((bestand.element,), "proef")))
    return [definitie.namen for definitie in lees_definities(passages)]


@pytest.mark.parametrize(
    ("zin", "namen"),
    [
        ('De gemeente Proefdam, verder te noemen "Kassier", betaalt.', ("Kassier",)),
        ("De gemeente Proefdam, verder te noemen: de Kassier, betaalt.", ("Kassier",)),
        ("De gemeente Proefdam (hierna: de Kassier) betaalt.", ("Kassier",)),
        ("De gemeente Proefdam (hierna te noemen ‘Kassier’) betaalt.", ("Kassier",)),
        ("De gemeente Proefdam (verder: Kassier) betaalt.", ("Kassier",)),
        ("De gemeente Proefdam (hierna ook aangeduid als: “de Kassier”) betaalt.", ("Kassier",)),
        (
            'Hierna gezamenlijk te noemen "Partijen" en elk afzonderlijk "Partij".',
            ("Partijen", "Partij"),
        ),
        ("Onder casus wordt in dit convenant verstaan: een situatie.", ("casus",)),
        ("In dit convenant wordt onder casus verstaan: een situatie.", ("casus",)),
        ("In dit convenant wordt verstaan onder casus: een situatie.", ("casus",)),
        ("Onder een casus verstaan partijen een situatie.", ("casus",)),
        ("De Algemene Baten Voorbeeld (ABV) ziet toe.", ("ABV",)),
    ],
)
def test_a_sentence_that_defines_a_term(zin: str, namen: tuple[str, ...]) -> None:
    """However lawyers say it; the article is no part of the term."""
    assert termen(zin) == [namen]


@pytest.mark.parametrize(
    "zin",
    [
        "Verder gebruik van die informatie geschiedt onder verantwoordelijkheid van Partijen.",
        "Zie verder bijlage 3 (en verder artikel 4).",
        "De hierna genoemde Partijen doen mee.",
        "Hieronder verstaan we wat binnen één keten kan.",
        "Het werk valt onder de leiding van de voorzitter en wordt betaald.",
        "Onder andere verstaan zij elkaar. De kosten (zie bijlage) zijn hoog.",
        "De Stuurgroep heeft tot taak: besluiten.",
    ],
)
def test_a_sentence_that_looks_like_it_and_defines_nothing(zin: str) -> None:
    """The words have other uses: "verder", "hierna", "onder"."""
    assert termen(zin) == []


@pytest.mark.parametrize(
    "kop", ["Begrippen", "Definities", "Begripsbepalingen", "Begripsomschrijving", "Begrippenlijst"]
)
def test_a_list_under_a_heading(kop: str) -> None:
    """With letters, dashes or none, in a table, with another name behind it or in brackets."""
    tekst = f"""## Artikel 1 {kop}

a. casus: een situatie;

b. **de Partij of Partijen**: wie deelneemt;

c. Algemene Baten Voorbeeld (ABV): een dienst;

- partner(s) = een organisatie
- melder – wie iets voorlegt

Weging: de beoordeling.

| Begrip | Betekenis |
| --- | --- |
| **verslag** | wat is opgeschreven |

## Artikel 2 Werkwijze

a. taken: wat er moet gebeuren."""
    assert termen(tekst) == [
        ("casus",),
        ("Partij", "Partijen"),
        ("Algemene Baten Voorbeeld", "ABV"),
        ("partner",),
        ("melder",),
        ("Weging",),
        ("verslag",),
    ]


def test_a_list_that_a_sentence_opens() -> None:
    """Under whatever heading; it ends with its artikel."""
    tekst = """## Artikel 1 Algemeen

1. In deze overeenkomst wordt verstaan onder:

   a. casus: een situatie;

   b. melder: wie iets voorlegt.

## Artikel 2 Taken

a. bureau: het werk."""
    assert termen(tekst) == [("casus",), ("melder",)]
