"""Gebeurtenissen by which a partner comes in, gives notice and goes.

What each does to its participation stands in `tijd.deelname`.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from convenantwerk.basis.waarde import waarde
from convenantwerk.dossier.gebeurtenissen import Partnergebeurtenis, Vorm


@waarde(kw_only=True)
class Toetredingsverzoek(Partnergebeurtenis):
    """An organisation asks to join (7.e).

    Args:
        delen: what it will sign; what partners of its soort sign when empty.
        overleggen: the overleggen it will join, by the last word of their address.
        ingangsdatum: when it wants to begin.
        kenmerk: the reference of the request.
    """

    soort: ClassVar[str] = "verzoek-toetreding"
    delen: tuple[str, ...] = ()
    overleggen: tuple[str, ...] = ()
    ingangsdatum: date | None = None
    kenmerk: str = ""


@waarde(kw_only=True)
class Toetredingsinstemming(Partnergebeurtenis):
    """The Stuurgroep agrees that an organisation joins (7.e).

    Args:
        besluit: the sleutel of that decision in besluiten.yaml.
        kenmerk: a reference.
    """

    soort: ClassVar[str] = "instemming"
    besluit: str
    kenmerk: str = ""


@waarde(kw_only=True)
class Toetreding(Partnergebeurtenis):
    """A partner joins: its signed declaration is bound to the convenant (7.e).

    Args:
        ingangsdatum: when it takes effect, when that is another day.
        besluit: the sleutel of the decision to let it join.
        overleggen: the overleggen it joins, by the last word of their address.
        nummer: under which its toetredingsverklaring is bound to the convenant.
        sha256: of the signed original in the archive.
        kenmerk: a reference.
    """

    soort: ClassVar[str] = "toetreding"
    ingangsdatum: date | None = None
    besluit: str = ""
    overleggen: tuple[str, ...] = ()
    nummer: int | None = None
    sha256: str = ""
    kenmerk: str = ""


@waarde(kw_only=True)
class Opzegging(Partnergebeurtenis):
    """A partner gives notice (7.l); `datum` is the day of receipt, which decides (BW 3:37 lid 3).

    Args:
        vorm: how it was sent.
        verzonden: the day it was dispatched.
        kenmerk: track & trace, or a reference.
        geadresseerde: to whom it was addressed.
        brief: the date of the letters about it.
    """

    soort: ClassVar[str] = "opzegging"
    vorm: Vorm
    verzonden: date | None = None
    kenmerk: str = ""
    geadresseerde: str = ""
    brief: date | None = None


@waarde(kw_only=True)
class Intrekking(Partnergebeurtenis):
    """A partner withdraws its notice; `kenmerk` is a reference, `brief` the date of the letter."""

    soort: ClassVar[str] = "intrekking-opzegging"
    kenmerk: str = ""
    brief: date | None = None


@waarde(kw_only=True)
class Intrekkingsinstemming(Partnergebeurtenis):
    """The others agree that a notice which reached them is withdrawn (BW 3:37 lid 5).

    Args:
        besluit: the sleutel of the decision.
        kenmerk: its reference.
        brief: the date of the letter.
    """

    soort: ClassVar[str] = "instemming-intrekking"
    besluit: str = ""
    kenmerk: str = ""
    brief: date | None = None


@waarde(kw_only=True)
class Opzegbevestiging(Partnergebeurtenis):
    """A notice is confirmed in another form, mostly by registered letter.

    The day of the notice stays what it was.

    Args:
        vorm: in which form it was confirmed.
        verzonden: the day on which that was dispatched.
        kenmerk: track & trace, or a reference.
    """

    soort: ClassVar[str] = "bevestiging-opzegging"
    vorm: Vorm
    verzonden: date | None = None
    kenmerk: str = ""


@waarde(kw_only=True)
class Opzegregeling(Partnergebeurtenis):
    """The regeling of the consequences of a notice is agreed on (7.l); `kenmerk` a reference."""

    soort: ClassVar[str] = "regeling-opzegging"
    kenmerk: str = ""


@waarde(kw_only=True)
class Uittreding(Partnergebeurtenis):
    """A partner is out.

    Args:
        besluit: the sleutel of a decision by which it might go before its notice worked.
        kenmerk: a reference.
    """

    soort: ClassVar[str] = "uittreding"
    besluit: str = ""
    kenmerk: str = ""
