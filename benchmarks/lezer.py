"""Seeds faults in a clean text, and tells which of them the controles find.

The text is `tests/dossiers/verzonnenland`: sixty artikelen in which nothing is wrong. Each fault
changes one file of it, in memory; it is found when a finding that was not there before stands on
the line that was changed, or on one that contradicts it, and has a code that is about its kind.
Then what the controles say of the clean text, and of the dossier of this repository.

    .venv/bin/python -m benchmarks.lezer [--kort] [--soort WOORDEN] [--zaad ZAAD] [--gemist]
        [--tabel DOCS]

With --kort four faults of each kind; with --gemist each that was missed, with what else was found;
--tabel writes the table into a page, between the lines that mark its place. The choice of faults
follows from their kind alone, so that a run can be held against the one before; --zaad makes
another, for who wonders whether the controles were made for this one.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from benchmarks.lezersoorten import SOORTEN

from convenantwerk.basis.lezer import Lezer
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.tekst import lezen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.zaaien import Fout, Soort, Teksten

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Groep

ROOT = Path(__file__).parents[1]
SCHOON = ROOT / "tests/dossiers/verzonnenland"
OP = date(2026, 11, 26)
FOUTEN = 400
KORT = 4
DOEL, DOEL_PER_SOORT = 90, 60  # percent


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """One fault, and what was found that was not there before."""

    fout: Fout
    nieuw: tuple[Diagnostic, ...]
    gevonden: bool


# A file that did not change is what it was: values that never change, in and out.
_gelezen = cache(lezen.lees_tekst)


class Bank:
    """The clean text, read once, and what the controles say of it with one file changed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._lezer = Lezer(root)
        self.bevindingen = self._kijk(self._lezer, "taal")
        self.teksten: Teksten = {
            path.relative_to(root).as_posix(): tuple(path.read_text("utf-8").splitlines())
            for path in sorted((root / "convenant").rglob("*.*"))
        }
        self._bekend = Counter(map(self._zonder_regel, self.bevindingen))

    def _kijk(self, lezer: Lezer, *groepen: Groep) -> tuple[Diagnostic, ...]:
        with patch.object(lezen, "lees_tekst", _gelezen):
            return Geopend(self.root, OP, lezer).tekst().nagelezen_met(*groepen)

    @staticmethod
    def _zonder_regel(found: Diagnostic) -> tuple[str, str, str]:
        return found.position.path, found.code, found.melding

    def probeer(self, soort: Soort, fout: Fout) -> Uitkomst:
        """Return what comes of a fault."""
        path = self.root / fout.pad
        data = "\n".join((*fout.regels, "")).encode()
        taal: tuple[Groep, ...] = ("taal",) if set(soort.codes) & {"CV17", "CV18"} else ()
        found = self._kijk(self._lezer.met(path, data), *taal)
        over = Counter(self._bekend)
        nieuw = []
        for one in found:
            key = self._zonder_regel(one)
            if over[key]:
                over[key] -= 1
            else:
                nieuw.append(one)
        return Uitkomst(fout, tuple(nieuw), any(self._raak(soort, fout, one) for one in nieuw))

    def _raak(self, soort: Soort, fout: Fout, found: Diagnostic) -> bool:
        if not found.code.startswith(soort.codes):
            return False
        pad = Path(found.position.path)
        path = next((p for p in self.teksten if pad.as_posix().endswith(p)), "")
        plaats = {(path, found.position.line), (path, 0)}
        return not fout.plaatsen or bool(plaats & fout.plaatsen)


def gekozen(
    teksten: Teksten, soorten: Sequence[Soort], aantal: int, zaad: str = ""
) -> dict[str, list[Fout]]:
    """Return so many faults in all, as evenly over the kinds as they have room for."""
    ruim = {}
    for soort in soorten:
        fouten = list({fout.regels: fout for fout in soort.zaai(teksten)}.values())
        random.Random(soort.naam + zaad).shuffle(fouten)  # noqa: S311  not for a secret
        ruim[soort.naam] = fouten
    gekozen: dict[str, list[Fout]] = {soort.naam: [] for soort in soorten}
    while aantal and any(ruim.values()):
        for naam, over in ruim.items():
            if over and aantal:
                gekozen[naam].append(over.pop())
                aantal -= 1
    return gekozen


