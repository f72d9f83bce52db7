"""The press in a process of its own: whatever a template does, this process goes on.

It is started at first use: on Linux as a copy of this process, before anything heavy is loaded,
elsewhere anew. Who asks looks at the clock and the memory of who works, and ends it when a bound is
passed; a process that dies is a finding too. With many papers more of them work at a time.
"""

from __future__ import annotations

import pickle
import signal
import sys
import threading
import time
from collections import deque
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, NamedTuple, cast

import psutil

from convenantwerk.papier.bezig import Stap
from convenantwerk.papier.document import Picture
from convenantwerk.papier.grenzen import GEEN_ANTWOORD, MB, Tegoed, mislukt, reden_van, te_veel
from convenantwerk.papier.traversal import all_blocks
from convenantwerk.papier.werker import Antwoord, Vraag, werk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from convenantwerk.papier.bezig import Waarvan
    from convenantwerk.papier.document import Document
    from convenantwerk.papier.huisstijl import Huisstijl

    Gemaakt = list[tuple[str, bytes]]

_KIJKT = 0.03  # seconds between two looks: memory fills with a gigabyte in half a second
# A worker looks at itself too, and has this much more until it is ended.
_UITSTEL = 1.0  # seconds
_SPELING = 50 * MB


class Werkpers:
    """The press in a process of its own, with the face of `pers.Pers`.

    Args:
        huisstijl: the templates.
    """

    def __init__(self, huisstijl: Huisstijl) -> None:
        self.huisstijl = huisstijl
        self._werker = Werker(huisstijl)

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """Return a letter; arguments and errors are those of `Thuispers`, and of `Werker`."""
        return cast("str", self._werker.vraag(Vraag(name, dict(values))))

    def maak(
        self,
        document: Document,
        formaten: Sequence[str],
        tussendoor: Callable[[], None] | None = None,
    ) -> Gemaakt:
        """Return files; arguments and errors are those of `Pers`, and of `Werker`."""
        vraag = Vraag(document.name, document, formaten)
        return cast("Gemaakt", self._werker.vraag(vraag, tussendoor))

    def stop(self) -> None:
        """End the process; the next request starts another."""
        self._werker.stop()


def met_werkers(
    documents: Iterable[Document], huisstijl: Huisstijl, formaten: Sequence[str], werkers: int
) -> Iterator[tuple[Document, Gemaakt]]:
    """Yield each document with what was made of it by format, in the order of the documents."""
    alle = [Werker(huisstijl) for _ in range(werkers)]
    vrij, wacht, rij = list(alle), dict[Werker, _Onderweg](), deque[_Onderweg]()
    try:
        for document in documents:
            if not vrij:
                vrij.append(_klaar(wacht))
            rij.append(_Onderweg(document, []))
            werker = vrij.pop()
            wacht[werker] = rij[-1]
            werker.stuur(Vraag(document.name, document, formaten))
            while rij[0].gemaakt:
                yield rij[0].document, rij.popleft().gemaakt[0]
        while wacht:
            _klaar(wacht)
        yield from ((one.document, one.gemaakt[0]) for one in rij)
    finally:
        for werker in alle:
            werker.stop()


class _Onderweg(NamedTuple):
    """A document on its way; `gemaakt` is empty until its files are there."""

    document: Document
    gemaakt: list[Gemaakt]


def _klaar(wacht: dict[Werker, _Onderweg]) -> Werker:
    werker = eerste_klaar(wacht)
    wacht.pop(werker).gemaakt.append(cast("Gemaakt", werker.antwoord()))
    return werker


def eerste_klaar(werkers: Iterable[Werker], tussendoor: Callable[[], None] | None = None) -> Werker:
    """Wait for the first that has an answer or is gone, and meanwhile look after all of them.

    `tussendoor` is called at each look.

    Raises:
        ConvenantwerkError: CV037, one had to be ended.
    """
    bezig = {werker.conn: werker for werker in werkers}
    while True:
        for conn in wait(list(bezig), _KIJKT):
            werker = bezig[cast("Connection", conn)]
            if werker.luister():
                return werker
        for werker in bezig.values():
            werker.bewaak()
        if tussendoor is not None:
            tussendoor()


