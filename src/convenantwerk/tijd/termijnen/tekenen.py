"""Papers that are out to be signed: sheets, declarations, and what the voorzitter must sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.dossier.gebeurtenissen import BLAD, van_soort
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Vaststelling
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding
from convenantwerk.tekst.adressen import slug
from convenantwerk.tijd.tekenplaatsen import tekenplaatsen, toetredende_plaatsen
from convenantwerk.tijd.toetreding import toetredingsstanden, voorzitter_op
from convenantwerk.tijd.uiterste_data import UitersteDatum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from convenantwerk.dossier.registers import Ondertekenaar
    from convenantwerk.tijd.tekenplaatsen import Tekenplaats
    from convenantwerk.tijd.uiterste_data import Vooruitblik


def bladen(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield by when the sheets that are out are asked back; those of an earlier version are not.

    What an organisation signs on one sheet, under more than one deel, is one date.
    """
    tot_dan = [g for g in blik.gebeurtenissen if g.datum <= blik.op]
    aangeboden = [g for g in van_soort(tot_dan, Aanbieding) if g.stuk == BLAD]
    versie = blik.nu.versie or (aangeboden[-1].versie if aangeboden else "")
    eigen = [g for g in aangeboden if g.versie == versie]
    if not eigen:
        return
    vastgesteld = (g.datum for g in van_soort(tot_dan, Vaststelling) if g.versie == versie)
    begin = min(vastgesteld, default=eigen[0].datum)
    delen = tuple(dict.fromkeys(deel for g in eigen for deel in g.delen))
    plaatsen = tekenplaatsen(blik.registers, versie, begin, delen, blik.op)
    for plaats, aanbieding in _uitstaand(plaatsen):
        if aanbieding.stuk == BLAD:
            signer = plaats.ondertekenaar
            organisatie = signer.organisatie if signer else plaats.partner.naam
            ook = "" if organisatie == plaats.partner.naam else f"-{slug(organisatie)}"
            yield _terug(
                f"blad-{versie}-{plaats.partner.sleutel}{ook}",
                "blad",
                f"Ondertekeningsblad van {organisatie} uiterlijk getekend terug",
                (plaats, aanbieding),
                blik.op,
            )


def verklaringen(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield by when the declarations that are out are asked back (7.e)."""
    for plaats, aanbieding in _uitstaand(toetredende_plaatsen(blik.registers, blik.op)):
        yield _terug(
            f"verklaring-{plaats.partner.sleutel}",
            "verklaring",
            f"Toetredingsverklaring van {plaats.partner.naam} uiterlijk getekend terug",
            (plaats, aanbieding),
            blik.op,
        )


def tegentekeningen(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield the declarations that a partner signed and a voorzitter did not yet (3.1 and 7.e).

    They stand in the calendar of the organisation of that voorzitter too.
    """
    signers = {o.sleutel: o for o in blik.registers.ondertekenaars}
    voorzitter = voorzitter_op(blik.registers, blik.op)
    for stand in toetredingsstanden(blik.registers, blik.op):
        partner, aanbieding, getekend = stand.partner, stand.aanbieding, stand.getekend
        if stand.volgende != "ondertekend" or aanbieding is None or getekend is None:
            continue
        dag = aanbieding.uiterlijk or aanbieding.ingangsdatum
        uitleg = [
            f"{_wie(signers.get(getekend.ondertekenaar))} tekende op {voluit(getekend.datum)} "
            f"namens {partner.naam}; de handtekening van {_voorzitter(voorzitter)}, namens "
            f"{blik.regels.beslisser}, ontbreekt nog.",
        ]
        if aanbieding.uiterlijk:
            uitleg.append(f"De verklaring is gevraagd uiterlijk {voluit(aanbieding.uiterlijk)}.")
        if aanbieding.ingangsdatum:
            uitleg.append(f"De deelname begint op {voluit(aanbieding.ingangsdatum)}.")
        yield UitersteDatum(
            f"tegentekening-{partner.sleutel}",
            "tegentekening",
            dag,
            f"Toetredingsverklaring van {partner.naam} nog te ondertekenen door de voorzitter",
            tuple(uitleg),
            partner.sleutel,
            te_laat=dag is not None and dag < blik.op,
            ook=(voorzitter.partner,) if voorzitter else (),
        )


def _uitstaand(plaatsen: Iterable[Tekenplaats]) -> Iterator[tuple[Tekenplaats, Aanbieding]]:
    """Yield of each organisation the paper that is out and asked back first."""
    eerste: dict[tuple[str, str], tuple[Tekenplaats, Aanbieding]] = {}
    for plaats in plaatsen:
        aanbieding = plaats.aanbieding
        if aanbieding is None or plaats.status not in ("aangeboden", "te laat"):
            continue
        signer = plaats.ondertekenaar
        wie = (plaats.partner.sleutel, signer.organisatie if signer else "")
        known = eerste.get(wie)
        if known is None or _eerder(aanbieding.uiterlijk, known[1].uiterlijk):
            eerste[wie] = (plaats, aanbieding)
    yield from eerste.values()


def _eerder(dag: date | None, ander: date | None) -> bool:
    return dag is not None and (ander is None or dag < ander)


def _terug(
    sleutel: str, soort: str, titel: str, uitstaand: tuple[Tekenplaats, Aanbieding], op: date
) -> UitersteDatum:
    """Return the day on which a paper is asked back."""
    plaats, aanbieding = uitstaand
    dag = aanbieding.uiterlijk
    gevraagd = f"gevraagd uiterlijk {voluit(dag)}" if dag else "zonder dag waarop het terug moet"
    return UitersteDatum(
        sleutel,
        soort,
        dag,
        titel,
        (
            f"Aangeboden op {voluit(aanbieding.datum)} aan {_wie(plaats.ondertekenaar)}, "
            f"{gevraagd} (versie {aanbieding.versie}; gebeurtenissen.yaml).",
            "De handtekening staat nog niet in het register.",
            *([f"Herinnerd op {voluit(plaats.herinnering.datum)}."] if plaats.herinnering else []),
        ),
        plaats.partner.sleutel,
        te_laat=dag is not None and dag < op,
    )


def _voorzitter(voorzitter: Ondertekenaar | None) -> str:
    return f"de voorzitter, {voorzitter.persoon}" if voorzitter else "de voorzitter"


def _wie(signer: Ondertekenaar | None) -> str:
    return f"{signer.persoon} ({signer.functie})" if signer else "de ondertekenaar"
