"""Holds the numbers that the import counts against those that LibreOffice shows.

`python scripts/proef_nummering.py --verzonnen 40 --zaad 1` makes a Word file of every case in
tests/cases/nummering_word.md and of so many made up ones, half of them with python-docx, and has
LibreOffice turn them all into text in one call: there each paragraph has its number before it.
Where LibreOffice is known to show another number than Word, the case stands in ANDERS with the
reason; it fails too when LibreOffice no longer does. Needs soffice.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docx import Document
from docx.oxml import parse_xml
from lxml import etree

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # the cases are those of the tests

from tests.gevallen import gevallen  # noqa: E402  needs the path
from tests.woordlijsten import NS, Woordlijst, docx, woordlijst  # noqa: E402

from convenantwerk.invoer.brok import STREEP  # noqa: E402
from convenantwerk.invoer.docx.nummering import Telraam  # noqa: E402
from convenantwerk.invoer.docx.ooxml import W  # noqa: E402
from convenantwerk.invoer.docx.stijlen import Stijlen  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

# Cases of which Word shows what they list, and LibreOffice something else.
ANDERS = {
    "Een lager niveau dat bij drie begint, doet dat telkens weer": (
        "startOverride geldt ook als het niveau opnieuw begint (ECMA-376 17.9.27)"
    ),
    "Artikelen die over de hoofdstukken heen doortellen": (
        "LibreOffice leest lvlRestart niet (ECMA-376 17.9.11)"
    ),
    "Een niveau dat alleen bij het hoogste opnieuw begint": (
        "LibreOffice leest lvlRestart niet (ECMA-376 17.9.11)"
    ),
    "Wettelijke nummering: alle niveaus in cijfers": (
        "LibreOffice leest isLgl niet (ECMA-376 17.9.4)"
    ),
    "Wettelijke nummering laat een nul vooraan staan": (
        "LibreOffice leest isLgl niet (ECMA-376 17.9.4)"
    ),
    "Een dieper niveau in de tekst telt niet mee": (
        "LibreOffice toont de code van het niveau (ECMA-376 17.9.12: het wordt genegeerd)"
    ),
    "Een opsommingsteken dat een woord is, is tekst": (
        "een opsommingsteken is in LibreOffice één teken (ECMA-376 17.9.12: de hele tekst)"
    ),
    "Rangtelwoorden in cijfers": "LibreOffice schrijft 1ste; de invoer noemt het nummer onzeker",
    "Het niveau komt van de lijst als de stijl het niet zegt": (
        "LibreOffice leest pStyle van een niveau niet (ECMA-376 17.9.24)"
    ),
    "Twee stijlen op hetzelfde niveau van een lijst": (
        "LibreOffice nummert maar één stijl op een niveau (ECMA-376 17.3.1.19: elke met numPr)"
    ),
    "Een eigen niveau met een ander begin, dat wordt overgeslagen": (
        "LibreOffice neemt het begin van de definitie (ECMA-376 17.9.9: dat van de lijst zelf)"
    ),
    "Een lijststijl en een lijst ervan tellen elk voor zich": (
        "LibreOffice telt de twee definities samen, docx4j en Open-Xml-PowerTools elk apart"
    ),
    "Een lijst die op alle niveaus opnieuw begint": (
        "LibreOffice leest startOverride niet na een herbegin (ECMA-376 17.9.27)"
    ),
    "Een lijst die er niet is": "er is geen definitie, dus geen nummer (ECMA-376 17.9.16)",
}
_TEGELIJK = 200  # files; of more than some 245 LibreOffice leaves the rest, without a word
_PLEK = re.compile(r"@(\d+)@")
_TEKENS = ("•", "◦", "▪")  # as LibreOffice writes any bullet in text
_VORMEN = (
    *(
        "decimal",
        "decimal",
        "decimalZero",
        "upperRoman",
        "lowerRoman",
        "upperLetter",
        "lowerLetter",
    ),
    *("none", "bullet"),
)
_BEGIN = (1, 1, 1, 1, 2, 5, 25, 48)
_TEKSTEN = (
    ("Artikel {zelf}.", "{zelf}.", "Hoofdstuk {zelf}", "§ {zelf}", "{zelf})", "Bijlage {zelf}:"),
    ("{alle}", "{alle}.", "{zelf}.", "({zelf})", "lid {zelf}", "{zelf}°", "{boven}-{zelf}"),
)


class Bestand(NamedTuple):
    """A Word file, and what is known of it."""

    titel: str
    data: bytes
    verwacht: list[str]


def met_python_docx(geval: Woordlijst) -> bytes:
    """Return the Word file of a case, made with python-docx."""
    document = Document()
    lijsten = document.part.numbering_part.element
    for kind in list(lijsten):
        lijsten.remove(kind)
    lijsten.extend(list(parse_xml(geval.nummering)))
    document.styles.element.extend(list(parse_xml(f"<w:styles {NS}>{geval.stijlen}</w:styles>")))
    for number, ppr in enumerate(geval.alineas):
        if number in geval.cellen:
            alinea = document.add_table(rows=1, cols=1).cell(0, 0).paragraphs[0]
        else:
            alinea = document.add_paragraph()
        alinea._p.insert(0, parse_xml(ppr.replace("<w:pPr", f"<w:pPr {NS}", 1)))  # noqa: SLF001
        alinea.add_run(f"@{number}@")
    uit = BytesIO()
    document.save(uit)
    return uit.getvalue()


def geteld(data: bytes) -> list[str]:
    """Return the numbers that the import counts in a Word file."""
    with zipfile.ZipFile(BytesIO(data)) as archief:
        nummering, stijlen, tekst = (
            etree.fromstring(archief.read(f"word/{naam}.xml"))
            for naam in ("numbering", "styles", "document")
        )
    telraam = Telraam(nummering, Stijlen(stijlen))
    alineas = [p for p in tekst.iter(W + "p") if any(_PLEK.search(t) for t in p.itertext())]
    merken = [telraam.merk(p.find(W + "pPr")) for p in alineas]
    return ["" if merk is None else merk.tekst for merk in merken]


def getoond(tekst: str) -> list[str]:
    """Return the numbers in what LibreOffice made of a Word file; a bullet of any look is "-"."""
    lijst = []
    for regel in tekst.splitlines():
        if found := _PLEK.search(regel):
            merk = regel[: found.start()].strip()
            lijst.append(STREEP if merk in _TEKENS else merk)
    return lijst


def verzonnen(kans: random.Random) -> str:
    """Make up the lists of a file and its paragraphs, of all that Word and LibreOffice share."""
    regels: list[str] = []
    lijsten: list[Lijst] = []
    for definitie in "AB"[: kans.randint(1, 2)]:
        begin = [kans.choice(_BEGIN) for _ in range(kans.randint(1, 5))]
        niveaus = range(1, len(begin) + 1)
        regels += [f"definitie {definitie}", *(_niveau(kans, n, begin) for n in niveaus)]
        for _ in range(kans.randint(1, 3)):
            lijst = Lijst("abcdefgh"[len(lijsten)], definitie, len(begin))
            over = kans.choice(
                (
                    *("", "", f"; niveau 1 begint bij {kans.randint(1, 9)}"),
                    f"; {_niveau(kans, kans.choice(niveaus), begin)}",
                )
            )
            regels.append(f"lijst {lijst.naam} van {definitie}{over}")
            lijsten.append(lijst)
    stijlen = list(_stijlen(kans, lijsten))
    alineas = [_alinea(kans, lijsten, stijlen) for _ in range(kans.randint(10, 40))]
    return "\n".join([*regels, *(s.regel for s in stijlen), f"alinea's: {' '.join(alineas)}"])


class Lijst(NamedTuple):
    """A list that is made up: of what definition, and how deep it can go."""

    naam: str
    definitie: str
    diep: int


class Stijl(NamedTuple):
    """A style that is made up: how deep it can go, and its line."""

    naam: str
    diep: int
    regel: str


def _stijlen(kans: random.Random, lijsten: list[Lijst]) -> Iterator[Stijl]:
    """Make up styles, no two on one level of a definition; some are based on the one before."""
    vrij = {(lijst.definitie, niveau) for lijst in lijsten for niveau in range(1, lijst.diep + 1)}
    for nummer in range(kans.randint(0, 3)):
        stijl, lijst = f"Stijl{nummer}", kans.choice(lijsten)
        niveaus = sorted(niveau for definitie, niveau in vrij if definitie == lijst.definitie)
        if not niveaus:
            continue
        kans.shuffle(niveaus)
        yield Stijl(stijl, lijst.diep, f"stijl {stijl}: lijst {lijst.naam} niveau {niveaus[0]}")
        anders = [f"niveau {niveau}" for niveau in niveaus[1:2]]
        op = kans.choice((*anders, "lijst uit", ""))
        if op:
            yield Stijl(f"{stijl}Op", lijst.diep, f"stijl {stijl}Op: {op} op {stijl}")
        vrij -= {(lijst.definitie, niveau) for niveau in niveaus[:2]}


def _niveau(kans: random.Random, nummer: int, begin: list[int]) -> str:
    alle = ".".join(f"%{n}" for n in range(1, nummer + 1))
    tekst = kans.choice(_TEKSTEN[0 if nummer == 1 else 1])
    tekst = tekst.format(zelf=f"%{nummer}", alle=alle, boven=f"%{nummer - 1}")
    vorm = kans.choice(_VORMEN)
    tekst = {"bullet": "•", "none": "Afdeling"}.get(vorm, tekst)
    return f'niveau {nummer}: {vorm} "{tekst}" begin={begin[nummer - 1]}'


def _alinea(kans: random.Random, lijsten: list[Lijst], stijlen: list[Stijl]) -> str:
    lijst = kans.choice(lijsten)
    in_lijst = f"{lijst.naam}{kans.randint(1, lijst.diep)}"
    soorten = [in_lijst, in_lijst, in_lijst, "geen", f"|{in_lijst}|"]
    if stijlen:
        stijl = kans.choice(stijlen)
        dieper = f"{stijl.naam}+n{kans.randint(1, stijl.diep)}"
        soorten += [stijl.naam, stijl.naam, dieper, f"{stijl.naam}+uit", f"{stijl.naam}+{in_lijst}"]
    return kans.choice(soorten)


def bestanden(aantal: int, zaad: int) -> Iterator[Bestand]:
    """Yield the files of the cases, and some that are made up."""
    for geval in gevallen("nummering_word"):
        verwacht = [
            "" if merk in {"geen", "leeg"} else merk for merk in geval.verwacht[0].split(" / ")
        ]
        yield Bestand(geval.titel, docx(woordlijst(geval.bron)), verwacht)
    for nummer in range(aantal):
        bron = verzonnen(random.Random(f"{zaad}-{nummer}"))  # noqa: S311  no secret
        lijst = woordlijst(bron)
        data = met_python_docx(lijst) if nummer % 2 else docx(lijst)
        yield Bestand(f"verzonnen {zaad}-{nummer}:\n{bron}", data, geteld(data))


def toon(map_: Path, alle: list[Bestand]) -> list[list[str]]:
    """Return what LibreOffice shows of each file; it starts once for as many as it can take."""
    paden = [map_ / f"{nummer:04}.docx" for nummer in range(len(alle))]
    for pad, bestand in zip(paden, alle, strict=True):
        pad.write_bytes(bestand.data)
    for eerste in range(0, len(paden), _TEGELIJK):
        subprocess.run(
            [
                *("soffice", "--headless", "--norestore"),
                f"-env:UserInstallation={(map_ / 'eigen').as_uri()}",
                *("--convert-to", "txt:Text (encoded):UTF8", "--outdir", map_),
                *paden[eerste : eerste + _TEGELIJK],
            ],
            check=True,
            capture_output=True,
            env={**os.environ, "HOME": str(map_)},
        )
    return [getoond(pad.with_suffix(".txt").read_text("utf-8-sig")) for pad in paden]


def main() -> None:
    """Make the files, have LibreOffice number them, and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verzonnen", type=int, default=40)
    parser.add_argument("--zaad", type=int, default=1)
    args = parser.parse_args()
    alle = list(bestanden(args.verzonnen, args.zaad))
    with tempfile.TemporaryDirectory() as temporary:
        shown = toon(Path(temporary), alle)
    fouten, gelijk, anders = [], 0, 0
    for bestand, lo in zip(alle, shown, strict=True):
        wij = geteld(bestand.data)
        if wij != bestand.verwacht:
            fouten.append(f"{bestand.titel}\n  geteld {wij}\n  moet   {bestand.verwacht}")
        elif bestand.titel in ANDERS:
            anders += 1
            if wij == lo:
                fouten.append(
                    f"{bestand.titel}\n  LibreOffice toont dit nu wel: haal het uit ANDERS"
                )
        elif wij != lo:
            fouten.append(f"{bestand.titel}\n  geteld  {wij}\n  getoond {lo}")
        else:
            gelijk += 1
    print("\n\n".join(fouten))
    print(
        f"{gelijk} van {len(alle) - anders} bestanden met dezelfde nummers als LibreOffice;"
        f" {anders} gevallen waarin LibreOffice bekend afwijkt"
    )
    for titel, waarom in ANDERS.items():
        print(f"  - {titel}: {waarom}")
    sys.exit(1 if fouten or anders != len(ANDERS) else 0)


if __name__ == "__main__":
    main()
