"""Headings and front matter: what kind of part a file or heading begins."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.waarde import waarde
from convenantwerk.tekst.nummers import LATIJN, NUMMER
from convenantwerk.tekst.overlegfeiten import Overlegfeiten
from convenantwerk.tekst.verwijswoorden import RANGTELWOORDEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.tekst.boom import ElementSoort, Genummerd

# What a title may stand behind, before its number: as written here, or the word in capitals.
_NAMEN: Mapping[str, Genummerd] = {
    "Deel": "deel",
    "Boek": "boek",
    "Hoofdstuk": "hoofdstuk",
    "Titel": "titel",
    "Afdeling": "afdeling",
    "Paragraaf": "paragraaf",
    "§": "paragraaf",
    "Artikel": "artikel",
    "Art.": "artikel",
    "Bijlage": "bijlage",
}
_WOORDEN_VOOR = "|".join(f"{naam}|{naam.upper()}" for naam in _NAMEN if naam.isalpha())
_EINDE = r"(?P<scheiding>[.:)]|[.:]?\s*[:|·\u2013\u2014-]{1,2})?(?=\s|$)"
# A number alone, most telling first: "1.1", "2", "1a"; "2e" and "3x" begin a sentence.
_KAAL: tuple[tuple[Genummerd, str], ...] = (
    ("paragraaf", r"(?P<nummer>\d+[a-z]{0,2}(?:\.\d+[a-z]{0,2})+)"),
    ("hoofdstuk", r"(?P<nummer>\d+[a-d]?)"),
)
_BENOEMD = re.compile(
    rf"(?P<merk>(?:(?P<woord>{_WOORDEN_VOOR})\s+|(?P<teken>§|Art\.)\s*)(?P<nummer>{NUMMER})){_EINDE}"
)
_GENUMMERD = tuple((soort, re.compile(rf"(?P<merk>{vorm}){_EINDE}")) for soort, vorm in _KAAL)
_VOORAF = re.compile(r"(?:\[[^\[\]]+\]\s*)+")
# What begins as a numbered heading, and when it is none has a number that cannot be read: in small
# letters, in emphasis, in words, or of a level that is not known.
_WOORDEN = "(?:deel|boek|hoofdstuk|titel|afdeling|paragraaf|artikel|bijlage)"
_TELWOORDEN = "eén|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
_IN_WOORDEN = rf"(?:Een|EEN|{_TELWOORDEN}|{'|'.join(RANGTELWOORDEN)})"
_ONLEESBAAR = re.compile(
    r"[*_(\[]*(?:(?:optioneel|facultatief|keuze)\W+)?(?:"
    rf"(?:{_WOORDEN}|artikelen)\s*\d|(?:§|art\.?)\s*\d|artikel(?![-\w])"
    rf"|{_WOORDEN}\s+(?-i:(?!een\b))(?:{_IN_WOORDEN})(?!\w)"
    rf"|(?:{'|'.join(RANGTELWOORDEN)})\s+{_WOORDEN}(?!\w)"
    r"|(?:onder|sub-?)(?:titel|afdeling|paragraaf)\s+(?:\d|[IVX]+\b))",
    re.IGNORECASE,
)
# "Artikel 5 bis Duur" is not artikel 5, and neither is "Artikel 5 tot en met 7 [Vervallen]".
_GAAT_DOOR = re.compile(rf"\s+(?:{'|'.join(LATIJN)}|(?:en|tot en met|t/m)\s+{NUMMER}(?:\s|$))")
_SLEUTEL = r"[a-z0-9-]+"
# What may stand behind a title, in any order: "{#anker}", "{dekt: avg-26-1, avg-26-2}".
_MERK = re.compile(
    rf"\{{(?:#(?P<anker>{_SLEUTEL})|dekt:\s*(?P<dekt>{_SLEUTEL}(?:,\s*{_SLEUTEL})*))\}}\s*$"
)
_FOUTE_MERKEN = {
    "{#": "een anker bestaat uit kleine letters, cijfers en streepjes: '{#naam}'",
    "{dekt": "een merk noemt de eisen waaraan dit stuk voldoet: '{dekt: avg-26-1, avg-32}'",
}


@waarde
class Kopgegevens(Overlegfeiten):
    """The front matter of a text file: what it is, and of an overleg its facts."""

    soort: Literal["hoofdstuk", "bijlage", "overleg"] | None = None
    status: Literal["ontbreekt"] | None = None

    def feiten(self) -> Overlegfeiten | None:
        """Return what is known of the overleg; None when the file is about no overleg."""
        if self.soort != "overleg":
            return None
        return Overlegfeiten(*(getattr(self, spec.name) for spec in fields(Overlegfeiten)))


@waarde
class Kop:
    """A heading taken apart.

    Args:
        window: where its title stands in the content.
        scheiding: what parts aanduiding and title, besides a space.
        dekt: the keys of what the law asks that, as its mark says, this part answers.
        vooraf: up to where an open choice stands before the aanduiding; 0 when there is none.
        onleesbaar: it begins as a numbered heading, but has no number that can be read.
    """

    soort: ElementSoort
    aanduiding: str
    nummer: str
    anker: str
    window: tuple[int, int]
    scheiding: str = ""
    vooraf: int = 0
    onleesbaar: bool = False
    dekt: tuple[str, ...] = ()


def lees_kop(content: str, niveau: int, gegevens: Kopgegevens | None) -> Kop:
    """Take a heading apart.

    Args:
        content: the heading as written, without `#`: "Artikel 5 Besluitvorming {#art-5}".
        niveau: the number of `#`.
        gegevens: the front matter, for the heading of a whole file.
    """
    anker, dekt, end = _merken(content)
    choice = _VOORAF.match(content)
    vooraf = choice.end() if choice else 0
    for soort, pattern in ((None, _BENOEMD), *(_GENUMMERD[:1] if vooraf else _GENUMMERD)):
        match = pattern.match(content, vooraf)
        if match and not _GAAT_DOOR.match(content, match.end()):
            start = len(content) - len(content[match.end() :].lstrip())
            return Kop(
                soort or _NAMEN[match["teken"] or match["woord"].capitalize()],
                match["merk"],
                match["nummer"],
                anker,
                (start, end),
                match["scheiding"] or "",
                vooraf,
                dekt=dekt,
            )
    plain_soort: ElementSoort = "hoofdstuk" if niveau == 1 else "paragraaf"
    soort_kop = (gegevens and gegevens.soort) or plain_soort
    onleesbaar = any(_ONLEESBAAR.match(content, at) for at in (0, vooraf))
    return Kop(soort_kop, "", "", anker, (0, end), onleesbaar=onleesbaar, dekt=dekt)


def _merken(content: str) -> tuple[str, tuple[str, ...], int]:
    """Return the anker and the eisen that stand behind a title, and where the title ends."""
    found: dict[str, str] = {}
    end = len(content)
    while (merk := _MERK.search(content[:end])) and merk.lastgroup not in found:
        found[merk.lastgroup or ""] = merk[merk.lastgroup or 0]
        end = len(content[: merk.start()].rstrip())
    dekt = found.get("dekt", "").replace(",", " ").split()
    return found.get("anker", ""), tuple(dict.fromkeys(dekt)), end


def fout_merk(title: str) -> str:
    """Return what is wrong with what looks like a mark behind a title; "" when nothing is."""
    staart = title[title.rfind("}", 0, -1) + 1 :] if title.endswith("}") else ""
    return next((wat for begin, wat in _FOUTE_MERKEN.items() if begin in staart), "")
