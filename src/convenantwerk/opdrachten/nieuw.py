"""`convenant nieuw`: a dossier to begin with, made of a model that comes with the engine.

The models lie in `modellen/`, each a whole dossier in which `@@naam@@` and the like stand for what
differs. They say nothing of any real organisation: partners and signatories are invented.
"""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError, OnleesbaarError
from convenantwerk.basis.files import lees_boom, namen_in, read_text, reason, shown
from convenantwerk.basis.stage import write_all
from convenantwerk.basis.werkmap import WERKMAP
from convenantwerk.dossier.begin import lees_beginfeiten
from convenantwerk.dossier.registertabel import ONDERTEKENAARS, PARTNERS
from convenantwerk.tekst.boom import Alinea, Tekst
from convenantwerk.tekst.schrijven import schrijf_fragment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from convenantwerk.dossier.begin import Beginfeiten, Modelsoort


class Model(NamedTuple):
    """A dossier to begin with: what it is, a name it may be given, and how its text is cited."""

    omschrijving: str
    voorbeeld: str
    citeertitel: str


# By the names of their folders.
MODELLEN: Mapping[Modelsoort, Model] = {
    "veiligheidshuis": Model(
        "een convenant met privacyprotocol van een Zorg- en Veiligheidshuis",
        "Zorg- en Veiligheidshuis Voorbeeldland",
        "Convenant {naam}",
    ),
    "samenwerkingsovereenkomst": Model(
        "een overeenkomst voor bepaalde tijd",
        "Samenwerking Voorbeeldland",
        "Samenwerkingsovereenkomst {naam}",
    ),
    "gemeenschappelijke-regeling": Model(
        "een regeling van gemeenten met een centrumgemeente",
        "Sociaal Domein Voorbeeldland",
        "Gemeenschappelijke regeling {naam}",
    ),
    "leeg": Model(
        "een dossier zonder tekst, om zelf te schrijven",
        "Samenwerking Voorbeeldland",
        "Convenant {naam}",
    ),
}
GEWOON: Modelsoort = "veiligheidshuis"  # what one begins with when nobody says
# Where a model names partners and ondertekenaars by their sleutels.
_GENOEMD = re.compile(r"^( *(?:deelnemers|voorzitters):) \[[^]\n]*\]$", re.MULTILINE)
_NEEM_OVER = "# 'convenant partners --uit LIJST' neemt de lijst van uw bureau over.\n"
_JAREN = 4  # how long an agreement for a fixed term lasts in its model


def feiten_uit(path: Path) -> Beginfeiten:
    """Return what a file with facts says of a new dossier.

    Raises:
        OnleesbaarError: it cannot be read, or does not fit; with every finding at its place.
    """
    text, found = read_text(path)
    feiten = None
    if text is not None:
        feiten, found = lees_beginfeiten(text, shown(path))
    if feiten is None:
        raise OnleesbaarError(found)
    return feiten


def nieuw(folder: Path, feiten: Beginfeiten, op: date) -> tuple[str, ...]:
    """Write a new dossier; return its files, by their paths below the folder.

    Args:
        folder: where it comes; it may be there, but must be empty.
        feiten: what the dossier is about.
        op: the day on which it begins when they do not say; its edition is called by the month.

    Raises:
        ConvenantwerkError: CV933, something is there already, or it cannot be written.
    """
    check_leeg(folder)
    waarden = _waarden(feiten, MODELLEN[feiten.soort], feiten.datum or op)
    made = {
        name: _gevuld(_model(path, name, feiten), name, waarden).encode()
        for name, path in lees_boom(_modelmap(feiten.soort)).items()
    }
    schrijf(folder, made)
    return tuple(sorted(made))


def zin_over(feiten: Beginfeiten, gemaakt: Sequence[str], waar: str) -> str:
    """Return what began, of which files, in the folder `waar` as the user knows it."""
    omschrijving = MODELLEN[feiten.soort].omschrijving
    return f"Een nieuw dossier, {omschrijving}: {len(gemaakt)} bestanden in {waar}."


def schrijf(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a new dossier: all of them, or none.

    Raises:
        ConvenantwerkError: CV933, it cannot be written; else as `stage.commit`.
    """
    try:
        write_all(folder, files)
    except ConvenantwerkError as error:
        if error.code != "CV901":
            raise
        raise _kan_niet(folder, error.velden["reden"]) from error  # there is no --uit here


def check_leeg(folder: Path) -> None:
    """Let a dossier begin only where nothing is yet.

    Raises:
        ConvenantwerkError: CV933, something is there already.
    """
    try:
        there = [naam for naam in namen_in(folder) if naam != WERKMAP]
    except FileNotFoundError:
        return
    except OSError as error:
        raise _kan_niet(folder, reason(error)) from error
    if there:
        raise _kan_niet(folder, f"er staat al iets in, zoals '{there[0]}'")


def _kan_niet(folder: Path, reden: str) -> ConvenantwerkError:
    tip = "noem een map die er nog niet is; wat er staat, wordt nooit overschreven"
    return ConvenantwerkError("CV933", map=shown(folder), reden=reden, tip=tip)


def _modelmap(soort: str) -> Path:
    return Path(str(files("convenantwerk"))) / "modellen" / soort


def _gelezen(path: Path) -> str:
    text, found = read_text(path)
    if text is None:
        raise OnleesbaarError(found)
    return text


def _model(path: Path, name: str, feiten: Beginfeiten) -> str:
    """Return a file of a model, with the partners in it or without."""
    text = _gelezen(path)
    if feiten.partners == "voorbeeld":
        return text
    for register in (PARTNERS, ONDERTEKENAARS):
        if name == register.pad.as_posix():
            return f"{_NEEM_OVER}{register.naam}: []\n"
    return _GENOEMD.sub(r"\1 []", text)


def _waarden(feiten: Beginfeiten, model: Model, op: date) -> dict[str, str]:
    """Return what comes in the place of each mark."""
    einde = op.replace(year=op.year + _JAREN, month=12, day=31)
    return {
        "naam": feiten.naam,
        "citeertitel": feiten.citeertitel or model.citeertitel.replace("{naam}", feiten.naam),
        "postadres": f"1000 AA {feiten.plaats}",
        "editie": voluit(op).partition(" ")[2],
        "einde": voluit(einde),
        "tot": einde.isoformat(),
    }


def _gevuld(text: str, name: str, waarden: Mapping[str, str]) -> str:
    """Return a file of a model with values in it, written as its format wants."""
    schrijf = _in_yaml if name.endswith(".yaml") else _in_markdown
    for naam, waarde in waarden.items():
        text = text.replace(f"@@{naam}@@", schrijf(waarde))
    return text


def _in_yaml(waarde: str) -> str:
    return json.dumps(waarde, ensure_ascii=False)


def _in_markdown(waarde: str) -> str:
    return schrijf_fragment([Alinea((Tekst(waarde),))]).strip()
