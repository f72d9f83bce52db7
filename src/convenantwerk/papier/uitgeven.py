"""Documents to files, in every format they are worth having in; one by one, or with helpers."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.stage import unwritable
from convenantwerk.papier.formaten.tabel import FORMATEN, gekozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from convenantwerk.basis.voortgang import Meld
    from convenantwerk.papier.document import Document
    from convenantwerk.papier.formaten.tabel import Formaat
    from convenantwerk.papier.layout import Press
    from convenantwerk.papier.pers import Pers

    Maker = Callable[[Document, Press], bytes]


class Bestand(NamedTuple):
    """One document in one format; `pad` is its path under the folder it goes to."""

    pad: str
    document: Document
    formaat: str
    data: bytes


def export_documents(
    documents: Iterable[Document],
    pers: Pers,
    formaten: Iterable[str],
    meld: Meld | None = None,
) -> list[Bestand]:
    """Return every document in those of the formats that it has.

    Args:
        documents: made one by one, as they are asked for.
        pers: the press.
        formaten: their names.
        meld: is told of each document and format before it is made, and again while it is.

    Raises:
        ConvenantwerkError: as `Thuispers.maak`.
    """
    if meld is not None:
        return _stuk_voor_stuk(tuple(documents), pers, tuple(formaten), meld)
    return [bestand for made in export_stream(documents, pers, formaten) for bestand in made]


def _stuk_voor_stuk(
    documents: Sequence[Document], pers: Pers, formaten: Sequence[str], meld: Meld
) -> list[Bestand]:
    stappen = [(one, f.naam) for one in documents for f in gekozen(formaten, one.zonder)]
    made: list[Bestand] = []
    for gedaan, (document, formaat) in enumerate(stappen):
        stap = f"{document.title} ({FORMATEN[formaat].titel})"
        nog = partial(meld, gedaan, len(stappen), stap)
        nog()
        made += _bestanden(document, pers.maak(document, (formaat,), nog))
    return made


def export_stream(
    documents: Iterable[Document],
    pers: Pers,
    formaten: Iterable[str],
    werkers: int = 1,
) -> Iterator[list[Bestand]]:
    """Yield the files of each document in turn, so that a thousand of them need no memory.

    Args:
        documents: made one by one, as they are asked for.
        pers: the press; more than one have the same house style.
        formaten: as `export_documents`.
        werkers: how many processes do the work.

    Raises:
        ConvenantwerkError: as `Thuispers.maak`.
    """
    wanted = tuple(formaten)
    if werkers == 1:
        for document in documents:
            yield _bestanden(document, pers.maak(document, wanted))
        return
    from convenantwerk.papier.processen import met_werkers  # noqa: PLC0415  few need it

    for document, made in met_werkers(documents, pers.huisstijl, wanted, werkers):
        yield _bestanden(document, made)


def _bestanden(document: Document, made: Iterable[tuple[str, bytes]]) -> list[Bestand]:
    return [Bestand(f"{document.name}.{f}", document, f, data) for f, data in made]


def maak(formaat: Formaat, document: Document, press: Press) -> bytes:
    """Return a document in one format; the same document gives the same bytes.

    Raises:
        ConvenantwerkError: a template of the house style is no good.
    """
    module, _, naam = formaat.maker.partition(":")
    maker: Maker = getattr(import_module(f".formaten.{module}", __package__), naam)
    return maker(document, press)


@contextmanager
def vol_systeem() -> Iterator[None]:
    """Tell of a full disk what is wrong: fonts pass through the system's temporary folder."""
    try:
        yield
    except OSError as error:
        raise unwritable(Path(gettempdir()), error) from error
