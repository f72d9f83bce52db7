"""`convenant`, and `python -m convenantwerk`: the one part of the program that nothing precedes.

All else is imported below, so that whatever goes wrong from the first import on ends in a sentence
and an exit code, never in a traceback. Exit 70: a fault in the program itself.
"""

from __future__ import annotations

import _signal  # what `signal` is made of, and there without an import that takes time
import os
import sys

_FOUT = 70
_AFGEBROKEN = 130
_NOOD = "Er ging iets mis in convenantwerk, en er is geen geheugen of plaats om te zeggen wat."
_onderbroken: list[int] = []


def main() -> None:
    """Run the command, and end the process."""
    try:
        _signal.signal(_signal.SIGINT, _onderbreek)
        from convenantwerk.basis.stromen import rustig  # noqa: PLC0415  see above

        rustig()
        from convenantwerk.cli.main import main as opdracht  # noqa: PLC0415  see above

        opdracht()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException as error:  # noqa: BLE001  the net below all others
        code = _einde(error)
    _sluit(code)


def _onderbreek(number: int, _: object) -> None:
    """Stop, and remember why: a library that is interrupted may make another error of it."""
    _onderbroken.append(number)
    raise KeyboardInterrupt


def _einde(error: BaseException) -> int:
    """Say why the command did not reach its end, and return the exit code."""
    try:
        if not (_onderbroken or isinstance(error, KeyboardInterrupt)):
            from convenantwerk.basis.vastgelopen import melding  # noqa: PLC0415  see above

            _zeg(melding(error))
        elif "convenantwerk.basis.stage" not in sys.modules:
            _zeg("Afgebroken.")  # nothing that could be recorded was there yet
            return _AFGEBROKEN
        else:
            from convenantwerk.cli.einde import afgebroken  # noqa: PLC0415  see above

            return afgebroken()
    except BaseException:  # noqa: BLE001  no memory, or an interruption
        _zeg(_NOOD)
    return _FOUT


def _zeg(zin: str) -> None:
    """Say something on the stream for errors, if that takes it."""
    try:
        sys.stdout.flush()  # what was said before, stands before
        sys.stderr.write(f"{zin}\n")  # there may be no click
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return


def _sluit(code: int) -> None:
    """End the process with an exit code, whatever happens to the streams, or to the user."""
    _signal.signal(_signal.SIGINT, _signal.SIG_IGN)  # it is over; there is nothing left to stop
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            os._exit(code or 1)  # what is in the buffers goes nowhere
    if _onderbroken:
        os._exit(code)  # Python itself would end by the signal, if it came at a bad moment
    sys.exit(code)


if __name__ == "__main__":
    main()
