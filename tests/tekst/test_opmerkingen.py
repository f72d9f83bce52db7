"""Comments in a source: no text, beside the words they are about, and never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tekst.test_schrijven import bodies, mixed, read
from tests.wetten import voorbeelden

from convenantwerk.tekst.boom import Alinea, Blok, Element, Onderdeel, Opsomming, Tabel, elementen
from convenantwerk.tekst.bronstuk import bronstuk
from convenantwerk.tekst.lezen import lees_fragment, lees_tekst
from convenantwerk.tekst.opmerkingen import geschreven
from convenantwerk.tekst.schrijven import schrijf_fragment, schrijf_tekst

KAAL = """# 2 Proef

## Artikel 1 Nu

Momenteel.

1. Lid een:
   a. onder a;
   b. onder b.

2. Lid twee.

| a | b |
| --- | --- |
| x | y |
"""
GEMERKT = """<!-- goed: CV108, omdat het hoofdstuk zo begint -->
# 2 Proef

## Artikel 1 Nu
<!-- goed: CV130, omdat de kop zo hoort -->

Momenteel.
<!-- goed: CV121 'Momenteel', omdat het een citaat is -->
<!-- goed: CV122, omdat het een citaat is -->

1. Lid een:
   <!-- goed: CV121, omdat a zo is -->
   a. onder a;
   b. onder b.

<!-- goed: CV121, omdat lid twee zo is -->
2. Lid twee.

