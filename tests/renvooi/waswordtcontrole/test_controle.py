"""Tables as people make them, and what is wrong with them."""

import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import docx
import pytest
from tests.addenda.test_zinnen import cases as zinsgevallen
from tests.overeenkomst import nieuwe_tekst, oude_tekst
from tests.renvooi.waswordt.tabellen import editie
from tests.renvooi.waswordt.test_gevallen import cases as waswordtgevallen

from convenantwerk.papier.document import text_of
from convenantwerk.renvooi.vergelijking import vergelijk
from convenantwerk.renvooi.waswordt import waswordt
from convenantwerk.renvooi.waswordtcontrole import (
    Tabelbevinding,
    Tabeloordeel,
    beoordeel,
    lees_rijen,
)
from convenantwerk.renvooi.waswordtcontrole.inlezen import lees_tabellen
from convenantwerk.renvooi.waswordtcontrole.kolommen import samen, vind_kolommen

pytestmark = pytest.mark.traag

OUD = """# 1 Samenwerking

## Artikel 5 Overleg

5.1 Het bureau belegt elke maand een overleg met alle partners.

5.2 De voorzitter stuurt de agenda ten minste zes dagen van tevoren rond.

5.3 Op verzoek van een partner:
    a. wordt een punt op de agenda gezet;
    b. wordt een deskundige uitgenodigd;
    c. maakt het bureau een verslag.

## Artikel 6 Duur

6.1 De overeenkomst geldt voor een jaar en wordt stilzwijgend verlengd.

6.2 Opzeggen kan met een termijn van zes maanden, per aangetekende brief aan het bureau.
"""
NIEUW = (
    OUD.replace("zes dagen", "tien dagen")
    .replace("c. maakt het bureau een verslag.", "c. maakt het bureau een besluitenlijst.")
    .replace("zes maanden, per aangetekende brief", "drie maanden, per brief of e-mail")
)
Rijen = Sequence[tuple[str, ...]]
GOED = [
    ("artikel 5.2", "ten minste zes dagen van tevoren", "ten minste tien dagen van tevoren"),
    (
        "artikel 5.3 onder c",
        "c. maakt het bureau een verslag.",
        "c. maakt het bureau een besluitenlijst.",
    ),
    (
        "artikel 6.2",
        "Opzeggen kan met een termijn van zes maanden, per aangetekende brief aan het bureau.",
        "Opzeggen kan met een termijn van drie maanden, per brief of e-mail aan het bureau.",
    ),
]
KOP = ("Artikel", "Was", "Wordt")


def oordeel(
    rijen: Rijen, kop: tuple[str, ...] = KOP, oud: str = OUD, nieuw: str = NIEUW
) -> Tabeloordeel:
    """The judgement of a table with this head and these rows."""
    rooster = [list(rij) for rij in (kop, *rijen)]
    kolommen = vind_kolommen(rooster, ("2017", "2018"))
    assert kolommen is not None
    return beoordeel(rooster, kolommen, vergelijk(editie(oud), editie(nieuw)), ("2017", "2018"))


def kort(gevonden: Tabeloordeel) -> list[tuple[int, str, str]]:
    """Row, column and kind of every finding."""
    return [(b.rij, b.kolom, b.soort) for b in gevonden.bevindingen]


def met(nummer: int, *rij: str) -> list[tuple[str, ...]]:
    """The good table with another row in the place of one."""
    return [*GOED[: nummer - 1], rij, *GOED[nummer:]]


def enige(gevonden: Tabeloordeel) -> Tabelbevinding:
    """The one finding that there is."""
    (bevinding,) = gevonden.bevindingen
    return bevinding


def test_a_good_table_has_no_findings() -> None:
    """Every quotation is counted, and so is what is literal."""
    gevonden = oordeel(GOED)
    assert kort(gevonden) == []
    assert (gevonden.rijen, gevonden.citaten, gevonden.letterlijk) == (3, 6, 6)
    assert gevonden.kolommen == "was staat in kolom “Was”, wordt in “Wordt”, onderdeel “Artikel”"


