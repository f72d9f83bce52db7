"""How a partner gives notice, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.dossier.regels import Gevolgenregel, Opzegregel
from convenantwerk.invoer.voorstellen.getallen import INSTANTIE, ORGAAN, PERIODE, periode
from convenantwerk.invoer.voorstellen.regels.lezing import Lezing, in_volgorde, vorm, zoek

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from convenantwerk.invoer.voorstellen.bepalingen import Bepaling, Zin

_OPZEG = vorm(
    r"\bopzeg|\bopgezegd|\bop te zeggen|\bzegt\b[^.;]{0,60}\bop\b|\buittred|\bbe[eë]indig"
    r"|\buit (?:dit|deze|het|de) [\w-]+(?: te)? (?:tred|stap)"
)
_KERN = vorm(
    r"\bopzeg|\bopgezegd|\bop te zeggen|\bzegt\b[^.;]{0,60}\bop\b"
    r"|\buit (?:dit|deze|het|de) [\w-]+(?: te)? (?:tred|stap)"
)
_ANDERE = vorm(
    r"\b(?:verwerkers|bewerkers|arbeids|huur|dienstverlenings|raam|licentie|gebruikers)"
    r"-?(?:overeenkomst|contract)|\blidmaatschap|\bdienstverband"
)
_NIET = vorm(
    r"\b(?:kan|kunnen|mag|mogen) (?:\w+ ){0,6}(?:niet|geen)(?: \w+){0,8} (?:worden )?"
    r"(?:opgezegd|opzeggen)|\bopzegging (?:\w+ ){0,3}(?:is|wordt) (?:niet|uitgesloten)"
)
_TERMIJNEN = (
    vorm(rf"\bopzeg(?:gings)?termijn\b[^.;,]{{0,60}}?\b(?P<periode>{PERIODE})"),
    vorm(rf"\b(?:opzeg)?termijn van (?:ten minste |minimaal |minstens )?(?P<periode>{PERIODE})"),
    vorm(rf"\b(?P<periode>{PERIODE}) (?:opzegtermijn|van tevoren|tevoren|vooraf|voor|vóór)"),
    vorm(rf"\bopzegging van (?:ten minste |minimaal )?(?P<periode>{PERIODE})"),
)
_MOMENTEN = {
    "kalenderjaar": vorm(
        r"\bkalenderjaar\b|\b(?:eerste )?(?:1|één) januari\b|\b31 december\b"
        r"|\beinde van (?:het|een|elk) jaar\b"
    ),
    "maandeinde": vorm(
        r"\beerste(?: dag)? van (?:de|een|elke) (?:eerst)?(?:volgende |kalender)*maand"
        r"|\beind(?:e)? van (?:de|een|elke|iedere) (?:kalender)?maand"
        r"|\blaatste dag van (?:de|een) (?:kalender)?maand"
    ),
    "looptijd": vorm(
        r"\b(?:einde|eind|afloop) van (?:de|een|zijn|haar|elke|iedere) "
        r"(?:dan |lopende |overeengekomen |eerste |verlengde )*"
        r"(?:looptijd|termijn|contract\w*|periode|verleng\w*|duur)"
    ),
    "verjaardag": vorm(r"\bverlengda(?:g|tum)|\bjaarlijkse verleng\w*"),
}
_EINDE_TERMIJN = vorm(
    r"\b(?:zodra|nadat|als|wanneer) (?:de|deze|die) (?:opzeg)?termijn (?:is|zijn)? ?"
    r"(?:verstreken|voorbij|afgelopen|verlopen|verstrijkt|eindigt)"
    r"|\bna (?:afloop|het verstrijken|ommekomst|verloop) van (?:de|deze|die) (?:opzeg)?termijn"
)
_DOOR_ORGAAN = vorm(
    rf"^(?P<wie>(?:de|het) {ORGAAN}\w*)[^.;]{{0,20}} (?:kan|kunnen|mag|mogen)\b[^.;]*\bopzeg"
)
_VANAF = vorm(r"\b(?:te rekenen|gerekend|ingaande|beginnend) (?:vanaf|met ingang|op|per)\b")
_AANGETEKEND = vorm(r"\baangetekend")
_LIEVER = vorm(r"\b(?:bij voorkeur|liefst|zo mogelijk)\b")
_MAIL = vorm(r"\be-?mail|\belektronisch|\blangs digitale weg")
_SCHRIFTELIJK = vorm(r"\bschriftelijk|\b(?:per|bij|door een|met een) (?:\w+ )?brief\b")
_AAN = vorm(
    rf"\b(?:gericht(?: is)? (?:aan|tot)|geadresseerd aan|ter attentie van) (?P<aan>{INSTANTIE})"
    rf"|\b(?:opzeg\w*|opgezegd|op te zeggen|schriftelijk\w*|brief|schrijven|mededeling|kennisgeving"
    rf"|e-?mail|bericht)\b[^.;]{{0,30}}? (?:aan|bij) (?P<bij>{INSTANTIE})"
)
_REGELING = vorm(r"\bregeling\b[^.;]*\bgevolgen\b|\bgevolgen\b[^.;]*\bgeregeld\b")
_BINNEN = vorm(rf"\bbinnen (?P<periode>{PERIODE})")
_DOOR = vorm(
    rf"^(?P<voor>{INSTANTIE}) stelt\b|\bstelt (?P<na>{INSTANTIE})\b"
    rf"|\bregeling\b[^.;]*\bdoor (?P<door>{INSTANTIE})"
)
_UITGANGSPUNT = vorm(r"\buitgangspunt\b")


def _over_opzegging(bepaling: Bepaling) -> list[Zin]:
    """Return the sentences in which a partner gives notice of this text; none when not one does."""
    zinnen = [zin for zin in bepaling.zinnen if not _ANDERE.search(zin.tekst)]
    return zinnen if any(_KERN.search(zin.tekst) for zin in zinnen) else []


def lees_opzegging(bepaling: Bepaling) -> Lezing | None:
    """Read the notice period, from when it works, in what form and to whom."""
    zinnen = _over_opzegging(bepaling)
    if not zinnen:
        return None
    if niet := zoek(zinnen, _NIET):
        return Lezing(None, (niet[0][0],), "de tekst zegt dat opzeggen niet of niet altijd kan")
    gevolg = [zin for zin in zinnen if _REGELING.search(zin.tekst)]
    kern = [zin for zin in zinnen if zin not in gevolg]
    velden: dict[str, Any] = {}
    gebruikt: list[Zin] = []
    twijfels: list[str] = []
    for lees in (_termijn, _per, _vorm, _aan):
        naam, waarden, zin = lees(kern)
        if waarden:
            velden[naam] = waarden[0]
            gebruikt += zin
        if len(waarden) > 1:
            twijfels.append(_MEER[naam])
    if not velden.keys() & {"opzegtermijn", "vorm"}:
        return None
    if door := zoek(kern, _DOOR_ORGAAN):
        twijfels.append(f"de tekst spreekt van opzegging door {door[0][1]['wie']}")
    if any(_VANAF.search(zin.tekst) for zin in gebruikt):
        twijfels.append("de opzegtermijn begint op een andere dag dan die van de ontvangst")
    if "opzegtermijn" not in velden:
        twijfels.append("de tekst noemt geen opzegtermijn")
    regel = Opzegregel(**velden)
    return Lezing(regel, in_volgorde(bepaling, gebruikt), "; ".join(twijfels))


_MEER = {
    "opzegtermijn": "de tekst noemt meer dan één opzegtermijn",
    "per": "de tekst noemt meer dan één dag waarop een opzegging ingaat",
    "vorm": "de tekst noemt meer dan één vorm",
    "aan": "de tekst noemt meer dan één geadresseerde",
}
Gevonden = tuple[str, "list[Any]", "list[Zin]"]


def _termijn(zinnen: Sequence[Zin]) -> Gevonden:
    over = [zin for zin in zinnen if _OPZEG.search(zin.tekst) or "termijn" in zin.tekst.lower()]
    found = [(zin, periode(m["periode"])) for p in _TERMIJNEN for zin, m in zoek(over, p)]
    return "opzegtermijn", list(dict.fromkeys(w for _, w in found)), [zin for zin, _ in found]


def _per(zinnen: Sequence[Zin]) -> Gevonden:
    over = [
        zin
        for zin in zinnen
        if (_OPZEG.search(zin.tekst) or "deelname" in zin.tekst.lower())
        and "in werking" not in zin.tekst.lower()
    ]
    found = {naam: zoek(over, patroon) for naam, patroon in _MOMENTEN.items()}
    namen = [naam for naam, places in found.items() if places]
    zin = [zin for naam in namen for zin, _ in found[naam]]
    if not namen and (einde := zoek(zinnen, _EINDE_TERMIJN)):
        return "per", ["einde-termijn"], [einde[0][0]]
    return "per", namen, zin


def _vorm(zinnen: Sequence[Zin]) -> Gevonden:
    over = [zin for zin in zinnen if _OPZEG.search(zin.tekst)]
    for naam, patroon in (("aangetekend", _AANGETEKEND), ("schriftelijk", _SCHRIFTELIJK)):
        for zin in over:
            if not patroon.search(zin.tekst):
                continue
            if _MAIL.search(zin.tekst):
                return "vorm", ["e-mail"], [zin]
            if naam == "aangetekend" and _LIEVER.search(zin.tekst):
                continue
            return "vorm", [naam], [zin]
    mail = [zin for zin in over if _MAIL.search(zin.tekst)]
    return "vorm", ["e-mail"] if mail else [], mail[:1]


def _aan(zinnen: Sequence[Zin]) -> Gevonden:
    over = [zin for zin in zinnen if _OPZEG.search(zin.tekst)]
    found = [(zin, m["aan"] or m["bij"]) for zin, m in zoek(over, _AAN)]
    return "aan", list(dict.fromkeys(naam for _, naam in found)), [zin for zin, _ in found]


def lees_gevolgen(bepaling: Bepaling) -> Lezing | None:
    """Read within which time the regeling of what a notice brings is drawn up, and by whom."""
    if not any(_KERN.search(zin.tekst) for zin in bepaling.zinnen):
        return None
    for zin in bepaling.zinnen:
        binnen = _BINNEN.search(zin.tekst)
        if binnen is None or not _REGELING.search(zin.tekst):
            continue
        door = _DOOR.search(zin.tekst)
        wie = next(filter(None, door.groups()), "") if door else ""
        uitgangspunt = [z for z in bepaling.zinnen if _UITGANGSPUNT.search(z.tekst)][:1]
        regel = Gevolgenregel(
            binnen=periode(binnen["periode"]),
            door=wie[:1].lower() + wie[1:],
            uitgangspunt=uitgangspunt[0].tekst if uitgangspunt else "",
        )
        return Lezing(regel, in_volgorde(bepaling, (zin, *uitgangspunt)))
    return None