<!-- goed: CV124, omdat de tabel zo is -->
| a | b |
| --- | --- |
| x | y |
"""


def gemerkt(text: str) -> list[tuple[str, str, tuple[int, int]]]:
    """What is beside which block: its kind, the code, and the lines it is about."""
    return [
        (type(part).__name__, one.code, one.regels)
        for element in elementen([read(text).element])
        for part in _delen(element)
        for one in part.opmerkingen
    ]


def _delen(part: object) -> list[Element | Alinea | Onderdeel | Tabel]:
    found: list[Element | Alinea | Onderdeel | Tabel] = []
    if isinstance(part, Element | Alinea | Onderdeel | Tabel):
        found.append(part)
    below = part.onderdelen if isinstance(part, Opsomming) else getattr(part, "inhoud", ())
    for one in below:
        found += [] if isinstance(one, Element) else _delen(one)
    return found


def test_an_opmerking_is_no_text() -> None:
    """With and without them a text is the same; each is beside what it is about."""
    bestand, found = lees_tekst(GEMERKT, "proef.md")
    assert found == ()
    assert bestand == read(KAAL)
    assert gemerkt(GEMERKT) == [
        ("Element", "CV108", (2, 2)),
        ("Element", "CV130", (4, 4)),
        ("Alinea", "CV121", (7, 7)),
        ("Alinea", "CV122", (7, 7)),
        ("Onderdeel", "CV121", (13, 13)),
        ("Onderdeel", "CV121", (17, 19)),
        ("Tabel", "CV124", (20, 22)),
    ]


def test_the_writer_keeps_them() -> None:
    """They come above what they are about, and stay there."""
    once = schrijf_tekst(read(GEMERKT))
    assert [one[:2] for one in gemerkt(once)] == [one[:2] for one in gemerkt(GEMERKT)]
    assert schrijf_tekst(read(once)) == once
    assert "<!-- goed: CV122, omdat het een citaat is -->\nMomenteel." in once


@voorbeelden(20)
@given(bodies, st.data())
def test_of_any_tree_none_is_lost(body: list[Blok], data: st.DataObject) -> None:
    """Above any line that begins something, an opmerking comes back at the same block."""
    if not mixed(body):
        return
    artikel = Element("artikel", "Artikel 1", "1", (), "artikel-1", tuple(body))
    lines = schrijf_fragment([artikel]).split("\n")
    begins = [1, *(n for n, line in enumerate(lines) if n and not lines[n - 1] and line)]
    at = data.draw(st.sampled_from(begins)) if len(lines) > 1 else 0
    indent = " " * (len(lines[at]) - len(lines[at].lstrip())) if at < len(lines) else ""
    lines.insert(at, f"{indent}<!-- goed: CV121, omdat het zo is -->")
    text = "\n".join(lines)
    parts, found = lees_fragment(text, "proef.md")
    if found:  # above a note or a figure it is about nothing
        assert {one.code for one in found} == {"CV119"}
        return
    assert parts == (artikel,)
    again = schrijf_fragment(parts)
    assert again.count("<!-- goed: CV121, omdat het zo is -->") == 1
    assert lees_fragment(again, "proef.md") == (parts, ())


@pytest.mark.parametrize(
    ("text", "verwacht"),
    [
        ("Tekst.\n\n<!-- navragen -->\n\nMeer.", "CV118 5:1"),
        ("Tekst <!-- navragen --> meer.", "CV118 3:7"),
        ("<!-- goed: CV121 -->\nEen reden ontbreekt.", "CV118 3:1"),
        ("<!-- goed: CV121, omdat dit\nover twee regels gaat -->\nTekst.", "CV118 3:1"),
        ("Tekst. <!-- goed: CV121, omdat het achter de tekst staat -->", "CV118 3:8"),
        ("Tekst.\n\n<!-- goed: CV121, omdat x -->\n\nMeer.", "CV119 5:1"),
        ("Tekst\n<!-- goed: CV121, omdat x -->\nloopt door.", "CV119 4:1"),
        ("a. Tekst\n<!-- goed: CV121, omdat x -->\n   loopt door.", "CV119 4:1"),
        ("Tekst.[^1]\n\n<!-- goed: CV121, omdat x -->\n[^1]: Noot.", "CV119 5:1"),
        ("<!-- goed: CV121, omdat x -->\n![schema](schema.png)", "CV119 3:1"),
        ("Met een streep ervoor is het tekst: \\<!-- zo -->.", "goed"),
        ("a. een;\n<!-- goed: CV121, omdat x -->\nb. twee.", "goed"),
        ("- een;\n<!-- goed: CV121, omdat x -->\n- twee.", "goed"),
        ("Tekst.\n<!-- goed: CV121, omdat x -->", "goed"),
    ],
)
def test_what_is_no_opmerking_is_told(text: str, verwacht: str) -> None:
    """What would be printed, and what stands beside nothing, has its finding at its place."""
    _, found = lees_tekst(f"# 2 Proef\n\n{text}\n", "proef.md")
    told = [f"{d.code} {d.position.line}:{d.position.column}" for d in found]
    assert (told or ["goed"]) == [verwacht]


@pytest.mark.parametrize(
    ("text", "reden"),
    [
        ("# 2 Proef\n\nTekst.[^1]\n\n{}\n[^1]: Noot.\n", "de alinea of tabel die de noot aanroept"),
        ("{}\n---\nsoort: overleg\n---\n# Overleg\n\nTekst.\n", "die horen bovenaan"),
    ],
)
def test_who_puts_an_opmerking_elsewhere_hears_where_it_goes(text: str, reden: str) -> None:
    """Beside a note, and above the front matter, which is the only thing that is said."""
    _, found = lees_tekst(text.format("<!-- goed: CV121, omdat x -->"), "proef.md")
    (one,) = found
    assert one.code == "CV119"
    assert reden in one.melding


def test_the_words_of_an_opmerking_may_have_an_apostrophe() -> None:
    """As many words have: they end where "omdat" follows."""
    regel = "<!-- goed: CV144 'foto's  zo', omdat 'zo' het is -->"
    bestand, found = lees_tekst(f"# 2 Proef\n\n{regel}\nDe foto's  zo.\n", "proef.md")
    assert bestand is not None
    assert not found
    (alinea,) = bestand.element.inhoud
    assert isinstance(alinea, Alinea)
    assert [one.woorden for one in alinea.opmerkingen] == ["foto's  zo"]
    assert regel in schrijf_tekst(bestand)


def test_what_is_above_a_heading_is_edited_with_it() -> None:
    """The lines of an artikel begin with its opmerking; those of the one before end above it."""
    opm = "<!-- goed: CV121, omdat het zo heet -->"
    text = f"# 1 Een\n\n## Artikel 1 A\n\nTekst.\n\n{opm}\n## Artikel 2 B\n\nTekst.\n"
    wortel = read(text).element
    stukken = [bronstuk(text.encode(), [wortel], one) for one in elementen([wortel])]
    assert [one.tekst.split("\n")[0] for one in stukken if one] == [
        "# 1 Een",
        "## Artikel 1 A",
        opm,
    ]
    assert [opm in one.tekst for one in stukken if one] == [False, False, True]


def test_a_long_row_of_them_is_read_in_bounded_time() -> None:
    """As is a long line of what is hardly one."""
    rij = "\n".join(geschreven(read(GEMERKT).element.opmerkingen) * 200)
    lang = f"<!-- goed: CV121, omdat {' ' * 20_000}{'-->x' * 5_000}"
    _, found = lees_tekst(f"# 2 Proef\n\n{rij}\nTekst.\n\n{lang}\n", "proef.md")
    assert {one.code for one in found} == {"CV118", "CV119"}
