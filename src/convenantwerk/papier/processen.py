"""Exporting with several processes: each has a press of its own, and few papers wait at a time."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING

from convenantwerk.papier.formaten.tabel import gekozen
from convenantwerk.papier.layout import Press
from convenantwerk.papier.uitgeven import maak

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from convenantwerk.papier.document import Document
    from convenantwerk.papier.huisstijl import Huisstijl

_WACHTEND = 4  # papers on their way for each process: enough to keep it busy


class _Pers:
    """The press of this process, made once."""

    press: Press


def met_werkers(
    documents: Iterable[Document], huisstijl: Huisstijl, formaten: tuple[str, ...], werkers: int
) -> Iterator[tuple[Document, list[tuple[str, bytes]]]]:
    """Yield each document with what was made of it by format, in the order of the documents."""
    pool = ProcessPoolExecutor(werkers, get_context("spawn"), partial(_begin, huisstijl))
    with pool:
        waiting: deque[tuple[Document, Future[list[tuple[str, bytes]]]]] = deque()
        for document in documents:
            waiting.append((document, pool.submit(_export, document, formaten)))
            if len(waiting) >= werkers * _WACHTEND:
                yield _klaar(*waiting.popleft())
        while waiting:
            yield _klaar(*waiting.popleft())


def _begin(huisstijl: Huisstijl) -> None:
    _Pers.press = Press(huisstijl)


def _export(document: Document, formaten: tuple[str, ...]) -> list[tuple[str, bytes]]:
    wanted = gekozen(formaten, document.zonder)
    return [(formaat.naam, maak(formaat, document, _Pers.press)) for formaat in wanted]


def _klaar(
    document: Document, future: Future[list[tuple[str, bytes]]]
) -> tuple[Document, list[tuple[str, bytes]]]:
    return document, future.result()
