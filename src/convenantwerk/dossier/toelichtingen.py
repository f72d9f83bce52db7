"""Why the text changed, written by people beside the text: convenant/toelichtingen.yaml."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from convenantwerk.basis.als_yaml import as_yaml
from convenantwerk.basis.diagnostics import NERGENS, Position
from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.basis.files import shown
from convenantwerk.basis.tekst import Vrijetekst
from convenantwerk.basis.waarde import waarde
from convenantwerk.basis.yaml import bind_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.basis.lezer import Lezer

TOELICHTINGEN = Path("convenant") / "toelichtingen.yaml"


@waarde
class Toelichting:
    """Why something changed.

    Args:
        toelichting: the reason.
        plaats: the address of the part that changed, in the new edition or the old one.
        vervanging: the words that were replaced throughout, instead of a place.
        van: the edition from which it changed, as the command names it; "" for any.
        naar: the edition in which it changed.
    """

    toelichting: Vrijetekst
    plaats: str = ""
    vervanging: Vrijetekst = ""
    van: str = ""
    naar: str = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)


@waarde
class Toelichtingen:
    """The whole file."""

    toelichtingen: tuple[Toelichting, ...] = ()


def eis_toelichtingen(root: Path, lezer: Lezer) -> tuple[Toelichting, ...]:
    """Return why the text of a dossier changed, as its file tells; nothing when it has none.

    Raises:
        OnleesbaarError: the file cannot be read.
    """
    path = root / TOELICHTINGEN
    if not lezer.is_er(path):
        return ()
    text, found = lezer.text(path)
    bestand, problems = (None, ()) if text is None else bind_text(Toelichtingen, text, shown(path))
    if bestand is None:
        raise OnleesbaarError((*found, *problems))
    return bestand.toelichtingen


def in_te_vullen(rijen: Iterable[tuple[str, str, str]]) -> str:
    """Return the file with rows in which only the toelichting is still empty.

    Args:
        rijen: of each what it is called, its address, and instead of that the words replaced.
    """
    lines = ["toelichtingen:"]
    for naam, plaats, woorden in rijen:
        row = Toelichting("", "" if woorden else plaats, woorden)
        first, *rest = as_yaml(row).splitlines()[::-1]
        lines += [f"  # {naam}", f"  - {first}", *(f"    {line}" for line in rest)]
    return "\n".join(lines) + "\n"
