"""A real browser, Debian's chromium, at a kantoor that is served for real."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright
from tests.kantoor.browser.venster import AAN, BROWSER, Venster

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser
    from tests.kantoor.browser.huis import Huis


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all that stands here: it takes a browser, which scripts/proef_kantoor has."""
    for item in items:
        if "kantoor/browser/" in item.path.as_posix():
            for merk in ("browser", "pdf", "proces"):
                item.add_marker(merk)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all."""
    with sync_playwright() as speler:
        found = speler.chromium.launch(executable_path=BROWSER, args=list(AAN))
        yield found
        found.close()


@pytest.fixture
def open_venster(browser: Browser) -> Iterator[Callable[..., Venster]]:
    """Open windows that are closed afterwards, and that saw nothing wrong by then."""
    vensters: list[Venster] = []

    def maak(huis: Huis, **keuzes: bool) -> Venster:
        vensters.append(Venster(browser, huis, **keuzes))
        return vensters[-1]

    yield maak
    for venster in vensters:
        venster.sluit()
    assert [fout for venster in vensters for fout in venster.fouten] == []
