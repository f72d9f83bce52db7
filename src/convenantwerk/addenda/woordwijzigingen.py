"""The changed words of one alinea as phrases: these words become those."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.addenda.woordzinnen import is_citeerbaar
from convenantwerk.tekst.inhoud_wijzigen import Inhoud, vervang, vervang_alle, zoek

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from convenantwerk.tekst.verschil import Woordgroep

Paar = tuple[str, str]  # words that go and words that come

_VEEL = 3  # more changed phrases than this, and the alinea is better written anew
_NAASTE = 8  # words beside an insertion that are quoted on one side, before both sides are tried
# What a number after it is the number of.
_NUMMERT = frozenset(
    (
        *("artikel", "artikelen", "lid", "leden", "onder", "onderdeel", "hoofdstuk", "paragraaf"),
        *("bijlage", "deel", "nummer"),
    )
)
_WOORD = re.compile(r"\s*\S+\s*")
_NUMMER = re.compile(r"\W*\w{1,2}\b")  # a quotation does not begin with the number of a thing


def woordwijzigingen(
    stukken: Sequence[Woordgroep],
    oud: Inhoud,
    nieuw: Inhoud,
    *,
    telkens: Collection[Paar] = (),
    erboven: Inhoud = (),
) -> list[Paar] | None:
    """Return the words that are replaced and what comes instead, in order.

    Each time just enough words are taken that they stand in the alinea exactly once. None when
    replacing words cannot give exactly the new alinea, or would take too many phrases: then the
    alinea is to be replaced as a whole.

    Args:
        stukken: the alinea in both editions.
        oud: its text in the old one.
        nieuw: its text in the new one.
        telkens: words that are replaced each time they occur; that is said elsewhere.
        erboven: the opschrift of what holds the alinea when a besluit names that instead.
    """
    found: list[Paar] = []
    changes = list(_samen(_changes(stukken, telkens)))
    if len(changes) > _VEEL or any(
        woord.noot for s in stukken for woord in s.woorden if s.wijziging
    ):
        return None
    for before, one, other, after in changes:
        phrase = _uniek((oud, erboven), before, one, other, after)
        if phrase is None:
            return None
        oud = vervang(oud, zoek(oud, phrase[0])[0], *phrase)
        found.append(phrase)
    for one, other in telkens:
        if at := zoek(oud, one):
            oud = vervang_alle(oud, at, one, other)
    return found if oud == nieuw else None


def paren(stukken: Sequence[Woordgroep]) -> Iterator[Paar]:
    """Yield the words that go with those that come instead, without the space around them."""
    for _, gone, come, _ in _changes(stukken, ()):
        yield gone.strip(), come.strip()


def _changes(
    stukken: Sequence[Woordgroep], telkens: Collection[Paar]
) -> Iterator[tuple[str, str, str, str]]:
    """Yield each change as the equal text before it, what goes, what comes, and what follows."""
    texts: list[Paar] = [("", "")]  # what is equal, and after it what goes
    came: list[str] = [""]
    for stuk in stukken:
        if not stuk.wijziging:
            if texts[-1][1] or came[-1]:
                texts.append(("", ""))
                came.append("")
            texts[-1] = (texts[-1][0] + stuk.tekst, "")
        elif stuk.wijziging == "vervallen":
            texts[-1] = (texts[-1][0], texts[-1][1] + stuk.tekst)
        else:
            came[-1] += stuk.tekst
    before = ""
    for number, ((equal, gone), come) in enumerate(zip(texts, came, strict=True)):
        before += equal
        if (gone.strip(), come.strip()) in telkens:
            before += gone
        elif gone or come:
            after = "".join("".join(text) for text in texts[number + 1 :])
            yield before, gone, come, after
            before = ""


def _samen(
    changes: Iterator[tuple[str, str, str, str]],
) -> Iterator[tuple[str, str, str, str]]:
    """Yield changes, those with at most one word between them as one."""
    last: tuple[str, str, str, str] | None = None
    for change in changes:
        between, gone, come, after = change
        if last is not None and last[2] and come and len(between.split()) <= 1:
            last = (last[0], last[1] + between + gone, last[2] + between + come, after)
            continue
        if last is not None:
            yield last
        last = change
    if last is not None:
        yield last


def _uniek(
    inhouden: tuple[Inhoud, Inhoud], before: str, gone: str, come: str, after: str
) -> Paar | None:
    """Return a phrase that stands in a text once, with as few words around it as will do.

    Args:
        inhouden: the text, and another in which the phrase may not stand.
        before: the equal words before the change, since the change before it.
        gone: what goes.
        come: what comes.
        after: the old words that follow.
    """
    left, right = _WOORD.findall(before), _WOORD.findall(after)
    inhoud, erboven = inhouden
    for links, rechts in _randen(left, gone, right):
        lead = "".join(left[len(left) - links :])
        tail = "".join(right[:rechts])
        one, other = f"{lead}{gone}{tail}", f"{lead}{come}{tail}"
        if (
            rechts > len(right)
            or not _is_same_edge(one, other)
            or not one.strip()
            or not other.strip()
        ):
            continue
        if not is_citeerbaar(one) or (links and links < len(left) and _NUMMER.match(one)):
            continue
        for end in _einden(tail):
            quoted, wordt = (text.strip()[: -end or None] for text in (one, other))
            if len(zoek(inhoud, quoted)) == 1 and not zoek(erboven, quoted):
                return quoted, wordt
    return None


def _einden(tail: str) -> Iterator[int]:
    """Yield how many marks at the end of a quotation may go: those of a word that only guides."""
    marks = len(tail.strip()) - len(tail.strip().rstrip(".,;:"))
    if marks:
        yield marks
    yield 0


def _randen(left: list[str], gone: str, right: list[str]) -> Iterator[tuple[int, int]]:
    """Yield how many words before and after a change to quote, the fewest first.

    Beside an insertion it is words before it, or else after it: "Na “x” wordt “y” ingevoegd."
    Beside words that go it is the side they belong to: “een jaar”, “artikel 6”.
    """
    many, more = len(left), len(right)
    if not gone:
        yield from ((links, rechts) for links, rechts in ((1, 0), (0, 1)) if links <= many)
        yield from ((links, 0) for links in range(2, min(many, _NAASTE) + 1))
        yield from ((0, rechts) for rechts in range(2, min(more, _NAASTE) + 1))
    last = gone.rsplit(maxsplit=1)[-1] if gone.split() else ""
    is_nummer = last[:1].isdigit()
    noemt = bool(left) and left[-1].strip().lower() in _NUMMERT
    naar_rechts = not is_citeerbaar(last) and not (is_nummer and noemt)
    for total in range(many + more + 1):
        half = total // 2
        for few in dict.fromkeys((total - half, total, 0)):
            links, rechts = (total - few, few) if naar_rechts else (few, total - few)
            if links <= many and rechts <= more:
                yield links, rechts


def _is_same_edge(one: str, other: str) -> bool:
    """Tell whether two texts have the same white space at either end, so that it may go."""
    return (
        one[: len(one) - len(one.lstrip())] == other[: len(other) - len(other.lstrip())]
        and one[len(one.rstrip()) :] == other[len(other.rstrip()) :]
    )
