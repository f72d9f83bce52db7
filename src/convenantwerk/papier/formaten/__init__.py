"""One file per format, in one table: kinds of document + formats, never kinds x formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.papier.formaten.docx import to_docx
from convenantwerk.papier.formaten.html import to_html
from convenantwerk.papier.formaten.markdown import to_markdown
from convenantwerk.papier.formaten.pdf import to_pdf
from convenantwerk.papier.formaten.xlsx import to_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from convenantwerk.papier.document import Document
    from convenantwerk.papier.layout import Press

    Export = Callable[[Document, Press], bytes]

EXPORTS: Mapping[str, Export] = {
    "pdf": to_pdf,
    "docx": to_docx,
    "html": to_html,
    "md": to_markdown,
    "xlsx": to_xlsx,
}
