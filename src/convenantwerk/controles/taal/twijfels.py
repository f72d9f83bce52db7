"""The spelling of a text: each word once, at the first of its places.

What is not in the dictionary is not wrong for that: names and new words are neither. So names that
the registers hold are known, a word with a capital is only told when a word of the text is a letter
away, and a compound of known words is taken for one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.files import DOSSIERBESTAND
from convenantwerk.basis.waarde import waarde
from convenantwerk.controles.elders import elders
from convenantwerk.controles.taal.gespeld import GENOEG, gespeld
from convenantwerk.controles.taal.los import los_geschreven
from convenantwerk.controles.taal.voorstellen import Nabij, voorstellen
from convenantwerk.controles.taal.woordenboek import LANGST, woordenboek

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.controles.taal.gespeld import Gespeld, Onbekend
    from convenantwerk.dossier.dossier import Registers

_MEEST = 100  # words for which suggestions are looked for
_VAAK = 3  # uses of a word that no mistake is made in so often
_NABIJ = 6  # letters; of a shorter word there is always another near
_PUNTEN = "c.q. d.m.v. i.v.m. m.b.t. t.b.v. n.a.v. o.a. bijv. evt. incl."
_AFKORTINGEN = {one.replace(".", ""): one for one in _PUNTEN.split()}
_GEEN_NEDERLANDS = "is de tekst in het Nederlands? Verbeter eerst de woorden die zijn genoemd"
_LIJST = "onder 'woordenlijst' in convenant.yaml"


@waarde
class Twijfel:
    """A word that is told, and what it may have been.

    Args:
        onbekend: the word.
        goed: what it may have been, likeliest first; none when nothing is near.
        elders: whether the first of those stands in the text.
    """

    onbekend: Onbekend
    goed: tuple[str, ...] = ()
    elders: bool = False

    @property
    def zeker(self) -> bool:
        """Whether it is hardly anything else than a mistake: no name, no form of the other."""
        laag = self.onbekend.laag
        vorm = self.elders and (laag.startswith(self.goed[0]) or self.goed[0].startswith(laag))
        return self.elders and not vorm and not self.onbekend.naam


def spelling(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Yield the findings about the spelling of a text."""
    lezing = _gelezen(onderzoek)
    if lezing is None:
        yield CODES["CV173"].at(Position(DOSSIERBESTAND.as_posix()))
        return
    los = list(los_geschreven(onderzoek.passages, lezing.bekend, lezing.boek))
    yield from (found for _, found in los)
    verteld = {woord for woorden, _ in los for woord in woorden}
    for twijfel in _twijfels(lezing, verteld | _begrippen(onderzoek, lezing)):
        yield _bevinding(twijfel)
    if lezing.tot is not None:
        reden = f"{GENOEG} woorden staan niet in het woordenboek"
        yield CODES["CV174"].at(lezing.tot, wat="de spelling", reden=reden, tip=_GEEN_NEDERLANDS)
    if lezing.vol is not None:
        reden = "er zijn er te veel die uit drie of meer woorden bestaan"
        tip = "kijk de lange woorden hierna zelf na"
        yield CODES["CV174"].at(lezing.vol, wat="een lang woord", reden=reden, tip=tip)


def onbekende_woorden(onderzoek: Onderzoek) -> tuple[Twijfel, ...]:
    """Return the words that would be told; none when there is no dictionary."""
    lezing = _gelezen(onderzoek)
    return () if lezing is None else tuple(_twijfels(lezing, ()))


def _gelezen(onderzoek: Onderzoek) -> Gespeld | None:
    eigen = onderzoek.registers.instellingen.woordenlijst
    boek = woordenboek((*eigen, *_namen(onderzoek.registers)))
    return None if boek is None else gespeld(onderzoek.passages, boek)


def _begrippen(onderzoek: Onderzoek, lezing: Gespeld) -> set[str]:
    """Return the words of terms that the text defines and then uses: it means what it writes."""
    if not lezing.onbekend:
        return set()
    namen = (naam for one in onderzoek.termgebruik.definities for naam in one.namen)
    woorden = {woord.casefold() for naam in namen for woord in re.findall(r"[^\W\d_]+", naam)}
    return {w for w in woorden if w in lezing.onbekend and lezing.onbekend[w].aantal >= _VAAK}


def _twijfels(lezing: Gespeld, verteld: Container[str]) -> Iterator[Twijfel]:
    """Yield the words to tell, but those that were told otherwise."""
    nabij = Nabij(woord for woord in lezing.bekend if _NABIJ <= len(woord) <= LANGST)
    for number, (laag, one) in enumerate(lezing.onbekend.items()):
        gezocht = number < _MEEST and len(laag) <= LANGST
        if laag in verteld:
            continue
        if laag in _AFKORTINGEN:
            yield Twijfel(one, (_AFKORTINGEN[laag],))
        elif gezocht and len(laag) >= _NABIJ and (goed := nabij.woorden(laag)):
            yield Twijfel(one, goed[:1], elders=True)
        elif not one.naam:
            anders = voorstellen(laag, nabij, lezing.boek.kent_proef) if gezocht else ()
            if anders or not lezing.boek.samengesteld(laag):
                yield Twijfel(one, anders)


def _bevinding(twijfel: Twijfel) -> Diagnostic:
    one = twijfel.onbekend
    woord = one.woord if len(one.woord) <= LANGST else f"{one.woord[: LANGST - 1]}…"
    code = CODES["CV170" if twijfel.zeker else "CV171"]
    meer = elders(one.aantal - 1)
    return code.at(one.plaats, woord=woord, elders=meer, tip=_tip(twijfel))


def _tip(twijfel: Twijfel) -> str:
    if not twijfel.goed:
        return f"verbeter het, of zet het {_LIJST} als het goed is"
    hoofdletter = twijfel.onbekend.woord[:1].isupper()
    namen = [f"'{one[:1].upper() + one[1:] if hoofdletter else one}'" for one in twijfel.goed]
    *eerst, laatst = namen
    bedoeld = f"bedoelt u {', '.join(eerst)} of {laatst}?" if eerst else f"bedoelt u {laatst}?"
    if twijfel.elders:
        return f"{bedoeld} Dat staat elders in de tekst"
    return f"{bedoeld} Is het zo goed, zet het dan {_LIJST}"


def _namen(registers: Registers) -> Iterator[str]:
    """Yield the words of all names in the registers, and of what is theirs: "Leidens"."""
    instellingen = registers.instellingen
    namen = [instellingen.titel, instellingen.samenwerkingsverband, instellingen.citeertitel]
    for partner in registers.partners:
        namen += [*partner.namen, partner.zetel, partner.rechtsvorm, partner.contact]
    for one in registers.ondertekenaars:
        namen += [one.organisatie, one.functie, one.naam]
    for naam in namen:
        for woord in re.findall(r"[^\W\d_]+", naam):
            yield from (woord, f"{woord}s") if woord[0].isupper() else (woord,)
