"""The language of a wijzigingsbesluit: the cases of tests/cases/wijzigingstaal.md."""

import re
from datetime import date

import pytest
from tests.addenda.test_afleiden import uitgevoerd, verwerkt
from tests.gevallen import CASES
from tests.renvooi.vergelijking.test_gevallen import edition
from tests.voorbeelden import HOLLANDS_MIDDEN

from convenantwerk.addenda.consolidatie import tekst_op
from convenantwerk.addenda.zinnen import zinnen
from convenantwerk.dossier.dossier import Wijziging
from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.renvooi.afleiding import leid_besluit_af


def cases() -> list[tuple[str, str, str, list[str]]]:
    """Title, old text, new text and expected sentences of every case."""
    text = (CASES / "wijzigingstaal.md").read_text(encoding="utf-8")
    found = []
    for block in text.split("\n## ")[1:]:
        titel, _, rest = block.partition("\n")
        oud, nieuw = (
            "\n".join(re.findall(r"^> ?(.*)", half, re.MULTILINE))
            for half in rest.split("\nwordt\n")
        )
        found.append((titel, oud, nieuw, re.findall(r"^- (.*)", rest, re.MULTILINE)))
    return found


@pytest.mark.parametrize(("titel", "oud", "nieuw", "verwacht"), cases())
def test_a_besluit_says_what_changes(titel: str, oud: str, nieuw: str, verwacht: list[str]) -> None:
    """The sentences are those a jurist would write, and carried out they give the new text."""
    left, right = edition(oud), edition(nieuw)
    derived = leid_besluit_af(left, right)
    assert [regel for zin in derived.zinnen for regel in zin.regels] == verwacht, titel
    assert uitgevoerd(left.delen, derived.wijzigingen) == right.delen
    assert verwerkt(left.delen, derived.wijzigingen) == right.delen
    said = [inner for one in derived.zinnen for inner in (one, *one.onder)]
    for zin in said:
        assert bool(zin.parts) == zin.tekst.endswith(("luidende:", "te luiden:"))
        assert " , " not in zin.tekst
        assert "  " not in zin.tekst


@pytest.mark.parametrize(
    ("was", "wordt", "anders"),
    [
        ("samenwerking", "samen\u00adwerking", "een zacht afbreekstreepje erbij"),
        ("De raad", "De\u00a0raad", "een vaste spatie in plaats van een spatie"),
        ("ra\u200bad", "raad", "een teken zonder breedte minder"),
    ],
)
def test_what_one_does_not_see_is_said(was: str, wordt: str, anders: str) -> None:
    """L21: words that look the same are not said to become themselves."""
    left, right = (edition(f"# 1 Kop\n\n{tekst} hoort partijen.\n") for tekst in (was, wordt))
    (zin,) = leid_besluit_af(left, right).zinnen
    assert f"({anders} in “" in zin.tekst


@pytest.mark.traag
def test_the_besluit_of_2018_in_words() -> None:
    """The wijzigingen of a hand-written addendum can be said as well."""
    dossier, _ = Dossierlezer(HOLLANDS_MIDDEN).dossier
    assert dossier is not None
    (addendum,) = dossier.addenda
    base = tekst_op(dossier, date(2018, 6, 17)).convenant
    wijzigingen = [w for w in addendum.gegevens.wijzigingen if w.soort != "aanhechten"]
    said = zinnen(base.delen, wijzigingen, addendum.teksten)
    texts = [zin.tekst for zin in said]
    assert texts[0] == "Aan hoofdstuk 7 worden elf artikelen toegevoegd, luidende:"
    assert len(said[0].parts) == 11
    assert (
        "In hoofdstuk 7, onder g, wordt “privacyconvenant” vervangen door “privacyprotocol”."
        in texts
    )
    assert "Voor het overleg Focusoverleg geldt het landelijke privacyprotocol." in texts
    assert said[0].toelichting == "Stuurgroepbesluit 18 juni 2018, onder a"


@pytest.mark.parametrize(
    ("wijziging", "zin"),
    [
        (
            Wijziging("vervangen-tekst", oud="Manager", nieuw="manager", overal="ja"),
            "In de gehele tekst wordt “Manager” telkens vervangen door “manager”.",
        ),
        (
            Wijziging("vervangen-tekst", "deel-1-hoofdstuk-1", oud="De Manager"),
            "In hoofdstuk 1 vervalt “De Manager”.",
        ),
        (
            Wijziging("hernoemen", oud="Manager", nieuw="Directeur"),
            "In de gehele tekst wordt “Manager” telkens vervangen door “Directeur”.",
        ),
    ],
)
def test_words_and_terms(wijziging: Wijziging, zin: str) -> None:
    """What only a hand-written addendum has is said too."""
    convenant = edition("# 1 Overleg\n\nDe Manager beslist.")
    assert [z.tekst for z in zinnen(convenant.delen, [wijziging], {})] == [zin]
