"""Some lines of a file: changed without a byte besides, and not at all when nothing changed."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.voorbeelden import HOLLANDS_MIDDEN
from tests.wetten import voorbeelden

import convenantwerk
from convenantwerk.tekst.boom import Element, elementen
from convenantwerk.tekst.bronstuk import Bronstuk, bronstuk, gewone_regels
from convenantwerk.tekst.lezen import lees_fragment, lees_tekst

MODELLEN = Path(convenantwerk.__file__).parent / "modellen"
BRONNEN = [
    path
    for root in (HOLLANDS_MIDDEN, MODELLEN)
    for path in sorted(root.rglob("*.md"))
    if "versies" not in path.parts and {"convenant", "addenda"} & set(path.parts)
]
TEKST = (
    "# 1 Een\n\nEerste.\n\n## Artikel 2 Twee\n\n1. Lid een.\n\n2. Lid twee.\n\n"
    "## Artikel 3 Drie\n\nSlot.\n"
)


def _delen(data: bytes, path: Path) -> list[Element]:
    text = data.decode().removeprefix("\ufeff").replace("\r\n", "\n")
    if "addenda" in path.parts:
        return [part for part in lees_fragment(text, "x.md")[0] if isinstance(part, Element)]
    bestand, _ = lees_tekst(text, "x.md")
    return [bestand.element] if bestand else []


def _stuk(data: bytes, anker: str) -> Bronstuk:
    parts = _delen(data, Path("x.md"))
    found = bronstuk(data, parts, next(e for e in elementen(parts) if e.anker == anker))
    assert found
    return found


@pytest.mark.parametrize("vorm", ["zoals het is", "crlf met bom", "zonder laatste regeleinde"])
def test_what_is_edited_without_a_change_is_the_same_to_the_byte(vorm: str) -> None:
    """Of every part of this dossier and of the model, as a browser sends it back."""
    aantal = 0
    for path in BRONNEN:
        data = path.read_bytes()
        if vorm == "crlf met bom":
            data = b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")
        elif vorm == "zonder laatste regeleinde":
            data = data.rstrip(b"\n")
        parts = _delen(data, path)
        for element in elementen(parts):
            stuk = bronstuk(data, parts, element)
            assert stuk, f"{path}: {element.anker}"
            teruggestuurd = stuk.tekst.replace("\n", "\r\n") + "\r\n"
            assert stuk.met(teruggestuurd).data == data
            aantal += 1
    assert aantal > 100


def test_the_parts_of_a_file_are_together_the_file() -> None:
    """No line is in two of them, and none is in none."""
    for path in BRONNEN:
        data = path.read_bytes()
        parts = _delen(data, path)
        stukken = [s for e in elementen(parts) if (s := bronstuk(data, parts, e))]
        assert stukken[0].begin == 0, path
        for one, next_ in pairwise(stukken):
            assert one.eind == next_.begin, path


@pytest.mark.parametrize("einde", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("slot", ["", "\n", "\n\n \n"])
def test_nothing_outside_the_lines_changes(einde: str, bom: str, slot: str) -> None:
    """Nor how lines end, what stands before the file, or whether it has a last line end."""
    text = TEKST.rstrip("\n") + slot
    data = (bom + text.replace("\n", einde)).encode()
    midden = Bronstuk(data, 4, 10).met("## Artikel 2 Twee\n\n1. Lid anders.")
    wordt = text.replace("1. Lid een.\n\n2. Lid twee.", "1. Lid anders.")
    assert midden.data == (bom + wordt.replace("\n", einde)).encode()
    aantal = len(re.findall("\n", text)) + (not text.endswith("\n"))
    laatste = Bronstuk(data, 10, aantal).met("## Artikel 3 Drie\n\nAnders.\n\nEn meer.")
    wordt = text.replace("Slot.", "Anders.\n\nEn meer.")
    assert laatste.data == (bom + wordt.replace("\n", einde)).encode()
    assert laatste.tekst.endswith("En meer.")


def test_lines_that_stay_keep_their_own_ends() -> None:
    """In a file that two programs wrote in."""
    data = b"# A\r\n\r\nEen.\nTwee.\r\nDrie.\n"
    assert Bronstuk(data, 0, 5).met("# A\n\nEen.\nNieuw.\nTwee.\nDrie.").data == (
        b"# A\r\n\r\nEen.\nNieuw.\r\nTwee.\r\nDrie.\n"
    )


def test_front_matter_goes_with_the_first_part() -> None:
    """There it says that a text is missing, which whoever writes the text takes away."""
    data = b"---\nstatus: ontbreekt\n---\n\n# Een\n\n## Artikel 1 Twee\n\nTekst.\n"
    assert _stuk(data, "een").tekst == "---\nstatus: ontbreekt\n---\n\n# Een"
    assert _stuk(data, "artikel-1").tekst == "## Artikel 1 Twee\n\nTekst."


@voorbeelden(60)
@given(st.lists(st.sampled_from(["# A", "", " ", "a", "b. c", "\u00a0", "---"]), max_size=12))
def test_what_was_typed_is_what_stands_there(regels: list[str]) -> None:
    """Without the blank lines around it."""
    stuk = Bronstuk(TEKST.encode(), 4, 10).met("\r\n".join(regels))
    assert gewone_regels(stuk.tekst) == gewone_regels("\n".join(regels))
    assert stuk.data.startswith(b"# 1 Een\n\nEerste.\n\n")
    assert stuk.data.endswith(b"\n## Artikel 3 Drie\n\nSlot.\n")


@pytest.mark.traag
def test_a_very_long_text_takes_no_longer_than_it_is() -> None:
    """Lines that are all alike would take hours to match; what stays at both ends still stays."""
    data = b"# A\r\n" + b"\r\nx" * 40_000 + b"\r\nB.\n"
    regels = Bronstuk.heel(data)
    straks = regels.met(regels.tekst.replace("x\n", "y\n\n"))
    assert straks.data.startswith(b"# A\r\n\r\ny")
    assert straks.data.endswith(b"y\r\n\r\nB.\n")
