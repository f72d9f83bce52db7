"""Tracked changes in Word: accepting all gives the new edition, rejecting all the old one."""

import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.papier.conftest import TEMPLATES, eigen_huisstijl, run
from tests.papier.proefpers import fake_press
from tests.papier.proefrenvooi import RENVOOI, new, old, paragraph
from tests.papier.renvooien import renvooien
from tests.papier.woorden_docx import W, docx_note_words, docx_words, part
from tests.wetten import voorbeelden

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.papier import document as d
from convenantwerk.papier import traversal
from convenantwerk.papier.formaten.docx import package, proof, to_docx
from convenantwerk.papier.formaten.docx.lines import Reader
from convenantwerk.papier.formaten.docx.revisions import accept_all, reject_all
from convenantwerk.papier.formaten.zip import zipped
from convenantwerk.papier.layout import Press
from convenantwerk.papier.oud_en_nieuw import accepted, rejected

HOUSE = eigen_huisstijl()
MARKS = ("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart", "pPrChange")


class NoLayout:
    """A press that lays nothing out, as a renvooi does without."""

    huisstijl = HOUSE


PRESS: Press = NoLayout()  # type: ignore[assignment]
PLAIN = fake_press(HOUSE)


def lines(data: bytes) -> list[Any]:
    """Return what a reader sees in a Word file."""
    reader = Reader(part(data, "word/footnotes.xml"), "Tussenruimte")
    return list(reader.lines(part(data, "word/document.xml")))


def resolved(data: bytes, *, accept: bool) -> bytes:
    """Return a Word file with all its changes accepted or rejected, without its fonts."""
    parts = {n: part for n, part in package.unpacked(data).items() if not n.endswith(".odttf")}
    return zipped(accept_all(parts) if accept else reject_all(parts))


def tracked(*blocks: d.Block) -> bytes:
    """Return the Word file of a renvooi with these blocks."""
    return to_docx(replace(RENVOOI, blocks=blocks), PRESS)


def body(*blocks: d.Block) -> Any:  # lxml
    """Return the body of a renvooi with these blocks."""
    return part(tracked(*blocks), "word/document.xml")[0]


def tags(root: Any) -> list[str]:  # lxml
    """Return the marks in a part, in order."""
    return [e.tag.removeprefix(W) for e in root.iter(*(f"{W}{tag}" for tag in MARKS))]


@pytest.mark.traag
@settings(voorbeelden(60), suppress_health_check=list(HealthCheck))
@given(renvooien())
def test_accepting_all_is_the_new_edition_and_rejecting_all_the_old(document: d.Document) -> None:
    """Style, words, emphasis, notes and tables are those of the edition's own Word file."""
    data = to_docx(document, PRESS)
    for edition, accept in ((accepted(document), True), (rejected(document), False)):
        file = resolved(data, accept=accept)
        assert lines(file) == lines(to_docx(edition, PLAIN))
        left = part(file, "word/document.xml")
        assert not list(left.iter(*(f"{W}{tag}" for tag in MARKS)))


def test_the_sample_of_every_mark_gives_the_words_of_both_editions() -> None:
    """Read by another reader than the one with which the exporter proves itself."""
    data = to_docx(RENVOOI, PRESS)
    for edition, accept in ((accepted(RENVOOI), True), (rejected(RENVOOI), False)):
        file = resolved(data, accept=accept)
        assert docx_words(file) == traversal.words(edition.blocks)
        assert docx_note_words(file) == traversal.note_words(edition.blocks)


NIETS = d.Marked("ingevoegd", (), remark="opmerking")
WEG = d.Marked("vertrokken", (), remark="opmerking")


@pytest.mark.parametrize(
    "nothing",
    [
        NIETS,
        WEG,
        d.Marked("vervallen", (WEG,)),
        d.Marked("ingevoegd", (d.Marked("aangekomen", (NIETS,)),)),
        d.Marked("aangekomen", (NIETS, NIETS)),
        d.Marked("", (d.Marked("vervallen", (d.Marked("", (WEG,)),)),)),
    ],
)
def test_marks_around_nothing_leave_nothing(nothing: d.Marked) -> None:
    """Nor do they push aside the paragraph that begins an item, however deep the nothing is."""
    words_ = d.Paragraph((d.Run("tekst"),))
    items = d.ItemList("streep", (d.Item("", (nothing, words_)),))
    assert lines(tracked(items)) == lines(tracked(d.ItemList("streep", (d.Item("", (words_,)),))))


