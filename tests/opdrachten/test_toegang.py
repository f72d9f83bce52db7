"""What cannot be read is said at its place, and no paper is made of what could be read in part."""

from __future__ import annotations

import errno
import os
from datetime import date
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest
from tests.basis.test_beelden import png
from tests.proeven import in_de_proef
from tests.programma import convenant
from tests.voorbeelden import KLEIN, kopie
from tests.weigeren import geweigerd

from convenantwerk.basis import lezer
from convenantwerk.basis.diagnostics import ontoegankelijk_in
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.bouw import Bouwopdracht, Bouwsel, bouw
from convenantwerk.opdrachten.controleer import controleer
from convenantwerk.opdrachten.pakket.pakket import maak_pakketten, maak_plan
from convenantwerk.opdrachten.renvooi import Vergelijking, Vergelijkopdracht, renvooi
from convenantwerk.opdrachten.vaststellen import Vaststelling, Vaststelopdracht, vaststellen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic

pytestmark = pytest.mark.traag

PAPIER = b"een verzonnen stuk"
OP = date(2020, 2, 1)
AANGEBODEN = f"archief/aangeboden/{sha256(PAPIER).hexdigest()}.pdf"
VERSIES = "convenant/versies"
VERSIE = f"{VERSIES}/2019"
TEKST = ("bouw", "definitief", "vaststellen", "renvooi")  # what rests on the text as it is now
ALLES = (*TEKST, "pakket")
# Each place that a dossier has, and what must not be made when it cannot be read.
PLAATSEN = [
    ("convenant", ALLES),
    ("convenant/convenant.yaml", ALLES),
    ("convenant/deel-1", TEKST),
    ("convenant/deel-1/02-artikelen.md", TEKST),
    ("convenant/deel-1/schema.png", TEKST),
    ("convenant/registers", ALLES),
    ("convenant/registers/gebeurtenissen.yaml", ALLES),
    ("convenant/verklaringen", TEKST),
    ("convenant/verklaringen/1-proef.md", TEKST),
    (VERSIES, ALLES),
    (VERSIE, ALLES),
    (f"{VERSIE}/versie.yaml", ALLES),
    (f"{VERSIE}/convenant/deel-1/01-1-partijen.md", ALLES),
    (f"{VERSIE}/convenant/registers", ALLES),
    ("addenda", TEKST),
    ("addenda/2020-01-01-uitbreiding", TEKST),
    ("addenda/2020-01-01-uitbreiding/addendum.yaml", TEKST),
    ("addenda/2020-01-01-uitbreiding/03-uitbreiding.md", TEKST),
    ("templates", ("bouw", "definitief", "renvooi", "pakket")),
    ("templates/eigen.css", ("bouw", "definitief", "renvooi", "pakket")),
    ("archief", ("pakket",)),
    ("archief/aangeboden", ("pakket",)),
    (AANGEBODEN, ("pakket",)),
]


