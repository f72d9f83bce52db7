"""A chapter of one text, as controles look at it: without a dossier on the disk."""

import re
from dataclasses import replace

from tests.voorbeelden import ROOT

from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.dossier.registers import Partner
from convenantwerk.tekst.boom import Convenant
from convenantwerk.tekst.lezen import lees_tekst

PAD = "convenant/deel-1/02-artikelen.md"


_SECTIE = re.compile(r"^### (CV\d+) .*?(?=^##)", re.MULTILINE | re.DOTALL)
_VOORBEELD = re.compile(r"^fout:  (.*)\ngoed:  (.*)$", re.MULTILINE)


def voorbeelden(codes: str) -> list[tuple[str, str, str]]:
    """Return the wrong and the right example of codes that begin so, from docs/diagnostiek.md."""
    text = (ROOT / "docs" / "diagnostiek.md").read_text("utf-8")
    return [
        (sectie[1], voorbeeld[1], voorbeeld[2])
        for sectie in _SECTIE.finditer(text)
        if sectie[1].startswith(codes)
        for voorbeeld in _VOORBEELD.finditer(sectie[0])
    ]


def bron(text: str) -> str:
    """Return the file that holds a text below the heading of a chapter."""
    return f"# 2 Proef\n\n{text}\n"


def onderzoek_van(
    text: str, *, woordenlijst: tuple[str, ...] = (), partners: tuple[Partner, ...] = ()
) -> Onderzoek:
    """Return what controles look at when a dossier holds this chapter, these words and partners."""
    bestand, found = lees_tekst(bron(text), PAD)
    assert bestand is not None
    assert found == ()
    leeg = Onderzoek().registers
    instellingen = replace(leeg.instellingen, woordenlijst=woordenlijst)
    registers = replace(leeg, instellingen=instellingen, partners=partners)
    return Onderzoek(registers=registers, convenant=Convenant((bestand.element,), ""))
