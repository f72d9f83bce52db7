"""Bad input gets a finding with file, line, column and tip, all at once; never a traceback."""

import json
import os
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from tests.programma import convenant
from tests.voorbeelden import HOLLANDS_MIDDEN
from tests.weigeren import geweigerd

from convenantwerk.basis.diagnostics import Diagnostic
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.controleer import controleer
from convenantwerk.tekst.boom import Opsomming, alle_blokken, blokken, elementen
from convenantwerk.tekst.lezen import lees_tekst

OP = date(2019, 6, 1)
ONDERTEKENAARS = "convenant/registers/ondertekenaars.yaml"
PARTNERS = "convenant/registers/partners.yaml"
INSTELLINGEN = "convenant/convenant.yaml"
VOORWOORD = "convenant/voorwerk/01-voorwoord.md"
ARTIKELEN = "convenant/deel-1/02-artikelen.md"
PARTIJEN = "convenant/deel-1/01-partijen.md"
ADDENDUM = "addenda/2020-01-01-uitbreiding/addendum.yaml"


def found_in(root: Path, op: date = OP) -> list[tuple[str, str]]:
    """Return code and place of every finding."""
    return [(d.code, str(d.position)) for d in controleer(Geopend(root, op)).diagnostics]


def spoil(root: Path, path: str, old: str, new: str) -> None:
    """Replace a piece of a file of the dossier."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_good_dossier_has_no_findings(klein: Path) -> None:
    """The small dossier is right, so any finding below comes from what the test spoils."""
    assert found_in(klein) == []


# (what is spoilt, by what, the code, the place)
SPOILT = [
    # front matter and text
    (ARTIKELEN, "# 2 Artikelen", "---\nsoort: hoofdstuk\n# 2 Artikelen", "CV003", ":1:1"),
    (ARTIKELEN, "# 2 Artikelen", "---\nsoort: hoofdstuk\nstaus: x\n---\n# 2 A", "CV006", ":3:1"),
    (ARTIKELEN, "# 2 Artikelen", "---\nstatus: weg\n---\n# 2 A", "CV007", ":2:9"),
    (ARTIKELEN, "# 2 Artikelen", "Tekst zonder kop", "CV014", ":1:1"),
    (ARTIKELEN, "## Artikel 1 Doel", "#### Artikel 1 Doel", "CV022", ":3:1"),
    (ARTIKELEN, "## Artikel 1 Doel", "Artikel 1 Doel", "CV017", ":3:1"),
    (ARTIKELEN, "lid 1 behouden", "artikel 9 behouden", "CV102", ":7:17"),
    (ARTIKELEN, "samen zoals", "samen, zie pagina 3, zoals", "CV105", ":5:31"),
    (ARTIKELEN, "samen zoals", "samen met [naam] zoals", "CV110", ":5:30"),
    (ARTIKELEN, "::: ondertekenaars", "::: partners", "CV019", ":19:1"),
    (ARTIKELEN, "::: ondertekenaars", "", "CV108", ":17:1"),
    (ARTIKELEN, "## Ondertekening", "## Ondertekening {#duur}", "CV016", ":17:1"),
    (ARTIKELEN, "1. Dit convenant geldt", "1.1 Dit convenant geldt", "CV107", ":11:1"),
    (ARTIKELEN, "   a. vanaf", "2.1 Lid:\n\na. vanaf", "CV018", ":14:1"),
    (PARTIJEN, "[^1]: Ten minste", "[^2]: Ten minste", "CV012", ":9:17"),
    (PARTIJEN, "[^1] op", " op", "CV013", ":17:1"),
    (PARTIJEN, "bijeen[^1]", "bijeen[^1] en[^1]", "CV013", ":9:24"),
    (PARTIJEN, "schema.png", "scheme.png", "CV011", ":11:1"),
    (PARTIJEN, "schema.png", "../../../../geheim.png", "CV011", ":11:1"),
    (PARTIJEN, "| Gemeente Voorbeeldstad | € 10 |", "| a | b | c |", "CV019", ":15:1"),
    (PARTIJEN, "- Politie Voorbeeld", "- Politie Anders", "CV201", ":6:1"),
    (PARTIJEN, "komen", "ko\x07men", "CV023", ":9:7"),
    (PARTIJEN, "Zij komen", "![x](schema.png) komen", "CV019", ":9:1"),
    (ARTIKELEN, "## Artikel 1 Doel", "## Artikel 1 Doel {#Doel}", "CV019", ":3:1"),
    (ARTIKELEN, "## Artikel 1 Doel", "## Artikel 1 Doel #", "CV019", ":3:1"),
    (ARTIKELEN, "::: ondertekenaars", "::: ondertekenaars\n\n" * 2, "CV009", ":21:1"),
    (VOORWOORD, "is verzonnen", "is\n8.4 verzonnen", "CV017", ":4:1"),
    (VOORWOORD, "is verzonnen", "is\nverzonnen [hier]", "CV110", ":4:11"),
    (PARTIJEN, "| € 10 |", "| € 10 |\nDirect eronder.", "CV019", ":16:1"),
    (PARTIJEN, "| € 10 |", "| [bedrag] |", "CV110", ":15:28"),
    (PARTIJEN, "![Schema van de overleggen]", "![]", "CV019", ":11:1"),
    (PARTIJEN, "Zij komen", "Zij\u2028komen", "CV023", ":9:4"),
    (PARTIJEN, "(schema.png)", '(schema.png "Bijschrift")', "CV025", ":11:41"),
    (PARTIJEN, "| Gemeente Voorbeeldstad | € 10 |", "|| Gemeente | weg |", "CV025", ":15:15"),
    (VOORWOORD, "is verzonnen", "is [niet dicht", "CV019", ":3:18"),
    (VOORWOORD, "Dit convenant", "##Dit convenant", "CV017", ":3:1"),
    (VOORWOORD, "Dit convenant", "::ondertekenaars", "CV017", ":3:1"),
    (VOORWOORD, "is verzonnen", "is [*veld*[^2]]\n\n[^2]: noot", "CV110", ":3:18"),
    (ONDERTEKENAARS, "naam: A. Voorbeeld", 'naam: "[naam]"', "CV110", ":2:5"),
    (ONDERTEKENAARS, "naam: A. Voorbeeld", 'naam: "..."', "CV110", ":2:5"),
    (ONDERTEKENAARS, "naam: A. Voorbeeld", 'naam: "A\\x0bB"', "CV007", ":7:11"),
    # convenant.yaml
    (INSTELLINGEN, "[voorwerk, deel-1]", "[]", "CV007", ":2:1"),
    (INSTELLINGEN, "{{7*7}}", "[nog invullen]", "CV110", ":8:5"),
    (ADDENDUM, "2020-01-01", "2020-W01-1", "CV007", ":3:15"),
    (INSTELLINGEN, "titel: S", "titel: x\ntitel: S", "CV005", ":3:1"),
    (INSTELLINGEN, "citeertitel:", "citeertitle:", "CV006", ":4:1"),
    (INSTELLINGEN, "editie: januari 2019", "", "CV008", ":2:1"),
    (INSTELLINGEN, "[voorwerk, deel-1]", "voorwerk", "CV007", ":6:8"),
    (INSTELLINGEN, "[voorwerk, deel-1]", "[voorwerk, deel-1", "CV004", ":7:12"),
    (INSTELLINGEN, "[voorwerk, deel-1]", "[voorwerk, deel-1, deel-1]", "CV009", ":2:1"),
    (INSTELLINGEN, "[voorwerk, deel-1]", "[voorwerk, deel-1, deel-2]", "CV011", ":2:1"),
    (INSTELLINGEN, "tekst: datum", "tekst: dag", "CV112", ":8:5"),
    (INSTELLINGEN, "waarde:", "waarde: x\n  - tekst: datum\n    waarde:", "CV009", ":10:5"),
    # registers
    (PARTNERS, "soort: flexibele schil", "soort: flexibel", "CV007", ":10:12"),
    (PARTNERS, "sleutel: verzonnen", "sleutel: politie", "CV009", ":8:5"),
    (PARTNERS, "sleutel: verzonnen", "sleutel: ../x", "CV007", ":8:5"),
    (PARTNERS, "sleutel: verzonnen", "sleutel: " + "a" * 101, "CV007", ":8:5"),
    (PARTNERS, "sleutel: politie", "sleutel: agent", "CV203", ":5:5"),
    (ONDERTEKENAARS, "partner: politie", "partner: politi", "CV202", ":8:5"),
    (PARTNERS, "    naam: Politie", "  naam: Politie", "CV004", ":6:3"),
    (PARTNERS, "naam: Politie", "naam: 'Politie", "CV004", ":6:11"),
    # addendum
    (ADDENDUM, "2020-01-01", "1 januari 2020", "CV007", ":3:15"),
    (ADDENDUM, "2020-01-01", "2020-02-30", "CV007", ":3:15"),
    (ADDENDUM, "2020-01-01", "20200101", "CV007", ":3:15"),
    (ADDENDUM, "03-uitbreiding.md", "03-uitbreidng.md", "CV011", ":5:5"),
    (ADDENDUM, "deel-1-hoofdstuk-2", "deel-1-hoofdstuk-7", "CV015", ":5:5"),
    (ADDENDUM, "na: deel-1-hoofdstuk-2", "na: voorwoord\n    in: deel-1", "CV026", ":5:5"),
]


@pytest.mark.parametrize(("path", "old", "new", "code", "place"), SPOILT)
def test_a_fault_is_found_at_its_place(  # noqa: PLR0913, PLR0917  # a table of cases
    klein: Path, path: str, old: str, new: str, code: str, place: str
) -> None:
    """Each fault gives its own code, at the line and column where it stands."""
    spoil(klein, path, old, new)
    op = date(2020, 6, 1) if path == ADDENDUM else OP
    assert (code, path + place) in found_in(klein, op)


def test_faults_in_several_files_come_at_once(klein: Path) -> None:
    """Nothing is hidden behind the first fault."""
    spoil(klein, INSTELLINGEN, "citeertitel:", "citeertitle:")
    spoil(klein, PARTNERS, "flexibele schil", "flexibel")
    (klein / ADDENDUM).write_bytes(b"titel: \xff")
    codes = {code for code, _ in found_in(klein)}
    assert codes >= {"CV002", "CV006", "CV007", "CV008"}


def test_text_that_is_not_utf8_is_found_at_its_byte(klein: Path) -> None:
    """Latin-1 text is refused with the place of the first wrong byte, and is not in the text."""
    (klein / PARTIJEN).write_bytes("# 1 Partijen\n\nGeïnteresseerd\n".encode("latin-1"))
    found = [d for d in controleer(Geopend(klein, OP)).diagnostics if d.code == "CV002"]
    assert [str(d.position) for d in found] == [f"{PARTIJEN}:3:3"]
    assert "0xef" in found[0].melding


def test_a_damaged_figure_is_found(klein: Path) -> None:
    """A .png that holds no picture is refused before any format trips over it."""
    (klein / "convenant" / "deel-1" / "schema.png").write_bytes(b"<svg/>")
    assert found_in(klein) == [("CV043", f"{PARTIJEN}:11:1")]


def test_a_figure_outside_the_dossier_is_refused(klein: Path) -> None:
    """Also when it is there: a dossier holds all that it prints."""
    figuur = (klein / "convenant" / "deel-1" / "schema.png").read_bytes()
    (klein.parent / "geheim.png").write_bytes(figuur)
    spoil(klein, PARTIJEN, "(schema.png)", "(../../../geheim.png)")
    assert ("CV011", f"{PARTIJEN}:11:1") in found_in(klein)


def test_a_deel_without_its_heading_is_found(klein: Path) -> None:
    """A misnamed 00-deel.md, or an empty folder, would leave a deel without its title."""
    deel = klein / "convenant" / "deel-1"
    (deel / "00-deel.md").rename(deel / "99-deel.md")
    assert ("CV024", "convenant/deel-1") in found_in(klein)


def test_the_only_folder_with_text_needs_no_heading(klein: Path) -> None:
    """Chapters alone are a text; beside another folder with text they would be a deel unnamed."""
    (klein / "convenant" / "deel-1" / "00-deel.md").unlink()
    assert "CV024" not in {code for code, _ in found_in(klein)}
    spoil(klein, "convenant/convenant.yaml", "[voorwerk, deel-1]", "[voorwerk, deel-1, tweede]")
    (klein / "convenant" / "tweede").mkdir()
    (klein / "convenant" / "tweede" / "01-bijlage.md").write_text("# Bijlage A Blad\n\nTekst.\n")
    assert "CV024" not in {code for code, _ in found_in(klein)}
    (klein / "convenant" / "tweede" / "01-bijlage.md").write_text("# 3 Slot\n\nTekst.\n")
    assert [place for code, place in found_in(klein) if code == "CV024"] == [
        "convenant/deel-1",
        "convenant/tweede",
    ]


def test_a_folder_in_a_deel_is_named(klein: Path) -> None:
    """Text in a folder of its own would otherwise be in no document."""
    (klein / "convenant" / "deel-1" / "bijlagen").mkdir()
    (klein / "convenant" / "deel-1" / "bijlagen" / "09.md").write_text("# 9 Negen\n")
    assert found_in(klein) == [("CV010", "convenant/deel-1/bijlagen")]


def test_files_of_other_programs_do_not_count(klein: Path) -> None:
    """What macOS, Emacs and Word leave beside a file is no text."""
    for name in ("._01-partijen.md", ".#01-partijen.md", "~$partijen.md"):
        (klein / "convenant" / "deel-1" / name).write_bytes(b"\xff")
    assert found_in(klein) == []


def test_a_value_for_an_addendum_is_no_fault_before_its_day(klein: Path) -> None:
    """The invulveld is in the addendum of 2020; a build for 2019 does not need the value."""
    path = "addenda/2020-01-01-uitbreiding/03-uitbreiding.md"
    spoil(klein, path, "taken toevoegen", "[taken] toevoegen")
    spoil(klein, INSTELLINGEN, "invulvelden:", "invulvelden:\n  - {tekst: taken, waarde: werk}")
    assert found_in(klein) == []
    assert found_in(klein, date(2020, 1, 1)) == []


def test_rules_are_held_against_the_text_that_an_addendum_has_changed(klein: Path) -> None:
    """Also where the addendum is bound behind a text that still says what it no longer means."""
    lid = "2. Opzeggen kan met een opzegtermijn van drie maanden.\n"
    spoil(klein, ARTIKELEN, "2. Onverminderd", f"{lid}\n3. Onverminderd")
    spoil(klein, INSTELLINGEN, "artikel: artikel 9.2", "artikel: artikel 1, tweede lid")
    plaats = "deel-1-artikel-1--2--alinea-1"
    addendum = klein / ADDENDUM
    text = (
        f"{addendum.read_text('utf-8')}  - {{soort: vervangen-tekst, plaats: {plaats},"
        " oud: drie maanden, nieuw: NIEUW}\n"
    )
    for nieuw, later in (("zes maanden", []), ("een jaar", ["CV161"])):
        addendum.write_text(text.replace("NIEUW", nieuw), encoding="utf-8")
        assert [code for code, _ in found_in(klein)] == ["CV161"]
        assert [code for code, _ in found_in(klein, date(2020, 1, 1))] == later


def test_a_list_of_partners_may_have_its_commas(klein: Path) -> None:
    """A "; en" after a name does not hide a name that no partner bears."""
    old = "- Gemeente Voorbeeldstad\n- Politie Voorbeeld\n- Stichting Verzonnen"
    new = "- Gemeente Voorbeeldstad;\n- Politie Voorbeeld; en\n- Stichting Onbekend."
    spoil(klein, PARTIJEN, f"{old} (onderdeel van Fantasie)", new)
    assert found_in(klein) == [("CV201", f"{PARTIJEN}:7:1")]


def test_a_list_of_partners_may_have_articles(klein: Path) -> None:
    """A name after "de" is that name, and one that no partner bears is not."""
    old = "- Gemeente Voorbeeldstad\n- Politie Voorbeeld\n- Stichting Verzonnen"
    new = "- de Gemeente Voorbeeldstad\n- de Politie Voorbeeld\n- de Stichting Onbekend"
    spoil(klein, PARTIJEN, f"{old} (onderdeel van Fantasie)", new)
    assert found_in(klein) == [("CV201", f"{PARTIJEN}:7:1")]


def test_what_a_contract_puts_behind_a_name_is_no_name(klein: Path) -> None:
    """Who acts for a partner, and where it has its seat, comes behind a comma."""
    old = "- Gemeente Voorbeeldstad\n- Politie Voorbeeld\n"
    new = "- Gemeente Voorbeeldstad, vertegenwoordigd door haar burgemeester\n- Politie Voorbeeld\n"
    spoil(klein, PARTIJEN, old, new)
    assert found_in(klein) == []


def test_marks_pasted_from_word_are_read() -> None:
    """A tab or hard space after a mark, an indent of a tab, 1.1. and iii. are no running text."""
    text = "# 2 A\n\n## Artikel 1 B\n\n1.1.\tEen:\n\ta.\tdit;\n\tb.\u00a0dat.\n"
    roman = "\nEn:\n\ni. een;\nii. twee;\niii. drie;\niv. vier.\n"
    bestand, found = lees_tekst(text + roman, "x.md")
    assert found == ()
    assert bestand is not None
    marks = [
        onderdeel.merk
        for element in elementen([bestand.element])
        for blok in alle_blokken(blokken(element))
        if isinstance(blok, Opsomming)
        for onderdeel in blok.onderdelen
    ]
    assert marks == ["1.1.", "a.", "b.", "i.", "ii.", "iii.", "iv."]


def test_text_under_very_deep_lists_is_read() -> None:
    """Ten levels are read whole; more than anybody writes are a fout at the first of them."""
    for depth, codes in ((10, []), (60, ["CV040"])):
        lists = "".join(f"{'  ' * level}- niveau {level}\n" for level in range(depth))
        text = f"# 2 A\n\n{lists}\n## Artikel 1 Na\n\nEINDE\n"
        assert [f.code for f in lees_tekst(text, "x.md")[1]] == codes


def test_a_line_to_write_on_is_no_end_of_an_artikel() -> None:
    """Only `---` closes an artikel; underscores and stars are text."""
    text = "# 2 A\n\n## Artikel 1 B\n\n1. Naam:\n\n____\n\n***\n\nDe rest.\n"
    bestand, found = lees_tekst(text, "x.md")
    assert found == ()
    assert bestand is not None
    assert [element.soort for element in elementen([bestand.element])] == ["hoofdstuk", "artikel"]


def test_a_misnamed_folder_of_addenda_is_named(klein: Path) -> None:
    """An addendum in "Addendum/" would otherwise silently not be in force."""
    (klein / "addenda").rename(klein / "Addendum")
    assert found_in(klein) == [("CV010", "Addendum")]


def test_a_picture_cut_short_is_found(klein: Path) -> None:
    """A copy that broke off halfway is no picture, in any format."""
    path = klein / "convenant" / "deel-1" / "schema.png"
    path.write_bytes(path.read_bytes()[:60])
    assert found_in(klein) == [("CV043", f"{PARTIJEN}:11:1")]


def test_windows_line_endings_and_a_bom_are_no_fault(klein: Path) -> None:
    """A file saved by Notepad reads as any other."""
    text = (klein / ARTIKELEN).read_text(encoding="utf-8")
    (klein / ARTIKELEN).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert found_in(klein) == []


def test_unknown_parts_of_the_dossier_are_named(klein: Path) -> None:
    """What belongs nowhere is passed over, and said so, with the nearest name that is known."""
    (klein / "convenant" / "registers" / "partner.yaml").write_text("x: 1")
    (klein / "convenant" / "deel-9").mkdir()
    (klein / "addenda" / "2021-losse-map").mkdir()
    (klein / "convenant" / "deel-1" / "notitie.txt").write_text("x")
    expected = [
        ("CV010", "addenda/2021-losse-map"),
        ("CV010", "convenant/deel-1/notitie.txt"),
        ("CV010", "convenant/deel-9"),
        ("CV010", "convenant/registers/partner.yaml"),
    ]
    assert found_in(klein) == expected
    assert "deel-1" in controleer(Geopend(klein, OP)).diagnostics[2].tip


def test_an_unknown_key_gets_the_nearest_known_one(klein: Path) -> None:
    """A slip of the pen is answered with the word that was meant."""
    spoil(klein, INSTELLINGEN, "citeertitel:", "citeertitle:")
    tips = [d.tip for d in controleer(Geopend(klein, OP)).diagnostics]
    assert "bedoelt u 'citeertitel'?" in tips


def test_a_missing_register_is_a_finding(klein: Path) -> None:
    """A file that should be there and is not is named, with the reason."""
    (klein / PARTNERS).unlink()
    assert ("CV001", PARTNERS) in found_in(klein)


@pytest.mark.parametrize("soort", ["map", "dode verwijzing", "pijp"])
@pytest.mark.parametrize(
    "pad",
    [
        PARTNERS,
        "convenant/registers/gebeurtenissen.yaml",
        ARTIKELEN,
        "convenant/verklaringen/1-proef.md",
        ADDENDUM,
    ],
)
def test_what_has_the_name_of_a_file_and_is_none_is_a_finding(
    klein: Path, pad: str, soort: str
) -> None:
    """A folder, a link to nowhere, a pipe: nothing is passed over, and nothing waited for."""
    path = klein / pad
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    if soort == "map":
        path.mkdir()
    elif soort == "pijp":
        os.mkfifo(path)
    else:
        path.symlink_to("nergens")
    assert ("CV001" if soort == "map" else "CV034", pad) in found_in(klein)


def test_a_folder_that_is_closed_is_not_taken_for_an_empty_one(klein: Path) -> None:
    """Without its addenda a text would be another text: CV001, whoever asks."""
    with geweigerd(klein / "addenda"):
        for command in ("controleer", "bouw"):
            done = convenant(command, cwd=klein)
            assert done.returncode == 1
            assert "addenda: fout CV001" in done.stdout + done.stderr, command


def test_text_in_yaml_stays_text() -> None:
    """`no`, 0123 and 1.10 are what was written, not False, 83 or 1.1."""
    from convenantwerk.dossier.registertabel import PARTNERS as REGISTER  # noqa: PLC0415

    text = "partners:\n  - {sleutel: no, naam: 0123, soort: ketenpartner, opmerking: 1.10}\n"
    partners, found = REGISTER.lees(text, "x.yaml")
    assert found == ()
    assert partners is not None
    (partner,) = partners
    assert (partner.sleutel, partner.naam, partner.opmerking) == ("no", "0123", "1.10")


def test_an_ambiguous_reference_is_found(klein: Path) -> None:
    """From the voorwoord, "artikel 1" can mean that of two delen."""
    deel = klein / "convenant" / "deel-2"
    deel.mkdir()
    (deel / "00-deel.md").write_text("# Deel 2 Meer\n")
    (deel / "01-a.md").write_text("# 1 A\n\n## Artikel 1 Een\n\nTekst, zie artikel 1.\n")
    spoil(klein, INSTELLINGEN, "[voorwerk, deel-1]", "[voorwerk, deel-1, deel-2]")
    spoil(klein, "convenant/voorwerk/01-voorwoord.md", "is verzonnen", "noemt artikel 1")
    assert found_in(klein) == [("CV106", "convenant/voorwerk/01-voorwoord.md:3:21")]


# --- the dossier of Hollands Midden --------------------------------------------------------


@pytest.fixture(scope="module")
def eigen() -> list[Diagnostic]:
    """The findings in the dossier of Hollands Midden."""
    return list(controleer(Geopend(HOLLANDS_MIDDEN, date(2026, 11, 23))).diagnostics)


def test_the_eleven_open_invulvelden_are_named(eigen: list[Diagnostic]) -> None:
    """The placeholders that were adopted with the text of 2018, at their places."""
    found = [(d.onderwerp, d.position.line) for d in eigen if d.code == "CV110"]
    assert found == [
        ("[de Privacy Protocollen]", 29),
        ("[denk aan: secretaresse/receptionist]", 61),
        ("[Naam Partij]", 61),
        ("[Naam Partij]", 61),
        ("[Stuurgroep/Manager]", 63),
        ("[...]", 63),
        ("[...]", 63),
        ("[de Privacy Protocollen]", 77),
        ("[naam Partij]", 85),
        ("[naam zorg- en veiligheidshuis]", 85),
        ("[Naam Partij]", 85),
    ]


def test_references_without_target_are_named(eigen: list[Diagnostic]) -> None:
    """Bijlage 4 and artikel 2, which the 2018 text names and does not have."""
    found = [d.onderwerp for d in eigen if d.code == "CV102"]
    assert found == ["artikelnummer 2", "artikel 2", "artikel 2", "artikel 2", "Bijlage 4"]


def test_missing_parts_are_named(eigen: list[Diagnostic]) -> None:
    """Deel 2, its addendum and the ten overleggen of Deel 3, of which only the titles are known."""
    found = [d.position.path for d in eigen if d.code == "CV111"]
    assert len(found) == 12
    assert sum("deel-3" in path for path in found) == 10


def test_nothing_else_is_a_fout(eigen: list[Diagnostic]) -> None:
    """No finding is a false alarm: beside the above three waarschuwingen, and what went stale."""
    # What a careful reader finds besides (from CV124 on) is told by the tests of its controles.
    anders = [d for d in eigen if d.code < "CV124" or d.code >= "CV200"]
    rest = Counter((d.code, d.ernst) for d in anders if d.code not in ("CV110", "CV102", "CV111"))
    assert rest == {
        ("CV105", "waarschuwing"): 1,
        ("CV201", "waarschuwing"): 1,
        ("CV120", "waarschuwing"): 1,  # the ministry under its name of before
        ("CV121", "hint"): 7,  # "momenteel" twice, "ad 2016" four times, "inmiddels zijn er 33"
    }


# --- the command --------------------------------------------------------------------------


def test_json_holds_every_finding(klein: Path) -> None:
    """`--json` gives path, line, column, gravity, code, message and tip; exit code 1 at a fout."""
    spoil(klein, ARTIKELEN, "samen zoals", "samen met [naam] zoals")
    done = convenant("controleer", "--json", "--op", "2019-06-01", cwd=klein)
    assert done.returncode == 1
    uitslag = json.loads(done.stdout)
    assert uitslag["telling"] == {"fouten": 1, "waarschuwingen": 0, "hints": 0}
    assert uitslag["bevindingen"] == [
        {
            "pad": ARTIKELEN,
            "regel": 5,
            "kolom": 30,
            "ernst": "fout",
            "code": "CV110",
            "melding": "open invulveld [naam]",
            "tip": "vul het in convenant.yaml in met 'bij: deel-1-artikel-1--1', "
            "of pas de tekst aan",
            "onderwerp": "[naam]",
            "hoofdstuk": "Deel 1, hoofdstuk 2 Artikelen",
            "plaats": "Artikel 1, lid 1",
            "adres": "deel-1-artikel-1--1",
            "zin": {
                "voor": "Partijen werken samen met ",
                "woorden": "[naam]",
                "na": " zoals hoofdstuk 1 beschrijft.",
            },
        }
    ]


@pytest.mark.proces
def test_a_check_loads_nothing_heavy(klein: Path) -> None:
    """`controleer` imports neither weasyprint, docx, docxtpl, lxml nor jinja2; PIL for pictures."""
    spoil(klein, PARTIJEN, "![Schema van de overleggen](schema.png)", "Geen schema.")
    code = (
        "import sys\n"
        "from datetime import date\n"
        "from pathlib import Path\n"
        "import convenantwerk.cli.controleer\n"
        "from convenantwerk.geopend.geopend import Geopend\n"
        "from convenantwerk.opdrachten.controleer import controleer\n"
        "controleer(Geopend(Path('.'), date(2019, 6, 1)))\n"
        "heavy = ('weasyprint', 'docx', 'docxtpl', 'lxml', 'jinja2', 'PIL')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=klein, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
