"""Tips name commands; where a page does the same, a link to it stands in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.kantoor.antwoord import Knop

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_OPDRACHT = re.compile(r"'convenant ([^']+)'")
_OPMERKING = re.compile(r"zet er dan boven '<!-- goed: [^']+ -->'")  # the page writes it
_SLEUTEL = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MET = re.compile(r"\b([Mm])et $")  # before a command; a page is a way, not a tool

# Options and other commands that a tip names, in the words of the page.
_OPTIES: Mapping[str, str] = {
    "gebruik dan --ondanks-fouten": "kies dan “Stel vast met de fouten die er nog in staan”",
    "daarvoor geldt --ondanks-fouten niet": "met deze fouten kan de tekst niet worden vastgesteld",
    "gebruik --editie doorlopend": "kies “Verwerkt in de tekst”",
    "noem het met --kenmerk": "noem ook het kenmerk",
    "(git checkout, of uw reservekopie)": "(uit uw reservekopie)",
    "(git checkout)": "(uit uw reservekopie)",
}


class Plaats(NamedTuple):
    """Where a page does what a command does.

    Args:
        tekst: what the link says.
        naar: its address.
        van: its address for the one that the command names, by sleutel.
    """

    tekst: str
    naar: str
    van: str = ""


# By how a command begins; None when no page does the same, and the command stays.
PLAATSEN: Mapping[str, Plaats | None] = {
    "besluit": Plaats("Een besluit vastleggen", "/doe/besluit"),
    "bouw": Plaats("Papieren", "/papieren"),
    "brief": Plaats("Brieven", "/brieven"),
    "controleer": Plaats("De lijst van bevindingen", "/tekst?toon=bevindingen"),
    "controleer --herstel": Plaats("Herstel wat vanzelf kan", "/doe/herstel"),
    "controleer --herstel-tekens": None,
    "corrigeer": Plaats("Geschiedenis", "/geschiedenis"),
    "eisen": Plaats("Wat de tekst moet regelen", "/eisen"),
    "geheimhouding": Plaats("Een geheimhoudingsverklaring", "/doe/geheimhouding"),
    "kantoor": None,
    "ondertekening": Plaats("Ondertekening", "/ondertekening"),
    "opzegging": Plaats("Opzegging", "/opzegging", "/opzegging/{}"),
    "overleggen": Plaats("Overleggen", "/overleggen"),
    "pakket": Plaats("Ondertekening", "/ondertekening"),
    "partners": Plaats("Partners", "/partners"),
    "partners --uit": Plaats("Neem een lijst over", "/partnerlijst"),
    "renvooi": Plaats("Vergelijken", "/vergelijken"),
    "sjablonen": None,
    "stand": Plaats("Partners", "/partners"),
    "termijnen": Plaats("Termijnen", "/termijnen"),
    "toetreding": Plaats("Toetreding", "/toetreding", "/toetreding/{}"),
    "vaststellen": Plaats("Vaststellen", "/doe/vaststellen"),
    "vergadering": Plaats("Een vergadering vastleggen", "/doe/vergadering"),
    "verlenging": Plaats("Een verlenging vastleggen", "/doe/verlenging"),
    "wijzig": Plaats("Partners", "/partners"),
    "wijzig besluit": Plaats("Wijzig het besluit", "/besluiten", "/doe/wijzig-besluit?besluit={}"),
    "wijzig ondertekenaar": Plaats(
        "Wijzig wie tekent", "/partners", "/doe/wijzig-ondertekenaar?ondertekenaar={}"
    ),
    "wijzig partner": Plaats("Wijzig de partner", "/partners", "/doe/wijzig-partner?partner={}"),
}


def met_koppelingen(tip: str) -> Iterator[str | Knop]:
    """Yield a tip in pieces: text, and links in the place of commands that a page can do."""
    tip = _OPMERKING.sub("kies dan “Dit klopt zo, omdat …”", tip)
    for optie, woorden in _OPTIES.items():
        tip = tip.replace(optie, woorden).replace(optie.capitalize(), eerste_groot(woorden))
    eind = 0
    for found in _OPDRACHT.finditer(tip):
        knop = _knop(found[1].split())
        if knop is not None:
            yield _MET.sub(_via, tip[eind : found.start()])
            yield knop
            eind = found.end()
    yield tip[eind:]


def _via(met: re.Match[str]) -> str:
    return "Via " if met[1] == "M" else "via "


def _knop(woorden: list[str]) -> Knop | None:
    """Return the link for a command, by the longest beginning of it that has a place."""
    for aantal in range(len(woorden), 0, -1):
        naam = " ".join(woorden[:aantal])
        if naam in PLAATSEN:
            plaats = PLAATSEN[naam]
            if plaats is None:
                return None
            wie = woorden[aantal] if len(woorden) > aantal else ""
            een = plaats.van and _SLEUTEL.fullmatch(wie)
            return Knop(
                plaats.tekst, plaats.van.format(quote(wie, safe="")) if een else plaats.naar
            )
    return None
