"""Uses the pages as a browser without a script does, in this process: links, forms, files."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from starlette.testclient import TestClient

from convenantwerk.kantoor.app import maak_app
from convenantwerk.kantoor.kantoor import Kantoor
from convenantwerk.kantoor.toegang import Toegang

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from httpx2 import Response

POORT = 8710
HIER = f"http://127.0.0.1:{POORT}"


@dataclass
class Formulier:
    """A form of a page: where it goes, what it holds, and what is said of each button."""

    naar: str
    wijze: str
    velden: list[tuple[str, str]] = field(default_factory=list)
    knoppen: dict[str, Mapping[str, str]] = field(default_factory=dict)


class Bladlezer(HTMLParser):
    """Reads of a page what a person sees, its links, and its forms."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.woorden: list[str] = []
        self.koppelingen: dict[str, str] = {}
        self.formulieren: list[Formulier] = []
        self._buiten = 0
        self._open: list[tuple[str, str, list[str]]] = []
        self._knop: Mapping[str, str] = {}
        self._keuze: tuple[str, list[tuple[str, bool]]] | None = None
        self.feed(html)
        self.tekst = " ".join(" ".join(self.woorden).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what begins."""
        waarden = {naam: waarde or "" for naam, waarde in attrs}
        if tag in ("script", "style"):
            self._buiten += 1
        if tag == "form":
            wijze = waarden.get("method", "get")
            self.formulieren.append(Formulier(waarden.get("action", ""), wijze))
        if tag in ("a", "button", "textarea"):
            self._open.append((tag, waarden.get("href") or waarden.get("name", ""), []))
        if tag == "button":
            self._knop = waarden
        if tag == "select":
            self._keuze = (waarden["name"], [])
        if tag == "option" and self._keuze:
            self._keuze[1].append((waarden.get("value", ""), "selected" in waarden))
        if tag == "input" and self.formulieren:
            vinkje = waarden.get("type") in ("checkbox", "radio")
            if waarden.get("type") != "file" and (not vinkje or "checked" in waarden):
                self.formulieren[-1].velden.append((waarden["name"], waarden.get("value", "")))

    def handle_data(self, data: str) -> None:
        """Note the words."""
        if not self._buiten:
            self.woorden.append(data)
        if self._open:
            self._open[-1][2].append(data)

    def handle_endtag(self, tag: str) -> None:
        """Note what ends."""
        if tag in ("script", "style"):
            self._buiten -= 1
        if self._open and self._open[-1][0] == tag:
            _, wat, parts = self._open.pop()
            said = " ".join("".join(parts).split())
            if tag == "a":
                self.koppelingen.setdefault(said, wat)
            elif tag == "button" and self.formulieren:
                self.formulieren[-1].knoppen[said] = self._knop
            elif tag == "textarea" and self.formulieren:
                self.formulieren[-1].velden.append((wat, "".join(parts).removeprefix("\n")))
        if tag == "select" and self._keuze:
            naam, keuzes = self._keuze
            gekozen = next((value for value, chosen in keuzes if chosen), keuzes[0][0])
            self.formulieren[-1].velden.append((naam, gekozen))
            self._keuze = None


class Loket:
    """A browser at the kantoor of a dossier.

    Attributes:
        op: the day of the clock, which a test may set.
        blad: the page that is open, read.
        antwoord: the response that it came in.
    """

    def __init__(self, root: Path, op: date, *, alleen_lezen: bool = False) -> None:
        self.op = op
        self.kantoor = Kantoor(root, lambda: self.op, alleen_lezen=alleen_lezen)
        self.toegang = Toegang(maak_app(self.kantoor), POORT)
        self.client = TestClient(self.toegang, base_url=HIER, headers={"origin": HIER})
        self.open(self.toegang.adres)

    def open(self, adres: str) -> Bladlezer:
        """Go to an address."""
        return self._lees(self.client.get(adres))

    def klik(self, tekst: str) -> Bladlezer:
        """Follow the first link with this text."""
        return self.open(self.blad.koppelingen[tekst])

    def stuur(
        self,
        waarden: Mapping[str, str | Sequence[str]] | None = None,
        knop: str = "",
        bestanden: Sequence[tuple[str, tuple[str, bytes]]] = (),
    ) -> Bladlezer:
        """Fill in and send the form that has this button, else the first.

        Args:
            waarden: what is typed, by the name of the field.
            knop: what the button says.
            bestanden: the field, and the name and bytes of the file.
        """
        form = next(f for f in self.blad.formulieren if not knop or knop in f.knoppen)
        data: dict[str, list[str]] = {}
        for naam, waarde in form.velden:
            data.setdefault(naam, []).append(waarde)
        for naam, typed in (waarden or {}).items():
            data[naam] = [typed] if isinstance(typed, str) else list(typed)
        gedrukt = form.knoppen.get(knop, {})
        if "name" in gedrukt:
            data[gedrukt["name"]] = [gedrukt.get("value", "")]
        naar = gedrukt.get("formaction", form.naar)
        if form.wijze == "get":
            return self._lees(self.client.get(naar, params=data))
        # One file at least, so that it goes as the browser sends it.
        files = [*bestanden] or None
        return self._lees(self.client.post(naar, data=data, files=files))

    def _lees(self, antwoord: Response) -> Bladlezer:
        self.antwoord = antwoord
        self.blad = Bladlezer(antwoord.text)
        return self.blad

    def wacht(self) -> Bladlezer:
        """Look at long work until it is done."""
        for _ in range(600):
            self.open(str(self.antwoord.url))
            if "data-werk" not in self.antwoord.text:
                return self.blad
            time.sleep(0.02)
        raise AssertionError(self.blad.tekst)
