"""A new dossier: complete, of somebody's own, and never over what is there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.programma import convenant

from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.opdrachten.nieuw import MODELLEN

if TYPE_CHECKING:
    from pathlib import Path

LANG = "Samenwerkingsverbandsorganisatieontwikkelaars in Voorbeeldland"
LASTIG = "Ver*en*igd: 'x' #1 & {{7*7}}"
HEEL = [soort for soort in MODELLEN if soort != "leeg"]


def begin(folder: Path, *arguments: str, naam: str = "Zorg- en Veiligheidshuis Proefdam") -> str:
    """Begin a dossier, and return what was said."""
    done = convenant(
        "nieuw", str(folder), "--naam", naam, "--plaats", "Proefdam", *arguments, cwd=folder.parent
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.traag
@pytest.mark.parametrize("soort", HEEL)
@pytest.mark.parametrize("naam", ["Verband Proefdam", LANG, LASTIG])
def test_a_new_dossier_has_no_findings(soort: str, naam: str, tmp_path: Path) -> None:
    """What a newcomer gets is right from the first moment, whatever the name."""
    root = tmp_path / "dossier"
    begin(root, "--soort", soort, naam=naam)
    done = convenant("controleer", cwd=root)
    assert (done.returncode, done.stdout.strip()) == (0, "Geen bevindingen.")


@pytest.mark.traag
@pytest.mark.parametrize("soort", HEEL)
def test_a_new_dossier_is_built_as_a_definitive_one(soort: str, tmp_path: Path) -> None:
    """Text, list of signatories and all: nothing stands in the way of signing."""
    root = tmp_path / "dossier"
    begin(root, "--soort", soort)
    done = convenant("bouw", "--definitief", "--formaat", "md,html", cwd=root)
    assert done.returncode == 0, done.stderr
    assert "Zorg- en Veiligheidshuis Proefdam" in (root / "build/convenant.md").read_text("utf-8")


@pytest.mark.parametrize("soort", MODELLEN)
@pytest.mark.parametrize("naam", [LANG, LASTIG])
def test_the_name_stands_as_it_was_given(soort: str, naam: str, tmp_path: Path) -> None:
    """Signs that mean something in Markdown or YAML are letters like any other."""
    root = tmp_path / "dossier"
    begin(root, "--soort", soort, naam=naam)
    registers, found = Dossierlezer(root).registers
    assert found == ()
    assert registers is not None
    assert registers.instellingen.samenwerkingsverband == naam
    left = [path for path in root.rglob("*") if path.is_file() and "@@" in path.read_text("utf-8")]
    assert left == []


@pytest.mark.parametrize("soort", MODELLEN)
def test_no_model_names_a_real_office(soort: str, tmp_path: Path) -> None:
    """Nothing of the dossier of this repository is in it, and no address is real."""
    root = tmp_path / "dossier"
    begin(root, "--soort", soort)
    text = "\n".join(path.read_text("utf-8") for path in root.rglob("*") if path.is_file())
    assert not re.search("Hollands Midden|Leiden|Gouda|landelijk", text)
    assert all(mail.endswith(".example") for mail in re.findall(r"[\w.]+@[\w.-]+", text))


def test_every_rule_names_an_artikel_that_says_so(tmp_path: Path) -> None:
    """What a letter will cite is there."""
    for soort in HEEL:
        root = tmp_path / soort
        begin(root, "--soort", soort)
        text = "\n".join(path.read_text("utf-8") for path in root.rglob("*.md"))
        rules = (root / "convenant/convenant.yaml").read_text("utf-8")
        named = re.findall(r"artikel: artikel (\d+)", rules)
        assert named
        assert [nummer for nummer in named if f"## Artikel {nummer} " not in text] == []


def test_the_questions_are_asked_when_no_option_answers_them(tmp_path: Path) -> None:
    """Enter takes the example; what is typed is taken as it is."""
    root = tmp_path / "dossier"
    done = convenant("nieuw", str(root), cwd=tmp_path, invoer="Verband Proefdam\n\n")
    assert done.returncode == 0, done.stderr
    text = (root / "convenant/convenant.yaml").read_text("utf-8")
    assert 'samenwerkingsverband: "Verband Proefdam"' in text
    assert "1000 AA Voorbeeldstad" in text


def test_an_existing_folder_is_never_overwritten(tmp_path: Path) -> None:
    """A folder with anything in it, and a file of that name, stay as they are."""
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol/brief.txt").write_text("van ons", encoding="utf-8")
    (tmp_path / "bestand").write_text("van ons", encoding="utf-8")
    for name in ("vol", "bestand", "bestand/eronder", "a" * 300):
        done = convenant("nieuw", name, "--naam", "X", "--plaats", "Y", cwd=tmp_path)
        assert done.returncode == 1
        assert "CV933" in done.stderr
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["bestand", "brief.txt", "vol"]
    assert (tmp_path / "bestand").read_text("utf-8") == "van ons"


def test_an_empty_folder_may_be_there(tmp_path: Path) -> None:
    """Who made it beforehand is not sent away."""
    (tmp_path / "leeg").mkdir()
    assert "22 bestanden" in begin(tmp_path / "leeg")


def test_the_same_day_and_name_give_the_same_bytes(tmp_path: Path) -> None:
    """What a newcomer gets does not depend on the machine."""
    for name in ("een", "twee"):
        begin(tmp_path / name, "--op", "2026-11-26")
    een, twee = (
        {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}
        for root in (tmp_path / "een", tmp_path / "twee")
    )
    assert een == twee
    assert "november 2026" in een["convenant/convenant.yaml"].decode()


FEITEN = """\
naam: {naam}
plaats: Proefdam
soort: samenwerkingsovereenkomst
citeertitel: "Overeenkomst: één"
partners: geen
datum: 2027-03-01
"""


def test_facts_may_come_from_a_file(tmp_path: Path) -> None:
    """The same as by options, and nothing is asked."""
    (tmp_path / "feiten.yaml").write_text(FEITEN.format(naam=LANG), encoding="utf-8")
    done = convenant("nieuw", "dossier", "--uit-bestand", "feiten.yaml", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    registers, found = Dossierlezer(tmp_path / "dossier").registers
    assert registers is not None
    assert (found, registers.partners) == ((), ())
    instellingen = registers.instellingen
    assert (instellingen.samenwerkingsverband, instellingen.citeertitel) == (
        LANG,
        "Overeenkomst: één",
    )
    assert instellingen.editie == "maart 2027"


@pytest.mark.parametrize(
    ("feiten", "plek", "code"),
    [
        ("naam: Een\n", "feiten.yaml:1:1", "CV008"),
        ("naam: Een\nplaats: Hier\nsoort: convenant\n", "feiten.yaml:3:8", "CV007"),
        ("naam: Een\nplaatsen: Hier\n", "feiten.yaml:2:1", "CV006"),
        ("naam: Een\nplaats:\n", "feiten.yaml:2:8", "CV007"),
        ("naam: Een\nplaats: Hier\ndatum: 1 mei\n", "feiten.yaml:3:8", "CV007"),
        ("naam: 希望\nplaats: Hier\n", "feiten.yaml:1:7", "CV044"),
        ("naam: [\n", "feiten.yaml:2:1", "CV004"),
    ],
)
def test_what_is_wrong_in_the_file_has_its_place(
    feiten: str, plek: str, code: str, tmp_path: Path
) -> None:
    """By line and column; nothing is written."""
    (tmp_path / "feiten.yaml").write_text(feiten, encoding="utf-8")
    done = convenant("nieuw", "dossier", "--uit-bestand", "feiten.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert f"{plek}: fout {code}" in done.stderr
    assert not (tmp_path / "dossier").exists()


def test_a_file_and_options_do_not_go_together(tmp_path: Path) -> None:
    """One of the two would be left out of account."""
    (tmp_path / "feiten.yaml").write_text(FEITEN.format(naam="Een"), encoding="utf-8")
    done = convenant("nieuw", "d", "--uit-bestand", "feiten.yaml", "--naam", "Twee", cwd=tmp_path)
    assert (done.returncode, "geen andere gegevens" in done.stderr) == (2, True)


@pytest.mark.parametrize("soort", HEEL)
def test_without_partners_it_is_ready_for_a_list(soort: str, tmp_path: Path) -> None:
    """No invented partner is left anywhere, and nothing is wrong by it."""
    root = tmp_path / "dossier"
    begin(root, "--soort", soort, "--zonder-partners")
    done = convenant("controleer", cwd=root)
    assert "fout" not in done.stdout
    (root / "lijst.csv").write_text("partner;soort\nGemeente Proefdam;ketenpartner\n", "utf-8")
    assert convenant("partners", "--uit", "lijst.csv", "--ja", cwd=root).returncode == 0
    assert "Gemeente Proefdam" in convenant("partners", "--csv", cwd=root).stdout


def test_the_page_about_the_model_can_just_go(tmp_path: Path) -> None:
    """Its folder may be empty: what comes before the text may wait for it."""
    begin(tmp_path / "d")
    (tmp_path / "d/convenant/voorwerk/01-over-dit-model.md").unlink()
    assert convenant("controleer", cwd=tmp_path / "d").stdout.strip() == "Geen bevindingen."
