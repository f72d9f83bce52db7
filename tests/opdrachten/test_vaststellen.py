"""What `convenant vaststellen` refuses, and what it says then."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.programma import convenant

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.vaststellen import Vaststelling, Vaststelopdracht, vaststellen

pytestmark = pytest.mark.traag

VERSIES = Path("convenant/versies")
DAG = date(2020, 1, 1)
OPDRACHT = Vaststelopdracht("2020", "Besluit", DAG)


def reason(uitslag: Vaststelling) -> str:
    """Why nothing was adopted; nothing but CV033 says so, and it comes last."""
    assert uitslag.versie is None
    assert uitslag.diagnostics[-1].code == "CV033"
    return uitslag.diagnostics[-1].melding


@pytest.mark.parametrize("besluit", ["", "  ", "Besluit\nvan 2020", "Besluit\x07", "Besluit\udcff"])
def test_a_besluit_is_one_line_of_text(klein: Path, besluit: str) -> None:
    """It is printed, and a version without one was decided by nobody."""
    assert "het besluit ontbreekt" in reason(
        vaststellen(Geopend(klein, date(2026, 11, 24)), Vaststelopdracht("2020", besluit, DAG))
    )


@pytest.mark.parametrize(
    "besluit", ["Besluit: 'x' # é", "- nee", "Besluit\u00a0van 18 juni", "null"]
)
def test_any_line_is_read_back_as_it_was(klein: Path, besluit: str) -> None:
    """Whatever YAML would make of it."""
    assert (
        vaststellen(
            Geopend(klein, date(2026, 11, 24)), Vaststelopdracht("2020", besluit, DAG)
        ).versie
        is not None
    )
    (versie,), found = Geopend(klein, date(2026, 11, 24)).versies
    assert found == ()
    assert versie.gegevens.besluit == besluit


@pytest.mark.parametrize("naam", ["", "Nieuw", "a b", "-x", "x.", ".x", "git:x", "x/y", "x" * 61])
def test_a_name_that_is_no_name_is_refused_without_more(klein: Path, naam: str) -> None:
    """The fouten in the text have nothing to do with it, and are not listed."""
    path = klein / "convenant/voorwerk/01-voorwoord.md"
    path.write_text("# Voorwoord\n\nZie Bijlage 9.\n", encoding="utf-8")
    uitslag = vaststellen(
        Geopend(klein, date(2026, 11, 24)), Vaststelopdracht(naam, "Besluit", DAG)
    )
    assert "geen naam voor een map" in reason(uitslag)
    assert len(uitslag.diagnostics) == 1


def test_files_that_are_wrong_are_named_even_when_fouten_are_accepted(klein: Path) -> None:
    """The other fouten are not: accepting them is allowed."""
    folder = klein / "convenant/voorwerk"
    (folder / "01-voorwoord.md").write_text("# Voorwoord\n\nZie Bijlage 9.\n", encoding="utf-8")
    (folder / "02-stuk.md").write_bytes(b"# X\n\n\xff\n")
    uitslag = vaststellen(
        Geopend(klein, date(2026, 11, 24)),
        Vaststelopdracht("2020", "Besluit", DAG, ondanks_fouten=True),
    )
    assert "de bestanden zijn niet in orde" in reason(uitslag)
    assert [found.code for found in uitslag.diagnostics] == ["CV002", "CV033"]


def test_an_addendum_against_another_version_stops_it(klein: Path) -> None:
    """From the day it is in force: before that, its version may still have to be adopted."""
    path = klein / "addenda/2020-01-01-uitbreiding/addendum.yaml"
    tegen = 'tegen:\n  versie: "2019"\n  sha256: 0123456789ab\n'
    path.write_text(path.read_text(encoding="utf-8") + tegen, encoding="utf-8")
    assert (
        vaststellen(
            Geopend(klein, date(2026, 11, 24)),
            Vaststelopdracht("2019", "Besluit", date(2019, 12, 31)),
        ).versie
        is not None
    )
    uitslag = vaststellen(Geopend(klein, date(2026, 11, 24)), OPDRACHT)
    assert "de bestanden zijn niet in orde" in reason(uitslag)
    assert uitslag.diagnostics[0].code == "CV028"


# --- figures --------------------------------------------------------------------------------


def with_figure(klein: Path, pad: str) -> Path:
    """Let the addendum print a figure; return where that must be."""
    folder = klein / "addenda/2020-01-01-uitbreiding"
    text = folder / "03-uitbreiding.md"
    text.write_text(text.read_text(encoding="utf-8") + f"\n![Kaart]({pad})\n", encoding="utf-8")
    return folder / pad


def test_a_figure_comes_along_from_wherever_in_the_dossier(klein: Path) -> None:
    """Also from a folder beside the text; the version can be read by itself."""
    source = klein / "convenant/deel-1/schema.png"
    shutil.copy(source, with_figure(klein, "kaart.png"))
    shutil.copy(source, with_figure(klein, "../../schema.png"))
    assert vaststellen(Geopend(klein, date(2026, 11, 24)), OPDRACHT).versie is not None
    (versie,), found = Geopend(klein, date(2026, 11, 24)).versies
    assert found == ()
    assert versie.gaaf
    gekozen = Geopend(klein, DAG).editie("2020", "met-addenda")
    assert not [found for found in gekozen.diagnostics if found.ernst == "fout"]
    assert len(gekozen.dossier.figuren) == 3


def test_two_figures_of_one_name_are_not_mixed_up(klein: Path) -> None:
    """Both texts come into one folder; one of the two would be lost."""
    data = (klein / "convenant/deel-1/schema.png").read_bytes()
    with_figure(klein, "schema.png").write_bytes(data + b"\0")
    uitslag = vaststellen(Geopend(klein, date(2026, 11, 24)), OPDRACHT)
    assert "figuur 'schema.png' is niet bij de versie te bewaren" in reason(uitslag)
    assert not (klein / VERSIES).exists()


def test_a_text_of_artikelen_only_is_adopted(klein: Path) -> None:
    """Its aanhef and slot come back, in a file that is called after what it is."""
    tekst = "Komen overeen:\n\n# Artikel 1 Doel\n\nEen.\n\n# Artikel 2\n\nTwee.\n\n---\n\nAldus.\n"
    (klein / "convenant/deel-1/02-artikelen.md").write_text(tekst, encoding="utf-8")
    shutil.rmtree(klein / "addenda")
    opdracht = replace(OPDRACHT, ondanks_fouten=True)
    assert vaststellen(Geopend(klein, date(2026, 11, 24)), opdracht).versie is not None
    saved = klein / VERSIES / "2020/convenant/deel-1/02-artikelen.md"
    assert saved.read_text(encoding="utf-8").startswith(tekst.removesuffix("\n"))


# --- the chain ------------------------------------------------------------------------------


def adopted(klein: Path) -> None:
    """Three versions."""
    for number in (1, 2, 3):
        opdracht = Vaststelopdracht(f"v{number}", "Besluit", date(2019, number, 1))
        assert vaststellen(Geopend(klein, date(2026, 11, 24)), opdracht).versie is not None


def test_a_version_sealed_anew_is_trusted_no_more_than_the_next(klein: Path) -> None:
    """Which of the two was changed cannot be told."""
    adopted(klein)
    ander = shutil.copytree(klein, klein.parent / "ander")
    shutil.rmtree(ander / VERSIES)
    shutil.rmtree(klein / VERSIES / "v1")
    assert vaststellen(
        Geopend(ander, date(2026, 11, 24)),
        Vaststelopdracht("v1", "Ander besluit", date(2019, 1, 1)),
    ).versie
    shutil.copytree(ander / VERSIES / "v1", klein / VERSIES / "v1")
    versies, (found,) = Geopend(klein, date(2026, 11, 24)).versies
    assert [versie.gaaf for versie in versies] == [False, False, True]
    assert found.code == "CV032"
    assert "zij volgt op versie 'v1' met zegel" in found.melding
    for naam in ("v1", "v2"):
        with pytest.raises(ConvenantwerkError) as raised:
            Geopend(klein, DAG).editie(naam, "met-addenda")
        assert raised.value.code == "CV906"
    assert Geopend(klein, DAG).editie("v3", "met-addenda").sha256


def test_a_version_taken_out_is_missed_by_the_next(klein: Path) -> None:
    """And nothing is adopted on top of a broken chain."""
    adopted(klein)
    shutil.rmtree(klein / VERSIES / "v2")
    versies, (found,) = Geopend(klein, date(2026, 11, 24)).versies
    assert found.melding.endswith("zij volgt op versie 'v2', en die is er niet meer")
    assert [versie.gaaf for versie in versies] == [True, False]
    assert "een eerdere versie is niet meer gaaf" in reason(
        vaststellen(Geopend(klein, date(2026, 11, 24)), OPDRACHT)
    )


def test_versions_of_one_day_keep_their_order(klein: Path) -> None:
    """The chain says it, whatever their names."""
    for naam in ("z", "b", "a"):
        assert (
            vaststellen(
                Geopend(klein, date(2026, 11, 24)), Vaststelopdracht(naam, "Besluit", DAG)
            ).versie
            is not None
        )
    versies, found = Geopend(klein, date(2026, 11, 24)).versies
    assert found == ()
    assert [versie.gegevens.naam for versie in versies] == ["z", "b", "a"]


def test_what_lies_among_the_versions_and_is_none_is_said(klein: Path) -> None:
    """A loose file, and a folder without versie.yaml."""
    adopted(klein)
    (klein / VERSIES / "los.txt").write_text("x")
    (klein / VERSIES / "leeg").mkdir()
    found = Geopend(klein, date(2026, 11, 24)).versielezing.bevindingen
    assert sorted((f.code, f.position.path) for f in found) == [
        ("CV001", "convenant/versies/leeg/versie.yaml"),
        ("CV010", "convenant/versies/los.txt"),
    ]


# --- the command ----------------------------------------------------------------------------


def test_the_command_speaks_dutch(klein: Path) -> None:
    """Its help, a refusal, and a folder that cannot be made."""
    assert "[required]" not in convenant("vaststellen", "--help", cwd=klein).stdout
    facts = ("--besluit", "Besluit", "--datum", "2020-01-01")
    refused = convenant("vaststellen", "Nieuw", *facts, cwd=klein)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Niets vastgesteld." in refused.stderr
    (klein / VERSIES).mkdir()
    (klein / VERSIES / "2020").write_text("een bestand, geen map")
    blocked = convenant("vaststellen", "2020", *facts, cwd=klein)
    assert blocked.returncode == 1
    assert "CV901" in blocked.stderr
    assert "--uit" not in blocked.stderr


def gezegd(root: Path, *words: str) -> str:
    """What a command says."""
    done = convenant(*words, cwd=root)
    return done.stdout + done.stderr


def test_all_commands_speak_of_the_version_that_was_adopted(klein: Path) -> None:
    """K01: the version and its vaststelling are one step, and nothing names another edition."""
    for naam, dag in (("2025", "2025-01-01"), ("2026", "2026-01-01")):
        done = convenant("vaststellen", naam, "--besluit", "B", "--datum", dag, cwd=klein)
        assert f"vastgelegd: vaststelling op 1 januari {naam}, B" in done.stdout
    op = ("--op", "2026-02-01")
    assert "2026" in json.loads(gezegd(klein, "stand", "--json", *op))["versie"]
    assert json.loads(gezegd(klein, "ondertekening", "--json", *op))["versie"] == "2026"
    assert "van versie 2026" in gezegd(klein, "pakket", "politie", *op)
    assert "CV219" not in gezegd(klein, "controleer", *op)
    before = json.loads(gezegd(klein, "stand", "--json", "--op", "2025-12-31"))
    assert before["versie"] == "2025"


@pytest.mark.parametrize(
    ("besluit", "words", "dag"),
    [
        ("sg-7", (), "2026-12-14"),
        ("Besluit 7", (), "2026-12-14"),
        ("sg-7", ("--vastgesteld", "2026-12-15"), "2026-12-15"),
        ("Een besluit", ("--vastgesteld", "2026-12-16"), "2026-12-16"),
    ],
)
def test_a_vaststelling_is_of_the_day_of_its_besluit(
    klein: Path, monkeypatch: pytest.MonkeyPatch, besluit: str, words: tuple[str, ...], dag: str
) -> None:
    """Also when the text is that of a later day; the version names the decision by its title."""
    (klein / "convenant/registers/besluiten.yaml").write_text(
        "besluiten:\n  - {sleutel: sg-7, datum: 2026-12-14, titel: Besluit 7, orgaan: Stuurgroep}\n"
    )
    monkeypatch.setattr("convenantwerk.cli.versies.today", lambda: date(2026, 12, 20))
    args = ("vaststellen", "2027", "--besluit", besluit, "--datum", "2027-01-01")
    done = convenant(*args, *words, cwd=klein)
    assert done.returncode == 0, done.stderr
    row = (klein / "convenant/registers/gebeurtenissen.yaml").read_text("utf-8")
    assert f"datum: {dag}" in row
    titel = "Een besluit" if besluit == "Een besluit" else "Besluit 7"
    assert f"besluit: {titel}\n" in (klein / VERSIES / "2027/versie.yaml").read_text("utf-8")


def test_a_vaststelling_that_stands_there_is_not_recorded_twice(klein: Path) -> None:
    """Who wrote it by hand first has it once."""
    register = klein / "convenant/registers/gebeurtenissen.yaml"
    text = "gebeurtenissen:\n  - {datum: 2020-01-02, soort: vaststelling, versie: '2020'}\n"
    register.write_text(text)
    assert vaststellen(Geopend(klein, date(2026, 11, 24)), OPDRACHT).versie is not None
    assert register.read_text() == text


def test_a_day_that_is_still_to_come_is_refused(klein: Path) -> None:
    """Nobody has decided then yet; and there is no version either."""
    opdracht = replace(OPDRACHT, vastgesteld=date(2027, 1, 1))
    uitslag = vaststellen(Geopend(klein, date(2026, 11, 24)), opdracht)
    assert reason(uitslag)
    assert not (klein / VERSIES).exists()


def test_a_version_without_a_vaststelling_is_told(klein: Path) -> None:
    """CV219, as when the row was lost."""
    vaststellen(Geopend(klein, date(2026, 11, 24)), OPDRACHT)
    (klein / "convenant/registers/gebeurtenissen.yaml").unlink()
    assert "CV219" in gezegd(klein, "controleer")
