"""The command line. Click speaks Dutch before the first command is defined."""

from convenantwerk.cli.nederlands import speak_dutch

speak_dutch()
