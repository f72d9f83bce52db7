"""Chapters about the text: checked, built, compared, changed and adopted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from papieren.begin import ALLE, REGISTERS, hollands_midden, klein

if TYPE_CHECKING:
    from papieren.dossier import Dossier


def tekst(d: Dossier) -> None:
    """The text itself: what is wrong with it, its papers on several days, frozen and compared."""
    hollands_midden(d)
    d.git()
    for opties in ("", "--json", "--editie doorlopend"):
        d.doe(f"controleer --op 2026-11-24 {opties}", 1)
    d.doe("controleer --op 2018-06-17 --json", 1)
    d.doe(f"bouw --op 2026-11-24 {ALLE}")
    d.doe("bouw --op 2018-06-17 --uit build/2018-06-17 --formaat docx,html,md convenant")
    d.doe(f"bouw --op 2026-11-24 --editie doorlopend --uit build/doorlopend {ALLE} convenant")
    d.doe("bouw --op 2026-11-24 --formaat docx ondertekening/gemeente-gouda")
    d.doe("bouw --op 2026-11-24 --definitief", 1)
    d.doe("versies")
    d.doe("versies --json")
    d.doe("renvooi 2017 2018-06-18 --op 2026-11-24")
    d.doe(
        "renvooi 2017 2018-06-18 --op 2026-11-24 --editie doorlopend --uit build/doorlopend "
        "--formaat json,md"
    )
    d.doe("renvooi 2018-06-17 2018-06-19 --op 2026-11-24 --editie doorlopend")
    d.doe("schema")
    d.doe("sjablonen")
    d.doe("sjablonen --json")
    d.doe("sjablonen herinnering")


def wijziging(d: Dossier) -> None:
    """A text that is changed: compared, made into a besluit, and adopted."""
    hollands_midden(d)
    d.git()
    d.kopieer(".", "convenant", "addenda", naar="ander")
    for folder in ("", "ander/"):
        for nieuw, oud in _WIJZIGINGEN.items():
            d.wijzig(f"{folder}{_ARTIKELEN}", oud, nieuw)
    d.wijzig(
        f"ander/{REGISTERS}/partners.yaml",
        "    naam: Cardea\n",
        "    naam: Cardea Voorbeeld\n    zetel: Voorbeeldstad\n",
    )
    d.doe("renvooi 2018-06-18 werk --op 2026-11-24")
    d.doe("renvooi 2018-06-18 ander --op 2026-11-24 --uit build/mappen --formaat docx,json,md")
    d.doe("renvooi git:HEAD werk --op 2026-11-24 --uit build/git --formaat json,md,html")
    d.doe("renvooi git:HEAD 2018-06-18 --op 2026-11-24 --uit build/gelijk --formaat html,json,md")
    d.doe("renvooi git:onbekend werk --op 2026-11-24", 1)
    d.doe(
        "addendum afleiden 2018-06-18 ander --op 2026-11-24 --ingangsdatum 2027-01-01 "
        "--naam termijn --titel 'Een langere termijn' --besluit 'Besluit van 14 december 2026'"
    )
    d.doe("addendum afleiden 2018-06-18 werk --op 2026-11-24 --uit build/werk")
    d.verwijder("addenda/2026-11-24-wijziging")
    d.doe("addendum afleiden 2018-06-18 2018-06-18 --op 2026-11-24")
    d.doe("controleer --op 2027-02-01 --editie doorlopend", 1)
    for nieuw, oud in _WIJZIGINGEN.items():
        d.wijzig(_ARTIKELEN, nieuw, oud)  # as the handleiding says: the addendum works them in
    besluit = "--besluit 'Besluit van 14 december 2026' --datum 2027-02-01"
    d.doe(f"vaststellen 2027 {besluit}", 1)
    d.doe(f"vaststellen 2027 {besluit} --ondanks-fouten")
    d.doe(f"vaststellen 2027-doorlopend {besluit} --ondanks-fouten --editie doorlopend")
    d.doe("versies")
    d.doe("renvooi 2018-06-18 2027 --op 2027-02-01 --formaat docx,json")
    d.vul_aan("convenant/versies/2017/convenant/deel-1/06-6-financiering.md", "\nErbij.\n")
    d.doe("versies --json", 1)
    d.doe("controleer --op 2027-02-01", 1)
    d.doe("renvooi 2017 werk --op 2027-02-01", 1)


_ARTIKELEN = "convenant/deel-1/07-samenwerkingsconvenant.md"
_WIJZIGINGEN = {
    "de opzegtermijn is negen": "de opzegtermijn bedraagt zes",
    "\nh. Alle partners": "\nh. Partners",
}


def verzonnen(d: Dossier) -> None:
    """An invented dossier without findings: final papers, articles that move, tables and notes."""
    klein(d)
    d.doe("controleer --op 2026-01-05")
    d.doe("controleer --op 2026-01-05 --json")
    d.doe(f"bouw --op 2019-12-31 --definitief {ALLE}")
    d.doe(f"bouw --op 2026-01-05 --definitief {ALLE}")
    d.doe("--dossier . bouw --op 2026-01-05 --formaat pdf --uit build/blad ondertekening/politie")
    d.doe("vaststellen 2026 --besluit Stuurgroepbesluit --datum 2026-01-01")
    d.kopieer("tests/dossiers/klein", "convenant", naar="ander")
    artikelen = "ander/convenant/deel-1/02-artikelen.md"
    d.wijzig(artikelen, "Partijen werken samen zoals", "Partijen werken nauw samen, zoals")
    d.wijzig(artikelen, "## Artikel 2 Duur", "## Artikel 2 Geheim\n\nNieuw.\n\n## Artikel 3 Duur")
    d.wijzig(artikelen, "2. Onverminderd lid 1 behouden zij hun taken", "2. Zij behouden hun taken")
    d.wijzig(artikelen, "      2°. opzegging bij besluit.\n", "")
    d.wijzig("ander/convenant/deel-1/01-partijen.md", "€ 10 |", "€ 12,50 |\n| Politie | € 5 |")
    d.wijzig("ander/convenant/deel-1/01-partijen.md", "Ten minste *twee* keer", "Drie keer")
    for editie in ("met-addenda", "doorlopend"):
        opties = f"--op 2019-06-01 --editie {editie} --uit build/{editie}"
        d.doe(f"renvooi 2019-06-01 ander {opties}")
        d.doe(f"addendum afleiden 2019-06-01 ander {opties} --naam {editie}")
        d.verwijder(f"addenda/2019-06-01-{editie}")
    d.doe("renvooi 2026 werk --op 2026-01-05")
