"""A year in the life of a Veiligheidshuis, on a copy of the dossier; it reads like a story."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.programma import convenant
from tests.voorbeelden import HOLLANDS_MIDDEN, kopie
from tests.vraag_alles import vraag_alles

from convenantwerk.dossier.tekenregels import Meldregel
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.stand import Opname, lees_overleggen

if TYPE_CHECKING:
    from convenantwerk.tijd.deelname import Deelname

pytestmark = pytest.mark.traag

REGISTER = Path("convenant/registers/gebeurtenissen.yaml")

# What people write by hand: a new partner, who signs for it, and a mandate with an end.
NIEUWE_PARTNER = """\
  - sleutel: stichting-voorbeeld
    naam: Stichting Voorbeeld
    soort: flexibele schil
    rechtsvorm: stichting
    kvk: '12345678'
    aard: privaat
"""
NIEUWE_TEKENAAR = """\
  - sleutel: stichting-voorbeeld
    partner: stichting-voorbeeld
    organisatie: Stichting Voorbeeld
    functie: bestuurder
    titel: Mw.
    naam: V. Voorbeeld
    grond: statuten
    tot: 2027-09-30
"""
NIEUWE_GEBEURTENISSEN = """\
  - datum: 2027-01-11
    soort: verzoek-toetreding
    partner: stichting-voorbeeld
  - datum: 2027-02-10
    soort: vergadering
    plaats: Leiden
    stukken: [jaarplan 2027, begroting 2027]
  # De verklaring is in de vergadering getekend, de deelname begint een maand later.
  - datum: 2027-02-10
    soort: ondertekening
    partner: stichting-voorbeeld
    ondertekenaar: stichting-voorbeeld
    delen: [deel-1, deel-2]
    versie: '2018-06-18'
  - datum: 2027-02-10
    soort: toetreding
    partner: stichting-voorbeeld
    ingangsdatum: 2027-03-01
    overleggen: [briefing, focusoverleg]
  - datum: 2027-10-05
    soort: vergadering
    plaats: Gouda
    stukken: [jaarverslag 2026]
"""

MELDING = Meldregel(deel="deel-2")


def bij(path: Path, text: str) -> None:
    """Write at the end of a register, as a person would."""
    path.write_text(path.read_text("utf-8") + text, encoding="utf-8")


@pytest.fixture(
    scope="module", params=["vraag-einde", pytest.param("vraag-steeds", marks=pytest.mark.proef)]
)
def jaar(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The dossier at the end of the year 2027; after the last act, or each, all is asked."""
    root = kopie(HOLLANDS_MIDDEN, tmp_path_factory.mktemp("jaar") / "dossier")
    bij(root / "convenant/registers/partners.yaml", NIEUWE_PARTNER)
    bij(root / "convenant/registers/ondertekenaars.yaml", NIEUWE_TEKENAAR)
    bij(root / REGISTER, NIEUWE_GEBEURTENISSEN)
    # By command, out of order of date on purpose: the register keeps itself in order.
    acts = [
        ("opzegging", "Cardea", "--ontvangen", "2027-06-30", "--verzonden", "2027-06-28"),
        ("opzegging", "halt", "--ontvangen", "2027-04-02", "--vorm", "e-mail"),
        ("opzegging", "halt", "--ontvangen", "2027-05-03", "--intrekken"),
        ("opzegging", "halt", "--ontvangen", "2027-05-10", "--instemming"),
        ("verlenging", "2028"),
    ]
    for act in acts:
        op = "2027-11-15" if act[0] == "verlenging" else "2027-07-01"
        done = convenant(*act, "--op", op, "--ja", "--formaat", "md", cwd=root)
        assert done.returncode == 0, done.stderr
        if act == acts[-1] or request.param == "vraag-steeds":
            vraag_alles(root, op)
    return root


def stand(root: Path, dag: str) -> Opname:
    """How things stand on a day, with nothing wrong in the registers."""
    opname = lees_overleggen(Geopend(root, date.fromisoformat(dag)))
    assert isinstance(opname, Opname)
    assert [d for d in opname.diagnostics if d.ernst == "fout"] == []
    return opname


