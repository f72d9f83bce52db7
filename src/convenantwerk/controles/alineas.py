"""Paragraphs and lists with what stands beside them, for controles of how they begin and end."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.tekst.boom import (
    Alinea,
    Element,
    Invulveld,
    Nadruk,
    Opsomming,
    Tekst,
    Verwijzing,
    elementen,
    is_besluit,
    plain,
)
from convenantwerk.tekst.omgeving import is_lid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.tekst.boom import Blok, Convenant, Inline, Onderdeel

# What a list of contents is called, whose lines are no sentences.
INHOUD = frozenset(("inhoud", "inhoudsopgave", "inhoudstafel"))
# Signs that may stand behind the last sign of a sentence.
SLUITERS = ")]\u201d\u2019\"'»"
ZINSTEKENS = ".!?"
# Words by which a list is held together: "; en".
VOEGWOORD = re.compile(r"[\s;,](?:en|of|en/of|dan wel|alsmede|alsook)[,:;]?\Z")
# Lines under which people sign, and those that say when and where: no sentences.
FORMULE = (
    r"(?i)(?:aldus|vastgesteld|opgemaakt|getekend|ondertekend|gedaan|was getekend|namens"
    r"|voor akkoord|voor deze|voor gezien|plaats|datum|de dato|d\.d\.|hoogachtend"
    r"|met vriendelijke|geachte|beste|naam|functie|handtekening|bijlagen?"
    r"|bron|tel\.?|telefoon|e-mail)\b"
)
# Words that no sentence ends in. "zijn", "op" or "aan" may end one: "voor zover zij er zijn".
OPEN_WOORD = (
    r"(?:\A|\s)(?:en|of|de|het|een|van|voor|met|te|tot|dat|die|om|als|zoals|naar|ten|ter|der|des"
    r"|dit|deze|hun|onze|welke|alsmede|tussen|door|bij)\Z"
)
# Words of which a sentence has one, and a line of a title page or a name has none.
WERKWOORD = (
    r"\b(?:is|zijn|was|waren|wordt|worden|werd|werden|heeft|hebben|kan|kunnen|moet|moeten|zal"
    r"|zullen|mag|mogen|geldt|gelden|blijft|blijven|gaat|gaan|komt|komen|maakt|maken|stelt|stellen"
    r"|geeft|geven|neemt|nemen|houdt|houden|staat|staan|zorgt|zorgen|werkt|werken|voert|voeren"
    r"|richt|richten|vindt|vinden|bestaat|bestaan|dient|dienen|beschrijft|beschrijven|bepaalt"
    r"|bepalen|bevat|bevatten|brengt|brengen|doet|doen|draagt|dragen|hoort|horen|krijgt|krijgen"
    r"|legt|leggen|leidt|leiden|levert|leveren|meldt|melden|ontvangt|ontvangen|treedt|treden"
    r"|verstrekt|verstrekken|verwerkt|verwerken|vormt|vormen|wijst|wijzen|wil|willen|zegt|zeggen"
    r"|zendt|zenden)\b"
)
_LANGSTE_NAAM = 120  # characters
# A name with its initials at the end, with a task behind it or without.
_NAAM = (
    r"(?<![^\W_])(?:[A-Z]\. ?)+(?:(?:van|de|den|der|ten|ter|el) ?)*[A-Z][\w'\u2019-]+"
    r"(?:,? [a-z-]+){0,3}\Z"
)


class Blokplek(NamedTuple):
    """A block with what it stands in and what stands before and after it.

    Args:
        blok: an Alinea, an Opsomming or another.
        tekst: of an Alinea, as a reader sees it; "" of another.
        element: the titled part.
        onderdeel: the item of a list that it stands in, leden not counted.
        voor: the block before it, or None when it is the first; and what is its `tekst`.
        na: the block or titled part after it, or None when it is the last.
        daarna: the one after that.
        in_lid: whether it stands directly in a lid.
        na_lid: what stands after the last lid, of what stands in that; else None.
    """

    blok: Blok
    tekst: str
    element: Element
    onderdeel: Onderdeel | None
    voor: Blok | None
    voor_tekst: str
    na: Blok | Element | None
    daarna: Blok | Element | None
    in_lid: bool = False
    na_lid: Blok | Element | None = None


def blokplekken(convenant: Convenant) -> Iterator[Blokplek]:
    """Yield the blocks of a text in reading order, of besluiten and lists of contents none.

    Leden are no list but text of their own, so of them the blocks in each are given, not the
    Opsomming that holds them.
    """
    for element in elementen(convenant.delen):
        if not is_besluit(element) and not is_inhoud(element):
            yield from _plekken(element.inhoud, element, None)


def is_inhoud(element: Element) -> bool:
    """Tell whether a titled part is a list of contents."""
    return plain(element.opschrift).strip(" .:").lower() in INHOUD


def _plekken(
    inhoud: Sequence[Blok | Element],
    element: Element,
    onderdeel: Onderdeel | None,
    *,
    in_lid: bool = False,
    na_lid: Blok | Element | None = None,
) -> Iterator[Blokplek]:
    voor: Blok | None = None
    voor_tekst = ""
    for number, blok in enumerate(inhoud):
        if isinstance(blok, Element):
            return
        na, daarna = (*inhoud[number + 1 : number + 3], None, None)[:2]
        tekst = plain(blok.inhoud).strip() if isinstance(blok, Alinea) else ""
        naast = (voor, voor_tekst, na, daarna)
        plek = Blokplek(blok, tekst, element, onderdeel, *naast, in_lid, na_lid)
        if isinstance(blok, Opsomming) and _zijn_leden(blok, plek):
            for lid in blok.onderdelen:
                erna = na if lid is blok.onderdelen[-1] else None
                yield from _plekken(lid.inhoud, element, None, in_lid=True, na_lid=erna)
        else:
            yield plek
            if isinstance(blok, Opsomming):
                for item in blok.onderdelen:
                    yield from _plekken(item.inhoud, element, item)
        voor, voor_tekst = blok, tekst


def _zijn_leden(blok: Opsomming, plek: Blokplek) -> bool:
    """Tell whether a list is the leden of an artikel: numbers that no sentence leads up to."""
    if plek.onderdeel is not None or not is_lid(plek.element, blok.onderdelen[0]):
        return False
    return not plek.voor_tekst.endswith(":")


def kaal_einde(tekst: str) -> str:
    """Return a text without spaces and closing signs at its end: 'zo.")' ends in a full stop."""
    return tekst.rstrip().rstrip(SLUITERS).rstrip()


def slotteken(tekst: str) -> str:
    """Return the sign that a text ends in, one of ";,.:" or "" when it ends in a word."""
    einde = tekst.rstrip()
    laatste = einde[-1:] if einde[-1:] in ";,:" else kaal_einde(einde)[-1:]
    if laatste in ZINSTEKENS:
        return "."
    return laatste if laatste in (";", ",", ":") else ""


def is_handtekening(tekst: str) -> bool:
    """Tell whether words are no sentence but who signs: "De voorzitter, A.B. Voorbeeld"."""
    return bool(re.search(_NAAM, tekst[-_LANGSTE_NAAM:])) and not re.search(WERKWOORD, tekst)


def einde_van(inhoud: Sequence[Inline], anders: Position) -> Position:
    """Return the place of the last word, or another when that is not known."""
    for inline in reversed(inhoud):
        match inline:
            case Tekst() | Verwijzing():
                tekst = inline.tekst.rstrip()
                if tekst and inline.position.line:  # of what was mended in reading, none is known
                    voor_laatste = len(tekst) - len(tekst.split()[-1])
                    return replace(inline.position, column=inline.position.column + voor_laatste)
            case Nadruk():
                return einde_van(inline.inhoud, anders)
            case Invulveld():
                return inline.position
            case _:
                pass
    return anders


def eindigt_open(inhoud: Sequence[Inline]) -> bool:
    """Tell whether the last of a text is an invulveld, so that its end is not known."""
    laatste = inhoud[-1] if inhoud else None
    if isinstance(laatste, Nadruk):
        return eindigt_open(laatste.inhoud)
    return isinstance(laatste, Invulveld)
