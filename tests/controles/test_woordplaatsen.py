"""Passages: the words of a text, each at the line and column where it stands in its file."""

import re

import pytest

from convenantwerk.controles.invullen import vul_in
from convenantwerk.controles.woordplaatsen import Passage, passages_van
from convenantwerk.dossier.dossier import Invulling
from convenantwerk.tekst.boom import Convenant
from convenantwerk.tekst.lezen import lees_tekst

TEKSTEN = {
    "een alinea over regels": "Partijen werken\nsamen en delen\nniets met derden.",
    "witruimte om regels": "Partijen werken  \n   samen en\n delen niets.",
    "een lid over regels": "## Artikel 1 Doel\n\n1. Het eerste lid\n   loopt door over\n   regels.",
    "onderdelen": "## Artikel 1 Doel\n\n1. Het lid:\n   a. stuk\n      dat doorloopt;\n   b. slot.",
    "los doorlopend": "- een streep\nloopt door zonder\ninspringing",
    "een noot": "Alinea met noot[^1] en\nmeer woorden.\n\n[^1]: Noot van\n    twee regels.",
    "escapes": "Een \\[haak\\] staat \\*hier\\* en\ndaar \\_ook\\_ op regels.",
    "nadruk": "Een *schuin woord\ndat doorloopt* en **vet\nwoord** hierna.",
    "verwijzing over regels": "Zie artikel 1,\neerste lid, onder\na, van dit convenant.",
    "wet over regels": "Zie artikel 6 van de Algemene\nverordening gegevensbescherming en\nmeer.",
    "hoog en laag": "Een m^2^ grond met CO~2~ erin\nen meer m^3^ lucht.",
    "een tabel": "| Kop | Andere |\n| --- | --- |\n| een cel | en \\*nog\\* een |",
    "een open veld": "Tekst [*Naam\nPartij*] en daarna\nnog meer.",
    "een regeleinde": "Eerste regel\\\ntweede regel en\nderde regel.",
}


def passages(text: str) -> tuple[list[str], Convenant, list[Passage]]:
    """Return the lines of a chapter, and its passages."""
    bron = f"# 2 Proef\n\n{text}\n"
    bestand, _ = lees_tekst(bron, "x.md")
    assert bestand is not None
    convenant = Convenant((bestand.element,), "proef")
    return bron.splitlines(), convenant, list(passages_van(convenant))


@pytest.mark.parametrize("text", TEKSTEN.values(), ids=TEKSTEN)
def test_each_word_is_at_its_place(text: str) -> None:
    """At every letter of a passage stands that letter in the file."""
    lines, _, found = passages(text)
    for passage in found:
        for match in re.finditer(r"[^\W_]|[.,:;]", passage.tekst):
            place = passage.plaats(match.start())
            assert lines[place.line - 1][place.column - 1] == match[0], (match, place)


def test_all_that_is_filled_in_is_at_its_place() -> None:
    """A value is longer than its invulveld: no place is past it, and what follows is right."""
    lines, convenant, _ = passages("Aan [x] en de [y].")
    waarden = [Invulling("x", "Gemeente Voorbeeldstad"), Invulling("y", "politie")]
    (_, passage) = passages_van(vul_in(convenant, waarden))
    at = {
        woord: passage.plaats(passage.tekst.index(woord)) for woord in ("Gem", "stad", " en", "p")
    }
    assert at["Gem"].column == lines[2].index("[x]") + 1
    assert at["stad"].column == lines[2].index("]") + 1
    assert at[" en"].column == lines[2].index(" en") + 1
    assert at["p"].column == lines[2].index("[y]") + 1
