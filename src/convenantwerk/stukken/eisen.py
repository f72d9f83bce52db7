"""What a text must settle and where it does: an overview for each list, and a matrix."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.papier import document as d
from convenantwerk.stukken.lijsten import Lijst
from convenantwerk.stukken.lijststuk import tabellen
from convenantwerk.tekst.adressen import alle_plaatsen, maak_adres
from convenantwerk.tekst.boom import Alinea, blokken, titel
from convenantwerk.tekst.citeren import Citaten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from convenantwerk.controles.volledigheid.dekking import Bewijs, Cel, Dekking
    from convenantwerk.controles.volledigheid.eisen import Eis, Eisenlijst
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.tekst.boom import Convenant, Element

ONTBREEKT = "ontbreekt"
# A sign of its own for each, so that grey is enough; the most certain first.
TEKENS: Mapping[Bewijs, str] = {"bevestigd": "ja", "gevonden": "?", "gemerkt": "!"}
KOP = ("Wat de tekst regelt", "Wie dat vraagt", "Waar het staat", "Uitkomst", "Naam voor het merk")
_BREEDTE = (28, 25, 20, 11, 16)
# What each outcome says.
_BETEKENIS: Mapping[str, str] = {
    "bevestigd": "de woorden staan er, en een jurist bevestigde het met een merk achter de kop",
    "gevonden": "de woorden staan er; een jurist kan het bevestigen met een merk achter de kop",
    "gemerkt": "alleen het merk zegt het; de woorden zijn niet gevonden",
    ONTBREEKT: "de woorden zijn niet gevonden en er is geen merk",
}
_KORT: Mapping[str, str] = {"artikel": "art.", "hoofdstuk": "hst.", "paragraaf": "\u00a7"}
_NIETS = "Geen enkel artikel zegt hier iets over."


class Vindplaatsen(Citaten):
    """How every place of a text is cited, also one that is known by its line."""

    def __init__(self, convenant: Convenant) -> None:
        super().__init__(convenant)
        self._op: dict[tuple[str, int], str] = {}
        for plaats in alle_plaatsen(convenant.delen):
            position = plaats.part.position
            self._op.setdefault((position.path, position.line), plaats.adres)

    def kop(self, artikel: Element) -> str:
        """Return how a column names a part: short, "art. 17", when no other is called so."""
        lang = self.citeer(artikel.anker)
        kort = _KORT.get(artikel.soort, artikel.soort)
        return f"{kort} {artikel.nummer}" if lang == f"{artikel.soort} {artikel.nummer}" else lang

    def adressen(self, artikel: Element, cel: Cel) -> tuple[str, ...]:
        """Return the addresses at which the words stand by which an artikel answers an eis."""
        found = (self._op.get((at.path, at.line), artikel.anker) for at in cel.plaatsen)
        alleen = sum(isinstance(blok, Alinea) for blok in blokken(artikel)) == 1
        eerste = maak_adres(artikel.anker, "alinea-1")
        return tuple(dict.fromkeys(artikel.anker if alleen and a == eerste else a for a in found))


def overzicht(dekking: Dekking, lijst: Eisenlijst, citaten: Vindplaatsen) -> Lijst:
    """Return for each eis of a list where it is answered, and how certain that is."""
    rijen = [
        (
            eis.naam,
            eis.wet,
            "; ".join(plaats(artikel, cel, citaten) for artikel, cel in dekking.van(eis))
            or "\u2013",
            uitkomst(dekking, eis),
            eis.sleutel,
        )
        for eis in lijst.eisen
    ]
    return Lijst(f"eisen-{lijst.sleutel}", lijst.naam, (), KOP, tuple(rijen), _BREEDTE)


def matrix(dekking: Dekking, lijst: Eisenlijst, citaten: Vindplaatsen) -> Lijst:
    """Return the eisen of a list against the artikelen that answer one of them."""
    artikelen = dekking.artikelen_van(lijst)
    rijen = [
        (
            eis.naam,
            *(
                TEKENS[cel.bewijs] if (cel := dekking.cel(eis, artikel)) else ""
                for artikel in artikelen
            ),
        )
        for eis in lijst.eisen
    ]
    kop = (KOP[0], *(citaten.kop(artikel) for artikel in artikelen))
    eerste = max(24, 56 - 4 * len(artikelen))  # with few columns there is room for its sentences
    breedte = (eerste, *((100 - eerste) // len(artikelen) for _ in artikelen))
    titel_ = f"{lijst.naam}: per artikel"
    bewijzen = {cel.bewijs for eis in lijst.eisen for _, cel in dekking.van(eis)}
    tekens = [f"{TEKENS[bewijs]} betekent {bewijs}" for bewijs in TEKENS if bewijs in bewijzen]
    toelichting = (f"In de matrix: {_en(tekens)}.",) if artikelen else (_NIETS,)
    naam = f"eisen-{lijst.sleutel}-matrix"
    return Lijst(naam, titel_, toelichting, kop, tuple(rijen) if artikelen else (), breedte)


def uitkomst(dekking: Dekking, eis: Eis) -> str:
    """Return how certain it is that an eis is answered: by its best artikel."""
    bewijzen = {cel.bewijs for _, cel in dekking.van(eis)}
    return next((bewijs for bewijs in TEKENS if bewijs in bewijzen), ONTBREEKT)


def samenvatting(dekking: Dekking) -> Iterator[str | tuple[str, ...]]:
    """Yield in a few sentences how far the text answers what is asked; what they mean in a list."""
    alle = Counter(uitkomst(dekking, eis) for eis in dekking.eisen)
    gevonden = [f"{alle[bewijs]} {bewijs}" for bewijs in TEKENS if alle[bewijs]]
    weg = alle[ONTBREEKT]
    is_een = alle.total() - weg == 1
    delen = [f"{'is' if is_een else 'zijn'} er {_en(gevonden)}"] if gevonden else []
    delen += [f"{'ontbreekt' if weg == 1 else 'ontbreken'} er {weg}"] if weg else []
    yield f"Van de {alle.total()} punten die deze tekst moet regelen, {_en(delen)}."
    yield tuple(f"{soort}: {zegt}" for soort, zegt in _BETEKENIS.items() if alle[soort])
    if dekking.ontbrekend:
        stukken = ", ".join(titel(element) for element in dekking.ontbrekend)
        yield f"De tekst van deze stukken ontbreekt nog, en is niet nagelezen: {stukken}."


def maak_eisenstuk(
    dekking: Dekking, citaten: Vindplaatsen, registers: Registers, op: date
) -> d.Document:
    """Return the coverage of a text as a document, on its side."""
    instellingen = registers.instellingen
    kop = "Wat de tekst moet regelen"
    return d.Document(
        name="eisen/eisen",
        title=f"{kop}: {instellingen.citeertitel}",
        publisher=instellingen.samenwerkingsverband,
        edition=f"stand op {voluit(op)}",
        op=op,
        concept=False,
        blocks=(
            d.Heading(1, "hoofdstuk", "", (d.Run(kop),), "eisen"),
            *map(_blok, samenvatting(dekking)),
            *(
                block
                for lijst in dekking.lijsten
                for tabel in (overzicht, matrix)
                for block in _met_kop(tabel(dekking, lijst, citaten))
            ),
        ),
        zonder=frozenset(),
        landscape=True,
    )


def _blok(zin: str | tuple[str, ...]) -> d.Block:
    if isinstance(zin, str):
        return d.Paragraph((d.Run(zin),))
    return d.ItemList("streep", tuple(d.Item("", (d.Paragraph((d.Run(een),)),)) for een in zin))


def _met_kop(lijst: Lijst) -> Iterator[d.Block]:
    yield d.Heading(2, "paragraaf", "", (d.Run(lijst.titel),), lijst.naam)
    yield from (d.Paragraph((d.Run(regel),)) for regel in lijst.toelichting)
    if lijst.rijen:
        yield from tabellen(lijst)


def plaats(artikel: Element, cel: Cel, citaten: Vindplaatsen) -> str:
    """Return where an artikel answers an eis: "artikel 17, lid 1 en 3"."""
    kort = citaten.citeer(artikel.anker)
    namen = [citaten.citeer(adres) for adres in citaten.adressen(artikel, cel)]
    rest = [naam.removeprefix(f"{kort}, ") for naam in namen]
    if namen == rest:
        return _en(namen) or kort
    woorden = {one.partition(" ")[0] for one in rest}
    if woorden in ({"lid"}, {"onder"}):
        rest = [rest[0], *(one.partition(" ")[2] for one in rest[1:])]
    return f"{kort}, {_en(rest)}"


def _en(namen: Sequence[str]) -> str:
    return " en ".join(filter(None, (", ".join(namen[:-1]), *namen[-1:])))
