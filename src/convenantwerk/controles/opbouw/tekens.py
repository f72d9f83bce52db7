"""The controles of signs: words written twice, spaces, brackets and quotes."""

from __future__ import annotations

import re
from operator import eq
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.onderzoek import Controle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.controles.woordplaatsen import Passage

_DUBBEL = (
    r"(?<![\w\u2019'-])(?P<eerste>[^\W\d_]{2,})"
    r"(?=\s+(?P<tweede>[^\W\d_]{2,})(?![\w\u2019'-]))"
)
# Words that may well follow themselves: "hij zei dat dat kan", "zij zijn zijn taken kwijt".
_MAG_DUBBEL = frozenset(
    (
        *("die", "dat", "wat", "er", "het", "zo", "was", "zijn", "haar", "hun", "zij", "ze", "is"),
        *("ver", "heel", "wel"),
    )
)
# Unless what stands before or after them tells otherwise: "met het het antwoord".
_TOCH_DUBBEL = (
    r"\A\W*het\s+het\b"
    r"|(?:met|van|in|op|voor|aan|bij|door|uit|over|na|te|tot|naar|om|onder|en|of) het\s+het\b"
    r"|\bdat\s+dat (?:de|het|een|deze|hun|zij|elke|partijen|partners)\b"
)
# Each begins with one of the first signs, so that only there is looked further.
_TEKENS = (
    r"[ (,;./](?:"
    r"(?<= )(?: {1,2}(?=[^\s])|(?=[,;.!?](?:[ \n]|\Z))|(?=\)))"  # two spaces; one before a sign
    r"|(?<=\() (?=[^ )])"
    r"|(?<=,)(?=[,;.])|(?<=;)(?=[,;.])|(?<=\.)\.(?!\.)"  # two signs
    r"|(?<=/)(?= \S)"  # "en/ of"
    r"|(?<= )(?=/[^\s/])"
    r"|(?<= )(?=\u2013[a-zà-ÿ])"  # a dash for a hyphen
    r")"
)
_TEKENS_KERN = (
    *("  ", " ,", " ;", " .", " !", " ?", " )", "( ", "/ ", " /", " \u2013"),
    *(",,", ",;", ",.", ";,", ";;", ";.", ".."),
)
_GEPLAKT = re.compile(r"[,;](?=[^\W\d_]{2})|\.(?=[A-ZÀ-Þ][a-zà-ÿ])")  # no space behind a sign
_WOORD_ERVOOR = re.compile(r"[^\W\d_]{2,}\Z")
_GEEN_PROZA = re.compile(r"://|www\.|@|\.\.\.")
_RONDOM = 12
_VER = 40
_STREEP = "\u2013"


