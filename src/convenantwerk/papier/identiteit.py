"""What a paper for signing says of itself, and what its fields are called."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

# By this key a PDF carries its identity among its metadata.
SLEUTEL = "Convenantwerk"
VELD = "ondertekening-"  # a field for a signature is called "ondertekening-<ondertekenaar>"


@dataclass(frozen=True, slots=True)
class Identiteit:
    """What a paper for signing says of itself.

    Args:
        dossier: the samenwerkingsverband.
        stuk: which kind of paper ("ondertekeningsblad").
        versie: the name of the edition.
        sha256: the seal of that edition.
        partner: who signs, by sleutel; "" when it is for all.
        tekst: the sha256 of the text that was made into the paper, "" when it is not kept.
    """

    dossier: str
    stuk: str
    versie: str
    sha256: str
    partner: str = ""
    tekst: str = ""

    def __str__(self) -> str:
        """Give the identity as it is written in a PDF."""
        return json.dumps(asdict(self), ensure_ascii=True, sort_keys=True)


def identiteit(text: str) -> Identiteit | None:
    """Return the identity written as `str` gives it, None when it is none."""
    try:
        found = Identiteit(**json.loads(text))
    except (ValueError, TypeError):
        return None
    return found if all(isinstance(value, str) for value in asdict(found).values()) else None


def veldnaam(ondertekenaar: str) -> str:
    """Return the name of the field in which an ondertekenaar signs."""
    return f"{VELD}{ondertekenaar}"
