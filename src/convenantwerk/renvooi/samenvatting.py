"""The first sheet of a renvooi: what changes, in numbers and by name."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.papier import document as d
from convenantwerk.papier.traversal import anchors_of
from convenantwerk.renvooi.renvooi import eenheden, verhuisde
from convenantwerk.tekst.adressen import houder
from convenantwerk.tekst.boom import Element, plain
from convenantwerk.tekst.citeren import Citaten
from convenantwerk.tekst.deel import deelnaam
from convenantwerk.tekst.schijn import zichtbaar
from convenantwerk.tekst.verschil import opmaak_in, verschillen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from convenantwerk.papier.document import Wijziging
    from convenantwerk.renvooi.renvooi import Eenheid, Registerverschil, Renvooi
    from convenantwerk.tekst.verschil import Lot, Verschil

_LOT = {"ingevoegd": "nieuw", "vervallen": "vervallen", "gewijzigd": "gewijzigd"}
_KOLOMMEN = {
    "ingevoegd": "Nieuw",
    "vervallen": "Vervallen",
    "gewijzigd": "Gewijzigd",
    "vernummerd": "Vernummerd",
    "verplaatst": "Verplaatst",
    "opmaak": "Opmaak",
    "erbij": "Woorden erbij",
    "weg": "Woorden weg",
}
_RECHTS: d.Alignment = "rechts"
_KOLOM = 12  # the share of the width for a column of numbers
_WOORDEN = {"ingevoegd": "erbij", "vervallen": "weg"}
_GEEN = "\u2013"


def maak_samenvatting(renvooi: Renvooi, oud: str, nieuw: str, text: Iterable[d.Block]) -> d.Notice:
    """Return the sheet.

    Args:
        renvooi: what differs.
        oud: what the old edition is called.
        nieuw: what the new one is called.
        text: the marked text, to which the lines of the sheet link.
    """
    intro = (
        f"Dit renvooi vergelijkt de tekst van {renvooi.oud.editie} (hierna: {oud}) "
        f"met de tekst van {renvooi.nieuw.editie} (hierna: {nieuw})."
    )
    blocks: list[d.Block] = [d.Paragraph((d.Run(intro),))]
    groups = [(naam, list(members)) for naam, members in per_hoofdstuk(renvooi)]
    groups = [(naam, members) for naam, members in groups if members]
    if renvooi.is_gelijk:
        blocks.append(d.Paragraph((d.Run("De twee teksten zijn woord voor woord gelijk."),)))
        return d.Notice("Wat er verandert", tuple(blocks))
    blocks += _leeswijzer(renvooi)
    if groups:
        blocks.append(_telling(groups))
        lijst = _Lijst(renvooi, text)
        for naam, members in groups:
            named = [eenheid for eenheid in members if not _is_only_facts(eenheid)]
            if named:
                blocks.append(d.Paragraph((d.Run(naam, bold=True),)))
                blocks.append(d.ItemList("streep", tuple(map(lijst.item, named))))
    blocks += _herkomst(renvooi)
    for register, members_of in groupby(renvooi.registers, key=lambda v: v.register):
        blocks.append(d.Paragraph((d.Run(register.capitalize(), bold=True),)))
        items = tuple(_streep(*_register(verschil)) for verschil in members_of)
        blocks.append(d.ItemList("streep", items))
    return d.Notice("Wat er verandert", tuple(blocks))


def zin_over(renvooi: Renvooi) -> str:
    """Return in one line what changed."""
    counts = Counter(eenheid.verschil.lot for eenheid in eenheden(renvooi.delen))
    parts = [f"{counts[lot]} {naam}" for lot, naam in _GETELD.items() if counts[lot]]
    settings = sum(verschil.register == "instellingen" for verschil in renvooi.registers)
    if settings:
        parts.append(f"{settings} in de instellingen")
    if len(renvooi.registers) > settings:
        parts.append(f"{len(renvooi.registers) - settings} in de registers")
    if renvooi.is_gelijk:
        return "De twee teksten zijn gelijk."
    return f"Verschillen: {', '.join(parts)}."


_GETELD: Mapping[Lot, str] = {
    "ingevoegd": "ingevoegd",
    "vervallen": "vervallen",
    "gewijzigd": "gewijzigd",
    "aangekomen": "verplaatst",
}


def per_hoofdstuk(renvooi: Renvooi) -> Iterator[tuple[str, Iterable[Eenheid]]]:
    """Yield the changes by the hoofdstuk they stand in; what has no number goes under its deel."""
    for deel in renvooi.delen:
        found = list(eenheden([deel]))
        numbered = [kind for kind in deel.kinderen if _is_hoofdstuk(kind)]
        inside = {id(kind): list(eenheden([kind])) for kind in numbered}
        elsewhere = [e.verschil for members in inside.values() for e in members]
        yield _kop(deel), [e for e in found if not any(e.verschil is v for v in elsewhere)]
        for kind in numbered:
            yield _kop(kind), inside[id(kind)]


def _is_hoofdstuk(verschil: Verschil) -> bool:
    part = verschil.part
    return (
        isinstance(part, Element) and part.soort in ("hoofdstuk", "bijlage") and bool(part.nummer)
    )


def _kop(verschil: Verschil) -> str:
    part = verschil.part
    if not isinstance(part, Element):
        return ""
    if part.soort == "hoofdstuk":
        return f"Hoofdstuk {part.nummer} {plain(part.opschrift)}"
    return deelnaam(part)


def _is_only_facts(eenheid: Eenheid) -> bool:
    """Tell whether only what is known of an overleg changed; the registers below say how."""
    verschil = eenheid.verschil
    words = any(stuk.wijziging for stuk in (*verschil.merk, *verschil.tekst))
    is_overleg = isinstance(verschil.part, Element) and verschil.part.soort == "overleg"
    return is_overleg and verschil.lot == "gewijzigd" and not words


def _leeswijzer(renvooi: Renvooi) -> Iterator[d.Block]:
    """Show each mark once, so that a reader knows it on paper without colour too."""
    shown: tuple[tuple[Wijziging, str], ...] = (
        ("ingevoegd", "Zo staat ingevoegde tekst."),
        ("vervallen", "Zo staat vervallen tekst."),
        ("vertrokken", "Zo staat tekst die naar een andere plaats is gegaan."),
        ("aangekomen", "Zo staat tekst die van een andere plaats is gekomen."),
    )
    yield d.Paragraph((d.Run("Een streep in de kantlijn wijst aan waar iets is gewijzigd."),))
    for wijziging, text in shown:
        yield d.Marked(wijziging, (d.Paragraph((d.Run(text),)),))
    if any(verschil.opmaak for verschil in verschillen(renvooi.delen)):
        plain_run = d.Run("Zo staat tekst die gelijk is gebleven en er anders uitziet.")
        yield d.Paragraph((replace(plain_run, wijziging="opmaak", was=plain_run),))


def _telling(groups: list[tuple[str, list[Eenheid]]]) -> d.Table:
    """Return how much changed in each group; kinds of change that do not occur have no column."""
    counts = [sum((_geteld(eenheid) for eenheid in members), Counter()) for _, members in groups]
    total = sum(counts, Counter())
    kolommen = [kolom for kolom in _KOLOMMEN if total[kolom]]
    rows = [
        _rij(naam, [count[kolom] for kolom in kolommen])
        for naam, count in zip(
            [*(naam for naam, _ in groups), "Samen"], [*counts, total], strict=True
        )
    ]
    names = ["Onderdeel", *(_KOLOMMEN[kolom] for kolom in kolommen)]
    head = tuple((d.Run(naam, bold=True),) for naam in names)
    widths = (100 - _KOLOM * len(kolommen), *(_KOLOM for _ in kolommen))
    return d.Table(head, tuple(rows), ("links", *(_RECHTS for _ in kolommen)), widths=widths)


def _rij(naam: str, counts: list[int]) -> tuple[tuple[d.Run, ...], ...]:
    return ((d.Run(naam),), *((d.Run(str(count or _GEEN)),) for count in counts))


def _geteld(eenheid: Eenheid) -> Counter[str]:
    """Count one change under what became of it, and the words that came and went."""
    verschil = eenheid.verschil
    counts: Counter[str] = Counter()
    match verschil.lot:
        case "ingevoegd" | "vervallen" as lot:
            counts[lot] += 1
        case "aangekomen":
            counts["verplaatst"] += 1
        case "gewijzigd" if verschil.alleen_opmaak:
            counts["opmaak"] += 1
        case "gewijzigd" if verschil.vernummerd and not _words(eenheid).total():
            counts["vernummerd"] += 1
        case "gewijzigd":
            counts["gewijzigd"] += 1
    return counts + _words(eenheid)


def _words(eenheid: Eenheid) -> Counter[str]:
    """Count the words that came ("erbij") and went ("weg"), numbers before the text left out."""
    return _own_words(eenheid.verschil) + _words_in(eenheid.verschil, eenheid.blokken)


def _words_in(boven: Verschil, verschillen: Iterable[Verschil]) -> Counter[str]:
    """Count those of what stands in a part; what moved by itself is counted by itself."""
    counts: Counter[str] = Counter()
    for verschil in verschillen:
        if not verhuisde(boven, verschil):
            counts += _own_words(verschil) + _words_in(verschil, verschil.kinderen)
    return counts


def _own_words(verschil: Verschil) -> Counter[str]:
    counts: Counter[str] = Counter()
    for stuk in zichtbaar(verschil.tekst):
        if stuk.wijziging:
            counts[_WOORDEN[stuk.wijziging]] += len(stuk.tekst.split())
    return counts


class _Lijst:
    """The list of changes, each with a link to where it stands."""

    def __init__(self, renvooi: Renvooi, text: Iterable[d.Block]) -> None:
        self.oud = Citaten(renvooi.oud)
        self.nieuw = Citaten(renvooi.nieuw)
        self.anchors = set(anchors_of(text))

    def item(self, eenheid: Eenheid) -> d.Item:
        """Return the line about one change."""
        verschil = eenheid.verschil
        is_old = verschil.lot in ("vervallen", "vertrokken")
        plek = verschil.oud if is_old else verschil.nieuw
        adres = plek.adres if plek else ""
        names = self.oud if is_old else self.nieuw
        naam = names.citeer(adres)
        if isinstance(verschil.part, Element) and verschil.part.nummer:
            naam = f"{naam} {plain(verschil.part.opschrift)}"
        link = self._anchor(adres, "was-" if is_old else "")
        name = d.Run(eerste_groot(naam).rstrip(), link=link)
        return _streep(name, d.Run(f": {self._wat(verschil)}"))

    def _wat(self, verschil: Verschil) -> str:
        oud = self.oud.citeer(verschil.oud.adres) if verschil.oud else ""
        nieuw = self.nieuw.citeer(verschil.nieuw.adres) if verschil.nieuw else ""
        match verschil.lot:
            case "vertrokken":
                return f"verplaatst naar {nieuw}"
            case "aangekomen":
                return f"verplaatst van {oud}"
            case "gewijzigd" if verschil.aanduiding or verschil.vernummerd:
                return _met_opmaak(verschil, f"was {oud}")
            case lot:
                return _met_opmaak(verschil, _LOT[lot])

    def _anchor(self, adres: str, prefix: str) -> str | None:
        """Return the nearest place around an address that a link can lead to."""
        while adres:
            for anchor in (f"{prefix}{adres}", adres):
                if anchor in self.anchors:
                    return anchor
            adres = houder(adres)
        return None


def _met_opmaak(verschil: Verschil, wat: str) -> str:
    """Say also what differs that no word shows, and that this is all, if it is."""
    clauses = "; ".join(opmaak_in(verschil)) if verschil.lot == "gewijzigd" else ""
    if not clauses:
        return wat
    return f"alleen de opmaak: {clauses}" if verschil.alleen_opmaak else f"{wat}; {clauses}"


def _streep(*runs: d.Run) -> d.Item:
    return d.Item("", (d.Paragraph(runs),))


def _herkomst(renvooi: Renvooi) -> Iterator[d.Block]:
    """Say which elements were split or merged."""
    oud, nieuw = Citaten(renvooi.oud), Citaten(renvooi.nieuw)
    items = []
    for herkomst in renvooi.herkomst:
        van, naar = oud.citeer(herkomst.van), nieuw.citeer(herkomst.naar)
        if herkomst.soort == "gesplitst":
            text = f"{eerste_groot(naar)} is afgesplitst van {van}."
        else:
            text = f"{eerste_groot(van)} is samengevoegd met {naar}."
        items.append(_streep(d.Run(text)))
    if items:
        yield d.Paragraph((d.Run("Gesplitst en samengevoegd", bold=True),))
        yield d.ItemList("streep", tuple(items))


def _register(verschil: Registerverschil) -> Iterator[d.Run]:
    yield d.Run(f"{verschil.naam}: {_LOT[verschil.lot]}")
    for number, (veld, was, wordt) in enumerate(verschil.velden):
        named = "" if veld == verschil.naam else f"{veld} "
        yield d.Run(f"{'; ' if number else ', '}{named}")
        if was:
            yield d.Run(was, wijziging="vervallen")
            yield d.Run(" ")
        if wordt:
            yield d.Run(wordt, wijziging="ingevoegd")
