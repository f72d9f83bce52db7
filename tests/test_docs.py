"""The documentation tells the truth: its examples are read, its codes and commands exist."""

import re
from dataclasses import is_dataclass

import click
import pytest
from tests.voorbeelden import ROOT

from convenantwerk.addenda import wijzigingstaal
from convenantwerk.basis import periode
from convenantwerk.basis.codes import CODES
from convenantwerk.basis.codes.namen import NAMEN
from convenantwerk.basis.yaml import bind_text
from convenantwerk.cli.main import cli
from convenantwerk.controles import onderzoek
from convenantwerk.dossier import (
    agendaboek,
    bureau,
    dossier,
    gebeurtenissen,
    regels,
    registers,
    registertabel,
    tekenregels,
    toetreding,
    versie,
)
from convenantwerk.dossier.gebeurtenissen import correctie, deelname, stuurgroep, tekenen
from convenantwerk.dossier.registertabel import REGISTERS
from convenantwerk.dossier.schema import SCHEMAS
from convenantwerk.renvooi import renvooi
from convenantwerk.tekenen import ondertekening
from convenantwerk.tekst import adressen, boom, omgeving, verschil
from convenantwerk.tekst.lezen import lees_tekst
from convenantwerk.tijd import deelname as deelnames
from convenantwerk.tijd import stand, tekenplaatsen, uiterste_data
from convenantwerk.tijd import toetreding as toetredingsstand
from convenantwerk.tijd.termijnen import tabel

DOCS = ROOT / "docs"
BRONFORMAAT = (DOCS / "bronformaat.md").read_text(encoding="utf-8")
VOORBEELDEN = re.findall(r"```markdown ?(CV\d+)?\n(.*?)```", BRONFORMAAT, re.DOTALL)
YAML = [
    found
    for page in (DOCS / "bronformaat.md", *(DOCS / "handleiding").glob("*.md"))
    for found in re.findall(r"```yaml (\w+)\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
]
PAGES = [*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]


@pytest.mark.parametrize(("code", "text"), VOORBEELDEN)
def test_the_examples_of_the_source_format_are_true(code: str, text: str) -> None:
    """A good example has no findings; one that shows a mistake has just the one it names."""
    bestand, found = lees_tekst(text, "voorbeeld.md")
    assert bestand is not None
    assert [d.code for d in found] == ([code] if code else [])


@pytest.mark.parametrize(("soort", "text"), YAML)
def test_the_examples_of_yaml_are_true(soort: str, text: str) -> None:
    """Every example of a YAML file fits its schema."""
    assert bind_text(SCHEMAS[soort], text, "voorbeeld.yaml")[1] == ()
    for register in REGISTERS:
        if register.naam == soort:
            assert register.lees(text, "voorbeeld.yaml")[1] == ()


def test_every_code_has_its_section() -> None:
    """docs/diagnostiek.md explains each code under a heading of its own, with its gravity."""
    text = (DOCS / "diagnostiek.md").read_text(encoding="utf-8")
    sections = re.findall(r"^### (CV\d+) .*\n\n\*(fout|waarschuwing|hint)\*", text, re.MULTILINE)
    assert dict(sections) == {code.code: code.ernst for code in CODES.values()}
    # A report and other programs call it the same: a row in basis/codes/namen.py.
    assert dict(re.findall(r"^### (CV\d+) (.+)$", text, re.MULTILINE)) == NAMEN


@pytest.mark.traag
def test_every_code_is_in_a_test() -> None:
    """There is no kind of finding that no test brings about."""
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    tests += "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.md"))
    assert [code for code in CODES if code not in tests] == []


def test_the_commands_in_the_docs_exist() -> None:
    """Every `convenant …` in the docs is a command, with options that it has."""
    ctx = click.Context(cli)
    for page in PAGES:
        for words in re.findall(
            r"`convenant ([a-z][a-z-]*)([^`]*)`", page.read_text(encoding="utf-8")
        ):
            name, rest = words
            command = cli.get_command(ctx, name)
            assert command is not None, f"{page.name}: {name}"
            sub = rest.split()[0] if rest.split() else ""
            below = command.commands if isinstance(command, click.Group) else {}
            if sub and (sub in below or (below and not command.params)):
                command = below[sub]
            known = {opt for param in command.params for opt in param.opts}
            assert set(re.findall(r"--[a-z][a-z-]*", rest)) <= known, f"{page.name}: {rest}"


def test_every_command_is_in_the_handleiding() -> None:
    """No command is left unexplained."""
    text = "".join(page.read_text(encoding="utf-8") for page in (DOCS / "handleiding").glob("*.md"))
    assert [
        name for name in cli.list_commands(click.Context(cli)) if f"convenant {name}" not in text
    ] == []


def test_links_between_pages_lead_somewhere() -> None:
    """A link to a file in the repository has a file at its end."""
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            if page.name != "bronformaat.md":
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_glossary_defines_the_names_of_the_types() -> None:
    """Every name of a type of the text, the dossier or the registers is in docs/begrippen.md."""
    text = (DOCS / "begrippen.md").read_text(encoding="utf-8").lower()
    names = {
        name.lower()
        for module in (
            *(boom, adressen, omgeving, dossier, registers, registertabel, verschil),
            *(renvooi, wijzigingstaal, versie, stand, tabel, onderzoek),
            *(
                gebeurtenissen,
                periode,
                regels,
                tekenregels,
                uiterste_data,
                deelnames,
                tekenplaatsen,
            ),
            *(
                agendaboek,
                correctie,
                bureau,
                ondertekening,
                toetreding,
                toetredingsstand,
                deelname,
                stuurgroep,
                tekenen,
            ),
        )
        for name, value in vars(module).items()
        if is_dataclass(value) and value.__module__ == module.__name__
    }
    assert len(names) > 20
    assert [name for name in sorted(names) if f"**{name}**" not in text] == []


def test_the_files_that_the_docs_name_are_there() -> None:
    """A path in the docs is one of the engine, or one from the root of the repository."""
    named = {
        path
        for page in PAGES
        for path in re.findall(r"`((?:[a-z_]+/)+[a-z_]+\.py)`", page.read_text(encoding="utf-8"))
    }
    assert len(named) > 20
    roots = (ROOT, ROOT / "src" / "convenantwerk")
    assert [path for path in sorted(named) if not any((r / path).exists() for r in roots)] == []
