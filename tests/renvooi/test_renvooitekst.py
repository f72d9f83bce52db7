"""The renvooi as a document holds both editions, mark for mark."""

from datetime import date
from io import BytesIO
from itertools import permutations
from types import MappingProxyType
from zipfile import ZipFile

import pytest
from hypothesis import given
from tests.bomen import edities
from tests.papier.conftest import eigen_huisstijl
from tests.renvooi.vergelijking.test_gevallen import edition
from tests.wetten import voorbeelden

from convenantwerk.addenda.afleiden import leid_af
from convenantwerk.dossier.dossier import Dossier, Instellingen
from convenantwerk.papier.document import Document, Table, text_of
from convenantwerk.papier.formaten.docx import to_docx
from convenantwerk.papier.formaten.markdown import to_markdown
from convenantwerk.papier.layout import Press
from convenantwerk.papier.oud_en_nieuw import accepted, rejected, same_blocks
from convenantwerk.renvooi.kant import Kant
from convenantwerk.renvooi.renvooi import eenheden
from convenantwerk.renvooi.renvooitekst import Renvooischrijver
from convenantwerk.renvooi.vergelijking import vergelijk
from convenantwerk.stukken.tekst import Composer
from convenantwerk.tekst.boom import Convenant

OP = date(2026, 11, 24)
PERS = Press(eigen_huisstijl())
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


@pytest.mark.traag
@voorbeelden(30)
@given(edities())
def test_the_word_file_holds_both_editions_and_is_the_same_twice(
    paar: tuple[Convenant, Convenant],
) -> None:
    """It proves itself as it is made; a lid that stood bare and a dotted word are in it too."""
    oud, nieuw = paar
    data = to_docx(renvooi_document(oud, nieuw), PERS)
    assert data == to_docx(renvooi_document(oud, nieuw), PERS)


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


VAN = "## Artikel 1 Taken\n\nHet bestuur heeft tot taak:\n\na. het houden van toezicht;\n{}\n"
NAAR = "## Artikel {} Beheer\n\n1. Hij zorgt voor:\n\n   a. {}\n   b. het innen van rechten.\n"
BEHEER = "het beheren van de openbare begraafplaats;"
VERHUIZINGEN = {
    "naar een nieuw artikel, de oude plaats weer gevuld": (
        VAN.format(f"b. {BEHEER}"),
        VAN.format("b. vervallen;") + NAAR.format(3, BEHEER),
    ),
    "naar een nieuw artikel, de oude plaats leeg": (
        VAN.format(f"b. {BEHEER}"),
        VAN.format("") + NAAR.format(3, BEHEER),
    ),
    "uit een artikel dat vervalt": (
        VAN.format("") + NAAR.format(3, BEHEER),
        VAN.format(f"b. {BEHEER}"),
    ),
    "van onderdeel naar lid": (
        VAN.format(f"b. {BEHEER}") + "\n## Artikel 2 Geld\n\n1. Partijen dragen bij.\n",
        VAN.format("") + f"\n## Artikel 2 Geld\n\n1. Partijen dragen bij.\n2. {BEHEER}\n",
    ),
    "van lid naar onderdeel": (
        VAN.format("") + f"\n## Artikel 2 Geld\n\n1. Partijen dragen bij.\n2. {BEHEER}\n",
        VAN.format(f"b. {BEHEER}") + "\n## Artikel 2 Geld\n\n1. Partijen dragen bij.\n",
    ),
    "met een ander leesteken aan het eind": (
        VAN.format(f"b. {BEHEER}"),
        VAN.format("b. vervallen;") + NAAR.format(3, BEHEER.replace(";", ",")),
    ),
}


@pytest.mark.parametrize("titel", VERHUIZINGEN)
def test_what_moved_is_marked_at_both_ends(titel: str) -> None:
    """In Word as a move, elsewhere with a remark; and the summary counts one move."""
    oud, nieuw = (edition(f"# 1 Kop\n\n{text}") for text in VERHUIZINGEN[titel])
    document = renvooi_document(oud, nieuw)
    assert same_blocks(accepted(document).blocks, Composer.van(LEEG, nieuw).blocks())
    assert same_blocks(rejected(document).blocks, Composer.van(LEEG, oud).blocks())
    with ZipFile(BytesIO(to_docx(document, PERS))) as archive:
        body = archive.read("word/document.xml").decode()
    assert [body.count(f"<w:move{end}RangeStart") for end in ("From", "To")] == [1, 1]
    text = to_markdown(document, PERS).decode()
    assert [text.count(f"verplaatst {how} ") for how in ("naar", "van")] == [1, 1]
    moved = [e for e in eenheden(vergelijk(oud, nieuw).delen) if e.verschil.lot == "aangekomen"]
    assert len(moved) == 1


