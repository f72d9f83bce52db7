"""The wijzigingen of an addendum applied to a text: in order, and all of them or none.

Each works on the text as the earlier ones left it; what one has written, a later one of the same
addendum may not write again.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from convenantwerk.addenda.addendumwerk import KanNietError, Werk
from convenantwerk.addenda.boom_wijzigen import Delen, PastNietError
from convenantwerk.addenda.soort import sleutelbezwaren
from convenantwerk.addenda.soorten import soort_van
from convenantwerk.basis.codes import CODES
from convenantwerk.tekst.adressen import met_ankers
from convenantwerk.tekst.boom import Element, Voetnoot, inline_van, titel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Addendum, Editie, Wijziging


def pas_toe(delen: Delen, addendum: Addendum, editie: Editie) -> tuple[Delen, list[Diagnostic]]:
    """Apply an addendum.

    Args:
        delen: the text it changes, with its ankers.
        addendum: its wijzigingen and their texts.
        editie: the edition that is made; wijzigingen that do not count in it are passed over.

    Returns:
        The changed text and no findings; or the text as it was, and why it cannot be changed.
    """
    werk = Werk(delen, addendum.teksten)
    problems: list[Diagnostic] = []
    if not is_getoond(addendum, editie):
        velden = {"naam": addendum.naam, "editie": editie}
        problems.append(CODES["CV042"].at(addendum.gegevens.position, **velden))
    tellen = _tellend(addendum, editie)
    for wijziging in addendum.gegevens.wijzigingen:
        bezwaren = list(sleutelbezwaren(soort_van(wijziging.soort), wijziging))
        problems += bezwaren
        if bezwaren or wijziging not in tellen:
            continue
        if wijziging.tekst and wijziging.tekst not in addendum.teksten:
            continue  # its text could not be read, and the reader has said so
        try:
            voer_uit(werk, wijziging)
        except KanNietError as why:
            problems.append(CODES["CV015"].at(wijziging.position, reden=why.reden, tip=why.tip))
        except PastNietError as why:
            tip = "kies een andere plaats, of een ander soort wijziging"
            problems.append(CODES["CV015"].at(wijziging.position, reden=str(why), tip=tip))
    problems += _dubbele_noten(werk.delen, delen, addendum)
    return (delen, problems) if problems else (werk.delen, [])


def is_getoond(addendum: Addendum, editie: Editie) -> bool:
    """Tell whether an edition shows an addendum: its paper, or all that it changes."""
    wijzigingen = addendum.gegevens.wijzigingen
    paper = any(wijziging.soort == "aanhechten" for wijziging in wijzigingen)
    return editie == "doorlopend" or paper or len(_tellend(addendum, editie)) == len(wijzigingen)


def _tellend(addendum: Addendum, editie: Editie) -> list[Wijziging]:
    """Return the wijzigingen of an addendum that count in an edition.

    One that works nothing into the text is bound behind it in that edition too, so that no edition
    lacks what was decided.
    """
    alle = addendum.gegevens.wijzigingen
    here = [wijziging for wijziging in alle if editie in soort_van(wijziging.soort).edities]
    return here if here or editie == "met-addenda" else list(alle)


def voer_uit(werk: Werk, wijziging: Wijziging) -> None:
    """Carry out one wijziging.

    Raises:
        KanNietError: it cannot be carried out.
        PastNietError: what would come out is no text.
    """
    before = werk.delen
    delen = soort_van(wijziging.soort).voer_uit(werk, wijziging)
    werk.delen = tuple(
        deel if any(deel is one for one in before) else met_ankers(deel) for deel in delen
    )


# --- notes ---------------------------------------------------------------------------------


def _dubbele_noten(delen: Delen, begin: Delen, addendum: Addendum) -> Iterator[Diagnostic]:
    """Yield the notes whose mark another note of the same file has, only since this addendum."""
    earlier = {(bestand.anker, merk) for bestand, merk in _dubbel(begin)}
    for bestand, merk in _dubbel(delen):
        if (bestand.anker, merk) not in earlier:
            velden = {"merk": merk, "titel": titel(bestand), "naam": addendum.naam}
            yield CODES["CV029"].at(addendum.gegevens.position, **velden)


def _dubbel(delen: Delen) -> Iterator[tuple[Element, str]]:
    bestanden = (part for deel in delen for part in deel.inhoud if isinstance(part, Element))
    for bestand in bestanden:
        merken = Counter(i.merk for i in inline_van([bestand]) if isinstance(i, Voetnoot))
        yield from ((bestand, merk) for merk, count in merken.items() if count > 1)
