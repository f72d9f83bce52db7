"""What a mail server says, in plain Dutch, and what a ketenmanager does about it.

A server says a code of three digits (RFC 5321, 4.2), often with one of three parts that is more
precise (RFC 3463), and words in any language. What those mean is a table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

# To what a server says it: who sends, who gets it, the message itself, or the connection.
Stap = Literal["afzender", "adres", "bericht", "verbinding"]

OPNIEUW = "geef dezelfde opdracht nog eens: wie al een bericht kreeg, wordt overgeslagen"
_ANDERS = "of stuur deze partner de zip langs een andere weg, zoals beveiligde post"
_PRECIES = re.compile(r"[245]\.(\d{1,3}\.\d{1,3})\b")
VOORGOED = 500
_LENGTE = 100  # letters of what a server says


@dataclass(frozen=True, slots=True)
class Antwoord:
    """Why a message was not taken.

    Args:
        reden: in words.
        tip: what to do about it.
        stopt: the next message would fare no better, so none is tried.
    """

    reden: str
    tip: str
    stopt: bool = False


_ADRES = Antwoord(
    "de mailserver kent het adres niet",
    f"verbeter 'email' in partners.yaml en {OPNIEUW}",
)
_AFZENDER = Antwoord(
    "de mailserver verstuurt niet namens het adres van de afzender",
    "controleer 'email' bij 'afzender' in convenant.yaml, of vraag uw ICT-afdeling dat adres toe "
    f"te laten; {OPNIEUW}",
    stopt=True,
)
_VERTROUWT_NIET = Antwoord(
    "de mailserver weigert het bericht, bijvoorbeeld om de bijlagen of als ongewenste post",
    f"vraag uw ICT-afdeling waarom, {_ANDERS}",
)
_TE_GROOT = Antwoord(
    "het pakket is te groot voor de mailserver",
    f"vraag uw ICT-afdeling hoe groot een bericht mag zijn, {_ANDERS}",
)
_MAILBOX_VOL = Antwoord(
    "de mailbox van de ontvanger is vol",
    f"bel de partner en {OPNIEUW}; {_ANDERS}",
)
_MAG_NIET = Antwoord(
    "de mailserver laat dit bericht niet door",
    f"vraag uw ICT-afdeling of u via deze server naar dit adres mag mailen, {_ANDERS}",
)
_NU_NIET = Antwoord(
    "de mailserver neemt dit bericht nu nog niet aan",
    f"dat is vaak tijdelijk: wacht een kwartier en {OPNIEUW}",
)
_GEEN_RUIMTE = Antwoord(
    "de mailserver heeft nu geen ruimte, of vindt dat er te veel berichten tegelijk komen",
    f"wacht een uur en {OPNIEUW}; blijft het zo, vraag dan uw ICT-afdeling",
    stopt=True,
)
_INLOGGEN = Antwoord(
    "de mailserver wil dat u eerst inlogt",
    f"noem 'gebruiker' bij 'post' in convenant.yaml; {OPNIEUW}",
    stopt=True,
)
_TE_GROOT_OF_VOL = Antwoord(
    "het pakket is te groot voor de mailserver, of de mailbox van de ontvanger is vol",
    f"vraag uw ICT-afdeling hoe groot een bericht mag zijn en de partner of de mailbox vol is, "
    f"{_ANDERS}",
)
# What the more precise code says, whatever the other is: for good, and of what may pass by itself.
_VOL = "2.2"
_PRECIEZE = {
    "1.1": _ADRES,
    "1.2": _ADRES,
    "1.3": _ADRES,
    "1.10": _ADRES,
    "1.7": _AFZENDER,
    "1.8": _AFZENDER,
    "2.1": _ADRES,
    _VOL: _MAILBOX_VOL,
    "2.3": _TE_GROOT,
    "3.4": _TE_GROOT,
    "7.1": _MAG_NIET,
}
_CODES = {
    421: Antwoord(
        "de mailserver houdt ermee op en verbreekt de verbinding",
        f"probeer het later en {OPNIEUW}",
        stopt=True,
    ),
    452: _GEEN_RUIMTE,
    454: _NU_NIET,
    530: _INLOGGEN,
    552: _TE_GROOT_OF_VOL,
    554: _VERTROUWT_NIET,
}
# What other codes say, by what they are about and whether they are for good.
_OVERIGE: dict[tuple[Stap, bool], Antwoord] = {
    ("afzender", True): _AFZENDER,
    ("adres", True): _ADRES,
    ("bericht", True): _VERTROUWT_NIET,
}


def lees_antwoord(code: int, tekst: bytes | str, stap: Stap) -> Antwoord:
    """Return what an answer of a mail server means.

    Args:
        code: three digits; 400 and over is for now, 500 and over for good.
        tekst: the words with it.
        stap: to what it was the answer.
    """
    said = _leesbaar(tekst)
    matched = _PRECIES.match(said)
    precise = matched[1] if matched and (code >= VOORGOED or matched[1] == _VOL) else ""
    found = (
        _PRECIEZE.get(precise)
        or _CODES.get(code)
        or _OVERIGE.get((stap, code >= VOORGOED), _NU_NIET)
    )
    words = f"{code} {said}".strip()
    return Antwoord(f"{found.reden} ({words})", found.tip, found.stopt)


def _leesbaar(text: bytes | str) -> str:
    """Return what a server says as one short line."""
    plain = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return " ".join("".join(c if c.isprintable() else " " for c in plain).split())[:_LENGTE]
