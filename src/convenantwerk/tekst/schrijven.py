"""The text tree back to Markdown: the same words, numbers and emphasis, in one fixed form.

What is written is read back to an equal tree; writing that again gives the same bytes. A
paragraph is one line, so a text never changes because a line was wrapped.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, pairwise, repeat
from typing import TYPE_CHECKING

from convenantwerk.basis.als_yaml import as_yaml
from convenantwerk.tekst.aanduidingen import find_mark
from convenantwerk.tekst.adressen import opgebouwd
from convenantwerk.tekst.boom import (
    CELREGEL,
    Alinea,
    Blok,
    Element,
    Figuur,
    Inline,
    Invulveld,
    Nadruk,
    Onderdeel,
    Opsomming,
    Regeleinde,
    Registerplaats,
    Tabel,
    Tekst,
    Tekstbestand,
    Verwijzing,
    Voetnoot,
    plain,
)
from convenantwerk.tekst.opmerkingen import geschreven
from convenantwerk.tekst.overlegfeiten import Overlegfeiten
from convenantwerk.tekst.vervallen import TUSSEN_HAKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.tekst.adressen import Part
    from convenantwerk.tekst.opmerkingen import Opmerking

NADRUK = {"cursief": "*", "vet": "**", "hoog": "^", "laag": "~"}
_REGELEINDE = "\\\n"
_UITLIJNING = {"links": "---", "midden": ":-:", "rechts": "--:"}
# "[Vervallen]" is no place to fill in, so its brackets need no guard.
_BIJZONDER = re.compile(
    rf"(?P<vervallen>\[{TUSSEN_HAKEN.pattern}\])|[\\*_\[\]^~]|<(?=br>|!--)", re.IGNORECASE
)
_OPMAAK = re.compile(r"[\\*_]")
_BLOKBEGIN = re.compile(r"#{1,6}(?=\s|$)|:::|\||!(?=\[)|([-*_])(?:[ \t]*\1){2,}[ \t]*$")


def schrijf_tekst(bestand: Tekstbestand) -> str:
    """Return a source file as text."""
    return _written(bestand.front_matter, [bestand.element])


def schrijf_fragment(parts: Sequence[Part]) -> str:
    """Return parts as the text of a file, which `lees_fragment` reads back to equal parts.

    Args:
        parts: elements, or leden, onderdelen and other blocks, blocks first. The facts of an
            element (`ontbreekt`, `feiten`) are written when it is the only part.
    """
    match parts:
        case [Element() as element]:
            return _written(front_matter(element), parts)
        case _:
            return _written("", parts)


def front_matter(element: Element) -> str:
    """Return the front matter that gives an element what its heading does not tell."""
    feiten = element.feiten or Overlegfeiten()
    unnumbered = element.soort in ("bijlage", "overleg") and not element.aanduiding
    keys = {
        "soort": "overleg" if element.feiten else element.soort if unnumbered else "",
        "status": "ontbreekt" if element.ontbreekt else "",
        "wijze": feiten.wijze,
        "protocol": feiten.protocol,
    }
    rest = as_yaml(replace(feiten, wijze=None, protocol=None)) if element.feiten else ""
    lines = [f"{key}: {value}" for key, value in keys.items() if value]
    return "\n".join([*lines, *(line for line in rest.splitlines() if line != "{}")])


def _written(front_matter: str, parts: Iterable[Part]) -> str:
    noten: list[Voetnoot] = []
    chunks = [
        chunk
        for part in opgebouwd(parts)
        for chunk in (_element(part, noten) if isinstance(part, Element) else [_blok(part, noten)])
    ]
    texts = [f"[^{noot.merk}]: {_inline(noot.inhoud, [])}" for noot in noten]
    body = "\n\n".join([*chunks, *(["\n".join(texts)] if texts else [])]) + "\n"
    return f"---\n{front_matter}\n---\n{body}" if front_matter else body


def _element(element: Element, noten: list[Voetnoot]) -> Iterator[str]:
    if element.soort == "slot":
        yield "---"
    elif element.soort != "artikelen":
        vooraf, opschrift = (_inline(part, noten) for part in (element.vooraf, element.opschrift))
        kop = " ".join(filter(None, (vooraf, element.kopmerk, opschrift)))
        anker = f" {{#{element.anker}}}" if element.eigen_anker else ""
        dekt = f" {{dekt: {', '.join(element.dekt)}}}" if element.dekt else ""
        yield _met(element.opmerkingen, f"{'#' * element.niveau} {kop}{anker}{dekt}")
    for part in element.inhoud:
        if isinstance(part, Element):
            yield from _element(part, noten)
        else:
            yield _blok(part, noten)


def _blok(blok: Blok, noten: list[Voetnoot]) -> str:
    match blok:
        case Alinea():
            return _met(blok.opmerkingen, _alinea(blok.inhoud, noten))
        case Opsomming():
            return _opsomming(blok, noten)
        case Tabel():
            return _met(blok.opmerkingen, _tabel(blok, noten))
        case Figuur():
            return f"![{blok.alt}]({blok.pad.replace(' ', '%20')})"
        case Registerplaats():
            return f"::: {blok.register}"


def _met(opmerkingen: Sequence[Opmerking], text: str) -> str:
    """Return what is about a block above it."""
    return "\n".join((*geschreven(opmerkingen), text))


def _alinea(inhoud: tuple[Inline, ...], noten: list[Voetnoot]) -> str:
    """Return a paragraph, its lines guarded against being read as something else."""
    return "\n".join(_guarded(line) for line in _inline(inhoud, noten).split("\n"))


def _guarded(line: str) -> str:
    if found := find_mark(line):
        # The last character of a mark is punctuation, or the point within "5.3" is.
        _, merk = found
        at = merk.index(".") if merk[-1].isascii() and merk[-1].isalnum() else len(merk) - 1
        return f"{line[:at]}\\{line[at:]}"
    return f"\\{line}" if _BLOKBEGIN.match(line) else line


def _opsomming(opsomming: Opsomming, noten: list[Voetnoot]) -> str:
    items = [_onderdeel(item, noten) for item in opsomming.onderdelen]
    loose = opsomming.soort == "lid" or any(_has_more(item) for item in opsomming.onderdelen)
    return ("\n\n" if loose else "\n").join(items)


def _has_more(onderdeel: Onderdeel) -> bool:
    """Tell whether an item holds more than one paragraph with lists directly under it."""
    first, *rest = onderdeel.inhoud or (Alinea(()),)
    return not isinstance(first, Alinea) or any(not isinstance(blok, Opsomming) for blok in rest)


def _onderdeel(onderdeel: Onderdeel, noten: list[Voetnoot]) -> str:
    indent = " " * (len(onderdeel.merk) + 1)
    first, *rest = onderdeel.inhoud or (Alinea(()),)  # empty only where the reader gave up
    opmerkingen = onderdeel.opmerkingen
    if isinstance(first, Alinea):  # nothing can stand between a mark and the words behind it
        opmerkingen, first = (*opmerkingen, *first.opmerkingen), replace(first, opmerkingen=())
    text = _blok(first, noten)
    for before, blok in pairwise([first, *rest]):
        tight = isinstance(before, Alinea) and isinstance(blok, Opsomming)
        text += ("\n" if tight else "\n\n") + _blok(blok, noten)
    lines = text.split("\n")
    below = (indent + line if line else "" for line in lines[1:])
    return _met(opmerkingen, "\n".join([f"{onderdeel.merk} {lines[0]}", *below]))


def _tabel(tabel: Tabel, noten: list[Voetnoot]) -> str:
    rows = [_rij(rij, noten) for rij in (tabel.kop, *tabel.rijen)]
    rule = "| " + " | ".join(_UITLIJNING[kant] for kant in tabel.uitlijning) + " |"
    return "\n".join([rows[0], rule, *rows[1:]])


def _rij(cellen: Iterable[tuple[Inline, ...]], noten: list[Voetnoot]) -> str:
    texts = (
        _inline(cel, noten).replace(_REGELEINDE, CELREGEL).replace("|", "\\|") for cel in cellen
    )
    return "| " + " | ".join(texts) + " |"


def _beschermd(match: re.Match[str]) -> str:
    if match["vervallen"]:
        return _OPMAAK.sub(r"\\\g<0>", match.group())
    return f"\\{match.group()}"


def _inline(inhoud: Sequence[Inline], noten: list[Voetnoot], buiten: str = "") -> str:
    """Return inline content; `buiten` is the sign of the emphasis it is the content of."""
    text = ""
    for part in map(_one, inhoud, repeat(noten), _tekens(inhoud, buiten)):
        if part.startswith("[") and text.endswith("!"):  # that would make a figure of it
            text = f"{text[:-1]}\\!"
        text += part
    return text


def _one(inline: Inline, noten: list[Voetnoot], teken: str) -> str:
    match inline:
        case Tekst(tekst) | Verwijzing(tekst):
            return _BIJZONDER.sub(_beschermd, tekst)
        case Nadruk(_, inhoud):
            return f"{teken}{_inline(inhoud, noten, teken)}{teken}"
        case Invulveld(inhoud):
            return f"[{_inline(inhoud, noten)}]"
        case Voetnoot(merk):
            noten.append(inline)
            return f"[^{merk}]"
        case Regeleinde():
            return _REGELEINDE


def _tekens(inhoud: Sequence[Inline], buiten: str) -> Iterator[str]:
    """Yield the sign of each part, "" for what is no emphasis.

    Emphasis against other emphasis has another sign than that, as in "*zeer*_goed_" and
    "*zeer*__goed__"; and so has the same emphasis within it, as in "_zeer *goed*_", and all that
    is in bold, as in "**_goed_**", for three stars are read the other way round. Only a star may
    stand against a letter.
    """
    at = 0
    for is_nadruk, group in groupby(inhoud, key=_is_nadruk):
        row = list(group)
        signs = [NADRUK[part.soort] if isinstance(part, Nadruk) else "" for part in row]
        eerste = _eerste_ster(inhoud, at, signs, buiten) if is_nadruk else 0
        for n, sign in enumerate(signs):
            yield sign if (n - eerste) % 2 == 0 else sign.replace("*", "_")
        at += len(row)


def _eerste_ster(inhoud: Sequence[Inline], at: int, signs: Sequence[str], buiten: str) -> int:
    """Return which part of a row of emphasis, or which one further, has a star."""
    if not _los(inhoud, at):
        return 0
    last = len(signs) - 1
    if not _los(inhoud, at + last):
        return last
    geheel = buiten == NADRUK["vet"] and len(inhoud) == 1
    for n, sign in enumerate(signs):
        if geheel or sign == buiten or _heeft_vast(inhoud[at + n]):
            return n + 1
    return 0


def _is_nadruk(part: Inline) -> bool:
    return isinstance(part, Nadruk) and NADRUK[part.soort][0] == "*"


def _heeft_vast(part: Inline) -> bool:
    """Tell whether emphasis has the same in it, against a letter."""
    return isinstance(part, Nadruk) and any(
        isinstance(inner, Nadruk) and inner.soort == part.soort and not _los(part.inhoud, at)
        for at, inner in enumerate(part.inhoud)
    )


def _los(inhoud: Sequence[Inline], at: int) -> bool:
    """Tell whether no letter or number stands against a part."""
    voor, na = (
        plain(part for part in beside if not isinstance(part, Nadruk))
        for beside in (inhoud[at - 1 : at], inhoud[at + 1 : at + 2])
    )
    return not (voor[-1:].isalnum() or na[:1].isalnum())
