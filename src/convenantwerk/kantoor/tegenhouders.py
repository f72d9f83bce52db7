"""What keeps papers from being made, each with the place in the text where it is mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.kantoor.leestekst.weergave import Weergave
from convenantwerk.opdrachten.bouw import bevindingen_voor, houdt_tegen
from convenantwerk.tekst.boom import titel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.geopend.geopend import Geopend


@dataclass(frozen=True, slots=True)
class Tegenhouder:
    """A finding that stops a build; `adres` and `plaats` are "" when it is not in the text."""

    bevinding: Diagnostic
    adres: str
    plaats: str


def tegenhouders(geopend: Geopend, editie: Editie, *, definitief: bool) -> Sequence[Tegenhouder]:
    """Return what stops a build of an edition, in the order of the findings.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read.
    """
    tegen = houdt_tegen(bevindingen_voor(geopend, editie), definitief=definitief)
    if not tegen:
        return ()
    plaatsen = dict(_plaatsen(Weergave(geopend, geopend.op, editie)))
    return [Tegenhouder(een, *plaatsen.get(een, ("", ""))) for een in tegen]


def _plaatsen(beeld: Weergave) -> Iterator[tuple[Diagnostic, tuple[str, str]]]:
    """Yield the findings in a text with where they are read, and what is called so there."""
    for blad in beeld.bladen.bladen:
        for leesdeel in blad.leesdelen:
            if leesdeel.begint:
                element = leesdeel.element
                for plek in beeld.geplaatst.bij(element.anker):
                    yield plek.bevinding, (beeld.adres(element.anker), titel(element))
