"""A was-wordt-tabel of two texts as lines that a jurist can read."""

from collections.abc import Iterator, Mapping

from convenantwerk.papier.document import Run
from convenantwerk.renvooi.vergelijking import vergelijk
from convenantwerk.renvooi.waswordt.opening import zinnen
from convenantwerk.renvooi.waswordt.rijen import waswordt
from convenantwerk.renvooi.waswordt.slotlijst import slotlijst
from convenantwerk.tekst.adressen import with_ankers
from convenantwerk.tekst.boom import Convenant, Element, Tekst
from convenantwerk.tekst.lezen import lees_tekst

MERKEN = {"vervallen": "[-{}-]", "ingevoegd": "{{+{}+}}", "": "{}"}


def editie(text: str) -> Convenant:
    """A text as the only hoofdstuk of Deel 1."""
    bestand, _ = lees_tekst(text, "proef.md")
    assert bestand is not None
    deel = Element("deel", "Deel 1", "1", (Tekst("Proef"),), "deel-1", (bestand.element,))
    return Convenant(with_ankers([deel]), "proef")


def regels(oud: str, nieuw: str, toelichtingen: Mapping[str, str] | None = None) -> Iterator[str]:
    """Yield the opening, each row and each line of the closing list."""
    renvooi = vergelijk(editie(oud), editie(nieuw))
    tabel = waswordt(renvooi, toelichtingen or {})
    slot = slotlijst(renvooi, tabel)
    yield f"opening: {' '.join(zinnen(renvooi, tabel, slot))}"
    for rij in tabel.rijen:
        waarom = f" ({rij.toelichting})" if rij.toelichting else ""
        yield f"{rij.naam}: {_cel(rij.was)} wordt {_cel(rij.wordt)}{waarom}"
    for regel in slot:
        yield f"{regel.aard}: {regel.tekst}"


def _cel(runs: tuple[Run, ...]) -> str:
    text = "".join(MERKEN[run.wijziging].format(run.text) for run in runs)
    return text.replace("\n", " / ").replace("\u2003", "")
