"""Signing: what identifies a paper, what a signature proves, and how far everyone is."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date, datetime

    from convenantwerk.model.gebeurtenissen import Gebeurtenis
    from convenantwerk.model.registers import Ondertekenaar, Partner

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


@dataclass(frozen=True, slots=True)
class Tekenbewijs:
    """What one digital signature in a PDF proves.

    Args:
        veld: the field it stands in.
        naam: who signed, as the certificate calls that person (its common name).
        moment: when, with its time zone.
        tijdstempel: whether a time stamping authority vouches for `moment`.
        bezwaar: why it proves nothing, in Dutch; "" when it is whole, covers what it should, and
            leads to a certificate that is trusted.
    """

    veld: str
    naam: str
    moment: datetime | None
    tijdstempel: bool
    bezwaar: str = ""


@dataclass(frozen=True, slots=True)
class GetekendePdf:
    """A PDF that came back.

    Args:
        herkomst: of each earlier state of the file, the oldest first, its sha256.
        identiteit: what it says of itself, None when that is nothing.
        velden: the fields for signatures, in order.
        bewijzen: of each signature in it.
        bezwaar: what is wrong with the file apart from its signatures; "" when nothing is.
    """

    herkomst: tuple[str, ...]
    identiteit: Identiteit | None
    velden: tuple[str, ...]
    bewijzen: tuple[Tekenbewijs, ...]
    bezwaar: str = ""


Tekenstatus = Literal["getekend", "te laat", "aangeboden", "geweigerd", "niet aangeboden"]


@dataclass(frozen=True, slots=True)
class Tekenplaats:
    """One signature that an edition needs: of whom, under which deel, and how far that is.

    Args:
        partner: for whom.
        ondertekenaar: who, None when the register has nobody.
        deel: the deel ("deel-1").
        status: how far it is.
        handtekening: the event of the signature that counts.
        aanbieding: the event by which the paper was last offered.
        weigering: the event by which it was refused.
    """

    partner: Partner
    ondertekenaar: Ondertekenaar | None
    deel: str
    status: Tekenstatus
    handtekening: Gebeurtenis | None = None
    aanbieding: Gebeurtenis | None = None
    weigering: Gebeurtenis | None = None


@dataclass(frozen=True, slots=True)
class Tekenstand:
    """How far the signing of an edition is.

    Args:
        versie: its name.
        vastgesteld: the day of its vaststelling.
        plaatsen: every signature it needs, in the order of the register of partners.
        in_werking: the first day on which it is in force, None when that has yet to come.
        regel: why, in one sentence.
    """

    versie: str
    vastgesteld: date
    plaatsen: tuple[Tekenplaats, ...]
    in_werking: date | None
    regel: str