class Werker:
    """A process that answers, and what is known of it here.

    Whatever raises an error ends the process; the next request starts another.

    Args:
        huisstijl: the templates.

    Raises:
        ConvenantwerkError: what went wrong there; CV037 when it had to be ended, CV039 when it
            ended by itself.
    """

    def __init__(self, huisstijl: Huisstijl) -> None:
        self._huisstijl = huisstijl
        self._tegoed = Tegoed(huisstijl)
        self._lopend: _Lopend | None = None
        self._antwoord: Antwoord | None = None

    def vraag(self, vraag: Vraag, tussendoor: Callable[[], None] | None = None) -> object:
        """Ask, wait, and return the answer; `tussendoor` is called meanwhile."""
        self.stuur(vraag)
        with self._bij_fout():
            eerste_klaar([self], tussendoor)
        return self.antwoord()

    def stuur(self, vraag: Vraag) -> None:
        """Ask; wait for the answer with `eerste_klaar`."""
        brief = isinstance(vraag.inhoud, dict)
        self._stuk = "" if brief else vraag.naam
        self._stap = Stap("invullen", (vraag.naam,)) if brief else None
        self._antwoord = None
        try:
            data = pickle.dumps(vraag)
        except RecursionError as error:
            raise mislukt(self._huisstijl, None, reden_van(error), stuk=self._stuk) from error
        self._maat = self._tegoed.maat(_omvang(vraag, len(data)) / 1000)
        with self._bij_fout():
            self._lopend = self._lopend or _begonnen(self._huisstijl)
            self._begin = time.monotonic(), self._lopend.seconden()
            self.conn.send(self._maat)
            self.conn.send_bytes(data)

    @property
    def conn(self) -> Connection:
        """By which its answer comes."""
        return self._proces.conn

    @property
    def _proces(self) -> _Lopend:
        if self._lopend is None:
            raise RuntimeError("nothing was asked of this worker")
        return self._lopend

    def luister(self) -> bool:
        """Take in what it said; tell whether that was its answer, or its end."""
        with self._bij_fout():
            said = self.conn.recv()
        if isinstance(said, Stap):
            self._stap = said
            return False
        self._antwoord = said
        return True

    def antwoord(self) -> object:
        """Return the answer that came."""
        if self._antwoord is None:
            raise RuntimeError("this worker has not answered")
        self._tegoed.gebruikt(self._antwoord.seconden)
        if self._antwoord.error is not None:
            self.stop()
            raise self._antwoord.error
        return self._antwoord.uitkomst

    def bewaak(self) -> None:
        """End it when it takes too much."""
        with self._bij_fout():
            waarvan = self._te_veel()
            if waarvan is not None:
                raise te_veel(self._huisstijl, self._stap, waarvan, stuk=self._stuk)

    def _te_veel(self) -> Waarvan | None:
        clock, begin = self._begin
        passed = time.monotonic() - clock - _UITSTEL
        # The processor cannot have worked longer than the clock went; and to ask it takes longest.
        late = passed > self._maat.seconden
        used = self._proces.seconden() - begin - _UITSTEL if late else 0.0
        memory = self._proces.geheugen() - _SPELING
        return self._maat.overschreden(used, passed, memory)

    @contextmanager
    def _bij_fout(self) -> Iterator[None]:
        """End the process at any error, and say of a process that is gone that it is."""
        try:
            yield
        except (EOFError, BrokenPipeError, ConnectionResetError, psutil.Error) as error:
            self.stop()
            raise mislukt(self._huisstijl, self._stap, GEEN_ANTWOORD, stuk=self._stuk) from error
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End the process, if there is one."""
        if self._lopend is not None:
            proces, conn, *_ = self._lopend
            self._lopend = None
            proces.kill()
            proces.join()
            conn.close()


class _Lopend(NamedTuple):
    """A process that runs, the pipe to it, what looks at it, and the memory it began with."""

    proces: BaseProcess
    conn: Connection
    kijk: psutil.Process
    begin: int

    def seconden(self) -> float:
        """Return the seconds of the processor that it has used."""
        times = self.kijk.cpu_times()
        return times.user + times.system

    def geheugen(self) -> int:
        """Return the bytes of memory that it has taken since it began."""
        taken: int = self.kijk.memory_info().rss - self.begin
        return taken


def _begonnen(huisstijl: Huisstijl) -> _Lopend:
    """Return a process that waits for what is asked."""
    copied = sys.platform == "linux" and threading.active_count() == 1
    context = get_context("fork") if copied else get_context("spawn")
    ours, theirs = context.Pipe()
    arguments = (theirs, ours if copied else None, huisstijl)
    proces = context.Process(target=werk, args=arguments, daemon=True)
    with _zonder_onderbreking():
        proces.start()
    theirs.close()
    kijk = psutil.Process(proces.pid)
    # A copy has the memory of this process, and shares it.
    return _Lopend(proces, ours, kijk, psutil.Process().memory_info().rss if copied else 0)


@contextmanager
def _zonder_onderbreking() -> Iterator[None]:
    """Let Ctrl-C wait until the worker is there and pays no heed to it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _omvang(vraag: Vraag, size: int) -> int:
    """Return the bytes of a request without pictures and attachments, which take little time."""
    if isinstance(vraag.inhoud, dict):
        return size
    document = vraag.inhoud
    pictures = (block for block in all_blocks(document.blocks) if isinstance(block, Picture))
    loose = sum(len(picture.data) for picture in pictures)
    return size - loose - sum(len(attachment.data) for attachment in document.attachments)
