"""One name in the registers stands for one partner, person or besluit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.programma import convenant

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.controleer import controleer

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2019, 6, 1)
PARTNERS = "convenant/registers/partners.yaml"
ONDERTEKENAARS = "convenant/registers/ondertekenaars.yaml"
INSTELLINGEN = "convenant/convenant.yaml"
ADDENDUM = "addenda/2020-01-01-uitbreiding/addendum.yaml"
VOORWOORD = "convenant/voorwerk/01-voorwoord.md"


def bederf(root: Path, path: str, old: str, new: str) -> None:
    """Change a file of a dossier."""
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def gevonden(root: Path, op: date = OP) -> list[tuple[str, str, str]]:
    """Return code, place and message of what `controleer` finds."""
    found = controleer(Geopend(root, op), "met-addenda").diagnostics
    return [(d.code, str(d.position), d.melding) for d in found]


@pytest.mark.traag
@pytest.mark.parametrize(
    ("path", "old", "new", "code", "place"),
    [
        (PARTNERS, "naam: Politie Voorbeeld", 'naam: "Politie\\u202e"', "CV216", ":6:11"),
        (PARTNERS, "naam: Politie", "naam: P\u043elitie", "CV216", ":6:11"),
        (PARTNERS, "opmerking: onderdeel", 'opmerking: "a\\u200b', "CV004", ""),
        (PARTNERS, "    opmerking", "    kort: V\u200bZ\n    opmerking", "CV216", ":11:11"),
        (PARTNERS, "    opmerking", "    adres: [a\u200bb, c]\n    opmerking", "CV216", ":11:13"),
        (PARTNERS, "    opmerking", "    ook_bekend_als: [' x']\n    opmerking", "CV217", ":11:22"),
        (PARTNERS, "naam: Politie Voorbeeld", "naam: ''", "CV007", ":6:11"),
        (PARTNERS, "naam: Politie Voorbeeld", "naam: ' '", "CV007", ":6:11"),
        (PARTNERS, "naam: Politie Voorbeeld", 'naam: "Politie\\nVoorbeeld"', "CV007", ":6:11"),
        (PARTNERS, "    naam: Politie", "    na\xa0am: Politie", "CV216", ":6:5"),
        (PARTNERS, "naam: Politie", "naam:\xa0Politie", "CV004", ":6:10"),
        (PARTNERS, "sleutel: politie", "sleutel: poli\xa0tie", "CV007", ":5:5"),
        (ONDERTEKENAARS, "functie: Burg", "functie: \ue000Burg", "CV216", ":5:14"),
        (INSTELLINGEN, "titel: Samen", 'titel: "Samen\\ufe0f" # ', "CV216", ":2:8"),
        (INSTELLINGEN, "Veiligheidshuis V", "Veiligheidshuis\xa0V", "CV217", ":3:23"),
        (INSTELLINGEN, 'waarde: "', 'waarde: "\u2066', "CV216", ":9:13"),
        (INSTELLINGEN, "editie", 'afzender: {email: "a@x\\nBcc: b@x"}\neditie', "CV007", ":5:19"),
        (ADDENDUM, "besluit: Stuurgroep", "besluit: Stuur\xadgroep", "CV216", ":2:10"),
        (
            VOORWOORD,
            "# Voorwoord",
            "---\nvoorzitter: '\u200fx'\n---\n# Voorwoord",
            "CV216",
            ":2:13",
        ),
        (VOORWOORD, "is verzonnen", "is\u200b ver\u200bzonnen", "CV216", ":3:17"),
        (VOORWOORD, "is verzonnen", "is\u2067 verzonnen", "CV216", ":3:17"),
    ],
)
def test_what_hides_in_a_name_is_found_at_its_place(  # noqa: PLR0913, PLR0917  # a table of cases
    klein: Path, path: str, old: str, new: str, code: str, place: str
) -> None:
    """In every register, in the settings, in an addendum, in front matter and in the text."""
    bederf(klein, path, old, new)
    found = [(c, p) for c, p, _ in gevonden(klein, date(2020, 6, 1))]
    assert any(c == code and p.startswith(path + place) for c, p in found), found


def test_the_message_tells_which_character_it_is(klein: Path) -> None:
    """Also one that has no glyph at all."""
    bederf(klein, PARTNERS, "naam: Politie", "naam: P\u200bolitie")
    (melding,) = [m for code, _, m in gevonden(klein) if code == "CV216"]
    assert melding == "'naam' bevat U+200B, een teken zonder breedte, dat u niet ziet"


def test_a_text_keeps_its_soft_hyphens_and_fixed_spaces(klein: Path) -> None:
    """They are words of the text: they are told, and stay what they are."""
    bederf(klein, VOORWOORD, "is verzonnen", "is\xa0ver\xadzonnen")
    assert [code for code, _, _ in gevonden(klein)] == ["CV048", "CV048"]
    text = Geopend(klein, OP).tekst("met-addenda").convenant
    assert r"is\xa0ver\xadzonnen" in repr(text)


def test_free_text_may_have_lines_and_spaces(klein: Path) -> None:
    """An opmerking is nobody's name, and the post writes two spaces in an address."""
    new = "adres: [Markt 1, 1234 AB  Stad]\n    opmerking: |\n      een\n\n      twee  drie\n# "
    bederf(klein, PARTNERS, "opmerking: ", new)
    assert gevonden(klein) == []


