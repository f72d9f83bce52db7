"""Git runs no program that a repository, or an environment, names."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.dossier.gitschrijver import (
    BESTAND,
    EERLIJK,
    Schrijver,
    Val,
    begin,
    geweigerd,
    git,
    haal,
    zet_val,
)

from convenantwerk.dossier import gitproces

pytestmark = pytest.mark.proces

# What starts a program, in a configuration that git finds nothing wrong with.
PROGRAMMAS = """
[core]
	sshCommand = {val}
	fsmonitor = {val}
	hooksPath = {map}
	pager = {val}
	editor = {val}
	askPass = {val}
	gitProxy = {val}
	alternateRefsCommand = {val}
	attributesFile = {map}/attributen
[filter "val"]
	smudge = {val}
	clean = {val}
	process = {val}
	required = true
[diff]
	external = {val}
[diff "val"]
	command = {val}
	textconv = {val}
[merge "val"]
	driver = {val}
[tar "tar.gz"]
	command = {val}
[tar "tar"]
	command = {val}
[alias]
	rev-parse = !{val}
	cat-file = !{val}
	ls-tree = !{val}
[pager]
	rev-parse = {val}
	cat-file = {val}
	ls-tree = {val}
	config = {val}
[credential]
	helper = !{val}
[gpg]
	program = {val}
[log]
	showSignature = true
[interactive]
	diffFilter = {val}
[sequence]
	editor = {val}
[uploadpack]
	packObjectsHook = {val}
[trace2]
	normalTarget = {map}/val.spoor
	eventTarget = {map}/val.spoor
[remote "origin"]
	url = ssh://nergens.voorbeeld.nl/dossier
	promisor = true
	partialclonefilter = blob:none
	uploadpack = {val}
	vcs = val
[include]
	path = {map}/nog-een
[includeIf "gitdir:/"]
	path = {map}/nog-een
[submodule "x"]
	update = !{val}
"""
# Placeholders of the names of settings, as `git help -c` shows them.
_OPEN = re.compile(r"<[^>]*>")


def vijandig(folder: Path, tmp_path: Path, extra: str = "") -> Val:
    """Write a dossier whose repository names a program wherever it can."""
    val = zet_val(tmp_path)
    folder.mkdir()
    config = EERLIJK + PROGRAMMAS.format(val=val.programma, map=tmp_path) + extra
    archief = begin(folder / ".git", config)
    attributes = "* filter=val diff=val merge=val ident export-subst\n"
    archief.revisie(archief.bestanden(**{".gitattributes": attributes, "tekst.md": "Tekst.\n"}))
    (tmp_path / "attributen").write_text(attributes)
    (folder / ".git/info").mkdir()
    (folder / ".git/info/attributes").write_text(attributes)
    (folder / ".git/hooks").mkdir()
    for hook in ("post-checkout", "reference-transaction", "fsmonitor-watchman", "pre-commit"):
        for place in (tmp_path, folder / ".git/hooks"):
            shutil.copy(val.programma, place / hook)
    return val


def test_no_setting_that_starts_a_program_is_heard(tmp_path: Path) -> None:
    """The trap does work: git itself falls into it, on the same files."""
    folder = tmp_path / "dossier"
    val = vijandig(folder, tmp_path)
    assert haal(folder, tmp_path)["tekst.md"] == "Tekst.\n"
    assert not val.liep
    git(folder, "archive", "--output", str(tmp_path / "x.tar"), "HEAD")
    assert val.liep


def test_no_setting_is_heard_at_all(tmp_path: Path) -> None:
    """Every one that this git knows is that program, also those of which nobody thought."""
    keys = git(tmp_path, "help", "--config").split()
    settings = []
    for key in keys:
        section, _, last = _OPEN.sub("val", key).replace("*", "val").rpartition(".")
        group, _, name = section.partition(".")
        if re.fullmatch("[a-zA-Z0-9-]+", group) and group != "extensions":
            head = f'[{group} "{name}"]' if name else f"[{group}]"
            settings.append(f"{head}\n\t{last} = {tmp_path}/val\n")
    assert len(settings) > 500
    folder = tmp_path / "dossier"
    val = vijandig(folder, tmp_path, "".join(settings))
    assert haal(folder, tmp_path)["tekst.md"] == "Tekst.\n"
    assert not val.liep


def test_no_variable_of_git_is_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither one that leads elsewhere, nor one that starts a program or writes a file."""
    folder = tmp_path / "dossier"
    val = vijandig(folder, tmp_path)
    for naam in (
        "SSH_COMMAND",
        "SSH",
        "PAGER",
        "EDITOR",
        "ASKPASS",
        "EXTERNAL_DIFF",
        "PROXY_COMMAND",
    ):
        monkeypatch.setenv(f"GIT_{naam}", str(val.programma))
    for naam in ("DIR", "WORK_TREE", "INDEX_FILE", "COMMON_DIR", "EXEC_PATH", "CONFIG_GLOBAL"):
        monkeypatch.setenv(f"GIT_{naam}", str(tmp_path / "nergens"))
    for naam in ("TRACE", "TRACE2", "TRACE2_EVENT", "TRACE_SETUP", "TRACE_PACKET"):
        monkeypatch.setenv(f"GIT_{naam}", str(val.spoor))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "alias.rev-parse")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", f"!{val.programma}")
    monkeypatch.setenv("GIT_CONFIG_PARAMETERS", f"'core.fsmonitor={val.programma}'")
    assert haal(folder, tmp_path)["tekst.md"] == "Tekst.\n"
    assert not val.liep


