"""The command as a newcomer meets it, also when it is used wrongly."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from tests.programma import OPDRACHT, Uitkomst, convenant

from convenantwerk.cli.main import cli
from convenantwerk.papier.formaten.tabel import formaten

FULL = Path("/dev/full")


@pytest.mark.parametrize("command", [(), ("bouw",), ("controleer",)])
def test_help_is_dutch(klein: Path, command: tuple[str, ...]) -> None:
    """No sentence of click itself comes through in English."""
    done = convenant(*command, "--help", cwd=klein)
    assert done.returncode == 0
    assert "Gebruik: convenant" in done.stdout
    assert not re.search(r"Usage|Options:|Show this|OPTIONS|Commands", done.stdout)


@pytest.mark.parametrize(
    ("arguments", "melding"),
    [
        (("bouww",), "De opdracht 'bouww' is er niet. Bedoelt u 'bouw'?"),
        (("bouw", "--formaatt", "pdf"), "De optie '--formaatt' is er niet."),
        (
            ("bouw", "--formaat", "pdf,odt"),
            f"'odt' is geen formaat; kies uit {', '.join(formaten())}.",
        ),
        (("bouw", "--op", "31-6-2018"), "is geen datum: juni 2018 heeft 30 dagen"),
        (("bouw", "--op", "6/18/18"), "is geen datum: schrijf het jaar met vier cijfers"),
        (("renvooi", "31-6-2018", "werk"), "tip: juni 2018 heeft 30 dagen"),
        (("jaarkalender", "twee"), "'twee' is geen getal van 1990 tot en met 2200."),
        (("verlenging", "99"), "'99' is geen getal van 1990 tot en met 2200."),
        (("bouw", "--op", "20180618"), "'20180618' is geen datum"),
        (("bouw", "--op"), "De optie '--op' vraagt om een waarde."),
        (("controleer", "x"), "Dit hoort er niet bij: x"),
        (("--dossier", "weg", "controleer"), "Map 'weg' bestaat niet."),
        (("bouw", "convenat"), "CV903: document 'convenat' is er niet"),
        (("--dossier", "convenant", "controleer"), "CV900: hier is geen dossier"),
    ],
)
def test_wrong_usage_is_told_in_dutch(
    klein: Path, arguments: tuple[str, ...], melding: str
) -> None:
    """Exit code 2, one clear sentence, no traceback."""
    done = convenant(*arguments, cwd=klein)
    assert done.returncode == 2
    assert melding in done.stderr
    assert "Traceback" not in done.stderr


def test_outside_a_dossier_it_says_so(tmp_path: Path, proces: Callable[..., Uitkomst]) -> None:
    """Without a dossier there is one finding, with what to do."""
    done = proces("controleer", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "CV900" in done.stderr
    assert "--dossier MAP" in done.stderr


def test_a_dossier_is_found_from_a_folder_within_it(
    klein: Path, proces: Callable[..., Uitkomst]
) -> None:
    """The nearest folder upwards with convenant/convenant.yaml is the dossier."""
    done = proces("controleer", "--op", "2019-06-01", cwd=klein / "convenant" / "deel-1")
    assert (done.returncode, done.stdout) == (0, "Geen bevindingen.\n")


def test_findings_name_place_code_and_tip(klein: Path, proces: Callable[..., Uitkomst]) -> None:
    """Each finding with its line in the file and its words marked, and a count at the end."""
    path = klein / "convenant" / "voorwerk" / "01-voorwoord.md"
    path.write_text("# Voorwoord\n\nEen [open veld].\n", encoding="utf-8")
    done = proces("controleer", "--op", "2019-06-01", cwd=klein)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "convenant/voorwerk/01-voorwoord.md:3:5: fout CV110: open invulveld [open veld]",
        "    Een [open veld].",
        "        ^^^^^^^^^^^",
        "    tip: vul het in convenant.yaml in met 'bij: voorwoord', of pas de tekst aan",
        "",
        "1 fout.",
    ]


def test_the_list_of_commands_repeats_their_first_sentences() -> None:
    """The page of help, which imports no command, says of each what it says itself."""
    ctx = click.Context(cli)
    known = {name: cli.get_command(ctx, name) for name in cli.list_commands(ctx)}
    assert len(known) == 29
    for name, command in known.items():
        assert command is not None
        assert command.name == name
        assert cli.commands[name].get_short_help_str(1000) == command.get_short_help_str(1000)


@pytest.mark.proces
def test_help_imports_no_command() -> None:
    """Whoever asks which commands there are waits for none of them."""
    code = (
        "import sys\n"
        "from convenantwerk.cli.main import cli\n"
        "cli.main(['--help'], standalone_mode=False)\n"
        "print('loaded:', *sorted(m for m in sys.modules if m.startswith('convenantwerk.')))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stdout.rpartition("loaded: ")[2].split()
    assert {name.split(".")[1] for name in loaded} == {"basis", "cli"}
    own = {
        f"convenantwerk.cli.{name}"
        for name in ("einde", "groep", "main", "nederlands", "plakbaar", "tabel", "weergave")
    }
    assert {name for name in loaded if name.startswith("convenantwerk.cli.")} == own


def test_the_values_of_options_are_called_in_dutch() -> None:
    """No page of help, of a command or of one below it, has a word of click itself."""
    left = [click.Context(cli, info_name="convenant", **cli.context_settings)]
    pages = []
    while left:
        ctx = left.pop()
        pages.append(ctx.get_help())
        if isinstance(ctx.command, click.Group):
            for name in ctx.command.list_commands(ctx):
                command = ctx.command.get_command(ctx, name)
                assert command is not None
                left.append(click.Context(command, parent=ctx, info_name=name))
    assert len(pages) == 38
    english = re.compile(r"TEXT|INTEGER|RANGE|FLOAT|FILENAME|OPTIONS|COMMAND|ARGS")
    assert [page for page in pages if english.search(page)] == []


def test_a_terminal_without_our_letters_gets_all_the_rest(
    klein: Path, proces: Callable[..., Uitkomst]
) -> None:
    """A letter that it does not have is a question mark, and no traceback."""
    arguments = ("opzegging", "\u0436", "--ontvangen", "2026-11-24")
    done = proces(*arguments, cwd=klein, env={"PYTHONIOENCODING": "latin-1"})
    assert done.returncode == 2
    assert "partner '?' is er niet" in done.stderr


@pytest.mark.proces
@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
def test_what_cannot_be_shown_is_told(klein: Path) -> None:
    """A terminal or file that takes no more: exit code 1 and one sentence."""
    with FULL.open("w") as full:
        done = subprocess.run(
            [*OPDRACHT, "partners"],
            cwd=klein,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("fout CV917: het systeem werkt niet mee: ")


@pytest.mark.proces
def test_who_reads_no_further_hears_no_complaint(klein: Path) -> None:
    """A pipe that was closed at the other end, as by `head`."""
    with subprocess.Popen(
        [*OPDRACHT, "partners"],
        cwd=klein,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as done:
        assert done.stdout is not None
        assert done.stderr is not None
        done.stdout.close()
        said = done.stderr.read()
    assert done.returncode == 1
    assert "Traceback" not in said
