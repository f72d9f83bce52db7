"""The table of pages, in the order of the menu; a row is a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.kantoor.paginas import (
    beginnen,
    besluiten,
    bestand,
    doe,
    gedaan,
    lijsten,
    overleggen,
    partnerlijst,
    partners,
    vandaag,
    werk,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.kantoor.pagina import Pagina

PAGINAS: Sequence[Pagina] = (
    vandaag.PAGINA,
    partners.PAGINA,
    overleggen.PAGINA,
    # Without an entry in the menu.
    beginnen.PAGINA,
    doe.PAGINA,
    gedaan.PAGINA,
    werk.PAGINA,
    lijsten.PAGINA,
    partnerlijst.PAGINA,
    besluiten.PAGINA,
    bestand.PAGINA,
)
