"""A year in another Veiligheidshuis, with rules of its own; it reads like a story.

Its convenant lasts until somebody ends it; notice takes three months, towards the end of any month,
in writing or by e-mail. Nothing of another dossier may be heard in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.platen import scan
from tests.programma import convenant
from tests.voorbeelden import KLEIN, kopie
from tests.vraag_alles import vraag_alles

if TYPE_CHECKING:
    from pathlib import Path

    from tests.programma import Uitkomst

pytestmark = pytest.mark.traag

REGELS = """\
regels:
  looptijd: {soort: onbepaalde tijd, artikel: artikel 2}
  opzegging:
    opzegtermijn: P3M
    per: maandeinde
    vorm: e-mail
    aan: het secretariaat
    artikel: artikel 2
  toetreding: {instemming: stuurgroep, artikel: artikel 1}
  inwerking: {bij: vaststelling, artikel: artikel 2}
  wijziging: {door: de Stuurgroep, artikel: artikel 1}
  geheimhouding: {artikel: artikel 1}
  vergaderingen: {aantal: 1, artikel: artikel 1}
  tekenen: {delen: [{deel: deel-1, door: [ketenpartner]}], artikel: artikel 2}
ondertekening:
  voorzitters: [gemeente-voorbeeldstad]
afzender:
  ketenmanager: het secretariaat
  email: secretariaat@elders.example
"""
# What only another convenant says; the program may not know it by itself.
VAN_ELDERS = re.compile(
    r"Hollands Midden|aangetekend|kalenderjaar|stilzwijgend|artikel 7|7\.[a-l]\b|arbitrage"
    r"|verlengd|\b17\.1|zes maanden|6 maanden|ketenmanager|convenant\.yaml|grensgeval:",
    re.IGNORECASE,
)


class Bureau:
    """The office of another Veiligheidshuis."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def doe(self, *command: str, antwoorden: str = "", venster: bool = False) -> Uitkomst:
        """Give a command that must succeed, and answer what it asks, a line for each question.

        In a terminal (`venster`) it asks for all that it was not told.
        """
        done = convenant(*command, cwd=self.root, invoer=antwoorden, venster=venster)
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        return done

    def lees(self, glob: str) -> str:
        """Return all papers of that name, one after the other."""
        return "\n".join(p.read_text("utf-8") for p in sorted(self.root.glob(f"build/{glob}")))


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Bureau:
    """The office on the first of January."""
    root = kopie(KLEIN, tmp_path_factory.mktemp("elders") / "dossier")
    path = root / "convenant/convenant.yaml"
    path.write_text(path.read_text("utf-8").partition("regels:\n")[0] + REGELS, encoding="utf-8")
    return Bureau(root)


VOORZITTER = "gemeente-voorbeeldstad"
MAAK = ("--formaat", "md")
JA = "ja\n"


def test_january_nothing_is_adopted_yet(bureau: Bureau) -> None:
    """Every command says so, and no rule is missing."""
    stand = vraag_alles(bureau.root, "2026-01-05")
    assert stand["versie"] is None
    assert "CV23" not in bureau.doe("controleer", "--op", "2026-01-05").stdout


@pytest.fixture(scope="module")
def jaar(bureau: Bureau) -> Bureau:
    """The office since February, when a text was adopted; each test goes on where one ended."""
    dag = ("--datum", "2026-02-02", "--vastgesteld", "2026-02-02")
    bureau.doe("vaststellen", "2026", "--besluit", "Besluit van de Stuurgroep", *dag)
    return bureau


def test_february_a_text_is_adopted(jaar: Bureau) -> None:
    """From that day on all speak of it, and it lasts without end."""
    stand = vraag_alles(jaar.root, "2026-02-03")
    assert (stand["versie"], stand["termijn"]) == ("2026", None)
    assert stand["looptijd"] == "Het convenant geldt voor onbepaalde tijd."
    done = convenant("verlenging", "2027", "--op", "2026-02-03", cwd=jaar.root)
    assert (done.returncode, "voor onbepaalde tijd" in done.stderr) == (1, True)


@pytest.mark.proef
@pytest.mark.pdf
def test_march_all_are_asked_to_sign(jaar: Bureau) -> None:
    """The packs are of that version; what falls due are the sheets."""
    done = jaar.doe("pakket", "--alle", "--op", "2026-03-02", antwoorden=JA)
    assert "van versie 2026" in done.stdout
    vraag_alles(jaar.root, "2026-03-03")
    out = jaar.doe("termijnen", "--op", "2026-03-03").stdout
    assert "30 maart 2026" in out
    assert not VAN_ELDERS.search(out)


