"""An invented office of sixty partners with hard names, and its list as programs write it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, NamedTuple

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LANG = "Samenwerkingsverbandsorganisatieontwikkelaars van Voorbeeld"  # 60 with its last letter
NAMEN = (
    "Gemeente Voorbeeldstad",
    "Stichting 't Huis",
    "Stichting 't Huis",  # of the same name, in another place
    f"{LANG}-",
    "R&D / Zorg & Co",
    'Zorgboerderij "De Hoop": dag #1',
    "Vereniging *Sterk* _Samen_ [link](x)",
    "- streepje: {sleutel}: [waarde]",
    "=Opvang",
    "+Jeugd",
    "@Home Zorg B.V.",
    "Café Één, Coöperatie Façade",
    "Stichting Ønsket Åse & Ümit",
    "null",
    "Ja",
    "123 Zorg",
    "'s-Gravenvoorbeeldse Opvang",
    "Stichting O’Voorbeeld – Zorg…",
    "Team | Pijp; Komma, Punt.",
    "100 % Zorg <b>vet</b> {{7*7}}",
)
SOORTEN = ("ketenpartner", "flexibele schil", "incidenteel")
FUNCTIES = ("burgemeester", "bestuurder", "voorzitter van de raad van bestuur")


class Kantoorpartner(NamedTuple):
    """A partner as the office knows it."""

    naam: str
    soort: str
    rechtsvorm: str
    kvk: str
    straat: str
    postcode: str
    plaats: str
    email: str
    aanhef: str
    tekenaar: str
    functie: str

    @property
    def adres(self) -> tuple[str, ...]:
        """The address as the register has it."""
        return (self.straat, f"{self.postcode} {self.plaats}")


def partners() -> list[Kantoorpartner]:
    """Return the sixty of them."""
    names = [*NAMEN, *(f"Stichting Voorbeeld {n} {'é' * (n % 3)}".strip() for n in range(21, 61))]
    return [
        Kantoorpartner(
            naam,
            SOORTEN[n % 3],
            "gemeente" if naam.startswith("Gemeente") else "stichting",
            f"0{1234500 + n}",
            f"Postbus {n}" if n % 2 else f"'t Plein {n}a",
            f"{1000 + n} AB",
            f"'s-Voorbeelddam-{n}" if n % 5 else "Één (Vb.)",
            f"info-{n}@voorbeeld.example",
            "Mw." if n % 2 else "Dhr.",
            f"{chr(65 + n % 26)}. van ’t Voorbeeld-{'É' * (n % 2)}{n}",
            FUNCTIES[n % 3],
        )
        for n, naam in enumerate(names, 1)
    ]


KOP = (
    *("Organisatie", "Soort", "Rechtsvorm", "KvK-nummer", "Straat en huisnummer", "Postcode"),
    *("Plaats", "E-mailadres", "Aanhef", "Ondertekenaar", "Functie"),
)


def rijen() -> list[tuple[str, ...]]:
    """Return the list: a title, the names of the columns, the rows, and a total."""
    return [
        ("Partners van Veiligheidshuis Voorbeeldland",),
        (),
        KOP,
        *(tuple(p) for p in partners()),
        (),
        ("Totaal", "60"),
    ]


def als_csv(rows: Iterable[Sequence[str]], codering: str, scheider: str = ";") -> bytes:
    """Return rows as a program writes them in CSV."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=scheider, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue().encode(codering)


def als_xlsx(rows: Iterable[Sequence[Any]], blad: str = "Partners") -> bytes:
    """Return rows as a workbook; what begins with a sign of a formula is text."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = blad
    vul(sheet, rows)
    return bewaard(book)


def vul(sheet: Any, rows: Iterable[Sequence[Any]]) -> None:
    """Put rows on a sheet, from the first on."""
    for r, row in enumerate(rows, 1):
        for k, value in enumerate(row, 1):
            if value is None or value == "":
                continue
            cel = sheet.cell(r, k, value)
            if isinstance(value, str) and value.startswith("=") and not value.startswith("=A"):
                cel.data_type = "s"


def bewaard(book: Workbook) -> bytes:
    """Return a workbook as a file."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