def check_tekens(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No word stands twice, and spaces stand where they belong."""
    for deel in onderzoek.passages:
        yield from _dubbel(deel)
        yield from _spaties(deel, _GEPLAKT.finditer(deel.tekst))
    for deel in onderzoek.passages_met(_TEKENS_KERN):
        yield from _spaties(deel, re.finditer(_TEKENS, deel.tekst))


def _dubbel(deel: Passage) -> Iterator[Diagnostic]:
    los = deel.tekst.lower().split()
    if not any(map(eq, los, los[1:])):
        return
    al: set[str] = set()
    for match in re.finditer(_DUBBEL, deel.tekst):
        eerste, tweede = match["eerste"], match["tweede"]
        einde = match.end("tweede")
        if eerste.lower() != tweede or tweede in al:
            continue
        al.add(tweede)  # once says it of a paragraph
        rondom = deel.tekst[max(match.start() - _RONDOM, 0) : einde + _RONDOM]
        if tweede not in _MAG_DUBBEL or re.search(_TOCH_DUBBEL, rondom):
            woorden = deel.tekst[match.start() : einde]
            wat = "een woord staat er twee keer"
            yield CODES["CV144"].at(deel.plaats(match.start()), woorden=woorden, wat=wat)


def _spaties(deel: Passage, plekken: Iterable[re.Match[str]]) -> Iterator[Diagnostic]:
    tekst = deel.tekst
    for match in plekken:
        wat = _wat(deel, match)
        if wat:
            begin, einde = _van_tot(tekst, match.start(), match.end())
            yield CODES["CV144"].at(deel.plaats(begin), woorden=tekst[begin:einde], wat=wat)


def _van_tot(tekst: str, begin: int, einde: int) -> tuple[int, int]:
    """Return where the word before a place begins, and where the one behind it ends."""
    links = tekst[max(begin - _VER, 0) : begin]
    rechts = tekst[einde : einde + _VER].lstrip(" ")
    eerste = begin - len(links.split(" ")[-1].rpartition("\n")[2])
    over = len(tekst[einde : einde + _VER]) - len(rechts)
    woord = rechts.split(" ")[0].partition("\n")[0]
    return eerste, einde + over + len(woord.rstrip(".,;:") or woord)


def _wat(deel: Passage, match: re.Match[str]) -> str:
    """Return what is wrong at a place; "" when it is not, after all."""
    tekst, begin = deel.tekst, match.start()
    teken, volgend = tekst[begin], tekst[begin + 1 : begin + 2]
    omgeving = tekst[max(begin - _RONDOM, 0) : begin + _RONDOM]
    ervoor = _WOORD_ERVOOR.search(tekst, max(begin - _RONDOM, 0), begin)
    if teken == " ":
        return _bij_spatie(tekst, begin, volgend, omgeving)
    if teken == "(":
        return "een spatie na een haakje openen"
    if teken == "/":
        eerder = tekst[begin - 1 : begin]
        scheef = bool(eerder.strip()) and eerder not in "/:" and volgend == " "
        return "een spatie aan één kant van een schuine streep" if scheef else ""
    if volgend in ",;.":
        return "twee leestekens achter elkaar" if ervoor and "..." not in omgeving else ""
    if ervoor and not _GEEN_PROZA.search(tekst[slice(*_van_tot(tekst, begin, begin))]):
        return f"geen spatie na '{teken}'"
    return ""


def _bij_spatie(tekst: str, begin: int, volgend: str, omgeving: str) -> str:
    if volgend == " ":
        # Behind a full stop some always type two, and more than three line something up.
        ervoor = tekst[begin - 1 : begin]
        return "twee spaties" if ervoor and ervoor not in "\n .:;!?" else ""
    if volgend == ")":
        return "" if tekst[begin - 1 : begin] in ("(", "") else "een spatie voor een haakje sluiten"
    if volgend == "/":
        scheef = tekst[begin - 1 : begin].isalnum()
        return "een spatie aan één kant van een schuine streep" if scheef else ""
    if volgend == _STREEP:
        return (
            "" if _STREEP in tekst[begin + 2 :] else "een gedachtestreep waar een koppelteken hoort"
        )
    return "" if ".." in omgeving or not begin else f"een spatie voor '{volgend}'"


# --- what is opened and closed --------------------------------------------------------------

_HAKEN = re.compile(r"[()]")
_MERK = re.compile(
    r"(?:\A|[\s,;/(\u2013-])(?:\d{1,3}[a-z]?|[a-zA-Z]|[ivxIVX]{2,5})[°º]?\Z"
)  # "onder a)", "1)", "iv)"
_AANHALING = re.compile(r"[“”„\"]")


def check_paren(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """What is opened is closed, within a paragraph, or for a quote in the same artikel."""
    open_citaat: tuple[Passage, int] | None = None
    for deel in onderzoek.passages:
        yield from _haken(deel)
        if open_citaat is not None and deel.omgeving.element is not open_citaat[0].omgeving.element:
            yield _los(*open_citaat, "een aanhalingsteken dat niet sluit")
            open_citaat = None
        los = _los_citaat(deel)
        if los is None:
            continue
        opent = deel.tekst[los] in "“„" or (deel.tekst[los] == '"' and _is_begin(deel.tekst, los))
        if opent and open_citaat is not None:
            yield _los(*open_citaat, "een aanhalingsteken dat niet sluit")
        if opent:
            open_citaat = (deel, los)
        elif open_citaat is not None:
            open_citaat = None
        else:
            yield _los(deel, los, "een aanhalingsteken dat nergens opent")
    if open_citaat is not None:
        yield _los(*open_citaat, "een aanhalingsteken dat niet sluit")


def _haken(deel: Passage) -> Iterator[Diagnostic]:
    tekst = deel.tekst
    if "(" not in tekst and ")" not in tekst:
        return
    geopend: list[int] = []
    sluit: list[int] = []
    for match in _HAKEN.finditer(tekst):
        at = match.start()
        if match[0] == "(":
            geopend.append(at)
        elif geopend:
            geopend.pop()
        elif not _MERK.search(tekst, max(at - 6, 0), at):
            sluit.append(at)
    for found, wat in ((sluit, "nergens opent"), (geopend, "niet sluit")):
        if found:  # once says it of a paragraph
            meer = f" (en nog {len(found) - 1} in deze alinea)" if len(found) > 1 else ""
            yield _los(deel, found[0], f"een haakje dat {wat}{meer}")


def _los_citaat(deel: Passage) -> int | None:
    """Return where a double quote stands without another; of an even number none does."""
    tekst = deel.tekst
    found = [match.start() for match in _AANHALING.finditer(tekst)]
    if len(found) % 2 == 0:
        return None
    opens = 0
    laatste = -1
    for at in found:
        if tekst[at] == "”" or (tekst[at] == '"' and opens):
            if not opens:
                return at
            opens = 0
        else:
            if opens:
                return laatste
            opens, laatste = 1, at
    return laatste if opens else found[-1]


def _is_begin(tekst: str, at: int) -> bool:
    return not tekst[at - 1 : at].strip() or tekst[at - 1] == "("


def _los(deel: Passage, at: int, wat: str) -> Diagnostic:
    woorden = deel.tekst[at : at + 30].split("\n")[0]
    if deel.tekst[at] in ")”" or (deel.tekst[at] == '"' and not _is_begin(deel.tekst, at)):
        begin = max(at - 25, 0)
        woorden = deel.tekst[begin : at + 1].split("\n")[-1]
        woorden = woorden.partition(" ")[2] or woorden if begin else woorden
        at -= len(woorden) - 1
    else:
        woorden = " ".join(woorden.split()[:4])
    return CODES["CV145"].at(deel.plaats(at), woorden=woorden, wat=wat)


CONTROLES = (
    Controle(check_tekens, "nalezen"),
    Controle(check_paren, "nalezen"),
)
