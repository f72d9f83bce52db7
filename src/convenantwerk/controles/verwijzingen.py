"""The controles of verwijzingen: what is named is there, and which of two it is, is certain."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.dossier.lezen import VERKLARINGEN
from convenantwerk.tekst.adresboek import Adresboek
from convenantwerk.tekst.boom import Verwijzing, is_besluit
from convenantwerk.tekst.omgeving import omgevingen
from convenantwerk.tekst.regelingen import lees_naam
from convenantwerk.tekst.verwijstekens import lees_tekens
from convenantwerk.tekst.verwijswoorden import ONDER, SOORTEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.controles.woordplaatsen import Passage
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.tekst.omgeving import Omgeving

_ERVOOR = 400  # characters of a sentence before a verwijzing
_GENOEMD = 5  # so many places are named, of those a verwijzing can mean
_VERWIJSTIPS = {"bijlage": "voeg de bijlage toe, of schrap de verwijzing"}
_ZONDER_DEEL = frozenset({"lid", "volzin", "opschrift", "deel"})
_Regelingen = dict[tuple[str, int], tuple[int, str]]
_GEEN_TIP = "noem de wet of regeling erbij; is het geen verwijzing, zet dat dan in convenant.yaml"


def check_verwijzingen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every verwijzing inside the convenant has one target in the same version."""
    adresboek = adresboek_van(onderzoek)
    regelingen = _genoemde_regelingen(onderzoek, adresboek)
    op_regel: Mapping[tuple[str, int], Sequence[Passage]] = {}
    for context, inline in omgevingen(onderzoek.convenant):
        if not isinstance(inline, Verwijzing) or adresboek.elders(inline.naar):
            continue
        if is_besluit(context.element):
            continue  # a besluit speaks of the text as it becomes
        if adresboek.merk(inline, context) is not None:
            continue
        doel = _naam(inline)
        if inline.naar.soort == "pagina":
            yield CODES["CV105"].at(inline.position, doel=doel)
            continue
        found = adresboek.resolve(inline, context)
        if len(found) > 1:
            rest = f" en nog {len(found) - _GENOEMD}" if len(found) > _GENOEMD else ""
            plaatsen = ", ".join(found[:_GENOEMD]) + rest
            yield CODES["CV106"].at(inline.position, doel=doel, plaatsen=plaatsen)
        elif found:
            yield from _in_een_ander_deel(adresboek, inline, context, found[0])
        elif not _is_regel(inline, onderzoek.registers) and not _gaat_over_iets_anders(
            adresboek, inline, context
        ):
            at = inline.position
            column, regeling = regelingen.get((at.path, at.line), (0, ""))
            if not regeling or column >= at.column:
                op_regel = op_regel or _op_regel(onderzoek)
                regeling = _ervoor_genoemd(op_regel.get((at.path, at.line), ()), inline)
            yield _zonder_doel(adresboek, inline, context, regeling)


def adresboek_van(onderzoek: Onderzoek) -> Adresboek:
    """Return the addresses of the text, with what it is called and what was marked in it."""
    settings = onderzoek.registers.instellingen
    geen = [(merk.tekst, merk.bij) for merk in settings.geen_verwijzing]
    return Adresboek(onderzoek.convenant, (settings.titel, settings.citeertitel), geen)


def _genoemde_regelingen(
    onderzoek: Onderzoek, adresboek: Adresboek
) -> dict[tuple[str, int], tuple[int, str]]:
    """Return by file and line the first other text that a verwijzing there names, and where."""
    found: _Regelingen = {}
    for _, inline in omgevingen(onderzoek.convenant):
        if isinstance(inline, Verwijzing) and inline.naar.van and adresboek.elders(inline.naar):
            at = inline.position
            found.setdefault((at.path, at.line), (at.column, inline.naar.van))
    return found


def _ervoor_genoemd(passages: Iterable[Passage], verwijzing: Verwijzing) -> str:
    """Return the law that the sentence names before a verwijzing; "" for none."""
    for passage in passages:
        begin = passage.tekst.find(verwijzing.tekst)
        if begin >= 0 and passage.plaats(begin) == verwijzing.position:
            zin = passage.tekst[max(begin - _ERVOOR, 0) : begin].rpartition(". ")[2]
            tekens = lees_tekens(zin)
            namen = (lees_naam(tekens, plaats) for plaats in range(len(tekens)))
            naam = next((one for one in namen if one), None)
            return zin[tekens[naam.start].start : tekens[naam.end - 1].end] if naam else ""
    return ""


def _op_regel(onderzoek: Onderzoek) -> Mapping[tuple[str, int], Sequence[Passage]]:
    """Return the passages by the file and the line in which they begin."""
    found: dict[tuple[str, int], list[Passage]] = {}
    for passage in onderzoek.passages:
        at = passage.plaats(0)
        found.setdefault((at.path, at.line), []).append(passage)
    return found


