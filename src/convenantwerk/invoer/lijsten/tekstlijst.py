"""A list in CSV, as Excel and others write it: of any separator and encoding."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from convenantwerk.invoer.grenzen import geweigerd, weiger
from convenantwerk.invoer.lijsten.blad import (
    MEESTE_BYTES,
    MEESTE_KOLOMMEN,
    MEESTE_RIJEN,
    MEESTE_TEKENS,
    Blad,
    Rij,
    gewoon,
    te_veel,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_MERKEN = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SCHEIDERS = (";", "\t", ",", "|")
_GEZIEN = 40  # rows by which the separator is found


def lees(data: bytes, pad: str) -> tuple[Blad, ...]:
    """Return the one sheet of a CSV.

    Args:
        data: the file, whole.
        pad: the file as the user sees it.

    Raises:
        OnleesbaarError: CV951, it is no text, or there is too much in it.
    """
    tekst = _ontcijferd(data, pad)
    eerste, _, rest = tekst.partition("\n")
    kop = eerste.strip().strip('"').lower()
    if kop.startswith("sep=") and len(kop) <= len("sep=;"):
        return (Blad("", tuple(_rijen(rest, kop[4:] or "\t", pad, 2))),)
    return (Blad("", tuple(_rijen(tekst, _scheider(tekst), pad, 1))),)


def _ontcijferd(data: bytes, pad: str) -> str:
    codering = next((naam for merk, naam in _MERKEN if data.startswith(merk)), "")
    begin = data[:400]
    if not codering and begin.count(0) > len(begin) // 3:  # UTF-16 without its mark
        codering = "utf-16-le" if begin[1::2].count(0) >= begin[::2].count(0) else "utf-16-be"
    if not codering and b"\0" in data:
        weiger(pad, "het is geen tekst", "sla de lijst op als .xlsx of als CSV")
    for naam in [codering] if codering else ["utf-8", "cp1252"]:
        try:
            return data.decode(naam).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    tip = "sla de lijst opnieuw op als CSV UTF-8, of als .xlsx"
    reden = "de letters zijn op geen bekende wijze opgeslagen"
    raise geweigerd("CV951", pad, reden=reden, tip=tip)


def _scheider(tekst: str) -> str:
    """Return what parts the cells: that by which most rows have as many cells, and most of them."""

    def score(scheider: str) -> tuple[int, int]:
        rows = [len(row) for row, _ in zip(_gelezen(tekst, scheider), range(_GEZIEN), strict=False)]
        maten = {n: rows.count(n) for n in rows if n > 1}
        meest = max(maten, key=lambda n: (maten[n], n), default=0)
        return (maten.get(meest, 0), meest)

    return max(_SCHEIDERS, key=score)


def _gelezen(tekst: str, scheider: str) -> Iterator[list[str]]:
    csv.field_size_limit(2 * MEESTE_BYTES)
    return csv.reader(io.StringIO(tekst, newline=""), delimiter=scheider)


def _rijen(tekst: str, scheider: str, pad: str, eerste: int) -> Iterator[Rij]:
    aantal = 0
    for nummer, row in enumerate(_gelezen(tekst, scheider), eerste):
        if any(len(cel) > MEESTE_TEKENS for cel in row):
            reden = f"een cel in rij {nummer} heeft meer dan {MEESTE_TEKENS} tekens"
            tip = "kijk of een aanhalingsteken in die rij wel wordt gesloten"
            weiger(pad, reden, tip)
        cellen = tuple(map(gewoon, row))
        if any(cellen):
            aantal += 1
            if aantal > MEESTE_RIJEN or len(cellen) > MEESTE_KOLOMMEN:
                te_veel(pad, f"meer dan {MEESTE_RIJEN} rijen of {MEESTE_KOLOMMEN} kolommen")
            yield Rij(nummer, cellen)
