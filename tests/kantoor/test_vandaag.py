"""Vandaag: the version in force, what asks for attention, the gravest first, and how to begin."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.loket import Loket
from tests.proeven import steekproef
from tests.programma import convenant

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.kantoor.aandacht import TERMIJNKNOPPEN, aandachtspunten, tel_nu
from convenantwerk.kantoor.tips import PLAATSEN
from convenantwerk.tijd.stand import Stand, stand
from convenantwerk.tijd.termijnen.tabel import DATUMSOORTEN
from convenantwerk.tijd.uiterste_data import UitersteDatum

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)
_DAG = timedelta(days=1)


@pytest.fixture
def nu(klein: Path) -> Stand:
    """How things stand in the small dossier."""
    return stand(Geopend(klein, OP).registers, OP)


def _blad(naam: str, dag: date) -> UitersteDatum:
    titel = f"Ondertekeningsblad van {naam} uiterlijk getekend terug"
    return UitersteDatum(
        f"blad-2026-{naam}", "blad", dag, titel, ("Aangeboden.",), te_laat=dag < OP
    )


def test_every_soort_of_termijn_has_its_button() -> None:
    """Who adds a soort adds its row."""
    assert set(TERMIJNKNOPPEN) == {soort.naam for soort in DATUMSOORTEN}


def test_what_is_late_is_told_together_with_one_button(nu: Stand) -> None:
    """Sixty sheets are one line, with each name, and one reminder."""
    namen = [f"Stichting {'x' * 50} {n}" for n in range(60)]
    (punt,) = aandachtspunten([_blad(naam, OP - 5 * _DAG) for naam in namen], nu)
    assert punt.wat.startswith("60 organisaties hebben het ondertekeningsblad nog niet")
    assert (punt.graad, punt.wanneer) == ("laat", "5 dagen te laat")
    assert punt.delen == tuple(namen)
    assert punt.genoemd == (*namen[:6], "nog 54 andere")
    assert punt.knop.tekst == "Herinner de 60"


def test_the_gravest_comes_first_and_only_what_is_late_or_near_is_counted(nu: Stand) -> None:
    """A day that the calendar has warned of is near; three that come later are shown too."""
    ver = [
        UitersteDatum(f"opzegdag-{n}", "opzegdag", OP + n * 100 * _DAG, f"Dag {n}", ())
        for n in range(1, 6)
    ]
    data = [*ver, _blad("A", OP + 6 * _DAG), _blad("B", OP - _DAG)]
    punten = aandachtspunten(data, nu)
    assert [punt.graad for punt in punten] == ["laat", "bijna", "later", "later", "later"]
    assert [punt.wanneer for punt in punten[:2]] == ["1 dag te laat", "over 6 dagen"]
    assert tel_nu(punten) == 2


def test_a_renewal_that_is_recorded_asks_nothing_any_more(nu: Stand) -> None:
    """Until then it has the button that records it."""
    datum = UitersteDatum("verlenging-2027", "verlenging", date(2027, 1, 1), "Verlenging", ())
    (punt,) = aandachtspunten([datum], nu)
    assert punt.knop.naar == "/doe/verlenging?jaar=2027"
    assert not aandachtspunten([datum], replace(nu, verlengd_voor=2027))


def test_a_new_dossier_says_what_to_do_first(tmp_path: Path) -> None:
    """Invented partners are known by their addresses, which can exist nowhere."""
    args = ("--naam", "Veiligheidshuis Voorbeeldland", "--plaats", "Voorbeeldstad")
    assert convenant("nieuw", str(tmp_path / "n"), *args, cwd=tmp_path).returncode == 0
    blad = Loket(tmp_path / "n", OP).open("/")
    assert "Vervang de verzonnen partners door de uwe" in blad.tekst
    assert "De tekst heeft geen fouten" in blad.tekst
    assert "Stel de eerste versie vast" in blad.tekst
    assert "Er is nog niets vastgelegd" in blad.tekst


@pytest.mark.traag
def test_the_version_in_force_is_told_with_its_seal(klein: Path) -> None:
    """And whether the text is still that of it."""
    args = ("2026", "--besluit", "Besluit van 1 november 2026", "--datum", "2026-11-01")
    assert convenant("vaststellen", *args, cwd=klein).returncode == 0
    loket = Loket(klein, OP)
    blad = loket.open("/")
    assert "Versie 2026 geldt: vastgesteld op 1 november 2026, met zegel " in blad.tekst
    assert "sindsdien niet gewijzigd" in blad.tekst
    assert "Zo begint u" not in blad.tekst
    assert "Vaststelling Versie 2026" in blad.tekst
    assert "niet aangeboden" in blad.tekst
    pad = klein / "convenant/deel-1/02-artikelen.md"
    pad.write_text(pad.read_text().replace("Artikel", "artikel", 1) + "\nEen zin erbij.\n")
    assert "De tekst is sindsdien gewijzigd" in loket.open("/").tekst
    bevroren = next((klein / "convenant/versies/2026").rglob("*.md"))
    bevroren.write_text(bevroren.read_text() + "\nOnder het zegel geschoven.\n")
    tekst = loket.open("/").tekst
    assert (
        "Versie 2026 is vastgesteld, maar kan niet worden gelezen of is daarna veranderd" in tekst
    )
    assert "Ondertekening onbekend" in tekst


def test_an_accession_under_way_says_what_its_next_stage_lacks(klein: Path) -> None:
    """With how many stages are done, beside the bar."""
    (klein / "convenant/registers/gebeurtenissen.yaml").write_text(
        "gebeurtenissen:\n  - {datum: 2026-11-03, soort: verzoek-toetreding, partner: verzonnen}\n"
    )
    blad = Loket(klein, OP).open("/")
    assert "1 organisatie is aan het toetreden" in blad.tekst
    assert "1 van 5 stappen gedaan; nu: instemming. Nodig: het besluit van" in blad.tekst
    assert "/toetreding/verzonnen" in blad.koppelingen.values()


@pytest.mark.traag
def test_a_paper_that_was_changed_in_the_archive_shows_at_once(klein: Path) -> None:
    """Nothing that was read is another then."""
    loket = Loket(klein, OP)
    assert "Geen bevindingen" in loket.open("/").tekst
    (klein / "archief/aangeboden").mkdir(parents=True)
    (klein / f"archief/aangeboden/{'a' * 64}.pdf").write_bytes(b"x")
    assert "Geen bevindingen" not in loket.open("/").tekst


def test_names_of_the_dossier_are_never_markup(klein: Path) -> None:
    """Nor a template, and a long one breaks nothing."""
    pad = klein / "convenant/registers/partners.yaml"
    kwaad = f"<b>{{{{ 7*7 }}}}</b> {'y' * 60}"
    pad.write_text(pad.read_text().replace("Gemeente Voorbeeldstad", f'"{kwaad}"', 1))
    loket = Loket(klein, OP)
    loket.open("/")
    assert loket.antwoord.status_code == 200
    assert "<b>{{" not in loket.antwoord.text
    assert "<b>49" not in loket.antwoord.text


def test_a_register_that_cannot_be_read_is_told_with_its_findings(klein: Path) -> None:
    """The page that is opened first must say what is wrong, also then."""
    (klein / "convenant/registers/partners.yaml").write_text("partners: [")
    blad = Loket(klein, OP).open("/")
    assert "Niet alles van het dossier kan worden gelezen" in blad.tekst
    assert "partners.yaml" in blad.tekst


def test_who_only_reads_is_offered_no_correction(klein: Path) -> None:
    """What was recorded is shown all the same."""
    register = "gebeurtenissen:\n  - {datum: 2026-11-03, soort: vergadering}\n"
    (klein / "convenant/registers/gebeurtenissen.yaml").write_text(register)
    assert "Zet recht" in Loket(klein, OP).open("/").tekst
    blad = Loket(klein, OP, alleen_lezen=True).open("/")
    assert "Vergadering" in blad.tekst
    assert "Zet recht" not in blad.tekst


@steekproef
def test_every_button_leads_somewhere(klein: Path, keuze: slice) -> None:
    """Those of each soort of termijn, of the first steps, and of tips that name a command."""
    loket = Loket(klein, OP)
    wie = next(iter(Geopend(klein, OP).registers.ondertekenaars))
    adressen = {"/doe/vaststellen", "/besluiten"}
    for soort, rij in TERMIJNKNOPPEN.items():
        datum = UitersteDatum(f"{soort}-{wie.sleutel}", soort, OP, "Iets", (), wie.partner)
        adressen |= {rij.knop([replace(datum, te_laat=laat)]).naar for laat in (True, False)}
        adressen.add(rij.knop([datum, datum]).naar)
    adressen |= {plaats.naar for plaats in PLAATSEN.values() if plaats}
    adressen |= {p.van.format(wie.partner) for p in PLAATSEN.values() if p and p.van}
    nergens = {f"/opzegging/{wie.partner}", f"/doe/wijzig-besluit?besluit={wie.partner}"}
    for adres in sorted(adressen - nergens)[keuze]:
        loket.open(adres)
        assert loket.antwoord.status_code in (200, 409), adres
