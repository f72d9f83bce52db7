"""The proof against the source: word for word, emphasis for emphasis, note for note.

The source document stands in tests/bron as it was received. Every place where the built text
departs from it is listed here, with the reason. The text is that of the repository itself; its
registers and settings change as time goes by, so they are those of the copy under tests/dossiers.
"""

import re
import shutil
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from itertools import dropwhile, groupby, takewhile
from pathlib import Path

import pytest
from tests.voorbeelden import HOLLANDS_MIDDEN, ROOT, kopie

from convenantwerk.geopend.gelezen import Gelezen
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.papier import document as d
from convenantwerk.papier import traversal
from convenantwerk.stukken.convenant import maak_convenant

BRON = ROOT / "tests" / "bron" / "samenwerkings-en-privacyconvenant-vhhm-2018.txt"
OP = date(2018, 6, 18)

# Lines of the source that are no text of the convenant: the tables of contents, and the rules
# that the scan made of the lines of the signature tables.
INHOUDSOPGAVEN = (range(47, 82), range(91, 125))
TABELLIJN = re.compile(r"^[-\s]+$")
NOOT = re.compile(r"^([¹²³⁴⁵⁶])\s+(.*)")
SUPERSCRIPT = str.maketrans("", "", "¹²³⁴⁵⁶")
OPSOMMINGSTEKEN = re.compile(r"^\s*- ")

# Scanning slips that the text joins; none of them changes a word, so the comparison of words
# needs none of them: (line of the source, what the scan did).
SLIPS = (
    (157, "a page break splits the list of uitgangspunten after its fourth item"),
    (190, "a page break leaves empty lines before 'Een casus voldoet'"),
    (206, "note 1 stands at the foot of its page, between two chapters"),
    (260, "note 2 stands at the foot of its page"),
    (321, "a page break leaves empty lines before 4.1"),
    (374, "note 3 stands at the foot of its page, between 4.3 and 4.4"),
    (397, "note 4 stands at the foot of its page, after chapter 6"),
    (399, "note 5 stands at the foot of its page, after chapter 6"),
    (438, "a page break splits the list of agreements between f and g"),
    (448, "note 6 stands at the foot of its page"),
    (464, "a page break splits the signature blocks"),
    (543, "a page break splits the onderdelen of 12.2; g has lost its indent"),
    (575, "a page break splits 17.1 between 'betreffende' and 'burger(s)'"),
)


def bronregels() -> list[str]:
    """The lines of the source from "Voorwoord" on, tables of contents and rules left out."""
    lines = BRON.read_text(encoding="utf-8").split("\n")
    kept = [
        line
        for number, line in enumerate(lines, start=1)
        if not any(number in table for table in INHOUDSOPGAVEN) and not TABELLIJN.match(line)
    ]
    return list(dropwhile(lambda line: line != "Voorwoord", kept))


def clean(line: str) -> str:
    """Return a line without the marks of its markup."""
    return OPSOMMINGSTEKEN.sub("", line).translate(SUPERSCRIPT).replace("*", "")