def wie(opname: Opname, sleutel: str) -> Deelname:
    """Where one partner stands."""
    return next(d for d in opname.stand.deelnames if d.partner.sleutel == sleutel)


def test_2017_nobody_takes_part_before_the_convenant_is_there(jaar: Path) -> None:
    """30 March 2017: the convenant has yet to be adopted."""
    opname = stand(jaar, "2017-03-30")
    assert {d.status for d in opname.stand.deelnames} == {"nog niet"}
    assert opname.stand.termijn is None


def test_november_2026_thirty_one_partners(jaar: Path) -> None:
    """23 November 2026: those the convenant names; the newcomer is not known yet."""
    opname = stand(jaar, "2026-11-23")
    assert sum(d.status == "deelnemer" for d in opname.stand.deelnames) == 31
    assert wie(opname, "stichting-voorbeeld").status == "nog niet"
    assert opname.stand.versie == "2018-06-18"
    assert opname.stand.termijn == (date(2026, 1, 1), date(2026, 12, 31))


def test_12_january_there_is_a_request(jaar: Path) -> None:
    """12 January 2027: the newcomer has asked, and may do nothing yet."""
    nieuw = wie(stand(jaar, "2027-01-12"), "stichting-voorbeeld")
    assert (nieuw.status, nieuw.sinds) == ("kandidaat", date(2027, 1, 11))
    assert not nieuw.mag_melden(MELDING)


def test_11_february_it_has_signed_but_is_not_in(jaar: Path) -> None:
    """11 February 2027: signed, but the participation begins in March."""
    opname = stand(jaar, "2027-02-11")
    nieuw = wie(opname, "stichting-voorbeeld")
    assert nieuw.status == "kandidaat"
    assert nieuw.tekende("deel-2")
    assert not nieuw.mag_melden(MELDING)
    assert opname.stand.vergaderingen == (date(2027, 2, 10), date(2027, 10, 5))


def test_1_march_it_is_in(jaar: Path) -> None:
    """1 March 2027: in the register, may do a melding, sits in one of its two overleggen."""
    opname = stand(jaar, "2027-03-01")
    nieuw = wie(opname, "stichting-voorbeeld")
    assert nieuw.status == "deelnemer"
    assert nieuw.mag_melden(MELDING)
    plaatsen = next(p for p in opname.plaatsen if p.deelname == nieuw)
    assert dict(plaatsen.plaatsen)["briefing"] == "neemt deel"
    assert dict(plaatsen.plaatsen)["focusoverleg"] == "ander protocol"  # that one is national
    assert dict(plaatsen.plaatsen)["trajectberaad"] == "onbekend"


def test_3_april_halt_has_given_notice(jaar: Path) -> None:
    """3 April 2027: a notice by e-mail is under way, with its flaw of form told."""
    opname = stand(jaar, "2027-04-03")
    halt = wie(opname, "halt")
    assert halt.status == "deelnemer"
    assert halt.einde == date(2028, 1, 1)
    assert "CV209" in {d.code for d in opname.diagnostics}


def test_3_may_halt_wants_to_stay(jaar: Path) -> None:
    """3 May 2027: withdrawn, but a notice that was received stands until the others agree."""
    halt = wie(stand(jaar, "2027-05-03"), "halt")
    assert (halt.status, halt.einde) == ("deelnemer", date(2028, 1, 1))
    assert halt.intrekking is not None


def test_10_may_halt_stays(jaar: Path) -> None:
    """10 May 2027: they agree, by an event; the notice itself still stands in the register."""
    halt = wie(stand(jaar, "2027-05-10"), "halt")
    assert (halt.status, halt.opzegging, halt.einde) == ("deelnemer", None, None)
    assert (jaar / REGISTER).read_text("utf-8").count("partner: halt") == 3


