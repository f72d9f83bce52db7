"""The controles of how a term is written: its form, and one word in several ways."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.controles.termen.gebruik import Woord, woorden_in
from convenantwerk.controles.termen.woordvormen import grondvorm, is_naam, keer, sleutel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.controles.termen.definities import Definitie
    from convenantwerk.controles.termen.gebruik import Termgebruik

_ERVOOR = 200  # characters before a short name in which stands what it is the name of
_MEEST = 100  # names of more words that are looked for in small letters
_MET_CIJFERS = r"([^\W\d_]{3,})-?(\d{1,4})(?!\d)"


def check_vorm(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """A term that is defined is written as it was defined; a plural is no other form."""
    gebruik = onderzoek.termgebruik
    vormen = (
        (definitie, anders)
        for definitie in dict.fromkeys(gebruik.termen.values())
        for anders in _andere_vormen(gebruik, definitie)
    )
    for definitie, anders in (*vormen, *_verlengd(gebruik)):
        if anders.woord not in definitie.namen:
            yield CODES["CV134"].at(
                gebruik.plaats(anders),
                vorm=anders.woord,
                aantal=keer(anders.aantal),
                term=definitie.term,
                waar=definitie.position,
            )


def _andere_vormen(gebruik: Termgebruik, definitie: Definitie) -> Iterator[Woord]:
    """Yield the forms of a term that it was not defined in."""
    woorden = [grondvorm(woord) for woord in woorden_in(definitie.term)]
    if len(woorden) == 1:
        grond = woorden[0]
        yield from _andere_hoofdletter(gebruik, definitie, grond)
        kaal = grondvorm(sleutel(definitie.term))
        yield from (
            vorm for vorm in gebruik.gedeeld.get(kaal, ()) if grondvorm(vorm.woord) != grond
        )
        if kaal != grond and (aaneen := gebruik.kleine(kaal)):
            yield aaneen
    else:
        vormen = gebruik.vindplaatsen.get(tuple(woorden), {})
        for vorm in vormen.values():
            # A capital at the beginning may be that of a sentence.
            gelijk = vorm.woord[1:] == vorm.woord[1:].lower()
            naam = vorm.woord.lower().removesuffix("'s").removesuffix("\u2019s")
            if naam in gebruik.verband.lower():
                continue  # "Stichting Voorbeeldig Werk", where "voorbeeldig werk" is a term
            if definitie.vast and definitie.term.islower() and not gelijk:
                yield vorm


def _andere_hoofdletter(gebruik: Termgebruik, definitie: Definitie, grond: str) -> Iterator[Woord]:
    """Yield the words of a term with a capital, or without, as it was not defined."""
    groot, klein = _groot(gebruik, grond), gebruik.kleine(grond)
    if definitie.wijze == "hierna" and _is_naam_van(gebruik, definitie, grond):
        return
    if definitie.term.islower() and is_naam(definitie.term):
        return  # "de wet" and "de minister" are terms, and the "Wet op" this or that is a name
    if definitie.vast:
        anders = groot if definitie.term[0].islower() else klein
    else:  # the item of a list begins with a capital: what stands most is meant
        anders = min(groot, klein, key=lambda one: one.aantal) if groot and klein else None
    if anders:
        yield anders


def _verlengd(gebruik: Termgebruik) -> Iterator[tuple[Definitie, Woord]]:
    """Yield "het Zorg- en Veiligheidshuis" where the term is "Veiligheidshuis".

    Without "het" or "de" it may be any there is, as in "een Zorg- en Veiligheidshuis".
    """
    for grond, rij in gebruik.groot.items():
        definitie = gebruik.termen.get(grond.rpartition("- en ")[2]) if "- en " in grond else None
        if definitie is not None and definitie.term[0].isupper():
            deze = [one for one in rij if one.los and gebruik.woord_voor(one) in ("het", "de")]
            if deze:
                yield definitie, Woord(deze[0].woord, len(deze), deze[0].passage, deze[0].begin)


def _is_naam_van(gebruik: Termgebruik, definitie: Definitie, grond: str) -> bool:
    """Tell whether a term is a word of what it is said of: "gemeente Proefdam (hierna: Gemeente)".

    Then it stays an ordinary word too, in small letters.
    """
    tekst = gebruik.passages[definitie.passage].tekst
    ervoor = tekst[: tekst.find(definitie.term)]
    return any(grondvorm(woord) == grond for woord in woorden_in(ervoor[-_ERVOOR:]))


def _groot(gebruik: Termgebruik, grond: str) -> Woord | None:
    """Return the words of a grondvorm with a capital in mid-sentence together."""
    rij = gebruik.groot.get(grond, ())
    los = [one for one in rij if one.los]
    return Woord(los[0].woord, len(rij), los[0].passage, los[0].begin) if los else None


def check_schrijfwijze(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """One word is written in one way: with its capital, hyphen and spaces, or without."""
    gebruik = onderzoek.termgebruik
    paren = (
        *_hoofdletters(gebruik),
        *_samengesteld(gebruik),
        *_streepjes(gebruik),
        *_namen(gebruik),
        *_cijfers(gebruik),
    )
    for een, ander in paren:
        # Of two that stand there as often, the later one is the other way.
        vorm, meest = sorted((een, ander), key=lambda o: (o.aantal, -o.passage, -o.begin))
        yield CODES["CV137"].at(
            gebruik.plaats(vorm),
            vorm=vorm.woord,
            aantal=keer(vorm.aantal),
            ander=meest.woord,
            andere=keer(meest.aantal),
        )


def _hoofdletters(gebruik: Termgebruik) -> Iterator[tuple[Woord, Woord]]:
    """Yield words that have an artikel of their own, with a capital and without."""
    if gebruik.heeft_lijst:
        return  # then one that is not in it is a finding itself
    beschreven = gebruik.koppen | gebruik.overleggen
    eigennaam = {grondvorm(woord) for woord in woorden_in(gebruik.verband)}
    for grond in gebruik.groot:
        if (grond in beschreven or grond in eigennaam) and grond not in gebruik.termen:
            groot, klein = _groot(gebruik, grond), gebruik.kleine(grond)
            if groot and klein:
                yield groot, klein


def _samengesteld(gebruik: Termgebruik) -> Iterator[tuple[Woord, Woord]]:
    """Yield "Zorg- en veiligheidshuis" and "zorg- en veiligheidshuis"."""
    for grond, rij in gebruik.groot.items():
        klein = gebruik.kleine(grond) if "- " in grond else None
        if klein and any(one.los for one in rij):
            yield Woord(rij[0].woord, len(rij), rij[0].passage, rij[0].begin), klein
    for woorden in gebruik.gronden.values():
        varianten: dict[str, Woord] = {}
        for woord in woorden:
            if "- " in woord.woord:
                eerder = varianten.setdefault(woord.woord.lower(), woord)
                if eerder is not woord:
                    yield eerder, woord


def _streepjes(gebruik: Termgebruik) -> Iterator[tuple[Woord, Woord]]:
    """Yield "e-mail" and "email", and "Privacy Protocol" and "privacyprotocol"."""
    termen = {grondvorm(sleutel(naam)) for d in gebruik.definities for naam in d.namen}
    for kaal, gedeelde in gebruik.gedeeld.items():
        aaneen = gebruik.kleine(kaal)
        if aaneen and kaal not in termen:
            yield from ((vorm, aaneen) for vorm in gedeelde)


def _namen(gebruik: Termgebruik) -> Iterator[tuple[Woord, Woord]]:
    """Yield "Plan van Aanpak" and "plan van aanpak"."""
    frasen = [one for one in gebruik.frasen.values() if one.woord.count(" ") > 1][:_MEEST]
    alles = "\n".join(passage.tekst for passage in gebruik.passages) if frasen else ""
    for frase in frasen:
        laag = frase.woord.lower()
        if laag not in alles:
            continue
        rij = [(n, p.tekst.find(laag)) for n, p in enumerate(gebruik.passages) if laag in p.tekst]
        delen = tuple(grondvorm(woord) for woord in woorden_in(laag))
        if rij and delen not in gebruik.vindplaatsen:
            yield frase, Woord(laag, len(rij), *rij[0])


def _cijfers(gebruik: Termgebruik) -> Iterator[tuple[Woord, Woord]]:
    """Yield "Top60" and "Top 60", and "Top-60"."""
    gezien: dict[tuple[str, str], Woord] = {}
    for naam, woord in (*gebruik.klein.items(), *gebruik.hoofd.items()):
        match = None if naam.isalpha() else re.match(_MET_CIJFERS, naam)
        if match:
            vorm = Woord(match[0], woord.aantal, woord.passage, woord.begin)
            eerder = gezien.setdefault((match[1].lower(), match[2]), vorm)
            if eerder.woord == vorm.woord:
                eerder.aantal += woord.aantal if eerder is not vorm else 0
            else:
                yield eerder, vorm
    for (letters, cijfers), vorm in list(gezien.items())[:_MEEST]:
        gespatieerd = f"{vorm.woord[: len(letters)]} {cijfers}"
        rij = [
            (n, p.tekst.find(gespatieerd))
            for n, p in enumerate(gebruik.passages)
            if gespatieerd in p.tekst
        ]
        if rij:
            yield vorm, Woord(gespatieerd, len(rij), *rij[0])


CONTROLES = (
    Controle(check_vorm, "nalezen"),
    Controle(check_schrijfwijze, "nalezen"),
)
