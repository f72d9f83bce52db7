"""The controles of who decides and which way a dispute goes: suspicions, never more than a hint.

Two places may well mean two things. What they say of one subject is put side by side, for a jurist
to see; and beside the rule of convenant.yaml where there is one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.addenda.telwoorden import en
from convenantwerk.basis.codes import CODES
from convenantwerk.basis.lidwoorden import zonder_lidwoord
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.controles.overeenstemming.lezingen import zinnen_van
from convenantwerk.tekst.boom import titel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.controles.woordplaatsen import Passage
    from convenantwerk.dossier.regels import Regels


class _Plek(NamedTuple):
    """A body that a text names, under which heading, and where."""

    naam: str
    waar: str
    position: Position


@cache
def _orgaan() -> re.Pattern[str]:
    """Who can decide, or be asked to."""
    return re.compile(
        r"(?i)\b(?:(?:voorzitter van (?:de|het) )?(?:stuurgroep|regiekamer|regiegroep"
        r"|(?:partijen|partner|bestuurlijk |directie)overleg|(?:keten)?manager|coördinator|bureau"
        r"|(?:dagelijks |algemeen )?bestuur|directie|directeur|(?:proces|casus)regisseur)"
        r"|alle (?:partijen|partners|deelnemers))\b"
    )


# What stands directly before a body that decides, its article left out, and what behind it.
_VOOR = (
    *("instemming van", "toestemming van", "goedkeuring van", "akkoord van", "besluit van"),
    *("vastgesteld door", "besloten door", "goedgekeurd door", "gewijzigd door", "benoemd door"),
    *("besluit", "beslist", "stelt", "benoemt", "indien", "als", "nadat", "mits"),
)
_ACHTER = frozenset(
    ("besluit", "beslist", "besluiten", "stelt", "stellen", "stemt", "keurt", "benoemt")
)
# Who draws a paper up need not be who adopts it: "stelt jaarlijks een begroting op, die".
_STELT_OP = r" (?:stelt|stellen)\b(?:(?! vast\b)[^.;,])*\bop(?:[.;,]|\Z| en\b)"
_ANDERS = frozenset((",", "een", "het", "elk", "dit", "bereidt", "adviseert", "legt", "vraagt"))
_WIJZIGING = "wijziging van de tekst"
_GEVOLGEN = "de regeling van de gevolgen"
_INSTELLEN = "het instellen van overleggen"
_MAG = (_WIJZIGING, _INSTELLEN)  # of which who "can" do it decides
_NABIJ = 3  # words behind a body, of which one says that it decides
_AAN = (
    *("voorgelegd aan", "voorleggen aan", "voor te leggen aan", "voorlegt aan", "voor aan"),
    *("opgeschaald naar", "opschalen naar", "onderworpen aan", "beslechting voorleggen aan"),
)
_VOORAF = 40  # characters
_ZINSDEEL = 300
_WEGEN = 3  # that a message names, besides where it is
_GESCHIL = ("geschil", "onenigheid", "conflict", "niet eens", "verschil van mening")
_TEKSTEN = ("convenant", "overeenkomst", "regeling", "protocol")
_STAMMEN = (  # without their first letter, which may be a capital
    *("oetred", "oe te treden", "ieuwe p", "ijzig", "vast", "enoem", "evolgen", "nstell"),
    "erzoek",
)


def _onderwerp_van(laag: str, kop: str) -> str:
    """Return what a sentence decides on, by its words and its heading; "" if that is not known."""
    over = f"{laag} {kop}" if "verzoek" in laag else laag
    if any(w in over for w in ("toetred", "toe te treden", "nieuwe partner", "nieuwe partij")):
        return "toetreding"
    if "regeling" in laag and "gevolgen" in laag:
        return _GEVOLGEN
    if "instell" in laag and "overleg" in laag:
        return _INSTELLEN
    if "wijzig" in laag and any(f"{w} {t}" in laag for w in ("dit", "deze") for t in _TEKSTEN):
        return _WIJZIGING
    if "vast" in laag:
        for stuk in _STUKKEN:
            if stuk.partition(" ")[2] in laag and "ontwerp" not in laag:
                return stuk
    return "de ketenmanager" if "benoem" in laag and "manager" in laag else ""


def _beslisser_in(zin: str, onderwerp: str) -> re.Match[str] | None:
    """Return the body that decides in a sentence, by the words around it."""
    for match in _orgaan().finditer(zin):
        voor = zin[max(match.start() - _VOORAF, 0) : match.start()].lower().rstrip()
        voor = voor.removesuffix(" de").removesuffix(" het")
        achter = zin[match.end() : match.end() + _VOORAF].lower().replace(",", " ,").split()
        if re.match(_STELT_OP, zin[match.end() : match.end() + _ZINSDEEL]):
            continue
        if voor.endswith(_VOOR) or _beslist(achter[:_NABIJ], onderwerp):
            return match
    return None


def _beslist(achter: Sequence[str], onderwerp: str) -> bool:
    """Tell whether the words behind a body say that it decides: no comma or article before."""
    for woord in achter:
        if woord in _ACHTER or (woord == "kan" and onderwerp in _MAG):
            return True
        if woord in _ANDERS:
            return False
    return False


def _volgens_regels(regels: Regels) -> Mapping[str, tuple[str, str]]:
    """Return who decides by the rules, and where they stand."""
    found = {}
    if regels.toetreding and regels.toetreding.orgaan:
        found["toetreding"] = (regels.toetreding.orgaan, regels.toetreding.bron)
    if regels.wijziging:
        found[_WIJZIGING] = (regels.wijziging.door, regels.wijziging.bron)
    if regels.gevolgen and regels.gevolgen.door:
        found[_GEVOLGEN] = (regels.gevolgen.door, regels.gevolgen.bron)
    return found


def _kaal(orgaan: str) -> str:
    """Return a body as it is compared: "de Stuurgroep" and "Stuurgroep" are one."""
    kaal = zonder_lidwoord(" ".join(orgaan.lower().split()))
    return kaal.replace("ketenmanager", "manager")


def check_beslissers(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Of one subject, one body decides: in each place, and by the rule."""
    regels = _volgens_regels(onderzoek.registers.instellingen.regels)
    gezegd: dict[str, dict[str, _Plek]] = {}
    for onderwerp, plek in (*_in_takenlijsten(onderzoek), *_in_zinnen(onderzoek)):
        gezegd.setdefault(onderwerp, {}).setdefault(_kaal(plek.naam), plek)
    for onderwerp, organen in gezegd.items():
        eerste, *anderen = organen.values()
        if anderen:
            hier = anderen[0]
            ander = f"'{eerste.naam}' bij '{eerste.waar}'"
        elif onderwerp in regels and not _noemt(regels[onderwerp][0], eerste.naam):
            hier = eerste
            wie, bron = regels[onderwerp]
            ander = f"'{wie}' volgens convenant.yaml{bron}"
        else:
            continue
        wat = f"over {onderwerp} beslist hier '{hier.naam}', en {ander}"
        yield CODES["CV164"].at(hier.position, wat=wat, onderwerp=onderwerp)


