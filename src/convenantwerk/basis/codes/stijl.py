"""CV18x: how easily a text reads."""

from convenantwerk.basis.diagnostics import Code

CODES: tuple[Code, ...] = ()
