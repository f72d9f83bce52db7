"""How the was-wordt-tabel names places: a part, a few parts, a range of parts."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from convenantwerk.tekst.boom import Element, elementen
from convenantwerk.tekst.citeren import Citaten

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.renvooi.renvooi import Renvooi
    from convenantwerk.tekst.boom import Convenant
    from convenantwerk.tekst.verschil import Verschil


class Namen:
    """The names of parts in two editions.

    Args:
        renvooi: what differs between them.
    """

    def __init__(self, renvooi: Renvooi) -> None:
        self._oud, self._nieuw = Citaten(renvooi.oud), Citaten(renvooi.nieuw)
        self._volgorde = (
            _voorgangers(renvooi.oud, self._oud),
            _voorgangers(renvooi.nieuw, self._nieuw),
        )

    def oud_adres(self, adres: str) -> str:
        """Return how what stood at an address was cited."""
        return self._oud.citeer(adres)

    def nieuw_adres(self, adres: str) -> str:
        """Return how what stands at an address is cited."""
        return self._nieuw.citeer(adres)

    def was(self, verschil: Verschil) -> str:
        """Return how a part was cited, "" when it was not there."""
        return self._oud.citeer(verschil.oud.adres) if verschil.oud else ""

    def wordt(self, verschil: Verschil) -> str:
        """Return how a part is cited now, "" when it is not there."""
        return self._nieuw.citeer(verschil.nieuw.adres) if verschil.nieuw else ""

    def naam(self, verschil: Verschil) -> str:
        """Return how a part is cited, where it is or else where it was."""
        return self.wordt(verschil) or self.was(verschil)

    def regel(self, verschil: Verschil) -> str:
        """Return how a row names a part, with what became of its place."""
        was, wordt = self.was(verschil), self.wordt(verschil)
        match verschil.lot:
            case "aangekomen" if verschil.is_kop:
                return f"{wordt} ({self._verhuisd(verschil)})"
            case "aangekomen":
                return f"{wordt} (verplaatst uit {was})"
            case "ingevoegd":
                return f"{wordt} (nieuw)"
            case "vervallen":
                return f"{was} (vervalt)"
            case _:
                return f"{wordt} (was {_zonder_soort(was, wordt)})" if was != wordt else wordt

    def _verhuisd(self, verschil: Verschil) -> str:
        """Return from where a part with a heading moved: its old name, or what it stood behind."""
        was, wordt = self.was(verschil), self.wordt(verschil)
        if was != wordt:
            return f"was {_zonder_soort(was, wordt)}, verplaatst"
        ends = ((self._volgorde[0], verschil.oud), (self._volgorde[1], verschil.nieuw))
        voor = [order.get(plek.adres, "") if plek else "" for order, plek in ends]
        stond, staat = (f"na {naam}" if naam else "vooraan" for naam in voor)
        # Behind another part with the same name: that would be told of the other.
        return f"verplaatst: stond {stond}, nu {staat}" if stond != staat else "verplaatst"

    def kort(self, verschillen: Iterable[Verschil]) -> list[str]:
        """Return the names of parts, each once; of a heading is told that it is one."""
        return list(dict.fromkeys(map(self.plek, verschillen)))

    def plek(self, verschil: Verschil) -> str:
        """Return how the words of a part itself are named: of an element its opschrift."""
        naam = self.naam(verschil)
        is_kop = isinstance(verschil.part, Element) and verschil.part.nummer
        return f"het opschrift van {naam}" if is_kop else naam


def _voorgangers(convenant: Convenant, citaten: Citaten) -> dict[str, str]:
    """Return of each part with a heading the name of the one like it that it stands behind."""
    last: dict[str, str] = {}
    found: dict[str, str] = {}
    for element in elementen(convenant.delen):
        found[element.anker] = last.get(element.soort, "")
        last[element.soort] = citaten.citeer(element.anker)
    return found


def _zonder_soort(naam: str, naast: str) -> str:
    """Return a name without its first word when the one beside it begins so: 5.3, artikel 5.4."""
    word, _, rest = naam.partition(" ")
    return rest if rest and word != "de" and naast.startswith(f"{word} ") else naam


def opsomming(namen: Sequence[str]) -> str:
    """Return names as one: "artikel 5.3, 5.4 en 7"; what they begin with alike is said once."""
    short = list(namen[:1])
    for one, other in pairwise(namen):
        short.append(other if "," in one + other else _zonder_soort(other, one))
    return samen(short)


def samen(delen: Sequence[str]) -> str:
    """Return a few as one: "a, b en c"; with semicolons when one of them has a comma itself."""
    if len(delen) > 1 and any("," in deel for deel in delen):
        return "; ".join(delen)
    return " en ".join(filter(None, (", ".join(delen[:-1]), *delen[-1:])))
