"""A chapter about the registers: a year with its events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from papieren.begin import ALLE, CONVENANT, REGISTERS, hollands_midden

if TYPE_CHECKING:
    from papieren.dossier import Dossier


def registers(d: Dossier) -> None:
    """A year with its events: lists, dates, calendars, notices and the renewal."""
    hollands_midden(d)
    d.vul_aan(f"{REGISTERS}/partners.yaml", _PARTNER)
    d.vul_aan(f"{REGISTERS}/ondertekenaars.yaml", _TEKENAAR)
    d.vul_aan(f"{REGISTERS}/gebeurtenissen.yaml", _GEBEURTENISSEN)
    d.wijzig(CONVENANT, _MARGE, _ANDERE_MARGE)
    d.vul_aan(CONVENANT, _BUREAU)
    d.wijzig("convenant/deel-3/03-focusoverleg.md", "status: ontbreekt\n", _OVERLEG)
    d.doe("controleer --op 2027-03-01", 1)
    for op in ("2016-01-01", "2018-06-18", "2026-11-24", "2027-03-01", "2028-01-01"):
        d.doe(f"stand --op {op}")
        d.doe(f"termijnen --op {op}")
    for lijst in ("stand", "partners", "partners --openbaar", "overleggen"):
        for vorm in ("", "--json", "--csv"):
            d.doe(f"{lijst} --op 2027-03-01 {vorm}")
        naam = lijst.replace(" --", "-")
        d.doe(f"{lijst} --op 2027-03-01 --formaat pdf,docx,xlsx,html,md --uit build/{naam}")
    for vorm in ("", "--json", "--csv", "--formaat pdf,docx,xlsx,html,md"):
        d.doe(f"eisen convenant avg-26 --op 2027-03-01 {vorm}")
    d.doe("termijnen --op 2027-03-01 --tot 2030-12-31 --json --ics build/agenda")
    d.doe("termijnen --op 2027-03-01 --ics build/bureau.ics")
    d.doe("jaarkalender 2027 --op 2027-03-01")
    d.doe("jaarkalender --op 2028-01-01")
    opzegging = "opzegging cardea --ontvangen 2027-06-30 --op 2027-07-01"
    d.doe(opzegging, 1, antwoord="nee\n")
    d.doe(
        f"{opzegging} --verzonden 2027-06-28 --kenmerk 3SVOORBEELD "
        f"--geadresseerde 'de ketenmanager' {ALLE}",
        antwoord="ja\n",
    )
    d.doe(f"opzegging Homerun --ontvangen 2027-07-01 --vorm e-mail --ja --op 2027-07-02 {ALLE}")
    d.doe("opzegging halt --ontvangen 2027-07-05 --vorm brief --ja --op 2027-07-05")
    d.doe("opzegging cardea --ontvangen 2027-07-06 --ja --op 2027-07-06", 1)
    d.doe(f"opzegging homerun --intrekken --ontvangen 2027-07-12 --ja --op 2027-07-12 {ALLE}")
    d.doe("stand --op 2027-07-12 --json")
    d.doe("termijnen --op 2027-07-12 --json --ics build/agenda")
    d.doe(f"verlenging 2028 --ja --op 2027-09-01 {ALLE}")
    d.doe("verlenging 2028 --ja --op 2027-09-02", 1)
    d.doe("jaarkalender 2028 --op 2027-09-02")
    d.doe(
        "geheimhouding 'V. Voorbeeld' --overleg focusoverleg --organisatie 'Stichting Voorbeeld' "
        f"--functie wijkcoach --datum 2027-09-09 --op 2027-09-02 {ALLE}"
    )
    d.doe(
        "geheimhouding X --overleg onbekend --organisatie Y --functie Z --datum 2027-09-09 "
        "--op 2027-09-02",
        1,
    )
    d.doe("controleer --op 2027-09-02", 1)


_PARTNER = """\
  - sleutel: stichting-proef
    naam: Stichting Proef & <Zn.>
    soort: flexibele schil
    kort: Proef
    rechtsvorm: stichting
    kvk: '12345678'
    zetel: Voorbeeldstad
    aard: privaat
    contact: Bestuurssecretariaat
    adres: [Postbus 1, 1234 AB Voorbeeldstad]
    email: info@proef.example
    fg: fg@proef.example
"""
_TEKENAAR = """\
  - sleutel: stichting-proef
    partner: stichting-proef
    organisatie: Stichting Proef & <Zn.>
    functie: bestuurder
    titel: Mw.
    naam: P. Proef
    grond: statuten
    van: 2026-01-01
    tot: 2027-09-30
"""
_GEBEURTENISSEN = """\
  - datum: 2027-01-11
    soort: verzoek-toetreding
    partner: stichting-proef
  - datum: 2027-02-10
    soort: vergadering
    plaats: Voorbeeldstad
    stukken: [jaarplan 2027, begroting 2027]
  - datum: 2027-02-10
    soort: instemming
    partner: stichting-proef
    besluit: stuurgroep-2018-06-18
  - datum: 2027-02-10
    soort: ondertekening
    partner: stichting-proef
    ondertekenaar: stichting-proef
    delen: [deel-1, deel-2]
    versie: '2018-06-18'
  - datum: 2027-02-10
    soort: toetreding
    partner: stichting-proef
    ingangsdatum: 2027-03-01
    overleggen: [briefing, focusoverleg]
  - datum: 2027-02-15
    soort: ondertekening
    partner: gemeente-gouda
    ondertekenaar: gemeente-gouda
    delen: [deel-1, deel-2, landelijk-privacyprotocol]
    versie: '2018-06-18'
  - datum: 2027-02-20
    soort: mandaat-einde
    ondertekenaar: dji
  - datum: 2027-10-05
    soort: vergadering
    plaats: Voorbeeldstad
    stukken: [jaarverslag 2026]
"""
_MARGE = "  verzendmarge: 5\n"
_ANDERE_MARGE = """\
  verzendmarge: 7
  herinneringen: [P8W, P1W]
  gesloten:
    - datum: 2027-05-07
      naam: Brugdag
"""
_BUREAU = """
afzender:
  adres: [Postbus 2, 1234 AB Voorbeeldstad]
  email: bureau@veiligheidshuis.example
  telefoon: 012 345 6789
  ketenmanager: de ketenmanager
"""
_OVERLEG = """\
protocol: landelijk
doel: Afstemmen
doelgroep: verzonnen personen
deelnemers: [gemeente-gouda, cardea, stichting-proef, homerun]
frequentie: wekelijks
voorzitter: de ketenmanager
gegevens: [namen, adressen]
grondslag: verzonnen grondslag
bewaartermijn: P5Y
"""
