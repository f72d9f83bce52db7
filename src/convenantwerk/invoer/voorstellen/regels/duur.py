"""How long a convenant lasts, and from when it is in force."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import MAANDEN, getypte_datum
from convenantwerk.basis.periode import jaardag
from convenantwerk.dossier.regels import Inwerkingregel, Looptijd
from convenantwerk.invoer.voorstellen.getallen import GETAL, PERIODE, getal, periode
from convenantwerk.invoer.voorstellen.regels.lezing import DEZE, Lezing, vorm, zoek

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.basis.periode import Jaardag
    from convenantwerk.invoer.voorstellen.bepalingen import Bepaling, Zin

_DATUM = rf"\d{{1,2}} (?:{'|'.join(MAANDEN)}) \d{{4}}"
_DUUR = vorm(r"\b(?:duur|looptijd|inwerking\w*|be[eë]indig\w*|slot\w*|verleng\w*|geldig\w*)\b")
_ONDERWERP = vorm(rf"\b{DEZE}|^(?:het|zij|deze|dit|hij)\b")
_STILZWIJGEND = vorm(r"\b(?:stilzwijgend|automatisch|van rechtswege)\b")
_VERLENGD = vorm(r"\b(?:verlengd|verlenging|verlengt|voortgezet)\b")
_NIET_VERLENGD = vorm(r"\bniet (?:\w+ )?(?:stilzwijgend|automatisch)|\bgeen stilzwijgende")
_MET = vorm(
    rf"\b(?:met|voor|steeds|telkens)(?: (?:telkens|steeds|een periode van|de duur van"
    rf"|een termijn van|ten hoogste))* (?P<periode>{PERIODE})"
)
_ELK_JAAR = r"(?:jaarlijks|elk jaar|ieder jaar|van jaar tot jaar)"
_JAARLIJKS_STIL = vorm(
    rf"\b{_ELK_JAAR} (?:stilzwijgend|automatisch)|\b(?:stilzwijgend|automatisch) {_ELK_JAAR}"
)
_BEGRENSD = vorm(
    r"\b(?:ten hoogste|maximaal|hooguit|eenmaal|éénmaal|eenmalig|tweemaal|driemaal)\b"
    r"|\b\w+ (?:keer|maal)\b"
)
# Of a text that went before, or of another.
_ANDER = vorm(
    r"\b(?:gold|liep|was|werd|waren|vervangt|vervangen|voorganger|eerdere?|vorige|voorgaande)\b"
)
_VERJAARDAG = vorm(rf"\b(?:per|op) (?P<dag>\d{{1,2}}) (?P<maand>{'|'.join(MAANDEN)})(?! \d{{4}})")
_ONBEPAALD = vorm(r"\bonbepaalde (?:tijd|duur)\b")
_TOT = vorm(
    rf"\b(?:tot en met|t/m|eindigt (?:\w+ ){{0,3}}op|vervalt (?:\w+ ){{0,3}}op"
    rf"|loopt af op) (?P<dag>{_DATUM})"
)
_TOT_AAN = vorm(rf"\btot (?P<dag>{_DATUM})")
_VAN = vorm(rf"\b(?:met ingang van|vanaf|van|ingaande(?: op)?|ingaande per|per) (?P<dag>{_DATUM})")
_ER_NOG_BIJ = "de tekst zegt '{zin}': is die dag er nog bij?"
_OPZEG = vorm(r"opzeg|opgezegd|op te zeggen|\bzegt\b")
_BEPAALD = vorm(
    rf"\b(?:duur|looptijd|periode|termijn|tijd) van (?P<periode>{PERIODE})"
    rf"|\b(?:geldt|duurt|aangegaan) (?:voor )?(?P<kaal>{PERIODE})"
)
_DICHTBIJ = 40  # characters before "stilzwijgend" within which a period is that of it


def _dag(match: re.Match[str]) -> date | None:
    try:
        return getypte_datum(match["dag"])
    except ValueError:  # 31 february
        return None


def lees_looptijd(bepaling: Bepaling) -> Lezing | None:
    """Read whether it is renewed, ends on a day, or lasts without end."""
    zinnen = bepaling.zinnen
    return _verlengd(zinnen) or _zonder_einde(bepaling) or _met_einde(bepaling)


def _verlengd(zinnen: tuple[Zin, ...]) -> Lezing | None:
    for zin in zinnen:
        stil = None if _ANDER.search(zin.tekst) else _STILZWIJGEND.search(zin.tekst)
        if stil and _VERLENGD.search(zin.tekst) and not _NIET_VERLENGD.search(zin.tekst):
            return _verlenging(zin, stil.start(), _begin(zinnen))
    return None


def _verlenging(zin: Zin, stil: int, begin: date | None) -> Lezing:
    """Return by how much it is renewed each time, as the words round "stilzwijgend" say."""
    met = [m for m in _MET.finditer(zin.tekst) if m.start() > stil - _DICHTBIJ]
    if not met and not _JAARLIJKS_STIL.search(zin.tekst):
        twijfel = "de tekst zegt niet met hoeveel het telkens wordt verlengd"
        return Lezing(Looptijd(soort="stilzwijgend verlengd"), (zin,), twijfel)
    begrensd = _BEGRENSD.search(zin.tekst)
    grens = "de tekst zegt hoe vaak het hoogstens wordt verlengd" if begrensd else ""
    verlenging = periode(met[-1]["periode"]) if met else periode("een jaar")
    if verlenging == periode("een jaar"):
        dag = _VERJAARDAG.search(zin.tekst)
        regel = Looptijd(
            soort="stilzwijgend verlengd", verlenging=verlenging, verjaardag=dag and _jaardag(dag)
        )
        return Lezing(regel, (zin,), grens)
    twijfel = grens if begin else "de tekst noemt geen eerste dag van de eerste termijn"
    regel = Looptijd(soort="stilzwijgend verlengd", verlenging=verlenging, vanaf=begin)
    return Lezing(regel, (zin,), twijfel)


def _jaardag(match: re.Match[str]) -> Jaardag | None:
    try:
        return jaardag(f"{MAANDEN.index(match['maand'].lower()) + 1:02}-{int(match['dag']):02}")
    except ValueError:  # 31 february
        return None


def _begin(zinnen: tuple[Zin, ...]) -> date | None:
    """Return the one day on which it begins."""
    dagen = {_dag(match) for _, match in zoek(zinnen, _VAN)}
    return dagen.pop() if len(dagen) == 1 else None


def _zonder_einde(bepaling: Bepaling) -> Lezing | None:
    for zin in bepaling.zinnen:
        match = _ONBEPAALD.search(zin.tekst)
        if match and "niet voor onbepaalde" not in zin.tekst.lower() and _over(bepaling, zin):
            return Lezing(Looptijd(soort="onbepaalde tijd"), (zin,))
    return None


def _over(bepaling: Bepaling, zin: Zin) -> bool:
    """Tell whether a sentence is about how long this text lasts, and not of what it speaks of."""
    return (
        not _ANDER.search(zin.tekst)
        and bool(_ONDERWERP.search(zin.tekst))
        and bool(_DUUR.search(bepaling.opschrift) or re.search(DEZE, zin.tekst, re.IGNORECASE))
    )


def _met_einde(bepaling: Bepaling) -> Lezing | None:
    for zin in bepaling.zinnen:
        if not _over(bepaling, zin) or _OPZEG.search(zin.tekst):
            continue
        if (match := _TOT.search(zin.tekst)) and (dag := _dag(match)):
            twijfel = "" if dag.day > 1 else _ER_NOG_BIJ.format(zin=match.group())
            return Lezing(Looptijd(soort="bepaalde tijd", tot=dag), (zin,), twijfel)
        if (match := _TOT_AAN.search(zin.tekst)) and (dag := _dag(match)):
            twijfel = _ER_NOG_BIJ.format(zin=match.group())
            return Lezing(Looptijd(soort="bepaalde tijd", tot=dag), (zin,), twijfel)
        if match := _BEPAALD.search(zin.tekst):
            twijfel = (
                f"de tekst noemt een duur van {match['periode'] or match['kaal']}, en niet de "
                "laatste dag"
            )
            return Lezing(Looptijd(soort="bepaalde tijd"), (zin,), twijfel)
    return None


_DAG = vorm(_DATUM)
_IN_WERKING = vorm(r"\b(?:inwerkingtreding|van kracht|in werking)\b")
# What goes on is no beginning: "blijft tussen de overige partijen van kracht".
_BLIJFT = vorm(r"\bblij(?:ft|ven)\b[^.;]*\b(?:van kracht|in werking)\b")
_VASTGESTELD = vorm(
    r"\b(?:na|bij|door|op de dag van|zodra)\b[^.;]{0,60}\b(?:vaststelling|vastgesteld)\b"
)
_ALLEN = vorm(
    r"\b(?:alle|iedere|elke|beide|de laatste) (?:\w+ ){0,3}?(?:partij\w*|partner\w*|deelnemer\w*"
    r"|organisatie\w*|ketenpartner\w*|convenantpart\w+)[^.;]*\b(?:onder|ge)teken"
    r"|\bonderteken\w*[^.;]{0,40}\bdoor (?:alle|beide|de laatste|iedere|elke)\b"
    r"|\b(?:laatste|alle) (?:handtekening|ondertekening)"
)
_AANTAL = vorm(
    rf"\b(?P<getal>{GETAL}) (?:van de )?(?:\w+ )?(?:partij\w*|partner\w*|deelnemer\w*"
    r"|organisaties)[^.;]{0,60}\b(?:onder|ge)teken"
)
_ONDERTEKENING = vorm(r"\b(?:na|bij|op de dag van|door|met) (?:de )?ondertekening\b")


def lees_inwerking(bepaling: Bepaling) -> Lezing | None:
    """Read whether it is in force on its vaststelling, or when all or some have signed."""
    for zin in bepaling.zinnen:
        tekst = zin.tekst
        if not (_IN_WERKING.search(tekst) and _onderwerp_of_kop(bepaling, zin)):
            continue
        if _BLIJFT.search(tekst):
            continue
        dag = _DAG.search(tekst)
        twijfel = f"de tekst noemt ook {dag.group()}" if dag else ""
        if (match := _AANTAL.search(tekst)) and (aantal := getal(match["getal"])) > 1:
            return Lezing(Inwerkingregel(bij="aantal", aantal=aantal), (zin,), twijfel)
        if _ALLEN.search(tekst):
            return Lezing(Inwerkingregel(bij="allen"), (zin,), twijfel)
        if _VASTGESTELD.search(tekst):
            return Lezing(Inwerkingregel(bij="vaststelling"), (zin,), twijfel)
        if _ONDERTEKENING.search(tekst):
            twijfel = "de tekst zegt niet of alle partijen moeten hebben ondertekend"
            return Lezing(Inwerkingregel(bij="allen"), (zin,), twijfel)
        twijfel = "de tekst noemt een ander moment dan een vaststelling of de ondertekening"
        if dag:
            twijfel = f"de tekst noemt een vaste dag, {dag.group()}"
        return Lezing(None, (zin,), twijfel)
    return None


_WIJZIGING = vorm(r"\b(?:wijziging|addendum|toetreding)(?:en)?\b[^.;]*\bin werking\b")


def _onderwerp_of_kop(bepaling: Bepaling, zin: Zin) -> bool:
    if _WIJZIGING.search(zin.tekst):  # that of an amendment is another rule
        return False
    return bool(re.search(DEZE, zin.tekst, re.IGNORECASE) or _DUUR.search(bepaling.opschrift))
