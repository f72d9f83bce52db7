"""`convenant controleer --woordenlijst`: what it shows, and what it writes."""

from pathlib import Path

from tests.lezing import bron
from tests.programma import convenant


def schrijf(klein: Path, text: str) -> Path:
    """Write a chapter of one text; return convenant.yaml."""
    path = klein / "convenant" / "deel-1" / "02-artikelen.md"
    path.write_text(bron(text), encoding="utf-8")
    return klein / "convenant" / "convenant.yaml"


def test_words_come_in_the_list_after_a_ja(klein: Path) -> None:
    """What may be a typing error is shown and left out; what is there stays as it is."""
    path = schrijf(klein, "Een qwrtzpl en een vrmpfl zijn een informatieknoppunt.")
    was = path.read_text("utf-8")
    nee = convenant("controleer", "--woordenlijst", cwd=klein, invoer="nee\n", venster=True)
    assert nee.returncode == 1
    assert path.read_text("utf-8") == was
    assert "3. informatieknoppunt (misschien informatieknooppunt): niet" in nee.stdout
    ja = convenant("controleer", "--woordenlijst", "--ja", cwd=klein)
    assert "2 woorden in de woordenlijst gezet." in ja.stdout
    regel = "woordenlijst: [qwrtzpl, vrmpfl]"
    assert [line for line in path.read_text("utf-8").splitlines() if line != regel] == (
        was.splitlines()
    )
    assert regel in path.read_text("utf-8")
    daarna = convenant("controleer", "--spelling", cwd=klein).stdout
    assert "'qwrtzpl'" not in daarna
    assert "'informatieknoppunt'" in daarna
    weer = convenant("controleer", "--woordenlijst", cwd=klein).stdout
    assert "Er zijn geen woorden voor de woordenlijst." in weer


def test_each_word_is_chosen_by_its_number(klein: Path) -> None:
    """One that is none for the list is left out, one that seemed a typing error is in it."""
    path = schrijf(klein, "Een qwrtzpl en een vrmpfl zijn een informatieknoppunt.")
    antwoorden = "1\nniet\n3\nwel\nja\n"
    gedaan = convenant("controleer", "--woordenlijst", cwd=klein, invoer=antwoorden, venster=True)
    assert "2 woorden in de woordenlijst gezet." in gedaan.stdout
    assert "woordenlijst: [vrmpfl, informatieknoppunt]" in path.read_text("utf-8")


def test_the_words_are_named_beforehand(klein: Path) -> None:
    """Where nobody answers; capitals do not count, and a word that is not there is told."""
    path = schrijf(klein, "Een qwrtzpl en een vrmpfl zijn een informatieknoppunt.")
    was = path.read_text("utf-8")
    kies = ("controleer", "--woordenlijst", "--ja", "--alleen")
    mis = convenant(*kies, "qwrtzl", cwd=klein)
    assert mis.returncode == 2
    assert "bedoelt u 'qwrtzpl'?" in mis.stderr
    assert path.read_text("utf-8") == was
    gedaan = convenant(*kies, "Informatieknoppunt,vrmpfl", cwd=klein)
    assert "2 woorden in de woordenlijst gezet." in gedaan.stdout
    assert "woordenlijst: [vrmpfl, informatieknoppunt]" in path.read_text("utf-8")


def test_words_come_behind_those_that_are_there(klein: Path) -> None:
    """The list keeps its form and its comments."""
    path = schrijf(klein, "Een qwrtzpl en een vrmpfl.")
    text = path.read_text("utf-8").rstrip()
    lijst = "\nwoordenlijst:\n  # van hier\n  - qwrtzpl  # een merk\n"
    path.write_text(text + lijst, encoding="utf-8")
    assert convenant("controleer", "--woordenlijst", "--ja", cwd=klein).returncode == 0
    assert path.read_text("utf-8") == f"{text}{lijst}  - vrmpfl\n"


def test_a_form_without_place_is_told(klein: Path) -> None:
    """It is a finding that says what to do."""
    path = schrijf(klein, "Een qwrtzpl.")
    path.write_text(
        path.read_text("utf-8").rstrip() + "\nwoordenlijst: [aa,\n  # b\n  bb]\n", encoding="utf-8"
    )
    uit = convenant("controleer", "--woordenlijst", "--ja", cwd=klein)
    assert uit.returncode != 0
    assert "CV913" in uit.stderr
