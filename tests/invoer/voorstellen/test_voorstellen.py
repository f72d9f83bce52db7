"""What is read in a text of its parties, signatories and rules: tests/cases/voorstellen.md."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.gevallen import Geval, gevallen
from tests.voorbeelden import HOLLANDS_MIDDEN

from convenantwerk.basis.als_yaml import als_waarden
from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.dossier.begin import Beginfeiten, Modelsoort
from convenantwerk.dossier.dossier import Dossier
from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.dossier.registers import Partner
from convenantwerk.invoer.voorstellen.alles import Voorstellen, stel_voor
from convenantwerk.invoer.voorstellen.ondertekenaars import Tekenvoorstel
from convenantwerk.invoer.voorstellen.overleggen import lees_overleg
from convenantwerk.invoer.voorstellen.partners import Partnervoorstel
from convenantwerk.invoer.voorstellen.regels.tabel import Regelvoorstel
from convenantwerk.opdrachten.nieuw import nieuw
from convenantwerk.tekst.adressen import with_ankers
from convenantwerk.tekst.boom import Element
from convenantwerk.tekst.deel import samengesteld
from convenantwerk.tekst.lezen import lees_tekst

GEVALLEN = gevallen("voorstellen")


def _element(text: str) -> Element:
    bestand, _ = lees_tekst(text, "geval.md")
    assert bestand is not None
    return bestand.element


def gelezen(bron: str) -> Voorstellen:
    """Return what is read in a text of one or more files, each begun by its heading."""
    texts = [f"# {text}" for text in f"\n{bron}".split("\n# ")[1:]] if bron[0] == "#" else [bron]
    deel = samengesteld("deel-1", [_element(text) for text in texts], NERGENS)
    return stel_voor(with_ankers([deel]))


def _partner(voorstel: Partnervoorstel) -> str:
    partner = voorstel.partner
    if not voorstel.zeker:
        return f"partner?: {partner.naam}: {voorstel.twijfel}"
    parts = [
        *(partner.naam, partner.soort, *(f"ook {naam}" for naam in partner.ook_bekend_als)),
        *(f"{wat} {is_}" for wat, is_ in (("kort", partner.kort), ("te", partner.zetel)) if is_),
        *([f"KvK {partner.kvk}"] if partner.kvk else []),
    ]
    return f"partner: {', '.join(parts)}"


def _ondertekenaar(voorstel: Tekenvoorstel) -> str:
    wie = voorstel.ondertekenaar
    mark = "" if voorstel.zeker else "?"
    return f"ondertekenaar{mark}: {wie.persoon}, {wie.functie}, {wie.organisatie}"


def _regel(voorstel: Regelvoorstel) -> str:
    if not voorstel.zeker:
        return f"{voorstel.naam}?: {voorstel.twijfel} ({voorstel.citaat})"
    waarden = als_waarden(voorstel.regel)
    artikel = waarden.pop("artikel")
    parts = ", ".join(f"{naam} {waarde}" for naam, waarde in waarden.items())
    return f"{voorstel.naam}{': ' if parts else ''}{parts} ({artikel})"


def _regels(voorstellen: Voorstellen) -> Iterator[str]:
    yield from map(_regel, voorstellen.regels)
    yield from map(_partner, voorstellen.partners)
    yield from map(_ondertekenaar, voorstellen.ondertekenaars)


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.titel)
def test_what_a_text_says(geval: Geval) -> None:
    """Each text says what its case lists, and no more."""
    assert (list(_regels(gelezen(geval.bron))) or ["geen"]) == geval.verwacht


def test_there_are_enough_cases() -> None:
    """At least twenty, of every rule that can be read but `melding`, sure and not sure."""
    assert len(GEVALLEN) >= 20
    words = {re.split(r"[?: ]", line)[0] for geval in GEVALLEN for line in geval.verwacht}
    assert {"looptijd", "opzegging", "toetreding", "inwerking", "wijziging"} < words
    assert {"gevolgen", "geheimhouding", "vergaderingen", "partner", "ondertekenaar"} < words


def _dossier(root: Path) -> tuple[Dossier, Voorstellen]:
    dossier, _ = Dossierlezer(root).dossier
    assert dossier is not None
    return dossier, stel_voor(with_ankers(dossier.delen))


@pytest.fixture(scope="module")
def hollands_midden() -> tuple[Dossier, Voorstellen]:
    """Return the dossier that was made by hand, and what is read from its text."""
    return _dossier(HOLLANDS_MIDDEN)


def _model(soort: Modelsoort, tmp_path: Path) -> tuple[Dossier, Voorstellen]:
    feiten = Beginfeiten(naam="Veiligheidshuis Voorbeeld", plaats="Voorbeeldstad", soort=soort)
    nieuw(tmp_path / soort, feiten, date(2026, 11, 26))
    return _dossier(tmp_path / soort)


# What people chose or read that no word of the text says, so that no import can find it.
_NIET_IN_DE_TEKST = {
    "looptijd": {"verjaardag", "gelezen_door"},
    "opzegging": {"grensgeval", "gelezen_door"},
    "gevolgen": {"geschillen"},
    "vergaderingen": {"stukken"},
}


def _verschillen(dossier: Dossier, voorstellen: Voorstellen) -> set[str]:
    """Return the keys of rules in which what was read is not what people wrote."""
    found = set()
    for voorstel in voorstellen.regels:
        weg = {"artikel", *_NIET_IN_DE_TEKST.get(voorstel.naam, ())}
        hand = als_waarden(getattr(dossier.instellingen.regels, voorstel.naam))
        read = als_waarden(voorstel.regel)
        assert voorstel.zeker
        found |= {
            f"{voorstel.naam}.{key}"
            for key in (read.keys() | hand.keys()) - weg
            if read.get(key) != hand.get(key)
        }
    return found


def test_the_rules_of_hollands_midden_are_read_from_its_text(
    hollands_midden: tuple[Dossier, Voorstellen],
) -> None:
    """What is read is what people wrote; to whom one gives notice the text does not say."""
    assert _verschillen(*hollands_midden) == {"opzegging.aan"}
    assert len(hollands_midden[1].regels) == 7


@pytest.mark.traag
def test_the_rules_of_the_models_are_read_from_their_texts(tmp_path: Path) -> None:
    """So it is with the models: what they state in words is read, all but a rewritten sentence."""
    gevallen: tuple[tuple[Modelsoort, set[str], int], ...] = (
        ("veiligheidshuis", {"gevolgen.uitgangspunt"}, 9),
        ("samenwerkingsovereenkomst", set(), 6),
    )
    for soort, anders, aantal in gevallen:
        dossier, voorstellen = _model(soort, tmp_path)
        assert (_verschillen(dossier, voorstellen), len(voorstellen.regels)) == (anders, aantal)


def test_the_partners_of_hollands_midden_are_read_from_its_text(
    hollands_midden: tuple[Dossier, Voorstellen],
) -> None:
    """All 31 of the register, of the same soort; and one that names no organisation is not sure."""
    dossier, voorstellen = hollands_midden
    sure = {v.partner.naam: v.partner.soort for v in voorstellen.partners if v.zeker}
    assert sure == {p.naam: p.soort for p in dossier.partners}
    unsure = [v.partner.naam for v in voorstellen.partners if not v.zeker]
    assert unsure == ["Gemeenten in de regio Hollands Midden"]


def test_signatures_on_one_line_are_those_of_the_register(
    hollands_midden: tuple[Dossier, Voorstellen],
) -> None:
    """As the source prints them: organisation, function and person behind each other."""
    dossier, _ = hollands_midden
    lines = [f"{o.organisatie} {o.functie} {o.persoon}" for o in dossier.ondertekenaars]
    blad = _element("# 8 Ondertekening\n\n" + "\n\n".join(lines) + "\n")
    read = stel_voor(with_ankers([*dossier.delen, samengesteld("blad", [blad], NERGENS)]))
    found = [v.ondertekenaar for v in read.ondertekenaars]
    assert [(o.organisatie, o.functie, o.persoon) for o in found] == [
        (o.organisatie, o.functie, o.persoon) for o in dossier.ondertekenaars
    ]
    assert [v.ondertekenaar.organisatie for v in read.ondertekenaars if not v.zeker] == [
        "Goodwillwerk Leger des Heils regio Den Haag"
    ]


_BEKEND = (
    "Politie, Eenheid Proefland-West",
    "Stichting Zorg en Wonen",
    "Raad voor Hulp, Toezicht en Advies",
    "Gemeente Proefdam",
)


@pytest.mark.parametrize(
    ("deelnemers", "sleutels", "open_"),
    [
        ("Gemeente Proefdam, Politie, Eenheid Proefland-West en Stichting Zorg en Wonen", "301", 0),
        ("Raad voor Hulp, Toezicht en Advies, Gemeente Proefdam", "23", 0),
        ("Stichting Zorg en Wonen en Gemeente Proefdam", "13", 0),
        ("Politie, Gemeente Proefdam", "3", 1),
        ("Gemeente Proefdam", "3", 0),
    ],
)
def test_names_with_a_comma_take_part_whole(deelnemers: str, sleutels: str, open_: int) -> None:
    """What parts names may stand in a name; then the register says which it is."""
    element = _element(f"---\nsoort: overleg\n---\n# Zorg\n\nDeelnemers: {deelnemers}\n")
    partners = [Partner(f"p{n}", naam, "ketenpartner") for n, naam in enumerate(_BEKEND)]
    voorstel = lees_overleg(element, partners)
    assert voorstel.feiten.deelnemers == tuple(f"p{n}" for n in sleutels)
    assert len(voorstel.twijfels) == open_
