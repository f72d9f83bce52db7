"""Findings on the terminal: by file and kind, with the line and carets under the words."""

from pathlib import Path

import pytest
from tests.programma import convenant

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Diagnostic, Position
from convenantwerk.cli.bevindingen import bronbeeld, per_soort
from convenantwerk.cli.tabel import lengte

VOORWOORD = Path("convenant", "voorwerk", "01-voorwoord.md")
OP = ("--op", "2019-06-01")


def momenteel(line: str, words: str = "momenteel") -> Diagnostic:
    """Return a finding about a word of a line."""
    return CODES["CV121"].at(Position("x.md", 1, line.index(words) + 1), woorden=words)


def onder(beeld: tuple[str, ...]) -> str:
    """Return what stands above the carets, by the places that a terminal gives it."""
    regel, streep = beeld
    plaatsen = "".join(teken + "\0" * (lengte(teken) - 1) for teken in regel if lengte(teken))
    return plaatsen[streep.index("^") : streep.rindex("^") + 1].replace("\0", "")


@pytest.mark.parametrize(
    "line",
    [
        "momenteel",
        "  Dat is momenteel zo.",
        "| cel | momenteel |",
        "\tDat is momenteel zo.",
        "woord " * 100 + "momenteel" + " woord" * 100,
        "x" * 5_000 + " momenteel " + "x" * 5_000,
        "woord " * 100 + "momenteel.",
        "中文字 " * 30 + "momenteel" + " 中文字" * 30,
        "e\u0301 " * 60 + "momenteel" + " e\u0301" * 60,
        "a\u202eb\x1b[2J momenteel \x07",
    ],
)
def test_carets_are_under_the_words(line: str) -> None:
    """Wherever they are in however long a line, whatever stands before them; it fits."""
    beeld = bronbeeld(momenteel(line), line, 76)
    assert onder(beeld) == "momenteel"
    assert all(lengte(regel) <= 76 for regel in beeld)
    assert not {"\x1b", "\x07", "\u202e", "\t"} & set("".join(beeld))


def test_what_was_left_out_is_seen() -> None:
    """Of a long line both sides are cut, and the words stand in the middle."""
    line = "voor " * 40 + "momenteel" + " na" * 40
    regel, _ = bronbeeld(momenteel(line), line, 40)
    assert regel.startswith("…")
    assert regel.endswith("…")
    assert regel.index("momenteel") in range(12, 18)


def test_words_longer_than_the_terminal_are_cut() -> None:
    """A name of hundreds of letters fills the line, and no more."""
    naam = "Zorg" * 200
    line = f"De {naam} is momenteel weg."
    beeld = bronbeeld(momenteel(line, naam), line, 60)
    assert lengte(beeld[0]) <= 60
    assert beeld[1].strip("^ ") == ""


def test_a_place_that_is_none_has_no_line() -> None:
    """A file that changed, an empty line, a place without a column: no carets, and no error."""
    een = momenteel("momenteel")
    at = Position("x.md", 1, 40)
    assert bronbeeld(Diagnostic(at, een.code, een.ernst, een.melding, een.tip), "kort", 60) == ()
    assert bronbeeld(een, "", 60) == ()
    at = Position("x.md", 1)
    assert bronbeeld(Diagnostic(at, een.code, een.ernst, een.melding, een.tip), "a", 60) == ("a",)


def test_words_after_a_dash_or_hash_are_marked() -> None:
    """The place of a heading is its sign; what the finding names stands behind it."""
    found = CODES["CV111"].at(Position("x.md", 1, 1), titel="Briefing")
    assert onder(bronbeeld(found, "# Briefing {#x}", 60)) == "Briefing"


def test_words_that_go_on_after_the_line_are_marked_to_its_end() -> None:
    """A reference may be broken off by the end of a line."""
    found = CODES["CV102"].at(Position("x.md", 1, 5), doel="artikel 3, eerste lid", tip="")
    assert onder(bronbeeld(found, "Zie artikel 3,", 60)) == "artikel 3,"


def test_the_gravest_kind_of_a_file_comes_first() -> None:
    """And within a kind what comes first in it; kinds stay together."""
    at = [Position("x.md", line) for line in (1, 2, 3, 4)]
    hint = [CODES["CV121"].at(at[n], woorden="thans") for n in (0, 2)]
    fout = [CODES["CV110"].at(at[n], veld="x", tip="") for n in (1, 3)]
    assert per_soort([*hint, *fout]) == [*fout, *hint]


def test_by_file_and_kind_with_each_tip_once(klein: Path) -> None:
    """The whole of it, as it is seen at 80 columns."""
    lang = "Dat is zo en dat blijft zo voor zolang het duurt en geen dag langer dan dat, "
    text = f"# Voorwoord\n\nDat is momenteel zo.\n\n{lang}en nu [naam] nog; {lang}thans niet.\n"
    (klein / VOORWOORD).write_text(text, encoding="utf-8")
    done = convenant("controleer", *OP, cwd=klein, env={"COLUMNS": "80"})
    assert done.returncode == 1
    pad = VOORWOORD.as_posix()
    assert done.stdout.splitlines() == [
        f"{pad}: 1 fout, 2 hints",
        f"{pad}:5:84: fout CV110: open invulveld [naam]",
        "    …en geen dag langer dan dat, en nu [naam] nog; Dat is zo en dat blijft zo v…",
        "                                       ^^^^^^",
        "    tip: vul het in convenant.yaml in met 'bij: voorwoord', of pas de tekst aan",
        f"{pad}:3:8: hint CV121: 'momenteel' zegt over een jaar iets anders",
        "    Dat is momenteel zo.",
        "           ^^^^^^^^^",
        "    tip: noem de datum, of haal de woorden weg",
        f"{pad}:5:173: hint CV121: 'thans' zegt over een jaar iets anders",
        "    …at blijft zo voor zolang het duurt en geen dag langer dan dat, thans niet.",
        "                                                                    ^^^^^",
        "",
        "1 fout, 2 hints.",
    ]


def test_many_are_counted_by_kind_at_the_end(klein: Path) -> None:
    """What scrolled away is told once more, in a line for each gravity."""
    zinnen = "Dat is [open] en [leeg]. " * 5 + "Dat is momenteel zo."
    (klein / VOORWOORD).write_text(f"# Voorwoord\n\n{zinnen}\n", encoding="utf-8")
    done = convenant("controleer", *OP, cwd=klein)
    assert done.stdout.splitlines()[-3:] == [
        "Fouten: Open invulveld (10).",
        "Hint: Woorden die verlopen (1).",
        "10 fouten, 1 hint.",
    ]
