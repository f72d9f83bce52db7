"""Changing a titled part where it stands in its source: what follows at once, then the saving."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.exceptions import HTTPException

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.files import shown
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.kantoor.antwoord import Blad, Deelblad, Knop, Uitslag, Verder
from convenantwerk.kantoor.leestekst.merken import merken
from convenantwerk.kantoor.leestekst.weergave import Weergave, naam_van, weergave
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.opdrachten.tekst_bewerken import (
    leg_tekst_vast,
    met_tekst,
    stel_tekst_voor,
    wijkt_af,
    zoek_tekstbestand,
    zoek_tekststuk,
)
from convenantwerk.tekst.bronstuk import gewone_regels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.kantoor.antwoord import Antwoord, Vraag
    from convenantwerk.kantoor.leestekst.weergave import Rij
    from convenantwerk.opdrachten.tekst_bewerken import Tekststuk, Tekstvoorstel
    from convenantwerk.papier.document import Block
    from convenantwerk.tekst.boom import Element

_BREEDTE = 80  # characters on a line of the field, about
_AFLEIDEN = "addendum-afleiden"


@dataclass(frozen=True, slots=True)
class Bewerkstuk:
    """What is being changed: a part of the text, or a file that cannot be read as it is.

    Args:
        beeld: the text that it is seen in.
        naam: what it is called.
        adres: where it is read.
        weg: where it is changed.
        bron: what stands in the source.
        element: the part as it reads, None for a file.
    """

    beeld: Weergave
    naam: str
    adres: str
    weg: str
    bron: Tekststuk
    element: Element | None = None

    def wijkt_af(self) -> bool:
        """Tell whether an addendum has changed it, so that it reads otherwise."""
        beeld = self.beeld
        return self.element is not None and wijkt_af(
            beeld.geopend, self.bron, self.element, beeld.gevraagd, beeld.op
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijzigingsbeeld:
    """What an edit would do, as it is shown; by itself nothing.

    Args:
        is_gelijk: nothing would change.
        merken: the part with what came and went in it.
        rijen: the part as it would read.
        gekomen: the findings that would be new.
        verdwenen: those that would be gone.
    """

    is_gelijk: bool = True
    merken: tuple[Block, ...] = ()
    rijen: Sequence[Rij] = ()
    gekomen: Sequence[Diagnostic] = ()
    verdwenen: Sequence[Diagnostic] = ()


@dataclass(frozen=True, slots=True)
class Botsing:
    """Two who changed the same part: what it was, and what each made of it."""

    was: str
    hun: str
    hun_merken: tuple[Block, ...]
    mijn_merken: tuple[Block, ...]


def vraag_naar(vraag: Vraag) -> Blad:
    """Show a part as it stands in its source."""
    stuk = _stuk(vraag)
    if stuk is None:
        raise HTTPException(404)
    return _blad(vraag, stuk, stuk.bron.regels.tekst)


def bekijk(vraag: Vraag) -> Blad | Deelblad:
    """Show what would follow from what was typed; nothing is written."""
    stuk, tekst = _stuk(vraag), vraag.formulier.een("tekst")
    if stuk is None:
        return _verdwenen(tekst)
    blik = _vooruit(stuk, _voorstel(stuk, tekst))
    if vraag.formulier.een("deel"):
        return Deelblad("tekst_vooruit.html", {"blik": blik})
    return _blad(vraag, stuk, tekst, blik)


def bewaar(vraag: Vraag) -> Antwoord:
    """Write it, unless somebody else changed the part, or it could not be read any more."""
    stuk, tekst = _stuk(vraag), vraag.formulier.een("tekst")
    if stuk is None:
        return _verdwenen(tekst)
    regels = stuk.bron.regels
    voorstel = _voorstel(stuk, tekst)
    if voorstel.is_gelijk:
        return Verder(stuk.adres)
    eerst = gewone_regels(vraag.formulier.een("eerst"))
    elders = vraag.formulier.een("afdruk") != regels.afdruk
    if elders and eerst != regels.tekst:
        return _blad(vraag, stuk, tekst, _botsing(stuk, eerst, tekst))
    if voorstel.onleesbaar and vraag.formulier.een("toch") != _afdruk(tekst):
        return _blad(vraag, stuk, tekst, _vooruit(stuk, voorstel), bewaren=True)
    blik = _vooruit(stuk, voorstel)
    leg_tekst_vast(vraag.dossier, voorstel)
    af_te_leiden = bool(vraag.dossier.versielezing.versies)
    return _uitslag(stuk, blik, elders=elders, af_te_leiden=af_te_leiden)


def _stuk(vraag: Vraag) -> Bewerkstuk | None:
    """Return what the address names, None when that is not there (any more).

    Raises:
        ConvenantwerkError: CV928, it may not be changed.
    """
    beeld, _ = weergave(vraag.dossier, vraag.zoek)
    if "pad" in vraag.pad:
        return _bestand(beeld, vraag.pad["pad"])
    leesdeel = beeld.bladen.leesdeel(vraag.pad["anker"])
    if leesdeel is None:
        return None
    element = leesdeel.element
    bron = zoek_tekststuk(vraag.dossier, element)
    weg = f"/tekst/wijzig/{quote(element.anker)}"
    return Bewerkstuk(beeld, naam_van(leesdeel), beeld.adres(element.anker), weg, bron, element)


def _bestand(beeld: Weergave, pad: str) -> Bewerkstuk | None:
    bron = zoek_tekstbestand(beeld.geopend, pad)
    if bron is None:
        return None
    weg = f"/tekst/wijzig-bestand/{quote(pad)}"
    return Bewerkstuk(beeld, f"het bestand {pad}", f"/tekst{beeld.zoek}", weg, bron)


def _voorstel(stuk: Bewerkstuk, tekst: str) -> Tekstvoorstel:
    beeld = stuk.beeld
    return stel_tekst_voor(beeld.geopend, stuk.bron, tekst, beeld.gevraagd, beeld.op)


def _vooruit(stuk: Bewerkstuk, voorstel: Tekstvoorstel) -> Wijzigingsbeeld:
    if voorstel.is_gelijk:
        return Wijzigingsbeeld()
    straks = Weergave(voorstel.daarna, stuk.beeld.op, stuk.beeld.editie)
    return Wijzigingsbeeld(
        is_gelijk=False,
        merken=merken(voorstel, stuk.beeld.geopend.dossier),
        rijen=tuple(_rijen(straks, stuk, voorstel)),
        gekomen=straks.gezegd(voorstel.gekomen),
        verdwenen=stuk.beeld.gezegd(voorstel.verdwenen),
    )


def _rijen(straks: Weergave, stuk: Bewerkstuk, voorstel: Tekstvoorstel) -> Iterator[Rij]:
    """Yield the parts that begin in the lines, as the text would show them."""
    pad = shown(straks.geopend.root / stuk.bron.pad)
    for blad in straks.bladen.bladen:
        for leesdeel in blad.leesdelen:
            at = leesdeel.element.position
            if at.path == pad and voorstel.regels.begin < at.line <= voorstel.regels.eind:
                yield straks.rij(leesdeel)


def _botsing(stuk: Bewerkstuk, eerst: str, tekst: str) -> Botsing:
    """Return what the part was, and what came of it twice."""
    bron, beeld = stuk.bron, stuk.beeld
    toen, oud = met_tekst(beeld.geopend, bron, eerst)
    hun, mijn = (
        merken(stel_tekst_voor(toen, oud, een, beeld.gevraagd, beeld.op), toen.dossier)
        for een in (bron.regels.tekst, tekst)
    )
    return Botsing(eerst, bron.regels.tekst, hun, mijn)


def _blad(
    vraag: Vraag,
    stuk: Bewerkstuk,
    tekst: str,
    gevolg: Wijzigingsbeeld | Botsing | None = None,
    *,
    bewaren: bool = False,
) -> Blad:
    """Return the form; `bewaren` asks whether to save what cannot be read well all the same."""
    waarden = {
        "stuk": stuk,
        "getypt": tekst,
        "blik": gevolg if isinstance(gevolg, Wijzigingsbeeld) else None,
        "botsing": gevolg if isinstance(gevolg, Botsing) else None,
        "bewaren": bewaren,
        "toch": _afdruk(tekst),
        "afdruk": stuk.bron.regels.afdruk,
        "adres": f"{stuk.weg}{stuk.beeld.zoek}",
        "bekijk": f"{stuk.weg}/bekijk{stuk.beeld.zoek}",
        "addendum": _addendum(vraag, stuk.bron),
        "regels": sum(len(regel) // _BREEDTE + 1 for regel in tekst.split("\n")),
    }
    status = 409 if isinstance(gevolg, Botsing) else 422 if bewaren else 200
    return Blad("tekst_wijzig.html", f"Wijzig {stuk.naam}", waarden, status, "/tekst")


def _addendum(vraag: Vraag, bron: Tekststuk) -> str:
    """Return what the addendum is called that a part stands in, "" for the text itself."""
    found = (a for a in vraag.dossier.dossier.addenda if a.naam == bron.addendum)
    return next((f"het addendum van {voluit(a.gegevens.ingangsdatum)}" for a in found), "")


def _verdwenen(tekst: str) -> Blad:
    """Say that the part is gone, and give back what was typed."""
    titel = "Dit stuk staat niet meer in de tekst"
    return Blad("tekst_verdwenen.html", titel, {"getypt": tekst}, 409, "/tekst")


def _uitslag(
    stuk: Bewerkstuk, blik: Wijzigingsbeeld, *, elders: bool, af_te_leiden: bool
) -> Uitslag:
    """Tell what was saved; an addendum can be derived once there is a version to change."""
    zinnen = [f"De wijziging staat in {stuk.bron.pad}."]
    zinnen += [f"Verdwenen: {een.melding}." for een in blik.verdwenen]
    zinnen += [f"Nieuw: {een.melding}." for een in blik.gekomen]
    if elders:
        zinnen.append(
            "Intussen was ook ergens anders in dit bestand iets gewijzigd; dat is er nog."
        )
    naar = blik.rijen[0].adres if blik.rijen else f"/tekst{stuk.beeld.zoek}"
    verder = [Knop("Terug naar de tekst", naar)]
    if af_te_leiden:
        verder.append(Knop("Leid uit de wijzigingen het addendum af", f"/doe/{_AFLEIDEN}"))
    return Uitslag(f"{eerste_groot(stuk.naam)} is bewaard", zinnen, verder=verder, menu="/tekst")


def _afdruk(tekst: str) -> str:
    return sha256(gewone_regels(tekst).encode("utf-8", "surrogatepass")).hexdigest()[:32]


PAGINA = Pagina(
    (
        Weg("/tekst/wijzig/{anker}", vraag_naar),
        Weg("/tekst/wijzig/{anker}/bekijk", bekijk, "POST"),
        Weg("/tekst/wijzig/{anker}", bewaar, "POST", wijzigt=True),
        Weg("/tekst/wijzig-bestand/{pad:path}/bekijk", bekijk, "POST"),
        Weg("/tekst/wijzig-bestand/{pad:path}", vraag_naar),
        Weg("/tekst/wijzig-bestand/{pad:path}", bewaar, "POST", wijzigt=True),
    )
)
