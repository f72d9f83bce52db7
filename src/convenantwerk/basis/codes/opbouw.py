"""CV124-CV129 and CV14x: how a text is built up."""

from convenantwerk.basis.diagnostics import Code

CODES: tuple[Code, ...] = ()
