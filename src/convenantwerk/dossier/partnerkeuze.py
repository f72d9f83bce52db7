"""Which partner is meant by what somebody typed: by its sleutel, or by any of its names."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import shown
from convenantwerk.basis.namen import naamsleutel, naamwoorden
from convenantwerk.dossier.registertabel import PARTNERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Partner

_NOEM = 5  # of those who may be meant; more is no help
_LANG = 200  # longer than any name; to compare takes time that grows with its square


def zoek_partner(root: Path, registers: Registers, asked: str) -> Partner:
    """Return the partner with this sleutel or name.

    Raises:
        ConvenantwerkError: CV912, there is none; CV922, there is more than one.
    """
    found = bekende_partner(root, registers, asked)
    if found is None:
        pad = shown(root / PARTNERS.pad)
        tip = bedoelde_partner(registers, asked) or "'convenant partners' toont wie er zijn"
        raise ConvenantwerkError("CV912", pad=pad, partner=asked, tip=tip)
    return found


def bekende_partner(root: Path, registers: Registers, asked: str) -> Partner | None:
    """Return the partner with this sleutel or name, None when there is none.

    A name is the same in capitals or not, with its accents and points or without.

    Raises:
        ConvenantwerkError: CV922, there is more than one.
    """
    for partner in registers.partners:
        if partner.sleutel == asked:
            return partner
    for gelijk in _GELIJK:
        wanted = gelijk(asked)
        found = [p for p in registers.partners if wanted and wanted in map(gelijk, p.namen)]
        if len(found) == 1:
            return found[0]
        if found:
            pad = shown(root / PARTNERS.pad)
            wie = _opgesomd(found, " en ")
            tip = f"noem de sleutel: {' of '.join(p.sleutel for p in found)}"
            raise ConvenantwerkError("CV922", pad=pad, partner=asked, wie=wie, tip=tip)
    return None


def bedoelde_partner(registers: Registers, asked: str) -> str:
    """Return a tip that names who may be meant, "" when nobody is near."""
    found = gelijkende_partners(registers, asked) or _bijna(registers, asked)
    return f"bedoelt u {_opgesomd(found[:_NOEM], ' of ')}?" if found else ""


def gelijkende_partners(registers: Registers, asked: str) -> list[Partner]:
    """Return the partners of which one name has all words that were typed: "Gouda"."""
    words = set(naamwoorden(asked))
    return [
        partner
        for partner in registers.partners
        if words and any(words <= set(naamwoorden(naam)) for naam in partner.namen)
    ]


def noem_partner(partner: Partner) -> str:
    """Return a partner as one can ask for it, and as people know it."""
    return f"'{partner.sleutel}' ({partner.naam})"


def _bijna(registers: Registers, asked: str) -> list[Partner]:
    """Return the partners with a name that is written nearly so, the nearest first."""
    if len(asked) > _LANG:
        return []
    named = {naamsleutel(naam): p for p in registers.partners for naam in reversed(p.namen)}
    near = get_close_matches(naamsleutel(asked), list(named), n=_NOEM, cutoff=0.75)
    return list(dict.fromkeys(named[naam] for naam in near))


def _opgesomd(partners: Sequence[Partner], voegwoord: str) -> str:
    *first, last = map(noem_partner, partners)
    return voegwoord.join((", ".join(first), last)) if first else last


def _letters(naam: str) -> Iterable[str]:
    return tuple(naamwoorden(naam))


# In how far two names are one, the strictest first: the first that gives somebody counts.
_GELIJK: tuple[Callable[[str], object], ...] = (naamsleutel, _letters)
