"""What a value of text must be: one line or more, empty or not, and of which characters.

A name is one line of characters that one sees. The annotations of the model say where more is
allowed; whoever reads a value, from a file or from the command line, asks here what objects to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.schijntekens import schijntekens, vormen
from convenantwerk.basis.tekens import ONDRUKBAAR, in_tekst, ruimte, vreemde_tekens
from convenantwerk.basis.waarde import waarde

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic


@waarde
class Tekstsoort:
    """What a value of text may be.

    Args:
        vrij: whether it is running text, of as many lines, spaces and signs as it takes.
        los: whether its spaces are its own affair.
        leeg: whether it may be empty.
    """

    vrij: bool = False
    los: bool = False
    leeg: bool = True


NAAM = Tekstsoort()
NIET_LEEG = Annotated[str, Tekstsoort(leeg=False)]
# Words that are printed, or looked for, as they stand.
Vrijetekst = Annotated[str, Tekstsoort(vrij=True)]
# The post writes two spaces between postcode and place, and what is frozen stays as it is.
Losseregel = Annotated[str, Tekstsoort(los=True, leeg=False)]
# A key that must be there, with nothing behind it when there is nothing to say.
Magleeg = Annotated[str, Tekstsoort()]
_OPNIEUW = "haal het teken weg of typ het woord opnieuw; zulke tekens komen vaak mee met plakken"


class Tekstbezwaar(NamedTuple):
    """What objects to a value: the code of the finding, what it says, and what to do.

    With CV007 the value is of no use; with the others one can go on.
    """

    code: str
    wat: str
    tip: str


def bezwaren(text: str, soort: Tekstsoort = NAAM) -> Iterator[Tekstbezwaar]:
    """Yield what objects to a value of text."""
    if not soort.leeg and not text.strip():
        yield Tekstbezwaar("CV007", "tekst", "schrijf de tekst achter de dubbele punt")
    elif not soort.vrij and "\n" in text:
        yield Tekstbezwaar("CV007", "tekst op één regel", "haal het regeleinde weg")
    elif ONDRUKBAAR.search(text):
        yield Tekstbezwaar("CV007", "tekst zonder stuurtekens", _OPNIEUW)
    else:
        for _, teken, wat in in_tekst(text) if soort.vrij else vreemde_tekens(text):
            yield Tekstbezwaar("CV216", f"{teken}, {wat}", _OPNIEUW)
        yield from _schijn(text, soort)
        if not (soort.vrij or soort.los) and (wat := ruimte(text)):
            yield Tekstbezwaar("CV217", wat, "zet tussen twee woorden één gewone spatie")


def _schijn(text: str, soort: Tekstsoort) -> Iterator[Tekstbezwaar]:
    """Yield what only seems to be an ordinary sign, and was not told yet."""
    found = schijntekens(text) if soort.vrij else vormen(text)
    verteld = in_tekst(text) if soort.vrij else vreemde_tekens(text)
    plekken = {bezwaar.plek for bezwaar in verteld}
    for wat in dict.fromkeys(s.wat for s in found if not s.zetwerk and s.begin not in plekken):
        yield Tekstbezwaar("CV048", wat, "")


def onzichtbaar_in(text: str, path: str) -> Iterator[Diagnostic]:
    """Yield a finding for what a reader of a file does not see: each kind once in a line.

    Only what may make a reader read something else: signs that turn the direction of reading or
    have no width. What only looks like another sign is told by `schijntekens_in`.

    Args:
        text: of the file; its front matter is left to `bind_text`.
        path: the file as the user sees it.
    """
    end = text.find("\n---", 3) if text.startswith("---") else 0
    if next(in_tekst(text[max(0, end) :]), None) is None:
        return
    first = text.count("\n", 0, max(0, end))
    for number, line in enumerate(text.split("\n")[first:], first + 1):
        kinds = {bezwaar.teken: bezwaar for bezwaar in reversed(list(in_tekst(line)))}
        for plek, teken, wat in kinds.values():
            position = Position(path, number, plek + 1)
            velden = {"waar": "deze regel", "wat": f"{teken}, {wat}", "tip": _OPNIEUW}
            yield CODES["CV216"].at(position, **velden)
