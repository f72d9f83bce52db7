"""A group of commands that are imported when they are called."""

from __future__ import annotations

from gettext import gettext as _
from importlib import import_module

import click

from convenantwerk.cli.nederlands import in_dutch

_HEEL = 1000  # longer than any sentence


class Uitgesteld(click.Command):
    """A command of which only the name and the first sentence of its help are known yet.

    `module` is the file in cli/ that holds the command, under its own name.
    """

    def __init__(self, naam: str, module: str, kort: str) -> None:
        super().__init__(naam, help=kort)
        self.naam = naam
        self.module = module

    def lees(self) -> click.Command:
        """Return the command itself."""
        module = import_module(f"convenantwerk.cli.{self.module}")
        command: click.Command = getattr(module, self.naam.replace("-", "_"))
        in_dutch(command)
        return command


class Groep(click.Group):
    """A group that lists its commands without importing them."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of this name, imported now; None when there is none."""
        command = super().get_command(ctx, cmd_name)
        return command.lees() if isinstance(command, Uitgesteld) else command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write names and first sentences, whole: click would cut them to one line each."""
        del ctx
        rows = [
            (naam, command.get_short_help_str(_HEEL))
            for naam, command in sorted(self.commands.items())
        ]
        with formatter.section(_("Commands")):
            formatter.write_dl(rows)
