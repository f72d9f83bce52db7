"""The renvooi as a document holds both editions, mark for mark."""

from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given
from tests.bomen import edities
from tests.renvooi.vergelijking.test_gevallen import edition
from tests.wetten import voorbeelden

from convenantwerk.dossier.dossier import Dossier, Instellingen
from convenantwerk.papier.document import Document, Table, text_of
from convenantwerk.papier.edities import accepted, rejected, same_blocks
from convenantwerk.renvooi.kant import Kant
from convenantwerk.renvooi.renvooitekst import Renvooischrijver
from convenantwerk.renvooi.vergelijking import vergelijk
from convenantwerk.stukken.tekst import Composer
from convenantwerk.tekst.boom import Convenant

OP = date(2026, 11, 24)
LEEG = Dossier("proef", Instellingen("T", "S", "C", "E", ("deel-1",)), (), (), MappingProxyType({}))


def renvooi_document(oud: Convenant, nieuw: Convenant) -> Document:
    """The marked text of two editions as a document."""
    writer = Renvooischrijver(vergelijk(oud, nieuw), Kant("a", LEEG, oud), Kant("b", LEEG, nieuw))
    return Document(
        "proef", "Proef", "S", "E", OP, concept=False, blocks=writer.blocks(), renvooi=True
    )


@pytest.mark.traag
@voorbeelden(200)
@given(edities())
def test_accepting_gives_the_new_and_rejecting_the_old_text(
    paar: tuple[Convenant, Convenant],
) -> None:
    """Words, marks, emphasis, notes, tables: what each edition's own document says."""
    oud, nieuw = paar
    document = renvooi_document(oud, nieuw)
    assert same_blocks(accepted(document).blocks, Composer.van(LEEG, nieuw).blocks())
    assert same_blocks(rejected(document).blocks, Composer.van(LEEG, oud).blocks())


def test_a_row_that_moved_and_changed_holds_the_words_of_its_own_edition() -> None:
    """It stands there twice: inserted as it is, deleted as it was, with a note of its own."""
    head, other = "| Wie | Bedrag |\n| - | - |\n", "| Wijkteams in de hele regio | 5 |\n"
    row = "| Gemeente Voorbeeldstad[^1] | {} |\n"
    note = "\n[^1]: Voor het hele jaar.\n"
    oud = edition(f"# 1 Kop\n\n{head}{other}{row.format(100)}{note}")
    nieuw = edition(f"# 1 Kop\n\n{head}{row.format(200)}{other}{note}")
    document = renvooi_document(oud, nieuw)
    (tabel,) = (block for block in document.blocks if isinstance(block, Table))
    assert tabel.changes == ("ingevoegd", "", "vervallen")
    assert [text_of(bedrag) for _, bedrag in tabel.rows] == ["200", "5", "100"]
    anchors = [run.note.anchor for wie, _ in tabel.rows for run in wie if run.note]
    assert anchors == ["noot-deel-1-hoofdstuk-1-1", "was-noot-deel-1-hoofdstuk-1-1"]
