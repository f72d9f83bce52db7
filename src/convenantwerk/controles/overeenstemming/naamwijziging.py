"""The controle of a decision to call something otherwise: whether the text does so.

That something has another name says a besluit that stands in the text ("de naamgeving van het
privacyconvenant aan te passen in privacyprotocol"), and a wijziging of an addendum (`hernoemen`).
The part that says so names the old name itself, and is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from convenantwerk.addenda.telwoorden import en
from convenantwerk.basis.codes import CODES
from convenantwerk.basis.waarde import waarde
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.tekst.boom import titel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.controles.woordplaatsen import Passage

_KORTST = 4  # letters; a shorter word is no name of something
_LANGST = 60
_HOOGSTENS = 50  # names that are looked for
_PLAATSEN = 3  # that a message names


@waarde
class _Naamwijziging:
    """That something is called `nieuw`, and where that stands: an element, or an addendum.

    `overal` is whether an addendum itself carries the name through, where its changes are worked
    into the text.
    """

    oud: str
    nieuw: str
    waar: str
    anker: str = ""
    overal: bool = False


_CITAAT = r"[\"'\u201c\u2018\u201e\u00ab]([^\"'\u201c\u201d\u2019\n]{4,60})[\"'\u201d\u2019\u00bb]"
_WOORD = r"([\w-]{4,60})"
_NAAM = rf"(?:{_CITAAT}|{_WOORD})"
_LID = r"(?:(?:[Hh]et|[Dd]e|[Dd]it|[Dd]eze|een) )?(?:(?:huidige|bestaande|oude|nieuwe) )?"
# The sentences of a besluit that give something another name, by words that each has.
_VORMEN = {
    "naam": rf"naam(?:geving)? (?:van )?{_LID}{_NAAM} (?:(?:wordt|is)(?: hierbij)? )?"
    r"(?:aan te passen|te wijzigen|te veranderen|aangepast|gewijzigd|veranderd|wijzigt|verandert)"
    rf" (?:in|naar) {_LID}{_NAAM}",
    "voortaan": rf"{_NAAM} (?:heet|heten) voortaan {_LID}{_NAAM}",
    "omgedoopt tot": rf"{_NAAM} wordt omgedoopt tot {_LID}{_NAAM}",
    "vervangen door": rf"{_CITAAT} (?:wordt|worden)(?: telkens| overal| steeds)* vervangen door:?"
    rf" (?:de |het )?{_CITAAT}",
    "te vervangen door": rf"(?:[Hh]et (?:woord|begrip)|[Dd]e (?:term|naam)) {_NAAM}"
    rf" te vervangen door:? {_LID}{_NAAM}",
    "gelezen": rf"(?:[Ww]aar|[Ii]n plaats van) [^.;]{{0,80}}?{_CITAAT}[^.;]{{0,80}}?{_CITAAT}"
    r"[^.;]{0,20}gelezen",
}


@cache
def _vorm(woord: str) -> re.Pattern[str]:
    return re.compile(_VORMEN[woord])


def _in_tekst(onderzoek: Onderzoek) -> Iterator[_Naamwijziging]:
    for deel in onderzoek.passages:
        for woord in _VORMEN:
            if woord not in deel.tekst or (woord == "naam" and not _wijzigt(deel.tekst)):
                continue
            for match in _vorm(woord).finditer(deel.tekst):
                oud, nieuw = list(filter(None, match.groups()))
                element = deel.omgeving.element
                yield _Naamwijziging(oud, nieuw, f"'{titel(element)}'", element.anker)


def _wijzigt(tekst: str) -> bool:
    """Tell whether a text with a name in it may speak of another."""
    return any(w in tekst for w in ("aan te passen", "aangepast", "wijzig", "verander"))


def _in_addenda(onderzoek: Onderzoek) -> Iterator[_Naamwijziging]:
    for addendum in onderzoek.addenda:
        if addendum.gegevens.ingangsdatum <= onderzoek.op:
            for wijziging in addendum.gegevens.wijzigingen:
                if wijziging.soort == "hernoemen":
                    waar = f"het addendum '{addendum.gegevens.titel}'"
                    overal = not wijziging.plaats
                    yield _Naamwijziging(wijziging.oud, wijziging.nieuw, waar, overal=overal)


def check_naamwijziging(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """What was given another name is called by that everywhere."""
    namen: dict[str, list[_Naamwijziging]] = {}
    for one in (*_in_tekst(onderzoek), *_in_addenda(onderzoek)):
        key = one.oud.lower()
        if _KORTST <= len(key) <= _LANGST and key != one.nieuw.lower():
            namen.setdefault(key, []).append(one)
    if not namen:
        return
    gekozen = {key: namen[key] for key in list(namen)[:_HOOGSTENS]}
    gevonden, keren = _zoek(onderzoek, gekozen)
    for key, plaatsen in gevonden.items():
        one = gekozen[key][0]
        if _doet_een_addendum(gekozen[key], len(plaatsen), keren):
            continue
        deel, at = plaatsen[0]
        velden = {
            "oud": deel.tekst[at : at + len(key)],
            "nieuw": _nieuw(gekozen[key]),
            "waar": one.waar,
        }
        yield CODES["CV163"].at(deel.plaats(at), **velden, ook=_ook(plaatsen[1:]))


def _zoek(
    onderzoek: Onderzoek, gekozen: Mapping[str, Sequence[_Naamwijziging]]
) -> tuple[Mapping[str, list[tuple[Passage, int]]], Mapping[str, int]]:
    """Return where each old name stands, and how often each name does."""
    # What comes instead may hold the old name: "Casusoverleg" in "Regionaal Casusoverleg".
    nieuw = {one.nieuw.lower() for alle in gekozen.values() for one in alle}
    zoek = sorted({*gekozen, *nieuw}, key=len, reverse=True)
    patroon = re.compile(
        rf"(?i)(?<![\w-])(?<!- en )(?<!- of )(?:{'|'.join(map(re.escape, zoek))})(?![\w-])"
    )
    ankers = {one.anker for alle in gekozen.values() for one in alle}
    gevonden: dict[str, list[tuple[Passage, int]]] = {}
    keren: Counter[str] = Counter()
    for deel in onderzoek.passages:
        if deel.omgeving.element.anker in ankers:
            continue
        laag = deel.tekst.lower()
        if not any(key in laag for key in zoek):
            continue
        for match in patroon.finditer(deel.tekst):
            key = match[0].lower()
            keren[key] += 1
            if key in gekozen:
                gevonden.setdefault(key, []).append((deel, match.start()))
    return gevonden, keren


def _doet_een_addendum(
    wijzigingen: Sequence[_Naamwijziging], oud: int, keren: Mapping[str, int]
) -> bool:
    """Tell whether an addendum carries a name through that is not worked into this text.

    With the addenda bound behind it a text has the old name; worked in, nearly nowhere.
    """
    eens = len({one.nieuw.lower() for one in wijzigingen}) == 1
    return eens and any(
        one.overal and keren.get(one.nieuw.lower(), 0) <= oud for one in wijzigingen
    )


def _nieuw(wijzigingen: Sequence[_Naamwijziging]) -> str:
    """Return the new name; where a besluit and its addendum differ, both."""
    eerste = wijzigingen[0]
    anders = next((w for w in wijzigingen if w.nieuw.lower() != eerste.nieuw.lower()), None)
    return f"{eerste.nieuw}', en volgens {anders.waar} '{anders.nieuw}" if anders else eerste.nieuw


def _ook(plaatsen: list[tuple[Passage, int]]) -> str:
    """Return where else: the headings of the first few, and how many more."""
    if not plaatsen:
        return ""
    waar = list(dict.fromkeys(titel(deel.omgeving.element) for deel, _ in plaatsen))
    namen = [f"'{naam}'" for naam in waar[:_PLAATSEN] if naam]
    bij = f": bij {en(namen)}" if namen else ""
    keer = "nog een keer" if len(plaatsen) == 1 else f"nog {len(plaatsen)} keer"
    return f"; {keer}{bij}"


CONTROLES = (Controle(check_naamwijziging, "nalezen"),)
