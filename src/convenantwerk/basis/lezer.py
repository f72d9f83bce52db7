"""Reads the files of one dossier: each once, none outside it, none that is too large.

What cannot be read is not passed over: whoever asks gets the findings with what there is.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.beelden import MEEST_BYTES, MEEST_PUNTEN, afmeting, te_groot
from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Diagnostic, Position
from convenantwerk.basis.files import decoded, shown
from convenantwerk.basis.grens import Grens, NietGelezenError
from convenantwerk.basis.waarde import waarde

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from convenantwerk.basis.grens import Plaats

_MB = 1_000_000
_VERBORGEN = ".~"  # what the name of a hidden or temporary file begins with
_VERSIES = ("convenant", "versies")


class Maat(NamedTuple):
    """How many bytes a kind of file may have, and what to do with one that has more."""

    grootst: int
    tip: str


_TEKST = Maat(5 * _MB, "verdeel de tekst over meer bestanden")
_YAML = Maat(20 * _MB, "haal weg wat er niet in hoort")
_BEELD = Maat(50 * _MB, "sla de figuur kleiner op, met minder beeldpunten")
_ANDERS = Maat(50 * _MB, "zet hier een kleiner bestand neer")
MATEN = {
    ".md": _TEKST,
    ".yaml": _YAML,
    **dict.fromkeys((".png", ".jpg", ".jpeg"), _BEELD),
}
# What counts is what is looked at to read the dossier: all in the folders with text, addenda,
# registers and templates. build/ and archief/ grow as the work goes on, and do not count; a
# frozen version is a dossier of its own, and counted apart.
MEESTE_BESTANDEN = 2_000
MEESTE_BYTES = 250 * _MB  # of all that is read together
DIEPST = 20  # folders in folders
_GROEIT = ("archief", "build")
_NIET_GETEKEND = ("archief",)  # a scan of a signed paper is kept, never put on paper


@waarde
class Gelezen:
    """A file as it was read: its bytes, None when it cannot be read, and the findings.

    `weg` says that there is nothing of that name.
    """

    data: bytes | None
    bevindingen: tuple[Diagnostic, ...] = ()
    weg: bool = False


class Lijst(NamedTuple):
    """A folder as it was listed: of each name whether it is a folder, or why it is not read."""

    namen: Mapping[str, bool | Diagnostic]
    bevindingen: tuple[Diagnostic, ...] = ()


class Map(NamedTuple):
    """What a folder holds, sorted, and the findings; nothing when it is not there."""

    bestanden: tuple[Path, ...] = ()
    mappen: tuple[Path, ...] = ()
    bevindingen: tuple[Diagnostic, ...] = ()

    @property
    def paden(self) -> list[Path]:
        """Its files and folders."""
        return sorted((*self.bestanden, *self.mappen))


class Lezer:
    """Reads what lies below a folder, each thing once: who asks again gets what was read then.

    So all that a command says rests on one state of the files, also while somebody edits them;
    `veranderd` tells whether they are still so.

    Args:
        grens: the folder of the dossier; nothing outside it is read, whatever a path or link says.
    """

    def __init__(self, grens: Path) -> None:
        self._folder = grens
        self._grens = Grens(grens)
        self._gelezen: dict[Plaats, Gelezen] = {}
        self._lijsten: dict[Plaats, Lijst] = {}
        self.gemaakt: dict[tuple[Path, str], tuple[str, object]] = {}  # of which text, what
        self._aantal: Counter[Plaats] = Counter()
        self._bytes: Counter[Plaats] = Counter()

    def omvat(self, folder: Path) -> bool:
        """Tell whether a folder lies within the bounds of this one."""
        return self._grens.omvat(folder)

    def mag(self, path: Path) -> bool:
        """Tell whether a path does not lead out of the folder."""
        return self._grens.plaats(path) is not None

    def met(self, path: Path, data: bytes) -> Lezer:
        """Return a reader for which one file holds other bytes: what would be, were it written.

        All else is as it was read here; `veranderd` is not to be asked of it.
        """
        ander = Lezer(self._folder)
        ander._gelezen, ander._lijsten = dict(self._gelezen), dict(self._lijsten)
        ander.gemaakt = dict(self.gemaakt)
        ander._aantal, ander._bytes = Counter(self._aantal), Counter(self._bytes)
        if (plaats := self._grens.plaats(path)) is not None:
            grootst = _maat(plaats).grootst
            ander._gelezen[plaats] = self._gekeurd(
                plaats, data if len(data) <= grootst else len(data)
            )
        return ander

    # --- files

    def data(self, path: Path) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
        """Return the bytes of a file, None when it cannot be read; and the findings."""
        gelezen = self._lees_eens(path)
        return gelezen.data, gelezen.bevindingen

    def text(self, path: Path) -> tuple[str | None, tuple[Diagnostic, ...]]:
        """Return a file as text, None when it is none; and the findings."""
        data, found = self.data(path)
        return (None, found) if data is None else decoded(data, path)

    def is_er(self, path: Path) -> bool:
        """Tell whether anything has that name; also what cannot be read, as `data` then says."""
        return not self._lees_eens(path).weg

    def _lees_eens(self, path: Path) -> Gelezen:
        plaats = self._grens.plaats(path)
        if plaats is None:
            bezwaar = CODES["CV034"].at(Position(shown(path)), wat="iets buiten het dossier")
            return Gelezen(None, (bezwaar,))
        if plaats not in self._gelezen:
            eigenaar = _dossier(plaats)
            if self._bytes[eigenaar] > MEESTE_BYTES:
                reden = f"de bestanden zijn samen meer dan {MEESTE_BYTES // _MB} MB"
                return Gelezen(None, (self._bezwaar(eigenaar, "CV036", reden=reden),))
            self._gelezen[plaats] = gelezen = self._lees(plaats)
            self._bytes[eigenaar] += len(gelezen.data or b"")
        return self._gelezen[plaats]

    def _lees(self, plaats: Plaats) -> Gelezen:
        """Read a file as it is now."""
        try:
            self._keur_diepte(plaats)
            data = self._grens.bestand(plaats, _maat(plaats).grootst)
        except NietGelezenError as error:
            return Gelezen(None, (self._van(error),), error.weg and not self._genoemd(plaats))
        return self._gekeurd(plaats, data)

    def _gekeurd(self, plaats: Plaats, data: bytes | int) -> Gelezen:
        """Return what was read, or why not: it is too large; then it is a number of bytes."""
        maat = _maat(plaats)
        if isinstance(data, int):
            gevonden, grens = f"{-(-data // _MB)} MB", f"{maat.grootst // _MB} MB"
        elif (size := afmeting(data)) and te_groot(size) and plaats[0] not in _NIET_GETEKEND:
            maat = _BEELD
            gevonden = f"{size.breed} bij {size.hoog} beeldpunten ({size.bytes // _MB} MB)"
            grens = f"{MEEST_PUNTEN // _MB} miljoen beeldpunten, en {MEEST_BYTES // _MB} MB"
        else:
            return Gelezen(data)
        velden = {"gevonden": gevonden, "grens": grens, "tip": maat.tip}
        return Gelezen(None, (self._bezwaar(plaats, "CV035", **velden),))

    # --- folders

    def entries(self, folder: Path) -> Map:
        """Return what a folder holds; hidden and temporary files left out."""
        return self._inhoud(folder, verborgen=False)

    def boom(self, folder: Path) -> tuple[dict[str, Path], tuple[Diagnostic, ...]]:
        """Return all files below a folder, hidden ones too, by their path from it; the findings."""
        files: dict[str, Path] = {}
        found: list[Diagnostic] = []
        todo = [folder]
        while todo:
            inhoud = self._inhoud(todo.pop(), verborgen=True)
            found += inhoud.bevindingen
            todo += inhoud.mappen
            files.update((path.relative_to(folder).as_posix(), path) for path in inhoud.bestanden)
        return dict(sorted(files.items())), tuple(found)

    def _inhoud(self, folder: Path, *, verborgen: bool) -> Map:
        plaats = self._grens.plaats(folder)
        if plaats is None:
            return Map(bevindingen=self._lees_eens(folder).bevindingen)
        eigenaar = _dossier(plaats)
        if plaats not in self._lijsten:
            self._lijsten[plaats] = self._lijst(plaats)
            self._aantal[eigenaar] += _bestanden(plaats, self._lijsten[plaats])
        if self._aantal[eigenaar] > MEESTE_BESTANDEN:
            reden = f"er zijn meer dan {MEESTE_BESTANDEN} bestanden"
            return Map(bevindingen=(self._bezwaar(eigenaar, "CV036", reden=reden),))
        lijst = self._lijsten[plaats]
        soorten, found = lijst if verborgen else _zichtbaar(lijst)
        return Map(
            tuple(folder / naam for naam, soort in soorten.items() if soort is False),
            tuple(folder / naam for naam, soort in soorten.items() if soort is True),
            (*found, *(soort for soort in soorten.values() if isinstance(soort, Diagnostic))),
        )

    def _lijst(self, plaats: Plaats) -> Lijst:
        """List a folder as it is now."""
        try:
            self._keur_diepte(plaats)
            namen = self._grens.namen(plaats)
        except NietGelezenError as error:
            weg = error.weg and not self._genoemd(plaats)
            return Lijst({}, () if weg else (self._van(error),))
        return Lijst(
            {
                naam: soort if isinstance(soort, bool) else self._van(soort)
                for naam, soort in sorted(namen.items())
            }
        )

    def _genoemd(self, plaats: Plaats) -> bool:
        """Tell whether the folder that it is in has named it: if it is gone, it went since."""
        lijst = self._lijsten.get(plaats[:-1])
        return bool(plaats) and lijst is not None and plaats[-1] in lijst.namen

    # --- what is wrong

    def _keur_diepte(self, plaats: Plaats) -> None:
        if len(plaats) > DIEPST:
            reden = f"hier zitten meer dan {DIEPST} mappen in elkaar"
            raise NietGelezenError(plaats[:DIEPST], "CV036", reden=reden)

    def _van(self, error: NietGelezenError) -> Diagnostic:
        return self._bezwaar(error.plaats, error.code, **error.velden)

    def _bezwaar(self, plaats: Plaats, code: str, **velden: str) -> Diagnostic:
        path = self._folder.joinpath(*plaats)
        return CODES[code].at(Position(shown(path)), **velden)

    # --- as time goes by

    def veranderd(self) -> bool:
        """Tell whether anything that was read or listed is otherwise by now.

        What is hidden may come and go, as locks do; so may what lies beside the folders of the
        dossier.
        """
        return next(self._veranderd(), None) is not None

    def vergeet_veranderd(self) -> frozenset[Plaats]:
        """Forget what is otherwise by now, as `veranderd` tells, and return where that is."""
        anders = frozenset(self._veranderd())
        self._houd(lambda plaats: plaats not in anders)
        return anders

    def _veranderd(self) -> Iterator[Plaats]:
        for plaats, lijst in self._lijsten.items():
            if plaats and _zichtbaar(self._lijst(plaats)) != _zichtbaar(lijst):
                yield plaats
        for plaats, gelezen in self._gelezen.items():
            if self._lees(plaats) != gelezen:
                yield plaats

    def vergeet(self, folder: Path) -> None:
        """Forget what was read below a folder."""
        gone = self._grens.plaats(folder)
        if gone is not None:
            self._houd(lambda plaats: plaats[: len(gone)] != gone)

    def _houd(self, welke: Callable[[Plaats], bool]) -> None:
        """Keep of these places what was read there, and forget the rest."""
        self._gelezen = {p: g for p, g in self._gelezen.items() if welke(p)}
        self._lijsten = {p: lst for p, lst in self._lijsten.items() if welke(p)}
        self._bytes, self._aantal = Counter(), Counter()
        for plaats, gelezen in self._gelezen.items():
            self._bytes[_dossier(plaats)] += len(gelezen.data or b"")
        for plaats, lijst in self._lijsten.items():
            self._aantal[_dossier(plaats)] += _bestanden(plaats, lijst)


def _dossier(plaats: Plaats) -> Plaats:
    """Return of which dossier a place is: of a frozen version, or () of the dossier itself."""
    size = len(_VERSIES)
    return plaats[: size + 1] if plaats[:size] == _VERSIES and len(plaats) > size else ()


def _maat(plaats: Plaats) -> Maat:
    """Return how large a file may be, by its name."""
    return MATEN.get(Path(plaats[-1] if plaats else "").suffix.lower(), _ANDERS)


def _zichtbaar(lijst: Lijst) -> Lijst:
    """Return a folder without what is hidden."""
    namen = {naam: soort for naam, soort in lijst.namen.items() if naam[0] not in _VERBORGEN}
    return lijst._replace(namen=namen)


def _bestanden(plaats: Plaats, lijst: Lijst) -> int:
    """Return how many files of a folder count: those that are not hidden, where none are kept."""
    if plaats and plaats[0] in _GROEIT:
        return 0
    return sum(soort is not True for soort in _zichtbaar(lijst).namen.values())
