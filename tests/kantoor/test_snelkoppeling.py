"""The launcher: what it holds on each system, where it comes, and what it never replaces."""

from __future__ import annotations

import configparser
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from tests.programma import convenant

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.kantoor import snelkoppeling as s
from convenantwerk.kantoor.snelkoppeling import Start, bureaublad, maak_snelkoppeling

LASTIG = ("/opt/py thon", "-m", "x", 'a"b`c$d\\e', "100%", "l'été")
MERK = "convenantwerk: x"


@pytest.fixture
def thuis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a user with a desktop, on Linux."""
    home = tmp_path / "thuis"
    (home / "Desktop").mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return home


def _exec(regel: str) -> list[str]:
    """Read Exec as the specification says: first as a value, then as words between quotes."""
    waarde = regel.replace("\\\\", "\0").replace("\0", "\\")
    woorden = re.findall(r'"((?:[^"\\]|\\.)*)"', waarde)
    return [re.sub(r"\\(.)", r"\1", woord).replace("%%", "%") for woord in woorden]


def test_on_linux_it_is_a_desktop_entry() -> None:
    """Whatever stands in a path, the command has the same words."""
    text = s.desktop(LASTIG, "Kantoor <b> & \\n", MERK)
    parser = configparser.RawConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    entry = parser["Desktop Entry"]
    assert (entry["Type"], entry["Name"], entry["Terminal"]) == (
        "Application",
        "Kantoor <b> & \\\\n",
        "false",
    )
    assert _exec(entry["Exec"]) == list(LASTIG)
    assert Path(entry["Icon"]).is_file()


def test_on_macos_it_is_a_script() -> None:
    """A shell reads the same words."""
    text = s.command(LASTIG, "Kantoor", MERK)
    assert text.startswith("#!/bin/sh\n")
    assert shlex.split(text.splitlines()[-1]) == ["exec", *LASTIG]


def test_on_windows_it_is_a_script_of_windows() -> None:
    """With the line ends of Windows, and no variable in a path."""
    text = s.cmd(("C:\\Py thon\\python.exe", "-m", "x", "C:\\100%\\é&"), "Kantoor", MERK)
    regels = text.split("\r\n")
    assert regels[:2] == ["@echo off", "chcp 65001 >nul"]
    assert '"C:\\Py thon\\python.exe" "-m" "x" "C:\\100%%\\é&"' in regels
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize(
    ("systeem", "mappen", "settings", "waar"),
    [
        ("linux", ["Desktop", "Bureaublad"], 'XDG_DESKTOP_DIR="$HOME/Bureaublad"\n', "Bureaublad"),
        ("linux", ["Desktop"], 'XDG_DESKTOP_DIR="$HOME/"\n', "Desktop"),
        ("linux", ["Bureaublad"], "", "Bureaublad"),
        ("linux", [".local/share"], "", ".local/share/applications"),
        ("linux", [], "", None),
        ("darwin", ["Desktop"], "", "Desktop"),
        ("win32", ["Desktop", "wolk/Desktop"], "", "wolk/Desktop"),
        ("win32", ["Desktop", "wolk/Bureaublad"], "", "wolk/Bureaublad"),
        ("win32", ["Desktop"], "", "Desktop"),
    ],
)
def test_it_comes_on_the_desktop(
    tmp_path: Path, systeem: str, mappen: list[str], settings: str, waar: str | None
) -> None:
    """Where the user has it; without a desktop in the menu of programs, if there is one."""
    for naam in (*mappen, ".config"):
        (tmp_path / naam).mkdir(parents=True)
    (tmp_path / ".config/user-dirs.dirs").write_text(settings, encoding="utf-8")
    omgeving = {"OneDrive": str(tmp_path / "wolk")}
    found = bureaublad(systeem, omgeving, tmp_path)
    assert found == (None if waar is None else tmp_path / waar)


def test_ours_is_replaced_and_what_is_anothers_never(thuis: Path, klein: Path) -> None:
    """Neither a file of the user, nor the launcher of another dossier of the same name."""
    eerste = maak_snelkoppeling(Start(klein)).pad
    assert maak_snelkoppeling(Start(klein, alleen_lezen=True)).pad == eerste
    assert "--alleen-lezen" in eerste.read_text("utf-8")
    ander = maak_snelkoppeling(Start(klein / "convenant")).pad
    assert ander != eerste
    eerste.write_text("van mij", encoding="utf-8")
    tweede = maak_snelkoppeling(Start(klein, 8711)).pad
    assert tweede.name == eerste.name.replace(".desktop", " 2.desktop")
    assert eerste.read_text("utf-8") == "van mij"
    assert sorted(path.name for path in (thuis / "Desktop").iterdir()) == sorted(
        path.name for path in (eerste, tweede, ander)
    )


def test_a_launcher_of_the_same_name_that_leads_elsewhere_is_left(thuis: Path, klein: Path) -> None:
    """A link is another's too, wherever it leads."""
    pad = maak_snelkoppeling(Start(klein)).pad
    pad.unlink()
    pad.symlink_to(thuis / "weg")
    assert maak_snelkoppeling(Start(klein)).pad != pad
    assert not (thuis / "weg").exists()


