"""A folder to a Dossier, with all findings at once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeVar

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Diagnostic, Position, bedoelde
from convenantwerk.basis.files import DOSSIERBESTAND, Lezer, entries, shown
from convenantwerk.basis.yaml import bind_text
from convenantwerk.dossier.dossier import (
    Addendum,
    Addendumgegevens,
    Dossier,
    Instellingen,
    Registers,
)
from convenantwerk.dossier.gebeurtenissen import Gebeurtenissen
from convenantwerk.dossier.registers import SLEUTEL, Besluiten, Ondertekenaars, Partners
from convenantwerk.tekst.boom import (
    Blok,
    Element,
    Figuur,
    Onderdeel,
    alle_blokken,
    blokken,
    elementen,
)
from convenantwerk.tekst.lezen import lees_fragment, lees_tekst

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from convenantwerk.dossier.dossier import Wijziging
    from convenantwerk.tekst.adressen import Part

T = TypeVar("T")
PARTNERS = "partners.yaml"
ONDERTEKENAARS = "ondertekenaars.yaml"
BESLUITEN = "besluiten.yaml"
GEBEURTENISSEN = "gebeurtenissen.yaml"
REGISTERS = Path("convenant") / "registers"
VOORWERK = "voorwerk"
VERKLARINGEN = "verklaringen"  # declarations of accession, bound behind the text
_VERKLARING = re.compile(r"(\d{1,4})-[a-z0-9-]+\.md")
_FIGUURSOORTEN = (".png", ".jpg", ".jpeg")
_PNG = (b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82")
_JPEG = (b"\xff\xd8\xff", b"\xff\xd9")


class Dossierlezer:
    """Reads a dossier: its registers, its addenda and its text, each at first use.

    Args:
        root: the folder that holds convenant/convenant.yaml.
        lezer: what reads its files; what it has read already is not read again.
    """

    def __init__(self, root: Path, lezer: Lezer | None = None) -> None:
        self._loader = _Loader(root, lezer or Lezer())

    @cached_property
    def registers(self) -> tuple[Registers | None, tuple[Diagnostic, ...]]:
        """What is kept besides the text, None when convenant.yaml cannot be read; the findings.

        A register that is not there is empty; so is one that cannot be read, which leaves a fout.
        """
        registers = self._loader.registers()
        return registers, tuple(self._loader.found)

    @cached_property
    def addenda(self) -> list[Addendum]:
        """The addenda in order; one that cannot be read is left out."""
        return self._loader.addenda()

    @cached_property
    def dossier(self) -> tuple[Dossier | None, tuple[Diagnostic, ...]]:
        """The dossier, None when too little of it can be read to go on; and all findings.

        A file that cannot be read is left out of the dossier and leaves a fout.
        """
        dossier = self._loader.load(self.registers[0], self.addenda)
        return dossier, tuple(self._loader.found)


@dataclass
class _Loader:
    root: Path
    lezer: Lezer
    found: list[Diagnostic] = field(default_factory=list)
    figuren: dict[tuple[str, str], bytes] = field(default_factory=dict)
    used: set[Path] = field(default_factory=set)

    def load(self, registers: Registers | None, addenda: list[Addendum]) -> Dossier | None:
        convenant = self.root / "convenant"
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
        self.check_unknown(convenant, instellingen)
        return Dossier(
            naam=self.root.resolve().name,
            instellingen=instellingen,
            delen=delen,
            addenda=tuple(addenda),
            partners=registers.partners,
            ondertekenaars=registers.ondertekenaars,
            figuren=self.figuren,
            besluiten=registers.besluiten,
            gebeurtenissen=registers.gebeurtenissen,
            verklaringen=verklaringen,
        )

    def registers(self) -> Registers | None:
        """Read convenant.yaml and the registers; a register that is not there is empty."""
        folder = self.root / REGISTERS
        instellingen = self.bind(Instellingen, self.root / DOSSIERBESTAND)
        partners = self.bind(Partners, folder / PARTNERS) or Partners(())
        signers = self.bind(Ondertekenaars, folder / ONDERTEKENAARS) or Ondertekenaars(())
        besluiten, gebeurtenissen = Besluiten(), Gebeurtenissen()
        if _is_file(folder / BESLUITEN):
            besluiten = self.bind(Besluiten, folder / BESLUITEN) or besluiten
        if _is_file(folder / GEBEURTENISSEN):
            gebeurtenissen = self.bind(Gebeurtenissen, folder / GEBEURTENISSEN) or gebeurtenissen
        named = (
            ("partner", partners.partners),
            ("ondertekenaar", signers.ondertekenaars),
            ("besluit", besluiten.besluiten),
        )
        for wat, rows in named:
            self.check_names(wat, ((row.sleutel, row.position) for row in rows))
        if instellingen is None:
            return None
        return Registers(
            self.root.resolve().name,
            instellingen,
            partners.partners,
            signers.ondertekenaars,
            besluiten.besluiten,
            gebeurtenissen.gebeurtenissen,
        )

    def report(self, code: str, position: Position, **velden: object) -> None:
        self.found.append(CODES[code].at(position, **velden))

    def bind(self, cls: type[T], path: Path) -> T | None:
        self.used.add(path)
        text, found = self.lezer.text(path)
        self.found += found
        if text is None:
            return None
        value, found = bind_text(cls, text, shown(path))
        self.found += found
        return value

    # --- the text

    def delen(self, instellingen: Instellingen) -> Iterable[Element]:
        convenant = self.root / "convenant"
        folders = [path.name for path in entries(convenant) if path.is_dir()]
        seen: set[str] = set()
        for naam in instellingen.delen:
            if naam in seen:
                velden = {"wat": "deel", "naam": naam, "eerder": "dezelfde lijst 'delen'"}
                self.report("CV009", instellingen.position, **velden)
            elif naam not in folders:
                tip = bedoelde(naam, folders) or "maak de map, of haal haar uit 'delen'"
                self.report("CV011", instellingen.position, naam=f"convenant/{naam}", tip=tip)
            else:
                yield self.deel(convenant / naam)
            seen.add(naam)

    def deel(self, folder: Path) -> Element:
        """Read the folder of one deel; `00-deel.md` holds its own heading, when it has one."""
        texts = [path for path in entries(folder) if path.suffix == ".md" and path.is_file()]
        elements = [element for path in texts if (element := self.text(path))]
        position = Position(shown(folder))
        headless = not elements or elements[0].soort != "deel"
        if headless and (folder.name not in (VOORWERK, VERKLARINGEN) or not texts):
            self.report("CV024", position, naam=shown(folder))
        return samengesteld(folder.name, elements, position)

    def verklaringen(self, instellingen: Instellingen) -> dict[int, Element]:
        """Read the declarations of accession, by the number with which their names begin."""
        if VERKLARINGEN in instellingen.delen:  # in a frozen version they are a deel like others
            return {}
        found: dict[int, Element] = {}
        for path in entries(self.root / "convenant" / VERKLARINGEN):
            match = _VERKLARING.fullmatch(path.name)
            element = self.text(path) if match and path.is_file() else None
            if match and element:
                if int(match[1]) in found:
                    velden = {"wat": "verklaring", "naam": match[1], "eerder": "deze map"}
                    self.report("CV009", Position(shown(path)), **velden)
                found.setdefault(int(match[1]), element)
        return found

    def text(self, path: Path) -> Element | None:
        self.used.add(path)
        text, found = self.lezer.text(path)
        self.found += found
        if text is None:
            return None
        bestand, found = lees_tekst(text, shown(path))
        self.found += found
        if bestand is None:
            return None
        self.figuren_in(path, [bestand.element])
        return bestand.element

    def figuren_in(self, path: Path, parts: Iterable[Part]) -> None:
        """Read the figures of a text."""
        for element_or_blok in parts:
            for blok in _alle_blokken(element_or_blok):
                if isinstance(blok, Figuur):
                    self.figuur(path, blok)

    def figuur(self, textfile: Path, figuur: Figuur) -> None:
        path = textfile.parent / figuur.pad
        inside = _is_below(path, self.root)
        data: bytes | None = None
        if PurePosixPath(figuur.pad).suffix.lower() not in _FIGUURSOORTEN or not inside:
            tip = "gebruik een .png of .jpg in de map van het dossier"
        elif not _is_file(path):
            names = [entry.name for entry in entries(path.parent)]
            tip = bedoelde(path.name, names) or "zet het bestand op deze plaats"
        else:
            self.used.add(path)
            data, found = self.lezer.data(path)
            self.found += found
            tip = "het bestand is beschadigd of geen PNG of JPEG; sla de figuur opnieuw op"
        if data is not None and _is_picture(data):
            self.figuren[shown(textfile), figuur.pad] = data
        else:
            self.report("CV011", figuur.position, naam=figuur.pad, tip=tip)

    # --- addenda

    def addenda(self) -> list[Addendum]:
        found = (self.addendum(folder) for folder in entries(self.root / "addenda"))
        read = [addendum for addendum in found if addendum is not None]
        return sorted(read, key=_volgorde)

    def addendum(self, folder: Path) -> Addendum | None:
        if not (folder / "addendum.yaml").is_file():
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
        names = [path.name for path in entries(folder) if path.suffix == ".md"]
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

    def fragment(self, path: Path) -> tuple[Part, ...]:
        """Read a piece of text of an addendum."""
        self.used.add(path)
        text, found = self.lezer.text(path)
        self.found += found
        if text is None:
            return ()
        parts, found = lees_fragment(text, shown(path))
        self.found += found
        self.figuren_in(path, parts)
        return parts

    # --- what belongs nowhere

    def check_root(self) -> None:
        """Report a folder beside convenant/ that is probably meant to be addenda/."""
        for path in entries(self.root):
            near = get_close_matches(path.name.lower(), ["addenda"], cutoff=0.75)
            if near and (path.name != "addenda" or not path.is_dir()):
                tip = "de map met addenda heet 'addenda'"
                self.report("CV010", Position(shown(path)), naam=path.name, tip=tip)

    def check_unknown(self, convenant: Path, instellingen: Instellingen) -> None:
        known = {DOSSIERBESTAND.name, "registers", "versies", VERKLARINGEN, *instellingen.delen}
        for path in entries(convenant):
            if path.name not in known:
                tip = (
                    bedoelde(path.name, known)
                    or "noem een map met tekst in convenant.yaml: 'delen'"
                )
                self.report("CV010", Position(shown(path)), naam=path.name, tip=tip)
        known_registers = [PARTNERS, ONDERTEKENAARS, BESLUITEN, GEBEURTENISSEN]
        self.check_used(convenant / "registers", f"registers zijn: {', '.join(known_registers)}")
        tip = "een toetredingsverklaring heet '1-naam.md'; 'convenant toetreding' maakt haar"
        self.check_used(convenant / VERKLARINGEN, tip)
        for naam in dict.fromkeys(instellingen.delen):
            self.check_used(convenant / naam, "een deel bestaat uit .md-bestanden en hun figuren")

    def check_used(self, folder: Path, tip: str) -> None:
        for path in entries(folder):
            if path not in self.used:
                self.report("CV010", Position(shown(path)), naam=path.name, tip=tip)

    def check_names(self, wat: str, names: Iterable[tuple[str, Position]]) -> None:
        seen: dict[str, Position] = {}
        for naam, position in names:
            if not SLEUTEL.fullmatch(naam):  # it becomes part of file names
                velden = {
                    "sleutel": "sleutel",
                    "verwacht": "een korte naam",
                    "gevonden": f"'{naam}'",
                }
                tip = "gebruik kleine letters, cijfers en streepjes: 'gemeente-gouda'"
                self.report("CV007", position, **velden, tip=tip)
            if naam in seen:
                self.report("CV009", position, wat=wat, naam=naam, eerder=seen[naam])
            seen.setdefault(naam, position)


def samengesteld(naam: str, elements: list[Element], position: Position) -> Element:
    """Return the elements of the files of one folder as a deel.

    The first may be the heading of the deel, under which the others come; otherwise the folder,
    by its name, is a part without a heading.
    """
    if elements and elements[0].soort == "deel":
        first, *rest = elements
        return replace(first, inhoud=(*first.inhoud, *rest))
    return Element("voorwerk", "", "", (), naam, tuple(elements), 0, position=position)


def _volgorde(addendum: Addendum) -> tuple[date, int, str, str]:
    """Return what addenda are sorted by: their day, then what they say themselves."""
    volgorde = addendum.gegevens.volgorde
    return (addendum.gegevens.ingangsdatum, len(volgorde), volgorde, addendum.naam)


def _alle_blokken(part: Part) -> Iterator[Blok]:
    """Yield the blocks in a part, however deep."""
    match part:
        case Element():
            for element in elementen([part]):
                yield from alle_blokken(blokken(element))
        case Onderdeel():
            yield from alle_blokken(part.inhoud)
        case _:
            yield part


def _is_picture(data: bytes) -> bool:
    """Tell whether a file begins and ends as a PNG or JPEG does: a copy cut short does not."""
    return any(
        data.startswith(start) and data.rstrip(b"\0").endswith(end) for start, end in (_PNG, _JPEG)
    )


def _is_below(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except OSError:  # a name that no disk can hold
        return False


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
