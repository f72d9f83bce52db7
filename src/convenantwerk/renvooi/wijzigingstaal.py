"""Wijzigingen in words, as a besluit says them: "Na artikel 8 wordt een artikel ingevoegd".

The forms are those of Dutch amending practice (Aanwijzingen voor de regelgeving, chapter 6): what
comes is given whole after "luidende:", words are quoted, articles keep their number on repeal.
Every sentence speaks of the text as the sentences before it left it, as the wijzigingen do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from convenantwerk.addenda.addendumwerk import Werk
from convenantwerk.addenda.wijzigingen import voer_uit
from convenantwerk.renvooi.verschil import Zin
from convenantwerk.tekst.aanduidingen import soort_van
from convenantwerk.tekst.adressen import Part, alle_plaatsen, houder
from convenantwerk.tekst.boom import Alinea, Convenant, Element, Onderdeel, Tabel, plain
from convenantwerk.tekst.citeren import Citaten, eerste_groot, rangtelwoord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from convenantwerk.dossier.dossier import Wijziging

Delen = tuple[Element, ...]
_LID = re.compile(r", lid (?P<nummer>\d+)")
_GETALLEN = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_MEERVOUD = {
    "artikel": "artikelen",
    "hoofdstuk": "hoofdstukken",
    "paragraaf": "paragrafen",
    "deel": "delen",
    "bijlage": "bijlagen",
    "lid": "leden",
    "onderdeel": "onderdelen",
    "streepje": "streepjes",
    "alinea": "alinea\u2019s",
    "tabel": "tabellen",
    "figuur": "figuren",
    "overleg": "overleggen",
}


@dataclass(frozen=True, slots=True)
class _Stap:
    """A wijziging with the text as it is just before it, and the parts that it names there."""

    wijziging: Wijziging
    parts: tuple[Part, ...]
    citaten: Citaten
    genoemd: tuple[Part, ...]
    wordt: tuple[str, ...] = ()

    @property
    def adressen(self) -> tuple[str, ...]:
        """The addresses that it names, of the parts that change."""
        return tuple(adres.strip() for adres in self.wijziging.plaats.split(","))

    @property
    def houder(self) -> str:
        """The address of what holds the lid or onderdeel that it changes, or puts in."""
        wijziging = self.wijziging
        beside = wijziging.na or wijziging.voor or self.adressen[0]
        return wijziging.in_ or houder(beside)


def zinnen(
    delen: Delen, wijzigingen: Iterable[Wijziging], teksten: Mapping[str, tuple[Part, ...]]
) -> tuple[Zin, ...]:
    """Return what wijzigingen do, in the order in which they do it.

    Args:
        delen: the text that they change.
        wijzigingen: those of an addendum; each can be carried out.
        teksten: what they put in, by what they call it.
    """
    stappen = list(_stappen(delen, wijzigingen, teksten))
    found: list[Zin] = []
    while stappen:
        stap = stappen.pop(0)
        samen = _samen(stap, stappen)
        for other in samen:
            stappen.remove(other)
        found.append(_zin(stap, samen))
    return tuple(found)


def _stappen(
    delen: Delen, wijzigingen: Iterable[Wijziging], teksten: Mapping[str, tuple[Part, ...]]
) -> Iterator[_Stap]:
    werk = Werk(delen, teksten)
    for wijziging in wijzigingen:
        citaten = Citaten(Convenant(werk.delen, ""))
        known = {place.adres: place.part for place in alle_plaatsen(werk.delen)}
        adressen = [adres.strip() for adres in wijziging.plaats.split(",")]
        genoemd = tuple(known[adres] for adres in adressen if adres in known)
        parts = tuple(teksten.get(wijziging.tekst, ()))
        wordt = tuple(nummer.strip() for nummer in wijziging.nieuw.split(","))
        yield _Stap(wijziging, parts, citaten, genoemd, wordt)
        voer_uit(werk, wijziging)


def _samen(stap: _Stap, later: Sequence[_Stap]) -> list[_Stap]:
    """Return the steps that practice says in one sentence with this one."""
    soort = stap.wijziging.soort
    if soort == "vervallen":
        row = []
        for other in later:
            if other.wijziging.soort != "vervallen" or not _naast(stap, other):
                break
            row.append(other)
        renumber = [o for o in later[len(row) :] if _hernummert_in(o, stap)]
        return row + renumber[:1]
    if soort == "vernummeren" and _is_item(stap):
        return [o for o in later if o.wijziging.soort == "invoegen" and o.houder == stap.houder][:1]
    if soort == "overleg":
        return [o for o in later if o.wijziging.soort == "overleg" and _zelfde_feiten(stap, o)]
    return []


def _naast(stap: _Stap, other: _Stap) -> bool:
    """Tell whether two parts that go are of one kind and stand in one place."""
    one, two = stap.genoemd[0], other.genoemd[0]
    if isinstance(one, Element) and isinstance(two, Element):
        return one.soort == two.soort and bool(one.nummer and two.nummer)
    return _noem(one) == _noem(two) and stap.houder == other.houder


def _hernummert_in(other: _Stap, stap: _Stap) -> bool:
    return (
        other.wijziging.soort == "vernummeren"
        and isinstance(stap.genoemd[0], Onderdeel)
        and _is_item(other)
        and other.houder == stap.houder
    )


def _is_item(stap: _Stap) -> bool:
    return all(isinstance(part, Onderdeel) for part in stap.genoemd)


def _zelfde_feiten(one: _Stap, other: _Stap) -> bool:
    left, right = one.wijziging, other.wijziging
    return (left.protocol, left.wijze) == (right.protocol, right.wijze)


def _zin(stap: _Stap, samen: list[_Stap]) -> Zin:
    wijziging = stap.wijziging
    parts, tekst = stap.parts, ""
    match wijziging.soort:
        case "invoegen" | "aanhechten":
            tekst = _invoegen(stap, "")
        case "vervangen":
            tekst = f"{eerste_groot(_zinsdeel(_cite(stap)))} komt te luiden:"
        case "vervangen-tekst":
            tekst = _vervangen_tekst(stap)
        case "vervallen":
            tekst = _vervallen(stap, samen)
        case "vernummeren" if samen:
            tekst = _invoegen(samen[0], _onder_vernummering(stap))
            parts = samen[0].parts
        case "vernummeren":
            tekst = _vernummeren(stap)
        case "hernoemen":
            tekst, parts = _hernoemen(stap)
        case "verplaatsen":
            tekst = f"{eerste_groot(_zinsdeel(_cite(stap)))} wordt geplaatst {_waar(stap)}."
        case "overleg":
            tekst = _overleg([stap, *samen])
    reasons = dict.fromkeys(s.wijziging.toelichting for s in (stap, *samen))
    return Zin(tekst, parts, " ".join(reason for reason in reasons if reason))


def _cite(stap: _Stap, adres: str = "") -> str:
    """Return how a part is cited in a besluit: "artikel 2, tweede lid"."""
    return _LID.sub(_rang, stap.citaten.citeer(adres or stap.adressen[0]))


def _rang(match: re.Match[str]) -> str:
    return f", {rangtelwoord(int(match['nummer']))} lid"


def _zinsdeel(citaat: str) -> str:
    """Return a citation as it goes before a verb: one with a comma in it is closed by one."""
    return f"{citaat}," if "," in citaat else citaat


# --- one sentence for each kind ------------------------------------------------------------


def _invoegen(stap: _Stap, onder: str) -> str:
    wijziging = stap.wijziging
    wat, wordt = _wat(stap.parts), "wordt" if len(stap.parts) == 1 else "worden"
    waar, hoe = _waar(stap), "ingevoegd"
    if wijziging.in_:
        waar, hoe = f"aan {_cite(stap, wijziging.in_)}", "toegevoegd"
    tussen = f", {onder}," if onder else ""
    return f"{eerste_groot(_zinsdeel(waar))} {wordt}{tussen} {wat} {hoe}, luidende:"


def _waar(stap: _Stap) -> str:
    wijziging = stap.wijziging
    if wijziging.na:
        return f"na {_cite(stap, wijziging.na)}"
    if wijziging.voor:
        return f"vóór {_cite(stap, wijziging.voor)}"
    return f"aan het slot van {_cite(stap, wijziging.in_)}"


def _wat(parts: Sequence[Part]) -> str:
    """Return what is put in: "een artikel", "twee leden", "een lid en een tabel"."""
    names = []
    for naam, group in groupby(parts, key=_noem):
        aantal = len(list(group))
        telwoord = _GETALLEN[aantal - 1] if aantal <= len(_GETALLEN) else str(aantal)
        names.append(f"{telwoord} {naam if aantal == 1 else _MEERVOUD.get(naam, naam)}")
    return _en(names)


def _noem(part: Part) -> str:
    """Return what a part is called in general."""
    match part:
        case Element(soort=soort, nummer=nummer):
            return soort if soort in _MEERVOUD and (nummer or soort == "overleg") else "onderdeel"
        case Onderdeel(merk=merk):
            soorten = {"lid": "lid", "nummer": "lid", "letter": "onderdeel", "streep": "streepje"}
            return soorten[soort_van(merk)]
        case Alinea():
            return "alinea"
        case Tabel():
            return "tabel"
        case _:
            return type(part).__name__.lower()


def _vervangen_tekst(stap: _Stap) -> str:
    wijziging = stap.wijziging
    waar = f"In {_zinsdeel(_cite(stap))}" if wijziging.plaats else "In de gehele tekst"
    telkens = " telkens" if wijziging.overal == "ja" else ""
    if not wijziging.nieuw:
        return f"{waar} vervalt{telkens} “{wijziging.oud}”."
    return f"{waar} wordt{telkens} “{wijziging.oud}” vervangen door “{wijziging.nieuw}”."


def _vervallen(stap: _Stap, samen: list[_Stap]) -> str:
    gone = [stap, *(other for other in samen if other.wijziging.soort == "vervallen")]
    renumbered = [other for other in samen if other.wijziging.soort == "vernummeren"]
    onder = f", {_onder_vernummering(renumbered[0])}" if renumbered else ""
    if len(gone) == 1:
        return f"{eerste_groot(_zinsdeel(_cite(stap)))} vervalt{onder}."
    parts = [one.genoemd[0] for one in gone]
    nummers = [_nummer(part) for part in parts]
    naam = _MEERVOUD.get(_noem(parts[0]), _noem(parts[0]))
    if isinstance(parts[0], Element):
        return f"De {naam} {_reeks(nummers)} vervallen{onder}."
    if "" in nummers:
        names = [eerste_groot(_cite(stap)), *(_cite(other) for other in gone[1:])]
        return f"{_en(names)} vervallen{onder}."
    return f"In {_cite(stap, stap.houder)} vervallen de {naam} {_reeks(nummers)}{onder}."


def _vernummeren(stap: _Stap) -> str:
    parts = stap.genoemd
    if len(parts) == 1:
        wordt = _bij_nummer(parts[0], stap.wordt[0])
        return f"{eerste_groot(_zinsdeel(_cite(stap)))} wordt vernummerd tot {wordt}."
    naam = _MEERVOUD.get(_noem(parts[0]), _noem(parts[0]))
    if all(_noem(part) == _noem(parts[0]) for part in parts):
        was, nu = _reeksen([_nummer(part) for part in parts], list(stap.wordt))
        waar = "" if isinstance(parts[0], Element) else f"van {_cite(stap, stap.houder)} "
        return f"De {naam} {was} {waar}worden vernummerd tot {nu}."
    pairs = [
        f"{stap.citaten.citeer(adres)} tot {nummer}"
        for adres, nummer in zip(stap.adressen, stap.wordt, strict=True)
    ]
    return f"Vernummerd worden: {_en(pairs)}."


def _onder_vernummering(stap: _Stap) -> str:
    """Return "onder vernummering van het tweede lid tot derde lid"."""
    parts, wordt = stap.genoemd, stap.wordt
    letters = isinstance(parts[0], Onderdeel) and soort_van(parts[0].merk) == "letter"
    word = "verlettering" if letters else "vernummering"
    nummers = [_nummer(part) for part in parts]
    if all(nummer.isdigit() for nummer in (*nummers, *wordt)):
        was = _en([rangtelwoord(int(nummer)) for nummer in nummers])
        new = _en([rangtelwoord(int(nummer)) for nummer in wordt])
        return f"onder {word} van het {was} lid tot {new} lid"
    naam = _noem(parts[0])
    if len(parts) == 1:
        lidwoord = "artikel" if naam == "lid" else naam
        return f"onder {word} van {lidwoord} {nummers[0]} tot {lidwoord} {wordt[0]}"
    naam = "artikelen" if naam == "lid" else _MEERVOUD.get(naam, naam)
    was, new = _reeksen(nummers, list(wordt))
    return f"onder {word} van de {naam} {was} tot {new}"


def _nummer(part: Part) -> str:
    if isinstance(part, Element):
        return part.nummer
    return part.merk.rstrip("°.)").lstrip("-*+") if isinstance(part, Onderdeel) else ""


def _bij_nummer(part: Part, nummer: str) -> str:
    if isinstance(part, Element):
        return f"{part.soort} {nummer}"
    if _noem(part) == "lid":
        return f"artikel {nummer}" if "." in nummer else f"lid {nummer}"
    return f"onderdeel {nummer}"


def _hernoemen(stap: _Stap) -> tuple[str, tuple[Part, ...]]:
    wijziging = stap.wijziging
    if not wijziging.plaats:
        tekst = f"In de gehele tekst wordt “{wijziging.oud}” vervangen door “{wijziging.nieuw}”."
        return tekst, ()
    if wijziging.oud:
        waar = f"In het opschrift van {_cite(stap)}"
        return f"{waar} wordt “{wijziging.oud}” vervangen door “{wijziging.nieuw}”.", ()
    part = stap.parts[0] if stap.parts else None
    opschrift = plain(part.opschrift) if isinstance(part, Element) else wijziging.nieuw
    return f"Het opschrift van {_cite(stap)} komt te luiden: {opschrift}", ()


def _overleg(stappen: list[_Stap]) -> str:
    wijziging = stappen[0].wijziging
    names = [
        plain(part.opschrift) for s in stappen for part in s.genoemd if isinstance(part, Element)
    ]
    wie = f"overleg {names[0]}" if len(names) == 1 else f"de overleggen {_en(names)}"
    sentences = []
    if wijziging.protocol:
        protocol = {"landelijk": "landelijke", "regionaal": "regionale"}[wijziging.protocol]
        sentences.append(f"Voor {wie} geldt het {protocol} privacyprotocol.")
    if wijziging.wijze:
        wordt = "wordt" if len(names) == 1 else "worden"
        sentences.append(f"{eerste_groot(wie)} {wordt} door het Veiligheidshuis {wijziging.wijze}.")
    return " ".join(sentences)


def _en(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def _reeks(nummers: list[str]) -> str:
    """Return numbers as they are listed: "5 en 6", "5 tot en met 8", "5, 6 en 9"."""
    if len(nummers) > 2 and all(nummer.isdigit() for nummer in nummers):  # noqa: PLR2004
        first, last = int(nummers[0]), int(nummers[-1])
        if [int(nummer) for nummer in nummers] == list(range(first, last + 1)):
            return f"{first} tot en met {last}"
    return _en(nummers)


def _reeksen(was: list[str], nu: list[str]) -> tuple[str, str]:
    """Return two rows of numbers that go with each other, both in full or both shortened."""
    one, other = _reeks(was), _reeks(nu)
    return (
        (one, other)
        if (" tot en met " in one) == (" tot en met " in other)
        else (_en(was), _en(nu))
    )
