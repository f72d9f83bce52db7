"""The changed words of one alinea as phrases: these words become those."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.tekst.inhoud_wijzigen import Inhoud, vervang, zoek

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.tekst.verschil import Woordgroep

_VEEL = 3  # more changed phrases than this, and the alinea is better written anew
_WOORD = re.compile(r"\s*\S+\s*")


def woordwijzigingen(
    stukken: Sequence[Woordgroep], oud: Inhoud, nieuw: Inhoud
) -> list[tuple[str, str]]:
    """Return the words that are replaced and what comes instead, in order.

    Each time just enough words are taken that they stand in the alinea exactly once. None when
    replacing words cannot give exactly the new alinea, or would take too many phrases: then the
    alinea is to be replaced as a whole.

    Args:
        stukken: the alinea in both editions.
        oud: its text in the old one.
        nieuw: its text in the new one.
    """
    found: list[tuple[str, str]] = []
    changes = list(_changes(stukken))
    if len(changes) > _VEEL or any(
        woord.noot for s in stukken for woord in s.woorden if s.wijziging
    ):
        return []
    for before, one, other, after in changes:
        phrase = _uniek(oud, before, one, other, after)
        if phrase is None:
            return []
        oud = vervang(oud, zoek(oud, phrase[0])[0], *phrase)
        found.append(phrase)
    return found if oud == nieuw else []


def _changes(stukken: Sequence[Woordgroep]) -> Iterator[tuple[str, str, str, str]]:
    """Yield each change as the equal text before it, what goes, what comes, and what follows."""
    texts: list[tuple[str, str]] = [("", "")]  # what is equal, and after it what goes
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
    for number, ((before, gone), come) in enumerate(zip(texts, came, strict=True)):
        if gone or come:
            after = texts[number + 1][0] if number + 1 < len(texts) else ""
            yield before, gone, come, after


def _uniek(inhoud: Inhoud, before: str, gone: str, come: str, after: str) -> tuple[str, str] | None:
    """Return a phrase that stands in a text once, with as few words around it as will do."""
    left, right = _WOORD.findall(before), _WOORD.findall(after)
    lead = tail = ""
    while True:
        one, other = f"{lead}{gone}{tail}".strip(), f"{lead}{come}{tail}".strip()
        whole = f"{lead}{gone}{tail}" == one and f"{lead}{come}{tail}" == other
        trimmed = one and other and len(zoek(inhoud, one)) == 1
        if trimmed and (whole or _is_same_edge(f"{lead}{gone}{tail}", f"{lead}{come}{tail}")):
            return one, other
        if left:
            lead = left.pop() + lead
        elif right:
            tail += right.pop(0)
        else:
            return None


def _is_same_edge(one: str, other: str) -> bool:
    """Tell whether two texts have the same white space at either end, so that it may go."""
    return (
        one[: len(one) - len(one.lstrip())] == other[: len(other) - len(other.lstrip())]
        and one[len(one.rstrip()) :] == other[len(other.rstrip()) :]
    )
