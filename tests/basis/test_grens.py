"""Below a folder only its own files and folders are read; what else lies there is said."""

import errno
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.weigeren import geweigerd, volle_naam

from convenantwerk.basis import grens
from convenantwerk.basis.grens import Grens, NietGelezenError

RUIM = 1_000


@pytest.fixture(params=["geopend", "gelopen"])
def onder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, read as each kind of system does: from open folders, or by whole paths."""
    if request.param == "gelopen":
        monkeypatch.setattr(grens, "ANKERS", False)
    folder = tmp_path / "dossier"
    (folder / "map").mkdir(parents=True)
    (folder / "map" / "a.md").write_text("tekst")
    return folder


def reden(act: Callable[[], object]) -> tuple[str, str, str]:
    """What is said of something that is not read: where, its code, and why."""
    with pytest.raises(NietGelezenError) as refused:
        act()
    error = refused.value
    return "/".join(error.plaats), error.code, error.velden.get("wat") or error.velden["reden"]


def lees(folder: Path, *plaats: str) -> bytes | int:
    """Read a file below a folder."""
    return Grens(folder).bestand(plaats, RUIM)


def test_a_file_is_read_whole_and_a_large_one_not_at_all(onder: Path) -> None:
    """Of one that is over the limit only its size is known."""
    assert lees(onder, "map", "a.md") == b"tekst"
    os.truncate(onder / "map" / "a.md", RUIM)
    assert lees(onder, "map", "a.md") == bytes(b"tekst".ljust(RUIM, b"\0"))
    os.truncate(onder / "map" / "a.md", 1_000_000_000_000)
    assert lees(onder, "map", "a.md") == 1_000_000_000_000


def test_the_folder_itself_may_be_reached_by_a_link(onder: Path, tmp_path: Path) -> None:
    """The link is followed once; what lies in it is guarded as ever."""
    (tmp_path / "hier").symlink_to(onder)
    assert lees(tmp_path / "hier", "map", "a.md") == b"tekst"
    (onder / "b.md").symlink_to("map/a.md")
    assert reden(lambda: lees(tmp_path / "hier", "b.md"))[0] == "b.md"


def _link(path: Path) -> None:
    path.symlink_to(path.parent / "map" / "a.md")


def _harde_link(path: Path) -> None:
    path.hardlink_to(path.parent / "map" / "a.md")


def _lus(path: Path) -> None:
    path.symlink_to(path.name)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as sock:
        here = Path.cwd()
        os.chdir(path.parent)  # the name of a socket is short
        try:
            sock.bind(path.name)
        finally:
            os.chdir(here)


def _apparaat(path: Path) -> None:
    try:
        os.mknod(path, 0o20600, os.makedev(1, 5))
    except PermissionError:  # only root makes one
        path.symlink_to("/dev/zero")


BIJZONDER: list[tuple[str, Callable[[Path], None]]] = [
    ("een symbolische koppeling", _link),
    ("een symbolische koppeling", _lus),
    ("een symbolische koppeling", lambda path: path.symlink_to("/dev/zero")),
    ("een harde koppeling: hetzelfde bestand heeft nog een naam", _harde_link),
    ("een pijp", os.mkfifo),
    ("een socket", _socket),
    ("een ", _apparaat),
]


@pytest.mark.parametrize(("wat", "maak"), BIJZONDER)
def test_what_is_no_file_of_this_folder_is_not_read(
    onder: Path, wat: str, maak: Callable[[Path], None]
) -> None:
    """It is named for what it is, at once, be it asked for or found in a list."""
    maak(onder / "x.md")
    pad, code, gevonden = reden(lambda: lees(onder, "x.md"))
    assert (pad, code) == ("x.md", "CV034")
    assert gevonden.startswith(wat)
    listed = Grens(onder).namen(())["x.md"]
    assert isinstance(listed, NietGelezenError)
    assert listed.velden["wat"] == gevonden


def test_a_link_is_not_followed_wherever_it_stands_in_a_path(onder: Path) -> None:
    """Neither to a file nor to list a folder; the link itself is what is named."""
    (onder / "elders").symlink_to("map")
    for act in (lambda: lees(onder, "elders", "a.md"), lambda: Grens(onder).namen(("elders",))):
        assert reden(act) == ("elders", "CV034", "een symbolische koppeling")


@pytest.mark.parametrize("soort", [Path.symlink_to, Path.hardlink_to])
def test_a_link_that_is_put_there_in_time_is_not_read(
    onder: Path, soort: Callable[[Path, Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look at a file and its opening somebody swaps it: what is opened is refused."""
    geheim = onder.parent / "geheim.md"
    geheim.write_text("GEHEIM")
    look = os.stat

    def swap(path: str, **how: Any) -> os.stat_result:
        found = look(path, **how)
        if Path(path).name == "a.md":
            (onder / "map" / "a.md").unlink()
            soort(onder / "map" / "a.md", geheim)
        return found

    monkeypatch.setattr(os, "stat", swap)
    pad, code, _ = reden(lambda: lees(onder, "map", "a.md"))
    assert (pad, code) == ("map/a.md", "CV001" if soort == Path.symlink_to else "CV034")


