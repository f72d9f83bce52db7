"""What asks for attention: the gravest first, what is dealt with together on one line, one button.

Which button belongs to which termijn is the table at the end: one row for each soort.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import quote, urlencode

from convenantwerk.addenda.telwoorden import telwoord
from convenantwerk.basis.datum import voluit, weekdag
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.kantoor.antwoord import Knop
from convenantwerk.tijd.termijnen.stuurgroep import naam_van_stuk
from convenantwerk.tijd.termijnen.tabel import wanneer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from convenantwerk.dossier.regels import Regels
    from convenantwerk.tijd.stand import Stand
    from convenantwerk.tijd.uiterste_data import UitersteDatum

Graad = Literal["laat", "bijna", "later"]
_ERNST: tuple[Graad, ...] = ("laat", "bijna", "later")
_DAGEN = 60  # after so many days one names the day, and counts no more
_GENOEMD = 6  # of what is dealt with together so many are named at once
_VOORUIT = 3  # of what is not near yet so many are shown


@dataclass(frozen=True, slots=True)
class Punt:
    """One line: what there is to do, by when, why, and the one button that deals with it.

    Args:
        graad: how pressing it is.
        wanneer: that in words, for beside the colour.
        dag: the day in words, "" when nobody named one.
        wat: what there is to do.
        delen: what is dealt with together, each by name; nothing when it is one thing.
        waarom: how the day was found, of each its sentences under its title.
        knop: what deals with it.
    """

    graad: Graad
    wanneer: str
    dag: str
    wat: str
    delen: tuple[str, ...]
    waarom: tuple[tuple[str, tuple[str, ...]], ...]
    knop: Knop

    @property
    def genoemd(self) -> tuple[str, ...]:
        """What of that is told at once; `waarom` has all of it."""
        rest = len(self.delen) - _GENOEMD
        if rest <= 1:
            return self.delen
        return (*self.delen[:_GENOEMD], f"nog {rest} andere")


def aandachtspunten(data: Iterable[UitersteDatum], stand: Stand) -> list[Punt]:
    """Return what asks for attention now, the gravest first, and the first of what is to come.

    Args:
        data: what falls due, in order of date.
        stand: how things stand on the day from which one looks.
    """
    groepen: dict[object, list[UitersteDatum]] = {}
    for datum in data:
        if _vraagt_iets(datum, stand):
            groepen.setdefault(_groep(datum), []).append(datum)
    punten = [_punt(groep, stand) for groep in groepen.values()]
    punten.sort(key=lambda punt: _ERNST.index(punt.graad))  # which leaves the order of the days
    nu = tel_nu(punten)
    return punten[: nu + _VOORUIT]


def tel_nu(punten: Iterable[Punt]) -> int:
    """Return how many of them are late or near."""
    return sum(punt.graad != "later" for punt in punten)


def _vraagt_iets(datum: UitersteDatum, stand: Stand) -> bool:
    """Tell whether there is still something to do about it, or to record."""
    if datum.vervallen or datum.soort in _VANZELF:
        return False
    klaar = stand.verlengd_voor
    is_vastgelegd = datum.datum is not None and klaar is not None and datum.datum.year <= klaar
    return not (datum.soort == "verlenging" and is_vastgelegd)


def _groep(datum: UitersteDatum) -> object:
    """Return by what it is told together with others."""
    if TERMIJNKNOPPEN[datum.soort].samen is None:
        return datum.sleutel
    return datum.soort, "laat" if datum.te_laat else datum.datum


def _punt(groep: Sequence[UitersteDatum], stand: Stand) -> Punt:
    first, rij = groep[0], TERMIJNKNOPPEN[groep[0].soort]
    ver, dag = _wanneer(first, stand.op)
    bijna = nadert(first, stand.regels, stand.op)
    graad: Graad = "laat" if first.te_laat else "bijna" if bijna else "later"
    if rij.samen is None or len(groep) == 1:
        waarom: tuple[tuple[str, tuple[str, ...]], ...] = (("", first.uitleg),)
        return Punt(graad, ver, dag, first.titel, (), waarom, rij.knop(groep))
    namen = tuple(rij.kort(datum) for datum in groep)
    uitleg = tuple((naam, d.uitleg) for naam, d in zip(namen, groep, strict=True))
    wat = eerste_groot(rij.samen(telwoord(len(groep))))
    return Punt(graad, ver, dag, wat, namen, uitleg, rij.knop(groep))


def nadert(datum: UitersteDatum, regels: Regels, op: date) -> bool:
    """Tell whether a calendar has warned of it by now, or it has no day and waits."""
    if datum.datum is None:
        return True
    return any(periode.voor(datum.datum) <= op for periode in regels.herinneringen)


def _wanneer(datum: UitersteDatum, op: date) -> tuple[str, str]:
    """Return how far away it is, and the day."""
    dag = datum.datum
    if dag is None:
        return wanneer(datum), ""
    ver = (dag - op).days
    if ver < 0:
        laat = "1 dag te laat" if ver == -1 else f"{-ver} dagen te laat"
        return (laat if -ver <= _DAGEN else "te laat"), f"uiterlijk {voluit(dag)}"
    if ver <= 1:
        return ("vandaag", "morgen")[ver], weekdag(dag)
    if ver <= _DAGEN:
        return f"over {ver} dagen", weekdag(dag)
    return voluit(dag), weekdag(dag).partition(" ")[0]


# --- the table


class Termijnknop(NamedTuple):
    """What deals with a soort of termijn.

    Args:
        knop: the button, for one date or for several that are dealt with together.
        samen: what several are called, for how many in a word; None when each stands by itself.
        kort: what one of several is called.
    """

    knop: Callable[[Sequence[UitersteDatum]], Knop]
    samen: Callable[[str], str] | None = None
    kort: Callable[[UitersteDatum], str] = lambda datum: datum.titel


def _vast(tekst: str, naar: str) -> Callable[[Sequence[UitersteDatum]], Knop]:
    return lambda _: Knop(tekst, naar)


def _van_partner(tekst: str, pagina: str) -> Callable[[Sequence[UitersteDatum]], Knop]:
    """Return the button that leads to the partner on a page; of several to the page itself."""

    def knop(data: Sequence[UitersteDatum]) -> Knop:
        een = f"/{quote(data[0].partner, safe='')}" if len(data) == 1 and data[0].partner else ""
        return Knop(tekst, f"{pagina}{een}")

    return knop


def _verleng(data: Sequence[UitersteDatum]) -> Knop:
    dag = data[0].datum
    jaar = dag.year if dag else ""
    return Knop(f"Leg de verlenging voor {jaar} vast", f"/doe/verlenging?jaar={jaar}")


def _vergadering(data: Sequence[UitersteDatum]) -> Knop:
    dag = data[0].datum
    naar = f"/doe/vergadering?datum={dag.isoformat()}" if dag else "/doe/vergadering"
    return Knop("Vul de vergadering aan", naar)


def _stukken(data: Sequence[UitersteDatum]) -> Knop:
    """Return the button that records a meeting; a paper of one year stands in its form already."""
    namen = [naam_van_stuk(d) for d in data if d.sleutel.rpartition("-")[2].isdigit()]
    zoek = f"?{urlencode({'stukken': chr(10).join(namen)})}" if namen else ""
    wat = "ze zijn" if len(data) > 1 else "het is"
    return Knop(f"Leg vast dat {wat} vastgesteld", f"/doe/vergadering{zoek}")


def _herinner(data: Sequence[UitersteDatum]) -> Knop:
    if not any(datum.te_laat for datum in data):
        return Knop("Naar de ondertekening", "/ondertekening")
    hoeveel = f"de {telwoord(len(data))}" if len(data) > 1 else "deze organisatie"
    return Knop(f"Herinner {hoeveel}", "/doe/herinnering")


def _opvolger(data: Sequence[UitersteDatum]) -> Knop:
    wie = data[0].sleutel.removeprefix("mandaat-")
    return Knop("Leg een opvolger vast", f"/doe/opvolger?{urlencode({'ondertekenaar': wie})}")


def _organisatie(datum: UitersteDatum) -> str:
    """Return whose paper it is."""
    naam = datum.titel.partition(" van ")[2]
    return naam.removesuffix(" uiterlijk getekend terug") or datum.titel


# What of itself goes on or ends, and asks nothing of anybody.
_VANZELF = ("geheimhouding",)
TERMIJNKNOPPEN: Mapping[str, Termijnknop] = {
    "verlenging": Termijnknop(_verleng),
    "afloop": Termijnknop(_vast("Werk aan de nieuwe tekst", "/tekst")),
    "beslismoment": Termijnknop(_vast("Leg een vergadering vast", "/doe/vergadering")),
    "verzendadvies": Termijnknop(_vast("Zet in de agenda", "/doe/agendas")),
    "opzegdag": Termijnknop(_vast("Zet in de agenda", "/doe/agendas")),
    "vergadering": Termijnknop(_vergadering),
    "vergaderingen": Termijnknop(_vast("Leg een vergadering vast", "/doe/vergadering")),
    "stuk": Termijnknop(
        _stukken, lambda n: f"{n} stukken zijn nog niet vastgesteld", naam_van_stuk
    ),
    "blad": Termijnknop(
        _herinner,
        lambda n: f"{n} organisaties hebben het ondertekeningsblad nog niet teruggestuurd",
        _organisatie,
    ),
    "verklaring": Termijnknop(_van_partner("Ga verder met de toetreding", "/toetreding")),
    "tegentekening": Termijnknop(_van_partner("Ga verder met de toetreding", "/toetreding")),
    "regeling": Termijnknop(_van_partner("Naar de opzegging", "/opzegging")),
    "einde-deelname": Termijnknop(_van_partner("Naar de partner", "/partners")),
    "bewaartermijn": Termijnknop(_van_partner("Naar de partner", "/partners")),
    "geheimhouding": Termijnknop(_van_partner("Naar de partner", "/partners")),
    "mandaat": Termijnknop(_opvolger),
}
