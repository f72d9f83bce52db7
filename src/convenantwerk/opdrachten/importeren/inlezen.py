"""A file that a user names, as brokken and as the files of a text."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError, OnleesbaarError
from convenantwerk.basis.files import read_bytes, shown
from convenantwerk.invoer.bouwen import bouw
from convenantwerk.invoer.formaten import FORMATEN

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.invoer.brok import Ingelezen, Wens
    from convenantwerk.invoer.formaten import Formaat
    from convenantwerk.invoer.gebouwd import Als, Gebouwd

_GROOTST = 100_000_000  # bytes; readers have bounds of their own on what those hold
# What many have and no reader can read, with what to do about it.
_OUD = {
    ".doc": "open het in Word of LibreOffice en sla het op als .docx",
    ".rtf": "open het in Word of LibreOffice en sla het op als .docx",
    ".pages": "kies in Pages Archief, Exporteer naar, Word",
    ".wpd": "open het in LibreOffice en sla het op als .docx",
    ".dot": "open het in Word of LibreOffice en sla het op als .docx",
    ".xlsx": "bewaar het als tekst of in een Word-bestand",
    ".zip": "pak het uit en noem het bestand dat erin zit",
}


def lees_in(path: Path, als: Als, wens: Wens) -> tuple[Ingelezen, Gebouwd]:
    """Return a file as it was read, and the files of a text that it makes.

    Args:
        path: the file.
        als: what it is.
        wens: what the user said beforehand about how it is read.

    Raises:
        ConvenantwerkError: CV951, it is no file that can be imported, or holds no text.
        OnleesbaarError: CV001, it cannot be read; or what its reader finds wrong with it.
    """
    formaat, data = _geopend(path)
    ingelezen = formaat.lezer()(data, shown(path), wens)
    gebouwd = bouw(ingelezen, als) if ingelezen.woorden else None
    if gebouwd is None or not gebouwd.bestanden:
        tip = "is het een scan, sla hem dan op als PDF, of maak er met een scanner tekst van"
        raise ConvenantwerkError("CV951", pad=shown(path), reden="er staat geen tekst in", tip=tip)
    return ingelezen, gebouwd


def _geopend(path: Path) -> tuple[Formaat, bytes]:
    """Return the bytes of a file and the format that its name tells."""
    suffix = path.suffix.lower()
    formaat = next((f for f in _te_lezen() if suffix in f.suffixen), None)
    if formaat is None and not path.is_dir():
        raise _geen_formaat(path, suffix)
    data, found = read_bytes(path, _GROOTST + 1)
    if data is None or formaat is None:
        raise OnleesbaarError(found or read_bytes(path)[1])
    if len(data) > _GROOTST:
        reden = f"het is groter dan {_GROOTST // 1_000_000} MB"
        tip = "verklein de plaatjes erin, of verdeel het over meer bestanden"
        raise ConvenantwerkError("CV951", pad=shown(path), reden=reden, tip=tip)
    if not data.strip():
        tip = "kijk of u het goede bestand hebt, en of het helemaal is gekopieerd"
        raise ConvenantwerkError("CV951", pad=shown(path), reden="het is leeg", tip=tip)
    return formaat, data


def _te_lezen() -> list[Formaat]:
    """Return the formats that this program has a reader of."""
    return [f for f in FORMATEN if find_spec(f"convenantwerk.invoer.{f.module}")]


def _geen_formaat(path: Path, suffix: str) -> ConvenantwerkError:
    soorten = ", ".join(suffix for formaat in _te_lezen() for suffix in formaat.suffixen)
    wat = f"een {suffix}-bestand" if suffix else "een bestand zonder achtervoegsel"
    tip = _OUD.get(suffix, f"dit kan worden ingelezen: {soorten}")
    return ConvenantwerkError(
        "CV951", pad=shown(path), reden=f"{wat} wordt niet ingelezen", tip=tip
    )
