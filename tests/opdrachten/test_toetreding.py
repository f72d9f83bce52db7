"""An accession by the commands a user would type, on a copy of the dossier of Hollands Midden."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import time
from datetime import date
from typing import TYPE_CHECKING

import pypdf
import pytest
from tests.handtekeningen import maak_ca, teken
from tests.opdrachten import kort
from tests.programma import OPDRACHT, convenant
from tests.voorbeelden import HOLLANDS_MIDDEN, kopie

from convenantwerk.dossier.archief import aangeboden
from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.deelname import Toetredingsverzoek
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding
from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.geopend.gelezen import Gelezen
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.papier.traversal import words

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.tekst.boom import Element

pytestmark = pytest.mark.traag
NAAM = "Stichting Voorbeeld"
SLEUTEL = "stichting-voorbeeld"
FEITEN = (
    *("--tekenaar", "V. Voorbeeld", "--tekenaar-titel", "Mw.", "--functie", "bestuurder"),
    *("--grond", "statuten", "--rechtsvorm", "stichting", "--kvk", "12 34 56 78"),
    *("--zetel", "Voorbeeldstad", "--aard", "privaat", "--contact", "Bestuurssecretariaat"),
    *("--adres", "Postbus 1, 1234 AB Voorbeeldstad", "--email", "info@voorbeeld.example"),
    *("--fg", "fg@voorbeeld.example", "--overleggen", "briefing", "--ingangsdatum", "2027-01-01"),
)


def dossier(folder: Path) -> Path:
    """A copy of the dossier of Hollands Midden."""
    return kopie(HOLLANDS_MIDDEN, folder / "dossier")


def doe(root: Path, op: str, *arguments: str) -> str:
    """Run a command of an accession on a day, and return what it said."""
    done = convenant(*arguments, "--op", op, cwd=root)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def weiger(root: Path, *arguments: str) -> str:
    """Run a command that must be refused without a trace, and return why."""
    before = registers(root)
    done = convenant(*arguments, cwd=root)
    assert done.returncode in (1, 2), done.stdout
    assert registers(root) == before
    return done.stderr


def registers(root: Path) -> dict[str, bytes]:
    """The bytes of all registers."""
    return {p.name: p.read_bytes() for p in (root / "convenant/registers").glob("*.yaml")}


@pytest.fixture(scope="module", params=kort.TEKSTEN)
def verhaal(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> tuple[Path, dict[str, str]]:
    """A dossier in which one organisation joined, and what each command said."""
    root = kort.dossier(tmp_path_factory.mktemp("toetreding") / "dossier", request.param)
    found, _ = Dossierlezer(root).registers
    assert found is not None
    voorzitter = next(o for o in found.ondertekenaars if o.sleutel == "gemeente-leiden")
    keys = maak_ca(root / "ca", "V. Voorbeeld", voorzitter.naam)
    path = root / "convenant/convenant.yaml"
    trust = "ondertekening:\n  vertrouwd: [ca/ca.pem]\n"
    path.write_text(path.read_text("utf-8").replace("ondertekening:\n", trust))
    said = {
        "verzoek": doe(
            *(root, "2026-10-05", "toetreding", NAAM, "verzoek", *FEITEN),
            *("--datum", "2026-10-01", "--kenmerk", "V-12", "--ja"),
        ),
        "stukken": doe(root, "2026-10-06", "toetreding", SLEUTEL, "instemming"),
        "instemming": doe(
            *(root, "2026-11-03", "toetreding", SLEUTEL, "instemming", "--datum", "2026-11-02"),
            *("--kenmerk", "SG-2026-7", "--plaats", "Voorbeeldstad", "--ja"),
        ),
        "verklaring": doe(root, "2026-11-04", "toetreding", SLEUTEL, "verklaring", "--ja"),
    }
    offered = root / f"build/toetreding/{SLEUTEL}/toetredingsverklaring.pdf"
    first = teken(
        *(offered, keys["V. Voorbeeld"], root / "een.pdf"),
        veld=f"ondertekening-{SLEUTEL}",
        moment="2026-11-10T10:00:00+01:00",
    )
    said["partner"] = doe(root, "2026-11-11", "ondertekening", "verwerk", first.name)
    said["half"] = doe(root, "2026-11-11", "toetreding", SLEUTEL)
    both = teken(
        first, keys[voorzitter.naam], root / "twee.pdf", moment="2026-11-12T10:00:00+01:00"
    )
    said["voorzitter"] = doe(root, "2026-11-13", "ondertekening", "verwerk", both.name)
    said["aangehecht"] = doe(root, "2026-11-16", "toetreding", SLEUTEL, "aangehecht", "--ja")
    said["klaar"] = doe(root, "2026-11-16", "toetreding", SLEUTEL)
    return root, said


def test_each_stage_says_what_is_next(verhaal: tuple[Path, dict[str, str]]) -> None:
    """From the request to the annex; half way it names whose signature is missing."""
    _, said = verhaal
    assert "instemming   nu aan de beurt" in said["verzoek"]
    assert "nog niets vastgelegd" in said["stukken"]
    assert "nodig: de handtekening van" in said["half"]
    assert "namens de Stuurgroep" in said["half"]
    assert "namens Stichting Voorbeeld" not in said["half"]  # that one is in
    assert "nummer 1" in said["aangehecht"]
    assert said["klaar"].count("gedaan op") == 5


def test_it_is_in_register_matrix_and_calendar(verhaal: tuple[Path, dict[str, str]]) -> None:
    """From the day on which its participation begins."""
    root, _ = verhaal
    partners = json.loads(doe(root, "2027-01-01", "partners", "--json"))["partners"]
    own = next(p for p in partners if p["partner"]["sleutel"] == SLEUTEL)
    assert (own["status"], own["partner"]["kvk"]) == ("deelnemer", "12345678")
    matrix = json.loads(doe(root, "2027-01-01", "overleggen", "--json"))["plaatsen"]
    assert matrix[SLEUTEL]["briefing"] == "handtekening ontbreekt"  # Deel 2 has no text to sign
    agenda = (root / f"build/kalender/partners/{SLEUTEL}.ics").read_text("utf-8")
    assert "opzegdag-2028" in agenda
    assert "uiterste data voor Stichting Voorbeeld" in agenda.replace("\n ", "")


def test_who_joined_and_left_is_told_both(
    verhaal: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    """The stand says that it is out; so does the accession, with the way back."""
    root = kopie(verhaal[0], tmp_path / "weg")
    words = ("opzegging", SLEUTEL, "--ontvangen", "2027-01-05", "--formaat", "md", "--ja")
    doe(root, "2027-01-06", *words)
    assert "Deze partner is toegetreden." in doe(root, "2027-12-31", "toetreding", SLEUTEL)
    said = doe(root, "2028-01-01", "toetreding", SLEUTEL)
    assert "is toegetreden" not in said
    assert "neemt sinds 1 januari 2028 niet meer deel" in said


def test_the_rebuilt_convenant_ends_with_the_declaration(
    verhaal: tuple[Path, dict[str, str]],
) -> None:
    """From the day it was bound on, and not a day before; nothing else changed."""
    root, _ = verhaal
    before = _gelezen(root, date(2026, 11, 15))
    after = _gelezen(root, date(2026, 11, 16))
    assert after.convenant.delen[:-1] == before.convenant.delen
    assert after.convenant.editie.endswith("met toetredingsverklaring 1")
    (verklaring,) = after.convenant.delen[-1].inhoud
    assert verklaring.opschrift[0].tekst.startswith("Toetredingsverklaring 1 Stichting Voorbeeld")  # type: ignore[union-attr]
    assert {f.code for f in after.diagnostics} == {f.code for f in before.diagnostics}
    gezegd = convenant("controleer", "--op", "2026-11-16", cwd=root).stdout
    assert "verklaringen/" not in gezegd  # our own paper reads as a careful reader wants it


def _gelezen(root: Path, op: date) -> Gelezen:
    gelezen = Geopend(root, op).tekst()
    assert isinstance(gelezen, Gelezen)
    return gelezen


def test_the_annex_has_the_words_that_were_signed(verhaal: tuple[Path, dict[str, str]]) -> None:
    """Every word of the signed PDF's text, in order, but for the heading and the signatures."""
    from convenantwerk.stukken.tekst import Composer  # noqa: PLC0415

    root, _ = verhaal
    gelezen = _gelezen(root, date(2026, 11, 16))
    annex: Element = gelezen.convenant.delen[-1].inhoud[0]  # type: ignore[assignment]
    blocks = list(Composer.van(gelezen.dossier, gelezen.convenant).element(annex, annex.anker, 1))
    in_annex = " ".join(words(blocks))
    body = in_annex[in_annex.index("gevestigd te") : in_annex.index("Getekend namens")]
    reader = pypdf.PdfReader(root / "een.pdf")
    pdf = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    signed = pdf.replace("- ", "")  # hyphens at the end of a line

    for word in body.split():
        assert word in signed or word.replace("-", "") in signed.replace("-", ""), word
    assert len(body.split()) > 200


