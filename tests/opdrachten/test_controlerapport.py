"""`controleer --rapport`: there is always one, whatever is wrong with a dossier."""

from pathlib import Path

import pytest
from tests.opdrachten.test_controleer import ARTIKELEN, INSTELLINGEN, OP, VOORWOORD, spoil
from tests.programma import convenant

RAPPORT = Path("build", "controle", "controlerapport.md")


def rapport(root: Path, *rest: str, formaten: str = "md") -> str:
    """Return the report of a dossier as Markdown."""
    # From where the files of the dossier have a whole path.
    cwd = root / "convenant" / "voorwerk"
    done = convenant(
        *("--dossier", str(root), "controleer", "--rapport", "--formaat", formaten),
        *("--op", OP.isoformat(), *rest),
        cwd=cwd,
    )
    assert f"{RAPPORT.as_posix()}\n" in done.stdout, done.stderr
    text = (root / RAPPORT).read_text("utf-8")
    assert str(root.parent) not in text
    return text


def test_of_a_good_dossier_it_says_so(klein: Path) -> None:
    """And names the convenant and the day."""
    text = rapport(klein)
    assert "Veiligheidshuis Voorbeeldstad, nagekeken voor 1 juni 2019." in text
    assert text.endswith("Geen bevindingen.\n")


def test_it_has_place_and_sentence(klein: Path) -> None:
    """In the words of the paper."""
    spoil(klein, VOORWOORD, "is verzonnen", "is thans verzonnen")
    text = rapport(klein)
    assert "Dit convenant is **thans** verzonnen." in text


@pytest.mark.parametrize(
    ("path", "data", "expected"),
    [
        (INSTELLINGEN, b"titel: [", "De tekst kon niet worden gelezen"),
        (ARTIKELEN, b"# 2 \xff", "02-artikelen.md, regel 1"),
        ("templates/blokken.html", b"{% if %}", "Geen bevindingen"),
        ("templates/scherm.css", b"\xff", "Geen bevindingen"),
    ],
)
def test_of_a_dossier_that_cannot_be_read_too(
    klein: Path, path: str, data: bytes, expected: str
) -> None:
    """It has what reading found; when a template is no good it has the looks of the program."""
    (klein / path).parent.mkdir(exist_ok=True)
    (klein / path).write_bytes(data)
    assert expected in rapport(klein)


def test_only_what_is_new(klein: Path) -> None:
    """With `--sinds`."""
    spoil(klein, VOORWOORD, "is verzonnen", "is thans verzonnen")
    text = rapport(klein, "--sinds", "werk")
    assert "die er in werk nog niet waren; één bevinding was er toen al." in text
    spoil(klein, VOORWOORD, "is thans verzonnen", "is verzonnen")
    done = convenant("controleer", "--sinds", "werk", "--op", OP.isoformat(), cwd=klein)
    assert done.stdout == "Nieuw sinds werk: geen bevindingen.\n"


@pytest.mark.parametrize(
    ("opties", "expected"),
    [
        ("--json --rapport", "Kies één van --json, --sarif, --rapport"),
        ("--herstel --woordenlijst", "--herstel, --herstel-tekens en --woordenlijst."),
        ("--formaat pdf", "'--formaat' hoort bij '--rapport'; zet dat erbij."),
        ("--json --uit map", "'--uit' hoort bij '--rapport'; zet dat erbij."),
        ("--ja", "'--ja' hoort bij '--herstel', '--herstel-tekens' of '--woordenlijst'"),
        ("--alleen woord", "'--alleen' hoort bij '--woordenlijst'; zet dat erbij."),
        ("--sinds 2017 --volg", "'--sinds' en '--volg' gaan niet samen."),
        ("--herstel --spelling", "'--spelling' en '--herstel' gaan niet samen."),
    ],
)
def test_what_does_not_go_together_is_told(klein: Path, opties: str, expected: str) -> None:
    """Nothing that was asked is passed over in silence: who wants a PDF must not wait for it."""
    done = convenant("controleer", *opties.split(), cwd=klein)
    assert (done.returncode, done.stdout) == (2, "")
    assert expected in done.stderr


@pytest.mark.pdf
@pytest.mark.proef
def test_it_is_there_in_all_formats(klein: Path) -> None:
    """The same words in each, as for every paper."""
    spoil(klein, VOORWOORD, "is verzonnen", "is thans verzonnen")
    rapport(klein, formaten="pdf,docx,html,md")
    made = {path.suffix for path in (klein / RAPPORT).parent.iterdir()}
    assert made == {".pdf", ".docx", ".html", ".md"}