def test_a_quotation_that_is_not_literal_is_shown_beside_the_text() -> None:
    """With the words that differ, what is written first."""
    rij = ("artikel 5.2", "ten minste 6 dagen tevoren", "ten minste tien dagen van tevoren")
    bevinding = enige(oordeel(met(1, *rij)))
    assert (bevinding.rij, bevinding.kolom, bevinding.soort) == (1, "was", "niet letterlijk")
    assert "ten minste zes dagen van tevoren" in bevinding.juist
    assert bevinding.waar == "artikel 5.2"
    assert ("6", "zes") in bevinding.anders


def test_words_of_another_lid_are_in_the_wrong_place() -> None:
    """The place where they do stand is told."""
    rij = ("artikel 5.1", *GOED[0][1:])
    found = oordeel(met(1, *rij)).bevindingen
    assert [(b.kolom, b.soort, b.waar) for b in found] == [
        ("was", "verkeerde plaats", "artikel 5.2"),
        ("wordt", "verkeerde plaats", "artikel 5.2"),
    ]


def test_a_place_that_does_not_exist_is_told() -> None:
    """In neither edition."""
    assert kort(oordeel(met(1, "artikel 9.4", *GOED[0][1:]))) == [(1, "", "onbekende plaats")]


def test_a_change_that_no_row_tells_of_is_missing() -> None:
    """With what was and what is now, and where."""
    bevinding = enige(oordeel(GOED[:2]))
    assert (bevinding.soort, bevinding.plaats) == ("ontbreekt", "Artikel 6.2")
    assert "drie maanden" in bevinding.juist


def test_half_of_a_change_is_missing_too() -> None:
    """What a row leaves out by (…) it does not tell."""
    rij = ("artikel 6.2", "een termijn van zes maanden (…)", "een termijn van drie maanden (…)")
    bevinding = enige(oordeel(met(3, *rij)))
    assert bevinding.soort == "ontbreekt"
    assert "per" not in bevinding.zin.split("“")[0]
    assert "aangetekende" in bevinding.zin


def test_a_row_in_which_nothing_changes() -> None:
    """Was and wordt alike, or words of a place that did not change."""
    gelijk = ("artikel 5.1", "Het bureau belegt", "Het bureau belegt")
    assert kort(oordeel([*GOED, gelijk])) == [(4, "", "geen wijziging")]
    ander = ("artikel 6.1", "geldt voor een jaar", "wordt stilzwijgend verlengd")
    assert kort(oordeel([*GOED, ander])) == [(4, "", "geen wijziging")]


@pytest.mark.parametrize("weg", ["(…)", "…", "[...]", "(...)", "[…]", " ... "])
def test_what_is_left_out_is_no_difference(weg: str) -> None:
    """Whatever stands for it."""
    rij = (
        "artikel 6.2",
        f"termijn van zes maanden, {weg} aangetekende brief {weg}",
        f"termijn van drie maanden, per brief of e-mail {weg} bureau.",
    )
    assert kort(oordeel(met(3, *rij))) == []


def test_pieces_are_literal_each_but_not_when_they_are_put_together() -> None:
    """Between two pieces stands a sign that something is left out, or they must follow."""
    rij = ("artikel 5.2", "van tevoren rond (…) zes dagen", GOED[0][2])
    assert kort(oordeel(met(1, *rij))) == []
    rij = ("artikel 5.2", "tevoren rond zes dagen", GOED[0][2])
    assert kort(oordeel(met(1, *rij))) == [(1, "was", "niet letterlijk")]


def test_quotes_and_spaces_are_no_difference_and_what_is_invisible_is_named() -> None:
    """A no-break space is a space; a soft hyphen is told."""
    rij = ("artikel 5.2", "“ten  minste zes\u00a0dagen\nvan tevoren”", "'ten minste tien dagen'")
    assert kort(oordeel(met(1, *rij))) == []
    rij = ("artikel 5.2", "ten min\u00adste zes dagen", GOED[0][2])
    bevinding = enige(oordeel(met(1, *rij)))
    assert (bevinding.soort, bevinding.kolom) == ("onzichtbaar teken", "was")
    assert "U+00AD" in bevinding.zin


