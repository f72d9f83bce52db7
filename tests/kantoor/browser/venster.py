"""A window of the browser: what is clicked in it, and all that it complains of."""

from __future__ import annotations

from shutil import which
from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, ConsoleMessage, Route
    from tests.kantoor.browser.huis import Huis

BROWSER = which("chromium") or "chromium"
AAN = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
BREED = {"width": 1280, "height": 900}
SMAL = {"width": 360, "height": 740}
_VAN_HIER = ("data:", "blob:", "chrome-extension:")  # the last shows a PDF
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class Venster:
    """A window that has opened a kantoor.

    Args:
        browser: the browser.
        huis: the kantoor.
        script: whether pages may run their script.
        meten: let a script of the test into the pages, which they themselves forbid.
    """

    def __init__(
        self, browser: Browser, huis: Huis, *, script: bool = True, meten: bool = False
    ) -> None:
        self.huis = huis
        self.fouten: list[str] = []
        self._wereld = browser.new_context(
            viewport=BREED,  # type: ignore[arg-type]
            java_script_enabled=script,
            bypass_csp=meten,
            locale="nl-NL",
            accept_downloads=True,
        )
        self._wereld.route("**/*", self._alleen_hier)
        self.blad = self._wereld.new_page()
        self.blad.on("console", self._hoor)
        self.blad.on("pageerror", lambda error: self.fouten.append(str(error)))
        self.blad.set_default_timeout(20_000)
        self.blad.goto(huis.adres)

    def _alleen_hier(self, route: Route) -> None:
        if not route.request.url.startswith(
            (self.huis.basis, "data:", "blob:", "chrome-extension:")
        ):
            self.fouten.append(f"vraagt buiten deze computer: {route.request.url}")
            route.abort()
            return
        route.continue_()

    def _hoor(self, message: ConsoleMessage) -> None:
        # That a form did not fit is told by its status too, which is no fault of the page.
        if (
            message.type == "error"
            and "the server responded with a status of 4" not in message.text
        ):
            self.fouten.append(f"{self.blad.url}: {message.text}")

    def ga(self, pad: str) -> None:
        """Go to an address; a page that showed itself anew just then has to be left twice."""
        try:
            self.blad.goto(f"{self.huis.basis}{pad}")
        except Error:
            self.blad.goto(f"{self.huis.basis}{pad}")

    def klik(self, tekst: str) -> None:
        """Click what says this: a button or a link."""
        found = next(
            (
                one
                for exact in (True, False)  # an entry of the menu may have a number behind it
                for rol in ("button", "link")
                if (one := self.blad.get_by_role(rol, name=tekst, exact=exact)).count()
            ),
            None,
        )
        assert found is not None, f"geen knop '{tekst}' op {self.blad.url}: {self.tekst}"
        found.first.click()
        self.blad.wait_for_load_state()

    def leg_vast(self) -> None:
        """Press the button that records what was shown."""
        self.blad.locator("main form button:not(.stil)").first.click()
        self.blad.wait_for_load_state()
        self.wacht_op_werk()

    def wacht_op_werk(self) -> None:
        """Wait until long work is done."""
        self.blad.locator("[data-werk]").wait_for(state="detached", timeout=180_000)

    def vul(self, **velden: str | bool) -> None:
        """Fill in fields by their names."""
        for naam, waarde in velden.items():
            veld = self.blad.locator(f"[name='{naam}']:not([type=hidden])").first
            soort = veld.evaluate("veld => veld.tagName + ':' + (veld.type || '')")
            if soort.startswith("SELECT"):
                veld.select_option(str(waarde))
            elif soort.endswith((":checkbox", ":radio")):
                keuze = self.blad.locator(f"[name='{naam}'][value='{waarde}']")
                (veld if isinstance(waarde, bool) else keuze).set_checked(waarde is not False)
            else:
                veld.fill(str(waarde))

    def geef(self, naam: str, *paden: Path) -> None:
        """Choose files for a field."""
        self.blad.set_input_files(f"input[type=file][name='{naam}']", [str(pad) for pad in paden])

    def wacht_zonder_script(self) -> None:
        """Wait until long work is done, on a page that shows itself anew by itself."""
        for _ in range(120):
            if not self.blad.locator("[data-werk]").count():
                return
            self.blad.wait_for_timeout(1_000)
            self.blad.reload()
        raise AssertionError(self.tekst)

    def bestandsveld(self) -> str:
        """Return the name of the field for a file."""
        return self.blad.locator("input[type=file]").first.get_attribute("name") or ""

    @property
    def tekst(self) -> str:
        """What the page says."""
        return " ".join(self.blad.inner_text("body").split())

    def bezwaren(self, maat: dict[str, int]) -> list[str]:
        """Return what keeps people from using this page at a size, and whether it is too wide."""
        self.blad.set_viewport_size(maat)  # type: ignore[arg-type]
        found: list[dict[str, Any]] = (
            Axe()
            .run(self.blad, options={"runOnly": {"type": "tag", "values": WCAG}})
            .response["violations"]
        )
        breed = self.blad.evaluate("document.documentElement.scrollWidth")
        waar = f"{self.blad.url} op {maat['width']}"
        return [
            *(f"{waar}: {v['id']}: {v['nodes'][0]['html'][:200]}" for v in found),
            *([f"{waar}: {breed} beeldpunten breed"] if breed > maat["width"] else []),
        ]

    def sluit(self) -> None:
        """Close it."""
        self._wereld.close()