@pytest.mark.usefixtures("thuis")
def test_it_can_be_run_and_is_called_after_the_dossier(klein: Path) -> None:
    """By the name of the samenwerkingsverband, however long; never a way to another folder."""
    pad = maak_snelkoppeling(Start(klein)).pad
    assert os.access(pad, os.X_OK)
    assert pad.name == "Kantoor Veiligheidshuis Voorbeeldstad.desktop"
    path = klein / "convenant/convenant.yaml"
    path.write_text(
        path.read_text("utf-8").replace(
            "samenwerkingsverband: ", f"samenwerkingsverband: ../{'w' * 200}/", 1
        ),
        encoding="utf-8",
    )
    assert len(maak_snelkoppeling(Start(klein)).pad.name) < 120


@pytest.mark.proef
@pytest.mark.proces
@pytest.mark.usefixtures("thuis")
def test_what_it_runs_is_the_kantoor_of_this_dossier(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The script starts it; asked for help it gives that of the command."""
    monkeypatch.setattr(sys, "platform", "darwin")
    pad = maak_snelkoppeling(Start(klein)).pad
    pad.write_text(pad.read_text("utf-8").rstrip("\n") + " --help\n", encoding="utf-8")
    done = subprocess.run([pad], capture_output=True, text=True, check=True)
    assert "Open het kantoor" in done.stdout


def test_the_command_tells_where_it_is(thuis: Path, klein: Path) -> None:
    """And how it is used; nothing is served."""
    uitkomst = convenant("kantoor", "--snelkoppeling", cwd=klein)
    assert uitkomst.returncode == 0
    pad = thuis / "Desktop/Kantoor Veiligheidshuis Voorbeeldstad.desktop"
    assert f"De snelkoppeling staat klaar: {pad}" in uitkomst.stdout
    assert "Sluit het kantoor" in uitkomst.stdout
    assert pad.exists()


@pytest.mark.usefixtures("thuis")
def test_a_folder_that_is_not_there_yet_may_have_one(tmp_path: Path) -> None:
    """There the kantoor helps to begin; any other command says that it is not there."""
    uitkomst = convenant("--dossier", "nieuw", "kantoor", "--snelkoppeling", cwd=tmp_path)
    assert "Kantoor nieuw.desktop" in uitkomst.stdout
    uitkomst = convenant("--dossier", "nieuw", "controleer", cwd=tmp_path)
    assert (uitkomst.returncode, "Map 'nieuw' bestaat niet." in uitkomst.stderr) == (2, True)


def test_without_a_desktop_it_comes_in_the_menu_of_programs(thuis: Path, klein: Path) -> None:
    """And says so: there is nothing to click twice on."""
    (thuis / "Desktop").rmdir()
    (thuis / ".local/share").mkdir(parents=True)
    gemaakt = maak_snelkoppeling(Start(klein))
    assert gemaakt.pad.parent == thuis / ".local/share/applications"
    assert gemaakt.pad.exists()
    assert "in het menu met programma's" in gemaakt.zinnen[1]


def test_without_a_desktop_it_says_what_to_do(thuis: Path, klein: Path) -> None:
    """The command opens it all the same."""
    (thuis / "Desktop").rmdir()
    with pytest.raises(ConvenantwerkError) as caught:
        maak_snelkoppeling(Start(klein))
    (found,) = caught.value.diagnostics
    assert "de map van het bureaublad is niet gevonden" in found.melding
    assert "--uit" not in found.tip
