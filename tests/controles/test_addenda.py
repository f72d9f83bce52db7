"""The controles of addenda: their order, and the text that they were written against."""

from datetime import date

import pytest

from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.dossier.dossier import Addendum, Addendumgegevens, Tegen, Wijziging
from convenantwerk.dossier.versie import Versie, Versiegegevens

DAG = date(2018, 6, 18)


@pytest.mark.parametrize(
    ("volgordes", "codes"),
    [(("", ""), ["CV027"]), (("1", ""), ["CV027"]), (("1", "1"), ["CV027"]), (("1", "2"), [])],
)
def test_addenda_of_one_day_need_an_order(volgordes: tuple[str, ...], codes: list[str]) -> None:
    """Which comes first can decide what the text becomes, so somebody must have said it."""
    change = (Wijziging("hernoemen", plaats="deel-1", nieuw="X"),)
    addenda = tuple(
        Addendum(f"proef-{number}", Addendumgegevens("T", "B", DAG, change, volgorde=volgorde), {})
        for number, volgorde in enumerate(volgordes)
    )
    found = bevindingen(Onderzoek(addenda=addenda), "addenda")
    assert [f.code for f in found] == codes


@pytest.mark.parametrize(
    ("tegen", "codes"),
    [
        (None, []),
        (Tegen("2017", "ab12"), []),
        (Tegen("2017", "ab99"), ["CV028"]),
        (Tegen("2016", "ab12"), ["CV028"]),
    ],
)
def test_an_addendum_knows_what_it_was_written_against(
    tegen: Tegen | None, codes: list[str]
) -> None:
    """Another version, or one that is not there, is a fout; the sha256 may be shortened."""
    addendum = Addendum("proef", Addendumgegevens("T", "B", DAG, (), tegen=tegen), {})
    gegevens = Versiegegevens("2017", "B", DAG, "2017", (), "ab12cd34")
    versie = Versie(gegevens, "convenant/versies/2017", gaaf=True)
    found = bevindingen(Onderzoek(addenda=(addendum,), versies=(versie,)), "tegen")
    assert [f.code for f in found] == codes