@pytest.mark.parametrize(
    "plaats",
    [
        *("5.3 onder c", "art. 5.3 sub c", "artikel 5, derde lid, onder c", "Art. 5 lid 3 onder c"),
        *("artikel 5.3, onderdeel c", "5.3 c", "artikel 5", "Artikel 5 Overleg", "Overleg"),
        *("hoofdstuk 1", "lid 5.3", "artikel 5.2 en 5.3", "Deel 1, artikel 5.3"),
    ],
)
def test_people_name_places_in_many_ways(plaats: str) -> None:
    """All of these hold artikel 5.3, onder c."""
    assert kort(oordeel(met(2, plaats, *GOED[1][1:]))) == []


def test_a_table_without_heads_is_read_by_position() -> None:
    """And it is said which columns were taken."""
    rooster = [list(rij) for rij in GOED]
    kolommen = vind_kolommen(rooster, ("2017", "2018"))
    assert kolommen is not None
    assert (kolommen.onderdeel, kolommen.was, kolommen.wordt) == ((0,), 1, 2)
    assert kolommen.hoe == "geen kop noemt ze: was is kolom 2, wordt is kolom 3"


@pytest.mark.parametrize(
    ("kop", "verwacht"),
    [
        (("Artikel", "Oude tekst", "Nieuwe tekst", "Reden"), (1, 2, (0,), 3)),
        (("Huidige tekst", "Voorgestelde tekst"), (0, 1, (), None)),
        (("Nr.", "Artikel", "Lid", "Was", "Wordt"), (3, 4, (0, 1, 2), None)),
        (("Bepaling", "Toelichting", "Wordt", "Was"), (3, 2, (0,), 1)),
        (("Onderdeel", "2017", "2018"), (1, 2, (0,), None)),
        (("", "WAS (2017)", "WORDT (2018)"), (1, 2, (0,), None)),
    ],
)
def test_columns_are_known_by_their_heads(
    kop: tuple[str, ...], verwacht: tuple[object, ...]
) -> None:
    """In any order, by the words that people use."""
    kolommen = vind_kolommen([list(kop), ["x"] * len(kop)], ("2017", "2018"))
    assert kolommen is not None
    assert kolommen[:4] == verwacht


def test_a_replacement_throughout_is_one_row() -> None:
    """And when it is missing, that is one finding."""
    oud = "# 1 Zorg\n\n## Artikel 1 Taken\n\n" + "\n\n".join(
        f"1.{n} De Aanbieder doet zaak {n} naar beste kunnen voor de cliënt." for n in range(1, 7)
    )
    nieuw = oud.replace("Aanbieder", "Opdrachtnemer")
    rij = ("gehele document", "Aanbieder", "Opdrachtnemer")
    assert kort(oordeel([rij], oud=oud, nieuw=nieuw)) == []
    bevinding = enige(oordeel([], oud=oud, nieuw=nieuw))
    assert (bevinding.soort, bevinding.plaats) == ("ontbreekt", "Gehele document: 6 keer")


def test_new_and_repealed_artikelen() -> None:
    """A dash, "nieuw" or "vervalt" is no quotation."""
    nieuw = NIEUW.replace(
        "## Artikel 6 Duur",
        "## Artikel 5a Kosten\n\n"
        "Ieder draagt de eigen kosten van het overleg.\n\n## Artikel 6 Duur",
    )
    rij = ("artikel 5a", "–", "Artikel 5a Kosten\nIeder draagt de eigen kosten van het overleg.")
    assert kort(oordeel([*GOED, rij], nieuw=nieuw)) == []
    assert kort(oordeel(GOED, nieuw=nieuw)) == [(0, "", "ontbreekt")]
    weg = ("artikel 5a", "Ieder draagt de eigen kosten van het overleg.", "vervalt")
    terug = [(plaats, wordt, was) for plaats, was, wordt in GOED]
    assert kort(oordeel([*terug, weg], oud=nieuw, nieuw=OUD)) == []


