"""`convenant opzegging` and `verlenging`: what they show, write and refuse."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from tests.programma import Uitkomst, convenant

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.bijschrijven import bijgeschreven, schrijf_bij
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Vergadering
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.dossier.registertabel import GEBEURTENISSEN
from convenantwerk.dossier.samen import vingerafdruk
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.opzegging import Opzegopdracht, bereken, leg_opzegging_vast

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.traag

REGISTER = Path("convenant/registers/gebeurtenissen.yaml")
DAG = date(2026, 11, 24)
BASIS = """\
# Het register.
gebeurtenissen:
  - datum: 2019-01-01   # de eerste
    soort: vaststelling
    versie: '2019'

  # nog te houden
  - datum: 2027-03-01
    soort: vergadering
"""


def register(root: Path, text: str = BASIS) -> Path:
    """Put a register in a dossier."""
    path = root / REGISTER
    path.write_text(text, encoding="utf-8")
    return path


def eerste(root: Path) -> str:
    """The sleutel of the first partner of a dossier."""
    lines = (root / "convenant/registers/partners.yaml").read_text("utf-8").splitlines()
    return next(line.split(": ")[1] for line in lines if "sleutel:" in line)


def opzeg(
    root: Path, *more: str, invoer: str = "--ja", run: Callable[..., Uitkomst] = convenant
) -> tuple[int, str, str]:
    """Run the command for the first partner, received on 24 November 2026."""
    done = run(
        *("opzegging", eerste(root), "--ontvangen", "2026-11-24", "--op", "2026-11-24"),
        *("--formaat", "md", *more, *([invoer] if invoer else [])),
        cwd=root,
    )
    return done.returncode, done.stdout, done.stderr


def test_a_notice_is_recorded_between_the_lines_that_stand_there(klein: Path) -> None:
    """The bytes of before are all there; the planned meeting and its comment stay behind it."""
    path = register(klein)
    code, out, err = opzeg(klein, "--kenmerk", "3S123")
    assert (code, re.findall(r"CV\d+", err)) == (0, ["CV325"])
    assert "1 januari 2028" in out
    assert "24 mei 2027" in out
    text = path.read_text("utf-8")
    new = (
        f"  - datum: 2026-11-24\n    soort: opzegging\n    partner: {eerste(klein)}\n"
        "    vorm: aangetekend\n    kenmerk: 3S123\n    brief: 2026-11-24\n"
    )
    assert text == BASIS.replace("  # nog te houden\n", f"{new}  # nog te houden\n")


def test_the_papers_carry_the_reckoning(klein: Path) -> None:
    """The letter names both dates and both articles; four papers and the calendars are there."""
    register(klein)
    opzeg(klein)
    folder = klein / "build/opzegging" / f"{eerste(klein)}-2026-11-24"
    assert sorted(path.stem for path in folder.iterdir()) == [
        "kennisgeving-opzegging",
        "opzeggingsbevestiging",
        "regeling-gevolgen",
        "uittredingsbesluit",
    ]
    letter = (folder / "opzeggingsbevestiging.md").read_text("utf-8")
    articles = (f"(artikel 9.{number})" for number in (1, 2, 3, 7))
    for piece in ("**1 januari 2028**", "**24 mei 2027**", *articles):
        assert piece in letter
    agenda = (klein / "build/kalender/kalender.ics").read_text("utf-8")
    assert f"UID:regeling-{eerste(klein)}@" in agenda.replace("\n ", "")


def test_without_a_yes_nothing_happens(klein: Path) -> None:
    """Asked, and no one there to answer: the register is as it was, and no paper is made."""
    path = register(klein)
    code, out, _ = opzeg(klein, invoer="")
    assert code == 1
    assert "1 januari 2028" in out  # what would follow was shown
    assert path.read_text("utf-8") == BASIS
    assert not (klein / "build").exists()


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--verzonden", "2026-11-25"), "CV206"),
        (("--op", "2026-11-23"), "CV205"),  # it has yet to come
        (("--intrekken",), "CV914"),
    ],
)
def test_what_cannot_be_is_refused(klein: Path, more: tuple[str, ...], code: str) -> None:
    """With the code that says why; nothing is written."""
    path = register(klein)
    exit_code, _, err = opzeg(klein, *more)
    assert exit_code == 1
    assert code in err
    assert path.read_text("utf-8") == BASIS


def test_a_second_notice_is_refused_and_a_withdrawal_makes_room(klein: Path) -> None:
    """One notice runs at a time; after its withdrawal there can be another."""
    register(klein)
    assert opzeg(klein)[0] == 0
    code, _, err = opzeg(klein)
    assert (code, "er loopt al een opzegging" in err) == (1, True)
    assert opzeg(klein, "--intrekken")[0] == 0
    text = (klein / "build/kalender/kalender.ics").read_text("utf-8")
    assert "STATUS:CANCELLED" in text
    assert opzeg(klein)[0] == 0


def test_an_unknown_partner_is_wrong_usage_with_the_nearest(klein: Path) -> None:
    """Exit 2, and the name that was probably meant."""
    register(klein)
    naam = eerste(klein)
    done = convenant("opzegging", naam[:-1] + "x", "--ontvangen", "2026-11-24", cwd=klein)
    assert done.returncode == 2
    assert "CV912" in done.stderr
    assert f"bedoelt u '{naam}' (" in done.stderr


def test_a_notice_by_e_mail_is_recorded_with_its_flaw(klein: Path) -> None:
    """A finding, never a refusal."""
    register(klein)
    code, _, err = opzeg(klein, "--vorm", "e-mail")
    assert code == 0
    assert "CV209" in err


def test_two_commands_at_once_the_second_is_refused(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another holds the slot: CV910, and who; after it wrote: CV911; no event is lost."""
    path = register(klein)
    nieuw = Vergadering(datum=date(2026, 1, 5))
    seen = vingerafdruk(klein)
    monkeypatch.setattr("convenantwerk.basis.slot._GEDULD", 0.05)
    (klein / ".convenant").mkdir()
    (klein / ".convenant" / "bezig").write_text("Verzonnen Naam, proces 12")
    with FileLock(klein / ".convenant" / "slot"):
        code, _, err = opzeg(klein)
        assert (code, "CV910" in err, "Verzonnen Naam, proces 12" in err) == (1, True, True)
    schrijf_bij(klein, Bijschrijving(gebeurtenissen=(nieuw,)), seen)
    after = path.read_text("utf-8")
    with pytest.raises(ConvenantwerkError) as caught:
        schrijf_bij(klein, Bijschrijving(gebeurtenissen=(nieuw,)), seen)
    assert caught.value.code == "CV911"
    assert path.read_text("utf-8") == after


