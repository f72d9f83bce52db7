"""Chapters about signing: packs, what comes back, and sending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from papieren.begin import ALLE, CONVENANT, REGISTERS, hollands_midden, klein

if TYPE_CHECKING:
    from papieren.dossier import Dossier


def tekenronde(d: Dossier) -> None:
    """All partners sign, or do not: packs, digital and with a pen, late, refused, and the set."""
    hollands_midden(d)
    d.wijzig(CONVENANT, "ondertekening:\n", "ondertekening:\n  vertrouwd: [ca/ca.pem]\n")
    digitaal = ("gemeente-gouda", "openbaar-ministerie", "fivoor")
    d.maak_ca(*digitaal, "I. Indringer")
    d.doe("ondertekening --op 2026-11-24")
    d.doe("pakket --alle --ja --op 2026-11-24")
    d.doe("ondertekening --op 2026-11-25")
    for wie in digitaal:
        d.pak_uit(f"build/pakketten/{wie}.zip", f"blad-{wie}.pdf", f"leeg-{wie}.pdf")
    moment = "2026-11-30T12:00:00+01:00"
    for wie in digitaal[:2]:
        d.teken(f"leeg-{wie}.pdf", wie, f"{wie}.pdf", moment)
    d.teken("leeg-fivoor.pdf", "I. Indringer", "fivoor.pdf", moment)
    papieren = " ".join(f"{wie}.pdf" for wie in digitaal)
    d.doe(f"ondertekening verwerk {papieren} leeg-fivoor.pdf --op 2026-12-01", 1)
    d.doe("ondertekening verwerk gemeente-gouda.pdf --op 2026-12-01", 1)
    for number, (partner, door) in enumerate(
        (
            ("halt", "halt"),
            ("leger-des-heils", "leger-des-heils-goodwillwerk"),
            ("nationale-politie", "nationale-politie"),
        )
    ):
        d.scan(f"scan-{number}.png", 20 + number)
        d.doe(
            f"ondertekening verwerk --nat scan-{number}.png --partner {partner} --door {door} "
            "--datum 2026-12-01 --op 2026-12-01",
            antwoord="ja\n",
        )
    weigering = "ondertekening weigering dji --datum 2026-12-01 --op 2026-12-01"
    d.doe(f"{weigering} --reden 'nog niet besproken' --ja")
    d.doe(f"{weigering} --ja", 1)
    d.doe("ondertekening --op 2026-12-02")
    d.doe("ondertekening --json --op 2026-12-02")
    d.doe("pakket dji --uiterlijk 2026-12-31 --ja --op 2026-12-03")
    d.doe("ondertekening --op 2027-01-04")
    d.doe(f"ondertekening herinner --op 2027-01-04 {ALLE} --ja")
    d.doe("ondertekening herinner dji --op 2026-12-04 --uit build/eerder --ja")
    d.doe("ondertekening herinner halt --op 2027-01-04", 1)
    d.doe("ondertekening bundel --op 2027-01-04")
    d.doe("stand --op 2027-01-04")
    d.doe("controleer --op 2027-01-04", 1)


def verzending(d: Dossier) -> None:
    """Packs that are sent, with a renvooi for who signed before, and a template of one's own."""
    klein(d)
    for sleutel in ("gemeente-voorbeeldstad", "politie"):
        regel = f"  - sleutel: {sleutel}\n"
        adres = f"    email: info@{sleutel}.example\n"
        d.wijzig(f"{REGISTERS}/partners.yaml", regel, regel + adres)
    d.schrijf(f"{REGISTERS}/gebeurtenissen.yaml", _EERDER)
    d.doe("vaststellen 2019 --besluit Besluit --datum 2019-01-01")
    d.doe("vaststellen 2020 --besluit Besluit --datum 2020-01-01")
    d.schrijf("templates/brieven/groet.md", "Hartelijke groet van {{ afzender.ketenmanager }}\n")
    d.doe("sjablonen --op", 2)
    d.doe("sjablonen aanbiedingsbrief")
    d.doe("pakket --alle --verzend --ja --op 2020-02-03", 1)
    with d.postkantoor() as poort:
        d.vul_aan(
            CONVENANT,
            f"post:\n  host: 127.0.0.1\n  poort: {poort}\n  starttls: nee\n"
            "afzender:\n  email: bureau@voorbeeld.example\n  ketenmanager: de ketenmanager\n",
        )
        d.doe("pakket --alle --verzend --ja --op 2020-02-03")
        d.doe("pakket --alle --verzend --ja --op 2020-02-04")
        d.doe("pakket politie --verzend --opnieuw --ja --op 2020-02-05")
    # The pack is there, and the server is gone.
    d.doe("pakket politie --verzend --opnieuw --ja --op 2020-02-06", 3)


_EERDER = """\
gebeurtenissen:
  - datum: 2019-02-01
    soort: ondertekening
    partner: politie
    ondertekenaar: politie
    delen: [deel-1]
    versie: '2019'
"""
