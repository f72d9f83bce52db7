"""`convenant brief`: letters made again, and what waits for consent."""

from __future__ import annotations

import email
from email.policy import default
from typing import TYPE_CHECKING

import pytest
from tests.programma import Uitkomst, convenant

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.traag

REGISTER = "convenant/registers/gebeurtenissen.yaml"
PARTNERS = "convenant/registers/partners.yaml"
INSTELLINGEN = "convenant/convenant.yaml"
BUREAU = "afzender:\n  adres: [Postbus 2, 1234 AB Voorbeeldstad]\n  email: bureau@huis.example\n"
BASIS = "gebeurtenissen:\n  - {datum: 2019-02-01, soort: vaststelling, versie: x}\n"


@pytest.fixture
def kantoor(klein: Path) -> Callable[..., Uitkomst]:
    """An office with a notice of June 2026 and the renewal for 2027; run a command in it."""
    (klein / REGISTER).write_text(BASIS, encoding="utf-8")
    path = klein / INSTELLINGEN
    path.write_text(path.read_text("utf-8") + BUREAU, encoding="utf-8")

    def doe(*arguments: str, op: str = "2026-12-01") -> Uitkomst:
        return convenant(*arguments, "--op", op, cwd=klein)

    made = ("--formaat", "md", "--ja")
    notice = ("opzegging", "politie", "--ontvangen", "2026-06-01", "--kenmerk", "P-1")
    assert doe(*notice, *made, op="2026-06-03").returncode == 0
    assert doe("verlenging", "2027", *made, op="2026-11-24").returncode == 0
    return doe


def geef_adres(klein: Path) -> None:
    """Mend what was wrong: the address of the gemeente."""
    path = klein / PARTNERS
    text = path.read_text("utf-8")
    naam = "    naam: Gemeente Voorbeeldstad\n"
    assert naam in text
    adres = "    adres: [Raadhuisplein 1, 1234 AB Voorbeeldstad]\n"
    path.write_text(text.replace(naam, naam + adres), encoding="utf-8")


def test_the_list_tells_what_can_be_made_again(kantoor: Callable[..., Uitkomst]) -> None:
    """Each with the date that the letter carries."""
    out = " ".join(kantoor("brief").stdout.split())
    assert "opzegging 3 juni 2026 Politie Voorbeeld" in out
    assert "verlenging 24 november 2026 2 partners" in out


def test_a_letter_comes_again_with_its_date_and_reference(
    kantoor: Callable[..., Uitkomst], klein: Path
) -> None:
    """K08: the address is the mended one, and nothing is recorded twice."""
    letter = klein / "build/verlenging/2027/gemeente-voorbeeldstad.md"
    before, recorded = letter.read_text("utf-8"), (klein / REGISTER).read_text("utf-8")
    assert "Raadhuisplein" not in before
    geef_adres(klein)
    for again in (("brief", "verlenging"), ("verlenging", "2027", "--ja")):
        letter.unlink()
        done = kantoor(*again, "--formaat", "md")
        assert (done.returncode, "er is niets vastgelegd" in done.stdout) == (0, True)
        after = letter.read_text("utf-8")
        assert "Raadhuisplein 1" in after
        for line in ("Datum: 24 november 2026\\", "Ons kenmerk: verlenging/2027/"):
            assert line in before
            assert line in after
    assert (klein / REGISTER).read_text("utf-8") == recorded


def test_one_partner_one_letter_and_that_it_was_sent_before(
    kantoor: Callable[..., Uitkomst], klein: Path
) -> None:
    """Just what was asked, with the day of the repetition beside the date of the letter."""
    folder = klein / "build/opzegging/politie-2026-06-01"
    first = (folder / "opzeggingsbevestiging.md").read_text("utf-8")
    done = kantoor("brief", "opzegging", "politie", "--herhaald", "--formaat", "md")
    assert done.returncode == 0
    again = (folder / "opzeggingsbevestiging.md").read_text("utf-8")
    assert again == first.replace(
        "Datum: 3 juni 2026\\", "Datum: 3 juni 2026 (herhaald op 1 december 2026)\\"
    )


@pytest.mark.parametrize(
    "asked",
    [
        ("intrekking",),
        ("opzegging", "verzonnen"),
        ("opzegging", "--datum", "2026-06-04"),
        ("toetreding",),
    ],
)
def test_a_letter_that_never_was_is_refused(
    kantoor: Callable[..., Uitkomst], asked: tuple[str, ...]
) -> None:
    """CV932, and what there is can be asked."""
    done = kantoor("brief", *asked)
    assert (done.returncode, "CV932" in done.stderr) == (1, True)


def test_a_letter_without_an_address_is_told_at_the_partner(
    kantoor: Callable[..., Uitkomst], klein: Path
) -> None:
    """CV325, in every command that makes one, until the address is there."""
    for again in (("brief", "verlenging"), ("verlenging", "2027", "--ja")):
        err = kantoor(*again, "--formaat", "md").stderr
        assert err.count("CV325") == (2 if again[0] == "brief" else 0)
    geef_adres(klein)
    err = kantoor("brief", "verlenging", "--formaat", "md").stderr
    assert err.count("CV325") == 1
    assert f"{PARTNERS}:" in err
    assert "Stichting Verzonnen" in err


