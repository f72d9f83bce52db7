"""Partners on the page: the list, looking one up, and all of one on a card."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.loket import Loket

from convenantwerk.dossier.gebeurtenissen.correctie import aanduiding

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)
LANG = "Gemeenschappelijke Regeling Samenwerkingsverband Voorbeeldstad"
VIJANDIG = "<b>Stichting</b> {{ 7*7 }}"
RIJEN = f"""
  - {{sleutel: lang, naam: {LANG}, soort: ketenpartner, zetel: Ouddorp}}
  - {{sleutel: vijandig, naam: "{VIJANDIG}", soort: incidenteel, adres: ["<i>Kade</i> 1"]}}
  - {{sleutel: nieuwkomer, naam: Stichting Nieuwkomer, soort: flexibele schil}}
"""
GEBEURD = """gebeurtenissen:
  - {datum: 2020-01-01, soort: vaststelling, versie: x}
  - {datum: 2020-02-01, soort: ondertekening, partner: politie, ondertekenaar: politie,
     delen: [deel-1], sha256: abc}
  - {datum: 2026-11-02, soort: opzegging, partner: politie, vorm: aangetekend, kenmerk: K-1,
     opmerking: "<script>x</script>"}
  - {datum: 2026-11-03, soort: verzoek-toetreding, partner: nieuwkomer}
