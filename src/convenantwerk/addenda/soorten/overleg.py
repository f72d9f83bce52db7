"""`overleg`: what is known of an overleg changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.addenda.addendumwerk import KanNietError
from convenantwerk.addenda.soort import Soort
from convenantwerk.addenda.telwoorden import en
from convenantwerk.addenda.wijzigingstaal import Zin
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.dossier.dossier import Wijziging
from convenantwerk.tekst.boom import Element, plain
from convenantwerk.tekst.overlegfeiten import Overlegfeiten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.addenda.addendumwerk import Werk
    from convenantwerk.addenda.afleider import Afleider
    from convenantwerk.addenda.boom_wijzigen import Delen
    from convenantwerk.addenda.wijzigingstaal import Wijzigingsstap
    from convenantwerk.tekst.verschil import Verschil

_PROTOCOL = {"landelijk": "landelijke", "regionaal": "regionale"}


def voer_uit(werk: Werk, wijziging: Wijziging) -> Delen:
    """Return the text with other facts of an overleg."""
    place = werk.plaats(wijziging.plaats)
    part = place.part
    if not isinstance(part, Element) or part.soort != "overleg":
        raise KanNietError(f"'{place.adres}' is geen overleg", "kies een overleg uit Deel 3")
    feiten = part.feiten or Overlegfeiten()
    changed = replace(
        feiten,
        wijze=wijziging.wijze or feiten.wijze,
        protocol=wijziging.protocol or feiten.protocol,
    )
    return werk.verander(part, [replace(part, feiten=changed)])


def samen(stap: Wijzigingsstap, later: Sequence[Wijzigingsstap]) -> list[Wijzigingsstap]:
    """Return the other overleggen of which the same becomes true."""
    return [o for o in later if o.wijziging.soort == "overleg" and _feiten(o) == _feiten(stap)]


def _feiten(stap: Wijzigingsstap) -> tuple[str | None, str | None]:
    return stap.wijziging.protocol, stap.wijziging.wijze


def zin(stap: Wijzigingsstap, samen: Sequence[Wijzigingsstap]) -> Zin:
    """Say what becomes true of overleggen."""
    wijziging = stap.wijziging
    named = [part for s in (stap, *samen) for part in s.genoemd]
    names = [plain(part.opschrift) for part in named if isinstance(part, Element)]
    wie = f"het overleg {names[0]}" if len(names) == 1 else f"de overleggen {en(names)}"
    sentences = []
    if wijziging.protocol:
        protocol = _PROTOCOL[wijziging.protocol]
        sentences.append(f"Voor {wie} geldt het {protocol} privacyprotocol.")
    if wijziging.wijze:
        wordt = "wordt" if len(names) == 1 else "worden"
        door = "door het samenwerkingsverband"
        sentences.append(f"{eerste_groot(wie)} {wordt} {door} {wijziging.wijze}.")
    return Zin(" ".join(sentences), stap.parts)


def leid_deel_af(af: Afleider, verschil: Verschil) -> None:
    """Derive which facts of an overleg are others."""
    oud, nieuw = verschil.was, verschil.wordt
    if not isinstance(oud, Element) or not isinstance(nieuw, Element):
        return
    if oud.feiten != nieuw.feiten and oud.feiten and nieuw.feiten:
        changed = {
            naam: getattr(nieuw.feiten, naam)
            for naam in ("wijze", "protocol")
            if getattr(oud.feiten, naam) != getattr(nieuw.feiten, naam)
        }
        af.doe(Wijziging("overleg", af.plaats(verschil), **changed), verschil)


SOORT = Soort(
    edities=("met-addenda", "doorlopend"),
    moet=("plaats",),
    mag=("protocol", "wijze"),
    voer_uit=voer_uit,
    zin=zin,
    samen=samen,
    leid_deel_af=leid_deel_af,
)
