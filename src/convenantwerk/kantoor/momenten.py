"""What was recorded as pages show it: with its papers, and the way to set it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.kantoor.doeknop import doeknop

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from convenantwerk.kantoor.antwoord import Knop
    from convenantwerk.opdrachten.tijdlijn import Moment

_SOORTEN: Mapping[str, str] = {
    "pdf": "PDF",
    "docx": "Word",
    "html": "webpagina",
    "eml": "e-mail",
    "ics": "agenda",
    "png": "PNG",
    "jpg": "JPEG",
}


def zet_recht(moment: Moment) -> Sequence[Knop]:
    """Return the way to set it right; none of what does not count any more."""
    if moment.correctie is not None:
        return ()
    return tuple(doeknop("Zet recht", "corrigeer", gebeurtenis=moment.aanduiding))


def stukken_bij(root: Path, moment: Moment) -> Sequence[tuple[str, list[tuple[str, str]]]]:
    """Return the papers that the browser may have: how each is called, its formats and paths."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path in moment.stukken:
        pad = path.relative_to(root).as_posix() if path.is_relative_to(root) else ""
        stam, _, soort = pad.rpartition(".")
        tekst_erbij = soort == "md" and stam.startswith("archief/")  # of which the paper was made
        if pad.startswith(("build/", "archief/")) and not tekst_erbij:
            found.setdefault(_stuknaam(stam), []).append((_SOORTEN.get(soort, soort), pad))
    return list(found.items())


def _stuknaam(stam: str) -> str:
    """Return how a paper is called: those in the archive have a hash for a name."""
    if stam.startswith("archief/getekend/"):
        return "Het getekende stuk"
    if stam.startswith("build/pakketten/"):
        return "Het pakket"
    if stam.startswith("build/ondertekening/"):
        return "Het ondertekeningsblad"
    if stam.startswith("archief/"):
        return "Het stuk zoals het is aangeboden"
    return eerste_groot(stam.rsplit("/", 1)[-1].replace("-", " "))
