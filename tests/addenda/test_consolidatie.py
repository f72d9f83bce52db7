"""The text on a date, in both editions."""

from datetime import date

import pytest
from tests.voorbeelden import HOLLANDS_MIDDEN

from convenantwerk.addenda.consolidatie import tekst_op
from convenantwerk.dossier.dossier import Dossier
from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.papier.traversal import texts_of
from convenantwerk.renvooi.renvooi import eenheden
from convenantwerk.renvooi.vergelijking import vergelijk
from convenantwerk.stukken.tekst import Composer
from convenantwerk.tekst.adressen import alle_plaatsen
from convenantwerk.tekst.boom import Convenant, Element, elementen

VOOR, NA = date(2018, 6, 17), date(2018, 6, 18)
A = ("5", "8", "9", "12", "13", "14", "15", "16", "17", "22", "25")


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """The dossier of Hollands Midden."""
    found, _ = Dossierlezer(HOLLANDS_MIDDEN).dossier
    assert found is not None
    return found


def test_before_the_addendum_both_editions_are_the_base_text(dossier: Dossier) -> None:
    """On 17 June 2018 there is nothing to bind and nothing to work in."""
    for editie in ("met-addenda", "doorlopend"):
        assert tekst_op(dossier, VOOR, editie).convenant == tekst_op(dossier, VOOR).convenant
        assert tekst_op(dossier, NA, editie).diagnostics == ()


def test_the_doorlopende_tekst_differs_by_exactly_the_addendum(dossier: Dossier) -> None:
    """Every difference between 17 and 18 June 2018 is one of the besluiten a to e."""
    before = tekst_op(dossier, VOOR, "doorlopend").convenant
    after = tekst_op(dossier, NA, "doorlopend").convenant
    found = {
        (e.verschil.lot, (e.verschil.nieuw or e.verschil.oud).adres)  # type: ignore[union-attr]
        for e in eenheden(vergelijk(before, after).delen)
    }
    overleggen = [e.anker for e in elementen(after.delen) if e.soort == "overleg"]
    assert len(overleggen) == 10
    assert found == {
        *(("ingevoegd", f"deel-1-artikel-{nummer}") for nummer in A),
        ("gewijzigd", "deel-2"),
        ("gewijzigd", "voorwoord--2"),
        ("gewijzigd", "deel-1-hoofdstuk-7--g"),
        *(("gewijzigd", anker) for anker in overleggen),
        ("ingevoegd", "deel-2-verwerkingsverantwoordelijke"),
        ("ingevoegd", "deel-2-artikel-2"),
    }


def test_the_inserted_articles_are_those_of_the_bound_addendum(dossier: Dossier) -> None:
    """Word for word: what hoofdstuk 10 holds in the one edition stands in the text of the other."""
    bound = by_anker(tekst_op(dossier, NA).convenant)
    worked_in = by_anker(tekst_op(dossier, NA, "doorlopend").convenant)
    for nummer in A:
        anker = f"deel-1-artikel-{nummer}"
        assert worked_in[anker] == bound[anker]


def by_anker(convenant: Convenant) -> dict[str, Element]:
    """The titled parts of a text."""
    return {element.anker: element for element in elementen(convenant.delen)}


def test_the_name_of_the_privacyprotocol_changes_only_where_it_is_that_name(
    dossier: Dossier,
) -> None:
    """The name of the whole, "Samenwerkings- en Privacyconvenant", stays."""
    texts = [
        " ".join(texts_of(Composer.van(dossier, convenant).blocks()))
        for convenant in (
            tekst_op(dossier, VOOR).convenant,
            tekst_op(dossier, NA, "doorlopend").convenant,
        )
    ]
    whole = "Samenwerkings- en Privacyconvenant"
    assert texts[0].count(whole) == texts[1].count(whole) == 2
    assert [text.lower().count("privacyconvenant") for text in texts] == [5, 2]


def test_the_protocol_of_each_overleg_counts_in_both_editions(dossier: Dossier) -> None:
    """Besluit c gives the Focusoverleg the national protocol, besluit d the others the regional."""
    for editie in ("met-addenda", "doorlopend"):
        convenant = tekst_op(dossier, NA, editie).convenant
        protocol = {
            e.anker: e.feiten.protocol for e in elementen(convenant.delen) if e.feiten is not None
        }
        assert protocol.pop("deel-3-focusoverleg") == "landelijk"
        assert set(protocol.values()) == {"regionaal"}


def test_every_place_in_a_text_has_its_own_address(dossier: Dossier) -> None:
    """An address leads to one part, in both editions."""
    for editie in ("met-addenda", "doorlopend"):
        places = [p.adres for p in alle_plaatsen(tekst_op(dossier, NA, editie).convenant.delen)]
        assert len(places) == len(set(places))
