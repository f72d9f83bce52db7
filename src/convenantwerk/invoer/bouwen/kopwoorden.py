"""The words by which a line is a heading, or none, as tables."""

from __future__ import annotations

import re

from convenantwerk.basis.datum import MAANDEN

# Titles that stand above a part of a text, also when nothing else shows it.
NAMEN = re.compile(
    r"(?:voorwoord|woord vooraf|ten geleide|leeswijzer|samenvatting|inleiding|aanleiding|preambule"
    r"|considerans|overwegingen|partijen|definities|begrippen|begripsbepalingen|begripsomschrijving"
    r"(?:en)?|definitielijst|doel|doelstelling|algemene bepalingen|slotbepalingen|slotbepaling"
    r"|overgangsbepalingen|ondertekening|ondertekeningen|toelichting|algemene toelichting"
    r"|artikelsgewijze toelichting|memorie van toelichting|bijlagen?|colofon|achtergrond"
    r"|toelichting op .*)",
    re.IGNORECASE,
)
# What stands before the text proper, also when nothing is divided in delen.
VOORWERK = re.compile(
    r"(?:voorwoord|woord vooraf|ten geleide|leeswijzer|samenvatting|colofon|over dit .*)",
    re.IGNORECASE,
)
# Lines with which a text is closed and signed; never headings.
SLOTFORMULE = re.compile(
    r"(?:aldus|vastgesteld|opgemaakt|ondertekend|getekend|overeengekomen en|voor akkoord|namens"
    r"|datum|plaats|de dato|d\.d\.|handtekening|naam|functie|voor deze|w\.g\.|te \w+, (?:de )?\d"
    r"|was getekend|gedaan te)\b",
    re.IGNORECASE,
)
# A person, as a line to sign on names one.
PERSOON = re.compile(
    r"\b(?:dhr|mw|mevr|mr|drs|ir|ing|dr|prof)\.|\b(?:de heer|mevrouw|mevr)\s+[A-Z]", re.IGNORECASE
)
# "Bijlage 1 bij het convenant": words in small letters that go on after the number.
BIJ = re.compile(r"(?:bij|behorend|als bedoeld|van het convenant|van de overeenkomst)\b")
OVERLEG = re.compile(r"overleg|bijlagen met omschrijving", re.IGNORECASE)
# A title of a part that amends the text it stands in.
WIJZIGT = re.compile(
    r"\b(?:addendum|erratum|wijzigings?besluit|stuurgroepbesluit)\b", re.IGNORECASE
)
# On a title page, and no part of the title.
TITELBLAD = re.compile(
    r"^tekst van \d|\b(?:versie|concept|definitief|datum|editie|status|kenmerk|documentnummer)\b"
    rf"|^(?:d\.d\.\s*)?(?:\d{{1,2}}\s+)?(?:{'|'.join(MAANDEN)})\s+\d{{4}}$"
    r"|^\d{4}$|^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$",
    re.IGNORECASE,
)
# What stands below a title and is said of the text: text, and no part of the title.
GEZEGD = re.compile(
    r"(?:onderwerp|betreft|aan|van|auteurs?|opsteller|opgesteld door|contactpersoon|bijlagen?"
    r"|opdrachtgever|afzender)\s*:",
    re.IGNORECASE,
)
# With these begin the headings within the text of an overleg.
SUBKOP = re.compile(
    r"(?:doel|doelen|doelstelling|doelgroep|verloop|werkwijze|deelnemers|deelnemende|frequentie"
    r"|grondslag|afwijking|afwijkingen|aanvullende|gegevens|bewaartermijn|voorzitter|taken|privacy"
    r"|informatie|samenstelling|rollen|resultaat|evaluatie|inleiding|aanleiding)\b",
    re.IGNORECASE,
)
