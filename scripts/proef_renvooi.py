"""Writes Word files with tracked changes, and beside each the words of its two editions.

`python scripts/proef_renvooi.py MAP` makes in MAP the sample of the tests, which holds every mark
on every kind of block, and the renvooi of the two versions of this dossier. With `--paren N` come
N pairs with every kind of insertion and deletion (`scripts/renvooi_paren.py`). scripts/conformiteit
has them validated; scripts/libreoffice_wijzigingen.py lets LibreOffice accept and reject them.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from libreoffice_wijzigingen import alineas
from renvooi_paren import paren

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # the sample is that of the tests

from tests.papier.proefrenvooi import RENVOOI  # noqa: E402  needs the path
from tests.renvooi.test_renvooitekst import renvooi_document  # noqa: E402
from tests.renvooi.vergelijking.test_gevallen import edition  # noqa: E402

from convenantwerk.geopend.geopend import Geopend  # noqa: E402
from convenantwerk.opdrachten.renvooi import vergelijken  # noqa: E402
from convenantwerk.papier.document import TableOfContents  # noqa: E402
from convenantwerk.papier.formaten.docx import to_docx  # noqa: E402
from convenantwerk.papier.formaten.docx.package import unpacked  # noqa: E402
from convenantwerk.papier.formaten.docx.revisions import accept_all, reject_all  # noqa: E402
from convenantwerk.papier.huisstijl import lees_huisstijl  # noqa: E402
from convenantwerk.papier.layout import Press  # noqa: E402
from convenantwerk.papier.oud_en_nieuw import accepted, rejected  # noqa: E402
from convenantwerk.papier.traversal import words  # noqa: E402
from convenantwerk.renvooi.kant import Kant  # noqa: E402
from convenantwerk.renvooi.renvooistuk import maak_renvooi  # noqa: E402
from convenantwerk.stukken.convenant import maak_convenant  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def gemaakt(aantal: int) -> Iterator[tuple[str, tuple[Document, list[str], list[str]]]]:
    """Yield the renvooi of so many invented pairs by name, with the words of their editions."""
    for name, oud, nieuw in paren(aantal):
        document = renvooi_document(edition(oud), edition(nieuw))
        sides = (words(accepted(document).blocks), words(rejected(document).blocks))
        yield name, (document, *sides)


def main() -> None:
    """Write the files into the folder that is named."""
    parser = argparse.ArgumentParser()
    parser.add_argument("map", type=Path)
    parser.add_argument("--paren", type=int, default=0)
    arguments = parser.parse_args()
    folder: Path = arguments.map
    folder.mkdir(parents=True, exist_ok=True)
    huisstijl, _ = lees_huisstijl(ROOT)
    press = Press(huisstijl)
    proef = (RENVOOI, words(accepted(RENVOOI).blocks), words(rejected(RENVOOI).blocks))
    own = [("proef", proef), ("eigen", eigen())]
    for name, (document, nieuw, oud) in (*own, *gemaakt(arguments.paren)):
        data = to_docx(document, press)
        (folder / f"{name}.docx").write_bytes(data)
        facts: dict[str, Any] = {"nieuw": nieuw, "oud": oud}
        if name not in dict(own):  # a frame or a note of Word makes paragraphs of its own
            parts = unpacked(data)
            facts["alineas"] = {
                "nieuw": alineas(accept_all(parts)["word/document.xml"]),
                "oud": alineas(reject_all(parts)["word/document.xml"]),
            }
        (folder / f"{name}.json").write_text(json.dumps(facts), encoding="utf-8")


if __name__ == "__main__":
    main()