def _in_zinnen(onderzoek: Onderzoek) -> Iterator[tuple[str, _Plek]]:
    """Yield on what a sentence has a body decide."""
    for deel in onderzoek.passages:
        if not any(stam in deel.tekst for stam in _STAMMEN):
            continue
        waar = titel(deel.omgeving.element)
        for begin, zin in zinnen_van(deel.tekst):
            onderwerp = _onderwerp_van(zin.lower(), waar.lower())
            if onderwerp and (wie := _beslisser_in(zin, onderwerp)):
                yield onderwerp, _Plek(wie[0], waar, deel.plaats(begin + wie.start()))


def _in_takenlijsten(onderzoek: Onderzoek) -> Iterator[tuple[str, _Plek]]:
    """Yield on what a body decides by a list of its tasks: "De Stuurgroep heeft tot taak: …"."""
    for lijst in onderzoek.lijsten:
        laag = lijst.inleiding.lower()
        if not any(woord in laag for woord in ("taak", "taken", "bevoegd")):
            continue
        if (wie := _orgaan().search(lijst.inleiding)) is None:
            continue
        for punt in lijst.punten:
            tekst = punt.tekst.lower()
            if any(woord in tekst for woord in _BESLIST_OVER):
                plek = _Plek(wie[0], lijst.waar, punt.position)
                for onderwerp in filter(None, _onderwerpen_in(tekst)):
                    yield onderwerp, plek


_BESLIST_OVER = ("vaststell", "besluit", "beslis", "benoem", "instell", "goedkeur", "instemm")


def _onderwerpen_in(punt: str) -> Iterator[str]:
    """Yield the subjects of a task: "het besluiten over wijziging van dit convenant"."""
    yield _onderwerp_van(punt, "")
    if "wijzig" in punt and any(f"dit {t}" in punt or f"deze {t}" in punt for t in _TEKSTEN):
        yield _WIJZIGING
    if "vaststell" in punt:
        yield from (stuk for stuk in _STUKKEN if stuk.partition(" ")[2] in punt)


_STUKKEN = ("het jaarplan", "de begroting", "het jaarverslag")


def _noemt(regel: str, naam: str) -> bool:
    """Tell whether a rule and a text name one body, one of them perhaps in more words."""
    een, ander = _kaal(regel), _kaal(naam)
    return een in ander or ander in een


def check_routes(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """A dispute goes one way: no two parts send it to different bodies."""
    routes: dict[str, list[_Plek]] = {}
    for deel in onderzoek.passages:
        if any(woord in deel.tekst.lower() for woord in _GESCHIL):
            routes.setdefault(deel.omgeving.element.anker, []).extend(_stappen_in(deel))
    wegen = [weg for weg in routes.values() if weg]
    eerste = {_kaal(plek.naam) for plek in wegen[0]} if wegen else set()
    andere = [weg for weg in wegen if {_kaal(plek.naam) for plek in weg} != eerste]
    if not andere:
        return
    bij = [f"naar {_stappen(weg)} bij '{weg[0].waar}'" for weg in (wegen[0], *andere[1:_WEGEN])]
    wat = f"een geschil gaat hier naar {_stappen(andere[0])}, en {en(bij)}"
    yield CODES["CV164"].at(andere[0][0].position, wat=wat, onderwerp="geschil")


def _stappen_in(deel: Passage) -> Iterator[_Plek]:
    """Yield to whom a passage sends a dispute."""
    for match in _orgaan().finditer(deel.tekst):
        voor = deel.tekst[max(match.start() - _VOORAF, 0) : match.start()].lower().rstrip()
        if voor.removesuffix(" de").removesuffix(" het").endswith(_AAN):
            yield _Plek(match[0], titel(deel.omgeving.element), deel.plaats(match.start()))


def _stappen(weg: Sequence[_Plek]) -> str:
    return en(list(dict.fromkeys(f"'{plek.naam}'" for plek in weg)))


CONTROLES = (
    Controle(check_beslissers, "nalezen"),
    Controle(check_routes, "nalezen"),
)
