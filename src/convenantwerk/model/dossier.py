"""A dossier: all that people keep about one convenant, as read from its folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from convenantwerk.model.diagnostics import Position
from convenantwerk.model.tekst import NERGENS, Element

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.model.registers import Ondertekenaar, Partner


@dataclass(frozen=True, slots=True)
class Invulling:
    """What must be put in the place of an invulveld.

    `tekst` is what stands between the brackets; `bij` limits it to one element or lid, by its
    address ("deel-1-artikel-14--14.1"); without it, every such invulveld is filled.
    """

    tekst: str
    waarde: str
    bij: str = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Instellingen:
    """The file convenant.yaml. `delen` are folders, in the order of the text."""

    titel: str
    samenwerkingsverband: str
    citeertitel: str
    editie: str
    delen: tuple[str, ...]
    invulvelden: tuple[Invulling, ...] = ()
    position: Position = field(default=NERGENS, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One instruction of an addendum: bind a text to the convenant as it is.

    It comes after the element with anker `na`, or as the last part under the element `onder`.
    """

    soort: Literal["aanhechten"]
    tekst: str
    na: str = ""
    onder: str = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Addendumgegevens:
    """The file addendum.yaml."""

    titel: str
    besluit: str
    ingangsdatum: date
    wijzigingen: tuple[Wijziging, ...]
    position: Position = field(default=NERGENS, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Addendum:
    """An addendum with its texts, by the file name that its wijzigingen use."""

    naam: str
    gegevens: Addendumgegevens
    teksten: Mapping[str, Element]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything read from a dossier.

    Args:
        naam: the name of its folder.
        delen: the base text, without addenda.
        addenda: in order of their ingangsdatum.
        figuren: the bytes of every figure, by the text file and the path written there.
    """

    naam: str
    instellingen: Instellingen
    delen: tuple[Element, ...]
    addenda: tuple[Addendum, ...]
    partners: tuple[Partner, ...]
    ondertekenaars: tuple[Ondertekenaar, ...]
    figuren: Mapping[tuple[str, str], bytes] = field(repr=False)
