"""The controles of the registers: every fault is found where it stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.geopend.gelezen import Gelezen
from convenantwerk.geopend.geopend import Geopend

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)
IN = "{datum: 2020-01-01, soort: vaststelling, versie: x}"


def found(root: Path, *events: str, op: date = OP) -> list[tuple[str, int, str]]:
    """The code, line and message of each finding, for a register of one line an event."""
    lines = "".join(f"  - {event}\n" for event in events)
    path = root / "convenant/registers/gebeurtenissen.yaml"
    path.write_text(f"gebeurtenissen:\n{lines}", encoding="utf-8")
    registers, misfits = Dossierlezer(root).registers
    assert registers is not None
    return [
        (f.code, f.position.line, f"{f.melding} {f.tip}")
        for f in sorted(
            {*misfits, *bevindingen(Onderzoek(op=op, registers=registers), "registers")}
        )
    ]


OPZEGGING = "{datum: 2021-05-01, soort: opzegging, partner: politie, vorm: aangetekend}"
CASES = {
    "an unknown partner, with the nearest": (
        ["{datum: 2021-05-01, soort: opzegging, partner: polite, vorm: aangetekend}"],
        [("CV202", 2, "bedoelt u 'politie'?")],
    ),
    "receipt before dispatch": (
        [OPZEGGING.replace("vorm", "verzonden: 2021-05-02, vorm")],
        [("CV206", 2, "pas verzonden op 2 mei 2021")],
    ),
    "notice by one that asked to come in but is not": (
        [
            "{datum: 2021-01-01, soort: verzoek-toetreding, partner: verzonnen}",
            "{datum: 2021-05-01, soort: opzegging, partner: verzonnen, vorm: aangetekend}",
        ],
        [("CV205", 3, "neemt op die dag niet deel")],
    ),
    "notice before the participation begins": (
        [
            "{datum: 2021-01-01, soort: toetreding, partner: politie, ingangsdatum: 2021-06-01}",
            OPZEGGING,
        ],
        [("CV214", 2, "instemming"), ("CV205", 3, "neemt op die dag nog niet deel")],
    ),
    "a second notice": (
        [OPZEGGING, OPZEGGING.replace("2021-05-01", "2021-06-01")],
        [("CV205", 3, "er loopt al een opzegging, van 1 mei 2021")],
    ),
    "a withdrawal without a notice": (
        ["{datum: 2021-05-01, soort: intrekking-opzegging, partner: politie}"],
        [("CV205", 2, "geen opzegging")],
    ),
    "a withdrawal that comes too late": (
        [OPZEGGING, "{datum: 2022-01-01, soort: intrekking-opzegging, partner: politie}"],
        [("CV205", 3, "de opzegging heeft al gewerkt")],
    ),
    "consent to a withdrawal that nobody asked": (
        [OPZEGGING, "{datum: 2021-06-01, soort: instemming-intrekking, partner: politie}"],
        [("CV205", 3, "geen intrekking die instemming vraagt")],
    ),
    "a second withdrawal": (
        [OPZEGGING, *("{datum: 2021-06-01, soort: intrekking-opzegging, partner: politie}",) * 2],
        [("CV205", 4, "er ligt al een intrekking, van 1 juni 2021")],
    ),
    "an uittreding without a notice": (
        ["{datum: 2021-05-01, soort: uittreding, partner: politie}"],
        [("CV205", 2, "er is geen opzegging aan voorafgegaan")],
    ),
    "an uittreding before its day": (
        [OPZEGGING, "{datum: 2021-12-31, soort: uittreding, partner: politie}"],
        [("CV205", 3, "pas per 1 januari 2022")],
    ),
    "an accession of one that is in": (
        [
            "{datum: 2021-01-01, soort: toetreding, partner: politie}",
            "{datum: 2021-05-01, soort: toetreding, partner: politie}",
        ],
        [("CV214", 2, "Stuurgroep"), ("CV205", 3, "neemt op die dag al deel")],
    ),
    "dates far off, both ways": (
        [
            "{datum: 1026-01-01, soort: vergadering}",
            "{datum: 2126-01-01, soort: vergadering}",
        ],
        [("CV207", 2, "het verleden"), ("CV207", 3, "de toekomst"), ("CV211", 2, "1026")],
    ),
    "an event out of order": (
        [IN, "{datum: 2019-01-01, soort: vaststelling, versie: y}"],
        [("CV208", 3, "staat na een van 1 januari 2020")],
    ),
    "a notice by ordinary letter": (
        [OPZEGGING.replace("aangetekend", "brief")],
        [("CV209", 2, "vormgebrek")],
    ),
    "a second accession before the first has begun": (
        [
            "{datum: 2021-01-01, soort: toetreding, partner: politie, ingangsdatum: 2021-06-01}",
            "{datum: 2021-02-01, soort: toetreding, partner: politie}",
        ],
        [("CV214", 2, "artikel 9.4"), ("CV205", 3, "neemt al deel vanaf 1 juni 2021")],
    ),
    "a year that no calendar reckons with": (
        ["{datum: 9999-12-31, soort: vergadering}"],
        [("CV007", 2, "tussen 1000 en 2999")],
    ),
    "keys that are missing or too many": (
        ["{datum: 2021-01-01, soort: vergadering, partner: politie}", "{datum: 2021-01-02, "
         "soort: opzegging, partner: politie}"],
        [("CV204", 2, "heeft geen 'partner'"), ("CV204", 3, "heeft een 'vorm' nodig"),
         ("CV211", 2, "2021")],
    ),
    "a signature for another partner": (
        [
            "{datum: 2021-01-01, soort: ondertekening, partner: verzonnen, ondertekenaar: politie, "
            "delen: [deel-1]}"
        ],
        [("CV210", 2, "niet voor 'verzonnen'")],
    ),
    "a signature after the mandate ended": (
        [
            "{datum: 2021-01-01, soort: mandaat-einde, ondertekenaar: politie}",
            "{datum: 2021-01-01, soort: ondertekening, partner: politie, ondertekenaar: politie, "
            "delen: [deel-1]}",
        ],
        [("CV210", 3, "gold op 1 januari 2021 niet")],
    ),
    "a deel, a besluit and a stuk that are not there": (
        [
            "{datum: 2021-01-01, soort: besluit, besluit: b}",
            "{datum: 2021-01-01, soort: ondertekening, partner: politie, ondertekenaar: politie, "
            "delen: [deel-9]}",
        ],
        [("CV212", 2, "besluit 'b' is er niet"), ("CV212", 3, "deel 'deel-9' is er niet")],
    ),
    "a year renewed twice": (
        ["{datum: 2021-01-01, soort: verlenging, jaar: 2021}"] * 2,
        [("CV205", 3, "al vastgelegd op 1 januari 2021")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_fault_is_found_where_it_stands(
    klein: Path, case: tuple[list[str], list[tuple[str, int, str]]]
) -> None:
    """The code, at its line, with words that tell what is wrong; and nothing besides."""
    events, expected = case
    got = [
        f
        for f in found(klein, *events)
        if f[0] != "CV211" or any(e[0] == "CV211" for e in expected)
    ]
    assert sorted({(code, line) for code, line, _ in got if code != "CV211"}) == sorted(
        {(code, line) for code, line, _ in expected if code != "CV211"}
    )
    for code, line, words in expected:
        assert any(c == code and n == line and words in text for c, n, text in got), got


def test_a_register_in_order_has_no_findings(klein: Path) -> None:
    """In, signed, out and confirmed, and two meetings."""
    assert (
        found(
            klein,
            IN,
            "{datum: 2021-01-01, soort: ondertekening, partner: politie, ondertekenaar: politie, "
            "delen: [deel-1, deel-2]}",
            OPZEGGING,
            "{datum: 2022-01-01, soort: uittreding, partner: politie}",
        )
        == []
    )


def test_a_year_that_cannot_make_its_meetings_is_told(klein: Path) -> None:
    """With one meeting held, 30 December leaves room for another; 31 December of 2 does not."""
    one = "{datum: 2026-03-01, soort: vergadering}"
    late = "{datum: 2025-12-31, soort: vergadering}"
    assert found(klein, one, op=date(2026, 12, 31)) == []
    assert [f[0] for f in found(klein, one, op=date(2027, 1, 1))] == ["CV211"]
    (only,) = found(klein, late, op=date(2026, 1, 1))
    assert "in 2025 komt de Stuurgroep op 1 vergaderingen" in only[2]


def test_a_kvk_number_has_eight_digits(klein: Path) -> None:
    """CV213, at the partner."""
    path = klein / "convenant/registers/partners.yaml"
    path.write_text(path.read_text("utf-8") + "    kvk: '1234'\n", encoding="utf-8")
    assert [f[0] for f in found(klein, IN)] == ["CV213"]


def test_a_kvk_number_is_of_one_partner(klein: Path) -> None:
    """CV215 at the second, which names the first."""
    path = klein / "convenant/registers/partners.yaml"
    rows = "".join(
        f"  - {{sleutel: {s}, naam: Verzonnen {s}, soort: ketenpartner, kvk: '12345678'}}\n"
        for s in ("a", "b")
    )
    path.write_text(path.read_text("utf-8") + rows, encoding="utf-8")
    (only,) = found(klein, IN)
    assert only[0] == "CV215"
    assert "van Verzonnen b is ook dat van Verzonnen a" in only[2]


def test_rules_that_are_no_rules_are_misfits(klein: Path) -> None:
    """All at once, each at its line."""
    path = klein / "convenant/convenant.yaml"
    text = path.read_text("utf-8")
    wrong = {
        "verjaardag: 01-01": "verjaardag: 1 januari",
        "opzegtermijn: P6M": "opzegtermijn: 6 maanden",
        "verzendmarge: 5": "verzendmarge: vijf",
    }
    lines = [text[: text.index(rule)].count("\n") + 1 for rule in wrong]
    for rule, instead in wrong.items():
        text = text.replace(rule, instead)
    path.write_text(text, encoding="utf-8")
    registers, misfits = Dossierlezer(klein).registers
    assert registers is None
    assert [(f.code, f.position.line) for f in misfits] == [("CV007", line) for line in lines]


def test_facts_of_an_overleg_name_partners_that_exist(klein: Path) -> None:
    """`deelnemers` in the front matter, and `overleggen` of a toetreding."""
    text = "---\nsoort: overleg\ndeelnemers: [politie, polite]\nbewaartermijn: P5Y\n---\n# Tafel\n"
    path = klein / "convenant/deel-1/09-tafel.md"
    path.write_text(text + "\nTekst.\n", encoding="utf-8")
    register = klein / "convenant/registers/gebeurtenissen.yaml"
    register.write_text(
        "gebeurtenissen:\n  - {datum: 2021-01-01, soort: toetreding, partner: verzonnen, "
        "overleggen: [taffel]}\n",
        encoding="utf-8",
    )
    gelezen = Geopend(klein, OP).tekst()
    assert isinstance(gelezen, Gelezen)
    assert {f.code for f in gelezen.diagnostics if f.ernst == "fout"} == {"CV202", "CV212"}


def test_a_row_without_what_it_needs_does_not_count(klein: Path) -> None:
    """A notice of which nobody says how it came is no notice yet, and blocks what follows it."""
    loose = "{datum: 2021-05-01, soort: opzegging, partner: politie}"
    after = "{datum: 2022-01-01, soort: uittreding, partner: politie}"
    assert [code for code, _, _ in found(klein, loose, after)] == ["CV204", "CV205"]
