"""The files of a folder as they were in a git revision; no filter of it, nor a hook, is run."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import reason
from convenantwerk.basis.waarde import waarde
from convenantwerk.dossier.gitarchief import leen, zoek
from convenantwerk.dossier.gitproces import MB, Git, GitFoutError, GitWeigeringError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

KORT = 7  # characters of a commit, as git itself shortens it
BESTANDEN = 2_000  # and as many folders
GROOTTE = 100 * MB  # of all files together
_LIJST = 16 * MB  # of so many files and folders, by their longest names
_SHA1 = 40  # digits; of the other hash that git knows there are more
_KOPREGEL = 200  # bytes, at most, that git puts around each object
_BESTAND, _KOPPELING = "blob", b"120000"
# What some disks leave out of a name: letters without width, and dots and spaces at its end.
_ZONDER_BREEDTE = re.compile("[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]")
_GIT_ZELF = frozenset({".git", "git~1"})  # the second is the short name that Windows gives it
_REVISIES = "'git log' toont de revisies; noem er één bij haar code, label of tak"
_ANDERE = "kies een andere revisie"


def checkout(folder: Path, revision: str, to: Path) -> str:
    """Put the files that a folder had in a revision into another folder.

    Args:
        folder: a folder in a git repository.
        revision: what names a commit: a hash, a tag, a branch, "HEAD~3".
        to: an empty folder.

    Returns:
        The short hash of the commit; `to` stays empty when the folder held no files then.

    Raises:
        ConvenantwerkError: CV905, there is no git, no repository or no such revision; or the
            repository reaches outside its folder, or the folder holds then what cannot be put on
            a disk, leads out of it, or is too much.
    """
    asked = f"git:{revision}"
    try:
        with tempfile.TemporaryDirectory(prefix="convenant-") as own:
            return _uitgepakt(Git(Path(own).resolve()), folder, revision, to)
    except GitWeigeringError as error:
        reden, tip = error.reden, error.tip
        raise ConvenantwerkError("CV905", versie=asked, reden=reden, tip=tip) from error
    except OSError as error:
        reden, tip = f"het git-archief is niet te lezen: {reason(error)}", _ANDERE
        raise ConvenantwerkError("CV905", versie=asked, reden=reden, tip=tip) from error


def _uitgepakt(git: Git, folder: Path, revision: str, to: Path) -> str:
    folder = folder.resolve()
    archief = zoek(folder, git)
    leen(archief, git, logboek="@{" in revision)
    try:
        commit = git.naam(f"{revision}^{{commit}}")
    except GitFoutError:  # what it says of what cannot be a name is not for a user
        commit = ""
    if not commit:
        raise GitWeigeringError("die revisie is er niet", _REVISIES)
    prefix = folder.relative_to(archief.top).as_posix()
    tree = git.naam(f"{commit}^{{tree}}" if prefix == "." else f"{commit}:{prefix}")
    if tree:
        _schrijf(git, _regels(git, tree), to)
    return commit[:KORT]


@waarde
class _Regel:
    """What a tree says of a file, folder or link: how large it is, "-" for a folder."""

    koppeling: bool
    soort: str
    code: str
    grootte: str
    pad: str


def _regels(git: Git, tree: str) -> list[_Regel]:
    """Return what is in a tree, once it is known that it may be read."""
    try:
        # With the folders (-t), or a tree that holds itself many times over would show nothing.
        data = git.vraag("ls-tree", "-r", "-t", "-l", "-z", "--full-tree", tree, hoogstens=_LIJST)
    except GitFoutError as error:
        if "not a tree object" in error.said:  # a link or a submodule stood in its place
            return []
        raise
    regels = [_regel(line) for line in data.split(b"\0") if line]
    bestanden = [regel for regel in regels if regel.soort == _BESTAND]
    mappen = [regel for regel in regels if regel.soort == "tree"]
    if max(len(bestanden), len(mappen)) > BESTANDEN:
        reden = f"daarin telt het dossier meer dan {BESTANDEN} bestanden of mappen"
        raise GitWeigeringError(reden, "zet het dossier in een map zonder andere bestanden")
    if any(not regel.grootte.isdigit() for regel in bestanden):
        reden = "een deel van die revisie is er niet"
        raise GitWeigeringError(reden, "haal alles op bij de herkomst van het git-archief")
    if sum(int(regel.grootte) for regel in bestanden) > GROOTTE:
        reden = f"daarin is het dossier groter dan {GROOTTE // MB} MB"
        raise GitWeigeringError(reden, "zet het dossier in een map zonder andere bestanden")
    for regel in bestanden + mappen:
        if not all(map(_veilig, regel.pad.split("/"))):
            reden = f"'{regel.pad}' is geen veilige naam voor een bestand"
            raise GitWeigeringError(reden, _ANDERE)
    return mappen + bestanden


def _regel(line: bytes) -> _Regel:
    facts, _, path = line.partition(b"\t")
    mode, soort, code, grootte = facts.split()
    return _Regel(
        mode == _KOPPELING, soort.decode(), code.decode(), grootte.decode(), os.fsdecode(path)
    )


def _veilig(naam: str) -> bool:
    """Tell whether a name is that of one file in its folder, on any disk, and not git's own."""
    plain = _ZONDER_BREEDTE.sub("", naam).rstrip(". ").casefold()
    return bool(plain) and plain not in _GIT_ZELF and not set(naam) & _verboden()


