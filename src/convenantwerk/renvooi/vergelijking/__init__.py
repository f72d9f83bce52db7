"""What differs between two editions: parts paired first, then the words within them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.renvooi.renvooi import Renvooi
from convenantwerk.renvooi.vergelijking.herkomst import find_herkomst
from convenantwerk.renvooi.vergelijking.knopen import Bladen, knopen
from convenantwerk.renvooi.vergelijking.koppelen import koppel
from convenantwerk.renvooi.vergelijking.samenvoegen import samengevoegd

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.renvooi.renvooi import Registerverschil
    from convenantwerk.tekst.boom import Convenant


def vergelijk(
    oud: Convenant,
    nieuw: Convenant,
    *,
    figuren: tuple[Mapping[tuple[str, str], bytes], Mapping[tuple[str, str], bytes]] = ({}, {}),
    registers: tuple[Registerverschil, ...] = (),
) -> Renvooi:
    """Compare two editions of a text.

    Parts are paired by what they hold, by their anker and number, then by likeness; so a part
    that moved or got another number is named as such. Within a pair the words are compared;
    punctuation, numbers and emphasis count, the wrapping of lines in a source file does not.

    Args:
        oud: the one edition.
        nieuw: the other.
        figuren: the bytes of the figures of either, as in `Dossier.figuren`.
        registers: what differs between their registers; it is passed on.
    """
    bladen = Bladen()
    left = knopen(oud.delen, bladen, figuren[0])
    right = knopen(nieuw.delen, bladen, figuren[1])
    koppel(left, right)
    delen = samengevoegd(left, right)
    return Renvooi(oud, nieuw, delen, find_herkomst(left, right), registers)
