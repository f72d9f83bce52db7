"""`convenant corrigeer`: of what was recorded by mistake nothing is left but the row."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING

import pytest
from tests.proeven import in_de_proef
from tests.programma import Uitkomst, convenant
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.basis.files import DOSSIERBESTAND
from convenantwerk.cli import tabel
from convenantwerk.dossier.gebeurtenissen.correctie import Correctie, aanduiding
from convenantwerk.dossier.gebeurtenissen.soorten import SOORTEN
from convenantwerk.dossier.lezen import Dossierlezer

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.dossier.dossier import Registers

OP = "2026-12-20"
LANG = "Samenwerkingsverbandsorganisatieontwikkelaars van Voorbeelden"
VASTGESTELD = "{datum: 2026-01-01, soort: vaststelling, versie: '2026'}"
OPZEGGING = "{datum: 2026-11-20, soort: opzegging, partner: politie, vorm: e-mail, kenmerk: 3S}"
INTREKKING = "{datum: 2026-12-10, soort: intrekking-opzegging, partner: politie}"
BEVESTIGING = (
    "{datum: 2026-12-01, soort: bevestiging-opzegging, partner: politie, vorm: aangetekend, "
    "kenmerk: 3S9}"
)
INGESTEMD = "{datum: 2026-12-10, soort: instemming-intrekking, partner: politie}"
VERZOEK = "{datum: 2026-03-02, soort: verzoek-toetreding, partner: nieuw, delen: [deel-1]}"
INSTEMMING = "{datum: 2026-03-16, soort: instemming, partner: nieuw, besluit: besluit-1}"
VERKLARING = (
    "{datum: 2026-03-17, soort: aanbieding, partner: nieuw, ondertekenaar: nieuw, versie: '2026', "
    f"stuk: toetredingsverklaring, delen: [deel-1], sha256: {'a' * 64}, uiterlijk: 2026-04-14}}"
)
GETEKEND = (
    "{datum: 2026-04-01, soort: ondertekening, partner: nieuw, ondertekenaar: nieuw, "
    "delen: [deel-1], versie: '2026', wijze: nat}"
)
MEDE = "{datum: 2026-04-02, soort: tegentekening, partner: nieuw, ondertekenaar: gemeente}"
TOEGETREDEN = "{datum: 2026-04-03, soort: toetreding, partner: nieuw, ingangsdatum: 2026-05-01}"
BLAD = (
    "{datum: 2026-02-03, soort: aanbieding, partner: politie, ondertekenaar: politie, "
    f"stuk: ondertekeningsblad, versie: '2026', delen: [deel-1], sha256: {'b' * 64}}}"
)
# For each soort a row, and the rows that come before it.
RIJEN: dict[str, tuple[list[str], str]] = {
    "besluit": ([], "{datum: 2026-03-16, soort: besluit, besluit: besluit-1}"),
    "vaststelling": ([], "{datum: 2026-12-14, soort: vaststelling, versie: '2027'}"),
    "ondertekening": ([BLAD], GETEKEND.replace("nieuw", "politie")),
    "tegentekening": ([VERZOEK, INSTEMMING, VERKLARING, GETEKEND], MEDE),
    "weigering": ([BLAD], "{datum: 2026-02-10, soort: weigering, partner: politie}"),
    "verzoek-toetreding": ([], VERZOEK),
    "instemming": ([VERZOEK], INSTEMMING),
    "aanbieding": ([VERZOEK, INSTEMMING], VERKLARING),
    "herinnering": (
        [BLAD],
        "{datum: 2026-02-20, soort: herinnering, partner: politie, ondertekenaar: politie, "
        "stuk: ondertekeningsblad, versie: '2026'}",
    ),
    "verzending": (
        [BLAD],
        "{datum: 2026-02-04, soort: verzending, partner: politie, versie: '2026', vorm: e-mail}",
    ),
    "toetreding": ([VERZOEK, INSTEMMING, VERKLARING, GETEKEND, MEDE], TOEGETREDEN),
    "opzegging": ([], OPZEGGING),
    "intrekking-opzegging": ([OPZEGGING], INTREKKING),
    "instemming-intrekking": ([OPZEGGING, INTREKKING], INGESTEMD),
    "bevestiging-opzegging": (
        [OPZEGGING],
        BEVESTIGING,
    ),
    "regeling-opzegging": (
        [OPZEGGING],
        "{datum: 2026-12-12, soort: regeling-opzegging, partner: politie, kenmerk: R-1}",
    ),
    "uittreding": (
        [OPZEGGING],
        "{datum: 2026-12-14, soort: uittreding, partner: politie, besluit: besluit-1}",
    ),
    "verlenging": ([], "{datum: 2026-12-01, soort: verlenging, jaar: 2027}"),
    "vergadering": (
        [],
        "{datum: 2027-03-01, soort: vergadering, plaats: X, stukken: [jaarplan 2028]}",
    ),
    "mandaat-einde": ([], "{datum: 2026-12-02, soort: mandaat-einde, ondertekenaar: politie}"),
}
STIL = ("besluit", "verzending")  # no command tells of them
VRAGEN = (
    *("stand --json", "partners --json", "overleggen --json", "termijnen --json", "partners"),
    *("ondertekening --json", "versies", "controleer", "toetreding nieuw", "stand --op 2027-06-01"),
    "termijnen --json --op 2027-01-01",
)
BOUW = "bouw --formaat md --uit uit"  # of those on which the text itself may rest


@pytest.fixture(scope="module")
def basis(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier with a frozen version, a besluit, and somebody who may ask to come in."""
    root = kopie(KLEIN, tmp_path_factory.mktemp("basis") / "klein")
    done = convenant("vaststellen", "2026", "--besluit", "B", "--datum", "2026-01-01", cwd=root)
    assert done.returncode == 0
    folder = root / "convenant/registers"
    (folder / "besluiten.yaml").write_text(
        "besluiten:\n  - {sleutel: besluit-1, datum: 2026-03-16, titel: Besluit}\n", "utf-8"
    )
    with (folder / "partners.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {sleutel: nieuw, naam: Stichting Nieuw, soort: flexibele schil}\n")
    with (folder / "ondertekenaars.yaml").open("a", encoding="utf-8") as file:
        shared = "partner: nieuw, organisatie: Stichting Nieuw, functie: bestuurder, titel: ''"
        file.write(f"  - {{sleutel: nieuw, {shared}, naam: N. Nieuw}}\n")
        wie = "partner: gemeente-voorbeeldstad, organisatie: G, functie: f, titel: '', naam: V. Z."
        file.write(f"  - {{sleutel: gemeente, {wie}}}\n")
    with (root / DOSSIERBESTAND).open("a", encoding="utf-8") as file:
        file.write("ondertekening:\n  voorzitters: [gemeente]\n")
    return root


