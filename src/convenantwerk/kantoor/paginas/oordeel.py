"""What signed papers that came back are worth, and the recording of those that count."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.exceptions import HTTPException

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import read_bytes
from convenantwerk.dossier.archief import getekend
from convenantwerk.dossier.gebeurtenissen import VERKLARING
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.kantoor.antwoord import Blad, Knop, Uitslag, Verder
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.kantoor.paginas import bestand
from convenantwerk.opdrachten.ondertekening.verschil import tekstverschil
from convenantwerk.opdrachten.ondertekening.verwerken import (
    Beoordelaar,
    Stukvoorstel,
    leg_stuk_vast,
    oordeel_in_woorden,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from starlette.responses import Response

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding
    from convenantwerk.kantoor.antwoord import Antwoord, Vraag
    from convenantwerk.kantoor.ontvangst import Ontvangen
    from convenantwerk.kantoor.werk import Werk
    from convenantwerk.opdrachten.ondertekening.verwerken import Verwerkt

MENU = "/ondertekening"
_MEEST = 100  # papers on one page
_VEEL = 5  # papers that are recorded while one waits


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What one paper is worth, as the page shows it.

    Args:
        ontvangen: the file; `stuk` what it gives to record, None when it is refused.
        zinnen: why it counts.
        bevindingen: why it does not, or what is to be remarked.
        bedoeld: the offer that it is about, and `partner` the name of whom it was made to.
        veranderd: whether it is no longer what was offered.
    """

    ontvangen: Ontvangen
    stuk: Stukvoorstel | None
    zinnen: tuple[str, ...]
    bevindingen: Sequence[Diagnostic]
    bedoeld: Aanbieding | None
    partner: str
    veranderd: bool

    @property
    def afdruk(self) -> str:
        """A digest of what is shown, so that nothing else is recorded than was seen."""
        getoond = [*self.zinnen, *(b.melding for b in self.bevindingen)]
        return sha256(json.dumps(getoond, ensure_ascii=False).encode()).hexdigest()[:32]


def toon(vraag: Vraag, *, anders: bool = False) -> Antwoord:
    """Show what each paper is worth; nothing is recorded."""
    sleutels = vraag.zoek.getlist("bestand")[:_MEEST]
    if not sleutels:
        raise HTTPException(404)
    oordelen = list(_oordelen(vraag, sleutels))
    goed = [een for een in oordelen if een.stuk]
    waarden = {
        "oordelen": oordelen,
        "goed": goed,
        "weg": len(sleutels) - len(oordelen),
        "anders": anders,
        "zoek": _zoek(sleutels),
    }
    titel = _telling(len(goed), len(oordelen) - len(goed))
    return Blad("oordeel.html", titel, waarden, 409 if anders else 200, menu=MENU)


def _telling(goed: int, af: int) -> str:
    if not goed + af:
        return "Deze stukken zijn hier niet meer"
    if not af:
        return "Het stuk is goed" if goed == 1 else f"Alle {goed} stukken zijn goed"
    if not goed:
        return "Het stuk is geweigerd" if af == 1 else f"Alle {af} stukken zijn geweigerd"
    return f"{goed} goed, {af} geweigerd"


def _zoek(sleutels: Sequence[str]) -> str:
    return urlencode([("bestand", een) for een in sleutels])


def _oordelen(vraag: Vraag, sleutels: Sequence[str]) -> Iterator[Oordeel]:
    """Yield what the papers are worth that still wait."""
    beoordelaar = Beoordelaar(vraag.dossier)
    for sleutel in sleutels:
        with suppress(ConvenantwerkError):  # CV943: it was recorded, or the kantoor started anew
            ontvangen = vraag.kantoor.ontvangst.geef(sleutel)
            yield _oordeel(vraag, ontvangen, beoordelaar.beoordeel(ontvangen.pad))


def _oordeel(vraag: Vraag, ontvangen: Ontvangen, gevonden: Stukvoorstel | Verwerkt) -> Oordeel:
    stuk = gevonden if isinstance(gevonden, Stukvoorstel) else None
    namen = {p.sleutel: p.naam for p in vraag.dossier.registers.partners}
    over = gevonden.bedoeld
    return Oordeel(
        ontvangen,
        stuk,
        tuple(oordeel_in_woorden(stuk)) if stuk else (),
        gevonden.diagnostics,
        over,
        namen.get(over.partner, "") if over else "",
        not isinstance(gevonden, Stukvoorstel) and gevonden.veranderd,
    )


def leg_vast(vraag: Vraag) -> Antwoord:
    """Record the papers that were chosen, each when it is worth what was shown; many as work."""
    gekozen = vraag.formulier.alle("bestand")
    gezien = dict(zip(gekozen, vraag.formulier.alle("gezien"), strict=False))
    is_een = len(gezien) == 1
    if not gezien or (is_een and [*gezien.values()] != _afdrukken(vraag, gekozen)):
        return toon(vraag, anders=True)
    if len(gezien) <= _VEEL:
        return _vastgelegd(vraag, gezien, lambda _gedaan, _totaal, _stap: None)
    root, op = vraag.dossier.root, vraag.dossier.op

    def doe(werk: Werk) -> Uitslag:
        return _vastgelegd(replace(vraag, geopend=Geopend(root, op)), gezien, werk.meld)

    werk = vraag.kantoor.werkbank.begin("Getekende stukken vastleggen", MENU, doe)
    return Verder(f"/werk/{werk.sleutel}")