def test_a_hand_edit_while_one_thinks_it_over_is_not_lost(klein: Path) -> None:
    """The register changed between the question and the answer: refused, and no paper made."""
    path = register(klein)
    dossier = Geopend(klein, DAG)
    gevolg = bereken(dossier, Opzegopdracht(eerste(klein), DAG))
    path.write_text(BASIS + "# met de hand\n", encoding="utf-8")
    with pytest.raises(ConvenantwerkError) as caught:
        leg_opzegging_vast(dossier, klein / "uit", gevolg, ("md",))
    assert caught.value.code == "CV911"
    assert not (klein / "uit").exists()


def test_papers_that_cannot_be_written_leave_nothing_recorded(klein: Path) -> None:
    """What is recorded has its papers; so a folder that is a file stops both."""
    path = register(klein)
    (klein / "bestand").touch()
    code, _, err = opzeg(klein, "--uit", "bestand/x")
    assert (code, "CV901" in err) == (1, True)
    assert path.read_text("utf-8") == BASIS


@pytest.mark.parametrize("text", ["", "{{ onbekend }}\n"])
def test_a_letter_that_cannot_be_made_leaves_nothing_recorded(klein: Path, text: str) -> None:
    """An empty template of the dossier's own, or one with a fault."""
    path = register(klein)
    own = klein / "templates/brieven/opzeggingsbevestiging.md"
    own.parent.mkdir(parents=True)
    own.write_text(text, encoding="utf-8")
    code, _, err = opzeg(klein)
    assert (code, "opzeggingsbevestiging.md" in err, "CV021" in err) == (1, True, True)
    assert path.read_text("utf-8") == BASIS
    assert not (klein / "build").exists()


@pytest.mark.parametrize(
    "text",
    ["", "gebeurtenissen: []\n", "# nog niets\ngebeurtenissen: []  # leeg\n# slot\n"],
)
def test_an_empty_register_gets_its_first(text: str) -> None:
    """What stood there stays."""
    after = bijgeschreven(text, GEBEURTENISSEN, [Vergadering(datum=DAG)], "x.yaml")
    assert "gebeurtenissen:" in after
    assert "  - datum: 2026-11-24\n    soort: vergadering\n" in after
    for line in text.splitlines():
        assert line.partition("[]")[2].strip() in after