@pytest.fixture
def dossier(basis: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may spoil."""
    return kopie(basis, tmp_path / "klein")


def register(root: Path, *rijen: str) -> Path:
    """Let a dossier hold these rows, after its first vaststelling."""
    lines = "".join(f"  - {rij}\n" for rij in (VASTGESTELD, *rijen))
    path = root / "convenant/registers/gebeurtenissen.yaml"
    path.write_text(f"gebeurtenissen:\n{lines}", encoding="utf-8")
    return path


def registers(root: Path) -> Registers:
    """What a dossier holds."""
    found, bezwaren = Dossierlezer(root).registers
    assert found is not None
    assert bezwaren == ()
    return found


def naam(root: Path, soort: str) -> str:
    """What the last gebeurtenis of a soort is called."""
    return next(aanduiding(g) for g in reversed(registers(root).alles) if g.soort == soort)


def corrigeer(root: Path, welke: str, *more: str) -> Uitkomst:
    """Annul something."""
    words = ("--gebeurtenis", welke, "--reden", "vergissing", "--ja", "--op", OP)
    return convenant("corrigeer", *words, *more, cwd=root)


def verhaal(root: Path, *meer: str) -> list[tuple[int, str, str]]:
    """What every other command has to say."""
    said = []
    for vraag in (*VRAGEN, *meer):
        words = vraag.split() if "--op" in vraag else [*vraag.split(), "--op", OP]
        done = convenant(*words, cwd=root)
        said.append((done.returncode, done.stdout, done.stderr))
    said += [(0, p.name, p.read_text("utf-8")) for p in sorted((root / "uit").rglob("*.md"))]
    return said


def test_every_soort_has_a_row_here() -> None:
    """But for the correctie, which has a test of its own."""
    assert {*RIJEN, Correctie.soort} == set(SOORTEN)


@pytest.mark.traag
@pytest.mark.parametrize(
    "soort", in_de_proef(RIJEN, behalve=["opzegging", "toetreding", "vaststelling"])
)
def test_to_record_and_annul_is_never_to_have_recorded(dossier: Path, soort: str) -> None:
    """Every command tells the same as of a dossier in which the mistake was never made."""
    before, rij = RIJEN[soort]
    bouw = (BOUW,) if soort in ("toetreding", "vaststelling") else ()
    register(dossier, *before)
    nooit = verhaal(dossier, *bouw)
    path = register(dossier, *before, rij)
    assert verhaal(dossier, *bouw) != nooit or soort in STIL
    text = path.read_text("utf-8")
    done = corrigeer(dossier, naam(dossier, soort))
    assert done.returncode == 0, done.stderr
    assert verhaal(dossier, *bouw) == nooit
    after = path.read_text("utf-8")
    assert rij in after
    assert [line for line in text.splitlines() if line not in after] == []


@pytest.mark.parametrize(
    ("rijen", "soort", "eerst"),
    [
        ([OPZEGGING, INTREKKING], "opzegging", ["intrekking-opzegging"]),
        (
            [
                OPZEGGING,
                BEVESTIGING,
            ],
            "opzegging",
            ["bevestiging-opzegging"],
        ),
        ([VERZOEK, INSTEMMING], "verzoek-toetreding", ["instemming"]),
        (
            [VERZOEK, INSTEMMING, VERKLARING, GETEKEND, MEDE, TOEGETREDEN],
            "aanbieding",
            ["toetreding", "ondertekening"],
        ),
        ([VERZOEK, INSTEMMING, VERKLARING], "instemming", ["aanbieding"]),
        ([BLAD, GETEKEND.replace("nieuw", "politie")], "aanbieding", ["ondertekening"]),
        (
            [
                TOEGETREDEN,
                "{datum: 2026-11-20, soort: opzegging, partner: nieuw, vorm: aangetekend}",
            ],
            "toetreding",
            ["opzegging"],
        ),
        (
            [OPZEGGING, INTREKKING, INGESTEMD, OPZEGGING.replace("2026-11-20", "2026-12-11")],
            "instemming-intrekking",
            ["opzegging"],
        ),
        (
            [OPZEGGING, INTREKKING, INGESTEMD],
            "intrekking-opzegging",
            ["instemming-intrekking"],
        ),
    ],
)
def test_what_something_rests_on_is_not_annulled_before_it(
    dossier: Path, rijen: list[str], soort: str, eerst: list[str]
) -> None:
    """It is refused, and says what comes first; nothing is written."""
    path = register(dossier, *rijen)
    text = path.read_text("utf-8")
    done = corrigeer(dossier, naam(dossier, soort))
    assert (done.returncode, done.stdout) == (1, "")
    assert "CV925" in done.stderr
    assert "annuleer eerst" in done.stderr
    for other in eerst:
        assert f"'{naam(dossier, other)}'" in done.stderr
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("rijen", "soort", "gezegd"),
    [([VERZOEK], "verzoek-toetreding", True), ([VERZOEK, TOEGETREDEN], "toetreding", False)],
)
def test_who_asked_nothing_any_more_is_told_to_count_as_a_partner(
    dossier: Path, rijen: list[str], soort: str, *, gezegd: bool
) -> None:
    """A row of the register without a request stands for a partner that the convenant names."""
    register(dossier, *rijen)
    done = corrigeer(dossier, naam(dossier, soort))
    assert done.returncode == 0, done.stderr
    said = " ".join(done.stdout.split())
    zin = "wie daar zonder verzoek in staat, geldt als partner die het convenant zelf noemt"
    assert (zin in said, "partners.yaml" in said) == (gezegd, gezegd)


def test_a_sheet_that_was_offered_anew_carries_what_came_after(dossier: Path) -> None:
    """Of two offers the first may go: what was signed rests on the second."""
    register(
        dossier,
        BLAD,
        BLAD.replace("02-03", "03-03").replace("b" * 64, "c" * 64),
        GETEKEND.replace("nieuw", "politie"),
    )
    een, twee = (aanduiding(g) for g in registers(dossier).alles if g.soort == "aanbieding")
    assert corrigeer(dossier, twee).returncode == 1
    assert corrigeer(dossier, een).returncode == 0


def test_what_is_frozen_stays(dossier: Path) -> None:
    """A version that was adopted, and a declaration in it; but the day can be another."""
    register(dossier)
    done = corrigeer(dossier, naam(dossier, "vaststelling"))
    assert done.returncode == 1
    assert "versie '2026' is bevroren" in done.stderr
    done = corrigeer(dossier, naam(dossier, "vaststelling"), "--datum", "2026-01-08")
    assert done.returncode == 0, done.stderr
    (only,) = registers(dossier).gebeurtenissen
    assert only.datum.isoformat() == "2026-01-08"
    register(dossier, VASTGESTELD)  # recorded twice
    assert corrigeer(dossier, naam(dossier, "vaststelling")).returncode == 0


@pytest.mark.traag
def test_a_declaration_in_a_frozen_version_stays(dossier: Path) -> None:
    """It can be annulled until a version holds it, and then no more; its text stays either way."""
    before, rij = RIJEN["toetreding"]
    register(dossier, *before, rij.replace("}", ", nummer: 1}"))
    path = dossier / "convenant/verklaringen/1-nieuw.md"
    path.parent.mkdir()
    path.write_text("---\nsoort: bijlage\n---\n# Toetredingsverklaring 1 Nieuw\n\nWij doen mee.\n")
    known = kopie(dossier, dossier.parent / "ander")
    done = corrigeer(known, naam(known, "toetreding"))
    assert done.returncode == 0, done.stderr
    assert "convenant/verklaringen/1-nieuw.md" in done.stdout
    assert "CV316" not in convenant("controleer", "--op", OP, cwd=known).stdout
    words = ("vaststellen", "2027", "--besluit", "B", "--datum", "2026-05-02")
    assert convenant(*words, cwd=dossier).returncode == 0
    done = corrigeer(dossier, naam(dossier, "toetreding"))
    assert (done.returncode, "hoort bij versie '2027'" in done.stderr) == (1, True)


def test_only_the_day_was_wrong(dossier: Path) -> None:
    """The row comes again on its own day with all else it had; what rests on it stays."""
    register(dossier, OPZEGGING, INTREKKING)
    done = corrigeer(dossier, naam(dossier, "opzegging"), "--datum", "2026-11-18")
    assert done.returncode == 0, done.stderr
    assert "18 november 2026, opzegging" in done.stdout
    after = registers(dossier).gebeurtenissen
    assert [(g.datum.isoformat(), g.soort) for g in after[1:]] == [
        ("2026-11-18", "opzegging"),
        ("2026-12-10", "intrekking-opzegging"),
    ]
    assert getattr(after[1], "kenmerk", "") == "3S"
    late = corrigeer(dossier, naam(dossier, "opzegging"), "--datum", "2026-12-12")
    assert (late.returncode, "CV92" in late.stderr) == (1, True)  # after its withdrawal


@pytest.mark.parametrize(
    ("soort", "dag", "los"),
    [
        ("aanbieding", "2026-04-01", "2026-04-01 ondertekening nieuw"),  # after it, on one day
        ("aanbieding", "2026-03-10", "2026-03-16 instemming nieuw"),
        ("instemming", "2026-03-01", "2026-03-02 verzoek-toetreding nieuw"),
        ("ondertekening", "2026-03-16", "2026-03-17 aanbieding nieuw"),
        ("tegentekening", "2026-03-16", "2026-03-17 aanbieding nieuw"),
        ("tegentekening", "2026-03-31", ""),  # who signs first is all the same
        ("ondertekening", "2026-03-20", ""),
    ],
)
def test_what_rests_on_what_stays_so_on_another_day(
    dossier: Path, soort: str, dag: str, los: str
) -> None:
    """A signature from before its paper would count in one list, and be missing in another."""
    register(dossier, VERZOEK, INSTEMMING, VERKLARING, GETEKEND, MEDE)
    done = corrigeer(dossier, naam(dossier, soort), "--datum", dag)
    assert (done.returncode, f"past zij niet meer bij '{los}" in done.stderr) == (
        (1, True) if los else (0, False)
    )


@pytest.mark.parametrize(
    ("rij", "datum", "waarom"),
    [
        (OPZEGGING, "2026-11-20", "dezelfde dag"),
        (
            GETEKEND.replace("nieuw", "politie").replace("nat", "digitaal"),
            "2026-04-02",
            "staat in de digitale handtekening",
        ),
        (OPZEGGING, "2027-11-20", "die dag moet nog komen"),
    ],
)
def test_not_every_other_day_can_be(dossier: Path, rij: str, datum: str, waarom: str) -> None:
    """The refusal says why."""
    register(dossier, rij)
    soort = re.findall(r"soort: ([a-z-]+)", rij)[0]
    done = corrigeer(dossier, naam(dossier, soort), "--datum", datum)
    assert done.returncode == 1
    assert waarom in done.stderr


def test_what_is_not_there_or_was_annulled_is_refused(dossier: Path) -> None:
    """With the nearest that is; a correctie is undone by annulling it."""
    register(dossier, OPZEGGING)
    opzegging = naam(dossier, "opzegging")
    done = corrigeer(dossier, opzegging.replace("politie", "polite"))
    assert (done.returncode, "CV926" in done.stderr, opzegging in done.stderr) == (2, True, True)
    assert corrigeer(dossier, opzegging.rpartition(" ")[2]).returncode == 0  # the digest is enough
    done = corrigeer(dossier, opzegging)
    assert (done.returncode, "al gebeurd op 20 december 2026" in done.stderr) == (1, True)
    assert corrigeer(dossier, naam(dossier, "correctie")).returncode == 0
    assert [g.soort for g in registers(dossier).gebeurtenissen] == ["vaststelling", "opzegging"]


@pytest.mark.traag
def test_papers_are_named_and_calendars_follow(dossier: Path) -> None:
    """Letters stay where they are; an agenda that took the dates in hears that they are off."""
    register(dossier)
    words = ("opzegging", "politie", "--ontvangen", "2026-11-20", "--formaat", "md", "--ja")
    assert convenant(*words, "--op", "2026-11-21", cwd=dossier).returncode == 0
    done = corrigeer(dossier, naam(dossier, "opzegging"))
    for stuk in ("opzeggingsbevestiging", "uittredingsbesluit"):
        pad = f"build/opzegging/politie-2026-11-20/{stuk}.md"
        assert pad in done.stdout.replace("\n    ", "")
        assert (dossier / pad).exists()
    agenda = (dossier / "build/kalender/partners/politie.ics").read_text("utf-8")
    (event,) = (e for e in agenda.split("BEGIN:VEVENT") if "UID:regeling-politie@" in e)
    assert "STATUS:CANCELLED" in event


def test_what_was_recorded_anew_does_not_count_twice(dossier: Path) -> None:
    """Its correctie stays; without it the set of signatures would hold one of them double."""
    getekend = GETEKEND.replace("nieuw", "politie")
    register(dossier, BLAD, getekend)
    assert corrigeer(dossier, naam(dossier, "ondertekening")).returncode == 0
    path = dossier / "convenant/registers/gebeurtenissen.yaml"
    text = path.read_text("utf-8").replace(f"  - {getekend}\n", f"  - {getekend}\n" * 2)
    path.write_text(text, encoding="utf-8")
    done = corrigeer(dossier, naam(dossier, "correctie"))
    assert (done.returncode, "opnieuw vastgelegd" in done.stderr) == (1, True)


def test_a_version_is_not_adopted_after_it_was_offered(dossier: Path) -> None:
    """On the days between nothing would be adopted, and yet be signed."""
    register(dossier, BLAD)
    done = corrigeer(dossier, naam(dossier, "vaststelling"), "--datum", "2026-02-04")
    assert (done.returncode, "niet meer bij '2026-02-03 aanbieding" in done.stderr) == (1, True)
    assert (
        corrigeer(dossier, naam(dossier, "vaststelling"), "--datum", "2026-02-03").returncode == 0
    )


def test_on_another_day_the_signed_original_is_the_same(dossier: Path) -> None:
    """It is in the archive for the row that comes instead."""
    getekend = GETEKEND.replace("nieuw", "politie").replace("}", f", sha256: {'c' * 64}}}")
    register(dossier, BLAD, getekend)
    path = dossier / f"archief/getekend/{'c' * 64}.png"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x")
    naar = corrigeer(dossier, naam(dossier, "ondertekening"), "--datum", "2026-03-02")
    assert (naar.returncode, "archief/" in naar.stdout) == (0, False)
    weg = corrigeer(dossier, aanduiding(registers(dossier).gebeurtenissen[-1]))
    assert "archief/getekend" in weg.stdout


def test_of_a_withdrawal_only_its_own_letters_count_no_more(dossier: Path) -> None:
    """Those of the notice do again, and those of another partner have nothing to do with it."""
    register(dossier, OPZEGGING, INTREKKING)
    brieven = ("politie-2026-11-20/ontvangst-intrekking.pdf",)
    andere = ("politie-2026-11-20/opzeggingsbevestiging.pdf", "politie-2-2026-11-20/x.pdf")
    for brief in (*brieven, *andere):
        path = dossier / "build/opzegging" / brief
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    said = corrigeer(dossier, naam(dossier, "intrekking-opzegging")).stdout.replace("\n    ", "")
    assert [brief in said for brief in (*brieven, *andere)] == [True, False, False]


def test_a_second_notice_is_not_taken_for_that_of_another_partner(dossier: Path) -> None:
    """A partner may be called as the second notice of another would be."""
    with (dossier / "convenant/registers/partners.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {sleutel: politie-2, naam: Politie Noord, soort: ketenpartner}\n")
    again = OPZEGGING.replace("2026-11-20", "2026-12-11")
    register(dossier, OPZEGGING, INTREKKING, INGESTEMD, again, again.replace("tie,", "tie-2,"))
    welke = next(aanduiding(g) for g in registers(dossier).alles if g.datum.day == 11)
    said = " ".join(corrigeer(dossier, welke).stdout.split())
    assert "Regeling van de gevolgen van de opzegging door Politie Voorbeeld" in said
    assert "Politie Noord" not in said


def test_a_meeting_that_goes_is_that_meeting(dossier: Path) -> None:
    """The others do not move by it, though their number among those of the year does."""
    eerst, later = (f"{{datum: 2027-0{maand}-01, soort: vergadering}}" for maand in (2, 3))
    register(dossier, eerst, later)
    dag = next(aanduiding(g) for g in registers(dossier).alles if g.datum.month == 2)
    said = " ".join(corrigeer(dossier, dag).stdout.split())
    assert "Vervalt: 1 februari 2027: Vergadering" in said
    assert "1 maart 2027" not in said


@pytest.mark.parametrize(
    ("rijen", "soort", "zin"),
    [
        ([BLAD], "aanbieding", "was “aangeboden”, wordt “niet aangeboden”"),
        ([BLAD, RIJEN["weigering"][1]], "weigering", "was “geweigerd”, wordt “aangeboden”"),
        (
            [BLAD, GETEKEND.replace("nieuw", "politie")],
            "ondertekening",
            "was “getekend”, wordt “aangeboden”",
        ),
        ([RIJEN["verzending"][1]], "verzending", "Er verandert niets in stand, ondertekening"),
        (
            [BLAD, RIJEN["herinnering"][1]],
            "herinnering",
            "was “aangeboden; herinnerd op 20 februari 2026”, wordt “aangeboden”",
        ),
        ([RIJEN["verlenging"][1]], "verlenging", "voor: was “2027”, wordt “niets”"),
    ],
)
def test_it_tells_what_becomes_of_the_signing(
    dossier: Path, rijen: list[str], soort: str, zin: str
) -> None:
    """Of the version that is being signed."""
    register(dossier, *rijen)
    done = corrigeer(dossier, naam(dossier, soort))
    assert done.returncode == 0, done.stderr
    assert zin in " ".join(done.stdout.split())


def test_what_was_sent_is_told(dossier: Path) -> None:
    """Nobody takes back what the partner has."""
    sent = RIJEN["verzending"][1].replace("}", ", geadresseerde: bureau@politie.example}")
    register(dossier, BLAD, sent)
    done = corrigeer(dossier, naam(dossier, "aanbieding"))
    assert done.returncode == 0
    assert "op 4 februari 2026 aan bureau@politie.example" in done.stdout


def test_the_list_keeps_what_was_annulled_within_80_columns(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newest first; what counts no more has no number, but its day and reason."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(tabel, "op_scherm", lambda **_: True)
    partners = dossier / "convenant/registers/partners.yaml"
    partners.write_text(
        partners.read_text("utf-8").replace("Politie Voorbeeld", LANG), encoding="utf-8"
    )
    register(dossier, OPZEGGING, RIJEN["vergadering"][1])
    corrigeer(dossier, naam(dossier, "opzegging"), "--reden", "verkeerde partner " * 9)
    lines = convenant("corrigeer", "--lijst", cwd=dossier).stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0] == "Vastgelegd, het nieuwste eerst:"
    assert lines[1].startswith("   1  1 maart 2027, vergadering")
    text = " ".join("\n".join(lines).split())
    assert f"– 20 november 2026, opzegging: {LANG} 2026-11-20 opzegging politie " in text
    assert "geannuleerd op 20 december 2026: verkeerde partner" in text
    short = convenant("corrigeer", "--lijst", "--aantal", "1", cwd=dossier).stdout
    assert len(short.splitlines()) == 3


def test_it_asks_which_and_why(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By number; only a yes records it."""
    register(dossier, OPZEGGING, RIJEN["vergadering"][1])
    answers = iter(["2", "verkeerde partner", "ja"])
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: next(answers))
    monkeypatch.setattr("sys.stdin", io.StringIO())
    done = convenant("corrigeer", "--op", OP, cwd=dossier)
    assert done.returncode == 0, done.stderr
    assert [g.soort for g in registers(dossier).gebeurtenissen] == ["vaststelling", "vergadering"]
    (weg,) = registers(dossier).geannuleerd
    assert weg.correctie.reden == "verkeerde partner"
    answers = iter(["1", "toch niet", "nee"])
    done = convenant("corrigeer", "--op", OP, cwd=dossier)
    assert (done.returncode, done.stderr) == (1, "Niets vastgelegd.\n")


