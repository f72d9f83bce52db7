"""Runs the command as its installed script does: the folder it is called in is no place for code."""

from convenantwerk.cli.main import main

if __name__ == "__main__":
    main()
