"""Texts that nobody would write, each as long as is asked: what reading them costs is measured.

A row is a name and what makes a text of about so many characters. Most repeat one piece: a parser
that looks from each piece to the end takes time that grows with the square.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Maker = Callable[[int], str]

KOP = "# 3 Kop\n\n"
_TABEL = "| a | b |\n| - | - |\n"


def _herhaald(piece: str, voor: str = "", na: str = "") -> Maker:
    return lambda size: f"{KOP}{voor}{piece * (size // len(piece) + 1)}{na}\n"


def _genummerd(piece: str, voor: str = "", na: str = "") -> Maker:
    """Repeat a piece in which `{n}` is a number that rises."""
    step = len(piece.format(n=100))
    return lambda size: (
        f"{KOP}{voor}{''.join(piece.format(n=n) for n in range(1, size // step + 2))}{na}\n"
    )


def _genest(opens: str, sluit: str) -> Maker:
    step = len(opens + sluit)
    return lambda size: f"{KOP}{opens * (size // step + 1)}x{sluit * (size // step + 1)}\n"


def _kop(piece: str, na: str) -> Maker:
    return lambda size: f"# 3 Kop {piece * (size // len(piece) + 1)}{na}\n\ntekst\n"


def _front_matter(voor: str, piece: str, na: str = "") -> Maker:
    return lambda size: f"---\n{voor}{piece * (size // len(piece) + 1)}{na}\n---\n{KOP}tekst\n"


def _sleutels(size: int) -> str:
    keys = "".join(f"sleutel{n}: waarde\n" for n in range(size // 18 + 1))
    return f"---\n{keys}---\n{KOP}tekst\n"


def _eender(size: int) -> str:
    """Half of it are terms that begin alike, the other half says how they begin."""
    rijen = "".join(f"- de term van z{n}: iets\n" for n in range(size // 50 + 1))
    woorden = "de term van " * (size // 24)
    return f"{KOP}## Artikel 1 Begrippen\n\n{rijen}\n{woorden}\n"


def _ladder(size: int) -> str:
    """Return lists of which each lies within the one before it."""
    lines: list[str] = []
    total = 0
    while total < size:
        lines.append(f"{'  ' * len(lines)}- x\n")
        total += len(lines[-1])
    return KOP + "".join(lines)


def _trap(size: int) -> str:
    """Return lists of which each stands a little less indented than the one before it."""
    steps = int(size**0.5) + 1
    return KOP + "".join(f"{'  ' * (steps - n)}- x\n" for n in range(steps))


def _voorlettertrap(size: int) -> str:
    """Return lines that begin with an initial, each indented more than the one before it."""
    steps = int(size**0.5) + 1
    return KOP + "".join(f"{'  ' * n}A. x\n\n" for n in range(steps))


def _breed(rijen: int) -> Maker:
    """Return the maker of a table of many columns."""

    def maker(size: int) -> str:
        columns = size // (2 * rijen + 4) + 1
        return f"{KOP}|{'a|' * columns}\n|{'-|' * columns}\n" + f"|{'b|' * columns}\n" * rijen

    return maker


def _vierkant(size: int) -> str:
    """Return a table with as many columns as rows, in which all rows but one are empty."""
    side = size // 7 + 1
    return f"{KOP}|{'a|' * side}\n|{'-|' * side}\n" + "|\n" * side


def _noten(size: int) -> str:
    numbers = range(1, size // 30 + 2)
    calls = " ".join(f"woord[^{n}]" for n in numbers)
    return f"{KOP}{calls}\n\n" + "".join(f"[^{n}]: de noot {n}\n" for n in numbers)


def _notenboom(size: int) -> str:
    """Return notes of which each calls the one before it twice."""
    numbers = range(2, size // 30 + 3)
    texts = "".join(f"[^{n}]: noot [^{n - 1}] [^{n - 1}]\n" for n in numbers)
    return f"{KOP}woord[^{numbers[-1]}]\n\n[^1]: noot\n{texts}"


def _inhoudsopgave(piece: str) -> Maker:
    return lambda size: f"# Inhoudsopgave\n\n{piece * (size // len(piece) + 1)}x\n"


TEKSTEN: Mapping[str, Maker] = {
    "haken open": _herhaald("["),
    "haken dicht": _herhaald("]"),
    "haken genest": _genest("[", "]"),
    "haken met tekst": _herhaald("[a "),
    "sterretjes": _herhaald("*"),
    "strepen onder": _herhaald("_"),
    "nadruk open": _herhaald("**a "),
    "nadruk dicht": _herhaald("a** "),
    "nadruk gemengd": _herhaald("*a_ "),
    "nadruk": _herhaald("*a* "),
    "nadruk genest": _genest("**a *b ", " b* a**"),
    "accenten": _herhaald("`a``"),
    "figuren open": _herhaald("!["),
    "figuren half": _herhaald("![]("),
    "figuren": _herhaald('![a](b "c") '),
    "figuren genest": _genest("![", "](x)"),
    "links": _herhaald("]("),
    "kleiner dan": _herhaald("<"),
    "entiteiten": _herhaald("&amp;&"),
    "backslashes": _herhaald("\\"),
    "ontsnapt": _herhaald("\\*"),
    "ankers": _kop("{#", "x"),
    "spaties in een kop": _kop(" ", "x"),
    "spaties na een verwijzing": _herhaald(" ", "artikel 1", "x"),
    "haakjes in een onderdeel": _herhaald("(", "- a ", "\n- b"),
    "zachte koppeltekens": _herhaald("sa\u00admen\u00ad "),
    "opmerkingen": _herhaald("<!-- goed: CV121, omdat het zo is -->\n"),
    "opmerkingen bij alinea's": _herhaald("<!-- goed: CV121, omdat x -->\na\n\n"),
    "opmerking zonder eind": _herhaald("-- >", "<!-- goed: CV121, omdat "),
    "lange regel": _herhaald("a"),
    "lang getal": _herhaald("1", "## Artikel 2 A\n\nx\n\n## Artikel 3", " B\n\nx"),
    "lang nummer": _herhaald("1.", "## ", "1 Kop\n\ntekst"),
    "strepen in een inhoudsopgave": _inhoudsopgave("____ "),
    "punten in een inhoudsopgave": _inhoudsopgave(". . . . "),
    "tabs": _herhaald("\t", "", "x"),
    "lege regels": _herhaald("\n", "- a\n", "- b"),
    "regels": _herhaald("regel\n"),
    "harde regels": _herhaald("regel\\\n"),
    "alinea's": _herhaald("een twee\n\n"),
    "noten open": _herhaald("[^"),
    "noten zonder tekst": _herhaald("[^1] "),
    "noten": _noten,
    "noten in noten": _notenboom,
    "noten op een regel": _herhaald("[^1]: "),
    "invulvelden": _herhaald("[*naam*] "),
    "invulvelden met noot": _herhaald("[a[^1]] "),
    "verwijzingen": _herhaald("artikel 8.4, onder a; "),
    "verwijzingen in een rij": _herhaald("artikel 8, "),
    "verwijzingen met haakje": _herhaald("artikel 1 ("),
    "verwijzingen tot en met": _herhaald("artikel 1 tot en met artikel 2 "),
    "verwijzingen naar leden": _herhaald("lid 9, onder a, "),
    "nummers in een rij": _genummerd("{n}, ", "artikelen 1, ", "en 2"),
    "verwijzingen van wetten": _herhaald("artikel 8 sub e j° 51 WBP, "),
    "verwijzingen in elkaar": _herhaald("lid 1 van ", "", "artikel 2"),
    "verwijzingen van en van": _herhaald("van artikel 1 van de wet "),
    "verwijzingen in twijfel": _herhaald("2, 3 lid 4, ", "artikel 1, "),
    "verwijzingen naar de vorige": _genummerd(
        "{n}. Het vorige lid, onder a\n\n", "## Artikel 1 A\n\n"
    ),
    "verwijzingen naar letters": _genummerd("{n}. onder a:\n   a. onder b\n", "## Artikel 1 A\n\n"),
    "verwijzingen naar artikelen": _genummerd(
        "## Artikel {n}.1 K\n\nZie artikel {n}.2.3 en het vorige\n\n"
    ),
    "leden in een rij": _genummerd("{n}, ", "leden 1, ", "en 2 van artikel 3"),
    "leden en leden": _herhaald("lid 1, 2, de "),
    "onderdelen in een rij": _herhaald("a, b en ", "onder ", "c van artikel 1"),
    "onderdelen met graden": _herhaald("onder a, onder 1°, "),
    "namen van wetten": _herhaald("Wet op de ", "artikel 1 "),
    "namen ervoor": _herhaald("de Wet X, "),
    "punten in een nummer": _herhaald("1.", "artikel ", "x"),
    "webadressen": _herhaald("https://a.nl/b_c, "),
    "webadres lang": _herhaald("a/_", "https://a.nl/"),
    "webadres met haakjes": _herhaald("(", "https://a.nl/", ")"),
    "postadres lang": _herhaald("a.", "", "@b.nl"),
    "postadres zonder slot": _herhaald("a@"),
    "domein lang": _herhaald("b-", "a@", "_"),
    "rangtelwoorden": _herhaald("eerste, "),
    "rangtelwoorden en lid": _herhaald("eerste en ", "", "tweede lid van artikel 1"),
    "koppen": _genummerd("## Artikel {n} Kop\n\ntekst\n\n"),
    "koppen met een nummer": _herhaald("## Artikel 1 Kop\n\nzie artikel 1\n\n"),
    "leden": _genummerd("5.{n} lid\n\n", "## Artikel 5 Kop\n\n"),
    "leden die klein beginnen": _genummerd(
        "{n}. een lid dat klein begint en zo verder gaat\n\n", "## Artikel 5 Kop\n\n"
    ),
    "leden die nergens heen leiden": _genummerd("{n}. Dit volgt:\n\n", "## Artikel 5 Kop\n\n"),
    "zinnen die ophouden": _herhaald("de een en. "),
    "onderdelen": _herhaald("a. x\n", "## Artikel 5 Kop\n\n"),
    "voorletters": _herhaald("A. x\n\n"),
    "voorletters zonder begin": _herhaald("B. x\n\n"),
    "voorletters als trap": _voorlettertrap,
    "merken van veel soorten": _herhaald("A. x\n\n(a) x\n\n1e. x\n\nI) x\n\n\u2013 x\n\n1° x\n\n"),
    "merken op volgende regels": _herhaald("(a) x\n\u2013 x\n1e. x\n", "zie\n"),
    "vervallen": _herhaald("[vervallen per 1 "),
    "vaste spaties": _herhaald("\u00a0", "", "x"),
    "vaste spaties per regel": _herhaald("\u00a0\u2009x\n"),
    "keuzes in een kop": _kop("[a] ", "Artikel 1"),
    "streepjes met een backslash": _herhaald("\\\u2013 "),
    "koppen van een naam": _herhaald("## Toelichting\n\ntekst\n\n"),
    "lijst in lijst": _herhaald("- a\n  - b\n"),
    "lijsten op een regel": _herhaald("- ", "", "x"),
    "lijsten als ladder": _ladder,
    "lijsten als trap": _trap,
    "begrippen": _genummerd("- term{n}: iets\n", "## Artikel 1 Begrippen\n\n"),
    "begrippen die eender beginnen": _eender,
    "begrippen in zinnen": _herhaald('onder x wordt verstaan y, hierna te noemen "Z" (AB) '),
    "hoofdletters in een zin": _genummerd("van de Z{n}a ", "zie "),
    "aanhalingen": _herhaald(">"),
    "tabel lang": _herhaald("| [c] | artikel 4 |\n", _TABEL),
    "tabel breed": _breed(4),
    "tabel vierkant": _vierkant,
    "tabel met strepen": _herhaald("| a\\|b | c |\n", _TABEL),
    "yaml diep": _front_matter("soort: ", "["),
    "yaml diep in blokken": _front_matter("soort:\n  ", "- ", "x"),
    "yaml met ankers": _front_matter("doel: &a x\ndeelnemers: [", "*a, ", "]"),
    "yaml met sleutels": _sleutels,
    "yaml lang": _front_matter("bewaartermijn: ", "P"),
}