def test_without_anybody_to_answer_it_says_which_option(dossier: Path) -> None:
    """And shows the list first; an empty register has nothing to annul."""
    register(dossier, OPZEGGING)
    done = convenant("corrigeer", cwd=dossier)
    assert (done.returncode, "--gebeurtenis" in done.stderr) == (1, True)
    (dossier / "convenant/registers/gebeurtenissen.yaml").unlink()
    done = convenant("corrigeer", cwd=dossier)
    assert (done.returncode, done.stdout) == (0, "Er is nog niets vastgelegd.\n")


def test_the_paper_of_what_was_annulled_is_not_loose(dossier: Path) -> None:
    """It lies in the archive for ever, and the register says why (no CV316)."""
    sha = "b" * 64
    register(dossier, BLAD)
    folder = dossier / "archief/aangeboden"
    folder.mkdir(parents=True)
    (folder / f"{sha}.pdf").write_bytes(b"blad")
    done = corrigeer(dossier, naam(dossier, "aanbieding"))
    assert f"archief/aangeboden/{sha[:20]}" in done.stdout.replace("\n    ", "")
    found = json.loads(convenant("controleer", "--json", "--op", OP, cwd=dossier).stdout)
    assert [f["code"] for f in found["bevindingen"] if f["code"] in ("CV316", "CV312")] == []
