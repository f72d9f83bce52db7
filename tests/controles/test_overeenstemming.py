"""The controles of agreement between places; the cases are in tests/cases/overeenstemming.md."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import PurePosixPath
from time import process_time
from typing import Any

import pytest
from tests.gevallen import Geval, gevallen
from tests.voorbeelden import HOLLANDS_MIDDEN, ROOT

from convenantwerk.basis.codes import overeenstemming
from convenantwerk.basis.yaml import bind_text
from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.overeenstemming import CONTROLES
from convenantwerk.controles.overeenstemming.naamwijziging import check_naamwijziging
from convenantwerk.controles.overeenstemming.overlegfeiten import check_overlegfeiten
from convenantwerk.controles.overeenstemming.termijnen import check_termijnen
from convenantwerk.dossier.dossier import (
    Addendum,
    Addendumgegevens,
    Instellingen,
    Registers,
    Wijziging,
)
from convenantwerk.dossier.gebeurtenissen.deelname import Opzegging
from convenantwerk.dossier.registers import Partner
from convenantwerk.dossier.registertabel import REGISTERS
from convenantwerk.dossier.schema import SCHEMAS
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.tekst.adressen import with_ankers
from convenantwerk.tekst.boom import Convenant, Element
from convenantwerk.tekst.lezen import lees_tekst

OP = date(2026, 6, 1)
PARTNERS = """\
partners:
  - {sleutel: gemeente-voorbeeldstad, naam: Gemeente Voorbeeldstad, soort: ketenpartner}
  - {sleutel: gemeente-proefdam, naam: Gemeente Proefdam, soort: ketenpartner}
  - {sleutel: politie, naam: Nationale Politie, soort: ketenpartner, ook_bekend_als: [Politie]}
  - {sleutel: om, naam: Openbaar Ministerie, soort: ketenpartner, ook_bekend_als: [OM]}
  - {sleutel: reclassering, naam: Reclassering Nederland, soort: ketenpartner}
  - {sleutel: rvdk, naam: Raad voor de Kinderbescherming, soort: ketenpartner}
  - {sleutel: ggz, naam: GGZ Verzonnenduinen, soort: flexibele schil}
  - {sleutel: wonen, naam: Mozaïek Wonen Midden-Fantasie, soort: flexibele schil}
  - {sleutel: jong, naam: Stichting Jeugd- en Jongerenwerk Bedacht, soort: flexibele schil}
"""
ONDERTEKENAARS = """\
ondertekenaars:
  - {sleutel: a, partner: gemeente-voorbeeldstad, organisatie: Gemeente Voorbeeldstad,
     functie: Burgemeester, titel: Mw., naam: A. Voorbeeld}
  - {sleutel: b, partner: politie, organisatie: Nationale Politie, functie: Politiechef,
     titel: Dhr., naam: B. van der Verzonnen}
"""
REGELS = """\
titel: Samenwerkingsconvenant
samenwerkingsverband: Veiligheidshuis Voorbeeldstad
citeertitel: Convenant Voorbeeldstad
editie: januari 2026
delen: [deel-1, deel-3]
regels:
  looptijd: {soort: stilzwijgend verlengd, verlenging: P1Y, verjaardag: 01-01, artikel: artikel 7.1}
  opzegging: {opzegtermijn: P6M, per: kalenderjaar, vorm: aangetekend, aan: de ketenmanager,
    artikel: artikel 7.2}
  gevolgen: {binnen: P6M, door: de ketenmanager, artikel: artikel 7.3}
  toetreding: {instemming: stuurgroep, artikel: artikel 6}
  wijziging: {door: de Stuurgroep, artikel: artikel 5}
  vergaderingen:
    aantal: 2
    artikel: artikel 3
    stukken:
      - {naam: jaarplan, uiterlijk: 12-31, over: volgend}
      - {naam: jaarverslag, uiterlijk: 06-30, over: vorig}
