"""Before "Vastleggen?" stand all answers, and each of them can be changed."""

from pathlib import Path

import pytest
from tests.programma import Uitkomst, convenant
from tests.voorbeelden import HOLLANDS_MIDDEN, kopie

pytestmark = pytest.mark.traag

NU = ("--op", "2026-11-26")
OPZEGGING = ("opzegging", "Gemeente Gouda", "--ontvangen", "24-11-2026")
GEBEURTENISSEN = "convenant/registers/gebeurtenissen.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the dossier of Hollands Midden."""
    return kopie(HOLLANDS_MIDDEN, tmp_path / "dossier", "archief", "build")


def antwoord(root: Path, *arguments: str, met: tuple[str, ...]) -> tuple[Uitkomst, str]:
    """Run a command with these answers; return what it said, and what it recorded."""
    before = (root / GEBEURTENISSEN).read_text("utf-8")
    formaat = ("--formaat", "md") if arguments[0] in {"opzegging", "verlenging"} else ()
    done = convenant(*arguments, *NU, *formaat, cwd=root, invoer="".join(f"{a}\n" for a in met))
    after = (root / GEBEURTENISSEN).read_text("utf-8")
    return done, after.replace(before.rstrip("\n"), "").strip()


def test_all_answers_stand_above_the_question(root: Path) -> None:
    """Dates in words, what was left open as such, and by nee nothing is recorded."""
    done, recorded = antwoord(root, *OPZEGGING, met=("nee",))
    assert (done.returncode, recorded) == (1, "")
    assert (
        "  1. Partner: Gemeente Gouda\n"
        "  2. Dag van ontvangst: 24 november 2026\n"
        "  3. Kenmerk: niet ingevuld\n"
        "  4. Dag van verzending: niet ingevuld\n"
        "  5. Vorm: aangetekend\n"
        "  6. Geadresseerde: niet ingevuld\n"
        "Vastleggen? (ja/nee, of een nummer om te wijzigen): "
    ) in done.stdout
    assert done.stderr == "Niets vastgelegd.\n"


def test_an_answer_is_changed_by_its_number(root: Path) -> None:
    """What follows is worked out anew, and only what was said last is recorded."""
    answers = ("2", "1 november 2026", "4", "31/10/2026", "1", "Gemeente Leiden", "ja")
    done, recorded = antwoord(root, *OPZEGGING, met=answers)
    assert done.returncode == 0, done.stderr
    assert "Gemeente Leiden neemt deel tot" in done.stdout
    for part in ("partner: gemeente-leiden", "datum: 2026-11-01", "verzonden: 2026-10-31"):
        assert part in recorded
    assert "gouda" not in recorded


@pytest.mark.parametrize(
    ("met", "woorden"),
    [
        (("2", "31-11-2026", "", "ja"), "november 2026 heeft 30 dagen"),
        (("2", "7/1/26", "", "ja"), "schrijf het jaar met vier cijfers"),
        (("2", "1-1-2031", "ja"), "Zo kan het niet; het blijft zoals het was."),
        (("1", "Leiden", "ja"), "bedoelt u 'gemeente-leiden' (Gemeente Leiden)?"),
        (("4", "25-11-2026", "ja"), "Zo kan het niet"),
        (("5", "fax", "aangetekend", "ja"), "kies uit"),
        (("7", "ja"), "Antwoord met ja of nee"),
        (("0", "misschien", "-1", "\u0662", "ja"), "Antwoord met ja of nee"),
        (("3", "T-1", "3", "-", "ja"), "3. Kenmerk: T-1"),
        (("3", "T-1", "3", "", "nee"), "Enter laat het zo, een streepje maakt het leeg."),
    ],
)
def test_what_does_not_fit_is_asked_again(root: Path, met: tuple[str, ...], woorden: str) -> None:
    """At the question, with what is wrong; what was said before stays."""
    done, recorded = antwoord(root, *OPZEGGING, met=met)
    assert woorden in done.stdout + done.stderr
    if met[-1] == "ja":
        assert done.returncode == 0, done.stderr
        assert recorded.count("datum: 2026-11-24") == 1
        assert "kenmerk" not in recorded


def test_a_wrong_answer_at_first_ends_the_command(root: Path) -> None:
    """There is nothing to go back to."""
    done, recorded = antwoord(root, *OPZEGGING, "--verzonden", "25-11-2026", met=("ja",))
    assert (done.returncode, recorded) == (1, "")
    assert "CV206" in done.stderr
    assert "Vastleggen?" not in done.stdout


@pytest.mark.parametrize(
    ("opdracht", "met", "woorden"),
    [
        (
            ("verlenging", "2026"),
            ("1", "1980", "2027", "ja"),
            ("'1980' is geen getal van 1990 tot en met 2200", "soort: verlenging", "jaar: 2027"),
        ),
        (
            ("ondertekening", "weigering", "gemeente gouda", "--datum", "1-10-2026"),
            ("2", "2 oktober 2026", "3", "Geen budget", "ja"),
            ("Gemeente Gouda weigerde op 2 oktober 2026", "datum: 2026-10-02", "Geen budget"),
        ),
        (
            ("opzegging", "gouda", "--ontvangen", "1-10-2026"),
            (),
            ("bedoelt u 'gemeente-gouda' (Gemeente Gouda)?",),
        ),
    ],
)
def test_every_command_that_records_has_a_way_back(
    root: Path, opdracht: tuple[str, ...], met: tuple[str, ...], woorden: tuple[str, ...]
) -> None:
    """The same question, with the answers of that command."""
    done, recorded = antwoord(root, *opdracht, met=met)
    for woord in woorden:
        assert woord in done.stdout + done.stderr + recorded


def test_a_request_can_be_changed_too(root: Path) -> None:
    """Also where nobody was asked, since all was given by options."""
    feiten = ("--tekenaar", "A. Voorbeeld", "--functie", "bestuurder", "--kvk", "12345678")
    opdracht = ("toetreding", "Stichting Verzonnen", "verzoek", *feiten)
    done, recorded = antwoord(
        root, *opdracht, met=("6", "1234", "87654321", "1", "1-11-2026", "ja")
    )
    assert done.returncode == 0, done.stderr
    assert "dat heeft acht cijfers" in done.stdout
    assert "datum: 2026-11-01" in recorded
    assert "87654321" in (root / "convenant/registers/partners.yaml").read_text("utf-8")


@pytest.mark.parametrize("adres", ["info", "info@", "@x.nl", "a b@x.nl", "info@voorbeeld"])
def test_an_address_that_is_none_is_wrong_usage(adres: str) -> None:
    """Before anything is worked out."""
    done = convenant("toetreding", "Nieuw Huis", "verzoek", "--email", adres, cwd=HOLLANDS_MIDDEN)
    assert done.returncode == 2
    assert f"'{adres}' is geen e-mailadres" in done.stderr
