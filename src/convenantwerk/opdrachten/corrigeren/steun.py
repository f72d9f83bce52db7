"""What rests on a gebeurtenis, and so must be annulled before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.dossier.gebeurtenissen import VERKLARING, Partnergebeurtenis, van_partner
from convenantwerk.dossier.gebeurtenissen.deelname import (
    Intrekking,
    Intrekkingsinstemming,
    Opzegbevestiging,
    Opzegging,
    Opzegregeling,
    Toetreding,
    Toetredingsinstemming,
    Toetredingsverzoek,
    Uittreding,
)
from convenantwerk.dossier.gebeurtenissen.tekenen import (
    Aanbieding,
    Herinnering,
    Ondertekening,
    Tegentekening,
    Tekening,
)
from convenantwerk.tijd.stand import op_datum

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis


class _Steun(NamedTuple):
    """What of the same partner rests on a soort when it comes later, and where that ends."""

    rust: tuple[type[Partnergebeurtenis], ...]
    tot: tuple[type[Partnergebeurtenis], ...]


_STAPPEN = (Toetredingsinstemming, Aanbieding, Tegentekening, Toetreding)
# A soort that is not here carries nothing of itself; what the controles object to is found anyhow.
_STEUN: Mapping[type[Gebeurtenis], _Steun] = {
    Intrekking: _Steun((Intrekkingsinstemming,), (Intrekking, Opzegging)),
    Opzegging: _Steun(
        (Opzegbevestiging, Intrekking, Intrekkingsinstemming, Opzegregeling, Uittreding),
        (Opzegging, Toetredingsverzoek),
    ),
    Toetredingsverzoek: _Steun((*_STAPPEN, Ondertekening), (Toetredingsverzoek,)),
    Toetredingsinstemming: _Steun(_STAPPEN[1:], (Toetredingsverzoek,)),
    Aanbieding: _Steun((Herinnering, Tekening, Toetreding), (Toetredingsverzoek,)),
    Ondertekening: _Steun((Toetreding,), (Toetredingsverzoek,)),
    Tegentekening: _Steun((Toetreding,), (Toetredingsverzoek,)),
    Toetreding: _Steun((Opzegging, Intrekking, Uittreding, Ondertekening), (Toetredingsverzoek,)),
}


def rust_op(registers: Registers, gebeurtenis: Gebeurtenis) -> list[Partnergebeurtenis]:
    """Return what rests on a gebeurtenis that counts, in order of date."""
    steun = _STEUN.get(type(gebeurtenis))
    if steun is None or not isinstance(gebeurtenis, Partnergebeurtenis):
        return []
    own = op_datum(van_partner(registers.gebeurtenissen, gebeurtenis.partner))
    here = next(n for n, g in enumerate(own) if g is gebeurtenis)
    found = []
    for g in own[here + 1 :]:
        if isinstance(g, steun.tot) or _vervangt(g, gebeurtenis):
            break
        if isinstance(g, steun.rust) and _zelfde_stuk(g, gebeurtenis):
            found.append(g)
    return found


def _vervangt(later: Gebeurtenis, eerder: Gebeurtenis) -> bool:
    """Tell whether a paper was offered anew: what comes after rests on the later offer."""
    return (
        isinstance(later, Aanbieding)
        and isinstance(eerder, Aanbieding)
        and (later.stuk, later.versie, later.ondertekenaar)
        == (eerder.stuk, eerder.versie, eerder.ondertekenaar)
    )


def _zelfde_stuk(later: Gebeurtenis, eerder: Gebeurtenis) -> bool:
    """Tell whether both are about one paper, as far as that matters to what comes later."""
    if isinstance(later, Aanbieding):
        return later.stuk == VERKLARING
    if not isinstance(eerder, Aanbieding):
        return True
    if isinstance(later, Herinnering):
        return later.gaat_over(eerder)
    # Who recorded a signature by hand may not have named the version.
    versie = not isinstance(later, Tekening) or later.versie in ("", eerder.versie)
    if eerder.stuk == VERKLARING:
        return versie
    return (
        versie and isinstance(later, Ondertekening) and later.ondertekenaar == eerder.ondertekenaar
    )
