"""What the program says, on a terminal of 80 columns and in a pipe: whole, and in Dutch."""

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
import pytest
from tests.programma import Uitkomst, convenant
from tests.voorbeelden import HOLLANDS_MIDDEN, kopie

from convenantwerk.basis.bronregel import Bronregels
from convenantwerk.basis.diagnostics import Diagnostic, Position
from convenantwerk.basis.lezer import Lezer
from convenantwerk.cli.bevindingen import toon_bevindingen
from convenantwerk.cli.main import cli
from convenantwerk.cli.nederlands import speak_dutch
from convenantwerk.cli.weergave import show_diagnostics

# Words of click, of argparse and of libraries below it; `Type` and `Status` are Dutch too.
ENGELS = re.compile(
    r"\b(usage|options?|commands?|arguments|error|try|help|show|default|required|missing|invalid"
    r"|value|choose|got|unexpected|exit|version|file|directory|does|not|must|is not|and|or|the|use"
    r"|for|with|TEXT|INTEGER|RANGE|PATH|FILENAME|DIRECTORY|BOOLEAN|FLOAT)\b",
    re.IGNORECASE,
)
# What is typed as it stands, and words that both languages have.
GETYPT = re.compile(r"--[a-z-]+|'[^']*'|\b(is|bureau|had)\b|[\w/-]*\.(yaml|ics|md)\b")
LANG = "Samenwerkingsverbandsorganisatieontwikkelaarsvertegenwoordig"
SPATIES = "Stichting voor het Samenwerken in de Wijken van de Regio Oost"


def _pages() -> Iterator[tuple[str, str]]:
    """Yield each command with its page of help, as it is at 80 columns."""
    speak_dutch()
    settings = {**cli.context_settings, "terminal_width": 80}
    left = [click.Context(cli, info_name="convenant", **settings)]
    while left:
        ctx = left.pop()
        yield ctx.command_path, ctx.get_help()
        if isinstance(ctx.command, click.Group):
            for name in ctx.command.list_commands(ctx):
                command = ctx.command.get_command(ctx, name)
                assert command is not None
                left.append(click.Context(command, parent=ctx, info_name=name, terminal_width=80))


PAGES = dict(_pages())


@pytest.mark.parametrize("command", PAGES)
def test_a_page_of_help_is_whole(command: str) -> None:
    """No line is wider than the terminal, none is cut, and every date says how it is written."""
    page = PAGES[command]
    assert [line for line in page.splitlines() if len(line) > 80] == []
    assert [line for line in page.splitlines() if line.rstrip().endswith(("...", "\u2026"))] == []
    assert ("DATUM" in page) == ("Een DATUM schrijft u als 1-7-2026" in page)


@pytest.mark.parametrize("command", PAGES)
def test_a_page_of_help_is_dutch(command: str) -> None:
    """None of the words that click or a library would say by itself."""
    assert ENGELS.findall(GETYPT.sub("", PAGES[command])) == []


FOUT: tuple[tuple[str, ...], ...] = (
    ("bouww",),
    ("--dosier", "x", "bouw"),
    ("--dossier",),
    ("--dossier", "README.md", "stand"),
    ("stand", "--opp", "2026-01-01"),
    ("stand", "--op"),
    ("stand", "--op", "ooit"),
    ("stand", "extra"),
    ("stand", "--csv=ja"),
    ("stand", "--formaat", "odt"),
    ("stand", "--formaat", "html", "--uit", "convenant/convenant.yaml"),
    ("bouw", "--editie", "nieuwste"),
    ("bouw", "onzin"),
    ("ondertekening", "tekenen"),
    ("ondertekening", "verwerk"),
    ("ondertekening", "verwerk", "weg.pdf"),
    ("ondertekening", "weigering", "politie"),
    ("ondertekening", "weigering", "--datum", "1-1-2026"),
    ("opzegging",),
    ("opzegging", "politie"),
    ("opzegging", "politie", "--ontvangen", "1-1-2026", "--vorm", "fax"),
    ("opzegging", "niemand", "--ontvangen", "1-1-2026"),
    ("pakket",),
    ("pakket", "--alle", "--uiterlijk", "1-1-2001"),
    ("renvooi", "werk"),
    ("renvooi", "werk", "nergens"),
    ("addendum",),
    ("addendum", "leid-af"),
    ("sjablonen", "onzin"),
    ("toetreding",),
    ("toetreding", "politie", "klaar"),
    ("toetreding", "--uit-bestand", "weg.yaml"),
    ("toetreding", "Nieuw", "verzoek", "--werkers", "99"),
    ("toetreding", "Nieuw", "verzoek", "--kvk", "12"),
    ("termijnen", "--tot", "1-1-2001"),
    ("termijnen", "--ics", "convenant/convenant.yaml/x"),
    ("vaststellen", "x"),
    ("vaststellen", "x", "--besluit", "y"),
    ("verlenging",),
    ("verlenging", "2026", "2027"),
    ("versies", "--csv"),
    ("geheimhouding", "x"),
)


@pytest.mark.parametrize("arguments", FOUT, ids=" ".join)
def test_what_is_wrong_is_said_in_dutch(klein: Path, arguments: tuple[str, ...]) -> None:
    """Wrong options, wrong arguments and wrong values: no word of English, no empty answer."""
    done = convenant(*arguments, cwd=klein, env={"COLUMNS": "80"})
    said = done.stdout + done.stderr
    assert done.returncode in {0, 1, 2}
    assert said.strip()
    assert ENGELS.findall(GETYPT.sub("", said)) == []