NIEUW = "stichting-nieuw"
# What is typed at each question of a request, wrong answers and all.
VERZOEK = """1 april 2026

ketenpartner
stichting
1234
12345678
Voorbeeldstad
privaat
Bestuurssecretariaat
Postbus 1, 1234 AB Voorbeeldstad
info@nieuw
info@nieuw.example
fg@nieuw.example
N. Nieuw
Mw.
bestuurder
statuten






1-1-2020
1 juli 2026
V-12
7
Andere Stad
ja
"""


@pytest.mark.proef
def test_april_a_foundation_asks_to_join(jaar: Bureau) -> None:
    """All is asked in the terminal; what does not fit is asked again, and the seat is mended."""
    op = ("--op", "2026-04-02")
    out = jaar.doe(
        "toetreding", "Stichting Nieuw", "verzoek", *op, antwoorden=VERZOEK, venster=True
    ).stdout
    for said in (
        "dat heeft acht cijfers",
        "'info@nieuw' is geen e-mailadres",
        "de deelname zou beginnen voor het verzoek",
        "7. Zetel (plaats): Andere Stad",
        "Vastgelegd in convenant/registers.",
    ):
        assert said in out, out
    stand = vraag_alles(jaar.root, "2026-04-03")
    (nieuw,) = (d for d in stand["deelnames"] if d["partner"]["sleutel"] == NIEUW)
    assert (nieuw["status"], nieuw["partner"]["zetel"]) == ("kandidaat", "Andere Stad")


@pytest.mark.proef
@pytest.mark.pdf
def test_may_it_is_let_in_and_gets_its_declaration(jaar: Bureau) -> None:
    """The next step is offered each time; one letter goes with the declaration, and a reminder."""
    op = ("--op", "2026-05-04")
    out = jaar.doe(
        *("toetreding", "stichting nieuw", *op, *MAAK),
        antwoorden="ja\nja\n5 mei 2026\n1 april 2026\nSG-2026-7\nja\n",
        venster=True,
    ).stdout
    assert "Stap 'instemming' nu doen?" in out
    assert "5 mei 2026 moet nog komen." in out
    vraag_alles(jaar.root, "2026-05-05")
    out = jaar.doe(
        *("toetreding", NIEUW, "--op", "2026-05-06", *MAAK),
        antwoorden="ja\n1\n20-5-2026\nja\n",
        venster=True,
    ).stdout
    assert "terug uiterlijk 20 mei 2026" in out
    vraag_alles(jaar.root, "2026-05-07")
    folder = jaar.root / "build/toetreding" / NIEUW
    letter = (folder / "aanbiedingsbrief.md").read_text("utf-8")
    assert {"agenda.ics", "convenant-2026.pdf", "toetredingsverklaring.pdf"} <= {
        path.name for path in folder.iterdir()
    }
    jaar.doe("pakket", NIEUW, "--op", "2026-05-08", antwoorden=JA, venster=True)
    jaar.doe("brief", "aanbieding", NIEUW, "--op", "2026-05-08", *MAAK)
    assert (folder / "aanbiedingsbrief.md").read_text("utf-8") == letter
    jaar.doe(
        *("ondertekening", "--op", "2026-05-21", "herinner", NIEUW, *MAAK),
        antwoorden=JA,
        venster=True,
    )
    vraag_alles(jaar.root, "2026-05-22")


@pytest.mark.proef
@pytest.mark.pdf
def test_may_it_signs_and_so_does_the_voorzitter(jaar: Bureau) -> None:
    """With a pen; in between it waits for the voorzitter, and at last it is bound."""
    op = ("--op", "2026-05-26")
    nat = ("ondertekening", "verwerk", "--nat", "--partner", NIEUW, *op)
    for number, (dag, door) in enumerate((("2026-05-25", NIEUW), ("2026-05-26", VOORZITTER))):
        path = jaar.root / f"scan-{number}.png"
        path.write_bytes(scan(number))
        jaar.doe(*nat, path.name, "--datum", dag, "--door", door, antwoorden=JA, venster=True)
        vraag_alles(jaar.root, "2026-05-26")
    out = jaar.doe("toetreding", NIEUW, *op, *MAAK, antwoorden="ja\nja\n", venster=True).stdout
    assert "als nummer 1 bij het convenant gevoegd" in out
    stand = vraag_alles(jaar.root, "2026-07-01")
    (nieuw,) = (d for d in stand["deelnames"] if d["partner"]["sleutel"] == NIEUW)
    assert (nieuw["status"], nieuw["sinds"]) == ("deelnemer", "2026-07-01")


