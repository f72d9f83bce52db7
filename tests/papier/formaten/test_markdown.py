"""Markdown: all words, nothing that turns into markup by accident, and CriticMarkup."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.papier.conftest import AWKWARD, run
from tests.papier.proefrenvooi import RENVOOI, new, old
from tests.papier.woorden_md import md_note_words, md_words, tokens

from convenantwerk.papier import document as d
from convenantwerk.papier import traversal
from convenantwerk.papier.formaten.critic import IN_CEL, Writer
from convenantwerk.papier.formaten.markdown import to_markdown
from convenantwerk.papier.formaten.tabel import FORMATEN, formaten, vanzelf
from convenantwerk.papier.uitgeven import maak

if TYPE_CHECKING:
    from convenantwerk.papier.layout import Press

NO_PRESS = cast("Press", None)  # Markdown needs no house style
SNARES = (
    "1. een", "12) twee", "- streep", "+ plus", "# kop", "> citaat", "=== lijn", "--- lijn", ": zo",
    "~~~", "```", "    vier", "[^1]: noot", "[a]: b", "<b>vet</b>", "&amp; &#65; & zo", "!\\[a]",
    "*a* _b_ **c**", "a|b", "{++in++} {--uit--} {>>x<<}", "\\{", "8.4 lid", "snake_case_woord", "-",
)  # fmt: skip

RUNS = st.builds(
    d.Run,
    st.text("a1é .,;:()*_[]{}+~|<>!#&`\\-=\n", max_size=6),
    bold=st.booleans(),
    italic=st.booleans(),
    wijziging=st.sampled_from(["", "ingevoegd", "vervallen"]),
)


def written(*blocks: d.Block) -> bytes:
    """Return blocks as a file."""
    return to_markdown(replace(RENVOOI, blocks=blocks), NO_PRESS)


def text(*blocks: d.Block) -> str:
    """Return blocks as text, without the end of the file."""
    return written(*blocks).decode().rstrip("\n")


def test_every_word_comes_out_once_and_in_order(document: d.Document) -> None:
    """The words a reader of Markdown sees are the words of the document, footnotes too."""
    for one in (document, RENVOOI):
        data = to_markdown(one, NO_PRESS)
        assert md_words(data) == traversal.words(one.blocks)
        assert md_note_words(data) == traversal.note_words(one.blocks)


@pytest.mark.parametrize("snare", SNARES)
def test_text_that_looks_like_markup_is_text(snare: str) -> None:
    """Whatever Markdown or CriticMarkup could read into text, in every place where text stands."""
    words = run(snare)
    blocks = (
        d.TitlePage(snare, snare, (snare,)),
        d.Heading(1, "artikel", snare, words, "a", was_label=snare),
        d.Paragraph((d.Run(f"{snare}\n{snare}"), old(snare), new(snare))),
        d.Paragraph((new(snare),), "redactie"),
        d.ItemList("nummer", (d.Item(snare, (d.Paragraph(words),)),)),
        d.ItemList("streep", (d.Item("", (d.Paragraph(words), d.Paragraph(words))),)),
        d.Table((words, words), ((words, words),), ("links", "rechts")),
        d.Marked("aangekomen", (d.SignatureBlock("o", (snare,), (snare,)),), snare),
    )
    assert md_words(written(*blocks)) == traversal.words(blocks)


@given(st.lists(RUNS))
def test_any_runs_keep_their_words(runs: list[d.Run]) -> None:
    """No emphasis, mark or strange sign beside another makes words appear or disappear."""
    assert md_words(written(d.Paragraph(tuple(runs)))) == traversal.words(
        (d.Paragraph(tuple(runs)),)
    )


def test_what_changed_stands_in_criticmarkup() -> None:
    """Inserted and deleted words, changed numbers, moved blocks with where they went."""
    lines = to_markdown(RENVOOI, NO_PRESS).decode().split("\n")
    assert "## {--1--} {++2++} Duur {++en einde++}" in lines
    assert "- 8.2 Ook dit {--lid--}{++artikellid++}." in lines
    assert "- {++8.3++} {++Een nieuw lid:++}" in lines
    assert "  - {++a.++} {++met een onderdeel.++}" in lines
    moved = "{>>verplaatst naar artikel 9, lid 1<<} {--8.6--} {--Gegevens blijven vijf jaar.--}"
    assert f"- {moved}" in lines
    assert "| {--Gemeente D--} | {--50--} |" in lines
    assert "[^1]: Zie de {--Wbp--}{++AVG++}." in lines


def test_it_reads_as_plain_text() -> None:
    """Headings, lists with their own marks, tables and footnotes are those of Markdown."""
    note = d.Note("1", "n", run("De noot."))
    inner = d.ItemList("letter", (d.Item("a.", (d.Paragraph(run("het eerste.")),)),))
    blocks = (
        d.Heading(1, "artikel", "Artikel 8", run("Taken"), "a"),
        d.Paragraph((d.Run("Gewoon, "), d.Run("schuin", italic=True, note=note), d.Run("."))),
        d.ItemList("lid", (d.Item("8.1", (d.Paragraph(run("De taken:")), inner)),)),
        d.Table((run("Wie"), run("Euro")), ((run("A"), run("10")),), ("links", "rechts")),
    )
    assert text(*blocks) == (
        "# Artikel 8 Taken\n\n"
        "Gewoon, *schuin*[^1].\n\n"
        "- 8.1 De taken:\n"
        "  - a. het eerste.\n\n"
        "| Wie | Euro |\n| :--- | ---: |\n| A | 10 |\n\n"
        "[^1]: De noot."
    )


def test_lists_and_headings_are_read_as_such(document: d.Document) -> None:
    """A parser finds the headings, the nested lists and the table of the document."""
    kinds = [token.type for token in tokens(to_markdown(document, NO_PRESS))]
    assert kinds.count("heading_open") == 6
    assert kinds.count("table_open") == 1
    assert max(token.level for token in tokens(to_markdown(document, NO_PRESS))) >= 6


def test_recurring_marks_of_footnotes_get_labels_of_their_own() -> None:
    """Two notes called "1" stay two notes."""
    one, other = (d.Note("1", f"n-{n}", run(f"Noot {n}.")) for n in "ab")
    data = written(d.Paragraph((d.Run("Een", note=one), d.Run(" twee", note=other))))
    assert data.decode().startswith("Een[^1] twee[^1-2]\n")
    assert md_note_words(data) == ["Noot", "a.", "Noot", "b."]


def test_markdown_is_one_of_the_formats(document: d.Document) -> None:
    """It is made when asked for, and is not among what a build makes by itself."""
    assert "md" in formaten()
    assert "md" not in vanzelf("bouw")
    assert AWKWARD.split()[0] in md_words(maak(FORMATEN["md"], document, NO_PRESS))


def test_a_cell_keeps_its_paragraphs_apart() -> None:
    """An empty line in a cell stays one; in a paragraph none can stand."""
    runs = (d.Run("een\n\ntwee"),)
    assert Writer(()).inline(runs, breaks=IN_CEL) == "een<br><br>twee"
    assert Writer(()).inline(runs) == "een\\\ntwee"
