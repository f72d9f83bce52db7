"""What every letter is: values, which are the fields of its template, and what the paper is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    ClassVar,
    Literal,
    NamedTuple,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from convenantwerk.dossier.bureau import Afzender
from convenantwerk.dossier.dossier import Instellingen
from convenantwerk.dossier.regels import Regels
from convenantwerk.stukken.brieven.velden import Dezepartner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.papier.document import SignatureBlock

MAP = "brieven"
# Who gets it: the partner it is about, all partners, or nobody but the office and its Stuurgroep.
Ontvanger = Literal["partner", "partners", "bureau"]


class Brief(ABC):
    """A letter, besluit or declaration that is made of a template.

    Each is a frozen dataclass in a file of its own, and a row in `sjablonen.BRIEVEN`. Its fields
    are what its template may use, each with what it holds (`Annotated`); a field without such
    words is for the paper alone.

    `sjabloon` is its template, without folder and suffix; `stuknaam` what such a paper is called;
    `opdracht` which command makes it; `ontvanger` to whom it goes as a letter.
    """

    __slots__ = ()
    sjabloon: ClassVar[str]
    stuknaam: ClassVar[str]
    opdracht: ClassVar[str]
    ontvanger: ClassVar[Ontvanger] = "bureau"

    @property
    @abstractmethod
    def voor(self) -> str:
        """Whom it is for or about: its title ends with that."""

    @property
    @abstractmethod
    def pad(self) -> str:
        """The path of the paper under the build folder, without suffix."""

    @property
    def kenmerk(self) -> str:
        """The reference of the office: the same each time that this letter is made."""
        return self.pad

    @property
    def titel(self) -> str:
        """What this paper is called."""
        return f"{self.stuknaam} {self.voor}"

    def ondertekening(self, _orgaan: str, /) -> tuple[SignatureBlock, ...]:
        """Return who signs it; `_orgaan` is the body that decides for the partners together."""
        return ()


class Partnerbrief(Brief):
    """A letter to or about one partner; `map` is the folder for papers of that kind."""

    __slots__ = ()
    map: ClassVar[str]
    partner: Dezepartner

    @property
    def voor(self) -> str:
        """The name of the partner."""
        return self.partner.naam

    @property
    def pad(self) -> str:
        """Its path, in the folder of the partner."""
        return f"{self.map}/{self.partner.sleutel}/{self.sjabloon}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemeen:
    """What the template of every letter may use."""

    convenant: Annotated[
        Instellingen, "titel, samenwerkingsverband en citeertitel uit convenant.yaml"
    ]
    regels: Annotated[Regels, "de regels uit convenant.yaml; een regel die er niet staat, is leeg"]
    afzender: Annotated[Afzender, "uw bureau, uit convenant.yaml"]
    orgaan: Annotated[str, "wie namens de partners beslist, met lidwoord: de Stuurgroep"]
    op: Annotated[date, "de datum van het stuk"]
    kenmerk: Annotated[str, "het kenmerk van het stuk, dat bij een herhaling hetzelfde blijft"]
    herhaald: Annotated[date | None, "de dag waarop de brief is herhaald; leeg als dat niet is"]


def sjabloonbestand(brief: Brief | type[Brief]) -> str:
    """Return the template of a letter, as the house style names it."""
    return f"{MAP}/{brief.sjabloon}.md"


class Veld(NamedTuple):
    """A field of a template: what it holds, and what may be asked of it.

    `onderdelen` is empty when that is not known: then anything may.
    """

    uitleg: str
    onderdelen: tuple[str, ...] = ()


@cache
def velden(soort: type) -> Mapping[str, Veld]:
    """Return the fields that a template may use, by name, in the order of the class."""
    hints = get_type_hints(soort, include_extras=True)
    found = {spec.name: _veld(hints[spec.name]) for spec in fields(soort)}
    return {naam: veld for naam, veld in found.items() if veld.uitleg}


def waarden(van: object) -> dict[str, object]:
    """Return the fields of a letter, or of Gemeen, that its template may use, and their values."""
    soort: type = type(van)
    return {naam: getattr(van, naam) for naam in velden(soort)}


def _veld(hint: object) -> Veld:
    """Read an annotation: under "what it holds" and "or None" is the kind of value."""
    uitleg = ""
    while (origin := get_origin(hint)) in (Annotated, Union, UnionType):
        if origin is Annotated:
            hint, uitleg = get_args(hint)
        else:
            hint = next(kind for kind in get_args(hint) if kind is not NoneType)
    if not isinstance(hint, type) or not is_dataclass(hint):
        return Veld(uitleg)
    known = [spec.name for spec in fields(hint) if spec.name != "position"]
    known += [name for name, value in vars(hint).items() if isinstance(value, property)]
    return Veld(uitleg, tuple(known))
