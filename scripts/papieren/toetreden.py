"""Chapters about accession: digital, with a pen, and many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from papieren.begin import ALLE, CONVENANT, hollands_midden, klein

if TYPE_CHECKING:
    from papieren.dossier import Dossier


def toetreding(d: Dossier) -> None:
    """An organisation joins in five stages, with digital signatures; then it is in every paper."""
    hollands_midden(d)
    d.vul_aan(CONVENANT, _AFZENDER)
    d.wijzig(CONVENANT, "ondertekening:\n", "ondertekening:\n  vertrouwd: [ca/ca.pem]\n")
    d.maak_ca("V. Voorbeeld", "gemeente-leiden")
    d.doe("toetreding 'Stichting Voorbeeld' --op 2026-10-05", 2)
    d.doe("toetreding cardea verzoek --tekenaar X --functie Y --ja --op 2026-10-05", 1)
    d.doe("toetreding 'Stichting Voorbeeld' verzoek --ja --op 2026-10-05", 1)
    verzoek = f"toetreding 'Stichting Voorbeeld' verzoek {_FEITEN} --ja --op 2026-10-05"
    d.doe(f"{verzoek} --overleggen brefing", 1)
    d.doe(f"{verzoek} --overleggen briefing --datum 2026-10-01 --kenmerk V-12")
    partner = "toetreding stichting-voorbeeld"
    d.doe(f"{partner} --op 2026-10-06")
    d.doe(f"{partner} verklaring --ja --op 2026-10-06", 1)
    d.doe(f"{partner} instemming --op 2026-10-06 {ALLE}")
    besluit = "--datum 2026-11-02 --kenmerk SG-2026-7 --plaats Voorbeeldstad"
    d.doe(f"{partner} instemming {besluit} --ja --op 2026-11-03 {ALLE}")
    d.doe(f"{partner} verklaring --uiterlijk 2026-12-15 --ja --op 2026-11-04 {ALLE}")
    d.doe(f"{partner} ondertekend --ja --op 2026-11-05", 1)
    d.doe("pakket stichting-voorbeeld --uiterlijk 2026-12-15 --ja --op 2026-11-05")
    d.doe("ondertekening --op 2026-11-05")
    leeg = "build/toetreding/stichting-voorbeeld/toetredingsverklaring.pdf"
    veld = "ondertekening-stichting-voorbeeld"
    d.teken(leeg, "V. Voorbeeld", "een.pdf", "2026-11-10T10:00:00+01:00", veld)
    d.doe("ondertekening verwerk een.pdf --op 2026-11-11")
    d.doe(f"{partner} --op 2026-11-11")
    d.teken("een.pdf", "gemeente-leiden", "twee.pdf", "2026-11-12T10:00:00+01:00")
    d.doe("ondertekening verwerk twee.pdf --op 2026-11-13")
    d.doe(f"{partner} aangehecht --ja --op 2026-11-16 {ALLE}")
    d.doe(f"{partner} --json --op 2026-11-16")
    d.doe(f"bouw --op 2026-11-16 {ALLE} convenant")
    d.doe("stand --op 2027-01-01 --json")
    d.doe("overleggen --op 2027-01-01 --formaat pdf,docx,xlsx")
    d.doe("ondertekening bundel --op 2026-11-16")
    d.doe("vaststellen 2027 --besluit Besluit --datum 2026-12-14 --ondanks-fouten")
    d.doe("renvooi 2018-06-18 2027 --op 2026-12-14 --formaat docx,json,md")
    d.doe("controleer --op 2026-12-14", 1)


_AFZENDER = """
afzender:
  adres: [Postbus 2, 1234 AB Voorbeeldstad]
  email: bureau@veiligheidshuis.example
  telefoon: 012 345 6789
  ketenmanager: de ketenmanager
