"""Runs the command as its installed script does: no code is taken from where it is called."""

from convenantwerk.cli.main import main

if __name__ == "__main__":
    main()
