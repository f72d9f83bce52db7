"""Places as people name them in a table: "art. 5 lid 3 sub b", "5.3", "Focusoverleg"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.tekst.adressen import alle_plaatsen
from convenantwerk.tekst.boom import Element, plain
from convenantwerk.tekst.citeren import Citaten, titel_kort
from convenantwerk.tekst.verwijswoorden import RANGTELWOORDEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.tekst.boom import Convenant

# What stands beside the place itself: (nieuw), (was artikel 5), quotes.
_BIJ = re.compile(r"\([^()]*\)|[\"'\u2018\u2019\u201c\u201d\u201e]")
_WEL_HEEL = re.compile(r"\b(gehele?|hele|heel|overal|algemeen|diverse|meerdere)\b")
_WOORDEN = (
    (r"\b(?:art\.?|artt\.?|artikelen|artikels)(?=\s|\d|$)", "artikel "),
    (r"\b(?:onderdeel|sub|letter|aanhef en onder)(?=\s|$)", "onder"),
    (r"\b(?:leden)\b", "lid"),
    (r"\b(\d+)e lid\b", r"lid \1"),
    (r"\u00a7+\s*(?=\d)", "paragraaf "),
    (r"\b(?:h|hfst|hoofdst)\.?\s+(?=\d)", "hoofdstuk "),
    (r"\bhet opschrift van\b|\bopschrift\b|\bkop\b|\btitel\b", " "),
    # That of a text of artikelen is itself a place.
    (r"\baanhef\b(?= van\b)|(?<!\Ade )(?<!\A)\baanhef\b", " "),
    (r"\b(?:eerste|enige|tweede|derde|vierde|\d+e) (?:alinea|volzin|zin|streepje|tabel)\b", " "),
    (r"(?<=[\d,] )(?:tabel|(?:voet)?noot)(?: \d+)?\b", " "),
    (r"\b(?:van|het|de|telkens)\b", " "),
)
_LIDWOORD = re.compile(rf"\b({'|'.join(RANGTELWOORDEN)})\s+lid\b")
_LETTER = re.compile(r"(\d) (?:onder )?([a-z])(?!\w)")  # "5.3 b"; 3.9a is a number
_SPLITS = re.compile(
    r"\s*(?:;|\n|\s/\s|,\s*(?=artikel|\d[\w.:]*\s*(?:,|\ben\b|$))|\ben\b(?=\s+(?:artikel|\d)))\s*"
)


_ARTIKEL = re.compile(r"\bart(?:ikel|\.|\s)", re.IGNORECASE)


class Plaatsen:
    """The places of one edition by what people call them.

    Args:
        convenant: the edition.
    """

    def __init__(self, convenant: Convenant) -> None:
        self._adressen: dict[str, list[str]] = {}
        citaten = Citaten(convenant)
        for deel in convenant.delen:
            for place in alle_plaatsen([deel]):
                naam = citaten.citeer(place.adres)
                for key in _sleutels(naam):
                    self._voeg(key, place.adres)
                prefix = f"{titel_kort(deel)}, "
                if naam.startswith(prefix):
                    for key in _sleutels(naam.removeprefix(prefix)):
                        self._voeg(key, place.adres)
                if isinstance(place.part, Element):
                    self._voeg(_sleutel(plain(place.part.opschrift)), place.adres)
                    for key in _sleutels(f"{place.part.soort} {place.part.nummer}"):
                        self._voeg(key, place.adres)
                    self._voeg(
                        _sleutel(f"{place.part.aanduiding} {plain(place.part.opschrift)}"),
                        place.adres,
                    )

    def _voeg(self, key: str, adres: str) -> None:
        known = self._adressen.setdefault(key, [])
        if key and adres not in known:
            known.append(adres)

    def zoek(self, naam: str) -> list[str]:
        """Return the addresses that a name can mean; none when it is no place in this edition."""
        for key in _sleutels(naam):
            if self._adressen.get(key):
                return self._adressen[key]
        delen = [deel for deel in _SPLITS.split(naam) if deel.strip()]
        if not delen[1:]:  # it is one place
            # From the artikel on, when what it stands in was named before it.
            at = _ARTIKEL.search(naam)
            return self.zoek(naam[at.start() :]) if at and at.start() else []
        found = []
        soort = ""
        for deel in delen:
            soort = deel.split()[0] if deel[:1].isalpha() else soort
            named = deel if deel[:1].isalpha() else f"{soort} {deel}"
            found += next(filter(None, map(self._adressen.get, _sleutels(named))), [])
        return list(dict.fromkeys(found))


def is_heel(naam: str) -> bool:
    """Tell whether a row is about the whole document, by what it is called; or by nothing."""
    return not naam.strip() or bool(_WEL_HEEL.search(naam.casefold()))


def _sleutels(naam: str) -> Iterator[str]:
    """Yield the forms under which a name is known, the most literal first."""
    key = _sleutel(naam)
    yield key
    if key[:1].isdigit():
        yield f"artikel {key}"
        yield f"hoofdstuk {key}"
        yield f"paragraaf {key}"
    lid = re.fullmatch(r"(artikel [\w:.-]+?) lid ([\w.]+)(.*)", key)
    if lid:
        artikel = lid[1].removeprefix("artikel ")
        yield f"artikel {lid[2]}{lid[3]}"
        yield f"artikel {artikel}.{lid[2]}{lid[3]}"
    dotted = re.fullmatch(r"(?:artikel )?(\w+)\.(\w+)(.*)", key)
    if dotted:
        yield f"artikel {dotted[1]} lid {dotted[2]}{dotted[3]}"
    if key.startswith("lid "):
        yield f"artikel {key.removeprefix('lid ')}"


def _sleutel(naam: str) -> str:
    """Return a name in one form: "artikel 5 lid 3 onder b"."""
    text = _BIJ.sub(" ", naam).casefold()
    for pattern, instead in _WOORDEN:
        text = re.sub(pattern, instead, text)
    text = _LIDWOORD.sub(lambda found: f"lid {RANGTELWOORDEN.index(found[1]) + 1}", text)
    text = re.sub(r"[,:\u2013]|\.(?=\s|$)|\)", " ", text)
    text = " ".join(text.split())
    genummerd = text.startswith(("artikel", "lid")) or text[:1].isdigit()
    return _LETTER.sub(r"\1 onder \2", text) if genummerd else text
