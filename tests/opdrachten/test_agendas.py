"""What others have in their agendas after every export: one dossier, many times given out."""

from __future__ import annotations

import re
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.agenda import Afspraak, Agenda
from tests.proeven import in_de_proef
from tests.programma import convenant
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.agendaboek import AGENDABOEK
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.termijnen import lees_termijnen, schrijf_kalenders

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.traag

OP = "2026-11-02"
REGISTER = "convenant/registers/gebeurtenissen.yaml"
BASIS = """gebeurtenissen:
  - {datum: 2020-01-01, soort: vaststelling, versie: x}
"""


OPGEZEGD = "  - {datum: 2026-11-02, soort: opzegging, partner: politie, vorm: aangetekend}\n"
INGETROKKEN = "  - {datum: %s, soort: intrekking-opzegging, partner: politie}\n"
INGESTEMD = "  - {datum: 2026-11-21, soort: instemming-intrekking, partner: politie}\n"
VERBETERD = OPGEZEGD.replace("2026-11-02", "2026-10-30")


def vergadering(*dagen: str) -> str:
    """Return a register with these meetings."""
    return BASIS + "".join(f"  - {{datum: {dag}, soort: vergadering}}\n" for dag in dagen)


class Bureau:
    """An office with its dossier, and somebody who takes in whatever it gives out."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.agenda = Agenda()
        self.partner = Agenda()
        self.schrijf(BASIS)

    def schrijf(self, text: str) -> None:
        """Change the register of gebeurtenissen."""
        (self.root / REGISTER).write_text(text, encoding="utf-8")

    def regel(self, regel: str) -> None:
        """Change one rule of the convenant: "opzegtermijn: P3M"."""
        path = self.root / "convenant/convenant.yaml"
        sleutel = regel.partition(":")[0]
        text, times = re.subn(rf"(?m)^( +){sleutel}: .*", rf"\g<1>{regel}", path.read_text("utf-8"))
        path.write_text(text if times else f"{text}  {regel}\n", encoding="utf-8")

    def geef_uit(self, op: str = OP, *more: str) -> bytes:
        """Export, and have it taken in; return the file of the office."""
        done = convenant("termijnen", "--op", op, "--ics", "agenda", *more, cwd=self.root)
        assert "Agenda geschreven" in done.stdout, done.stderr
        return self.lees_in("agenda")

    def lees_in(self, folder: str) -> bytes:
        """Have what lies in a folder taken in."""
        data = (self.root / folder / "kalender.ics").read_bytes()
        self.agenda.lees_in(data)
        self.partner.lees_in((self.root / folder / "partners/politie.ics").read_bytes())
        return data

    def van(self, soort: str) -> list[Afspraak]:
        """What the agenda of the office holds of one kind that is to come, in order of its days."""
        begin = date.fromisoformat(OP)
        alle = self.agenda.afspraken
        found = {a for a in alle if a.dag >= begin and a.uid.startswith(f"{soort}-")}
        return sorted(found, key=lambda a: a.dag)

    def dagen(self, soort: str) -> list[str]:
        """The days of that."""
        return [afspraak.dag.isoformat() for afspraak in self.van(soort)]

    def is_als_nieuw(self, folder: Path, op: str = OP) -> None:
        """See to it that the agenda is that of an office that gives out for the first time."""
        vers = Bureau(kopie(self.root, folder))
        shutil.copy(self.root / REGISTER, vers.root / REGISTER)
        shutil.rmtree(vers.root / AGENDABOEK.parent)
        vers.geef_uit(op)
        dag = date.fromisoformat(op)
        assert self.agenda.vanaf(dag) == vers.agenda.vanaf(dag)
        assert self.partner.vanaf(dag) == vers.partner.vanaf(dag)


@pytest.fixture
def bureau(tmp_path: Path) -> Bureau:
    """An office that has given out nothing yet."""
    return Bureau(kopie(KLEIN, tmp_path / "klein"))


@pytest.mark.parametrize(
    ("eerst", "daarna"),
    in_de_proef(
        [
            (("2026-11-10",), ("2026-11-17",)),
            (("2026-11-10", "2026-12-10"), ("2026-11-17", "2026-12-10")),
            (("2026-11-10", "2026-12-10"), ("2026-12-10", "2026-12-17")),  # past the other
            (("2026-11-10",), ("2027-01-12",)),  # into another year
            (("2026-12-10",), ("2026-11-05", "2026-12-10")),  # one comes before it
            (("2026-11-10", "2026-12-10"), ("2026-12-10",)),  # it is off
            (("2026-11-10",), ()),
            (("2026-11-10", "2026-11-10"), ("2026-11-10", "2026-11-17")),  # two of one day
            (("2026-11-10",), ("2026-10-30",)),  # it was held before
        ],
        om_de=4,
    ),
)
def test_a_meeting_that_moves_is_one_meeting(
    bureau: Bureau, tmp_path: Path, eerst: tuple[str, ...], daarna: tuple[str, ...]
) -> None:
    """However it moves, an agenda that took in both exports holds what there is."""
    bureau.schrijf(vergadering(*eerst))
    bureau.geef_uit()
    assert bureau.dagen("vergadering") == list(eerst)
    bureau.schrijf(vergadering(*daarna))
    bureau.geef_uit()
    assert bureau.dagen("vergadering") == [dag for dag in daarna if dag >= OP]
    bureau.is_als_nieuw(tmp_path / "vers")


def test_a_meeting_stays_itself_on_another_day(bureau: Bureau) -> None:
    """Notes that somebody made with it move along; so do those with the regeling of a notice."""
    bureau.schrijf(vergadering("2026-11-10", "2026-12-10") + OPGEZEGD)
    bureau.geef_uit()
    before = [a.uid for a in (*bureau.van("vergadering"), *bureau.van("regeling"))]
    bureau.schrijf(vergadering("2026-11-17", "2026-12-15") + VERBETERD)
    data = bureau.geef_uit()
    assert [a.uid for a in (*bureau.van("vergadering"), *bureau.van("regeling"))] == before
    assert b"STATUS:CANCELLED" not in data
    bureau.schrijf(vergadering("2026-11-05", "2026-11-17", "2026-12-15") + VERBETERD)
    bureau.geef_uit()
    after = [a.uid for a in (*bureau.van("vergadering"), *bureau.van("regeling"))]
    assert after[1:] == before  # one more comes before them


@pytest.mark.proef
@pytest.mark.parametrize(
    "tussendoor",
    in_de_proef(
        [((),), (("2027-08-01",),), (("2031-01-01", "2027-01-01"),), (("2026-01-01",),)], om_de=2
    ),
)
def test_a_rule_that_changes_on_a_day(
    bureau: Bureau, tmp_path: Path, tussendoor: tuple[str, ...]
) -> None:
    """The last real state wins, also when somebody looked ahead or back in between."""
    bureau.geef_uit()
    assert bureau.dagen("opzegdag")[0] == "2027-06-30"
    bureau.regel("opzegtermijn: P3M")
    for dag in tussendoor:
        bureau.geef_uit(dag)
    bureau.geef_uit()
    assert bureau.dagen("opzegdag")[0] == "2027-09-30"
    bureau.regel("opzegtermijn: P6M")
    bureau.regel("herinneringen: [P2W]")
    bureau.geef_uit()
    assert bureau.dagen("opzegdag")[0] == "2027-06-30"
    if not tussendoor:  # days of later years that were looked ahead to are true, and stay
        bureau.is_als_nieuw(tmp_path / "vers")


def test_another_name_or_rule_of_what_stays_is_told_to_all(bureau: Bureau, tmp_path: Path) -> None:
    """Another name for the samenwerkingsverband doubles nothing; words that change are changed."""
    bureau.geef_uit()
    path = bureau.root / "convenant/convenant.yaml"
    path.write_text(path.read_text("utf-8").replace("Voorbeeldstad", "Elders"), encoding="utf-8")
    bureau.regel("beslismoment: P2M")
    bureau.geef_uit()
    dagen = bureau.dagen("beslismoment")
    assert dagen[0] == "2027-04-30"
    assert len(dagen) == len(set(dagen))
    path.write_text(path.read_text("utf-8").replace("Elders", "Voorbeeldstad"), encoding="utf-8")
    bureau.geef_uit()
    bureau.is_als_nieuw(tmp_path / "vers")


@pytest.mark.parametrize(
    ("daarna", "op", "dagen"),
    in_de_proef(
        [
            (OPGEZEGD + INGETROKKEN % "2026-11-02", "2026-11-02", []),
            # One that comes later waits for the consent of the others (BW 3:37 lid 5).
            (OPGEZEGD + INGETROKKEN % "2026-11-20", "2026-11-20", ["2027-05-02"]),
            (OPGEZEGD + INGETROKKEN % "2026-11-20" + INGESTEMD, "2026-11-21", []),
            ("", "2026-11-02", []),  # it was recorded by mistake
            (VERBETERD, "2026-11-02", ["2027-04-30"]),  # the day of receipt was wrong
            (OPGEZEGD + INGETROKKEN % "2026-11-02" + OPGEZEGD, "2026-11-02", ["2027-05-02"]),
        ],
        om_de=3,
    ),
)
def test_a_notice_that_is_withdrawn(
    bureau: Bureau, tmp_path: Path, daarna: str, op: str, dagen: list[str]
) -> None:
    """On the same day or later, by a withdrawal or a mended register: its days are cancelled."""
    bureau.schrijf(BASIS + OPGEZEGD)
    bureau.geef_uit("2026-11-02")
    assert bureau.dagen("regeling") == ["2027-05-02"]
    bureau.schrijf(BASIS + daarna)
    data = bureau.geef_uit(op)
    assert bureau.dagen("regeling") == dagen
    if not dagen:
        assert bureau.van("einde") == []
        assert b"STATUS:CANCELLED" in data
    bureau.is_als_nieuw(tmp_path / "vers", op)


TOETREDING = """  - {datum: 2026-10-01, soort: verzoek-toetreding, partner: verzonnen}
  - {datum: 2026-10-02, soort: instemming, partner: verzonnen, besluit: b}
  - {datum: 2026-10-03, soort: aanbieding, partner: verzonnen, ondertekenaar: verzonnen,
     stuk: toetredingsverklaring, versie: x, delen: [deel-1], sha256: b, uiterlijk: 2026-12-01}
  - {datum: 2026-10-09, soort: ondertekening, partner: verzonnen,
     ondertekenaar: verzonnen, delen: [deel-1], versie: x}
