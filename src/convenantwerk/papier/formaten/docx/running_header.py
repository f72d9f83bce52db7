"""The running header: a title and an edition that do not fit beside each other get a line each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from convenantwerk.papier.formaten.docx import package
from convenantwerk.papier.formaten.docx.elements import W, w

if TYPE_CHECKING:
    from convenantwerk.papier.document import Document

_KOPTEKST = re.compile(r"word/header\d*\.xml")
# Characters of 8 points beside each other, on a page that stands and on one that lies.
_STAAND, _LIGGEND = 100, 170


def op_twee_regels(parts: dict[str, bytes], document: Document) -> None:
    """Let what stands after the tab of a header begin a line when there is no room beside it.

    Word would break it in the middle, and go on at the left.
    """
    room = _LIGGEND if document.landscape else _STAAND
    if len(document.title) + len(document.edition) < room:
        return
    for name in filter(_KOPTEKST.fullmatch, parts):
        tree = etree.fromstring(parts[name])
        for tab in list(tree.iter(f"{{{W}}}tab")):
            run = tab.getparent()
            if run is not None and run.tag == f"{{{W}}}r":
                run.insert(run.index(tab), w("br"))
        parts[name] = package.xml(tree)
