"""The cases of tests/cases/waswordt.md: what the was-wordt-tabel says, as a jurist reads it."""

import re

import pytest
from tests.gevallen import CASES
from tests.renvooi.waswordt.tabellen import regels


def cases() -> list[tuple[str, str, str, list[str]]]:
    """Title, old text, new text and expected lines of every case."""
    text = (CASES / "waswordt.md").read_text(encoding="utf-8")
    found = []
    for block in text.split("\n## ")[1:]:
        titel, _, rest = block.partition("\n")
        halves = rest.split("\nwordt\n")
        oud, nieuw = ("\n".join(re.findall(r"^> ?(.*)", half, re.MULTILINE)) for half in halves)
        found.append((titel, oud, nieuw, re.findall(r"^- (.*)", rest, re.MULTILINE)))
    return found


@pytest.mark.parametrize(("titel", "oud", "nieuw", "verwacht"), cases())
def test_the_table_says_what_changed(titel: str, oud: str, nieuw: str, verwacht: list[str]) -> None:
    """The opening, the rows, and the closing list."""
    assert list(regels(oud, nieuw)) == verwacht, titel


def test_what_one_does_not_see_is_told_once() -> None:
    """L21: in words, and not as a word that becomes itself."""
    oud, nieuw = (f"# 1 Kop\n\nDe{spatie}raad hoort.\n" for spatie in (" ", "\u00a0"))
    assert list(regels(oud, nieuw))[1:] == [
        "opmaak: Hoofdstuk 1, eerste alinea: een vaste spatie in plaats van een spatie in “De raad”"
    ]


def test_there_are_enough_cases() -> None:
    """Forty at least, each of them once."""
    titles = [titel for titel, *_ in cases()]
    assert len(titles) >= 40
    assert len(set(titles)) == len(titles)
