"""Sending packs through a mail server: one message for each partner, each recorded as it goes.

Before a message is handed to the server it is on record that it is about to be (`onderweg`); after
that, that it was sent or not. So a run that is broken off at any moment never sends one twice.
"""

from __future__ import annotations

import os
import smtplib
import ssl
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import shown
from convenantwerk.basis.mailadres import is_adres
from convenantwerk.controles.archief import onzeker
from convenantwerk.dossier.gebeurtenissen import van_partner, van_soort
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding, Verzending
from convenantwerk.opdrachten.pakket.antwoorden import OPNIEUW, VOORGOED, Antwoord, lees_antwoord
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
    from convenantwerk.opdrachten.pakket.antwoorden import Stap
    from convenantwerk.opdrachten.pakket.plan import Gemaakt, Plan
    from convenantwerk.papier.formaten.eml import Bericht

WACHTWOORD = "CONVENANT_SMTP_WACHTWOORD"
_GEDULD = 30  # seconds for each answer of the server


@dataclass(frozen=True, slots=True)
class Verzonden:
    """What became of the messages: to whom one went, and for whom it did not go and why."""

    partners: tuple[Partner, ...]
    diagnostics: tuple[Diagnostic, ...]

    def telling(self, aantal: int) -> str:
        """Return how many of that many messages went, in words."""
        return f"{len(self.partners)} van {aantal} berichten verzonden."


