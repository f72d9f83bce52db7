"""What a list would change, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.dossier.registers import Ondertekenaar, Partner
    from convenantwerk.invoer.lijsten.lezen import Tabel
    from convenantwerk.invoer.lijsten.organisaties import Gelezen
    from convenantwerk.opdrachten.partnerlijst.partnerlijst import Lijstvoorstel

NIETS_NIEUWS = "De lijst brengt niets nieuws in de registers."


def zinnen_over(
    tabel: Tabel, gelezen: Gelezen, found: Lijstvoorstel
) -> tuple[str | tuple[str, ...], ...]:
    """Return what a list would change; what stands under a sentence is a tuple of its own."""
    return tuple(_zinnen(tabel, gelezen, found))


def _zinnen(
    tabel: Tabel, gelezen: Gelezen, found: Lijstvoorstel
) -> Iterator[str | tuple[str, ...]]:
    kop = f", met de namen van de kolommen in rij {tabel.kop}" if tabel.kop else ""
    yield f"{tabel.pad}: {len(gelezen.organisaties)} organisaties{kop}."
    yield from _onder(f"Nieuw, {len(found.nieuw)}:", [_nieuw(*rij) for rij in found.nieuw])
    yield from _onder(
        "Wordt anders:", [f"{naam}: {zin}" for naam, zinnen in found.anders for zin in zinnen]
    )
    yield from _onder("Tekent er ook:", [f"{o.organisatie}: {_tekent(o)}" for o in found.erbij])
    if found.gelijk:
        yield f"Blijft gelijk: {found.gelijk}."
    yield from _onder(
        "Staat in het register en niet in de lijst, en blijft staan:",
        [f"{partner.naam} ({partner.sleutel})" for partner in found.over],
    )
    yield from _onder(
        "Rijen van de lijst die geen partner zijn:",
        [f"rij {nummer}: {wat}" for nummer, wat in gelezen.weggelaten],
    )
    yield from _onder("In de lijst verborgen, en toch gelezen:", tabel.blad.verborgen)


def _onder(kop: str, regels: Sequence[str]) -> Iterator[str | tuple[str, ...]]:
    if regels:
        yield kop
        yield tuple(regels)


def _nieuw(partner: Partner, tekenaars: Sequence[Ondertekenaar]) -> str:
    delen = (
        f"{partner.naam} ({partner.sleutel}): {partner.soort}",
        ", ".join(partner.adres),
        partner.email,
        *(f"tekent: {_tekent(wie)}" for wie in tekenaars),
    )
    return "; ".join(filter(None, delen))


def _tekent(wie: Ondertekenaar) -> str:
    return f"{wie.persoon}, {wie.functie}"
