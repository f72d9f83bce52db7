"""In a text of sixty artikelen in which nothing is wrong, a careful reader finds nothing."""

import re
from datetime import date

from tests.voorbeelden import VERZONNENLAND

from convenantwerk.geopend.geopend import Geopend


def test_a_clean_text_has_no_fout_or_waarschuwing() -> None:
    """What the controles say of it is at most a hint."""
    found = Geopend(VERZONNENLAND, date(2026, 11, 26)).tekst().nagelezen_met("taal")
    assert [one for one in found if one.ernst != "hint"] == []
    assert {one.code for one in found}.isdisjoint({"CV165", "CV170"})  # left out, misspelt


def test_it_has_sixty_artikelen() -> None:
    """Numbered through both parts, so that all that the controles look at is there."""
    texts = [path.read_text() for path in sorted(VERZONNENLAND.rglob("deel-?/*.md"))]
    numbers = re.findall(r"^## Artikel (\d+)", "".join(texts), re.MULTILINE)
    assert numbers == [str(number) for number in range(1, 61)]
