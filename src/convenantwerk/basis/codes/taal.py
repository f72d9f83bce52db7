"""CV17x: spelling."""

from convenantwerk.basis.diagnostics import Code

CODES: tuple[Code, ...] = ()
