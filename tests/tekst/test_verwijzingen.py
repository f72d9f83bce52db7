"""References are found in natural text; the cases are in tests/cases/verwijzingen.md."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.gevallen import Geval, gevallen

from convenantwerk.tekst.boom import Verwijzing, inline_van, plain
from convenantwerk.tekst.inhoud_wijzigen import herlezen
from convenantwerk.tekst.lezen import lees_tekst
from convenantwerk.tekst.regelingen import is_deze_tekst
from convenantwerk.tekst.schrijven import schrijf_tekst
from convenantwerk.tekst.verwijsdoel import Verwijsdoel
from convenantwerk.tekst.verwijswoorden import (
    AFKORTINGEN,
    BUREN,
    DIT,
    EN_VERDER,
    ONDER,
    RANGTELWOORDEN,
    SOORTEN,
    STUKKEN,
    TERUG,
    VOEGGROEPEN,
    VOEGWOORDEN,
    VOLZINNEN,
    ZELF,
)
from convenantwerk.tekst.verwijzingen import find_verwijzingen

GEVALLEN = gevallen("verwijzingen")


def described(naar: Verwijsdoel) -> str:
    """Return what a reference names, as the cases write it."""
    parts = [naar.soort, naar.nummer]
    parts += [f"lid {naar.lid}"] if naar.lid else []
    parts += [f"onder {naar.onderdeel}"] if naar.onderdeel else []
    parts += [f"tot {naar.tot}"] if naar.tot else []
    parts += [f"in {described(naar.binnen)}"] if naar.binnen else []
    parts += [f"van {naar.van}"] if naar.van and not is_deze_tekst(naar.van) else []
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.titel)
def test_the_references_of_a_sentence(geval: Geval) -> None:
    """Each sentence holds the references that its case lists, and no other."""
    found = [described(item.naar) for item in find_verwijzingen(geval.bron)]
    assert (found or ["geen"]) == geval.verwacht


def test_there_are_cases_of_every_kind() -> None:
    """A jurist can look up how each kind of reference is read."""
    kinds = {line.split(" ")[0] for geval in GEVALLEN for line in geval.verwacht}
    assert kinds >= {*SOORTEN.values(), "lid", "volzin", "opschrift", "web", "geen"}
    assert len(GEVALLEN) >= 170


def test_a_reference_knows_where_it_stands() -> None:
    """Start and end enclose the words as written."""
    text = "Zie artikel 8.4, onder b, en hoofdstuk 3; het eerste en tweede lid van artikel 5 AVG."
    found = find_verwijzingen(text)
    assert [text[item.start : item.end] for item in found] == [
        "artikel 8.4, onder b",
        "hoofdstuk 3",
        "eerste",
        "tweede lid van artikel 5",
    ]


def verwijzingen_in(text: str) -> list[Verwijzing]:
    """Return the references of a text as they are in the tree."""
    bestand, _ = lees_tekst(f"# 1 Kop\n\n{text}\n", "x.md")
    assert bestand is not None
    return [one for one in inline_van([bestand.element]) if isinstance(one, Verwijzing)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zie *artikel 5*, lid 2.", ["artikel 5"]),
        ("Zie **artikel 5, *tweede lid***.", ["artikel 5, "]),
        ("Zie artikel 5[^1], lid 2.\n\n[^1]: Artikel 6.", ["artikel 5", "Artikel 6"]),
        ("| a | b |\n| - | - |\n| artikel 5 | Artikel 6 AVG |", ["artikel 5", "Artikel 6"]),
        (r"Zie https://a.example/b\_c, artikel 5.", ["https://a.example/b_c", "artikel 5"]),
        ("*https://a.example/b_c*", ["https://a.example/b_c"]),
        ("_https://a.example/b_c/_", ["https://a.example/b_c/"]),
        (r"Zie https://a.example/b\*d, artikel 5.", ["artikel 5"]),
        ("Zie https://a.example/*b*.", []),
        ("[www.a.example]", ["www.a.example"]),
        ("_Zie artikel 5_ en __artikel 8.4__.", ["artikel 5", "artikel 8.4"]),
    ],
)
def test_what_stands_around_a_reference(text: str, words: list[str]) -> None:
    """Where emphasis or a note ends in it, the words before that stand for all of it."""
    assert [one.tekst for one in verwijzingen_in(text)] == words


def test_a_name_of_a_law_may_go_on_in_the_next_line() -> None:
    """Where a line of the file ends says nothing: written and read again it is the same law."""
    (found,) = verwijzingen_in("Zie artikel 5 van de Wet\nvoorbeeldzorg 2015.")
    assert found.naar.van == "Wet voorbeeldzorg 2015"


def test_an_address_is_where_it_leads() -> None:
    """The words stay as they are written, and the address is one that can be followed."""
    found = verwijzingen_in(r"Zie www.a.example/b\_c en mail a.b@c.example.")
    assert [one.naar.nummer for one in found] == [
        "https://www.a.example/b_c",
        "mailto:a.b@c.example",
    ]


# --- whatever is written ------------------------------------------------------------------------

_WOORDEN = sorted(
    {*SOORTEN, *ONDER, *RANGTELWOORDEN, *VOLZINNEN, *DIT, *TERUG, *BUREN, *VOEGWOORDEN, *ZELF}
    | {*STUKKEN, *AFKORTINGEN, "lid", "leden", "aanhef", "van", "de", "het", "bij", "in", "Wet"}
    | {" ".join(groep) for groep in (*VOEGGROEPEN, *EN_VERDER)}
)
_TEKENS = ["1", "2.3a", "5bis", "26ca", "1:1", "IV", "a", "bb", "2°", "1e", ",", ".", "(", ")", "-"]
_TEKENS += ["*", "**", "[", "]", "[^1]", "\\", "§", "/", "www.a.nl/_", "a@b.nl", "https://x.y/*"]
_EEN = st.sampled_from(_WOORDEN).flatmap(
    lambda woord: st.sampled_from([woord, woord.upper(), woord.title(), woord.capitalize()])
)
_STUK = st.one_of(_EEN, st.sampled_from(_TEKENS), st.text(max_size=4))
TEKST = st.lists(st.tuples(_STUK, st.sampled_from([" ", "", "\n", "\u00a0"])), max_size=40).map(
    lambda parts: "".join(one + between for one, between in parts)
)


@given(TEKST)
@example("2. Eerste lid is van toepassing.")
@example("Artikel 5, Eerste Lid, Sub A, VAN DE WET (")
@example("artikel 1 (")
@example("het eerste lid van het tweede lid van dat artikel van")
def test_whatever_is_written_can_be_read(text: str) -> None:
    """References do not overlap, are in order, and enclose words of the text."""
    end = 0
    for found in find_verwijzingen(text):
        assert end <= found.start < found.end <= len(text)
        assert not text[found.start].isspace()
        assert not text[found.end - 1].isspace()
        end = found.end


_IN_ADRES = st.text(alphabet="~^_*#&()[]<>`|.,;:!?=/@'\\-aw1", max_size=9)
_ADRES = st.builds(
    "{}{}{} {}".format,
    _IN_ADRES,
    st.sampled_from(["www.a.nl/", "https://a.nl/", "a@b.nl"]),
    _IN_ADRES,
    _IN_ADRES,
)


@given(st.one_of(TEKST, _ADRES))
@example("1www.a.nl/_www.a.nl/_")
@example("www.a.nl/~jan/_^")
@example("Zie \\leden 1e en §§ **IIa A.")
def test_what_is_found_stays_found(text: str) -> None:
    """Written and read again, or read again in the tree, a text has the same references."""
    line = " ".join(text.replace("[^1]", "").replace("!", "").split())
    bestand, found = lees_tekst(f"# 1 Kop\n\nx {line}\n", "x.md")
    if bestand is None or found:
        return
    again, _ = lees_tekst(schrijf_tekst(bestand), "x.md")
    assert again == bestand
    for part in bestand.element.inhoud:
        inhoud = getattr(part, "inhoud", ())
        assert plain(herlezen(inhoud)) == plain(inhoud)