def _in_een_ander_deel(
    adresboek: Adresboek, verwijzing: Verwijzing, context: Omgeving, adres: str
) -> Iterator[Diagnostic]:
    """Ask whether another deel is meant, where each deel numbers its artikelen anew."""
    naar = verwijzing.naar
    if naar.soort in _ZONDER_DEEL or naar.binnen is not None or naar.van:
        return
    deel = adresboek.deel_van(adres, naar)
    if deel in {"", context.deel} or not adresboek.begint_opnieuw(naar.soort, context.deel):
        return
    wat = f"leidt naar een ander deel: {adres}"
    tip = "noem het deel erbij, of verbeter het nummer"
    yield CODES["CV114"].at(verwijzing.position, doel=_naam(verwijzing), wat=wat, tip=tip)


def _zonder_doel(
    adresboek: Adresboek, verwijzing: Verwijzing, context: Omgeving, regeling: str
) -> Diagnostic:
    """Return the finding of a verwijzing that leads nowhere; a hint when it may be of a law."""
    naar, doel = verwijzing.naar, _naam(verwijzing)
    hier = adresboek.noemt_deze_tekst(naar) or naar.soort in {"lid", "bijlage"}
    if not hier and naar.soort == "artikel" and not adresboek.kent_vorm(naar.nummer):
        wat = "heeft een nummer zoals dit convenant er geen heeft"
        return CODES["CV114"].at(verwijzing.position, doel=doel, wat=wat, tip=_GEEN_TIP)
    if not hier and regeling:
        wat = f"vindt hier geen doel; is een onderdeel van '{regeling}' bedoeld?"
        return CODES["CV114"].at(verwijzing.position, doel=doel, wat=wat, tip=_GEEN_TIP)
    tip = _VERWIJSTIPS.get(naar.soort, "verbeter het nummer, of schrap de verwijzing")
    if elders := adresboek.elders_in_de_tekst(naar, context):
        tip = f"is {elders} bedoeld, noem dan het deel erbij; anders: {tip}"
    return CODES["CV102"].at(verwijzing.position, doel=doel, tip=tip)


def _gaat_over_iets_anders(adresboek: Adresboek, verwijzing: Verwijzing, context: Omgeving) -> bool:
    """Tell whether "het eerste lid" can be no lid of a text: there are none where it stands."""
    return verwijzing.naar.soort == "lid" and not adresboek.heeft_leden(context.element)


def _is_regel(verwijzing: Verwijzing, registers: Registers) -> bool:
    """Tell whether a declaration cites a rule by the article that the dossier itself states.

    How people cite a rule need not be how its text is numbered: chapter 7 has no articles, and
    yet one speaks of "artikel 7, onder l".
    """
    regels = registers.instellingen.regels
    genoemd = {getattr(getattr(regels, spec.name), "artikel", "") for spec in fields(regels)}
    return f"/{VERKLARINGEN}/" in verwijzing.position.path and verwijzing.tekst in genoemd


def _naam(verwijzing: Verwijzing) -> str:
    """Return what a verwijzing names: its words, when they say it all.

    Of a row only the first does: "artikelen 5, 8 en 9", "het eerste en tweede lid", "onder a en b".
    """
    naar = verwijzing.naar
    words = {word.strip("(),.*") for word in verwijzing.tekst.casefold().split()}
    soorten = {SOORTEN.get(word, "") for word in words}
    zegt_alles = (
        (naar.soort in {"lid", "opschrift", *soorten})
        and (not naar.lid or words & {"lid", "leden"})
        and (not naar.onderdeel or words & ONDER or naar.tot)
    )
    if zegt_alles:
        return verwijzing.tekst
    lid = naar.lid and (f"lid {naar.lid}" if naar.lid[0].isdigit() else f"{naar.lid} lid")
    letter = naar.onderdeel and f"onder {naar.onderdeel}"
    artikel = "" if naar.soort == "lid" else f"{naar.soort} {naar.nummer}"
    return ", ".join(filter(None, (artikel, lid, letter)))


def check_geen_verwijzing(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every mark "geen verwijzing" in convenant.yaml is at words that are taken for one."""
    merken = onderzoek.registers.instellingen.geen_verwijzing
    if not merken:
        return
    adresboek = adresboek_van(onderzoek)
    used = {
        adresboek.merk(inline, context)
        for context, inline in omgevingen(onderzoek.convenant)
        if isinstance(inline, Verwijzing) and not adresboek.elders(inline.naar)
    }
    for number, merk in enumerate(merken):
        if number not in used:
            waar = f"bij '{merk.bij}'" if merk.bij else "in dit convenant"
            yield CODES["CV115"].at(merk.position, tekst=merk.tekst, waar=waar)


CONTROLES = (
    Controle(check_verwijzingen, "tekst"),
    Controle(check_geen_verwijzing, "tekst"),
)
