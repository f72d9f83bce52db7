"""What the reader holds of a text: the cases of tests/cases/lezen.md, and its laws."""

import re
from collections.abc import Iterator

import pytest
from tests.gevallen import Geval, gevallen

from convenantwerk.basis.diagnostics import Diagnostic
from convenantwerk.tekst.aanduidingen import soort_van
from convenantwerk.tekst.adressen import Plaats, alle_plaatsen, houder, with_ankers
from convenantwerk.tekst.boom import (
    Alinea,
    Convenant,
    Element,
    Onderdeel,
    Tekst,
    Tekstbestand,
    plain,
)
from convenantwerk.tekst.citeren import Citaten
from convenantwerk.tekst.lezen import lees_tekst
from convenantwerk.tekst.omgeving import is_lid
from convenantwerk.tekst.schrijven import schrijf_tekst
from convenantwerk.tekst.vervallen import is_vervallen

# A case without a heading is the text of artikel 1.
ROMP = "# 9 Proef\n\n## Artikel 1 Proef\n\n"
GEVALLEN = gevallen("lezen")


def lees(bron: str) -> tuple[Tekstbestand, tuple[Diagnostic, ...]]:
    """Read a case, as the text of a file or of its artikel 1."""
    bestand, found = lees_tekst(bron if _is_bestand(bron) else ROMP + bron, "proef.md")
    assert bestand is not None, found
    return bestand, found


def _is_bestand(bron: str) -> bool:
    return any(line.startswith("#") for line in bron.split("\n"))


def held(bron: str) -> list[str]:
    """What is held, a line for each part, and the findings."""
    bestand, found = lees(bron)
    deel = bestand.element
    if deel.soort != "deel":
        deel = Element("deel", "Deel 1", "1", (Tekst("Proef"),), "deel-1", (deel,))
    convenant = Convenant(with_ankers([deel]), "proef")
    citaten = Citaten(convenant)
    lines = [
        f"{wat} | {re.sub('^deel-1-(?!-)', '', place.adres)} | {citaten.citeer(place.adres)}"
        for place, wat in _parts(convenant, all_of=_is_bestand(bron))
    ]
    return lines + [diagnostic.code for diagnostic in found]


def _parts(convenant: Convenant, *, all_of: bool) -> Iterator[tuple[Plaats, str]]:
    """Yield the parts that a case names; not its deel, nor the first alinea of an item."""
    romp = {"deel-1"} if plain(convenant.delen[0].opschrift) == "Proef" else set()
    places = [place for place in alle_plaatsen(convenant.delen) if place.adres not in romp]
    elements = {place.adres: place.part for place in places if isinstance(place.part, Element)}
    for place in places:
        boven = elements.get(houder(place.adres))
        is_romp = isinstance(place.part, Element) and not all_of
        if not is_romp and (not isinstance(place.part, Alinea) or boven is not None):
            yield place, _wat(place, boven) + (", vervallen" if is_vervallen(place.part) else "")


def _wat(place: Plaats, boven: Element | None) -> str:
    part = place.part
    match part:
        case Element():
            naam = part.nummer or f"“{plain(part.opschrift)}”"
            tussen = f" met “{part.scheiding.strip()}”" if part.scheiding else ""
            keuze = f", keuze {plain(part.vooraf)}" if part.vooraf else ""
            return f"{part.soort} {naam}{tussen}{keuze}"
        case Onderdeel():
            soort = "streepje" if soort_van(part.merk) == "streep" else "onderdeel"
            return f"{'lid' if boven and is_lid(boven, part) else soort} {part.merk}"
        case Alinea():
            return f"alinea “{plain(part.inhoud)}”"
        case _:
            return type(part).__name__.lower()


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.titel)
def test_a_text_is_held_as_a_jurist_reads_it(geval: Geval) -> None:
    """Each part has its kind, number, address and citation, and nothing else is there."""
    assert held(geval.bron) == geval.verwacht


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.titel)
def test_what_is_held_comes_back_the_same(geval: Geval) -> None:
    """Written and read again it is the same, and written once more no byte changes."""
    bestand, _ = lees(geval.bron)
    text = schrijf_tekst(bestand)
    again, _ = lees_tekst(text, "proef.md")
    assert again is not None
    assert again.element == bestand.element
    assert schrijf_tekst(again) == text


def test_there_are_enough_cases() -> None:
    """A table that shrinks is noticed, and no case stands in it twice."""
    assert len(GEVALLEN) >= 110
    assert len({geval.titel for geval in GEVALLEN}) == len(GEVALLEN)
