"""Names that no file can have on Windows are known, and refused where they would become one."""

from pathlib import Path

import pytest
from tests.programma import convenant
from tests.voorbeelden import HOLLANDS_MIDDEN

from convenantwerk.basis.bestandsnaam import niet_op_windows

PARTNERS = "convenant/registers/partners.yaml"


@pytest.mark.parametrize(
    "naam",
    [
        *("con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9", "com0", "com\xb9"),
        *("CON", "Aux.pdf", "nul.yaml", "con.a.b", "con ", "lpt3 .md", "conin$"),
        *("gemeente.", "gemeente ", "wie?", "a:b", 'a"b', "a*", "a\\b", "a|b", "<a>"),
    ],
)
def test_what_windows_cannot_hold(naam: str) -> None:
    """Devices, whatever stands behind the point; an end of point or space; its own signs."""
    assert niet_op_windows(naam)


@pytest.mark.parametrize(
    "naam",
    [
        *("gemeente-gouda", "con-tact", "contact", "com", "com10", "lpt", "auxilium", "null"),
        *("x.con", "a.aux.md", "2018-06-18", "Wie doet mee.md", "caf\xe9", ".git"),
    ],
)
def test_what_only_looks_like_it_is_let_alone(naam: str) -> None:
    """A name that begins so is a name."""
    assert niet_op_windows(naam) == ""


@pytest.mark.parametrize("sleutel", ["con", "aux", "nul", "prn", "com1", "lpt9", "CON", "politie."])
@pytest.mark.parametrize("register", ["partners", "ondertekenaars"])
def test_such_a_sleutel_is_refused_at_its_place(klein: Path, register: str, sleutel: str) -> None:
    """In each register of which papers are named after the sleutel."""
    path = klein / f"convenant/registers/{register}.yaml"
    head, _, rest = path.read_text("utf-8").partition("sleutel: ")
    path.write_text(f"{head}sleutel: {sleutel}\n{rest.partition(chr(10))[2]}", encoding="utf-8")
    done = convenant("controleer", cwd=klein)
    assert f"convenant/registers/{register}.yaml:2:5: fout CV220" in done.stdout
    assert f"sleutel '{sleutel}'" in done.stdout


def test_a_newcomer_and_a_version_get_no_such_name(klein: Path) -> None:
    """Said before anything is recorded."""
    feiten = ("--tekenaar", "A. Voorbeeld", "--functie", "bestuurder")
    done = convenant("toetreding", "Aux", "verzoek", *feiten, "--ja", cwd=HOLLANDS_MIDDEN)
    assert done.returncode == 1
    assert "'aux' kan geen sleutel zijn: die naam houdt Windows voor een apparaat" in done.stderr
    version = ("vaststellen", "com1.2", "--besluit", "x", "--datum", "2019-01-01")
    done = convenant(*version, cwd=klein)
    assert done.returncode == 1
    assert "die naam houdt Windows voor een apparaat" in done.stderr


@pytest.mark.parametrize(
    "pad",
    [
        "convenant/deel-1/aux.md",
        "convenant/deel-1/02-wie?.md",
        "addenda/nul",
        "convenant/versies/x.",
    ],
)
def test_files_and_folders_of_such_a_name_are_warned_of(klein: Path, pad: str) -> None:
    """A text, an addendum, a version: on Windows the dossier could not be unpacked."""
    path = klein / pad
    if path.suffix == ".md":
        path.write_text("# 2 Nog iets\n\nEen zin.\n", encoding="utf-8")
    else:
        path.mkdir(parents=True)
    done = convenant("controleer", cwd=klein)
    assert f"{pad}: waarschuwing CV221" in done.stdout
