"""The proof of an import counts every word, and sees one that is lost or added."""

from dataclasses import replace

from convenantwerk.invoer.bewijs import verschil, woorden
from convenantwerk.invoer.brok import Alineabrok, Bewerkt, Ingelezen, Plek, Weggelaten
from convenantwerk.invoer.gebouwd import Gebouwd
from convenantwerk.tekst.boom import Nadruk, Tekst
from convenantwerk.tekst.lezen import lees_tekst

PLEK = Plek("regel", 1)


def _gebouwd(tekst: str) -> Gebouwd:
    bestand, bevindingen = lees_tekst(tekst, "01.md")
    assert bestand is not None
    assert not bevindingen
    return Gebouwd(("deel-1",), {"deel-1/01.md": bestand})


def _ingelezen(tekst: str) -> Ingelezen:
    return Ingelezen("platte tekst", (), woorden(tekst))


def test_every_word_of_the_file_is_in_the_text() -> None:
    """Headings, marks, onderdelen, notes, cells and placeholders all count."""
    gebouwd = _gebouwd(
        "# Artikel 1 Doel\n\n1. Het *doel*[^1] is:\n   a. hulp – zorg; en\n   b. [naam].\n\n"
        "| wie | wat |\n| --- | --- |\n| ik | jij |\n\n[^1]: Zie elders.\n"
    )
    bron = "Artikel 1 Doel 1. Het doel is: a. hulp – zorg; en b. [naam]. wie wat ik jij Zie elders."
    assert verschil(_ingelezen(bron), gebouwd) == ({}, {})


def test_a_word_that_is_lost_or_added_is_seen() -> None:
    """Each with how often."""
    gebouwd = _gebouwd("# Artikel 1 Doel\n\nHet doel is zorg zorg.\n")
    te_weinig, te_veel = verschil(_ingelezen("Artikel 1 Doel Het doel is hulp."), gebouwd)
    assert te_weinig == {"hulp.": 1}
    assert te_veel == {"zorg": 1, "zorg.": 1}


def test_what_is_reported_is_no_loss() -> None:
    """What was left out, and what is written otherwise."""
    ingelezen = replace(
        _ingelezen("Pagina 1 Artikel 1 Doel Het infor- matiepunt."),
        weggelaten=(Weggelaten("Pagina 1", PLEK, "voettekst"),),
        bewerkt=(Bewerkt("infor- matiepunt.", "informatiepunt.", PLEK, "afgebroken"),),
    )
    assert verschil(ingelezen, _gebouwd("# Artikel 1 Doel\n\nHet informatiepunt.\n")) == ({}, {})


def test_a_paragraph_is_bold_when_all_its_words_are() -> None:
    """Spaces between bold words do not matter, one word that is not bold does."""
    vet = Nadruk("vet", (Tekst("Artikel 3"),))
    assert Alineabrok((vet, Tekst(" "), vet), PLEK).vet
    assert not Alineabrok((vet, Tekst(" Doel")), PLEK).vet
    assert not Alineabrok((), PLEK).vet
