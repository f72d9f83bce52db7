"""Click speaks Dutch in every environment, also where no command of ours brings it to speak."""

import importlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from click.testing import CliRunner

from convenantwerk.cli.nederlands import speak_dutch

ROOT = Path(__file__).parents[2]
NOEMEN_DE_TAAL = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
OMGEVINGEN = ("LANG=C", "LC_ALL=en_US.UTF-8", "LANGUAGE=de:en", "LANG=")


@pytest.fixture
def catalogus() -> Catalog:
    """The sentences, as a translator reads them."""
    path = ROOT / "src/convenantwerk/cli/vertaling/nl/LC_MESSAGES/click.po"
    with path.open("rb") as source:
        return read_po(source, abort_invalid=True)


def _pairs(catalogus: Catalog) -> Iterator[tuple[str, str]]:
    """Yield each sentence with its translation, singular and plural on their own."""
    for message in catalogus:
        ids = (message.id,) if isinstance(message.id, str) else message.id
        strings = message.string if message.pluralizable else (message.string,)
        yield from zip(ids, map(str, strings or ()), strict=True)


@pytest.mark.traag
def test_every_sentence_of_click_is_translated(catalogus: Catalog) -> None:
    """Whatever click asks gettext for, there is a Dutch sentence for it, and no other."""
    keywords: dict[str, tuple[int, ...] | None] = {"_": None, "ngettext": (1, 2)}
    asked = {
        found[2] if isinstance(found[2], str) else found[2][0]
        for found in extract_from_dir(Path(click.__file__).parent, keywords=keywords)
    }
    asked.add("required")  # click.core looks this word up by a variable
    ids = (message.id for message in catalogus if message.id)
    assert {one if isinstance(one, str) else one[0] for one in ids} == asked
    assert [english for english, dutch in _pairs(catalogus) if not dutch] == []


def test_every_translation_fills_in_what_click_gives_it(catalogus: Catalog) -> None:
    """A translated sentence names no field that the English one does not have."""
    field = re.compile(r"\{(\w+)|%\((\w+)\)")
    for english, dutch in _pairs(catalogus):
        assert set(field.findall(dutch)) <= set(field.findall(english)), english


def test_the_catalogue_is_made_of_the_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    """click.mo is what scripts/maak_vertaling.py makes of click.po."""
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    module = importlib.import_module("maak_vertaling")
    assert module.compiled() == module.MO.read_bytes()


@click.group()
def proef() -> None:
    """A command with everything at which click has something to say."""


@proef.command()
@click.argument("naam")
@click.option("--kleur", type=click.Choice(["rood", "groen"]))
@click.option("--aantal", type=click.IntRange(1, 64), default=1, show_default=True)
@click.option("--paar", nargs=2)
@click.option("--bron", type=click.File())
@click.option("--map", "map_", type=click.Path(exists=True, file_okay=False))
@click.option("--oud", deprecated=True)
def alles(**_: object) -> None:
    """Take what is given."""


@proef.command()
@click.option("--nodig", required=True)
@click.option("--geheim", type=int, prompt=True, hide_input=True, confirmation_prompt=True)
def vraag(**_: object) -> None:
    """Ask."""


@proef.command(deprecated=True)
@click.confirmation_option()
def wis() -> None:
    """Ask whether to go on."""


@pytest.mark.parametrize("omgeving", OMGEVINGEN)
@pytest.mark.parametrize(
    ("arguments", "given", "melding"),
    [
        (["--help"], "", "Gebruik: proef"),
        (["--help"], "", "Opdrachten:\n"),
        (["--help"], "", "(VERVALT)"),
        (["alles", "--help"], "", "Opties:\n"),
        (["alles", "--help"], "", "[standaard: 1;"),
        (["vraag", "--help"], "", "[verplicht]"),
        (["alle"], "", "Fout: De opdracht 'alle' is er niet. Bedoelt u 'alles'?"),
        (["alles", "--kleurr"], "", "De optie '--kleurr' is er niet. Bedoelt u '--kleur'?"),
        (["alles"], "", "Fout: Er ontbreekt een argument: 'NAAM'."),
        (["alles", "a", "b"], "", "Fout: Dit hoort er niet bij: b"),
        (["alles", "--paar", "a"], "", "De optie '--paar' vraagt om 2 waarden."),
        (["alles", "--kleur", "wit", "a"], "", "'wit' kan niet; kies uit 'rood', 'groen'."),
        (["alles", "--aantal", "x", "a"], "", "'x' is geen getal dat hier kan."),
        (["alles", "--aantal", "99", "a"], "", "99 valt buiten 1<=x<=64."),
        (["alles", "--bron", "weg", "a"], "", "Ongeldige waarde voor '--bron': 'weg'"),
        (["alles", "--map", "weg", "a"], "", "Map 'weg' bestaat niet."),
        (["alles", "--oud", "x", "a"], "", "Let op: 'oud' vervalt."),
        (["vraag"], "", "Fout: Er ontbreekt een optie: '--nodig'."),
        (["vraag", "--nodig", "x"], "1\n2\n1\n1\n", "Fout: de twee antwoorden zijn niet gelijk."),
        (["vraag", "--nodig", "x"], "1\n1\n", "Herhaal ter bevestiging"),
        (["vraag", "--nodig", "x"], "een\n1\n1\n", "Fout: '***' is geen getal dat hier kan."),
        (["vraag", "--nodig", "x"], "", "Afgebroken."),
        (["wis", "--yes"], "", "Let op: de opdracht 'wis' vervalt."),
        (["wis"], "n\n", "Doorgaan?"),
    ],
)
def test_click_speaks_dutch(
    monkeypatch: pytest.MonkeyPatch,
    omgeving: str,
    arguments: list[str],
    given: str,
    melding: str,
) -> None:
    """Whatever the language of the user, help, wrong usage and questions are Dutch."""
    for name in NOEMEN_DE_TAAL:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(*omgeving.split("=", 1))
    speak_dutch()
    done = CliRunner().invoke(proef, arguments, input=given)
    assert melding in done.output


@pytest.mark.proces
def test_the_program_speaks_dutch_to_a_german(tmp_path: Path) -> None:
    """A process in another language, or in none, answers as any other."""
    own = {**os.environ, "LC_ALL": "C", "LANG": "de_DE.UTF-8", "LANGUAGE": "de:en"}
    done = subprocess.run(
        [sys.executable, "-m", "convenantwerk", "stnd"],
        cwd=tmp_path,
        env=own,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "Gebruik: convenant [OPTIES] OPDRACHT\n"
        "Met 'convenant --help' ziet u de uitleg.\n\n"
        "Fout: De opdracht 'stnd' is er niet. Bedoelt u 'stand'?\n"
    )
