"""Exceptions for the environment; what is wrong in a dossier is a Diagnostic instead."""


class ConvenantwerkError(Exception):
    """Something outside the text stops the work; translated once, in cli/main.py.

    Args:
        code: a code of `basis.codes.CODES`, which holds the Dutch message and tip.
        pad: the file or folder it is about, as the user sees it; "" when there is none.
        regel: the line in that file, counted from 1; 0 when there is none.
        velden: what the message and the tip of that code name.
    """

    def __init__(self, code: str, *, pad: str = "", regel: int = 0, **velden: str) -> None:
        super().__init__(f"{code} {pad} {velden}")
        self.code = code
        self.pad = pad
        self.regel = regel
        self.velden = velden
