"""`convenant wijzig`, `besluit` and `vergadering`: facts change, and what was stays known."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from tests.programma import Uitkomst, convenant

from convenantwerk.cli import tabel
from convenantwerk.dossier.lezen import Dossierlezer

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.dossier.dossier import Registers

pytestmark = pytest.mark.traag

OP = "2026-11-24"
LANG = "Gemeente Samenwerkingsverbandsorganisatieontwikkelaars van Voorbeelden"
SOORT = "soort: ketenpartner\n  - sleutel: verz"
OUD, NIEUW = "B. Verzonnen", "C. Nieuw"
GETEKEND = (
    "gebeurtenissen:\n  - {datum: 2026-01-01, soort: vaststelling, versie: x}\n"
    "  - {datum: 2026-02-01, soort: ondertekening, partner: politie, ondertekenaar: politie, "
    "delen: [deel-1]}\n"
)


def doe(root: Path, *words: str, ja: bool = True) -> Uitkomst:
    """Run a command that records."""
    return convenant(*words, *(["--ja"] if ja else []), "--op", OP, cwd=root)


def goed(root: Path, *words: str) -> str:
    """Run it, and return what it said when all was well."""
    done = doe(root, *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def lees(root: Path) -> Registers:
    """What a dossier holds."""
    found, bezwaren = Dossierlezer(root).registers
    assert found is not None
    assert bezwaren == ()
    return found


def pad(root: Path, naam: str) -> Path:
    """Where a register lies."""
    return root / f"convenant/registers/{naam}.yaml"


# --- partner -------------------------------------------------------------------------------


def test_an_address_is_changed_in_its_own_lines(klein: Path) -> None:
    """By sleutel or name; an empty text takes it away again, and then the file is as it was."""
    before = pad(klein, "partners").read_bytes()
    said = goed(
        *(klein, "wijzig", "partner", "Politie Voorbeeld", "--email", "p@p.example"),
        *("--adres", "Kade 1", "--adres", "1234 AB  Dorp"),
    )
    assert "adres: was “niets”, wordt “Kade 1, 1234 AB  Dorp”" in said
    partner = lees(klein).partners[1]
    assert (partner.email, partner.adres) == ("p@p.example", ("Kade 1", "1234 AB  Dorp"))
    goed(klein, "wijzig", "partner", "politie", "--adres", "", "--email", "")
    assert pad(klein, "partners").read_bytes() == before


def test_without_a_yes_nothing_changes(klein: Path) -> None:
    """It shows what was and becomes, and asks."""
    before = pad(klein, "partners").read_bytes()
    done = doe(klein, "wijzig", "partner", "politie", "--kort", "POL", ja=False)
    assert (done.returncode, "CV916" in done.stderr) == (1, True)
    assert "kort: was “niets”, wordt “POL”" in done.stdout
    assert pad(klein, "partners").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code", "waarom"),
    [
        (("partner", "politie"), 1, "CV928"),
        (("partner", "politie", "--naam", "Politie Voorbeeld"), 1, "er verandert niets"),
        (("partner", "polite", "--kort", "P"), 2, "CV912"),
        (("partner", "politie", "--naam", ""), 2, "mag niet leeg zijn"),
        (("partner", "politie", "--naam", "P\u0430litie"), 2, "Cyrillische"),
        (("partner", "politie", "--soort", "vriend"), 2, "vriend"),
        (("ondertekenaar", "polite", "--naam", "X. Y."), 2, "bedoelt u 'politie'?"),
        (("ondertekenaar", "politie", "--tot", "gisteren"), 2, "geen datum"),
        (("ondertekenaar", "politie", "--vanaf", "2027-01-01"), 1, "met --naam"),
        (
            ("ondertekenaar", "politie", "--vanaf", "2027-01-01", "--naam", "b verzonnen"),
            1,
            "dezelfde persoon",
        ),
        (("besluit", "stuurgroep", "--titel", "x"), 2, "CV927"),
        (("partner", "politie", "--kvk", "123"), 1, "'123' is geen KvK-nummer"),
        (("partner", "politie", "--email", "p@q"), 1, "tip: schrijf bijvoorbeeld info@"),
        (
            ("ondertekenaar", "politie", "--van", "2027-01-01", "--tot", "2026-12-31"),
            1,
            "eindigt voordat zij begint",
        ),
        (
            ("ondertekenaar", "politie", "--vanaf=2027-01-01", "--naam", NIEUW, "--tot=2026-12-31"),
            1,
            "eindigt voordat zij begint",
        ),
    ],
)
def test_what_cannot_be_is_refused(
    klein: Path, words: tuple[str, ...], code: int, waarom: str
) -> None:
    """With the reason; nothing is written."""
    before = [path.read_bytes() for path in sorted(klein.rglob("*.yaml"))]
    done = doe(klein, "wijzig", *words)
    assert done.returncode == code
    assert waarom in done.stderr
    assert [path.read_bytes() for path in sorted(klein.rglob("*.yaml"))] == before


def test_papers_with_the_old_facts_are_named(klein: Path) -> None:
    """Those of this partner, not of one whose sleutel begins the same."""
    for name in ("pakketten/politie.zip", "pakketten/politie-noord.zip"):
        path = klein / "build" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    said = goed(klein, "wijzig", "partner", "politie", "--soort", "flexibele schil")
    assert "build/pakketten/politie.zip noemt de oude gegevens" in said
    assert "politie-noord" not in said
    assert "van de soort 'flexibele schil' tekent niets" in said


def test_who_signs_under_the_old_name_is_told(klein: Path) -> None:
    """A sheet would name an organisation that is called otherwise by now; so of a new name only."""
    wie = ("wijzig", "partner", "gemeente-voorbeeldstad")
    assert "tekent nog voor" not in goed(klein, *wie, "--zetel", "Voorbeeldstad")
    said = " ".join(goed(klein, *wie, "--naam", "Gemeente Nieuwstad").split())
    assert "Mw. A. Voorbeeld tekent nog voor Gemeente Voorbeeldstad: 'convenant wijzig" in said


def test_long_names_stay_within_the_terminal(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names of sixty letters and more."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(tabel, "op_scherm", lambda **_: True)
    said = goed(klein, "wijzig", "partner", "gemeente-voorbeeldstad", "--naam", LANG)
    assert max(map(len, said.splitlines())) <= 80
    assert lees(klein).partners[0].naam == LANG


def test_every_other_command_tells_the_new_facts(klein: Path) -> None:
    """As of a dossier in which they always were so."""
    goed(klein, "wijzig", "partner", "politie", "--contact", "Bureau", "--zetel", "Dorp")
    told = json.loads(convenant("partners", "--json", "--op", OP, cwd=klein).stdout)
    (politie,) = (d for d in told["partners"] if d["partner"]["sleutel"] == "politie")
    assert (politie["partner"]["contact"], politie["partner"]["zetel"]) == ("Bureau", "Dorp")
    assert convenant("controleer", "--op", OP, cwd=klein).returncode == 0


@pytest.mark.parametrize(
    ("register", "oud", "nieuw", "words"),
    [
        (
            "partners",
            SOORT,
            SOORT.replace("ketenpartner", "incidenteel"),
            ("wijzig", "partner", "politie", "--soort", "incidenteel"),
        ),
        (
            "ondertekenaars",
            "naam: B. Verzonnen",
            "naam: B. Verzonnen\n    tot: 2026-11-01",
            ("wijzig", "ondertekenaar", "politie", "--tot", "2026-11-01"),
        ),
        (
            "gebeurtenissen",
            "",
            "gebeurtenissen:\n  - datum: 2026-12-14\n    soort: vergadering\n",
            ("vergadering", "2026-12-14"),
        ),
    ],
)
def test_a_command_does_what_one_would_write_by_hand(
    klein: Path, register: str, oud: str, nieuw: str, words: tuple[str, ...]
) -> None:
    """Byte for byte; so everything else tells the same story."""
    path = pad(klein, register)
    before = path.read_text("utf-8") if path.exists() else ""
    assert oud in before
    goed(klein, *words)
    assert path.read_text("utf-8") == (before.replace(oud, nieuw) if oud else nieuw)


# --- ondertekenaar -------------------------------------------------------------------------


def test_a_successor_gets_a_row_and_the_mandate_before_ends(klein: Path) -> None:
    """What was signed stays signed; from the day on the text has room for the other."""
    pad(klein, "gebeurtenissen").write_text(GETEKEND, encoding="utf-8")
    said = goed(
        *(klein, "wijzig", "ondertekenaar", "politie", "--vanaf", "2026-12-01"),
        *("--naam", "C. Nieuw", "--titel", "Mw.", "--grond", "mandaat"),
    )
    assert "tot: was “niets”, wordt “2026-11-30”" in said
    old, new = lees(klein).ondertekenaars[1:]
    assert (old.naam, str(old.tot)) == ("B. Verzonnen", "2026-11-30")
    assert (new.sleutel, new.persoon, str(new.van)) == ("politie-2", "Mw. C. Nieuw", "2026-12-01")
    assert (new.organisatie, new.functie, new.grond) == (old.organisatie, old.functie, "mandaat")
    told = json.loads(convenant("stand", "--json", "--op", "2026-12-02", cwd=klein).stdout)
    (politie,) = (d for d in told["deelnames"] if d["partner"]["sleutel"] == "politie")
    assert [h["bevoegd"] for h in politie["handtekeningen"]] == [True]
    for dag, wie, niet in (("2026-11-30", OUD, NIEUW), ("2026-12-01", NIEUW, OUD)):
        words = ("bouw", "convenant", "--formaat", "md", "--uit", dag, "--op", dag)
        convenant(*words, cwd=klein)
        text = (klein / dag / "convenant.md").read_text("utf-8")
        assert wie in text
        assert niet not in text


def test_a_successor_of_a_voorzitter_or_without_ground_is_told(klein: Path) -> None:
    """The program changes no setting, and makes up no ground."""
    settings = klein / "convenant/convenant.yaml"
    more = "ondertekening:\n  voorzitters: [politie]\n"
    settings.write_text(settings.read_text("utf-8") + more, encoding="utf-8")
    words = ("wijzig", "ondertekenaar", "politie", "--vanaf", "2026-12-01", "--naam", "C. Nieuw")
    said = " ".join(goed(klein, *words).split())
    assert "zet ook 'politie-2' bij ondertekening.voorzitters" in said
    assert "op welke grond C. Nieuw mag tekenen, is niet vastgelegd" in said


def test_the_name_of_who_signed_is_no_other_persons(klein: Path) -> None:
    """Somebody else gets a row of its own; a slip of the pen is mended when one says so."""
    pad(klein, "gebeurtenissen").write_text(GETEKEND, encoding="utf-8")
    done = doe(klein, "wijzig", "ondertekenaar", "politie", "--naam", "B. Versonnen")
    assert (done.returncode, "CV928" in done.stderr, "--vanaf" in done.stderr) == (1, True, True)
    goed(klein, "wijzig", "ondertekenaar", "politie", "--naam", "B. Versonnen", "--schrijffout")
    assert lees(klein).ondertekenaars[1].naam == "B. Versonnen"


def test_no_mandate_ends_before_what_was_signed_under_it(klein: Path) -> None:
    """The signature would count no more (CV210)."""
    pad(klein, "gebeurtenissen").write_text(GETEKEND, encoding="utf-8")
    for words in (("--tot", "2026-01-31"), ("--vanaf", "2026-02-01", "--naam", "C. Nieuw")):
        done = doe(klein, "wijzig", "ondertekenaar", "politie", *words)
        assert (done.returncode, "CV210" in done.stderr) == (1, True)
    assert lees(klein).ondertekenaars[1].tot is None


# --- besluit -------------------------------------------------------------------------------


def test_a_besluit_is_recorded_and_can_be_named(klein: Path) -> None:
    """Once; it gets a sleutel of its orgaan and day, and a title."""
    goed(klein, "besluit", "2026-11-20", "--kenmerk", "SG-9", "--plaats", "Dorp")
    (besluit,) = lees(klein).besluiten
    assert (besluit.sleutel, besluit.titel) == (
        "stuurgroep-2026-11-20",
        "Stuurgroepbesluit van 20 november 2026",
    )
    assert [g.soort for g in lees(klein).gebeurtenissen] == ["besluit"]
    done = doe(klein, "besluit", "2026-11-20", "--kenmerk", "SG-9")
    assert (done.returncode, "als 'stuurgroep-2026-11-20'" in done.stderr) == (1, True)
    goed(klein, "besluit", "2026-11-20", "--kenmerk", "SG-10")
    assert lees(klein).besluiten[1].sleutel == "stuurgroep-2026-11-20-2"
    late = doe(klein, "besluit", "2026-12-20")
    assert (late.returncode, "moet nog komen" in late.stderr) == (1, True)


@pytest.mark.parametrize("sleutel", ["con", "a/b", "Besluit", "nul.yaml"])
def test_a_sleutel_that_no_file_can_have_is_refused(klein: Path, sleutel: str) -> None:
    """Once it stood in the register, every command would refuse the dossier."""
    before = sorted(path.read_bytes() for path in klein.rglob("*.yaml"))
    done = doe(klein, "besluit", "2026-11-20", "--sleutel", sleutel)
    assert (done.returncode, f"'{sleutel}'" in done.stderr) == (1, True)
    assert sorted(path.read_bytes() for path in klein.rglob("*.yaml")) == before


def test_the_day_of_a_besluit_takes_what_happened_with_it(klein: Path) -> None:
    """It was taken on the other day, by a correctie; the title is not made up anew."""
    goed(klein, "besluit", "2026-11-20")
    words = ("wijzig", "besluit", "stuurgroep-2026-11-20", "--datum", "2026-11-19")
    assert "de titel noemt nog 20 november 2026" in goed(klein, *words)
    registers = lees(klein)
    assert [(str(g.datum), g.soort) for g in registers.gebeurtenissen] == [
        ("2026-11-19", "besluit")
    ]
    assert len(registers.geannuleerd) == 1
    assert convenant("controleer", "--op", OP, cwd=klein).returncode == 0


def test_the_day_of_a_besluit_is_that_of_the_consent_it_gave(klein: Path) -> None:
    """Else a letter and a list would name two days; nobody agrees before anybody asked."""
    goed(klein, "besluit", "2026-11-20")
    events = pad(klein, "gebeurtenissen")
    with events.open("a", encoding="utf-8") as file:
        file.write(
            "  - {datum: 2026-11-20, soort: verzoek-toetreding, partner: verzonnen}\n"
            "  - {datum: 2026-11-20, soort: instemming, partner: verzonnen, "
            "besluit: stuurgroep-2026-11-20}\n"
        )
    words = ("wijzig", "besluit", "stuurgroep-2026-11-20", "--datum")
    goed(klein, *words, "2026-11-21")
    dagen = [(str(g.datum), g.soort) for g in lees(klein).gebeurtenissen]
    assert dagen == [
        ("2026-11-20", "verzoek-toetreding"),
        ("2026-11-21", "besluit"),
        ("2026-11-21", "instemming"),
    ]
    done = doe(klein, *words, "2026-11-19")
    assert (done.returncode, "de volgorde niet met '2026-11-20 verzoek" in done.stderr) == (1, True)


# --- vergadering ---------------------------------------------------------------------------


def dagen(root: Path) -> list[tuple[str, tuple[str, ...]]]:
    """The days of the meetings that count, with what they adopt."""
    found = lees(root).gebeurtenissen
    return [(str(g.datum), getattr(g, "stukken", ())) for g in found if g.soort == "vergadering"]


def test_a_meeting_is_recorded_completed_moved_and_called_off(klein: Path) -> None:
    """Each by rows that are added; the year calendar keeps what was."""
    goed(klein, "vergadering", "2026-12-14", "--plaats", "Dorp", "--stuk", "jaarplan 2027")
    assert dagen(klein) == [("2026-12-14", ("jaarplan 2027",))]
    goed(klein, "vergadering", "2026-12-14", "--stuk", "begroting 2027")
    assert dagen(klein) == [("2026-12-14", ("jaarplan 2027", "begroting 2027"))]
    goed(klein, "vergadering", "2026-12-14", "--naar", "2026-12-21")
    assert dagen(klein) == [("2026-12-21", ("jaarplan 2027", "begroting 2027"))]
    assert "Vervalt: 21 december 2026: Vergadering" in goed(
        klein, "vergadering", "2026-12-21", "--vervalt", "--reden", "geen quorum"
    )
    assert dagen(klein) == []
    assert [a.correctie.reden for a in lees(klein).geannuleerd] == [
        "aangevuld",
        "verplaatst naar 21 december 2026",
        "geen quorum",
    ]
    convenant("jaarkalender", "2026", "--formaat", "html", "--op", OP, cwd=klein)
    page = (klein / "build/jaarkalender-2026.html").read_text("utf-8")
    # A date stays on one line, so it is an element of its own.
    words = re.sub(r"</?span[^>]*>", "", page)
    assert "Geannuleerd op 24 november 2026: geen quorum" in words
    assert "<del" in page


def test_an_agenda_that_took_a_meeting_in_has_one_after_it_moved(klein: Path) -> None:
    """There is one meeting in it, on the new day (K04)."""
    goed(klein, "vergadering", "2026-12-10")
    words = ("termijnen", "--ics", "build/kalender", "--op", OP)
    assert convenant(*words, cwd=klein).returncode == 0
    assert "agenda's in build/kalender" in goed(
        klein, "vergadering", "2026-12-10", "--naar", "2026-12-17"
    )
    agenda = (klein / "build/kalender/kalender.ics").read_text("utf-8")
    events = [event for event in agenda.split("BEGIN:VEVENT") if "UID:vergadering-" in event]
    (bevestigd,) = (event for event in events if "STATUS:CONFIRMED" in event)
    assert "DTSTART;VALUE=DATE:20261217" in bevestigd


@pytest.mark.parametrize(
    ("words", "code", "waarom"),
    [
        (("2026-12-15", "--vervalt"), 1, "er staat geen vergadering op die dag"),
        (("2026-12-15", "--naar", "2026-12-16"), 1, "er staat geen vergadering op die dag"),
        (("2026-12-14", "--naar", "2026-12-21"), 1, "staat er al een"),
        (("2026-12-14",), 1, "zij staat er al zo"),
        (("2026-12-14", "--naar", "2026-12-15", "--vervalt"), 2, "Kies één"),
        (("2026-12-14", "--stuk", "jaarplan"), 1, "CV212"),
        (("2026-12-14", "--besluit", "niets"), 1, "CV212"),
    ],
)
def test_what_cannot_be_done_with_a_meeting(
    klein: Path, words: tuple[str, ...], code: int, waarom: str
) -> None:
    """With the reason; nothing is written."""
    goed(klein, "vergadering", "2026-12-14")
    goed(klein, "vergadering", "2026-12-21")
    before = pad(klein, "gebeurtenissen").read_bytes()
    done = doe(klein, "vergadering", *words)
    assert (done.returncode, waarom in done.stderr) == (code, True), done.stderr
    assert pad(klein, "gebeurtenissen").read_bytes() == before
