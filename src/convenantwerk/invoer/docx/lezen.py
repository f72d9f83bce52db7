"""A Word file to brokken: the text, its notes and tables, with the numbers that Word shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.invoer.bewijs import woorden
from convenantwerk.invoer.brok import Ingelezen, Plek, Weggelaten, tekst_van
from convenantwerk.invoer.docx.bestand import open_word
from convenantwerk.invoer.docx.noten import Noten
from convenantwerk.invoer.docx.ooxml import W
from convenantwerk.invoer.docx.plaatsen import keur_plaatsen
from convenantwerk.invoer.docx.stijlen import Stijlen
from convenantwerk.invoer.docx.telling import woorden_van_deel
from convenantwerk.invoer.docx.verhaal import Verhaal, Verslag
from convenantwerk.invoer.docx.vormkeus import kies_vormen
from convenantwerk.invoer.docx.wijzigingen import keur_wijzigingen, verwerk
from convenantwerk.invoer.grenzen import keur_aantal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from convenantwerk.invoer.brok import WegReden, Wens
    from convenantwerk.invoer.docx.noten import Nootsoort
    from convenantwerk.invoer.docx.ooxml import Xml

_NOTEN: tuple[Nootsoort, ...] = ("footnote", "endnote")
_RANDEN: Mapping[str, WegReden] = {"header": "koptekst", "footer": "voettekst"}
_TEXTPATH = "{urn:schemas-microsoft-com:vml}textpath"


def lees(data: bytes, path: str, wens: Wens) -> Ingelezen:
    """Return a Word file as brokken; see `formaten.Lezer`.

    Raises:
        OnleesbaarError: CV951, it is no Word file that can be read; CV941, it has tracked changes,
            and `wens` does not say what to do with them.
    """
    bestand = open_word(data, path)
    body = bestand.tekst.find(W + "body")
    if body is None:
        body = bestand.tekst
    randen = [
        (_RANDEN[soort], naam, root)
        for soort, naam in bestand.delen(*_RANDEN)
        if (root := bestand.boom(naam)) is not None
    ]
    noten = {f"{soort}s": bestand.los(f"{soort}s") for soort in _NOTEN}
    roots = [body, *(root for root in noten.values() if root is not None), *(r for *_, r in randen)]
    for root in roots:
        kies_vormen(root)
    keur_aantal([*body.iter(W + "p")], path)
    verslag = Verslag()
    geteld = list(_wijzigingen(roots, path, wens, verslag))
    for root in roots:
        keur_plaatsen(root, path)
    stijlen = Stijlen(bestand.los("styles"))
    roept = {soort: Noten(soort, noten[f"{soort}s"], body) for soort in _NOTEN}
    verhaal = Verhaal(bestand, stijlen, roept, verslag, bestand.hoofd)
    brokken = tuple(verhaal.brokken(body))
    for reden, naam, root in randen:
        _laat_weg(Verhaal(bestand, stijlen, {}, verslag, naam), root, reden)
    numbering = bestand.nummering
    for root in (body, *verhaal.gelezen_noten, *(root for *_, root in randen)):
        geteld += woorden_van_deel(root, numbering, stijlen)
    geteld += [word for alt in verslag.beschrijvingen for word in woorden(alt)]
    return Ingelezen(
        "Word",
        brokken,
        tuple(geteld),
        tuple(verslag.weggelaten),
        (),
        tuple(verslag.onzeker),
        tuple(verslag.opmerkingen),
    )


def _wijzigingen(roots: Iterable[Xml], path: str, wens: Wens, verslag: Verslag) -> Iterator[str]:
    """Deal with tracked changes; yield the words that went by them."""
    roots = tuple(roots)
    if not wens.wijzigingen:
        keur_wijzigingen(roots, path)
        return
    for root in roots:
        plaatsen = {alinea: at for at, alinea in enumerate(root.iter(W + "p"), start=1)}
        for weg in verwerk(root, aanvaard=wens.wijzigingen == "aanvaard"):
            if not weg.tekst.strip():
                continue
            at = 1 if weg.alinea is None else plaatsen.get(weg.alinea, 1)
            verslag.weggelaten.append(Weggelaten(weg.tekst, Plek("alinea", at), weg.waarom))
            yield from woorden(weg.tekst)


def _laat_weg(verhaal: Verhaal, root: Xml, reden: WegReden) -> None:
    """Report what a header or footer says, which is no text of the convenant."""
    plek = Plek("alinea", 1)
    for brok in verhaal.brokken(root):
        if tekst := tekst_van(brok):
            verhaal.verslag.weggelaten.append(Weggelaten(tekst, plek, reden))
    for vorm in root.iter(_TEXTPATH):
        if tekst := " ".join(vorm.get("string", "").split()):
            verhaal.verslag.weggelaten.append(Weggelaten(tekst, plek, "watermerk"))
            verhaal.verslag.beschrijvingen.append(tekst)
