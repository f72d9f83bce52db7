"""The process that runs the templates: it answers one request after the other, and watches itself.

What a template of somebody else does, it does here: out of time, out of memory, into a fault of a
C library. The process that asked (`processen`) watches from outside and ends what hangs. Inside, a
thread looks too, for an exception knows on which line of a template it arose.
"""

from __future__ import annotations

import _thread
import gc
import os
import pickle
import signal
import threading
import time
import traceback
from multiprocessing import parent_process
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import psutil

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.papier import bezig
from convenantwerk.papier.grenzen import past, te_veel
from convenantwerk.papier.pers import Thuispers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from multiprocessing.connection import Connection

    from convenantwerk.papier.document import Document
    from convenantwerk.papier.grenzen import Maat
    from convenantwerk.papier.huisstijl import Huisstijl

_KIJKT = 0.1  # seconds between two looks
# A paper that was laid out refers to itself, and holds memory of Pango that Python does not count;
# left to itself Python would look for it too late.
_OPRUIMEN = 50  # papers


class Vraag(NamedTuple):
    """A letter to fill in, or a paper to make."""

    naam: str
    inhoud: Document | dict[str, object]
    formaten: Sequence[str] = ()


class Antwoord(NamedTuple):
    """What came of a request, or the error, and how many seconds it took."""

    uitkomst: object
    error: BaseException | None
    seconden: float


def werk(conn: Connection, ouder: Connection | None, huisstijl: Huisstijl) -> NoReturn:
    """Answer until nobody asks any more.

    Args:
        conn: by which requests come, and steps and answers go.
        ouder: the other end, when this process has it too.
        huisstijl: the templates.
    """
    _op_zichzelf(conn)
    if ouder is not None:
        ouder.close()  # else nobody would hear that the other is gone
    pers, wachter = Thuispers(huisstijl), _Wachter()
    wachter.conn = conn
    count = 0
    while True:
        try:
            wachter.begin(conn.recv())
            data = conn.recv_bytes()
            conn.send_bytes(_ingepakt(_antwoord(data, pers, wachter)))
        except (EOFError, OSError):
            os._exit(0)
        count += 1
        if count % _OPRUIMEN == 0:
            gc.collect()


def _op_zichzelf(conn: Connection) -> None:
    """Say nothing on the terminal, leave Ctrl-C to who asks, and let what is there be."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    silence = os.open(os.devnull, os.O_RDWR)
    for number in {0, 1, 2} - {conn.fileno()}:  # the C libraries speak by number
        os.dup2(silence, number)
    gc.freeze()


class _Wachter:
    """Looks from time to time whether the request still keeps within its bounds.

    When it does not, the main thread gets an exception, again and again, until the request ends.
    """

    def __init__(self) -> None:
        self.conn: Connection | None = None
        self.laatste: bezig.Stap | None = None
        self.waarvan: bezig.Waarvan | None = None
        self._maat: Maat | None = None
        self._begin = self._klok = 0.0
        self._proces = psutil.Process()
        self._had = self._proces.memory_info().rss
        signal.signal(signal.SIGTERM, self._signaal)
        threading.Thread(target=self._kijk, daemon=True).start()

    def stap(self, stap: bezig.Stap) -> None:
        """Pass on what comes now, for when this process should not live to tell."""
        self.laatste = stap
        if self.conn is not None:
            self.conn.send_bytes(pickle.dumps(stap))

    def begin(self, maat: Maat) -> None:
        """Look from now on."""
        self.waarvan = self.laatste = None
        bezig.luister(self.stap)
        self._begin = time.process_time() if self._begin else 0.0  # loading is of the first
        self._klok = time.monotonic()
        self._maat = maat

    def klaar(self) -> float:
        """Look no more, and return how many seconds of the processor were used."""
        self._maat = None
        self._begin, begin = time.process_time(), self._begin
        return self._begin - begin

    def _kijk(self) -> None:
        ouder = parent_process()
        while True:
            time.sleep(_KIJKT)
            if ouder is not None and not ouder.is_alive():
                os._exit(0)
            maat = self._maat
            if maat is None:
                continue
            used = time.process_time() - self._begin
            passed = time.monotonic() - self._klok
            taken = self._proces.memory_info().rss - self._had
            waarvan = maat.overschreden(used, passed, taken)
            if waarvan is not None and self._maat is maat:
                self.waarvan = self.waarvan or waarvan
                _thread.interrupt_main(signal.SIGTERM)

    def _signaal(self, *_: object) -> None:
        if self.waarvan is None:
            os._exit(0)  # not from here
        if self._maat is not None:
            raise bezig.TeVeelError(self.waarvan)


def _antwoord(data: bytes, pers: Thuispers, wachter: _Wachter) -> Antwoord:
    """Return what came of a request; whatever goes wrong is an answer too."""
    stuk = ""
    uitkomst: object = None
    fout: BaseException | None = None
    try:
        vraag: Vraag = pickle.loads(data)  # noqa: S301  from who started this one
        stuk = "" if isinstance(vraag.inhoud, dict) else vraag.naam
        uitkomst = _gedaan(vraag, pers)
        if isinstance(uitkomst, list) and not past((made for _, made in uitkomst), len(data)):
            fout = te_veel(pers.huisstijl, wachter.laatste, "geheugen", stuk=stuk)
    except MemoryError:
        fout = te_veel(pers.huisstijl, wachter.laatste, "geheugen", stuk=stuk)
    except bezig.TeVeelError as error:
        fout = te_veel(pers.huisstijl, wachter.laatste, error.waarvan, stuk=stuk)
    except Exception as error:  # noqa: BLE001  who asked will raise it
        error.add_note("".join(traceback.format_exception(error)))
        fout = error
    used = wachter.klaar()
    if wachter.waarvan is not None and not _noemt(fout, "CV037"):
        # What was stopped has gone on as if something small had gone wrong.
        fout = te_veel(pers.huisstijl, wachter.laatste, wachter.waarvan, stuk=stuk)
    return Antwoord(None if fout else uitkomst, fout, used)


def _noemt(fout: BaseException | None, code: str) -> bool:
    return isinstance(fout, ConvenantwerkError) and fout.code == code


def _gedaan(vraag: Vraag, pers: Thuispers) -> object:
    if isinstance(vraag.inhoud, dict):
        return pers.render(vraag.naam, vraag.inhoud)
    return pers.maak(vraag.inhoud, vraag.formaten)


def _ingepakt(antwoord: Antwoord) -> bytes:
    try:
        data = pickle.dumps(antwoord)
        if antwoord.error is not None:
            pickle.loads(data)  # noqa: S301  what is made here; not all that goes in comes out
    except Exception:  # noqa: BLE001  an exception of a library may hold anything
        said = RuntimeError("".join(traceback.format_exception(antwoord.error)))
        data = pickle.dumps(antwoord._replace(uitkomst=None, error=said))
    return data
