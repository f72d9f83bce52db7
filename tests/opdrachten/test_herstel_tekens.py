"""Signs that are not what they seem are made ordinary on request, shown first."""

from pathlib import Path

import pytest
from tests.opdrachten.test_controleer import ADDENDUM, PARTNERS, VOORWOORD, spoil
from tests.programma import convenant

NEE, JA = "nee\n", "ja\n"


@pytest.fixture
def vuil(klein: Path) -> Path:
    """A dossier with a soft hyphen in its text, and a loose accent in a name."""
    spoil(klein, VOORWOORD, "is verzonnen", "is ver\xadzonnen, artikel\xa01")
    spoil(klein, PARTNERS, "naam: Politie", "naam: Poli\u0308tie")
    spoil(klein, ADDENDUM, "besluit: Stuurgroep", "besluit: Stuur\xa0groep")
    return klein


def inhoud(root: Path) -> dict[str, bytes]:
    """Return all files of a dossier but those of the program itself."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in files
        if ".convenant" not in path.as_posix()
    }


def test_controleer_tells_the_place_and_changes_nothing(vuil: Path) -> None:
    """L21: file, line, column, and the sign in words."""
    before = inhoud(vuil)
    done = convenant("controleer", cwd=vuil, env={"COLUMNS": "200"})
    assert f"{VOORWOORD}:3:21: waarschuwing CV048: deze regel bevat een zacht" in done.stdout
    assert f"{VOORWOORD}:3:37: hint CV113: " in done.stdout
    assert "waarschuwing CV048: 'naam' bevat de losse vorm van '\u00ef'" in done.stdout
    assert inhoud(vuil) == before


def test_a_nee_leaves_all_as_it_is(vuil: Path) -> None:
    """What would change was shown."""
    before = inhoud(vuil)
    done = convenant("controleer", "--herstel-tekens", cwd=vuil, invoer=NEE, venster=True)
    assert "'ver<U+00AD>zonnen,' wordt 'verzonnen,'" in done.stdout
    assert done.returncode == 1
    assert inhoud(vuil) == before


def test_a_ja_makes_ordinary_what_was_shown(vuil: Path) -> None:
    """In text, register and addendum; other bytes stay, and a space that is meant too."""
    path = vuil / VOORWOORD
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = inhoud(vuil)
    done = convenant("controleer", "--herstel-tekens", cwd=vuil, invoer=JA, venster=True)
    assert (done.returncode, "Hersteld in 3 bestanden." in done.stdout) == (0, True)
    after = inhoud(vuil)
    assert {pad for pad, data in after.items() if before[pad] != data} == {
        VOORWOORD,
        PARTNERS,
        ADDENDUM,
    }
    assert after[VOORWOORD] == before[VOORWOORD].replace(b"\xc2\xad", b"")
    assert after[PARTNERS] == before[PARTNERS].replace("i\u0308".encode(), "\u00ef".encode())
    again = convenant("controleer", "--herstel-tekens", cwd=vuil)
    assert again.stdout == "Er is niets te herstellen.\n"


def test_what_is_adopted_or_recorded_is_left(klein: Path) -> None:
    """A version is never changed, nor rows that are called by what stands in them (CV224)."""
    for pad in ("convenant/versies/2017/x.md", "convenant/registers/gebeurtenissen.yaml"):
        path = klein / pad
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(text + "# ver\xadzonnen\n", encoding="utf-8")
    done = convenant("controleer", "--herstel-tekens", "--ja", cwd=klein)
    assert done.stdout == "Er is niets te herstellen.\n"
