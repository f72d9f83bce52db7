"""Markdown of others is read as it is shown, and what is not shown is told."""

import pytest
from tests.invoer.rekening import getoond, verschil

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.invoer.brok import Ingelezen, Wens
from convenantwerk.invoer.markdown import lees

GEHEEL = """---
titel: Voorbeeld
---
# Kop *een*

Setext
------

De partijen:
a. het doel;
b. de taak.

1. een
1. twee
   - x
     * y

4) vier
6) zes

| a | b |
|---|---|
| 1 | **x** | teveel 2019 |

Noot[^n] en [link](http://a.nl "titel") <b>vet</b> <!-- stil --> `code x` &euro; \\* hard\\
einde <https://x.nl>

[^n]: De noot *zelf*.

[^o]: ongebruikt

> citaat
> > dieper

    code blok
"""


def _gelezen(tekst: str) -> Ingelezen:
    gelezen = lees(tekst.encode(), "tekst.md", Wens())
    assert verschil(gelezen) == ({}, {})
    return gelezen


def test_a_text_with_everything() -> None:
    """Headings, lists with their numbers as written, tables, notes, quotations, code."""
    gelezen = _gelezen(GEHEEL)
    regels = [regel.replace(" ]", "]") for regel in getoond(gelezen.brokken)]
    assert regels == [
        *("# Kop *een*", "## Setext", "De partijen:\\a. het doel;\\b. de taak."),
        *("{1.} een", "{2.} twee", "  {-} x", "    {-} y", "{4)} vier", "{6)} zes"),
        *("| a | b |", "| 1 | **x** |"),
        "Noot[^n: De noot *zelf*.] en link **vet** code x € * hard\\einde https://x.nl",
        *("citaat", "dieper", "code blok"),
    ]
    assert [brok.plek.nummer for brok in gelezen.brokken][:5] == [4, 6, 9, 13, 14]
    assert [(weg.plek.nummer, weg.tekst, weg.waarom) for weg in gelezen.weggelaten] == [
        (1, "--- titel: Voorbeeld ---", "bestandsgegevens"),
        (23, "teveel 2019", "verborgen"),
        (25, "stil", "verborgen"),
        (30, "ongebruikt", "verborgen"),
        (25, "http://a.nl", "webadres"),
    ]


def test_a_line_above_is_no_front_matter() -> None:
    """Only what reads as keys is."""
    assert getoond(_gelezen("---\nEen tekst.\n\n---\n").brokken) == ["---", "Een tekst.", "---"]


def test_what_lies_too_deep_is_refused() -> None:
    """The parser would leave it out without a word."""
    with pytest.raises(OnleesbaarError) as error:
        lees(("> " * 70 + "x").encode(), "tekst.md", Wens())
    assert error.value.code == "CV951"


@pytest.mark.traag
def test_hard_text_takes_no_longer() -> None:
    """What other parsers choke on."""
    for stuk in ("*a ", "[", "![", "`", "<a ", "|-", "> ", "[^a]", "1) ", "\\", "~~a"):
        try:
            lees((stuk * 800).encode(), "tekst.md", Wens())
        except OnleesbaarError:
            continue
