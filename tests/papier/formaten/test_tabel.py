"""The table of formats: every row can be made, and what is offered follows from the rows."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from convenantwerk.papier import document as d
from convenantwerk.papier.formaten.tabel import (
    FORMATEN,
    behalve,
    formaten,
    gekozen,
    vanzelf,
)
from convenantwerk.papier.pers import Thuispers
from convenantwerk.papier.uitgeven import export_documents

if TYPE_CHECKING:
    from convenantwerk.papier.huisstijl import Huisstijl

DOCUMENT = d.Document(
    name="map/stuk",
    title="Stuk",
    publisher="Bureau",
    edition="editie",
    op=date(2026, 11, 24),
    concept=False,
    blocks=(d.Paragraph((d.Run("Tekst."),)),),
    zonder=frozenset(),
)


@pytest.mark.pdf  # a Word file takes its page numbers from the layout
@pytest.mark.parametrize("naam", FORMATEN)
def test_every_row_is_made_the_same_each_time(naam: str, huisstijl: Huisstijl) -> None:
    """Its name is the suffix of its file, and its maker is there."""
    (first,), (second,) = (
        export_documents([DOCUMENT], Thuispers(huisstijl), [naam]) for _ in range(2)
    )
    assert first.pad == f"map/stuk.{naam}"
    assert first.data
    assert first.data == second.data


def test_a_paper_is_made_in_the_formats_it_has() -> None:
    """Out of those that are asked for, in that order; a name that is no format is passed over."""
    rows = gekozen(("md", "json", "html", "pdf"), behalve("pdf", "md"))
    assert [row.naam for row in rows] == ["md", "pdf"]


def test_papers_that_are_no_list_have_no_workbook() -> None:
    """So no command offers it for them."""
    assert d.Document("x", "T", "B", "e", DOCUMENT.op, False, ()).zonder == {"xlsx"}  # noqa: FBT003
    assert "xlsx" not in formaten()
    assert formaten(()) == tuple(FORMATEN)
    assert formaten(()).index("docx") < formaten(()).index("xlsx") < formaten(()).index("html")


def test_what_is_made_by_itself() -> None:
    """The page on the web comes with a build, not with a letter."""
    assert vanzelf("bouw") == ("pdf", "docx", "html")
    assert vanzelf("brief") == ("pdf", "docx")


@pytest.mark.proces
def test_the_table_is_light() -> None:
    """Asking what formats there are imports no library that makes one."""
    code = "import convenantwerk.papier.formaten.tabel, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"weasyprint", "lxml", "jinja2", "xlsxwriter", "docx"} & set(done.stdout.split())
