"""The text tree as blocks: what the documents that hold text have in common."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from convenantwerk.basis.beelden import plaat
from convenantwerk.papier import document as d
from convenantwerk.stukken.tekenblokken import signature_blocks
from convenantwerk.tekst import redactie
from convenantwerk.tekst.aanduidingen import STREPEN
from convenantwerk.tekst.adresboek import Adresboek
from convenantwerk.tekst.boom import (
    ZONDER_KOP,
    Alinea,
    Blok,
    Element,
    Figuur,
    Inline,
    Invulveld,
    Nadruk,
    Onderdeel,
    Opsomming,
    Regeleinde,
    Registerplaats,
    Tabel,
    Tekst,
    Verwijzing,
    Voetnoot,
    kopinhoud,
)
from convenantwerk.tekst.omgeving import Omgeving, is_lid, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from convenantwerk.dossier.dossier import Dossier
    from convenantwerk.tekst.boom import Convenant
    from convenantwerk.tekst.overlegfeiten import Overlegfeiten

_KIND: dict[str, d.HeadingKind] = {
    "deel": "deel",
    "boek": "hoofdstuk",
    "hoofdstuk": "hoofdstuk",
    "titel": "paragraaf",
    "afdeling": "paragraaf",
    "bijlage": "hoofdstuk",
    "overleg": "hoofdstuk",
    "paragraaf": "paragraaf",
    "artikel": "artikel",
}
_NADRUK: dict[str, dict[str, Any]] = {
    "vet": {"bold": True},
    "cursief": {"italic": True},
    "hoog": {"hoogte": "hoog"},
    "laag": {"hoogte": "laag"},
}
_NEW_PAGE = ("deel", "boek", "hoofdstuk", "bijlage", "overleg")


class Composer:
    """Turns the text of one convenant, or of one letter, into blocks.

    Args:
        convenant: the text.
        ondertekening: what comes at `::: ondertekenaars`.
        figuren: the bytes of its figures, by the text file and the path written there.
        adresboek: what its verwijzingen lead to; else that of the text, whatever it is called.
    """

    def __init__(
        self,
        convenant: Convenant,
        ondertekening: Iterable[d.SignatureBlock] = (),
        figuren: Mapping[tuple[str, str], bytes] = MappingProxyType({}),
        adresboek: Adresboek | None = None,
    ) -> None:
        self.convenant = convenant
        self.ondertekening = tuple(ondertekening)
        self.figuren = figuren
        self.adresboek = adresboek or Adresboek(convenant)

    @classmethod
    def van(cls, dossier: Dossier, convenant: Convenant) -> Composer:
        """Return the composer of a text of a dossier; all in its register sign."""
        settings = dossier.instellingen
        geen = [(merk.tekst, merk.bij) for merk in settings.geen_verwijzing]
        adresboek = Adresboek(convenant, (settings.titel, settings.citeertitel), geen)
        blocks = signature_blocks(dossier.ondertekenaars)
        return cls(convenant, blocks, dossier.figuren, adresboek)

    def blocks(self) -> tuple[d.Block, ...]:
        """Return the whole text."""
        return tuple(block for deel in self.convenant.delen for block in self._deel(deel))

    def _deel(self, deel: Element) -> Iterator[d.Block]:
        parts = [deel] if deel.niveau else deel.inhoud  # a folder without a heading of its own
        for part in parts:
            if isinstance(part, Element):
                yield from self.element(part, deel.anker, 1)

    def element(self, element: Element, deel: str, level: int) -> Iterator[d.Block]:
        """Yield a titled part, in the deel with that anker; `level` counts from 1."""
        context = Omgeving(deel, element)
        if element.soort not in ZONDER_KOP:
            yield self.heading(context, level)
            level += 1
        yield from remarks(element)
        for part in element.inhoud:
            if isinstance(part, Element):
                yield from self.element(part, deel, level)
            else:
                yield from self.direct(context, [part])

    def direct(self, context: Omgeving, bloks: Iterable[Blok]) -> Iterator[d.Block]:
        """Yield what stands directly in an element; closing lines have a look of their own."""
        slot = context.element.soort == "slot"
        for block in self.bloks(context, bloks):
            if slot and isinstance(block, d.Paragraph):
                yield replace(block, style="slot")
            else:
                yield block

    def heading(self, context: Omgeving, level: int) -> d.Heading:
        """Return the heading of an element; `level` counts from 1."""
        element = context.element
        label, opschrift = kopinhoud(element)
        # Parts whose text is missing do not each take a page of their own.
        new_page = element.soort in _NEW_PAGE and (not element.ontbreekt or element.soort == "deel")
        return d.Heading(
            level=level,
            kind=_KIND[element.soort],
            label=label,
            runs=self.runs(opschrift, context),
            anchor=element.anker,
            new_page=new_page,
        )

    def bloks(self, context: Omgeving, bloks: Iterable[Element | Blok]) -> Iterator[d.Block]:
        """Yield what stands directly in an element or onderdeel."""
        for blok in bloks:
            match blok:
                case Alinea():
                    yield d.Paragraph(self.runs(blok.inhoud, context))
                case Opsomming():
                    items = tuple(self._item(context, part) for part in blok.onderdelen)
                    yield d.ItemList(list_kind(context, blok), items)
                case Tabel():
                    rows = [
                        tuple(self.runs(cel, context) for cel in rij)
                        for rij in (blok.kop, *blok.rijen)
                    ]
                    yield d.Table(rows[0], tuple(rows[1:]), blok.uitlijning)
                case Figuur():
                    yield from self.picture(blok)
                case Registerplaats():
                    yield from self.ondertekening

    def picture(self, figuur: Figuur) -> Iterator[d.Picture]:
        """Yield a figure; one that cannot be read is a fout already, and not there."""
        data = self.figuren.get((figuur.position.path, figuur.pad))
        if data is not None:
            yield d.Picture(PurePosixPath(figuur.pad).name, plaat(data), figuur.alt)

    def _item(self, context: Omgeving, onderdeel: Onderdeel) -> d.Item:
        inner = within(context, onderdeel)
        return d.Item(
            mark=gedrukt_merk(onderdeel),
            blocks=tuple(self.bloks(inner, onderdeel.inhoud)),
            anchor=self.adresboek.adres(context.element, onderdeel),
        )

    def runs(self, inhoud: Iterable[Inline], context: Omgeving) -> tuple[d.Run, ...]:
        """Return inline content as runs."""
        return tuple(run for inline in inhoud for run in self._inline(inline, context))

    def _inline(self, inline: Inline, context: Omgeving) -> tuple[d.Run, ...]:
        match inline:
            case Tekst(tekst):
                return (d.Run(tekst),)
            case Regeleinde():
                return (d.Run("\n"),)
            case Nadruk(soort, inhoud):
                inner = self.runs(inhoud, context)
                return tuple(replace(run, **_NADRUK[soort]) for run in inner)
            case Invulveld(inhoud):
                inner = (d.Run("["), *self.runs(inhoud, context), d.Run("]"))
                return tuple(replace(run, placeholder=True) for run in inner)
            case Verwijzing(tekst):
                return (self.linked(d.Run(tekst), inline, context),)
            case Voetnoot(merk, inhoud):
                anchor = f"noot-{context.element.anker}-{merk}"
                return (d.Run("", note=d.Note(merk, anchor, self.runs(inhoud, context))),)

    def linked(self, run: d.Run, verwijzing: Verwijzing, context: Omgeving) -> d.Run:
        """Return a run as the link that a verwijzing is."""
        if verwijzing.naar.soort == "web":
            return replace(run, web=verwijzing.naar.nummer)
        return replace(run, link=self.target(verwijzing, context))

    def target(self, verwijzing: Verwijzing, context: Omgeving) -> str | None:
        """Return the anchor that a verwijzing leads to, None when that is not certain.

        Nor does "dit artikel" lead anywhere: the reader is there.
        """
        naar = verwijzing.naar
        if "dit" in {naar.nummer, naar.lid} or naar.soort == "volzin":
            return None
        found = self.adresboek.resolve(verwijzing, context)
        return found[0] if len(found) == 1 else None


def list_kind(context: Omgeving, opsomming: Opsomming) -> d.ListKind:
    """Return how a list looks: leden hang in the margin, what stands in a lid does not."""
    first = opsomming.onderdelen[0]
    if (is_lid(context.element, first) and not context.lid) or opsomming.soort == "lid":
        return "lid"
    # A bullet that is printed as it is written stands where the letter of an onderdeel does.
    return "letter" if opsomming.soort == "streep" and gedrukt_merk(first) else opsomming.soort


def gedrukt_merk(onderdeel: Onderdeel) -> str:
    """Return the mark of an item as it is printed, "" for the dash of the house style."""
    return "" if onderdeel.merk in STREPEN else onderdeel.merk


def remarks(element: Element) -> Iterator[d.Paragraph]:
    """Say what is known and what is missing; missing text is never made up."""
    remarks = _feiten(element.feiten)
    if element.ontbreekt:
        remarks.append(redactie.ontbreekt(element.soort))
    if remarks:
        yield d.Paragraph((d.Run(" ".join(remarks)),), "redactie")


def _feiten(feiten: Overlegfeiten | None) -> list[str]:
    if feiten is None:
        return []
    wijze = [redactie.WIJZE[feiten.wijze]] if feiten.wijze else []
    return [*wijze, *([redactie.PROTOCOL[feiten.protocol]] if feiten.protocol else [])]
