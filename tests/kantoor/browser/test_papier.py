"""A paper that is a web page, as a phone shows it: a row of a list is a card."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.kantoor.browser.venster import BREED, SMAL
from tests.papier.conftest import eigen_huisstijl, run

from convenantwerk.papier import document as d
from convenantwerk.papier.formaten.html import to_html
from convenantwerk.papier.layout import Press

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

HOOG = "cellen => cellen.map(cel => cel.getBoundingClientRect().top)"
KOP = "cellen => cellen.map(cel => getComputedStyle(cel, '::before').content)"


def test_a_card_shows_what_is_filled_in_and_signs_in_one_row(
    browser: Browser, tmp_path: Path
) -> None:
    """No column of a matrix that says nothing, no sign without its column, and nothing too wide."""
    head = tuple(run(naam, bold=True) for naam in ("Wat", "art. 1", "art. 2", "art. 3"))
    rij = (run("Duur"), run("ja"), (), run("?"))
    lijst = d.Table(head, (rij,), ("links",) * 4, widths=(40, 20, 20, 20))
    stuk = d.Document(
        name="proef",
        title="Proef",
        publisher="Proefland",
        edition="nu",
        op=date(2026, 6, 1),
        concept=False,
        blocks=(lijst,),
    )
    pad = tmp_path / "lijst.html"
    pad.write_bytes(to_html(stuk, Press(eigen_huisstijl())))
    blad = browser.new_page(viewport=SMAL)  # type: ignore[arg-type]
    blad.goto(pad.as_uri())
    cellen = blad.locator("td")
    assert [cel.is_visible() for cel in cellen.all()] == [True, True, False, True]
    wat, een, _, drie = cellen.evaluate_all(HOOG)
    assert een == drie > wat
    assert cellen.evaluate_all(KOP)[1::2] == ['"art. 1: "', '"art. 3: "']
    assert blad.evaluate("document.documentElement.scrollWidth") <= SMAL["width"]
    blad.set_viewport_size(BREED)  # type: ignore[arg-type]
    assert len(set(cellen.evaluate_all(HOOG))) == 1
    assert set(cellen.evaluate_all(KOP)) == {"none"}
    blad.close()
