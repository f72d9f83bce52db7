"""Vergelijken: two editions, or an edition and a file, with all that differs and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, cast
from urllib.parse import urlencode
from weakref import WeakKeyDictionary

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.lezer import Lezer
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.invoer.brok import Wens
from convenantwerk.kantoor.antwoord import Blad, Knop, Uitslag, Verder
from convenantwerk.kantoor.edities import (
    addendaveld,
    bestand_als_keuze,
    bestandskeuze,
    editienaam,
    editievelden,
    eerste_keuze,
    genoemd,
    is_vast,
)
from convenantwerk.kantoor.formulier import Formulier, Ingevuld, Keuze, Veld, lees_velden
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.opdrachten.renvooi import (
    MAP,
    Vergelijkopdracht,
    lees_vergelijking,
    renvooi,
)
from convenantwerk.opdrachten.vergelijkbestand import lees_ter_vergelijking, zinnen_over
from convenantwerk.papier import document as d
from convenantwerk.papier.pieces import marked_notes, unwrapped
from convenantwerk.renvooi.samenvatting import zin_over

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.kantoor.antwoord import Antwoord, Vraag
    from convenantwerk.kantoor.werk import Werk
    from convenantwerk.opdrachten.renvooi import Vergeleken

_MENU = "/vergelijken"
_VORMEN = {"doorlopend": "In één tekst", "naast": "Naast elkaar", "tabel": "Was-wordt-tabel"}


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """What the form asks for.

    Args:
        velden: its fields.
        ingevuld: what was filled in, with what does not fit.
        opdracht: the comparing, None when it cannot be asked.
        keuze: the choices, as the address says them.
    """

    velden: Sequence[Veld]
    ingevuld: Ingevuld
    opdracht: Vergelijkopdracht | None
    keuze: Mapping[str, str]


def toon(vraag: Vraag) -> Blad:
    """Show the form, and what differs between the editions that were chosen."""
    zoek = Formulier({naam: tuple(vraag.zoek.getlist(naam)) for naam in vraag.zoek})
    gevraagd = _gevraagd(vraag, zoek)
    waarden = {
        "velden": gevraagd.velden,
        "ingevuld": gevraagd.ingevuld,
        "bestandsvelden": _bestandsvelden(vraag),
        "leeg": Ingevuld({}, {}, Formulier()),
        "bevindingen": (),
        "beeld": None,
    }
    status = 422 if gevraagd.ingevuld.fouten else 200
    if gevraagd.opdracht is not None:
        try:
            waarden |= _beeld(vraag, gevraagd)
        except ConvenantwerkError as error:
            waarden["bevindingen"], status = error.diagnostics, 422
    return Blad("vergelijken.html", "Vergelijken", waarden, status, _MENU)


def _gevraagd(vraag: Vraag, formulier: Formulier) -> Gevraagd:
    velden = _velden(vraag, formulier)
    if "oud" not in formulier.waarden:
        return Gevraagd(velden, Ingevuld({}, {}, formulier), None, {})
    ingevuld = lees_velden(velden, formulier)
    fouten = dict(ingevuld.fouten)
    opdracht = None
    if not fouten:
        try:
            oud, nieuw = (editienaam(vraag.kantoor, ingevuld.waarden, n) for n in ("oud", "nieuw"))
        except ValueError as error:
            naam, _, zin = str(error).partition(": ")
            fouten[naam] = zin
        else:
            bestand = any(formulier.een(naam).startswith("bestand:") for naam in ("oud", "nieuw"))
            editie = cast("Editie", ingevuld.waarden["editie"])
            opdracht = Vergelijkopdracht(oud, nieuw, editie, alleen_tekst=bestand)
    keuze = {veld.naam: formulier.een(veld.naam) for veld in velden if formulier.een(veld.naam)}
    return Gevraagd(velden, replace(ingevuld, fouten=fouten), opdracht, keuze)


def _velden(vraag: Vraag, formulier: Formulier) -> Sequence[Veld]:
    dossier = vraag.dossier
    bestanden = [
        keuze
        for naam in ("oud", "nieuw")
        for keuze in bestandskeuze(vraag.kantoor, formulier.een(naam))
    ]
    return (
        *editievelden(dossier, "oud", "Van", eerste_keuze(dossier), bestanden),
        *editievelden(dossier, "nieuw", "Naar", "werk", bestanden),
        addendaveld("Van een versie die is vastgesteld, ligt dat vast."),
    )


# --- what differs


_GELEZEN: WeakKeyDictionary[Geopend, tuple[int, Vergelijkopdracht, Vergeleken]] = (
    WeakKeyDictionary()
)


def _vergeleken(vraag: Vraag, opdracht: Vergelijkopdracht) -> Vergeleken:
    """Return the comparing, which looking at it in another way does not do again."""
    stand = vraag.kantoor.stand()
    found = _GELEZEN.get(vraag.dossier)
    if found is None or found[:2] != (stand, opdracht):
        found = (stand, opdracht, lees_vergelijking(vraag.dossier, opdracht))
        _GELEZEN[vraag.dossier] = found
    return found[2]


def _beeld(vraag: Vraag, gevraagd: Gevraagd) -> Mapping[str, object]:
    """Return what the page shows of a comparing."""
    assert gevraagd.opdracht is not None  # noqa: S101  it is asked first
    found = _vergeleken(vraag, gevraagd.opdracht)
    vorm = vraag.zoek.get("vorm", "doorlopend")
    vorm = vorm if vorm in _VORMEN else "doorlopend"
    alles = vraag.zoek.get("toon") == "alles"
    sheet, *text = found.met_samenvatting.blocks
    assert isinstance(sheet, d.Notice)  # noqa: S101  it is the first sheet
    tabel = vorm == "tabel"
    stuk = found.tabelstuk(vraag.dossier.op).blocks[1:] if tabel else ()
    return {
        "beeld": found,
        "zin": zin_over(found.renvooi),
        "gelijk": found.renvooi.is_gelijk,
        "vorm": vorm,
        "alles": alles,
        "vormen": [
            (naam, zin, _adres(gevraagd, naam, alles=alles)) for naam, zin in _VORMEN.items()
        ],
        "ander": _adres(gevraagd, vorm, alles=not alles),
        "samenvatting": _zonder_breedtes(sheet.blocks),
        "tabel": _zonder_breedtes(stuk),
        "tekst": () if tabel else [b for b in text if not _is_titelblad(b)],
        "noten": () if tabel else tuple(marked_notes(found.tekst.blocks)),
        "keuze": gevraagd.keuze,
        "afleiden": "" if found.renvooi.is_gelijk else _afleiden(gevraagd),
        "kanten": [
            genoemd(gevraagd.velden, gevraagd.ingevuld.waarden, n) for n in ("oud", "nieuw")
        ],
        "stukken_eerder": _stukken(vraag, f"build/{MAP}/{found.map}"),
    }


def _adres(gevraagd: Gevraagd, vorm: str, *, alles: bool) -> str:
    toon = {"toon": "alles"} if alles else {}
    return f"{_MENU}?{urlencode({**gevraagd.keuze, 'vorm': vorm, **toon})}"


def _afleiden(gevraagd: Gevraagd) -> str:
    """Return where an addendum is derived from this, "" when that form has no such editions."""
    keuze = {naam: gevraagd.keuze[naam] for naam in ("oud", "nieuw", "editie")}
    vast = all(is_vast(keuze[naam]) for naam in ("oud", "nieuw"))
    return f"/doe/addendum-afleiden?{urlencode(keuze)}" if vast else ""


def _is_titelblad(block: d.Block) -> bool:
    """Tell whether a block is the title page, of one edition or both: this page has a title."""
    return all(isinstance(loose.block, d.TitlePage) for loose in unwrapped((block,)))


def _zonder_breedtes(blocks: Iterable[d.Block]) -> tuple[d.Block, ...]:
    """Return blocks in which tables find their own widths: those of paper are of no use here."""
    return tuple(replace(b, widths=()) if isinstance(b, d.Table) else b for b in blocks)


def _stukken(vraag: Vraag, map_: str) -> list[str]:
    """Return the papers about these two that were made before."""
    root = vraag.dossier.root
    found, _ = Lezer(root).boom(root / map_)
    return [f"{map_}/{pad}" for pad in found]


# --- long work


def maak(vraag: Vraag) -> Antwoord:
    """Begin to make the papers about two editions."""
    gevraagd = _gevraagd(vraag, vraag.formulier)
    opdracht = gevraagd.opdracht
    if opdracht is None:
        return Verder(_MENU)
    root, op = vraag.kantoor.root, vraag.dossier.op
    terug = f"{_MENU}?{urlencode(gevraagd.keuze)}"

    def doe(werk: Werk) -> Uitslag:
        made = renvooi(Geopend(root, op), root / "build" / MAP, opdracht, werk.meld)
        paden = [f"build/{MAP}/{made.map}/{pad}" for pad in made.bestanden]
        zinnen = (zin_over(made.renvooi),)
        return Uitslag(werk.titel, zinnen, paden, (Knop("Naar de vergelijking", terug),), _MENU)

    titel = "De stukken van de vergelijking maken"
    return Verder(f"/werk/{vraag.kantoor.werkbank.begin(titel, _MENU, doe).sleutel}")


def _bestandsvelden(vraag: Vraag) -> Sequence[Veld]:
    return (
        Veld(
            naam="bestand",
            vraag="Bestand",
            soort="bestand",
            nodig=True,
            uitleg="Word, OpenDocument, PDF, tekst of een webpagina.",
        ),
        *editievelden(vraag.dossier, "met", "Vergelijk het met", eerste_keuze(vraag.dossier)),
        Veld(
            naam="wijzigingen",
            vraag="Bijgehouden wijzigingen in het bestand",
            soort="keuze",
            keuzes=[
                Keuze("aanvaard", "lees ze mee, alsof ze zijn aanvaard"),
                Keuze("verwerp", "lees de tekst zonder"),
            ],
            uitleg="Alleen nodig als het bestand ze heeft.",
        ),
    )


def lees(vraag: Vraag) -> Antwoord:
    """Begin to read a file, and compare it when that is done."""
    velden = _bestandsvelden(vraag)
    ingevuld = lees_velden(velden, vraag.formulier)
    fouten = dict(ingevuld.fouten)
    if not vraag.formulier.bestanden.get("bestand"):
        fouten["bestand"] = "kies een bestand."
    if fouten:
        leeg = Formulier()
        waarden = {
            "velden": _velden(vraag, leeg),
            "ingevuld": Ingevuld({}, {}, leeg),
            "bestandsvelden": velden,
            "leeg": replace(ingevuld, fouten=fouten),
            "bevindingen": (),
            "beeld": None,
        }
        return Blad("vergelijken.html", "Vergelijken", waarden, 422, _MENU)
    kantoor, op = vraag.kantoor, vraag.dossier.op
    one = kantoor.ontvangst.geef(vraag.formulier.bestanden["bestand"][-1])
    wens = Wens(cast('Literal["", "aanvaard", "verwerp"]', ingevuld.waarden["wijzigingen"] or ""))
    keuze = {
        f"oud{veld.naam.removeprefix('met')}": vraag.formulier.een(veld.naam)
        for veld in velden
        if veld.naam.startswith("met") and vraag.formulier.een(veld.naam)
    }
    keuze |= {"nieuw": bestand_als_keuze(one.sleutel), "editie": "vanzelf"}

    def doe(werk: Werk) -> Uitslag:
        werk.meld(0, 1, f"{one.naam} wordt gelezen.")
        folder = kantoor.ontvangst.map_bij(one.sleutel)
        rapport = lees_ter_vergelijking(
            Geopend(kantoor.root, op), (one.naam, one.pad), folder, wens
        )
        terug = Knop("Toon de verschillen", f"{_MENU}?{urlencode(keuze)}")
        return Uitslag(werk.titel, zinnen_over(rapport), (), (terug,), _MENU)

    return Verder(f"/werk/{kantoor.werkbank.begin(f'{one.naam} lezen', _MENU, doe).sleutel}")


PAGINA = Pagina(
    (
        Weg(_MENU, toon),
        Weg(f"{_MENU}/stukken", maak, "POST", wijzigt=True),
        Weg(f"{_MENU}/bestand", lees, "POST"),
    ),
    "Vergelijken",
)