def test_line_ends_of_windows_stay() -> None:
    """A file with CRLF keeps them, and the new lines have them too."""
    text = BASIS.replace("\n", "\r\n")
    after = bijgeschreven(text, GEBEURTENISSEN, [Vergadering(datum=DAG)], "x.yaml")
    assert after.count("\r\n") == after.count("\n")
    assert (
        after.replace("\r\n", "\n").replace("  - datum: 2026-11-24\n    soort: vergadering\n", "")
        == BASIS
    )


def test_a_form_that_leaves_no_room_is_refused() -> None:
    """A list between brackets: CV913, with what to do."""
    text = "gebeurtenissen: [{datum: 2026-01-01, soort: vergadering}]\n"
    with pytest.raises(ConvenantwerkError) as caught:
        bijgeschreven(text, GEBEURTENISSEN, [Vergadering(datum=DAG)], "x.yaml")
    assert caught.value.code == "CV913"


def test_a_name_with_signs_comes_out_as_written(klein: Path) -> None:
    """What means something to Markdown or Jinja is nothing but text in a letter."""
    register(klein)
    path = klein / "convenant/registers/partners.yaml"
    naam = '1. Stichting "A&B" *Zorg* {{ x }} [y] <b> #'
    text = path.read_text("utf-8")
    old = next(line for line in text.splitlines() if "naam:" in line)
    path.write_text(text.replace(old, f"    naam: '{naam}'", 1), encoding="utf-8")
    dossier = Geopend(klein, DAG)
    gevolg = bereken(dossier, Opzegopdracht(eerste(klein), DAG))
    leg_opzegging_vast(dossier, klein / "uit", gevolg, ("html",))
    page = next((klein / "uit").rglob("opzeggingsbevestiging.html")).read_text("utf-8")
    shown = naam.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert shown.replace('"', "&#34;") in page


@pytest.mark.pdf
def test_a_renewal_is_recorded_once_and_for_a_year_that_is_near(klein: Path) -> None:
    """The second time makes the letters again; a year far off is refused."""
    register(klein)
    first = convenant("verlenging", "2027", "--ja", "--op", "2026-11-24", cwd=klein)
    assert first.returncode == 0
    assert "woensdag" not in first.stdout  # 30 June 2026 is a Tuesday
    assert "dinsdag 30 juni 2026" in first.stdout
    again = convenant("verlenging", "2027", "--ja", "--op", "2026-11-25", cwd=klein)
    assert (again.returncode, "al vastgelegd" in again.stdout) == (0, True)
    assert (klein / GEBEURTENISSEN.pad).read_text("utf-8").count("soort: verlenging") == 1
    far = convenant("verlenging", "2035", "--ja", "--op", "2026-11-25", cwd=klein)
    assert (far.returncode, "CV205" in far.stderr) == (1, True)


@pytest.mark.parametrize(
    ("looptijd", "reden"),
    [
        ("soort: onbepaalde tijd", "het convenant geldt voor onbepaalde tijd"),
        ("{soort: bepaalde tijd, tot: 2027-12-31}", "geldt tot en met 31 december 2027"),
        ("{soort: stilzwijgend verlengd, verlenging: P2Y, vanaf: 2026-01-01}", "geen nieuwe"),
        ("", "staat niet in convenant.yaml"),
    ],
)
def test_a_renewal_that_the_rules_do_not_know_is_refused(
    klein: Path, looptijd: str, reden: str
) -> None:
    """CV931 says why; nothing is asked and nothing is written."""
    path = klein / "convenant/convenant.yaml"
    heel = looptijd if looptijd.startswith("{") else f"{{{looptijd}}}"
    regel = f"  looptijd: {heel}\n" if looptijd else ""
    text = re.sub(r"  looptijd:\n(    .*\n)+", regel, path.read_text("utf-8"), count=1)
    path.write_text(text, encoding="utf-8")
    done = convenant("verlenging", "2027", "--op", "2026-11-24", cwd=klein)
    assert done.returncode == 1
    assert "CV931" in done.stderr
    assert reden in " ".join(done.stderr.split())


