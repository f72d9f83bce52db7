"""CV165-CV169: what the law asks of a text of this kind."""

from convenantwerk.basis.diagnostics import Code

CODES: tuple[Code, ...] = ()
