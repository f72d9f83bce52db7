"""The rules of signing: which soort of partner signs which deel, and what that opens to it."""

from __future__ import annotations

from dataclasses import field

from convenantwerk.basis.diagnostics import NERGENS, Position
from convenantwerk.basis.waarde import waarde
from convenantwerk.dossier.regel import Regel
from convenantwerk.dossier.registers import Partnersoort


@waarde(kw_only=True)
class Tekendeel:
    """A deel of the text that is signed, and by which soorten of partners."""

    deel: str
    door: tuple[Partnersoort, ...]
    position: Position = field(default=NERGENS, compare=False, repr=False)


@waarde(kw_only=True)
class Tekenregel(Regel):
    """Who signs what."""

    delen: tuple[Tekendeel, ...]


@waarde(kw_only=True)
class Meldregel(Regel):
    """Who may do a melding: only a partner that signed this deel."""

    deel: str
