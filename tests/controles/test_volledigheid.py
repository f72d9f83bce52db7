"""Completeness; the cases of what a text settles are in tests/cases/volledigheid.md."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from tests.gevallen import Geval, gevallen
from tests.proeven import steekproef
from tests.programma import convenant as opdracht
from tests.voorbeelden import ROOT

from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.volledigheid.bevindingen import check_eisen, check_merken
from convenantwerk.controles.volledigheid.dekking import Cel, Dekking, dekking
from convenantwerk.controles.volledigheid.eisen import SOORTWOORDEN
from convenantwerk.controles.volledigheid.lijsten import EISEN, EISENLIJSTEN
from convenantwerk.controles.woordplaatsen import passages_van
from convenantwerk.dossier.dossier import Eisenlijstnaam
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.tekst.boom import Blok, Convenant, Element, Onderdeel, Opsomming, elementen
from convenantwerk.tekst.lezen import lees_tekst

OP = date(2026, 6, 1)
MODELLEN = ("veiligheidshuis", "samenwerkingsovereenkomst", "gemeenschappelijke-regeling")
Cellen = Mapping[tuple[str, str], Cel]


def gelezen(bron: str, *lijsten: str) -> Dekking:
    """Return the coverage of a chapter."""
    bestand, found = lees_tekst(f"# 2 Proef\n\n{bron}\n", "proef.md")
    assert bestand is not None, found
    convenant = Convenant((bestand.element,), "")
    return dekking(convenant, passages_van(convenant), lijsten)


@pytest.mark.parametrize("geval", gevallen("volledigheid"), ids=lambda geval: geval.titel)
def test_what_a_text_settles(geval: Geval) -> None:
    """By its words and its marks."""
    found = gelezen(geval.bron, geval.titel.partition(":")[0])
    cellen = sorted((eis, cel.bewijs) for (eis, _), cel in found.cellen.items())
    assert ([f"{bewijs} {eis}" for eis, bewijs in cellen] or ["geen"]) == geval.verwacht


def test_every_eis_is_in_a_case() -> None:
    """There is none that no text of the cases settles; some share their words."""
    sleutels = {regel.split()[-1] for geval in gevallen("volledigheid") for regel in geval.verwacht}
    woorden = {EISEN[sleutel].woorden for sleutel in sleutels - {"geen"}}
    assert [eis.sleutel for eis in EISEN.values() if eis.woorden not in woorden] == []


def test_the_tables_are_whole() -> None:
    """A dossier can name each list; no key is given twice; the words are as they are written."""
    assert tuple(EISENLIJSTEN) == get_args(Eisenlijstnaam)
    assert len(EISEN) == sum(len(lijst.eisen) for lijst in EISENLIJSTEN.values())
    for eis in EISEN.values():
        assert eis.wet
        assert eis.naam[0].isupper()
        for woord in " ".join(eis.woorden).split():
            assert woord in SOORTWOORDEN or woord == woord.lower(), eis.sleutel


# --- the models -----------------------------------------------------------------------------


@pytest.fixture(scope="module", params=MODELLEN)
def model(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Onderzoek:
    """What controles see of a new dossier of each model."""
    root = tmp_path_factory.mktemp("model") / "dossier"
    wie = ("--naam", "Verband Proefdam", "--plaats", "Proefdam")
    done = opdracht("nieuw", str(root), "--soort", request.param, *wie, cwd=root.parent)
    assert done.returncode == 0, done.stderr
    return Geopend(root, OP).tekst().onderzoek


def dekking_van(onderzoek: Onderzoek) -> Dekking:
    """Return the coverage of a dossier by the lists that it names."""
    namen = onderzoek.registers.instellingen.eisen
    return dekking(onderzoek.convenant, onderzoek.passages, namen)


def bezwaren(onderzoek: Onderzoek) -> list[str]:
    """Return code and eis of what is found."""
    found = (*check_eisen(onderzoek), *check_merken(onderzoek))
    return [f"{d.code} {d.onderwerp}" for d in found]


def test_a_model_fills_every_cell(model: Onderzoek) -> None:
    """Each eis is confirmed, and words find what the marks say, no more and no less."""
    found = dekking_van(model)
    assert found.lijsten
    assert {cel.bewijs for cel in found.cellen.values()} == {"bevestigd"}
    assert [eis.sleutel for eis in found.eisen if not found.van(eis)] == []
    assert bezwaren(model) == []


def zonder(convenant: Convenant, weg: object) -> Convenant:
    """Return a text without one titled part or onderdeel."""

    def rest(element: Element) -> Element:
        inhoud: list[Element | Blok] = []
        for part in element.inhoud:
            if part is weg:
                continue
            if isinstance(part, Element):
                inhoud.append(rest(part))
            elif isinstance(part, Opsomming):
                blijft = tuple(one for one in part.onderdelen if one is not weg)
                inhoud.append(replace(part, onderdelen=blijft))
            else:
                inhoud.append(part)
        return replace(element, inhoud=tuple(inhoud))

    return replace(convenant, delen=tuple(rest(deel) for deel in convenant.delen))


def artikelen(onderzoek: Onderzoek) -> Iterator[Element]:
    """Yield the artikelen of a text."""
    yield from (e for e in elementen(onderzoek.convenant.delen) if e.soort == "artikel")


def bewijzen(cellen: Cellen) -> dict[tuple[str, str], str]:
    """Return how certain each cell is."""
    return {plek: cel.bewijs for plek, cel in cellen.items()}


def test_without_an_artikel_exactly_its_cells_are_empty(model: Onderzoek) -> None:
    """And what no other artikel settles is the only finding."""
    heel = dekking_van(model)
    assert heel.cellen
    for artikel in artikelen(model):
        rest = replace(model, convenant=zonder(model.convenant, artikel))
        weg = {plek for plek in heel.cellen if plek[1] == artikel.anker}
        verwacht = {plek: cel for plek, cel in heel.cellen.items() if plek not in weg}
        assert bewijzen(dekking_van(rest).cellen) == bewijzen(verwacht)
        elders = {eis for eis, _ in verwacht}
        open_ = [e.sleutel for e in heel.eisen if e.sleutel not in elders]
        assert bezwaren(rest) == [f"CV165 {eis}" for eis in open_]


@steekproef
def test_without_a_lid_exactly_its_cells_turn(model: Onderzoek, keuze: slice) -> None:
    """They have a mark and no words any more, which is a finding at that artikel."""
    heel = dekking_van(model)
    for artikel in [a for a in artikelen(model) if leden(a)][keuze]:
        for lid, volgende in pairwise((*leden(artikel), None)):
            assert lid is not None
            begin = lid.position.line
            eind = volgende.position.line if volgende else begin + 1_000
            verwacht = bewijzen(heel.cellen)
            open_ = []
            for plek, cel in heel.cellen.items():
                lijnen = [at.line for at in cel.plaatsen]
                if plek[1] == artikel.anker and all(begin <= line < eind for line in lijnen):
                    verwacht[plek] = "gemerkt"
                    open_.append(f"CV167 {plek[0]}")
            rest = replace(model, convenant=zonder(model.convenant, lid))
            assert bewijzen(dekking_van(rest).cellen) == verwacht
            assert sorted(bezwaren(rest)) == sorted(open_)


def leden(artikel: Element) -> list[Onderdeel]:
    """Return the leden of an artikel."""
    return [o for blok in artikel.inhoud if isinstance(blok, Opsomming) for o in blok.onderdelen]


# --- what is found in a dossier -------------------------------------------------------------


def in_dossier(klein: Path, bron: str, eisen: str) -> list[str]:
    """Return the findings of completeness in a dossier with a chapter and lists of eisen."""
    path = klein / "convenant/convenant.yaml"
    path.write_text(f"{path.read_text('utf-8').rstrip()}\n{eisen}\n", encoding="utf-8")
    chapter = klein / "convenant/deel-1/02-artikelen.md"
    chapter.write_text(f"# 2 Proef\n\n{bron}\n", encoding="utf-8")
    return [
        f"{d.code} {d.onderwerp} {d.position.line}"
        for d in Geopend(klein, OP).tekst().nagelezen
        if "CV165" <= d.code <= "CV169"
    ]


WGR = "## Artikel 1 Zo\n\nDe colleges treffen deze regeling met toestemming van de raden."


def test_what_is_missing_is_a_hint(klein: Path) -> None:
    """One for each eis, at the file that asks it."""
    open_ = ["10-1", "9-gevolgen", "9-opheffing", "9-toetreding", "9-uittreding", "9-wijziging"]
    assert sorted(in_dossier(klein, WGR, "eisen: [wgr]")) == [f"CV165 wgr-{n} 0" for n in open_]


def test_what_a_dossier_does_not_name_is_not_asked(klein: Path) -> None:
    """No default speaks for the kind of a text."""
    assert in_dossier(klein, WGR, "") == []


def test_a_switch_turns_one_eis_off(klein: Path) -> None:
    """By its key."""
    regel = "code: CV165, ernst: uit, woorden: wgr-10-1, waarom: staat in de aanhef"
    found = in_dossier(klein, WGR, f"eisen: [wgr]\ncontroles:\n  - {{{regel}}}")
    assert len(found) == 5
    assert "CV165 wgr-10-1 0" not in found


def test_while_text_is_missing_a_list_is_one_finding(klein: Path) -> None:
    """It may well be there."""
    (klein / "convenant/deel-1/03-rest.md").write_text(
        "---\nstatus: ontbreekt\n---\n# 3 Rest\n", encoding="utf-8"
    )
    assert in_dossier(klein, WGR, "eisen: [wgr]") == ["CV168 wgr 0"]


def test_marks_that_say_nothing_are_told(klein: Path) -> None:
    """An eis that is none, words that do not show it, and a list that is not asked, once."""
    bron = (
        "## Artikel 1 Zo {dekt: wgr-10-1, wgr-9-toetreden}\n\nZo is het.\n\n"
        "## Artikel 2 Duur {dekt: convenant-duur}\n\nEr is niets.\n\n"
        "## Artikel 3 Doel {dekt: convenant-doel}\n\nEr is niets."
    )
    found = in_dossier(klein, bron, "eisen: [wgr]")
    assert [regel for regel in found if not regel.startswith("CV165")] == [
        "CV166 wgr-9-toetreden 3",
        "CV167 wgr-10-1 3",
        "CV169 convenant-duur 7",
    ]


def test_a_list_that_is_none_is_told_with_what_was_meant(klein: Path) -> None:
    """As every word of convenant.yaml that can be one of a few."""
    path = klein / "convenant/convenant.yaml"
    path.write_text(path.read_text("utf-8") + "\neisen: [avg26]\n", encoding="utf-8")
    done = opdracht("controleer", cwd=klein)
    assert done.returncode == 1
    assert "bedoelt u 'avg-26'" in done.stdout


@pytest.mark.parametrize("verwacht", ["CV165 avg-33", "CV166 avg-datalek", "CV167 avg-33"])
def test_the_examples_of_the_docs(klein: Path, verwacht: str) -> None:
    """What is called wrong there is found, and what is called right is not."""
    text = (ROOT / "docs/diagnostiek.md").read_text("utf-8")
    sectie = text.partition(f"### {verwacht[:5]} ")[2].partition("```text\n")[2].partition("```")[0]
    yaml = "eisen: [avg-26]"
    for voorbeeld in sectie.removeprefix("fout:").split("\ngoed:"):
        bron = "\n\n".join(regel.strip() for regel in voorbeeld.splitlines())
        found = [regel.rpartition(" ")[0] for regel in in_dossier(klein, bron, yaml)]
        assert (verwacht in found) == bool(yaml)
        yaml = ""
