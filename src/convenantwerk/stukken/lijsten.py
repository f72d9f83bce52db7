"""The lists of the office: partnerregister, tekenlijst and overlegmatrix.

Each is one Lijst, from which the terminal, the CSV file and the papers are made alike.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.datum import voluit
from convenantwerk.dossier.gebeurtenissen import LANDELIJK
from convenantwerk.tekst.deel import mapnaam_leesbaar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.tijd.deelname import Deelname, Handtekening
    from convenantwerk.tijd.stand import Mandaat, Overleg, Overlegplaatsen, Plaatsing, Stand


_KORT: Mapping[str, str] = {LANDELIJK: "Landelijk protocol"}
# What the cells of the overlegmatrix show; a sign of its own for each, so that grey is enough.
TEKENS: Mapping[Plaatsing, str] = {
    "neemt deel": "ja",
    "handtekening ontbreekt": "! tekenen",
    "ander protocol": "! protocol",
    "nee": "\u2013",
    "onbekend": "?",
}

_NIET = "\u2013"
_LEEG: Mapping[str, str] = {_NIET: ""}
_IN_MATRIX: Mapping[str, str] = {TEKENS["nee"]: "nee", TEKENS["onbekend"]: ""}


class Lijst(NamedTuple):
    """A list: its name, title, what must be known to read it, its columns and its rows.

    `woorden` says what the signs in its cells mean to who reckons with them.
    """

    naam: str
    titel: str
    toelichting: tuple[str, ...]
    kop: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    breedte: tuple[int, ...] = ()
    woorden: Mapping[str, str] = _LEEG

    @property
    def gegevens(self) -> tuple[tuple[str, ...], ...]:
        """Its rows as data: what is not recorded is empty."""
        return tuple(tuple(_woord(cel, self.woorden) for cel in rij) for rij in self.rijen)


def _woord(cel: str, woorden: Mapping[str, str]) -> str:
    parts = {woorden.get(part, part) for part in cel.split("; ")}
    return parts.pop() if len(parts) == 1 and cel.split("; ", maxsplit=1)[0] in woorden else cel


def partnerregister(stand: Stand, *, openbaar: bool = False) -> Lijst:
    """Return who takes part; the public extract leaves out contacts, remarks and signatures."""
    kop = ("Partner", "Soort", "Rechtsvorm", "KvK", "Zetel", "Deelname", "Grond")
    rijen = [
        (
            d_.partner.naam,
            d_.partner.soort,
            d_.partner.rechtsvorm or _NIET,
            d_.partner.kvk or _NIET,
            d_.partner.zetel or _NIET,
            status(d_),
            d_.grond or _NIET,
        )
        for d_ in stand.deelnames
        if not openbaar or d_.status == "deelnemer"
    ]
    toelichting = [f"Stand op {voluit(stand.op)}. {stand.looptijd}", _LEGENDA]
    if openbaar:
        toelichting.append("Uittreksel voor publicatie: zonder namen van personen.")
        return Lijst(
            "partnerregister-openbaar",
            "Partnerregister (openbaar uittreksel)",
            tuple(toelichting),
            kop,
            tuple(rijen),
            (26, 12, 12, 9, 11, 14, 16),
        )
    contact = [(d_.partner.contact or _NIET, d_.partner.fg or _NIET) for d_ in stand.deelnames]
    return Lijst(
        "partnerregister",
        "Partnerregister",
        tuple(toelichting),
        (*kop, "Contact", "FG"),
        tuple((*rij, *meer) for rij, meer in zip(rijen, contact, strict=True)),
        (22, 10, 10, 8, 9, 12, 13, 9, 7),
    )


def tekenlijst(stand: Stand) -> Lijst:
    """Return who signs for each partner, on which ground, and what was signed."""
    rijen = []
    melding = stand.regels.melding
    toelichting = []
    if melding:
        wie = f"wie {_deel(melding.deel)} heeft getekend"
        toelichting = [f"Een melding kan alleen doen {wie}{melding.volgens}."]
    van_partner: defaultdict[str, list[Mandaat]] = defaultdict(list)
    for mandaat in stand.mandaten:
        van_partner[mandaat.ondertekenaar.partner].append(mandaat)
    for deelname in stand.deelnames:
        if deelname.status == "uitgetreden":
            continue
        mandaten = van_partner[deelname.partner.sleutel]
        wie = "; ".join(f"{m.ondertekenaar.titel} {m.ondertekenaar.naam}".strip() for m in mandaten)
        functie = "; ".join(m.ondertekenaar.functie for m in mandaten)
        grond = "; ".join(m.ondertekenaar.grond or _NIET for m in mandaten)
        geldig = "; ".join(_geldig(m) for m in mandaten)
        rijen.append(
            (
                deelname.partner.naam,
                wie or "geen ondertekenaar",
                functie or _NIET,
                grond or _NIET,
                geldig or _NIET,
                *(_getekend(deelname, deel) for deel in stand.delen),
                *(["ja" if deelname.mag_melden(melding) else "nee"] if melding else []),
            )
        )
    return Lijst(
        "tekenlijst",
        "Tekenlijst",
        (
            f"Stand op {voluit(stand.op)}. {stand.looptijd}",
            _LEGENDA,
            *toelichting,
        ),
        (
            "Partner",
            "Ondertekenaar",
            "Functie",
            "Grond",
            "Bevoegd",
            *map(_deel, stand.delen),
            *(["Melding"] if melding else []),
        ),
        tuple(rijen),
        (19, 14, 15, 9, 8, *(10 for _ in stand.delen), *([6] if melding else [])),
    )


def _deel(deel: str) -> str:
    """Return how a column calls a deel: "Deel 1"."""
    return _KORT.get(deel) or mapnaam_leesbaar(deel)


def overlegmatrix(
    stand: Stand, overleggen: Sequence[Overleg], plaatsen: Sequence[Overlegplaatsen]
) -> Lijst:
    """Return partners against overleggen, with what is missing."""
    zonder = [o.titel for o in overleggen if not o.feiten.deelnemers]
    toelichting = [
        f"Stand op {voluit(stand.op)}.",
        "ja: neemt deel en tekende het juiste protocol. ! tekenen: neemt deel, maar de "
        "handtekening onder het protocol ontbreekt. ! protocol: tekende een ander protocol dan dit "
        "overleg gebruikt. \u2013: neemt niet deel. ?: niet vastgelegd.",
    ]
    if zonder:
        toelichting.append(
            f"Van deze overleggen is niet vastgelegd wie deelneemt: {', '.join(zonder)}."
        )
    protocollen = ("Protocol", *(o.feiten.protocol or "niet vastgelegd" for o in overleggen))
    rijen = [
        (rij.deelname.partner.naam, *(TEKENS[plaats] for _, plaats in rij.plaatsen))
        for rij in plaatsen
    ]
    share = 76 // max(1, len(overleggen))
    return Lijst(
        "overlegmatrix",
        "Overlegmatrix",
        tuple(toelichting),
        ("Partner", *(o.titel for o in overleggen)),
        (protocollen, *rijen),
        (24, *(share for _ in overleggen)),
        _IN_MATRIX,
    )


def status(deelname: Deelname) -> str:
    """Return where a partner stands in a few words: "deelnemer, opgezegd per 1 januari 2028"."""
    if deelname.status == "deelnemer" and deelname.einde:
        ligt = "; intrekking wacht op instemming" if deelname.intrekking else ""
        return f"deelnemer, opgezegd per {voluit(deelname.einde)}{ligt}"
    if deelname.status == "deelnemer" and deelname.opzegging:
        return f"deelnemer, zegde op op {voluit(deelname.opzegging.datum)}"
    if deelname.status == "uitgetreden" and deelname.tot:
        return f"uitgetreden per {voluit(deelname.tot)}"
    if deelname.sinds and deelname.status == "deelnemer":
        return f"deelnemer sinds {voluit(deelname.sinds)}"
    if deelname.vanaf and deelname.status == "kandidaat":
        return f"treedt toe per {voluit(deelname.vanaf)}"
    return deelname.status


_LEGENDA = "\u2013: niet vastgelegd."


def _geldig(mandaat: Mandaat) -> str:
    if not mandaat.geldig:
        return "nee"
    return f"tot en met {voluit(mandaat.tot)}" if mandaat.tot else "ja"


def _getekend(deelname: Deelname, deel: str) -> str:
    found: Handtekening | None = next((h for h in deelname.handtekeningen if h.deel == deel), None)
    if found is None:
        return "nee"
    if not found.bevoegd:
        return f"onbevoegd ({voluit(found.datum)})"
    editie = f", versie {found.versie}" if found.versie else ""
    return f"{voluit(found.datum)}{editie}"
