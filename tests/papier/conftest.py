"""A document that holds every kind of block, and text that looks like markup."""

import struct
import zlib
from datetime import date

import pytest
from tests.voorbeelden import ROOT

from convenantwerk.papier import document as d
from convenantwerk.papier.huisstijl import Huisstijl

TEMPLATES = ROOT / "templates"
AWKWARD = '*ster* <b>vet</b> {{7*7}} & "aanhaling" {% if %} ${x} \\n # kop'


def png(width: int, height: int) -> bytes:
    """Return a plain grey PNG of the given size in pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc)

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\x80" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def run(text: str, **kwargs: object) -> tuple[d.Run, ...]:
    """Return one run as the runs of a block."""
    return (d.Run(text, **kwargs),)  # type: ignore[arg-type]


def eigen_huisstijl() -> Huisstijl:
    """Return the house style of the repository itself."""
    files = {p.relative_to(TEMPLATES).as_posix(): p for p in TEMPLATES.rglob("*") if p.is_file()}
    return Huisstijl(
        bestanden={name: path.read_bytes() for name, path in files.items()},
        paden={name: f"templates/{name}" for name in files},
    )


@pytest.fixture
def huisstijl() -> Huisstijl:
    """The house style of the repository itself."""
    return eigen_huisstijl()


@pytest.fixture
def document() -> d.Document:
    """Every kind of block once, nested lists, two notes of which one is out of sequence."""
    note = d.Note("1", "noot-1", (d.Run("Een noot met "), d.Run("nadruk", italic=True)))
    odd_note = d.Note("7*", "noot-7", run("Een noot met een eigen teken."))
    hoofdstuk = d.Heading(2, "hoofdstuk", "1", run("Het begin"), "hoofdstuk-1", new_page=True)
    headings = (
        d.Heading(1, "deel", "Deel 1", run("De afspraken"), "deel-1", new_page=True),
        hoofdstuk,
        d.Heading(3, "paragraaf", "1.1", run("Een paragraaf"), "paragraaf-1-1"),
        d.Heading(3, "artikel", "Artikel 8", run("Een artikel"), "artikel-8"),
        d.Heading(2, "hoofdstuk", "2", run("Het slot"), "hoofdstuk-2", new_page=True),
    )
    onderdelen = d.ItemList(
        "letter",
        (
            d.Item("a.", (d.Paragraph(run("het eerste;")),), "artikel-8--8.1--a"),
            d.Item(
                "b.",
                (
                    d.Paragraph(run("het tweede, te weten:")),
                    d.ItemList(
                        "nummer",
                        (
                            d.Item("1°.", (d.Paragraph(run("dit en")),)),
                            d.Item("2°.", (d.Paragraph(run("dat.")),)),
                        ),
                    ),
                ),
                "artikel-8--8.1--b",
            ),
        ),
    )
    return d.Document(
        name="proef",
        title="Proefconvenant",
        publisher="Veiligheidshuis Voorbeeldstad",
        edition="editie 18 juni 2018",
        op=date(2018, 6, 18),
        concept=True,
        blocks=(
            d.Notice(
                "Open punten",
                (
                    d.Paragraph(run("Er staat nog een punt open:")),
                    d.ItemList("streep", (d.Item("", (d.Paragraph(run("een punt")),)),)),
                ),
            ),
            d.TitlePage("Proefconvenant", "Veiligheidshuis Voorbeeldstad", ("Concept", "2018")),
            d.TableOfContents("Inhoud", headings),
            headings[0],
            hoofdstuk,
            d.Paragraph(
                (
                    d.Run("Gewoon, "),
                    d.Run("cursief", italic=True),
                    d.Run(", "),
                    d.Run("vet", bold=True),
                    d.Run(" en "),
                    d.Run("beide", bold=True, italic=True),
                    d.Run(" met een noot", note=note),
                    d.Run(" en nog een", note=odd_note),
                    d.Run(". Zie "),
                    d.Run("artikel 8, onder a", link="artikel-8--8.1--a"),
                    d.Run(" en "),
                    d.Run("hoofdstuk 2", link="hoofdstuk-2"),
                    d.Run(".\nNa een regeleinde."),
                )
            ),
            headings[2],
            d.Paragraph(run(AWKWARD)),
            d.ItemList(
                "streep",
                (
                    d.Item("", (d.Paragraph(run("een punt;")), d.Paragraph(run("en:")))),
                    d.Item("", (d.Paragraph(run("nog een punt.")),)),
                ),
            ),
            d.Table(
                (run("Partij"), run("Bijdrage")),
                ((run("Gemeente A"), run("€ 10")), (run("Gemeente B"), run("€ 1.250,00"))),
                ("links", "rechts"),
            ),
            d.Picture("schema.png", png(40, 20), "Schema van de overleggen"),
            headings[3],
            d.ItemList(
                "lid",
                (
                    d.Item("8.1", (d.Paragraph(run("De taken:")), onderdelen), "artikel-8--8.1"),
                    d.Item(
                        "8.2",
                        (
                            d.Paragraph(
                                (
                                    d.Run("Partij "),
                                    d.Run("[", placeholder=True),
                                    d.Run("Naam Partij", italic=True, placeholder=True),
                                    d.Run("]", placeholder=True),
                                    d.Run(" zorgt ervoor."),
                                )
                            ),
                        ),
                        "artikel-8--8.2",
                    ),
                ),
            ),
            headings[4],
            d.Paragraph(run("De tekst van dit deel ontbreekt."), "redactie"),
            d.SignatureBlock(
                "ondertekening-gemeente-a",
                ("Gemeente A", "Burgemeester", "Mw. A. Voorbeeld"),
                ("Handtekening", "Plaats", "Datum"),
            ),
            d.Paragraph(run("Aldus vastgesteld,"), "slot"),
        ),
    )
