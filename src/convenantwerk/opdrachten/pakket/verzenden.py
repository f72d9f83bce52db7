"""Sending packs through a mail server: one message for each partner, each recorded as it goes.

Before a message is handed to the server it is on record that it is about to be (`onderweg`); after
that, that it was sent or not. So a run that is broken off at any moment never sends one twice.
"""

from __future__ import annotations

import os
import smtplib
import ssl
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import shown
from convenantwerk.basis.mailadres import is_adres
from convenantwerk.controles.archief import onzeker
from convenantwerk.dossier.gebeurtenissen import van_partner, van_soort
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding, Verzending
from convenantwerk.opdrachten.pakket.onderweg import (
    is_niet_verzonden,
    is_verzonden,
    neem_op,
)
from convenantwerk.papier.formaten.eml import to_eml

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from _typeshed import ReadableBuffer

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.bureau import Post
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.pakket.plan import Gemaakt, Plan
    from convenantwerk.papier.formaten.eml import Bericht

WACHTWOORD = "CONVENANT_SMTP_WACHTWOORD"
_GEDULD = 30  # seconds for each answer of the server


@dataclass(frozen=True, slots=True)
class Verzonden:
    """What became of the messages: to whom one went, and for whom it did not go and why."""

    partners: tuple[Partner, ...]
    diagnostics: tuple[Diagnostic, ...]


def nog_te_verzenden(plan: Plan) -> tuple[str, ...]:
    """Return the partners of a plan, by sleutel, to whom the version was not sent yet.

    What was sent before counts as long as nothing was offered anew since, so that a run that was
    broken off goes on where it stopped.
    """
    registers = plan.ronde.registers
    versie = plan.ronde.editie.versie.naam
    found = []
    for pakket in plan.pakketten:
        sleutel = pakket.partner.sleutel
        own = [
            g
            for g in van_partner(registers.gebeurtenissen, sleutel)
            if isinstance(g, Aanbieding | Verzending) and g.versie == versie
        ]
        if not any(van_soort(own, Verzending)) or isinstance(own[-1], Aanbieding):
            found.append(sleutel)
    return tuple(found)


def eis_post(geopend: Geopend) -> Post:
    """Return the mail server of a dossier.

    Raises:
        ConvenantwerkError: CV308, the server, the sender or the password is missing.
    """
    instellingen = geopend.registers.instellingen
    pad = shown(geopend.root / "convenant" / "convenant.yaml")
    post = instellingen.post
    if post is None:
        tip = "noem bij 'post' de host en de poort van uw mailserver; zie docs/bronformaat.md"
        raise ConvenantwerkError("CV308", pad=pad, wat="post", tip=tip)
    if not is_adres(instellingen.afzender.email):
        tip = "noem bij 'afzender' het e-mailadres waar antwoorden heen gaan"
        raise ConvenantwerkError("CV308", pad=pad, wat="afzender.email", tip=tip)
    if post.gebruiker and WACHTWOORD not in os.environ:
        tip = f"zet het wachtwoord in de omgevingsvariabele {WACHTWOORD}, nooit in een bestand"
        raise ConvenantwerkError("CV308", wat="het wachtwoord van de mailserver", tip=tip)
    return post


def verzend(
    geopend: Geopend,
    gemaakt: Sequence[Gemaakt],
    versie: str,
    moment: datetime,
    klaar: Callable[[Partner], None] | None = None,
) -> Verzonden:
    """Send a message to each partner, and record each as soon as the server has taken it.

    Args:
        geopend: the dossier.
        gemaakt: the packs.
        versie: the version they are about.
        moment: the date that the messages carry; it is recorded under its day.
        klaar: is told of each partner to whom a message went.

    Raises:
        ConvenantwerkError: CV308, the settings are not complete; CV307, the server cannot be
            used; CV9xx, what went could not be recorded. What was recorded, was sent.
    """
    post = eis_post(geopend)
    found: list[Diagnostic] = []
    sent: list[Partner] = []
    ready = []
    for pakket in gemaakt:
        if pakket.bericht.aan:
            ready.append(pakket)
        else:
            reden = "in partners.yaml staat geen (goed) e-mailadres"
            found.append(_niet(pakket.partner, reden, "vul bij deze partner 'email' in"))
    if not ready:
        return Verzonden((), tuple(found))
    bekend = geopend.registers.gebeurtenissen
    nu = geopend.ander(geopend.root, moment.date())
    with _verbonden(post) as server:
        for pakket in ready:
            rij = _rij(pakket, versie, moment.date())
            tegen = neem_op(nu, rij, bekend)
            if tegen:
                found.append(_niet(pakket.partner, tegen, _NIET_OPNIEUW))
                continue
            try:
                tegen = _lever(server, pakket.bericht, moment)
            except OSError as error:  # the connection is gone, so the rest cannot go either
                if server.is_aangeboden:
                    found.append(onzeker(rij))
                else:
                    is_niet_verzonden(nu, rij)
                found.append(_niet(pakket.partner, _reden(error), _OPNIEUW))
                break
            if tegen:
                is_niet_verzonden(nu, rij)
                found.append(_niet(pakket.partner, tegen, _ADRES))
                continue
            is_verzonden(nu, rij)
            sent.append(pakket.partner)
            if klaar:
                klaar(pakket.partner)
    return Verzonden(tuple(sent), tuple(found))


