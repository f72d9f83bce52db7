"""The controles of completeness: what the text does not settle, and marks that say it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position, bedoelde
from convenantwerk.basis.lidwoorden import eerste_klein
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.controles.volledigheid.dekking import dekking
from convenantwerk.controles.volledigheid.lijsten import EISEN, EISENLIJSTEN
from convenantwerk.tekst.boom import elementen, titel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.controles.volledigheid.dekking import Dekking

_WELKE = "'convenant eisen' met de naam van een lijst toont welke eisen er zijn"


def check_eisen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every eis of the lists that the dossier names is answered, and each mark is still true.

    While parts of the text are missing, what is in none of the others is one finding for a list.
    """
    instellingen = onderzoek.registers.instellingen
    if not instellingen.eisen:
        return
    found = dekking(onderzoek.convenant, onderzoek.passages, instellingen.eisen)
    position = Position(instellingen.position.path)
    yield from (_samen if found.ontbrekend else _elk)(found, position)
    for artikel in found.artikelen:
        for sleutel in artikel.dekt:
            cel = found.cellen.get((sleutel, artikel.anker))
            if cel is not None and cel.bewijs == "gemerkt":
                eis = EISEN[sleutel]
                velden = {"eis": sleutel, "naam": eerste_klein(eis.naam), "waar": titel(artikel)}
                yield CODES["CV167"].at(artikel.position, **velden)


def _elk(found: Dekking, position: Position) -> Iterator[Diagnostic]:
    for eis in found.eisen:
        if not found.van(eis):
            velden = {"eis": eis.sleutel, "naam": eerste_klein(eis.naam), "wet": eis.wet}
            yield CODES["CV165"].at(position, **velden)


def _samen(found: Dekking, position: Position) -> Iterator[Diagnostic]:
    eerste, *rest = [titel(element) for element in found.ontbrekend]
    meer = f" en nog {len(rest)} andere stukken ontbreken" if rest else " ontbreekt"
    for lijst in found.lijsten:
        open_ = [eis.naam for eis in lijst.eisen if not found.van(eis)]
        if open_:
            velden = {
                "aantal": f"er {len(open_)}" if len(open_) > 1 else "er één",
                "staan": "staan" if len(open_) > 1 else "staat",
                "alle": len(lijst.eisen),
                "lijst": lijst.naam,
                "sleutel": lijst.sleutel,
                "eerste": eerste_klein(open_[0]),
                "ontbreekt": f"'{eerste}'{meer}",
            }
            yield CODES["CV168"].at(position, **velden)


def check_merken(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every mark names an eis that there is, of a list that this dossier names.

    Of a list that it does not name, the first mark is told.
    """
    gevraagd: set[str] = set(onderzoek.registers.instellingen.eisen)
    lijst_van = {eis.sleutel: lijst for lijst in EISENLIJSTEN.values() for eis in lijst.eisen}
    for element in elementen(onderzoek.convenant.delen):
        for sleutel in element.dekt:
            lijst = lijst_van.get(sleutel)
            if lijst is None:
                tip = bedoelde(sleutel, EISEN) or _WELKE
                yield CODES["CV166"].at(element.position, eis=sleutel, tip=tip)
            elif lijst.sleutel not in gevraagd:
                gevraagd.add(lijst.sleutel)
                velden = {"eis": sleutel, "lijst": lijst.sleutel}
                yield CODES["CV169"].at(element.position, **velden)


CONTROLES = (
    Controle(check_eisen, "nalezen"),
    Controle(check_merken, "nalezen"),
)
