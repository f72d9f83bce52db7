"""`convenant termijnen` on a whole dossier: the answers that must be right, and the calendars."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import vobject  # type: ignore[import-untyped]
from tests.proeven import in_de_proef
from tests.programma import convenant
from tests.voorbeelden import HOLLANDS_MIDDEN, kopie

from convenantwerk.dossier.lezen import Dossierlezer

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.dossier.dossier import Registers

pytestmark = pytest.mark.traag


def termijnen(*more: str, cwd: Path = HOLLANDS_MIDDEN) -> dict[str, Any]:
    """Return by its name what falls due, seen from 23 November 2026."""
    done = convenant("termijnen", "--op", "2026-11-23", "--json", *more, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return {d["sleutel"]: d for d in json.loads(done.stdout)["data"]}


def test_the_last_safe_day_for_2028_and_the_advice_to_send() -> None:
    """30 June 2027, a Wednesday; dispatch five working days before; each names its article."""
    found = termijnen()
    assert found["opzegdag-2028"]["datum"] == "2027-06-30"
    assert "30 juni 2027 is een woensdag." in found["opzegdag-2028"]["uitleg"]
    assert found["verzendadvies-2028"]["datum"] == "2027-06-23"
    for name in ("opzegdag-2028", "verzendadvies-2028", "beslismoment-2028"):
        assert "(artikel 7, onder l" in " ".join(found[name]["uitleg"])
    lezing = "(artikel 7, onder l, zoals het Veiligheidshuis dat leest)"
    assert lezing in " ".join(found["opzegdag-2028"]["uitleg"])


def test_the_year_is_whole() -> None:
    """What is overdue, renewals, decision, papers and meetings to plan; nothing beyond --tot."""
    found = termijnen("--tot", "2027-06-30")
    assert list(found) == [
        *("begroting-eerder", "jaarplan-eerder", "jaarverslag-eerder"),
        *("begroting-2026", "jaarplan-2026", "jaarverslag-2025"),
        "begroting-2027",
        "jaarplan-2027",
        "vergaderingen-2026",
        "verlenging-2027",
        "beslismoment-2028",
        "verzendadvies-2028",
        "jaarverslag-2026",
        "opzegdag-2028",
    ]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of vobject
def test_every_calendar_is_read_by_another_reader(tmp_path: Path) -> None:
    """One file for the office and one for each partner; no date, word or name is lost."""
    root = kopie(HOLLANDS_MIDDEN, tmp_path / "dossier")
    done = convenant("termijnen", "--op", "2026-11-23", "--ics", "agenda", cwd=root)
    assert done.returncode == 0
    files = sorted((root / "agenda").rglob("*.ics"))
    assert len(files) == 32
    expected = {
        (
            f"{'Te laat: ' * d['te_laat']}{d['titel']}",
            date.fromisoformat(d["datum"]),
            "\n".join(d["uitleg"]),
        )
        for d in termijnen().values()
    }
    for path in files:
        events = vobject.readOne(path.read_bytes().decode()).contents["vevent"]
        read = {(e.summary.value, e.dtstart.value, e.description.value) for e in events}
        assert read <= expected
        assert len({e.uid.value for e in events}) == len(events)
        if path.name == "kalender.ics":
            assert read == expected
        else:  # the papers of the Stuurgroep are no business of a partner's agenda
            assert "Laatste veilige dag voor opzegging per 1 januari 2028" in {r[0] for r in read}
            assert not any("Begroting" in r[0] for r in read)


@pytest.mark.parametrize(
    ("uiterlijk", "te_laat"), [("2026-11-30", False), ("2026-11-23", False), ("2026-11-20", True)]
)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of vobject
def test_nine_sheets_that_are_out(tmp_path: Path, uiterlijk: str, *, te_laat: bool) -> None:
    """Due next week, due today or overdue: on the list, and in the agenda of each partner."""
    root = kopie(HOLLANDS_MIDDEN, tmp_path / "dossier")
    signers = {o.partner: o.sleutel for o in _registers(root).ondertekenaars}
    negen = list(signers)[:9]
    with (root / "convenant/registers/gebeurtenissen.yaml").open("a", encoding="utf-8") as file:
        for sleutel in negen:
            file.write(
                f"  - {{datum: 2026-11-02, soort: aanbieding, partner: {sleutel}, "
                f"ondertekenaar: {signers[sleutel]}, stuk: ondertekeningsblad, "
                f"versie: '2018-06-18', delen: [deel-1, deel-2], sha256: a, "
                f"uiterlijk: {uiterlijk}}}\n"
            )
    found = [d for d in termijnen("--ics", "agenda", cwd=root).values() if d["soort"] == "blad"]
    assert sorted(d["partner"] for d in found) == sorted(negen)
    assert all((d["datum"], d["te_laat"]) == (uiterlijk, te_laat) for d in found)
    for sleutel in negen:
        data = (root / f"agenda/partners/{sleutel}.ics").read_bytes().decode()
        events = vobject.readOne(data).contents["vevent"]
        (blad,) = (e for e in events if "Ondertekeningsblad" in e.summary.value)
        assert blad.dtstart.value == date.fromisoformat(uiterlijk)
        assert blad.summary.value.startswith("Te laat: ") == te_laat


def _registers(root: Path) -> Registers:
    registers, _ = Dossierlezer(root).registers
    assert registers is not None
    return registers


def test_a_calendar_as_one_file_and_json_beside_it(tmp_path: Path) -> None:
    """A path that ends in .ics is a file, not a folder; and JSON stays JSON."""
    root, path = kopie(HOLLANDS_MIDDEN, tmp_path / "dossier"), tmp_path / "agenda" / "agenda.ics"
    arguments = ("--op", "2026-11-23", "--json", "--ics", str(path))
    done = convenant("termijnen", *arguments, cwd=root)
    assert json.loads(done.stdout)["op"] == "2026-11-23"
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("dag", ["9999-12-31", "0001-01-01", "3000-01-01"])
def test_a_day_outside_every_calendar_is_refused(dag: str) -> None:
    """On the command line as wrong usage; no traceback."""
    for arguments in (("termijnen", "--op", dag), ("opzegging", "cardea", "--ontvangen", dag)):
        done = convenant(*arguments, cwd=HOLLANDS_MIDDEN)
        assert (done.returncode, "is geen datum" in done.stderr) == (2, True)


def test_the_farthest_day_that_is_read_can_be_reckoned_with() -> None:
    """Nothing in it overflows."""
    found = termijnen("--op", "2999-12-31")
    assert found["verlenging-3000"]["datum"] == "3000-01-01"


@pytest.mark.proef
@pytest.mark.pdf
@pytest.mark.parametrize(
    "formaten", in_de_proef(["docx,xlsx,html,md", "pdf,docx,xlsx,html,md"], om_de=2)
)
def test_the_papers_of_every_list(tmp_path: Path, formaten: str) -> None:
    """Each list comes in each form; the public extract holds no name of a person."""
    for command in ("partners", "stand", "overleggen"):
        options = ("--formaat", formaten, "--uit", str(tmp_path))
        assert convenant(command, *options, cwd=HOLLANDS_MIDDEN).returncode == 0
    made = sorted(path.name for path in (tmp_path / "registers").iterdir())
    lists = ("overlegmatrix", "partnerregister", "partnerregister-openbaar", "tekenlijst")
    assert made == sorted(f"{n}.{e}" for n in lists for e in formaten.split(","))
    public = (tmp_path / "registers/partnerregister-openbaar.md").read_text("utf-8")
    assert "Gemeente Gouda" in public
    assert "Schoenmaker" not in public
    assert "Schoenmaker" in (tmp_path / "registers/tekenlijst.md").read_text("utf-8")


@pytest.mark.pdf
def test_the_year_calendar_is_drawn_in_both_forms(tmp_path: Path) -> None:
    """A PDF and a page that holds its own picture."""
    arguments = ("2027", "--op", "2026-11-23", "--uit", str(tmp_path))
    done = convenant("jaarkalender", *arguments, cwd=HOLLANDS_MIDDEN)
    assert done.returncode == 0
    page = (tmp_path / "jaarkalender-2027.html").read_text("utf-8")
    assert "data:image/svg+xml;base64," in page
    assert 'woensdag <span class="vast">30 juni 2027</span>' in page
    assert (tmp_path / "jaarkalender-2027.pdf").read_bytes().startswith(b"%PDF")
