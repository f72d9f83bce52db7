"""The text tree as blocks: what the editor says of a part stands apart from its text."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from tests.renvooi.test_renvooitekst import LEEG
from tests.renvooi.vergelijking.test_gevallen import edition
from tests.voorbeelden import HOLLANDS_MIDDEN

from convenantwerk.geopend.gelezen import Gelezen
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.papier import document as d
from convenantwerk.stukken.tekst import Composer


def test_of_a_missing_overleg_the_known_facts_are_told() -> None:
    """How it is held (4.1) and which protocol applies (besluit c and d), and that text lacks."""
    gelezen = Geopend(HOLLANDS_MIDDEN, date(2018, 6, 18)).tekst()
    assert isinstance(gelezen, Gelezen)
    blocks = Composer.van(gelezen.dossier, gelezen.convenant).blocks()
    remarks = {
        d.text_of(heading.runs): d.text_of(remark.runs)
        for heading, remark in pairwise(blocks)
        if isinstance(heading, d.Heading)
        and isinstance(remark, d.Paragraph)
        and remark.style == "redactie"
    }
    assert remarks["Focusoverleg"] == (
        "Dit overleg wordt door het samenwerkingsverband georganiseerd. Het landelijke "
        "privacyprotocol is van toepassing. De tekst van dit overleg ontbreekt in het dossier."
    )
    assert remarks["Trajectberaad"].startswith(
        "Dit overleg wordt door het samenwerkingsverband gefaciliteerd. Het regionale"
    )
    assert len(remarks) == 12


def test_what_stands_below_an_onderdeel_is_no_lid() -> None:
    """Of 1., a. and 1°. only the first is a lid, which hangs in the margin."""
    text = (
        "# 2 X\n\n## Artikel 2 Duur\n\n1. Dit geldt:\n   a. tot opzegging:\n      1°. per brief.\n"
    )
    convenant = edition(text)
    kinds = list(list_kinds(Composer.van(LEEG, convenant).blocks()))
    assert kinds == ["lid", "letter", "nummer"]


def list_kinds(blocks: Iterable[d.Block]) -> Iterator[str]:
    """The kinds of all lists, from the outside in."""
    for block in blocks:
        if isinstance(block, d.ItemList):
            yield block.kind
            for item in block.items:
                yield from list_kinds(item.blocks)


def test_what_parts_a_number_from_its_title_is_printed() -> None:
    """As it is written; a title without any has none."""
    text = "# 2 X\n\n## Artikel 2: Duur\n\nEen.\n\n## Artikel 3 \u2013 Slot\n\nTwee.\n"
    blocks = Composer.van(LEEG, edition(text)).blocks()
    labels = [block.label for block in blocks if isinstance(block, d.Heading)]
    assert labels == ["Deel 1", "2", "Artikel 2:", "Artikel 3 \u2013"]


def test_a_choice_before_an_artikel_is_printed_as_a_place_to_fill_in() -> None:
    """It comes before the number, so nothing stands beside the title."""
    blocks = Composer.van(LEEG, edition("# [Optioneel:] Artikel 2: Duur\n\nEen.\n")).blocks()
    (kop,) = [b for b in blocks if isinstance(b, d.Heading) and b.kind == "artikel"]
    assert kop.label == ""
    assert d.text_of(kop.runs) == "[Optioneel:] Artikel 2: Duur"
    assert "".join(run.text for run in kop.runs if run.placeholder) == "[Optioneel:]"


def test_marks_are_printed_as_they_are_written() -> None:
    """But for the dashes of Markdown, which are those of the house style."""
    text = "# 2 X\n\n- een\n\n\u2013 twee\n\n• drie\n\n(a) vier\n\n1e. vijf\n2e. zes\n"
    blocks = Composer.van(LEEG, edition(text)).blocks()
    lists = [block for block in blocks if isinstance(block, d.ItemList)]
    marks = [(block.kind, item.mark) for block in lists for item in block.items]
    assert marks == [
        ("streep", ""),
        *(("letter", merk) for merk in ("\u2013", "•", "(a)")),
        *(("nummer", merk) for merk in ("1e.", "2e.")),
    ]


def test_a_text_of_artikelen_has_no_heading_of_its_own() -> None:
    """Its artikelen are as high as it would be."""
    text = "Komen overeen:\n\n# Artikel 1 Doel\n\nEen.\n\n# Artikel 2\n\nTwee.\n\n---\n\nAldus.\n"
    blocks = Composer.van(LEEG, edition(text)).blocks()
    levels = [(b.label, b.level) for b in blocks if isinstance(b, d.Heading)]
    assert levels == [("Deel 1", 1), ("Artikel 1", 2), ("Artikel 2", 2)]
    assert [b.style for b in blocks if isinstance(b, d.Paragraph)][-1] == "slot"