"""
KOPGEGEVENS = "---\nsoort: overleg\nbewaartermijn: P5Y\n"
OVERLEGGEN = {
    "Casusoverleg": "georganiseerd",
    "Weegtafel": "georganiseerd",
    "Nazorgoverleg Proefdam": "gefaciliteerd",
    "Groepsaanpak Overleg": "gefaciliteerd",
}


def element(text: str, path: str) -> Element:
    """Read one file of text."""
    bestand, found = lees_tekst(text, path)
    assert bestand is not None, found
    return bestand.element


@cache
def registers() -> Registers:
    """Return registers that the cases are held against."""
    instellingen, found = bind_text(SCHEMAS["convenant"], REGELS, "convenant.yaml")
    assert isinstance(instellingen, Instellingen), found
    rijen = {}
    for register in REGISTERS:
        if text := {"partners": PARTNERS, "ondertekenaars": ONDERTEKENAARS}.get(register.naam):
            rijen[register.naam], found = register.lees(text, f"{register.naam}.yaml")
            assert not found
    return Registers("proef", instellingen, **rijen)


def onderzoek(text: str) -> Onderzoek:
    """Return what the controles look at: a chapter of one text, and four overleggen."""
    deel_1 = element("# Deel 1 Afspraken\n", "deel-1/00-deel.md")
    deel_3 = element("# Deel 3 Overleggen\n", "deel-3/00-deel.md")
    overleggen = tuple(
        element(f"{KOPGEGEVENS}wijze: {wijze}\n---\n# {naam}\n\nTekst.\n", f"deel-3/{n}.md")
        for n, (naam, wijze) in enumerate(OVERLEGGEN.items())
    )
    chapter = element(f"# 2 Proef\n\n{text}\n", "deel-1/02-proef.md")
    delen = (replace(deel_1, inhoud=(chapter,)), replace(deel_3, inhoud=overleggen))
    return Onderzoek(op=OP, registers=registers(), convenant=Convenant(with_ankers(delen), ""))


def bevindingen(one: Onderzoek) -> list[str]:
    """Return code and subject of what is found, by place."""
    found = [d for controle in CONTROLES for d in controle.functie(one)]
    return [f"{d.code} {d.onderwerp}" for d in sorted(found)]


IN_REGISTER = ("CV155", "CV156")  # of which a text alone is no example


@pytest.mark.parametrize("geval", gevallen("overeenstemming"), ids=lambda geval: geval.titel)
def test_places_that_must_agree(geval: Geval) -> None:
    """Each gives the findings that its case lists, in order."""
    assert (bevindingen(onderzoek(geval.bron)) or ["goed"]) == geval.verwacht


CODES = {code.code for code in overeenstemming.CODES}
SECTIES = re.findall(
    r"^### (CV1[56]\d) .*?\n```text\nfout:(.*?)\ngoed:(.*?)\n```",
    (ROOT / "docs" / "diagnostiek.md").read_text("utf-8"),
    re.MULTILINE | re.DOTALL,
)


@pytest.mark.parametrize(
    ("code", "fout", "goed"),
    [one for one in SECTIES if one[0] in CODES and one[0] not in IN_REGISTER],
    ids=lambda text: text[:5].strip(),
)
def test_the_examples_in_the_docs_are_true(code: str, fout: str, goed: str) -> None:
    """The wrong one gives its code, the right one nothing of this subject."""
    teksten = [
        re.sub(r"\n(?!- )|(?<=:)\n", "\n\n", "\n".join(map(str.strip, text.splitlines())))
        for text in (fout, goed)
    ]
    gevonden = [[f.split()[0] for f in bevindingen(onderzoek(text))] for text in teksten]
    assert code in gevonden[0]
    assert gevonden[1] == []


def met(one: Onderzoek, **rijen: Any) -> Onderzoek:
    """Return the same with other rows in its registers."""
    return replace(one, registers=replace(one.registers, **rijen))


FEITEN = """\
---
soort: overleg
deelnemers: [gemeente-voorbeeldstad, politie]
frequentie: elke twee weken
bewaartermijn: P5Y
---
# Gezinsoverleg

## Verloop