def bronwoorden() -> list[str]:
    """Return the words of the source, notes left out."""
    text = [clean(line) for line in bronregels() if not NOOT.match(line)]
    return " ".join(text).split()


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The text and the addenda of the repository, with the registers and settings of the copy."""
    root = tmp_path_factory.mktemp("bron") / "dossier"
    kopie(HOLLANDS_MIDDEN, root, "*.md", "addenda", "versies")
    for path in (*ROOT.glob("convenant/*/*.md"), *ROOT.glob("addenda/*/*")):
        to = root / path.relative_to(ROOT)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, to)
    return root


@pytest.fixture(scope="module")
def gelezen(dossier: Path) -> Gelezen:
    """The dossier on the day of the addendum."""
    found = Geopend(dossier, OP).tekst()
    assert isinstance(found, Gelezen)
    return found


@pytest.fixture(scope="module")
def overgenomen(gelezen: Gelezen) -> list[d.Block]:
    """The blocks of the built convenant that hold text of the source: up to Deel 2."""
    document = maak_convenant(
        gelezen.dossier, gelezen.convenant, gelezen.diagnostics, OP, concept=True
    )
    start = [i for i, block in enumerate(document.blocks) if isinstance(block, d.TableOfContents)]
    text = document.blocks[start[0] + 1 :]
    own = takewhile(lambda b: not (isinstance(b, d.Heading) and b.anchor == "deel-2"), text)
    # The labels to sign under are ours; organisation, function and name are the source's.
    return [replace(b, fields=()) if isinstance(b, d.SignatureBlock) else b for b in own]


@pytest.mark.traag
def test_all_words_of_the_source_stand_in_the_text_in_order(overgenomen: list[d.Block]) -> None:
    """From "Voorwoord" to "Namens de voorzitter," every word is the same, in the same order."""
    bron, built = bronwoorden(), traversal.words(overgenomen)
    matcher = SequenceMatcher(a=bron, b=built, autojunk=False)
    differences = [
        (tag, bron[a1:a2], built[b1:b2])
        for tag, a1, a2, b1, b2 in matcher.get_opcodes()
        if tag != "equal"
    ]
    assert differences == []
    assert len(bron) > 6000


def test_all_notes_of_the_source_stand_in_the_text(overgenomen: list[d.Block]) -> None:
    """The six notes have the words of the source and are called where the source calls them."""
    bron = [match[2].split() for line in bronregels() if (match := NOOT.match(line))]
    built = [d.text_of(note.runs).split() for note in traversal.notes_of(overgenomen)]
    assert built == bron
    assert [note.mark for note in traversal.notes_of(overgenomen)] == list("123456")
    before = re.findall(r"(\S*)[¹²³⁴⁵⁶]", "\n".join(x for x in bronregels() if not NOOT.match(x)))
    assert list(_words_before_notes(overgenomen)) == before


def _words_before_notes(blocks: list[d.Block]) -> list[str]:
    found = []
    for block in blocks:
        inner: list[d.Block] = [block]
        if isinstance(block, d.ItemList):
            inner = [nested for item in block.items for nested in item.blocks]
        for paragraph in inner:
            if isinstance(paragraph, d.Paragraph):
                text = ""
                for run in paragraph.runs:
                    text += run.text
                    if run.note:
                        found.append(re.split(r"\s", text)[-1])
    return found


def test_all_emphasis_of_the_source_stands_in_the_text(overgenomen: list[d.Block]) -> None:
    """What is italic or bold in the source is so in the text, and nothing else is."""
    bron = [
        ("vet" if match[1] == "**" else "cursief", match[2])
        for line in bronregels()
        for match in re.finditer(r"(\*{1,2})([^*]+)\1", OPSOMMINGSTEKEN.sub("", line))
    ]
    assert list(_emphasis(overgenomen)) == bron


def _emphasis(blocks: list[d.Block]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for block in blocks:
        match block:
            case d.Heading() | d.Paragraph():
                for key, runs in groupby(block.runs, key=lambda run: (run.bold, run.italic)):
                    if any(key):
                        found.append(("vet" if key[0] else "cursief", d.text_of(runs)))
            case d.ItemList():
                for item in block.items:
                    found += _emphasis(list(item.blocks))
            case _:
                pass
    return found


def test_the_slips_that_are_forgiven_are_in_the_source() -> None:
    """Each joined slip names a line that exists; there are at most 25."""
    lines = BRON.read_text(encoding="utf-8").split("\n")
    assert len(SLIPS) <= 25
    for number, _ in SLIPS:
        line = lines[number - 1]
        assert not line.strip() or NOOT.match(line)


def test_the_registers_hold_who_the_source_names(gelezen: Gelezen) -> None:
    """13 ketenpartners, 18 of the flexible shell, 14 signatories: as chapters 2, 7 and 8 say."""
    text = BRON.read_text(encoding="utf-8")
    partners = gelezen.dossier.partners
    soorten = [partner.soort for partner in partners]
    assert (soorten.count("ketenpartner"), soorten.count("flexibele schil")) == (13, 18)
    assert all(f"- {partner.naam}" in text for partner in partners)
    ondertekenaars = gelezen.dossier.ondertekenaars
    assert len(ondertekenaars) == 14
    for o in ondertekenaars:
        assert f"{o.organisatie} {o.functie} {o.titel} {o.naam}" in text


def test_before_the_addendum_the_text_is_that_of_2017(dossier: Path) -> None:
    """On 17 June 2018 the text ends with chapter 8, and nothing of the AVG stands in it."""
    earlier = Geopend(dossier, date(2018, 6, 17)).tekst()
    assert isinstance(earlier, Gelezen)
    document = maak_convenant(
        earlier.dossier, earlier.convenant, (), date(2018, 6, 17), concept=False
    )
    headings = [b.label for b in document.blocks if isinstance(b, d.Heading)]
    assert [label for label in headings if label.isdigit()] == list("12345678")
    assert "AVG" not in " ".join(traversal.words(document.blocks))
    assert earlier.convenant.editie == "maart 2017"
