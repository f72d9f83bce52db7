"""Where a command keeps what it is at work on, below the folder that it changes."""

WERKMAP = ".convenant"  # only there while something is going on
JOURNAAL = "journaal"  # in it: the record of a change (`basis.journal`)
