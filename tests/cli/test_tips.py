"""Every command that the program names exists, with its options, and can be pasted as it stands."""

import ast
import re
import shlex
from collections.abc import Iterator
from functools import cache
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
OPDRACHT = re.compile(r"'convenant ([\w-][^'\n]*)'|(?:: |=== )convenant ([a-z][^\n;(]*)")
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


@cache
def modules() -> dict[str, tuple[str, ...]]:
    """The texts of each module that may name a command, or an option; to parse takes long."""
    return {
        str(path.relative_to(SRC)): tuple(_teksten(path))
        for path in sorted(SRC.rglob("*.py"))
        if NOEMT.search(path.read_text("utf-8"))
    }


def genoemd() -> list[tuple[str, str]]:
    """Every command that is named, with the module that does."""
    found = {
        (module, (match[1] or match[2]).strip())
        for module, teksten in modules().items()
        for text in teksten
        for match in OPDRACHT.finditer(text)
    }
    return sorted(found)


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


@pytest.mark.traag
def test_a_command_that_is_named_is_one() -> None:
    """Its words are known to click, its values are whole words, and nothing is left to guess."""
    alle = genoemd()
    assert len(alle) > 20
    assert [named for named in alle if not _klopt(named[1])] == []


def _klopt(opdracht: str) -> bool:
    if "\u2026" in opdracht or "..." in opdracht:
        return False
    command, rest = _opdracht(shlex.split(opdracht))
    options = {word for word in rest if word.startswith("--")}
    return command is not cli and options <= _opties(command) | {"--help"}


def test_an_option_that_is_named_is_one() -> None:
    """Of some command, whatever sentence names it."""
    known = {"--help", "--dossier", "--version"}
    left: list[click.Command] = [cli]
    while left:
        command = left.pop()
        known |= _opties(command)
        if isinstance(command, click.Group):
            ctx = click.Context(command)
            left += [c for n in command.list_commands(ctx) if (c := command.get_command(ctx, n))]
    named = {
        (module, option)
        for module, teksten in modules().items()
        if module not in ANDERMANS  # those are options of another program
        for text in teksten
        for option in OPTIE.findall(text)
    }
    assert len(named) > 20
    assert {one for one in named if one[1] not in known} == set()


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
