"""One row of a was-wordt-tabel that people made, held against the two editions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from convenantwerk.renvooi.vergelijking.woorden import tekens, verschil
from convenantwerk.renvooi.waswordt.wissels import wissels
from convenantwerk.renvooi.waswordtcontrole.bevinding import Tabelbevinding
from convenantwerk.renvooi.waswordtcontrole.editie import Editietekst, Vindplaats, uitsnede
from convenantwerk.renvooi.waswordtcontrole.plaatsen import Plaatsen, is_heel
from convenantwerk.renvooi.waswordtcontrole.woordenreeks import (
    WEGGELATEN,
    reeks,
    woorden,
)
from convenantwerk.tekst.verschil import Woord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.tekst.boom import Convenant

# A cell that quotes nothing: a dash, or what happens in a word or two.
_GEDAAN = (
    r"(?:n\.?\s?v\.?\s?t\.?|niet van toepassing|geen(?: tekst| bepaling| wijziging(?:en)?)?"
    r"|(?:is |zijn )?(?:geheel )?nieuwe?|(?:wordt |worden |nieuw |is )?(?:in|toe)gevoegd|idem"
    r"|(?:is |zijn |komt te |komen te |is komen te |zijn komen te )?(?:vervalt|vervallen)"
    r"|(?:wordt |worden |is |zijn )?(?:geschrapt|verwijderd)|ongewijzigd|ontbrak|ontbreekt"
    r"|niet (?:aanwezig|opgenomen)|bestond (?:nog )?niet|was er (?:nog )?niet)"
)
_WAT = (
    r"(?:(?:het |de |dit |deze )?(?:\w+ )?(?:artikel|art\.|lid|leden|onderdeel|onder|sub|bepaling"
    r"|alinea|volzin|bijlage|hoofdstuk|paragraaf)(?: [\d.:]+[a-z]?| [a-z]\b)?(?:[, ]+lid \d+)?)"
)
_NIETS = re.compile(
    rf"(?:{_GEDAAN}|(?:{_GEDAAN}\W+)?{_WAT}(?:\W+{_GEDAAN})?"
    rf"|{_GEDAAN}\W+{_GEDAAN}|(?:ongewijzigd )?verplaatst.*"
    r"|\S{1,20} (?:\S{1,20} )?(?:ongewijzigd verplaatst|verplaatst, wat erin verandert .*))?",
    re.IGNORECASE,
)
_OMLIJSTING = " \t\n\u2013\u2014-.,()[]/*"
# With what a line begins that people number by themselves: "c)", "5.3", "- ", "Artikel 5".
_MERK = re.compile(
    r"\A\s*(?:\d+(?:\.\d+)*[a-z]?[.):]?|[a-z]{1,3}[.)]|\d+\u00b0\.?|[-\u2013\u2022])\s+"
)
# What stands in a row instead of a part that has a row of its own.
_VERPLAATST = re.compile(
    r"^[^\S\n]*(?:\S{1,9} )?\(verplaatst (?:uit|naar) [^()\n]{1,200}\)$", re.MULTILINE
)
_NOOT = re.compile(r"\s*\[noot [^\[\]:]{1,10}: ([^\[\]]*)\]")
_PAREN = frozenset(("\u201c\u201d", "\u201e\u201d", '""', "\u2018\u2019", "''", "\u00ab\u00bb"))
_MEEST_LETTERS = 20_000  # of a cell no more is held against the text
_MEEST_STUKKEN = 100  # and of its pieces between what is left out no more
_MEEST_ANDERS = 8  # words that differ are named one by one up to so many

Kolom = Literal["was", "wordt"]


class Kant(NamedTuple):
    """One edition, to look words and places up in."""

    naam: str
    tekst: Editietekst
    plaatsen: Plaatsen

    @classmethod
    def van(cls, naam: str, convenant: Convenant) -> Kant:
        """Return an edition, ready to be asked."""
        return cls(naam, Editietekst(convenant), Plaatsen(convenant))


@dataclass(frozen=True, slots=True)
class Rij:
    """A row as people wrote it, and the number by which it is called."""

    nummer: int
    plaats: str
    was: str
    wordt: str

    @property
    def heel(self) -> bool:
        """Whether it is about the whole document."""
        return is_heel(self.plaats)


@dataclass(frozen=True, slots=True)
class Citaat:
    """A cell, looked up in its edition.

    Args:
        leeg: it quotes nothing.
        letterlijk: its words stand there so.
        adressen: where they stand, or where what is most like them stands.
        tekst: its words as a row, to look changed words up in.
    """

    leeg: bool
    letterlijk: bool
    adressen: tuple[str, ...]
    tekst: str


def kijk_na(
    rij: Rij, kolom: Kolom, kant: Kant, plaatsen: Sequence[str]
) -> tuple[Citaat, list[Tabelbevinding]]:
    """Return what a cell quotes, and what is wrong with it.

    Args:
        rij: the row.
        kolom: which of its two quotations.
        kant: the edition that it quotes.
        plaatsen: the addresses that the row names, in that edition.
    """
    zonder = _noten_achteraan(_VERPLAATST.sub("(\u2026)", getattr(rij, kolom)[:_MEEST_LETTERS]))
    rij = replace(rij, was=zonder) if kolom == "was" else replace(rij, wordt=zonder)
    cel = getattr(rij, kolom)
    found: list[Tabelbevinding] = []
    if _is_niets(cel) and not _staat_er(cel, kant, plaatsen):
        return Citaat(leeg=True, letterlijk=True, adressen=(), tekst=" "), found
    if vreemd := list(dict.fromkeys(kant.tekst.vreemd(cel))):
        zin = f"er staan tekens in die u niet ziet: {', '.join(vreemd)}"
        found.append(Tabelbevinding("onzichtbaar teken", rij.nummer, rij.plaats, kolom, zin))
    letterlijk = True
    adressen, verkeerd = _letterlijk(cel, kant, plaatsen)
    if not adressen:
        adressen, letterlijk, more = _per_regel(rij, kolom, kant, plaatsen)
        found += more
    elif verkeerd and not rij.heel:
        found.append(_elders(rij, kolom, kant, adressen))
    return Citaat(
        leeg=False, letterlijk=letterlijk, adressen=tuple(adressen), tekst=reeks(cel)
    ), found


def _letterlijk(cel: str, kant: Kant, plaatsen: Sequence[str]) -> tuple[list[str], bool]:
    """Return where a quotation stands, and whether that is elsewhere than meant; none for nowhere.

    Without their numbers two onderdelen may say the same, so what stands as meant goes before.
    """
    elders: list[str] = []
    for stukken in _alternatieven(cel):
        if places := kant.tekst.zoek(stukken):
            adressen, verkeerd = _op_plaats(kant, places, plaatsen)
            if not verkeerd:
                return adressen, False
            elders = elders or adressen
    return elders, bool(elders)


def _noten_achteraan(cel: str) -> str:
    """Return a quotation with its notes behind it: "bijeen [noot 1: Twee keer.] op maandag"."""
    noten = [found[1] for found in _NOOT.finditer(cel)]
    return " (\u2026) ".join([_NOOT.sub(" ", cel), *noten]) if noten else cel


def _is_niets(cel: str) -> bool:
    """Tell whether a cell quotes nothing, but perhaps a number: "a. ongewijzigd verplaatst"."""
    return any(_NIETS.fullmatch(one.strip(_OMLIJSTING)) for one in (cel, _MERK.sub("", cel)))


def _staat_er(cel: str, kant: Kant, plaatsen: Sequence[str]) -> bool:
    """Tell whether what says that something is repealed is itself the text there."""
    if "vervallen" not in cel.casefold():
        return False
    return any(
        not _op_plaats(kant, places, plaatsen)[1]
        for stukken in _alternatieven(cel)
        if plaatsen and (places := kant.tekst.zoek(stukken))
    )


def _op_plaats(
    kant: Kant, places: Iterable[Vindplaats], plaatsen: Sequence[str]
) -> tuple[list[str], bool]:
    """Return of the addresses at which words stand those that are meant, and whether none is.

    Words that stand in a part with what opens its list are in that part.
    """
    alle = [place.adressen for place in places]
    goed = [
        adressen
        for adressen in alle
        if any(kant.tekst.is_in(a, plaats) for a in adressen for plaats in plaatsen)
    ]
    gemeend = goed or [adressen[:1] for adressen in alle]
    found = list(dict.fromkeys(a for adressen in gemeend for a in adressen))
    return found, bool(plaatsen) and not goed


def _alternatieven(cel: str) -> Iterator[list[str]]:
    """Yield a quotation as its pieces: as it stands, and without the numbers of its lines."""
    yield _stukken(cel)
    lines = [_MERK.sub("", line, count=1) for line in cel.split("\n")]
    yield _stukken("\n".join(lines))
    for some in (lines, cel.split("\n")):
        yield [stuk for line in some for stuk in _stukken(line)][:_MEEST_STUKKEN]


def _stukken(tekst: str) -> list[str]:
    """Return the pieces between what is left out, quotes around the whole not counted."""
    delen = (reeks(_zonder_aanhaling(deel)) for deel in WEGGELATEN.split(tekst))
    return [deel for deel in delen if deel.strip()][:_MEEST_STUKKEN]


def _zonder_aanhaling(tekst: str) -> str:
    text = tekst.strip()
    return text[1:-1] if text[:1] + text[-1:] in _PAREN and len(text) > 1 else text


def _per_regel(
    rij: Rij, kolom: Kolom, kant: Kant, plaatsen: Sequence[str]
) -> tuple[list[str], bool, list[Tabelbevinding]]:
    """Return where the lines of a quotation stand that is not literal, and what differs in each."""
    adressen: list[str] = []
    found: list[Tabelbevinding] = []
    letterlijk = True
    cel = getattr(rij, kolom)[:_MEEST_LETTERS]
    delen = [deel for line in cel.split("\n") for deel in WEGGELATEN.split(line)]
    for tekst in [_zonder_aanhaling(deel) for deel in delen if reeks(deel).strip()][
        :_MEEST_STUKKEN
    ]:
        places = kant.tekst.zoek(_stukken(tekst)) or kant.tekst.zoek(
            _stukken(_MERK.sub("", tekst, count=1))
        )
        if places:
            here, verkeerd = _op_plaats(kant, places, plaatsen)
            adressen += here
            if verkeerd and not rij.heel and len(woorden(tekst)) > _KORT:
                found.append(_elders(rij, kolom, kant, here))
            continue
        letterlijk = False
        bevinding, adres = _anders(rij, kolom, kant, tekst, plaatsen)
        found.append(bevinding)
        adressen += [adres] if adres else []
    return adressen, letterlijk, found


_KORT = 3  # so few words stand in many places


def _elders(rij: Rij, kolom: Kolom, kant: Kant, adressen: Sequence[str]) -> Tabelbevinding:
    waar = " en ".join(dict.fromkeys(kant.tekst.naam(a) for a in adressen[:3]))
    zin = f"deze woorden staan in {waar}, niet in wat de rij noemt"
    return Tabelbevinding("verkeerde plaats", rij.nummer, rij.plaats, kolom, zin, waar=waar)


def _anders(
    rij: Rij, kolom: Kolom, kant: Kant, tekst: str, plaatsen: Sequence[str]
) -> tuple[Tabelbevinding, str]:
    """Return the finding about words that stand nowhere, with what is most like them."""
    kaal = _MERK.sub("", tekst, count=1).strip()
    passage = kant.tekst.lijkt_op(kaal, plaatsen)
    if passage is None:
        zin = f"dit staat niet in {kant.naam}, en niets daarin lijkt erop"
        return (
            Tabelbevinding("niet letterlijk", rij.nummer, rij.plaats, kolom, zin, gevonden=kaal),
            "",
        )
    juist = uitsnede(passage.tekst, kaal)
    waar = kant.tekst.naam(passage.adres)
    zin = f"dit staat niet zo in {kant.naam}"
    stukken = verschil(tekens(kaal, Woord("")), tekens(juist, Woord("")))
    pairs = tuple((w.was, w.wordt) for w in wissels(stukken) if reeks(w.was) != reeks(w.wordt))
    anders = pairs[:_MEEST_ANDERS]
    plek = (rij.nummer, rij.plaats, kolom)
    bevinding = Tabelbevinding("niet letterlijk", *plek, zin, kaal, juist, waar, anders)
    return bevinding, passage.adres