@pytest.mark.proef
def test_our_own_table_passes() -> None:
    """What the program makes of a long agreement is literal, at its place, and whole."""
    renvooi = vergelijk(editie(oude_tekst()), editie(nieuwe_tekst()))
    rows = [(rij.naam, text_of(rij.was), text_of(rij.wordt)) for rij in waswordt(renvooi, {}).rijen]
    rooster = [list(rij) for rij in (KOP, *rows)]
    kolommen = vind_kolommen(rooster, ("2017", "2018"))
    assert kolommen is not None
    assert beoordeel(rooster, kolommen, renvooi, ("2017", "2018")).bevindingen == ()
    less = [rooster[0], *rooster[2:]]
    kinds = [b.soort for b in beoordeel(less, kolommen, renvooi, ("2017", "2018")).bevindingen]
    assert kinds == ["ontbreekt"]


EIGEN = [
    *((titel, oud, nieuw) for titel, oud, nieuw, _ in waswordtgevallen()),
    *((titel, oud, nieuw) for titel, oud, nieuw, _ in zinsgevallen()),
]


@pytest.mark.parametrize(("titel", "oud", "nieuw"), EIGEN)
def test_our_own_table_of_every_case_passes(titel: str, oud: str, nieuw: str) -> None:
    """Its rows as a paper has them, with their lines; both ways."""
    for een, ander in ((oud, nieuw), (nieuw, oud)):
        renvooi = vergelijk(editie(een), editie(ander))
        rows = [
            (rij.naam, *("".join(run.text for run in cel) for cel in (rij.was, rij.wordt)))
            for rij in waswordt(renvooi, {}).rijen
        ]
        if rows:
            rooster = [list(rij) for rij in (KOP, *rows)]
            kolommen = vind_kolommen(rooster, ("2017", "2018"))
            assert kolommen is not None
            gevonden = beoordeel(rooster, kolommen, renvooi, ("2017", "2018"))
            assert gevonden.bevindingen == (), titel


# --- files ---------------------------------------------------------------------------------


def lees(path: Path, data: bytes | str) -> list[list[list[str]]]:
    """The tables of a file."""
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return lees_tabellen(path).tabellen


def word(rijen: Rijen) -> bytes:
    """A Word file with one table."""
    made = docx.Document()
    table = made.add_table(len(rijen), len(rijen[0]))
    for row, rij in zip(table.rows, rijen, strict=True):
        for cell, text in zip(row.cells, rij, strict=True):
            cell.text = text
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_a_table_in_word(tmp_path: Path) -> None:
    """As its rows; a line break in a cell stays one."""
    rijen = [KOP, *GOED, ("artikel 5.1", "een\ntwee", "drie")]
    assert lees(tmp_path / "t.docx", word(rijen)) == [[list(rij) for rij in rijen]]


def test_merged_cells_in_word_count_for_all_that_they_cover(tmp_path: Path) -> None:
    """An artikel beside its leden, and a heading over all columns."""
    made = docx.Document()
    table = made.add_table(4, 4)
    for cell, text in zip(table.rows[0].cells, ("Artikel", "Lid", "Was", "Wordt"), strict=True):
        cell.text = text
    table.cell(1, 0).merge(table.cell(1, 3)).text = "Hoofdstuk 1"
    table.cell(2, 0).merge(table.cell(3, 0)).text = "artikel 5"
    for number, rij in enumerate((("lid 2", *GOED[0][1:]), ("lid 3", *GOED[1][1:])), start=2):
        for cell, text in zip(table.rows[number].cells[1:], rij, strict=True):
            cell.text = text
    stream = BytesIO()
    made.save(stream)
    (rooster,) = lees(tmp_path / "t.docx", stream.getvalue())
    assert rooster[1] == ["Hoofdstuk 1"] * 4
    assert [rij[:2] for rij in rooster[2:]] == [["artikel 5", "lid 2"], ["artikel 5", "lid 3"]]
    rows = [tuple(rij) for rij in rooster[1:]]
    rows.append(("artikel 6", "lid 2", *GOED[2][1:]))
    assert kort(oordeel(rows, kop=tuple(rooster[0]))) == []


