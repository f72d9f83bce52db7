"""The renvooi as a document holds both editions, mark for mark."""

from datetime import date
from types import MappingProxyType

from hypothesis import given, settings
from tests.bomen import edities

from convenantwerk.documents.renvooitekst import Kant, Renvooischrijver
from convenantwerk.documents.tekst import Composer
from convenantwerk.model.document import Document
from convenantwerk.model.dossier import Dossier, Instellingen
from convenantwerk.model.marks import accepted, rejected, same_blocks
from convenantwerk.model.tekst import Convenant
from convenantwerk.operations.vergelijking import vergelijk

OP = date(2026, 11, 24)
LEEG = Dossier(
    "proef", Instellingen("T", "S", "C", "E", ("deel-1",)), (), (), (), (), MappingProxyType({})
)


def renvooi_document(oud: Convenant, nieuw: Convenant) -> Document:
    """The marked text of two editions as a document."""
    writer = Renvooischrijver(vergelijk(oud, nieuw), Kant("a", LEEG, oud), Kant("b", LEEG, nieuw))
    return Document(
        "proef", "Proef", "S", "E", OP, concept=False, blocks=writer.blocks(), renvooi=True
    )


@settings(max_examples=200, deadline=None)
@given(edities())
def test_accepting_gives_the_new_and_rejecting_the_old_text(
    paar: tuple[Convenant, Convenant],
) -> None:
    """Words, marks, emphasis, notes, tables: what each edition's own document says."""
    oud, nieuw = paar
    document = renvooi_document(oud, nieuw)
    assert same_blocks(accepted(document).blocks, Composer(LEEG, nieuw).blocks())
    assert same_blocks(rejected(document).blocks, Composer(LEEG, oud).blocks())
