"""Everything that runs the templates of a house style: letters become text, papers become files."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from convenantwerk.papier.formaten.tabel import gekozen
from convenantwerk.papier.grenzen import kort_genoeg
from convenantwerk.papier.uitgeven import maak, vol_systeem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from convenantwerk.papier.document import Document
    from convenantwerk.papier.huisstijl import Huisstijl
    from convenantwerk.papier.layout import Press
    from convenantwerk.papier.sjablonen import Pages


class Sjablonen(Protocol):
    """Templates of letters, which can be filled in."""

    huisstijl: Huisstijl

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """Return what template `name` makes of values."""


class Pers(Sjablonen, Protocol):
    """What makes papers too: `Thuispers` in this process, `processen.Werkpers` in another."""

    def maak(
        self,
        document: Document,
        formaten: Sequence[str],
        tussendoor: Callable[[], None] | None = None,
    ) -> list[tuple[str, bytes]]:
        """Return the files of a document by format.

        `tussendoor` is called from time to time as long as another process is at work; what it
        raises ends that.
        """


class Thuispers:
    """The press in this process.

    Args:
        huisstijl: the templates.
    """

    def __init__(self, huisstijl: Huisstijl) -> None:
        self.huisstijl = huisstijl

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """Return a letter as Markdown; `name` is its template.

        Raises:
            ConvenantwerkError: CV020 when a template is missing, CV021 when one has a fault, CV037
                when what comes of it has no end.
        """
        return kort_genoeg(self.huisstijl, name, self._brieven.render(name, values))

    def maak(
        self,
        document: Document,
        formaten: Sequence[str],
        tussendoor: Callable[[], None] | None = None,  # noqa: ARG002  nothing is in between
    ) -> list[tuple[str, bytes]]:
        """Return the files of a document by format, in those of the formats that it has.

        Raises:
            ConvenantwerkError: a template is no good, or the temporary folder of the system is
                full.
        """
        wanted = gekozen(formaten, document.zonder)
        with vol_systeem():
            return [(formaat.naam, maak(formaat, document, self._press)) for formaat in wanted]

    @cached_property
    def _press(self) -> Press:
        from convenantwerk.papier.layout import Press  # noqa: PLC0415  heavy; a letter needs none

        return Press(self.huisstijl)

    @cached_property
    def _brieven(self) -> Pages:
        from convenantwerk.papier.sjablonen import Pages  # noqa: PLC0415  see `_press`

        return Pages(self.huisstijl, markdown=True)
