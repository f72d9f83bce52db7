"""A renvooi as plain data, for other programs: `convenant renvooi --formaat json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from convenantwerk.renvooi.renvooi import eenheden
from convenantwerk.tekst.citeren import Citaten
from convenantwerk.tekst.verschil import opmaak_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from convenantwerk.renvooi.kant import Kant
    from convenantwerk.renvooi.renvooi import Eenheid, Renvooi
    from convenantwerk.tekst.verschil import Plek, Verschil, Woordgroep

Gegevens = dict[str, Any]


def renvooi_gegevens(
    renvooi: Renvooi, oud: Kant, nieuw: Kant, toelichtingen: Mapping[str, str]
) -> Gegevens:
    """Return the changes as nested dictionaries of text, numbers and lists.

    The form is described in docs/bronformaat.md. `toelichtingen` tell why a part changed, by its
    address in the new or the old edition.
    """
    names = (Citaten(renvooi.oud), Citaten(renvooi.nieuw))
    return {
        "oud": {"naam": oud.naam, "editie": renvooi.oud.editie},
        "nieuw": {"naam": nieuw.naam, "editie": renvooi.nieuw.editie},
        "gelijk": renvooi.is_gelijk,
        "wijzigingen": [
            _wijziging(eenheid, names, toelichtingen) for eenheid in eenheden(renvooi.delen)
        ],
        "herkomst": [
            {
                "soort": herkomst.soort,
                "van": {"adres": herkomst.van, "naam": names[0].citeer(herkomst.van)},
                "naar": {"adres": herkomst.naar, "naam": names[1].citeer(herkomst.naar)},
            }
            for herkomst in renvooi.herkomst
        ],
        "registers": [
            {
                "register": verschil.register,
                "lot": verschil.lot,
                "naam": verschil.naam,
                "velden": [
                    {"veld": veld, "was": was, "wordt": wordt}
                    for veld, was, wordt in verschil.velden
                ],
            }
            for verschil in renvooi.registers
        ],
    }


def _wijziging(
    eenheid: Eenheid, names: tuple[Citaten, Citaten], toelichtingen: Mapping[str, str]
) -> Gegevens:
    verschil = eenheid.verschil
    adressen = [plek.adres for plek in (verschil.nieuw, verschil.oud) if plek]
    return {
        "lot": verschil.lot,
        "vernummerd": verschil.vernummerd,
        "oud": _plek(verschil.oud, names[0]),
        "nieuw": _plek(verschil.nieuw, names[1]),
        "stukken": list(_stukken(verschil, eenheid.blokken)),
        "opmaak": list(_opmaak(eenheid)),
        "toelichting": next((toelichtingen[a] for a in adressen if a in toelichtingen), None),
    }


def _opmaak(eenheid: Eenheid) -> Iterable[str]:
    """Return what differs that no word shows; of a part whose text stands apart, only its own."""
    clauses = (clause for blok in eenheid.blokken for clause in opmaak_in(blok))
    return dict.fromkeys((*eenheid.verschil.opmaak, *clauses))


def _plek(plek: Plek | None, names: Citaten) -> Gegevens | None:
    return {"adres": plek.adres, "naam": names.citeer(plek.adres)} if plek else None


def _stukken(verschil: Verschil, kinderen: Iterable[Verschil]) -> Iterable[Gegevens]:
    """Yield the words in reading order: the merk, the text, and what stands under it."""
    yield from (_stuk("merk", stuk) for stuk in verschil.merk_ervoor)
    yield from (_stuk("tekst", stuk) for stuk in verschil.tekst)
    for kind in kinderen:
        yield from _stukken(kind, kind.kinderen)


def _stuk(soort: str, stuk: Woordgroep) -> Gegevens:
    noten = [
        {"merk": woord.noot.merk, "stukken": [_stuk("noot", inner) for inner in woord.noot.stukken]}
        for woord in stuk.woorden
        if woord.noot
    ]
    found: Gegevens = {"soort": soort, "wijziging": stuk.wijziging or None, "tekst": stuk.tekst}
    return found | ({"noten": noten} if noten else {})
