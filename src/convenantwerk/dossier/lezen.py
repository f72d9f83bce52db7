"""A folder to a Dossier, with all findings at once."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from convenantwerk.basis.diagnostics import Diagnostic, Position, bedoelde
from convenantwerk.basis.files import DOSSIERBESTAND, mapnaam, shown
from convenantwerk.basis.lezer import Lezer
from convenantwerk.dossier.bronnen import Bronnen
from convenantwerk.dossier.dossier import (
    VOORWERK,
    Addendum,
    Addendumgegevens,
    Dossier,
    Instellingen,
    Registers,
)
from convenantwerk.dossier.registertabel import REGISTERMAP, REGISTERS, check_sleutels
from convenantwerk.dossier.toelichtingen import TOELICHTINGEN, Toelichtingen
from convenantwerk.tekst.boom import Element, elementen
from convenantwerk.tekst.deel import samengesteld

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.dossier import Wijziging
    from convenantwerk.dossier.registertabel import Register
    from convenantwerk.dossier.toelichtingen import Toelichting
    from convenantwerk.tekst.adressen import Part

VERKLARINGEN = "verklaringen"  # declarations of accession, bound behind the text
# With these a folder may begin that has no heading of a deel: they need none above them.
_ZELFSTANDIG = ("artikel", "artikelen", "bijlage")
_VERKLARING = re.compile(r"(\d{1,4})-[a-z0-9-]+\.md")


class Dossierlezer:
    """Reads a dossier: its registers, its addenda and its text, each at first use.

    Args:
        root: the folder that holds convenant/convenant.yaml.
        lezer: what reads its files; what it has read already is not read again.
    """

    def __init__(self, root: Path, lezer: Lezer | None = None) -> None:
        self._loader = _Loader(root, lezer or Lezer(root))

    @cached_property
    def registers(self) -> tuple[Registers | None, tuple[Diagnostic, ...]]:
        """What is kept besides the text, None when convenant.yaml cannot be read; the findings.

        A register that is not there is empty; so is one that cannot be read, which leaves a fout.
        """
        before = len(self._loader.found)
        return self._loader.registers(), tuple(self._loader.found[before:])

    @property
    def registers_heel(self) -> bool:
        """Whether the rows of every register are there; else what is said of rows may be untrue."""
        return bool(self.registers) and self._loader.registers_heel

    @cached_property
    def addenda(self) -> tuple[list[Addendum], tuple[Diagnostic, ...]]:
        """The addenda in order, and the findings; one that cannot be read is left out."""
        before = len(self._loader.found)
        return self._loader.addenda(), tuple(self._loader.found[before:])

    @cached_property
    def dossier(self) -> tuple[Dossier | None, tuple[Diagnostic, ...]]:
        """The dossier, None when too little of it can be read to go on; and all findings.

        A file that cannot be read is left out of the dossier and leaves a fout.
        """
        dossier = self._loader.load(self.registers[0], self.addenda[0])
        return dossier, tuple(dict.fromkeys(self._loader.found))


class _Loader(Bronnen):
    registers_heel = True  # until one gives no rows, for it cannot be read

    def load(self, registers: Registers | None, addenda: list[Addendum]) -> Dossier | None:
        self.check_root()
        if registers is None:
            return None
        instellingen = registers.instellingen
        if not instellingen.delen:
            velden = {"sleutel": "delen", "verwacht": "een lijst met mappen", "gevonden": "niets"}
            tip = "noem de mappen met tekst, in de volgorde van het convenant"
            self.report("CV007", instellingen.position, **velden, tip=tip)
        delen = tuple(self.delen(instellingen))
        verklaringen = self.verklaringen(instellingen)
        toelichtingen = self.toelichtingen()
        self.check_unknown(self.root / "convenant", instellingen)
        return Dossier(
            naam=mapnaam(self.root),
            instellingen=instellingen,
            delen=delen,
            addenda=tuple(addenda),
            figuren=self.figuren,
            verklaringen=verklaringen,
            toelichtingen=toelichtingen,
            rijen=registers.rijen,
            geannuleerd=registers.geannuleerd,
            **{register.naam: register.rijen(registers) for register in REGISTERS},
        )

    def registers(self) -> Registers | None:
        """Read convenant.yaml and the registers; a register that is not there is empty."""
        instellingen = self.bind(Instellingen, self.root / DOSSIERBESTAND)
        rijen = {register.naam: self.rijen(register) for register in REGISTERS}
        for register in REGISTERS:
            if register.wat:
                self.found += check_sleutels(register, rijen[register.naam])
        if instellingen is None:
            return None
        registers = Registers(mapnaam(self.root), instellingen, **rijen)
        return registers.met_gebeurtenissen(registers.gebeurtenissen)

    def rijen(self, register: Register) -> tuple[Any, ...]:
        """Read the rows of a register; none when it cannot be read, or need not be there."""
        path = self.root / register.pad
        if not (register.nodig or self.lezer.is_er(path)):
            return ()
        text = self.lees(path)
        rows, found = (None, ()) if text is None else register.lees(text, shown(path))
        self.found += found
        self.registers_heel = self.registers_heel and rows is not None
        return rows or ()

    def toelichtingen(self) -> tuple[Toelichting, ...]:
        """Read why the text changed; nothing when there is no such file, or it is no good."""
        path = self.root / TOELICHTINGEN
        bestand = self.bind(Toelichtingen, path) if self.lezer.is_er(path) else None
        return bestand.toelichtingen if bestand else ()

    # --- the text

    def delen(self, instellingen: Instellingen) -> list[Element]:
        convenant = self.root / "convenant"
        folders = [path.name for path in self.inhoud(convenant).mappen]
        seen: set[str] = set()
        found: list[Element] = []
        for naam in instellingen.delen:
            if naam in seen:
                velden = {"wat": "deel", "naam": naam, "eerder": "dezelfde lijst 'delen'"}
                self.report("CV009", instellingen.position, **velden)
            elif naam not in folders:
                tip = bedoelde(naam, folders) or "maak de map, of haal haar uit 'delen'"
                if not self.inhoud(convenant / naam).bevindingen:  # they say what it is instead
                    self.report("CV011", instellingen.position, naam=f"convenant/{naam}", tip=tip)
            else:
                found.append(self.deel(convenant / naam))
            seen.add(naam)
        self.check_koppen(convenant, found)
        return found

    def check_koppen(self, convenant: Path, delen: list[Element]) -> None:
        """Report folders without a heading; the only one with text may be chapters alone."""
        apart = (VOORWERK, VERKLARINGEN)
        kaal = [deel for deel in delen if deel.soort != "deel"]
        with_text = sum(
            deel.soort == "deel" or (deel.anker not in apart and _begint_met(deel) != "bijlage")
            for deel in delen
        )
        for deel in kaal:
            folder = convenant / deel.anker
            vrij = deel.anker in apart or _begint_met(deel) in _ZELFSTANDIG
            vrij = vrij or (with_text == 1 and not _heeft_kop(deel))
            leeg = not any(path.suffix == ".md" for path in self.inhoud(folder).paden)
            leeg = leeg and deel.anker != VOORWERK  # which may wait for its text
            if (leeg or not vrij) and not self.inhoud(folder).bevindingen:
                self.report("CV024", Position(shown(folder)), naam=shown(folder))

    def deel(self, folder: Path) -> Element:
        """Read the folder of one deel; `00-deel.md` holds its own heading, when it has one."""
        inhoud = self.inhoud(folder)
        texts = [path for path in inhoud.paden if path.suffix == ".md"]
        elements = [element for path in texts if (element := self.text(path))]
        return samengesteld(folder.name, elements, Position(shown(folder)))

    def verklaringen(self, instellingen: Instellingen) -> dict[int, Element]:
        """Read the declarations of accession, by the number with which their names begin."""
        if VERKLARINGEN in instellingen.delen:  # in a frozen version they are a deel like others
            return {}
        found: dict[int, Element] = {}
        for path in self.inhoud(self.root / "convenant" / VERKLARINGEN).paden:
            match = _VERKLARING.fullmatch(path.name)
            element = self.text(path) if match else None
            if match and element:
                if int(match[1]) in found:
                    velden = {"wat": "verklaring", "naam": match[1], "eerder": "deze map"}
                    self.report("CV009", Position(shown(path)), **velden)
                found.setdefault(int(match[1]), element)
        return found

    # --- addenda

    def addenda(self) -> list[Addendum]:
        found = (self.addendum(folder) for folder in self.inhoud(self.root / "addenda").paden)
        read = [addendum for addendum in found if addendum is not None]
        return sorted(read, key=_volgorde)

    def addendum(self, folder: Path) -> Addendum | None:
        if folder not in self.inhoud(folder.parent).mappen or not self.lezer.is_er(
            folder / "addendum.yaml"
        ):
            tip = "een addendum is een map addenda/<datum>-<naam>/ met een addendum.yaml"
            self.report("CV010", Position(shown(folder)), naam=folder.name, tip=tip)
            return None
        gegevens = self.bind(Addendumgegevens, folder / "addendum.yaml")
        if gegevens is None:
            return None
        teksten = self.teksten(folder, gegevens.wijzigingen)
        self.check_used(folder, "noem het in addendum.yaml onder 'wijzigingen'")
        return Addendum(folder.name, gegevens, teksten)

    def teksten(
        self, folder: Path, wijzigingen: Iterable[Wijziging]
    ) -> dict[str, tuple[Part, ...]]:
        """Read what wijzigingen call under `tekst`: a file, or one element of a file."""
        files: dict[str, tuple[Part, ...]] = {}
        found: dict[str, tuple[Part, ...]] = {}
        names = [path.name for path in self.inhoud(folder).paden if path.suffix == ".md"]
        for wijziging in wijzigingen:
            if not wijziging.tekst or wijziging.tekst in found:
                continue
            naam, _, anker = wijziging.tekst.partition("#")
            if naam not in names:
                tip = bedoelde(naam, names) or "zet het bestand in de map van het addendum"
                self.report("CV011", wijziging.position, naam=naam, tip=tip)
                continue
            if naam not in files:
                files[naam] = self.fragment(folder / naam)
            if not files[naam]:  # it could not be read, and the reader has said so
                continue
            named = {
                e.anker: e for e in elementen(p for p in files[naam] if isinstance(p, Element))
            }
            if anker and anker not in named:
                tip = bedoelde(anker, named) or f"in {naam} staan: {', '.join(named)}"
                self.report("CV011", wijziging.position, naam=wijziging.tekst, tip=tip)
            else:
                found[wijziging.tekst] = (named[anker],) if anker else files[naam]
        return found

    # --- what belongs nowhere

    def check_root(self) -> None:
        """Report a folder beside convenant/ that is probably meant to be addenda/.

        What else lies there is the user's own, be it a link.
        """
        inhoud = self.lezer.entries(self.root)
        self.found += [f for f in inhoud.bevindingen if f.position.path == shown(self.root)]
        for path in inhoud.paden:
            near = get_close_matches(path.name.lower(), ["addenda"], cutoff=0.75)
            if near and path.name != "addenda":
                tip = "de map met addenda heet 'addenda'"
                self.report("CV010", Position(shown(path)), naam=path.name, tip=tip)

    def check_unknown(self, convenant: Path, instellingen: Instellingen) -> None:
        known = {
            *(DOSSIERBESTAND.name, REGISTERMAP.name, TOELICHTINGEN.name),
            *("versies", VERKLARINGEN),
            *instellingen.delen,
        }
        for path in self.inhoud(convenant).paden:
            if path.name not in known:
                tip = (
                    bedoelde(path.name, known)
                    or "noem een map met tekst in convenant.yaml: 'delen'"
                )
                self.report("CV010", Position(shown(path)), naam=path.name, tip=tip)
        registers = ", ".join(register.bestand for register in REGISTERS)
        self.check_used(self.root / REGISTERMAP, f"registers zijn: {registers}")
        tip = "een toetredingsverklaring heet '1-naam.md'; 'convenant toetreding' maakt haar"
        self.check_used(convenant / VERKLARINGEN, tip)
        for naam in dict.fromkeys(instellingen.delen):
            self.check_used(convenant / naam, "een deel bestaat uit .md-bestanden en hun figuren")

    def check_used(self, folder: Path, tip: str) -> None:
        for path in self.inhoud(folder).paden:
            if path not in self.used:
                self.report("CV010", Position(shown(path)), naam=path.name, tip=tip)


def _begint_met(deel: Element) -> str:
    """Return what the first part of a folder without a heading is; "" for none."""
    first = deel.inhoud[0] if deel.inhoud else None
    return first.soort if isinstance(first, Element) else ""


def _heeft_kop(deel: Element) -> bool:
    """Tell whether the heading of a deel stands in a folder, but not at its beginning."""
    return any(isinstance(part, Element) and part.soort == "deel" for part in deel.inhoud)


def _volgorde(addendum: Addendum) -> tuple[date, int, str, str]:
    """Return what addenda are sorted by: their day, then what they say themselves."""
    volgorde = addendum.gegevens.volgorde
    return (addendum.gegevens.ingangsdatum, len(volgorde), volgorde, addendum.naam)
