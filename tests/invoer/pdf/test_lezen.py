"""A PDF comes back as the paragraphs that a person sees, with every word told of."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader, PdfWriter
from tests.invoer.rekening import verschil
from tests.pdfmaker import CURSIEF, VET, Woorden, bestand, pdf, regels

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.invoer.brok import Alineabrok, Lijnbrok, Tabelbrok, Wens
from convenantwerk.invoer.formaten import FORMATEN
from convenantwerk.invoer.pdf import bladen
from convenantwerk.invoer.pdf.lezen import lees
from convenantwerk.tekst.boom import Nadruk, Tekst, Voetnoot, plain

if TYPE_CHECKING:
    from convenantwerk.invoer.brok import Ingelezen

VOL = "Partijen werken samen aan de veiligheid van de inwoners in de gehele regio en"  # a full line


def gelezen(data: bytes) -> Ingelezen:
    """Read a PDF, and hold its words against what was made of it."""
    return bewezen(lees(data, "verzonnen.pdf", Wens()))


def bewezen(uit: Ingelezen) -> Ingelezen:
    """Return what was read, of which every word is accounted for."""
    assert verschil(uit) == ({}, {})
    return uit


def teksten(uit: Ingelezen) -> list[str]:
    """Return the paragraphs as plain text."""
    return [plain(brok.inhoud) for brok in uit.brokken if isinstance(brok, Alineabrok)]


def test_the_table_of_formats_leads_to_this_reader() -> None:
    """`.pdf` and pictures each have their reader."""
    assert {
        f.naam: f.lezer().__module__.rsplit(".", 1)[1] for f in FORMATEN if "pdf" in f.module
    } == {
        "PDF": "lezen",
        "beeld": "scan",
    }


def test_lines_become_paragraphs_and_broken_words_whole() -> None:
    """A line that is full goes on, a wider space or an indent ends a paragraph."""
    uit = gelezen(
        pdf(
            [
                *regels([VOL, "delen daartoe infor-", "matie over complexe casussen in de regio."]),
                *regels([VOL, "komen eens per jaar bijeen."], y=156),
            ]
        )
    )
    assert teksten(uit) == [
        f"{VOL} delen daartoe informatie over complexe casussen in de regio.",
        f"{VOL} komen eens per jaar bijeen.",
    ]
    assert [(b.was, b.wordt) for b in uit.bewerkt] == [("infor- matie", "informatie")]
    assert uit.onzeker == ()


def test_a_line_may_end_in_the_middle_of_words_with_a_stroke_between_them() -> None:
    """They have no space between them; a loose stroke has."""
    uit = gelezen(pdf(regels([VOL, f"{VOL[:-9]} zorg/", "veiligheid delen zij samen."])))
    assert teksten(uit) == [f"{VOL} {VOL[:-9]} zorg/veiligheid delen zij samen."]
    assert [b.waarom for b in uit.bewerkt] == ["afgebroken na een schuine streep"]


def test_bold_italic_size_and_indent_are_told() -> None:
    """Emphasis comes from the font; size and indent in points."""
    kop = Woorden(72, 100, "Artikel 3 Doel", 14, VET)
    tekst = [Woorden(100, 130, "Het "), Woorden(119, 130, "doel", letter=CURSIEF)]
    [titel, alinea] = gelezen(pdf([kop, *tekst, Woorden(140, 130, " is samen.")])).brokken
    assert isinstance(titel, Alineabrok)
    assert isinstance(alinea, Alineabrok)
    assert (titel.vet, titel.grootte, titel.inspringing) == (True, 14, 0)
    assert alinea.inhoud == (
        Tekst("Het "),
        Nadruk("cursief", (Tekst("doel"),)),
        Tekst(" is samen."),
    )
    assert (alinea.grootte, alinea.inspringing) == (11, 28)


def _bladzijde(nummer: int, *inhoud: Woorden) -> list[Woorden]:
    return [
        Woorden(72, 40, "Verzonnen convenant Testdam", 8),
        *inhoud,
        Woorden(280, 810, f"pagina {nummer} van 3", 8),
    ]


def test_what_stands_on_every_page_is_left_out_and_sentences_go_on() -> None:
    """Headers and numbers of pages are reported; a sentence over two pages is one."""
    uit = gelezen(
        pdf(
            _bladzijde(1, *regels([VOL] * 45, af=15)),
            _bladzijde(2, *regels(["gaan daarmee door."])),
            _bladzijde(3, *regels(["Slot."])),
        )
    )
    assert teksten(uit)[0].endswith("gehele regio en gaan daarmee door.")
    assert Counter(weg.waarom for weg in uit.weggelaten) == {"koptekst": 3, "bladzijdenummer": 3}
    assert [type(brok) for brok in uit.brokken] == [Alineabrok, Lijnbrok, Alineabrok]


def test_a_footnote_comes_at_its_call() -> None:
    """A small number that stands high calls the note at the foot; its numbers are no words."""
    uit = gelezen(
        pdf(
            [
                Woorden(72, 100, "De ketenpartners"),
                Woorden(155.4, 96, "1", 6),
                Woorden(162, 100, "nemen deel aan het overleg van Testdam."),
                Woorden(72, 760, "1", 8),
                Woorden(82, 760, "Dit zijn de partijen die een werkplek bemensen.", 8),
            ]
        )
    )
    [alinea] = uit.brokken
    assert isinstance(alinea, Alineabrok)
    [noot] = [deel for deel in alinea.inhoud if isinstance(deel, Voetnoot)]
    assert plain(alinea.inhoud) == "De ketenpartners nemen deel aan het overleg van Testdam."
    assert (noot.merk, plain(noot.inhoud)) == (
        "1",
        "Dit zijn de partijen die een werkplek bemensen.",
    )
    assert uit.onzeker == ()


def test_a_high_figure_without_a_note_is_unsure() -> None:
    """Its note may be in letters of the text, and then stands in it; that of a measure has none."""
    woorden = [Woorden(72, 100, "De ketenpartners"), Woorden(155.4, 96, "1", 6)]
    maat = [Woorden(72, 130, "Het is 40 m"), Woorden(127.5, 126, "2", 6)]
    noot = [Woorden(72, 760, "1 Een verzonnen noot.")]
    uit = gelezen(pdf([*woorden, *maat, *noot]))
    assert [(o.tekst, o.waarom) for o in uit.onzeker] == [
        ("De ketenpartners1", "een hoog cijfer; de noot die erbij hoort, is niet gevonden")
    ]


def test_a_footnote_without_a_call_is_unsure() -> None:
    """It stays, with its number, as a paragraph that a person must look at."""
    uit = gelezen(
        pdf(
            [
                *regels(["De ketenpartners nemen deel."]),
                Woorden(72, 760, "1 Een verzonnen noot.", 8),
            ]
        )
    )
    assert teksten(uit) == ["De ketenpartners nemen deel.", "1 Een verzonnen noot."]
    assert [onzeker.tekst for onzeker in uit.onzeker] == ["1 Een verzonnen noot."]


def test_columns_are_read_one_by_one() -> None:
    """A leaflet in two columns: a line over both stands first."""
    links = regels([*["Links staat een regel van de folder"] * 5, "zonder meer."], 60)
    rechts = regels(["Rechts staat een regel van folder twee"] * 6, 310)
    uit = gelezen(
        pdf([Woorden(60, 80, "Een kop over beide kolommen van deze folder", 16), *links, *rechts])
    )
    assert [tekst.split()[0] for tekst in teksten(uit)] == ["Een", "Links", "Rechts"]


def test_a_ruled_table_is_a_table() -> None:
    """Rules that cross make cells; what stands in them are words of the file too."""
    lijnen = "".join(
        f"{x0} {842 - y0} m {x1} {842 - y1} l S "
        for x0, y0, x1, y1 in [
            *((60, y, 460, y) for y in (90, 120, 150)),
            *((x, 90, x, 150) for x in (60, 260, 460)),
        ]
    )
    cellen = [
        Woorden(x, y, t) for x, y, t in [(70, 110, "Naam"), (270, 110, "Rol"), (70, 140, "Jan")]
    ]
    [tabel] = gelezen(
        pdf([*cellen, Woorden(270, 140, "Voorzitter van het overleg")], tekening=lijnen)
    ).brokken
    assert isinstance(tabel, Tabelbrok)
    assert [[plain(cel) for cel in rij] for rij in tabel.rijen] == [
        ["Naam", "Rol"],
        ["Jan", "Voorzitter van het overleg"],
    ]


def test_words_beside_each_other_are_unsure() -> None:
    """Two who sign on one line: each line is kept apart, and a person must look at it."""
    links = regels(["Namens Testdam", "De burgemeester"])
    rechts = regels(["Namens de politie", "De korpschef"], x=300)
    uit = gelezen(pdf([*links, *rechts]))
    assert teksten(uit) == ["Namens Testdam Namens de politie", "De burgemeester De korpschef"]
    assert [onzeker.tekst for onzeker in uit.onzeker] == teksten(uit)


def test_a_contents_list_is_told() -> None:
    """Dots and a number of a page, or a number far to the right."""
    uit = gelezen(
        pdf(
            [
                *regels(["1 Inleiding ............ 3", "2 Doel ............ 4", "Gewone tekst."]),
            ]
        )
    )
    assert [b.inhoudsopgave for b in uit.brokken if isinstance(b, Alineabrok)] == [
        True,
        True,
        False,
    ]


def test_a_watermark_is_left_out_and_other_slanted_words_are_kept() -> None:
    """CONCEPT across a page is no text; a stamp is, and a person must look at it."""
    schuin = (0.7, 0.7)
    uit = gelezen(pdf([*regels(["Een zin."]), Woorden(200, 500, "CONCEPT", 60, VET, schuin)]))
    assert [(weg.tekst, weg.waarom) for weg in uit.weggelaten] == [("CONCEPT", "watermerk")]
    uit = gelezen(pdf([*regels(["Een zin."]), Woorden(200, 500, "Ontvangen", 20, VET, schuin)]))
    assert teksten(uit) == ["Een zin.", "Ontvangen"]
    assert [onzeker.waarom for onzeker in uit.onzeker] == ["staat gedraaid op de bladzijde"]


@pytest.mark.parametrize("hoek", [(1, 0), (0, 1), (-1, 0), (0, -1)])
def test_a_page_on_its_side_is_read_as_it_is_turned(hoek: tuple[float, float]) -> None:
    """Text that runs up, down or upside down is read along its lines."""
    c, s = hoek
    regel = [
        Woorden(300 + s * 14 * i, 400 + c * 14 * i, tekst, hoek=hoek)
        for i, tekst in enumerate(["Eerste regel van de tekst.", "Tweede regel van de tekst."])
    ]
    uit = gelezen(pdf(regel))
    assert " ".join(teksten(uit)) == "Eerste regel van de tekst. Tweede regel van de tekst."


def test_an_empty_page_is_no_scan() -> None:
    """Nothing is on it, so nothing is read from it."""
    assert teksten(gelezen(pdf([], regels(["Tekst."])))) == ["Tekst."]


def _met_wachtwoord(gebruiker: str) -> bytes:
    schrijver = PdfWriter(PdfReader(BytesIO(pdf(regels(["Geheim."])))))
    schrijver.encrypt(gebruiker, "eigenaar", algorithm="RC4-128")
    uit = BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def test_a_file_that_opens_without_password_is_read() -> None:
    """Only its owner may change it; whoever gets it may read it."""
    assert teksten(gelezen(_met_wachtwoord(""))) == ["Geheim."]


XFA = bestand(
    [
        b"<</Type/Catalog/Pages 2 0 R/NeedsRendering true/AcroForm<</Fields[]/XFA 4 0 R>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        b"<</Length 7>>stream\n<xdp/>\n\nendstream",
    ]
)


@pytest.mark.parametrize(
    ("data", "code", "melding"),
    [
        (b"", "CV951", "geen PDF"),
        (b"%PDF-1.7\nniets", "CV951", "geen PDF"),
        (pdf(regels(["Tekst."]))[:300], "CV951", "geen PDF"),
        (pdf(), "CV951", "geen bladzijde"),
        (_met_wachtwoord("geheim"), "CV951", "wachtwoord"),
        (XFA, "CV950", "XFA"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, code: str, melding: str) -> None:
    """Each with a finding at the file, and what to do."""
    with pytest.raises(OnleesbaarError) as gevangen:
        lees(data, "verzonnen.pdf", Wens())
    [bevinding] = gevangen.value.diagnostics
    assert (bevinding.code, bevinding.position.path) == (code, "verzonnen.pdf")
    assert melding in bevinding.melding
    assert bevinding.tip


@pytest.mark.parametrize(
    ("grens", "hoogte"),
    [("MEEST_BLADZIJDEN", 1), ("MEEST_LETTERS", 5), ("MEEST_SAMEN", 5)],
)
def test_what_is_too_much_is_refused(
    grens: str, hoogte: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages, letters of a page and letters of all pages have bounds (CV951)."""
    monkeypatch.setattr(bladen, grens, hoogte)
    with pytest.raises(OnleesbaarError) as gevangen:
        lees(pdf(regels(["Genoeg letters."]), []), "verzonnen.pdf", Wens())
    assert [d.code for d in gevangen.value.diagnostics] == ["CV951"]


