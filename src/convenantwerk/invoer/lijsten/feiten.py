"""The cells of one row as the fields of the registers; what does not fit is told, never guessed."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import getypte_datum
from convenantwerk.basis.letters import genoemd, ongedekt
from convenantwerk.basis.mailadres import is_adres
from convenantwerk.basis.tekst import Tekstsoort, bezwaren
from convenantwerk.dossier.registers import KVK, SLEUTEL
from convenantwerk.invoer.lijsten import waarden
from convenantwerk.invoer.lijsten.blad import celnaam
from convenantwerk.invoer.lijsten.kolommen import TEKENVELDEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.invoer.lijsten.blad import Rij
    from convenantwerk.invoer.lijsten.kolommen import Kolom
    from convenantwerk.invoer.lijsten.lezen import Tabel

_ADRES = re.compile(r"[^\s<>;,\"'()]+@[^\s<>;,\"'()]+")
# What people write where there is nothing to write.
_GEEN = re.compile(
    r"[-\u2013\u2014?.;\s]*|n\.?v\.?t\.?|geen( \w+)?|(nog )?(on|niet )bekend|volgt|nnb|p\.?m\.?",
    re.IGNORECASE,
)
_DATUMS = ("van", "tot", "besluitdatum")
_EERSTE = date(1899, 12, 30)  # day 0 of Excel
_DAGEN = range(20_000, 80_000)  # days that Excel may have as a number: 1954 to 2119
_LOS = Tekstsoort(los=True)
_GENOEMD = 5
_NEEM_OVER = "verbeter het in de lijst, of leg het daarna vast met 'convenant wijzig'"


class Feitenlezer:
    """Reads rows of a table; keeps what could not be taken over.

    Args:
        tabel: the table.
        kolommen: what its columns hold.
    """

    def __init__(self, tabel: Tabel, kolommen: Sequence[Kolom]) -> None:
        self.tabel = tabel
        self.kolom = {(k.veld, k.nummer): k for k in kolommen}
        self.tekenaarnummers = sorted({k.nummer for k in kolommen if k.veld in TEKENVELDEN})
        self._bezwaren: list[Diagnostic] = []
        self._personen: list[str] = []

    def bevindingen(self) -> Iterator[Diagnostic]:
        """Yield what could not be taken over."""
        yield from self._bezwaren
        if self._personen:
            kolom = self.kolom["contact", 1]
            namen = ", ".join(self._personen[:_GENOEMD])
            rest = len(self._personen) - _GENOEMD
            wat = (
                f"in kolom '{kolom.kop}' staan personen, en die komen niet in het register: "
                f"{namen}{f' en nog {rest}' if rest > 0 else ''}"
            )
            tip = (
                "contact is een functie, zoals Bestuurssecretariaat; met --kolom "
                f"'{kolom.kop}=contact' neemt u de kolom toch over"
            )
            position = self.tabel.plaats(self.tabel.kop, kolom.plek)
            yield CODES["CV965"].at(position, wat=wat, tip=tip)

    # --- an organisation

    def naam(self, rij: Rij) -> str:
        """Return the name of the organisation, "" when the row has none."""
        return self._regel(rij, "naam")

    def feiten(self, rij: Rij) -> tuple[dict[str, Any], str]:
        """Return the fields of Partner that a row tells, and the place of the organisation."""
        adres, plaats = self._adres(rij)
        feiten: dict[str, Any] = {
            "sleutel": self._keus(rij, "sleutel", lambda w: w if SLEUTEL.fullmatch(w) else ""),
            "soort": self._keus(rij, "soort", waarden.soort),
            "ook_bekend_als": self._meer(rij, "ook-bekend-als"),
            "kort": self._regel(rij, "kort"),
            "rechtsvorm": self._rechtsvorm(rij),
            "kvk": self._keus(rij, "kvk", _kvk),
            "zetel": self._regel(rij, "zetel"),
            "aard": self._keus(rij, "aard", waarden.aard),
            "contact": self._contact(rij),
            "adres": adres,
            "email": self._email(rij),
            "fg": self._regel(rij, "fg"),
            "opmerking": self._cel(rij, "opmerking"),
        }
        return {naam: waarde for naam, waarde in feiten.items() if waarde}, plaats

    def _adres(self, rij: Rij) -> tuple[tuple[str, ...], str]:
        regels = list(waarden.adresregels(self._cel(rij, "adres")))
        straat = " ".join(
            filter(None, (self._regel(rij, "straat"), self._regel(rij, "huisnummer")))
        )
        if straat and not regels:
            regels = list(waarden.adresregels(straat))
        elif straat and straat not in regels and not any(re.search(r"\d", r) for r in regels):
            regels.append(straat)
        samen = " ".join(waarden.adresregels(self._regel(rij, "postcode-en-plaats")))
        code = waarden.postcode(self._regel(rij, "postcode"))
        plaats = self._regel(rij, "plaats")
        onder = samen or " ".join(filter(None, (code, plaats)))
        gevonden = plaats or waarden.plaats_in(onder) or _plaats_in(regels)
        if onder and onder not in regels and not (_plaats_in(regels) and not samen and not code):
            if not regels and not samen and not code:
                return (), gevonden  # a place alone is no address
            regels = [r for r in regels if r != plaats]
            if not any(onder in r for r in regels):
                regels.append(onder)
        return tuple(regels), gevonden

    def _rechtsvorm(self, rij: Rij) -> str:
        tekst = self._regel(rij, "rechtsvorm")
        return waarden.rechtsvorm(tekst) or tekst

    def _contact(self, rij: Rij) -> str:
        tekst = self._regel(rij, "contact")
        kolom = self.kolom.get(("contact", 1))
        if tekst and kolom and kolom.door != "u" and not waarden.lijkt_functie(tekst):
            self._personen.append(tekst)
            return ""
        return tekst

    def _email(self, rij: Rij) -> str:
        kolom = self.kolom.get(("email", 1))
        if kolom is None:
            return ""
        tekst = self._cel(rij, "email").replace("mailto:", "").replace(" (at) ", "@")
        found = [adres for adres in _ADRES.findall(tekst) if is_adres(adres)]
        link = rij.adressen.get(kolom.plek, "")
        if not found and is_adres(link):
            return link
        if not found and tekst:
            self._meld(rij, kolom, f"'{tekst}' is geen e-mailadres en is niet overgenomen")
        if len(found) > 1:
            self._meld(rij, kolom, f"hier staat meer dan één adres; overgenomen is {found[0]}")
        return found[0] if found else ""

    # --- who signs

    def tekenaars(self, rij: Rij) -> Iterator[dict[str, Any]]:
        """Yield the fields of Ondertekenaar of each who signs, without the partner."""
        for nummer in self.tekenaarnummers:
            namen, functies = (
                re.split(r"\s*[;\n]\s*", self._cel(rij, veld, nummer))
                for veld in ("tekenaar", "functie")
            )
            if len(namen) > 1 and len(functies) not in (1, len(namen)):
                namen, functies = [" ".join(namen)], [" ".join(functies)]
            elif len(namen) == 1:
                functies = [" ".join(functies)]
            for plek, naam in enumerate(namen):
                functie = functies[plek] if len(functies) > 1 else functies[0]
                if (found := self._tekenaar(rij, nummer, naam, functie)) is not None:
                    yield found

    def _tekenaar(self, rij: Rij, nummer: int, cel: str, functie: str) -> dict[str, Any] | None:
        delen = [self._regel(rij, v, nummer) for v in ("voornaam", "tussenvoegsel", "achternaam")]
        persoon = waarden.persoon(cel or " ".join(filter(None, delen)))
        if not persoon.naam:
            return None
        if not cel and not delen[2]:
            return None
        if cel and not delen[2] and delen[0] and delen[0] not in persoon.naam:
            naam = " ".join(filter(None, (delen[0], delen[1], persoon.naam)))
            persoon = persoon._replace(naam=naam)
        functie = functie or persoon.functie
        kolom = self.kolom.get(("tekenaar", nummer)) or self.kolom.get(("achternaam", nummer))
        if not functie:
            if kolom is not None:
                wat = (
                    f"van {persoon.naam} staat er geen functie bij; zo kan er niet worden getekend"
                )
                self._meld(rij, kolom, wat)
            return None
        found: dict[str, Any] = {
            "functie": functie,
            "titel": self._titel(rij, nummer, persoon.titel),
            "naam": persoon.naam,
            "grond": self._keus(rij, "grond", waarden.grond, nummer),
            "kenmerk": self._regel(rij, "kenmerk", nummer),
            "certificaat": self._regel(rij, "certificaat", nummer),
            **{veld: self._datum(rij, veld, nummer) for veld in _DATUMS},
        }
        return {naam: waarde for naam, waarde in found.items() if waarde}

    def _titel(self, rij: Rij, nummer: int, uit_naam: str) -> str:
        aanhef = self._keus(rij, "aanhef", _aanhef, nummer)
        titel = self._regel(rij, "titel", nummer)
        titel = waarden.aanhef(titel) or titel
        woorden = f"{aanhef} {titel} {uit_naam}".split()
        return " ".join(dict.fromkeys(woorden))

    def _datum(self, rij: Rij, veld: str, nummer: int) -> date | None:
        tekst = self._regel(rij, veld, nummer)
        kolom = self.kolom.get((veld, nummer))
        if not tekst or kolom is None:
            return None
        if kolom.plek in rij.getallen and tekst.isdigit() and int(tekst) in _DAGEN:
            return _EERSTE + timedelta(days=int(tekst))
        try:
            return getypte_datum(tekst)
        except ValueError as error:
            self._meld(rij, kolom, f"'{tekst}' is geen datum: {error}")
            return None

    # --- cells

    def _cel(self, rij: Rij, veld: str, nummer: int = 1) -> str:
        """Return what stands in a cell, "" when there is no such column or it cannot be kept."""
        kolom = self.kolom.get((veld, nummer))
        tekst = rij.cel(kolom.plek) if kolom else ""
        if kolom is None or _GEEN.fullmatch(tekst):
            return ""
        if found := ongedekt(tekst):
            self._meld(rij, kolom, f"geen lettertype heeft {genoemd(found)}; niet overgenomen")
            return ""
        vreemd = [b for b in bezwaren(" ".join(tekst.split()), _LOS) if b.code != "CV048"]
        if vreemd:
            self._meld(rij, kolom, f"hier staat {vreemd[0].wat}; niet overgenomen")
            return ""
        return tekst

    def _regel(self, rij: Rij, veld: str, nummer: int = 1) -> str:
        return " ".join(self._cel(rij, veld, nummer).split())

    def _meer(self, rij: Rij, veld: str) -> tuple[str, ...]:
        return tuple(filter(None, (d.strip() for d in re.split(r"[;\n]", self._cel(rij, veld)))))

    def _keus(self, rij: Rij, veld: str, lees: Callable[[str], str], nummer: int = 1) -> str:
        tekst = self._regel(rij, veld, nummer)
        kolom = self.kolom.get((veld, nummer))
        found = lees(tekst) if tekst else ""
        if tekst and not found and kolom is not None:
            self._meld(rij, kolom, f"'{tekst}' kan hier niet staan en is niet overgenomen")
        return found

    def _meld(self, rij: Rij, kolom: Kolom, wat: str) -> None:
        position = self.tabel.plaats(rij.nummer, kolom.plek)
        tekst = f"{celnaam(rij.nummer, kolom.plek)}: {wat}"
        self._bezwaren.append(CODES["CV965"].at(position, wat=tekst, tip=_NEEM_OVER))


def _kvk(waarde: str) -> str:
    cijfers = re.sub(r"[\s.]", "", waarde)
    return cijfers if KVK.fullmatch(cijfers) else ""


def _aanhef(waarde: str) -> str:
    kort = waarde.lower()
    return waarden.aanhef(waarde) or (
        "Dhr." if "heer" in kort else "Mw." if "mevrouw" in kort else ""
    )


def _plaats_in(regels: Sequence[str]) -> str:
    return next(filter(None, map(waarden.plaats_in, reversed(regels))), "")
