"""Who signs: blocks of signatures in lines or tables, and who represents a party in its recital."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convenantwerk.basis.namen import naamsleutel
from convenantwerk.dossier.registers import Ondertekenaar
from convenantwerk.invoer.voorstellen.bepalingen import buiten_overleg, gewoon
from convenantwerk.invoer.voorstellen.namen import (
    FUNCTIE,
    KALE_PERSOON,
    ORGANISATIE,
    PERSOON,
    lees_naam,
    sleutel,
    zoek_partner,
)
from convenantwerk.invoer.voorstellen.voorstel import Voorstel
from convenantwerk.tekst.adressen import plaatsen_in
from convenantwerk.tekst.boom import (
    Alinea,
    Convenant,
    Element,
    Onderdeel,
    Tabel,
    plain,
)
from convenantwerk.tekst.citeren import Citaten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.dossier.registers import Partner
    from convenantwerk.invoer.voorstellen.partners import Partnervoorstel
    from convenantwerk.tekst.adressen import Plaats

_OPSCHRIFT = re.compile(r"\b(?:mede)?onderteken\w*|\bhandtekening\w*", re.IGNORECASE)
_BEGIN = re.compile(
    r"^(?:aldus|voor akkoord|getekend te|opgemaakt|overeengekomen en)\b", re.IGNORECASE
)
_LABEL = re.compile(
    r"^(?P<wat>naam|functie|organisatie|partij|partner|namens(?: deze)?|voor deze)\b\s*:?\s*",
    re.IGNORECASE,
)
_NIETS = re.compile(
    r"^(?:[.…_\-\u2013—\s]*|(?:handtekening|datum|plaats|paraaf|opgemaakt|de dato|aldus"
    r"|voor akkoord|getekend|d\.d\.|dd)\b.*)$",
    re.IGNORECASE,
)
_DOOR = re.compile(r"\bvertegenwoordigd door\s+(?:haar |zijn )?", re.IGNORECASE)
_EINDE_DOOR = re.compile(
    r"[;.]?\s*(?:\bhierna\b|\bverder te noemen\b|,\s*handelend|$)", re.IGNORECASE
)
_LANGST = 300  # characters of a line in a block
_MEEST = 1000  # blocks
_ORG, _FUNCTIE, _PERSOON = "organisatie", "functie", "persoon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekenvoorstel(Voorstel):
    """Somebody who signs, as the text says."""

    ondertekenaar: Ondertekenaar


@dataclass(slots=True)
class _Blok:
    """A block of signature as far as it was read."""

    plaats: Plaats
    organisatie: str = ""
    functie: str = ""
    titel: str = ""
    naam: str = ""
    regels: list[str] = field(default_factory=list)

    def heeft(self, wat: str) -> bool:
        return bool({_ORG: self.organisatie, _FUNCTIE: self.functie, _PERSOON: self.naam}[wat])


def lees_ondertekenaars(
    delen: Sequence[Element], partners: Sequence[Partner], voorstellen: Sequence[Partnervoorstel]
) -> tuple[Tekenvoorstel, ...]:
    """Return who signs according to a text, in the order in which it stands there.

    Args:
        delen: with ankers that are unique within the text (`with_ankers`).
        partners: that are known, or proposed and sure.
        voorstellen: the parties as the text names them; a recital says who represents one.
    """
    citaten = Citaten(Convenant(tuple(delen), ""))
    blokken = [blok for deel in delen for e in buiten_overleg(deel) for blok in _in_element(e)]
    found: list[Tekenvoorstel] = []
    gezien: set[tuple[str, str]] = set()  # who signs two delen stands there twice
    for blok in blokken[:_MEEST]:
        wie = (naamsleutel(blok.organisatie), naamsleutel(blok.naam))
        if blok.naam and (blok.organisatie or blok.functie) and wie not in gezien:
            found.append(_voorstel(blok, partners, found, citaten))
            gezien.add(wie)
    known = {voorstel.ondertekenaar.partner for voorstel in found}
    for partij in voorstellen:
        if partij.zeker and partij.partner.sleutel not in known:
            found += _uit_considerans(partij, found)
    return tuple(found)


def _voorstel(
    blok: _Blok, partners: Sequence[Partner], eerder: Sequence[Tekenvoorstel], citaten: Citaten
) -> Tekenvoorstel:
    partner, zeker = zoek_partner(blok.organisatie, partners) if blok.organisatie else (None, False)
    twijfel = ""
    if partner is None:
        twijfel = "de tekst noemt deze organisatie niet als partij"
    elif not zeker:
        twijfel = f"hoort dit bij {partner.naam}?"
    elif not blok.functie:
        twijfel = "er staat geen functie bij"
    stam = partner.sleutel if partner else blok.organisatie or blok.naam
    key = sleutel(stam, [v.ondertekenaar.sleutel for v in eerder], anders="ondertekenaar")
    ondertekenaar = Ondertekenaar(
        sleutel=key,
        partner=partner.sleutel if partner else "",
        organisatie=blok.organisatie,
        functie=blok.functie,
        titel=blok.titel,
        naam=blok.naam,
    )
    adres = blok.plaats.adres
    return Tekenvoorstel(
        ondertekenaar=ondertekenaar,
        adres=adres,
        citaat=citaten.citeer(adres),
        woorden=" / ".join(blok.regels),
        twijfel=twijfel,
    )


def _uit_considerans(
    partij: Partnervoorstel, eerder: Sequence[Tekenvoorstel]
) -> Iterator[Tekenvoorstel]:
    """Yield who represents a party: "vertegenwoordigd door haar burgemeester, mevrouw A. Proef"."""
    match = _DOOR.search(partij.woorden)
    if match is None:
        return
    rest = partij.woorden[match.end() :]
    einde = _EINDE_DOOR.search(rest)
    rest = rest[: einde.start()] if einde else rest
    wie = PERSOON.search(rest)
    if wie is None:
        return
    functie = gewoon((rest[: wie.start()] + rest[wie.end() :]).strip(" ,;."))
    functie = functie.removeprefix("de ")
    key = sleutel(partij.partner.sleutel, [v.ondertekenaar.sleutel for v in eerder])
    ondertekenaar = Ondertekenaar(
        sleutel=key,
        partner=partij.partner.sleutel,
        organisatie=partij.partner.naam,
        functie=functie,
        titel=gewoon(wie["titel"]),
        naam=gewoon(wie["naam"]),
    )
    twijfel = "" if functie else "er staat geen functie bij"
    yield Tekenvoorstel(
        ondertekenaar=ondertekenaar,
        adres=partij.adres,
        citaat=partij.citaat,
        woorden=partij.woorden,
        twijfel=twijfel,
    )


def _in_element(element: Element) -> Iterator[_Blok]:
    """Yield the blocks of signature in one titled part."""
    open_ = bool(_OPSCHRIFT.search(plain(element.opschrift)))
    regels: list[tuple[Plaats, str]] = []
    for plaats in plaatsen_in(element, element.anker):
        part = plaats.part
        if isinstance(part, Alinea):
            lines = [gewoon(line) for line in plain(part.inhoud).split("\n")]
            open_ = open_ or bool(_BEGIN.match(lines[0]))
            regels += [(plaats, line) for line in lines]
        elif isinstance(part, Onderdeel):
            regels.append((plaats, _tekst(part)))
        elif isinstance(part, Tabel) and (open_ or _heeft_koppen(part)):
            yield from _uit_tabel(plaats, part)
        if not open_:
            regels = []
    yield from _blokken(regels)


def _tekst(part: Onderdeel) -> str:
    return gewoon(" ".join(plain(b.inhoud) for b in part.inhoud if isinstance(b, Alinea)))


def _blokken(regels: Iterable[tuple[Plaats, str]]) -> Iterator[_Blok]:
    """Yield the blocks in lines that follow each other; one ends where a thing comes again."""
    blok: _Blok | None = None
    for plaats, regel in regels:
        stukken = _stukken(regel)
        if blok is not None and any(blok.heeft(wat) for wat, _, _ in stukken):
            yield blok
            blok = None
        for wat, titel, woorden in stukken:
            blok = blok or _Blok(plaats)
            _zet(blok, wat, titel, woorden)
        if stukken and blok is not None:
            blok.regels.append(regel)
    if blok is not None:
        yield blok


def _zet(blok: _Blok, wat: str, titel: str, woorden: str) -> None:
    if wat == _ORG:
        blok.organisatie = woorden
    elif wat == _FUNCTIE:
        blok.functie = woorden
    else:
        blok.titel, blok.naam = titel, woorden


def _stukken(regel: str) -> list[tuple[str, str, str]]:
    """Return what a line says: organisation, function and person, as far as they stand in it."""
    if len(regel) > _LANGST or _NIETS.match(regel):
        return []
    label = _LABEL.match(regel)
    rest = regel[label.end() :] if label else regel
    if _NIETS.match(rest):
        return []
    if label and label["wat"].lower() == "functie":
        return [(_FUNCTIE, "", rest)]
    wie = PERSOON.search(rest) or KALE_PERSOON.match(rest)
    delen = rest.split(", ")
    if wie is None and any(map(KALE_PERSOON.match, delen)):
        return [stuk for deel in delen for stuk in _stukken(deel)]
    if label and label["wat"].lower() == "naam" and wie is None:
        return [(_PERSOON, "", rest)]
    voor = rest[: wie.start()].strip(" ,;:-\u2013") if wie else rest
    na = rest[wie.end() :].strip(" ,;:-\u2013.") if wie else ""
    found = [stuk for deel in (voor, na) for stuk in _organisatie_en_functie(deel)]
    if wie:
        found.append((_PERSOON, gewoon(wie["titel"]), gewoon(wie["naam"])))
    return found


def _organisatie_en_functie(tekst: str) -> list[tuple[str, str, str]]:
    """Return the organisation and the function in a text: "Gemeente Proefdam Burgemeester"."""
    if not tekst or not any(c.isalpha() for c in tekst):
        return []
    functie = FUNCTIE.search(tekst)
    if functie is None:
        kop = ORGANISATIE.search(tekst) or tekst[0].isupper()
        return [(_ORG, "", tekst)] if kop and lees_naam(tekst) else []
    organisatie = tekst[: functie.start()].strip(" ,;:-\u2013")
    return [
        *([(_ORG, "", organisatie)] if organisatie else []),
        (_FUNCTIE, "", tekst[functie.start() :].strip()),
    ]


_KOLOMMEN = {
    _ORG: re.compile(r"(?:naam )?(?:organisatie|partij|(?:keten)?partner|namens)", re.IGNORECASE),
    _FUNCTIE: re.compile(r"functie", re.IGNORECASE),
    _PERSOON: re.compile(r"naam|ondertekenaar|vertegenwoordiger|naam ondertekenaar", re.IGNORECASE),
}


def _kolommen(tabel: Tabel) -> dict[str, int]:
    koppen = [gewoon(plain(cel)) for cel in tabel.kop]
    return {
        wat: n
        for wat, patroon in _KOLOMMEN.items()
        for n, kop in enumerate(koppen)
        if patroon.fullmatch(kop)
    }


def _heeft_koppen(tabel: Tabel) -> bool:
    return _kolommen(tabel).keys() >= {_ORG, _PERSOON}


def _uit_tabel(plaats: Plaats, tabel: Tabel) -> Iterator[_Blok]:
    """Yield the blocks of a table: by the names of its columns, else each row or cell apart."""
    if _heeft_koppen(tabel):
        kolommen = _kolommen(tabel)
        for rij in tabel.rijen:
            cellen = {wat: gewoon(plain(rij[n])) for wat, n in kolommen.items()}
            yield _uit_cellen(plaats, cellen)
        return
    for rij in (tabel.kop, *tabel.rijen):
        regels = [gewoon(regel) for cel in rij for regel in plain(cel).split("\n")]
        yield from _blokken([(plaats, regel) for regel in regels])


def _uit_cellen(plaats: Plaats, cellen: dict[str, str]) -> _Blok:
    wie = PERSOON.match(cellen[_PERSOON])
    titel, naam = (wie["titel"], wie["naam"]) if wie else ("", cellen[_PERSOON])
    regels = [cel for cel in cellen.values() if cel]
    return _Blok(
        plaats, cellen[_ORG], cellen.get(_FUNCTIE, ""), gewoon(titel), gewoon(naam), regels
    )
