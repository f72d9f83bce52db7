"""Accession (7.e of the 2018 text): what the next stage lacks, and what follows from it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.deelname import Toetreding
from convenantwerk.tijd.looptijd import volgend_begin
from convenantwerk.tijd.opzegtermijn import laatste_dag, vertrekdagen
from convenantwerk.tijd.toetreding import STAPPEN, voorzitter_op

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.regels import Regels
    from convenantwerk.tijd.toetreding import Stap, Toetredingsstand
    from convenantwerk.tijd.uiterste_data import Berekening

_VOORUIT = timedelta(days=5 * 366)  # no notice works later
# What a toetredingsverklaring says of an organisation and of who signs for it.
_FEITEN: Mapping[str, str] = {
    "rechtsvorm": "de rechtsvorm",
    "kvk": "het KvK-nummer",
    "zetel": "de zetel",
    "contact": "het aanspreekpunt (contact)",
    "fg": "hoe de functionaris gegevensbescherming bereikbaar is (fg)",
}


def ontbreekt(stand: Toetredingsstand, registers: Registers, versie: str, op: date) -> list[str]:
    """Return what the next stage still lacks, each in a few words; nothing when it can be done.

    Args:
        stand: how far the accession is.
        registers: of the dossier.
        versie: the version last adopted, "" when there is none.
        op: the day.
    """
    match stand.volgende:
        case "instemming":
            return [f"het besluit van {stand.orgaan}: de datum en het kenmerk"]
        case "verklaring":
            return [*ontbreekt_aan_verklaring(stand, registers, versie, op)]
        case "ondertekend":
            return [*_handtekeningen(stand, registers, op)]
        case _:
            return []


def ontbreekt_aan_verklaring(
    stand: Toetredingsstand, registers: Registers, versie: str, op: date
) -> Iterator[str]:
    """Yield what a declaration states and the registers do not know; arguments as `ontbreekt`."""
    for attr, naam in _FEITEN.items():
        if not getattr(stand.partner, attr):
            yield naam
    signer = stand.ondertekenaar
    if signer is None:
        yield f"een ondertekenaar die op {voluit(op)} mag tekenen"
    elif signer.grond is None:
        yield f"de grond waarop {signer.persoon} mag tekenen"
    elif stand.partner.is_gemeente and signer.besluitdatum is None:
        yield "de datum van het besluit van burgemeester en wethouders (besluitdatum)"
    if stand.verzoek and stand.verzoek.ingangsdatum is None:
        yield "de dag waarop de deelname begint (ingangsdatum)"
    if stand.vraagt_tegen and voorzitter_op(registers, op) is None:
        yield "een voorzitter die mede kan tekenen (ondertekening.voorzitters in convenant.yaml)"
    if not versie:
        yield "een vastgestelde versie om bij toe te treden"


def _handtekeningen(stand: Toetredingsstand, registers: Registers, op: date) -> Iterator[str]:
    if stand.getekend is None:
        signers = {o.sleutel: o for o in registers.ondertekenaars}
        signer = signers.get(stand.aanbieding.ondertekenaar) if stand.aanbieding else None
        wie = signer.persoon if signer else "de ondertekenaar"
        nee = f"; geweigerd op {voluit(stand.weigering.datum)}" if stand.weigering else ""
        yield f"de handtekening van {wie}, namens {stand.partner.naam}{nee}"
    if stand.vraagt_tegen and stand.tegengetekend is None:
        voorzitter = voorzitter_op(registers, op)
        wie = voorzitter.persoon if voorzitter else "de voorzitter"
        yield f"de handtekening van {wie}, namens {stand.orgaan}"


def volgend_nummer(registers: Registers) -> int:
    """Return under which number the next declaration is bound to the convenant.

    The number of one that was annulled is not given out again: its text is still there.
    """
    joined = van_soort(registers.alles, Toetreding)
    return max((g.nummer for g in joined if g.nummer), default=0) + 1


class Eerstedata(NamedTuple):
    """What follows for who takes part from a day on; None for what no rule tells.

    Attributes:
        verlenging: the first day on which its participation is renewed.
        vertrek: the first day for which it can still give notice, if that is once a year at most.
        opzegdag: the last safe day for that notice, with its steps.
    """

    verlenging: date | None
    vertrek: date | None
    opzegdag: Berekening | None


def eerste_data(begin: date, regels: Regels) -> Eerstedata:
    """Return what follows for who takes part from a day on."""
    verlenging = volgend_begin(begin, regels.looptijd)
    for vertrek in vertrekdagen(begin, begin + _VOORUIT, regels):
        laatste = laatste_dag(vertrek, regels)
        if laatste is not None and laatste.datum >= begin:
            return Eerstedata(verlenging, vertrek, laatste)
    return Eerstedata(verlenging, None, None)


def eis_stap(stand: Toetredingsstand, stap: Stap) -> None:
    """Refuse a stage out of order.

    Raises:
        ConvenantwerkError: CV302, it is done already, or another comes first.
    """
    naam = stand.partner.naam
    if stand.volgende is None:
        reden, tip = "deze partner is al toegetreden", "'convenant stand' toont wie deelneemt"
    elif stand.volgende == stap or (stap == "verklaring" and stand.kan_opnieuw):
        return
    elif stap == "instemming" and not stand.vraagt_instemming:
        reden = "voor een toetreding is geen instemming nodig"
        tip = f"de volgende stap is '{stand.volgende}'"
    elif STAPPEN.index(stap) < STAPPEN.index(stand.volgende):
        reden = "deze stap is al gedaan"
        tip = f"de volgende stap is '{stand.volgende}'"
    else:
        reden = f"eerst komt stap '{stand.volgende}'"
        tip = f"'convenant toetreding {stand.partner.sleutel}' zegt wat u daarvoor doet"
    raise ConvenantwerkError("CV302", stap=stap, naam=naam, reden=reden, tip=tip)
