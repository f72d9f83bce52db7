"""An accession on the page: its stages, each recorded as its command does."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.handtekeningen import maak_ca, teken
from tests.kantoor.loket import Loket
from tests.programma import convenant
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.kantoor.handelingen import toetreding
from convenantwerk.kantoor.paginas import toetreding as pagina

if TYPE_CHECKING:
    from pathlib import Path

SLEUTEL = "stichting-voorbeeld"
SG = ("--kenmerk", "SG-7", "--formaat", "md", "--ja")
BEKIJK = "Bekijk wat hieruit volgt"
VERZOEK = {
    "datum": "2026-10-01",
    "kenmerk": "V-12",
    "naam": "Stichting Voorbeeld",
    "rechtsvorm": "stichting",
    "kvk": "12 34 56 78",
    "zetel": "Voorbeeldstad",
    "aard": "privaat",
    "contact": "Bestuurssecretariaat",
    "adres": "Postbus 1\n1234 AB Voorbeeldstad",
    "email": "info@voorbeeld.example",
    "fg": "fg@voorbeeld.example",
    "tekenaar": "V. Voorbeeld",
    "tekenaar_titel": "Mw.",
    "functie": "bestuurder",
    "grond": "statuten",
    "ingangsdatum": "2027-01-01",
}


@pytest.fixture(scope="module")
def begin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier with an adopted text, a voorzitter, and certificates that it trusts."""
    root = kopie(KLEIN, tmp_path_factory.mktemp("toetreding") / "klein")
    path = root / "convenant/convenant.yaml"
    tekenen = "ondertekening:\n  voorzitters: [gemeente-voorbeeldstad]\n  vertrouwd: [ca/ca.pem]\n"
    path.write_text(path.read_text("utf-8") + tekenen, encoding="utf-8")
    besluit = ("--besluit", "Besluit", "--datum", "2020-01-01")
    assert convenant("vaststellen", "2020", *besluit, cwd=root).returncode == 0
    return root