@pytest.mark.parametrize(
    "naam",
    ["gemeente voorbeeldstad", "Gemeente\u2007Voorbeeldstad", "Ｇemeente Voorbeeldstad", "politie"],
)
def test_two_partners_with_one_name_are_found(klein: Path, naam: str) -> None:
    """However the second is written; the sleutel of another is a name of it too."""
    bederf(klein, PARTNERS, "naam: Stichting Verzonnen", f"naam: {naam}")
    found = [(code, place) for code, place, _ in gevonden(klein) if code == "CV218"]
    assert found == [("CV218", f"{PARTNERS}:8:5")]


def test_who_asks_for_a_name_of_two_gets_neither(klein: Path) -> None:
    """The sleutel tells them apart."""
    bederf(klein, PARTNERS, "naam: Stichting Verzonnen", "naam: POLITIE voorbeeld")
    for asked, code in (("Politie Voorbeeld", 2), ("politie", 1)):
        done = convenant("opzegging", asked, "--ontvangen", "2026-11-24", cwd=klein)
        assert done.returncode == code, done.stderr
    assert "CV916" in done.stderr


@pytest.mark.parametrize(
    ("naam", "rest", "times"),
    [
        ("A. Voorbeeld", "", 1),  # twice for one organisation
        ("A. Voorbeeld", "\n    tot: 2018-12-31", 1),
        ("A. Voorbeeld", "\n    organisatie2", 0),
        ("a.\xa0VOORBEELD", "", 1),
        ("A. Voorbeelt", "", 0),
    ],
)
def test_a_person_who_stands_twice_is_found(klein: Path, naam: str, rest: str, times: int) -> None:
    """For one organisation, or in two spellings; not when one mandate ends before the other."""
    row = (
        "\n  - sleutel: tweede\n    partner: gemeente-voorbeeldstad\n"
        "    organisatie: Gemeente Voorbeeldstad\n    functie: Burgemeester\n    titel: Mw.\n"
        f"    naam: {naam}{rest}\n"
    )
    if "organisatie2" in rest:
        row = row.replace("Gemeente Voorbeeldstad", "Brandweer").replace(rest, "")
    path = klein / ONDERTEKENAARS
    path.write_text(path.read_text("utf-8").rstrip() + row, "utf-8")
    assert [code for code, _, _ in gevonden(klein) if code == "CV218"] == ["CV218"] * times


def test_mandates_that_follow_each_other_are_one_person(klein: Path) -> None:
    """A mandate that was renewed is a row of its own."""
    path = klein / ONDERTEKENAARS
    row = path.read_text("utf-8").split("  - ")[1]
    path.write_text(
        path.read_text("utf-8").replace(
            "naam: A. Voorbeeld", "naam: A. Voorbeeld\n    tot: 2018-12-31"
        )
        + "  - "
        + row.replace("sleutel: gemeente", "sleutel: nieuw").rstrip()
        + "\n    van: 2019-01-01\n",
        "utf-8",
    )
    assert [code for code, _, _ in gevonden(klein) if code == "CV218"] == []


def test_a_besluit_stands_once(klein: Path) -> None:
    """Of one day and body, under one title."""
    rows = "".join(
        f"  - sleutel: {n}\n    datum: 2019-01-01\n    titel: {titel}\n"
        for n, titel in (("een", "Besluit AVG"), ("twee", "besluit\u2009avg"), ("drie", "Anders"))
    )
    (klein / "convenant/registers/besluiten.yaml").write_text("besluiten:\n" + rows, "utf-8")
    assert [p for code, p, _ in gevonden(klein) if code == "CV218"] == [
        "convenant/registers/besluiten.yaml:5:5"
    ]
