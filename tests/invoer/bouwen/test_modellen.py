"""The texts of the models, shown as three kinds of file, become themselves again."""

from pathlib import Path

import pytest
from tests.invoer.bouwen.getoond import Gezicht, Tonen, zonder_plaatsen
from tests.voorbeelden import ROOT

from boomvergelijking import delen_van, lijnen
from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.invoer.bewijs import verschil
from convenantwerk.invoer.bouwen import bouw
from convenantwerk.tekst.boom import Element
from convenantwerk.tekst.deel import samengesteld
from convenantwerk.tekst.lezen import lees_tekst

MODELLEN = ROOT / "src" / "convenantwerk" / "modellen"
GEZICHTEN: tuple[Gezicht, ...] = ("profielen", "plat", "vet")
NAMEN = sorted(path.name for path in MODELLEN.iterdir() if path.is_dir() and path.name != "leeg")


def _delen(model: Path) -> list[Element]:
    """Return the text of a model as paper carries it."""
    delen = []
    for folder in sorted(model.glob("convenant/*/"), key=lambda f: (f.name != "voorwerk", f.name)):
        teksten = [
            bestand.element
            for path in sorted(folder.glob("*.md"))
            if (bestand := lees_tekst(path.read_text("utf-8"), path.name)[0])
        ]
        if teksten:
            delen.append(samengesteld(folder.name, teksten, NERGENS))
    return [zonder_plaatsen(deel) for deel in delen]


@pytest.mark.parametrize(
    ("naam", "gezicht"),
    [
        # The suite tries each look, and each model, once.
        pytest.param(naam, gezicht, marks=() if at == bij else pytest.mark.proef)
        for at, naam in enumerate(NAMEN)
        for bij, gezicht in enumerate(GEZICHTEN)
    ],
)
def test_a_model_comes_back_as_it_is(naam: str, gezicht: Gezicht) -> None:
    """Every heading, lid, onderdeel and word of it, at its place; and no word is lost."""
    delen = _delen(MODELLEN / naam)
    ingelezen = Tonen(gezicht).ingelezen(delen)
    gebouwd = bouw(ingelezen)
    hand = [lijn.tekst for lijn in lijnen(delen)]
    assert [lijn.tekst for lijn in lijnen(delen_van(gebouwd))] == hand
    assert verschil(ingelezen, gebouwd) == ({}, {})
