"""How a paper says which version of the text it is, or is about.

The cover, the foot of every page, the ondertekeningsblad and the toetredingsverklaring all say it
in the same words, so that a signed sheet and its text can be laid side by side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.datum import voluit

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.dossier.versie import Versiegegevens

_VOET = 90  # characters of a besluit at the foot of a page; the cover has all of them
# Accepted points that a cover can hold, and their characters; more get a sheet of their own.
_PUNTEN, _BLAD = 3, 240


class Versievermelding(NamedTuple):
    """What papers say of the version they are.

    Args:
        zin: which version, its besluit, the day of adoption and the short seal of its text; it
            goes within a sentence.
        voet: the same by itself, for the foot of a page, where a long besluit is cut short.
        aanvaard: that it was adopted with points open; "" when it was not.
        punten: those points, when they are too many for the cover.
    """

    zin: str
    voet: str
    aanvaard: str = ""
    punten: tuple[str, ...] = ()


NIET_VASTGESTELD = Versievermelding("niet als versie vastgesteld", "Niet als versie vastgesteld")


def conceptvermelding(op: date) -> Versievermelding:
    """Return what a concept of a day says: it is no version, and has no seal."""
    return Versievermelding(f"concept van {voluit(op)}", f"Concept van {voluit(op)}")


def versievermelding(versie: Versiegegevens, vastgesteld: date | None) -> Versievermelding:
    """Return how papers name a version.

    Args:
        versie: what is known of it.
        vastgesteld: the day of its adoption; None when that is not recorded, and then it is not
            told either.
    """
    besluit = " ".join(versie.besluit.split())
    kort = besluit if len(besluit) <= _VOET else f"{besluit[: _VOET - 1].rstrip()}…"
    zin, voet = (_zin(versie, vastgesteld, woorden) for woorden in (besluit, kort))
    voet = hoofdletter(voet)
    if not versie.open_fouten:
        return Versievermelding(zin, voet)
    aantal = f"{versie.open_fouten} open punten"
    if versie.open_fouten == "1":
        aantal = "één open punt"
    genoemd = "; ".join(versie.aanvaard)
    los = len(versie.aanvaard) > _PUNTEN or len(genoemd) > _BLAD
    waar = f": {genoemd}." if genoemd and not los else "."
    waar = ", genoemd op het blad hierna." if los else waar
    aanvaard = f"Vastgesteld bij dit besluit met {aantal}{waar}"
    return Versievermelding(zin, voet, aanvaard, versie.aanvaard if los else ())


def hoofdletter(zin: str) -> str:
    """Return a sentence, which is not empty, as it stands by itself."""
    return zin[0].upper() + zin[1:]


def _zin(versie: Versiegegevens, vastgesteld: date | None, besluit: str) -> str:
    dag = f" op {voluit(vastgesteld)}" if vastgesteld else ""
    return (
        f"versie {versie.naam}, vastgesteld{dag} bij “{besluit}”, "
        f"sha256-controlegetal {versie.kort}"
    )
