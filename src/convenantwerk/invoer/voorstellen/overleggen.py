"""What the text of an overleg says of it in so many words: its doel, deelnemers, voorzitter.

Only what stands behind a label is read: under a heading "Doel", behind "Doel:", or in a row of a
table that begins with "Doel".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.basis.namen import naamsleutel
from convenantwerk.invoer.voorstellen.bepalingen import gewoon
from convenantwerk.invoer.voorstellen.getallen import PERIODE, periode
from convenantwerk.invoer.voorstellen.namen import zoek_partner
from convenantwerk.tekst.boom import (
    Alinea,
    Element,
    Opsomming,
    Tabel,
    blokken,
    elementen,
    plain,
    titel,
)
from convenantwerk.tekst.overlegfeiten import Overlegfeiten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from convenantwerk.dossier.registers import Partner
    from convenantwerk.tekst.boom import Blok

_VELDEN: Mapping[str, re.Pattern[str]] = {
    naam: re.compile(rf"(?:{patroon})", re.IGNORECASE)
    for naam, patroon in {
        "doel": r"doel|doelstelling",
        "doelgroep": r"doelgroep(?:en)?",
        "deelnemers": r"(?:vaste )?deelnemers|deelnemende (?:partners|partijen|organisaties)",
        "frequentie": r"frequentie|overlegfrequentie",
        "voorzitter": r"voorzitter(?:schap)?",
        "gegevens": r"(?:soorten |categorieën )?(?:persoons)?gegevens|te delen gegevens",
        "grondslag": r"(?:wettelijke |juridische )?grondslag(?:en)?",
        "bewaartermijn": r"bewaartermijn(?:en)?|bewaarduur",
    }.items()
}
_LABEL = re.compile(r"^(?P<label>[^:]{3,40}):\s+(?P<rest>\S.*)$", re.DOTALL)
_TERMIJN = re.compile(PERIODE, re.IGNORECASE)
_LANG = 300  # characters of a doel; what is longer is text, and no fact beside it


@dataclass(frozen=True, slots=True)
class Overlegvoorstel:
    """What the text of an overleg says of it.

    Args:
        anker: of the overleg.
        naam: its heading.
        feiten: what is sure.
        twijfels: what a person must decide, a sentence each.
    """

    anker: str
    naam: str
    feiten: Overlegfeiten
    twijfels: tuple[str, ...] = ()

    @property
    def gevonden(self) -> tuple[str, ...]:
        """The names of the facts that were found."""
        return tuple(
            naam for naam in _VELDEN if getattr(self.feiten, naam) != getattr(Overlegfeiten(), naam)
        )


def lees_overleggen(
    delen: Sequence[Element], partners: Sequence[Partner]
) -> tuple[Overlegvoorstel, ...]:
    """Return for every overleg that a text describes what it says of it.

    Args:
        delen: with ankers that are unique within the text (`with_ankers`).
        partners: that may take part.
    """
    found = (e for deel in delen for e in elementen([deel]) if e.soort == "overleg")
    return tuple(lees_overleg(element, partners) for element in found)


def lees_overleg(element: Element, partners: Sequence[Partner]) -> Overlegvoorstel:
    """Return what the text of one overleg says of it; what is known of it already stays."""
    feiten, twijfels = element.feiten or Overlegfeiten(), list[str]()
    for veld, woorden in _gelabeld(element):
        if getattr(feiten, veld) == getattr(Overlegfeiten(), veld):
            feiten, vraag = _met_feit(feiten, veld, woorden, partners)
            twijfels += vraag
    return Overlegvoorstel(element.anker, titel(element), feiten, tuple(twijfels))


def _met_feit(
    feiten: Overlegfeiten, veld: str, woorden: Sequence[str], partners: Sequence[Partner]
) -> tuple[Overlegfeiten, list[str]]:
    """Return facts with one more, and what of it is not sure."""
    match veld:
        case "deelnemers":
            namen = _hele_namen(woorden, partners)
            found = [(woord, *zoek_partner(woord, partners)) for woord in namen]
            sleutels = dict.fromkeys(p.sleutel for _, p, zeker in found if p and zeker)
            onbekend = [
                f"deelnemer '{woord[:80]}' staat niet in het partnerregister"
                for woord, partner, zeker in found
                if not (partner and zeker)
            ]
            return replace(feiten, deelnemers=tuple(sleutels)), onbekend
        case "gegevens":
            return replace(feiten, gegevens=tuple(woorden)), []
        case "bewaartermijn":
            termijnen = {periode(m.group()) for w in woorden for m in _TERMIJN.finditer(w)}
            if len(termijnen) == 1:
                return replace(feiten, bewaartermijn=termijnen.pop()), []
            return feiten, ["de tekst noemt geen bewaartermijn, of meer dan één"]
    if len(woorden) == 1 and len(woorden[0]) <= _LANG:
        tekst: dict[str, Any] = {veld: woorden[0].rstrip(".")}
        return replace(feiten, **tekst), []
    return feiten, []


def _hele_namen(woorden: Sequence[str], partners: Sequence[Partner]) -> list[str]:
    """Return names in which a comma or "en" may stand: "Politie, Eenheid Proefland".

    What was parted there is put together when a partner is called so; "en" for the second way.
    """
    bekend = {naamsleutel(naam) for partner in partners for naam in partner.namen}
    meest = max((naam.count(",") + f" {naam} ".count(" en ") for naam in bekend), default=0)
    namen: list[str] = []
    rest = list(woorden)
    while rest:
        samen = [
            (aantal, heel)
            for aantal in range(min(meest + 1, len(rest)), 1, -1)
            for heel in _samen(rest[:aantal])
            if naamsleutel(heel) in bekend
        ]
        aantal, naam = samen[0] if samen else (1, rest[0])
        namen.append(naam)
        rest = rest[aantal:]
    return namen


def _samen(woorden: Sequence[str]) -> tuple[str, str]:
    *eerste, laatste = woorden
    return ", ".join(woorden), f"{', '.join(eerste)} en {laatste}"


def _gelabeld(element: Element) -> Iterator[tuple[str, list[str]]]:
    """Yield the facts that stand behind a label, each with its words."""
    for kind in element.inhoud:
        if isinstance(kind, Element):
            if veld := _veld(plain(kind.opschrift)):
                yield veld, _woorden(list(blokken(kind)))
            yield from _gelabeld(kind)
        elif isinstance(kind, Alinea):
            for regel in plain(kind.inhoud).split("\n"):
                match = _LABEL.match(gewoon(regel))
                if match and (veld := _veld(match["label"])):
                    yield veld, _gedeeld(veld, match["rest"])
        elif isinstance(kind, Tabel):
            for rij in (kind.kop, *kind.rijen):
                cellen = [plain(cel) for cel in rij]
                if len(cellen) > 1 and (veld := _veld(gewoon(cellen[0]).rstrip(":"))):
                    yield veld, _gedeeld(veld, cellen[1])


def _veld(label: str) -> str:
    return next((naam for naam, p in _VELDEN.items() if p.fullmatch(label.strip())), "")


def _gedeeld(veld: str, tekst: str) -> list[str]:
    """Return what stands in a cell or behind a label: of a list its members."""
    if veld not in ("deelnemers", "gegevens"):
        return [gewoon(tekst)] if tekst.strip() else []
    delen = re.split(r"\n|;|,|\ben\b(?=[^,;]*$)" if veld == "deelnemers" else r"\n|;", tekst)
    return [naam for deel in delen if (naam := gewoon(deel).strip(" .,;-\u2013"))]


def _woorden(inhoud: Sequence[Blok]) -> list[str]:
    found: list[str] = []
    lijst = any(isinstance(blok, Opsomming) for blok in inhoud)
    for blok in inhoud:
        if isinstance(blok, Opsomming):
            found += [
                gewoon(
                    " ".join(plain(b.inhoud) for b in item.inhoud if isinstance(b, Alinea))
                ).strip(" ;.,")
                for item in blok.onderdelen
            ]
        elif isinstance(blok, Alinea) and not lijst:
            found.append(gewoon(plain(blok.inhoud)))
    return found
