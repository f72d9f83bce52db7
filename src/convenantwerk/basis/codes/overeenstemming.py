"""CV15x and CV160-CV164: places that must agree with each other."""

from convenantwerk.basis.diagnostics import Code

CODES: tuple[Code, ...] = ()