def test_a_changed_word_is_one_deletion_and_one_insertion() -> None:
    """With who changed it and when; runs of other looks beside it share the mark."""
    runs = (d.Run("geldt "), old("twee"), new("vier"), new(" volle", bold=True), d.Run(" jaar"))
    root = body(d.Paragraph(runs))
    assert tags(root) == ["del", "ins"]
    gone, come = (next(root.iter(f"{W}{tag}")) for tag in ("del", "ins"))
    assert gone.findtext(f"{W}r/{W}delText") == "twee"
    assert "".join(come.itertext()) == "vier volle"
    assert come.get(f"{W}author") == RENVOOI.publisher
    assert come.get(f"{W}date") == "2018-06-18T00:00:00Z"


def test_every_mark_has_a_number_of_its_own() -> None:
    """Word mends a file in which they are not."""
    root = part(to_docx(RENVOOI, PRESS), "word/document.xml")
    own = ("ins", "del", "moveFrom", "moveTo", "pPrChange", "bookmarkStart")
    ids = [mark.get(f"{W}id") for mark in root.iter(*(f"{W}{tag}" for tag in own))]
    assert len(ids) == len(set(ids)) > 40


def test_what_moved_is_shown_as_moved() -> None:
    """Both places carry one name; what is new where it arrived is an insertion there."""
    came = d.Paragraph((d.Run("Gegevens "), old("vijf"), new("drie"), d.Run(" jaar.")))
    root = body(
        d.Marked("vertrokken", (paragraph("Gegevens vijf jaar."),), "naar", "v1"),
        paragraph("Ertussen."),
        d.Marked("aangekomen", (came,), "van", "v1"),
    )
    ranges = [next(root.iter(f"{W}move{side}RangeStart")) for side in ("From", "To")]
    assert [start.get(f"{W}name") for start in ranges] == ["v1", "v1"]
    assert "".join(e for p in root.iter(f"{W}ins") for e in p.itertext()) == "drie"
    assert "naar" not in "".join(root.itertext())


def test_a_table_that_moved_is_deleted_and_inserted() -> None:
    """Word knows no moved rows."""
    table = d.Table((run("kop"),), ((run("cel"),),), ("links",))
    marked = (d.Marked(fate, (table,), "", "v1") for fate in ("vertrokken", "aangekomen"))
    assert set(tags(body(*marked))) == {"ins", "del"}


def test_notes_that_came_or_went_leave_the_signs_of_the_others_alone() -> None:
    """Every sign is literal then; without such a note Word counts."""
    kept = d.Run("x", note=d.Note("1", "a", (d.Run("oud"), new(" nieuw"))))
    came = new("y", note=d.Note("1", "b", run("noot")))
    for runs, own in (((came, kept), ["1", "1"]), ((kept,), [None])):
        calls = body(d.Paragraph(runs)).iter(f"{W}footnoteReference")
        assert [call.get(f"{W}customMarkFollows") for call in calls] == own


def test_a_label_or_level_that_changed_is_a_change_of_that_alone() -> None:
    """The title carries no mark; the level is a change of properties."""
    heading = d.Heading(1, "artikel", "Artikel 9", run("Duur"), "a", was_label="Artikel 8")
    assert tags(body(heading)) == ["del", "ins"]
    assert tags(body(replace(heading, was_label=None, was_level=2))) == ["pPrChange"]


