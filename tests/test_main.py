"""The part of the program below which there is nothing: whatever happens ends in a sentence."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click
import pytest
from tests.programma import OPDRACHT, convenant

from convenantwerk import __main__ as begin
from convenantwerk.basis import journal, stromen
from convenantwerk.cli import main as opdrachten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OP = ("--op", "2019-06-01")


@pytest.fixture(autouse=True)
def _niets_vastgelegd(monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process other tests have recorded things."""
    monkeypatch.setattr(journal, "_gedaan", [])


@pytest.fixture(autouse=True)
def _eigen_wereld(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep the streams and signals of the tests as they are."""
    monkeypatch.setattr(stromen, "rustig", lambda: None)
    monkeypatch.setattr(begin, "_onderbroken", [])
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def eindig(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], int]:
    """Let the program end by an exception, and return its exit code."""

    def met(error: BaseException) -> int:
        def mislukt() -> NoReturn:
            raise error

        monkeypatch.setattr(opdrachten, "main", mislukt)
        with pytest.raises(SystemExit) as end:
            begin.main()
        return int(str(end.value.code))

    return met


@pytest.mark.parametrize(
    "error",
    [
        KeyError("x"),
        RecursionError(),
        MemoryError(),
        UnicodeError("x"),
        ExceptionGroup("x", [OSError()]),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_fault_of_the_program_is_one_sentence_and_a_file(
    eindig: Callable[[BaseException], int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: Exception,
) -> None:
    """Exit 70; the file tells where it happened, and only the user may read it."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert eindig(error) == 70
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"Dit is een fout in convenantwerk zelf ({type(error).__name__}); ")
    assert "er is niets vastgelegd. Meld haar bij de makers" in line
    (path,) = tmp_path.iterdir()
    assert line.endswith(f"stuur dit bestand mee: {path}.")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "test_main.py" in path.read_text("utf-8")


