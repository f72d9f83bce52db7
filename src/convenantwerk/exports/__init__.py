"""One file per format, in one table: kinds of document + formats, never kinds x formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.exports.docx import to_docx
from convenantwerk.exports.html import to_html
from convenantwerk.exports.markdown import to_markdown
from convenantwerk.exports.pdf import to_pdf
from convenantwerk.exports.xlsx import to_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from convenantwerk.exports.press import Press
    from convenantwerk.model.document import Document

    Export = Callable[[Document, Press], bytes]

EXPORTS: Mapping[str, Export] = {
    "pdf": to_pdf,
    "docx": to_docx,
    "html": to_html,
    "md": to_markdown,
    "xlsx": to_xlsx,
}
