"""All hostile dossiers, one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.vijandig import (
    figuren,
    getekend,
    gitmappen,
    koppelingen,
    namen,
    registers,
    sjablonen,
    teksten,
    werkmap,
    word,
)

if TYPE_CHECKING:
    from tests.vijandig.plek import Geval

GEVALLEN: tuple[Geval, ...] = (
    *koppelingen.GEVALLEN,
    *gitmappen.GEVALLEN,
    *sjablonen.GEVALLEN,
    *word.GEVALLEN,
    *figuren.GEVALLEN,
    *teksten.GEVALLEN,
    *registers.GEVALLEN,
    *namen.GEVALLEN,
    *werkmap.GEVALLEN,
    *getekend.GEVALLEN,
)