def test_the_archive_keeps_what_was_offered(verhaal: tuple[Path, dict[str, str]]) -> None:
    """The PDF and its text, under the hash that the register names."""
    root, _ = verhaal
    found, _ = Dossierlezer(root).registers
    assert found is not None
    (offer,) = van_soort(found.gebeurtenissen, Aanbieding)
    offered = (root / f"build/toetreding/{SLEUTEL}/toetredingsverklaring.pdf").read_bytes()
    assert (root / aangeboden(offer.sha256)).read_bytes() == offered
    assert (root / aangeboden(offer.sha256, "md")).exists()


def test_a_version_adopted_later_holds_the_declaration(
    verhaal: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    """It is frozen and sealed with the text, and the renvooi shows that it came."""
    root = kopie(verhaal[0], tmp_path / "kopie")
    done = convenant(
        *("vaststellen", "2027", "--besluit", "Besluit", "--datum", "2026-11-20"),
        "--ondanks-fouten",
        cwd=root,
    )
    assert done.returncode == 0, done.stderr
    renvooi = doe(root, "2026-11-20", "renvooi", "2018-06-18", "2027", "--formaat", "json")
    assert "ingevoegd" in renvooi
    assert not {"gewijzigd", "vervallen", "verplaatst"} & set(renvooi.replace(",", " ").split())
    assert doe(root, "2026-11-20", "renvooi", "2027", "werk", "--formaat", "json").startswith(
        "De twee teksten zijn gelijk"
    )


# --- out of order, and wrong ---------------------------------------------------------------


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy in which a request is recorded."""
    root = dossier(tmp_path)
    doe(root, "2026-10-05", "toetreding", NAAM, "verzoek", *FEITEN, "--ja")
    return root


def test_no_stage_can_be_skipped_or_done_twice(root: Path) -> None:
    """CV302 names the stage that comes first."""
    for stap in ("verklaring", "ondertekend", "aangehecht"):
        why = weiger(root, "toetreding", SLEUTEL, stap, "--ja")
        assert "CV302" in why
        assert "eerst komt stap 'instemming'" in why
    assert "er loopt al" in weiger(root, "toetreding", SLEUTEL, "verzoek", *FEITEN, "--ja")
    why = weiger(root, "toetreding", SLEUTEL, "instemming", "--datum", "2026-10-01", "--ja")
    assert ("CV303" in why, "kenmerk" in why) == (True, True)


@pytest.mark.pdf
def test_a_declaration_needs_its_facts(tmp_path: Path) -> None:
    """All that is missing at once, and nothing invented."""
    root = dossier(tmp_path)
    basis = ("--tekenaar", "V. Voorbeeld", "--functie", "bestuurder", "--ja")
    doe(root, "2026-10-05", "toetreding", NAAM, "verzoek", *basis)
    day = ("--datum", "2026-10-06", "--kenmerk", "SG-1", "--ja")
    doe(root, "2026-10-07", "toetreding", SLEUTEL, "instemming", *day)
    why = weiger(root, "toetreding", SLEUTEL, "verklaring", "--ja")
    for wat in ("rechtsvorm", "KvK", "zetel", "contact", "fg", "grond", "ingangsdatum"):
        assert wat in why


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--overleggen", "brefing"), "bedoelt u 'briefing'?"),
        (("--delen", "deel-9"), "deel 'deel-9' is er niet"),
        (("--datum", "2031-01-01"), "die dag moet nog komen"),
        (("--sleutel", "A/../b"), "kan geen sleutel zijn"),
        (("--sleutel", "halt"), "al van Stichting Halt"),
    ],
)
def test_facts_that_cannot_be_are_refused(
    tmp_path: Path, more: tuple[str, ...], words: str
) -> None:
    """CV301 with the reason; no register is touched."""
    root = dossier(tmp_path)
    op = ("--op", "2026-10-05", "--ja")
    why = weiger(root, "toetreding", NAAM, "verzoek", *FEITEN, *more, *op)
    assert ("CV301" in why, words in why) == (True, True), why


def test_who_is_in_already_is_refused(tmp_path: Path) -> None:
    """A partner that the convenant names itself."""
    root = dossier(tmp_path)
    why = weiger(root, "toetreding", "cardea", "verzoek", *FEITEN, "--ja")
    assert "neemt al deel" in why


def test_facts_belong_to_the_request(root: Path) -> None:
    """Given later they would be left out without a word; so they are refused."""
    why = weiger(root, "toetreding", SLEUTEL, "verklaring", "--kvk", "87654321")
    assert "hoort bij stap 'verzoek'" in why
    why = weiger(root, "toetreding", NAAM, "--uit-bestand", "convenant/convenant.yaml")
    assert "horen geen partner" in why
    why = weiger(root, "toetreding", "stichting-vorbeeld", "instemming")
    assert "bedoelt u 'stichting-voorbeeld'" in why


def test_consent_comes_after_the_request(root: Path) -> None:
    """A besluit of the day before is refused."""
    day = ("--datum", "2026-10-04", "--kenmerk", "SG-1", "--op", "2026-10-06", "--ja")
    why = weiger(root, "toetreding", SLEUTEL, "instemming", *day)
    assert ("CV301" in why, "voor het verzoek" in why) == (True, True)


@pytest.mark.proef
@pytest.mark.pdf
@pytest.mark.parametrize("tekst", kort.TEKSTEN)
def test_the_declaration_can_be_made_anew_until_somebody_signed(tmp_path: Path, tekst: str) -> None:
    """Because the signatory changed, say; the last one offered is the one that counts."""
    root = kort.dossier(tmp_path / "dossier", tekst)
    doe(root, "2026-10-05", "toetreding", NAAM, "verzoek", *FEITEN, "--ja")
    day = ("--datum", "2026-10-06", "--kenmerk", "SG-1", "--ja")
    doe(root, "2026-10-07", "toetreding", SLEUTEL, "instemming", *day)
    for op in ("2026-10-08", "2026-10-09"):
        doe(root, op, "toetreding", SLEUTEL, "verklaring", "--ja", "--formaat", "md")
    out = doe(root, "2026-10-09", "toetreding", SLEUTEL)
    assert "verklaring   gedaan op 9 oktober 2026" in out


def test_a_text_that_was_changed_in_the_archive_is_not_bound(
    verhaal: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    """The PDF that was signed knows its text; another is refused, and so is its absence."""
    root = kopie(verhaal[0], tmp_path / "kopie")
    path = root / "convenant/registers/gebeurtenissen.yaml"
    text = path.read_text("utf-8")
    cut = text.index("  - datum: 2026-11-16\n    soort: toetreding")
    path.write_text(text[:cut], encoding="utf-8")
    (kept,) = (root / "archief/aangeboden").glob("*.md")
    good = kept.read_text("utf-8")
    kept.write_text(good.replace("houdt geheim", "houdt niets geheim"), encoding="utf-8")
    act = ("toetreding", SLEUTEL, "aangehecht", "--op", "2026-11-16", "--ja")
    why = weiger(root, *act)
    assert ("CV303" in why, "is veranderd" in why) == (True, True)
    kept.unlink()
    assert "CV303" in weiger(root, *act)
    kept.write_text(good, encoding="utf-8")
    assert "nummer 1" in doe(root, "2026-11-16", *act[:3], "--ja")


def test_a_kvk_number_of_seven_digits_is_wrong_usage(tmp_path: Path) -> None:
    """Exit 2, in Dutch, before anything is read."""
    done = convenant("toetreding", NAAM, "verzoek", "--kvk", "1234567", cwd=dossier(tmp_path))
    assert (done.returncode, "heeft acht cijfers" in done.stderr) == (2, True)


def test_a_candidate_has_no_room_in_the_text_itself(root: Path) -> None:
    """Hoofdstuk 8 is that of the ketenpartners; who asks to join signs a declaration."""
    gelezen = _gelezen(root, date(2026, 10, 6))
    assert SLEUTEL not in {o.sleutel for o in gelezen.dossier.ondertekenaars}
    assert len(gelezen.dossier.ondertekenaars) == 14


@pytest.mark.parametrize(
    "naam", ['Stichting "A&B" *Zorg* {{ 7*7 }} <b>', "../x", "Zorg [y] | 1. #"]
)
def test_a_name_that_means_something_comes_out_as_written(tmp_path: Path, naam: str) -> None:
    """To Markdown, Jinja, YAML and file systems it is nothing but a name."""
    root = dossier(tmp_path)
    sleutel = "bijzonder"
    doe(root, "2026-10-05", "toetreding", naam, "verzoek", *FEITEN, "--sleutel", sleutel, "--ja")
    found, _ = Dossierlezer(root).registers
    assert found is not None
    assert found.partners[-1].naam == naam
    doe(root, "2026-10-05", "toetreding", sleutel, "instemming", "--formaat", "html")
    page = (root / f"build/toetreding/{sleutel}/oplegnotitie.html").read_text("utf-8")
    shown = naam.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert shown.replace('"', "&#34;") in page
    assert {p.name for p in tmp_path.iterdir()} == {"dossier"}


# --- a file with facts ---------------------------------------------------------------------

RIJ = """\
  - naam: {naam}
    verzoek: 2026-10-01
    rechtsvorm: stichting
    kvk: '{kvk}'
    zetel: Voorbeeldstad
    contact: Bestuur
    fg: fg@voorbeeld.example
    ingangsdatum: 2027-01-01
    instemming: {{datum: 2026-10-12, kenmerk: SG-3}}
    tekenaar: {{naam: V. Voorbeeld, functie: bestuurder, grond: statuten}}
"""


@pytest.mark.proef
@pytest.mark.pdf
@pytest.mark.parametrize("tekst", kort.TEKSTEN)
def test_a_batch_goes_on_past_a_bad_one(tmp_path: Path, tekst: str) -> None:
    """Two good ones get their declarations; the bad ones are named with file and line.

    The last has the number of the first: it is taken, with a warning before anything is recorded.
    """
    root = kort.dossier(tmp_path / "dossier", tekst)
    bad = RIJ.format(naam="Slechte Zorg", kvk="12").replace("functie: bestuurder, ", "")
    rows = [
        RIJ.format(naam="Eerste Zorg", kvk="12345678"),
        RIJ.format(naam="Tweede Zorg", kvk="1234"),
        RIJ.format(naam="Eerste Zorg", kvk="12345678"),
        RIJ.format(naam="Derde Zorg", kvk="12345678"),
    ]
    path = root / "feiten.yaml"
    path.write_text("toetredingen:\n" + "".join(rows), encoding="utf-8")
    batch = ("toetreding", "--uit-bestand", "feiten.yaml", "--op", "2026-10-20", "--ja")
    done = convenant(*batch, "--formaat", "docx", cwd=root)
    assert done.returncode == 1
    assert "feiten.yaml:12:5: fout CV301" in done.stderr
    assert "feiten.yaml:22:5: fout CV009: partner 'eerste-zorg'" in done.stderr
    assert "al genoemd op feiten.yaml:2:5" in done.stderr
    assert "feiten.yaml:32:5: waarschuwing CV215: KvK-nummer 12345678" in done.stderr
    assert "vast te leggen: 2; verklaringen te maken: 2; overgeslagen: 2." in done.stdout
    found, _ = Dossierlezer(root).registers
    assert found is not None
    assert [p.sleutel for p in found.partners[-2:]] == ["eerste-zorg", "derde-zorg"]
    assert sum(b.kenmerk == "SG-3" for b in found.besluiten) == 1  # one besluit for both
    folder = root / "build/toetreding/derde-zorg"
    assert {p.name for p in folder.iterdir()} == {
        "aanbiedingsbrief.docx",
        "agenda.ics",
        "convenant-2018-06-18.pdf",
        "toetredingsverklaring.docx",
        "toetredingsverklaring.pdf",
    }
    path.write_text("toetredingen:\n" + bad, encoding="utf-8")
    done = convenant(*batch, cwd=root)
    assert (done.returncode, "CV008" in done.stderr) == (1, True)


@pytest.mark.proef
@pytest.mark.pdf
@pytest.mark.parametrize("tekst", kort.TEKSTEN)
def test_a_newcomer_whose_name_hides_something_is_passed_by(tmp_path: Path, tekst: str) -> None:
    """The row with a character that nobody sees is not recorded, the row after it is."""
    root = kort.dossier(tmp_path / "dossier", tekst)
    rows = (RIJ.format(naam=naam, kvk="12345678") for naam in ("Eerste\u202eZorg", "Tweede Zorg"))
    (root / "feiten.yaml").write_text("toetredingen:\n" + "".join(rows), encoding="utf-8")
    batch = ("toetreding", "--uit-bestand", "feiten.yaml", "--op", "2026-10-20", "--ja")
    done = convenant(*batch, "--formaat", "docx", cwd=root)
    assert "feiten.yaml:2:11: fout CV216: 'naam' bevat U+202E" in done.stderr
    assert "vast te leggen: 1; verklaringen te maken: 1; overgeslagen: 1." in done.stdout
    partners = (root / "convenant/registers/partners.yaml").read_text("utf-8")
    assert ("Tweede Zorg" in partners, "\u202e" in partners) == (True, False)


@pytest.mark.pdf
@pytest.mark.proces
@pytest.mark.proef
def test_two_workers_make_the_same_bytes(tmp_path: Path) -> None:
    """However many processes make them."""
    made = []
    for werkers in ("1", "2"):
        root = dossier(tmp_path / werkers)
        rows = [RIJ.format(naam=f"Zorg {n}", kvk="12345678") for n in range(3)]
        (root / "f.yaml").write_text("toetredingen:\n" + "".join(rows), encoding="utf-8")
        doe(
            *(root, "2026-10-20", "toetreding", "--uit-bestand", "f.yaml", "--ja"),
            *("--werkers", werkers),
        )
        folder = root / "build/toetreding"
        made.append({str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*.*")})
    assert made[0] == made[1]
    assert len(made[0]) == 18


# --- in a terminal -------------------------------------------------------------------------


@pytest.mark.proces
def test_in_a_terminal_it_asks_and_asks_again(tmp_path: Path) -> None:
    """Questions with defaults; an answer that does not fit is asked for once more."""
    root = dossier(tmp_path)
    answers = [
        *(
            "1-1-2031",
            "",
            "A/b",
            "",
            "ketenpartner",
            "stichting",
            "1234567",
            "12345678",
            "Voorbeeldstad",
            "privaat",
        ),
        *("Bestuur", "Postbus 1, Voorbeeldstad"),
        *("info@voorbeeld", "info@voorbeeld.example", "fg@x.example"),
        *("V. Voorbeeld", "Mw.", "bestuurder", "statuten", "", "", "", "", "", "briefng"),
        "Briefing",
        *("31-11-2026", "1-10-2020", "1 januari 2027", "V-12"),
        # All of it is shown; the seat was wrong, and what cannot be is not taken over.
        *("99", "7", "Andere Stad", "23", "1-1-2020", "ja"),
    ]
    out = typ(("toetreding", NAAM, "verzoek", "--op", "2026-10-05"), root, answers)
    assert "dat heeft acht cijfers" in out
    assert "die dag moet nog komen" in out
    assert "'A/b' kan geen sleutel zijn" in out
    assert "'info@voorbeeld' is geen e-mailadres" in out
    assert "de deelname zou beginnen voor het verzoek" in out
    assert "Antwoord met ja of nee" in out
    assert "7. Zetel (plaats): Voorbeeldstad" in out
    assert "7. Zetel (plaats): Andere Stad" in out
    assert "Zo kan het niet; het blijft zoals het was." in out
    assert "is geen datum" in out
    assert "overleg 'briefng' is er niet (bedoelt u 'briefing'?)" in out
    assert "Error" not in out
    assert "Vastgelegd in convenant/registers." in out, out
    found, _ = Dossierlezer(root).registers
    assert found is not None
    partner, signer = found.partners[-1], found.ondertekenaars[-1]
    assert (partner.kvk, partner.aard, signer.grond) == ("12345678", "privaat", "statuten")
    assert partner.zetel == "Andere Stad"
    verzoek = found.gebeurtenissen[-1]
    assert isinstance(verzoek, Toetredingsverzoek)
    assert verzoek.ingangsdatum == date(2027, 1, 1)


def typ(arguments: tuple[str, ...], cwd: Path, answers: list[str]) -> str:
    """Run a command in a terminal, and give an answer whenever it waits for one."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [*OPDRACHT, *arguments], cwd=cwd, stdin=slave, stdout=slave, stderr=slave
    )
    os.close(slave)
    seen, answered, waiting = "", "", list(answers)
    stop = time.monotonic() + 60
    while time.monotonic() < stop:
        ready, _, _ = select.select([master], [], [], 0.02)
        if ready:
            try:
                data = os.read(master, 4096)
            except OSError:  # the program has ended
                break
            seen += data.decode("utf-8", "replace")
        elif seen.endswith(": ") and seen != answered and waiting:
            answered = seen  # one answer to a question, however slow the program is
            os.write(master, f"{waiting.pop(0)}\n".encode())
        elif process.poll() is not None:
            break
    process.kill()
    process.wait()
    os.close(master)
    return seen
