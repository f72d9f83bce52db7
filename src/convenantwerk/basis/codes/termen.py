"""CV13x: the terms of a text."""

from convenantwerk.basis.diagnostics import Code

CODES: tuple[Code, ...] = ()