def test_files_within_a_file_are_told_and_not_read() -> None:
    """An attachment of a PDF may be anything."""
    schrijver = PdfWriter(PdfReader(BytesIO(pdf(regels(["Tekst."])))))
    schrijver.add_attachment("verzonnen.exe", b"MZ")
    uit = BytesIO()
    schrijver.write(uit)
    [opmerking] = gelezen(uit.getvalue()).opmerkingen
    assert opmerking.tekst == "in de PDF zit een bestand als bijlage; niet gelezen"


def test_a_space_that_does_not_break_is_a_space() -> None:
    """The raw words and ours are parted at it alike."""
    uit = gelezen(pdf(regels(["Artikel\u00a05 van het convenant."])))
    assert teksten(uit) == ["Artikel 5 van het convenant."]


def test_a_word_that_leans_in_part_is_told() -> None:
    """The file has no space between a watermark and the text that it begins in."""
    schuin = (0.7, 0.7)
    woord = [Woorden(72, 100, "Testdam"), Woorden(114, 100, "CONCEPT", hoek=schuin)]
    uit = gelezen(pdf([*woord, *regels(["Een zin."], y=200)]))
    assert teksten(uit) == ["Testdam", "Een zin."]
    assert [(een.was, een.wordt) for een in uit.bewerkt] == [("TestdamCONCEPT", "Testdam CONCEPT")]