"""
_FEITEN = (
    "--tekenaar 'V. Voorbeeld' --tekenaar-titel Mw. --functie bestuurder --grond statuten "
    "--rechtsvorm stichting --kvk '12 34 56 78' --zetel Voorbeeldstad --aard privaat "
    "--contact Bestuurssecretariaat --adres 'Postbus 1, 1234 AB Voorbeeldstad' "
    "--email info@voorbeeld.example --fg fg@voorbeeld.example --ingangsdatum 2027-01-01"
)


def in_een_venster(d: Dossier) -> None:
    """The same with questions and answers, and signed with a pen; in the house style itself."""
    d.kopieer(".", "convenant", "addenda")
    antwoorden = (
        *("Voorbeeld B.V.", "", "flexibele schil", "besloten vennootschap", "123", "87654321"),
        *("Voorbeeldstad", "prive", "privaat", "de directie", "Postbus 3, 1234 AB Voorbeeldstad"),
        *("", "fg@bv.example", "B. Voorbeeld", "Dhr.", "directeur", "statuten", "", "", "", ""),
        *("deel-1", "nergens", "briefing", "2027-01-01", "2026-10-01", "ja"),
    )
    d.doe(
        "toetreding 'Voorbeeld B.V.' --op 2026-10-05",
        antwoord="".join(f"{a}\n" for a in antwoorden[1:]),
        venster=True,
    )
    partner = "toetreding voorbeeld-b-v"
    d.doe(
        f"{partner} --op 2026-11-03",
        antwoord="ja\nja\n2026-11-02\nSG-7\nja\n",
        venster=True,
    )
    d.doe(f"{partner} --op 2026-11-04", antwoord="ja\nja\n", venster=True)
    nat = "ondertekening verwerk --nat --partner voorbeeld-b-v --ja --op 2026-11-20"
    d.scan("een.png", 20)
    d.doe(f"{nat} een.png --datum 2026-11-10")
    d.scan("twee.png", 21)
    d.doe(f"{nat} twee.png --door gemeente-leiden --datum 2026-11-12")
    d.doe(f"{partner} aangehecht --ja --op 2026-11-20")
    d.doe("bouw --op 2026-11-20 convenant")


def toetredingen(d: Dossier) -> None:
    """Many join at once, from a file of which one row is wrong; then in two processes."""
    klein(d)
    d.vul_aan(CONVENANT, "ondertekening:\n  voorzitters: [gemeente-voorbeeldstad]\n")
    d.doe("vaststellen 2026 --besluit Stuurgroepbesluit --datum 2026-01-01")
    for beurt, werkers in (("een", 1), ("twee", 2)):
        rijen = (_rij(f"Stichting {beurt.capitalize()} {n}", n) for n in range(1, 5))
        fout = "  - naam: Fout\n    verzoek: 2031-01-01\n    tekenaar: {naam: X, functie: Y}\n"
        d.schrijf(f"{beurt}.yaml", f"toetredingen:\n{''.join(rijen)}{fout}")
        d.doe(f"toetreding --uit-bestand {beurt}.yaml --werkers {werkers} --ja --op 2026-11-04", 1)
    d.schrijf("drie.yaml", "toetredingen:\n  - naam: Fout\n    onbekend: 1\n")
    d.doe("toetreding --uit-bestand drie.yaml --ja --op 2026-11-04", 1)
    d.doe("partners --op 2026-11-04")


def _rij(naam: str, nummer: int) -> str:
    instemming = "" if nummer == 1 else "    instemming: {datum: 2026-11-02, kenmerk: SG-7}\n"
    return f"""\
  - naam: {naam}
    soort: ketenpartner
    rechtsvorm: stichting
    kvk: '{10 * len(naam) + nummer:08}'
    zetel: Voorbeeldstad
    aard: privaat
    contact: Bestuurssecretariaat
    adres: [Postbus {nummer}, 1234 AB Voorbeeldstad]
    fg: fg@voorbeeld.example
    verzoek: 2026-10-01
    delen: [deel-1]
    ingangsdatum: 2027-01-01
    tekenaar: {{titel: Mw., naam: V. Voorbeeld {nummer}, functie: bestuurder, grond: statuten}}
{instemming}"""