def test_a_table_within_a_cell_belongs_to_that_cell(tmp_path: Path) -> None:
    """It is no table of its own."""
    made = docx.Document()
    table = made.add_table(2, 3)
    for cell, text in zip(table.rows[0].cells, KOP, strict=True):
        cell.text = text
    nested = table.cell(1, 0).add_table(1, 2)
    nested.cell(0, 0).text, nested.cell(0, 1).text = "artikel 5", "lid 2"
    table.cell(1, 1).text, table.cell(1, 2).text = GOED[0][1:]
    stream = BytesIO()
    made.save(stream)
    (rooster,) = lees(tmp_path / "t.docx", stream.getvalue())
    assert rooster[1][0].split() == ["artikel", "5", "lid", "2"]
    rows = [tuple(rooster[1]), *GOED[1:]]
    assert kort(oordeel(rows)) == []


def test_a_table_in_markdown(tmp_path: Path) -> None:
    """Without its signs; a line break is one."""
    text = (
        "Vooraf.\n\n| Artikel | Was | Wordt |\n|---|:--|--:|\n"
        "| **artikel 5.2** | ten minste ~~zes~~ dagen | *a*<br>b \\| c |\n\nDaarna.\n"
    )
    assert lees(tmp_path / "t.md", text) == [
        [["Artikel", "Was", "Wordt"], ["artikel 5.2", "ten minste zes dagen", "a\nb | c"]]
    ]


def test_a_table_on_a_web_page(tmp_path: Path) -> None:
    """With cells over rows and columns, and nothing of its scripts."""
    text = (
        "<p>Vooraf<table><thead><tr><th>Artikel<th>Was<th>Wordt</thead>"
        "<tr><td rowspan=2>artikel 5<td>een<br>twee<td>drie <script>x</script>&amp; vier"
        "<tr><td colspan='2'>vijf\n zes</table>"
    )
    assert lees(tmp_path / "t.html", text) == [
        [
            ["Artikel", "Was", "Wordt"],
            ["artikel 5", "een\ntwee", "drie & vier"],
            ["artikel 5", "vijf zes", "vijf zes"],
        ]
    ]