def test_another_disk_is_not_read(onder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mount point in the folder, be it a folder or one file."""
    ander = "a.md"

    def elders(original: Callable[..., os.stat_result]) -> Callable[..., os.stat_result]:
        def call(path: Any, **how: Any) -> os.stat_result:
            found = original(path, **how)
            if Path(volle_naam(path)).name != ander:
                return found
            return os.stat_result((*found[:2], found.st_dev + 1, *found[3:]))

        return call

    monkeypatch.setattr(os, "fstat", elders(os.fstat))
    monkeypatch.setattr(os, "stat", elders(os.stat))
    wat = "een koppelpunt: het ligt op een andere schijf"
    assert reden(lambda: lees(onder, "map", "a.md")) == ("map/a.md", "CV034", wat)
    ander = "map"
    assert reden(lambda: lees(onder, "map", "a.md")) == ("map", "CV034", wat)
    assert reden(lambda: Grens(onder).namen(("map",))) == ("map", "CV034", wat)


@pytest.mark.parametrize(
    ("nummer", "tekst"),
    [
        (errno.EACCES, "u hebt er geen rechten voor"),
        (errno.EIO, "de schijf meldt een leesfout"),
        (errno.ESTALE, "het systeem meldt 'Stale file handle'"),
    ],
)
def test_the_system_refuses_at_the_place_where_it_does(
    onder: Path, nummer: int, tekst: str
) -> None:
    """A file, a folder on the way to it, and a folder to list."""
    with geweigerd(onder / "map" / "a.md", nummer):
        assert reden(lambda: lees(onder, "map", "a.md")) == ("map/a.md", "CV001", tekst)
    if grens.ANKERS:  # by whole paths no folder on the way is opened
        with geweigerd(onder / "map", nummer):
            assert reden(lambda: lees(onder, "map", "a.md")) == ("map", "CV001", tekst)
    with geweigerd(onder / "map", nummer):
        assert reden(lambda: Grens(onder).namen(("map",))) == ("map", "CV001", tekst)


def test_who_may_not_even_look_is_refused_by_the_folder(
    onder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that one may not go through is what is closed, not each of its files."""
    stat_ = os.stat

    def closed(path: str, **how: Any) -> os.stat_result:
        if Path(path).name == "a.md":
            raise PermissionError(errno.EACCES, "Permission denied")
        return stat_(path, **how)

    monkeypatch.setattr(os, "stat", closed)
    tekst = "u hebt er geen rechten voor"
    assert reden(lambda: lees(onder, "map", "a.md")) == ("map", "CV001", tekst)


def test_a_file_where_a_folder_should_be_and_the_other_way_round(onder: Path) -> None:
    """Each is said of the part of the path that is wrong."""
    assert reden(lambda: lees(onder, "map")) == ("map", "CV001", "het is een map, geen bestand")
    assert reden(lambda: lees(onder)) == ("", "CV001", "het is een map, geen bestand")
    geen = ("map/a.md", "CV001", "het is een bestand, geen map")
    assert reden(lambda: lees(onder, "map", "a.md", "b.md")) == geen
    assert reden(lambda: Grens(onder).namen(("map", "a.md"))) == geen


@pytest.mark.parametrize("naam", ["weg.md", "a\0b.md", "a\ud800b.md"])
def test_what_is_not_there_is_known_as_such(onder: Path, naam: str) -> None:
    """A name that no disk can hold is not there either."""
    with pytest.raises(NietGelezenError) as refused:
        lees(onder, naam)
    assert refused.value.weg
    with pytest.raises(NietGelezenError) as refused:
        lees(onder, naam, "x.md")
    assert refused.value.weg


def test_a_name_that_is_too_long_is_said(onder: Path) -> None:
    """The system says so, and it is no reason to think that nothing was asked."""
    assert reden(lambda: lees(onder, "a" * 300))[1:] == ("CV001", "de naam is te lang")


@pytest.mark.parametrize("naam", [b"\xff.md", b"a\x1b[31m.md", "a\u202eb.md".encode()])
def test_a_name_that_is_no_text_is_said(onder: Path, naam: bytes) -> None:
    """Bytes that are no UTF-8, and what one cannot see or would not print."""
    (onder / os.fsdecode(naam)).write_text("x")
    found = Grens(onder).namen(())
    assert found.pop("map") is True
    (wrong,) = found.values()
    assert isinstance(wrong, NietGelezenError)
    assert (wrong.code, wrong.velden) == (
        "CV001",
        {"reden": "de naam heeft tekens die geen tekst zijn"},
    )


def test_a_file_that_changes_while_it_is_read_is_said(
    onder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of the old and half of the new would be a text that nobody wrote."""
    fstat = os.fstat

    def grows(handle: int) -> os.stat_result:
        found = fstat(handle)
        if found.st_size == len("tekst"):
            (onder / "map" / "a.md").write_text("tekst en meer")
        return found

    monkeypatch.setattr(os, "fstat", grows)
    assert reden(lambda: lees(onder, "map", "a.md"))[2] == "het veranderde tijdens het lezen"


def test_a_folder_with_too_many_names_is_not_listed(
    onder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To look at them ends."""
    monkeypatch.setattr(grens, "MEEST_IN_MAP", 2)
    for naam in (".a", ".b"):
        (onder / naam).touch()
    assert reden(lambda: Grens(onder).namen(()))[1] == "CV036"


def test_a_path_is_known_by_where_it_leads(onder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Going up is taken out of it; what leads outside has no place."""
    own = Grens(onder)
    assert own.plaats(onder) == ()
    assert own.plaats(onder / "map" / ".." / "x" / "a.md") == ("x", "a.md")
    assert own.plaats(onder / ".." / "a.md") is None
    assert own.plaats(onder.with_name("dossier2") / "a.md") is None
    assert own.omvat(onder / "map")
    (onder / "kopie").symlink_to("map")
    assert not own.omvat(onder / "kopie")
    monkeypatch.chdir(onder)
    assert Grens(Path()).plaats(Path("map/a.md")) == ("map", "a.md")


def test_nothing_stays_open(onder: Path) -> None:
    """Whatever goes wrong, every folder and file that was opened is closed."""
    (onder / "pijp").symlink_to("map")
    before = _open()
    own = Grens(onder)
    own.namen(("map",))
    own.bestand(("map", "a.md"), RUIM)
    own.bestand(("map", "a.md"), 1)
    for act in (
        lambda: own.namen(("map", "a.md")),
        lambda: own.namen(("pijp",)),
        lambda: own.bestand(("map", "weg.md"), RUIM),
        lambda: own.bestand(("pijp", "a.md"), RUIM),
    ):
        with pytest.raises(NietGelezenError):
            act()
    assert _open() == before


def _open() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))
