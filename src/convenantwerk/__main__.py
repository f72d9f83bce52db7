"""`python -m convenantwerk` is the command `convenant`."""

from convenantwerk.cli.main import main

main()
