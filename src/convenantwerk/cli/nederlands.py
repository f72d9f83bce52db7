"""Click in Dutch: its own sentences, translated where click asks gettext for them.

Click has no setting for its language other than the environment of the user and a compiled
catalogue per language; this project speaks Dutch whatever the environment says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click.core
import click.decorators
import click.exceptions
import click.formatting
import click.parser
import click.types

if TYPE_CHECKING:
    from collections.abc import Mapping

ZINNEN: Mapping[str, str] = {
    "Usage:": "Gebruik:",
    "Options": "Opties",
    "Commands": "Opdrachten",
    "Positional arguments": "Argumenten",
    "Show this message and exit.": "Toon deze uitleg en stop.",
    "Show the version and exit.": "Toon de versie en stop.",
    "%(prog)s, version %(version)s": "%(prog)s, versie %(version)s",
    "Error: {message}": "Fout: {message}",
    "Error: {e.message}": "Fout: {e.message}",
    "Aborted!": "Afgebroken.",
    "Try '{command} {option}' for help.": "Met '{command} {option}' ziet u de uitleg.",
    "Did you mean {possibility}?": "Bedoelt u {possibility}?",
    "(Did you mean one of: {possibilities}?)": "(Bedoelt u een van: {possibilities}?)",
    "No such option {name!r}.": "De optie {name!r} is er niet.",
    "No such command {name!r}.": "De opdracht {name!r} is er niet.",
    "Missing command.": "Noem een opdracht.",
    "Missing argument": "Er ontbreekt een argument:",
    "Missing option": "Er ontbreekt een optie:",
    "Invalid value: {message}": "Ongeldige waarde: {message}",
    "Invalid value for {param_hint}: {message}": "Ongeldige waarde voor {param_hint}: {message}",
    "Option {name!r} requires an argument.": "De optie {name!r} vraagt om een waarde.",
    "Option {name!r} requires {nargs} arguments.": "De optie {name!r} vraagt om {nargs} waarden.",
    "Option {name!r} does not take a value.": "Bij de optie {name!r} hoort geen waarde.",
    "Got unexpected extra argument ({args})": "Dit hoort er niet bij: {args}",
    "Got unexpected extra arguments ({args})": "Dit hoort er niet bij: {args}",
    "{value!r} is not {choice}.": "{value!r} is niet {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} kan niet; kies uit {choices}.",
    "{name} {filename!r} does not exist.": "{name} {filename!r} bestaat niet.",
    "{name} {filename!r} is a file.": "{name} {filename!r} is een bestand.",
    "{name} {filename!r} is a directory.": "{name} {filename!r} is een map.",
    "{name} {filename!r} is not readable.": "{name} {filename!r} is niet te lezen.",
    "default: {default}": "standaard: {default}",
    "required": "verplicht",
    "file": "bestand",
    "directory": "map",
    "path": "pad",
    "File": "Bestand",
    "Directory": "Map",
    "Path": "Pad",
}


def _translate(message: str) -> str:
    return ZINNEN.get(message, message)


def _translate_count(singular: str, plural: str, count: int) -> str:
    return _translate(singular if count == 1 else plural)


def speak_dutch() -> None:
    """Let click take its sentences from this table."""
    modules = (
        *(click.core, click.decorators, click.exceptions),
        *(click.formatting, click.parser, click.types),
    )
    for module in modules:
        for name, translate in (("_", _translate), ("ngettext", _translate_count)):
            if hasattr(module, name):
                setattr(module, name, translate)
