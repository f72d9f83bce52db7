"""`convenant partners --uit`: a list into the registers, shown before it is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.invoer.lijsten.kantoor import als_csv
from tests.programma import Uitkomst, convenant
from tests.voorbeelden import HOLLANDS_MIDDEN, kopie
from tests.vraag_alles import vraag_alles

from convenantwerk.dossier.lezen import Dossierlezer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from convenantwerk.dossier.dossier import Registers

OP = "2026-11-24"
KOP = ("Organisatie", "Soort", "Adres", "E-mail", "Ondertekenaar", "Functie")
STAD = ("Gemeente Voorbeeldstad", "ketenpartner", "Plein 1, 1234 AB Voorbeeldstad", "s@s.example")
POLITIE = ("Politie Voorbeeld", "ketenpartner", "Kade 2, 1234 AC Voorbeeldstad", "p@p.example")
NIEUW = ("Stichting Erbij", "flexibele schil", "Laan 3, 1234 AD Dorp", "e@e.example")
VASTGESTELD = "gebeurtenissen:\n  - {datum: 2026-01-01, soort: vaststelling, versie: x}\n"


def neem_over(root: Path, *rows: Sequence[str], opties: Sequence[str] = ("--ja",)) -> Uitkomst:
    """Take a list over."""
    (root / "lijst.csv").write_bytes(als_csv((KOP, *rows), "utf-8"))
    return convenant("partners", "--uit", "lijst.csv", *opties, "--op", OP, cwd=root)


def lees(root: Path) -> Registers:
    """What a dossier holds."""
    found, bezwaren = Dossierlezer(root).registers
    assert found is not None
    assert [b for b in bezwaren if b.ernst == "fout"] == []
    return found


def register(root: Path, naam: str) -> Path:
    """Where a register lies."""
    return root / f"convenant/registers/{naam}.yaml"


def test_what_was_and_becomes_is_shown_and_the_file_keeps_its_form(klein: Path) -> None:
    """Comments and order stay; who is not in the list is named, and stays."""
    path = register(klein, "partners")
    before = path.read_text("utf-8").replace("partners:\n", "partners:  # bij\n  # eerst\n", 1)
    path.write_text(before, encoding="utf-8")
    done = neem_over(
        klein, (*STAD, "A. Voorbeeld", "burgemeester"), (*NIEUW, "E. Erbij", "directeur")
    )
    assert (done.returncode, done.stderr) == (0, "")
    said = done.stdout
    adres = "was “niets”, wordt “Plein 1, 1234 AB Voorbeeldstad”"
    assert f"Gemeente Voorbeeldstad: adres: {adres}" in said
    assert "Stichting Erbij (stichting-erbij): flexibele schil" in said
    assert "tekent: E. Erbij, directeur" in said
    assert "- Politie Voorbeeld (politie)" in said.split("blijft staan:")[1]
    assert "functie" not in said.split("Wordt anders:")[1].split("Staat in")[0]
    lines = path.read_text("utf-8").splitlines()
    assert set(before.splitlines()) <= set(lines)
    assert [p.sleutel for p in lees(klein).partners][-1] == "stichting-erbij"
    vraag_alles(klein, OP)


def test_nothing_is_recorded_without_a_yes(klein: Path) -> None:
    """The columns are shown with what is in them, each with a number to say otherwise."""
    before = register(klein, "partners").read_bytes()
    done = neem_over(klein, STAD, NIEUW, opties=())
    assert (done.returncode, "CV916" in done.stderr) == (1, True)
    assert "1. Kolom A 'Organisatie' (Gemeente Voorbeeldstad): naam" in done.stdout
    assert register(klein, "partners").read_bytes() == before


def test_a_column_may_be_something_else_than_it_seems(klein: Path) -> None:
    """By its number in the terminal, or by its name beforehand."""
    (klein / "lijst.csv").write_bytes(als_csv((KOP, NIEUW), "utf-8"))
    done = convenant(
        *("partners", "--uit", "lijst.csv", "--op", OP),
        cwd=klein,
        venster=True,
        invoer="4\nkolom\n4\nfg\nja\n",
    )
    assert done.returncode == 0, done.stderr
    assert "kan een kolom niet zijn" in done.stdout + done.stderr
    assert (lees(klein).partners[-1].fg, lees(klein).partners[-1].email) == ("e@e.example", "")
    done = neem_over(
        klein, NIEUW, opties=("--kolom", "C=opmerking", "--kolom", "e-mail=niets", "--ja")
    )
    assert lees(klein).partners[-1].opmerking == NIEUW[2]
    done = neem_over(klein, NIEUW, opties=("--kolom", "E-mil=fg", "--ja"))
    assert (done.returncode, "die kolom is er niet; bedoelt u 'E-mail'?" in done.stderr) == (
        2,
        True,
    )


@pytest.mark.traag
def test_another_name_at_the_same_address_is_asked(klein: Path) -> None:
    """CV966: never decided in silence; what was its name stays known."""
    neem_over(klein, STAD, POLITIE)
    ander = ("Politie, eenheid Nieuw", *POLITIE[1:])
    done = neem_over(klein, STAD, ander)
    assert (done.returncode, "fout CV966" in done.stderr) == (1, True)
    assert "het e-mailadres is hetzelfde" in done.stderr
    assert "--zelfde 3=politie" in done.stderr
    done = neem_over(klein, STAD, ander, opties=("--zelfde", "3=politie", "--ja"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "naam: was “Politie Voorbeeld”, wordt “Politie, eenheid Nieuw”" in done.stdout
    partner = lees(klein).partners[1]
    assert (partner.sleutel, partner.ook_bekend_als) == ("politie", ("Politie Voorbeeld",))
    again = neem_over(klein, STAD, POLITIE)  # the old name finds it too, and changes nothing
    assert "niets nieuws" in again.stdout
    vraag_alles(klein, OP)


def test_in_a_terminal_the_question_is_put(klein: Path) -> None:
    """Whether it is the partner or a new one; and of whom the soort is not said."""
    neem_over(klein, STAD, POLITIE)
    ander = ("Stichting Anders", "", *POLITIE[2:])
    (klein / "lijst.csv").write_bytes(als_csv((KOP, STAD, ander), "utf-8"))
    done = convenant(
        *("partners", "--uit", "lijst.csv", "--op", OP),
        cwd=klein,
        venster=True,
        invoer="nieuw\nincidenteel\nja\n",
    )
    assert done.returncode == 0, done.stderr
    assert (lees(klein).partners[-1].naam, lees(klein).partners[-1].soort) == (
        "Stichting Anders",
        "incidenteel",
    )
    done = neem_over(klein, ("Derde", "", "Weg 9, 9999 ZZ Elders", "d@d.example"))
    assert (done.returncode, "fout CV964" in done.stderr, "--soort" in done.stderr) == (
        1,
        True,
        True,
    )


def test_who_is_new_after_a_version_must_accede(klein: Path) -> None:
    """CV967: without an accession it would count as named in the convenant itself."""
    register(klein, "gebeurtenissen").write_text(VASTGESTELD, encoding="utf-8")
    done = neem_over(klein, STAD, NIEUW)
    assert (done.returncode, "CV967" in done.stderr) == (0, True)
    assert 'convenant toetreding "Stichting Erbij" verzoek' in done.stderr
    assert [p.sleutel for p in lees(klein).partners] == [
        "gemeente-voorbeeldstad",
        "politie",
        "verzonnen",
    ]
    assert lees(klein).partners[0].email == "s@s.example"


GETEKEND = (
    "  - {datum: 2026-02-01, soort: ondertekening, partner: politie, ondertekenaar: politie, "
    "delen: [deel-1]}\n"
)


@pytest.mark.parametrize("getekend", [False, True])
def test_another_signatory_takes_the_place_only_where_nobody_signed(
    klein: Path, *, getekend: bool
) -> None:
    """Who signed stays in that row; a successor comes by 'convenant wijzig … --vanaf'."""
    path = register(klein, "gebeurtenissen")
    path.write_text(VASTGESTELD + GETEKEND if getekend else VASTGESTELD, encoding="utf-8")
    done = neem_over(klein, (*POLITIE, "C. Opvolger", "korpschef"))
    assert done.returncode == 0
    namen = [o.naam for o in lees(klein).ondertekenaars]
    assert namen == ["A. Voorbeeld", "B. Verzonnen" if getekend else "C. Opvolger"]
    assert ("wijzig ondertekenaar politie --vanaf DATUM" in done.stderr) == getekend


def test_two_of_one_name_are_told_apart_by_their_place(klein: Path) -> None:
    """Each has a sleutel with its place, and is found again in whatever order they stand."""
    een = ("Stichting 't Huis", "incidenteel", "Laan 1, 1111 AA Dorp", "")
    ander = ("Stichting 't Huis", "incidenteel", "Weg 2, 2222 BB Stad", "")
    neem_over(klein, een, ander)
    sleutels = [p.sleutel for p in lees(klein).partners][-2:]
    assert sleutels == ["stichting-t-huis-dorp", "stichting-t-huis-stad"]
    done = neem_over(klein, ander, een)
    assert "niets nieuws" in done.stdout


@pytest.mark.parametrize(
    ("opties", "melding"),
    [
        (("--zelfde", "politie"), "niet van de vorm"),
        (("--zelfde", "9=politie"), "noemt rij 9 geen organisatie"),
        (("--zelfde", "2=geen"), "kan rij 2 niet 'geen' zijn"),
        (("--kolom", "A=niets"), "moet de naam van de organisatie zijn"),
    ],
)
def test_a_wrong_choice_is_told(klein: Path, opties: Sequence[str], melding: str) -> None:
    """Nothing is recorded."""
    before = register(klein, "partners").read_bytes()
    done = neem_over(klein, STAD, opties=(*opties, "--ja"))
    assert done.returncode in (1, 2)
    assert melding in done.stderr
    assert register(klein, "partners").read_bytes() == before


def test_uit_is_a_folder_only_for_papers(klein: Path) -> None:
    """With --formaat it is where papers go; without, it is a list."""
    done = convenant("partners", "--uit", ".", cwd=klein)
    assert (done.returncode, "hoort bij --formaat" in done.stderr) == (2, True)
    done = convenant("partners", "--formaat", "md", "--uit", "hier", cwd=klein)
    assert (done.returncode, (klein / "hier").is_dir()) == (0, True)
    done = convenant("partners", "--soort", "ketenpartner", cwd=klein)
    assert (done.returncode, "--soort hoort bij --uit LIJST" in done.stderr) == (2, True)
    done = convenant("partners", "--uit", "lijst.csv", "--json", cwd=klein)
    assert (done.returncode, "horen geen --json" in done.stderr) == (2, True)
    done = convenant("partners", "--uit", "weg.csv", cwd=klein)
    assert (done.returncode, "CV001" in done.stderr) == (1, True)


@pytest.mark.parametrize("opdracht", ["partners", "stand"])
def test_our_own_list_brings_nothing_new(opdracht: str, tmp_path: Path) -> None:
    """What these commands write can be given back, with all that is no field of a partner."""
    root = kopie(HOLLANDS_MIDDEN, tmp_path / "dossier", "build", "archief")
    (root / "lijst.csv").write_text(convenant(opdracht, "--csv", cwd=root).stdout, "utf-8")
    done = convenant("partners", "--uit", "lijst.csv", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert "niets nieuws" in done.stdout
