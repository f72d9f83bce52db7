"""The numbers that Word shows; the cases are in tests/cases/nummering_word.md.

scripts/proef_nummering has LibreOffice number the same files, and many made up ones.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from tests.gevallen import Geval, gevallen
from tests.woordlijsten import NS, Woordlijst, geteld, merken, woordlijst

from convenantwerk.invoer.docx.nummering import ONBEKEND_NIVEAU, Merk, Telraam
from convenantwerk.invoer.docx.ooxml import Xml
from convenantwerk.invoer.docx.stijlen import Stijlen

LEEG = Stijlen(None)


@pytest.mark.parametrize("geval", gevallen("nummering_word"), ids=lambda geval: geval.titel)
def test_the_numbers_are_those_that_word_shows(geval: Geval) -> None:
    """Each paragraph has the number that its case lists."""
    assert geteld(woordlijst(geval.bron)) == geval.verwacht[0].split(" / ")


def nummering(binnen: str) -> Xml:
    """Return a numbering.xml."""
    return etree.fromstring(f"<w:numbering {NS}>{binnen}</w:numbering>")


def alinea(binnen: str) -> Xml:
    """Return the pPr of a paragraph."""
    return etree.fromstring(f"<w:pPr {NS}>{binnen}</w:pPr>")


def in_lijst(nummer: str, niveau: str = "0") -> Xml:
    """Return the pPr of a paragraph in a list."""
    return alinea(f'<w:numPr><w:ilvl w:val="{niveau}"/><w:numId w:val="{nummer}"/></w:numPr>')


def definitie(binnen: str, num: str = "") -> Xml:
    """Return a numbering.xml with one definition and a list of it."""
    return nummering(
        f'<w:abstractNum w:abstractNumId="0">{binnen}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/>{num}</w:num>'
    )


def niveau(tekst: str, ilvl: str = "0", meer: str = '<w:start w:val="1"/>') -> str:
    """Return a level that shows a text."""
    return f'<w:lvl w:ilvl="{ilvl}">{meer}<w:lvlText w:val="{tekst}"/></w:lvl>'


KAPOT = {
    "no numbering.xml": (None, [None, None]),
    "nothing in it": (nummering(""), [None, None]),
    "no definition": (
        nummering('<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'),
        [None, None],
    ),
    "a list of nothing": (nummering('<w:num w:numId="1"/>'), [None, None]),
    "a definition without levels": (definitie(""), ["1.", "2."]),
    "a level without a text": (definitie('<w:lvl w:ilvl="0"/>'), ["", ""]),
    "a level without a number": (definitie("<w:lvl/>"), ["1.", "2."]),
    "a level nought in the text": (definitie(niveau("%0.%1")), ["%0.1", "%0.2"]),
    "a level twelve in the text": (definitie(niveau("%12")), ["12", "22"]),
    "a level that is deeper": (definitie(niveau("%9%1")), ["1", "2"]),
    "only a sign of a level": (definitie(niveau("%")), ["%", "%"]),
    "it begins below nought": (definitie(niveau("%1", meer='<w:start w:val="-5"/>')), ["0", "1"]),
    "it begins very far": (
        definitie(niveau("%1", meer='<w:start w:val="1000000000000"/>')),
        ["32767", "32768"],
    ),
    "it begins at no number": (definitie(niveau("%1", meer='<w:start w:val="x"/>')), ["0", "1"]),
    "the last level there is": (definitie(niveau("%1 %9", ilvl="99")), ["1.", "2."]),
    "a style of lists that is not there": (
        definitie('<w:numStyleLink w:val="Weg"/>'),
        ["1.", "2."],
    ),
    "an override that is empty": (
        definitie(niveau("%1."), '<w:lvlOverride w:ilvl="0"/><w:lvlOverride/>'),
        ["1.", "2."],
    ),
    "an override that begins at no number": (
        definitie(niveau("%1."), '<w:lvlOverride w:ilvl="0"><w:startOverride/></w:lvlOverride>'),
        ["1.", "2."],
    ),
    "a number format that nobody knows": (
        definitie(niveau("%1.", meer='<w:start w:val="1"/><w:numFmt w:val="klingon"/>')),
        ["1.", "2."],
    ),
}


@pytest.mark.parametrize(("root", "verwacht"), KAPOT.values(), ids=KAPOT)
def test_what_is_broken_shows_what_is_left(root: Xml, verwacht: list[str | None]) -> None:
    """No numbering.xml ends in an error: there is no list, or a level shows less."""
    telraam = Telraam(root, LEEG)
    shown = [telraam.merk(in_lijst("1")) for _ in verwacht]
    assert [merk and merk.tekst for merk in shown] == verwacht


def test_levels_that_do_not_exist_are_the_nearest_that_do() -> None:
    """A paragraph on level 99 is on the last, one on -3 on the first."""
    telraam = Telraam(definitie(niveau("%1.") + niveau("%9)", ilvl="8")), LEEG)
    shown = [telraam.merk(in_lijst("1", ilvl)) for ilvl in ("99", "-3", "8", "x")]
    assert [(merk.tekst, merk.diepte) for merk in shown if merk] == [
        *(("1)", 8), ("2.", 0), ("1)", 8), ("3.", 0)),
    ]


def schakels(naar: dict[int, int]) -> Merk | None:
    """Return what list 1 shows, when the style of each list stands for another list."""
    nummers = nummering(
        "".join(
            f'<w:abstractNum w:abstractNumId="{n}"><w:numStyleLink w:val="L{n}"/></w:abstractNum>'
            for n in naar
        )
        + "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in naar)
    )
    blad = "".join(
        f'<w:style w:type="numbering" w:styleId="L{n}"><w:pPr><w:numPr><w:numId w:val="{doel}"/>'
        "</w:numPr></w:pPr></w:style>"
        for n, doel in naar.items()
    )
    stijlen = Stijlen(etree.fromstring(f"<w:styles {NS}>{blad}</w:styles>"))
    return Telraam(nummers, stijlen).merk(in_lijst("1"))


@pytest.mark.parametrize(
    "naar", [{1: 1}, {1: 2, 2: 1}, {1: 2, 2: 3, 3: 2}, {n: n + 1 for n in range(1, 3000)}]
)
def test_styles_of_lists_that_go_round_end(naar: dict[int, int]) -> None:
    """A style of lists that never comes to levels has none: what is shown is unsure."""
    assert schakels(naar) == Merk("1.", 0, 0, ONBEKEND_NIVEAU)


def test_a_number_format_that_is_not_sure_is_named() -> None:
    """A person must look at what Word writes in words, or in a format we do not know."""
    geval = woordlijst(
        """
        definitie A
        niveau 1: ordinalText "%1 lid"
        niveau 2: chicago "%2"
        niveau 3: decimal "%3"
        lijst a van A
        alinea's: a1 a2 a3
        """
    )
    assert [(merk.tekst, merk.onzeker) for merk in merken(geval) if merk] == [
        *(("Eerste lid", "ordinalText"), ("1", "chicago"), ("1", "")),
    ]


def test_a_hidden_number_counts() -> None:
    """A level of which the number is hidden shows nothing, and counts."""
    geval = woordlijst(
        """
        definitie A
        niveau 1: decimal "%1." verborgen
        niveau 2: decimal "%1.%2"
        lijst a van A
        alinea's: a1 a1 a2
        """
    )
    assert geteld(geval) == ["leeg", "leeg", "2.1"]


def links(ppr: str, stijl: str = "") -> float:
    """Return where the mark of a paragraph stands, of a level that is at 36 and hangs out 18."""
    level = niveau("%1.", meer='<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>')
    stijlen = (
        f'<w:styles {NS}><w:style w:type="paragraph" w:styleId="S">{stijl}</w:style></w:styles>'
    )
    merk = Telraam(definitie(level), Stijlen(etree.fromstring(stijlen))).merk(alinea(ppr))
    assert merk is not None
    return merk.links


def test_where_the_mark_stands() -> None:
    """A level indents over the style that names it, not over what is said beside it or later."""
    lijst = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    in_stijl = '<w:pStyle w:val="S"/>'
    assert links(lijst) == 18
    assert links(f'{lijst}<w:ind w:left="1440"/>') == 54
    assert links(f'{lijst}<w:ind w:left="1440" w:hanging="0"/>') == 72
    assert links(in_stijl, f"<w:pPr>{lijst}</w:pPr>") == 18
    assert links(in_stijl, f'<w:pPr>{lijst}<w:ind w:start="2cm" w:hanging="0"/></w:pPr>') == (
        pytest.approx(56.69, abs=0.01)
    )
    op = f'{lijst}<w:ind w:hanging="0"/></w:pPr></w:style><w:style w:styleId="T">'
    verder = '<w:basedOn w:val="S"/><w:pPr><w:ind w:left="1440"/></w:pPr>'
    assert links('<w:pStyle w:val="T"/>', f"<w:pPr>{op}{verder}") == 72
    assert links(f"{in_stijl}{lijst}", '<w:pPr><w:ind w:left="1440"/></w:pPr>') == 18


def test_a_paragraph_that_is_not_shown_is_left_out_of_the_count() -> None:
    """Who reads the file does not ask the mark of a hidden paragraph; the next has its number."""
    telraam = Telraam(definitie(niveau("%1.")), LEEG)
    verborgen = alinea('<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr>')
    assert LEEG.alinea(verborgen).verborgen
    shown = [
        telraam.merk(ppr)
        for ppr in (in_lijst("1"), verborgen, in_lijst("1"))
        if not LEEG.alinea(ppr).verborgen
    ]
    assert [merk.tekst for merk in shown if merk] == ["1.", "2."]


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 3)), max_size=30))
def test_numbers_go_up_by_one_or_begin_again(rij: list[tuple[int, int]]) -> None:
    """Of two paragraphs on one level with none above between them, the second is one further."""
    geval = woordlijst(
        """
        definitie A
        niveau 1: decimal "%1"
        niveau 2: decimal "%1.%2"
        niveau 3: decimal "%1.%2.%3"
        niveau 4: decimal "%1.%2.%3.%4"
        lijst a van A
        lijst b van A
        alinea's: """
        + " ".join(f"{'ab'[lijst]}{diepte + 1}" for lijst, diepte in rij)
    )
    laatste = [0, 0, 0, 0]
    for (_, diepte), tekst in zip(rij, geteld(geval), strict=True):
        laatste[diepte] += 1
        laatste[:diepte] = [max(1, boven) for boven in laatste[:diepte]]
        laatste[diepte + 1 :] = [0] * (3 - diepte)
        assert tekst == ".".join(map(str, laatste[: diepte + 1]))


def test_what_a_file_says_is_not_changed_by_counting() -> None:
    """The same file, counted twice, has the same numbers."""
    geval: Woordlijst = woordlijst(gevallen("nummering_word")[0].bron)
    assert geteld(geval) == geteld(geval)


def test_levels_are_read_once_for_all_lists_of_a_definition() -> None:
    """So a file with many lists of a long definition takes no longer than it is long."""
    levels = "".join(niveau(f"{n} %1.") for n in range(1000))
    lijsten = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/></w:num>' for n in range(2, 1000)
    )
    root = definitie(levels)
    root.extend(list(nummering(lijsten)))
    telraam = Telraam(root, LEEG)
    shown = [telraam.merk(in_lijst(str(n))) for n in range(1, 1000)]
    assert [merk.tekst for merk in shown if merk][-1] == "999 999."