@pytest.fixture(scope="module")
def bron(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier that has everything: a version, templates, a declaration, a paper on offer."""
    root = kopie(KLEIN, tmp_path_factory.mktemp("toegang") / "klein")
    adopted = ("vaststellen", "2019", "--besluit", "Besluit", "--datum", "2019-01-01")
    assert convenant(*adopted, cwd=root).returncode == 0
    for pad, tekst in {
        "convenant/registers/gebeurtenissen.yaml": (
            "gebeurtenissen:\n"
            "  - datum: 2019-01-01\n    soort: vaststelling\n    versie: '2019'\n"
            "  - datum: 2019-02-01\n    soort: aanbieding\n    partner: politie\n"
            "    ondertekenaar: politie\n    delen: [deel-1]\n    versie: '2019'\n"
            "    stuk: ondertekeningsblad\n    uiterlijk: 2019-03-01\n"
            f"    sha256: {sha256(PAPIER).hexdigest()}\n"
        ),
        "convenant/verklaringen/1-proef.md": (
            "---\nsoort: bijlage\n---\n# Toetredingsverklaring 1 Verzonnen\n\nWij treden toe.\n"
        ),
        "templates/eigen.css": "/* van ons */",
        AANGEBODEN: PAPIER.decode(),
    }.items():
        (root / pad).parent.mkdir(parents=True, exist_ok=True)
        (root / pad).write_text(tekst, encoding="utf-8")
    return root


@pytest.fixture
def root(bron: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy that a test may spoil; also the working folder."""
    copy = kopie(bron, tmp_path / "klein")
    monkeypatch.chdir(copy)
    return copy


def gezegd(act: Callable[[], Any]) -> tuple[Diagnostic, ...]:
    """What a command says that does not do what is asked."""
    try:
        outcome = act()
    except ConvenantwerkError as error:
        return error.diagnostics
    assert not getattr(outcome, "bestanden", ())
    assert getattr(outcome, "versie", None) is None
    found: tuple[Diagnostic, ...] = outcome.diagnostics
    return found


def _bouw(dossier: Geopend, *, definitief: bool) -> Bouwsel:
    return bouw(dossier, dossier.root / "build", Bouwopdracht(definitief, ("html",)))


def _vaststellen(dossier: Geopend) -> Vaststelling:
    return vaststellen(dossier, Vaststelopdracht("2020", "Besluit", OP))


def _renvooi(dossier: Geopend) -> Vergelijking:
    opdracht = Vergelijkopdracht("2019", "werk", formaten=("html",))
    return renvooi(dossier, dossier.root / "build", opdracht)


def _pakket(dossier: Geopend) -> object:
    plan = maak_plan(dossier, ("politie",), None)
    return maak_pakketten(dossier, dossier.root / "build", plan)


MAAK: dict[str, Callable[[Geopend], object]] = {
    "bouw": partial(_bouw, definitief=False),
    "definitief": partial(_bouw, definitief=True),
    "vaststellen": _vaststellen,
    "renvooi": _renvooi,
    "pakket": _pakket,
}


def stopt(root: Path, pad: str, code: str, opdrachten: tuple[str, ...]) -> None:
    """`controleer` names the place once; each of the commands names it and makes nothing."""
    dossier = Geopend(root, OP)
    found = [d for d in controleer(dossier).diagnostics if (d.position.path, d.code) == (pad, code)]
    assert len(found) == 1
    for opdracht in opdrachten:
        said = gezegd(partial(MAAK[opdracht], dossier))
        assert [d for d in said if d.position.path == pad and found[0].melding in d.melding], said
    for made in ("build/convenant.html", "build/renvooi", "build/pakketten", f"{VERSIES}/2020"):
        assert not (root / made).exists()


def test_the_dossier_is_whole_to_begin_with(root: Path) -> None:
    """So what the other tests find is what they did; nothing of it is about files."""
    assert ontoegankelijk_in(controleer(Geopend(root, OP)).diagnostics) == []


@pytest.mark.parametrize(("pad", "opdrachten"), in_de_proef(PLAATSEN, om_de=3))
def test_what_the_system_does_not_let_us_read_is_said_and_stops(
    root: Path, pad: str, opdrachten: tuple[str, ...]
) -> None:
    """Rights, or a disk that fails; each place is one finding, with its path."""
    with geweigerd(root / pad, errno.EIO):
        stopt(root, pad, "CV001", opdrachten)


@pytest.mark.parametrize("pad", [pad for pad, _ in PLAATSEN])
def test_a_link_is_said(root: Path, pad: str) -> None:
    """Wherever it leads: here to what was there, so that nothing else would be missing."""
    elders = root.parent / "elders"
    (root / pad).rename(elders)
    (root / pad).symlink_to(elders)
    stopt(root, pad, "CV034", ())


def _pijp(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _bestand(path: Path) -> None:
    path.rename(path.parent / ".weg")
    path.touch()


BEDERF: list[tuple[str, str, Callable[[Path], object]]] = [
    ("convenant/deel-1/schema.png", "CV034", _pijp),
    ("convenant/deel-1/02-artikelen.md", "CV034", lambda p: (p.parent / ".x").hardlink_to(p)),
    ("addenda/2020-01-01-uitbreiding/addendum.yaml", "CV034", _pijp),
    (VERSIES, "CV001", _bestand),
    ("addenda", "CV001", _bestand),
    ("convenant/deel-1", "CV001", _bestand),
    ("convenant/registers", "CV001", _bestand),
    ("convenant/voorwerk/01-voorwoord.md", "CV035", lambda p: os.truncate(p, 6_000_000)),
    ("convenant/registers/partners.yaml", "CV035", lambda p: os.truncate(p, 21_000_000)),
    ("convenant/deel-1/schema.png", "CV035", lambda p: p.write_bytes(png((9_000, 9_000)))),
    (f"{VERSIE}/convenant/voorwerk/01-voorwoord.md", "CV034", _pijp),
]


@pytest.mark.parametrize(("pad", "code", "bederf"), BEDERF)
def test_what_is_no_file_to_read_is_said_and_stops(
    root: Path, pad: str, code: str, bederf: Callable[[Path], object]
) -> None:
    """What keeps one waiting, lies under two names, is no folder, or is too large."""
    bederf(root / pad)
    stopt(root, pad, code, ("bouw", "vaststellen"))


def test_a_name_that_is_no_text_is_said_and_stops(root: Path) -> None:
    """In a folder with text a file would drop out; it is shown by its bytes."""
    (root / "convenant/deel-1" / os.fsdecode(b"03-\xff.md")).write_text("# 3 Slot\n")
    stopt(root, "convenant/deel-1/03-\\xff.md", "CV001", ("bouw", "vaststellen"))


def test_a_dossier_with_too_many_files_is_not_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CV036; what lies in build/ and archief/ does not count."""
    monkeypatch.setattr(lezer, "MEESTE_BESTANDEN", 30)
    for folder in ("build", "archief/aangeboden", "convenant/deel-1"):
        (root / folder).mkdir(exist_ok=True)
        assert ontoegankelijk_in(controleer(Geopend(root, OP)).diagnostics) == []
        for number in range(40):
            (root / folder / f"{number}.pdf").touch()
    stopt(root, ".", "CV036", ("bouw", "vaststellen"))


def test_what_lies_beside_the_dossier_is_the_users_own(root: Path) -> None:
    """A link or a pipe in its folder, or a file that is no text, is not looked at."""
    (root / "mijn-map").symlink_to("/")
    os.mkfifo(root / "pijp")
    (root / os.fsdecode(b"\xff")).touch()
    (root / ".verborgen").symlink_to("nergens")
    assert ontoegankelijk_in(controleer(Geopend(root, OP)).diagnostics) == []


def test_lists_are_shown_but_not_printed_of_a_part(root: Path) -> None:
    """Who is in which overleg can be seen while a text is closed; a paper of it would look whole.

    Who takes part and who signed stands in the registers, whatever the text is.
    """
    with geweigerd(root / "addenda"):
        done = convenant("overleggen", cwd=root)
        assert done.returncode == 1
        assert "addenda: fout CV001" in done.stderr
        assert done.stdout
        made = convenant("overleggen", "--formaat", "html", cwd=root)
        assert made.returncode == 1
        assert "Niets gedaan" in made.stderr
        for opdracht in ("stand", "partners"):
            assert "addenda" not in convenant(opdracht, cwd=root).stderr
            assert "addenda: fout CV001" in convenant(opdracht, "--json", cwd=root).stderr
    with geweigerd(root / "convenant/registers/gebeurtenissen.yaml"):
        for opdracht in ("stand", "partners", "overleggen"):
            for formaat in ((), ("--formaat", "html")):
                done = convenant(opdracht, *formaat, cwd=root)
                assert done.returncode == 1
                assert "gebeurtenissen.yaml: fout CV001" in done.stderr
                assert not done.stdout
        for arguments in (("termijnen", "--ics", "build"), ("jaarkalender", "2027")):
            done = convenant(*arguments, cwd=root)
            assert done.returncode == 1
            assert "gebeurtenissen.yaml: fout CV001" in done.stderr
    assert not (root / "build").exists()


def test_another_dossier_has_its_own_bounds(root: Path, tmp_path: Path) -> None:
    """It may be named by a link; a link within it is refused as in any."""
    ander = kopie(KLEIN, tmp_path / "ander")
    (tmp_path / "hier").symlink_to(ander)
    vergeleken = convenant("renvooi", "werk", "../hier", "--formaat", "json", cwd=root)
    assert vergeleken.returncode == 0, vergeleken.stderr
    (ander / "addenda").rename(ander / "x")
    (ander / "addenda").symlink_to("x")
    done = convenant("renvooi", "werk", "../hier", cwd=root)
    assert done.returncode == 1
    assert "addenda: fout CV034" in done.stderr


def test_what_is_trusted_lies_in_the_dossier(root: Path) -> None:
    """A dossier from somebody else does not have our files read for a certificate."""
    settings = root / "convenant/convenant.yaml"
    for naam in ("../geheim.pem", "/etc/hosts"):
        before = settings.read_text("utf-8")
        settings.write_text(f'{before}ondertekening:\n  vertrouwd: ["{naam}"]\n', encoding="utf-8")
        (root.parent / "geheim.pem").write_text("GEHEIM")
        done = convenant("ondertekening", "verwerk", AANGEBODEN, cwd=root)
        settings.write_text(before, encoding="utf-8")
        assert done.returncode == 1
        assert "CV309" in done.stderr
        assert "buiten het dossier" in done.stderr
