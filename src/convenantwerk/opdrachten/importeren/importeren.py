"""An import as a whole: what would be written, proved, and then written or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.basis.diagnostics import NERGENS, has_fout
from convenantwerk.basis.errors import ConvenantwerkError, OnleesbaarError
from convenantwerk.basis.files import DOSSIERBESTAND, is_dossier, is_there
from convenantwerk.basis.lezer import Lezer
from convenantwerk.basis.stage import Stage, commit
from convenantwerk.basis.yaml import bind_text
from convenantwerk.dossier.dossier import Addendumgegevens, Instellingen
from convenantwerk.dossier.registertabel import REGISTERS
from convenantwerk.invoer.brok import Plek, Weggelaten
from convenantwerk.invoer.voorstellen.alles import stel_voor
from convenantwerk.invoer.voorstellen.overleggen import lees_overleg
from convenantwerk.opdrachten.importeren.bewijzen import eis_alle_woorden, geschreven
from convenantwerk.opdrachten.importeren.bijvoegen import (
    addendum_yaml,
    addendummap,
    bezet,
    deelkop,
    eis_geen_tweede,
    met_beeldnamen,
    met_delen,
    met_eigen_ankers,
    overlegpad,
)
from convenantwerk.opdrachten.importeren.nieuw import dossierbestanden, volledig
from convenantwerk.opdrachten.importeren.rapport import Importrapport, rapportbestanden
from convenantwerk.opdrachten.nieuw import check_leeg, schrijf
from convenantwerk.tekst.adressen import with_ankers
from convenantwerk.tekst.deel import samengesteld
from convenantwerk.tekst.schrijven import front_matter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.invoer.brok import Ingelezen
    from convenantwerk.invoer.gebouwd import Als, Gebouwd
    from convenantwerk.opdrachten.importeren.feiten import Importfeiten
    from convenantwerk.tekst.boom import Element, Tekstbestand

RAPPORTMAP = "import"
_IN_DOSSIER = ("addendum", "overleg")  # these need a dossier to come into


@dataclass(frozen=True, slots=True)
class Importplan:
    """What an import would write.

    Args:
        bestanden: by path below the folder; of those that are there none but convenant.yaml.
        stond: convenant.yaml as it was read; None in a new dossier.
        rapport: what is told of it.
    """

    bestanden: Mapping[str, bytes]
    stond: bytes | None
    rapport: Importrapport


def eis_plaats(folder: Path, als: Als) -> bool:
    """Tell whether a new dossier begins in a folder; let nothing come where it cannot.

    Raises:
        ConvenantwerkError: CV933, something else is there; CV961, the dossier that is there has no
            place for it, or there is none to come into.
    """
    if is_dossier(folder):
        if als == "vanzelf":
            tip = "noem een map die er nog niet is, of zeg met --als wat het bestand is"
            raise bezet(folder, ".", "er is al een dossier", tip)
        return False
    if als in _IN_DOSSIER:
        tip = f"geef met --naar de map van het dossier waar dit {als} bij hoort"
        raise bezet(folder, ".", "hier is geen dossier", tip)
    check_leeg(folder)
    return True


def maak_plan(
    geopend: Geopend | None,
    invoer: tuple[str, Als, Ingelezen, Gebouwd],
    feiten: Importfeiten,
    op: date,
) -> Importplan:
    """Return what an import would write, after it was proved.

    Args:
        geopend: the dossier that is there, None for a new one.
        invoer: the file as the user sees it, what it is, and what was read and built of it.
        feiten: what the dossier must know of its text.
        op: the day of the import.

    Raises:
        ConvenantwerkError: CV959 and CV960, the proofs fail; CV961, something stands in its place.
    """
    bron, als, ingelezen, gebouwd = invoer
    eis_alle_woorden(ingelezen, gebouwd, bron)
    if geopend is None:
        feiten = volledig(feiten)
    partners = geopend.registers.partners if geopend else ()
    voorstellen = stel_voor(_delen(gebouwd), partners)
    zeker = (*partners, *(v.partner for v in voorstellen.partners if v.zeker))
    paden = _paden(geopend, als, feiten, gebouwd)
    teksten = {pad: _met_feiten(b, zeker) for pad, b in _teksten(gebouwd, als, paden).items()}
    written = geschreven(teksten)
    if geopend is not None:
        eis_geen_tweede(geopend, als, feiten, written)
    written |= {paden[pad]: data for pad, data in gebouwd.beelden.items()}
    stond = None
    naam = bron.rpartition("/")[2]
    if geopend is None:
        written |= dossierbestanden(feiten, gebouwd.delen, voorstellen, naam)
    elif als == "addendum":
        map_ = _map(teksten)
        stukken = [pad.rpartition("/")[2] for pad in teksten]
        written[f"{map_}/addendum.yaml"] = addendum_yaml(feiten, stukken, naam)
    else:
        if als == "overleg":
            written |= _zonder_deel(geopend, _map(teksten))
        stond, yaml = _met_nieuwe_delen(geopend, gebouwd.delen)
        if yaml != stond:
            written[DOSSIERBESTAND.as_posix()] = yaml
    _check_yaml(written)
    rapport = Importrapport(
        bestand=naam,
        als=als,
        op=op,
        nieuw=geopend is None,
        feiten=feiten,
        ingelezen=ingelezen,
        gebouwd=_op_hun_plaats(_zonder_tweede_titel(gebouwd, geopend), paden),
        voorstellen=voorstellen,
        paden=tuple(sorted(written)),
    )
    return Importplan(written, stond, rapport)


def _delen(gebouwd: Gebouwd) -> tuple[Element, ...]:
    """Return the text as a convenant has it, a deel for each folder."""
    mappen = gebouwd.delen or ("",)
    return with_ankers(
        samengesteld(
            naam or "addendum",
            [b.element for pad, b in gebouwd.bestanden.items() if pad.rpartition("/")[0] == naam],
            NERGENS,
        )
        for naam in mappen
    )


def _teksten(gebouwd: Gebouwd, als: Als, paden: Mapping[str, str]) -> dict[str, Tekstbestand]:
    """Return the texts where they come, with names for pictures and parts that no other has."""
    namen = {pad.rpartition("/")[2]: paden[pad].rpartition("/")[2] for pad in gebouwd.beelden}
    teksten = {
        paden[pad]: replace(b, element=met_beeldnamen(b.element, namen))
        for pad, b in gebouwd.bestanden.items()
    }
    if als != "addendum":
        return teksten
    stam = f"addendum-{_map(teksten).rpartition('/')[2]}"
    return {
        pad: met_eigen_ankers(b, stam if len(teksten) == 1 else f"{stam}-{nummer}")
        for nummer, (pad, b) in enumerate(teksten.items(), start=1)
    }


def _met_feiten(bestand: Tekstbestand, partners: Sequence[Partner]) -> Tekstbestand:
    """Return the file of an overleg with what its text says of it in its front matter."""
    element = bestand.element
    if element.soort != "overleg":
        return bestand
    element = replace(element, feiten=lees_overleg(element, partners).feiten)
    return replace(bestand, element=element, front_matter=front_matter(element))


def _paden(
    geopend: Geopend | None, als: Als, feiten: Importfeiten, gebouwd: Gebouwd
) -> dict[str, str]:
    """Return where each text and picture comes, below the folder of the dossier."""
    paden = (*gebouwd.bestanden, *gebouwd.beelden)
    if geopend is not None and als == "addendum":
        bezette = _namen(geopend.lezer, geopend.root / "addenda")
        return {pad: f"addenda/{addendummap(feiten, bezette)}/{pad}" for pad in paden}
    if als == "overleg":
        (tekst,) = gebouwd.bestanden
        nieuw = _overlegpad(geopend, tekst)
        stam = nieuw.removesuffix(".md")  # whose pictures are told from those of other overleggen
        beelden = {pad: f"{stam}-{pad.rpartition('/')[2]}" for pad in gebouwd.beelden}
        return {pad: f"convenant/{beelden.get(pad, nieuw)}" for pad in paden}
    return {pad: f"convenant/{pad}" for pad in paden}


def _op_hun_plaats(gebouwd: Gebouwd, paden: Mapping[str, str]) -> Gebouwd:
    """Return what was built, with each brok where the dossier has it."""
    plaatsingen = tuple(
        replace(p, pad=paden.get(p.pad, f"convenant/{p.pad}")) for p in gebouwd.plaatsingen
    )
    return replace(gebouwd, plaatsingen=plaatsingen)


def _map(teksten: Mapping[str, Tekstbestand]) -> str:
    """Return the folder that texts come in."""
    return next(iter(teksten)).rpartition("/")[0]


def _zonder_deel(geopend: Geopend, map_: str) -> dict[str, bytes]:
    """Return the file that begins a deel, when an overleg comes where no deel is yet."""
    begonnen = _namen(geopend.lezer, geopend.root / map_)
    return {} if begonnen else {f"{map_}/00-deel.md": deelkop(map_)}


def _overlegpad(geopend: Geopend | None, pad: str) -> str:
    map_ = pad.rpartition("/")[0] or "deel-3"
    known = _namen(geopend.lezer, geopend.root / "convenant" / map_) if geopend else []
    return overlegpad(pad, known)


def _namen(lezer: Lezer, folder: Path) -> list[str]:
    """Return what a folder of a dossier holds; nothing when it is not there."""
    return [path.name for path in lezer.entries(folder).paden]


def _met_nieuwe_delen(geopend: Geopend, delen: Sequence[str]) -> tuple[bytes, bytes]:
    """Return convenant.yaml as it is, and as it becomes."""
    path = geopend.root / DOSSIERBESTAND
    data, found = geopend.lezer.data(path)
    text, problems = geopend.lezer.text(path)
    if data is None or text is None:
        raise OnleesbaarError((*found, *problems))
    raw = data.decode("utf-8")
    known = geopend.registers.instellingen.delen
    return data, met_delen(raw, known, delen, geopend.root).encode()


def _check_yaml(written: Mapping[str, bytes]) -> None:
    """Let no file be written that this program would not read.

    Raises:
        ConvenantwerkError: CV960, one would not be read.
    """
    soorten: dict[str, type] = {
        DOSSIERBESTAND.name: Instellingen,
        "addendum.yaml": Addendumgegevens,
        **{register.bestand: register.bestandstype for register in REGISTERS},
    }
    for pad, data in written.items():
        soort = soorten.get(pad.rpartition("/")[2])
        if soort is not None:
            value, found = bind_text(soort, data.decode(), pad)
            if value is None or has_fout(found):
                reden = found[0].melding if found else "het bestand past niet"
                raise ConvenantwerkError("CV960", pad=pad, reden=reden)


def _zonder_tweede_titel(gebouwd: Gebouwd, geopend: Geopend | None) -> Gebouwd:
    """Return what was built, its title as left out where the dossier has a title already."""
    if geopend is None or not gebouwd.titel:
        return gebouwd
    weg = Weggelaten(gebouwd.titel, _eerste_plek(gebouwd), "titelblad")
    elders = tuple(p for p in gebouwd.plaatsingen if p.pad in gebouwd.bestanden)
    return replace(gebouwd, titel="", plaatsingen=elders, weggelaten=(*gebouwd.weggelaten, weg))


def _eerste_plek(gebouwd: Gebouwd) -> Plek:
    return min((p.plek for p in gebouwd.plaatsingen), default=Plek("regel", 1))


def leg_vast(folder: Path, plan: Importplan) -> tuple[str, ...]:
    """Write an import with its report, all of it or nothing; return the paths.

    Raises:
        ConvenantwerkError: CV961, something stands in its place; CV911, convenant.yaml changed
            after it was read; else as `stage.commit`.
    """
    namen = [] if plan.rapport.nieuw else _namen(Lezer(folder), folder / RAPPORTMAP)
    rapport = rapportbestanden(plan.rapport, RAPPORTMAP, namen)
    files = {**plan.bestanden, **rapport}
    if plan.rapport.nieuw:
        schrijf(folder, files)
        return tuple(sorted(files))
    try:
        with Stage(folder) as stage:
            for naam, data in files.items():
                stage.add(naam, data)
            _eis_vrij(folder, stage, plan)
            commit(stage)
    except ConvenantwerkError as error:
        if error.code != "CV901":
            raise
        tip = "zorg dat u daar mag schrijven en dat het een gewone map is, en importeer opnieuw"
        reden = error.velden["reden"]  # there is no --uit here
        raise ConvenantwerkError("CV961", pad=error.pad, reden=reden, tip=tip) from error
    return tuple(sorted(files))


def _eis_vrij(folder: Path, stage: Stage, plan: Importplan) -> None:
    """Let nothing that is there be overwritten."""
    yaml = DOSSIERBESTAND.as_posix()
    if yaml in plan.bestanden and stage.present(yaml) != plan.stond:
        raise ConvenantwerkError("CV911")
    for naam in stage.names:
        map_ = naam.rpartition("/")[0]
        deel = map_ if map_.startswith("convenant/deel") and plan.rapport.als != "overleg" else ""
        for pad in filter(None, (naam if naam != yaml else "", deel)):
            if is_there(folder / pad):
                tip = "verplaats het of geef het een andere naam, en importeer opnieuw"
                raise bezet(folder, pad, "er staat al iets met die naam", tip)
