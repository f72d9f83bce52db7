"""The report of an import has words for whatever a reader can tell."""

from typing import get_args

from convenantwerk.invoer.brok import Plek, Weggelaten, WegReden
from convenantwerk.opdrachten.importeren.rapport import REDENEN, eenmalig


def test_every_reason_has_a_name() -> None:
    """One of it, and more of it."""
    assert set(get_args(WegReden)) <= REDENEN.keys()
    assert all(len(namen) == 2 for namen in REDENEN.values())


def test_a_header_that_stands_on_one_page_is_asked_about() -> None:
    """It may be text; what returns with another number is a header, and so is one of Word."""
    page = [Plek("bladzijde", nummer, 1) for nummer in range(4)]
    weg = [
        Weggelaten("Convenant, pagina 1", page[1], "koptekst"),
        Weggelaten("Convenant,  pagina 2", page[2], "koptekst"),
        Weggelaten("af voordat zij een besluit nemen", page[2], "koptekst"),
        Weggelaten("Artikel 4 regelt dit.", page[3], "voettekst"),
        Weggelaten("3", page[3], "bladzijdenummer"),
        Weggelaten("Convenant", Plek("alinea", 1), "koptekst"),
    ]
    assert [(een.tekst, een.waarom.split(",")[0]) for een in eenmalig(weg)] == [
        ("af voordat zij een besluit nemen", "weggelaten als kopregel"),
        ("Artikel 4 regelt dit.", "weggelaten als voetregel"),
    ]
