"""What a person says of a list: what its columns hold, and which partner a row is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from convenantwerk.basis.diagnostics import bedoelde
from convenantwerk.invoer.lijsten.blad import kolomletters
from convenantwerk.invoer.lijsten.kolommen import NIETS, TEKENVELDEN, VELDEN
from convenantwerk.opdrachten.partnerlijst.koppelen import NIEUW
from convenantwerk.opdrachten.partnerlijst.partnerlijst import Keuzes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convenantwerk.invoer.lijsten.kolommen import Kolom
    from convenantwerk.invoer.lijsten.lezen import Tabel
    from convenantwerk.opdrachten.partnerlijst.koppelen import Vraag

_VOORBEELD = 30  # letters of the first value of a column
_RIJ = "rij-"  # what the name of the answer about a row begins with
_NUMMERS = "23456789"  # of signatories after the first


def als_veld(kolom: Kolom) -> str:
    """Return what a column holds, as it is typed: "functie", or "functie-2"."""
    return f"{kolom.veld}-{kolom.nummer}" if kolom.nummer > 1 else kolom.veld


def lees_veld(getypt: str) -> str:
    """Return what a column holds: "functie", or "functie-2" of the second signatory.

    Raises:
        ValueError: it cannot be that; the message says so, in Dutch.
    """
    veld = "-".join(getypt.lower().split())
    stam, _, nummer = veld.rpartition("-")
    if veld in VELDEN or (stam in TEKENVELDEN and nummer in set(_NUMMERS)):
        return veld
    tip = bedoelde(veld, VELDEN) or f"kies uit: {', '.join(VELDEN)}"
    raise ValueError(f"'{getypt}' kan een kolom niet zijn; {tip}")


def veldkeuzes(kolommen: Sequence[Kolom]) -> Iterator[tuple[str, str]]:
    """Yield all that a column may hold, and how that is called.

    Of what there is of each signatory, one more than the list seems to have.
    """
    meest = max((kolom.nummer for kolom in kolommen), default=1)
    for veld, naam in VELDEN.items():
        yield veld, naam
        if veld in TEKENVELDEN:
            for nummer in _NUMMERS[:meest]:
                yield f"{veld}-{nummer}", f"{naam} {nummer}"


def gekozen(kolommen: Sequence[Kolom], waarden: Mapping[str, Any]) -> tuple[Kolom, ...]:
    """Return columns as they were answered; what the user says of one, no other holds any more.

    Args:
        kolommen: as they were recognised.
        waarden: for each, by the number of its place, what it holds.

    Raises:
        ValueError: no column has the names of organisations; the message says so, in Dutch.
    """
    anders = [k for k in kolommen if waarden[str(k.plek)] != als_veld(k)]
    bezet = {waarden[str(k.plek)] for k in anders}
    found = []
    for kolom in kolommen:
        veld = waarden[str(kolom.plek)]
        if kolom in anders:
            stam, _, nummer = veld.rpartition("-")
            los = stam in TEKENVELDEN
            found.append(
                replace(
                    kolom, veld=stam if los else veld, nummer=int(nummer) if los else 1, door="u"
                )
            )
        else:
            found.append(replace(kolom, veld=NIETS) if veld in bezet else kolom)
    if not any(kolom.veld == "naam" for kolom in found):
        raise ValueError("Eén kolom moet de naam van de organisatie zijn.")
    return tuple(found)


def kolomvraag(tabel: Tabel, kolom: Kolom) -> str:
    """Return a column as the user knows it: its letter, its name, and what stands first in it."""
    eerste = next((cel for rij in tabel.rijen if (cel := rij.cel(kolom.plek))), "")
    eerste = " ".join(eerste.split())
    kort = f"{eerste[:_VOORBEELD]}…" if len(eerste) > _VOORBEELD else eerste
    kop = f" '{kolom.kop}'" if kolom.kop else ""
    return f"Kolom {kolomletters(kolom.plek)}{kop} ({kort or 'leeg'})"


# --- which partner a row is


def rijnaam(vraag: Vraag) -> str:
    """Return the name under which the answer to a question about a row stands."""
    return f"{_RIJ}{vraag.organisatie.rij}"


def rijvraag(vraag: Vraag) -> str:
    """Return that question, without its mark."""
    een = vraag.organisatie
    return (
        f"Rij {een.rij}, {een.naam}, lijkt {vraag.partner.naam}: {vraag.waarom}. "
        "Welke partner is het"
    )


def rijkeuzes(vraag: Vraag) -> tuple[str, str]:
    """Return what it can be answered with: that partner, or a new one."""
    return vraag.partner.sleutel, NIEUW


def aangevuld(keuzes: Keuzes, waarden: Mapping[str, Any]) -> Keuzes:
    """Return what a person said, with what was answered of rows and of the soort."""
    zelfde = {
        int(naam.removeprefix(_RIJ)): waarde
        for naam, waarde in waarden.items()
        if naam.startswith(_RIJ) and waarde
    }
    return Keuzes(waarden.get("soort") or keuzes.soort, {**keuzes.zelfde, **zelfde})
