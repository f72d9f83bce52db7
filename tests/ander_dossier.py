"""A dossier that shares nothing with Hollands Midden but the format: other bodies, other names.

Its convenant is an overeenkomst, its delen have folders that their headings do not follow, and its
partners have names that are hard to set. No Stuurgroep, ketenmanager or Veiligheidshuis is in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LANG = "Samenwerkingsverbandsorganisatieontwikkelaarsgenootschappen"
ZORG = 'Stichting d\'Óó "Zorg" & <Zn>'

_CONVENANT = """\
titel: Samenwerkingsovereenkomst
samenwerkingsverband: Ketenaanpak 't Gooische Óósten
citeertitel: Overeenkomst Ketenaanpak
editie: "2026"
delen: [afspraken, tafels]
regels:
  looptijd: {soort: onbepaalde tijd, artikel: artikel 2}
  opzegging:
    opzegtermijn: P3M
    per: maandeinde
    vorm: schriftelijk
    aan: het bestuur
    artikel: artikel 3
  gevolgen: {binnen: P2M, artikel: artikel 3}
  inwerking: {bij: vaststelling, artikel: artikel 2}
afzender:
  ketenmanager: het secretariaat
  email: post@keten.example
  adres: [Postbus 9, 1234 AB Óósten]
"""
# With a body that decides on accessions and another that meets; with none at all.
MET_ORGAAN = """\
  toetreding: {instemming: het partijenoverleg, artikel: artikel 4}
  vergaderingen:
    van: de ledenraad
    aantal: 2
    artikel: artikel 5
    stukken: [{naam: werkplan, uiterlijk: 12-31, over: volgend}]
  zwijgt_over: [wijziging, geheimhouding]
"""
ZONDER_ORGAAN = """\
  toetreding: {instemming: geen, artikel: artikel 4}
  zwijgt_over: [wijziging, geheimhouding, vergaderingen]
"""
_TEKSTEN = {
    "afspraken/00-deel.md": "# Deel A Afspraken\n",
    "afspraken/01-afspraken.md": (
        "# 1 Afspraken\n\n## Artikel 1 Doel\n\nPartijen werken samen.\n\n"
        "## Artikel 2 Duur\n\nDe overeenkomst geldt voor onbepaalde tijd.\n\n"
        "## Artikel 3 Opzegging\n\nOpzeggen kan schriftelijk.\n\n"
        "## Artikel 4 Toetreding\n\nAnderen kunnen toetreden.\n\n"
        "## Artikel 5 Overleg\n\nPartijen overleggen.\n\n---\n\n::: ondertekenaars\n"
    ),
    "tafels/00-deel.md": "# Deel B Tafels\n",
    "tafels/01-jeugdtafel.md": (
        "---\nsoort: overleg\nwijze: georganiseerd\ndoel: Samen kijken.\ndeelnemers: [oo]\n---\n"
        "# Jeugdtafel\n\nHier wordt gesproken.\n"
    ),
}
_PARTNERS = f"""\
partners:
  - sleutel: oo
    naam: {ZORG}
    soort: ketenpartner
    rechtsvorm: stichting
    adres: [Weg 1, 1234 AB Óósten]
    email: oo@oo.example
    contact: secretariaat
  - sleutel: lang
    naam: {LANG}
    soort: flexibele schil
    adres: [Weg 2, 1234 AB Óósten]
    email: lang@lang.example
    contact: secretariaat
"""
_ONDERTEKENAARS = f"""\
ondertekenaars:
  - sleutel: oo
    partner: oo
    organisatie: {ZORG}
    functie: bestuurder
    titel: Mw.
    naam: Ç. d'Ïñ-Õôó
    grond: statuten
  - sleutel: lang
    partner: lang
    organisatie: {LANG}
    functie: Samenwerkingsverbandsdirecteurbestuurdersvoorzitter
    titel: Dhr.
    naam: L. Lang
    grond: statuten
"""


def ander_dossier(root: Path, *, orgaan: bool) -> Path:
    """Write the dossier, with bodies that decide and meet or with none; return its folder."""
    regels = MET_ORGAAN if orgaan else ZONDER_ORGAAN
    kop, afzender, rest = _CONVENANT.partition("afzender:\n")
    bureau = "ondertekening: {voorzitters: [oo]}\n" if orgaan else ""
    files = {
        "convenant.yaml": kop + regels + bureau + afzender + rest,
        "registers/partners.yaml": _PARTNERS,
        "registers/ondertekenaars.yaml": _ONDERTEKENAARS,
        **_TEKSTEN,
    }
    for naam, tekst in files.items():
        path = root / "convenant" / naam
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(tekst, encoding="utf-8")
    return root
