"""The organisations that a table tells of: each with its facts, and who signs for it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.namen import naamsleutel, naamwoorden
from convenantwerk.invoer.lijsten import waarden
from convenantwerk.invoer.lijsten.feiten import Feitenlezer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.invoer.lijsten.blad import Rij
    from convenantwerk.invoer.lijsten.kolommen import Kolom
    from convenantwerk.invoer.lijsten.lezen import Tabel

_TOTAAL = re.compile(r"(sub)?totaal\b|aantal\b|som\b", re.IGNORECASE)
_NOOT = re.compile(
    r"[*†]|(toelichting|noot|bron|nb|n\.b\.|let op|peildatum|bijgewerkt|versie|legenda|laatst)\b",
    re.IGNORECASE,
)
_NAAMLENGTE = 150


@dataclass(frozen=True, slots=True)
class Organisatie:
    """An organisation of a list.

    Args:
        rij: the row in which it is named first.
        naam: as it is written.
        feiten: the fields of Partner that the list tells, without `naam`.
        plaats: where it is, "" when the list does not say.
        tekenaars: the fields of Ondertekenaar of who signs for it.
    """

    rij: int
    naam: str
    feiten: Mapping[str, Any]
    plaats: str = ""
    tekenaars: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What a table tells.

    Args:
        organisaties: in the order of the list.
        weggelaten: rows that are no partner: their number, and what stands there.
        bevindingen: what was not taken over, each at its place.
    """

    organisaties: tuple[Organisatie, ...]
    weggelaten: tuple[tuple[int, str], ...]
    bevindingen: tuple[Diagnostic, ...]


def organisaties(tabel: Tabel, kolommen: Sequence[Kolom]) -> Gelezen:
    """Return the organisations of a table, of which columns are what the user says they are."""
    return _Rijen(tabel, kolommen).gelezen()


class _Rijen:
    """Goes through the rows of a table, from above to below."""

    def __init__(self, tabel: Tabel, kolommen: Sequence[Kolom]) -> None:
        self.tabel = tabel
        self.kolommen = kolommen
        self.naam = next(kolom.plek for kolom in kolommen if kolom.veld == "naam")
        self.gebruikt = [kolom.plek for kolom in kolommen if kolom.veld != "niets"]
        self.met_soort = any(kolom.veld == "soort" for kolom in kolommen)
        self.found: list[Organisatie] = []
        self.weg: list[tuple[int, str]] = []
        self.bevindingen: list[Diagnostic] = list(tabel.blad.bevindingen)
        self.groep = ""
        self._op_naam: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)

    def gelezen(self) -> Gelezen:
        lezer = Feitenlezer(self.tabel, self.kolommen)
        vorige = self.tabel.kop
        for rij in self.tabel.rijen:
            los = rij.nummer - vorige > 1 and bool(vorige)
            vorige = rij.nummer
            if self._is_partner(rij, los=los):
                self._neem(rij, lezer)
        self.bevindingen += lezer.bevindingen()
        return Gelezen(tuple(self.found), tuple(self.weg), tuple(sorted(set(self.bevindingen))))

    def _is_partner(self, rij: Rij, *, los: bool) -> bool:
        """Tell whether a row tells of a partner; what it is otherwise is kept."""
        gevuld = {k: cel for k, cel in enumerate(rij.cellen) if cel}
        verschillend = set(gevuld.values())
        eerste = next(iter(gevuld.values()))
        if [naamsleutel(c) for c in rij.cellen] == self._kop():
            return self._sla_over(rij, "de namen van de kolommen, nog eens")
        rest = [cel for cel in gevuld.values() if cel != eerste]
        if _TOTAAL.match(eerste) and all(re.fullmatch(r"[\d.,\s]*", cel) for cel in rest):
            return self._sla_over(rij, eerste)
        if len(verschillend) > 1 or len(self.gebruikt) == 1:
            return any(rij.cel(plek) for plek in self.gebruikt) or self._sla_over(rij, eerste)
        samen = len(gevuld) > 1 or rij.nummer in self.tabel.blad.koppen
        if not self.met_soort and (groep := waarden.soort(eerste)):
            self.groep = groep
            return self._sla_over(rij, f"{eerste} (de soort van wie eronder staat)")
        noot = _NOOT.match(eerste) or eerste.endswith((".", ":")) or len(eerste) > _NAAMLENGTE
        if samen or los or noot or not rij.cel(self.naam):
            return self._sla_over(rij, eerste)
        return True

    def _kop(self) -> list[str]:
        return [naamsleutel(kolom.kop) for kolom in self.kolommen]

    def _sla_over(self, rij: Rij, wat: str) -> bool:
        self.weg.append((rij.nummer, " ".join(wat.split())))
        return False

    def _neem(self, rij: Rij, lezer: Feitenlezer) -> None:
        naam = lezer.naam(rij)
        tekenaars = tuple(lezer.tekenaars(rij))
        if not naam:
            if tekenaars and self.found and not lezer.feiten(rij)[0]:
                laatste = self.found[-1]
                self.found[-1] = replace(laatste, tekenaars=(*laatste.tekenaars, *tekenaars))
            else:
                wat = f"rij {rij.nummer} heeft geen naam van een organisatie en is overgeslagen"
                self._meld(rij, wat, "vul de naam in de lijst in")
            return
        feiten, plaats = lezer.feiten(rij)
        if self.groep:
            feiten = {"soort": self.groep, **feiten}
        nieuw = Organisatie(rij.nummer, naam, feiten, plaats, tekenaars)
        plek = self._zelfde(nieuw)
        if plek is None:
            self._op_naam[tuple(naamwoorden(naam))].append(len(self.found))
            self.found.append(nieuw)
        else:
            self.found[plek] = self._samen(self.found[plek], nieuw)

    def _zelfde(self, nieuw: Organisatie) -> int | None:
        """Return which organisation before it is the same; in another place it is another."""
        for plek in reversed(self._op_naam[tuple(naamwoorden(nieuw.naam))]):
            eerder = self.found[plek]
            een, ander = eerder.feiten.get("sleutel", ""), nieuw.feiten.get("sleutel", "")
            if een and ander:
                if een == ander:
                    return plek
                continue
            if not nieuw.plaats or not eerder.plaats:
                return plek
            if naamsleutel(eerder.plaats) == naamsleutel(nieuw.plaats):
                return plek
        return None

    def _samen(self, een: Organisatie, ander: Organisatie) -> Organisatie:
        for naam, waarde in ander.feiten.items():
            eerder = een.feiten.get(naam, waarde)
            if eerder != waarde:
                wat = (
                    f"{een.naam} staat in rij {een.rij} en {ander.rij} met een ander gegeven "
                    f"({naam}); het eerste telt"
                )
                position = self.tabel.plaats(ander.rij)
                tip = "maak de rijen gelijk, of geef de organisaties elk hun plaats"
                self.bevindingen.append(CODES["CV965"].at(position, wat=wat, tip=tip))
        bekend = [naamwoorden(t["naam"]) for t in een.tekenaars]
        erbij = [t for t in ander.tekenaars if naamwoorden(t["naam"]) not in bekend]
        return replace(
            een,
            feiten={**ander.feiten, **een.feiten},
            plaats=een.plaats or ander.plaats,
            tekenaars=(*een.tekenaars, *erbij),
        )

    def _meld(self, rij: Rij, wat: str, tip: str) -> None:
        self.bevindingen.append(CODES["CV965"].at(self.tabel.plaats(rij.nummer), wat=wat, tip=tip))