def _afdrukken(vraag: Vraag, sleutels: Sequence[str]) -> list[str]:
    """Return the digests of what the good ones among papers are worth."""
    return [een.afdruk for een in _oordelen(vraag, sleutels) if een.stuk]


def _vastgelegd(
    vraag: Vraag, gezien: Mapping[str, str], meld: Callable[[int, int, str], None]
) -> Uitslag:
    """Record papers one by one, and tell of each what came of it.

    Args:
        vraag: with the dossier.
        gezien: of each paper, by its key, the digest of what was shown.
        meld: is told how far it is, between two papers.
    """
    zinnen: list[str | tuple[str, ...]] = []
    gedaan: list[Oordeel] = []
    for nummer, (sleutel, afdruk) in enumerate(gezien.items()):
        for een in _oordelen(vraag, [sleutel]):  # none, when it is here no more
            meld(nummer, len(gezien), een.ontvangen.naam)
            tegen = _leg_een_vast(vraag, een, afdruk)
            naam = een.ontvangen.naam
            if tegen:
                zinnen.append(f"{naam}: niet vastgelegd; {tegen}.")
            else:
                gedaan.append(een)
                zinnen += [f"{naam} is vastgelegd, en bewaard in het archief.", een.zinnen]
    if not zinnen:
        zinnen.append("Deze stukken wachten hier niet meer: ze zijn intussen al vastgelegd.")
    aantal = len(gedaan)
    rest = [een for een in vraag.zoek.getlist("bestand") if een not in gezien]
    return Uitslag(
        _vastgelegd_in_woorden(aantal),
        tuple(zinnen),
        verder=tuple(Knop(tekst, naar) for naar, tekst in _verder(gedaan, rest).items()),
        menu=MENU,
    )


def _vastgelegd_in_woorden(aantal: int) -> str:
    match aantal:
        case 0:
            return "Er is niets vastgelegd"
        case 1:
            return "Het stuk is vastgelegd"
        case _:
            return f"{aantal} stukken zijn vastgelegd"


def _leg_een_vast(vraag: Vraag, een: Oordeel, afdruk: str) -> str:
    """Record a paper, and return why it was not, "" when it was."""
    if een.stuk is None:
        return een.bevindingen[0].melding
    if een.afdruk != afdruk:
        return "het oordeel is veranderd sinds u het bekeek"
    try:
        leg_stuk_vast(vraag.dossier, een.stuk)
    except ConvenantwerkError as error:  # what was recorded before it stands
        return error.diagnostics[0].melding
    vraag.kantoor.ontvangst.vergeet(een.ontvangen.sleutel)
    return ""


def _verder(gedaan: Sequence[Oordeel], rest: Sequence[str]) -> Mapping[str, str]:
    """Return where to go after recording, by address."""
    verder = {}
    if rest:
        verder[f"/ondertekening/oordeel?{_zoek(rest)}"] = "Terug naar de andere stukken"
    for een in gedaan:
        if een.bedoeld and een.bedoeld.stuk == VERKLARING:
            verder[f"/toetreding/{een.bedoeld.partner}"] = f"Naar de toetreding van {een.partner}"
    verder[MENU] = "Naar de ondertekening"
    if len(gedaan) == 1 and gedaan[0].stuk:
        archief = getekend(*gedaan[0].stuk.bestand[:2])
        verder[f"/bestand/{archief}"] = "Bekijk het stuk in het archief"
    return verder


def bekijk(vraag: Vraag) -> Response:
    """Show a file that was sent and waits, in a room of its own."""
    data, _ = read_bytes(_ontvangen(vraag).pad)
    if data is None:
        raise HTTPException(404)
    # By how it begins, never by what it was called.
    for begin, soort in ((b"%PDF-", "pdf"), (b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpg")):
        if data.startswith(begin):
            return bestand.stuur(f"ontvangen.{soort}", data)
    return bestand.stuur("ontvangen.bin", data, download=True)


def toon_verschil(vraag: Vraag) -> Antwoord:
    """Show what the text of a paper that came back has otherwise than what was offered."""
    ontvangen = _ontvangen(vraag)
    (oordeel,) = _oordelen(vraag, [ontvangen.sleutel])
    if oordeel.bedoeld is None:
        raise HTTPException(404)
    verschillen = tekstverschil(vraag.dossier.root, oordeel.bedoeld, ontvangen.pad)
    waarden = {"oordeel": oordeel, "verschillen": verschillen}
    return Blad("verschil.html", f"Het verschil in {ontvangen.naam}", waarden, menu=MENU)


def _ontvangen(vraag: Vraag) -> Ontvangen:
    try:
        return vraag.kantoor.ontvangst.geef(vraag.pad["sleutel"])
    except ConvenantwerkError as error:
        raise HTTPException(404) from error


PAGINA = Pagina(
    (
        Weg("/ondertekening/oordeel", toon),
        Weg("/ondertekening/leg-vast", leg_vast, "POST", wijzigt=True),
        Weg("/ondertekening/stuk/{sleutel}", bekijk),
        Weg("/ondertekening/verschil/{sleutel}", toon_verschil),
    )
)
