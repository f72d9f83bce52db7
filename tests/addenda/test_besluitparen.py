"""Three pairs of texts in the words of a besluit, as they were read aloud."""

from collections.abc import Callable

import pytest
from tests.addenda.test_afleiden import uitgevoerd
from tests.besluitparen import hoofdstuk_verhuist, leden_vernummerd, regeling
from tests.renvooi.vergelijking.test_gevallen import edition

from convenantwerk.renvooi.afleiding import leid_besluit_af
from convenantwerk.renvooi.wijzigingsbesluit import over_nummers

REGELING = [
    "In artikel 2, eerste lid, wordt “eenmaal” vervangen door “tweemaal”.",
    "Voor “bekend” wordt in artikel 3 “binnen vier weken” ingevoegd.",
    "In artikel 5, eerste lid, wordt “partner” vervangen door “deelnemer”.",
    "Aan artikel 8 wordt een lid toegevoegd, luidende:",
    "Artikel 11 komt te luiden:",
    "Het opschrift van artikel 12 vervalt.",
    "De artikelen 14 en 15 vervallen.",
    "Aan artikel 20 wordt, onder vervanging van de punt aan het slot van onderdeel c door een "
    "puntkomma, een onderdeel toegevoegd, luidende:",
    "Artikel 21 wordt als volgt gewijzigd:",
    "1. Voor de tekst wordt de aanduiding “1.” geplaatst.",
    "2. Er wordt een lid toegevoegd, luidende:",
    "In artikel 26, derde lid, vervalt “en voert die uit”.",
    "Na artikel 30 wordt een artikel ingevoegd, luidende:",
]
VERHUIST = [
    "In artikel 2 wordt “deelnemer” vervangen door “partner”.",
    "De paragrafen 1.3 en 1.2 worden vernummerd tot 1.2 en 1.3. De artikelen 4, 5, 2 en 3 worden "
    "vernummerd tot 2, 3, 4 en 5.",
    "Paragraaf 1.2 wordt geplaatst na paragraaf 1.1.",
]


@pytest.mark.parametrize(
    ("paar", "verwacht"), [(regeling, REGELING), (hoofdstuk_verhuist, VERHUIST)]
)
def test_a_besluit_can_be_read_aloud(
    paar: Callable[[], tuple[str, str]], verwacht: list[str]
) -> None:
    """In the order of the text, each artikel under one letter; carried out it gives the text."""
    oud, nieuw = map(edition, paar())
    besluit = leid_besluit_af(oud, nieuw)
    assert [regel for zin in besluit.zinnen for regel in zin.regels] == verwacht
    assert uitgevoerd(oud.delen, besluit.wijzigingen) == nieuw.delen


def test_every_lid_is_renumbered_in_one_sentence_per_artikel() -> None:
    """Nothing but the new lid is given, and the others get their numbers."""
    oud, nieuw = map(edition, leden_vernummerd())
    besluit = leid_besluit_af(oud, nieuw)
    texts = [zin.tekst for zin in besluit.zinnen]
    assert len(texts) == 6
    assert texts[2] == (
        "In artikel 3 wordt, onder vernummering van het eerste en tweede lid tot tweede en derde "
        "lid, een lid ingevoegd, luidende:"
    )
    assert uitgevoerd(oud.delen, besluit.wijzigingen) == nieuw.delen
    assert over_nummers(besluit.zinnen) == ""  # leden are named in their artikel


def test_which_numbers_are_meant_is_said() -> None:
    """Where titled parts get other numbers, the besluit tells which of them it names."""
    oud, nieuw = map(edition, hoofdstuk_verhuist())
    assert "voor onderdeel B de oude, daarna de nieuwe" in over_nummers(
        leid_besluit_af(oud, nieuw).zinnen
    )
