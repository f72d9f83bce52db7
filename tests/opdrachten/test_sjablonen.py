"""Templates: what each may use, a fault at its line, and one's own in the place of the engine's."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from tests.programma import convenant

from convenantwerk.papier.huisstijl import engine_templates
from convenantwerk.stukken.brieven.brief import Gemeen, velden
from convenantwerk.stukken.brieven.sjablonen import BRIEVEN, STUKKEN

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.traag


def eigen(root: Path, naam: str, text: str) -> None:
    """Put a template in a dossier."""
    path = root / "templates/brieven" / f"{naam}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_every_template_is_listed_and_every_field_explained() -> None:
    """No file among the letters that the table does not know, and the other way round."""
    files = {path.stem for path in (engine_templates() / "brieven").iterdir()}
    assert files == {brief.sjabloon for brief in BRIEVEN} | set(STUKKEN)
    assert len({brief.sjabloon for brief in BRIEVEN}) == len(BRIEVEN)
    soorten: tuple[type, ...] = (Gemeen, *BRIEVEN)
    unexplained = {
        (soort.__name__, spec.name)
        for soort in soorten
        for spec in fields(soort)
        if spec.name not in velden(soort)
    }
    assert unexplained == {  # for the paper alone: who signs it, and its path
        ("Toetredingsverklaring", "voorzitter"),
        ("Toetredingsverklaring", "namens"),
        ("Geheimhoudingsverklaring", "sleutel"),
        ("Herinnering", "datum"),
    }


def test_a_field_that_letters_share_is_explained_in_the_same_words() -> None:
    """One word for one thing; but each letter says itself what it is about."""
    words: dict[str, set[str]] = {}
    for brief in BRIEVEN:
        for naam, veld in velden(brief).items():
            words.setdefault(naam, set()).add(veld.uitleg)
    assert {naam: found for naam, found in words.items() if len(found) > 1} == {}


def test_the_templates_of_the_engine_use_only_what_they_have(klein: Path) -> None:
    """No findings, also in what they take in."""
    done = convenant("sjablonen", "--json", cwd=klein)
    assert (done.returncode, done.stderr) == (0, "")
    assert {row["naam"] for row in json.loads(done.stdout)} == {brief.sjabloon for brief in BRIEVEN}
    assert not any(row["eigen"] for row in json.loads(done.stdout))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Kop\n\n{{ partnr.naam }}\n", ("3", "CV305", "bedoelt u 'partner'?")),
        ("# Kop\n{{ partner.naan }}\n", ("2", "CV305", "bedoelt u 'naam'?")),
        ("# Kop\n\n\n{% for x in delen %}{{ y }}{% endfor %}\n", ("4", "CV305", "'y'")),
        ("# Kop\n{% if partner %}\n", ("2", "CV021", "voordat alles is afgesloten")),
        ('{% include "brieven/groet.md" %}\n{{ nummer }}\n', ("2", "CV305", "'nummer'")),
    ],
)
def test_a_field_that_is_not_there_is_found_at_its_line(
    klein: Path, text: str, expected: tuple[str, str, str]
) -> None:
    """Before a letter is made: the file, the line, the code, and what was meant."""
    eigen(klein, "ondertekeningsblad", text)
    done = convenant("sjablonen", cwd=klein)
    line, code, words = expected
    assert done.returncode == 1
    assert f"templates/brieven/ondertekeningsblad.md:{line}: fout {code}" in done.stderr
    assert words in done.stderr
    assert "(van dit dossier)" in done.stdout


def test_pieces_that_take_in_themselves_are_found(klein: Path) -> None:
    """CV021, for each of them; however often a piece is taken in, it is looked at once."""
    eigen(klein, "herinnering", "{% include 'brieven/groet.md' %}")
    eigen(klein, "groet", "{% include 'brieven/aanhef.md' %}" * 9)
    eigen(klein, "aanhef", "{% include 'brieven/groet.md' %}" * 9)
    done = convenant("sjablonen", cwd=klein)
    assert done.returncode == 1
    assert (done.stdout + done.stderr).count(
        "fout CV021: fout in het sjabloon: het neemt zichzelf op"
    ) >= 2


def test_a_mistyped_name_of_a_template_is_pointed_out(klein: Path) -> None:
    """It would never be used."""
    eigen(klein, "ondertekenblad", "# Kop\n")
    done = convenant("sjablonen", cwd=klein)
    assert (done.returncode, "CV010" in done.stderr) == (0, True)


def test_one_template_is_shown_with_what_its_fields_hold(klein: Path) -> None:
    """And a name that is not there is wrong usage."""
    done = convenant("sjablonen", "herinnering", cwd=klein)
    assert "de dag waarop het getekende stuk terug moet zijn" in done.stdout
    assert convenant("sjablonen", "herinering", cwd=klein).returncode == 2


def test_ones_own_template_goes_before_that_of_the_engine(klein: Path) -> None:
    """By the same name in the dossier."""
    eigen(klein, "geheimhoudingsverklaring", "# Eigen tekst\n\nVoor {{ naam }}.\n")
    text = klein / "convenant/deel-1/09-tafel.md"
    text.write_text("---\nsoort: overleg\n---\n# Tafel\n\nTekst.\n", encoding="utf-8")
    done = convenant(
        *("geheimhouding", "G. *Gast* {{ x }}", "--overleg", "tafel", "--organisatie", "Zorg & Co"),
        *("--functie", "arts", "--datum", "2027-01-11", "--formaat", "html"),
        cwd=klein,
    )
    assert done.returncode == 0, done.stderr
    (path,) = (klein / "build/geheimhouding").iterdir()
    assert path.name == "tafel-2027-01-11-g-gast-x.html"
    page = path.read_text("utf-8")
    assert "Voor G. *Gast* {{ x }}." in page
    assert "Zorg &amp; Co" in page
    unknown = convenant(
        *("geheimhouding", "x", "--overleg", "tafl", "--organisatie", "y", "--functie", "z"),
        *("--datum", "2027-01-11"),
        cwd=klein,
    )
    assert (unknown.returncode, "CV306" in unknown.stderr) == (1, True)
    assert "bedoelt u 'tafel'?" in unknown.stderr
