"""Messages on their way: recorded before they are sent, so that none goes out twice.

Between "about to be sent" and "sent" lies the mail server. When the program is broken off there,
nobody but a person can say whether the message went.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.als_yaml import as_yaml
from convenantwerk.basis.slot import slot
from convenantwerk.basis.stage import Stage, commit
from convenantwerk.dossier.archief import onderweg
from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.tekenen import Verzending
from convenantwerk.dossier.registers import Bijschrijving

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.geopend.geopend import Geopend


def neem_op(geopend: Geopend, bericht: Verzending, bekend: Iterable[Gebeurtenis]) -> str:
    """Record that a message is about to be sent.

    Args:
        geopend: the dossier.
        bericht: the row that will say that it was sent.
        bekend: the gebeurtenissen by which it was decided to send it.

    Returns:
        Why it must not be sent after all, in Dutch; "" when it may.

    Raises:
        ConvenantwerkError: CV901 and CV910, it cannot be recorded.
    """
    pad = onderweg(bericht.partner)
    with Stage(geopend.root) as stage, slot(stage.home):
        if stage.present(pad) is not None:
            return "van een eerder bericht staat niet vast of het is verzonden"
        geopend.vernieuw()
        if _verzonden(geopend.registers.gebeurtenissen, bericht) > _verzonden(bekend, bericht):
            return "een andere opdracht heeft het bericht intussen verzonden"
        stage.add(pad, as_yaml(bericht).encode())
        commit(stage)
    return ""


def _verzonden(gebeurtenissen: Iterable[Gebeurtenis], bericht: Verzending) -> int:
    same = (bericht.partner, bericht.versie, bericht.kenmerk)
    return sum(
        (g.partner, g.versie, g.kenmerk) == same for g in van_soort(gebeurtenissen, Verzending)
    )


def is_verzonden(geopend: Geopend, bericht: Verzending) -> None:
    """Record that a message on its way was sent.

    Raises:
        ConvenantwerkError: as `Geopend.leg_vast`; then it is still on its way.
    """
    geopend.vernieuw()
    with Stage(geopend.root) as stage:
        stage.remove(onderweg(bericht.partner))
        voorstel = geopend.stel_voor(Bijschrijving(gebeurtenissen=(bericht,)))
        geopend.leg_vast(voorstel, klaargezet=(stage,))


def is_niet_verzonden(geopend: Geopend, bericht: Verzending) -> None:
    """Record that a message on its way was not sent.

    Raises:
        ConvenantwerkError: CV901 and CV910, it cannot be recorded.
    """
    with Stage(geopend.root) as stage:
        stage.remove(onderweg(bericht.partner))
        commit(stage)
