"""Other values in YAML: what changes is what was asked, and not a byte besides."""

from __future__ import annotations

from difflib import ndiff

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from convenantwerk.basis.yaml_wijzigen import GeenPlaatsError, vervang, vervang_waarden

VOLGORDE = ["sleutel", "naam", "adres", "email", "opmerking"]
TEXT = """\
# Wie meedoet.
partners:
  - sleutel: een   # de eerste
    naam: 'Een: "x"'   # zo heten zij
    # waar de post heen gaat
    adres:
      - Postbus 1
      - 1234 AB  Voorbeeldstad
    email: een@een.example # algemeen
  - {sleutel: twee, naam: Twee, adres: [Kade 2, 1234 AB Dorp], email: x@x.example}   # kort
  - sleutel: drie
    naam: >
      Een lange
      naam

    email:
    opmerking: 'op
      twee regels'
# einde
"""


def regels(text: str, plek: int, **waarden: object) -> list[str]:
    """The lines that go and then those that come, each with its sign."""
    after = vervang(text, "partners", {plek: waarden}, VOLGORDE)
    rows = yaml.safe_load(text)["partners"]
    for naam, waarde in waarden.items():
        rows[plek].pop(naam, None)
        if waarde is not None:
            rows[plek][naam] = waarde
    assert yaml.safe_load(after)["partners"] == rows
    diff = ndiff(text.splitlines(keepends=True), after.splitlines(keepends=True))
    lines = (line.rstrip("\r\n") for line in diff if line[0] in "-+")
    return sorted(lines, key=lambda line: line[0] == "+")


@pytest.mark.parametrize("einde", ["\n", "\r\n"])
@pytest.mark.parametrize("begin", ["", "\ufeff"])
def test_a_value_becomes_another_and_its_comment_stays(einde: str, begin: str) -> None:
    """In whatever form it stands; with a mark before it and ends of lines of Windows too."""
    text = begin + TEXT.replace("\n", einde)
    assert regels(text, 0, naam="Een # en meer") == [
        "-     naam: 'Een: \"x\"'   # zo heten zij",
        "+     naam: 'Een # en meer'   # zo heten zij",
    ]
    assert regels(text, 0, email="nieuw@een.example") == [
        "-     email: een@een.example # algemeen",
        "+     email: nieuw@een.example # algemeen",
    ]
    assert regels(text, 1, naam="Twee, drie", adres=["Kade 3"]) == [
        "-   - {sleutel: twee, naam: Twee, adres: [Kade 2, 1234 AB Dorp], email: x@x.example}"
        "   # kort",
        "+   - {sleutel: twee, naam: 'Twee, drie', adres: [Kade 3], email: x@x.example}   # kort",
    ]
    assert regels(text, 2, naam="Drie", email="drie@drie.example", opmerking="kort") == [
        "-     naam: >",
        "-       Een lange",
        "-       naam",
        "-     email:",
        "-     opmerking: 'op",
        "-       twee regels'",
        "+     naam: Drie",
        "+     email: drie@drie.example",
        "+     opmerking: kort",
    ]


def test_a_list_keeps_its_form() -> None:
    """One line for each, as it was."""
    assert regels(TEXT, 0, adres=["Kade 9", "1234 AB Dorp", "Nederland"]) == [
        "-       - Postbus 1",
        "-       - 1234 AB  Voorbeeldstad",
        "+       - Kade 9",
        "+       - 1234 AB Dorp",
        "+       - Nederland",
    ]


def test_a_new_key_comes_in_its_place() -> None:
    """Behind the line of the key before it, also when that has a comment or is a list."""
    assert regels(TEXT, 2, adres=["Kade 1"]) == ["+     adres: [Kade 1]"]
    assert regels(TEXT, 0, opmerking="nieuw") == ["+     opmerking: nieuw"]
    assert regels(TEXT, 1, opmerking="a, b")[1].endswith(
        "email: x@x.example, opmerking: 'a, b'}   # kort"
    )
    without = TEXT.replace("    email: een@een.example # algemeen\n", "")
    assert regels(without, 0, email="a@b.example", opmerking="x") == [
        "+     email: a@b.example",
        "+     opmerking: x",
    ]


def test_a_key_goes_with_its_line() -> None:
    """In a short row with its comma; of text over two lines both."""
    assert regels(TEXT, 2, opmerking=None) == ["-     opmerking: 'op", "-       twee regels'"]
    assert ", email" not in regels(TEXT, 1, email=None)[1]


@pytest.mark.parametrize(
    ("text", "plek", "waarden"),
    [
        (TEXT, 0, {"email": None}),  # its comment would go with it
        (TEXT, 0, {"adres": None}),
        (TEXT.replace("Postbus 1", "Postbus 1  # oud"), 0, {"adres": ["Kade"]}),
        (TEXT, 3, {"naam": "Vier"}),
        ("- geen blok\n", 0, {"naam": "x"}),
        ("partners: [1]\n", 0, {"naam": "x"}),
    ],
)
def test_no_comment_is_lost(text: str, plek: int, waarden: dict[str, object]) -> None:
    """What has no place is refused."""
    with pytest.raises(GeenPlaatsError):
        vervang(text, "partners", {plek: waarden}, VOLGORDE)


@given(
    st.integers(0, 2),
    st.dictionaries(
        st.sampled_from(["naam", "email", "opmerking"]),
        st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1),
        min_size=1,
    ),
)
def test_any_text_comes_back_as_it_was(plek: int, waarden: dict[str, str]) -> None:
    """Whatever it means to YAML, in whatever form it is put; other lines stay."""
    after = vervang(TEXT, "partners", {plek: waarden}, VOLGORDE)
    rows = yaml.safe_load(after)["partners"]
    assert {naam: rows[plek][naam] for naam in waarden} == waarden
    others = [n for n in range(3) if n != plek]
    old = yaml.safe_load(TEXT)["partners"]
    assert [rows[n] for n in others] == [old[n] for n in others]
    comments = [line.partition("#")[2] for line in TEXT.splitlines() if "#" in line]
    assert [c for c in comments if f"#{c}" not in after] == []


@pytest.mark.parametrize("einde", ["\n", "\r\n"])
def test_items_that_come_behind_a_list_touch_nothing_in_it(einde: str) -> None:
    """Their keys stand below each other; a list that is new comes behind its elders."""
    text = "a: x\nlijst: # welke\n  # Waarom.\n  - een: 1 # ja\n    twee: 2\n# einde\n"
    text = text.replace("\n", einde)
    rijen = [{"een": 1, "twee": 2}, {"een": 3, "twee": "a: b"}]
    after = vervang_waarden(text, {"lijst": rijen}, ["a", "lijst"])
    rij = "  - een: 3\n    twee: 'a: b'\n".replace("\n", einde)
    assert after == text.replace("# einde", f"{rij}# einde")
    after = vervang_waarden(f"a: x{einde}", {"lijst": rijen}, ["a", "lijst"])
    assert yaml.safe_load(after) == {"a": "x", "lijst": rijen}
    assert after.startswith(f"a: x{einde}lijst:{einde}  - een: 1{einde}    twee: 2{einde}")