def test_without_a_place_for_the_details_it_says_so(
    eindig: Callable[[BaseException], int],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    """And whether something was recorded before."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "weg"))
    monkeypatch.setattr(journal, "vastgelegd", lambda: 1)
    assert eindig(KeyError("x")) == 70
    said = capsys.readouterr().err
    assert "wat hierboven staat is vastgelegd" in said
    assert "konden nergens worden bewaard" in said


@pytest.mark.parametrize(
    ("keer", "einde"),
    [
        (0, (130, "Afgebroken; er is niets vastgelegd.")),
        (1, (3, "Afgebroken, maar wat hierboven staat is vastgelegd.")),
    ],
)
@pytest.mark.parametrize("soort", [KeyboardInterrupt, click.Abort])
def test_who_interrupts_hears_whether_something_was_recorded(
    klein: Path,
    monkeypatch: pytest.MonkeyPatch,
    soort: type[BaseException],
    keer: int,
    einde: tuple[int, str],
) -> None:
    """Exit 130 when nothing was, 3 when something was."""

    def onderbroken(*_: object, **__: object) -> NoReturn:
        raise soort

    monkeypatch.setattr(journal, "vastgelegd", lambda: keer)
    monkeypatch.setattr(click.Group, "invoke", onderbroken)
    done = convenant("stand", cwd=klein)
    assert (done.returncode, done.stderr.strip()) == einde


def test_what_a_library_makes_of_an_interruption_is_one(
    eindig: Callable[[BaseException], int],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The class that was being made when it came, for one, raises an error of its own."""
    monkeypatch.setattr(begin, "_onderbroken", [2])
    monkeypatch.setattr(os, "_exit", sys.exit)
    assert eindig(RuntimeError("Error calling __set_name__")) == 130
    assert capsys.readouterr().err.strip() == "Afgebroken; er is niets vastgelegd."


@pytest.mark.proces
def test_an_interruption_while_it_starts_is_one_word(tmp_path: Path) -> None:
    """The first import is in reach of the sentence already."""
    (tmp_path / "click.py").write_text("import _signal\n_signal.raise_signal(2)\n", "utf-8")
    path = os.pathsep.join((str(tmp_path), str(Path(begin.__file__).parents[1])))
    done = subprocess.run(
        OPDRACHT,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Afgebroken.\n")


@pytest.mark.proces
@pytest.mark.parametrize(
    ("dicht", "woorden", "code"),
    [
        (">&-", "controleer --op 2019-06-01", 0),
        ("2>&-", "controle", 2),
        ("<&- >&- 2>&-", "verlenging 2027 --op 2019-06-01", 1),
    ],
)
def test_a_stream_that_is_closed_is_no_reason_to_stop(
    klein: Path, dicht: str, woorden: str, code: int
) -> None:
    """It says what it can to what is left, and no file takes the place of a stream."""
    shell = f'exec "$0" -m convenantwerk {woorden} {dicht}'
    done = subprocess.run(
        ["sh", "-c", shell, sys.executable], cwd=klein, capture_output=True, text=True, check=False
    )
    assert done.returncode == code
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.proces
def test_libraries_are_not_heard() -> None:
    """Neither their warnings, nor their log, nor what they write in C; a question is."""
    code = (
        "import logging, os, sys, warnings\n"
        "from convenantwerk.basis.stromen import hoorbaar, rustig\n"
        "rustig()\n"
        "warnings.warn('English')\nlogging.getLogger('x').error('English')\n"
        "os.write(2, b'English')\n"
        "print('Nederlands', file=sys.stderr)\n"
        "with hoorbaar():\n    os.write(2, b'vraag')\n"
        "os.write(2, b'English')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Nederlands\nvraag")


def test_a_question_that_nobody_answers_names_the_option(klein: Path) -> None:
    """CV916, exit 1, and the registers are as they were."""
    registers = klein / "convenant" / "registers"
    before = {path.name: path.read_bytes() for path in registers.iterdir()}
    done = convenant("verlenging", "2027", "--op", "2026-11-24", cwd=klein)
    assert done.returncode == 1
    assert (
        "CV916: er is een antwoord nodig op 'Vastleggen? (ja/nee, of een nummer om te wijzigen)'"
        in done.stderr
    )
    assert "tip: geef het antwoord vooraf, met --ja" in done.stderr
    assert {path.name: path.read_bytes() for path in registers.iterdir()} == before


@pytest.mark.traag
def test_a_folder_whose_name_is_no_text_is_a_folder(klein: Path) -> None:
    """What of the name is none, is shown as such; also in the papers that name it."""
    vreemd = Path(os.fsdecode(os.fsencode(klein) + b"-\xe9"))
    klein.rename(vreemd)
    bouw = ("bouw", *OP, "--formaat", "md,html")
    assert convenant("--dossier", str(vreemd), *bouw, cwd=vreemd.parent).returncode == 0
    assert "klein-\\\\xe9" in (vreemd / "build" / "manifest.json").read_text("utf-8")
    (vreemd / "convenant" / "deel-1" / "extra.txt").write_text("x", "utf-8")
    done = convenant("--dossier", str(vreemd), *bouw, cwd=vreemd.parent)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)


@pytest.mark.proces
def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    """CV917, with what to do."""
    weg = tmp_path / "weg"
    weg.mkdir()
    path = str(Path(begin.__file__).parents[1])
    shell = 'cd "$1" && rmdir "$1" && exec "$0" -m convenantwerk controleer'
    done = subprocess.run(
        ["sh", "-c", shell, sys.executable, weg],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "CV917: het systeem werkt niet mee: de map waarin u werkt is er niet meer" in done.stderr


@pytest.mark.parametrize(
    ("woorden", "melding"),
    [
        (("vaststellen", "2026", "--besluit", "a\u200bb", "--datum", "2026-01-01"), "U+200B"),
        (("vaststellen", "2026", "--besluit", " ", "--datum", "2026-01-01"), "niet leeg"),
        (("opzegging", "politie", "--ontvangen", "2026-01-01", "--kenmerk", "a\nb"), "één regel"),
        (("opzegging", "politie", "--ontvangen", "2026-01-01", "--kenmerk", "\x1b[2J"), "stuur"),
        (("opzegging", "\udcff", "--ontvangen", "2026-01-01"), "stuurtekens"),
        (("toetreding", "P\u043elitie", "verzoek"), "U+043E"),
        (("toetreding", "Zorg", "verzoek", "--adres", "a,b\u202e"), "U+202E"),
        (("pakket", "po\xadlitie"), "U+00AD"),
    ],
)
def test_what_hides_in_a_word_of_the_command_is_refused(
    klein: Path, woorden: tuple[str, ...], melding: str
) -> None:
    """Exit 2, before anything is recorded; the message names the option and the character."""
    done = convenant(*woorden, cwd=klein)
    assert done.returncode == 2
    assert melding in done.stderr
    assert not {"\u200b", "\u202e", "\x1b", "\xad"}.intersection(done.stderr)


@pytest.mark.traag
def test_spaces_too_many_in_an_option_are_one(klein: Path) -> None:
    """As a register would be written by hand."""
    words = ("opzegging", "politie", "--ontvangen", "2026-11-24", "--kenmerk", " a\xa0 b ")
    done = convenant(*words, "--op", "2026-11-24", "--ja", "--formaat", "docx", cwd=klein)
    assert done.returncode == 0, done.stderr
    text = (klein / "convenant/registers/gebeurtenissen.yaml").read_text("utf-8")
    assert "kenmerk: a b\n" in text