"""


@pytest.fixture
def loket(klein: Path) -> Loket:
    """The page of a dossier in which something happened."""
    registers = klein / "convenant/registers"
    with (registers / "partners.yaml").open("a", encoding="utf-8") as rows:
        rows.write(RIJEN.lstrip("\n"))
    (registers / "gebeurtenissen.yaml").write_text(GEBEURD, encoding="utf-8")
    (klein / "archief/getekend").mkdir(parents=True)
    (klein / "archief/getekend/abc.pdf").write_bytes(b"%PDF-1.7\n")
    (klein / "build/opzegging/politie-2026-11-02").mkdir(parents=True)
    for soort in ("pdf", "docx"):
        (klein / f"build/opzegging/politie-2026-11-02/opzeggingsbevestiging.{soort}").write_bytes(
            b"x"
        )
    return Loket(klein, OP)


def test_the_list_counts_and_leads_to_each_card(loket: Loket) -> None:
    """With what stands of each; text of the dossier stays text."""
    loket.open("/partners")
    said = loket.blad.tekst
    assert "4 nemen deel" in said
    assert "1 zegde op en neemt nog deel" in said
    assert "1 wil toetreden" in said
    assert "deelnemer, opgezegd per 1 januari 2028" in said
    assert VIJANDIG in said
    assert "<b>Stichting" not in loket.antwoord.text
    loket.klik(LANG)
    assert loket.antwoord.status_code == 200
    assert f"<h1>{LANG}</h1>" in loket.antwoord.text


@pytest.mark.traag
@pytest.mark.parametrize(
    ("zoek", "staat", "gevonden"),
    [
        ("ouddorp", "", ["lang"]),
        ("REGELING samenw", "", ["lang"]),
        ("stichting ouddorp", "", []),  # each is somewhere, both nowhere
        ("verzonnen", "", ["politie", "verzonnen"]),  # also who signs
        ("", "opgezegd", ["politie"]),
        ("", "aan het toetreden", ["nieuwkomer"]),
        ("politie", "uitgetreden", []),
        ("", "onzin", ["gemeente-voorbeeldstad", "politie", "verzonnen", "lang", "vijandig"]),
    ],
)
def test_a_partner_is_looked_up(loket: Loket, zoek: str, staat: str, gevonden: list[str]) -> None:
    """By any name, place or signatory, and by where it stands."""
    loket.open("/partners")
    if staat == "onzin":
        loket.open("/partners?staat=onzin")
    else:
        loket.stuur({"zoek": zoek, "staat": staat})
    there = [
        naar.rsplit("/", 1)[1]
        for naar in loket.blad.koppelingen.values()
        if naar.startswith("/partners/")
    ]
    assert there[: len(gevonden)] == gevonden
    assert bool(there) == bool(gevonden)


def test_a_long_list_comes_in_pages(klein: Path) -> None:
    """Of a hundred; looking looks in all."""
    with (klein / "convenant/registers/partners.yaml").open("a", encoding="utf-8") as rows:
        rows.writelines(
            f"  - {{sleutel: p-{n}, naam: Organisatie {n:03}, soort: incidenteel}}\n"
            for n in range(120)
        )
    loket = Loket(klein, OP)
    loket.open("/partners")
    assert "bladzijde 1 van 2" in loket.blad.tekst
    assert "Organisatie 119" not in loket.blad.tekst
    loket.klik("Volgende")
    assert "Organisatie 119" in loket.blad.tekst
    loket.open("/partners?zoek=119&blad=999999999999999999999")
    assert "Organisatie 119" in loket.blad.tekst


def test_a_card_tells_what_happened_with_its_papers(loket: Loket) -> None:
    """Facts, signatures, dates with their reasons, and a history in words; papers can be had."""
    loket.open("/partners/politie")
    said = loket.blad.tekst.replace(" :", ":")
    assert "Opzegging: aangetekend; kenmerk K-1; <script>x</script>" in said
    assert "<script>x" not in loket.antwoord.text
    assert "getekend op 1 februari 2020" in said
    assert "Hoe deze dag is gevonden" in said
    assert "Nog niet vastgelegd: rechtsvorm, KvK-nummer" in said
    loket.klik("PDF van Opzeggingsbevestiging")
    assert loket.antwoord.content == b"x"
    loket.open("/partners/politie")
    assert "Deelnemer, opgezegd per 1 januari 2028." in loket.blad.tekst
    loket.klik("PDF van Het getekende stuk")
    assert loket.antwoord.content == b"%PDF-1.7\n"


@pytest.mark.traag
@pytest.mark.parametrize(
    ("wie", "wegen"),
    [
        ("lang", ["Leg een opzegging vast", "Stel dat zij opzegt", "Wijzig deze gegevens"]),
        (
            "politie",
            ["Bekijk de opzegging", "Leg een intrekking vast", "Iemand anders gaat tekenen"],
        ),
        ("nieuwkomer", ["Bekijk de toetreding", "Wijzig deze gegevens"]),
        (
            "politie",
            ["Zet recht: Opzegging van 2 november 2026", "Maak de brief opnieuw: opzegging"],
        ),
    ],
)
def test_a_card_leads_to_what_can_be_done(loket: Loket, wie: str, wegen: list[str]) -> None:
    """By where the partner stands; each way leads to a page."""
    for weg in wegen:
        loket.open(f"/partners/{wie}")
        loket.klik(weg)
        assert loket.antwoord.status_code == 200, weg


def test_what_was_annulled_stays_and_says_so(loket: Loket, klein: Path) -> None:
    """With the reason; what follows from it is gone."""
    path = klein / "convenant/registers/gebeurtenissen.yaml"
    with loket.kantoor.dossier() as dossier:
        naam = aanduiding(dossier.registers.gebeurtenissen[2])
    with path.open("a", encoding="utf-8") as rows:
        rows.write(
            f"  - {{datum: 2026-11-20, soort: correctie, annuleert: {naam}, reden: Verkeerd.}}\n"
        )
    loket.open("/partners/politie")
    assert "Telt niet mee: rechtgezet op 20 november 2026. Verkeerd." in loket.blad.tekst
    assert "opgezegd per" not in loket.blad.tekst


@pytest.mark.parametrize("wie", ["niemand", "%2e%2e%2fconvenant", "<b>", "politie.pdf"])
def test_who_is_not_there_has_no_card(loket: Loket, wie: str) -> None:
    """Whatever the address says."""
    loket.open(f"/partners/{wie}")
    assert loket.antwoord.status_code == 404


def test_who_only_reads_is_offered_no_act(klein: Path) -> None:
    """The card tells all the same."""
    loket = Loket(klein, OP, alleen_lezen=True)
    for pad in ("/partners", "/partners/politie", "/overleggen", "/besluiten"):
        loket.open(pad)
        assert loket.antwoord.status_code == 200
        assert not [naar for naar in loket.blad.koppelingen.values() if naar.startswith("/doe/")]
        assert not [
            form
            for form in loket.blad.formulieren
            if form.wijze == "post" and form.naar.startswith("/lijsten")
        ]


def test_an_empty_register_says_what_to_do_first(klein: Path) -> None:
    """Take over a list, or let somebody join."""
    for naam in ("partners", "ondertekenaars"):
        (klein / f"convenant/registers/{naam}.yaml").write_text(f"{naam}: []\n", encoding="utf-8")
    loket = Loket(klein, OP)
    loket.open("/partners")
    assert "Neem een lijst over" in loket.blad.koppelingen
