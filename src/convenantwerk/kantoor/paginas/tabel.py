"""The table of pages, in the order of the menu; a row is a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.kantoor.paginas import (
    beginnen,
    besluiten,
    bestand,
    brieven,
    doe,
    eisen,
    gedaan,
    geschiedenis,
    lijsten,
    ondertekening,
    onderweg,
    oordeel,
    opzegging,
    overleggen,
    overnemen,
    papieren,
    partnerlijst,
    partners,
    sluiten,
    steldat,
    tekenpapieren,
    tekst,
    tekst_wijzigen,
    termijnen,
    toetreding,
    vandaag,
    vergelijken,
    versies,
    waswordt,
    werk,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.kantoor.pagina import Pagina

PAGINAS: Sequence[Pagina] = (
    vandaag.PAGINA,
    tekst.PAGINA,
    partners.PAGINA,
    overleggen.PAGINA,
    toetreding.PAGINA,
    opzegging.PAGINA,
    ondertekening.PAGINA,
    termijnen.PAGINA,
    vergelijken.PAGINA,
    papieren.PAGINA,
    geschiedenis.PAGINA,
    # Without an entry in the menu.
    beginnen.PAGINA,
    besluiten.PAGINA,
    bestand.PAGINA,
    brieven.PAGINA,
    doe.PAGINA,
    eisen.PAGINA,
    gedaan.PAGINA,
    lijsten.PAGINA,
    onderweg.PAGINA,
    oordeel.PAGINA,
    overnemen.PAGINA,
    partnerlijst.PAGINA,
    sluiten.PAGINA,
    steldat.PAGINA,
    tekenpapieren.PAGINA,
    tekst_wijzigen.PAGINA,
    versies.PAGINA,
    waswordt.PAGINA,
    werk.PAGINA,
)
