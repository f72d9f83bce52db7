"""Fields for signatures: one on each block, empty, tagged, and only on papers to be signed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from tests.papier.conftest import eigen_huisstijl

from convenantwerk.papier import document as d
from convenantwerk.papier.formaten.pdf import to_pdf
from convenantwerk.papier.identiteit import SLEUTEL, Identiteit, identiteit
from convenantwerk.papier.layout import Press

if TYPE_CHECKING:
    from convenantwerk.papier.huisstijl import Huisstijl

WIE = Identiteit("Veiligheidshuis Ëen (\\)", "ondertekeningsblad", "2027", "ab12", "zorg")


def blad(aantal: int, *, tekenbaar: bool = True) -> d.Document:
    """A sheet with room for so many signatures, after some text."""
    blocks = tuple(
        d.SignatureBlock(
            f"ondertekening-partner-{number}",
            (f"Organisatie {number}", "bestuurder", "V. Voorbeeld"),
            ("Handtekening", "Plaats", "Datum"),
        )
        for number in range(aantal)
    )
    text = d.Paragraph((d.Run("Tekst. " * 80),))
    return d.Document(
        *("blad", "Blad", "Uitgever", "editie", date(2026, 11, 24)),
        concept=False,
        blocks=(text, *blocks),
        identiteit=WIE if tekenbaar else None,
    )


@pytest.fixture(scope="module")
def gemaakt() -> dict[int, bytes]:
    """Sheets with one, two and nine blocks, as PDF."""
    press = Press(eigen_huisstijl())
    return {aantal: to_pdf(blad(aantal), press) for aantal in (1, 2, 9)}


@pytest.mark.parametrize("aantal", [1, 2, 9])
def test_each_block_has_one_empty_field_that_pyhanko_finds(
    gemaakt: dict[int, bytes], aantal: int
) -> None:
    """Named after who signs, in the order of the blocks."""
    found = list(enumerate_sig_fields(PdfFileReader(BytesIO(gemaakt[aantal]))))
    assert [naam for naam, _, _ in found] == [f"ondertekening-partner-{n}" for n in range(aantal)]
    assert all(value is None for _, value, _ in found)


def test_a_field_stands_on_its_own_block_and_on_the_page(gemaakt: dict[int, bytes]) -> None:
    """Within the page, large enough to write in, none over another; each named for a listener."""
    reader = pypdf.PdfReader(BytesIO(gemaakt[9]))
    boxes = []
    for number, page in enumerate(reader.pages):
        for ref in page.get("/Annots", ()):
            widget: Any = ref.get_object()
            if widget.get("/FT") == "/Sig":
                left, low, right, high = map(float, widget["/Rect"])
                assert 0 < left < right < float(page.mediabox.width)
                assert 0 < low < high < float(page.mediabox.height)
                assert (right - left) > 100
                assert (high - low) > 30
                assert widget["/TU"].startswith("Handtekening namens Organisatie")
                boxes.append((number, low, high))
    assert len(boxes) == 9
    for one, other in pairwise(boxes):
        assert one[0] < other[0] or other[2] <= one[1]


def test_every_field_is_in_the_tag_tree(gemaakt: dict[int, bytes]) -> None:
    """A Form in the element of its block, that leads to the widget and back (PDF/UA)."""
    reader = pypdf.PdfReader(BytesIO(gemaakt[2]))
    root: Any = reader.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    forms: list[Any] = []

    def walk(node: Any, parent: str) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for kid in node:
                walk(kid, parent)
        elif isinstance(node, dict):
            if node.get("/S") == "/Form":
                forms.append((parent, node))
            if "/K" in node:
                walk(node["/K"], str(node.get("/S")))

    walk(root["/K"], "")
    assert [parent for parent, _ in forms] == ["/Div", "/Div"]
    mapping = root["/ParentTree"].get_object()["/Nums"]
    back = dict(zip(mapping[::2], mapping[1::2], strict=True))
    for _, form in forms:
        widget = form["/K"][0].get_object()["/Obj"].get_object()
        assert back[widget["/StructParent"]].get_object() == form


def test_the_identity_is_in_the_file_and_comes_back(gemaakt: dict[int, bytes]) -> None:
    """Among the metadata, as plain JSON, whatever characters it holds."""
    written = pypdf.PdfReader(BytesIO(gemaakt[1])).metadata[f"/{SLEUTEL}"]  # type: ignore[index]
    assert identiteit(str(written)) == WIE
    assert json.loads(str(written))["versie"] == "2027"


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"dossier": 1}', "geen json"])
def test_what_is_no_identity_is_none(text: str) -> None:
    """Nothing, and no exception."""
    assert identiteit(text) is None


@pytest.mark.pdf
def test_a_paper_that_is_not_to_be_signed_has_no_fields(huisstijl: Huisstijl) -> None:
    """A concept, a list, a renvooi: no form at all."""
    data = to_pdf(blad(2, tekenbaar=False), Press(huisstijl))
    assert "/AcroForm" not in pypdf.PdfReader(BytesIO(data)).trailer["/Root"]  # type: ignore[operator]


@pytest.mark.pdf
def test_a_restyled_block_keeps_its_field(huisstijl: Huisstijl) -> None:
    """A template of which the block has another form: the field goes at the end of the tags."""
    blokken = (
        huisstijl.bestanden["blokken.html"]
        .replace(b'<div class="velden">', b'<div class="velden"><div></div>')
        .replace(b'<div class="wie">', b'<span></span><div class="wie">')
    )
    own = replace(huisstijl, bestanden={**huisstijl.bestanden, "blokken.html": blokken})
    data = to_pdf(blad(1), Press(own))
    found = list(enumerate_sig_fields(PdfFileReader(BytesIO(data))))
    assert [naam for naam, _, _ in found] == ["ondertekening-partner-0"]


@pytest.mark.pdf
@pytest.mark.usefixtures("koud")
def test_attachments_come_out_as_they_went_in(huisstijl: Huisstijl) -> None:
    """Byte for byte, under their names, and the same file each time."""
    bijlagen = (
        d.Attachment("01-een.pdf", "Eén", b"%PDF-1.7 een"),
        d.Attachment("02-twee.png", "Twee", bytes(range(256))),
    )
    document = replace(blad(1), attachments=bijlagen)
    data = to_pdf(document, Press(huisstijl))
    found = pypdf.PdfReader(BytesIO(data)).attachments
    assert {naam: files[0] for naam, files in found.items()} == {b.name: b.data for b in bijlagen}
    assert to_pdf(document, Press(huisstijl)) == data
