"""From the brokken of a file to the files of a text: the steps, one after another."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.invoer.bewijs import woorden
from convenantwerk.invoer.bouwen.eigen import conceptblad, gegevens_van
from convenantwerk.invoer.bouwen.indeling import Bestand, Map, bestanden_van, mapnaam
from convenantwerk.invoer.bouwen.inhoudsopgave import vind_inhoud
from convenantwerk.invoer.bouwen.knopen import Knoop, genest
from convenantwerk.invoer.bouwen.kopkeus import BESTAND, Kopkeus
from convenantwerk.invoer.bouwen.koppen import Koppenzoeker
from convenantwerk.invoer.bouwen.kopwoorden import PERSOON, SLOTFORMULE, VOORWERK, WIJZIGT
from convenantwerk.invoer.bouwen.ontbrekend import ontbrekende
from convenantwerk.invoer.bouwen.regel import beeld_van, gezien, is_titelachtig
from convenantwerk.invoer.bouwen.tabellen import beeldpad
from convenantwerk.invoer.bouwen.titelblad import vind_titelblad
from convenantwerk.invoer.bouwen.vast import NOODKOP, vastgelegd
from convenantwerk.invoer.bouwen.verslag import Verslag, begin_van, nootwoorden, woordenlijn
from convenantwerk.invoer.brok import Alineabrok, Beeldbrok, Lijnbrok
from convenantwerk.invoer.gebouwd import Gebouwd, Plaatsing
from convenantwerk.tekst.adressen import met_ankers
from convenantwerk.tekst.boom import Tekst, elementen, plain
from convenantwerk.tekst.deel import samengesteld

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.invoer.bouwen.knopen import Plaatsregel
    from convenantwerk.invoer.bouwen.regel import Regel
    from convenantwerk.invoer.brok import Ingelezen, WegReden
    from convenantwerk.invoer.gebouwd import Als
    from convenantwerk.tekst.boom import Tekstbestand
    from convenantwerk.tekst.frontmatter import Kopgegevens

TITELPAD = "convenant.yaml"  # where the title of a convenant stands
_DELEN = ("deel-1", "deel-2", "deel-3")
_AANHEF = "Aanhef"


def bouw(ingelezen: Ingelezen, als: Als = "vanzelf") -> Gebouwd:
    """Return the files of a text, made of a file as it was read.

    Args:
        ingelezen: the file.
        als: what it is: a whole convenant, one deel, an addendum, an overleg.
    """
    regels = gezien(ingelezen.brokken)
    verslag = Verslag()
    inhoud = vind_inhoud(regels)
    beeld = beeld_van(regels)
    eigen = conceptblad(regels)
    gegevens = {at: g for at, regel in enumerate(regels) if (g := gegevens_van(regel.tekst))}
    eigen |= set(gegevens)
    blad = vind_titelblad(regels, beeld, inhoud, eigen) if als in ("vanzelf", *_DELEN) else None
    weg = {*inhoud.regels, *eigen, *(blad.titel if blad else ()), *(blad.rest if blad else ())}
    zoeker = Koppenzoeker(regels, beeld, inhoud, weg)
    koppen = zoeker.zoek()
    for at, waarom in zoeker.vermoed.items():
        verslag.twijfel(regels[at], waarom)
    if als == "overleg" and koppen:
        eerste = min(koppen)
        koppen[eerste] = koppen[eerste]._replace(rang=-1)
    voor, wortels = genest(regels, koppen, weg)
    _geef_gegevens(wortels, gegevens)
    los = ontbrekende(regels, inhoud, wortels, verslag) if als == "vanzelf" else []
    titel = " ".join(regels[at].tekst for at in blad.titel) if blad else ""
    mappen = _mappen(als, voor.regels, [*wortels, *los], titel, verslag)
    bestanden = [bestand for deel in mappen for bestand in _bestanden(deel, als, verslag)]
    for at in blad.titel if blad else ():
        if noten := nootwoorden(regels[at]):
            verslag.weg(regels[at], "titelblad", noten)
    redenen: tuple[tuple[WegReden, Iterable[int]], ...] = (
        ("inhoudsopgave", inhoud.regels),
        ("titelblad", blad.rest if blad else ()),
        ("redactie", eigen),
    )
    for reden, plaatsen in redenen:
        for at in sorted(plaatsen):
            if not isinstance(regels[at].brok, Lijnbrok):
                verslag.weg(regels[at], reden)
    gelezen = {b.pad: _vastgelegd(b, regels, verslag) for b in bestanden}
    return Gebouwd(
        tuple(deel.naam for deel in mappen if deel.naam),
        gelezen,
        (
            *(_plaatsing(regels[at], TITELPAD, "titel") for at in (blad.titel if blad else ())),
            *_plaatsingen(mappen, bestanden, gelezen),
        ),
        _beelden(bestanden),
        titel,
        tuple(verslag.weggelaten),
        tuple(verslag.bewerkt),
        tuple(sorted(verslag.onzeker, key=lambda o: o.plek)),
    )


def _geef_gegevens(wortels: Iterable[Knoop], gegevens: Mapping[int, Kopgegevens]) -> None:
    """Give each part what a remark under its heading says of it."""
    knopen = sorted(
        (knoop for wortel in wortels for knoop in wortel.alle()),
        key=lambda knoop: knoop.kopregels[0][0],
    )
    plaatsen = [knoop.kopregels[0][0] for knoop in knopen]
    for at, gevonden in gegevens.items():
        if index := bisect_left(plaatsen, at):
            knopen[index - 1].gegevens = gevonden


# --- folders ---------------------------------------------------------------------------------


def _mappen(
    als: Als, voor: list[Plaatsregel], wortels: list[Knoop], titel: str, verslag: Verslag
) -> list[Map]:
    if als in ("overleg", "addendum"):
        naam = "" if als == "addendum" else "deel-3"
        knopen = _met_aanhef(voor, wortels, "", verslag)
        if als == "overleg" and len(knopen) > 1:
            knopen[0].kinderen += knopen[1:]
            knopen = knopen[:1]
        return [Map(naam, None, [], knopen)] if knopen else []
    delen = [knoop for knoop in wortels if knoop.soort == "deel"]
    if als != "vanzelf":
        return _een_deel(als, voor, wortels, titel, verslag)
    eerste = wortels.index(delen[0]) if delen else _na_voorwerk(wortels)
    voorwerk, rest = wortels[:eerste], wortels[eerste:]
    mappen: list[Map] = []
    if delen:
        voorwerk = _met_aanhef(voor, voorwerk, titel, verslag)
        los = [knoop for knoop in rest if knoop.soort != "deel"]
        namen: set[str] = set()
        for deel in delen:
            naam = mapnaam(deel)
            if naam in namen:
                verslag.twijfel(deel.kopregels[0][1], "een deel met dit nummer was er al")
            while naam in namen:
                naam += "-2"
            namen.add(naam)
            mappen.append(Map(naam, deel, [], deel.kinderen))
        mappen[-1].knopen += los
    else:
        mappen = _een_deel("deel-1", voor, rest, titel, verslag)
    return ([Map("voorwerk", None, [], voorwerk)] if voorwerk else []) + mappen


def _een_deel(
    naam: str, voor: list[Plaatsregel], wortels: list[Knoop], titel: str, verslag: Verslag
) -> list[Map]:
    """Return one folder that all comes in; the heading of a deel is its heading."""
    deel = wortels[0] if wortels and wortels[0].soort == "deel" else None
    knopen = [*deel.kinderen, *wortels[1:]] if deel else wortels
    for knoop in knopen:
        if knoop.soort == "deel":
            verslag.twijfel(knoop.kopregels[0][1], "hier begint een ander deel")
    alleen_artikelen = not deel and bool(knopen) and knopen[0].soort == "artikel"
    if not alleen_artikelen:
        knopen = _met_aanhef(voor, knopen, titel, verslag)
        voor = []
    return [Map(naam, deel, voor, knopen)] if knopen or deel else []


def _na_voorwerk(wortels: Sequence[Knoop]) -> int:
    """Return how many parts stand before a text that is not divided in delen."""
    aantal = 0
    while aantal < len(wortels) and not wortels[aantal].soort:
        if not VOORWERK.fullmatch(wortels[aantal].titel):
            break
        aantal += 1
    return aantal


def _met_aanhef(
    voor: list[Plaatsregel], knopen: list[Knoop], titel: str, verslag: Verslag
) -> list[Knoop]:
    """Return parts with what stood before them under a heading: a file needs one."""
    inhoud_van = [een for een in voor if not isinstance(een[1].brok, Lijnbrok)]
    if not inhoud_van:
        return knopen
    at, regel = inhoud_van[0]
    rest = voor
    if titel:
        tekst = titel
        verslag.anders(regel, "", titel, "de titel staat ook boven wat voor de eerste kop komt")
    elif regel.is_alinea and not regel.merk and is_titelachtig(regel.tekst):
        tekst, rest = regel.tekst, [een for een in voor if een[0] != at]
    else:
        tekst = _AANHEF
        verslag.anders(regel, "", _AANHEF, "een bestand heeft een kop nodig, en hier stond er geen")
    waarom = "tekst zonder kop; deze kop staat er nu boven"
    inhoud = regel.inhoud if tekst == regel.tekst else (Tekst(tekst),)
    eigen = replace(regel, inhoud=inhoud, tekst=tekst, merk="", getypt=0)
    if not isinstance(regel.brok, Alineabrok):
        eigen = replace(eigen, brok=Alineabrok(inhoud, regel.plek))
    kop = Knoop(Kopkeus("", "", BESTAND, twijfel=waarom), [(at, eigen)], list(rest))
    return [kop, *knopen]


# --- files -----------------------------------------------------------------------------------


def _bestanden(deel: Map, als: Als, verslag: Verslag) -> list[Bestand]:
    overleg = als in ("overleg", "deel-3") or (als == "vanzelf" and deel.is_overleg)
    for knoop in deel.knopen:
        _meld_bijzonders(knoop, als, verslag)
    return bestanden_van(deel, verslag, overleg=overleg, genummerd=als != "addendum")


def _meld_bijzonders(knoop: Knoop, als: Als, verslag: Verslag) -> None:
    """Tell of a part that amends the text it stands in, and of lines on which people sign."""
    if als != "addendum" and WIJZIGT.search(knoop.titel) and knoop.regels + knoop.kinderen:
        waarom = "lijkt een besluit of addendum bij de tekst: dat hoort in de map addenda"
        verslag.twijfel(knoop.kopregels[0][1], waarom)
    for een in knoop.alle():
        if "ondertekening" in een.titel.casefold():
            for _, regel in een.regels:
                if PERSOON.search(woordenlijn(regel)):
                    verslag.twijfel(regel, "lijkt een ondertekenaar; hoort in het register")
                elif regel.is_alinea and SLOTFORMULE.match(regel.tekst):
                    verslag.twijfel(regel, "slotregel; kijk waar zij wordt afgebroken")


def _vastgelegd(bestand: Bestand, regels: Sequence[Regel], verslag: Verslag) -> Tekstbestand:
    def meld(position: Position, waarom: str) -> None:
        if 0 < position.line <= len(regels):
            verslag.twijfel(regels[position.line - 1], waarom)

    gelezen = vastgelegd(bestand.element, bestand.pad, meld)
    zelf = plain(bestand.element.opschrift) == NOODKOP
    if plain(gelezen.element.opschrift) == NOODKOP and not zelf:
        eerste = next(regel for groep in bestand.regels for regel in groep)
        verslag.anders(eerste, "", NOODKOP, "een bestand heeft een kop nodig")
    return gelezen


def _beelden(bestanden: Iterable[Bestand]) -> dict[str, bytes]:
    beelden: dict[str, bytes] = {}
    for bestand in bestanden:
        map_ = bestand.pad.rpartition("/")[0]
        for groep in bestand.regels:
            for regel in groep:
                if isinstance(regel.brok, Beeldbrok):
                    pad = f"{map_}/{beeldpad(regel)}" if map_ else beeldpad(regel)
                    beelden[pad] = regel.brok.data
    return beelden


# --- the account -----------------------------------------------------------------------------


def _plaatsingen(
    mappen: Sequence[Map], bestanden: Sequence[Bestand], gelezen: dict[str, Tekstbestand]
) -> Iterator[Plaatsing]:
    """Yield where each line came, with the anker it has in its deel."""
    ankers = {}
    for deel in mappen:
        eigen = [b for b in bestanden if b.pad.rpartition("/")[0] == deel.naam]
        geheel = samengesteld(
            deel.naam or "addendum", [gelezen[b.pad].element for b in eigen], NERGENS
        )
        namen = [element.anker for element in elementen([met_ankers(geheel)])]
        if geheel.soort != "deel":
            namen = namen[1:]
        for bestand in eigen:
            aantal = len(list(elementen([gelezen[bestand.pad].element])))
            ankers[bestand.pad], namen = namen[:aantal], namen[aantal:]
    for bestand in bestanden:
        eigen_ankers = ankers[bestand.pad]
        if len(eigen_ankers) < len(bestand.regels):  # its headings were no headings
            eigen_ankers = eigen_ankers[:1] * len(bestand.regels)
        for anker, groep in zip(eigen_ankers, bestand.regels, strict=True):
            for regel in groep:
                if not isinstance(regel.brok, Lijnbrok):
                    yield _plaatsing(regel, bestand.pad, anker)


def _plaatsing(regel: Regel, pad: str, anker: str) -> Plaatsing:
    tekst = woordenlijn(regel)
    aantal = len(woorden(f"{tekst} {nootwoorden(regel)}"))
    return Plaatsing(regel.plek, pad, anker, aantal, begin_van(tekst))
