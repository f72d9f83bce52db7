"""The faults of the mutation bench that take more than other words in a place.

Each function yields every place in the clean text where its fault can be made; which of them are
tried is for `lezer.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.zaaien import (
    INHOUD,
    LID,
    Fout,
    anders_op,
    lopend,
    met_regel,
    plaatsen_van,
    verschoven,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.zaaien import Regel, Teksten

VOORWOORD = "convenant/voorwerk/01-voorwoord.md"
BEGRIPPEN = "convenant/deel-1/01-algemeen.md"
OVERLEGGEN = "convenant/deel-1/03-werkwijze.md"
HERNOEMD = {
    "Bureau": "Secretariaat",
    "Casusregisseur": "Casushouder",
    "Ketenmanager": "Manager",
    "Ketenoverleg": "Ketenberaad",
    "Procesregisseur": "Procesleider",
    "Registratiesysteem": "Informatiesysteem",
    "Stuurgroep": "Regiegroep",
}
_KORT = 4  # letters of a term that has no other form
_LANG = 14  # words of a lid that can lose half of them
_LETTER = re.compile(r"( *)([a-z])\. (.+)")
_ARTIKEL = re.compile(r"## Artikel (\d+) (.+)")


def half_hernoemd(teksten: Teksten) -> Iterator[Fout]:
    """Yield for each file a term that has another name in it, while the others keep the old one."""
    for oud, nieuw in HERNOEMD.items():
        for pad, regels in teksten.items():
            eigen = [p for p, r in lopend(teksten) if p[0] == pad and oud in r]
            if pad != BEGRIPPEN and len(eigen) > 1:
                text = "\n".join(regels).replace(oud, nieuw)
                elders = plaatsen_van(teksten, oud)
                yield Fout(pad, tuple(text.split("\n")), frozenset((*eigen, *elders)), oud, nieuw)


def ander_woord(teksten: Teksten) -> Iterator[Fout]:
    """Yield a single place where a term has another name."""
    for oud, nieuw in (("Ketenmanager", "manager"), ("Bureau", "secretariaat"), *_ANDER_WOORD):
        for fout in anders_op(teksten, rf"\b{oud}\b", nieuw):
            if fout.pad != BEGRIPPEN and "## " not in fout.was:
                yield fout


_ANDER_WOORD = (
    ("Partners", "partijen"),
    ("Casusregisseur", "casusregievoerder"),
    ("Plan van Aanpak", "aanpakplan"),
    ("Registratiesysteem", "registratie-systeem"),
    ("Procesregisseur", "procesregievoerder"),
)


def _begrippen(teksten: Teksten) -> list[tuple[Regel, str, str]]:
    """Return the definitions: their line, term and what it means."""
    return [
        ((BEGRIPPEN, nummer), match[2], match[3])
        for nummer, regel in enumerate(teksten[BEGRIPPEN], 1)
        if (match := re.match(r"([a-z])\. ([A-Z][\w ]*): (.+)", regel))
    ]


def zonder(teksten: Teksten, plaats: Regel, ook: tuple[Regel, ...]) -> Fout:
    """Return the fault that takes an item out of its list, the letters after it counted on."""
    pad, nummer = plaats
    regels = list(teksten[pad])
    was = regels[nummer - 1]
    spring = was[: len(was) - len(was.lstrip())]
    einde = nummer
    for at in range(nummer, len(regels)):
        match = _LETTER.fullmatch(regels[at])
        if match and match[1] == spring:
            regels[at] = f"{spring}{chr(ord(match[2]) - 1)}. {match[3]}"
            einde = at + 1
        elif regels[at] and not regels[at].startswith(f"{spring} "):
            break
    laatste = was.endswith(".")
    before = max((n for n in range(nummer - 1) if regels[n].endswith("; en")), default=-1)
    if laatste and before >= 0:
        regels[before] = regels[before].removesuffix("; en") + "."
    if was.endswith("; en"):
        vorige = max(n for n in range(nummer - 1) if regels[n].endswith(";"))
        regels[vorige] += " en"
    del regels[nummer - 1 : nummer + 1]
    lijst = ((pad, n) for n in range(_kop_van(regels, nummer), einde + 1))
    elders = verschoven(ook, plaats, -2)
    return Fout(pad, tuple(regels), frozenset((*lijst, *elders)), was, "")


def _kop_van(regels: list[str], nummer: int) -> int:
    """Return the line of what comes before a list, from a line in it."""
    return next(n for n in range(nummer - 1, 0, -1) if regels[n - 1].endswith(":"))


def begrip_weg(teksten: Teksten) -> Iterator[Fout]:
    """Yield a definition that is gone from the list of artikel 1."""
    for plaats, term, _ in _begrippen(teksten):
        stam = term[:-2] if len(term) > _KORT else term  # "Contactpersonen" is one too
        yield zonder(teksten, plaats, plaatsen_van(teksten, stam))


def dubbel_begrip(teksten: Teksten) -> Iterator[Fout]:
    """Yield a term that a later artikel gives another meaning."""
    leden = [p for p, r in lopend(teksten) if LID.match(r) and "onderdeel" not in r]
    for number, (plaats, term, _) in enumerate(_begrippen(teksten)):
        hier = leden[20 + number * 5]
        zin = f"Onder {term} wordt verstaan: wat de Stuurgroep daaronder verstaat."
        regel = teksten[hier[0]][hier[1] - 1]
        if regel.endswith("."):
            yield met_regel(teksten, hier, f"{regel} {zin}", ook=(plaats,))


def _uit_lijst(teksten: Teksten, pad: str, kop: str, namen: str) -> Iterator[Fout]:
    """Yield each item of a lettered list gone, under the line that begins with `kop`."""
    regels = teksten[pad]
    begin = next(n for n, regel in enumerate(regels, 1) if kop in regel)
    for nummer in range(begin + 1, len(regels)):
        if LID.match(regels[nummer - 1]):
            return
        if (match := _LETTER.fullmatch(regels[nummer - 1])) and match[1]:
            naam = re.sub(r"(?:; en|[;.])$", "", match[3])
            elders = plaatsen_van(teksten, naam)
            yield zonder(teksten, (pad, nummer), (*elders, (namen, 0)))


def partner_weg(teksten: Teksten) -> Iterator[Fout]:
    """Yield a partner that is gone from a list or a table of them."""
    yield from _uit_lijst(
        teksten, BEGRIPPEN, "nemen zestien Partners", "convenant/registers/partners.yaml"
    )
    for plaats, regel in lopend(teksten):
        if regel.startswith("| Gemeente ") and "%" in regel:
            yield met_regel(teksten, plaats, ook=_tabel(teksten, plaats))


def _tabel(teksten: Teksten, plaats: Regel) -> tuple[Regel, ...]:
    """Return the lines of a table, and the one above it."""
    pad, nummer = plaats
    regels = teksten[pad]
    begin = next(n for n in range(nummer, 0, -1) if not regels[n - 1])
    einde = next((n for n in range(nummer, len(regels)) if not regels[n]), len(regels))
    return tuple((pad, n) for n in range(begin - 1, einde + 1))


def overleg_weg(teksten: Teksten) -> Iterator[Fout]:
    """Yield an overleg that is gone from a list, the table or the contents list."""
    yield from _uit_lijst(teksten, OVERLEGGEN, "kent acht Ketenoverleggen", INHOUD)
    for nummer, regel in enumerate(teksten[OVERLEGGEN], 1):
        if re.match(r"\| \w+overleg \|", regel) and not regel.startswith("| Keten"):
            naam = regel.split("|")[1].strip()
            elders = plaatsen_van(teksten, naam)
            plaats = (OVERLEGGEN, nummer)
            yield met_regel(teksten, plaats, ook=(*_tabel(teksten, plaats), *elders))
    for nummer, regel in enumerate(teksten[INHOUD], 1):
        if regel.startswith("- ") and regel.endswith("overleg"):
            elders = plaatsen_van(teksten, regel[2:])
            inhoud = tuple((INHOUD, n) for n in range(1, len(teksten[INHOUD]) + 1))
            yield met_regel(teksten, (INHOUD, nummer), ook=(*inhoud, *elders))


def kop_anders(teksten: Teksten) -> Iterator[Fout]:
    """Yield an artikel that has another heading than the contents list says."""
    for plaats, regel in lopend(teksten):
        if match := _ARTIKEL.fullmatch(regel):
            nieuw = f"## Artikel {match[1]} {_ANDERE_KOP[int(match[1]) % len(_ANDERE_KOP)]}"
            yield met_regel(teksten, plaats, nieuw, ook=plaatsen_van(teksten, regel[3:]))


_ANDERE_KOP = ("Nadere regels", "Algemene bepalingen", "Afspraken", "Overige onderwerpen")


def verschoven_nummer(teksten: Teksten) -> Iterator[Fout]:
    """Yield a lid, letter or artikel that has the number of the next one, or skips one."""
    for plaats, regel in lopend(teksten):
        buurt = tuple((plaats[0], plaats[1] + n) for n in range(-4, 5))
        if match := re.match(r"(\d+)\. ", regel):
            nieuw = f"{int(match[1]) + 1}{regel[len(match[1]) :]}"
            yield met_regel(teksten, plaats, nieuw, ook=buurt)
        elif match := _ARTIKEL.fullmatch(regel):
            nieuw = f"## Artikel {int(match[1]) + 1} {match[2]}"
            volgende = plaatsen_van(teksten, f"Artikel {int(match[1]) + 1} ")
            yield met_regel(teksten, plaats, nieuw, ook=(*buurt, *volgende))


def dubbel_nummer(teksten: Teksten) -> Iterator[Fout]:
    """Yield a lid or letter that has the number of the one before it."""
    for plaats, regel in lopend(teksten):
        buurt = tuple((plaats[0], plaats[1] + n) for n in range(-12, 13))
        if (match := re.match(r"([2-9])\. ", regel)) and int(match[1]) > 1:
            yield met_regel(teksten, plaats, f"{int(match[1]) - 1}{regel[1:]}", ook=buurt)
        elif (match := _LETTER.fullmatch(regel)) and match[2] != "a":
            nieuw = f"{match[1]}{chr(ord(match[2]) - 1)}. {match[3]}"
            yield met_regel(teksten, plaats, nieuw, ook=buurt)


def letters_verwisseld(teksten: Teksten) -> Iterator[Fout]:
    """Yield two items of a list whose letters are swapped."""
    for (pad, nummer), regel in lopend(teksten):
        here = _LETTER.fullmatch(regel)
        regels = teksten[pad]
        after = _LETTER.fullmatch(regels[nummer + 1]) if nummer + 1 < len(regels) else None
        if here and after and here[1] == after[1]:
            anders_ = list(regels)
            anders_[nummer - 1] = f"{here[1]}{after[2]}. {here[3]}"
            anders_[nummer + 1] = f"{here[1]}{here[2]}. {after[3]}"
            plaatsen = frozenset((pad, nummer + n) for n in range(-2, 5))
            yield Fout(pad, tuple(anders_), plaatsen, f"{here[2]}, {after[2]}", "verwisseld")


def afgebroken(teksten: Teksten) -> Iterator[Fout]:
    """Yield a lid of which the second half is gone."""
    for plaats, regel in lopend(teksten):
        woorden = regel.split()
        if LID.match(regel) and regel.endswith(".") and len(woorden) > _LANG:
            yield met_regel(teksten, plaats, " ".join(woorden[: len(woorden) // 2]).rstrip(",."))


def lege_cel(teksten: Teksten) -> Iterator[Fout]:
    """Yield a cell of a table without its words."""
    for plaats, regel in lopend(teksten):
        cellen = regel.split("|")
        if regel.startswith("|") and "---" not in regel:
            for at in range(1, len(cellen) - 1):
                yield met_regel(teksten, plaats, "|".join((*cellen[:at], "  ", *cellen[at + 1 :])))


def zonder_punt(teksten: Teksten) -> Iterator[Fout]:
    """Yield a lid without its full stop."""
    for plaats, regel in lopend(teksten):
        if LID.match(regel) and regel.endswith("."):
            yield met_regel(teksten, plaats, regel.removesuffix("."))


def noot_zonder_aanroep(teksten: Teksten) -> Iterator[Fout]:
    """Yield a note that nothing calls: its call is gone, or a note comes without one."""
    for plaats, regel in lopend(teksten):
        if (match := re.search(r"\[\^(\d)\]", regel)) and not regel.startswith("[^"):
            noot = plaatsen_van(teksten, f"[^{match[1]}]: ")
            yield met_regel(teksten, plaats, regel.replace(match[0], ""), ook=noot)
    for pad, regels in teksten.items():
        if "/deel-" in pad and not pad.endswith("00-deel.md") and "[^" not in "".join(regels):
            regel = "[^9]: Deze afspraak is in het Jaarplan uitgewerkt."
            einde = frozenset({(pad, len(regels) + 1)})
            yield Fout(pad, (*regels, regel), einde, "", regel)


def aanroep_zonder_noot(teksten: Teksten) -> Iterator[Fout]:
    """Yield a call of a note that is not there: its note is gone, or a call comes without one."""
    for plaats, regel in lopend(teksten):
        if match := re.match(r"\[\^(\d)\]: ", regel):
            aanroep = plaatsen_van(teksten, f"[^{match[1]}]")
            yield met_regel(teksten, plaats, "", ook=aanroep)
        elif LID.match(regel) and regel.endswith("."):
            yield met_regel(teksten, plaats, f"{regel}[^8]")


def bepaling_weg(teksten: Teksten) -> Iterator[Fout]:
    """Yield an artikel that the law asks for, and that has lapsed."""
    for nummer in _GEVRAAGD:
        for (pad, begin), regel in lopend(teksten):
            if regel.startswith(f"## Artikel {nummer} "):
                regels = teksten[pad]
                einde = next(
                    (n for n in range(begin, len(regels)) if regels[n].startswith("## ")),
                    len(regels),
                )
                nieuw = (*regels[:begin], "", "[Vervallen]", "", *regels[einde:])
                yield Fout(pad, nieuw, frozenset(), regel, "[Vervallen]")


# Purpose, duration, change, accession, notice, evaluation, disputes, secrecy; then what AVG asks.
_GEVRAAGD = (3, 25, 31, 32, 33, 34, 36, 37, 41, 42, 43, 45, 46, 51, 52, 53, 55, 57, 58, 59)


def zonder_naam(teksten: Teksten) -> Iterator[Fout]:
    """Yield a signature without a name, in the text and in the register."""
    (plaats,) = plaatsen_van({VOORWOORD: teksten[VOORWOORD]}, "A. Voorbeeld")
    omringend = tuple((VOORWOORD, plaats[1] + n) for n in range(-2, 2))
    yield met_regel(teksten, plaats, ook=omringend)
    yield met_regel(teksten, plaats, "\\", ook=omringend)
    yield met_regel(teksten, plaats, "................\\", ook=omringend)
    yield met_regel(teksten, plaats, "(naam)\\", ook=omringend)
    slot = "convenant/deel-1/07-ondertekening.md"
    for regels in (
        ("Namens de Stuurgroep,", "", "de voorzitter:"),
        ("Voor akkoord,", "", "Naam:", "", "Functie: voorzitter"),
    ):
        begin = len(teksten[slot]) - 1
        plaatsen = frozenset((slot, begin + n) for n in range(8))
        nieuw = (*teksten[slot][:-2], *regels, "", *teksten[slot][-2:])
        yield Fout(slot, nieuw, plaatsen, "", " ".join(regels))


def spelfout(teksten: Teksten) -> Iterator[Fout]:
    """Yield long words with a letter too few, too many, or two of them swapped."""
    for number, (plaats, regel) in enumerate(lopend(teksten)):
        if regel.startswith(("#", "|", "[", "A.")):
            continue
        for woord in re.findall(r"\b[a-zë]{9,}\b", regel)[:2]:
            at = len(woord) // 2
            midden = (
                woord[at:],
                woord[at - 1] + woord[at:],
                woord[at] + woord[at - 1] + woord[at + 1 :],
            )
            fout = woord[: at - 1] + midden[number % 3]
            if fout != woord:
                yield met_regel(teksten, plaats, regel.replace(woord, fout, 1))