"""


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("De gegevens worden na twee jaar vernietigd.", ["CV161 twee jaar"]),
        ("De bewaartermijn is 2 jaar.", ["CV161 2 jaar"]),
        ("De gegevens worden na vijf jaar vernietigd.", []),
        ("De gegevens van een melding worden een jaar bewaard.", []),
        ("In afwijking daarvan worden zij na twee jaar gewist.", []),
        ("Het overleg komt wekelijks bijeen.", ["CV161 wekelijks"]),
        ("Het overleg komt tweewekelijks bijeen.", []),
        ("Het overleg komt elk kwartaal of maandelijks bijeen.", []),
        ("De deelnemers zijn de Politie en het OM.", ["CV152 Openbaar Ministerie"]),
        ("De deelnemers zijn: Gemeente Voorbeeldstad en OM.", ["CV152 Openbaar Ministerie"]),
        ("Aan dit overleg neemt het OM deel.", ["CV152 Openbaar Ministerie"]),
        ("Het OM neemt niet deel.", []),
        ("De deelnemers zijn gehouden het OM te berichten.", []),
        ("Deelnemers zijn: de gemeente Voorbeeldstad en het OM.", ["CV152 Openbaar Ministerie"]),
        ("Aan dit overleg neemt de Politie deel, op uitnodiging van het OM.", []),
        ("De Politie neemt deel aan het overleg dat het OM voorzit.", []),
        ("Op verzoek van het OM neemt de Politie deel.", []),
        ("Aan dit overleg nemen deel: Politie en OM.", ["CV152 Openbaar Ministerie"]),
        ("De Politie en het OM nemen deel.", ["CV152 Openbaar Ministerie"]),
        ("De deelnemers vragen advies aan:\n\n- OM;\n- Reclassering Nederland.", []),
        ("De volgende deelnemers tekenen:\n\n- Politie;\n- Reclassering Nederland.", []),
        ("Het overleg komt twee keer per maand bijeen.", []),
        ("Het overleg komt één keer per maand bijeen.", ["CV161 één keer per maand"]),
        (
            "De deelnemers zijn:\n\n- Gemeente Voorbeeldstad;\n- OM; en\n- de wijkagent.",
            ["CV152 Openbaar Ministerie", "CV152 Nationale Politie"],
        ),
    ],
)
def test_the_text_of_an_overleg_is_held_against_its_facts(tekst: str, verwacht: list[str]) -> None:
    """Its term, how often it meets and who takes part, of the part that is about it alone."""
    deel = replace(
        element("# Deel 3 Overleggen\n", "deel-3/00-deel.md"),
        inhoud=(element(f"{FEITEN}{tekst}\n", "deel-3/01.md"),),
    )
    one = replace(onderzoek("Tekst."), convenant=Convenant(with_ankers((deel,)), ""))
    found = list(check_overlegfeiten(one))
    assert sorted(f"{d.code} {d.onderwerp}" for d in found) == sorted(verwacht)
    assert all("boven de tekst van" in d.tip for d in found)  # no rule, and not in the register


ANDERE_REGELS = """\
titel: Samenwerkingsovereenkomst
samenwerkingsverband: Samenwerking Voorbeeldstad
citeertitel: Overeenkomst Voorbeeldstad
editie: "2026"
delen: [deel-1]
regels:
  looptijd: {soort: onbepaalde tijd, artikel: artikel 7}
  opzegging: {opzegtermijn: P3M, per: maandeinde, vorm: schriftelijk, artikel: artikel 8}
  inwerking: {bij: allen, artikel: artikel 7}
