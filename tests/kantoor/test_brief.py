"""Letters on the page: which there are, and any of them once more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.loket import Loket
from tests.programma import convenant
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.kantoor.handelingen import brief

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 12, 1)
REGISTERS = "convenant/registers"
BRIEF = "build/opzegging/politie-2026-06-01/opzeggingsbevestiging.md"
BEKIJK = "Bekijk wat hieruit volgt"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters as text: what matters here is not how they look."""
    monkeypatch.setattr(brief, "vanzelf", lambda _: ("md",))


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a notice of June 2026, and the renewal for 2027."""
    root = kopie(KLEIN, tmp_path_factory.mktemp("brief") / "klein")
    path = root / REGISTERS / "gebeurtenissen.yaml"
    basis = "gebeurtenissen:\n  - {datum: 2019-02-01, soort: vaststelling, versie: x}\n"
    path.write_text(basis, encoding="utf-8")
    notice = ("opzegging", "politie", "--ontvangen", "2026-06-01", "--kenmerk", "P-1")
    for op, *args in (("2026-06-03", *notice), ("2026-11-24", "verlenging", "2027")):
        done = convenant(*args, "--op", op, "--formaat", "md", "--ja", cwd=root)
        assert done.returncode == 0, done.stderr
    return root


@pytest.fixture
def root(bureau: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return kopie(bureau, tmp_path / "bureau")


@pytest.fixture
def loket(root: Path) -> Loket:
    """Its page."""
    return Loket(root, OP)


def test_without_letters_the_page_says_what_to_do(klein: Path) -> None:
    """A letter goes with what is recorded."""
    loket = Loket(klein, OP)
    assert "nog niets vastgelegd waar een brief bij hoort" in loket.open("/brieven").tekst


@pytest.mark.traag
def test_a_letter_comes_again_as_the_command_makes_it(loket: Loket, root: Path) -> None:
    """With the day on which it is sent once more; nothing is recorded."""
    eerst = {p: p.read_bytes() for p in (root / REGISTERS).iterdir()}
    args = ("brief", "opzegging", "politie", "--herhaald", "--formaat", "md")
    assert convenant(*args, "--op", OP.isoformat(), cwd=root).returncode == 0
    verwacht = (root / BRIEF).read_bytes()
    (root / BRIEF).unlink()
    loket.open("/brieven")
    assert "24 november 2026 verlenging 2 partners" in loket.blad.tekst
    loket.klik("Maak opnieuw: opzegging, Politie Voorbeeld, 3 juni 2026")
    loket.stuur({"herhaald": "ja"}, BEKIJK)
    assert "Opzeggingsbevestiging Politie Voorbeeld, van 3 juni 2026" in loket.blad.tekst
    assert "de brief aan Politie Voorbeeld heeft geen adres" in loket.blad.tekst
    assert not (root / BRIEF).exists()
    loket.stuur(knop="Maak opnieuw")
    loket.wacht()
    assert "Opnieuw gemaakt; er is niets vastgelegd." in loket.blad.tekst
    assert (root / BRIEF).read_bytes() == verwacht
    assert {p: p.read_bytes() for p in (root / REGISTERS).iterdir()} == eerst


@pytest.mark.pdf
def test_a_draft_for_a_mail_lies_beside_it(loket: Loket, root: Path) -> None:
    """Of a letter to a partner."""
    loket.open("/doe/brief?soort=verlenging&partner=gemeente-voorbeeldstad")
    loket.stuur({"concept": "ja"}, BEKIJK)
    loket.stuur(knop="Maak opnieuw")
    loket.wacht()
    assert "Opnieuw gemaakt" in loket.blad.tekst
    eml = root / "build/verlenging/2027/gemeente-voorbeeldstad.eml"
    assert b"verlengingsbericht.pdf" in eml.read_bytes()
    assert eml.name in loket.blad.tekst


@pytest.mark.parametrize(
    ("waarden", "zin"),
    [
        ({"soort": "toetreding"}, "er is geen brief over toetreding"),
        ({"soort": "opzegging", "datum": "2026-06-04"}, "er is geen brief over opzegging"),
        ({"soort": "{{ 7*7 }}"}, "deze keuze is er niet"),
        ({"soort": "opzegging", "partner": "<b>niemand</b>"}, "deze keuze is er niet"),
    ],
)
def test_a_letter_that_never_was_is_refused(
    loket: Loket, waarden: dict[str, str], zin: str
) -> None:
    """With what is wrong, and nothing is made."""
    loket.open("/doe/brief")
    loket.stuur(waarden, BEKIJK)
    assert (loket.antwoord.status_code, "Maak opnieuw" in loket.antwoord.text) == (422, False)
    assert zin in loket.blad.tekst
    assert "<b>niemand" not in loket.antwoord.text
