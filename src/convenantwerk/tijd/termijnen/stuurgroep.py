"""The Stuurgroep, or another body: its meetings, and the papers that it adopts each year."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Vaststelling, Vergadering
from convenantwerk.tijd.stand import vergaderingen as gehouden_in
from convenantwerk.tijd.uiterste_data import UitersteDatum

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.dossier.regels import Stuk
    from convenantwerk.tijd.uiterste_data import Vooruitblik

_LIJST = 3  # so many years are a list


def vergaderingen(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield the meetings on the agenda.

    A meeting is the first, second, … of its year: so it stays itself when its day moves.
    """
    nummers: Counter[int] = Counter()
    for g in _bekend(blik):
        nummers[g.datum.year] += 1
        if blik.op <= g.datum <= blik.tot:
            waar = f" in {g.plaats}" if g.plaats else ""
            wat = f"; op de agenda: {', '.join(g.stukken)}" if g.stukken else ""
            yield UitersteDatum(
                f"vergadering-{g.datum.year}-{nummers[g.datum.year]}",
                "vergadering",
                g.datum,
                f"Vergadering van {blik.regels.vergadert}{waar}",
                (f"Staat in het register van gebeurtenissen{wat}.",),
            )


def te_plannen(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield the years for which meetings must yet be planned."""
    regel = blik.regels.vergaderingen
    if regel is None:
        return
    wie = blik.regels.vergadert
    for jaar in range(blik.op.year, blik.tot.year + 1):
        gehouden = len(gehouden_in(blik.gebeurtenissen, jaar))
        tekort = regel.aantal - gehouden
        slot = date(jaar, 12, 31)
        if tekort > 0 and slot <= blik.tot:
            aantal = "één vergadering" if tekort == 1 else f"{tekort} vergaderingen"
            yield UitersteDatum(
                f"vergaderingen-{jaar}",
                "vergaderingen",
                slot,
                f"Nog {aantal} van {wie} te plannen in {jaar}",
                (
                    f"{eerste_groot(wie)} komt minimaal {regel.aantal} keer per jaar bijeen"
                    f"{regel.bron}.",
                    f"Voor {jaar} staan er {gehouden} in het register (gehouden of gepland).",
                ),
            )


def stukken(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield the yearly papers that are not adopted yet.

    They count from the first year in which a version of the text was in force. What is overdue for
    longer than the last time is told together: a list of ten years would hide what can be done.
    """
    regel = blik.regels.vergaderingen
    if regel is None or not regel.stukken:
        return
    wie, known = blik.regels.vergadert, _bekend(blik)
    vastgesteld = {naam for g in known if g.datum <= blik.op for naam in g.stukken}
    gepland: defaultdict[str, list[date]] = defaultdict(list)
    for g in known:
        for naam in g.stukken:
            gepland[naam].append(g.datum)
    vastgestelde = (g.datum for g in van_soort(blik.gebeurtenissen, Vaststelling))
    eerste = min((dag for dag in vastgestelde if dag <= blik.op), default=blik.op)
    uitleg = (
        f"{eerste_groot(wie)} stelt elk jaar vast: {regel.opsomming}{regel.bron}.",
        "De uiterste dag is een keuze van het bureau.",
    )
    for stuk in regel.stukken:
        jaren = [
            jaar
            for jaar in range(eerste.year, blik.tot.year + 2)
            if f"{stuk.naam} {jaar}" not in vastgesteld
            and eerste <= _uiterlijk(stuk, jaar) <= blik.tot
        ]
        te_laat = [jaar for jaar in jaren if _uiterlijk(stuk, jaar) < blik.op]
        lang = te_laat[:-1] if len(te_laat) >= _LIJST else []
        if lang:
            yield UitersteDatum(
                f"{stuk.naam}-eerder",
                "stuk",
                _uiterlijk(stuk, lang[-1]),
                f"{stuk.naam.capitalize()} {_opgesomd(lang)} vast te stellen door {wie}",
                (*uitleg, "Geen van deze stukken staat in het register als vastgesteld."),
                te_laat=True,
            )
        for jaar in (jaar for jaar in jaren if jaar not in lang):
            naam, dag = f"{stuk.naam} {jaar}", _uiterlijk(stuk, jaar)
            planning = (
                f"Het staat op de agenda van {voluit(min(gepland[naam]))}."
                if gepland[naam]
                else "Het staat nog niet op de agenda van een vergadering."
            )
            yield UitersteDatum(
                f"{stuk.naam}-{jaar}",
                "stuk",
                dag,
                f"{naam.capitalize()} vast te stellen door {wie}",
                (*uitleg, planning),
                te_laat=dag < blik.op,
            )


def _opgesomd(jaren: Sequence[int]) -> str:
    """Return years in words: "2017 tot en met 2024", or "2017, 2019 en 2020"."""
    if len(jaren) >= _LIJST and jaren[-1] - jaren[0] == len(jaren) - 1:
        return f"{jaren[0]} tot en met {jaren[-1]}"
    *rest, last = map(str, jaren)
    return f"{', '.join(rest)} en {last}"


def naam_van_stuk(datum: UitersteDatum) -> str:
    """Return what a paper is called where room is scarce: "jaarplan 2027"."""
    return datum.titel.partition(" vast")[0].lower()


def _uiterlijk(stuk: Stuk, jaar: int) -> date:
    """Return the last day for the paper about a year."""
    return stuk.uiterlijk.in_jaar(jaar - 1 if stuk.over == "volgend" else jaar + 1)


def _bekend(blik: Vooruitblik) -> list[Vergadering]:
    """Return the meetings in the register, those to come too."""
    return list(van_soort(blik.gebeurtenissen, Vergadering))
