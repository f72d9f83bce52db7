"""Who agrees to an accession, who decides on a change, how often a body meets; and secrecy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.dossier.organen import STUURGROEP
from convenantwerk.dossier.regels import (
    Geheimhoudingsregel,
    Toetredingsregel,
    Vergaderregel,
    Wijzigingsregel,
)
from convenantwerk.dossier.tekenregels import Meldregel
from convenantwerk.invoer.voorstellen.getallen import GETAL, INSTANTIE, ORGAAN, getal
from convenantwerk.invoer.voorstellen.regels.lezing import DEZE, Lezing, vorm, zoek

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.invoer.voorstellen.bepalingen import Bepaling, Zin

_INSTEMMING = (
    r"(?:schriftelijke |voorafgaande |unanieme )*(?:instemming|toestemming|goedkeuring|akkoord"
    r"|besluit|toelating)"
)
_DOOR_WIE = (
    rf"\b{_INSTEMMING}(?: [\w-]+)? (?:van|door) (?P<a>{INSTANTIE})",
    rf"\b(?:als|indien|nadat|wanneer|mits|zodra) (?P<b>{INSTANTIE}) (?:daarmee|hiermee|daartoe"
    r"|ermee|hiertoe|met de toetreding|daarvoor)",
    rf"^(?P<c>{INSTANTIE}) (?:besluit\w*|beslist|stemt|beslissen|kan|kunnen|keurt|stelt)\b",
    rf"\b(?:besluit|beslist|kan|kunnen|wijzigt) (?P<d>{INSTANTIE})",
    rf"\bdoor (?:een |het )?(?:schriftelijk |gezamenlijk |gelijkluidende? |unaniem )*"
    rf"(?:besluit\w* van )?(?P<e>{INSTANTIE})",
)
_WIE = tuple(vorm(patroon) for patroon in _DOOR_WIE)
_TOETREDING = vorm(
    r"\btoetred\w*|\btoe te treden|\btreedt\b[^.;]*\btoe\b|\bnieuwe (?:partner|partij|deelnemer)"
)
_VERZOEK = vorm(r"\b(?:op|over) (?:het|dit|dat|de|een|elk|ieder) (?:verzoek|aanvraag|aanmelding)")
_ZONDER = vorm(
    r"\b(?:geen|zonder) (?:nadere |voorafgaande )?(?:instemming|toestemming|goedkeuring)"
)
_BESLIST = vorm(
    r"\b(?:in(?:ge)?stem|toestem|goed(?:ge)?keur|akkoord|besluit|beslis|toela)|\bgeen\b"
)
_EN_NOG = re.compile(r"\s+(?:en|alsmede|of)\s+(?:van |door |na )?(?:de|het|alle|elke|iedere|ten)\b")
_WIJZIGING = vorm(
    rf"\bwijzig\w*\b[^.;]*{DEZE}|{DEZE}[^.;]*\b(?:ge)?wijzig\w*|^(?:een )?wijziging\w*\b"
)
_PARTIJEN = vorm(r"\b(?:alle|elke|iedere) (?:partij|partner|deelnemer)")
_UITDRUKKELIJK = vorm(r"\b(?:instem\w*|toestemming|goedkeur\w*|akkoord)\b")


def _wie(zinnen: Iterable[Zin]) -> list[tuple[Zin, str]]:
    """Return who is said to decide, the clearest way to say it first."""
    found: list[tuple[Zin, str]] = []
    for patroon in _WIE:
        for zin, match in zoek(zinnen, patroon):
            naam = next(filter(None, match.groups()))
            if _is_orgaan(naam):
                found.append((zin, naam[:1].lower() + naam[1:]))
    return found


_ORGAAN = vorm(rf"{ORGAAN}|groep|directeur|voorzitter|burgemeester")


def _is_orgaan(naam: str) -> bool:
    return bool(_ORGAAN.search(naam) or _PARTIJEN.search(naam))


def lees_toetreding(bepaling: Bepaling) -> Lezing | None:
    """Read who must agree before another joins."""
    over = [
        zin
        for zin in bepaling.zinnen
        if _BESLIST.search(zin.tekst) and _over_toetreden(bepaling, zin)
    ]
    if not over:
        return None
    if geen := zoek(over, _ZONDER):
        return Lezing(Toetredingsregel(instemming="geen"), (geen[0][0],))
    found = _wie(over)
    if not found:
        return None
    zin, naam = found[0]
    andere = {n for _, n in found[1:] if n != naam}
    twijfel = ""
    if _PARTIJEN.search(naam) and not _ORGAAN.search(naam):
        twijfel = f"de tekst noemt geen orgaan maar {naam}"
    twijfel = twijfel or _meer(naam, andere, zin)
    zijdelings = not _UITDRUKKELIJK.search(zin.tekst)
    return Lezing(Toetredingsregel(instemming=_stuurgroep(naam)), (zin,), twijfel, zijdelings)


def _over_toetreden(bepaling: Bepaling, zin: Zin) -> bool:
    """Tell whether a sentence is about joining, by itself or by the heading it stands under."""
    if _TOETREDING.search(zin.tekst):
        return True
    return bool(_TOETREDING.search(bepaling.opschrift) and _VERZOEK.search(zin.tekst))


def _meer(naam: str, andere: Iterable[str], zin: Zin) -> str:
    """Return that others must agree too, "" when the text names no one else."""
    if any(other not in naam and naam not in other for other in andere):
        return f"de tekst noemt ook {', '.join(sorted(andere))}"
    begin = zin.tekst.lower().find(naam.lower())
    rest = zin.tekst[begin + len(naam) :] if begin >= 0 else ""
    return f"de tekst noemt niet alleen {naam}" if _EN_NOG.match(rest) else ""


def _stuurgroep(naam: str) -> str:
    return "stuurgroep" if naam.casefold() == f"de {STUURGROEP}".casefold() else naam


def lees_wijziging(bepaling: Bepaling) -> Lezing | None:
    """Read who decides on a change of the text."""
    over = [
        zin
        for zin in bepaling.zinnen
        if _WIJZIGING.search(zin.tekst) and "gegevens" not in zin.tekst
    ]
    found = _wie(over)
    if not found:
        return None
    zin, naam = found[0]
    twijfel = _meer(naam, {n for _, n in found[1:] if n != naam}, zin)
    if "bijlage" in zin.tekst.lower():
        twijfel = "de zin gaat ook over bijlagen"
    naam = "de Stuurgroep" if _stuurgroep(_kort(naam)) == "stuurgroep" else naam
    return Lezing(Wijzigingsregel(door=naam), (zin,), twijfel)


def _kort(naam: str) -> str:
    """Return a body without what it is of: "de Stuurgroep van het Veiligheidshuis"."""
    return naam.partition(" van ")[0]


_GEHEIM = vorm(r"\bgeheim\w*|\bvertrouwelijk\w*|\bzwijgplicht")
_BLIJFT = vorm(
    r"\bblij(?:ft|ven)\b[^.;]*\b(?:gelden|van kracht|bestaan|gehandhaafd|van toepassing|gebonden)"
    r"|\book na\b|\bna (?:het einde|be[eë]indiging|afloop|uittreding|het eindigen)"
    r"|\bongeacht de duur\b|\bongeacht de looptijd\b"
)


def lees_geheimhouding(bepaling: Bepaling) -> Lezing | None:
    """Read that secrecy outlasts the participation."""
    if not (_GEHEIM.search(bepaling.tekst) or _GEHEIM.search(bepaling.opschrift)):
        return None
    for zin in bepaling.zinnen:
        if _BLIJFT.search(zin.tekst) and (
            _GEHEIM.search(zin.tekst) or _GEHEIM.search(bepaling.opschrift)
        ):
            return Lezing(Geheimhoudingsregel(), (zin,))
    return None


_KEREN = (
    rf"(?P<getal>{GETAL}) ?(?:keer|maal|malen|x|vergaderingen|keren) (?:per|in het|elk|ieder) "
    r"(?:kalender)?jaar|(?P<eens>een|één)maal (?:per|in het) (?:kalender)?jaar"
    r"|(?P<twee>tweemaal|halfjaarlijks|elk half ?jaar|ieder half ?jaar)"
    r"|(?P<drie>driemaal) (?:per|in het) (?:kalender)?jaar"
    r"|(?P<vier>viermaal|elk kwartaal|ieder kwartaal|(?:één|een) keer per kwartaal|per kwartaal)"
)
_VERGADERT = vorm(
    rf"^(?P<van>{INSTANTIE})(?: \w+){{0,2}}? (?:komt|vergadert|komen|vergaderen)\b[^.;]*?"
    rf"\b(?:{_KEREN})"
)


def _aantal(match: re.Match[str]) -> int:
    if match["getal"]:
        return getal(match["getal"])
    vast = {"eens": 1, "twee": 2, "drie": 3, "vier": 4}
    return next(aantal for naam, aantal in vast.items() if match[naam])


def lees_vergaderingen(bepaling: Bepaling) -> Lezing | None:
    """Read how often a year the body that decides meets."""
    for zin, match in zoek(bepaling.zinnen, _VERGADERT):
        naam = match["van"][:1].lower() + match["van"][1:]
        van = "" if _stuurgroep(_kort(naam)) == "stuurgroep" else naam
        return Lezing(Vergaderregel(van=van, aantal=_aantal(match)), (zin,))
    return None


_MELDING = vorm(
    r"\bdie (?P<deel>Deel \d)(?: \([^)]*\))? (?:heeft|hebben) (?:ge|onder)teken\w*[^.;]*\bmelding"
)


def lees_melding(bepaling: Bepaling) -> Lezing | None:
    """Read which deel one must have signed to do a melding."""
    for zin, match in zoek(bepaling.zinnen, _MELDING):
        return Lezing(Meldregel(deel=match["deel"].lower().replace(" ", "-")), (zin,))
    return None
