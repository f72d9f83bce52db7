"""Frozen versions on disk: each a dossier of its own under convenant/versies/, with a seal."""

from __future__ import annotations

from dataclasses import replace
from posixpath import normpath
from typing import TYPE_CHECKING

from convenantwerk.basis.als_yaml import as_yaml
from convenantwerk.basis.bestandsnaam import niet_op_windows
from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position, has_fout
from convenantwerk.basis.files import shown
from convenantwerk.basis.yaml import bind_text
from convenantwerk.dossier.bureau import Afzender, Ondertekenregels
from convenantwerk.dossier.regels import Regels
from convenantwerk.dossier.registertabel import REGISTERS
from convenantwerk.dossier.versie import GEGEVENS, Versie, Versiegegevens, zegels
from convenantwerk.tekst.adressen import slug, with_ankers
from convenantwerk.tekst.boom import Element, Figuur, alle_blokken, blokken, elementen, titel
from convenantwerk.tekst.deel import samengesteld
from convenantwerk.tekst.lezen import lees_tekst
from convenantwerk.tekst.schrijven import schrijf_fragment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.basis.lezer import Lezer
    from convenantwerk.dossier.dossier import Dossier
    from convenantwerk.tekst.boom import Convenant

VERSIES = "convenant/versies"
_DIEP = 2  # folders of a text below convenant/, as deel-1/
_NAAM = 60  # characters of a title that a file name takes
_KOP = "# Vastgesteld en verzegeld: wijzig hier niets. Een nieuwe tekst wordt een nieuwe versie.\n"


def lees_versiemappen(root: Path, lezer: Lezer) -> tuple[list[Versie], tuple[Diagnostic, ...]]:
    """Return the versions of a dossier that can be read, in no order; and what could not be.

    Whether they are still as they were adopted is not told yet.
    """
    versies: list[Versie] = []
    found: list[Diagnostic] = []
    inhoud = lezer.entries(root / VERSIES)
    found += inhoud.bevindingen
    for path in inhoud.bestanden:
        tip = "een versie is een map met een versie.yaml; zet dit bestand ergens anders"
        found.append(CODES["CV010"].at(Position(shown(path)), naam=path.name, tip=tip))
    for folder in inhoud.mappen:
        if reden := niet_op_windows(folder.name):
            position = Position(shown(folder))
            found.append(CODES["CV221"].at(position, naam=folder.name, reden=reden))
        files, problems = lezer.boom(folder)
        found += problems
        gelezen = {pad: lezer.data(path) for pad, path in files.items()}
        found += (problem for _, problems in gelezen.values() for problem in problems)
        text, problems = lezer.text(folder / GEGEVENS)
        found += problems
        if text is None:
            continue
        gegevens, problems = bind_text(Versiegegevens, text, shown(folder / GEGEVENS))
        found += problems
        if gegevens is None:
            continue
        bestanden = {
            pad: data for pad, (data, _) in gelezen.items() if pad != GEGEVENS and data is not None
        }
        versies.append(Versie(gegevens, shown(folder), gaaf=False, bestanden=zegels(bestanden)))
    return versies, tuple(dict.fromkeys(found))


def schrijf_gegevens(gegevens: Versiegegevens) -> bytes:
    """Return versie.yaml."""
    return (_KOP + as_yaml(gegevens)).encode()


def bevroren(dossier: Dossier, convenant: Convenant) -> dict[str, bytes]:
    """Return the files of a dossier that holds a text and nothing to be worked into it.

    Args:
        dossier: for the settings, registers and figures.
        convenant: the text, invulvelden not filled in.

    Raises:
        ValueError: reading the files back does not give this text and its figures; the message
            says which, in Dutch.
    """
    files: dict[str, str] = {}
    names = _mappen(dossier, convenant)
    again: list[Element] = []
    figuren: dict[str, bytes] = {}
    for naam, deel in zip(names, convenant.delen, strict=True):
        elements = []
        for number, element in enumerate(_bestanden(deel)):
            first = 0 if deel.niveau else 1
            title = slug(titel(element))[:_NAAM].strip("-") or element.soort
            file = f"{number + first:02d}-{title if number or first else 'deel'}.md"
            text = schrijf_fragment([element])
            bestand, found = lees_tekst(text, file)
            if bestand is None or has_fout(found):
                raise ValueError(_anders(element))
            files[f"convenant/{naam}/{file}"] = text
            elements.append(bestand.element)
            for figuur in _figuren(element):
                pad = normpath(f"convenant/{naam}/{figuur.pad}")
                data = dossier.figuren.get((figuur.position.path, figuur.pad))
                # Texts from two folders may each have had their own 'schema.png'.
                if data is None or figuren.setdefault(pad, data) != data or not _inside(figuur):
                    reden = f"figuur '{figuur.pad}' is niet bij de versie te bewaren"
                    raise ValueError(reden)
        again.append(samengesteld(naam, elements, Position("")))
    for one, other in zip(with_ankers(again), convenant.delen, strict=True):
        if one != other:
            raise ValueError(_anders(other))
    instellingen = replace(
        dossier.instellingen,
        delen=tuple(names),
        editie=convenant.editie,
        # How the office works is no part of what was adopted, nor is how it reads the rules: those
        # stand in the text itself.
        regels=Regels(),
        ondertekening=Ondertekenregels(),
        afzender=Afzender(),
        post=None,
    )
    files["convenant/convenant.yaml"] = as_yaml(instellingen)
    for register in REGISTERS:
        if register.bevroren:
            files[register.pad.as_posix()] = register.schrijf(register.rijen(dossier))
    return {**{naam: text.encode() for naam, text in files.items()}, **figuren}


def _mappen(dossier: Dossier, convenant: Convenant) -> list[str]:
    """Return the folder of each deel: the one it has in the dossier, else its anker."""
    own = {
        deel.anker: naam
        for naam, deel in zip(dossier.instellingen.delen, with_ankers(dossier.delen), strict=False)
    }
    return [own.get(deel.anker, deel.anker) for deel in convenant.delen]


def _bestanden(deel: Element) -> Iterator[Element]:
    """Yield what goes into each file of a deel: its own heading first, then each hoofdstuk."""
    parts = list(deel.inhoud)
    first = next(
        (i for i, p in enumerate(parts) if isinstance(p, Element) and _is_bestand(p)), len(parts)
    )
    if deel.niveau:
        yield replace(deel, inhoud=tuple(parts[:first]))
    yield from (part for part in parts[first:] if isinstance(part, Element))


def _is_bestand(element: Element) -> bool:
    """Tell whether a part of a deel is a file of its own."""
    return element.niveau == 1 or element.soort == "artikelen"


def _anders(element: Element) -> str:
    return f"'{titel(element) or element.anker}' verandert bij het bewaren"


def _inside(figuur: Figuur) -> bool:
    """Tell whether a figure stays within the folder of the version, two folders up at most."""
    parts = normpath(figuur.pad).split("/")
    return bool(parts[0]) and parts.count("..") <= _DIEP


def _figuren(element: Element) -> Iterator[Figuur]:
    for part in elementen([element]):
        for blok in alle_blokken(blokken(part)):
            if isinstance(blok, Figuur):
                yield blok
