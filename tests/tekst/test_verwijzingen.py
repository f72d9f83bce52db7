"""References are found in natural text; the cases are in tests/cases/verwijzingen.md."""

import pytest
from tests.gevallen import Geval, gevallen

from convenantwerk.tekst.boom import Verwijsdoel
from convenantwerk.tekst.verwijzingen import find_verwijzingen


def described(naar: Verwijsdoel) -> str:
    """Return what a reference names, as the cases write it."""
    parts = [naar.soort, naar.nummer]
    parts += [f"lid {naar.lid}"] if naar.lid else []
    parts += [f"onder {naar.onderdeel}"] if naar.onderdeel else []
    parts += [f"tot {naar.tot}"] if naar.tot else []
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize("geval", gevallen("verwijzingen"), ids=lambda geval: geval.titel)
def test_the_references_of_a_sentence(geval: Geval) -> None:
    """Each sentence holds the references that its case lists, and no other."""
    found = [described(item.naar) for item in find_verwijzingen(geval.bron)]
    assert (found or ["geen"]) == geval.verwacht


def test_a_reference_knows_where_it_stands() -> None:
    """Start and end enclose the words as written."""
    text = "Zie artikel 8.4, onder b, en hoofdstuk 3."
    found = find_verwijzingen(text)
    assert [text[item.start : item.end] for item in found] == [
        "artikel 8.4, onder b",
        "hoofdstuk 3",
    ]
