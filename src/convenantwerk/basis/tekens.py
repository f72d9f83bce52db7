"""Characters that do not belong in a name: those one does not see, or takes for others.

Python knows no script of a letter, but its Unicode name begins with it: "CYRILLIC SMALL LETTER O".
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Kinds of characters that leave no mark on paper, as ranges of a regular expression.
_RICHTING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_BREEDTELOOS = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\u2800\u3164"
    "\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
)
_LABELS = "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
_VARIANTEN = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_STUUR = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029"
_HALF = "\ud800-\udfff"
_EIGEN = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_UITLEG: tuple[tuple[str, str], ...] = (
    (_RICHTING, "een teken dat de leesrichting omkeert: u leest iets anders dan er staat"),
    (_BREEDTELOOS, "een teken zonder breedte, dat u niet ziet"),
    (_LABELS, "een onzichtbaar labelteken"),
    (_VARIANTEN, "een onzichtbaar teken dat een ander teken van vorm verandert"),
    ("\xad", "een zacht afbreekstreepje, dat u meestal niet ziet"),
    (_HALF, "een half teken: dit is geen geldige tekst"),
    (_EIGEN, "een teken dat alleen in één lettertype bestaat"),
    ("\ufffc\ufffd", "het teken dat de plaats houdt van wat verloren ging"),
)
_SOORT: Mapping[str, str] = {
    "Cn": "een teken dat in Unicode niet bestaat",
    "Cf": "een teken dat u niet ziet",
    "Cc": "een stuurteken",
    "Zl": "een regeleinde",
    "Zp": "een regeleinde",
}
# What most names consist of: whoever has only these need not be looked at any closer.
_LETTERS = "!-~\xa1-\xac\xae-\u0131\u0134-\u024f\u2010-\u2015\u2018-\u201f\u2020-\u2022\u2026\u20ac"
GEWOON = re.compile(f"[ {_LETTERS}]*")
_NETJES = re.compile(f"[{_LETTERS}]+(?: [{_LETTERS}]+)*")
# What no program for documents takes, whatever it is part of.
ONDRUKBAAR = re.compile(f"[{_STUUR}{_HALF}\ufffe\uffff]")
NIET_TE_ZIEN = re.compile(f"[{_RICHTING}{_BREEDTELOOS}{_LABELS}{_VARIANTEN}\xad{_STUUR}]")
_NIET_TE_TONEN = re.compile(f"{NIET_TE_ZIEN.pattern}|[\n{_HALF}]")
# In running text a soft hyphen, an emoji with its variant or a sign of one font may be meant.
_IN_TEKST = re.compile(f"[{_RICHTING}{_BREEDTELOOS}{_LABELS}]")
# Nor does a word hold signs that change the shape of the one before; an emoji may.
VARIANT = re.compile(f"(?<=[\\w\\s])[{_VARIANTEN}]")
# Kinds of spaces that are no space: they look the same, and no search finds one for the other.
SPATIES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")

_WOORD = re.compile(r"\w+")
_SCHRIFTEN: Mapping[str, str] = {
    "LATIN": "Latijnse",
    "CYRILLIC": "Cyrillische",
    "GREEK": "Griekse",
    "ARMENIAN": "Armeense",
    "HEBREW": "Hebreeuwse",
    "ARABIC": "Arabische",
}
_SAMEN = dict.fromkeys(("HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"), "CJK")
# Letters of other scripts that a reader takes for Latin ones, and those; a word of nothing else is
# no word. Cyrillic, Greek, Armenian.
LIJKT_LATIJN: Mapping[int, str] = {
    ord(vreemd): latijns
    for vreemd, latijns in zip(
        "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0423"
        "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u051b\u051d"
        "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
        "\u03bf\u03bd\u03c1\u03f2\u0555\u0585\u057d\u0578",
        "ABESIJKMHOPCTXYaeopcyxijshdqwABEZHIKMNOPTYXovpcOoun",
        strict=True,
    )
}


class Bezwaar(NamedTuple):
    """A character that does not belong: where in the text, its number, and what it is."""

    plek: int
    teken: str
    wat: str


def nummer(teken: str) -> str:
    """Return how Unicode calls a character: "U+202E"."""
    return f"U+{ord(teken):04X}"


def zichtbaar(text: str) -> str:
    """Return a text with all that one would not see, or that a terminal would obey, as numbers."""
    return _NIET_TE_TONEN.sub(lambda match: f"<{nummer(match.group())}>", text)


def is_gewoon(text: str) -> bool:
    """Tell at once that nothing can object to a value, as is so of nearly all."""
    return _NETJES.fullmatch(text) is not None


def vreemde_tekens(text: str) -> Iterator[Bezwaar]:
    """Yield the characters that do not belong in a text that documents can hold."""
    if GEWOON.fullmatch(text):
        return
    for plek, teken in enumerate(text):
        if wat := _wat(teken):
            yield Bezwaar(plek, nummer(teken), wat)
    yield from schriften(text)


def in_tekst(text: str) -> Iterator[Bezwaar]:
    """Yield the characters that belong in no text, be it of one line or of many."""
    for match in _IN_TEKST.finditer(text):
        yield Bezwaar(match.start(), nummer(match.group()), _wat(match.group()))


def _wat(teken: str) -> str:
    """Return what is wrong with a character by itself, "" when nothing is."""
    for reeks, wat in _UITLEG:
        if re.match(f"[{reeks}]", teken):
            return wat
    category = unicodedata.category(teken)
    if category in _SOORT and teken not in "\t\n":
        return _SOORT[category]
    if category[0] in "LN" and (gewoon := siervorm(teken)):
        return f"een siervorm van '{gewoon}'"
    return ""


def siervorm(teken: str) -> str:
    """Return the ordinary letters or digits that a character is another shape of, else ""."""
    gewoon = unicodedata.normalize("NFKC", teken) if teken > "\u024f" else teken
    return gewoon if gewoon != teken and gewoon.isascii() and gewoon.isalnum() else ""


def schriften(text: str, *, alle: bool = False) -> Iterator[Bezwaar]:
    """Yield a letter of each word that mixes scripts, or only seems to be Latin; or `alle`."""
    letters = {teken: schrift for teken in text if (schrift := _schrift(teken))}
    # Who writes a whole name in another script uses letters that Latin does not have.
    echt = {schrift for teken, schrift in letters.items() if ord(teken) not in LIJKT_LATIJN}
    # A mark belongs to the letter before it, and what is not seen parts no word.
    bare = "".join("_" if _is_merk(teken) else teken for teken in text)
    for word in _WOORD.finditer(bare):
        woord = word.group().replace("_", "")
        found = Counter(letters[teken] for teken in word.group() if teken in letters)
        eigen = "LATIN" if "LATIN" in found else next(iter(found), "LATIN")
        vals = not echt.intersection(found)
        for plek, teken in enumerate(word.group(), word.start()):
            schrift = letters.get(teken, eigen)
            naam = _SCHRIFTEN.get(schrift, "vreemde")
            if schrift != eigen:
                wat = f"een {naam} letter in '{woord}', tussen {_SCHRIFTEN.get(eigen, 'andere')}"
            elif teken in letters and vals:
                wat = f"een {naam} letter in '{woord}', dat Latijns lijkt"
            else:
                continue
            yield Bezwaar(plek, nummer(teken), wat)
            if not alle:
                break


def _is_merk(teken: str) -> bool:
    return unicodedata.category(teken)[0] == "M" or bool(NIET_TE_ZIEN.match(teken))


def _schrift(teken: str) -> str:
    """Return the script of a letter, "" for what all scripts use, as the sign for micro."""
    if unicodedata.category(teken) not in ("Lu", "Ll", "Lt", "Lo") or teken == "\xb5":
        return ""
    letter = unicodedata.normalize("NFKC", teken)[0]
    first = unicodedata.name(letter, "").split(" ", 1)[0]
    return _SAMEN.get(first, first)


def ruimte(text: str) -> str:
    """Return what is wrong with the spaces in a name, "" when nothing is."""
    if match := SPATIES.search(text):
        soort = "een tab" if match.group() == "\t" else "een spatie die geen gewone is"
        return f"heeft {soort} ({nummer(match.group())})"
    if text != text.strip():
        return "begint of eindigt met een spatie"
    return "heeft twee spaties achter elkaar" if "  " in text else ""