"""


@pytest.mark.parametrize(
    ("zin", "woorden"),
    [
        ("Deze overeenkomst geldt tot en met 31 december 2029.", "31 december 2029"),
        ("Deze overeenkomst treedt in werking en eindigt op 1 juli 2029.", "1 juli 2029"),
        ("Deze overeenkomst is aangegaan voor de duur van vier jaar.", "vier jaar"),
        (
            "De deelname eindigt op 31 december van het jaar van opzegging.",
            "op 31 december van het",
        ),
        ("Opzegging is mogelijk tegen het einde van een jaar.", "tegen het einde van een jaar"),
        ("Opzegging is mogelijk per 1 januari van enig jaar.", "per 1 januari van enig jaar"),
        ("De looptijd van deze overeenkomst is vijf jaar.", "vijf jaar"),
        ("Deze overeenkomst heeft een looptijd van vier jaar.", "vier jaar"),
        ("Zij eindigt van rechtswege op 1 juli 2029.", "1 juli 2029"),
        ("De geheimhouding blijft. Zij geldt vijf jaar, of tot 1 juli 2031.", ""),
        ("Een project binnen deze overeenkomst eindigt op 31 december 2028.", ""),
        ("Wie opzegt, doet dat zo mogelijk voor het einde van het jaar.", ""),
        ("Deze overeenkomst treedt in werking na vaststelling.", "vaststelling"),
        ("Deze overeenkomst treedt in werking als het overleg haar vaststelt.", "vaststelt"),
        ("Deze overeenkomst treedt in werking zodra zes partijen hebben getekend.", "zes partijen"),
        ("Deze overeenkomst geldt voor onbepaalde tijd, vanaf 1 juli 2026.", ""),
        ("De geheimhouding in deze overeenkomst geldt vijf jaar, of tot 1 juli 2031.", ""),
        ("Deze overeenkomst wordt tot 1 juli 2029 ter inzage gelegd.", ""),
        ("Deze overeenkomst treedt in werking zodra alle partijen haar hebben ondertekend.", ""),
        ("Deze overeenkomst treedt na vaststelling in werking als alle partijen tekenen.", ""),
        ("Opzegging is mogelijk tegen het einde van elke kalendermaand.", ""),
        ("De huur van het kantoor wordt opgezegd met een opzegtermijn van een jaar.", ""),
    ],
)
def test_other_rules_have_other_words(zin: str, woorden: str) -> None:
    """A text for an indefinite time, that ends at any month's end, and begins when all signed."""
    instellingen, found = bind_text(SCHEMAS["convenant"], ANDERE_REGELS, "convenant.yaml")
    assert isinstance(instellingen, Instellingen), found
    one = replace(onderzoek(zin), registers=replace(registers(), instellingen=instellingen))
    found_words = [d.onderwerp for d in check_termijnen(one) if d.code == "CV161"]
    assert [words[: len(woorden)] for words in found_words] == ([woorden] if woorden else [])


@pytest.mark.parametrize(
    ("plaats", "tekst", "gevonden"),
    [
        ("", "De regisseur leidt. Bel de regisseur.", 0),  # the addendum is bound behind the text
        ("", "De procesbewaker leidt. Bel de procesbewaker, niet de regisseur.", 1),  # worked in
        ("deel-2", "De regisseur leidt. Bel de regisseur.", 1),  # it renames elsewhere only
    ],
)
def test_what_an_addendum_renames_itself_is_no_finding(
    plaats: str, tekst: str, gevonden: int
) -> None:
    """Nobody has to carry through what the addendum does; what it leaves, somebody has."""
    wijziging = Wijziging("hernoemen", plaats=plaats, oud="regisseur", nieuw="procesbewaker")
    addendum = Addendum("proef", Addendumgegevens("T", "B", date(2026, 1, 1), (wijziging,)), {})
    one = replace(onderzoek(tekst), addenda=(addendum,))
    assert len(list(check_naamwijziging(one))) == gevonden


def test_an_addendum_that_names_it_otherwise_than_its_besluit_is_told() -> None:
    """Whichever the text follows, one of the two is wrong."""
    wijziging = Wijziging("hernoemen", oud="regisseur", nieuw="procesbewaakster")
    addendum = Addendum("proef", Addendumgegevens("T", "B", date(2026, 1, 1), (wijziging,)), {})
    besluit = "## Besluit\n\nDe term regisseur te vervangen door procesbewaker."
    tekst = f"{besluit}\n\n## Aanpak\n\nDe regisseur leidt."
    one = replace(onderzoek(tekst), addenda=(addendum,))
    (found,) = check_naamwijziging(one)
    assert "'procesbewaker', en volgens het addendum 'T' 'procesbewaakster'" in found.melding


def test_a_partner_that_left_is_told_where_it_stands() -> None:
    """From the day on which it no longer takes part, once, with how often."""
    weg = Opzegging(datum=date(2025, 6, 1), partner="ggz", vorm="aangetekend")
    one = met(onderzoek("GGZ Verzonnenduinen.\n\nEn GGZ Verzonnenduinen."), gebeurtenissen=(weg,))
    assert bevindingen(one) == ["CV154 GGZ Verzonnenduinen"]
    assert bevindingen(replace(one, op=date(2025, 12, 31))) == []