def test_29_june_cardea_has_not_given_notice_yet(jaar: Path) -> None:
    """29 June 2027: dispatched, but not received; receipt decides."""
    assert wie(stand(jaar, "2027-06-29"), "cardea").opzegging is None


def test_30_june_cardea_is_just_in_time(jaar: Path) -> None:
    """30 June 2027: the last safe day; out per 1 January 2028."""
    cardea = wie(stand(jaar, "2027-06-30"), "cardea")
    assert (cardea.status, cardea.einde) == ("deelnemer", date(2028, 1, 1))


def test_30_september_the_mandate_holds_its_last_day(jaar: Path) -> None:
    """30 September 2027: the signatory of the newcomer still may sign."""
    mandaten = {m.ondertekenaar.sleutel: m for m in stand(jaar, "2027-09-30").stand.mandaten}
    assert mandaten["stichting-voorbeeld"].geldig


def test_1_october_the_mandate_has_ended(jaar: Path) -> None:
    """1 October 2027: the signature of February still counts, a new one would not."""
    opname = stand(jaar, "2027-10-01")
    mandaten = {m.ondertekenaar.sleutel: m for m in opname.stand.mandaten}
    assert not mandaten["stichting-voorbeeld"].geldig
    assert wie(opname, "stichting-voorbeeld").mag_melden(MELDING)


def test_31_december_the_year_is_complete(jaar: Path) -> None:
    """31 December 2027: two meetings, a renewal on record, Cardea's last day."""
    opname = stand(jaar, "2027-12-31")
    assert opname.stand.verlengd_voor == 2028
    assert "CV211" not in {d.code for d in opname.diagnostics}
    assert wie(opname, "cardea").status == "deelnemer"
    assert not (jaar / "build/verlenging/2028/cardea.md").exists()
    assert (jaar / "build/verlenging/2028/halt.md").exists()


def test_1_january_2028_cardea_is_out(jaar: Path) -> None:
    """1 January 2028: out by the notice alone, the rest goes on in a new term."""
    opname = stand(jaar, "2028-01-01")
    cardea = wie(opname, "cardea")
    assert (cardea.status, cardea.tot) == ("uitgetreden", date(2028, 1, 1))
    assert opname.stand.termijn == (date(2028, 1, 1), date(2028, 12, 31))
    assert "cardea" not in {p.deelname.partner.sleutel for p in opname.plaatsen}


def test_the_register_kept_its_comments_and_its_order(jaar: Path) -> None:
    """Every line of before is there in the same order; dates go up."""
    text = (jaar / REGISTER).read_text("utf-8")
    before = (HOLLANDS_MIDDEN / REGISTER).read_text("utf-8") + NIEUWE_GEBEURTENISSEN
    lines = iter(text.splitlines())
    assert all(line in lines for line in before.splitlines())
    dates = [line.split()[-1] for line in text.splitlines() if line.startswith("  - datum")]
    assert dates == sorted(dates)


def test_termijnen_tells_what_remains(jaar: Path) -> None:
    """Seen from August 2027: the regeling with Cardea, the mandate, the geheimhouding later."""
    done = convenant("termijnen", "--op", "2027-08-01", "--json", cwd=jaar)
    data: list[dict[str, Any]] = json.loads(done.stdout)["data"]
    found = {d["sleutel"]: d for d in data}
    assert found["regeling-cardea"]["datum"] == "2027-12-30"
    assert found["mandaat-stichting-voorbeeld"]["datum"] == "2027-09-30"
    assert found["regeling-halt"]["vervallen"] is True
    assert "einde-cardea" in found
    assert found["jaarverslag-2026"]["te_laat"] is True  # it was due on 30 June
    later = json.loads(convenant("termijnen", "--op", "2028-02-01", "--json", cwd=jaar).stdout)
    names = {d["sleutel"]: d["te_laat"] for d in later["data"]}
    assert names["regeling-cardea"] is True  # nobody recorded the uittreding
    assert "einde-cardea" not in names  # it happened by itself
    last = later["data"][-1]
    assert (last["soort"], last["datum"], last["partner"]) == ("geheimhouding", None, "cardea")
