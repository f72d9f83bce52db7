"""Termijnen: what must be done before when, and why; the year in a picture; calendars."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, cast

from starlette.exceptions import HTTPException
from starlette.responses import Response

from convenantwerk.basis.datum import WEEKDAGEN, voluit
from convenantwerk.basis.lezer import Lezer
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.kantoor.aandacht import TERMIJNKNOPPEN, nadert
from convenantwerk.kantoor.antwoord import Blad, Knop, Uitslag, Verder
from convenantwerk.kantoor.formulier import Formulier, Keuze, Veld, lees_velden
from convenantwerk.kantoor.geheugen import Geheugen
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.kantoor.velden import kies_partner
from convenantwerk.opdrachten.jaarkalender import beeld, jaarkalender, lees_jaar
from convenantwerk.opdrachten.termijnen import KALENDER, KANTOOR, lees_termijnen, partnerkalender
from convenantwerk.papier.formaten.tabel import formaten
from convenantwerk.stukken.jaarkalender import LEGENDA, ZONDER, alt, in_jaar
from convenantwerk.tijd.termijnen.tabel import DATUMSOORTEN, soort_van, wanneer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.kantoor.antwoord import Antwoord, Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.kantoor.werk import Werk
    from convenantwerk.opdrachten.jaarkalender import Jaar
    from convenantwerk.tijd.uiterste_data import UitersteDatum

_MENU = "/termijnen"
JAREN = range(1990, 2201)  # of which `convenant jaarkalender` makes a calendar


class Termijn(NamedTuple):
    """A day as the list shows it: when, how far off, whether it is near, what deals with it."""

    datum: UitersteDatum
    dag: str
    hoelang: str
    hoe: str
    knop: Knop | None


@dataclass(frozen=True, slots=True)
class Groep:
    """What stands under one heading."""

    kop: str
    termijnen: Sequence[Termijn]


class Agendabestand(NamedTuple):
    """A calendar that was given out: whose it is, and where it lies in the dossier."""

    van: str
    pad: str


def toon(vraag: Vraag) -> Blad:
    """Show what falls due, of all or of what was chosen."""
    velden = _velden(vraag)
    ingevuld = lees_velden(velden, Formulier({k: tuple(vraag.zoek.getlist(k)) for k in vraag.zoek}))
    gekozen = ingevuld.waarden
    op = vraag.dossier.op
    fouten = dict(ingevuld.fouten)
    tot = cast("date | None", gekozen.get("tot"))
    if tot is not None and not op <= tot < date(JAREN.stop, 1, 1):
        fouten["tot"] = "deze dag is al voorbij." if tot < op else "kies een eerdere dag."
        tot = None
    jaar = int(str(gekozen.get("jaar") or op.year))
    gelezen = _van_jaar(vraag.dossier, jaar)
    agenda = _agenda(vraag.dossier) if tot is None else lees_termijnen(vraag.dossier, tot)
    registers = agenda.registers
    binnen = in_jaar(gelezen.data, jaar)
    komend = binnen if gekozen.get("jaar") else [d for d in agenda.data if not d.vervallen]
    eerder = () if tot else [d for d in binnen if d.datum and d.datum < op and not d.te_laat]
    gezocht = [d for d in (*komend, *(d for d in eerder if d not in komend)) if _past(d, gekozen)]
    waarden = {
        "velden": velden,
        "ingevuld": ingevuld,
        "fouten": fouten,
        "groepen": list(_groepen(gezocht, registers, op)),
        "laat": sum(datum.te_laat for datum in agenda.data),
        "gefilterd": any(gekozen.get(naam) for naam in ("soort", "partner", "jaar", "tot")),
        "jaar": jaar,
        "jaren": [een for een in (jaar - 1, jaar + 1) if een in JAREN],
        "alt": alt(jaar),
        "legenda": LEGENDA,
        "namen": {partner.sleutel: partner.naam for partner in registers.partners},
        "agendas": _uitgegeven(vraag.dossier.root, registers),
        "bevindingen": agenda.diagnostics,
    }
    status = 422 if fouten else 200
    return Blad("termijnen.html", "Termijnen", waarden, status, _MENU)


# What most pages show is worked out once, for with many partners it takes long.
_agenda = Geheugen(lees_termijnen, lambda geopend: geopend.registers)
_dit_jaar = Geheugen(
    lambda geopend: lees_jaar(geopend, geopend.op.year), lambda geopend: geopend.registers
)


def _van_jaar(geopend: Geopend, jaar: int) -> Jaar:
    return _dit_jaar(geopend) if jaar == geopend.op.year else lees_jaar(geopend, jaar)


def _velden(vraag: Vraag) -> Sequence[Veld]:
    dit = vraag.dossier.op.year
    gevraagd = vraag.zoek.get("jaar", "")
    jaren = {*range(dit - 1, dit + 3)}
    if gevraagd.isascii() and gevraagd.isdigit() and int(gevraagd[:5]) in JAREN:
        jaren.add(int(gevraagd))
    return (
        Veld(
            naam="jaar",
            vraag="Jaar",
            soort="keuze",
            keuzes=[Keuze(str(een), str(een)) for een in sorted(jaren)],
        ),
        Veld(
            naam="soort",
            vraag="Soort",
            soort="keuze",
            keuzes=[Keuze(soort.naam, soort.genoemd) for soort in DATUMSOORTEN],
        ),
        replace(kies_partner(vraag.dossier.registers), nodig=False),
        Veld(naam="tot", vraag="Tot en met", soort="datum"),
    )


def _past(datum: UitersteDatum, gekozen: Mapping[str, Waarde]) -> bool:
    soort, partner = gekozen.get("soort"), gekozen.get("partner")
    return (soort is None or soort == datum.soort) and (
        partner is None or soort_van(datum).is_voor(datum, str(partner))
    )


def _groepen(data: Iterable[UitersteDatum], registers: Registers, op: date) -> Iterator[Groep]:
    """Yield what is overdue first, then year by year, then what has no day, and last the past."""
    groepen: dict[tuple[int, int], list[UitersteDatum]] = {}
    for datum in data:
        groepen.setdefault(_plaats(datum, op), []).append(datum)
    regels = registers.instellingen.regels
    for (rang, jaar), samen in sorted(groepen.items()):
        kop = _KOPPEN[rang] or str(jaar)
        if rang == _VOORBIJ:
            kop = f"{kop} in {jaar}"
        yield Groep(kop, [_termijn(d, op, bijna=nadert(d, regels, op)) for d in samen])


_KOPPEN = ("Te laat", "", "Zonder dag", "Al voorbij")
_VOORBIJ = 3


def _plaats(datum: UitersteDatum, op: date) -> tuple[int, int]:
    if datum.te_laat:
        return 0, 0
    if datum.datum is None:
        return 2, 0
    return (_VOORBIJ if datum.datum < op else 1), datum.datum.year


def _termijn(datum: UitersteDatum, op: date, *, bijna: bool) -> Termijn:
    knop = TERMIJNKNOPPEN[datum.soort].knop([datum])
    if datum.datum is None:
        return Termijn(datum, wanneer(datum), "", "", knop)
    dagen, weekdag = (datum.datum - op).days, WEEKDAGEN[datum.datum.weekday()]
    over = {0: "vandaag", 1: "morgen"}.get(dagen, f"over {dagen} dagen" if dagen > 0 else "")
    hoelang = ", ".join(filter(None, (weekdag, "te laat" if datum.te_laat else over)))
    hoe = "laat" if datum.te_laat else "bijna" if bijna and dagen >= 0 else ""
    voorbij = dagen < 0 and not datum.te_laat
    return Termijn(datum, voluit(datum.datum), hoelang, hoe, None if voorbij else knop)


def _uitgegeven(root: Path, registers: Registers) -> list[Agendabestand]:
    """Return the calendars that lie among the papers, that of the office first."""
    found, _ = Lezer(root).boom(root / "build" / KALENDER)
    namen = {KANTOOR: "het bureau"}
    namen |= {partnerkalender(partner): partner.naam for partner in registers.partners}
    return [
        Agendabestand(naam, f"build/{KALENDER}/{pad}")
        for pad, naam in namen.items()
        if pad in found
    ]


def teken(vraag: Vraag) -> Response:
    """Give the picture of a year."""
    jaar = _jaar(str(vraag.pad["jaar"]))
    return Response(beeld(_van_jaar(vraag.dossier, jaar)), media_type="image/svg+xml")


def _jaar(getypt: str) -> int:
    if not (getypt.isascii() and getypt.isdigit() and int(getypt[:5]) in JAREN):
        raise HTTPException(404)
    return int(getypt)


def maak(vraag: Vraag) -> Antwoord:
    """Begin to make the calendar of a year as a paper."""
    jaar = _jaar(vraag.formulier.een("jaar"))
    root, op = vraag.kantoor.root, vraag.dossier.op
    titel = f"Jaarkalender {jaar} maken"

    def doe(werk: Werk) -> Uitslag:
        werk.meld(0, 1, "De kalender wordt opgemaakt.")
        made = jaarkalender(Geopend(root, op), root / "build", jaar, formaten(ZONDER))
        return Uitslag(
            titel,
            (f"De jaarkalender van {jaar} is gemaakt.",),
            [f"build/{pad}" for pad in made.bestanden],
            (Knop("Naar de termijnen", f"{_MENU}?jaar={jaar}"),),
            _MENU,
        )

    return Verder(f"/werk/{vraag.kantoor.werkbank.begin(titel, _MENU, doe).sleutel}")


PAGINA = Pagina(
    (
        Weg(_MENU, toon),
        Weg(f"{_MENU}/jaar-{{jaar}}.svg", teken),
        Weg(f"{_MENU}/jaarkalender", maak, "POST", wijzigt=True),
    ),
    "Termijnen",
)
