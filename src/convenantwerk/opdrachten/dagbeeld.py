"""The page Vandaag: how things stand in a dossier, what is under way, and what to do first."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.basis.errors import ConvenantwerkError, OnleesbaarError
from convenantwerk.dossier.lezen import VERKLARINGEN
from convenantwerk.opdrachten.controleer import controleer
from convenantwerk.opdrachten.ondertekening.ronde import lees_ronde
from convenantwerk.opdrachten.termijnen import lees_termijnen
from convenantwerk.opdrachten.toetreding.stappen import overzichten
from convenantwerk.tekenen.tekenstand import regel_inwerking
from convenantwerk.tijd.stand import stand
from convenantwerk.tijd.tekenplaatsen import Tekenstatus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.ondertekening.ronde import Ronde
    from convenantwerk.opdrachten.termijnen import Agenda
    from convenantwerk.opdrachten.toetreding.stappen import Overzicht
    from convenantwerk.tekst.boom import Convenant, Element
    from convenantwerk.tijd.stand import Stand

Beginstap = Literal["partners", "ondertekenaars", "tekst", "vaststellen"]
_INVULVELD, _ONTBREEKT = "CV110", "CV111"
_NERGENS = ".example"  # an address that ends so exists nowhere (RFC 2606)


@dataclass(frozen=True, slots=True)
class Begin:
    """A step with which one begins: which, what there is to do, and whether it was done."""

    stap: Beginstap
    zin: str
    gedaan: bool


@dataclass(frozen=True, slots=True)
class Dagbeeld:
    """How things stand on the day of a dossier.

    Args:
        registers: of the dossier.
        stand: who takes part, and which term runs.
        agenda: what falls due.
        bevindingen: what is wrong.
        ronde: how far the signing of the version last adopted is, None when nothing was adopted or
            it cannot be read.
        gewijzigd: whether the text is another than that version, None when that cannot be told.
        toetredingen: the accessions under way.
        begin: the steps with which one begins, as long as nothing was adopted.
    """

    registers: Registers
    stand: Stand
    agenda: Agenda
    bevindingen: tuple[Diagnostic, ...]
    ronde: Ronde | None
    gewijzigd: bool | None
    toetredingen: tuple[Overzicht, ...]
    begin: tuple[Begin, ...] = ()

    @property
    def op(self) -> date:
        """The day."""
        return self.stand.op

    @property
    def deelnemers(self) -> int:
        """How many partners take part."""
        return sum(d.status == "deelnemer" for d in self.stand.deelnames)

    @property
    def te_tekenen(self) -> int:
        """How many signatures there are to be."""
        return len(self.ronde.plaatsen) if self.ronde else 0

    @property
    def getekend(self) -> int:
        """How many of them are there."""
        return dict(self._statussen()).get("getekend", 0)

    @property
    def klaar_met_tekenen(self) -> bool:
        """Whether no signature is waited for."""
        return self.getekend == self.te_tekenen

    @property
    def tekenstatussen(self) -> tuple[tuple[str, int], ...]:
        """How far the other signatures are, and how many of them."""
        return tuple(one for one in self._statussen() if one[0] != "getekend")

    def _statussen(self) -> tuple[tuple[str, int], ...]:
        telling = Counter(p.status for p in self.ronde.plaatsen) if self.ronde else Counter()
        return tuple(
            (status, telling[status]) for status in get_args(Tekenstatus) if telling[status]
        )

    @property
    def geldt(self) -> bool:
        """Whether the version last adopted is in force."""
        dag = self.ronde.stand.in_werking if self.ronde else None
        return dag is not None and dag <= self.op

    @property
    def heeft_fout(self) -> bool:
        """Whether the text cannot be signed as it is."""
        return has_fout(self.bevindingen)

    def _tel(self, code: str) -> int:
        return sum(f.code == code for f in self.bevindingen)

    @property
    def open_invulvelden(self) -> int:
        """How many places are not filled in."""
        return self._tel(_INVULVELD)

    @property
    def ontbrekend(self) -> int:
        """How many texts are missing."""
        return self._tel(_ONTBREEKT)


def lees_dagbeeld(geopend: Geopend) -> Dagbeeld:
    """Return how things stand.

    Raises:
        OnleesbaarError: convenant.yaml or a register cannot be read.
    """
    registers = geopend.registers
    nu = stand(registers, geopend.op)
    bevindingen = controleer(geopend).diagnostics
    ronde = _ronde(geopend)
    return Dagbeeld(
        registers,
        nu,
        lees_termijnen(geopend),
        bevindingen,
        ronde,
        _gewijzigd(geopend, ronde) if ronde else None,
        tuple(_toetredingen(geopend)),
        () if nu.versie or ronde else tuple(_begin(registers, bevindingen)),
    )


def _ronde(geopend: Geopend) -> Ronde | None:
    try:
        return lees_ronde(geopend)
    except ConvenantwerkError:  # nothing was adopted; or it cannot be read, and a finding says so
        return None


def _toetredingen(geopend: Geopend) -> Iterator[Overzicht]:
    with suppress(OnleesbaarError):  # of a version; a finding says so
        for een in overzichten(geopend):
            if een.stand.verzoek and een.stand.volgende:
                yield een


def _gewijzigd(geopend: Geopend, ronde: Ronde) -> bool:
    """Tell whether the text is another than that of the version that is signed.

    What was frozen had its addenda either behind it or worked into it.
    """
    vast = _eigen_tekst(ronde.editie.gekozen.convenant)
    if _eigen_tekst(geopend.tekst().convenant) == vast:
        return False
    if not geopend.dossier.addenda:
        return True
    anders = (geopend.tekst(editie).convenant for editie in ("met-addenda", "doorlopend"))
    return all(_eigen_tekst(tekst) != vast for tekst in anders)


def _eigen_tekst(convenant: Convenant) -> tuple[Element, ...]:
    """Return a text without the declarations that were bound behind it since."""
    return tuple(deel for deel in convenant.delen if deel.anker != VERKLARINGEN)


def zinnen_over_versie(beeld: Dagbeeld) -> tuple[str, ...]:
    """Return which version is in force, and what is known of it, in sentences."""
    ronde, nu = beeld.ronde, beeld.stand
    if ronde is None and nu.versie:
        return (
            f"Versie {nu.versie} is vastgesteld, maar kan niet worden gelezen of is daarna "
            "veranderd. Bij de bevindingen staat wat er aan de hand is.",
        )
    if ronde is None:
        return ("Er is nog geen versie vastgesteld.",)
    versie, stand_ = ronde.editie.versie, ronde.stand
    tekst = "sindsdien gewijzigd" if beeld.gewijzigd else "sindsdien niet gewijzigd"
    return (
        f"Versie {versie.naam} {'geldt' if beeld.geldt else 'geldt nog niet'}: vastgesteld op "
        f"{voluit(stand_.vastgesteld)}, met zegel {_gegroepeerd(versie.kort)}. "
        f"De tekst is {tekst}.",
        regel_inwerking(stand_),
        nu.looptijd,
    )


def _gegroepeerd(zegel: str) -> str:
    """Return the beginning of a seal in groups that can be read out."""
    return " ".join(zegel[n : n + 4] for n in range(0, len(zegel), 4))


def _begin(registers: Registers, bevindingen: tuple[Diagnostic, ...]) -> Iterator[Begin]:
    """Yield the steps that lead to a first version, in order."""
    partners = registers.partners
    bedacht = [p.naam for p in partners if p.email.endswith(_NERGENS)]
    zin = "Zet uw partners in het register: neem een lijst over uit Excel of een CSV."
    if bedacht:
        zin = f"Vervang de verzonnen partners door de uwe, zoals {bedacht[0]}."
    elif partners:
        zin = "Uw partners staan in het register."
    yield Begin("partners", zin, gedaan=bool(partners) and not bedacht)
    met = {o.partner for o in registers.ondertekenaars}
    zonder = [p.naam for p in partners if p.sleutel not in met]
    klaar = bool(partners) and not bedacht and not zonder
    zin = "Leg van elke partner vast wie er tekent, en op welke grond."
    if klaar:
        zin = "Van elke partner staat vast wie er tekent."
    elif partners and zonder:
        zin = f"{zin} Het ontbreekt nog bij {len(zonder)} van de {len(partners)}."
    yield Begin("ondertekenaars", zin, gedaan=klaar)
    fouten = Counter(f.code for f in bevindingen if f.ernst == "fout")
    yield Begin("tekst", _tekstzin(fouten), gedaan=not fouten)
    zin = "Stel de eerste versie vast, zodra er over is besloten."
    yield Begin("vaststellen", zin, gedaan=False)


def _tekstzin(fouten: Counter[str]) -> str:
    wat = []
    if open_ := fouten[_INVULVELD]:
        wat.append(f"vul {'één open plek' if open_ == 1 else f'{open_} open plekken'} in")
    if leeg := fouten[_ONTBREEKT]:
        wat.append(
            f"schrijf {'één tekst die' if leeg == 1 else f'{leeg} teksten die'} nog "
            f"{'ontbreekt' if leeg == 1 else 'ontbreken'}"
        )
    ander = fouten.total() - open_ - leeg
    if ander:
        wat.append(f"los {'één andere fout' if ander == 1 else f'{ander} andere fouten'} op")
    return f"Maak de tekst af: {', en '.join(wat)}." if wat else "De tekst heeft geen fouten."
