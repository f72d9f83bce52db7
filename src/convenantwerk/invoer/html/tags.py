"""What the tags and styles of a web page say, as far as a text is concerned."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from convenantwerk.tekst.nummers import als_letters, als_romeins

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Soort = Literal["cursief", "vet", "hoog", "laag"]

# Before and behind these a line ends.
BLOK = frozenset(
    (
        *("html", "body", "main", "article", "section", "header", "footer", "nav", "aside", "div"),
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "blockquote", "address", "center"),
        *("ul", "ol", "menu", "dir", "li", "dl", "dt", "dd", "figure", "figcaption"),
        *("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"),
        *("details", "summary", "form", "fieldset", "legend", "select", "option", "textarea"),
    )
)
# Nothing in these is text for a reader.
GEEN_TEKST = frozenset(("script", "style", "template", "head", "iframe", "object", "svg", "math"))
# On an item: the mark before it, where a page was made of something that says so.
MERK = "data-merk"
DOORGEHAALD = frozenset(("s", "del", "strike"))
KOPPEN: Mapping[str, int] = {f"h{niveau}": niveau for niveau in range(1, 7)}
NADRUK: Mapping[str, Soort] = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "cursief"),
    **dict.fromkeys(("strong", "b"), "vet"),
    "sup": "hoog",
    "sub": "laag",
}
_TELLING: Mapping[str, str] = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
    "lower-latin": "lower-alpha",
    "upper-latin": "upper-alpha",
}
_MAAT = re.compile(r"(-?\d{1,5}(?:\.\d{1,6})?)(pt|px|cm|mm|in|em|rem)?$")
_PUNTEN: Mapping[str | None, float] = {
    "pt": 1.0,
    "px": 0.75,
    "cm": 28.35,
    "mm": 2.835,
    "in": 72.0,
    "em": 11.0,
    "rem": 11.0,
    None: 0.0,
}
_VET = 600


def stijl_van(style: str) -> dict[str, str]:
    """Return the declarations of a style attribute; what is no declaration is passed over."""
    found = {}
    for deel in style.split(";"):
        naam, punt, waarde = deel.partition(":")
        if punt:
            found[naam.strip().lower()] = waarde.strip().lower()
    return found


def nadruk_van(tag: str, stijl: Mapping[str, str], nu: frozenset[Soort]) -> frozenset[Soort]:
    """Return the emphasis in an element, from its tag, its style and what it stands in."""
    soorten = set(nu)
    if tag in NADRUK:
        soorten.add(NADRUK[tag])
    elif tag in KOPPEN:
        soorten.clear()
    if dikte := stijl.get("font-weight"):
        zwaar = dikte in ("bold", "bolder") or (dikte.isdecimal() and int(dikte[:4]) >= _VET)
        (soorten.add if zwaar else soorten.discard)("vet")
    if stand := stijl.get("font-style"):
        (soorten.add if stand in ("italic", "oblique") else soorten.discard)("cursief")
    if hoogte := stijl.get("vertical-align"):
        if hoogte == "super":
            soorten.add("hoog")
        elif hoogte == "sub":
            soorten.add("laag")
    return frozenset(soorten)


def is_verborgen(attrs: Mapping[str, str], stijl: Mapping[str, str]) -> bool:
    """Tell whether a reader does not see an element."""
    return (
        "hidden" in attrs
        or stijl.get("display") == "none"
        or stijl.get("visibility") == "hidden"
        or stijl.get("mso-hide") == "all"
    )


def punten(maat: str) -> float:
    """Return a measure of CSS in points; 0 for what is none, or a share of something."""
    match = _MAAT.match(maat)
    return float(match[1]) * _PUNTEN[match[2]] if match else 0.0


def telwijze(soort: str, stijl: Mapping[str, str]) -> str:
    """Return how a list counts, from its `type` and its style: "lower-alpha"; "decimal"."""
    for woord in stijl.get("list-style-type", stijl.get("list-style", "")).split():
        if woord in _VORMEN or woord == "none":
            return woord
        if woord in _TELLING:
            return _TELLING[woord]
    return _TELLING.get(soort, "decimal")


def merk_van(nummer: int, telwijze_: str) -> str:
    """Return the mark before an item, as a browser shows it: "3.", "c.", "iii."."""
    if telwijze_ == "none":
        return ""
    return f"{_VORMEN.get(telwijze_, str)(nummer)}."


_VORMEN: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimal-leading-zero": lambda nummer: f"{nummer:02d}",
    "lower-alpha": als_letters,
    "upper-alpha": lambda nummer: als_letters(nummer).upper(),
    "lower-roman": lambda nummer: als_romeins(nummer).lower(),
    "upper-roman": als_romeins,
}


def getal(tekst: str | None, anders: int) -> int:
    """Return the whole number that an attribute holds, `anders` when it holds none."""
    schoon = (tekst or "").strip()
    return int(schoon) if re.fullmatch(r"-?\d{1,6}", schoon, re.ASCII) else anders


def wijst_weg(href: str, tekst: str) -> bool:
    """Tell whether a link leads to another place than in the page, which its text does not say."""
    adres = "".join(href.split())
    buiten = bool(adres) and not adres.startswith("#")
    return buiten and adres.removeprefix("mailto:") != "".join(tekst.split())
