"""Signing: what a signature proves, and how far everyone is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from convenantwerk.papier.identiteit import Identiteit
    from convenantwerk.tijd.tekenplaatsen import Tekenplaats


GROOTST = 50_000_000  # bytes; a paper of ours is a thousandth of it
# Why a signature does not count, when there is something else to do about it than to sign again.
UITGEVER = "het certificaat komt niet van een uitgever die dit dossier vertrouwt"
AFGESLOTEN = "wie hier tekende, sloot het stuk af, en daarna is er nog iets in gezet"


@dataclass(frozen=True, slots=True)
class Tekenbewijs:
    """What one digital signature in a PDF proves.

    Args:
        veld: the field it stands in.
        naam: who signed, as the certificate calls that person (its common name).
        moment: when, with its time zone.
        tijdstempel: whether a time stamping authority vouches for `moment`; else the signer does.
        bezwaar: why it proves nothing, in Dutch; "" when it is whole, covers what it should, and
            leads to a certificate that is trusted.
        uiterlijk: when it was there at the latest, by the first time stamp that is trusted; None
            when there is none.
        voorbehoud: why its time stamp does not count, in Dutch; "" when it does, or there is none.
    """

    veld: str
    naam: str
    moment: datetime | None
    tijdstempel: bool
    bezwaar: str = ""
    uiterlijk: datetime | None = None
    voorbehoud: str = ""


@dataclass(frozen=True, slots=True)
class GetekendePdf:
    """A PDF that came back.

    Args:
        herkomst: of each earlier state of the file, the oldest first, its sha256.
        identiteit: what it says of itself, None when that is nothing.
        velden: the fields for signatures, in order.
        bewijzen: of each signature in it.
        bezwaar: what is wrong with the file apart from its signatures; "" when nothing is.
        gestempeld: whether there is a time stamp over the file; that alone is no signature.
    """

    herkomst: tuple[str, ...]
    identiteit: Identiteit | None
    velden: tuple[str, ...]
    bewijzen: tuple[Tekenbewijs, ...]
    bezwaar: str = ""
    gestempeld: bool = False


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
