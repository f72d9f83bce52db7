"""Giving out calendars: whoever follows ends with the agenda of a fresh export."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import example, given
from hypothesis import strategies as st
from tests.agenda import Agenda, ingelezen
from tests.regels import ONBEPAALD, regels
from tests.wetten import voorbeelden

from convenantwerk.basis.periode import Periode
from convenantwerk.dossier.agendaboek import Agendaboek
from convenantwerk.dossier.dossier import Instellingen, Registers
from convenantwerk.dossier.gebeurtenissen.deelname import (
    Intrekking,
    Opzegging,
    Toetredingsverzoek,
    Uittreding,
)
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Vaststelling, Vergadering
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding, Mandaateinde, Ondertekening
from convenantwerk.dossier.regels import Regels, Vergaderregel
from convenantwerk.dossier.registers import Ondertekenaar, Partner
from convenantwerk.tijd.ics import Opmaak, to_ics
from convenantwerk.tijd.termijnen.tabel import soort_van, termijnen
from convenantwerk.tijd.uiterste_data import UitersteDatum
from convenantwerk.tijd.uitgeven import Venster, geef_uit, volgt_tot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis

BEGIN = date(2026, 11, 24)
DAG = timedelta(days=1)
OPMAAK = Opmaak("voorbeeld", "Veiligheidshuis Voorbeeld", "", (Periode(weken=1),))


@dataclass
class Bureau:
    """An office: what it must do, what it gave out, and the record of that.

    `zaken` are the day and the words of each thing; what is `blijvend` is overdue after its day.
    """

    zaken: dict[str, tuple[date, str]] = field(default_factory=dict)
    blijvend: tuple[str, ...] = ("stuk",)
    boek: Agendaboek = field(default_factory=Agendaboek)

    def data(self, op: date, tot: date) -> list[UitersteDatum]:
        """What falls due, as `termijnen` tells it."""
        found = []
        for naam, (dag, titel) in self.zaken.items():
            te_laat = dag < op and naam in self.blijvend
            if op <= dag <= tot or te_laat:
                uitleg = (f"{titel}: uitleg.",)
                soort = naam.partition("-")[0]
                found.append(UitersteDatum(naam, soort, dag, titel, uitleg, te_laat=te_laat))
        return found

    def geef(self, op: date, tot: date, boek: Agendaboek | None = None) -> bytes:
        """Give out a calendar; with another `boek` it stays with that."""
        begin = self.boek if boek is None else boek
        data = self.data(op, volgt_tot(begin, tot))
        after, uitgaven = geef_uit(begin, data, Venster(op, tot), OPMAAK.inhoud)
        self.boek = after if boek is None else self.boek
        return to_ics("Agenda", uitgaven)


NAMEN = st.sampled_from(["vergadering-1", "vergadering-2", "opzegdag", "stuk"])
DAGEN = st.integers(0, 60).map(lambda n: BEGIN + n * DAG)
STAPPEN = st.lists(
    st.one_of(
        st.tuples(st.just("zet"), NAMEN, DAGEN, st.sampled_from(["Een", "Twee"])),
        st.tuples(st.just("weg"), NAMEN),
        # Export as of a day: today, in the past, or far ahead; and how far it looks.
        st.tuples(st.just("geef"), st.integers(-20, 90), st.integers(0, 90)),
        st.tuples(st.just("dag"), st.integers(1, 20)),
    ),
    max_size=25,
)


def gespeeld(stappen: Sequence[tuple[Any, ...]]) -> tuple[Bureau, date, list[bytes]]:
    """Play a history, and return the office, the day it has become, and the files."""
    bureau, vandaag, files = Bureau(), BEGIN, []
    for stap in stappen:
        match stap:
            case ("zet", naam, dag, titel):
                bureau.zaken[naam] = (dag, titel)
            case ("weg", naam):
                bureau.zaken.pop(naam, None)
            case ("geef", verder, lang):
                op = vandaag + verder * DAG
                files.append(bureau.geef(op, op + lang * DAG))
            case ("dag", aantal):
                vandaag += aantal * DAG
    return bureau, vandaag, files


@given(STAPPEN, st.randoms(use_true_random=False))
def test_who_follows_has_the_agenda_of_a_fresh_export(
    stappen: list[tuple[Any, ...]], toeval: Any
) -> None:
    """Whatever happened, was looked ahead to, was missed, or came in another order."""
    bureau, op, files = gespeeld(stappen)
    last = bureau.geef(op, op + 200 * DAG)
    fresh = ingelezen(bureau.geef(op, op + 200 * DAG, Agendaboek()))
    gemist = [data for data in files if toeval.random() < 0.7]
    toeval.shuffle(gemist)
    for took_in in ([*files, last], [*gemist, last], [last, *files]):
        assert ingelezen(*took_in).vanaf(op) == fresh.vanaf(op)


@example([("zet", "stuk", BEGIN, "Een"), ("dag", 20), ("geef", 0, 0), ("weg", "stuk")])
@example([("zet", "stuk", BEGIN, "Een"), ("geef", 20, 0), ("dag", 9), ("weg", "stuk")])
@given(STAPPEN)
def test_what_is_overdue_stands_there_until_it_is_done(stappen: list[tuple[Any, ...]]) -> None:
    """Of who took in every file, the past is right too: nothing stays overdue that is not."""
    bureau, op, files = gespeeld(stappen)
    files.append(bureau.geef(op, op + 200 * DAG))
    wel = sorted(f"Te laat: {d.titel}" for d in bureau.data(op, op) if d.te_laat)
    assert sorted(titel for _, titel, _ in ingelezen(*files).te_laat) == wel


def test_that_something_was_done_is_told_for_a_year() -> None:
    """Its day is behind us, so nobody looks there any more."""
    bureau = Bureau({"stuk": (BEGIN, "Een")})
    bureau.geef(BEGIN + 30 * DAG, BEGIN + 30 * DAG)
    bureau.zaken = {}
    for later, cancelled in ((40, True), (40 + 365, True), (40 + 366, False)):
        data = bureau.geef(BEGIN + later * DAG, BEGIN + later * DAG)
        assert (b"STATUS:CANCELLED" in data) == cancelled


@given(STAPPEN)
def test_the_same_again_is_the_same_bytes(stappen: list[tuple[Any, ...]]) -> None:
    """Nothing rises by asking: not on the day itself, and for what did not change on no day."""
    bureau, op, _ = gespeeld(stappen)
    first = bureau.geef(op, op + 200 * DAG)
    boek = bureau.boek
    assert bureau.geef(op, op + 200 * DAG) == first
    assert bureau.boek == boek
    bureau.zaken = {naam: zaak for naam, zaak in bureau.zaken.items() if zaak[0] > op}
    before = {punt.sleutel: punt for punt in bureau.boek.punten if punt.sleutel in bureau.zaken}
    bureau.geef(op + DAG, op + 201 * DAG)
    after = {punt.sleutel: punt for punt in bureau.boek.punten if punt.sleutel in bureau.zaken}
    assert after == before


def test_what_disappears_is_cancelled_until_its_day_has_passed() -> None:
    """Until the last day that it ever had; when it comes back, it is there again."""
    bureau = Bureau({"opzegdag": (BEGIN + 9 * DAG, "Een")})
    bureau.geef(BEGIN, BEGIN + 99 * DAG)
    bureau.zaken = {"opzegdag": (BEGIN + 5 * DAG, "Een")}
    bureau.geef(BEGIN, BEGIN + 99 * DAG)
    bureau.zaken = {}
    for later, cancelled in ((0, True), (5, True), (9, True), (10, False)):
        data = bureau.geef(BEGIN + later * DAG, BEGIN + 99 * DAG)
        assert (b"STATUS:CANCELLED" in data) == cancelled
        assert (b"SEQUENCE:2" in data) == cancelled  # told again, it is no other
    bureau.zaken = {"opzegdag": (BEGIN + 30 * DAG, "Een")}
    data = bureau.geef(BEGIN + 12 * DAG, BEGIN + 99 * DAG)
    assert b"SEQUENCE:3" in data
    assert b"STATUS:CONFIRMED" in data


def test_an_item_of_another_program_is_left_alone() -> None:
    """A kind of day that is not known is neither given out nor lost."""
    bureau = Bureau({"opzegdag": (BEGIN, "Een")})
    bureau.geef(BEGIN, BEGIN)
    (punt,) = bureau.boek.punten
    bureau.boek = replace(bureau.boek, punten=(replace(punt, soort="onbekend"),))
    bureau.zaken = {}
    assert b"VEVENT" not in bureau.geef(BEGIN, BEGIN)
    assert [p.soort for p in bureau.boek.punten] == ["onbekend"]


def test_one_more_in_between_leaves_the_others_what_they_are() -> None:
    """What an agenda knows by its day stays that; what moved is what has the same words."""
    een, twee, drie, vier = (
        UitersteDatum(f"vergadering-2026-{n}", "vergadering", _op(n), f"In zaal {n}", ())
        for n in range(1, 5)
    )
    venster = Venster(BEGIN, _op(99))

    def namen(boek: Agendaboek, *data: UitersteDatum) -> tuple[Agendaboek, dict[str, str]]:
        # Their order alone names them, as their rule does.
        ordered = sorted(data, key=lambda d: d.datum or BEGIN)
        named = [replace(d, sleutel=f"vergadering-2026-{n}") for n, d in enumerate(ordered, 1)]
        after, uitgaven = geef_uit(boek, named, venster, OPMAAK.inhoud)
        live = (u for u in uitgaven if not u.datum.vervallen)
        return after, {u.datum.titel: u.punt.sleutel for u in live}

    boek, first = namen(Agendaboek(), een, drie)
    boek, more = namen(boek, een, twee, drie)
    assert {titel: more[titel] for titel in first} == first
    assert len(set(more.values())) == 3
    assert namen(boek, een, twee, drie) == (boek, more)  # asked again, nothing changes
    _, moved = namen(boek, twee, drie, replace(een, datum=_op(30)))
    assert moved == more
    _, gone = namen(boek, twee, drie)
    assert gone == {titel: more[titel] for titel in gone}
    _, other = namen(boek, een, twee, vier)  # one went and another came: it may have moved
    assert other == {een.titel: more[een.titel], twee.titel: more[twee.titel],
                     vier.titel: more[drie.titel]}  # fmt: skip


def test_two_of_one_name_are_two_items() -> None:
    """Nothing of what falls due is left out."""
    een = UitersteDatum("stuk-2027", "stuk", BEGIN, "Een", ())
    data = [een, replace(een, titel="Twee")]
    _, uitgaven = geef_uit(Agendaboek(), data, Venster(BEGIN, BEGIN), OPMAAK.inhoud)
    assert [u.punt.sleutel for u in uitgaven] == ["stuk-2027", "stuk-2027-2"]


def test_a_day_that_no_record_can_hold_is_not_given_out() -> None:
    """Else the next time nothing could be read."""
    ver = UitersteDatum("verlenging-3000", "verlenging", date(3000, 1, 1), "Ver", ())
    venster = Venster(date(2999, 12, 31), date(3001, 1, 1))
    assert geef_uit(Agendaboek(), [ver], venster, OPMAAK.inhoud) == (Agendaboek(), ())


# --- with what a dossier says -----------------------------------------------------------------

PARTNERS = (
    Partner("cardea", "Cardea", "ketenpartner"),
    Partner("nieuw", "Stichting Nieuw", "ketenpartner"),
)
INSTELLINGEN = Instellingen("Convenant", "Voorbeeld", "Convenant", "2026", ())
VASTGESTELD = Vaststelling(datum=date(2020, 1, 1), versie="x")
SIGNERS = tuple(
    Ondertekenaar(p.sleutel, p.sleutel, p.naam, "Bestuurder", "Mw.", "N. N.") for p in PARTNERS
)


def _op(dagen: int) -> date:
    return BEGIN + dagen * DAG


# What may stand in the register, or not, or not any more.
GEBEURTENISSEN: tuple[Gebeurtenis, ...] = (
    *(Vergadering(datum=_op(dagen)) for dagen in (5, 5, 19, 45)),
    *(Opzegging(datum=_op(dagen), partner="cardea", vorm="brief") for dagen in (-9, 0)),
    *(Intrekking(datum=_op(dagen), partner="cardea") for dagen in (0, 3)),
    Uittreding(datum=_op(7), partner="cardea", besluit="b"),
    Aanbieding(
        datum=_op(-7),
        partner="cardea",
        ondertekenaar="cardea",
        stuk="ondertekeningsblad",
        versie="x",
        delen=("deel-1",),
        sha256="a",
        uiterlijk=_op(7),
    ),
    Ondertekening(datum=_op(2), partner="cardea", ondertekenaar="cardea", delen=("deel-1",)),
    Toetredingsverzoek(datum=_op(-9), partner="nieuw"),
    Aanbieding(
        datum=_op(-3),
        partner="nieuw",
        ondertekenaar="nieuw",
        stuk="toetredingsverklaring",
        versie="x",
        delen=("deel-1",),
        sha256="b",
        uiterlijk=_op(9),
    ),
    Ondertekening(datum=_op(1), partner="nieuw", ondertekenaar="nieuw", delen=("deel-1",)),
    Mandaateinde(datum=_op(3), ondertekenaar="cardea"),
)
REGELS = [
    regels(beslismoment=Periode(maanden=3), vergaderingen=Vergaderregel(aantal=2)),
    regels(opzegtermijn=Periode(maanden=3), vergaderingen=Vergaderregel(aantal=1)),
    regels(looptijd=ONBEPAALD, per="maandeinde", bewaartermijn=Periode(jaren=5)),
]
STANDEN = st.tuples(
    st.sets(st.sampled_from(range(len(GEBEURTENISSEN)))),
    st.sampled_from(REGELS),
    st.integers(-10, 60),
)


def _uitgegeven(
    boek: Agendaboek, stand: tuple[set[int], Regels, int]
) -> tuple[Agendaboek, bytes, bytes]:
    """Give out what a register says on a day: to the office, and to one partner."""
    nummers, geldend, dagen = stand
    op = _op(dagen)
    registers = Registers(
        naam="voorbeeld",
        instellingen=replace(INSTELLINGEN, regels=geldend),
        partners=PARTNERS,
        ondertekenaars=SIGNERS,
        gebeurtenissen=(VASTGESTELD, *(GEBEURTENISSEN[n] for n in sorted(nummers))),
    )
    venster = Venster(op, op + 200 * DAG)
    data = termijnen(registers, op, volgt_tot(boek, venster.tot))
    after, uitgaven = geef_uit(boek, data, venster, OPMAAK.inhoud)
    own = [u for u in uitgaven if soort_van(u.datum).is_voor(u.datum, "cardea")]
    return after, to_ics("Bureau", uitgaven), to_ics("Cardea", own)


@voorbeelden(20)
@given(st.lists(STANDEN, max_size=3), STANDEN)
def test_the_office_and_a_partner_follow_the_register(
    eerder: list[tuple[set[int], Regels, int]], nu: tuple[set[int], Regels, int]
) -> None:
    """Whatever rows come, move and go, on whatever days: both end with what there is."""
    boek, bureau, partner = Agendaboek(), Agenda(), Agenda()
    for stand in (*eerder, nu):
        boek, voor_bureau, voor_partner = _uitgegeven(boek, stand)
        bureau.lees_in(voor_bureau)
        partner.lees_in(voor_partner)
    _, vers_bureau, vers_partner = _uitgegeven(Agendaboek(), nu)
    op, tot = _op(nu[2]), _op(nu[2] + 200)
    for agenda, vers in ((bureau, vers_bureau), (partner, vers_partner)):
        fresh = ingelezen(vers)
        assert agenda.vanaf(op, tot) == fresh.vanaf(op)
        assert agenda.te_laat == fresh.te_laat
