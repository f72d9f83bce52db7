"""The controles of lists: that their items are closed alike, and what leads up to them.

A list has a style: ";" between and "." at the end, a full stop behind each, or no mark at all.
Whichever it is, is no finding; one item that has another mark is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.alineas import (
    OPEN_WOORD,
    VOEGWOORD,
    WERKWOORD,
    einde_van,
    eindigt_open,
    slotteken,
)
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.tekst.boom import Alinea, Figuur, Nadruk, Opsomming, Tabel, plain
from convenantwerk.tekst.vervallen import is_vervallen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.controles.alineas import Blokplek
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.tekst.boom import Onderdeel

_ONBEKEND = "?"  # of an item that may end as it does in any list
_TOON = 3  # so many odd items are named
_VASTE_STIJL = 2  # so many lists with "en" or "of", and a third of all, make it the habit here
_GEWOONTE = 3
_EERSTE = ("a", "A", "1", "i")
_ROND = " ,:;\n"  # what stands around "en"
_STAART = 24  # so much of an item tells how it ends
_AFKORTING = re.compile(r"(?:\b(?:etc|enz|e\.d|c\.s|e\.a|o\.a|B\.V|N\.V|jr|nr|st)|\.\.|…)\.\Z")
_BEGRIPPEN = (
    r"(?i)(?:verstaan(?: onder)?|waaronder|onder meer|onder andere|zoals|bijvoorbeeld)\s*:\Z"
    r"|begrippen|definities|betekenis"
)
_BEGRIP = r"[^:.;]{2,60}:\s"
# The words before the grounds of a text, after which its aanhef goes on: "Overwegende dat:".
_AANHEF = r"(?i)\b(?:overwegende?n?|in aanmerking|gelet op|gezien|gehoord)\b[^.:]{0,40}[:,]\Z"
_VER = 200
_TITEL = 3  # words of an item that is the title of the list in it
_GEEN_TITEL = rf"{WERKWOORD}|{OPEN_WOORD}"
_WAT = {";": "op ';'", ",": "op ','", ".": "op een punt", ":": "op ':'", "": "zonder leesteken"}


class Einde(NamedTuple):
    """How an item of a list ends.

    Args:
        naam: what it is called: its mark, or its number in a list of dashes.
        teken: ";", ",", ".", "", or "?" where it tells nothing of the style of the list.
        voegwoord: "en" or "of" when it stands behind it, else "".
        onderdeel: the item.
    """

    naam: str
    teken: str
    voegwoord: str
    onderdeel: Onderdeel

    @property
    def plaats(self) -> Position:
        """The place of its last word."""
        alineas = (blok for blok in self.onderdeel.inhoud if isinstance(blok, Alinea))
        eerste = next(alineas, None)
        return einde_van(eerste.inhoud if eerste else (), self.onderdeel.position)


class Afsluiting(NamedTuple):
    """A list with how its items end, and how most of them do."""

    plek: Blokplek
    einden: tuple[Einde, ...]
    stijl: str

    @property
    def met_letters(self) -> bool:
        """Whether its items have letters or numbers, and no dashes."""
        blok = self.plek.blok
        return isinstance(blok, Opsomming) and blok.onderdelen[0].merk[:1].isalnum()


def _stijl(einden: Sequence[Einde]) -> str:
    """Return the mark that most items end in, the last not counted; of as many the better."""
    tekens = [einde.teken for einde in einden[:-1] if einde.teken != _ONBEKEND]
    return max((";", ".", ",", ":", ""), key=tekens.count) if tekens else _ONBEKEND


def check_opsommingen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """The items of a list end alike, and before the last of them stands "en" or "of"."""
    zonder: list[Afsluiting] = []
    met = 0
    for lijst in lijsten(onderzoek):
        vreemd = list(vreemde_einden(lijst))
        if vreemd:
            yield _bevinding(lijst, vreemd)
        elif (te_vroeg := _te_vroeg(lijst.einden)) is not None:
            hoe = f"'{te_vroeg.voegwoord}' staat al achter {te_vroeg.naam}, en nog eens later"
            yield CODES["CV140"].at(te_vroeg.plaats, hoe=hoe)
        elif lijst.stijl == ";" and not _zijn_begrippen(lijst):
            if any(einde.voegwoord for einde in lijst.einden[:-1]):
                met += 1
            elif lijst.einden[-1].teken == ".":
                zonder.append(lijst)
    yield from _zonder_voegwoord(zonder, met)


def lijsten(onderzoek: Onderzoek) -> Iterator[Afsluiting]:
    """Yield the lists of a text that have more than one item."""
    for plek in onderzoek.blokplekken:
        if isinstance(plek.blok, Opsomming) and len(plek.blok.onderdelen) > 1:
            einden = tuple(_einde(*item) for item in enumerate(plek.blok.onderdelen, 1))
            yield Afsluiting(plek, einden, _stijl(einden))


def _einde(number: int, onderdeel: Onderdeel) -> Einde:
    naam = f"onderdeel '{onderdeel.merk}'" if onderdeel.merk[:1].isalnum() else f"punt {number}"
    inhoud = onderdeel.inhoud
    tussen = _voegwoord(inhoud[-1]) if len(inhoud) > 1 and isinstance(inhoud[-1], Alinea) else ""
    if len(inhoud) - bool(tussen) != 1 or not isinstance(inhoud[0], Alinea):
        return Einde(naam, _ONBEKEND, tussen, onderdeel)
    alinea = inhoud[0]
    tekst = plain(alinea.inhoud).rstrip()
    staart = tekst[-_STAART:]
    voegwoord = VOEGWOORD.search(staart)
    teken = slotteken(staart[: voegwoord.start() + 1] if voegwoord else staart)
    onbekend = (
        eindigt_open(alinea.inhoud)
        or (teken == "." and _AFKORTING.search(staart))
        or ("ervallen" in tekst and is_vervallen(onderdeel))
    )
    woord = voegwoord[0].strip(_ROND) if voegwoord else tussen
    return Einde(naam, _ONBEKEND if onbekend else teken, woord, onderdeel)


def _voegwoord(alinea: Alinea) -> str:
    """Return the word of a paragraph that is no more than "en:" between two items; else ""."""
    woord = plain(alinea.inhoud).strip(_ROND)
    return woord if woord in ("en", "of", "en/of", "dan wel") else ""


def vreemde_einden(lijst: Afsluiting) -> Iterator[Einde]:
    """Yield the items that end in another way than those of their list."""
    stijl = lijst.stijl
    if stijl == _ONBEKEND:
        return
    yield from (einde for einde in lijst.einden[:-1] if einde.teken not in (stijl, _ONBEKEND))
    laatste = lijst.einden[-1]
    leidt_in = laatste.teken == ":" and isinstance(lijst.plek.na, Opsomming | Tabel | Figuur)
    if not leidt_in and laatste.teken not in (*_mag_laatste(lijst, stijl), _ONBEKEND):
        yield laatste


def _mag_laatste(lijst: Afsluiting, stijl: str) -> Sequence[str]:
    """Return the signs that the last item of a list may end in."""
    if stijl == "":
        # A row of names may have a full stop at its end; letters mean a sentence with marks.
        return ("",) if lijst.met_letters else ("", ".")
    in_lijst = lijst.plek.onderdeel is not None or re.search(_AANHEF, lijst.plek.voor_tekst)
    vervolg = lijst.plek.na
    gaat_verder = isinstance(vervolg, Alinea) and plain(vervolg.inhoud).lstrip()[:1].islower()
    if in_lijst or gaat_verder or _wordt_vervolgd(lijst.plek):
        return ".", stijl, ",", ";"
    return (".",)


def _wordt_vervolgd(plek: Blokplek) -> bool:
    """Tell whether a later list beside this one may go on with its letters or numbers."""
    blok = plek.blok
    return any(
        isinstance(one, Opsomming) and isinstance(blok, Opsomming) and _sluit_aan(blok, one)
        for one in (plek.na, plek.daarna)
    )


def _sluit_aan(eerder: Opsomming, later: Opsomming) -> bool:
    return later.soort == eerder.soort and later.onderdelen[0].merk[:1] not in ("a", "1", "-", "A")


def _bevinding(lijst: Afsluiting, vreemd: Sequence[Einde]) -> Diagnostic:
    stijl = lijst.stijl
    laatste = lijst.einden[-1]
    delen = [
        f"{einde.naam} eindigt {_WAT[einde.teken]}"
        + (", en dat is het laatste" if einde is laatste and stijl == ";" else "")
        for einde in vreemd[:_TOON]
    ]
    if len(vreemd) > _TOON:
        delen.append(f"nog {len(vreemd) - _TOON} ook")
    hoe = f"{'; '.join(delen)}; de andere {_WAT[stijl]}"
    return CODES["CV140"].at(vreemd[0].plaats, hoe=hoe)


def _te_vroeg(einden: Sequence[Einde]) -> Einde | None:
    """Return an item with the "en" of the last but one, where not every item has it."""
    *eerder, voorlaatste = einden[:-1]
    zelfde = [einde for einde in eerder if einde.voegwoord == voorlaatste.voegwoord]
    return zelfde[0] if voorlaatste.voegwoord and 0 < len(zelfde) < len(eerder) else None


def _zijn_begrippen(lijst: Afsluiting) -> bool:
    """Tell whether a list is one of definitions or examples, which need no "en" at the end."""
    if re.search(_BEGRIPPEN, lijst.plek.voor_tekst[-_VER:]):
        return True
    blok = lijst.plek.blok
    items = blok.onderdelen if isinstance(blok, Opsomming) else ()
    begrippen = [
        item
        for item in items
        if isinstance(item.inhoud[0], Alinea) and re.match(_BEGRIP, plain(item.inhoud[0].inhoud))
    ]
    return len(begrippen) * 2 > len(items)


def _zonder_voegwoord(zonder: Sequence[Afsluiting], met: int) -> Iterator[Diagnostic]:
    """Yield lists without "en" or "of": each where others have it, all as one where none has."""
    plaatsen = [lijst.einden[-2] for lijst in zonder]
    if met >= _VASTE_STIJL and met * _GEWOONTE >= len(zonder):
        for einde in plaatsen:
            yield CODES["CV141"].at(einde.plaats, naam=einde.naam, ook="")
    elif len(plaatsen) >= _GEWOONTE:
        ook = f"; ook in {len(plaatsen) - 1} andere opsommingen, vanaf {plaatsen[1].plaats}"
        yield CODES["CV141"].at(plaatsen[0].plaats, naam=plaatsen[0].naam, ook=ook)


def check_inleidingen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """What leads up to a list ends in a colon, or is a whole sentence."""
    for plek in onderzoek.blokplekken:
        if not isinstance(plek.blok, Opsomming) or not isinstance(plek.voor, Alinea):
            continue
        tekst = plek.voor_tekst
        teken = slotteken(tekst)
        if teken not in (";", "") or eindigt_open(plek.voor.inhoud) or _is_titel(plek):
            continue
        if not all(isinstance(inline, Nadruk) for inline in plek.voor.inhoud):  # as a heading is
            woorden = " ".join(tekst.split()[-4:])
            plaats = einde_van(plek.voor.inhoud, plek.voor.position)
            yield CODES["CV149"].at(plaats, woorden=woorden, hoe=_WAT[teken])


def _is_titel(plek: Blokplek) -> bool:
    """Tell whether what stands before a list is what it is called: a word, or "1. Gewone leden"."""
    tekst = plek.voor_tekst
    los = (plek.onderdeel is not None or plek.in_lid) and not slotteken(tekst)
    aantal = _TITEL if los and not re.search(_GEEN_TITEL, tekst) else 1
    return len(tekst.split()) <= aantal


def check_alleen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """A list has more than one item, and an artikel of one lid has no number before it."""
    for plek in onderzoek.blokplekken:
        blok = plek.blok
        if not isinstance(blok, Opsomming) or len(blok.onderdelen) > 1:
            continue
        merk = blok.onderdelen[0].merk
        if merk.strip("().°º") in _EERSTE and not _wordt_vervolgd(plek):
            yield CODES["CV148"].at(blok.onderdelen[0].position, merk=merk)


CONTROLES = (
    Controle(check_opsommingen, "nalezen"),
    Controle(check_alleen, "nalezen"),
    Controle(check_inleidingen, "nalezen"),
)
