"""Other values in a row of a register: nothing but the lines of those values is touched."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from convenantwerk.basis.als_yaml import als_waarden
from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.yaml_wijzigen import GeenPlaatsError, vervang

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.dossier.registertabel import Register


def vervangen(bekend: Iterable[Any], ander: Iterable[Any]) -> tuple[Any, ...]:
    """Return rows of which others take the place of those with their sleutel."""
    named = {rij.sleutel: rij for rij in ander}
    return tuple(named.get(rij.sleutel, rij) for rij in bekend) if named else tuple(bekend)


def gewijzigd(text: str, register: Register, ander: Sequence[Any], path: str) -> str:
    """Return the text of a register in which rows have other values, and all else is as it was.

    Args:
        text: of the file.
        register: which register it is.
        ander: the rows as they become, each by its sleutel.
        path: the file as the user sees it.

    Raises:
        ConvenantwerkError: CV913, what comes out is not what stood there and the other values.
    """
    volgorde = [spec.name for spec in fields(register.rij) if spec.name != "position"]
    known = gelezen(text, register, path) if ander else ()
    plekken = {old.sleutel: plek for plek, old in enumerate(known)}
    anders = {}
    for rij in ander:
        was, wordt = als_waarden(known[plekken[rij.sleutel]]), als_waarden(rij)
        waarden = {naam: value for naam, value in wordt.items() if was.get(naam) != value}
        waarden |= dict.fromkeys(naam for naam in was if naam not in wordt)
        anders[plekken[rij.sleutel]] = waarden
    try:
        after = vervang(text, register.naam, anders, volgorde) if ander else text
    except GeenPlaatsError as error:
        raise _geen_plaats(path, known[error.args[0]].sleutel) from None
    if ander and gelezen(after, register, path) != vervangen(known, ander):
        raise _geen_plaats(path, ander[0].sleutel)
    return after


def _geen_plaats(path: str, sleutel: str) -> ConvenantwerkError:
    reden = f"de vorm van de rij van '{sleutel}' laat het niet toe zonder meer te veranderen"
    tip = "wijzig de rij met de hand, met elke sleutel op een eigen regel"
    return ConvenantwerkError("CV913", pad=path, reden=reden, tip=tip)


def gelezen(text: str, register: Register, path: str) -> tuple[Any, ...]:
    """Return the rows of a register that is in order.

    Raises:
        ConvenantwerkError: CV913, it is not.
    """
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if not plain.strip():
        return ()
    rows, found = register.lees(plain, path)
    if rows is None or has_fout(found):
        reden = found[0].melding if found else "het bestand is niet te lezen"
        raise ConvenantwerkError("CV913", pad=path, reden=reden, tip="verbeter eerst het bestand")
    return rows
