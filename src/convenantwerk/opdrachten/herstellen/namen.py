"""Names of partners, written as the register has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.controles.naamlijst import letters_van

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.opdrachten.herstellen.ingreep import Ingreep, Vraag


def herstel_namen(vraag: Vraag) -> Iterator[Ingreep]:
    """Yield names that differ from those of the register in capitals, accents, spaces or hyphens.

    One in which a letter is another may be that of another organisation: a person must look.
    """
    gevonden = {bevinding.onderwerp for bevinding in vraag.bevindingen}
    for deel, treffers in vraag.onderzoek.genoemd:
        for treffer in treffers:
            woorden = deel.tekst[treffer.begin : treffer.einde]
            if " ".join(woorden.split()) not in gevonden:
                continue
            if letters_van(woorden) == letters_van(treffer.naam):
                yield from vraag.ingreep(deel.plaats(treffer.begin), woorden, treffer.naam)
