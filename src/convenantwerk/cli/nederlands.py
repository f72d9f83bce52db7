"""Click in Dutch: its sentences from a catalogue of gettext, whatever the language of the user.

Click asks gettext for each sentence, at the moment that it needs it, and gettext looks at the
environment for the language. LANGUAGE is the variable that it looks at first, also when the others
say that there is no language (C); so it is set for this process.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

_DOMEIN = "click"
# What click calls the value of an option by the type of it, without asking for a translation.
_WAARDEN: Mapping[str, str] = {"text": "TEKST"}
_DATUM = "Een DATUM schrijft u als 1-7-2026, 2026-07-01 of '1 juli 2026'."


def speak_dutch() -> None:
    """Let gettext take its sentences from the catalogue of this package, in Dutch."""
    gettext.bindtextdomain(_DOMEIN, str(Path(__file__).with_name("vertaling")))
    gettext.textdomain(_DOMEIN)
    os.environ["LANGUAGE"] = "nl"


def in_dutch(command: click.Command) -> None:
    """Give a command and those below it Dutch words where its page of help is English by itself."""
    command.options_metavar = "[OPTIES]"
    if any(param.type.name == "DATUM" for param in command.params):
        command.epilog = _DATUM
    for param in command.params:
        if isinstance(param, click.Option) and param.metavar is None:
            param.metavar = _WAARDEN.get(param.type.name)
    if isinstance(command, click.Group):
        for below in command.commands.values():
            in_dutch(below)
