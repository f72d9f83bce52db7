"""The ondertekeningsblad: the sheet on which one signatory signs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

from convenantwerk.dossier.gebeurtenissen import BLAD
from convenantwerk.stukken.brieven.brief import Brief
from convenantwerk.stukken.brieven.velden import (
    Delen,
    Dezeondertekenaar,
    Dezepartner,
    Dezevermelding,
    Dezeversie,
    Uiterlijk,
)
from convenantwerk.stukken.tekenblokken import FOLDER, sheet_block

if TYPE_CHECKING:
    from convenantwerk.papier.document import SignatureBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class Ondertekeningsblad(Brief):
    """The sheet of one signatory (2.1, 3.1 and 8 of the 2018 text).

    A partner may so sign a copy of its own; the sheets are kept with the convenant as one set.
    `versie` is None for a text that is not frozen.
    """

    sjabloon: ClassVar[str] = BLAD
    stuknaam: ClassVar[str] = "Ondertekeningsblad"
    opdracht: ClassVar[str] = "pakket, bouw"
    partner: Dezepartner
    ondertekenaar: Dezeondertekenaar
    editie: Annotated[str, "hoe de tekst heet"]
    versie: Dezeversie | None = None
    versievermelding: Dezevermelding
    delen: Delen
    uiterlijk: Uiterlijk | None = None

    @property
    def voor(self) -> str:
        """The organisation, as its signature block names it."""
        return self.ondertekenaar.organisatie

    @property
    def pad(self) -> str:
        """Its path: a sheet for each signatory."""
        return f"{FOLDER}/{self.ondertekenaar.sleutel}"

    def ondertekening(self, _orgaan: str, /) -> tuple[SignatureBlock, ...]:
        """Return the signatory."""
        return (sheet_block(self.ondertekenaar),)