def test_a_notice_by_mail_that_is_confirmed_has_no_defect_any_more(klein: Path) -> None:
    """The day of the notice stays; the finding goes (CV209), and a second letter is none."""
    register(klein)
    assert "CV209" in opzeg(klein, "--vorm", "e-mail")[2]
    words = ("opzegging", eerste(klein), "--bevestigd", "--op", "2026-12-01", "--ja")
    done = convenant(*words, "--ontvangen", "2026-12-01", "--kenmerk", "3S9", cwd=klein)
    assert (done.returncode, done.stderr) == (0, "")
    assert "De dag van de opzegging blijft dezelfde" in done.stdout
    found = convenant("controleer", "--op", "2026-12-02", cwd=klein)
    assert "CV209" not in found.stdout
    for more, waarom in (
        (("--ontvangen", "2026-11-23"), "CV914"),
        (("--ontvangen", "2026-12-01", "--verzonden", "2026-12-02"), "CV206"),
        (("--ontvangen", "2026-12-01", "--intrekken"), "Kies één"),
    ):
        done = convenant(*words, *more, cwd=klein)
        assert done.returncode != 0
        assert waarom in done.stderr


def test_a_notice_by_registered_letter_needs_no_confirmation(klein: Path) -> None:
    """It is refused (CV205)."""
    register(klein)
    opzeg(klein)
    words = ("opzegging", eerste(klein), "--bevestigd", "--op", "2026-12-01", "--ja")
    done = convenant(*words, "--ontvangen", "2026-12-01", cwd=klein)
    assert (done.returncode, "CV205" in done.stderr) == (1, True)


def _te_laat(root: Path) -> list[str]:
    """What is late on 1 February 2028, after the partner left, of that regeling."""
    done = convenant("termijnen", "--op", "2028-02-01", cwd=root)
    return [line for line in done.stdout.splitlines() if "Regeling van de gevolgen" in line]


@pytest.mark.parametrize("besluit", ["", "    besluit: b\n"])
def test_who_went_earlier_by_besluit_is_out_in_every_list(klein: Path, besluit: str) -> None:
    """That besluit holds the regeling; an uittreding that was only noted settles nothing."""
    register(klein)
    assert opzeg(klein)[0] == 0
    dag = "2027-02-10" if besluit else "2028-01-03"
    (klein / "convenant/registers/besluiten.yaml").write_text(
        "besluiten:\n  - {sleutel: b, datum: 2027-02-01, titel: B}\n", encoding="utf-8"
    )
    with (klein / REGISTER).open("a", encoding="utf-8") as file:
        file.write(f"  - datum: {dag}\n    soort: uittreding\n    partner: {eerste(klein)}\n")
        file.write(besluit)
    done = convenant("termijnen", "--op", dag, "--json", cwd=klein)
    data = json.loads(done.stdout)["data"]
    found = {d["soort"]: d["datum"] for d in data if d["partner"] == eerste(klein)}
    assert found.get("einde-deelname") == (dag if besluit else None)
    assert found.get("regeling") == (None if besluit else "2027-05-24")


def test_a_regeling_that_is_there_is_no_longer_late(klein: Path) -> None:
    """Its day was told until it was recorded, also after the partner left; once is enough."""
    register(klein)
    assert opzeg(klein)[0] == 0
    assert len(_te_laat(klein)) == 1
    dag = ("--ontvangen", "2028-02-01", "--op", "2028-02-01", "--ja")
    geregeld = ("opzegging", eerste(klein), "--regeling", "--kenmerk", "R-1", *dag)
    done = convenant(*geregeld, cwd=klein)
    assert (done.returncode, done.stderr) == (0, "")
    assert "zijn geregeld" in done.stdout
    assert "soort: regeling-opzegging" in (klein / REGISTER).read_text("utf-8")
    assert _te_laat(klein) == []
    done = convenant(*geregeld, cwd=klein)
    assert done.returncode == 1
    assert "al vastgelegd" in done.stderr
    assert convenant("controleer", cwd=klein).returncode == 0
    aanduiding = f"2028-02-01 regeling-opzegging {eerste(klein)}"
    lijst = convenant("corrigeer", "--lijst", "--op", "2028-02-01", cwd=klein).stdout
    aanduiding = next(line for line in lijst.split("\n") if aanduiding in line).strip()
    weg = ("--gebeurtenis", aanduiding, "--reden", "te vroeg", "--op", "2028-02-01", "--ja")
    done = convenant("corrigeer", *weg, cwd=klein)
    assert done.returncode == 0, done.stderr
    assert len(_te_laat(klein)) == 1
