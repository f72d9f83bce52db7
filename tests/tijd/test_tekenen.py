"""Papers that are out: every one falls due, until it is signed, refused or of no use any more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.tijd.termijnen.tabel import soort_van, termijnen

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.tijd.uiterste_data import UitersteDatum

OP = date(2026, 11, 24)
BASIS = """gebeurtenissen:
  - {datum: 2020-01-01, soort: vaststelling, versie: x}
"""
BLAD = """  - {datum: 2026-11-03, soort: aanbieding, partner: politie, ondertekenaar: politie,
     stuk: ondertekeningsblad, versie: x, delen: [deel-1, deel-2], sha256: a, uiterlijk: %s}
"""
TOETREDING = """  - {datum: 2026-11-01, soort: verzoek-toetreding, partner: verzonnen}
  - {datum: 2026-11-02, soort: instemming, partner: verzonnen, besluit: b}
  - {datum: 2026-11-03, soort: aanbieding, partner: verzonnen, ondertekenaar: verzonnen,
     stuk: toetredingsverklaring, versie: x, delen: [deel-1], sha256: b, %s}
"""
GETEKEND = """  - {datum: 2026-11-09, soort: ondertekening, partner: verzonnen,
     ondertekenaar: verzonnen, delen: [deel-1], versie: x}
"""
TEGENGETEKEND = """  - {datum: 2026-11-10, soort: tegentekening, partner: verzonnen,
     ondertekenaar: gemeente-voorbeeldstad}
