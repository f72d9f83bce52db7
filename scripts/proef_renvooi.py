"""Writes Word files with tracked changes, and beside each the words of its two editions.

`python scripts/proef_renvooi.py MAP` makes in MAP the sample of the tests, which holds every mark
on every kind of block, and the renvooi of the two versions of this dossier. scripts/conformiteit
has them validated; scripts/libreoffice_wijzigingen.py lets LibreOffice accept and reject them.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # the sample is that of the tests

from tests.papier.proefrenvooi import RENVOOI  # noqa: E402  needs the path

from convenantwerk.geopend.geopend import Geopend  # noqa: E402
from convenantwerk.opdrachten.renvooi import vergelijken  # noqa: E402
from convenantwerk.papier.document import TableOfContents  # noqa: E402
from convenantwerk.papier.edities import accepted, rejected  # noqa: E402
from convenantwerk.papier.formaten.docx import to_docx  # noqa: E402
from convenantwerk.papier.huisstijl import lees_huisstijl  # noqa: E402
from convenantwerk.papier.layout import Press  # noqa: E402
from convenantwerk.papier.traversal import words  # noqa: E402
from convenantwerk.renvooi.kant import Kant  # noqa: E402
from convenantwerk.renvooi.renvooistuk import maak_renvooi  # noqa: E402
from convenantwerk.stukken.convenant import maak_convenant  # noqa: E402

if TYPE_CHECKING:
    from convenantwerk.papier.document import Document

OP = date(2018, 6, 18)
VERSIES = ("2017", "2018-06-18")


def eigen() -> tuple[Document, list[str], list[str]]:
    """Return the renvooi of this dossier, and the words of the new and of the old edition."""
    gekozen = [Geopend(ROOT, OP).editie(naam, "met-addenda") for naam in VERSIES]
    kanten = [Kant(versie.naam, versie.dossier, versie.convenant) for versie in gekozen]
    old, new = kanten
    document = maak_renvooi(vergelijken(*gekozen), old, new, OP)
    has_contents = any(isinstance(block, TableOfContents) for block in document.blocks)
    oud, nieuw = (
        words(
            block
            for block in maak_convenant(kant.dossier, kant.convenant, (), OP, concept=False).blocks
            if has_contents or not isinstance(block, TableOfContents)
        )
        for kant in kanten
    )
    return document, nieuw, oud


def main() -> None:
    """Write the files into the folder that is named."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    huisstijl, _ = lees_huisstijl(ROOT)
    proef = (RENVOOI, words(accepted(RENVOOI).blocks), words(rejected(RENVOOI).blocks))
    for name, (document, nieuw, oud) in {"proef": proef, "eigen": eigen()}.items():
        (folder / f"{name}.docx").write_bytes(to_docx(document, Press(huisstijl)))
        editions = {"nieuw": nieuw, "oud": oud}
        (folder / f"{name}.json").write_text(json.dumps(editions), encoding="utf-8")


if __name__ == "__main__":
    main()
