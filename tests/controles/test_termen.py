"""The controles of terms; the cases are in tests/cases/termen.md."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.gevallen import Geval, gevallen
from tests.voorbeelden import HOLLANDS_MIDDEN, ROOT

from convenantwerk.basis.codes import termen
from convenantwerk.basis.diagnostics import Diagnostic, Position
from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.termen import andere_woorden, omschreven, onomschreven, vormen
from convenantwerk.dossier.dossier import Begrip, Instellingen, Registers
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.tekst.boom import Convenant
from convenantwerk.tekst.lezen import lees_tekst

CONTROLES = (
    *omschreven.CONTROLES,
    *vormen.CONTROLES,
    *onomschreven.CONTROLES,
    *andere_woorden.CONTROLES,
)
CODES = [code.code for code in termen.CODES]
INSTELLINGEN = Instellingen(
    titel="Samenwerkingsconvenant",
    samenwerkingsverband="Veiligheidshuis Voorbeeldstad",
    citeertitel="Convenant Voorbeeldstad",
    editie="proef",
    delen=(),
)


def gevonden(text: str, *begrippen: Begrip) -> list[Diagnostic]:
    """Return what is found in a chapter of one text; each stands at the words it is about."""
    source = f"# 2 Proef\n\n{text}\n"
    bestand, _ = lees_tekst(source, "proef.md")
    assert bestand is not None
    instellingen = replace(INSTELLINGEN, begrippen=begrippen)
    onderzoek = Onderzoek(
        registers=Registers("proef", instellingen, partners=(), ondertekenaars=()),
        convenant=Convenant((bestand.element,), "proef"),
    )
    found = sorted(d for controle in CONTROLES for d in controle.functie(onderzoek))
    lines = source.splitlines()
    for d in found:
        if d.position.path == "proef.md":
            there = lines[d.position.line - 1][d.position.column - 1 :]
            assert there.lower().startswith(d.onderwerp.lower())
    return found


def kort(found: list[Diagnostic]) -> list[str]:
    """Return findings as a case lists them: the code and the words."""
    for d in found:
        assert re.findall("'([^']*)'", d.melding)[0] == d.onderwerp
    return [f"{d.code} {d.onderwerp}" for d in found]


@pytest.mark.parametrize("geval", gevallen("termen"), ids=lambda geval: geval.titel)
def test_the_terms_of_a_chapter(geval: Geval) -> None:
    """Each gives the findings that its case lists, in order, at the first of the words."""
    assert (kort(gevonden(geval.bron)) or ["goed"]) == geval.verwacht


TEKST = "De ketenmanager en de coördinator helpen elke partner. Partijen bellen de coördinator."


def test_a_dossier_says_which_words_not_to_use() -> None:
    """Once for each word, with how often; a plural too."""
    ketenmanager = Begrip("ketenmanager", ("coördinator", "Manager"))
    een, ander = gevonden(TEKST, ketenmanager, Begrip("partner", ("partij",)))
    assert kort([een, ander]) == ["CV135 coördinator", "CV135 partij"]
    assert een.melding == (
        "'coördinator' staat hier waar dit convenant 'ketenmanager' zegt, en nog 1 keer, "
        "zoals op proef.md:3:75"
    )


def test_a_word_that_is_listed_with_a_capital_is_that_word_only() -> None:
    """A dossier may mean "de Manager" and leave managers alone."""
    begrip = Begrip("ketenmanager", ("Manager",))
    tekst = "De ketenmanager overlegt met managers en met een manager. {}"
    assert gevonden(tekst.format("Zo is het."), begrip) == []
    assert kort(gevonden(tekst.format("Dan beslist de Manager."), begrip)) == ["CV135 Manager"]


def test_a_listed_term_that_the_text_does_not_have_is_told() -> None:
    """A list that was carried over must not seem to guard what is not there."""
    begrip = Begrip("ketenregisseur", ("regiehouder",), Position("convenant.yaml", 9))
    assert kort(gevonden("De ketenmanager leidt.", begrip)) == ["CV139 ketenregisseur"]


def test_words_that_are_listed_are_not_proposed() -> None:
    """What the dossier says of a word, the program need not guess."""
    tekst = "De ketenmanager leidt. Een geschil gaat naar de Manager."
    assert kort(gevonden(tekst)) == ["CV136 Manager"]
    assert kort(gevonden(tekst, Begrip("ketenmanager", ("Manager",)))) == ["CV135 Manager"]


def test_words_for_one_thing_are_one_proposal_that_can_be_taken_over() -> None:
    """The tip is what convenant.yaml may hold; then each of them is told of."""
    tekst = (
        'De organisaties, hierna te noemen "Partners", werken samen. Zo doen Partners. '
        "Wat partijen en ketenpartners delen, hoort elke partij."
    )
    (een,) = gevonden(tekst)
    assert een.melding == (
        "'partijen' (2 keer), net als 'ketenpartners' (1 keer), lijkt hetzelfde te betekenen als "
        "'Partners' (2 keer)"
    )
    assert een.tip.endswith("{term: Partners, niet: [partijen, ketenpartners]}")
    found = kort(gevonden(tekst, Begrip("Partners", ("partijen", "ketenpartners"))))
    assert found == ["CV135 partijen", "CV135 ketenpartners"]


def test_a_text_with_parts_that_are_missing_may_use_a_term_there() -> None:
    """Of it nobody can tell whether a term is used."""
    tekst = "## Artikel 1 Begrippen\n\na. werkproces: een reeks stappen."
    assert kort(gevonden(tekst)) == ["CV132 werkproces"]
    bestand, _ = lees_tekst("---\nstatus: ontbreekt\n---\n# 3 Later\n", "later.md")
    ander, _ = lees_tekst(f"# 2 Proef\n\n{tekst}\n", "proef.md")
    assert bestand is not None
    assert ander is not None
    onderzoek = Onderzoek(convenant=Convenant((ander.element, bestand.element), "proef"))
    assert list(omschreven.check_ongebruikt(onderzoek)) == []


def test_they_are_asked_by_who_checks_a_dossier(klein: Path) -> None:
    """With the list of convenant.yaml, and its switches."""
    (klein / "convenant/deel-1/02-artikelen.md").write_text(f"# 2 Proef\n\n{TEKST}\n", "utf-8")
    path = klein / "convenant/convenant.yaml"
    lijst = "begrippen:\n  - {term: ketenmanager, niet: [coördinator]}\n"
    path.write_text(path.read_text("utf-8") + lijst, "utf-8")
    found = Geopend(klein, date(2019, 6, 1)).tekst().nagelezen
    assert [d.onderwerp for d in found if d.code == "CV135"] == ["coördinator"]


def test_what_a_careful_reader_finds_in_the_convenant_of_hollands_midden() -> None:
    """All of it is right, and each word is told once."""
    onderzoek = Geopend(HOLLANDS_MIDDEN, date(2026, 11, 24)).tekst().onderzoek
    found = sorted(d for controle in CONTROLES for d in controle.functie(onderzoek))
    assert {d.ernst for d in found} == {"hint"}
    woorden = {code: {d.onderwerp for d in found if d.code == code} for code in CODES}
    assert len(found) == sum(map(len, woorden.values()))
    assert {code: one for code, one in woorden.items() if one} == {
        "CV134": {"partners"},
        "CV136": {
            *("zorg- en veiligheidshuis", "Manager", "partijen", "jaarrapportage"),
            *("casushouder", "samenwerkingsovereenkomst"),
        },
        "CV137": {
            *("stuurgroep", "Privacy Protocol", "Plan van Aanpak", "Zorg- en veiligheidshuis"),
            *("casusoverleg", "veiligheidshuis", "procesregisseur"),
            "samenwerkings- en privacyconvenant",
        },
        "CV138": {
            *("Triage", "Casus", "Afschaling", "Convenant", "Procesregie", "Casusregie"),
            *("Werkproces", "Partneroverleg", "Informatiebeveiligingsbeleid", "Protocol"),
            *("Verwerker", "Verwerking", "Verwerkingsverantwoordelijke", "Regiekameroverleg"),
            "Aanmelding",
        },
    }


@pytest.mark.parametrize("code", [code for code in CODES if code != "CV139"])
def test_the_examples_of_the_docs_are_true(code: str) -> None:
    """In docs/diagnostiek.md each code has a text that is wrong, and one that is right."""
    docs = (ROOT / "docs" / "diagnostiek.md").read_text("utf-8")
    section = docs.split(f"### {code} ")[1].split("\n### ")[0]
    fout, goed = re.findall(r"^(?:fout|goed):  (.*)$", section, re.MULTILINE)
    begrippen = [Begrip("ketenmanager", ("coördinator",))] if code == "CV135" else []
    assert code in {d.code for d in gevonden(fout.replace(" / ", "\n\n"), *begrippen)}
    assert gevonden(goed.replace(" / ", "\n\n"), *begrippen) == []
