"""A register that cannot be read is named first, and no list is shown as if it were whole."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.programma import convenant

REGISTERS = ("partners", "ondertekenaars", "gebeurtenissen", "besluiten")
LIJSTEN = (
    ("stand",),
    ("partners",),
    ("partners", "--csv"),
    ("partners", "--openbaar"),
    ("overleggen", "--json"),
    ("termijnen",),
    ("ondertekening",),
)


def _cp1252(text: str) -> bytes:
    return b"# Justiti\xeble\n" + text.encode()


def _zonder_sleutel(text: str) -> bytes:
    head, _, row = text.partition("  - ")
    _, _, rest = row.partition("\n")
    return f"{head}  - {rest.lstrip()}".encode()


BEDERF: dict[str, tuple[Callable[[str], bytes], str, str]] = {
    "cp1252": (_cp1252, "CV002", "het lijkt Windows-1252"),
    "utf-16": (lambda text: text.encode("utf-16"), "CV002", "het lijkt UTF-16"),
    "utf-16 zonder merk": (lambda text: text.encode("utf-16-le"), "CV002", "het lijkt UTF-16"),
    "utf-16-be": (lambda text: text.encode("utf-16-be"), "CV002", "het lijkt UTF-16"),
    "kapotte yaml": (lambda text: f"{text}\n - [x: ".encode(), "CV004", "YAML is niet te lezen"),
    "zonder sleutel": (_zonder_sleutel, "CV008", "verplichte sleutel"),
}


@pytest.fixture
def vol(klein: Path) -> Path:
    """The small dossier with a row in each register."""
    folder = klein / "convenant/registers"
    (folder / "gebeurtenissen.yaml").write_text(
        "gebeurtenissen:\n  - soort: vergadering\n    datum: 2019-03-01\n", encoding="utf-8"
    )
    (folder / "besluiten.yaml").write_text(
        "besluiten:\n  - sleutel: een\n    datum: 2019-03-01\n    titel: Besluit een\n",
        encoding="utf-8",
    )
    return klein


@pytest.mark.traag
@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("bederf", BEDERF)
def test_the_faulty_file_is_all_that_is_said(vol: Path, register: str, bederf: str) -> None:
    """`controleer` begins with it, and says nothing of rows that it could not read."""
    spoil, code, melding = BEDERF[bederf]
    path = vol / "convenant/registers" / f"{register}.yaml"
    path.write_bytes(spoil(path.read_text("utf-8")))
    done = convenant("controleer", "--json", "--op", "2019-06-01", cwd=vol)
    found = json.loads(done.stdout)["bevindingen"]
    assert found[0]["pad"].endswith(f"{register}.yaml")
    assert {f["pad"] for f in found} == {found[0]["pad"]}
    assert code in {f["code"] for f in found}
    assert melding in " ".join(f["melding"] for f in found)


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("lijst", LIJSTEN, ids=" ".join)
def test_no_list_is_shown_of_a_register_that_cannot_be_read(
    vol: Path, register: str, lijst: tuple[str, ...]
) -> None:
    """No table of nobody: only the fout, on stderr."""
    path = vol / "convenant/registers" / f"{register}.yaml"
    path.write_bytes(_cp1252(path.read_text("utf-8")))
    done = convenant(*lijst, cwd=vol)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"convenant/registers/{register}.yaml:1:10: fout CV002")


def test_a_faulty_register_comes_before_what_is_wrong_in_the_text(vol: Path) -> None:
    """A page of open invulvelden does not hide it."""
    deel = vol / "convenant/deel-1/02-open.md"
    deel.write_text("# 2 Open\n\n" + "Een [open veld].\n\n" * 30, encoding="utf-8")
    path = vol / "convenant/registers/partners.yaml"
    path.write_bytes(_cp1252(path.read_text("utf-8")))
    done = convenant("controleer", cwd=vol)
    assert done.stdout.splitlines()[0].startswith("convenant/registers/partners.yaml:1:10")
    assert "CV110" in done.stdout


def test_what_hides_in_a_text_is_no_utf16(klein: Path) -> None:
    """One NUL in a text is a character to take away, not another way to store it."""
    path = klein / "convenant/voorwerk/01-voorwoord.md"
    path.write_bytes(b"# Voorwoord\n\nEen \0 stuurteken in een gewone zin.\n")
    done = convenant("controleer", cwd=klein)
    assert "CV023" in done.stdout
    assert "CV002" not in done.stdout


@pytest.mark.parametrize(
    ("geschreven", "tip"),
    [
        ("1-7-2026", "schrijf 2026-07-01 (jaar-maand-dag)"),
        ("1 juli 2026", "schrijf 2026-07-01 (jaar-maand-dag)"),
        ("2026-06-31", "juni 2026 heeft 30 dagen, er is geen dag 31"),
        ("zomer", "schrijf een datum als 2018-06-18 (jaar-maand-dag), tussen 1000 en 2999"),
    ],
)
def test_a_date_in_a_file_is_asked_in_the_form_of_files(
    vol: Path, geschreven: str, tip: str
) -> None:
    """The tip gives the very date, when one sees which is meant."""
    path = vol / "convenant/registers/besluiten.yaml"
    path.write_text(path.read_text("utf-8").replace("2019-03-01", geschreven), encoding="utf-8")
    done = convenant("controleer", cwd=vol)
    assert f"'datum' moet een datum zijn, hier staat '{geschreven}'" in done.stdout
    assert tip in done.stdout
