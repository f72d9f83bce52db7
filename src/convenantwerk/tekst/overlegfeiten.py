"""What is known of an overleg apart from its text."""

from __future__ import annotations

from typing import Literal

from convenantwerk.basis.periode import Periode  # noqa: TC001  # read as a schema, by Kopgegevens
from convenantwerk.basis.tekst import Vrijetekst  # noqa: TC001  # as Periode
from convenantwerk.basis.waarde import waarde


@waarde
class Overlegfeiten:
    """What is known of an overleg apart from its text (4.1 and the besluit of 18 June 2018).

    Args:
        wijze: who organises it: the Veiligheidshuis, or a partner that it facilitates.
        protocol: which privacyprotocol it uses.
        doel: its goal.
        doelgroep: about whom it speaks.
        deelnemers: the sleutels of the partners that take part.
        frequentie: how often it meets.
        gegevens: which categories of personal data it shares.
        grondslag: on which ground of the law.
        bewaartermijn: how long what is shared is kept, as a period ("P5Y").
        voorzitter: which function leads it.
    """

    wijze: Literal["georganiseerd", "gefaciliteerd"] | None = None
    protocol: Literal["landelijk", "regionaal"] | None = None
    doel: Vrijetekst = ""
    doelgroep: Vrijetekst = ""
    deelnemers: tuple[str, ...] = ()
    frequentie: Vrijetekst = ""
    gegevens: tuple[str, ...] = ()
    grondslag: Vrijetekst = ""
    bewaartermijn: Periode | None = None
    voorzitter: str = ""