"""
SIGNER = (
    "  - {sleutel: %s, partner: %s, organisatie: %s, functie: Bestuurder, titel: Mw., naam: N}\n"
)


def gevonden(klein: Path, events: str, signers: str = "") -> dict[str, UitersteDatum]:
    """Return what falls due of papers that are out, by its name."""
    folder = klein / "convenant/registers"
    (folder / "gebeurtenissen.yaml").write_text(BASIS + events, encoding="utf-8")
    with (folder / "ondertekenaars.yaml").open("a", encoding="utf-8") as file:
        file.write(SIGNER % ("verzonnen", "verzonnen", "Stichting Verzonnen") + signers)
    registers, found = Dossierlezer(klein).registers
    assert registers is not None
    assert found == ()
    data = termijnen(registers, OP, date(2028, 1, 1))
    return {d.sleutel: d for d in data if d.soort in ("blad", "verklaring", "tegentekening")}


def test_a_sheet_falls_due_when_it_is_asked_back(klein: Path) -> None:
    """One date for all that is signed on it, in the agenda of its partner; with who has it."""
    ((sleutel, blad),) = gevonden(klein, BLAD % "2026-12-01").items()
    assert sleutel == "blad-x-politie-politie-voorbeeld-co"  # the block names it otherwise
    assert (blad.datum, blad.te_laat) == (date(2026, 12, 1), False)
    assert "Dhr. B. Verzonnen (Politiechef {{7*7}})" in blad.uitleg[0]
    assert soort_van(blad).is_voor(blad, "politie")
    assert not soort_van(blad).is_voor(blad, "gemeente-voorbeeldstad")


@pytest.mark.parametrize(
    ("event", "laat"),
    [
        ("", [True]),
        ("{datum: 2026-11-20, soort: aanbieding, partner: politie, ondertekenaar: politie, stuk: "
         "ondertekeningsblad, versie: x, delen: [deel-1, deel-2], sha256: c, "
         "uiterlijk: 2026-12-08}", [False]),
        ("{datum: 2026-11-20, soort: ondertekening, partner: politie, ondertekenaar: politie, "
         "delen: [deel-1, deel-2], versie: x}", []),
        ("{datum: 2026-11-20, soort: weigering, partner: politie, versie: x}", []),
        ("{datum: 2026-11-20, soort: vaststelling, versie: y}", []),
        ("{datum: 2026-11-20, soort: mandaat-einde, ondertekenaar: politie}", []),
        ("{datum: 2026-11-25, soort: ondertekening, partner: politie, ondertekenaar: politie, "
         "delen: [deel-1, deel-2], versie: x}", [True]),
        ("{datum: 2026-11-20, soort: ondertekening, partner: politie, ondertekenaar: politie, "
         "delen: [deel-1], versie: x}", [True]),
    ],
)  # fmt: skip
def test_what_is_late_stays_until_something_is_done(
    klein: Path, event: str, laat: list[bool]
) -> None:
    """Offered anew, signed whole, refused, of an old version, in a name that may not sign."""
    found = gevonden(klein, BLAD % "2026-11-17" + (f"  - {event}\n" if event else ""))
    assert [blad.te_laat for blad in found.values()] == laat


@pytest.mark.parametrize("opnieuw", [True, False])
def test_refused_and_offered_on_one_day_is_what_was_recorded_last(
    klein: Path, *, opnieuw: bool
) -> None:
    """Who is asked anew has refused nothing yet."""
    rows = [
        BLAD.replace("2026-11-03", "2026-11-20") % "2026-12-08",
        "  - {datum: 2026-11-20, soort: weigering, partner: politie, versie: x}\n",
    ]
    events = "".join(reversed(rows) if opnieuw else rows)
    assert len(gevonden(klein, BLAD % "2026-11-17" + events)) == opnieuw


def test_every_organisation_of_a_partner_has_its_own_sheet(klein: Path) -> None:
    """Two sheets are two dates; one whose day nobody wrote down is told without one."""
    zonder = BLAD.replace("ondertekenaar: politie", "ondertekenaar: korps").replace(
        ", uiterlijk: %s", ""
    )
    signer = SIGNER % ("korps", "politie", "Korps Verzonnen")
    found = gevonden(klein, BLAD % "2026-12-01" + zonder, signer)
    assert {s: d.datum for s, d in found.items()} == {
        "blad-x-politie-politie-voorbeeld-co": date(2026, 12, 1),
        "blad-x-politie-korps-verzonnen": None,
    }


@pytest.mark.parametrize(
    ("events", "offer", "soort", "dag"),
    [
        ("", "uiterlijk: 2026-12-01", "verklaring", date(2026, 12, 1)),
        ("", "uiterlijk: 2026-11-17", "verklaring", date(2026, 11, 17)),
        (TEGENGETEKEND, "uiterlijk: 2026-12-01", "verklaring", date(2026, 12, 1)),
        (GETEKEND, "uiterlijk: 2026-11-17", "tegentekening", date(2026, 11, 17)),
        (GETEKEND, "ingangsdatum: 2027-01-01", "tegentekening", date(2027, 1, 1)),
        (GETEKEND, "kenmerk: k", "tegentekening", None),
        (GETEKEND + TEGENGETEKEND, "uiterlijk: 2026-11-17", "", None),
        ("  - {datum: 2026-11-20, soort: weigering, partner: verzonnen}\n",
         "uiterlijk: 2026-12-01", "", None),
        ("  - {datum: 2026-11-20, soort: mandaat-einde, ondertekenaar: verzonnen}\n",
         "uiterlijk: 2026-12-01", "", None),
    ],
)  # fmt: skip
def test_a_declaration_waits_for_both_signatures(
    klein: Path, events: str, offer: str, soort: str, dag: date | None
) -> None:
    """First that of the partner, then that of the voorzitter; the partner sees both."""
    found = gevonden(klein, TOETREDING % offer + events)
    assert [(d.soort, d.datum, d.partner) for d in found.values()] == (
        [(soort, dag, "verzonnen")] if soort else []
    )
    assert all(d.te_laat == (dag is not None and dag < OP) for d in found.values())


def test_what_waits_for_the_voorzitter_is_in_that_agenda_too(klein: Path) -> None:
    """By name, and of nobody else; as long as the partner has not signed it waits for that one."""
    with (klein / "convenant/convenant.yaml").open("a", encoding="utf-8") as file:
        file.write("ondertekening:\n  voorzitters: [gemeente-voorbeeldstad]\n")
    offer = TOETREDING % "uiterlijk: 2026-12-01"
    (datum,) = gevonden(klein, offer + GETEKEND).values()
    wie = ("gemeente-voorbeeldstad", "verzonnen", "politie")
    assert [soort_van(datum).is_voor(datum, w) for w in wie] == [True, True, False]
    assert "de handtekening van de voorzitter, Mw. A. Voorbeeld, namens de Stuurgroep" in " ".join(
        datum.uitleg
    )