def _lever(server: smtplib.SMTP, bericht: Bericht, moment: datetime) -> str:
    """Hand a message to the server, and return why it did not take it, "" when it did.

    Raises:
        OSError: the connection is gone.
    """
    data = to_eml(bericht, moment, concept=False)
    try:
        server.sendmail(bericht.van, [bericht.aan], data)
    except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused) as error:
        return _reden(error)
    return ""


class _Server(smtplib.SMTP):
    """A mail server, of which is known whether it may have taken the last message."""

    is_aangeboden = False

    def mail(self, sender: str, options: Sequence[str] = ()) -> tuple[int, bytes]:
        """Begin a message."""
        self.is_aangeboden = False
        return super().mail(sender, options)

    def data(self, msg: ReadableBuffer | str) -> tuple[int, bytes]:
        """Hand over the message itself; from here on only its answer says whether it went."""
        self.is_aangeboden = True
        return super().data(msg)


_OPNIEUW = "voer de opdracht opnieuw uit: wie al een bericht kreeg, wordt overgeslagen"
_NIET_OPNIEUW = "'convenant controleer' noemt wat niet vaststaat; 'convenant pakket' vraagt ernaar"
_ADRES = "controleer het e-mailadres in partners.yaml en voer de opdracht opnieuw uit"


def _verbonden(post: Post) -> _Server:
    """Return a connection to the server, secret when that was asked, and logged in.

    Raises:
        ConvenantwerkError: CV307, the server cannot be reached or does not let us in.
    """
    try:
        with ExitStack() as opened:  # a server that does not let us in is left
            server = _Server(post.host, post.poort, timeout=_GEDULD)
            opened.callback(server.close)
            if post.starttls == "ja":
                server.starttls(context=ssl.create_default_context())
            if post.gebruiker:
                server.login(post.gebruiker, os.environ[WACHTWOORD])
            opened.pop_all()
    except (OSError, smtplib.SMTPException) as error:
        tip = "controleer 'post' in convenant.yaml en het wachtwoord; er is niets verzonden"
        reden = f"mailserver {post.host}: {_reden(error)}"
        raise ConvenantwerkError("CV307", naam="de partners", reden=reden, tip=tip) from error
    return server


def _reden(error: Exception) -> str:
    """Return in plain Dutch what a server says, or why it says nothing."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        (code, text), *_ = error.recipients.values()
        return f"de server weigert het adres ({code} {_leesbaar(text)})"
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return "de gebruikersnaam of het wachtwoord klopt niet"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"de server weigert ({error.smtp_code} {_leesbaar(error.smtp_error)})"
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return "de server kent geen STARTTLS, of laat niemand inloggen"
    if isinstance(error, ssl.SSLCertVerificationError):
        return "het certificaat van de server is niet te vertrouwen"
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return "de server verbrak de verbinding"
    if isinstance(error, TimeoutError):
        return "de server antwoordt niet"
    return "de server is niet bereikbaar"


def _leesbaar(text: bytes | str) -> str:
    plain = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return " ".join("".join(c if c.isprintable() else " " for c in plain).split())[:100]


def _niet(partner: Partner, reden: str, tip: str) -> Diagnostic:
    return CODES["CV307"].at(NERGENS, naam=partner.naam, reden=reden, tip=tip)


def _rij(pakket: Gemaakt, versie: str, dag: date) -> Verzending:
    """Return the row that says that a message was sent."""
    return Verzending(
        datum=dag,
        partner=pakket.partner.sleutel,
        versie=versie,
        vorm="e-mail",
        geadresseerde=pakket.bericht.aan,
        kenmerk=pakket.kenmerk,
    )
