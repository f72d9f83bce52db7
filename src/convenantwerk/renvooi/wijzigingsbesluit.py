"""The wijzigingsbesluit: what is decided, in the sentences by which a text is amended.

Its form is that of the Aanwijzingen voor de regelgeving, chapter 6: an opschrift that names what is
amended, an aanhef with the ground, one letter for each part that changes, and a closing artikel.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.addenda.aanwijzen import zinsdeel
from convenantwerk.addenda.zinnen import letters_van
from convenantwerk.basis.datum import voluit
from convenantwerk.basis.lidwoorden import eerste_groot, met_lidwoord
from convenantwerk.papier import document as d
from convenantwerk.papier.formaten.tabel import LIJSTFORMATEN
from convenantwerk.stukken.tekst import Composer
from convenantwerk.tekst.adressen import opgebouwd
from convenantwerk.tekst.boom import Element
from convenantwerk.tekst.omgeving import Omgeving

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from convenantwerk.addenda.wijzigingstaal import Zin
    from convenantwerk.dossier.dossier import Dossier, Instellingen
    from convenantwerk.renvooi.kant import Kant
    from convenantwerk.tekst.adressen import Part
    from convenantwerk.tekst.boom import Convenant

NAAM = "wijzigingsbesluit"
ONBEKEND = "[wie over een wijziging beslist]"
_STUURGROEP = "de stuurgroep"
# Who are more than one: "de burgemeesters", "alle partijen", "de manager en de voorzitter".
_VELEN = re.compile(r"(?:de |alle )?\w+(?:en|s)\b|.* en ", re.IGNORECASE)
# A lid that is put in looks as it does in an artikel.
_ARTIKEL = Element("artikel", "", "", (), "ingevoegd", ())


def maak_wijzigingsbesluit(  # noqa: PLR0913  # what a besluit says
    zinnen: Sequence[Zin],
    oud: Convenant,
    nieuw: Kant,
    op: date,
    *,
    instellingen: Instellingen,
    citeertitel: str,
    ingangsdatum: date | None,
) -> d.Document:
    """Return the besluit as a document; what is not known stands in it as an invulveld.

    Args:
        zinnen: what changes.
        oud: the text that is amended.
        nieuw: the edition that comes of it, in which verwijzingen of new text are looked up.
        op: the date the paper carries.
        instellingen: what the convenant is called, and who may change it.
        citeertitel: what the besluit is called in short, "" when it has no such name.
        ingangsdatum: when it takes effect, None when that has yet to be decided.
    """
    titel = besluit_titel(instellingen)
    datum = d.Run(voluit(ingangsdatum)) if ingangsdatum else d.Run("[datum]", placeholder=True)
    slot: tuple[d.Block, ...] = ()
    if citeertitel:
        naam = f"Dit besluit wordt aangehaald als: {citeertitel}."
        slot = (_kop("III", "Citeertitel"), d.Paragraph((d.Run(naam),)))
    blocks: tuple[d.Block, ...] = (
        d.Heading(1, "hoofdstuk", "", (d.Run(titel),), "besluit"),
        *map(_alinea, aanhef(instellingen)),
        _kop("I", "Wijzigingen"),
        _alinea(opening(instellingen)),
        *_zinnen(zinnen, Composer.van(nieuw.dossier, nieuw.convenant)),
        *map(_alinea, filter(None, [over_nummers(zinnen)])),
        _kop("II", "Inwerkingtreding"),
        d.Paragraph((d.Run("Dit besluit treedt in werking op "), datum, d.Run("."))),
        *slot,
        d.SignatureBlock(
            "vaststelling",
            _ondertekenaar(instellingen),
            ("Handtekening", "Naam", "Plaats", "Datum"),
        ),
    )
    return d.Document(
        name=NAAM,
        title=titel,
        publisher=instellingen.samenwerkingsverband,
        edition=f"wijzigt de tekst van {oud.editie}",
        op=op,
        concept=False,
        blocks=blocks,
        zonder=LIJSTFORMATEN | {"html"},
    )


def eigen_instellingen(oud: Dossier, eigen: Dossier) -> Instellingen:
    """Return the settings of an edition with the rules of the dossier in use.

    A version that was adopted earlier may not state them, and it is today's office that decides.
    """
    return replace(oud.instellingen, regels=eigen.instellingen.regels)


def besluit_titel(instellingen: Instellingen) -> str:
    """Return what a besluit that amends a convenant is called: it names the convenant."""
    return f"Besluit tot wijziging van {_convenant(instellingen)}"


def _convenant(instellingen: Instellingen) -> str:
    """Return the name of the convenant: "het Samenwerkingsconvenant Veiligheidshuis …"."""
    titel, verband = instellingen.titel, instellingen.samenwerkingsverband
    return met_lidwoord(titel if verband in titel else f"{titel} {verband}")


def _kort(instellingen: Instellingen) -> str:
    """Return what the convenant is called in a sentence about it: "het convenant"."""
    if "convenant" in instellingen.titel.lower():
        return "het convenant"
    return met_lidwoord(instellingen.titel)


def _kop(nummer: str, opschrift: str) -> d.Heading:
    return d.Heading(2, "artikel", f"Artikel {nummer}", (d.Run(opschrift),), f"besluit-{nummer}")


def aanhef(instellingen: Instellingen) -> Iterator[str]:
    """Yield who decides, and on what ground; the dossier says both, or they are left open."""
    regel = instellingen.regels.wijziging
    velen = regel is not None and _VELEN.match(regel.door)
    wie = ONBEKEND
    if regel is not None:
        wie = eerste_groot(regel.door)
        if regel.door.lower() == _STUURGROEP:
            wie = f"{wie} van {met_lidwoord(instellingen.samenwerkingsverband)}"
    yield f"{wie},"
    if regel is not None and regel.artikel:
        yield f"Gelet op {zinsdeel(regel.artikel)} van {_kort(instellingen)};"
    yield "Besluiten:" if velen else "Besluit:"


def _alinea(tekst: str) -> d.Paragraph:
    """Return a paragraph, in which what is not known shows as an invulveld."""
    if tekst.startswith(ONBEKEND):
        rest = d.Run(tekst.removeprefix(ONBEKEND))
        return d.Paragraph((d.Run(ONBEKEND, placeholder=True), rest))
    return d.Paragraph((d.Run(tekst),))


def opening(instellingen: Instellingen) -> str:
    """Return what opens the changes."""
    return f"{eerste_groot(_convenant(instellingen))} wordt als volgt gewijzigd:"


def over_nummers(zinnen: Sequence[Zin]) -> str:
    """Return which numbers are meant, where titled parts get others; "" where none do."""
    letters = [letter for letter, zin in letters_van(zinnen) if zin.hernummert]
    if not letters or len(zinnen) == 1:
        return ""
    alle = ", ".join(letters[:-1]) + f" en {letters[-1]}" if letters[1:] else letters[0]
    waar = f"onderdeel {alle}" if len(letters) == 1 else f"de onderdelen {alle}"
    return (
        "Elk onderdeel noemt de nummers van de tekst zoals die luidt na de onderdelen ervoor: "
        f"voor {waar} de oude, daarna de nieuwe."
    )


def _ondertekenaar(instellingen: Instellingen) -> tuple[str, ...]:
    regel = instellingen.regels.wijziging
    if regel is None:
        return (f"Namens {ONBEKEND}",)
    if regel.door.lower() == _STUURGROEP:
        return ("Namens de Stuurgroep", "de voorzitter")
    return (f"Namens {regel.door}",)


def _zinnen(zinnen: Sequence[Zin], composer: Composer) -> Iterator[d.Block]:
    items = tuple(
        d.Item(f"{letter}.", tuple(_zin(zin, composer))) for letter, zin in letters_van(zinnen)
    )
    yield d.ItemList("letter", items)


def _zin(zin: Zin, composer: Composer) -> Iterator[d.Block]:
    yield d.Paragraph((d.Run(zin.tekst),))
    if zin.onder:
        items = (
            d.Item(f"{number}.", tuple(_zin(one, composer)))
            for number, one in enumerate(zin.onder, start=1)
        )
        yield d.ItemList("nummer", tuple(items))
    if zin.parts:
        yield d.ItemList("citaat", (d.Item("", tuple(_citaat(zin.parts, composer))),))
    if zin.toelichting:
        yield d.Paragraph((d.Run(f"Toelichting: {zin.toelichting}"),), "redactie")


def _citaat(parts: Sequence[Part], composer: Composer) -> Iterator[d.Block]:
    """Yield text that is put in, as a quotation: its headings are no headings of the besluit."""
    for part in opgebouwd(parts):
        if isinstance(part, Element):
            blocks = composer.element(part, part.anker, 3)
        else:
            blocks = composer.bloks(Omgeving(_ARTIKEL.anker, _ARTIKEL), [part])
        yield from map(_zonder_kop, blocks)


def _zonder_kop(block: d.Block) -> d.Block:
    match block:
        case d.Heading(label=label, runs=runs):
            if label and runs and runs[0] == d.Run(runs[0].text):
                runs = (d.Run(f"{label} {runs[0].text}"), *runs[1:])
            elif label:
                runs = (d.Run(f"{label} " if runs else label), *runs)
            return d.Paragraph(tuple(replace(run, bold=True) for run in runs))
        case d.ItemList():
            items = (
                replace(item, anchor=None, blocks=tuple(map(_zonder_kop, item.blocks)))
                for item in block.items
            )
            return replace(
                block, kind="nummer" if block.kind == "lid" else block.kind, items=tuple(items)
            )
    return block