def test_signatories_are_held_against_the_partners() -> None:
    """Two for one partner, and one for an organisation of another name; in turn is right."""
    one = onderzoek("Tekst.")
    eerste, tweede = one.registers.ondertekenaars
    ander = replace(eerste, sleutel="c", naam="C. Ander", organisatie="Gemeente Voorbeeldstad-Zuid")
    assert bevindingen(met(one, ondertekenaars=(eerste, tweede, ander))) == [
        "CV155 Gemeente Voorbeeldstad"
    ]
    na_elkaar = (
        replace(eerste, tot=date(2026, 5, 31)),
        replace(ander, van=date(2026, 6, 1)),
    )
    assert bevindingen(met(one, ondertekenaars=na_elkaar)) == []
    korps = replace(tweede, organisatie="Korps Verzonnen")
    assert bevindingen(met(one, ondertekenaars=(korps,))) == ["CV156 Korps Verzonnen"]


def test_what_a_careful_reader_finds_in_the_dossier_of_2018() -> None:
    """Each at its place: domein.md lists them, and nothing else is found."""
    dossier = Geopend(HOLLANDS_MIDDEN, date(2026, 11, 26))
    found = [
        (d.code, d.onderwerp, f"{PurePosixPath(d.position.path).stem}:{d.position.line}")
        for controle in CONTROLES
        for d in controle.functie(dossier.tekst().onderzoek)
    ]
    assert sorted(found) == [
        ("CV150", "Gemeente Gouda en Gemeente Leiden", "02-samenwerking:18"),
        ("CV155", "Leger des Heils", "ondertekenaars:81"),
        ("CV156", "Regionale Dienst Openbare Gezondheidszorg", "ondertekenaars:21"),
        ("CV159", "Focusoverleg / Top60-overleg", "04-werkwijze-en-werkproces:10"),
        ("CV159", "Groepsaanpak", "04-werkwijze-en-werkproces:18"),
        ("CV160", "19 regiogemeenten", "06-financiering:6"),
        ("CV163", "Privacyconvenant", "01-voorwoord:8"),
        ("CV164", "geschil", "10-addendum-samenwerkingsconvenant:47"),
    ]
    # In the other edition the new name was carried through.
    assert list(check_naamwijziging(dossier.tekst("doorlopend").onderzoek)) == []


_LANG = "Stichting Samenwerkingsverband Organisatieontwikkeling"
_LETTERGREPEN = dict(
    zip(
        map(ord, "0123456789"),
        ["ba", "de", "fi", "go", "ku", "le", "mi", "no", "pu", "ra"],
        strict=True,
    )
)


def namen(aantal: int) -> tuple[Partner, ...]:
    """Return partners with names of more than 60 letters, each its own."""
    return tuple(
        Partner(f"p{n}", f"{_LANG} V{f'{n:04}'.translate(_LETTERGREPEN)}", "ketenpartner")
        for n in range(aantal)
    )


def test_long_names_and_many_partners_are_read_in_bounded_time() -> None:
    """Twice as many cost about twice as much, and who is missing among them is found."""
    partners = namen(600)
    lijst = "".join(f"- {p.naam}\n" for p in partners[1:])
    one = onderzoek(
        f"De ketenpartners zijn:\n\n{lijst}\n\nEen melding gaat naar {partners[0].naam}."
    )
    begin = process_time()
    found = bevindingen(met(one, partners=partners, ondertekenaars=()))
    assert found == [f"CV150 {partners[0].naam}"]
    assert process_time() - begin < 3


def test_a_paragraph_without_end_is_read_in_bounded_time() -> None:
    """Of 10 kB: words that begin names, quotes, initials and numbers."""
    begin = process_time()
    for woorden in ("de Gemeente ", 'waar "Casustafel" ', "A. ", "alle 19 (x) ", "geschil aan de "):
        bevindingen(onderzoek(woorden * (10_000 // len(woorden)) + " gelezen partners"))
    assert process_time() - begin < 3
