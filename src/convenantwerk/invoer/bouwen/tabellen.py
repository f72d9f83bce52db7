"""Tables, pictures and lines of text, each as the block that it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.invoer.bouwen.lopend import opgeschoond
from convenantwerk.invoer.bouwen.regel import is_streep
from convenantwerk.invoer.brok import Beeldbrok, Tabelbrok
from convenantwerk.tekst.boom import Alinea, Figuur, Tabel, Tekst, plain
from convenantwerk.tekst.markdown import KOLOMMEN

if TYPE_CHECKING:
    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.invoer.bouwen.regel import Regel
    from convenantwerk.invoer.bouwen.verslag import Verslag
    from convenantwerk.tekst.boom import Blok, Inline, Uitlijning

ZONDER_ALT = "Beeld zonder beschrijving"


def blok_van(regel: Regel, position: Position, verslag: Verslag) -> Blok:
    """Return the block that a line, table or picture is; a picture by its name, `beeldpad`."""
    match regel.brok:
        case Tabelbrok() as tabel:
            return _tabel(regel, tabel, position, verslag)
        case Beeldbrok() as beeld:
            return _figuur(regel, beeld, position, verslag)
        case _:
            voor = "" if regel.getypt or is_streep(regel.merk) or not regel.merk else regel.merk
            spatie = " " if voor and regel.inhoud else ""
            eerste = (Tekst(f"{voor}{spatie}"),) if voor else ()
            return Alinea(opgeschoond((*eerste, *regel.inhoud)), position)


def beeldpad(regel: Regel) -> str:
    """Return the name of the file of a picture."""
    suffix = regel.brok.suffix if isinstance(regel.brok, Beeldbrok) else ""
    return f"beeld-{regel.onderdeel}{suffix}"


def _tabel(regel: Regel, tabel: Tabelbrok, position: Position, verslag: Verslag) -> Blok:
    rijen = [tuple(opgeschoond(cel) for cel in rij) for rij in tabel.rijen]
    rijen = [rij for rij in rijen if any(rij)]
    if not rijen or len(rijen[0]) > KOLOMMEN or (len(rijen[0]) == 1 and len(rijen) == 1):
        cellen = [cel for rij in rijen for cel in rij if cel]
        return Alinea(_aaneen(cellen), position)
    if not tabel.kop:
        verslag.twijfel(regel, "tabel zonder kop; de eerste rij is nu de kop")
    uitlijning: tuple[Uitlijning, ...] = tuple("links" for _ in rijen[0])
    return Tabel(rijen[0], tuple(rijen[1:]), uitlijning, position)


def _aaneen(cellen: list[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """Return cells behind each other, as one alinea."""
    delen: list[Inline] = []
    for cel in cellen:
        delen += [*([Tekst(" ")] if delen else []), *cel]
    return opgeschoond(delen)


def _figuur(regel: Regel, beeld: Beeldbrok, position: Position, verslag: Verslag) -> Figuur:
    alt = " ".join(beeld.alt.split())
    if not plain((Tekst(alt),)):
        alt = ZONDER_ALT
        verslag.anders(regel, "", alt, "een beeld had geen beschrijving")
        verslag.twijfel(regel, "beeld zonder beschrijving; schrijf wat er te zien is")
    return Figuur(beeldpad(regel), alt, position)
