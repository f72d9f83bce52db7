"""`aanhechten`: a paper is bound to the text as it is, in the edition with addenda."""

from __future__ import annotations

from convenantwerk.addenda.soort import Soort
from convenantwerk.addenda.soorten.invoegen import voer_uit, zin

SOORT = Soort(
    edities=("met-addenda",), moet=("tekst",), een_van=("na", "in"), voer_uit=voer_uit, zin=zin
)
