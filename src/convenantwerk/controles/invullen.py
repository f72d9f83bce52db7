"""Filling in invulvelden from convenant.yaml."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.tekst.boom import (
    Alinea,
    Blok,
    Convenant,
    Element,
    Invulveld,
    Nadruk,
    Opsomming,
    Tabel,
    Tekst,
    Voetnoot,
    plain,
)
from convenantwerk.tekst.omgeving import Omgeving, omgevingen, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.dossier.dossier import Invulling
    from convenantwerk.tekst.boom import Inline

# By the text of the invulveld, and the address of the artikel or lid, "" for all of the text.
Invullingen = dict[tuple[str, str], "Invulling"]


def vul_in(convenant: Convenant, invullingen: Iterable[Invulling]) -> Convenant:
    """Return the convenant with each invulveld replaced for which there is an Invulling.

    The value is put in as plain characters, with the emphasis of the place around it; it is
    never read as Markdown.
    """
    values: Invullingen = {}
    for invulling in invullingen:
        values.setdefault((invulling.tekst, invulling.bij), invulling)
    if not values:
        return convenant
    delen = tuple(_element(deel.anker, deel, values) for deel in convenant.delen)
    return replace(convenant, delen=delen)


def check_invullingen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every Invulling fits an invulveld of the text as it is in the sources."""
    fields = {
        key
        for context, inline in omgevingen(onderzoek.ongevuld)
        if isinstance(inline, Invulveld)
        for key in _sleutels(inline, context)
    }
    seen: dict[tuple[str, str], Invulling] = {}
    for invulling in onderzoek.registers.instellingen.invulvelden:
        key = (invulling.tekst, invulling.bij)
        if key in seen:
            velden = {"wat": "invulveld", "naam": invulling.tekst, "eerder": seen[key].position}
            yield CODES["CV009"].at(invulling.position, **velden)
        seen.setdefault(key, invulling)
        if key not in fields:
            waar = f"bij '{invulling.bij}'" if invulling.bij else "in dit convenant"
            yield CODES["CV112"].at(invulling.position, veld=invulling.tekst, waar=waar)


def _sleutels(veld: Invulveld, context: Omgeving) -> list[tuple[str, str]]:
    """Return what an Invulling may be called: that for a lid goes before that for its artikel."""
    tekst = plain(veld.inhoud)
    return [(tekst, bij) for bij in (context.adres, context.element.anker, "")]


def _element(deel: str, element: Element, invullingen: Invullingen) -> Element:
    context = Omgeving(deel, element)
    inhoud = tuple(
        _element(deel, part, invullingen)
        if isinstance(part, Element)
        else _blok(context, part, invullingen)
        for part in element.inhoud
    )
    return replace(
        element,
        vooraf=_inline(context, element.vooraf, invullingen),
        opschrift=_inline(context, element.opschrift, invullingen),
        inhoud=inhoud,
    )


def _blok(context: Omgeving, blok: Blok, invullingen: Invullingen) -> Blok:
    match blok:
        case Alinea():
            return replace(blok, inhoud=_inline(context, blok.inhoud, invullingen))
        case Opsomming():
            return replace(
                blok,
                onderdelen=tuple(
                    replace(
                        onderdeel,
                        inhoud=tuple(
                            _blok(within(context, onderdeel), part, invullingen)
                            for part in onderdeel.inhoud
                        ),
                    )
                    for onderdeel in blok.onderdelen
                ),
            )
        case Tabel():
            cells = [
                tuple(_inline(context, cel, invullingen) for cel in rij)
                for rij in (blok.kop, *blok.rijen)
            ]
            return replace(blok, kop=cells[0], rijen=tuple(cells[1:]))
        case _:
            return blok


def _inline(
    context: Omgeving, inhoud: tuple[Inline, ...], invullingen: Invullingen
) -> tuple[Inline, ...]:
    return tuple(_one(context, inline, invullingen) for inline in inhoud)


def _one(context: Omgeving, inline: Inline, invullingen: Invullingen) -> Inline:
    match inline:
        case Invulveld():
            found = (invullingen.get(key) for key in _sleutels(inline, context))
            return next((Tekst(one.waarde, inline.position) for one in found if one), inline)
        case Nadruk() | Voetnoot():
            return replace(inline, inhoud=_inline(context, inline.inhoud, invullingen))
        case _:
            return inline


CONTROLES = (Controle(check_invullingen, "tekst"),)