def test_a_file_that_does_not_hold_both_editions_is_not_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Broken on purpose: an edition with other words, emphasis or rows is CV909."""
    for other in ((d.Paragraph(run("Iets anders.")),), (d.Paragraph(run("Zo.", bold=True)),), ()):
        monkeypatch.setattr(proof, "rejected_blocks", lambda _, other=other: other)
        with pytest.raises(ConvenantwerkError) as caught:
            tracked(paragraph("Zo."))
        assert caught.value.code == "CV909"


def test_marks_are_looks_in_a_document_that_is_no_renvooi() -> None:
    """A was-wordt-tabel underlines and strikes; nobody can accept that."""
    plain = replace(RENVOOI, renvooi=False, blocks=(d.Paragraph((old("a"), new("b"))),))
    root = part(to_docx(plain, PLAIN), "word/document.xml")
    assert tags(root) == []
    assert [s.get(f"{W}val") for s in root.iter(f"{W}rStyle")] == ["Vervallen", "Ingevoegd"]


def test_a_page_can_lie_on_its_side() -> None:
    """Width and height change places, and columns have the widths that were asked."""
    table = d.Table((run("a"), run("b")), (), ("links", "links"), widths=(1, 3))
    lying = replace(RENVOOI, renvooi=False, landscape=True, blocks=(table,))
    root = part(to_docx(lying, PLAIN), "word/document.xml")
    size = next(root.iter(f"{W}pgSz"))
    assert (size.get(f"{W}w"), size.get(f"{W}orient")) == ("16838", "landscape")
    one, other = (int(column.get(f"{W}w")) for column in root.iter(f"{W}gridCol"))
    assert (one + other, other // one) == (16838 - 2 * 1814, 3)


@pytest.mark.proces
def test_a_renvooi_needs_no_layout() -> None:
    """WeasyPrint, which takes a second to import, stays out."""
    code = (
        "import sys; from tests.papier.formaten.test_renvooi_docx import PRESS, RENVOOI, to_docx;"
        "to_docx(RENVOOI, PRESS); assert 'weasyprint' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=TEMPLATES.parent)


def items(*found: tuple[str, tuple[d.Run, ...]]) -> d.ItemList:
    """A list with letters."""
    made = (d.Item(mark, (d.Paragraph(runs),)) for mark, runs in found)
    return d.ItemList("letter", tuple(made))


LAATSTE = items(("b.", (d.Run("de tweede;"),)), ("c.", (d.Run("de derde"), new("; en"))))
VOLGEND = d.ItemList("lid", (d.Item("2.", (d.Paragraph((d.Run("Lid."),)),)),))


@pytest.mark.parametrize("more", [1, 2])
def test_what_comes_after_new_words_has_its_mark_on_the_paragraph_before(more: int) -> None:
    """As Word writes it; LibreOffice would join what it rejects with the lid that follows."""
    came = d.Marked("ingevoegd", (items(*(("d.", (d.Run("de vierde."),)) for _ in range(more))),))
    data = tracked(LAATSTE, came, VOLGEND)
    alineas = [*part(data, "word/document.xml").iter(f"{W}p")][1 : 2 + more]
    marks = [alinea.find(f"{W}pPr/{W}rPr/{W}ins") is not None for alinea in alineas]
    assert marks == [True] * more + [False]
    assert lines(resolved(data, accept=False)) == lines(
        tracked(items(("b.", (d.Run("de tweede;"),)), ("c.", (d.Run("de derde"),))), VOLGEND)
    )


def test_what_goes_after_old_words_has_its_mark_on_the_paragraph_before() -> None:
    """The reverse."""
    last = items(("c.", (d.Run("de derde"), old("; en"))))
    data = tracked(last, d.Marked("vervallen", (items(("d.", (d.Run("de vierde."),))),)), VOLGEND)
    first, second = [*part(data, "word/document.xml").iter(f"{W}p")][:2]
    assert first.find(f"{W}pPr/{W}rPr/{W}del") is not None
    assert second.find(f"{W}pPr/{W}rPr/{W}del") is None
    assert lines(resolved(data, accept=True)) == lines(
        tracked(items(("c.", (d.Run("de derde"),))), VOLGEND)
    )


def test_another_emphasis_is_a_change_of_look_alone() -> None:
    """No word is struck or inserted; other signs that are not seen are."""
    looks = d.Run("goed", wijziging="opmaak", was=d.Run("goed", bold=True))
    signs = d.Run("\u2009", wijziging="opmaak", was=d.Run(" "))
    root = body(d.Paragraph((d.Run("dat is "), looks, signs, d.Run("zo"))))
    assert tags(root) == ["del", "ins"]
    (change,) = root.iter(f"{W}rPrChange")
    assert [child.tag for child in change[0]] == [f"{W}b"]


def test_a_lid_that_stood_bare_changes_its_style_and_its_number() -> None:
    """The words beside it are not touched."""
    words_ = d.Paragraph((d.Run("De duur is een jaar."),))
    lid = d.ItemList("lid", (d.Item("1.", (words_,), was_mark="", loose="oud"),))
    data = tracked(lid)
    assert lines(resolved(data, accept=False)) == lines(tracked(words_))
    kaal = d.ItemList("lid", (d.Item("", (words_,), was_mark="1.", loose="nieuw"),))
    assert lines(resolved(tracked(kaal), accept=True)) == lines(tracked(words_))


def test_what_no_word_shows_is_told_in_a_comment() -> None:
    """It is in neither edition, and is struck with none."""
    looks = d.Run("goed", wijziging="opmaak", was=d.Run("goed", bold=True))
    remark = "opmaak: “goed” is niet meer vet"
    data = tracked(d.Marked("", (d.Paragraph((looks,)),), remark), d.Paragraph((d.Run("zo"),)))
    texts = part(data, "word/comments.xml").iter(f"{W}t")
    assert [text.text for text in texts] == ["Opmaak: “goed” is niet meer vet."]
    assert len([*part(data, "word/document.xml").iter(f"{W}commentReference")]) == 1
    for accept in (True, False):
        assert len(lines(resolved(data, accept=accept))) == 2