"""
MEDE = "  - {datum: 2026-11-09, soort: tegentekening, partner: verzonnen, ondertekenaar: politie}\n"


def test_a_voorzitter_hears_what_waits_and_that_it_is_done(bureau: Bureau) -> None:
    """In the agenda of the organisation of the voorzitter, also when another has become that."""
    folder = bureau.root / "convenant/registers"
    with (folder / "ondertekenaars.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "  - {sleutel: verzonnen, partner: verzonnen, organisatie: V, functie: f, titel: '', "
            "naam: N}\n"
        )
    settings = bureau.root / "convenant/convenant.yaml"
    voorzitters = "ondertekening:\n  voorzitters: [politie]\n"
    settings.write_text(settings.read_text("utf-8") + voorzitters, encoding="utf-8")
    bureau.schrijf(BASIS + TOETREDING)
    bureau.geef_uit()

    def wacht() -> list[str]:
        alle = bureau.partner.afspraken
        return [a.dag.isoformat() for a in alle if a.uid.startswith("tegentekening-")]

    assert wacht() == ["2026-12-01"]
    text = settings.read_text("utf-8").replace("[politie]", "[gemeente-voorbeeldstad]")
    settings.write_text(text, encoding="utf-8")
    bureau.geef_uit("2026-11-03")
    assert wacht() == ["2026-12-01"]
    bureau.schrijf(BASIS + TOETREDING + MEDE)
    bureau.geef_uit("2026-11-10")
    assert wacht() == []


def test_every_command_that_gives_out_keeps_the_record(bureau: Bureau, tmp_path: Path) -> None:
    """A notice and its withdrawal by command: the calendars they make follow on each other."""
    for more in ((), ("--intrekken",), ()):
        done = convenant(
            *("opzegging", "politie", "--ontvangen", OP, "--op", OP, "--ja"),
            *("--formaat", "md", *more),
            cwd=bureau.root,
        )
        assert done.returncode == 0, done.stderr
        bureau.lees_in("build/kalender")
        assert bureau.dagen("regeling") == ([] if more else ["2027-05-02"])
        assert {a.uid for a in bureau.partner.afspraken} <= {a.uid for a in bureau.agenda.afspraken}
    bureau.is_als_nieuw(tmp_path / "vers")


def test_the_same_dossier_gives_the_same_bytes(bureau: Bureau) -> None:
    """Asked again the dossier is not touched; so who may only read it has the calendars too."""
    bureau.schrijf(vergadering("2026-11-10"))
    first = bureau.geef_uit()
    boek = (bureau.root / AGENDABOEK).read_bytes()
    before = _stempels(bureau.root)
    assert bureau.geef_uit() == first
    assert (bureau.root / AGENDABOEK).read_bytes() == boek
    assert _stempels(bureau.root) == before
    # To look at the dates, or at the year, needs no record and leaves none.
    shutil.rmtree(bureau.root / AGENDABOEK.parent)
    assert convenant("termijnen", "--op", OP, "--json", cwd=bureau.root).returncode == 0
    assert not (bureau.root / AGENDABOEK).exists()


def _stempels(root: Path) -> dict[Path, int]:
    """Return when each file of a dossier, the record included, was last written."""
    files = (path for name in ("convenant", "archief") for path in (root / name).rglob("*"))
    return {path: path.stat().st_mtime_ns for path in files}


def test_a_short_calendar_cancels_nothing(bureau: Bureau) -> None:
    """What lies beyond --tot is still to come, and stays as it is; but it moves when it moves."""
    bureau.geef_uit()
    alle = bureau.agenda.afspraken
    bureau.geef_uit(OP, "--tot", "2026-12-31")
    assert bureau.agenda.afspraken == alle
    bureau.regel("opzegtermijn: P3M")
    bureau.geef_uit(OP, "--tot", "2026-12-31")
    assert bureau.dagen("opzegdag")[0] == "2027-09-30"


def test_an_agenda_of_a_day_to_come_says_so(bureau: Bureau) -> None:
    """CV322, a hint on the terminal; of today there is none."""
    done = convenant("termijnen", "--op", "2099-12-31", "--ics", "agenda", cwd=bureau.root)
    assert "hint CV322" in done.stderr
    assert "31 december 2099" in done.stderr
    done = convenant("termijnen", "--ics", "agenda", cwd=bureau.root)
    assert "CV322" not in done.stderr
    assert done.returncode == 0


def test_two_agreements_of_one_verband_stand_beside_each_other(bureau: Bureau) -> None:
    """Whoever takes in the calendars of both has the days of both."""
    bureau.geef_uit()
    een = bureau.agenda.afspraken
    (bureau.root / AGENDABOEK).unlink()  # as of another dossier
    path = bureau.root / "convenant/convenant.yaml"
    text = path.read_text("utf-8").replace("Convenant Voorbeeldstad", "Regeling Voorbeeldstad")
    path.write_text(text, encoding="utf-8")
    bureau.geef_uit()
    assert len(bureau.agenda.afspraken) == 2 * len(een) > 0


def test_two_commands_never_use_one_number(bureau: Bureau) -> None:
    """What another gave out meanwhile is not overwritten: CV911, and nothing is written."""
    dossier = Geopend(bureau.root, date.fromisoformat(OP))
    agenda = lees_termijnen(dossier)
    assert dossier.agendaboek.punten == ()
    bureau.geef_uit()
    boek = (bureau.root / AGENDABOEK).read_bytes()
    with pytest.raises(ConvenantwerkError) as error:
        schrijf_kalenders(dossier, agenda, bureau.root / "elders")
    assert error.value.code == "CV911"
    assert not (bureau.root / "elders").exists()
    assert (bureau.root / AGENDABOEK).read_bytes() == boek
