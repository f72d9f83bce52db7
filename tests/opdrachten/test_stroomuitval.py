"""Whatever moment a command dies at: what it records is there whole, or not at all.

One story on the small dossier, with every command that records or makes papers. Each of its
commands is let die after each of its steps on the disk.
"""

from __future__ import annotations

import os
import shlex
import sys
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest
from tests.platen import scan
from tests.programma import convenant
from tests.stroomuitval import Beeld, Proefmap, Schijf, beeld_van
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.basis.journal import herstel
from convenantwerk.dossier.gebeurtenissen.correctie import aanduiding
from convenantwerk.dossier.lezen import Dossierlezer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LANG = "KANSEN" in os.environ  # scripts/proef_vastleggen lets every command die, in more ways
KANSEN = int(os.environ.get("KANSEN", "1"))  # ways to lose what was not synced, after each step
KORT = ("vaststellen", "bouw minder", "pakket", "aangehecht", "opzegging", "correctie", "opvolger")
pytestmark = [pytest.mark.traag, pytest.mark.pdf]

_FEITEN = (
    "--tekenaar 'V. Voorbeeld' --tekenaar-titel Mw. --functie bestuurder --grond statuten "
    "--soort ketenpartner --rechtsvorm stichting --kvk 12345678 --zetel Voorbeeldstad "
    "--aard privaat --contact Secretariaat --adres 'Postbus 1, 1234 AB Voorbeeldstad' "
    "--email info@voorbeeld.example --fg fg@voorbeeld.example --delen deel-1 "
    "--ingangsdatum 2027-01-01"
)
_RIJ = """\
toetredingen:
  - naam: Stichting Twee
    soort: ketenpartner
    rechtsvorm: stichting
    kvk: '87654321'
    zetel: Voorbeeldstad
    aard: privaat
    contact: Secretariaat
    adres: [Postbus 2, 1234 AB Voorbeeldstad]
    fg: fg@voorbeeld.example
    verzoek: 2026-10-01
    instemming: {datum: 2026-11-02, kenmerk: SG-7}
    delen: [deel-1]
    ingangsdatum: 2027-01-01
    tekenaar: {titel: Dhr., naam: T. Twee, functie: bestuurder, grond: statuten}
"""
_NAT = "ondertekening verwerk --nat --partner stichting-voorbeeld --ja --op 2026-11-20"
VERHAAL = {
    "vaststellen": "vaststellen 2026 --besluit Besluit --datum 2026-01-01",
    "bouw": "bouw --formaat md,html --op 2026-02-01",
    "bouw minder": "bouw --formaat md --op 2026-02-02 convenant",
    "afleiden": "addendum afleiden 2026 werk --besluit 'Besluit 1' --op 2026-02-02",
    "pakket": "pakket politie --ja --op 2026-02-03",
    "herinnering": "ondertekening herinner politie --formaat md --ja --op 2026-02-05",
    "weigering": "ondertekening weigering politie --datum 2026-02-10 --ja --op 2026-02-10",
    "verzoek": f"toetreding 'Stichting Voorbeeld' verzoek {_FEITEN} --ja --op 2026-10-05",
    "instemming": "toetreding stichting-voorbeeld instemming --datum 2026-11-02 --kenmerk SG-1 "
    "--formaat md --ja --op 2026-11-03",
    "verklaring": "toetreding stichting-voorbeeld verklaring --formaat md --ja --op 2026-11-04",
    "scan": f"{_NAT} een.png --datum 2026-11-10",
    "tegentekening": f"{_NAT} twee.png --door gemeente-voorbeeldstad --datum 2026-11-12",
    "aangehecht": "toetreding stichting-voorbeeld aangehecht --formaat md --ja --op 2026-11-20",
    "reeks": "toetreding --uit-bestand rij.yaml --formaat md --ja --op 2026-11-20",
    "opzegging": "opzegging politie --ontvangen 2026-11-20 --formaat md --ja --op 2026-11-21",
    "intrekking": "opzegging politie --intrekken --ontvangen 2026-11-22 --formaat md --ja "
    "--op 2026-11-22",
    "correctie": "corrigeer --gebeurtenis {intrekking-opzegging} --reden vergissing --ja "
    "--op 2026-11-22",
    "per mail": "opzegging gemeente-voorbeeldstad --ontvangen 2026-11-22 --vorm e-mail "
    "--formaat md --ja --op 2026-11-22",
    "bevestiging": "opzegging gemeente-voorbeeldstad --bevestigd "
    "--ontvangen 2026-11-23 --ja --op 2026-11-23",
    "besluit": "besluit 2026-11-23 --kenmerk SG-9 --ja --op 2026-11-23",
    "wijzig": "wijzig partner politie --adres 'Kade 1' --ja --op 2026-11-23",
    "lijst": "partners --uit lijst.csv --ja --op 2026-11-23",
    "opvolger": "wijzig ondertekenaar politie --naam 'C. Nieuw' --vanaf 2027-01-01 --ja "
    "--op 2026-11-23",
    "vergadering": "vergadering 2026-12-14 --plaats Voorbeeldstad --ja --op 2026-11-23",
    "verzet": "vergadering 2026-12-14 --naar 2026-12-15 --ja --op 2026-11-23",
    "verlenging": "verlenging 2027 --formaat md --ja --op 2026-11-23",
    "termijnen": "termijnen --ics build/agenda --op 2026-11-23",
    "importeer": "importeer deel.txt --naar . --als deel-2 --op 2026-11-23",
    "nog eens": "vaststellen 2027 --besluit Besluit --datum 2026-12-14",
    "renvooi": "renvooi 2026 2027 --formaat md --op 2026-12-15",
}
BEGIN, SLOT = "vaststellen", "renvooi"  # how far the suite tells it, and the whole


