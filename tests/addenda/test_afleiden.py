"""Derived addenda: carrying them out on the old edition gives exactly the new one."""

from collections.abc import Iterable
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.bomen import OP, ZINNEN, edities
from tests.renvooi.vergelijking.test_gevallen import edition
from tests.wetten import voorbeelden

from convenantwerk.addenda.aanwijzen import Wegwijzer
from convenantwerk.addenda.addendumwerk import Werk
from convenantwerk.addenda.afleider import Afgeleid
from convenantwerk.addenda.boom_wijzigen import Delen
from convenantwerk.addenda.tekst_vervangen import telling
from convenantwerk.addenda.wijzigingen import pas_toe, voer_uit
from convenantwerk.dossier.dossier import Addendum, Addendumgegevens
from convenantwerk.renvooi.afleiding import leid_besluit_af
from convenantwerk.tekst.adressen import Part, alle_plaatsen, houder, in_part
from convenantwerk.tekst.boom import Convenant
from convenantwerk.tekst.citeren import Citaten
from convenantwerk.tekst.lezen import lees_fragment
from convenantwerk.tekst.schrijven import schrijf_fragment


def uitgevoerd(delen: Delen, afgeleid: Iterable[Afgeleid]) -> Delen:
    """A text after wijzigingen were carried out one by one, as a besluit says them."""
    werk = Werk(delen, {one.wijziging.tekst: one.parts for one in afgeleid if one.parts})
    for one in afgeleid:
        _citaat_staat_er_eenmaal(werk.delen, one)
        voer_uit(werk, one.wijziging)
    return werk.delen


def _citaat_staat_er_eenmaal(delen: Delen, one: Afgeleid) -> None:
    """Quoted words stand once in the place that is named, or are replaced every time."""
    wijziging = one.wijziging
    if wijziging.soort != "vervangen-tekst" or not wijziging.plaats:
        return
    parts = {place.adres: place.part for place in alle_plaatsen(delen)}
    wegwijzer = Wegwijzer(Citaten(Convenant(delen, "")), parts)
    adres = wijziging.plaats
    named = parts[houder(adres) if wegwijzer.is_enige(adres) else adres]
    times = sum(telling(part, wijziging.oud) for part in in_part(named))
    assert times > 1 if wijziging.overal == "ja" else times == 1, wijziging


def teksten(afgeleid: tuple[Afgeleid, ...]) -> dict[str, tuple[Part, ...]]:
    """The texts of an addendum, written to files and read back."""
    found = {}
    for one in afgeleid:
        if one.parts:
            path = f"addenda/afgeleid/{one.wijziging.tekst}"
            found[one.wijziging.tekst], _ = lees_fragment(schrijf_fragment(one.parts), path)
    return found


def verwerkt(delen: Delen, afgeleid: tuple[Afgeleid, ...]) -> Delen:
    """A text in which an addendum is worked, of which the texts were written to files."""
    gegevens = Addendumgegevens("T", "B", OP, tuple(one.wijziging for one in afgeleid))
    made, found = pas_toe(delen, Addendum("x", gegevens, teksten(afgeleid)), "doorlopend")
    assert found == []
    return made


@pytest.mark.proef
@pytest.mark.traag
@voorbeelden(200)
@given(edities())
def test_derive_then_apply_gives_the_new_edition(paar: tuple[Convenant, Convenant]) -> None:
    """Also after its texts were written to files and read back, and sentence by sentence."""
    oud, nieuw = paar
    afgeleid = leid_besluit_af(oud, nieuw).wijzigingen
    assert uitgevoerd(oud.delen, afgeleid) == nieuw.delen
    assert verwerkt(oud.delen, afgeleid) == nieuw.delen


AANHEF, DOEL, DUUR, SLOT = (
    "Partijen komen overeen:\n\n",
    "# Artikel 1 Doel\n\nHet doel.\n",
    "\n# Artikel 2 Duur\n\n1. Een jaar.\n\n2. Twee jaar.\n",
    "\n---\n\nAldus overeengekomen.\n",
)
ARTIKELEN = [
    AANHEF + DOEL + DUUR,
    AANHEF + DOEL + DUUR + SLOT,
    AANHEF + DOEL + DUUR.replace("Een", "Drie") + SLOT.replace(".", " te Voorbeeldstad."),
    AANHEF + DOEL + "\n# Bijlage 1 Kaart\n\nEen kaart.\n" + SLOT + "\nDe secretaris\n",
    DOEL + DUUR + "\n---\n\nGetekend op 1 mei.\n",
]


@pytest.mark.parametrize(("oud", "nieuw"), list(permutations(ARTIKELEN, 2)))
def test_a_text_of_artikelen_comes_out_whole(oud: str, nieuw: str) -> None:
    """L20: with an aanhef and closing lines that come, go or change; nothing is lost in files."""
    left, right = edition(oud), edition(nieuw)
    afgeleid = leid_besluit_af(left, right).wijzigingen
    assert verwerkt(left.delen, afgeleid) == right.delen


_woorden = st.sampled_from(["twee", "vier", "zes", "elk half jaar"])
_leden = st.lists(
    st.sampled_from(ZINNEN).flatmap(lambda zin: _woorden.map(lambda woord: f"{zin}, {woord}.")),
    min_size=1,
    max_size=4,
)


@st.composite
def artikelen(draw: st.DrawFn) -> str:
    """One artikel of bare text, of alineas or of leden, with onderdelen or without."""
    leden = draw(_leden)
    opschrift = draw(st.sampled_from(["", " Duur", " Duur, en twee zaken meer"]))
    vorm = draw(st.sampled_from(["tekst", "alineas", "leden", "onderdelen"]))
    tekst = {
        "tekst": leden[0],
        "alineas": "\n\n".join(leden),
        "leden": "\n".join(f"{at}. {lid}" for at, lid in enumerate(leden, start=1)),
        "onderdelen": "Te weten:\n\n"
        + "\n".join(f"{letter}. {lid}" for letter, lid in zip("abcd", leden, strict=False)),
    }[vorm]
    return f"# 1 Proef\n\n## Artikel 1{opschrift}\n\n{tekst}\n"


@pytest.mark.traag
@voorbeelden(150)
@given(artikelen(), artikelen())
def test_an_artikel_gets_leden_loses_them_or_changes(oud: str, nieuw: str) -> None:
    """Whatever becomes of it, the sentences can be carried out, and what they quote stands once."""
    left, right = edition(oud), edition(nieuw)
    besluit = leid_besluit_af(left, right)
    assert uitgevoerd(left.delen, besluit.wijzigingen) == right.delen
    for zin in (inner for one in besluit.zinnen for inner in (one, *one.onder)):
        assert "“”" not in zin.tekst
        assert "“,”" not in zin.tekst
        assert "  " not in zin.tekst


@voorbeelden(50)
@given(edities())
def test_equal_editions_need_no_addendum(paar: tuple[Convenant, Convenant]) -> None:
    """Nothing is derived when nothing differs."""
    for convenant in paar:
        assert leid_besluit_af(convenant, convenant).wijzigingen == ()
