"""Papers that were made and lie in build/ still, as one can look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.lezer import Lezer
from convenantwerk.papier.formaten.tabel import FORMATEN
from convenantwerk.stukken.brieven.sjablonen import BRIEVEN

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Stuk(NamedTuple):
    """A paper that was made.

    Attributes:
        naam: of its file, without suffix.
        titel: what it is called.
        paden: where it lies, below the folder of the dossier, by its format: "pdf", "docx", "eml".
    """

    naam: str
    titel: str
    paden: Mapping[str, str]

    @property
    def kijken(self) -> str:
        """Where the file lies that one looks at, "" when there is none of that kind."""
        return self.paden.get("pdf", "")


# Enclosures by how their names begin; letters are called as their class says.
_BIJLAGEN = {
    "convenant-": "Het convenant",
    "renvooi-": "Wat er is veranderd",
    "agenda": "Agenda met de uiterste data",
}


def gemaakte_stukken(root: Path, folder: str) -> tuple[Stuk, ...]:
    """Return the papers in a folder below build/, letters first; none when it is not there.

    Args:
        root: the folder of the dossier.
        folder: "toetreding/halt".
    """
    # A reader of its own: what is built comes and goes, and is nothing that the dossier rests on.
    inhoud = Lezer(root).entries(root.joinpath("build", *folder.split("/")))
    found: dict[str, dict[str, str]] = {}
    for path in inhoud.bestanden:
        pad = f"build/{folder}/{path.name}"
        found.setdefault(path.stem, {})[path.suffix.removeprefix(".")] = pad
    volgorde = [brief.sjabloon for brief in BRIEVEN]
    stukken = (Stuk(naam, _titel(naam), _gesorteerd(paden)) for naam, paden in found.items())
    return tuple(
        sorted(
            stukken,
            key=lambda s: (
                volgorde.index(s.naam) if s.naam in volgorde else len(volgorde),
                s.titel,
            ),
        )
    )


def _titel(naam: str) -> str:
    titels = {brief.sjabloon: brief.stuknaam for brief in BRIEVEN}
    bijlage = next((titel for begin, titel in _BIJLAGEN.items() if naam.startswith(begin)), naam)
    return titels.get(naam, bijlage)


def _gesorteerd(paden: Mapping[str, str]) -> dict[str, str]:
    """Return files in the order in which formats are offered; others behind them."""
    bekend = [*FORMATEN]
    rang = {soort: bekend.index(soort) if soort in bekend else len(bekend) for soort in paden}
    return {soort: paden[soort] for soort in sorted(paden, key=lambda soort: rang[soort])}
