"""The text of one titled part changed in its source: what would follow, and the writing of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.addenda.consolidatie import tekst_op
from convenantwerk.basis.diagnostics import onleesbaar_in
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import shown
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.bronbestand import erbij, vervang_bestand
from convenantwerk.tekst.boom import Element, blokken, elementen
from convenantwerk.tekst.bronstuk import Bronstuk, bronstuk
from convenantwerk.tekst.lezen import lees_fragment, lees_tekst

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Editie

_ADDENDA = "addenda"


@dataclass(frozen=True, slots=True)
class Tekststuk:
    """A titled part in its source.

    Args:
        pad: its file, below the folder of the dossier.
        addendum: the folder of the addendum that the file belongs to, "" for the text itself.
        regels: its lines.
        delen: the parts that begin in those, each without what is below it: itself.
    """

    pad: str
    addendum: str
    regels: Bronstuk
    delen: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Tekstvoorstel:
    """What another text would do; nothing is written.

    Args:
        stuk: what it comes in the place of.
        regels: the lines as they would be.
        daarna: the dossier as it would be.
        nieuw: the parts that would begin in those lines, each without what is below it.
        gekomen: the findings that would be new.
        verdwenen: those that would be gone.
    """

    stuk: Tekststuk
    regels: Bronstuk
    daarna: Geopend
    nieuw: tuple[Element, ...]
    gekomen: tuple[Diagnostic, ...]
    verdwenen: tuple[Diagnostic, ...]

    @property
    def is_gelijk(self) -> bool:
        """Whether the file would stay as it is, to the byte."""
        return self.regels.data == self.stuk.regels.data

    @property
    def onleesbaar(self) -> list[Diagnostic]:
        """What would keep the text from being read whole, and is not so now."""
        return onleesbaar_in(self.gekomen)


def bewerkbaar(geopend: Geopend) -> Mapping[str, Path]:
    """Return the files of text that may be changed, those of the delen and of the addenda.

    They are called as findings call them. What is bound at an accession or frozen is not there.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read.
    """
    lezer, root = geopend.lezer, geopend.root
    delen = geopend.dossier.instellingen.delen
    mappen = [path for path in lezer.entries(root / "convenant").mappen if path.name in delen]
    mappen += lezer.entries(root / _ADDENDA).mappen
    paden = (path for folder in mappen for path in lezer.entries(folder).bestanden)
    return {shown(path): path for path in paden if path.suffix == ".md"}


def zoek_tekststuk(geopend: Geopend, element: Element) -> Tekststuk:
    """Return a titled part of a text in force as it stands in its source.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read.
        ConvenantwerkError: CV928, it has no lines of its own there, or they may not be changed.
    """
    path = bewerkbaar(geopend).get(element.position.path)
    if path is not None:
        data, _ = geopend.lezer.data(path)
        regels = data and bronstuk(data, _delen_in(geopend, path), element)
        if regels:
            return _tekststuk(geopend, path, regels)
    reden = "het staat niet als een eigen stuk in de tekst of in een addendum"
    tip = "wat bij een toetreding of in een versie is vastgesteld, blijft zoals het is"
    raise ConvenantwerkError("CV928", wat="dit stuk", reden=reden, tip=tip)


def zoek_tekstbestand(geopend: Geopend, pad: str) -> Tekststuk | None:
    """Return all of a file of text, None when there is no such file that may be changed.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read.
        ConvenantwerkError: CV928, it holds no text.
    """
    path = next((p for p in bewerkbaar(geopend).values() if _pad(geopend, p) == pad), None)
    if path is None:
        return None
    data, _ = geopend.lezer.data(path)
    try:
        return _tekststuk(geopend, path, Bronstuk.heel(data or b""))
    except UnicodeDecodeError:
        reden = "het is geen tekst in UTF-8"
        tip = "open het in het programma waarmee het is gemaakt, en bewaar het als UTF-8"
        raise ConvenantwerkError("CV928", wat="dit bestand", reden=reden, tip=tip) from None


def wijkt_af(geopend: Geopend, stuk: Tekststuk, element: Element, editie: Editie, op: date) -> bool:
    """Tell whether a part reads otherwise than in its source: an addendum has changed it."""
    delen = tekst_op(geopend.dossier, op, editie).convenant.delen
    nu = next((one for one in elementen(delen) if one.anker == element.anker), None)
    return nu is not None and bool(stuk.delen) and _woorden(nu) != _woorden(stuk.delen[0])


def _woorden(element: Element) -> tuple[object, ...]:
    """Return what stands in a part itself; not where it stands."""
    return element.vooraf, element.kopmerk, element.opschrift, tuple(blokken(element))


def met_tekst(geopend: Geopend, stuk: Tekststuk, tekst: str) -> tuple[Geopend, Tekststuk]:
    """Return the dossier as it is with another text in the place of a part, and that part."""
    regels = stuk.regels.met(tekst)
    path = geopend.root / stuk.pad
    daarna = Geopend(geopend.root, geopend.op, geopend.lezer.met(path, regels.data))
    return daarna, _tekststuk(daarna, path, regels)


def stel_tekst_voor(
    geopend: Geopend, stuk: Tekststuk, tekst: str, editie: Editie, op: date
) -> Tekstvoorstel:
    """Return what another text in the place of a part would do.

    Args:
        geopend: the dossier.
        stuk: the part.
        tekst: the lines that come in its place.
        editie: which text the findings are about.
        op: of which day.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read.
    """
    daarna, nieuw = met_tekst(geopend, stuk, tekst)
    before = geopend.tekst(editie, op).nagelezen
    after = daarna.tekst(editie, op).nagelezen
    return Tekstvoorstel(
        stuk,
        nieuw.regels,
        daarna,
        nieuw.delen,
        erbij(after, before),
        erbij(before, after),
    )


def leg_tekst_vast(geopend: Geopend, voorstel: Tekstvoorstel) -> None:
    """Write it, when its file is still as it was read.

    Raises:
        ConvenantwerkError: CV910, another is writing; CV911, the file is another by now; CV901.
    """
    stuk = voorstel.stuk
    vervang_bestand(geopend, stuk.pad, stuk.regels.data, voorstel.regels.data)


def _tekststuk(geopend: Geopend, path: Path, regels: Bronstuk) -> Tekststuk:
    addendum = path.parent.name if _is_addendum(geopend, path) else ""
    parts = tuple(_tussen(_delen_in(geopend, path), regels))
    return Tekststuk(_pad(geopend, path), addendum, regels, parts)


def _pad(geopend: Geopend, path: Path) -> str:
    return path.relative_to(geopend.root).as_posix()


def _is_addendum(geopend: Geopend, path: Path) -> bool:
    return path.is_relative_to(geopend.root / _ADDENDA)


def _delen_in(geopend: Geopend, path: Path) -> list[Element]:
    """Return the titled parts of a file as it stands in a dossier, none when it cannot be read."""
    text, _ = geopend.lezer.text(path)
    if text is None:
        return []
    if _is_addendum(geopend, path):
        return [part for part in lees_fragment(text, shown(path))[0] if isinstance(part, Element)]
    bestand, _ = lees_tekst(text, shown(path))
    return [bestand.element] if bestand else []


def _tussen(wortels: Iterable[Element], regels: Bronstuk) -> Iterator[Element]:
    """Yield the parts that begin in these lines, each without those below it."""
    for one in elementen(wortels):
        if regels.begin < one.position.line <= regels.eind:
            yield replace(one, inhoud=tuple(blokken(one)))
