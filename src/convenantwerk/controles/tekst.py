"""The controles of the text: what keeps a convenant from being signed."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Diagnostic, bedoelde
from convenantwerk.basis.lidwoorden import zonder_lidwoord
from convenantwerk.basis.namen import naamsleutel
from convenantwerk.controles.lijstplaatsen import kale_naam
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.tekst.boom import (
    Alinea,
    Element,
    Invulveld,
    Onderdeel,
    Opsomming,
    Registerplaats,
    alle_blokken,
    blokken,
    elementen,
    plain,
    titel,
)
from convenantwerk.tekst.omgeving import omgevingen
from convenantwerk.tekst.vervallen import is_vervallen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Partner

_OPEN = re.compile(r"\[[^\[\]]*\]|\A[\W_]*\Z")
_PARTNERLIJST = 2  # this many partners, and at least half of the items, make a list of partners
_BEDOELDE = 20  # of so many unknown names in a list is looked up which partner is meant


def check_invulvelden(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No invulveld is still open, and no value or name is one itself."""
    for context, inline in omgevingen(onderzoek.convenant):
        if isinstance(inline, Invulveld):
            tip = f"vul het in convenant.yaml in met 'bij: {context.adres}', of pas de tekst aan"
            yield CODES["CV110"].at(inline.position, veld=plain(inline.inhoud), tip=tip)
    van_addenda = (
        (addendum.gegevens.position, value)
        for addendum in onderzoek.addenda
        for value in (addendum.gegevens.titel, addendum.gegevens.besluit)
    )
    for position, value in chain(_values(onderzoek.registers), van_addenda):
        if _OPEN.search(value):
            tip = "schrijf wat hier moet staan"
            yield CODES["CV110"].at(position, veld=value.strip("[]"), tip=tip)


def _values(registers: Registers) -> Iterator[tuple[Position, str]]:
    """Yield what comes from YAML and is printed."""
    settings = registers.instellingen
    for text in (settings.titel, settings.samenwerkingsverband, settings.editie):
        yield settings.position, text
    yield from ((invulling.position, invulling.waarde) for invulling in settings.invulvelden)
    for signer in registers.ondertekenaars:
        for text in (signer.organisatie, signer.functie, signer.naam):
            yield signer.position, text


def check_ontbreekt(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No part is marked as missing, and under every heading there is text."""
    for element in elementen(onderzoek.convenant.delen):
        if element.ontbreekt:
            yield CODES["CV111"].at(element.position, titel=titel(element))
        elif not element.inhoud and element.soort != "voorwerk" and not is_vervallen(element):
            yield CODES["CV108"].at(element.position, titel=titel(element))


def check_partnerlijsten(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """In a list of partners, every item is the name of a partner in the register.

    A list of partners is a list of which at least half of the items are; so no mark is needed.
    """
    names = {name for partner in onderzoek.registers.partners for name in _namen(partner)}
    known = {naamsleutel(zonder_lidwoord(name)) for name in names}
    for element in elementen(onderzoek.convenant.delen):
        for blok in alle_blokken(blokken(element)):
            if not isinstance(blok, Opsomming):
                continue
            items = [(onderdeel, kale_naam(_text(onderdeel))) for onderdeel in blok.onderdelen]
            unknown = [
                (onderdeel, naam)
                for onderdeel, naam in items
                if not any(naamsleutel(zonder_lidwoord(een)) in known for een in _lezingen(naam))
            ]
            matched = len(items) - len(unknown)
            if matched < _PARTNERLIJST or matched < len(unknown):
                continue
            for number, (onderdeel, naam) in enumerate(unknown):
                tip = bedoelde(naam, names) if number < _BEDOELDE else ""
                tip = tip or "zet de organisatie in partners.yaml, of pas de lijst aan"
                yield CODES["CV201"].at(onderdeel.position, naam=naam, tip=tip)


def _namen(partner: Partner) -> tuple[str, ...]:
    return (partner.naam, *partner.ook_bekend_als)


def _lezingen(naam: str) -> tuple[str, str]:
    """Return what an item may be the name of: all of it, or what stands before a comma."""
    return naam, kale_naam(naam.partition(", ")[0])


def _text(onderdeel: Onderdeel) -> str:
    """Return an item as one line; "" when it is more than one paragraph."""
    match onderdeel.inhoud:
        case (Alinea(inhoud),):
            return plain(inhoud)
        case _:
            return ""


def check_ondertekenaars(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Everyone signs for a partner that exists, and every ketenpartner has someone who signs."""
    sleutels = {partner.sleutel for partner in onderzoek.registers.partners}
    for ondertekenaar in onderzoek.registers.ondertekenaars:
        if ondertekenaar.partner not in sleutels:
            tip = (
                bedoelde(ondertekenaar.partner, sleutels) or "voeg de partner toe aan partners.yaml"
            )
            yield CODES["CV202"].at(ondertekenaar.position, sleutel=ondertekenaar.partner, tip=tip)
    signing = {ondertekenaar.partner for ondertekenaar in onderzoek.registers.ondertekenaars}
    for partner in onderzoek.registers.partners:
        if partner.soort == "ketenpartner" and partner.sleutel not in signing:
            yield CODES["CV203"].at(partner.position, naam=partner.naam)


def check_registerplaatsen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """A register is printed once: nobody signs in two places."""
    seen: dict[str, Registerplaats] = {}
    for element in elementen(onderzoek.convenant.delen):
        for blok in alle_blokken(blokken(element)):
            if isinstance(blok, Registerplaats) and blok.register in seen:
                eerder = seen[blok.register].position
                velden = {"wat": "register", "naam": blok.register, "eerder": eerder}
                yield CODES["CV009"].at(blok.position, **velden)
            elif isinstance(blok, Registerplaats):
                seen[blok.register] = blok


def check_ankers(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No anker that somebody wrote is that of another part; what follows from a number is not.

    Two parts with one number are a fout already (CV103).
    """
    seen: dict[str, Element] = {}
    for element in elementen(onderzoek.convenant.delen):
        other = seen.get(element.anker)
        if other is not None and (element.eigen_anker or other.eigen_anker):
            eerder = other.position
            tip = "geef deze kop een eigen anker: zet er '{#naam}' achter"
            yield CODES["CV016"].at(element.position, anker=element.anker, eerder=eerder, tip=tip)
        seen.setdefault(element.anker, element)


CONTROLES = (
    Controle(check_ankers, "tekst"),
    Controle(check_invulvelden, "tekst"),
    Controle(check_ontbreekt, "tekst"),
    Controle(check_partnerlijsten, "tekst"),
    Controle(check_ondertekenaars, "tekst"),
    Controle(check_registerplaatsen, "tekst"),
)
