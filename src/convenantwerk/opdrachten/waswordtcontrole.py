"""`convenant waswordt-controle`: a was-wordt-tabel of others, held against two editions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.errors import ConvenantwerkError, OnleesbaarError
from convenantwerk.basis.files import shown
from convenantwerk.basis.tekens import zichtbaar
from convenantwerk.geopend.edities import kies_samen
from convenantwerk.opdrachten.renvooi import vergelijken
from convenantwerk.renvooi.waswordtcontrole import Tabeloordeel, beoordeel_rijen, lees_rijen
from convenantwerk.renvooi.waswordtcontrole.inlezen import lees_tabellen
from convenantwerk.renvooi.waswordtcontrole.kolommen import samen, vind_kolommen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.renvooi.waswordtcontrole import Tabelbevinding
    from convenantwerk.renvooi.waswordtcontrole.rijen import Rij


_LANG = 400  # a quotation of more characters is told by its begin; JSON has all of it


@dataclass(frozen=True, slots=True)
class Controleopdracht:
    """What is asked: the file with the table, and the two editions it is about.

    `naam` is what the user calls the file, when that is not its path.
    """

    tabel: Path
    oud: str
    nieuw: str
    editie: Editie = "vanzelf"
    naam: str = ""


def waswordt_controle(geopend: Geopend, opdracht: Controleopdracht) -> Tabeloordeel:
    """Return what is wrong with a table.

    Raises:
        OnleesbaarError: CV001, CV002, CV313 or CV317, there is no table to read; or an edition
            cannot be read whole.
        ConvenantwerkError: CV314, the table has no columns was and wordt; an edition is not there.
    """
    gelezen = lees_tabellen(opdracht.tabel, opdracht.naam)
    if not gelezen.tabellen:
        raise OnleesbaarError(gelezen.bevindingen)
    oud, nieuw = kies_samen(geopend, (opdracht.oud, opdracht.nieuw), opdracht.editie)
    namen = (oud.naam, nieuw.naam)
    known = [(tabel, vind_kolommen(tabel, namen)) for tabel in gelezen.tabellen]
    parts = samen([(tabel, kolommen) for tabel, kolommen in known if kolommen])
    if not parts:
        raise ConvenantwerkError("CV314", pad=opdracht.naam or shown(opdracht.tabel))
    rows: list[Rij] = []
    for tabel, kolommen in parts:
        rows += lees_rijen(tabel, kolommen, rows[-1].nummer if rows else 0)
    return beoordeel_rijen(rows, parts[0][1].hoe, vergelijken(oud, nieuw), namen)


class Regel(NamedTuple):
    """A line about a finding in a table: what it is ("tabel: "), "" for a sentence; and that."""

    wat: str
    tekst: str


def zinnen_over(oordeel: Tabeloordeel) -> tuple[str, str]:
    """Return what was looked at, in sentences."""
    return (
        f"Gelezen: {oordeel.rijen} rijen; {zichtbaar(oordeel.kolommen)}.",
        f"Letterlijk: {oordeel.letterlijk} van de {oordeel.citaten} citaten.",
    )


def slot(oordeel: Tabeloordeel) -> str:
    """Return in a sentence how much is wrong."""
    aantal = len(oordeel.bevindingen)
    if not aantal:
        return "De tabel klopt: elk citaat is letterlijk en geen wijziging ontbreekt."
    return "1 bevinding." if aantal == 1 else f"{aantal} bevindingen."


def kop_van(bevinding: Tabelbevinding) -> str:
    """Return where something is wrong, and what."""
    waar = [f"rij {bevinding.rij}"] if bevinding.rij else []
    waar += [zichtbaar(" ".join(bevinding.plaats.split()))] if bevinding.plaats else []
    waar += [bevinding.kolom] if bevinding.kolom else []
    return f"{', '.join(waar)}: {bevinding.soort}"


def regels_van(bevinding: Tabelbevinding) -> Iterator[Regel]:
    """Yield what is wrong, line by line."""
    yield Regel("", f"{zichtbaar(bevinding.zin)}.")
    if bevinding.gevonden:
        yield Regel("tabel: ", f"\u201c{_kort(bevinding.gevonden)}\u201d")
    if bevinding.juist and bevinding.soort == "ontbreekt":
        for line in bevinding.juist.split("\nwordt: "):
            wat = "was:   " if line.startswith("was: ") else "wordt: "
            yield Regel(wat, _kort(line.removeprefix("was: ")))
    elif bevinding.juist:
        waar = zichtbaar(bevinding.waar)
        yield Regel("tekst: ", f"\u201c{_kort(bevinding.juist)}\u201d ({waar})")
    for gevonden, juist in bevinding.anders:
        yield Regel("anders: ", _wissel(gevonden, juist))


def _wissel(gevonden: str, juist: str) -> str:
    one, other = zichtbaar(gevonden), zichtbaar(juist)
    if not one:
        return f"\u201c{other}\u201d ontbreekt"
    return (
        f"\u201c{one}\u201d moet zijn \u201c{other}\u201d"
        if other
        else f"\u201c{one}\u201d te veel"
    )


def _kort(tekst: str) -> str:
    text = zichtbaar(" ".join(tekst.split()))
    return text if len(text) <= _LANG else f"{text[:_LANG].rsplit(' ', 1)[0]} \u2026"
