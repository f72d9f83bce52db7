"""Tips that name a command lead to the page that does the same."""

from __future__ import annotations

import re

import pytest
from tests.voorbeelden import ROOT

from convenantwerk.basis.codes import CODES
from convenantwerk.kantoor.antwoord import Knop
from convenantwerk.kantoor.tips import PLAATSEN, met_koppelingen


@pytest.mark.parametrize(
    ("tip", "naar"),
    [
        ("'convenant corrigeer' toont hoe zij heten", "/geschiedenis"),
        ("'convenant toetreding voorbeeld-ggz' zegt wat u doet", "/toetreding/voorbeeld-ggz"),
        ("'convenant toetreding PARTNER'", "/toetreding"),
        ("'convenant toetreding <b>'", "/toetreding"),
        ("'convenant wijzig partner halt --adres X'", "/doe/wijzig-partner?partner=halt"),
        ("'convenant wijzig ondertekenaar x'", "/doe/wijzig-ondertekenaar?ondertekenaar=x"),
        ("'convenant wijzig besluit'", "/besluiten"),
    ],
)
def test_a_command_becomes_a_link(tip: str, naar: str) -> None:
    """To the one it names, when it is a sleutel; the words around it stay."""
    (knop,) = (deel for deel in met_koppelingen(tip) if isinstance(deel, Knop))
    assert knop.naar == naar


@pytest.mark.parametrize(
    "tip",
    [
        "pas de tekst aan",
        "gebruik 'convenant controleer --herstel-tekens'",
        "'convenant onbekend' doet niets",
        "",
    ],
)
def test_what_no_page_does_stays_as_it_is(tip: str) -> None:
    """Word for word."""
    assert "".join(map(str, met_koppelingen(tip))) == tip


def test_the_words_around_the_links_stay() -> None:
    """With two of them in one tip too."""
    delen = list(met_koppelingen("bied aan met 'convenant pakket' of 'convenant toetreding'."))
    assert [str(d) if isinstance(d, str) else d.naar for d in delen] == [
        *("bied aan via ", "/ondertekening", " of ", "/toetreding", "."),
    ]


def test_an_opmerking_is_written_by_the_page() -> None:
    """Who reads the text there chooses it; the line in the source need not be known."""
    for code in ("CV122", "CV123", "CV144"):
        gezegd = "".join(map(str, met_koppelingen(CODES[code].tip)))
        assert gezegd.endswith("hoort het zo, kies dan “Dit klopt zo, omdat …”")


def test_a_page_is_a_way_and_a_command_a_tool() -> None:
    """What is done with a command is done by way of a page; other words are left alone."""
    eerste, *_ = met_koppelingen("Met 'convenant pakket' biedt u aan")
    assert eerste == "Via "
    eerste, *_ = met_koppelingen("leg met zorg vast: 'convenant pakket'")
    assert eerste == "leg met zorg vast: "


@pytest.mark.parametrize(
    "tip",
    [
        "verbeter ze; is deze tekst werkelijk zo vastgesteld, gebruik dan --ondanks-fouten",
        "verbeter eerst deze fouten; daarvoor geldt --ondanks-fouten niet",
        "Gebruik --editie doorlopend, of zet het besluit erbij als wijziging 'aanhechten'",
        "noem het met --kenmerk",
        "zet het terug zoals het was (git checkout); een andere tekst wordt een nieuwe versie",
        "zet de map archief terug (git checkout, of uw reservekopie)",
    ],
)
def test_an_option_is_told_in_the_words_of_the_form(tip: str) -> None:
    """Nobody types an option in a page."""
    getoond = "".join(map(str, met_koppelingen(tip)))
    assert "--" not in getoond
    assert "git" not in getoond
    assert getoond[0].isupper() == tip[0].isupper()


def test_every_command_that_a_tip_names_is_in_the_table() -> None:
    """Who names another command says which page does the same, or that none does."""
    genoemd = {
        opdracht
        for path in (ROOT / "src/convenantwerk").rglob("*.py")
        if "cli" not in path.parts
        for opdracht in re.findall(r"""["( ]'convenant ([a-z]+)""", path.read_text("utf-8"))
    }
    assert len(genoemd) > 10
    assert genoemd <= {*(naam.split()[0] for naam in PLAATSEN), "kantoor"}  # it is open
