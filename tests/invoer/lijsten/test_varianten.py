"""The lists that offices have: every spelling of a column, and rows that are no partner."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from openpyxl import Workbook
from tests.invoer.lijsten.kantoor import als_csv, bewaard, vul

from convenantwerk.invoer.lijsten.lezen import lees_lijst
from convenantwerk.invoer.lijsten.organisaties import organisaties

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from convenantwerk.invoer.lijsten.organisaties import Gelezen

HUIS = "Stichting 't Huis"
STAD = "Gemeente Voorbeeldstad"
ADRES = ("Plein 1", "1234 AB Voorbeeldstad")
EMAIL = "info@voorbeeld.example"
WIE = {"naam": "A. Voorbeeld", "functie": "burgemeester"}


class Geval(NamedTuple):
    """A list, and what must come of it.

    Args:
        data: the file.
        feiten: of its first organisation: its name and facts.
        tekenaars: of its first organisation.
        namen: of all organisations, when there are more than one.
        weg: the rows that are told as no partner.
        bezwaren: a part of each finding.
        verborgen: what is told as hidden.
    """

    data: bytes
    feiten: dict[str, Any]
    tekenaars: Sequence[dict[str, Any]] = ()
    namen: Sequence[str] = ()
    weg: Sequence[int] = ()
    bezwaren: Sequence[str] = ()
    verborgen: Sequence[str] = ()


def csv(*rows: Sequence[str], codering: str = "utf-8", scheider: str = ";") -> bytes:
    """Return rows as CSV."""
    return als_csv(rows, codering, scheider)


def boek(*rows: Sequence[Any], anders: Callable[[Any, Workbook], object] | None = None) -> bytes:
    """Return rows as a workbook, to which something is done."""
    book = Workbook()
    sheet = book.active
    vul(sheet, rows)
    if anders is not None:
        anders(sheet, book)
    return bewaard(book)


def _samen(*bereiken: str) -> Callable[[Any, Workbook], object]:
    return lambda sheet, _: [sheet.merge_cells(bereik) for bereik in bereiken]


def _link(sheet: Any, _: Workbook) -> None:
    sheet["B2"].hyperlink = f"mailto:{EMAIL}?subject=Hallo"
    sheet["A2"].hyperlink = "mailto:ander@voorbeeld.example"


def _verborgen(sheet: Any, book: Workbook) -> None:
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    vul(book.create_sheet("Vergaderingen"), [("Datum", "Zaal"), ("1-1-2026", "Groot")])


def _later_blad(sheet: Any, book: Workbook) -> None:
    sheet.title = "Toelichting"
    vul(book.create_sheet("Lijst"), [("Partner", "Mail", "Adres"), (STAD, EMAIL, "\n".join(ADRES))])
    oud = book.create_sheet("Oud")
    vul(oud, [("Partner", "Mail", "Adres", "Plaats"), ("Weg", "weg@weg.example", "Kade 1", "Dorp")])
    oud.sheet_state = "hidden"


RIJ = (STAD, "Plein 1", "1234 AB", "Voorbeeldstad", EMAIL)
ALLES = {"naam": STAD, "adres": ADRES, "email": EMAIL}
NAAM = {"naam": STAD}
KOPPEN = {
    "gewone woorden": ("Organisatie", "Straat", "Postcode", "Plaats", "E-mail"),
    "hoofdletters en punten": ("NAAM PARTNER:", "STRAAT + NR.", "PC", "WOONPLAATS", "E-MAIL ADRES"),
    "instelling": ("Instelling", "Adres", "Post-code", "Plaatsnaam", "emailadres"),
    "partij": ("Naam van de partij", "Straat en huisnr.", "postcode", "Vestigingsplaats", "Mail"),
    "Engels": ("Organization", "Street", "Zip", "City", "E-mail address"),
    "deelnemer": ("Convenantpartner", "Straat/Postbus", "Postcode", "Stad", "Algemeen e-mailadres"),
    "spaties en regels": (" Naam\norganisatie ", "Straat ", "Postcode", "Plaats", "e - mail"),
    "onzichtbare tekens": (
        "Organi\u00adsatie",
        "Straat\u200b",
        "\u00a0Postcode",
        "Plaats",
        "E‑mail",
    ),
    "geen namen van kolommen die iets zeggen": ("Wie", "x", "y", "Plaats", "z"),
}
GEVALLEN = {
    **{f"kop: {naam}": Geval(csv(kop, RIJ), ALLES) for naam, kop in KOPPEN.items()},
    "zonder kop": Geval(
        csv(RIJ, (HUIS, "Laan 2", "2345 BC", "Dorp", "h@h.example")),
        dict(ALLES),
        namen=(STAD, HUIS),
    ),
    "postcode en plaats in één cel": Geval(
        csv(
            ("Naam", "Adres", "Postcode/plaats", "Mail"),
            (STAD, "Plein 1", "1234ab  Voorbeeldstad", EMAIL),
        ),
        ALLES,
    ),
    "heel adres in één cel": Geval(
        csv(("Naam", "Postadres", "E-mail"), (STAD, "Plein 1, 1234AB Voorbeeldstad", EMAIL)), ALLES
    ),
    "adres met regels in een cel tussen aanhalingstekens": Geval(
        csv(("Naam", "Postadres", "E-mail"), (STAD, "\n".join(ADRES), EMAIL)), ALLES
    ),
    "huisnummer in een eigen kolom, als getal": Geval(
        boek(
            ("Naam", "Straat", "Huisnummer", "Postcode", "Plaats"),
            (STAD, "Plein", 1.0, "1234 AB", "Voorbeeldstad"),
        ),
        {"naam": STAD, "adres": ADRES},
    ),
    "postadres gaat voor bezoekadres": Geval(
        csv(
            ("Naam", "Bezoekadres", "Postadres"),
            (STAD, "Kade 9, 9999 ZZ Elders", "Plein 1, 1234 AB Voorbeeldstad"),
        ),
        {"naam": STAD, "adres": ADRES},
    ),
    "titel, lege rijen en lege kolommen": Geval(
        boek(("Partnerlijst",), (), ("", "Organisatie", "", "E-mail"), (), ("", STAD, "", EMAIL)),
        {"naam": STAD, "email": EMAIL},
    ),
    "titel over samengevoegde cellen": Geval(
        boek(
            ("Overzicht van alle partners en hun adres",),
            ("Organisatie", "E-mail"),
            (STAD, EMAIL),
            anders=_samen("A1:B1"),
        ),
        {"naam": STAD, "email": EMAIL},
    ),
    "kop in twee lagen": Geval(
        boek(
            ("Organisatie", "", "Ondertekenaar", ""),
            ("Naam", "E-mail", "Naam", "Functie"),
            (STAD, EMAIL, "A. Voorbeeld", "burgemeester"),
            anders=_samen("A1:B1", "C1:D1"),
        ),
        {"naam": STAD, "email": EMAIL},
        [WIE],
    ),
    "twee tekenaars in samengevoegde rijen": Geval(
        boek(
            ("Organisatie", "Ondertekenaar", "Functie"),
            (STAD, "A. Voorbeeld", "burgemeester"),
            ("", "B. Bedacht", "secretaris"),
            anders=_samen("A2:A3"),
        ),
        NAAM,
        [WIE, {"naam": "B. Bedacht", "functie": "secretaris"}],
    ),
    "twee tekenaars in rijen zonder naam": Geval(
        csv(
            ("Organisatie", "Ondertekenaar", "Functie"),
            (STAD, "A. Voorbeeld", "burgemeester"),
            ("", "B. Bedacht", "secretaris"),
        ),
        NAAM,
        [WIE, {"naam": "B. Bedacht", "functie": "secretaris"}],
    ),
    "twee tekenaars in rijen met dezelfde naam": Geval(
        csv(
            ("Organisatie", "Mail", "Ondertekenaar", "Functie"),
            (STAD, EMAIL, "A. Voorbeeld", "burgemeester"),
            (STAD.upper(), EMAIL, "B. Bedacht", "secretaris"),
        ),
        {"naam": STAD, "email": EMAIL},
        [WIE, {"naam": "B. Bedacht", "functie": "secretaris"}],
    ),
    "twee tekenaars in kolommen": Geval(
        csv(
            ("Organisatie", "Ondertekenaar 1", "Functie 1", "Ondertekenaar 2", "Functie 2"),
            (STAD, "A. Voorbeeld", "burgemeester", "B. Bedacht", "secretaris"),
        ),
        NAAM,
        [WIE, {"naam": "B. Bedacht", "functie": "secretaris"}],
    ),
    "twee tekenaars in kolommen zonder nummer": Geval(
        csv(
            ("Organisatie", "Tekenbevoegde", "Functie", "Tekenbevoegde", "Functie"),
            (STAD, "A. Voorbeeld", "burgemeester", "B. Bedacht", "secretaris"),
        ),
        NAAM,
        [WIE, {"naam": "B. Bedacht", "functie": "secretaris"}],
    ),
    "twee tekenaars in één cel": Geval(
        csv(
            ("Organisatie", "Ondertekenaar", "Functie"),
            (STAD, "A. Voorbeeld\nB. Bedacht", "burgemeester\nsecretaris"),
        ),
        NAAM,
        [WIE, {"naam": "B. Bedacht", "functie": "secretaris"}],
    ),
    "twee tekenaars met een puntkomma": Geval(
        csv(
            ("Organisatie", "Ondertekenaar", "Functie"),
            (STAD, "A. Voorbeeld; B. Bedacht", "burgemeester; secretaris"),
            scheider="\t",
        ),
        NAAM,
        [WIE, {"naam": "B. Bedacht", "functie": "secretaris"}],
    ),
    "streepjes waar niets is, en kolommen met kruisjes": Geval(
        csv(
            ("Ketenpartner", "Partner", "E-mail", "Ondertekenaar", "Bevoegd", "Functie", "Grond"),
            ("x", STAD, "n.v.t.", "A. Voorbeeld", "ja", "burgemeester", "–"),
            ("x", HUIS, "-", "–", "nee", "", "onbekend"),
        ),
        NAAM,
        [WIE],
        (STAD, HUIS),
    ),
    "naam in delen": Geval(
        csv(
            (
                "Organisatie",
                "Aanhef",
                "Titulatuur",
                "Voorletters",
                "Tussenvoegsel",
                "Achternaam",
                "Functie",
            ),
            (STAD, "mevrouw", "mr.", "A.B.", "van der", "Voorbeeld", "burgemeester"),
        ),
        NAAM,
        [{"titel": "Mw. mr.", "naam": "A.B. van der Voorbeeld", "functie": "burgemeester"}],
    ),
    "naam met aanhef en titel in één cel": Geval(
        csv(
            ("Organisatie", "Naam ondertekenaar", "Functie ondertekenaar"),
            (STAD, "de heer drs. A. Voorbeeld", "burgemeester"),
        ),
        NAAM,
        [{"titel": "Dhr. drs.", **WIE}],
    ),
    "naam met de achternaam voorop": Geval(
        csv(
            ("Organisatie", "Vertegenwoordigd door", "Hoedanigheid"),
            (STAD, "Voorbeeld, A. van", "burgemeester"),
        ),
        NAAM,
        [{"naam": "A. van Voorbeeld", "functie": "burgemeester"}],
    ),
    "functie achter de naam": Geval(
        csv(
            ("Organisatie", "Wie tekent"),
            (STAD, "A. Voorbeeld, burgemeester"),
            (HUIS, "B. Bedacht (bestuurder)"),
        ),
        NAAM,
        [WIE],
        (STAD, HUIS),
    ),
    "m of v als aanhef": Geval(
        csv(
            ("Organisatie", "Ondertekenaar", "Geslacht", "Functie"),
            (STAD, "A. Voorbeeld", "v", "burgemeester"),
        ),
        NAAM,
        [{"titel": "Mw.", **WIE}],
    ),
    "tekenaar zonder functie": Geval(
        csv(("Organisatie", "Ondertekenaar", "Functie"), (STAD, "A. Voorbeeld", "")),
        NAAM,
        bezwaren=["B2: van A. Voorbeeld staat er geen functie bij"],
    ),
    "contactpersoon is een persoon": Geval(
        csv(
            ("Organisatie", "Contactpersoon", "E-mail"),
            (STAD, "J. de Vries", EMAIL),
            (HUIS, "Secretariaat", "h@h.example"),
        ),
        {"naam": STAD, "email": EMAIL},
        namen=(STAD, HUIS),
        bezwaren=["in kolom 'Contactpersoon' staan personen"],
    ),
    "functie van het contact": Geval(
        csv(("Organisatie", "Contactpersoon", "Functie"), (STAD, "J. de Vries", "beleidsadviseur")),
        {"naam": STAD, "contact": "beleidsadviseur"},
    ),
    "groepen met hun soort, en een totaal": Geval(
        csv(
            ("Organisatie", "Mail"),
            ("Ketenpartners", ""),
            (STAD, EMAIL),
            ("Flexibele schil", ""),
            (HUIS, "h@h.example"),
            ("Totaal", "2"),
        ),
        {"naam": STAD, "email": EMAIL, "soort": "ketenpartner"},
        namen=(STAD, HUIS),
        weg=(2, 4, 6),
    ),
    "noten onder de lijst": Geval(
        csv(
            ("Organisatie", "Mail"),
            (STAD, EMAIL),
            ("Peildatum 1 januari 2026", ""),
            ("", ""),
            ("Wie er niet bij staat, doet niet mee", ""),
        ),
        {"naam": STAD, "email": EMAIL},
        weg=(3, 5),
    ),
    "kop op elke bladzijde": Geval(
        csv(("Organisatie", "Mail"), (STAD, EMAIL), ("Organisatie", "Mail"), (HUIS, "h@h.example")),
        {"naam": STAD, "email": EMAIL},
        namen=(STAD, HUIS),
        weg=(3,),
    ),
    "soort met hoofdletters, en een die er niet is": Geval(
        csv(
            ("Organisatie", "Soort partner"),
            (STAD, "KETENPARTNER"),
            (HUIS, "Flexibele Schil"),
            ("Derde", "weet niet"),
        ),
        {"naam": STAD, "soort": "ketenpartner"},
        namen=(STAD, HUIS, "Derde"),
        bezwaren=["B4: 'weet niet' kan hier niet staan"],
    ),
    "type is een rechtsvorm": Geval(
        csv(("Organisatie", "Type"), (STAD, "Gemeente"), (HUIS, "Stichting")),
        {"naam": STAD, "rechtsvorm": "gemeente"},
        namen=(STAD, HUIS),
    ),
    "KvK als getal, en een zonder zijn nul": Geval(
        boek(("Organisatie", "KvK"), (STAD, 12345678.0), (HUIS, 1234567)),
        {"naam": STAD, "kvk": "12345678"},
        namen=(STAD, HUIS),
        bezwaren=["B3: '1234567' kan hier niet staan"],
    ),
    "dagen als datum, als getal en als woorden": Geval(
        boek(
            (
                "Organisatie",
                "Ondertekenaar",
                "Functie",
                "Bevoegd vanaf",
                "Bevoegd tot",
                "Datum besluit",
            ),
            (
                STAD,
                "A. Voorbeeld",
                "burgemeester",
                datetime.fromisoformat("2026-01-02"),
                47118,
                "3 maart 2026",
            ),
        ),
        NAAM,
        [
            {
                **WIE,
                "van": date(2026, 1, 2),
                "tot": date(2028, 12, 31),
                "besluitdatum": date(2026, 3, 3),
            }
        ],
    ),
    "e-mail achter een woord, en de naam met een link": Geval(
        boek(("Organisatie", "E-mail"), (STAD, "stuur een bericht"), anders=_link),
        {"naam": STAD, "email": EMAIL},
    ),
    "e-mail met naam en haken, en twee in een cel": Geval(
        csv(
            ("Organisatie", "E-mail"),
            (STAD, f"Bureau <{EMAIL}>"),
            (HUIS, "a@a.example; b@b.example"),
        ),
        {"naam": STAD, "email": EMAIL},
        namen=(STAD, HUIS),
        bezwaren=["B3: hier staat meer dan één adres; overgenomen is a@a.example"],
    ),
    "e-mail die er geen is": Geval(
        csv(("Organisatie", "E-mail"), (STAD, "bureau")),
        NAAM,
        bezwaren=["B2: 'bureau' is geen e-mail"],
    ),
    "verborgen rij en kolom, en een ander blad": Geval(
        boek(("Organisatie", "E-mail"), (STAD, EMAIL), (HUIS, "h@h.example"), anders=_verborgen),
        {"naam": STAD, "email": EMAIL},
        namen=(STAD, HUIS),
        verborgen=["rij 3", "kolom B"],
    ),
    "de lijst op een later blad, een oude verborgen": Geval(
        boek(("Deze map is van het bureau",), anders=_later_blad), ALLES
    ),
    "formule zonder uitkomst": Geval(
        boek(("Organisatie", "E-mail", "Plaats"), (STAD, "=A2&B9", "Dorp")),
        NAAM,
        bezwaren=["B2 is een formule waarvan geen uitkomst is bewaard"],
    ),
    "formule met een fout": Geval(
        boek(("Organisatie", "E-mail", "Plaats"), (STAD, "#REF!", "Dorp")),
        NAAM,
        bezwaren=["B2 is niet gelezen: de formule geeft #REF!"],
    ),
    "komma als scheiding": Geval(csv(KOPPEN["gewone woorden"], RIJ, scheider=","), ALLES),
    "tab als scheiding": Geval(csv(KOPPEN["gewone woorden"], RIJ, scheider="\t"), ALLES),
    "sep= bovenaan": Geval(b"sep=|\r\n" + csv(KOPPEN["gewone woorden"], RIJ, scheider="|"), ALLES),
    "UTF-8 met merk": Geval(csv(KOPPEN["gewone woorden"], RIJ, codering="utf-8-sig"), ALLES),
    "UTF-16 met merk": Geval(csv(KOPPEN["gewone woorden"], RIJ, codering="utf-16"), ALLES),
    "UTF-16 zonder merk": Geval(csv(KOPPEN["gewone woorden"], RIJ, codering="utf-16-le"), ALLES),
    "onze eigen CSV, met een apostrof voor een formule": Geval(
        csv(("partner", "e-mail"), ("'=Opvang", EMAIL), ("'t Huis", "h@h.example")),
        {"naam": "=Opvang", "email": EMAIL},
        namen=("=Opvang", "'t Huis"),
    ),
    "ligaturen, zachte streepjes en losse accenten": Geval(
        csv(("Organisatie", "E-mail"), ("Sti\u00adchting E\u0301en ﬁjn", EMAIL)),
        {"naam": "Stichting Éen fijn", "email": EMAIL},
    ),
    "dezelfde naam op een andere plaats": Geval(
        csv(
            ("Organisatie", "Plaats", "E-mail"),
            (HUIS, "Dorp", EMAIL),
            (HUIS, "Stad", "h@h.example"),
        ),
        {"naam": HUIS, "email": EMAIL},
        namen=(HUIS, HUIS),
    ),
    "dezelfde rij met een ander gegeven": Geval(
        csv(("Organisatie", "E-mail"), (STAD, EMAIL), (STAD, "h@h.example")),
        {"naam": STAD, "email": EMAIL},
        bezwaren=["staat in rij 2 en 3 met een ander gegeven (email)"],
    ),
    "rij zonder naam": Geval(
        csv(("Organisatie", "E-mail"), (STAD, EMAIL), ("", "h@h.example")),
        {"naam": STAD, "email": EMAIL},
        weg=(3,),
    ),
    "alleen namen": Geval(csv(("Naam",), (STAD,), (HUIS,)), NAAM, namen=(STAD, HUIS)),
    "teken dat geen lettertype heeft": Geval(
        csv(
            ("Organisatie", "Functie ondertekenaar", "Ondertekenaar"),
            (STAD, "希望", "A. Voorbeeld"),
        ),
        NAAM,
        bezwaren=["geen lettertype heeft", "geen functie bij"],
    ),
}


def lees(data: bytes, folder: Path, naam: str = "") -> Gelezen:
    """Return what a list tells."""
    path = folder / (naam or ("lijst.xlsx" if data.startswith(b"PK") else "lijst.csv"))
    path.write_bytes(data)
    tabel = lees_lijst(path)
    return organisaties(tabel, tabel.kolommen)


@pytest.mark.parametrize("naam", GEVALLEN)
def test_a_list_of_an_office_is_understood(naam: str, tmp_path: Path) -> None:
    """What is in it comes out; what is no partner, hidden or unfit is told."""
    geval = GEVALLEN[naam]
    found = lees(geval.data, tmp_path)
    eerste = found.organisaties[0]
    assert {"naam": eerste.naam, **eerste.feiten} == geval.feiten
    assert list(eerste.tekenaars) == list(geval.tekenaars)
    assert [o.naam for o in found.organisaties] == list(geval.namen or [geval.feiten["naam"]])
    assert [nummer for nummer, _ in found.weggelaten] == list(geval.weg)
    said = [f.melding for f in found.bevindingen]
    assert {f.code for f in found.bevindingen} <= {"CV965"}
    assert len(said) == len(geval.bezwaren), said
    assert all(any(deel in zin for zin in said) for deel in geval.bezwaren), said
    path = tmp_path / ("lijst.xlsx" if geval.data.startswith(b"PK") else "lijst.csv")
    assert list(lees_lijst(path).blad.verborgen) == list(geval.verborgen)
