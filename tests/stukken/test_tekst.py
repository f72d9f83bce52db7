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
        "Dit overleg wordt door het Veiligheidshuis georganiseerd. Het landelijke privacyprotocol "
        "is van toepassing. De tekst van dit overleg ontbreekt in het dossier."
    )
    assert remarks["Trajectberaad"].startswith(
        "Dit overleg wordt door het Veiligheidshuis gefaciliteerd. Het regionale privacyprotocol"
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
