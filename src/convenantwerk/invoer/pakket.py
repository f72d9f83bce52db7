"""Files that are zips of XML (Word, OpenDocument), opened so that none of them can do harm.

Nothing is inflated before the table of contents of the zip was looked at, and no part grows beyond
what that announced. XML is read without entities, DTDs or a network, and to a bounded depth.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from convenantwerk.invoer.grenzen import KLEINER, OPSLAAN, weiger

if TYPE_CHECKING:
    from collections.abc import Mapping

DELEN = 10_000  # parts of one zip
GEHEEL = 1_000_000_000  # bytes of all parts together, inflated
DEEL = 100_000_000  # bytes of one part
DICHTHEID = 200  # so many times may a part be larger than it lies in the zip
KLEIN = 1_000_000  # bytes of a part that may be denser: empty tables are

_VERSLEUTELD = 1
_MANIFEST = "META-INF/manifest.xml"
_WACHTWOORD = "open het, haal het wachtwoord eraf, en sla het opnieuw op"
# What a library says of a zip that is damaged, or packed in a way that nobody packs documents in.
_KAPOT = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, LookupError, OverflowError),
)


def ontleed(data: bytes, path: str, naam: str = "") -> etree._Element:
    """Return the tree of XML that may be of anybody.

    Args:
        data: the XML.
        path: of the file that is imported.
        naam: of the part of it; "" when the file is XML itself.

    Raises:
        OnleesbaarError: CV951, it is no XML, is too deep, or brings a DTD along.
    """
    binnen = f" (in '{naam}')" if naam else ""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        remove_comments=True,  # one within a text would hide what comes after it
        remove_pis=True,
    )
    try:
        wortel = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        weiger(path, f"het is beschadigd: de XML is niet te lezen{binnen}")
    if wortel.getroottree().docinfo.internalDTD is not None:
        weiger(path, f"er staat een DTD in, en die hoort niet in een document{binnen}")
    return wortel


@dataclass(frozen=True)
class Pakket:
    """A zip that was looked at; its parts are inflated when they are asked for.

    Args:
        path: the file as the user sees it; findings carry it.
    """

    path: str
    _archive: zipfile.ZipFile = field(repr=False)
    _delen: Mapping[str, zipfile.ZipInfo] = field(repr=False)

    @property
    def namen(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the zip."""
        return tuple(self._delen)

    def lees(self, naam: str) -> bytes | None:
        """Return the bytes of a part, None when there is none of that name.

        Raises:
            OnleesbaarError: CV951, the part is damaged or too large.
        """
        info = self._delen.get(naam)
        if info is None:
            return None
        if info.file_size > DEEL:
            weiger(self.path, f"'{_kort(naam)}' erin is groter dan {DEEL // 10**6} MB", KLEINER)
        try:
            with self._archive.open(info) as stream:
                data = stream.read(info.file_size + 1)
        except _KAPOT:
            weiger(self.path, f"het is beschadigd: '{_kort(naam)}' erin is niet te lezen")
        if len(data) != info.file_size:
            weiger(self.path, f"het is beschadigd: '{_kort(naam)}' erin is niet heel")
        return data

    def boom(self, naam: str) -> etree._Element | None:
        """Return the tree of a part that is XML, None when there is none of that name.

        Raises:
            OnleesbaarError: CV951, as `lees` and `ontleed`.
        """
        data = self.lees(naam)
        return None if data is None else ontleed(data, self.path, _kort(naam))


def open_pakket(data: bytes, path: str) -> Pakket:
    """Return the zip that a file is.

    Args:
        data: the file, whole.
        path: the file as the user sees it.

    Raises:
        OnleesbaarError: CV951, it is no zip, is damaged, encrypted, or larger than it seems.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        infos = archive.infolist()
    except _KAPOT:
        weiger(path, "het is beschadigd, of niet helemaal overgekomen", OPSLAAN)
    _keur(infos, len(data), path)
    pakket = Pakket(path, archive, {info.filename: info for info in infos})
    manifest = pakket.lees(_MANIFEST)
    if manifest is not None and b"encryption-data" in manifest:
        weiger(path, "het is met een wachtwoord beveiligd", _WACHTWOORD)
    return pakket


def _keur(infos: list[zipfile.ZipInfo], size: int, path: str) -> None:
    """Look at a zip by its table of contents alone."""
    if len(infos) > DELEN:
        weiger(path, f"het bestaat uit {len(infos)} delen; meer dan {DELEN} is te veel", KLEINER)
    if any(info.flag_bits & _VERSLEUTELD for info in infos):
        weiger(path, "het is met een wachtwoord beveiligd", _WACHTWOORD)
    if sum(info.file_size for info in infos) > GEHEEL:
        weiger(path, f"het is uitgepakt groter dan {GEHEEL // 10**6} MB", KLEINER)
    if sum(info.compress_size for info in infos) > size:
        weiger(path, "delen ervan liggen over elkaar heen; zo maakt geen programma een document")
    for info in infos:
        if info.file_size > max(KLEIN, info.compress_size * DICHTHEID):
            naam = _kort(info.filename)
            weiger(path, f"'{naam}' erin is honderden keren groter dan het lijkt")
    if len({info.filename for info in infos}) < len(infos):
        weiger(path, "twee delen ervan hebben één naam; zo maakt geen programma een document")


def _kort(naam: str) -> str:
    return naam.encode("unicode_escape").decode("ascii")[:60]
