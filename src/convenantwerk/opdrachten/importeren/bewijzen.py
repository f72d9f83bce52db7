"""The proofs of an import: no word is lost, and what is written reads back as what was meant."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.invoer.bewijs import verschil, woorden
from convenantwerk.invoer.brok import tekst_van
from convenantwerk.tekst.lezen import lees_tekst
from convenantwerk.tekst.schrijven import schrijf_tekst

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.invoer.brok import Ingelezen
    from convenantwerk.invoer.gebouwd import Gebouwd
    from convenantwerk.tekst.boom import Tekstbestand

_GENOEMD = 5  # words that a message names


def eis_alle_woorden(ingelezen: Ingelezen, gebouwd: Gebouwd, pad: str) -> None:
    """Let nothing be written when a word of the file would be lost, or one would be added.

    Raises:
        ConvenantwerkError: CV959, with the words and where they stand.
    """
    anders = verschil(ingelezen, gebouwd)
    delen = (
        _zin("niet in de tekst", anders.te_weinig, ingelezen),
        _zin("te veel in de tekst", anders.te_veel, ingelezen),
    )
    if any(delen):
        raise ConvenantwerkError("CV959", pad=pad, woorden="; ".join(filter(None, delen)))


def _zin(wat: str, welke: Counter[str], ingelezen: Ingelezen) -> str:
    if not welke:
        return ""
    genoemd = ", ".join(f"'{woord}'" for woord in sorted(welke)[:_GENOEMD])
    rest = len(welke) - _GENOEMD
    meer = f" en nog {rest}" if rest > 0 else ""
    return f"{wat}: {genoemd}{meer}{_waar(welke, ingelezen)}"


def _waar(welke: Counter[str], ingelezen: Ingelezen) -> str:
    """Return where most of these words stand together: ", bij bladzijde 3, regel 12"."""
    beste, meeste = None, 0
    for brok in ingelezen.brokken:
        samen = (Counter(woorden(tekst_van(brok))) & welke).total()
        if samen > meeste:
            beste, meeste = brok, samen
    return f", bij {beste.plek}" if beste else ""


def geschreven(bestanden: Mapping[str, Tekstbestand]) -> dict[str, bytes]:
    """Return the bytes of text files, each read back and found equal.

    Raises:
        ConvenantwerkError: CV960, one would read as something else.
    """
    return {pad: _geschreven(pad, bestand) for pad, bestand in bestanden.items()}


def _geschreven(pad: str, bestand: Tekstbestand) -> bytes:
    text = schrijf_tekst(bestand)
    gelezen, found = lees_tekst(text, pad)
    if gelezen != bestand:
        regel = next((f"regel {d.position.line}: {d.melding}" for d in found), "de indeling")
        raise ConvenantwerkError("CV960", pad=pad, reden=regel)
    return text.encode()
