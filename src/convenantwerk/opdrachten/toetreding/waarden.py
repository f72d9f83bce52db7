"""What letters about an accession say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen.deelname import Toetredingsverzoek
    from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding
    from convenantwerk.dossier.registers import Besluit, Partner
    from convenantwerk.stukken.brieven.toetredingsbrief import Toetredingswaarden
    from convenantwerk.tekenen.tekeneditie import Tekeneditie
    from convenantwerk.tijd.toetreding import Toetredingsstand


def te_tekenen(
    partner: Partner, verzoek: Aanbieding | Toetredingsverzoek | None, editie: Tekeneditie
) -> tuple[str, ...]:
    """Return what a newcomer signs: what it asked for, else what partners of its soort sign."""
    asked = verzoek.delen if verzoek else ()
    return asked or editie.regels.tekent(partner.soort, editie.met_tekst)


def tekstwaarden(stand: Toetredingsstand, editie: Tekeneditie) -> Toetredingswaarden:
    """Return what every letter about an accession may use."""
    verzoek = stand.aanbieding or stand.verzoek
    gekozen = verzoek.overleggen if verzoek else ()
    return {
        "partner": stand.partner,
        "ondertekenaar": stand.ondertekenaar,
        "verzoek": stand.verzoek,
        "delen": editie.genoemd(te_tekenen(stand.partner, verzoek, editie)),
        "overleggen": editie.overlegnamen(gekozen),
        "zonder_tekst": editie.overlegnamen(o for o in gekozen if o in editie.leeg),
        "ingangsdatum": verzoek.ingangsdatum if verzoek else None,
    }


def instemmingsbesluit(registers: Registers, stand: Toetredingsstand) -> Besluit | None:
    """Return the besluit by which a body agreed, None when it did not yet."""
    if stand.instemming is None:
        return None
    return next((b for b in registers.besluiten if b.sleutel == stand.instemming.besluit), None)