@pytest.mark.proef
def test_june_a_partner_gives_notice_by_mail(jaar: Bureau) -> None:
    """That is a good form here; it is out at the end of the month after three months.

    The day of receipt was typed wrong at first, and is mended before it is recorded.
    """
    asked = jaar.doe(
        *("opzegging", "politie", "--ontvangen", "2026-06-01", "--vorm", "e-mail"),
        *("--op", "2026-06-11", *MAAK),
        antwoorden="2\n10 juni 2026\nja\n",
    )
    assert "neemt deel tot 1 oktober 2026" in asked.stdout
    stand = vraag_alles(jaar.root, "2026-06-12")
    (politie,) = (d for d in stand["deelnames"] if d["partner"]["sleutel"] == "politie")
    assert (politie["status"], politie["einde"]) == ("deelnemer", "2026-10-01")
    papers = jaar.lees("opzegging/*/*.md")
    assert "Uw deelname eindigt per **1 oktober 2026**" in papers
    assert "(artikel 2)" in papers
    assert "voorbehoud" not in papers
    assert not VAN_ELDERS.search(papers), VAN_ELDERS.search(papers)


@pytest.mark.proef
def test_july_it_wants_to_stay_and_the_others_agree(jaar: Bureau) -> None:
    """In between the notice stands."""
    more = ("--ontvangen", "2026-07-01", "--op", "2026-07-01", *MAAK)
    jaar.doe("opzegging", "politie", "--intrekken", *more, antwoorden=JA)
    assert "wacht op instemming" in jaar.doe("stand", "--op", "2026-07-02").stdout
    vraag_alles(jaar.root, "2026-07-02")
    jaar.doe(
        "opzegging",
        "politie",
        "--instemming",
        "--ontvangen",
        "2026-07-06",
        "--op",
        "2026-07-06",
        *MAAK,
        antwoorden=JA,
    )
    stand = vraag_alles(jaar.root, "2026-10-01")
    assert {d["status"] for d in stand["deelnames"]} == {"deelnemer"}


@pytest.mark.proef
def test_november_another_leaves_for_good(jaar: Bureau) -> None:
    """Received on the last day of August: out on the first of December."""
    jaar.doe(
        "opzegging",
        "verzonnen",
        "--ontvangen",
        "2026-08-31",
        "--vorm",
        "brief",
        "--op",
        "2026-09-01",
        *MAAK,
        antwoorden=JA,
    )
    for op, status in {"2026-11-30": "deelnemer", "2026-12-01": "uitgetreden"}.items():
        stand = vraag_alles(jaar.root, op)
        (own,) = (d for d in stand["deelnames"] if d["partner"]["sleutel"] == "verzonnen")
        assert own["status"] == status
    out = jaar.doe("termijnen", "--op", "2026-12-01").stdout
    assert "Geheimhouding van Stichting Verzonnen blijft gelden" in out
    assert "(artikel 1)" in out


@pytest.mark.proef
def test_the_year_over_no_rule_of_another_was_heard(jaar: Bureau) -> None:
    """Not in any paper, calendar or list."""
    jaar.doe("brief", "opzegging", "verzonnen", "--op", "2026-12-02", "--formaat", "md")
    jaar.doe("termijnen", "--op", "2026-12-02", "--ics", "agenda")
    texts = [
        p
        for p in jaar.root.rglob("*")
        if (p.suffix in {".md", ".ics"} and "build" in p.parts) or p.suffix == ".ics"
    ]
    assert len(texts) > 10
    for path in texts:
        text = path.read_text("utf-8").replace("\r\n ", "")
        found = VAN_ELDERS.search(text)
        assert not found, (path, text[max(0, found.start() - 60) : found.end() + 60])
    for command in ("stand", "partners", "overleggen", "ondertekening", "termijnen", "brief"):
        out = jaar.doe(command, "--op", "2026-12-02").stdout
        assert not VAN_ELDERS.search(out), command
