"""What differs between the headings of two editions that is neither a number nor a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.tekst.boom import Element

if TYPE_CHECKING:
    from convenantwerk.tekst.verschil import Plek


def kopverschil(oud: Plek, nieuw: Plek) -> tuple[str, ...]:
    """Return how the same number is written otherwise before a title, as a clause; mostly ()."""
    was, wordt = oud.part, nieuw.part
    if not isinstance(was, Element) or not isinstance(wordt, Element):
        return ()
    if was.kopmerk == wordt.kopmerk or (was.soort, was.nummer) != (wordt.soort, wordt.nummer):
        return ()
    if was.kopmerk.split() == wordt.kopmerk.split():
        return (f"in de kop “{wordt.kopmerk}” staat een ander soort spatie dan eerst",)
    return (f"in de kop staat “{wordt.kopmerk}” in plaats van “{was.kopmerk}”",)