# --- lists -------------------------------------------------------------------------------------


@pytest.fixture
def lang(tmp_path: Path) -> Path:
    """A dossier in which a partner and a person have names of sixty letters, with no space too."""
    root = kopie(HOLLANDS_MIDDEN, tmp_path / "lang", "archief", "build")
    registers = root / "convenant/registers"
    for name, old, new in (
        ("partners", "naam: Gemeente Gouda", f"naam: {LANG}"),
        ("partners", "naam: Gemeente Leiden", f"naam: {SPATIES}"),
        ("ondertekenaars", "naam: M. Schoenmaker", f"naam: {LANG}"),
    ):
        path = registers / f"{name}.yaml"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    return root


def _lijst(root: Path, *arguments: str, breed: str | None = None) -> Uitkomst:
    done = convenant(*arguments, "--op", "2026-11-26", cwd=root, env={"COLUMNS": breed})
    assert [line for line in done.stdout.splitlines() if len(line) > int(breed or 80)] == []
    return done


@pytest.mark.traag
@pytest.mark.parametrize("lijst", ["stand", "partners", "overleggen", "ondertekening"])
@pytest.mark.parametrize("breed", [None, "80", "120", "200"])
def test_no_list_is_wider_than_the_terminal(lang: Path, lijst: str, breed: str | None) -> None:
    """Also with names that no column can hold; in a pipe it is 80 columns wide."""
    said = _lijst(lang, lijst, breed=breed).stdout
    assert all(word in said for word in SPATIES.split())
    assert LANG[-10:] in said


@pytest.mark.parametrize("lijst", ["stand", "partners", "overleggen", "ondertekening"])
def test_words_in_a_list_stay_whole(lijst: str) -> None:
    """Where a table would break them, every partner has a card; what a cell says is all there."""
    smal = _lijst(HOLLANDS_MIDDEN, lijst, breed="80").stdout.split()
    breed = _lijst(HOLLANDS_MIDDEN, lijst, breed="300").stdout.split()
    kaal = {word.rstrip(",:") for word in smal}
    weg = {word for word in breed if word.rstrip(",:") not in kaal and word[0] not in "\u2500?"}
    assert weg <= {"Partner"}


def test_a_card_tells_together_what_is_alike() -> None:
    """First what stands by itself, then each value with its columns."""
    said = _lijst(HOLLANDS_MIDDEN, "partners", breed="80").stdout
    assert (
        "\nGemeente Gouda\n"
        "    Soort: ketenpartner\n"
        "    Deelname: deelnemer sinds 31 maart 2017\n"
        "    Grond: genoemd in het convenant\n"
        "    \u2013: Rechtsvorm, KvK, Zetel, Contact, FG\n"
        "\nGemeente Leiden\n"
    ) in said


def test_a_small_list_is_a_table(klein: Path) -> None:
    """Where there is room for every word, one sees the rows below each other."""
    said = _lijst(klein, "overleggen").stdout
    assert "\u2500" * 10 in said


# --- sentences ---------------------------------------------------------------------------------


def venster(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take what is captured for a terminal of 60 columns."""
    monkeypatch.setenv("COLUMNS", "60")
    for stream in (sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True)


FOUND = Diagnostic(
    Position(f"convenant/registers/{LANG}.yaml", 3, 5),
    "CV999",
    "fout",
    "een melding van veel woorden die op een smal venster niet op één regel past",
    "een raad van veel woorden die op een smal venster ook niet op één regel past",
)


def test_findings_break_between_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A path stays whole, so that an editor can open it."""
    venster(monkeypatch)
    show_diagnostics([FOUND])
    said = click.unstyle(capsys.readouterr().out).splitlines()
    assert said[0] == f"convenant/registers/{LANG}.yaml:3:5:"
    assert [line for line in said[1:] if len(line) > 60 or not line.startswith("    ")] == []
    assert " ".join(" ".join(said).split()).endswith(f"tip: {FOUND.tip}")


def test_the_numbers_of_a_file_come_below_a_long_name(
    klein: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing but a path is wider than the terminal."""
    venster(monkeypatch)
    toon_bevindingen([FOUND, replace(FOUND, ernst="hint")], Bronregels(Lezer(klein)))
    said = click.unstyle(capsys.readouterr().out).splitlines()
    assert said[:2] == [f"{FOUND.position.path}:", "    1 fout, 1 hint"]
    assert [line for line in said if len(line) > 60 and LANG not in line] == []


def test_a_command_in_a_tip_is_not_broken(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command that was broken in two could not be pasted."""
    venster(monkeypatch)
    for tip, heel in (
        (
            "is het deze van twee: 'convenant toetreding gemeente-gouda verklaring'; anders niet",
            "'convenant toetreding gemeente-gouda verklaring'",
        ),
        (
            "noem het kenmerk van dat besluit met de optie --kenmerk 2026-17, en herhaal het",
            "--kenmerk 2026-17",
        ),
    ):
        show_diagnostics([replace(FOUND, tip=tip)])
        said = click.unstyle(capsys.readouterr().out).splitlines()
        assert any(heel in line for line in said)
        assert all(len(line) <= 60 for line in said[1:])


def test_in_a_file_a_finding_is_two_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """So that it can be searched."""
    show_diagnostics([FOUND])
    assert len(capsys.readouterr().out.splitlines()) == 2
