"""What happened, dated: the register from which every stand is worked out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.diagnostics import NERGENS, Position

if TYPE_CHECKING:
    from collections.abc import Mapping

GebeurtenisSoort = Literal[
    "besluit",
    "vaststelling",
    "ondertekening",
    "tegentekening",
    "weigering",
    "verzoek-toetreding",
    "instemming",
    "aanbieding",
    "verzending",
    "toetreding",
    "opzegging",
    "intrekking-opzegging",
    "uittreding",
    "verlenging",
    "vergadering",
    "mandaat-einde",
]
Vorm = Literal["aangetekend", "brief", "e-mail"]
# The papers that are offered for signing.
Tekenstuk = Literal["ondertekeningsblad", "toetredingsverklaring"]
BLAD: Tekenstuk = "ondertekeningsblad"
VERKLARING: Tekenstuk = "toetredingsverklaring"


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One dated fact. Which keys a soort takes stands in SOORTEN and in docs/bronformaat.md.

    Args:
        datum: the day it happened or will happen; of an opzegging the day it was received, for
            receipt decides (BW 3:37 lid 3).
        partner: the sleutel of the partner it is about.
        ondertekenaar: the sleutel of who signed or is asked to, or whose mandate ended.
        delen: what was signed, offered or asked for: folders of the text ("deel-1"), or
            PROTOCOLDELEN.
        versie: the name of the frozen version that was signed or adopted.
        besluit: the sleutel of a besluit in besluiten.yaml.
        ingangsdatum: when a toetreding takes effect, when that is another day.
        overleggen: the overleggen that a partner joins, by the last word of their address.
        stuk: which paper was offered for signing.
        sha256: of the paper that was offered, or of the signed original in the archive.
        uiterlijk: the day by which an offered paper is asked back.
        wijze: whether something was signed with a certificate or with a pen.
        nummer: under which a toetredingsverklaring is bound to the convenant.
        verzonden: the day an opzegging was dispatched.
        vorm: how it was sent.
        kenmerk: track & trace, or a reference.
        geadresseerde: to whom an opzegging was addressed.
        jaar: the calendar year in which the renewed term begins.
        stukken: what a vergadering adopted: "jaarplan 2027".
        plaats: where a vergadering was held.
        opmerking: free text.
    """

    datum: date
    soort: GebeurtenisSoort
    partner: str = ""
    ondertekenaar: str = ""
    delen: tuple[str, ...] = ()
    versie: str = ""
    besluit: str = ""
    ingangsdatum: date | None = None
    overleggen: tuple[str, ...] = ()
    stuk: Tekenstuk | None = None
    sha256: str = ""
    uiterlijk: date | None = None
    wijze: Literal["digitaal", "nat"] | None = None
    nummer: int | None = None
    verzonden: date | None = None
    vorm: Vorm | None = None
    kenmerk: str = ""
    geadresseerde: str = ""
    jaar: int | None = None
    stukken: tuple[str, ...] = ()
    plaats: str = ""
    opmerking: str = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Gebeurtenissen:
    """The file gebeurtenissen.yaml."""

    gebeurtenissen: tuple[Gebeurtenis, ...] = ()


# Of each soort: the keys it must have, and those it may have besides `opmerking`.
SOORTEN: Mapping[GebeurtenisSoort, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "besluit": (("besluit",), ("kenmerk",)),
    "vaststelling": (("versie",), ("besluit",)),
    "ondertekening": (
        ("partner", "ondertekenaar", "delen"),
        ("versie", "kenmerk", "wijze", "sha256"),
    ),
    "tegentekening": (("partner", "ondertekenaar"), ("versie", "kenmerk", "wijze", "sha256")),
    "weigering": (("partner",), ("ondertekenaar", "versie", "kenmerk")),
    "verzoek-toetreding": (("partner",), ("delen", "overleggen", "ingangsdatum", "kenmerk")),
    "instemming": (("partner", "besluit"), ("kenmerk",)),
    "aanbieding": (
        ("partner", "ondertekenaar", "stuk", "versie", "delen", "sha256"),
        ("uiterlijk", "overleggen", "ingangsdatum", "kenmerk"),
    ),
    "verzending": (("partner", "versie", "vorm"), ("geadresseerde", "kenmerk")),
    "toetreding": (
        ("partner",),
        ("ingangsdatum", "besluit", "overleggen", "nummer", "sha256", "kenmerk"),
    ),
    "opzegging": (("partner", "vorm"), ("verzonden", "kenmerk", "geadresseerde")),
    "intrekking-opzegging": (("partner",), ("kenmerk",)),
    "uittreding": (("partner",), ("besluit", "kenmerk")),
    "verlenging": (("jaar",), ("besluit",)),
    "vergadering": ((), ("stukken", "plaats", "besluit")),
    "mandaat-einde": (("ondertekenaar",), ("kenmerk",)),
}

# Which privacyprotocol an overleg uses, and what must be signed for it.
REGIONAAL = "deel-2"
LANDELIJK = "landelijk-privacyprotocol"
PROTOCOLDELEN: Mapping[str, str] = {"regionaal": REGIONAAL, "landelijk": LANDELIJK}
