"""The command as a newcomer meets it, also when it is used wrongly."""

import re
from pathlib import Path

import pytest
from tests.programma import convenant

from convenantwerk.cli.nederlands import ZINNEN
from convenantwerk.papier.formaten.tabel import formaten


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
        (("bouw", "--op", "18-06-2018"), "'18-06-2018' is geen datum; schrijf bijvoorbeeld"),
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


def test_outside_a_dossier_it_says_so(tmp_path: Path) -> None:
    """Without a dossier there is one finding, with what to do."""
    done = convenant("controleer", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "CV900" in done.stderr
    assert "--dossier MAP" in done.stderr


def test_a_dossier_is_found_from_a_folder_within_it(klein: Path) -> None:
    """The nearest folder upwards with convenant/convenant.yaml is the dossier."""
    done = convenant("controleer", "--op", "2019-06-01", cwd=klein / "convenant" / "deel-1")
    assert (done.returncode, done.stdout) == (0, "Geen bevindingen.\n")


def test_findings_name_place_code_and_tip(klein: Path) -> None:
    """Two lines for each finding, and a count at the end."""
    path = klein / "convenant" / "voorwerk" / "01-voorwoord.md"
    path.write_text("# Voorwoord\n\nEen [open veld].\n", encoding="utf-8")
    done = convenant("controleer", "--op", "2019-06-01", cwd=klein)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "convenant/voorwerk/01-voorwoord.md:3:5: fout CV110: open invulveld [open veld]",
        "    tip: vul het in convenant.yaml in met 'bij: voorwoord', of pas de tekst aan",
        "1 fout.",
    ]


def test_every_translation_fills_in_what_click_gives_it() -> None:
    """A translated sentence names no field that the English one does not have."""
    field = re.compile(r"\{(\w+)|%\((\w+)\)")
    for english, dutch in ZINNEN.items():
        assert set(field.findall(dutch)) <= set(field.findall(english)), english
