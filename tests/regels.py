"""Rules for tests: those of Hollands Midden, with changes."""

from typing import Any

from convenantwerk.basis.periode import Jaardag, Periode
from convenantwerk.dossier.regels import Gevolgenregel, Looptijd, Opzegregel, Regels

ZES_MAANDEN = Periode(maanden=6)
STIL = Looptijd(
    soort="stilzwijgend verlengd",
    verlenging=Periode(jaren=1),
    verjaardag=Jaardag(1, 1),
    artikel="artikel 7, onder k",
)
ONBEPAALD = Looptijd(soort="onbepaalde tijd", artikel="artikel 12")


def regels(
    *,
    opzegtermijn: Periode = ZES_MAANDEN,
    per: Any = "kalenderjaar",
    grensgeval: Any = "veilig",
    looptijd: Looptijd = STIL,
    **anders: Any,
) -> Regels:
    """Return rules in which what is not named is as in Hollands Midden."""
    return Regels(
        looptijd=looptijd,
        opzegging=Opzegregel(
            opzegtermijn=opzegtermijn,
            per=per,
            vorm="aangetekend",
            grensgeval=grensgeval,
            artikel="artikel 7, onder l",
        ),
        gevolgen=Gevolgenregel(
            binnen=anders.pop("binnen", ZES_MAANDEN),
            door="de ketenmanager",
            artikel="artikel 7, onder l",
        ),
        verzendmarge=anders.pop("verzendmarge", 5),
        **anders,
    )
