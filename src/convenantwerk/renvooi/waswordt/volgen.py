"""What is known of a change by the whole text: told once for all, or a reference that follows."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from convenantwerk.renvooi.kant import omgevingen_van
from convenantwerk.renvooi.waswordt.noemen import Namen
from convenantwerk.renvooi.waswordt.vervangingen import Vervangingen
from convenantwerk.tekst.adresboek import Adresboek
from convenantwerk.tekst.verschil import verschillen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.renvooi.renvooi import Renvooi
    from convenantwerk.renvooi.waswordt.aard import Aard
    from convenantwerk.renvooi.waswordt.wissels import Wissel
    from convenantwerk.tekst.boom import Convenant, Verwijzing
    from convenantwerk.tekst.omgeving import Omgeving
    from convenantwerk.tekst.verschil import Plek, Verschil, Woord


class _Kant:
    """What the references of one edition lead to."""

    def __init__(self, convenant: Convenant) -> None:
        self._convenant = convenant
        self._adresboek = Adresboek(convenant)

    @cached_property
    def _omgevingen(self) -> dict[str, Omgeving]:
        return dict(omgevingen_van(self._convenant))

    def doel(self, verwijzing: Verwijzing, plek: Plek | None) -> str | None:
        """Return the one address that a reference leads to, None when it is not one."""
        omgeving = self._omgevingen.get(plek.adres) if plek else None
        # Of a range only the begin is known, and of a sentence in a lid only the lid.
        if omgeving is None or verwijzing.naar.tot or "volzin" in verwijzing.tekst:
            return None
        found = self._adresboek.resolve(verwijzing, omgeving)
        return found[0] if len(found) == 1 else None


class Overzicht:
    """The whole of two editions, by which a change in one place is read.

    Args:
        renvooi: what differs.
    """

    def __init__(self, renvooi: Renvooi) -> None:
        self.namen = Namen(renvooi)
        self.vervangingen = Vervangingen(renvooi.delen)
        self._kanten = (_Kant(renvooi.oud), _Kant(renvooi.nieuw))
        self._naar = {
            oud: nieuw
            for oud, nieuw in (verschil.paar for verschil in verschillen(renvooi.delen))
            if oud and nieuw
        }

    def uitleg(self, verschil: Verschil, wissel: Wissel) -> Aard | None:
        """Return of what kind a change of words is by the whole text, None when that tells none."""
        if self.vervangingen.verklaart(wissel):
            return "vervanging"
        return "redactioneel" if self._volgt(verschil, wissel) else None

    def _volgt(self, verschil: Verschil, wissel: Wissel) -> bool:
        """Tell whether words are a reference to the same part, which has another number now."""
        oud, nieuw = (_verwijzingen(side) for side in wissel[:2])
        if not oud or not nieuw or len(oud) != len(nieuw):
            return False
        for was, wordt in zip(oud, nieuw, strict=True):
            van = self._kanten[0].doel(was, verschil.oud)
            naar = self._kanten[1].doel(wordt, verschil.nieuw)
            if van is None or naar is None or van == naar or self._naar.get(van) != naar:
                return False
        return True


def _verwijzingen(woorden: Iterable[Woord]) -> list[Verwijzing]:
    """Return the references that words are, each once; none when a word is in no reference."""
    found: list[Verwijzing] = []
    for woord in woorden:
        if not woord.tekst.strip():
            continue
        if woord.verwijzing is None:
            return []
        if not found or found[-1] is not woord.verwijzing:
            found.append(woord.verwijzing)
    return found
