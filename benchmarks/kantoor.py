"""The page in the browser: what a page costs the server, beside a bare Starlette.

    .venv/bin/python benchmarks/kantoor.py [--keren 20] [--partners 5000] [--geheugen 0]

A server of its own is started on a copy of this dossier. Of each page in the menu, of the long
pages of the text, and of an edit of it, warm: CPU and wall time of one request, the mean over
--keren of them. Beside it stands a Starlette that gives a page of 20 kB and does nothing else. Then
the list of a dossier with --partners partners, and with --geheugen N the memory of the server
before and after N requests.
Targets (CPU): a page 150 ms, the first page after starting 1.5 s, 5,000 partners 500 ms, what an
edit of the text would do 300 ms.
"""

from __future__ import annotations

import argparse
import html
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import httpx2
import psutil

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from convenantwerk.kantoor.paginas.tabel import PAGINAS  # noqa: E402  # found by the line above

CONVENANT = Path(sys.executable).with_name("convenant")
OP = "2026-11-24"
TEKST = {
    "Tekst, het langste hoofdstuk": "/tekst/deel-1-hoofdstuk-10",
    "Tekst, alle bevindingen": "/tekst?toon=bevindingen",
}
STUK = "/tekst/wijzig/deel-1-artikel-14"
KAAL = """
import sys, uvicorn
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route
blad = "<p>woord</p>" * 1700
uvicorn.run(Starlette(routes=[Route("/", lambda request: HTMLResponse(blad))]),
            port=int(sys.argv[1]), log_level="warning")
"""


def vrij() -> int:
    """Return a port that is free."""
    with socket.socket() as plaats:
        plaats.bind(("127.0.0.1", 0))
        poort: int = plaats.getsockname()[1]
        return poort


def cpu(proces: psutil.Process) -> float:
    """Return the seconds of CPU that a process has used."""
    tijden = proces.cpu_times()
    return float(tijden.user + tijden.system)


@contextmanager
def draait(*words: str | Path) -> Iterator[subprocess.Popen[str]]:
    """Run a command as long as it is needed."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen([*words], stdout=subprocess.PIPE, text=True, env=env) as proces:
        try:
            yield proces
        finally:
            proces.terminate()


@contextmanager
def kantoor(root: Path) -> Iterator[tuple[httpx2.Client, psutil.Process]]:
    """Serve a dossier; give a client that was let in, and the process."""
    words = (CONVENANT, "--dossier", root, "kantoor", "--geen-browser", "--op", OP)
    with draait(*words, "--poort", str(vrij())) as proces:
        gezegd = proces.stdout.readline() if proces.stdout else ""
        gevonden = re.search(r"(http://[^/]+)/binnen\?\S+", gezegd)
        if gevonden is None:
            sys.exit(f"het kantoor opende niet: {gezegd}")
        with httpx2.Client(base_url=gevonden[1], timeout=120, follow_redirects=True) as klant:
            klant.headers["origin"] = gevonden[1]
            klant.get(gevonden[0])
            yield klant, psutil.Process(proces.pid)


def meet(
    klant: httpx2.Client,
    proces: psutil.Process,
    pad: str,
    keren: int,
    data: dict[str, str] | None = None,
) -> tuple[float, float]:
    """Return CPU and wall time of one request, in ms, warm; with data it is sent."""
    wijze = "POST" if data else "GET"
    klant.request(wijze, pad, data=data).raise_for_status()
    begin, klok = cpu(proces), time.perf_counter()
    for _ in range(keren):
        klant.request(wijze, pad, data=data)
    return 1000 * (cpu(proces) - begin) / keren, 1000 * (time.perf_counter() - klok) / keren


def toon(wat: str, cpu_ms: float, wand_ms: float, kaal: float) -> None:
    """Print one row."""
    print(f"{wat:<34} {cpu_ms:9.1f} {wand_ms:9.1f} {cpu_ms / kaal:9.0f}")


def kale_bladzijde(keren: int) -> float:
    """Return the CPU time of one page of a bare Starlette, in ms."""
    poort = vrij()
    with (
        draait(sys.executable, "-c", KAAL, str(poort)) as proces,
        httpx2.Client(base_url=f"http://127.0.0.1:{poort}") as klant,
    ):
        for _ in range(100):
            try:
                klant.get("/")
                break
            except httpx2.ConnectError:
                time.sleep(0.1)
        return meet(klant, psutil.Process(proces.pid), "/", keren * 20)[0]


def met_partners(root: Path, aantal: int) -> None:
    """Put so many invented partners into a dossier."""
    register = root / "convenant/registers/partners.yaml"
    rijen = [
        f"  - sleutel: proef-{n}\n    naam: Stichting Proef {n}\n    soort: flexibele schil\n"
        for n in range(aantal)
    ]
    register.write_text(register.read_text("utf-8") + "".join(rijen), encoding="utf-8")


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--keren", type=int, default=20)
    parser.add_argument("--partners", type=int, default=5_000)
    parser.add_argument("--geheugen", type=int, default=0)
    args = parser.parse_args()
    kaal = kale_bladzijde(args.keren)
    print(f"{'':<34} {'CPU ms':>9} {'wand ms':>9} {'x kaal':>9}")
    toon("kale Starlette, 20 kB", kaal, kaal, kaal)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "dossier"
        for naam in ("convenant", "addenda", "templates"):
            shutil.copytree(ROOT / naam, root / naam)
        paden = [(pagina.naam, pagina.wegen[0].pad) for pagina in PAGINAS if pagina.naam]
        klok = time.perf_counter()
        with kantoor(root) as (klant, proces):
            klant.get("/")
            toon(
                "starten tot de eerste bladzijde",
                1000 * cpu(proces),
                1000 * (time.perf_counter() - klok),
                kaal,
            )
            for naam, pad in paden:
                toon(naam, *meet(klant, proces, pad, args.keren), kaal)
            for naam, pad in TEKST.items():
                toon(naam, *meet(klant, proces, pad, args.keren), kaal)
            bron = html.unescape(klant.get(STUK).text.split("<textarea")[1].split(">", 1)[1])
            data = {"tekst": bron.split("</textarea>")[0].replace(". ", "; ", 3), "deel": "ja"}
            gemeten = meet(klant, proces, f"{STUK}/bekijk", args.keren, data)
            toon("een wijziging van de tekst bekijken", *gemeten, kaal)
            if args.geheugen:
                voor = proces.memory_info().rss
                for n in range(args.geheugen):
                    klant.get(paden[n % len(paden)][1])
                na = proces.memory_info().rss
                print(
                    f"geheugen: {voor / 1e6:.0f} MB, na {args.geheugen} verzoeken {na / 1e6:.0f} MB"
                )
        met_partners(root, args.partners)
        with kantoor(root) as (klant, proces):
            toon(f"Partners, {args.partners}", *meet(klant, proces, "/partners", 5), kaal)


if __name__ == "__main__":
    main()
