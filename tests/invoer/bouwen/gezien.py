r"""Brokken as a reader would give them, from lines that a jurist can read.

A line is a paragraph. Before its words may stand how it looks and what its format says of it:

    **Artikel 3 Doel**     bold; a star for italics
    # Begrippen            a style of heading, its level by the number of signs
    {14 pt} Begrippen      the size of its letters; most are 11
    {midden} CONVENANT     centred
    {a.} het doel          a mark that its list sets before it; {•} for a bullet
    two spaces             so much further from the margin: 18 points for each two
    | a | b |              a row of a table, and the lines of it stand together
    ---                    a page that ends
    ![wat](x.png)          a picture
    een\twee               a line that is broken
    [^1]                   a note is called; its text stands on a line of its own: [^1]: Zie.
"""

import re

from tests.invoer.rekening import woorden_van

from convenantwerk.invoer.brok import (
    STREEP,
    Alineabrok,
    Beeldbrok,
    Brok,
    Ingelezen,
    Lijnbrok,
    Plek,
    Tabelbrok,
)
from convenantwerk.tekst.boom import Inline, Nadruk, Regeleinde, Tekst, Voetnoot

_STUK = re.compile(r"(\*\*(?:[^*]|\*[^*]+\*)+\*\*|\*[^*]+\*|\[\^[^\]]+\]|\\)")
_VOORAF = re.compile(r"\{(?P<wat>[^}]*)\}\s?|(?P<kop>#{1,6})\s")
_NOOT = re.compile(r"\[\^(?P<merk>[^\]]+)\]:\s*(?P<tekst>.*)")
_BEELD = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<pad>[^)]*)\)")
_BREEDTE = 9.0  # points of one space at the begin of a line


def inhoud_van(tekst: str, noten: dict[str, str]) -> tuple[Inline, ...]:
    """Return a line with its emphasis, notes and breaks."""
    delen: list[Inline] = []
    for stuk in filter(None, _STUK.split(tekst)):
        if stuk.startswith("**"):
            delen.append(Nadruk("vet", inhoud_van(stuk[2:-2], noten)))
        elif stuk.startswith("*") and len(stuk) > 2:
            delen.append(Nadruk("cursief", (Tekst(stuk[1:-1]),)))
        elif stuk.startswith("[^"):
            merk = stuk[2:-1]
            delen.append(Voetnoot(merk, (Tekst(noten[merk]),)))
        elif stuk == "\\":
            delen.append(Regeleinde())
        else:
            delen.append(Tekst(stuk))
    return tuple(delen)


def _alinea(regel: str, plek: Plek, noten: dict[str, str]) -> Alineabrok:
    rest = regel.lstrip(" ")
    merk, diepte, niveau, grootte, midden = "", -1, 0, 11.0, False
    while match := _VOORAF.match(rest):
        rest = rest[match.end() :]
        wat = match["wat"] or ""
        if match["kop"]:
            niveau = len(match["kop"])
        elif wat.endswith(" pt"):
            grootte = float(wat[:-3])
        elif wat == "midden":
            midden = True
        else:
            merk, diepte = (STREEP if wat == "•" else wat), 0
    inspringing = (len(regel) - len(regel.lstrip(" "))) * _BREEDTE
    return Alineabrok(
        inhoud_van(rest, noten), plek, merk, diepte, inspringing, niveau, grootte, midden
    )


def brokken_van(regels: list[str]) -> list[Brok]:
    """Return the brokken of lines."""
    noten = {m["merk"]: m["tekst"] for regel in regels if (m := _NOOT.fullmatch(regel))}
    brokken: list[Brok] = []
    for nummer, regel in enumerate(regels, start=1):
        plek = Plek("regel", nummer)
        if not regel.strip() or _NOOT.fullmatch(regel):
            continue
        if regel.strip() == "---":
            brokken.append(Lijnbrok(plek))
        elif regel.startswith("| "):
            cellen = tuple(inhoud_van(c.strip(), noten) for c in regel.strip("| ").split(" | "))
            vorige = brokken[-1] if brokken else None
            if isinstance(vorige, Tabelbrok):
                brokken[-1] = Tabelbrok((*vorige.rijen, cellen), vorige.plek, kop=True)
            else:
                brokken.append(Tabelbrok((cellen,), plek, kop=True))
        elif match := _BEELD.fullmatch(regel):
            brokken.append(Beeldbrok(b"beeld", ".png", match["alt"], plek))
        else:
            brokken.append(_alinea(regel, plek, noten))
    return brokken


def ingelezen(regels: list[str]) -> Ingelezen:
    """Return lines as a file that was read."""
    brokken = brokken_van(regels)
    return Ingelezen("proef", tuple(brokken), tuple(woorden_van(brokken)))
