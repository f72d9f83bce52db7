"""Whatever a reader gives, a text comes of it that reads back, and no word is lost."""

from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.invoer.rekening import woorden_van
from tests.proeven import steekproef

from convenantwerk.invoer.bewijs import verschil
from convenantwerk.invoer.bouwen import bouw
from convenantwerk.invoer.brok import (
    Alineabrok,
    Beeldbrok,
    Brok,
    Ingelezen,
    Lijnbrok,
    Plek,
    Tabelbrok,
)
from convenantwerk.tekst.boom import Inline, Invulveld, Nadruk, Regeleinde, Tekst, Voetnoot
from convenantwerk.tekst.lezen import lees_tekst
from convenantwerk.tekst.schrijven import schrijf_tekst

if TYPE_CHECKING:
    from convenantwerk.invoer.gebouwd import Als

ZADEN = range(48)
STUKKEN = (
    *("a.", "1.", "1)", "(a)", "5.3", "i.", "A.", "1°.", "-", "–", "•", "[", "]", "*", "**", "_"),
    *("#", "##", "---", "|", "\\", "^", "~", "<br>", "!", "![x](y)", ":::", "::: ondertekenaars"),
    *("[^1]", "Artikel 1", "Artikel 5 bis Duur", "Artikel", "artikel 3", "Hoofdstuk 2", "Deel 1"),
    *("Deel I", "Bijlage A", "§ 2", "1 Doel", "1.1 Doel", "2017", "{#anker}", "{#x", "Inhoud"),
    *("Inhoudsopgave", "Voorwoord", "..... 4", "Aldus vastgesteld", "Ondertekening", "Partijen"),
    *("het doel;", "is samenwerking.", "en:", "of", "[Vervallen]", "[naam]", "Dhr. A. Jansen"),
    *("[Optioneel:] Artikel 2 Duur", "Artikel eerste", "Titel 1", "Afdeling 2", "Boek 3", "a\tb"),
    *("  ", "\u00a0", "\u00ad", "1.5 miljoen", "Bijlage", "Toelichting", "x" * 70),
)
MERKEN = ("", "", "", "", "-", "a.", "1.", "Artikel 3", "1.1", "Stap 1:", "•", "iv.", "(1)")


def _tekst(kans: Random) -> str:
    return " ".join(kans.choice(STUKKEN) for _ in range(kans.randint(1, 3)))


def _inhoud(kans: Random, diep: int = 0) -> tuple[Inline, ...]:
    delen: list[Inline] = []
    for _ in range(kans.randint(1, 4)):
        tekst = Tekst(_tekst(kans))
        soort = kans.choice(("vet", "cursief", "hoog", "laag"))
        keuzes: list[Inline] = [tekst, tekst, tekst, Regeleinde(), Invulveld((tekst,))]
        keuzes.append(Voetnoot(kans.choice(("1", "2", "a b", "")), (Tekst("Zie "), tekst)))
        if diep < 3:
            keuzes += [Nadruk(soort, _inhoud(kans, diep + 1))] * 2  # type: ignore[arg-type]
        delen.append(kans.choice(keuzes))
    return tuple(delen)


def _brok(kans: Random, nummer: int) -> Brok:
    plek = Plek("alinea", nummer)
    worp = kans.random()
    if worp < 0.05:
        return Lijnbrok(plek)
    if worp < 0.1:
        breed, hoog = kans.randint(1, 3), kans.randint(1, 3)
        rijen = tuple(tuple(_inhoud(kans) for _ in range(breed)) for _ in range(hoog))
        return Tabelbrok(rijen, plek, kop=worp < 0.07)
    if worp < 0.12:
        return Beeldbrok(b"x", ".png", kans.choice(("", "wat [x] *y*")), plek)
    return Alineabrok(
        _inhoud(kans),
        plek,
        kans.choice(MERKEN),
        kans.choice((-1, -1, 0, 1, 5)),
        kans.choice((0, 0, 18, 36.0)),
        kans.choice((0, 0, 0, 0, 1, 2, 3, 7)),
        kans.choice((0, 11, 11, 14)),
        midden=worp > 0.9,
    )


@pytest.mark.traag
@steekproef
def test_any_brokken_become_a_text(keuze: slice) -> None:
    """Every file reads back as it is and has no fout; every word and every brok has its place."""
    soorten: tuple[Als, ...] = ("vanzelf", "vanzelf", "deel-1", "addendum", "overleg", "deel-3")
    for zaad in ZADEN[keuze]:
        kans = Random(zaad)  # noqa: S311  # a trial that can be repeated
        brokken = [_brok(kans, nummer) for nummer in range(1, kans.randint(2, 15))]
        gelezen = Ingelezen("proef", tuple(brokken), tuple(woorden_van(brokken)))
        gebouwd = bouw(gelezen, kans.choice(soorten))
        assert verschil(gelezen, gebouwd) == ({}, {}), zaad
        for pad, bestand in gebouwd.bestanden.items():
            again, found = lees_tekst(schrijf_tekst(bestand), pad)
            assert again == bestand, zaad
            assert not [bevinding for bevinding in found if bevinding.ernst == "fout"], zaad
        there = {plaatsing.plek for plaatsing in gebouwd.plaatsingen}
        there |= {weg.plek for weg in gebouwd.weggelaten}
        assert all(brok.plek in there for brok in brokken if [*woorden_van([brok])]), zaad
