"""The laws of reading and writing: nothing is lost, and the second time nothing changes."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.voorbeelden import HOLLANDS_MIDDEN
from tests.wetten import voorbeelden

from convenantwerk.tekst.aanduidingen import form, soort_van
from convenantwerk.tekst.adressen import afgeleid_anker, parts_of
from convenantwerk.tekst.boom import (
    Alinea,
    Blok,
    Element,
    Inline,
    Invulveld,
    Nadruk,
    Onderdeel,
    Opsomming,
    Regeleinde,
    Tabel,
    Tekst,
    Tekstbestand,
    Verwijzing,
    Voetnoot,
    inhouden,
    plain,
)
from convenantwerk.tekst.inhoud_wijzigen import herlezen
from convenantwerk.tekst.lezen import lees_fragment, lees_tekst
from convenantwerk.tekst.schrijven import schrijf_fragment, schrijf_tekst

SOURCES = sorted(HOLLANDS_MIDDEN.rglob("*.md"))


def read(text: str) -> Tekstbestand:
    """Read a text that has a heading."""
    bestand, _ = lees_tekst(text, "proef.md")
    assert bestand is not None, text
    return bestand


def words(element: Element) -> list[str]:
    """All words of an element, marks and footnotes included, in reading order."""
    own = f"{element.aanduiding} {_visible(element.opschrift)}".split()
    return own + [word for part in element.inhoud for word in _words(part)]


def _words(part: Element | Blok) -> list[str]:
    if isinstance(part, Element):
        return words(part)
    if isinstance(part, Opsomming):
        items = [
            (item.merk, *(w for b in item.inhoud for w in _words(b))) for item in part.onderdelen
        ]
        return [word for item in items for word in item]
    return [word for inhoud in inhouden(part) for word in _visible(inhoud).split()]


def _visible(inhoud: tuple[Inline, ...]) -> str:
    notes = " ".join(plain(i.inhoud) for i in inhoud if isinstance(i, Voetnoot))
    return f"{plain(inhoud)} {notes}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_sources_are_in_the_form_the_writer_gives(path: Path) -> None:
    """Every text of the dossier is written exactly as the writer would write it."""
    text = path.read_text(encoding="utf-8")
    bestand, found = lees_tekst(text, path.name)
    assert found == ()
    assert bestand is not None
    assert schrijf_tekst(bestand) == text


# --- any tree comes back ------------------------------------------------------------------

characters = st.sampled_from("abz AZ09.,;:()*_[]#|-+!°^\\<>&{}/'\"é€–§~=`")
plain_text = (
    st.text(characters, min_size=1, max_size=20)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text and not text.endswith("\\"))
)


def spaced(parts: Sequence[Inline]) -> tuple[Inline, ...]:
    """Put characters between parts, as emphasis cannot touch emphasis in Markdown."""
    found: list[Inline] = [Tekst("x ")]
    for part in parts:
        if isinstance(part, Tekst):
            found[-1:] = [Tekst(f"{_text(found[-1])}{part.tekst} ")]
        else:
            after = "x " if isinstance(part, Regeleinde) else " x "
            found += [part, Tekst(after)]
    found[-1:] = [Tekst(f"{_text(found[-1])}x")]
    return tuple(found)


def _text(inline: Inline) -> str:
    assert isinstance(inline, Tekst)
    return inline.tekst


word = st.sampled_from(
    ["woord", "Naam Partij", "zorg- en", "...", "één", "5.3", "a.", "x*y", "[z", "<!-- x -->"]
)
emphasis = st.builds(
    lambda soort, text: Nadruk(soort, (Tekst(text),)),
    st.sampled_from(["cursief", "vet"]),
    st.sampled_from(["woord", "Naam Partij", "zorg- en", "één"]),
)
hoogte = st.builds(
    lambda soort, text: Nadruk(soort, (Tekst(text),)),
    st.sampled_from(["hoog", "laag"]),
    st.sampled_from(["2", "e", "n+1", "3°"]),
)
invulveld = st.builds(
    lambda inner: Invulveld((inner,)), st.one_of(st.builds(Tekst, word), emphasis)
)
inline = st.lists(
    st.one_of(st.builds(Tekst, plain_text), emphasis, hoogte, invulveld, st.builds(Regeleinde)),
    max_size=4,
).map(lambda parts: herlezen(spaced(parts)))
alinea = st.builds(Alinea, inline)
regels = st.lists(st.one_of(word, st.just("a <br> b")), min_size=1, max_size=3)
cel = regels.map(lambda texts: tuple(p for text in texts for p in (Regeleinde(), Tekst(text)))[1:])
tabel = st.lists(st.tuples(cel, cel), min_size=1, max_size=3).map(
    lambda rows: Tabel(rows[0], tuple(rows[1:]), ("links", "rechts"))
)


MERKEN: dict[str, list[str]] = {
    "streep": ["-"] * 4,
    "gedachtestreep": ["\u2013"] * 4,
    "punt": ["•"] * 4,
    "nummer": ["1.", "2.", "3."],
    "ingevoegd": ["1.", "1a.", "2."],
    "haakje": ["1)", "2)", "3)"],
    "graad": ["1°.", "2°.", "3°."],
    "rang": ["1e.", "2e.", "3e."],
    "letter": ["a.", "b.", "c."],
    "haakjes": ["(a)", "(b)", "(c)"],
    "romeins": ["(i)", "(ii)", "(iii)"],
    "hoofdletter": ["A.", "B.", "C."],
    "lid": ["5.1", "5.2", "5.3"],
    "driedelig": ["1.4.1", "1.4.2", "1.4.3"],
}
# One alone of these begins an ordinary line too, and makes no list.
TWIJFEL = ("rang", "hoofdletter")


def opsomming(inner: st.SearchStrategy[Blok]) -> st.SearchStrategy[Opsomming]:
    """Lists of one to three items, which hold what `inner` gives."""

    def build(naam: str, inhouden: list[list[Blok]]) -> Opsomming:
        if naam in TWIJFEL and len(inhouden) == 1:
            naam = "letter"
        items = [
            Onderdeel(merk, tuple(inhoud))
            for merk, inhoud in zip(MERKEN[naam], inhouden, strict=False)
        ]
        return Opsomming(soort_van(items[0].merk), tuple(items))

    content = st.lists(inner, max_size=2).filter(mixed)
    item = st.tuples(alinea, content).map(lambda parts: [parts[0], *parts[1]])
    return st.builds(build, st.sampled_from(sorted(MERKEN)), st.lists(item, min_size=1, max_size=3))


def mixed(bloks: list[Blok]) -> bool:
    """No two lists of one form follow each other: they would be one list."""
    return not any(
        isinstance(a, Opsomming) and isinstance(b, Opsomming) and _vorm(a) == _vorm(b)
        for a, b in pairwise(bloks)
    )


def _vorm(opsomming: Opsomming) -> str:
    return form(opsomming.onderdelen[0].merk)


blok: st.SearchStrategy[Blok] = st.recursive(st.one_of(alinea), opsomming, max_leaves=6)
bodies = st.lists(st.one_of(blok, tabel), min_size=1, max_size=4).filter(mixed)


@voorbeelden(150)
@given(bodies)
def test_every_tree_comes_back_the_same(bodies: list[Blok]) -> None:
    """read(write(tree)) == tree, for trees with nested lists, emphasis and odd characters."""
    element = Element("hoofdstuk", "3", "3", (Tekst("Kop"),), "hoofdstuk-3", tuple(bodies))
    text = schrijf_tekst(Tekstbestand("", element))
    again = read(text)
    assert again.element == element
    assert schrijf_tekst(again) == text


# --- headings -----------------------------------------------------------------------------

NUMMERS = ["1", "5a", "26ca", "5bis", "3.9a", "2.1.3", "1:1", "7A", "I", "IIa", "XIV", "B", "B2"]
_WOORDEN = {
    "deel": "Deel",
    "boek": "Boek",
    "hoofdstuk": "Hoofdstuk",
    "titel": "Titel",
    "afdeling": "Afdeling",
    "paragraaf": "Paragraaf",
    "artikel": "Artikel",
    "bijlage": "Bijlage",
}
_SCHEIDINGEN = ["", "", ".", ":", " \u2013", " -", ".-"]
_OPSCHRIFTEN = ["Duur", "Het overleg en wie erin zit", "[Vervallen]"]


@st.composite
def koppen(draw: st.DrawFn, soort: str, niveau: int, inhoud: tuple[Blok, ...] = ()) -> Element:
    """A numbered heading, as people write them, with what stands under it."""
    nummer = draw(st.sampled_from(NUMMERS))
    spatie = draw(st.sampled_from([" ", " ", "\u00a0"]))
    opschrift = draw(st.sampled_from(_OPSCHRIFTEN))
    vooraf = draw(st.sampled_from([(), (), (Invulveld((Tekst("Optioneel:"),)),)]))
    element = Element(
        soort,  # type: ignore[arg-type]  # one of the words above
        f"{_WOORDEN[soort]}{spatie}{nummer}",
        nummer,
        (Tekst(opschrift),),
        "",
        inhoud,
        niveau,
        scheiding=draw(st.sampled_from(_SCHEIDINGEN)),
        vooraf=vooraf,
    )
    return replace(element, anker=afgeleid_anker(element))


@st.composite
def teksten(draw: st.DrawFn) -> Element:
    """A file: a numbered part with numbered parts in it, or artikelen with aanhef and slot."""
    inner = draw(st.lists(bodies.map(tuple), min_size=2, max_size=3))
    if draw(st.booleans()):
        soorten = draw(st.lists(st.sampled_from(sorted(_WOORDEN)), min_size=2, max_size=3))
        element = draw(koppen(soorten[-1], len(soorten), inner[0]))
        for niveau in range(len(soorten) - 1, 0, -1):
            boven = draw(koppen(soorten[niveau - 1], niveau, inner[1]))
            element = replace(boven, inhoud=(*boven.inhoud, element))
        return element
    artikelen = [draw(koppen("artikel", 2, inhoud)) for inhoud in inner]
    aanhef = draw(bodies)
    slot = Element("slot", "", "", (), "artikelen-slot", tuple(draw(bodies)), 0)
    inhoud = (*aanhef, *artikelen, slot)
    return Element("artikelen", "", "", (), "artikelen", inhoud, 0)


@voorbeelden(150)
@given(teksten())
def test_every_file_comes_back_the_same(element: Element) -> None:
    """read(write(file)) == file, for all kinds of headings, and of a text of artikelen only."""
    text = schrijf_tekst(Tekstbestand("", element))
    again = read(text)
    assert again.element == element
    assert schrijf_tekst(again) == text


# --- any text keeps its words -------------------------------------------------------------

fragments = st.sampled_from(
    [
        *(
            "Tekst met *nadruk* en **vet**.",
            "- streep",
            "a. letter",
            "b. letter",
            "1. een",
            "2) twee",
        ),
        *("5.3 lid", "  ingesprongen", "    dieper", "", "", "[Naam Partij] en [...]", "## Kop"),
        *("## Artikel 5 Kop", "### 1.1 Sub", "| a | b |\n| - | - |\n| 1 | 2 |", "---", "   - sub"),
        *("zie artikel 8.4, onder b", "een\\", "noot[^1] hier", "*half", "\\*ster\\*", "1°. graad"),
        *(
            r"let op\![veld]",
            r"\![x](y.png)",
            "[^1] eerst",
            "> aanhaling",
            "```",
            "    code",
            "<b>html</b>",
            "&amp; &lt;",
            "[x](y)",
            "![a](b.png)",
            "+ plus",
        ),
        *("A. Jansen tekent.", "A. doel", "B. middel", "(a) een", "(b) twee", "(i) roman"),
        *("1e. rang", "2e. rang", "1a. lid", "3b. lid", "1.4.2 lid", "1° graad", "\u2013 streep"),
        *("• punt", r"\• geen punt", "[Vervallen]", "[vervallen per 1 mei 2020];", "ca. tien"),
        *("## Artikel 1: Doel", "## [Optie] Artikel 2", "### § 2. Twee", "## Artikel vijf"),
        *("##\u00a0Titel 2", "\u3000\u3000inspringing", "5.3\u2007lid", "A)\u202fdoel", "1/ iets"),
    ]
)


@voorbeelden(300)
@given(st.lists(fragments, max_size=12))
@example(["a. letter", "    dieper", "5.3 lid"])
def test_any_text_is_stable_the_second_time(lines: list[str]) -> None:
    """write(read(text)) is read back to the same tree and written to the same bytes."""
    first, found = lees_tekst("# Kop\n\n" + "\n".join(lines) + "\n\n[^1]: de noot", "x.md")
    if first is None or any(f.code == "CV013" for f in found):
        return
    once = schrijf_tekst(first)
    again, _ = lees_tekst(once, "x.md")
    assert again is not None
    assert words(again.element) == words(first.element)
    assert schrijf_tekst(again) == once


@pytest.mark.parametrize(
    ("bron", "geschreven"),
    [
        ("_x*1*_", "_x*1*_"),
        ("_zeer *goed*_", "*zeer _goed_*"),
        ("**x __1__ y**", "**x __1__ y**"),
        ("a/_: *1*_", "a/*: _1_*"),
        ("*zeer*_goed_", "*zeer*_goed_"),
        ("_zeer_*goed*e", "_zeer_*goed*e"),
        ("on_geveer_, on*geveer* en on*ge*_veer_", "on\\_geveer\\_, on*geveer* en on*ge*_veer_"),
        ("__*goed*__", "**_goed_**"),
        ("*__goed__*", "***goed***"),
        ("**goed***zo*", "**goed**_zo_"),
        ("_a_*b*_c_", "*a*_b_*c*"),
        ("_._**a**", "*.*__a__"),
        ("*www.a.nl/_1_ 1*", "*www.a.nl/_1_ 1*"),
        ("***wat![x]***", "***wat\\![x]***"),
        ("a~<br>~ en m^<br>^", "a\\~\\<br>\\~ en m\\^\\<br>\\^"),
    ],
)
def test_emphasis_against_emphasis_stays_what_it_is(bron: str, geschreven: str) -> None:
    """Signs of emphasis that lie against each other are told apart when it is read again."""
    bestand = read(f"# Kop\n\nx {bron}\n")
    once = schrijf_tekst(bestand)
    assert once == f"# Kop\n\nx {geschreven}\n"
    assert read(once) == bestand


# --- pieces of text for an addendum -------------------------------------------------------

artikelen = st.builds(
    lambda bodies, number: Element(
        "artikel",
        f"Artikel {number}",
        str(number),
        (Tekst("Kop"),),
        f"artikel-{number}",
        tuple(bodies),
        niveau=2,
    ),
    bodies,
    st.integers(1, 9),
)


def test_a_backslash_before_a_sign_that_it_does_not_guard_is_text() -> None:
    """It stands before the reference to a paragraaf, and is no part of it."""
    (once,), _ = lees_fragment("zie \\§ 2 en \\* en \\§ 3\n", "proef.md")
    assert lees_fragment(schrijf_fragment([once]), "proef.md")[0] == (once,)
    assert isinstance(once, Alinea)
    assert plain(once.inhoud) == "zie \\§ 2 en * en \\§ 3"
    assert [one.tekst for one in once.inhoud if isinstance(one, Verwijzing)] == ["§ 2", "§ 3"]


@voorbeelden(150)
@given(st.one_of(st.just([]), bodies), st.lists(artikelen, max_size=2))
def test_every_fragment_comes_back_the_same(bodies: list[Blok], titled: list[Element]) -> None:
    """read(write(parts)) == parts, with and without headings."""
    parts = (*parts_of(bodies), *titled)
    if not parts:
        return
    again, found = lees_fragment(schrijf_fragment(parts), "proef.md")
    assert found == () or {f.code for f in found} <= {"CV017", "CV018"}
    assert again == parts
