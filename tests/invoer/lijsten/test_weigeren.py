"""A file that is no list, or a hostile one, is refused with why, and in bounded time."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from tests.invoer.lijsten.kantoor import als_xlsx

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.invoer.lijsten import xlsx
from convenantwerk.invoer.lijsten.lezen import lees_lijst

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RIJEN = [("Organisatie", "E-mail"), ("Gemeente Voorbeeldstad", "info@voorbeeld.example")]


def met(deel: str, wijzig: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook of which a part is another; with one that is not there, it comes."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(als_xlsx(RIJEN))) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        namen = source.namelist()
        for naam in namen if deel in namen else (*namen, deel):
            data = source.read(naam) if naam in namen else b""
            made.writestr(naam, wijzig(data) if naam == deel else data)
    return buffer.getvalue()


def geknoeid() -> bytes:
    """Return a workbook of which the packed bytes of a part are no packed bytes."""
    data = bytearray(als_xlsx(RIJEN))
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        info = source.getinfo("xl/workbook.xml")
    begin = info.header_offset + 30 + len(info.filename)
    data[begin : begin + 40] = b"\xff" * 40
    return bytes(data)


BLAD = "xl/worksheets/sheet1.xml"
ENTITEIT = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
SLECHT = {
    "leeg": (b"", "leeg.csv", "het bestand is leeg"),
    "oud Excel": (b"\xd0\xcf\x11\xe0" + b"x" * 600, "oud.xls", "wachtwoord"),
    "op slot": (b"\xd0\xcf\x11\xe0" + b"x" * 600, "slot.xlsx", "wachtwoord"),
    "LibreOffice": (b"PK\x03\x04", "lijst.ods", "van LibreOffice"),
    "PDF": (b"%PDF-1.7 x", "lijst.pdf", "geen lijst"),
    "bytes": (bytes(range(256)) * 4, "lijst.csv", "geen tekst"),
    "afgebroken": (als_xlsx(RIJEN)[:3000], "lijst.xlsx", "beschadigd"),
    "een andere zip": (met("xl/workbook.xml", lambda _: b"<x/>"), "lijst.xlsx", "geen werkmap"),
    "kapotte XML": (met(BLAD, lambda data: data[:-40]), "lijst.xlsx", "beschadigd"),
    "een deel dat niet uit te pakken is": (
        geknoeid(),
        "lijst.xlsx",
        "beschadigd",
    ),
    "entiteiten": (met(BLAD, lambda d: ENTITEIT + d), "lijst.xlsx", "een verwijzing"),
    "zipbom": (
        met(BLAD, lambda d: d + b" " * 21_000_000),
        "lijst.xlsx",
        "honderden keren groter",
    ),
    "een cel zonder einde": (b'a;b\n"' + b"x;y\n" * 900, "lijst.csv", "een cel in rij 2"),
    "te veel kolommen": (b"naam" + b";" * 300, "lijst.csv", "meer dan 5000 rijen of 200"),
    "te veel rijen": (b"naam;mail\n" + b"x;y\n" * 6000, "lijst.csv", "meer dan 5000 rijen"),
    "geen partners": (b"datum;zaal\n1-1-2026;Groot\n", "lijst.csv", "geen kolommen met partners"),
}


@pytest.mark.parametrize("naam", SLECHT)
def test_what_is_no_list_is_refused(naam: str, tmp_path: Path) -> None:
    """With the reason and what to do; never half."""
    data, bestand, reden = SLECHT[naam]
    (tmp_path / bestand).write_bytes(data)
    with pytest.raises(OnleesbaarError) as refused:
        lees_lijst(tmp_path / bestand)
    (found,) = refused.value.diagnostics
    assert found.code == ("CV964" if naam == "geen partners" else "CV951")
    assert reden in found.melding + found.tip
    assert found.tip


def test_macros_links_and_pictures_are_not_looked_at(tmp_path: Path) -> None:
    """They lie in parts of their own, which nobody opens."""
    path = tmp_path / "lijst.xlsm"
    path.write_bytes(met("xl/vbaProject.bin", lambda _: b"\xd0\xcf\x11\xe0" * 1000))
    assert len(lees_lijst(path).rijen) == 1


def test_a_sheet_is_chosen_by_its_name(tmp_path: Path) -> None:
    """Whatever its capitals; another name is a finding with those that are there."""
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(als_xlsx(RIJEN, "Partners 2026"))
    assert lees_lijst(path, "partners 2026").blad.naam == "Partners 2026"
    with pytest.raises(OnleesbaarError) as refused:
        lees_lijst(path, "Partner 2026")
    (found,) = refused.value.diagnostics
    assert (found.code, found.tip) == ("CV964", "bedoelt u 'Partners 2026'?")


def test_a_workbook_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its parts have a bound, lower than that of a document."""
    monkeypatch.setattr(xlsx, "_SAMEN", 1_000)
    (tmp_path / "lijst.xlsx").write_bytes(als_xlsx(RIJEN))
    with pytest.raises(OnleesbaarError, match="CV951"):
        lees_lijst(tmp_path / "lijst.xlsx")
