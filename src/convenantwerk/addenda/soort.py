"""What a soort of wijziging is: its keys, where it counts, what it does, how it is said."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.waarde import waarde
from convenantwerk.dossier.dossier import Wijziging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from convenantwerk.addenda.addendumwerk import Werk
    from convenantwerk.addenda.afleider import Afleider
    from convenantwerk.addenda.boom_wijzigen import Delen
    from convenantwerk.addenda.wijzigingstaal import Wijzigingsstap, Zin
    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.tekst.verschil import Verschil

# The keys that say where something comes.
WAAR: tuple[Literal["na"], Literal["voor"], Literal["in"]] = ("na", "voor", "in")
_OVERIG = ("soort", "toelichting", "position")  # of these a soort says nothing


def alleen(stap: Wijzigingsstap, later: Sequence[Wijzigingsstap]) -> list[Wijzigingsstap]:
    """Return no steps: a sentence of its own for every wijziging."""
    del stap, later
    return []


@waarde
class Soort:
    """One soort of wijziging.

    Args:
        edities: in which editions it counts. The one binds the papers of an addendum behind the
            text, the other works its changes into it.
        voer_uit: from a text being worked on to the text as it becomes. It raises KanNietError
            or PastNietError when that cannot be.
        zin: what a besluit says of it, and of the steps said with it.
        moet: the keys it must have.
        een_van: keys of which it must have exactly one.
        mag: keys it may have.
        samen: which later steps practice says in one sentence with it.
        leid_deel_af: derives it from what became of one part that is in both texts.
        leid_af: derives it from the whole of both texts, in its `beurt`.
        beurt: 1 for what goes, 2 for what gets another number, 3 for what comes or moves.
    """

    edities: tuple[Editie, ...]
    voer_uit: Callable[[Werk, Wijziging], Delen]
    zin: Callable[[Wijzigingsstap, Sequence[Wijzigingsstap]], Zin]
    moet: tuple[str, ...] = ()
    een_van: tuple[str, ...] = ()
    mag: tuple[str, ...] = ()
    samen: Callable[[Wijzigingsstap, Sequence[Wijzigingsstap]], list[Wijzigingsstap]] = alleen
    leid_deel_af: Callable[[Afleider, Verschil], None] | None = None
    leid_af: Callable[[Afleider], None] | None = None
    beurt: int = 0


def sleutelbezwaren(soort: Soort, wijziging: Wijziging) -> Iterator[Diagnostic]:
    """Yield what is wrong with the keys of a wijziging."""
    given = gegeven(wijziging)
    known = [*soort.moet, *([" of ".join(soort.een_van)] if soort.een_van else []), *soort.mag]
    bezwaren = [f"mist de sleutel '{naam}'" for naam in soort.moet if naam not in given]
    if soort.een_van and len(set(given) & set(soort.een_van)) != 1:
        bezwaren.append(f"moet precies één van {', '.join(soort.een_van)} hebben")
    fits = {*soort.moet, *soort.een_van, *soort.mag}
    bezwaren += [f"heeft niets aan de sleutel '{naam}'" for naam in given if naam not in fits]
    for bezwaar in bezwaren:
        velden = {"soort": wijziging.soort, "bezwaar": bezwaar, "sleutels": ", ".join(known)}
        yield CODES["CV026"].at(wijziging.position, **velden)


def gegeven(wijziging: Wijziging) -> dict[str, str]:
    """Return the keys that a wijziging has, with what they say, in the order of its fields."""
    return {
        spec.name.rstrip("_"): value
        for spec in fields(Wijziging)
        if spec.name not in _OVERIG and (value := getattr(wijziging, spec.name)) != spec.default
    }
