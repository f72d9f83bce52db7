"""Chapters about use: what commands say of themselves, of wrong usage and of wrong sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from papieren.begin import CONVENANT, REGISTERS, klein

if TYPE_CHECKING:
    from papieren.dossier import Dossier

OPDRACHTEN = (
    *("", "addendum", "addendum afleiden", "bouw", "controleer", "geheimhouding", "jaarkalender"),
    *("ondertekening", "ondertekening bundel", "ondertekening herinner", "ondertekening verwerk"),
    *("ondertekening weigering", "opzegging", "overleggen", "pakket", "partners", "renvooi"),
    *("schema", "sjablonen", "stand", "termijnen", "toetreding", "vaststellen", "verlenging"),
    "versies",
)


def hulp(d: Dossier) -> None:
    """What each command says of itself, and of wrong usage."""
    for opdracht in OPDRACHTEN:
        d.doe(f"{opdracht} --help" if opdracht else "--help")
    d.doe("--version")
    d.doe("controleer --op 2026-11-24", 2)  # no dossier
    klein(d)
    for opdracht in (
        "bestaat-niet",
        "bouw --formaat odt",
        "bouw --op gisteren",
        "bouw bestaat/niet --op 2026-11-24",
        "ondertekening verwerk",
        "ondertekening verwerk x.png --nat --op 2026-11-24",
        "opzegging niemand --ontvangen 2026-11-24 --op 2026-11-24",
        "pakket --op 2026-11-24",
        "pakket --alle --uiterlijk 2026-01-01 --op 2026-11-24",
        "renvooi 1999 werk --op 2026-11-24",
        "sjablonen bestaat-niet",
        "toetreding --op 2026-11-24",
        "toetreding niemand --op 2026-11-24",
        "toetreding X verzoek --kvk 1234567",
        "verlenging 1900",
    ):
        d.doe(opdracht, 2)


def fouten(d: Dossier) -> None:
    """Sources that are wrong in many ways, and what is said of them."""
    klein(d)
    d.schrijf("convenant/deel-1/03-fout.md", _FOUTE_TEKST)
    d.schrijf("addenda/2021-01-01-fout/addendum.yaml", _FOUT_ADDENDUM)
    d.schrijf("templates/brieven/groet.md", "{{ partner.voornaam }} {% if %}\n")
    d.schrijf(f"{REGISTERS}/gebeurtenissen.yaml", _FOUTE_GEBEURTENISSEN)
    for opties in ("", "--json", "--editie doorlopend"):
        d.doe(f"controleer --op 2026-11-24 {opties}", 1)
    d.doe("bouw --op 2026-11-24 --formaat md", 1)
    d.doe("sjablonen", 1)
    for opdracht in ("stand", "termijnen", "jaarkalender 2027"):
        d.doe(f"{opdracht} --op 2026-11-24", 1)
    d.doe("ondertekening --op 2026-11-24", 1)  # a row of a register is not whole
    d.vul_aan(f"{REGISTERS}/partners.yaml", "  - {sleutel: [\n")
    d.vul_aan(CONVENANT, "delen: [voorwerk]\nregels: {verzendmarge: lang, onbekend: 1}\n")
    d.doe("controleer --op 2026-11-24", 1)
    d.doe("stand --op 2026-11-24", 1)
    d.doe("opzegging politie --ontvangen 2026-11-24 --ja --op 2026-11-24", 1)


_FOUTE_TEKST = """\
---
staus: ontbreekt
---
# 4 Fout

Zie artikel 99, bladzijde 3 en [open veld].[^9]

## Artikel 3 Te laat

1. Eerst;

3. Daarna, zie lid 7.

## Artikel 3 Dubbel

::: onbekend
"""
_FOUT_ADDENDUM = """\
titel: Fout
besluit: Een verzonnen besluit
ingangsdatum: 2021-01-01
wijzigingen:
  - soort: vervangen
    in: deel-1-artikel-77
    oud: nergens
    nieuw: ergens
  - soort: onbekend
"""
_FOUTE_GEBEURTENISSEN = """\
gebeurtenissen:
  - datum: 2026-03-02
    soort: opzegging
    partner: onbekend
    vorm: brief
  - datum: 2026-02-01
    soort: ondertekening
    partner: politie
    ondertekenaar: politie
    delen: [deel-9]
    jaar: 2027
  - datum: 2036-02-01
    soort: vergadering
"""