@pytest.mark.pdf
def test_a_draft_carries_the_letter(kantoor: Callable[..., Uitkomst], klein: Path) -> None:
    """One for each partner, with the PDF; papers for the office are not mailed."""
    assert kantoor("brief", "verlenging", "--formaat", "md", "--concept").returncode == 0
    path = klein / "build/verlenging/2027/gemeente-voorbeeldstad.eml"
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    assert "verlengingsbericht" in message["Subject"]
    (attachment,) = message.iter_attachments()
    assert attachment.get_filename() == "verlengingsbericht.pdf"
    body = message.get_body()
    assert body is not None
    assert body.get_content().startswith("Geacht college,")


# --- a withdrawal that needs consent -------------------------------------------------------


def test_a_withdrawal_waits_for_consent(kantoor: Callable[..., Uitkomst], klein: Path) -> None:
    """Until then the notice stands; every command says so, and then that it is over."""
    made = ("--formaat", "md", "--ja")
    done = kantoor("opzegging", "politie", "--intrekken", "--ontvangen", "2026-11-02", *made)
    assert done.returncode == 0
    assert "Tot die is vastgelegd, eindigt de deelname per 1 januari 2027" in done.stdout
    folder = klein / "build/opzegging/politie-2026-06-01"
    wacht = (folder / "ontvangst-intrekking.md").read_text("utf-8")
    assert "Wij leggen uw intrekking daarom voor aan de Stuurgroep." in wacht
    assert not (folder / "intrekkingsbevestiging.md").exists()
    out = " ".join(kantoor("stand").stdout.split())
    assert "opgezegd per 1 januari 2027; intrekking wacht op instemming" in out
    assert "neemt vanaf deze dag niet meer deel" in kantoor("termijnen").stdout
    assert kantoor("stand", op="2027-01-01").stdout.count("2 deelnemers") == 1

    consent = ("--instemming", "--ontvangen", "2026-11-16", "--kenmerk", "SG-9")
    assert kantoor("opzegging", "politie", *consent, *made).returncode == 0
    klaar = (folder / "intrekkingsbevestiging.md").read_text("utf-8")
    assert "De Stuurgroep stemde daar op 16 november 2026 mee in (kenmerk SG-9)." in klaar
    assert "intrekking wacht" not in kantoor("stand").stdout
    assert kantoor("stand", op="2027-01-01").stdout.count("3 deelnemers") == 1
    out = " ".join(kantoor("brief").stdout.split())
    assert out.count("intrekking 1 december 2026 Politie Voorbeeld") == 2


def test_a_withdrawal_as_early_as_the_notice_needs_no_consent(
    kantoor: Callable[..., Uitkomst], klein: Path
) -> None:
    """BW 3:37 lid 5: it came no later, so there is no notice."""
    made = ("--formaat", "md", "--ja")
    done = kantoor("opzegging", "politie", "--intrekken", "--ontvangen", "2026-06-01", *made)
    assert done.returncode == 0
    path = klein / "build/opzegging/politie-2026-06-01/intrekkingsbevestiging.md"
    assert "bereikte ons niet later dan de opzegging zelf" in path.read_text("utf-8")
    assert kantoor("stand", op="2027-01-01").stdout.count("3 deelnemers") == 1


def test_consent_without_a_withdrawal_is_refused(kantoor: Callable[..., Uitkomst]) -> None:
    """And one cannot ask for both at once."""
    asked = ("opzegging", "politie", "--instemming", "--ontvangen", "2026-11-16", "--ja")
    done = kantoor(*asked)
    assert (done.returncode, "CV205" in done.stderr) == (1, True)
    assert kantoor(*asked, "--intrekken").returncode == 2


@pytest.mark.pdf
def test_before_letters_are_mailed_one_sees_what_goes_where(
    kantoor: Callable[..., Uitkomst], klein: Path
) -> None:
    """To whom, about what and with which files; and that only a ja sends it."""
    path = klein / PARTNERS
    naam = "    naam: Gemeente Voorbeeldstad\n"
    text = path.read_text("utf-8").replace(naam, f"{naam}    email: post@stad.example\n")
    path.write_text(text, encoding="utf-8")
    done = kantoor("brief", "verlenging", "--formaat", "md", "--verzend")
    said = " ".join(done.stdout.split())
    assert "Gemeente Voorbeeldstad (post@stad.example): " in said
    assert "verlengingsbericht met verlengingsbericht.pdf" in said
    assert "Stichting Verzonnen (geen e-mailadres in partners.yaml): " in said
    assert "Deze 2 berichten verzenden? Alleen 'ja' verzendt (ja/nee)" in said
    assert done.returncode != 0
