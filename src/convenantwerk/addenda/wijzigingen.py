"""The wijzigingen of an addendum applied to a text: in order, and all of them or none.

Each works on the text as the earlier ones left it; what one has written, a later one of the same
addendum may not write again.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.addenda.addendumwerk import KanNietError, Werk
from convenantwerk.addenda.boom_wijzigen import (
    Delen,
    PastNietError,
    ingepast,
    niveau_in,
    op_niveau,
    verander,
)
from convenantwerk.addenda.tekst_vervangen import vervang_begrip, vervang_tekst
from convenantwerk.basis.codes import CODES
from convenantwerk.tekst.aanduidingen import soort_van
from convenantwerk.tekst.adressen import in_part, with_ankers
from convenantwerk.tekst.boom import (
    Element,
    Onderdeel,
    Overlegfeiten,
    Tekst,
    Voetnoot,
    inline_van,
    plain,
    titel,
)
from convenantwerk.tekst.inhoud_wijzigen import Inhoud, vervang, zoek

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Addendum, Wijziging, WijzigingSoort
    from convenantwerk.tekst.adressen import Part, Plaats

_WAAR = ("na", "voor", "in")
# For each soort the keys it must have, those of which it must have exactly one, and those it may.
_SLEUTELS: dict[WijzigingSoort, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "invoegen": (("tekst",), _WAAR, ()),
    "vervangen": (("plaats", "tekst"), (), ()),
    "vervangen-tekst": (("oud",), (), ("plaats", "nieuw", "overal")),
    "vervallen": (("plaats",), (), ()),
    "vernummeren": (("plaats", "nieuw"), (), ()),
    "hernoemen": ((), ("nieuw", "tekst"), ("plaats", "oud")),
    "verplaatsen": (("plaats",), _WAAR, ()),
    "aanhechten": (("tekst",), ("na", "in"), ()),
    "overleg": (("plaats",), (), ("protocol", "wijze")),
}
_ALLE = ("plaats", *_WAAR, "tekst", "oud", "nieuw", "overal", "protocol", "wijze")
_NUMMER = re.compile(r"\d+[a-z]{0,2}(?:\.\d+[a-z]{0,2})*|[IVX]+|[A-Z]")


def pas_toe(
    delen: Delen, addendum: Addendum, soorten: Collection[str]
) -> tuple[Delen, list[Diagnostic]]:
    """Apply an addendum.

    Args:
        delen: the text it changes.
        addendum: its wijzigingen and their texts.
        soorten: which kinds of wijziging count in this edition; others are passed over.

    Returns:
        The changed text and no findings; or the text as it was, and why it cannot be changed.
    """
    werk = Werk(delen, addendum.teksten)
    problems: list[Diagnostic] = []
    for wijziging in addendum.gegevens.wijzigingen:
        bezwaren = list(_sleutelbezwaren(wijziging))
        problems += bezwaren
        if bezwaren or wijziging.soort not in soorten:
            continue
        if wijziging.tekst and wijziging.tekst not in addendum.teksten:
            continue  # its text could not be read, and the reader has said so
        try:
            voer_uit(werk, wijziging)
        except KanNietError as why:
            problems.append(CODES["CV015"].at(wijziging.position, reden=why.reden, tip=why.tip))
        except PastNietError as why:
            tip = "kies een andere plaats, of een ander soort wijziging"
            problems.append(CODES["CV015"].at(wijziging.position, reden=str(why), tip=tip))
    problems += _dubbele_noten(werk.delen, delen, addendum)
    return (delen, problems) if problems else (werk.delen, [])


def voer_uit(werk: Werk, wijziging: Wijziging) -> None:
    """Carry out one wijziging.

    Raises:
        KanNietError: it cannot be carried out.
        PastNietError: what would come out is no text.
    """
    werk.delen = with_ankers(_DOE[wijziging.soort](werk, wijziging))


def _sleutelbezwaren(wijziging: Wijziging) -> Iterator[Diagnostic]:
    """Yield what is wrong with the keys of a wijziging."""
    moet, een_van, mag = _SLEUTELS[wijziging.soort]
    given = {naam for naam in _ALLE if _gegeven(wijziging, naam)}
    known = ", ".join([*moet, *([" of ".join(een_van)] if een_van else []), *mag])
    bezwaren = [f"mist de sleutel '{naam}'" for naam in moet if naam not in given]
    if een_van and len(given & set(een_van)) != 1:
        bezwaren.append(f"moet precies één van {', '.join(een_van)} hebben")
    extra = given - {*moet, *een_van, *mag}
    bezwaren += [f"heeft niets aan de sleutel '{naam}'" for naam in _ALLE if naam in extra]
    for bezwaar in bezwaren:
        velden = {"soort": wijziging.soort, "bezwaar": bezwaar, "sleutels": known}
        yield CODES["CV026"].at(wijziging.position, **velden)


def _gegeven(wijziging: Wijziging, naam: str) -> bool:
    value = getattr(wijziging, "in_" if naam == "in" else naam)
    return value == "ja" if naam == "overal" else bool(value)


# --- what each soort does ------------------------------------------------------------------


def _invoegen(werk: Werk, wijziging: Wijziging) -> Delen:
    place, waar = _doel(werk, wijziging)
    parts = werk.tekst(wijziging, _niveau(place, waar))
    return _zet(werk.delen, place.part, waar, parts)


def _doel(werk: Werk, wijziging: Wijziging) -> tuple[Plaats, str]:
    """Return the part that something comes beside or in, and which of these."""
    waar = next(naam for naam in _WAAR if _gegeven(wijziging, naam))
    adres = getattr(wijziging, "in_" if waar == "in" else waar)
    return werk.plaats(adres), waar


def _niveau(place: Plaats, waar: str) -> int:
    part = place.part
    if waar == "in" and isinstance(part, Element | Onderdeel):
        return niveau_in(part)
    return part.niveau if isinstance(part, Element) else 2


def _zet(delen: Delen, part: Part, waar: str, parts: list[Part]) -> Delen:
    if waar == "na":
        return verander(delen, part, lambda old: [old, *parts])
    if waar == "voor":
        return verander(delen, part, lambda old: [*parts, old])
    if not isinstance(part, Element | Onderdeel):
        raise PastNietError("in een alinea, tabel of figuur kan niets worden ingevoegd")
    return verander(delen, part, lambda _: [ingepast(part, parts)])


def _vervangen(werk: Werk, wijziging: Wijziging) -> Delen:
    place = werk.plaats(wijziging.plaats)
    werk.mag(place, ook_geraakt=True)
    parts = werk.tekst(wijziging, _niveau(place, "na"))
    return werk.verander(place.part, lambda _: parts)


def _vervallen(werk: Werk, wijziging: Wijziging) -> Delen:
    place = werk.plaats(wijziging.plaats)
    werk.mag(place, ook_geraakt=True)
    return werk.verander(place.part, lambda _: [])


def _vernummeren(werk: Werk, wijziging: Wijziging) -> Delen:
    """Give one part another number, or several at once: then numbers may change hands."""
    places = [werk.plaats(adres.strip()) for adres in wijziging.plaats.split(",")]
    nummers = [nummer.strip() for nummer in wijziging.nieuw.split(",")]
    if len(places) != len(nummers):
        raise KanNietError(
            f"er zijn {len(places)} plaatsen en {len(nummers)} nummers",
            "noem evenveel nummers als plaatsen, met komma's ertussen",
        )
    delen = werk.delen
    for place, nummer in sorted(zip(places, nummers, strict=True), key=_diepte):
        werk.mag(place)
        other = _genummerd(place, nummer)
        delen = verander(delen, place.part, lambda _, other=other: [other])  # type: ignore[misc]
    return delen


def _diepte(pair: tuple[Plaats, str]) -> int:
    """Return what to sort by to change a part before those in it, which then still are there."""
    part = pair[0].part
    return -sum(1 for _ in in_part(part))


def _genummerd(place: Plaats, nieuw: str) -> Part:
    part = place.part
    tip = "schrijf een nummer als 8 of 8a, of een letter als b"
    if isinstance(part, Element) and part.nummer:
        if not _NUMMER.fullmatch(nieuw):
            raise KanNietError(f"'{nieuw}' is geen nummer", tip)
        before, _, after = part.aanduiding.rpartition(part.nummer)
        return replace(part, nummer=nieuw, aanduiding=f"{before}{nieuw}{after}")
    if isinstance(part, Onderdeel) and part.merk not in ("-", "*", "+"):
        other = replace(part, merk=nieuw + part.merk[len(part.merk.rstrip("°.)")) :])
        try:
            soort_van(other.merk)
        except ValueError:
            raise KanNietError(f"'{nieuw}' is geen nummer of letter", tip) from None
        return other
    raise KanNietError(f"'{place.adres}' heeft geen nummer", "kies een artikel of een lid")


def _hernoemen(werk: Werk, wijziging: Wijziging) -> Delen:
    if not wijziging.plaats:
        if not wijziging.oud:
            raise KanNietError("er staat niet wat een andere naam krijgt", "noem 'plaats' of 'oud'")
        return vervang_begrip(werk, wijziging.oud, wijziging.nieuw)
    place = werk.plaats(wijziging.plaats)
    werk.mag(place)
    part = place.part
    if not isinstance(part, Element):
        raise KanNietError(f"'{place.adres}' heeft geen opschrift", "gebruik 'vervangen-tekst'")
    opschrift: Inhoud = (Tekst(wijziging.nieuw),)
    if wijziging.tekst:
        opschrift = _opschrift(werk.teksten[wijziging.tekst])
    if wijziging.oud:
        at = zoek(part.opschrift, wijziging.oud)
        if len(at) != 1:
            times = "niet" if not at else f"{len(at)} keer"
            raise KanNietError(
                f"“{wijziging.oud}” staat {times} in het opschrift “{plain(part.opschrift)}”",
                "neem de woorden over zoals ze er staan",
            )
        opschrift = vervang(part.opschrift, at[0], wijziging.oud, wijziging.nieuw, titel=True)
    return werk.verander(part, lambda _: [replace(part, opschrift=opschrift)])


def _opschrift(parts: Sequence[Part]) -> Inhoud:
    """Return the title that a text consists of."""
    match parts:
        case [Element(opschrift=opschrift, inhoud=())]:
            return opschrift
    raise KanNietError("de tekst is niet één kop en verder niets", "schrijf alleen '# opschrift'")


def _verplaatsen(werk: Werk, wijziging: Wijziging) -> Delen:
    place = werk.plaats(wijziging.plaats)
    werk.mag(place)
    doel, waar = _doel(werk, wijziging)
    part = place.part
    if any(doel.part is inner for inner in in_part(part)):
        raise KanNietError(
            f"'{place.adres}' kan niet naar een plaats in zichzelf", "kies een andere plaats"
        )
    moved = replace(part)
    delen = _zet(werk.delen, doel.part, waar, op_niveau([moved], _niveau(doel, waar)))
    return verander(delen, part, lambda _: [])


def _overleg(werk: Werk, wijziging: Wijziging) -> Delen:
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
    return werk.verander(part, lambda _: [replace(part, feiten=changed)])


_DOE: dict[WijzigingSoort, Callable[[Werk, Wijziging], Delen]] = {
    "invoegen": _invoegen,
    "vervangen": _vervangen,
    "vervangen-tekst": vervang_tekst,
    "vervallen": _vervallen,
    "vernummeren": _vernummeren,
    "hernoemen": _hernoemen,
    "verplaatsen": _verplaatsen,
    "aanhechten": _invoegen,
    "overleg": _overleg,
}


# --- notes ---------------------------------------------------------------------------------


def _dubbele_noten(delen: Delen, begin: Delen, addendum: Addendum) -> Iterator[Diagnostic]:
    """Yield the notes whose mark another note of the same file has, only since this addendum."""
    earlier = {(bestand.anker, merk) for bestand, merk in _dubbel(begin)}
    for bestand, merk in _dubbel(delen):
        if (bestand.anker, merk) not in earlier:
            velden = {"merk": merk, "titel": titel(bestand), "naam": addendum.naam}
            yield CODES["CV029"].at(addendum.gegevens.position, **velden)


def _dubbel(delen: Delen) -> Iterator[tuple[Element, str]]:
    bestanden = (part for deel in delen for part in deel.inhoud if isinstance(part, Element))
    for bestand in bestanden:
        merken = Counter(i.merk for i in inline_van([bestand]) if isinstance(i, Voetnoot))
        yield from ((bestand, merk) for merk, count in merken.items() if count > 1)
