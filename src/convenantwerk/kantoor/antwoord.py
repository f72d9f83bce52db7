"""What a page or an act answers with: a page, a way on, or what was done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.datastructures import QueryParams

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.formulier import Formulier
    from convenantwerk.kantoor.kantoor import Kantoor


@dataclass(frozen=True, slots=True)
class Vraag:
    """A request, read.

    Args:
        kantoor: what stays between requests.
        pad: the parts of the address that differ, by name ("partner").
        zoek: what stands behind the question mark.
        formulier: what was sent; empty for a page that is only looked at.
        geopend: the dossier as it is now; None on pages that do without.
    """

    kantoor: Kantoor
    pad: Mapping[str, str]
    zoek: QueryParams
    formulier: Formulier
    geopend: Geopend | None

    @property
    def dossier(self) -> Geopend:
        """The dossier, on pages that are about one.

        Raises:
            ConvenantwerkError: CV900, there is none.
        """
        if self.geopend is None:
            raise ConvenantwerkError("CV900", pad=shown(self.kantoor.root))
        return self.geopend


@dataclass(frozen=True, slots=True)
class Blad:
    """A page: its template, its title, and the values that the template has.

    `status` is that of HTTP; `menu` the address of the entry that is lit, that of the page itself
    when None.
    """

    sjabloon: str
    titel: str
    waarden: Mapping[str, object] = field(default_factory=dict)
    status: int = 200
    menu: str | None = None


@dataclass(frozen=True, slots=True)
class Deelblad:
    """A piece of a page, for the script to put in its place."""

    sjabloon: str
    waarden: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verder:
    """Go on to another address."""

    naar: str


@dataclass(frozen=True, slots=True)
class Knop:
    """A way on: what it says, and its address."""

    tekst: str
    naar: str


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What an act has done: it is told on a page of its own, which may be looked at again.

    Args:
        titel: what was done, in a few words.
        zinnen: what there is to say of it; what stands deeper is a tuple of its own.
        bestanden: the papers that were made, by their path below the folder of the dossier.
        verder: where to go from there.
        menu: the address of the entry in the menu that it belongs to.
    """

    titel: str
    zinnen: Sequence[str | tuple[str, ...]] = ()
    bestanden: Sequence[str] = ()
    verder: Sequence[Knop] = ()
    menu: str = "/"


Antwoord = Blad | Deelblad | Verder | Uitslag
