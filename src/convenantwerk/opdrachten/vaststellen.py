"""`convenant vaststellen`: freeze the text in force on a day, sealed and chained."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from unicodedata import category

from convenantwerk.addenda.consolidatie import tekst_op
from convenantwerk.basis.bestandsnaam import gereserveerd
from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Diagnostic, Position, has_fout, onleesbaar_in
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import shown
from convenantwerk.basis.slot import slot
from convenantwerk.basis.stage import Stage
from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.dossier.gebeurtenissen import stuurgroep, van_soort
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.dossier.versie import GEGEVENS, Versie, Versiegegevens, verzegeld, zegels
from convenantwerk.geopend.edities import WERK
from convenantwerk.stukken.openpunten import genoemde_punten
from convenantwerk.versies.opslag import VERSIES, bevroren, schrijf_gegevens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel

_NAAM = re.compile(r"(?=.{1,60}$)[a-z0-9]+(?:[.-][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Vaststelopdracht:
    """What is to be adopted.

    Args:
        naam: the name of the version.
        besluit: the decision: the sleutel or title of one in besluiten.yaml, or a line of text.
        datum: the text is the one in force on this day.
        editie: how the changes of addenda are in it.
        ondanks_fouten: with the fouten that are open.
        vastgesteld: the day of the decision; when None that of the register, else `datum` or, when
            that is still to come, today.
    """

    naam: str
    besluit: str
    datum: date
    editie: Editie = "vanzelf"
    ondanks_fouten: bool = False
    vastgesteld: date | None = None


@dataclass(frozen=True, slots=True)
class Vaststelling:
    """The outcome: the findings; the version, None when it was refused; and the day of adoption."""

    diagnostics: tuple[Diagnostic, ...]
    versie: Versie | None = None
    dag: date | None = None


@dataclass(frozen=True, slots=True)
class Vaststelvoorstel:
    """A version as it would be adopted: nothing is written yet.

    Args:
        gegevens: what versie.yaml would say, sealed.
        bestanden: the files of the version, by their path in its folder.
        voorstel: the row that records the adoption.
        diagnostics: the findings of its text; fouten among them were accepted.
    """

    gegevens: Versiegegevens
    bestanden: Mapping[str, bytes] = field(repr=False)
    voorstel: Voorstel
    diagnostics: tuple[Diagnostic, ...]

    @property
    def dag(self) -> date | None:
        """The day of adoption that would be recorded, None when it is already."""
        return next((g.datum for g in self.voorstel.nieuw.gebeurtenissen), None)


def vaststellen(geopend: Geopend, opdracht: Vaststelopdracht) -> Vaststelling:
    """Freeze the text in force on a day and record its adoption; everything is written or nothing.

    Raises:
        OnleesbaarError: convenant.yaml or a register cannot be read.
        ConvenantwerkError: CV901, it cannot be written; CV910, CV911, others are writing.
    """
    found = bereid_vaststelling(geopend, opdracht)
    return found if isinstance(found, Vaststelling) else leg_vaststelling_vast(geopend, found)


def bereid_vaststelling(
    geopend: Geopend, opdracht: Vaststelopdracht
) -> Vaststelvoorstel | Vaststelling:
    """Return what adopting a text would do, or why it is refused.

    Raises:
        OnleesbaarError: convenant.yaml or a register cannot be read.
    """
    gelezen = geopend.tekst(opdracht.editie, opdracht.datum)
    versies, found = geopend.versies
    geldend = (a for a in gelezen.dossier.addenda if a.gegevens.ingangsdatum <= opdracht.datum)
    onderzoek = Onderzoek(addenda=tuple(geldend), versies=tuple(versies))
    tegen = bevindingen(onderzoek, "tegen")
    fouten = [f for f in (*gelezen.diagnostics, *tegen) if f.ernst == "fout"]
    bezwaar = _bezwaar(opdracht, versies, found)
    if bezwaar:  # the fouten in the text have nothing to do with it
        return Vaststelling((bezwaar,))
    bezwaar = _open(opdracht, fouten)
    if bezwaar:
        return Vaststelling((*(onleesbaar_in(fouten) or fouten), bezwaar))
    convenant = tekst_op(gelezen.dossier, opdracht.datum, opdracht.editie).convenant
    try:
        bestanden = bevroren(gelezen.dossier, convenant)
    except ValueError as error:
        tip = (
            "geef een figuur een eigen naam; gaat het om tekst, meld dit dan met het dossier erbij"
        )
        return Vaststelling((_weigering(opdracht, str(error), tip),))
    rij, besluit = _rij(geopend, opdracht)
    opdracht = replace(opdracht, besluit=besluit)
    voorstel = geopend.stel_voor(rij)
    tegen = [f for f in voorstel.bezwaren if f.ernst == "fout"]
    if tegen:
        return Vaststelling((*tegen, _weigering(opdracht, tegen[0].melding, tegen[0].tip)))
    gegevens = replace(
        _gegevens(opdracht, convenant.editie, bestanden, versies),
        open_fouten=str(len(fouten)) if fouten else "",
        aanvaard=genoemde_punten(gelezen.convenant, fouten),
    )
    gegevens = verzegeld(gegevens)
    bestanden = {**bestanden, GEGEVENS: schrijf_gegevens(gegevens)}
    return Vaststelvoorstel(gegevens, bestanden, voorstel, gelezen.diagnostics)


def leg_vaststelling_vast(geopend: Geopend, voorstel: Vaststelvoorstel) -> Vaststelling:
    """Write a version and record its adoption.

    Raises:
        ConvenantwerkError: as `vaststellen`.
    """
    folder = geopend.root / VERSIES / voorstel.gegevens.naam
    _schrijf(geopend, folder, voorstel.bestanden, voorstel.voorstel)
    versie = Versie(voorstel.gegevens, shown(folder), gaaf=True)
    return Vaststelling(voorstel.diagnostics, versie, voorstel.dag)


def _rij(geopend: Geopend, opdracht: Vaststelopdracht) -> tuple[Bijschrijving, str]:
    """Return the row that records the adoption, unless it is there, and the decision in words."""
    registers, asked = geopend.registers, opdracht.besluit.strip()
    besluit = next((b for b in registers.besluiten if asked in (b.sleutel, b.titel)), None)
    words = besluit.titel if besluit else asked
    adopted = van_soort(registers.gebeurtenissen, stuurgroep.Vaststelling)
    if any(g.versie == opdracht.naam for g in adopted):
        return Bijschrijving(), words
    dag = besluit.datum if besluit else min(opdracht.datum, geopend.op)
    rij = stuurgroep.Vaststelling(
        datum=opdracht.vastgesteld or dag,
        versie=opdracht.naam,
        besluit=besluit.sleutel if besluit else "",
    )
    return Bijschrijving(gebeurtenissen=(rij,)), words


def _gegevens(
    opdracht: Vaststelopdracht,
    editie: str,
    bestanden: Mapping[str, bytes],
    versies: Sequence[Versie],
) -> Versiegegevens:
    """Return the facts of a new version, chained to the last of the versions but not sealed."""
    vorige = versies[-1].gegevens if versies else None
    return Versiegegevens(
        naam=opdracht.naam,
        besluit=opdracht.besluit,
        datum=opdracht.datum,
        editie=editie,
        bestanden=zegels(bestanden),
        sha256="",
        vorige=vorige.naam if vorige else "",
        vorige_sha256=vorige.sha256 if vorige else "",
    )


def _schrijf(
    geopend: Geopend, folder: Path, files: Mapping[str, bytes], voorstel: Voorstel
) -> None:
    try:
        with Stage(folder) as stage:
            for pad, data in files.items():
                stage.add(pad, data)
            with slot(stage.home):
                geopend.eis_ongewijzigd()
                geopend.leg_vast(voorstel, klaargezet=(stage,))
    except ConvenantwerkError as error:
        # The folder cannot be chosen, so the usual tip would not help.
        if error.code != "CV901":
            raise
        tip = "zorg dat u daar mag schrijven en dat er ruimte is"
        reden = error.velden["reden"]
        raise ConvenantwerkError("CV901", pad=error.pad, reden=reden, tip=tip) from error


def _bezwaar(
    opdracht: Vaststelopdracht, versies: Sequence[Versie], found: tuple[Diagnostic, ...]
) -> Diagnostic | None:
    """Return why nothing can be adopted under this name on this day, None when it can."""
    names = [versie.gegevens.naam for versie in versies]
    if not _NAAM.fullmatch(opdracht.naam) or opdracht.naam == WERK:
        tip = "gebruik kleine letters, cijfers, punten en streepjes: 2027, 2027-01-01"
        return _weigering(opdracht, "dat is geen naam voor een map", tip)
    if reden := gereserveerd(opdracht.naam):
        return _weigering(opdracht, reden, "kies een andere naam: 2027, 2027-01-01")
    if not _is_regel(opdracht.besluit):
        tip = 'noem het besluit op één regel: --besluit "Stuurgroepbesluit van 14 december 2026"'
        return _weigering(opdracht, "het besluit ontbreekt of is geen gewone regel tekst", tip)
    if opdracht.naam in names:
        return _weigering(
            *(opdracht, "die versie is er al"),
            "een vastgestelde tekst verandert niet; kies een andere naam",
        )
    if has_fout(found):
        tip = "herstel eerst de versies die er zijn; 'convenant controleer' noemt wat eraan schort"
        return _weigering(opdracht, "een eerdere versie is niet meer gaaf", tip)
    if versies and opdracht.datum < versies[-1].gegevens.datum:
        laatste = versies[-1].gegevens
        tip = f"versie '{laatste.naam}' is van {laatste.datum.isoformat()}; kies die dag of later"
        return _weigering(opdracht, "er is al een versie van een latere dag", tip)
    return None


def _open(opdracht: Vaststelopdracht, fouten: list[Diagnostic]) -> Diagnostic | None:
    """Return why a text with these fouten cannot be adopted, None when it can."""
    if onleesbaar_in(fouten):
        tip = "verbeter eerst deze fouten; daarvoor geldt --ondanks-fouten niet"
        return _weigering(opdracht, "de bestanden zijn niet in orde", tip)
    if fouten and not opdracht.ondanks_fouten:
        tip = "verbeter ze; is deze tekst werkelijk zo vastgesteld, gebruik dan --ondanks-fouten"
        return _weigering(opdracht, f"er staan nog fouten open ({len(fouten)})", tip)
    return None


def _is_regel(text: str) -> bool:
    """Tell whether text is one line that can be printed; a space may be of any kind."""
    return bool(text.strip()) and all(c.isprintable() or category(c) == "Zs" for c in text)


def _weigering(opdracht: Vaststelopdracht, reden: str, tip: str) -> Diagnostic:
    return CODES["CV033"].at(Position(""), naam=opdracht.naam, reden=reden, tip=tip)
