"""What a new dossier is about, as a file with facts or a user says it."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.diagnostics import NERGENS, Position, has_fout
from convenantwerk.basis.waarde import waarde
from convenantwerk.basis.yaml import bind_text
from convenantwerk.dossier.letters import zonder_letter

if TYPE_CHECKING:
    from convenantwerk.basis.diagnostics import Diagnostic

Modelsoort = Literal[
    "veiligheidshuis", "samenwerkingsovereenkomst", "gemeenschappelijke-regeling", "leeg"
]


@waarde
class Beginfeiten:
    """What a new dossier is about.

    Args:
        naam: the samenwerkingsverband, as its papers call it.
        plaats: where its office is.
        soort: the model it begins with.
        citeertitel: how its text is cited; "" for what its model makes of the name.
        partners: the invented ones of the model, or none: then those of a list can be taken over.
        datum: the day on which it begins; None for today.
    """

    naam: str
    plaats: str
    soort: Modelsoort = "veiligheidshuis"
    citeertitel: str = ""
    partners: Literal["voorbeeld", "geen"] = "voorbeeld"
    datum: date | None = None
    position: Position = field(default=NERGENS, compare=False, repr=False)


def lees_beginfeiten(text: str, path: str) -> tuple[Beginfeiten | None, tuple[Diagnostic, ...]]:
    """Return the facts in a file, None when they cannot be used; and all findings.

    Args:
        text: the YAML.
        path: the file as the user sees it.
    """
    feiten, found = bind_text(Beginfeiten, text, path)
    found += tuple(zonder_letter(text, path))
    return (None if has_fout(found) else feiten), found
