"""The cases of tests/cases/vergelijken.md: what a jurist would say happened."""

import re

import pytest
from tests.gevallen import CASES

from convenantwerk.renvooi.renvooi import Eenheid, eenheden
from convenantwerk.renvooi.vergelijking import vergelijk
from convenantwerk.tekst.adressen import with_ankers
from convenantwerk.tekst.boom import Alinea, Convenant, Element, Onderdeel, Tabel, Tekst
from convenantwerk.tekst.citeren import Citaten
from convenantwerk.tekst.lezen import lees_tekst
from convenantwerk.tekst.schijn import zichtbaar
from convenantwerk.tekst.verschil import Rij, Verschil, Woord, Woordgroep, opmaak_in

# What one does not see is written so in the cases.
TEKENS = {
    "‹vaste spatie›": "\u00a0",
    "‹zacht streepje›": "\u00ad",
    "‹zonder breedte›": "\u200b",
    "‹los accent›": "\u0301",
}
BEGIN, EIND = {"vervallen": "[-", "ingevoegd": "{+"}, {"vervallen": "-]", "ingevoegd": "+}"}


def cases() -> list[tuple[str, str, str, list[str]]]:
    """Title, old text, new text and expected lines of every case."""
    text = (CASES / "vergelijken.md").read_text(encoding="utf-8")
    for naam, teken in TEKENS.items():
        text = text.replace(naam, teken)
    found = []
    for block in text.split("\n## ")[1:]:
        titel, _, rest = block.partition("\n")
        oud, nieuw = (_quoted(half) for half in rest.split("\nwordt\n"))
        found.append((titel, oud, nieuw, re.findall(r"^- (.*)", rest, re.MULTILINE)))
    return found


def _quoted(half: str) -> str:
    return "\n".join(re.findall(r"^> ?(.*)", half, re.MULTILINE))


def edition(text: str) -> Convenant:
    """A text as the only hoofdstuk of Deel 1."""
    bestand, found = lees_tekst(text, "proef.md")
    assert bestand is not None
    assert found == ()
    deel = Element("deel", "Deel 1", "1", (Tekst("Proef"),), "deel-1", (bestand.element,))
    return Convenant(with_ankers([deel]), "proef")


@pytest.mark.parametrize(("titel", "oud", "nieuw", "verwacht"), cases())
def test_what_happened_is_named(titel: str, oud: str, nieuw: str, verwacht: list[str]) -> None:
    """The renvooi says what happened to each part, in the words of tests/cases."""
    left, right = edition(oud), edition(nieuw)
    renvooi = vergelijk(left, right)
    names = (Citaten(left), Citaten(right))
    lines = [_line(eenheid, names) for eenheid in eenheden(renvooi.delen)]
    lines += [
        f"{h.soort} {names[0].citeer(h.van)} in {names[1].citeer(h.naar)}" for h in renvooi.herkomst
    ]
    assert (lines or ["niets"]) == verwacht, titel


def _line(eenheid: Eenheid, names: tuple[Citaten, Citaten]) -> str:
    verschil = eenheid.verschil
    clauses = opmaak_in(verschil)
    told = f" ({'; '.join(clauses)})" if clauses and verschil.lot == "gewijzigd" else ""
    return _wat(verschil, names).removesuffix(": ") + told


def _wat(verschil: Verschil, names: tuple[Citaten, Citaten]) -> str:
    oud = names[0].citeer(verschil.oud.adres) if verschil.oud else ""
    nieuw = names[1].citeer(verschil.nieuw.adres) if verschil.nieuw else ""
    words = " ".join(_words(verschil))
    if verschil.aanduiding and verschil.lot == "gewijzigd":
        beside = "" if len(_words(verschil)) > 1 else f" {_words(verschil.kinderen[0])[0]}"
        return f"aanduiding {oud} wordt {nieuw}: {words}{beside}"
    match verschil.lot:
        case "vertrokken":
            return f"vertrokken {oud} naar {nieuw}"
        case "aangekomen":
            return f"aangekomen {nieuw} van {oud}: {words}"
        case "gewijzigd" if verschil.vernummerd:
            return f"vernummerd {oud} tot {nieuw}: {words}"
        case lot:
            return f"{lot} {nieuw or oud}: {words}"


def _words(verschil: Verschil) -> list[str]:
    """The words of a part; of a table those of the rows that changed."""
    if isinstance(verschil.part, Tabel | Rij):
        changed = (kind for kind in verschil.kinderen if kind.lot != "gelijk" or kind.tekst)
        return [word for kind in changed for word in _words(kind)]
    sides = [zichtbaar(verschil.merk), zichtbaar(verschil.tekst)]
    if isinstance(verschil.part, Onderdeel) and verschil.oud and verschil.nieuw:
        beside = [kind.tekst for kind in verschil.kinderen if isinstance(kind.part, Alinea)]
        inner = zichtbaar([stuk for tekst in beside for stuk in tekst])
        sides += [inner] if any(stuk.wijziging for stuk in inner) else []
    return ["".join(map(_stuk, side)) for side in sides if side]


def _stuk(stuk: Woordgroep) -> str:
    text = "".join(map(_woord, stuk.woorden))
    return f"{BEGIN.get(stuk.wijziging, '')}{text}{EIND.get(stuk.wijziging, '')}"


def _woord(woord: Woord) -> str:
    noot = woord.noot
    return f"({noot.merk}: {''.join(map(_stuk, zichtbaar(noot.stukken)))})" if noot else woord.tekst
