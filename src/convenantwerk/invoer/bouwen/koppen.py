"""Which lines are headings: by the words, the number, the look, and the whole they stand in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convenantwerk.invoer.bouwen.hoofdstukvorm import klasse_van, vormen_van
from convenantwerk.invoer.bouwen.inhoudsopgave import nummersleutel
from convenantwerk.invoer.bouwen.kopkeus import BESTAND, ONDER, RANGEN, Kopkeus, Stand
from convenantwerk.invoer.bouwen.kopwoorden import BIJ, SLOTFORMULE
from convenantwerk.invoer.bouwen.losse_titel import Buren, is_tekst, staat_alleen
from convenantwerk.invoer.bouwen.regel import is_streep, is_titelachtig
from convenantwerk.tekst.aanduidingen import find_mark, is_twijfel
from convenantwerk.tekst.boom import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.invoer.bouwen.inhoudsopgave import Inhoudsopgave
    from convenantwerk.invoer.bouwen.regel import Beeld, Regel
    from convenantwerk.tekst.frontmatter import Kop

_TITELREGELS = 3  # over so many lines the title of a deel may go
_INGESPRONGEN = 4.0  # points
_RIJ = 3  # so many lines that look alike, under each other, are no headings
_KORT = 100
_LANG = 150  # no heading with a number is longer
_WOORDEN = 3  # a title of more words than this has no point behind it
_EERSTE = ("1", "I", "A")
_TOELICHTING = re.compile(r"toelichting", re.IGNORECASE)
_ZINSEINDE = re.compile(r"[.;,]$")
_KORTE_REGEL = "een korte regel zonder punt"


@dataclass
class Koppenzoeker:
    """Finds the headings among paragraphs.

    Args:
        gezien: all paragraphs.
        beeld: how the whole looks.
        inhoud: the contents lists.
        weg: what is no text: those lists, the title page.
    """

    gezien: Sequence[Regel]
    beeld: Beeld
    inhoud: Inhoudsopgave
    weg: set[int]
    vermoed: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._open = [
            at for at, regel in enumerate(self.gezien) if regel.is_alinea and at not in self.weg
        ]
        self._plaats = {at: index for index, at in enumerate(self._open)}
        self._vormen = vormen_van([self.gezien[at] for at in self._open], self.beeld, self.inhoud)
        self._gezichten = self._rangen_van_gezichten()
        self._gevonden: dict[int, Kopkeus] = {}
        niveaus = [g[0] for g, rang in self._gezichten.items() if rang == RANGEN["artikel"]]
        self._artikelniveau = min((int(str(niveau)) for niveau in niveaus), default=0)
        self._hoofdstukken = BESTAND in self._gezichten.values()

    def zoek(self) -> dict[int, Kopkeus]:
        """Return the headings by the place of their line; what looks like one goes to `vermoed`."""
        gevonden = self._gevonden
        stand = Stand()
        tot = -1
        for at in self._open:
            if at <= tot:
                continue
            regel = self.gezien[at]
            if is_streep(regel.merk) and not regel.kopniveau:
                continue
            kop = regel.kop
            keus = (
                self._genummerd(at, regel, kop, stand)
                if kop.nummer
                else self._ongenummerd(at, regel, stand)
            )
            if keus is None:
                continue
            if kop.nummer:
                stand.na(kop)
            gevonden[at] = self._met_titel(at, regel, keus)
            tot = self._verder(at, gevonden[at].titelregels)
        return gevonden

    def _buur(self, at: int, stap: int) -> Regel | None:
        index = self._plaats[at] + stap
        return self.gezien[self._open[index]] if 0 <= index < len(self._open) else None

    def _verder(self, at: int, regels: int) -> int:
        return self._open[self._plaats[at] + regels]

    # --- with a number ----------------------------------------------------------------------

    def _genummerd(self, at: int, regel: Regel, kop: Kop, stand: Stand) -> Kopkeus | None:
        klasse = klasse_van(regel)
        if klasse == "":
            return None
        rang = RANGEN[kop.soort]
        if klasse == "N.N":
            twijfel = self._paragraaf(at, regel, kop, stand)
            rang += 0.1 * max(kop.nummer.count(".") - 1, 0)
        elif klasse in ("N", "N."):
            twijfel = self._hoofdstuk(regel, kop, klasse, stand)
        else:
            twijfel = self._benoemd(at, regel, kop, stand)
            # "Artikel 1" in the toelichting on the artikelen stands under that.
            rang += 0.4 * (kop.soort == "artikel" and regel.kopniveau > self._artikelniveau)
        if twijfel is None:
            return None
        return Kopkeus(kop.soort, kop.nummer, rang, twijfel=twijfel)

    def _benoemd(self, at: int, regel: Regel, kop: Kop, stand: Stand) -> str | None:
        """Return the doubt about "Artikel 3 Doel" as a heading; None when it is a sentence."""
        opschrift = regel.opschrift
        if regel.kopniveau or (regel.merk and not regel.getypt and not is_streep(regel.merk)):
            return ""
        sterk = self.beeld.is_sterk(regel)
        gaat_door = opschrift[:1].islower() and not (
            kop.soort == "bijlage" and BIJ.match(opschrift)
        )
        zin = bool(_ZINSEINDE.search(opschrift)) and len(opschrift.split()) > _WOORDEN
        if zin or (gaat_door and not sterk) or len(opschrift) > _LANG:
            return None
        return "" if sterk else self._zonder_gezicht(at, kop, stand)

    def _zonder_gezicht(self, at: int, kop: Kop, stand: Stand) -> str | None:
        """Return the doubt about "Artikel 3 Doel" that looks like ordinary text."""
        if self._vormen.sterk[kop.soort]:
            self.vermoed[at] = "lijkt op een kop, maar ziet er anders uit dan de andere"
            return None
        if stand.volgt(kop) or nummersleutel(kop) in self.inhoud.nummers:
            return ""
        if kop.nummer in _EERSTE:
            return "kop waarvan het nummer hier opnieuw begint"
        self.vermoed[at] = "lijkt op een kop, maar het nummer past hier niet"
        return None

    def _paragraaf(self, at: int, regel: Regel, kop: Kop, stand: Stand) -> str | None:
        """Return the doubt about "1.1 Opdracht" as a heading; None when it is a lid."""
        opschrift = regel.opschrift
        if regel.kopniveau:
            return ""
        boven = kop.nummer.rpartition(".")[0]
        if (stand.binnen and boven == stand.binnen) or not is_titelachtig(opschrift, _KORT):
            return None
        if nummersleutel(kop) in self.inhoud.nummers or self.beeld.is_sterk(regel):
            return ""
        hoofdstuk = stand.laatste.get("hoofdstuk")
        volgende = self._buur(at, 1)
        if hoofdstuk not in (boven, boven.partition(".")[0]) or not stand.volgt(kop):
            return None
        if volgende is None or klasse_van(volgende) == "N.N" or not self.beeld.plat:
            return None
        return "kop gezien aan het nummer en een korte regel zonder punt"

    def _hoofdstuk(self, regel: Regel, kop: Kop, klasse: str, stand: Stand) -> str | None:
        """Return the doubt about "1 Begrippen" as a heading; None when it is a lid."""
        if regel.kopniveau:
            return ""
        opschrift = regel.opschrift
        if not is_titelachtig(opschrift, _KORT) or not stand.volgt(kop):
            return None
        if not self._vormen.mag(klasse, regel, self.beeld, self.inhoud):
            return None
        zeker = self.beeld.is_sterk(regel) or nummersleutel(kop) in self.inhoud.nummers
        return "" if zeker else "kop gezien aan het nummer en een korte regel zonder punt"

    # --- without ----------------------------------------------------------------------------

    def _ongenummerd(self, at: int, regel: Regel, stand: Stand) -> Kopkeus | None:
        rang = self._rang(regel, stand)
        if regel.kopniveau:
            return Kopkeus("", "", rang)
        if find_mark(regel.tekst) and not is_twijfel(regel.merk):
            return None
        if not is_titelachtig(regel.tekst) or SLOTFORMULE.match(regel.tekst):
            return None
        if "\n" in plain(regel.inhoud):
            return None
        if self.inhoud.noemt(regel.tekst, regel.kop):
            return Kopkeus("", "", BESTAND if self.beeld.plat else rang)
        if self.beeld.is_sterk(regel):
            return self._aan_het_gezicht(at, regel, rang)
        voor, na, verder = (self._buur(at, stap) for stap in (-1, 1, 2))
        buren = Buren(voor, na, verder, self._is_kop(at))
        if self.beeld.plat and staat_alleen(regel, buren):
            return Kopkeus("", "", rang, twijfel=f"kop zonder nummer, gezien aan {_KORTE_REGEL}")
        return None

    def _aan_het_gezicht(self, at: int, regel: Regel, rang: float) -> Kopkeus | None:
        """Choose a line that looks like a heading, unless more like it stand beside it."""
        gezicht = self.beeld.gezicht(regel)
        naast = 0
        for stap in (-1, 1):
            afstand = stap
            while abs(afstand) < _RIJ and self._is_los(self._buur(at, afstand), gezicht):
                naast += 1
                afstand += stap
        if naast > 1:
            return None
        waaraan = self.beeld.waaraan(regel)
        return Kopkeus("", "", rang, twijfel=f"kop zonder nummer, gezien aan {waaraan}")

    def _is_los(self, buur: Regel | None, gezicht: tuple[object, ...]) -> bool:
        """Tell whether a line is one of a row of lines that look alike and have no number."""
        if buur is None:
            return False
        return self.beeld.gezicht(buur) == gezicht and not buur.kop.nummer and not buur.merk

    def _is_kop(self, at: int) -> bool:
        """Tell whether the line before this one was found to be a heading with a number."""
        index = self._plaats[at] - 1
        keus = self._gevonden.get(self._open[index]) if index >= 0 else None
        return keus is not None and bool(keus.soort)

    def _rang(self, regel: Regel, stand: Stand) -> float:
        """Return how high a heading without a number stands: as those that look like it."""
        gezicht = self.beeld.gezicht(regel)
        if (rang := self._gezichten.get(gezicht)) is not None:
            bij = rang == RANGEN["artikel"] and _TOELICHTING.match(regel.tekst)
            return rang + 0.5 if bij else rang
        if regel.kopniveau:
            return self._rang_van_niveau(regel.kopniveau)
        hoog = not stand.genummerd or (self.beeld.is_sterk(regel) and not self._hoofdstukken)
        rang = BESTAND if hoog else ONDER
        if self.beeld.is_sterk(regel):
            self._gezichten[gezicht] = rang
        return rang

    def _rang_van_niveau(self, niveau: int) -> float:
        """Return the height of a level of style that no numbered heading has."""
        bekend = {int(str(g[0])): rang for g, rang in self._gezichten.items() if g and g[0]}
        hoger = [k for k in bekend if k < niveau]
        if hoger:
            dichtst = max(hoger)
            return max(bekend[dichtst], BESTAND) + 0.5 * (niveau - dichtst)
        if bekend:
            return BESTAND if min(bekend.values()) > BESTAND else min(bekend.values()) - 0.25
        laagst = min((r.kopniveau for r in self.gezien if r.kopniveau), default=1)
        return BESTAND + 0.5 * (niveau - laagst)

    def _rangen_van_gezichten(self) -> dict[tuple[object, ...], float]:
        """Return how high numbered headings stand, by their look; the most of one look decide."""
        tellingen: dict[tuple[object, ...], Counter[float]] = defaultdict(Counter)
        for at in self._open:
            regel = self.gezien[at]
            sterk = self.beeld.is_sterk(regel)
            if sterk and klasse_van(regel) and not is_streep(regel.merk):
                soort = regel.kop.soort
                tellingen[self.beeld.gezicht(regel)][RANGEN[soort]] += 1
        return {gezicht: telling.most_common(1)[0][0] for gezicht, telling in tellingen.items()}

    # --- titles over more lines --------------------------------------------------------------

    def _met_titel(self, at: int, regel: Regel, keus: Kopkeus) -> Kopkeus:
        """Return a heading with the lines below it that are its title."""
        if keus.soort and regel.opschrift and not regel.kopniveau:
            gaat_door = self._hangt(regel, self._buur(at, 1))
            return keus._replace(titelregels=1) if gaat_door else keus
        if not keus.soort or regel.opschrift:
            return keus
        hoogstens = _TITELREGELS if keus.soort == "deel" else 1
        regels, zeker = 0, True
        while regels < hoogstens:
            index = self._plaats[at] + regels + 1
            if index >= len(self._open):
                break
            oordeel = self._is_titelregel(regel, self._open[index], keus)
            if oordeel is None or (regels and not self._lijkt(index, index - 1)):
                break
            zeker &= oordeel
            regels += 1
        if not regels:
            return keus
        twijfel = keus.twijfel or ("" if zeker else "opschrift dat onder het nummer staat")
        return keus._replace(titelregels=regels, twijfel=twijfel)

    def _lijkt(self, index: int, ander: int) -> bool:
        """Tell whether two lines look alike, as the lines of one title do."""
        een, twee = (self.gezien[self._open[at]] for at in (index, ander))
        return self.beeld.gezicht(een) == self.beeld.gezicht(twee)

    def _hangt(self, regel: Regel, na: Regel | None) -> bool:
        """Tell whether a line is the second one of a title: it looks the same, further in.

        So it stands on paper, where a title begins to the right of its number.
        """
        if na is None or na.merk or na.kop.nummer or not self.beeld.is_sterk(regel):
            return False
        gelijk = self.beeld.gezicht(na) == self.beeld.gezicht(regel)
        return gelijk and na.inspringing > regel.inspringing + _INGESPRONGEN

    def _is_titelregel(self, boven: Regel, at: int, keus: Kopkeus) -> bool | None:
        """Tell whether a line surely is the title of the number above it; None when it is none."""
        regel = self.gezien[at]
        if regel.merk or regel.kop.nummer or not is_titelachtig(regel.tekst, _KORT):
            return None
        if self.beeld.is_sterk(boven):
            gelijk = self.beeld.gezicht(boven) == self.beeld.gezicht(regel)
            ook = self.beeld.is_sterk(regel) and not regel.kopniveau
            return True if gelijk else (False if ook else None)
        if regel.kopniveau:
            return None
        na = self._buur(at, 1)
        if keus.soort != "deel" and (na is None or not is_tekst(na)):
            return None
        return False