def te_verzenden(
    geopend: Geopend, plan: Plan, *, opnieuw: bool
) -> tuple[Plan, tuple[Partner, ...]]:
    """Return a plan without those who got a message already, and who they are.

    Args:
        geopend: the dossier.
        plan: the packs that would be made.
        opnieuw: whether they get one all the same.

    Raises:
        ConvenantwerkError: CV308, as `eis_post`.
    """
    eis_post(geopend)
    if opnieuw:
        return plan, ()
    todo = nog_te_verzenden(plan)
    left = tuple(p for p in plan.pakketten if p.partner.sleutel in todo)
    weg = tuple(p.partner for p in plan.pakketten if p not in left)
    return replace(plan, pakketten=left), weg


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
    moment: datetime,
    klaar: Callable[[Partner], None] | None = None,
) -> Verzonden:
    """Send a message to each partner, and record each as soon as the server has taken it.

    Args:
        geopend: the dossier.
        gemaakt: the packs or letters.
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
        for number, pakket in enumerate(ready, start=1):
            rij = _rij(pakket, moment.date())
            tegen = neem_op(nu, rij, bekend)
            if tegen:
                found.append(_niet(pakket.partner, tegen, _NIET_OPNIEUW))
                continue
            antwoord = _lever(server, pakket.bericht, moment)
            if antwoord is None:
                is_verzonden(nu, rij)
                sent.append(pakket.partner)
                if klaar:
                    klaar(pakket.partner)
                continue
            if server.is_onzeker:
                found += [_gestopt(pakket.partner, antwoord.reden), onzeker(rij)]
            else:
                is_niet_verzonden(nu, rij)
                found.append(_niet(pakket.partner, antwoord.reden, antwoord.tip))
            if antwoord.stopt or server.sock is None:
                found += _niet_geprobeerd([rest.partner for rest in ready[number:]])
                break
    return Verzonden(tuple(sent), tuple(found))


def _lever(server: _Server, bericht: Bericht, moment: datetime) -> Antwoord | None:
    """Hand a message to the server, and return why it did not take it, None when it did."""
    server.is_onzeker = False
    try:
        server.sendmail(bericht.van, [bericht.aan], to_eml(bericht, moment, concept=False))
    except smtplib.SMTPRecipientsRefused as error:
        return lees_antwoord(*error.recipients[bericht.aan], "adres")
    except smtplib.SMTPResponseException as error:
        server.is_onzeker = False
        about: Stap = "afzender" if isinstance(error, smtplib.SMTPSenderRefused) else "bericht"
        return lees_antwoord(error.smtp_code, error.smtp_error, about)
    except OSError as error:  # the connection is gone, so the rest cannot go either
        return Antwoord(_geen_verbinding(error).reden, OPNIEUW, stopt=True)
    return None


class _Server(smtplib.SMTP):
    """A mail server, of which is known whether it may have taken the last message."""

    is_onzeker = False

    def __exit__(self, *_: object) -> None:
        """Leave; how the server says goodbye changes nothing any more."""
        with suppress(OSError):
            super().__exit__(None, None, None)

    def send(self, s: ReadableBuffer | str) -> None:
        """Send a command, which is text, or a message, which is bytes.

        Once a message goes, only the answer to it says whether it went.
        """
        self.is_onzeker = self.is_onzeker or not isinstance(s, str)
        super().send(s)


_NIET_OPNIEUW = "'convenant controleer' noemt wat niet vaststaat; 'convenant pakket' vraagt ernaar"


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
            server.ehlo_or_helo_if_needed()
            opened.pop_all()
    except OSError as error:
        said = _geen_verbinding(error)
        reden = f"mailserver {post.host}: {said.reden}"
        tip = f"er is niets verzonden; {said.tip}"
        raise ConvenantwerkError("CV307", naam="de partners", reden=reden, tip=tip) from error
    return server


_POORT = (
    "controleer 'host' en 'poort' bij 'post' in convenant.yaml (meestal 587; 465 werkt hier niet), "
    "of probeer het later"
)
# What went wrong with a connection and what to do about it; the first that fits counts.
_FOUTEN: tuple[tuple[type[OSError], str, str], ...] = (
    (
        smtplib.SMTPNotSupportedError,
        "de server kent geen STARTTLS, of laat niemand inloggen",
        "vraag uw ICT-afdeling welke poort beveiligd is, en of u moet inloggen",
    ),
    (
        ssl.SSLCertVerificationError,
        "het certificaat van de server is niet te vertrouwen",
        "vraag uw ICT-afdeling of 'host' klopt; zet 'starttls' niet zomaar uit",
    ),
    (
        ssl.SSLError,
        "er komt geen beveiligde verbinding tot stand",
        "vraag uw ICT-afdeling welke poort beveiligd is; zet 'starttls' niet zomaar uit",
    ),
    (smtplib.SMTPServerDisconnected, "de server verbrak de verbinding", _POORT),
    (ConnectionResetError, "de server verbrak de verbinding", _POORT),
    (BrokenPipeError, "de server verbrak de verbinding", _POORT),
    (TimeoutError, "de server antwoordt niet", _POORT),
    (OSError, "de server is niet bereikbaar", _POORT),
)


def _geen_verbinding(error: OSError) -> Antwoord:
    """Return why there is no connection, or none any more, and what to do about it."""
    if isinstance(error, smtplib.SMTPAuthenticationError) and error.smtp_code >= VOORGOED:
        return Antwoord(
            "de gebruikersnaam of het wachtwoord klopt niet",
            "verbeter 'gebruiker' bij 'post' in convenant.yaml, of zet het wachtwoord opnieuw in "
            f"{WACHTWOORD}",
        )
    if isinstance(error, smtplib.SMTPResponseException):
        return lees_antwoord(error.smtp_code, error.smtp_error, "verbinding")
    # Whatever happens while it waits for an answer, smtplib calls a connection that was closed.
    under = error.__context__ if isinstance(error, smtplib.SMTPServerDisconnected) else None
    real = under if isinstance(under, OSError) else error
    return next(Antwoord(reden, tip) for soort, reden, tip in _FOUTEN if isinstance(real, soort))


def _gestopt(partner: Partner, reden: str) -> Diagnostic:
    return CODES["CV924"].at(NERGENS, naam=partner.naam, reden=reden)


def _niet_geprobeerd(partners: Sequence[Partner]) -> list[Diagnostic]:
    namen = ", ".join(partner.naam for partner in partners)
    return [CODES["CV923"].at(NERGENS, namen=namen)] if partners else []


def _niet(partner: Partner, reden: str, tip: str) -> Diagnostic:
    return CODES["CV307"].at(NERGENS, naam=partner.naam, reden=reden, tip=tip)


def _rij(pakket: Gemaakt, dag: date) -> Verzending:
    """Return the row that says that a message was sent."""
    return Verzending(
        datum=dag,
        partner=pakket.partner.sleutel,
        versie=pakket.versie,
        vorm="e-mail",
        geadresseerde=pakket.bericht.aan,
        kenmerk=pakket.kenmerk,
    )
