"""A character for which a paper would have an empty box is a finding where somebody wrote it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.basis.test_letters import lettertype
from tests.programma import convenant

from convenantwerk.basis.lettertype import reeksen_van
from convenantwerk.dossier.letters import in_waarden
from convenantwerk.dossier.toetreding import lees_feiten
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.controleer import controleer

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 25)
PARTNERS = "convenant/registers/partners.yaml"
ONDERTEKENAARS = "convenant/registers/ondertekenaars.yaml"
INSTELLINGEN = "convenant/convenant.yaml"
ARTIKELEN = "convenant/deel-1/02-artikelen.md"
PARTIJEN = "convenant/deel-1/01-partijen.md"
ADDENDUM = "addenda/2020-01-01-uitbreiding"
_TEKENS = 0x4E00, 0x9FFF  # Chinese


def gevonden(root: Path) -> list[str]:
    """Return the place of each character without a letter."""
    found = controleer(Geopend(root, OP)).diagnostics
    return [str(f.position) for f in found if f.code == "CV044"]


def bederf(root: Path, pad: str, oud: str, nieuw: str) -> None:
    """Replace a piece of a file of the dossier."""
    path = root / pad
    text = path.read_text(encoding="utf-8")
    assert oud in text
    path.write_text(text.replace(oud, nieuw, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("pad", "oud", "nieuw", "plaats"),
    [
        (PARTNERS, "naam: Stichting Verzonnen", "naam: Stichting 希望", ":9:21"),
        (PARTNERS, "naam: Stichting Verzonnen", 'naam: "Stichting 希望"', ":9:22"),
        (PARTNERS, "naam: Stichting Verzonnen", r'naam: "\u5e0c"', ":9:11"),
        (PARTNERS, "Fantasie", "Fantasie 👍", ":11:39"),
        (ONDERTEKENAARS, "naam: A. Voorbeeld", "naam: A. 希望", ":7:14"),
        (ONDERTEKENAARS, "functie: Burgemeester", "functie: 市长", ":5:14"),
        (INSTELLINGEN, "citeertitel: Convenant", "citeertitel: 公约", ":4:14"),
        (INSTELLINGEN, "delen: [", "# 公约 is voor wie dit leest\ndelen: [", ""),
        (ARTIKELEN, "samen zoals", "samen 👍 zoals", ":5:26"),
        (PARTIJEN, "| € 10", "| 希 10", ":15:28"),
        (PARTIJEN, "*twee* keer", "*二* keer", ":17:19"),
        (PARTIJEN, "Schema van", "图 van", ":11:3"),
        (f"{ADDENDUM}/addendum.yaml", "titel: Uitbreiding", "titel: 扩", ":1:8"),
        (f"{ADDENDUM}/03-uitbreiding.md", "# 3 ", "# 3 扩", ":1:5"),
    ],
)
def test_it_is_told_at_its_place(klein: Path, pad: str, oud: str, nieuw: str, plaats: str) -> None:
    """In text, names, settings and addenda; not where it is said to who edits the file."""
    bederf(klein, pad, oud, nieuw)
    assert gevonden(klein) == ([f"{pad}{plaats}"] if plaats else [])


def test_a_name_of_sixty_characters_is_told_once(klein: Path) -> None:
    """With the first of them, and how many more there are."""
    bederf(klein, PARTNERS, "Stichting Verzonnen", "".join(map(chr, range(0x4E00, 0x4E3C))))
    (found,) = (f for f in controleer(Geopend(klein, OP)).diagnostics if f.code == "CV044")
    assert (found.ernst, str(found.position)) == ("fout", f"{PARTNERS}:9:11")
    assert found.melding.endswith("en nog 57; daar zou een leeg hokje komen")


def test_no_paper_is_made_with_an_empty_box(klein: Path) -> None:
    """Not even a concept: nobody would see that the box was a name."""
    bederf(klein, ARTIKELEN, "samen zoals", "samen met 希望 zoals")
    done = convenant("bouw", cwd=klein)
    assert (done.returncode, "CV044" in done.stderr) == (1, True)
    assert not (klein / "build").exists()


def test_a_letter_of_the_dossier_is_looked_at_too(klein: Path) -> None:
    """What stands in the template of a letter, is printed with every one of them."""
    path = klein / "templates" / "brieven" / "bericht.md"
    path.parent.mkdir(parents=True)
    path.write_text("Beste\n\nMet 👋 groet\n", encoding="utf-8")
    assert gevonden(klein) == ["templates/brieven/bericht.md:3:5"]


def test_a_font_of_the_dossier_counts_when_a_page_uses_it(klein: Path) -> None:
    """One that lies there and is named by no style prints nothing."""
    bederf(klein, PARTNERS, "Stichting Verzonnen", "Stichting 希望")
    fonts = klein / "templates" / "fonts"
    fonts.mkdir(parents=True)
    (fonts / "Eigen.ttf").write_bytes(lettertype(_TEKENS))
    assert gevonden(klein) == [f"{PARTNERS}:9:21"]
    style = "@font-face { font-family: Eigen; src: url(fonts/Eigen.ttf) }"
    (klein / "templates" / "print.css").write_text(style, encoding="utf-8")
    assert gevonden(klein) == []


def test_a_version_is_left_as_it_is(klein: Path) -> None:
    """Nobody can change it any more; the text of today is told."""
    done = convenant("vaststellen", "2019", "--datum", "2019-06-01", "--besluit", "B 1", cwd=klein)
    assert done.returncode == 0, done.stderr
    version = klein / "convenant" / "versies" / "2019"
    (text,) = (version / "convenant" / "deel-1").glob("*-artikelen.md")
    bederf(version, text.relative_to(version).as_posix(), "samen", "samen 希望")
    assert Geopend(version, OP).tekst().diagnostics == ()
    assert gevonden(klein) == []


def test_what_is_typed_is_told_before_it_is_recorded(klein: Path) -> None:
    """A register that no command can read any more is no place to hear of it."""
    done = convenant("toetreding", "nieuw", "verzoek", "--naam", "Stichting 希望", cwd=klein)
    assert done.returncode == 2
    assert "geen lettertype heeft '希' (U+5E0C), '望' (U+671B)." in done.stderr


def test_facts_of_a_newcomer_are_looked_at() -> None:
    """Before they come into the registers."""
    _, found = lees_feiten("toetredingen:\n  - naam: Stichting 希望\n", "feiten.yaml")
    assert ("CV044", "feiten.yaml:2:21") in [(f.code, str(f.position)) for f in found]


def test_what_is_no_yaml_is_told_by_its_reader() -> None:
    """Here it has no values."""
    assert list(in_waarden("a: [希", "a.yaml")) == []


def test_a_font_of_a_dossier_is_read_once_and_only_for_what_the_house_fonts_lack(
    klein: Path,
) -> None:
    """To read one takes longer than to check a dossier; two texts with one sign ask it once."""
    (klein / "templates").mkdir(exist_ok=True)
    (klein / "templates/eigen.ttf").write_bytes(lettertype((0x9F00, 0x9F0A)))
    (klein / "templates/print.css").write_text("@font-face { src: url(eigen.ttf) }")
    bederf(klein, ARTIKELEN, "samen zoals", r"samen \– zoals")
    reeksen_van.cache_clear()
    assert gevonden(klein) == []
    assert reeksen_van.cache_info().misses == 0
    for pad, oud in ((ARTIKELEN, "zoals"), (PARTIJEN, "Schema van")):
        bederf(klein, pad, oud, f"\u9f00 {oud}")
    assert gevonden(klein) == []
    assert reeksen_van.cache_info().misses == 1
