"""How letters and packs go out: as files to download, or mailed from here with progress."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.kantoor.formulier import Keuze, Veld

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.kantoor.werk import Werk
    from convenantwerk.opdrachten.pakket.plan import Gemaakt

_MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Wijze:
    """Whether messages are sent from here, or made as drafts only."""

    mail: bool

    @classmethod
    def van(cls, geopend: Geopend, waarden: Mapping[str, Waarde]) -> Wijze:
        """Return what was chosen.

        Raises:
            ConvenantwerkError: CV308, the settings for mail are not complete.
        """
        mail = waarden.get("wijze") == _MAIL
        if mail:
            from convenantwerk.opdrachten.pakket.verzenden import eis_post  # noqa: PLC0415  is big

            eis_post(geopend)
        return cls(mail)

    def noem(self, partner: Partner) -> str:
        """Return a partner, with the address when something is sent there."""
        if not self.mail:
            return partner.naam
        return f"{partner.naam} ({partner.email or 'geen e-mailadres bekend'})"


def kies_wijze(geopend: Geopend, maak: str) -> Sequence[Veld]:
    """Return the question how it goes out; mail can be chosen when its server is known."""
    post = geopend.registers.instellingen.post
    keuzes = [Keuze("maak", f"{maak}, en een e-mail in concept")]
    uitleg = (
        "U kunt alles daarna downloaden. Versturen vanuit het kantoor kan pas als in de "
        "instellingen van het dossier de mailserver staat ('post')."
    )
    if post is not None:
        keuzes.append(Keuze(_MAIL, f"{maak}, en verstuur alles per e-mail via {post.host}"))
        uitleg = "Wie al een bericht kreeg, krijgt het niet nog eens."
    velden = [
        Veld(
            naam="wijze",
            vraag="Hoe gaat het de deur uit?",
            soort="keuze",
            nodig=True,
            uitleg=uitleg,
            keuzes=keuzes,
            standaard="maak",
        )
    ]
    if post is not None:
        velden.append(
            Veld(
                naam="opnieuw",
                vraag="Verstuur ook aan wie al een bericht kreeg",
                soort="ja",
            )
        )
    return velden


def verstuur(
    geopend: Geopend, berichten: Sequence[Gemaakt], werk: Werk, vanaf: tuple[int, int]
) -> list[str]:
    """Send messages, and return what came of it; each is recorded as it goes.

    Args:
        geopend: the dossier.
        berichten: what is sent.
        werk: is told of each that went, and may stop the rest.
        vanaf: how many steps of how many were done before.
    """
    from convenantwerk.opdrachten.pakket.verzenden import Verzonden, verzend  # noqa: PLC0415  is big

    if not berichten:
        return ["Iedereen kreeg dit bericht al; er is niets opnieuw verzonden."]
    gedaan, totaal = vanaf
    verzonden: list[Partner] = []

    def klaar(partner: Partner) -> None:
        verzonden.append(partner)
        werk.meld(gedaan + len(verzonden), totaal, f"Verzonden aan {partner.naam}.")

    werk.meld(gedaan, totaal, "De berichten worden verstuurd.")
    try:
        uitslag = verzend(geopend, berichten, datetime.now().astimezone(), klaar)
    except ConvenantwerkError as error:  # the papers are there all the same
        uitslag = Verzonden(tuple(verzonden), error.diagnostics)
    return [uitslag.telling(len(berichten)), *map(_zin, uitslag.diagnostics)]


def _zin(bevinding: Diagnostic) -> str:
    tip = f" {bevinding.tip[:1].upper()}{bevinding.tip[1:]}." if bevinding.tip else ""
    return f"{bevinding.melding[:1].upper()}{bevinding.melding[1:]}.{tip}"
