"""Documents to files, in every format they are worth having in; one by one, or with helpers."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.stage import unwritable
from convenantwerk.papier.formaten.tabel import gekozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from convenantwerk.papier.document import Document
    from convenantwerk.papier.formaten.tabel import Formaat
    from convenantwerk.papier.layout import Press

    Maker = Callable[[Document, Press], bytes]

# A paper that was laid out refers to itself, and holds memory of Pango that Python does not count;
# left to itself Python would look for it too late.
_OPRUIMEN = 50  # papers


class Bestand(NamedTuple):
    """One document in one format; `pad` is its path under the folder it goes to."""

    pad: str
    document: Document
    formaat: str
    data: bytes


def export_documents(
    documents: Iterable[Document], press: Press, formaten: Iterable[str]
) -> list[Bestand]:
    """Return every document in those of the formats that it has.

    Raises:
        ConvenantwerkError: a template is no good, or the temporary folder of the system is full.
    """
    wanted = tuple(formaten)
    with _system():
        return [bestand for document in documents for bestand in _made(document, press, wanted)]


def export_stream(
    documents: Iterable[Document],
    press: Press,
    formaten: Iterable[str],
    werkers: int = 1,
) -> Iterator[list[Bestand]]:
    """Yield the files of each document in turn, so that a thousand of them need no memory.

    Args:
        documents: made one by one, as they are asked for.
        press: the press; each process makes one of its own with the same house style.
        formaten: as `export_documents`.
        werkers: how many processes do the work; with one it is done here.

    Raises:
        ConvenantwerkError: as `export_documents`.
    """
    wanted = tuple(formaten)
    with _system():
        if werkers == 1:
            for number, document in enumerate(documents, start=1):
                yield list(_made(document, press, wanted))
                if number % _OPRUIMEN == 0:
                    gc.collect()
            return
        from convenantwerk.papier.processen import met_werkers  # noqa: PLC0415  few need it

        for document, made in met_werkers(documents, press.huisstijl, wanted, werkers):
            yield [Bestand(f"{document.name}.{f}", document, f, data) for f, data in made]


def _made(document: Document, press: Press, formaten: Iterable[str]) -> Iterator[Bestand]:
    for formaat in gekozen(formaten, document.zonder):
        data = maak(formaat, document, press)
        yield Bestand(f"{document.name}.{formaat.naam}", document, formaat.naam, data)


def maak(formaat: Formaat, document: Document, press: Press) -> bytes:
    """Return a document in one format; the same document gives the same bytes.

    Raises:
        ConvenantwerkError: a template of the house style is no good (CV020, CV021).
    """
    module, _, naam = formaat.maker.partition(":")
    maker: Maker = getattr(import_module(f".formaten.{module}", __package__), naam)
    return maker(document, press)


@contextmanager
def _system() -> Iterator[None]:
    """Tell of a full disk what is wrong: fonts pass through the system's temporary folder."""
    try:
        yield
    except OSError as error:
        raise unwritable(Path(gettempdir()), error) from error