def per_code(bevindingen: Sequence[Diagnostic]) -> str:
    """Return how many findings there are of each gravity and code, in a line."""
    if not bevindingen:
        return "geen bevindingen"
    counts = Counter((one.ernst, one.code) for one in bevindingen)
    parts = []
    for ernst in ("fout", "waarschuwing", "hint"):
        own = {code: n for (e, code), n in sorted(counts.items()) if e == ernst}
        if own:
            codes = ", ".join(f"{code} {n}" for code, n in own.items())
            parts.append(f"{sum(own.values())} {ernst} ({codes})")
    return "; ".join(parts)


def tabel(uitkomsten: dict[str, list[Uitkomst]]) -> list[str]:
    """Return what was found of each kind, as a table in Markdown."""
    rijen = ["| Soort fout | Gezaaid | Gevonden | Gemist | |", "| --- | --: | --: | --: | --: |"]
    for naam, eigen in uitkomsten.items():
        rijen.append(_rij(naam, eigen))
    rijen.append(_rij("**samen**", [one for eigen in uitkomsten.values() for one in eigen]))
    return rijen


def _rij(naam: str, eigen: Sequence[Uitkomst]) -> str:
    raak = sum(one.gevonden for one in eigen)
    return f"| {naam} | {len(eigen)} | {raak} | {len(eigen) - raak} | {_procent(eigen)}% |"


def _procent(eigen: Sequence[Uitkomst]) -> int:
    return 100 * sum(one.gevonden for one in eigen) // max(len(eigen), 1)


def schrijf_tabel(path: Path, regels: Sequence[str]) -> None:
    """Put the table in its place in a page."""
    begin, eind = "<!-- tabel van benchmarks/lezer.py -->", "<!-- einde -->"
    nieuw = "\n".join((begin, "", *regels, "", eind))
    tekst = path.read_text("utf-8")
    path.write_text(re.sub(f"{begin}.*?{eind}", lambda _: nieuw, tekst, flags=re.DOTALL), "utf-8")


def toon_gemist(uitkomsten: dict[str, list[Uitkomst]]) -> None:
    """Show each fault that was missed, and what was found instead."""
    for naam, eigen in uitkomsten.items():
        for one in eigen:
            if one.gevonden:
                continue
            fout = one.fout
            regel = min((n for pad, n in fout.plaatsen if pad == fout.pad), default=0)
            print(f"{naam}: {fout.pad}:{regel}\n  was:   {fout.was}\n  wordt: {fout.wordt}")
            for anders in one.nieuw[:4]:
                print(f"  wel:   {anders.position} {anders.code} {anders.melding}")


def toon_cijfers(uitkomsten: dict[str, list[Uitkomst]], seconden: float) -> None:
    """Show whether the targets are met, what else was found, and how long it took."""
    samen = [one for eigen in uitkomsten.values() for one in eigen]
    onder = [naam for naam, eigen in uitkomsten.items() if _procent(eigen) < DOEL_PER_SOORT]
    erbij = sum(len(one.nieuw) - one.gevonden for one in samen) / len(samen)
    print(f"\nsamen {_procent(samen)}% (doel: minstens {DOEL}%)")
    print(f"soorten onder {DOEL_PER_SOORT}%: {', '.join(onder) or 'geen'}")
    print(f"andere nieuwe bevindingen per fout: {erbij:.2f}")
    print(f"tijd per fout: {seconden / len(samen):.3f} s")


def main() -> None:
    """Seed, look, and report."""
    vragen = argparse.ArgumentParser(description="Zaait fouten en telt wat de controles vinden.")
    vragen.add_argument("--kort", action="store_true")
    vragen.add_argument("--soort", default="")
    vragen.add_argument("--zaad", default="")
    vragen.add_argument("--gemist", action="store_true")
    vragen.add_argument("--tabel", type=Path)
    keuze = vragen.parse_args()
    soorten = [soort for soort in SOORTEN if keuze.soort in soort.naam]
    bank = Bank(SCHOON)
    aantal = KORT * len(soorten) if keuze.kort else FOUTEN
    fouten = gekozen(bank.teksten, soorten, aantal, keuze.zaad)
    begin = time.process_time()
    uitkomsten = {
        soort.naam: [bank.probeer(soort, fout) for fout in fouten[soort.naam]] for soort in soorten
    }
    regels = tabel(uitkomsten)
    print("\n".join(regels))
    toon_cijfers(uitkomsten, time.process_time() - begin)
    print(f"schone tekst: {per_code(bank.bevindingen)}")
    print(f"dit dossier: {per_code(Geopend(ROOT, OP).tekst().nagelezen_met('taal'))}")
    if keuze.gemist:
        toon_gemist(uitkomsten)
    if keuze.tabel:
        schrijf_tabel(keuze.tabel, regels)


if __name__ == "__main__":
    main()