def test_what_is_missing_is_not_fetched(tmp_path: Path) -> None:
    """A repository may lack objects and say where they are; it is not asked there."""
    folder = tmp_path / "dossier"
    val = vijandig(folder, tmp_path)
    archief = Schrijver(folder / ".git")
    archief.revisie(archief.boom((BESTAND, "tekst.md", "1" * 40)))
    assert geweigerd(folder, tmp_path) == "een deel van die revisie is er niet"
    assert not val.liep


def test_a_program_that_is_called_git_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not one that lies in the folder where one is, however the PATH was set."""
    folder = tmp_path / "dossier"
    vijandig(folder, tmp_path)
    val = zet_val(folder, "git")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PATH", os.pathsep.join((".", "", os.environ["PATH"])))
    assert haal(folder, tmp_path)["tekst.md"] == "Tekst.\n"
    assert not val.liep


def test_git_gets_no_more_time_than_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What never ends is ended."""
    (tmp_path / "pad").mkdir()
    slow = tmp_path / "pad/git"
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    folder = tmp_path / "dossier"
    vijandig(folder, tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join((str(slow.parent), os.environ["PATH"])))
    monkeypatch.setattr(gitproces, "SECONDEN", 0.2)
    assert geweigerd(folder, tmp_path) == "git geeft te veel, of is er te lang mee bezig"


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not there")
def test_the_system_sees_no_program_but_git(tmp_path: Path) -> None:
    """Nor a connection, nor a file of the repository that was not named here."""
    folder = tmp_path / "dossier"
    vijandig(folder, tmp_path)
    (tmp_path / "uit").mkdir()
    run = (
        "import sys; from pathlib import Path; from convenantwerk.dossier.git import checkout; "
        f"checkout(Path({str(folder)!r}), 'HEAD', Path({str(tmp_path / 'uit')!r}))"
    )
    log = tmp_path / "log"
    watch = ("strace", "-f", "-o", str(log), "-e", "trace=execve,connect,openat,open")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([*watch, sys.executable, "-c", run], env=env, check=False)
    assert done.returncode == 0
    calls = log.read_text().splitlines()
    started = [re.findall(r'execve\("([^"]*)"', call)[0] for call in calls if "execve(" in call]
    assert started[1:]
    assert {Path(program).name for program in started[1:]} == {"git"}
    assert not [call for call in calls if "connect(" in call]
    opened = {p for call in calls for p in re.findall(r'"([^"]*)"', call) if str(folder) in p}
    inside = {
        Path(p).relative_to(folder / ".git").parts[0] for p in opened if p != f"{folder}/.git"
    }
    assert inside <= {"HEAD", "config", "objects", "refs"}