def _verboden() -> set[str]:
    return set("\\:") if os.name == "nt" else {"\\"}


def _schrijf(git: Git, regels: Sequence[_Regel], to: Path) -> None:
    """Write all into an empty folder: links last, so that nothing is written through one."""
    bestanden = [regel for regel in regels if regel.soort == _BESTAND]
    links = {}
    try:
        for map_ in (regel for regel in regels if regel.soort != _BESTAND):
            (to / map_.pad).mkdir()
        for regel, inhoud in zip(bestanden, _inhoud(git, bestanden), strict=True):
            if regel.koppeling:
                links[to / regel.pad] = os.fsdecode(bytes(inhoud))
            else:
                with (to / regel.pad).open("xb") as file:  # never over another
                    file.write(inhoud)
        for link, doel in links.items():
            link.symlink_to(doel)
    except (OSError, ValueError) as error:  # ValueError: a zero byte in where a link leads
        why = reason(error) if isinstance(error, OSError) else "een naam is onmogelijk"
        raise GitWeigeringError(
            f"de bestanden zijn hier niet neer te zetten: {why}", _ANDERE
        ) from error
    inside = os.path.realpath(to)
    for link in links:
        if not Path(os.path.realpath(link)).is_relative_to(inside):
            reden = f"'{link.relative_to(to).as_posix()}' is een koppeling naar iets buiten "
            tip = "haal de koppeling weg en leg dat vast, of kies een andere revisie"
            raise GitWeigeringError(f"{reden}het dossier", tip)


def _inhoud(git: Git, bestanden: Sequence[_Regel]) -> Iterator[memoryview]:
    """Yield what is in each file."""
    asked = "".join(f"{regel.code}\n" for regel in bestanden).encode()
    most = sum(int(regel.grootte) + _KOPREGEL for regel in bestanden)
    data = git.vraag("cat-file", "--batch", invoer=asked, hoogstens=most) if bestanden else b""
    view = memoryview(data)
    place = 0
    for regel in bestanden:
        begin = data.find(b"\n", place) + 1
        place = begin + int(regel.grootte) + 1
        inhoud = view[begin : place - 1]
        if _code(inhoud, len(regel.code)) != regel.code:  # git itself does not look
            raise GitWeigeringError("een deel van die revisie is stuk", _ANDERE)
        yield inhoud


def _code(inhoud: memoryview, lengte: int) -> str:
    """Return the hash by which git calls a file, of so many digits."""
    kind = hashlib.sha1 if lengte == _SHA1 else hashlib.sha256
    found = kind(f"{_BESTAND} {len(inhoud)}\0".encode(), usedforsecurity=False)
    found.update(inhoud)
    return found.hexdigest()
