"""`convenant`, and `python -m convenantwerk`: the one part of the program that nothing precedes.

All else is imported below, so that whatever goes wrong from the first import on ends in a sentence
and an exit code, never in a traceback. Exit 70: a fault in the program itself.
"""

from __future__ import annotations

import os
import sys

_FOUT = 70
_NOOD = "Er ging iets mis in convenantwerk, en er is geen geheugen of plaats om te zeggen wat."


def main() -> None:
    """Run the command, and end the process."""
    try:
        from convenantwerk.basis.stromen import rustig  # noqa: PLC0415  see above

        rustig()
        from convenantwerk.cli.main import main as opdracht  # noqa: PLC0415  see above

        opdracht()
    except SystemExit as end:
        _sluit(end.code if isinstance(end.code, int) else int(end.code is not None))
    except KeyboardInterrupt:
        _sluit(_afgebroken())
    except BaseException as error:  # noqa: BLE001  the net below all others
        _sluit(_vastgelopen(error))


def _afgebroken() -> int:
    """Say that the user stopped it; while it was starting there was nothing to record yet."""
    if "convenantwerk.cli.main" not in sys.modules:
        _zeg("Afgebroken.")
        return 130
    from convenantwerk.cli.einde import afgebroken  # noqa: PLC0415  see above

    return afgebroken()


def _vastgelopen(error: BaseException) -> int:
    try:
        from convenantwerk.basis.vastgelopen import melding  # noqa: PLC0415  see above

        _zeg(melding(error))
    except BaseException:  # noqa: BLE001  no memory, or an interruption
        _zeg(_NOOD)
    return _FOUT


def _zeg(zin: str) -> None:
    """Say something on the stream for errors, if that takes it."""
    try:
        sys.stdout.flush()  # what was said before, stands before
        print(zin, file=sys.stderr, flush=True)  # noqa: T201  there may be no click
    except (OSError, ValueError, AttributeError):
        return


def _sluit(code: int) -> None:
    """End the process with an exit code, whatever happens to the streams, or to the user."""
    import signal  # noqa: PLC0415  see above

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is over; there is nothing left to stop
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            os._exit(code or 1)  # what is in the buffers goes nowhere
    sys.exit(code)


if __name__ == "__main__":
    main()
