"""Papers for signing: the ondertekeningsblad, made alike wherever it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.dossier.gebeurtenissen import BLAD
from convenantwerk.dossier.registers import Partner
from convenantwerk.stukken.tekenblokken import FOLDER, sheet_block

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Ondertekenaar
    from convenantwerk.dossier.versie import Versiegegevens
    from convenantwerk.papier.document import Document
    from convenantwerk.papier.identiteit import Identiteit
    from convenantwerk.stukken.brieven.schrijven import Brieven


def maak_blad(  # noqa: PLR0913  # what a sheet says
    brieven: Brieven,
    ondertekenaar: Ondertekenaar,
    delen: Sequence[str],
    editie: str,
    *,
    versie: Versiegegevens | None = None,
    uiterlijk: date | None = None,
    identiteit: Identiteit | None = None,
) -> Document:
    """Return the sheet on which one signatory signs (2.1, 3.1 and 8 of the 2018 text).

    A partner may so sign a copy of its own; the sheets are kept with the convenant as one set.

    Args:
        brieven: the letters of the dossier.
        ondertekenaar: who signs.
        delen: the titles of what is signed.
        editie: how the text is called.
        versie: the frozen version that is signed, None for a text that is not frozen.
        uiterlijk: by when the sheet is asked back.
        identiteit: what the sheet says of itself, None for a concept.
    """
    waarden = {
        "partner": partner_van(brieven.registers, ondertekenaar),
        "ondertekenaar": ondertekenaar,
        "editie": editie,
        "versie": versie,
        "delen": tuple(delen),
        "uiterlijk": uiterlijk,
    }
    return brieven.schrijf(
        BLAD,
        f"{FOLDER}/{ondertekenaar.sleutel}",
        f"Ondertekeningsblad {ondertekenaar.organisatie}",
        waarden,
        [sheet_block(ondertekenaar)],
        identiteit=identiteit,
    )


def partner_van(registers: Registers, ondertekenaar: Ondertekenaar) -> Partner:
    """Return for whom someone signs; a partner that is not in the register is a fout elsewhere."""
    known = {partner.sleutel: partner for partner in registers.partners}
    unknown = Partner(ondertekenaar.partner, ondertekenaar.organisatie, "ketenpartner")
    return known.get(ondertekenaar.partner, unknown)
