"""The controles of the rules: which are missing, which cannot be, and which name no article."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, get_args

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.dossier.dossier import VOORWERK
from convenantwerk.dossier.gebeurtenissen import PROTOCOLDELEN
from convenantwerk.dossier.regel import Regel
from convenantwerk.dossier.regels import Verwacht

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.dossier.regels import Inwerkingregel, Looptijd, Opzegregel, Regels

_VAN_OPZEGGING = ("opzegtermijn", "per", "vorm", "aan")
_JAAR = 12  # months


def check_volledig(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every rule that letters and dates rest on is stated; else they do not speak of it."""
    instellingen = onderzoek.registers.instellingen
    if not instellingen.delen:
        return  # no dossier was given
    regels = instellingen.regels
    missing = [
        naam
        for naam in get_args(Verwacht)
        if getattr(regels, naam) is None and naam not in regels.zwijgt_over
    ]
    if regels.opzegging is not None:
        missing += [f"opzegging.{k}" for k in _VAN_OPZEGGING if not getattr(regels.opzegging, k)]
    position = regels.position if regels.position.line else instellingen.position
    if missing and "/versies/" not in position.path:  # those hold no rules
        yield CODES["CV230"].at(position, regels=", ".join(missing))


def check_heel(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every rule that is stated can be carried out."""
    instellingen = onderzoek.registers.instellingen
    delen = {*instellingen.delen, *PROTOCOLDELEN.values()} - {VOORWERK}
    bezwaren = (*_bezwaren(instellingen.regels), *_van_delen(instellingen.regels, delen))
    for naam, regel, reden in bezwaren:
        yield CODES["CV231"].at(regel.position, regel=naam, reden=reden)


def check_vindplaatsen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every rule names the article that it rests on."""
    regels = onderzoek.registers.instellingen.regels
    for spec in fields(regels):
        regel = getattr(regels, spec.name)
        if isinstance(regel, Regel) and not regel.artikel:
            yield CODES["CV232"].at(regel.position, regel=spec.name)


def _bezwaren(regels: Regels) -> Iterator[tuple[str, Regel, str]]:
    if regels.looptijd:
        for reden in _van_looptijd(regels.looptijd):
            yield "looptijd", regels.looptijd, reden
    if regels.opzegging:
        for reden in _van_opzegging(regels.opzegging, regels.looptijd):
            yield "opzegging", regels.opzegging, reden
    for naam in regels.zwijgt_over:
        if (regel := getattr(regels, naam)) is not None:
            yield naam, regel, "zij staat ook onder 'zwijgt_over'"
    if regels.inwerking:
        for reden in _van_inwerking(regels.inwerking):
            yield "inwerking", regels.inwerking, reden


def _van_delen(regels: Regels, delen: Collection[str]) -> Iterator[tuple[str, Regel, str]]:
    """Yield the delen that a rule names and that are not there, or that nobody signs."""
    tekenen, melding = regels.tekenen, regels.melding
    genoemd = [d.deel for d in tekenen.delen] if tekenen else list(delen)
    for deel in genoemd:
        if tekenen and deel not in delen:
            yield "tekenen", tekenen, _geen_deel(deel, delen)
    if melding and melding.deel not in delen:
        yield "melding", melding, _geen_deel(melding.deel, delen)
    elif melding and melding.deel not in genoemd:
        yield "melding", melding, f"volgens de regel 'tekenen' tekent niemand '{melding.deel}'"


def _geen_deel(deel: str, delen: Iterable[str]) -> str:
    return f"'{deel}' is geen deel; kies uit: {', '.join(sorted(delen))}"


def _van_looptijd(looptijd: Looptijd) -> Iterator[str]:
    if looptijd.soort == "bepaalde tijd":
        if looptijd.tot is None:
            yield "bij een bepaalde tijd hoort 'tot', de laatste dag"
        elif looptijd.vanaf and looptijd.tot < looptijd.vanaf:
            yield "'tot' ligt voor 'vanaf'"
    elif looptijd.tot is not None:
        yield f"'tot' hoort bij een bepaalde tijd, niet bij '{looptijd.soort}'"
    if looptijd.soort != "stilzwijgend verlengd":
        return
    verlenging = looptijd.verlenging
    if verlenging is None:
        yield "noem bij 'verlenging' met hoeveel wordt verlengd, bijvoorbeeld P1Y"
        return
    maanden = verlenging.jaren * _JAAR + verlenging.maanden
    if verlenging.weken or verlenging.dagen or not maanden:
        yield "'verlenging' is in hele maanden of jaren"
    elif looptijd.vanaf is None and maanden != _JAAR:
        yield "noem bij 'vanaf' de eerste dag van de eerste termijn"
    elif looptijd.vanaf is None and looptijd.verjaardag is None:
        yield "noem bij 'verjaardag' de dag waarop elk jaar een termijn begint"


def _van_opzegging(opzegging: Opzegregel, looptijd: Looptijd | None) -> Iterator[str]:
    if opzegging.per == "verjaardag" and not (looptijd and (looptijd.verjaardag or looptijd.vanaf)):
        yield "bij 'per: verjaardag' hoort een dag bij 'looptijd': 'verjaardag' of 'vanaf'"
    if opzegging.per == "looptijd" and (looptijd is None or looptijd.soort == "onbepaalde tijd"):
        yield "bij 'per: looptijd' hoort een looptijd die een einde heeft of wordt verlengd"


def _van_inwerking(inwerking: Inwerkingregel) -> Iterator[str]:
    if inwerking.bij == "aantal" and not inwerking.aantal:
        yield "noem bij 'aantal' hoeveel partners moeten hebben getekend"
    if inwerking.bij != "aantal" and inwerking.aantal:
        yield "'aantal' hoort bij 'bij: aantal'"


CONTROLES = (
    Controle(check_volledig, "registers"),
    Controle(check_heel, "registers"),
    Controle(check_vindplaatsen, "registers"),
)