@pytest.fixture
def root(begin: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return kopie(begin, tmp_path / "dossier")


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters as text: what matters here is not how they look."""
    for module in (toetreding, pagina):
        monkeypatch.setattr(module, "vanzelf", lambda _: ("md",))


def _registers(root: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in (root / "convenant/registers").glob("*.yaml")}


def _doe(root: Path, op: str, *args: str) -> None:
    done = convenant(*args, "--op", op, cwd=root)
    assert done.returncode == 0, done.stderr


def _verzoek(root: Path) -> None:
    """Record the request of VERZOEK by the command."""
    named = {k: v.replace("\n", ", ") for k, v in VERZOEK.items() if k != "naam"}
    opties = [w for k, v in named.items() for w in (f"--{k.replace('_', '-')}", v)]
    _doe(root, "2026-10-05", "toetreding", VERZOEK["naam"], "verzoek", *opties, "--ja")


def test_without_an_adopted_text_the_page_says_what_comes_first(klein: Path) -> None:
    """And there is nothing to begin."""
    loket = Loket(klein, date(2026, 11, 24))
    loket.open("/toetreding")
    assert "stel die dus eerst vast" in loket.blad.tekst
    assert "Begin een toetreding" not in loket.blad.koppelingen


@pytest.mark.traag
def test_a_request_is_recorded_as_by_the_command(root: Path, tmp_path: Path) -> None:
    """Byte for byte; before that the page says what follows."""
    ander = kopie(root, tmp_path / "ander")
    _verzoek(ander)
    loket = Loket(root, date(2026, 10, 5))
    loket.open("/toetreding")
    loket.klik("Begin een toetreding")
    eerst = _registers(root)
    loket.stuur(VERZOEK, BEKIJK)
    assert "Verzoek om toetreding van Stichting Voorbeeld" in loket.blad.tekst
    assert _registers(root) == eerst
    loket.stuur(knop="Leg vast")
    assert _registers(root) == _registers(ander)
    loket.klik("Naar de toetreding van Stichting Voorbeeld")
    assert "1 van 5 stappen gedaan" in loket.blad.tekst
    assert "Het besluit van de Stuurgroep: de datum en het kenmerk" in loket.blad.tekst


@pytest.mark.traag
@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"kvk": "123"}, "dat heeft acht cijfers"),
        ({"email": "voorbeeld"}, "is geen e-mailadres"),
        ({"naam": "Politie Voorbeeld"}, "neemt al deel"),
        ({"naam": "Voorbeeld"}, "lijkt een partner die er al is"),
        ({"datum": "2026-10-06"}, "die dag moet nog komen"),
        ({"overleggen": ["verzonnen"]}, "deze keuze is er niet"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_recorded(
    root: Path, anders: dict[str, str | list[str]], zin: str
) -> None:
    """As the command would, and what was typed stays."""
    loket = Loket(root, date(2026, 10, 5))
    eerst = _registers(root)
    loket.open("/doe/toetreding-verzoek")
    loket.stuur({**VERZOEK, **anders}, BEKIJK)
    assert zin in loket.blad.tekst
    assert "Leg vast" not in loket.antwoord.text
    assert _registers(root) == eerst


@pytest.mark.traag
def test_what_is_typed_is_never_html(root: Path) -> None:
    """In no field of a newcomer, on no page that shows it."""
    naam = "Stichting <b>Vet</b> {{ 7*7 }} " + "en een heel lange naam " * 2
    loket = Loket(root, date(2026, 10, 5))
    loket.open("/doe/toetreding-verzoek")
    loket.stuur({**VERZOEK, "naam": naam, "kenmerk": "<i>{{ 7*7 }}</i>"}, BEKIJK)
    loket.stuur(knop="Leg vast")
    loket.open("/toetreding")
    for adres in ("/toetreding", next(v for k, v in loket.blad.koppelingen.items() if "<b>" in k)):
        loket.open(adres)
        assert naam.strip() in loket.blad.tekst
        assert "<b>Vet" not in loket.antwoord.text
    assert "<i>{{ 7*7 }}</i>" in loket.blad.tekst
    for pad in ("niemand", "%2e%2e", "politie/stuk/geheim", "politie/stuk/%2e%2e%2fgeheim"):
        loket.open(f"/toetreding/{pad}")
        assert loket.antwoord.status_code == 404


@pytest.mark.traag
def test_what_a_declaration_will_lack_is_told_before_the_decision(
    root: Path, tmp_path: Path
) -> None:
    """What lacks in the request is added to it; the consent stays."""
    loket = Loket(root, date(2026, 10, 5))
    loket.open("/doe/toetreding-verzoek")
    loket.stuur({**VERZOEK, "ingangsdatum": "", "kvk": ""}, BEKIJK)
    loket.stuur(knop="Leg vast")
    loket.open(f"/toetreding/{SLEUTEL}")
    assert "Nog nodig voor de verklaring: 2 Het KvK-nummer De dag waarop" in loket.blad.tekst
    assert loket.blad.koppelingen["De gegevens van de organisatie"].endswith(SLEUTEL)
    assert "Zet recht: verzoek" in loket.blad.koppelingen
    _doe(root, "2026-10-05", *("toetreding", SLEUTEL, "instemming", "--datum", "2026-10-02"), *SG)
    loket.open(f"/toetreding/{SLEUTEL}")
    loket.klik("De dag waarop de deelname begint")
    loket.stuur({"dag": "2026-09-30"}, BEKIJK)
    assert "de deelname zou beginnen voor het verzoek" in loket.blad.tekst
    ander = kopie(root, tmp_path / "ander")
    dag = ("--ingangsdatum", "2027-01-01", "--ja")
    _doe(ander, "2026-10-05", "toetreding", SLEUTEL, "verzoek", *dag)
    loket.stuur({"dag": "2027-01-01"}, BEKIJK)
    loket.stuur(knop="Leg vast")
    assert _registers(root) == _registers(ander)
    loket.klik("Naar de toetreding van Stichting Voorbeeld")
    assert "2 van 5 stappen gedaan" in loket.blad.tekst
    assert "Wil deelnemen vanaf 1 januari 2027" in loket.blad.tekst
    assert "Nodig: Het KvK-nummer Vul dit eerst aan" in loket.blad.tekst


@pytest.mark.traag
def test_a_day_is_not_added_where_the_consent_would_be_lost(root: Path) -> None:
    """They are of one day, and what is recorded last of it counts last."""
    loket = Loket(root, date(2026, 10, 5))
    loket.open("/doe/toetreding-verzoek")
    loket.stuur({**VERZOEK, "ingangsdatum": ""}, BEKIJK)
    loket.stuur(knop="Leg vast")
    _doe(root, "2026-10-05", *("toetreding", SLEUTEL, "instemming", "--datum", "2026-10-01"), *SG)
    loket.open(f"/doe/toetreding-begin?partner={SLEUTEL}")
    loket.stuur({"dag": "2027-01-01"}, BEKIJK)
    assert "op de dag van het verzoek is ook al ingestemd" in loket.blad.tekst


@pytest.mark.traag
def test_consent_is_recorded_with_its_paper(root: Path, tmp_path: Path) -> None:
    """The papers for the meeting first; then the besluit, as the command leaves it."""
    _verzoek(root)
    ander = kopie(root, tmp_path / "ander")
    day = ("--datum", "2026-11-02", "--kenmerk", "SG-7", "--plaats", "Voorbeeldstad")
    act = ("toetreding", SLEUTEL, "instemming", *day, "--formaat", "md", "--ja")
    _doe(ander, "2026-11-03", *act)
    loket = Loket(root, date(2026, 11, 3))
    eerst = _registers(root)
    loket.open(f"/toetreding/{SLEUTEL}")
    loket.stuur(knop="Maak de stukken voor de vergadering")
    assert "oplegnotitie.md" in loket.blad.tekst
    loket.klik("Terug naar de toetreding van Stichting Voorbeeld")
    assert "Oplegnotitie toetreding" in loket.blad.tekst
    loket.klik("Leg het besluit van de Stuurgroep vast")
    loket.stuur({"datum": "2026-09-30", "kenmerk": "SG-7"}, BEKIJK)
    assert "de instemming is van voor het verzoek" in loket.blad.tekst
    loket.stuur({"datum": "2026-11-02", "plaats": "Voorbeeldstad"}, BEKIJK)
    assert "De Stuurgroep stemde op 2 november 2026 in" in loket.blad.tekst
    assert _registers(root) == eerst
    loket.stuur(knop="Leg vast")
    assert _registers(root) == _registers(ander)


REEKS = """toetredingen:
  - naam: Stichting Verzonnen Eerste
    verzoek: 2026-10-01
    tekenaar: {naam: V. Voorbeeld, functie: bestuurder}
  - naam: Stichting <b>Tweede</b>
    kvk: '123'
    verzoek: 2026-10-01
    tekenaar: {naam: W. Voorbeeld, functie: bestuurder}
  - naam: Politie Voorbeeld
    sleutel: andere-politie
    verzoek: 2026-10-01
    tekenaar: {naam: X. Voorbeeld, functie: bestuurder}
"""


@pytest.mark.traag
def test_a_list_is_recorded_as_by_the_command(root: Path, tmp_path: Path) -> None:
    """The good rows; of the others the page says the line and why."""
    ander = kopie(root, tmp_path / "ander")
    (ander / "reeks.yaml").write_text(REEKS, encoding="utf-8")
    act = ("toetreding", "--uit-bestand", "reeks.yaml", "--op", "2026-10-05", "--ja")
    assert convenant(*act, cwd=ander).returncode == 1
    loket = Loket(root, date(2026, 10, 5))
    eerst = _registers(root)
    loket.open("/toetreding")
    loket.klik("Lees een lijst in")
    loket.stuur(knop=BEKIJK, bestanden=[("bestand", ("reeks.yaml", REEKS.encode()))])
    assert "Verzoeken vast te leggen: 1; verklaringen te maken: 0; overgeslagen: 2." in (
        loket.blad.tekst
    )
    assert "Regel 5: de toetreding van Stichting <b>Tweede</b> kan niet" in loket.blad.tekst
    assert "<b>Tweede" not in loket.antwoord.text
    assert _registers(root) == eerst
    loket.stuur(knop="Leg vast")
    loket.wacht()
    assert "stukken gemaakt" in loket.blad.tekst
    assert _registers(root) == _registers(ander)


@pytest.mark.parametrize(
    ("data", "zin"),
    [
        (b"toetredingen: []\n", "geen enkele toetreding"),
        (b"toetredingen:\n  - naam: X\n", "verplicht"),
        (b"%PDF-1.7\n", "reeks.yaml:1"),
    ],
)
def test_a_list_that_is_none_is_refused(root: Path, data: bytes, zin: str) -> None:
    """With what is wrong, at its place in the file as it was called there."""
    loket = Loket(root, date(2026, 10, 5))
    loket.open("/doe/toetredingen")
    loket.stuur(knop=BEKIJK, bestanden=[("bestand", ("reeks.yaml", data))])
    assert zin in loket.blad.tekst
    assert "Leg vast" not in loket.antwoord.text
    assert "convenant-kantoor-" not in loket.antwoord.text


@pytest.mark.proef
@pytest.mark.pdf
def test_a_declaration_is_offered_and_bound_as_by_the_commands(root: Path, tmp_path: Path) -> None:
    """The long work once though it is asked twice; then the signatures; then the annex."""
    keys = maak_ca(root / "ca", "V. Voorbeeld", "A. Voorbeeld")
    _verzoek(root)
    day = ("--datum", "2026-11-02", "--kenmerk", "SG-7", "--formaat", "md", "--ja")
    _doe(root, "2026-11-03", "toetreding", SLEUTEL, "instemming", *day)
    ander = kopie(root, tmp_path / "ander")
    _doe(ander, "2026-11-04", "toetreding", SLEUTEL, "verklaring", "--formaat", "md", "--ja")

    loket = Loket(root, date(2026, 11, 4))
    loket.open(f"/toetreding/{SLEUTEL}")
    loket.klik("Bied de verklaring aan")
    loket.stuur({"uiterlijk": "2026-11-03"}, BEKIJK)
    assert "deze dag is al voorbij" in loket.blad.tekst
    loket.stuur({"uiterlijk": "2026-12-02"}, BEKIJK)
    form = next(f for f in loket.blad.formulieren if "Bied de verklaring aan" in f.knoppen)
    loket.stuur(knop="Bied de verklaring aan")
    werk = loket.antwoord.url
    assert loket.client.post(form.naar, data=dict(form.velden)).url == werk
    loket.wacht()
    assert "toetredingsverklaring.pdf" in loket.blad.tekst
    assert _registers(root) == _registers(ander)

    loket.op = date(2026, 11, 13)
    for getekend in _getekend(root, keys):
        loket.open(f"/toetreding/{SLEUTEL}")
        stuk = ("bestand", (getekend.name, getekend.read_bytes()))
        loket.stuur(knop="Beoordeel dit bestand", bestanden=[stuk])
        loket.stuur(knop=f"Leg vast: {getekend.name}")
        loket.klik("Naar de toetreding van Stichting Voorbeeld")
    kopie(root, ander := tmp_path / "derde")
    _doe(ander, "2026-11-16", "toetreding", SLEUTEL, "aangehecht", "--formaat", "md", "--ja")
    loket.op = date(2026, 11, 16)
    loket.open(f"/toetreding/{SLEUTEL}")
    assert "4 van 5 stappen gedaan" in loket.blad.tekst
    pdf = loket.client.get(f"/toetreding/{SLEUTEL}/stuk/medeondertekend?download=ja")
    assert pdf.content.startswith(b"%PDF")
    assert f"verklaring-{SLEUTEL}-medeondertekend.pdf" in pdf.headers["content-disposition"]
    loket.klik("Hecht de verklaring aan")
    loket.stuur(knop=BEKIJK)
    assert "als nummer 1 bij het convenant gevoegd" in loket.blad.tekst
    loket.stuur(knop="Hecht aan")
    assert _registers(root) == _registers(ander)
    annex = f"convenant/verklaringen/1-{SLEUTEL}.md"
    assert (root / annex).read_bytes() == (ander / annex).read_bytes()
    loket.klik("Naar de toetreding van Stichting Voorbeeld")
    assert "neemt deel vanaf 1 januari 2027" in loket.blad.tekst


def _getekend(root: Path, keys: dict[str, Path]) -> tuple[Path, Path]:
    """Return the declaration signed by the partner, and that by the voorzitter too."""
    offered = root / f"build/toetreding/{SLEUTEL}/toetredingsverklaring.pdf"
    first = teken(
        *(offered, keys["V. Voorbeeld"], root / "een.pdf"),
        veld=f"ondertekening-{SLEUTEL}",
        moment="2026-11-10T10:00:00+01:00",
    )
    both = teken(first, keys["A. Voorbeeld"], root / "twee.pdf", moment="2026-11-12T10:00:00+01:00")
    return first, both
