"""Gebeurtenissen of signing: papers that go out, signatures that come back, mandates that end."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from convenantwerk.basis.waarde import waarde
from convenantwerk.dossier.gebeurtenissen import (
    Gebeurtenis,
    Partnergebeurtenis,
    Tekenstuk,
    Vorm,
    Wijze,
)


@waarde(kw_only=True)
class Aanbieding(Partnergebeurtenis):
    """A paper was offered for signing.

    Args:
        ondertekenaar: the sleutel of who is asked to sign.
        stuk: which paper.
        versie: the name of the frozen version that is signed.
        delen: what is to be signed: folders of the text ("deel-1"), or PROTOCOLDELEN.
        sha256: of the paper, which is in the archive.
        uiterlijk: the day by which it is asked back.
        overleggen: of a declaration, the overleggen that the partner joins.
        ingangsdatum: of a declaration, when the participation begins.
        kenmerk: a reference.
    """

    soort: ClassVar[str] = "aanbieding"
    ondertekenaar: str
    stuk: Tekenstuk
    versie: str
    delen: tuple[str, ...]
    sha256: str
    uiterlijk: date | None = None
    overleggen: tuple[str, ...] = ()
    ingangsdatum: date | None = None
    kenmerk: str = ""


@waarde(kw_only=True)
class Herinnering(Partnergebeurtenis):
    """A partner was reminded of a paper that is out; `kenmerk` is a reference.

    Args:
        ondertekenaar: the sleutel of who was asked to sign it.
        stuk: which paper.
        versie: the name of the frozen version that is signed.
    """

    soort: ClassVar[str] = "herinnering"
    ondertekenaar: str
    stuk: Tekenstuk
    versie: str
    kenmerk: str = ""

    def gaat_over(self, aanbieding: Aanbieding) -> bool:
        """Tell whether it is about that offer: of this paper, and not later."""
        same = ("partner", "ondertekenaar", "stuk", "versie")
        return aanbieding.datum <= self.datum and all(
            getattr(self, naam) == getattr(aanbieding, naam) for naam in same
        )


@waarde(kw_only=True)
class Verzending(Partnergebeurtenis):
    """Papers were sent to a partner.

    Args:
        vorm: how they were sent.
        versie: the name of the version they are of, "" for a letter that is about no version.
        geadresseerde: to whom.
        kenmerk: the reference of the letter.
    """

    soort: ClassVar[str] = "verzending"
    vorm: Vorm
    versie: str = ""
    geadresseerde: str = ""
    kenmerk: str = ""


@waarde(kw_only=True)
class Tekening(Partnergebeurtenis):
    """A signature for or with a partner: what both soorten of it have.

    Args:
        ondertekenaar: the sleutel of who signed.
        versie: the name of the frozen version that was signed.
        kenmerk: a reference.
        wijze: with a certificate or with a pen.
        sha256: of the signed original in the archive.
    """

    ondertekenaar: str
    versie: str = ""
    kenmerk: str = ""
    wijze: Wijze | None = None
    sha256: str = ""


@waarde(kw_only=True)
class Ondertekening(Tekening):
    """Somebody signed for a partner; `delen` are what, as in an aanbieding."""

    soort: ClassVar[str] = "ondertekening"
    delen: tuple[str, ...]


@waarde(kw_only=True)
class Tegentekening(Tekening):
    """A voorzitter signed the declaration of a partner for the Stuurgroep."""

    soort: ClassVar[str] = "tegentekening"


@waarde(kw_only=True)
class Weigering(Partnergebeurtenis):
    """A partner will not sign.

    Args:
        ondertekenaar: the sleutel of who was asked to, "" for all of the partner.
        versie: the name of the version.
        kenmerk: a reference.
    """

    soort: ClassVar[str] = "weigering"
    ondertekenaar: str = ""
    versie: str = ""
    kenmerk: str = ""


@waarde(kw_only=True)
class Mandaateinde(Gebeurtenis):
    """A mandate ended: from `datum` on this ondertekenaar may not sign any more."""

    soort: ClassVar[str] = "mandaat-einde"
    ondertekenaar: str
    kenmerk: str = ""
