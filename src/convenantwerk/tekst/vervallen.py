"""Parts that were repealed: they keep their number, and "[Vervallen]" stands in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.tekst.boom import Alinea, Element, Onderdeel, plain

if TYPE_CHECKING:
    from convenantwerk.tekst.adressen import Part

_WAT = r"(?:(?:(?:dit|deze)\s+\w+\s+)?(?:is|zijn)\s+)?"
_SINDS = (
    rf"(?:red\.?:\s*)?{_WAT}vervallen(?:(?:\s+(?:per|op|sinds|met\s+ingang\s+van|door|bij|krachtens"
    r"|ingevolge)\s|[,:]\s)[^\[\]()]*)?"
)
# What stands between brackets so is never a place to fill in.
TUSSEN_HAKEN = re.compile(rf"{_SINDS}[.;,]?", re.IGNORECASE)
_GEHEEL = re.compile(
    rf"(?:vervallen|[\[(]\s*{_SINDS}[.;,]?\s*[\])])\s*[.;,]?(?:\s+(?:en|of))?", re.IGNORECASE
)


def is_vervallen(part: Part) -> bool:
    """Tell whether "[Vervallen]" is all the text of an artikel, lid, onderdeel or alinea.

    Of a titled part without text, its title may say so: "Artikel 5 [Vervallen]".
    """
    match part:
        case Alinea(inhoud):
            return _zegt_het(plain(inhoud))
        case Onderdeel(inhoud=(Alinea() as alinea,)) | Element(inhoud=(Alinea() as alinea,)):
            return is_vervallen(alinea)
        case Element(inhoud=()):
            return _zegt_het(plain(part.opschrift)) or plain(part.opschrift).casefold().endswith(
                ("[vervallen]", "(vervallen)")
            )
        case _:
            return False


def _zegt_het(text: str) -> bool:
    return bool(_GEHEEL.fullmatch(text.strip()))
