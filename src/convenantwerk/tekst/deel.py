"""A deel, put together from the files of its folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from convenantwerk.tekst.boom import Element, titel

if TYPE_CHECKING:
    from convenantwerk.basis.diagnostics import Position


def deelnaam(deel: Element) -> str:
    """Return what a deel is called: its heading, or its folder when it has none: "Regeling"."""
    return titel(deel) or mapnaam_leesbaar(deel.anker)


def mapnaam_leesbaar(naam: str) -> str:
    """Return the name of a folder as people read it: "deel-2" is "Deel 2"."""
    return naam.replace("-", " ").capitalize()


def samengesteld(naam: str, elements: list[Element], position: Position) -> Element:
    """Return the elements of the files of one folder as a deel.

    The first may be the heading of the deel, under which the others come; otherwise the folder,
    by its name, is a part without a heading.
    """
    if elements and elements[0].soort == "deel":
        first, *rest = elements
        return replace(first, inhoud=(*first.inhoud, *rest))
    return Element("voorwerk", "", "", (), naam, tuple(elements), 0, position=position)


def mapnaam(deel: Element) -> str:
    """Return the folder of a deel that was read, as convenant.yaml and the registers name it.

    The anker of a deel follows from its heading, and may be another name.
    """
    path = PurePosixPath(deel.position.path)
    return path.parent.name if path.suffix == ".md" else path.name
