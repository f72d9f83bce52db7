"""`convenant controleer`: what is wrong in a dossier, and what still keeps it from signing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from convenantwerk.basis.beelden import MEEST_SAMEN, afmeting, bezwaar
from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position, bestandsfouten_in, op_volgorde, telling
from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.basis.files import SJABLONEN, mapnaam, shown
from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.dossier.agendaboek import lees_agendaboek
from convenantwerk.dossier.archief import ARCHIEF, bewaring, lees_onderweg, losse_bestanden
from convenantwerk.dossier.figuren import FIGUURSOORTEN
from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.deelname import Toetreding
from convenantwerk.dossier.letters import zonder_letter
from convenantwerk.tekst.boom import Convenant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Groep
    from convenantwerk.dossier.dossier import Dossier, Editie
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.stukken.rapportregels import Rapportregel

_GEEN_TEKST = Convenant((), "")


@dataclass(frozen=True, slots=True)
class Uitslag:
    """The findings of one dossier on a date: files that cannot be read first, then by place.

    Args:
        convenant: the text that they are about, empty when it cannot be read.
        sinds: the edition since which they are new, "" when they are all there are.
        bekend: how many there were in that edition already.
    """

    dossier: str
    op: date
    diagnostics: tuple[Diagnostic, ...]
    convenant: Convenant = _GEEN_TEKST
    sinds: str = ""
    bekend: int = 0

    @property
    def regels(self) -> tuple[Rapportregel, ...]:
        """The findings with their places in words, in the same order."""
        from convenantwerk.stukken.rapportregels import rapportregels  # noqa: PLC0415  few ask

        return rapportregels(self.convenant, self.diagnostics)


def controleer(geopend: Geopend, editie: Editie = "vanzelf", *groepen: Groep) -> Uitslag:
    """Check a dossier as it is on its day; of one that cannot be read the outcome says why.

    Args:
        geopend: the dossier.
        editie: with the addenda behind it, or worked into it.
        groepen: the groups of controles that are asked besides: "taal", "stijl".
    """
    try:
        gelezen = geopend.tekst(editie)
    except OnleesbaarError as error:
        return Uitslag(mapnaam(geopend.root), geopend.op, error.diagnostics)
    dossier, versies = gelezen.dossier, geopend.versielezing
    onderweg, bezwaren = lees_onderweg(geopend.root, geopend.lezer)
    archief = losse_bestanden(geopend.root, geopend.lezer, dossier.alles)
    onderzoek = Onderzoek(
        op=geopend.op,
        registers=dossier,
        addenda=dossier.addenda,
        versies=tuple(versies.versies),
        bewaring=partial(bewaring, geopend.root),
        onderweg=onderweg,
        los=(*archief, *_losse_verklaringen(dossier)),
    )
    buiten_tekst = bevindingen(onderzoek, "tegen", "versienamen", "archief")
    _, boek = lees_agendaboek(geopend.root, geopend.lezer)
    eigen = {*bezwaren, *boek, *_toegang(geopend)}
    nagelezen = gelezen.nagelezen_met(*groepen)
    found = {*nagelezen, *versies.bevindingen, *eigen, *buiten_tekst}
    eerst = {*geopend.registerfouten, *bestandsfouten_in(found)}
    ordered = (*op_volgorde(eerst), *op_volgorde(found - eerst))
    return Uitslag(dossier.naam, geopend.op, ordered, gelezen.convenant)


def slotzin(uitslag: Uitslag) -> str:
    """Return how many findings there are, and since when."""
    if not uitslag.sinds:
        return f"{telling(uitslag.diagnostics).capitalize()}."
    toen = f"{uitslag.bekend} {'was' if uitslag.bekend == 1 else 'waren'} er toen al"
    bekend = f"; {toen}" if uitslag.bekend else ""
    return f"Nieuw sinds {uitslag.sinds}: {telling(uitslag.diagnostics)}{bekend}."


def _losse_verklaringen(dossier: Dossier) -> Iterator[str]:
    """Yield the declarations of accession, by path, that no toetreding ever bound."""
    bound = {g.nummer for g in van_soort(dossier.alles, Toetreding)}
    for nummer, verklaring in dossier.verklaringen.items():
        if nummer not in bound:
            yield verklaring.position.path


def _toegang(geopend: Geopend) -> Iterator[Diagnostic]:
    """Yield what cannot be read of that which is not text: its templates, and the archive."""
    root, lezer = geopend.root, geopend.lezer
    yield from lezer.entries(root / ARCHIEF).bevindingen
    sjablonen, found = lezer.boom(root / SJABLONEN)
    yield from found
    for naam, path in sjablonen.items():
        yield from lezer.data(path)[1]
        if naam.endswith(".md"):  # a letter; what is wrong with it as a text, its reader says
            yield from zonder_letter(lezer.text(path)[0] or "", shown(path), root, lezer)
    yield from _plaatjes({naam: lezer.data(path)[0] for naam, path in sjablonen.items()}, root)


def _plaatjes(sjablonen: Mapping[str, bytes | None], root: Path) -> Iterator[Diagnostic]:
    """Yield the pictures among templates that cannot be decoded, as far as their pixels go."""
    samen = 0
    for naam, data in sjablonen.items():
        if not data or not naam.lower().endswith(FIGUURSOORTEN):
            continue
        size = afmeting(data)
        samen += size.breed * size.hoog if size else 0
        if samen <= MEEST_SAMEN and (reden := bezwaar(data)):
            position = Position(shown(root / SJABLONEN / naam))
            yield CODES["CV043"].at(position, naam=naam, reden=reden)
