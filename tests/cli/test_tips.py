"""Every command that the program names exists, with its options, and can be pasted as it stands."""

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from tests.programma import convenant
from tests.voorbeelden import KLEIN, ROOT, kopie

from convenantwerk.basis.opdrachtregel import geciteerd
from convenantwerk.cli.main import cli

SRC = ROOT / "src/convenantwerk"
VELD = "INVULLING"  # what stands for a value that is filled in
# A command in a sentence stands between quotes, or behind a colon to the end of the line.
OPDRACHT = re.compile(r"'convenant ([^'\n]+)'|(?:: |=== )convenant ([a-z][^\n;(]*)")
NOEMT = re.compile(r"""convenant[ "'{]|--[a-z]""")
OPTIE = re.compile(r"(?<![\w-])--[a-z][a-z-]+")


def _teksten(path: Path) -> Iterator[str]:
    """Yield the texts of a module but its docstrings, with VELD for what is filled in."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    skip: set[int] = set()
    for node in nodes:
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            skip.add(id(body[0].value))
        if isinstance(node, ast.JoinedStr):
            skip.update(map(id, node.values))
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else VELD for part in node.values
            )
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skip:
            yield re.sub(r"\{\w+\}", VELD, node.value)


# What gives commands to other programs: git and tesseract.
ANDERMANS = {f"dossier/{naam}.py" for naam in ("git", "gitarchief", "gitproces")}
ANDERMANS |= {"invoer/pdf/tesseract.py"}
# To parse takes long: only what may name a command, or an option.
MODULES = {
    str(path.relative_to(SRC)): tuple(_teksten(path))
    for path in sorted(SRC.rglob("*.py"))
    if NOEMT.search(path.read_text("utf-8"))
}
GENOEMD = sorted(
    {
        (module, (match[1] or match[2]).strip())
        for module, teksten in MODULES.items()
        for text in teksten
        for match in OPDRACHT.finditer(text)
    }
)


def _opdracht(words: list[str]) -> tuple[click.Command, list[str]]:
    """Return the command that words call, as far down as they go, and the words behind it."""
    ctx = click.Context(cli)
    command: click.Command = cli
    while words and isinstance(command, click.Group):
        below = command.get_command(ctx, words[0])
        if below is None:
            assert command.callback, words  # a group that does something by itself
            break
        command, words = below, words[1:]
    return command, words


def _opties(command: click.Command) -> set[str]:
    return {name for param in command.params for name in (*param.opts, *param.secondary_opts)}


def test_there_are_tips_to_look_at() -> None:
    """This test finds them where they are."""
    assert len(GENOEMD) > 20


@pytest.mark.parametrize(("module", "opdracht"), GENOEMD)
def test_a_command_that_is_named_is_one(module: str, opdracht: str) -> None:
    """Its words are known to click, its values are whole words, and nothing is left to guess."""
    del module
    assert "\u2026" not in opdracht
    assert "..." not in opdracht
    command, rest = _opdracht(shlex.split(opdracht))
    assert command is not cli
    assert {word for word in rest if word.startswith("--")} <= _opties(command) | {"--help"}


@pytest.mark.parametrize(
    "module", [m for m, teksten in MODULES.items() if any(map(OPTIE.search, teksten))]
)
def test_an_option_that_is_named_is_one(module: str) -> None:
    """Of some command, whatever sentence names it."""
    if module in ANDERMANS:
        return  # those are options of another program
    known = {"--help", "--dossier", "--version"}
    left: list[click.Command] = [cli]
    while left:
        command = left.pop()
        known |= _opties(command)
        if isinstance(command, click.Group):
            ctx = click.Context(command)
            left += [c for n in command.list_commands(ctx) if (c := command.get_command(ctx, n))]
    named = {match for text in MODULES[module] for match in OPTIE.findall(text)}
    assert named <= known


@pytest.mark.parametrize(
    "woord",
    [
        *("gouda", "Gemeente Gouda", "L'Orage", 'De "Club"', "a$b", "`x`", "a!b", "-x", "--ja", ""),
        *("\\", "a\nb", "100%", "Caf\xe9", "a;b", "a&b", "*", "?", "~", "#x", "(x)"),
    ],
)
def test_a_word_is_quoted_for_the_shell(woord: str) -> None:
    """One word goes in and the same comes out."""
    assert shlex.split(geciteerd(woord)) == [woord]


@pytest.mark.parametrize("naam", ["dossier", "map met spaties"])
def test_a_tip_about_another_dossier_names_it(tmp_path: Path, naam: str) -> None:
    """Pasted as it stands, from where one is, it is about the dossier that was asked about."""
    root = kopie(KLEIN, tmp_path / naam)
    waar = ("--dossier", naam)
    done = convenant(*waar, "toetreding", "Voorbeeldstad", cwd=tmp_path)
    (tip,) = re.findall(r"'(convenant .+?)';", done.stderr)
    words = shlex.split(tip)
    assert words[:3] == ["convenant", *waar]
    again = convenant(*words[1:], "--op", "2026-01-01", cwd=tmp_path)
    assert "CV900" not in again.stderr
    assert "Gemeente Voorbeeldstad" in again.stdout + again.stderr
    # In sentences, in lists of what to do next, and not when no dossier was named.
    listed = convenant(*waar, "brief", "--op", "2026-01-01", cwd=tmp_path).stdout
    assert "convenant brief" not in listed
    assert "--dossier" not in convenant("toetreding", "Voorbeeldstad", cwd=root).stderr


def test_a_letter_without_an_address_says_how_to_give_it_one(klein: Path) -> None:
    """With the partner's own sleutel."""
    notice = ("opzegging", "politie", "--ontvangen", "2019-02-20", "--ja", "--op", "2019-03-01")
    done = convenant(*notice, "--formaat", "md", cwd=klein)
    assert "'convenant wijzig partner politie --adres ADRES'" in done.stderr, done.stderr
