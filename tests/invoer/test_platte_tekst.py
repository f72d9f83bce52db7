"""A text file is read as a careful person reads it, and no word of it is lost."""

import re

import pytest
from tests.invoer.rekening import getoond, verschil
from tests.voorbeelden import ROOT

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.invoer import grenzen
from convenantwerk.invoer.brok import Alineabrok, Ingelezen, Wens
from convenantwerk.invoer.platte_tekst import lees
from convenantwerk.tekst.boom import Voetnoot, alle_inline, plain

GEVALLEN = re.findall(
    r"^## (.+)\n((?:>.*\n)+)\n((?:    .*\n)+)(?:\nweg: (.*)\n)?",
    (ROOT / "tests" / "cases" / "platte_tekst.md").read_text("utf-8"),
    re.MULTILINE,
)
BRON = ROOT / "tests" / "bron" / "samenwerkings-en-privacyconvenant-vhhm-2018.txt"


def _gelezen(tekst: str | bytes) -> Ingelezen:
    data = tekst if isinstance(tekst, bytes) else tekst.encode()
    gelezen = lees(data, "tekst.txt", Wens())
    assert verschil(gelezen) == ({}, {})
    return gelezen


def _geweigerd(data: bytes) -> tuple[str, int, str]:
    with pytest.raises(OnleesbaarError) as error:
        lees(data, "tekst.txt", Wens())
    (found,) = error.value.diagnostics
    return found.code, found.position.line, found.melding


def test_every_case_is_a_test() -> None:
    """No case is passed over by a slip of its form."""
    text = (ROOT / "tests" / "cases" / "platte_tekst.md").read_text("utf-8")
    assert len(GEVALLEN) == text.count("\n## ") >= 10


@pytest.mark.parametrize(("naam", "bron", "uit", "weg"), GEVALLEN)
def test_cases(naam: str, bron: str, uit: str, weg: str) -> None:
    """What a jurist can read in tests/cases/platte_tekst.md."""
    del naam
    gelezen = _gelezen(re.sub(r"^> ?", "", bron, flags=re.MULTILINE))
    assert getoond(gelezen.brokken) == [line[4:] for line in uit.splitlines()]
    assert "; ".join(w.tekst for w in gelezen.weggelaten) == weg


def test_the_source_document_is_read_whole() -> None:
    """Its marks, its emphasis, its contents list and its notes; and no word of it is lost."""
    gelezen = _gelezen(BRON.read_bytes())
    alineas = [brok for brok in gelezen.brokken if isinstance(brok, Alineabrok)]
    merken = [brok.merk for brok in alineas if brok.merk not in ("", "-")]
    assert merken[:8] == ["1)", "2)", "3)", "a.", "b.", "c.", "d.", "e."]
    assert {"5.3", "22.5", "25.1"} < set(merken)
    assert [brok.lijstdiepte for brok in alineas if brok.plek.nummer in (521, 522)] == [0, 1]
    assert sum(brok.inhoudsopgave for brok in alineas) == 30
    noten = [n for b in alineas for n in alle_inline(b.inhoud) if isinstance(n, Voetnoot)]
    assert [noot.merk for noot in noten] == list("123456")
    assert plain(noten[3].inhoud) == "ad 2016: dit zijn de huidige locaties"


def test_pages_lose_what_stands_on_each() -> None:
    """The lines at the top and the bottom, alike but for the number; a sentence goes on."""
    blad = "Convenant Voorbeeldstad\n\n{0}\n\nconcept 1\n{1}\n"
    zin = (
        "Dit convenant regelt hoe de partijen met elkaar samenwerken bij de\n"
        "aanpak van problemen die geen van hen alleen kan oplossen. Deze\n"
        "partijen verwerken gegevens alleen voor zover dat nodig is voor de\n"
        "uitvoering van hun taken, en bespreken dat in het overleg dat elke\n"
        "maand bijeenkomt, onder leiding van een onafhankelijke voorzitter die"
    )
    bladen = [
        blad.format(zin, "1"),
        blad.format("daarvoor is aangewezen.", "2"),
        blad.format("Artikel 4 Duur", "3"),
    ]
    gelezen = _gelezen("\f".join(bladen))
    regels = getoond(gelezen.brokken)
    assert regels[0].endswith("voorzitter die daarvoor is aangewezen.")
    assert regels[1:] == ["---", "Artikel 4 Duur"]
    redenen = [weg.waarom for weg in gelezen.weggelaten]
    assert redenen == ["koptekst", "voettekst", "bladzijdenummer"] * 3


@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_letters_are_read_however_they_are_stored(codering: str) -> None:
    """The same text; of the old way it is told, since nobody can be sure of it."""
    gelezen = _gelezen("Coördinatie – één\r\nAct\r".encode(codering))
    assert getoond(gelezen.brokken) == ["Coördinatie – één", "Act"]
    assert [o.tekst for o in gelezen.onzeker] == ["Coördinatie"] * (codering == "cp1252")


def test_what_is_no_text_is_refused() -> None:
    """CV952, with the line; CV951 for what is too much."""
    assert _geweigerd(b"een\nco\x94rdinatie ge\x8bnd")[:2] == ("CV952", 2)  # of DOS
    assert _geweigerd(b"een\n\xff\x81\xfe")[:2] == ("CV952", 2)
    assert _geweigerd("één".encode("utf-16-le"))[0] == "CV952"
    assert _geweigerd(b"\xff\xfea\x00\x00\xd8")[0] == "CV952"
    assert _geweigerd(b"ab\x01\x02\x03\x04\x05")[0] == "CV952"


def test_what_is_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A size and a number of paragraphs that no agreement has."""
    monkeypatch.setattr(grenzen, "ALINEAS", 2)
    assert _geweigerd(b"a\nb\nc\n")[0] == "CV951"
    monkeypatch.setattr(grenzen, "TEKST", 2)
    assert _geweigerd(b"abc")[0] == "CV951"


def test_signs_become_ordinary_and_are_told() -> None:
    """Word by word, with the line and what they were."""
    tekst = "gewoon\nhet infor\u00admatiepunt ﬁnancie\u0308le hulp\u00a0of nul\u200bbreed\n"
    gelezen = _gelezen(tekst)
    assert getoond(gelezen.brokken)[1] == "het informatiepunt financiële hulp of nulbreed"
    assert {(b.was, b.wordt) for b in gelezen.bewerkt} == {
        ("infor\u00admatiepunt", "informatiepunt"),
        ("ﬁnancie\u0308le", "financiële"),
        ("hulp\u00a0of", "hulp of"),
        ("nul\u200bbreed", "nulbreed"),
    }
    assert {b.plek.nummer for b in gelezen.bewerkt} == {2}
    assert "zacht afbreekstreepje" in gelezen.bewerkt[0].waarom
    assert _gelezen("de т en т\u0435kst").bewerkt == ()  # letters of another script stay
    assert _gelezen("coÃ¶rdinatie x").onzeker[0].tekst == "coÃ¶rdinatie"


@pytest.mark.traag
def test_hard_text_takes_no_longer() -> None:
    """A line of a million stars, of hyphens, of hard spaces; a file of empty lines."""
    for stuk in ("*", "*a ", "\u00a0", "- ", "a\u00a0", "¹ ", "x-\n", "1. ", "…… 1\n", "\f", "a\f"):
        lees((stuk * 5_000).encode(), "tekst.txt", Wens())