class Beurt(NamedTuple):
    """A command of the story: what lay there before and after, and each step between."""

    voor: Beeld
    schijf: Schijf
    na: Beeld


@pytest.fixture(scope="module")
def verteld(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], dict[str, Beurt]]:
    """Tells the story without a death, until a chapter; once for all that ask for it."""
    return cache(lambda slot: dict(_verteld(_begin(tmp_path_factory.mktemp("verhaal")), slot)))


@pytest.fixture
def verhaal(
    request: pytest.FixtureRequest, verteld: Callable[[str], dict[str, Beurt]]
) -> dict[str, Beurt]:
    """The story until the chapter that a test asks for."""
    return verteld(request.param)


def _begin(folder: Path) -> Path:
    """Make the dossier with which the story begins."""
    root = kopie(KLEIN, folder / "klein")
    settings = root / "convenant/convenant.yaml"
    more = "ondertekening:\n  voorzitters: [gemeente-voorbeeldstad]\n"
    settings.write_text(settings.read_text("utf-8") + more, encoding="utf-8")
    (root / "rij.yaml").write_text(_RIJ, encoding="utf-8")
    (root / "lijst.csv").write_text(
        "partner;mail\nPolitie Voorbeeld;p@p.example\n", encoding="utf-8"
    )
    (root / "deel.txt").write_text(
        "Deel 2 Privacy\n\nArtikel 20 Doel\n\nHet doel is zorg.\n", encoding="utf-8"
    )
    for number, name in enumerate(("een.png", "twee.png")):
        (root / name).write_bytes(scan(number))
    return root


def _verteld(root: Path, slot: str) -> Iterator[tuple[str, Beurt]]:
    for naam, words in list(VERHAAL.items())[: list(VERHAAL).index(slot) + 1]:
        if naam == "afleiden":  # a change in the text, by hand
            path = root / "convenant/voorwerk/01-voorwoord.md"
            path.write_text(path.read_text("utf-8") + "\nEen nieuwe alinea.\n", "utf-8")
        before = beeld_van(root)
        schijf = Schijf(root)
        with schijf.meekijken():
            done = convenant(*shlex.split(_ingevuld(words, root)), cwd=root)
        assert done.returncode == 0, f"{naam}: {done.stderr}"
        yield naam, Beurt(before, schijf, beeld_van(root))


def _ingevuld(words: str, root: Path) -> str:
    """Return a command, with what the last gebeurtenis of a soort is called for "{soort}"."""
    registers, _ = Dossierlezer(root).registers
    namen = {g.soort: f"'{aanduiding(g)}'" for g in registers.alles} if registers else {}
    return words.format(**namen)


@pytest.mark.parametrize(
    "verhaal", [BEGIN, pytest.param(SLOT, marks=pytest.mark.proef)], indirect=True
)
def test_the_notes_are_complete(verhaal: dict[str, Beurt]) -> None:
    """Every step was seen: together they make of what there was what there is."""
    for naam, beurt in verhaal.items():
        assert list(beurt.schijf.gedood())[-1] == beurt.na != beurt.voor, naam


@pytest.mark.parametrize(
    ("verhaal", "naam"),
    [
        (BEGIN, BEGIN),
        *(pytest.param(SLOT, n, marks=pytest.mark.proef) for n in (VERHAAL if LANG else KORT)),
    ],
    indirect=["verhaal"],
)
def test_a_command_that_dies_anywhere_did_all_or_nothing(
    verhaal: dict[str, Beurt], tmp_path: Path, capsys: pytest.CaptureFixture[str], naam: str
) -> None:
    """Killed after any step, or without power: the next command finishes or undoes it."""
    voor, schijf, na = verhaal[naam]
    proef = Proefmap(tmp_path / "klein")
    seen = {_kenmerk(voor), _kenmerk(na)}
    doden = (*schijf.gedood(), *schijf.stroomloos(KANSEN))
    for beeld in doden:
        if _kenmerk(beeld) not in seen:
            seen.add(_kenmerk(beeld))
            proef.zet(beeld)
            said = herstel(proef.folder)
            now = beeld_van(proef.folder)
            assert now in (voor, na), f"{said}: {sorted(set(now) ^ set(voor))}"
    assert len(seen) > 5
    if LANG:
        with capsys.disabled():
            sys.stdout.write(f"  {naam}: {len(doden)} doden, {len(seen)} verschillende resten\n")


def _kenmerk(beeld: Beeld) -> int:
    return hash(tuple(beeld.items()))