@pytest.mark.parametrize(
    ("naam", "data", "code"),
    [
        ("t.docx", b"geen zip", "CV313"),
        ("t.docx", word(GOED)[:2000], "CV313"),
        ("t.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "CV313"),
        ("t.pdf", b"%PDF-1.7", "CV313"),
        ("t.md", b"Alleen tekst.", "CV313"),
        ("t.html", b"<p>Alleen tekst.", "CV313"),
        ("t.md", b"| a | b |\n| \xff | c |", "CV002"),
        ("t.md", b"| a | b |\n" * 2_001, "CV317"),
    ],
)
def test_what_holds_no_table_is_a_finding(
    tmp_path: Path, naam: str, data: bytes, code: str
) -> None:
    """Never a traceback."""
    path = tmp_path / naam
    path.write_bytes(data)
    gelezen = lees_tabellen(path)
    assert gelezen.tabellen == []
    assert [found.code for found in gelezen.bevindingen] == [code]


def _docx(xml: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", xml)
    return stream.getvalue()


@pytest.mark.parametrize(
    "xml",
    [
        b" " * 60_000_001,
        b"<a>" * 5_000,
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;'>]><a>&c;</a>",
        b"",
    ],
)
def test_a_word_file_that_means_harm_holds_no_table(tmp_path: Path, xml: bytes) -> None:
    """One that grows, that is too deep, or that calls on entities."""
    path = tmp_path / "t.docx"
    path.write_bytes(_docx(xml))
    assert [found.code for found in lees_tabellen(path).bevindingen] == ["CV313"]


def test_a_file_that_is_not_there_or_too_large(tmp_path: Path) -> None:
    """CV001 and CV317."""
    assert [f.code for f in lees_tabellen(tmp_path / "weg.md").bevindingen] == ["CV001"]
    with (tmp_path / "groot.md").open("wb") as stream:
        stream.truncate(20_000_001)
    assert [f.code for f in lees_tabellen(tmp_path / "groot.md").bevindingen] == ["CV317"]


NIEUW_7 = NIEUW.replace(
    "5.1 Het bureau belegt elke maand een overleg met alle partners.\n\n", ""
) + ("\n## Artikel 7 Geschillen\n\n7.1 Geschillen gaan naar een arbiter.\n")
WEG = "5.1 Het bureau belegt elke maand een overleg met alle partners."
ERBIJ = "Artikel 7 Geschillen\n7.1 Geschillen gaan naar een arbiter."
VOL = [("artikel 5.1", WEG, "vervallen"), *GOED, ("artikel 7", "\u2013", ERBIJ)]


@pytest.mark.parametrize(
    "leeg",
    [
        *(
            "nieuw",
            "n.v.t.",
            "nvt",
            "N.v.t. (nieuw)",
            "Nieuwe bepaling",
            "Nieuw artikel 7",
            "\u2014",
        ),
        *("/", "(niet aanwezig)", "[nieuw]", "geen tekst", "Nieuw ingevoegd artikel", "*"),
        *("niet van toepassing", "(bestond niet)", "nieuw toegevoegd", "geen bepaling"),
    ],
)
def test_a_cell_that_says_that_there_was_nothing_quotes_nothing(leeg: str) -> None:
    """However people say it."""
    rijen = [*VOL[:-1], ("artikel 7", leeg, ERBIJ)]
    assert kort(oordeel(rijen, nieuw=NIEUW_7)) == []


@pytest.mark.parametrize(
    "weg",
    [
        *("Vervalt.", "[Vervallen]", "Lid vervalt", "Artikel 5.1 vervalt", "Dit lid vervalt."),
        *("geschrapt", "Verwijderd", "komt te vervallen", "Lid 1 is komen te vervallen."),
        *("wordt geschrapt", "(artikel 5, lid 1, vervalt)"),
    ],
)
def test_a_cell_that_says_that_a_part_goes_quotes_nothing(weg: str) -> None:
    """However people say it."""
    assert kort(oordeel([("artikel 5.1", WEG, weg), *VOL[1:]], nieuw=NIEUW_7)) == []


def test_words_about_what_goes_that_are_text_are_looked_up() -> None:
    """A sentence that has more in it is a quotation."""
    rij = ("artikel 5.1", WEG, "De bevoegdheid van het bureau vervalt na een maand.")
    assert ("wordt", "niet letterlijk") in {
        (b.kolom, b.soort) for b in oordeel([rij, *VOL[1:]], nieuw=NIEUW_7).bevindingen
    }


@pytest.mark.parametrize(
    "plaats",
    [
        *("Artikel 5 lid 2", "art. 5, tweede lid", "5 lid 2", "Art 5.2", "Artikel 5, 2e lid"),
        *("Hoofdstuk 1 artikel 5.2", "\u00a7 1, art. 5 lid 2", "Convenant art. 5 lid 2"),
        *("Artikel 5\nlid 2", "blz. 3, artikel 5.2", "Artikel 5 (Overleg), lid 2"),
    ],
)
def test_a_place_is_known_as_people_write_it(plaats: str) -> None:
    """With what it stands in before it, and lid in words or in digits."""
    assert kort(oordeel(met(1, plaats, *GOED[0][1:]))) == []


def test_a_title_above_the_head_is_no_row() -> None:
    """A merged cell over all columns, or over the two that quote."""
    titel = ("Was-wordt-tabel 2018",) * 3
    assert kort(oordeel([KOP, *GOED], kop=titel)) == []
    boven = [["Artikel", "Tekst van het convenant", "Tekst van het convenant"], list(KOP)]
    kolommen = vind_kolommen([*boven, *map(list, GOED)], ("2017", "2018"))
    assert kolommen is not None
    assert (kolommen.kop, kolommen.was, kolommen.wordt) == (2, 1, 2)


def test_a_place_over_the_quotation_is_the_place_of_the_row() -> None:
    """Where a table has no column for it."""
    rijen = [(f"{plaats.capitalize()}\n{was}", f"{plaats}\n{wordt}") for plaats, was, wordt in GOED]
    assert kort(oordeel(rijen, kop=("Oude tekst", "Nieuwe tekst"))) == []
    fout = [("Artikel 5.1\n" + GOED[0][1], "Artikel 5.1\n" + GOED[0][2]), *rijen[1:]]
    found = oordeel(fout, kop=("Oude tekst", "Nieuwe tekst")).bevindingen
    assert {(b.soort, b.plaats) for b in found} == {("verkeerde plaats", "Artikel 5.1")}


def test_artikel_and_lid_in_columns_of_their_own() -> None:
    """With bare numbers; where the artikel is left empty it is that of the row above."""
    rijen = [
        ("5", "2", *GOED[0][1:]),
        ("", "3, onder c", *GOED[1][1:]),
        ("6", "2", *GOED[2][1:]),
    ]
    assert kort(oordeel(rijen, kop=("Artikel", "Lid", "Was", "Wordt"))) == []


def test_tables_in_one_file_are_one_table(tmp_path: Path) -> None:
    """With a head each, with other columns, or without a head; another table is passed over."""
    document = docx.Document()
    for rows in (
        [("Naam", "Functie"), ("A. Voorbeeld", "jurist")],
        [KOP, GOED[0]],
        [("Artikel", "Toelichting", "Oud", "Nieuw"), (GOED[1][0], "korter", *GOED[1][1:])],
        [(GOED[2][0], "ruimer", *GOED[2][1:])],
    ):
        table = document.add_table(rows=0, cols=len(rows[0]))
        for rij in rows:
            for cel, tekst in zip(table.add_row().cells, rij, strict=True):
                cel.text = tekst
    document.save(str(tmp_path / "tabel.docx"))
    known = [
        (rooster, kolommen)
        for rooster in lees_tabellen(tmp_path / "tabel.docx").tabellen
        if (kolommen := vind_kolommen(rooster, ("2017", "2018")))
    ]
    parts = samen(known)
    assert [len(list(lees_rijen(*pair))) for pair in parts] == [1, 1, 1]


OUD_TABEL = """# 1 Samenwerking

## Artikel 5 Bijdragen

5.1 Partijen dragen bij[^1] in de kosten van het bureau.

| Partij | Bijdrage |
| --- | --- |
| Gemeente | tien euro |
| Politie | twaalf euro |

[^1]: Ten minste twee keer per jaar.
"""
NIEUW_TABEL = OUD_TABEL.replace("tien euro", "elf euro").replace("twee keer", "drie keer")
CEL = ("tien euro", "elf euro")
NOOT = ("Ten minste twee keer per jaar.", "Ten minste drie keer per jaar.")


@pytest.mark.parametrize(
    ("plaats", "was", "wordt"),
    [
        ("artikel 5, tabel", *CEL),
        ("artikel 5, eerste tabel", "Gemeente | tien euro", "Gemeente | elf euro"),
        ("artikel 5", *CEL),
    ],
)
def test_a_cell_of_a_table_can_be_quoted(plaats: str, was: str, wordt: str) -> None:
    """In the place of its table, which is not missing then."""
    rijen = [(plaats, was, wordt), ("artikel 5.1, noot 1", *NOOT)]
    assert kort(oordeel(rijen, oud=OUD_TABEL, nieuw=NIEUW_TABEL)) == []


def test_a_table_of_which_no_row_tells_is_missing() -> None:
    """And so is a note."""
    found = oordeel([("artikel 5, tabel", *CEL)], oud=OUD_TABEL, nieuw=NIEUW_TABEL)
    assert kort(found) == [(0, "", "ontbreekt")]
    found = oordeel([("artikel 5.1", *NOOT)], oud=OUD_TABEL, nieuw=NIEUW_TABEL)
    assert kort(found) == [(0, "", "ontbreekt")]


def test_a_note_is_quoted_alone_or_where_it_is_called() -> None:
    """As our own table shows it: between brackets."""
    was, wordt = (
        f"5.1 Partijen dragen bij [noot 1: {noot}] in de kosten van het bureau." for noot in NOOT
    )
    rijen = [("artikel 5.1", was, wordt), ("artikel 5, tabel", *CEL)]
    assert kort(oordeel(rijen, oud=OUD_TABEL, nieuw=NIEUW_TABEL)) == []
