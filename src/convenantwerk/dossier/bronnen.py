"""The sources of a dossier as they are read: files, findings, and texts with their figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from convenantwerk.basis.beelden import MEEST_SAMEN, afmeting, bezwaar
from convenantwerk.basis.bestandsnaam import niet_op_windows
from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.files import shown
from convenantwerk.basis.schijntekens import schijntekens_in
from convenantwerk.basis.tekst import onzichtbaar_in
from convenantwerk.basis.yaml import bind_text
from convenantwerk.dossier.figuren import figuren_in, zoek_figuur
from convenantwerk.dossier.letters import zonder_letter
from convenantwerk.dossier.versie import GEGEVENS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from types import ModuleType

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.basis.lezer import Lezer, Map
    from convenantwerk.tekst.adressen import Part
    from convenantwerk.tekst.boom import Element, Figuur, Tekstbestand

T = TypeVar("T")
_SAMEN = (
    f"de figuren hebben samen meer dan {MEEST_SAMEN // 1_000_000} miljoen beeldpunten; "
    "maak ze kleiner"
)


@dataclass
class Bronnen:
    """The sources of a dossier as they are being read.

    Args:
        root: the folder of the dossier.
        lezer: what reads its files.
        found: what was found so far.
        figuren: the figures that were read, by the text that calls them and how.
        used: the files that were asked for.
        punten: how many pixels each picture has that was decoded.
    """

    root: Path
    lezer: Lezer
    found: list[Diagnostic] = field(default_factory=list)
    figuren: dict[tuple[str, str], bytes] = field(default_factory=dict)
    used: set[Path] = field(default_factory=set)
    punten: dict[bytes, int] = field(default_factory=dict)

    def report(self, code: str, position: Position, **velden: object) -> None:
        """Keep a finding."""
        self.found.append(CODES[code].at(position, **velden))

    def inhoud(self, folder: Path) -> Map:
        """Return what a folder holds; what cannot be listed is a finding."""
        inhoud = self.lezer.entries(folder)
        self.found += inhoud.bevindingen
        for path in inhoud.paden:
            if reden := niet_op_windows(path.name):
                self.report("CV221", Position(shown(path)), naam=path.name, reden=reden)
        return inhoud

    def lees(self, path: Path) -> str | None:
        """Return a file as text, None when it cannot be read."""
        self.used.add(path)
        text, found = self.lezer.text(path)
        self.found += found
        if path.suffix == ".md":
            self.found += onzichtbaar_in(text or "", shown(path))
            if not self._is_bevroren:
                self.found += schijntekens_in(text or "", shown(path))
        bezwaren = tuple(zonder_letter(text or "", shown(path), self.root, self.lezer))
        if bezwaren and not self._is_bevroren:
            self.found += bezwaren
        return text

    @cached_property
    def _is_bevroren(self) -> bool:
        """Whether this is a version: of that nothing can be changed any more."""
        return self.lezer.is_er(self.root / GEGEVENS)

    def bind(self, cls: type[T], path: Path) -> T | None:
        """Return what a file of YAML holds, None when it cannot be read."""
        text = self.lees(path)
        if text is None:
            return None
        value, found = bind_text(cls, text, shown(path))
        self.found += found
        return value

    def text(self, path: Path) -> Element | None:
        """Return the text of a file, None when it cannot be read."""
        text = self.lees(path)
        if text is None:
            return None
        bestand: Tekstbestand | None
        bestand, found = self._eenmaal(path, text, _tekstlezer().lees_tekst)
        self.found += found
        if bestand is None:
            return None
        self.figuren_van(path, [bestand.element])
        return bestand.element

    def fragment(self, path: Path) -> tuple[Part, ...]:
        """Read a piece of text of an addendum."""
        text = self.lees(path)
        if text is None:
            return ()
        parts: tuple[Part, ...]
        parts, found = self._eenmaal(path, text, _tekstlezer().lees_fragment)
        self.found += found
        self.figuren_van(path, parts)
        return parts

    def _eenmaal(self, path: Path, text: str, lees: Callable[[str, str], T]) -> T:
        """Return what a text is read as: who looks again has those files read that changed."""
        key = path, lees.__name__
        eerder = self.lezer.gemaakt.get(key)
        if eerder is None or eerder[0] != text:
            eerder = self.lezer.gemaakt[key] = (text, lees(text, shown(path)))
        return cast("T", eerder[1])

    def figuren_van(self, textfile: Path, parts: Iterable[Part]) -> None:
        """Read the figures of a text; what exporters get of them is decoded here, or a finding."""
        for figuur in (figuur for part in parts for figuur in figuren_in(part)):
            path, tip = zoek_figuur(self.lezer, textfile, figuur)
            data: bytes | None = None
            if path is not None:
                self.used.add(path)
                data, found = self.lezer.data(path)
                self.found += found
                tip = found[0].melding if found else ""
            if data is None:
                self.report("CV011", figuur.position, naam=figuur.pad, tip=tip)
            elif self._is_te_zien(figuur, data):
                self.figuren[shown(textfile), figuur.pad] = data

    def _is_te_zien(self, figuur: Figuur, data: bytes) -> bool:
        """Tell whether a figure can be decoded; else say why not."""
        size = afmeting(data)
        self.punten.setdefault(data, size.breed * size.hoog if size else 0)
        reden = _SAMEN if sum(self.punten.values()) > MEEST_SAMEN else bezwaar(data)
        if reden:
            self.report("CV043", figuur.position, naam=figuur.pad, reden=reden)
        return not reden


def _tekstlezer() -> ModuleType:
    """Return what reads Markdown, which registers do without: it is a fifth of `stand`."""
    from convenantwerk.tekst import lezen  # noqa: PLC0415

    return lezen