ZIN = "Wie deelneemt aan een overleg, houdt geheim wat daar is besproken."
ANDER = "De griffier bewaart alle stukken in het archief van de raad."
# Each kind of place a sentence can stand in, without it and with it.
PLEKKEN = (
    ("## Artikel 1 Geld\n\n1. Partijen dragen bij.", "\n2. {}"),
    ("## Artikel 2 Geheim\n\nLeeg artikel.", "\n\n{}"),
    ("## Artikel 3 Taken\n\nHet bestuur:\n\na. tekent;", "\nb. {}"),
    ("## Artikel 4 Raad\n\n1. De raad:\n   a. stelt regels;", "\n   b. {}"),
)


def op_plekken(wat: dict[int, str]) -> Convenant:
    """A text with a sentence at some of the places."""
    parts = (
        kaal + (met.format(wat[at]) if at in wat else "") for at, (kaal, met) in enumerate(PLEKKEN)
    )
    return edition("# 1 Kop\n\n" + "\n\n".join(parts) + "\n")


@pytest.mark.parametrize(("van", "naar"), list(permutations(range(len(PLEKKEN)), 2)))
def test_a_sentence_can_move_from_any_kind_of_place_to_any_other(van: int, naar: int) -> None:
    """Also when another sentence takes its place; both are marked at both ends."""
    oud = op_plekken({van: ZIN, naar: ANDER})
    nieuw = op_plekken({naar: ZIN, van: ANDER})
    document = renvooi_document(oud, nieuw)
    assert same_blocks(accepted(document).blocks, Composer.van(LEEG, nieuw).blocks())
    assert same_blocks(rejected(document).blocks, Composer.van(LEEG, oud).blocks())
    text = to_markdown(document, PERS).decode()
    assert [text.count(f"verplaatst {how} ") for how in ("naar", "van")] == [2, 2]
    assert to_docx(document, PERS)
    delen = vergelijk(oud, nieuw).delen
    assert leid_af(oud, nieuw, delen)


TAAK = "De voorzitter leidt het overleg en heeft daarin tot taak:"
TAKEN = ("a. het openen van de vergadering;", "b. het sluiten van de vergadering.")
GELD = "Partijen dragen elk jaar bij in de kosten van het huis."
TABEL = ("| Wie | Bedrag |", "| --- | --- |", "| Gemeente | 5 |", "| Politie | 6 |")


def kaal(*onder: str) -> str:
    """An artikel without leden: a sentence with what stands under it, and two more."""
    return "\n\n".join((TAAK, "\n".join(onder), GELD, ANDER))


def in_leden(*onder: str) -> str:
    """The same text in leden, of which the first became the last."""
    lines = "".join(f"\n   {line}" for line in onder)
    return f"1. {GELD}\n2. {ANDER}\n3. {TAAK}\n{lines}"


# Text that stood bare is a lid elsewhere, or the reverse: what stood under it goes along.
NAAR_EEN_LID = {
    "een lijst die blijft, op een onderdeel na": (kaal(*TAKEN), in_leden(TAKEN[0])),
    "een lijst die vervalt voor een alinea": (kaal(*TAKEN), in_leden("Hij stemt niet mee.")),
    "een lijst van strepen, uit letters": (kaal(*TAKEN), in_leden(f"- {TAKEN[0][3:]}")),
    "een tabel die een rij verliest": (kaal(*TABEL), in_leden(*TABEL[:3])),
    "een tabel die vervalt": (kaal(*TABEL), in_leden("Hij stemt niet mee.")),
    "een lijst, van lid naar kale tekst": (in_leden(*TAKEN), kaal(TAKEN[0])),
    "een tabel, van lid naar kale tekst": (in_leden(*TABEL), kaal(*TABEL[:3])),
    "een alinea in een lid, van de kale tekst een lijst": (in_leden("Kort."), kaal(*TAKEN)),
    "een lijst achter korte tekst, ervoor een van dezelfde": (
        "- x x\n\nx x\n\n- x x",
        "1.4.1 x x\n\n      x x\n\n1.4.2 x x\n\n      x x",
    ),
}


@pytest.mark.parametrize("titel", NAAR_EEN_LID)
def test_what_stood_under_text_that_became_a_lid_is_at_its_old_place(titel: str) -> None:
    """Whatever became of it: in the document, in the Word file and as a besluit."""
    oud, nieuw = (edition(f"# 1 Kop\n\n## Artikel 1 Taken\n\n{t}\n") for t in NAAR_EEN_LID[titel])
    document = renvooi_document(oud, nieuw)
    assert same_blocks(accepted(document).blocks, Composer.van(LEEG, nieuw).blocks())
    assert same_blocks(rejected(document).blocks, Composer.van(LEEG, oud).blocks())
    assert to_docx(document, PERS)
    assert leid_af(oud, nieuw, vergelijk(oud, nieuw).delen)
