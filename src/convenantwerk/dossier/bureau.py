"""How the office works: who sends, who presides, who is trusted; from convenant.yaml."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from convenantwerk.basis.diagnostics import NERGENS, Position
from convenantwerk.basis.periode import Periode
from convenantwerk.basis.tekst import Losseregel
from convenantwerk.basis.waarde import waarde


@waarde
class Afzender:
    """The office as letters name it: the key `afzender`.

    Args:
        adres: the lines of the postal address.
        email: where answers go; also the sender of mail.
        telefoon: a general number.
        ketenmanager: how the closing of a letter names the ketenmanager.
    """

    adres: tuple[Losseregel, ...] = ()
    email: str = ""
    telefoon: str = ""
    ketenmanager: str = "de ketenmanager"
    position: Position = field(default=NERGENS, compare=False, repr=False)


@waarde
class Post:
    """The SMTP server through which mail goes: the key `post`. The password is never here.

    Args:
        host: its name.
        poort: its port.
        starttls: whether the connection is made secret before anything is said ("ja").
        gebruiker: who logs in, "" for a server that asks nothing.
    """

    host: str
    poort: int = 587
    starttls: Literal["ja", "nee"] = "ja"
    gebruiker: str = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)


@waarde
class Ondertekenregels:
    """How the convenant is signed: the key `ondertekening`.

    Args:
        voorzitters: ondertekenaars, by sleutel, who countersign an accession for the Stuurgroep
            (3.1: the burgemeesters who preside over it).
        reactietermijn: within which an offered paper is asked back; the text names no term.
        vertrouwd: files in the dossier with the certificates (PEM or DER) that are trusted.
    """

    voorzitters: tuple[str, ...] = ()
    reactietermijn: Periode = Periode(weken=4)
    vertrouwd: tuple[str, ...] = ()
    position: Position = field(default=NERGENS, compare=False, repr=False)
