"""`convenant controleer --herstel`: what the program can mend in the text, shown first.

Only the sources of the text are changed, which are there for its next edition. An addendum is what
was decided, and a version what was adopted: those stay as they are.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from convenantwerk.basis.diagnostics import telling
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.bronbestand import erbij
from convenantwerk.opdrachten.herstellen.ingreep import (
    Vraag,
    getoond,
    regels_van,
    uitgevoerd,
)
from convenantwerk.opdrachten.herstellen.tabel import HERSTELLERS
from convenantwerk.opdrachten.tekst_bewerken import bewerkbaar
from convenantwerk.renvooi.renvooi import eenheden
from convenantwerk.renvooi.vergelijking import vergelijk

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.opdrachten.herstellen.ingreep import Ingreep

_MEEST = 500  # changes in one go: more than a person looks at


@dataclass(frozen=True, slots=True)
class Tekstherstel:
    """What would change, and what follows from it; nothing is written.

    Args:
        regels: each change, as "convenant/x.md:3:7: 'is , en' wordt 'is, en'".
        bestanden: the files as they would be, by their path below the folder of the dossier.
        ingrepen: the changes themselves.
        gekomen: the findings that would be new.
        verdwenen: those that would be gone.
        is_vastgesteld: whether a version was adopted, which keeps what it says.
        meer: how many changes there are besides, for another time.
    """

    regels: tuple[str, ...]
    bestanden: Mapping[str, bytes]
    ingrepen: tuple[Ingreep, ...] = ()
    gekomen: tuple[Diagnostic, ...] = ()
    verdwenen: tuple[Diagnostic, ...] = ()
    is_vastgesteld: bool = False
    meer: int = 0


def stel_tekstherstel_voor(geopend: Geopend, editie: Editie = "vanzelf") -> Tekstherstel:
    """Return what can be mended in the sources of a dossier.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read.
        ConvenantwerkError: CV928, the text would become another than is shown.
    """
    paden = _te_herstellen(geopend)
    voor = geopend.tekst(editie)
    regels = cache(partial(_regels, geopend, paden))
    per_code: dict[str, list[Diagnostic]] = defaultdict(list)
    for bevinding in voor.nagelezen:
        if bevinding.code in HERSTELLERS:
            per_code[bevinding.code].append(bevinding)
    per: dict[str, list[Ingreep]] = defaultdict(list)
    for code, bevindingen in per_code.items():
        vraag = Vraag(tuple(bevindingen), voor.onderzoek, regels)
        for ingreep in HERSTELLERS[code](vraag):
            per[ingreep.pad].append(ingreep)
    bestanden: dict[str, bytes] = {}
    gedaan: list[Ingreep] = []
    lezer = geopend.lezer
    meer = 0
    for pad, ingrepen in sorted(per.items()):
        ruimte = _MEEST - len(gedaan)
        meer += len(ingrepen[ruimte:])
        data, done = uitgevoerd(geopend.lezer.data(paden[pad])[0] or b"", ingrepen[:ruimte])
        if done:
            bestanden[paden[pad].relative_to(geopend.root).as_posix()] = data
            lezer = lezer.met(paden[pad], data)
            gedaan += done
    if not gedaan:
        return Tekstherstel((), {})
    na = Geopend(geopend.root, geopend.op, lezer).tekst(editie)
    for one in eenheden(vergelijk(voor.convenant, na.convenant).delen):
        if one.verschil.lot != "gewijzigd":
            reden = "er zou meer veranderen dan de woorden die worden getoond"
            tip = "verbeter het zelf, en kijk met 'convenant controleer' opnieuw"
            raise ConvenantwerkError("CV928", wat="de tekst", reden=reden, tip=tip)
    return Tekstherstel(
        tuple(getoond(one, regels(one.pad)) for one in gedaan),
        bestanden,
        tuple(gedaan),
        erbij(na.nagelezen, voor.nagelezen),
        erbij(voor.nagelezen, na.nagelezen),
        bool(geopend.versielezing.versies),
        meer,
    )


def zinnen_over(herstel: Tekstherstel) -> tuple[str | tuple[str, ...], ...]:
    """Return what it does in sentences, the changes in a list; not what comes of it besides."""
    zinnen: list[str | tuple[str, ...]] = ["Dit verandert:", herstel.regels]
    if herstel.meer:
        zinnen.append(f"Er zijn er nog {herstel.meer}; die komen een volgende keer.")
    zinnen.append(f"Daarmee is weg: {telling(herstel.verdwenen)}.")
    if herstel.is_vastgesteld:
        zinnen.append(
            "Wat is vastgesteld blijft zoals het is; de bron is er voor een volgende uitgave."
        )
    return tuple(zinnen)


def _te_herstellen(geopend: Geopend) -> Mapping[str, Path]:
    """Return the files that may be changed, by their paths as findings have them."""
    addenda = geopend.root / "addenda"
    paden = bewerkbaar(geopend).items()
    return {pad: path for pad, path in paden if not path.is_relative_to(addenda)}


def _regels(geopend: Geopend, paden: Mapping[str, Path], pad: str) -> tuple[str, ...]:
    """Return the lines of a file, none when it may not be changed or is no text."""
    try:
        return regels_van(geopend.lezer.data(paden[pad])[0] or b"") if pad in paden else ()
    except UnicodeDecodeError:  # it is a finding already
        return ()
