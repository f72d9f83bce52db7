"""A renvooi that holds every mark on every kind of block."""

from __future__ import annotations

from datetime import date

from tests.papier.conftest import png, run

from convenantwerk.papier import document as d

PICTURE = png(40, 20)


def new(text: str, **kwargs: object) -> d.Run:
    """Return words that were inserted."""
    return d.Run(text, wijziging="ingevoegd", **kwargs)  # type: ignore[arg-type]


def old(text: str, **kwargs: object) -> d.Run:
    """Return words that were deleted."""
    return d.Run(text, wijziging="vervallen", **kwargs)  # type: ignore[arg-type]


def paragraph(text: str) -> d.Paragraph:
    """Return a paragraph of one run."""
    return d.Paragraph(run(text))


def lid(mark: str, *blocks: d.Block, was: str | None = None) -> d.Item:
    """Return a lid with its anchor."""
    return d.Item(mark, blocks, f"lid-{mark}", was)


def leden(*items: d.Item) -> d.ItemList:
    """Return a list of leden."""
    return d.ItemList("lid", items)


def was_lid(mark: str, text: str) -> d.ItemList:
    """Return a lid of the old edition, which has no anchor."""
    return d.ItemList("lid", (d.Item(mark, (paragraph(text),)),))


NOTICE = d.Notice(
    "Wat er verandert",
    (
        d.Heading(1, "paragraaf", "", run("Leeswijzer"), "leeswijzer"),
        d.Paragraph((new("Onderstreept"), d.Run(" is ingevoegd, "), old("doorgehaald"))),
        d.Marked("aangekomen", (paragraph("Dit kwam van elders."),), "verplaatst van artikel 2"),
        d.Marked("vertrokken", (paragraph("Dit ging elders heen."),), "verplaatst naar artikel 9"),
        d.Table(
            (run("Hoofdstuk"), run("Wijzigingen")), ((run("Een"), run("3")),), ("links", "rechts")
        ),
    ),
)

HEADINGS = (
    d.Heading(1, "hoofdstuk", "2", (d.Run("Duur "), new("en einde")), "h-2", was_label="1"),
    d.Heading(2, "artikel", "Artikel 8", run("Looptijd"), "artikel-8"),
    d.Heading(2, "artikel", "Artikel 9", run("Bewaren"), "artikel-9", was_label="Artikel 12"),
    d.Heading(1, "hoofdstuk", "3", run("Ongewijzigd hoofdstuk"), "h-3"),
    d.Heading(2, "artikel", "Artikel 10", run("Rust"), "artikel-10"),
)

CHANGED_NOTE = d.Note("1", "noot-1", (d.Run("Zie de "), old("Wbp"), new("AVG"), d.Run(".")))
NEW_NOTE = d.Note("2", "noot-2", run("Een nieuwe noot."))
OLD_NOTE = d.Note("2", "was-noot-2", run("Een oude noot."))
SIGNATURE = d.SignatureBlock("o-gouda", ("Gemeente Gouda",), ("Handtekening", "Datum"))

BLOCKS: tuple[d.Block, ...] = (
    NOTICE,
    d.TitlePage("Proefconvenant", "Renvooi van 2017 naar 2018", ("Tekst 2018",), ("Tekst 2017",)),
    d.TableOfContents("Inhoud", HEADINGS),
    d.Marked("vervallen", (paragraph("Een vervallen aanhef."),)),
    HEADINGS[0],
    d.Paragraph(
        (
            d.Run("Dit convenant geldt "),
            old("twee", bold=True),
            new("vier"),
            d.Run(" jaar"),
            new(", tenzij het wordt verlengd", italic=True),
            d.Run(" na de ondertekening"),
            d.Run(" daarvan", note=CHANGED_NOTE),
            old(" bij akte", note=OLD_NOTE),
            new(" op schrift", note=NEW_NOTE),
            d.Run(". Zie "),
            new("artikel 9", link="artikel-9"),
            d.Run(".\nNa een regeleinde."),
        )
    ),
    HEADINGS[1],
    leden(
        lid("8.1", paragraph("Dit lid bleef.")),
        lid("8.2", d.Paragraph((d.Run("Ook dit "), old("lid"), new("artikellid"), d.Run(".")))),
    ),
    d.Marked(
        "ingevoegd",
        (
            leden(
                lid(
                    "8.3",
                    paragraph("Een nieuw lid:"),
                    d.ItemList("letter", (d.Item("a.", (paragraph("met een onderdeel."),), "a"),)),
                )
            ),
        ),
    ),
    d.Marked("vervallen", (was_lid("8.3", "Een vervallen lid."),)),
    leden(
        lid(
            "8.4",
            paragraph("Dit lid heette anders, en houdt in:"),
            d.ItemList(
                "letter",
                (
                    d.Item("a.", (paragraph("wat bleef;"),), "8-4-a"),
                    d.Item("b.", (d.Paragraph((new("nieuwe "), d.Run("waar;"))),), "8-4-b", "c."),
                ),
            ),
            d.Marked(
                "vervallen", (d.ItemList("letter", (d.Item("d.", (paragraph("wat ging."),)),)),)
            ),
            was="8.5",
        )
    ),
    d.Marked(
        "vertrokken",
        (was_lid("8.6", "Gegevens blijven vijf jaar."),),
        "verplaatst naar artikel 9, lid 1",
        "verplaatsing-1",
    ),
    d.Marked(
        "ingevoegd",
        (d.ItemList("streep", (d.Item("", (paragraph("een nieuw punt;"),)),)),),
    ),
    d.ItemList("streep", (d.Item("", (paragraph("een oud punt."),)),)),
    HEADINGS[2],
    d.Marked(
        "aangekomen",
        (
            leden(
                lid(
                    "9.1",
                    d.Paragraph(
                        (
                            d.Run("Gegevens worden "),
                            old("vijf"),
                            new("drie"),
                            d.Run(" jaar."),
                        )
                    ),
                    d.Marked("ingevoegd", (paragraph("Daarna worden zij gewist."),)),
                    was="8.6",
                )
            ),
        ),
        "verplaatst van artikel 8, lid 6",
        "verplaatsing-1",
    ),
    d.Table(
        (run("Partij"), (d.Run("Bijdrage "), new("in euro"))),
        (
            (run("Gemeente A"), run("10")),
            (run("Gemeente B"), (old("20"), new("30"))),
            (run("Gemeente C"), run("40")),
            (run("Gemeente D"), run("50")),
        ),
        ("links", "rechts"),
        ("", "", "ingevoegd", "vervallen"),
    ),
    d.Marked("ingevoegd", (d.Table((run("Nieuw"),), ((run("rij"),),), ("links",)),)),
    d.Marked("ingevoegd", (d.Picture("nieuw.png", PICTURE, "Nieuw schema"),)),
    d.Marked("vervallen", (d.Picture("oud.png", PICTURE, "Oud schema"),)),
    d.Marked("ingevoegd", (d.Paragraph(run("Een nieuwe opmerking."), "redactie"),)),
    HEADINGS[3],
    HEADINGS[4],
    paragraph("Hier veranderde niets."),
    leden(lid("10.1", paragraph("Hier ook niet."))),
    d.Marked(
        "vervallen",
        (
            d.Heading(2, "artikel", "Artikel 11", run("Verval"), "was-artikel-11"),
            paragraph("Dit artikel is er niet meer."),
        ),
    ),
    d.Marked("vervallen", (d.SignatureBlock("was-o", ("Gemeente Boskoop",), ("Datum",)),)),
    SIGNATURE,
    d.Marked("ingevoegd", (d.SignatureBlock("o-waddinxveen", ("Waddinxveen",), ("Datum",)),)),
    d.Paragraph((d.Run("Aldus "), old("vastgesteld"), new("overeengekomen")), "slot"),
    d.Marked("ingevoegd", (d.Paragraph(run("te Gouda."), "slot"),)),
)

RENVOOI = d.Document(
    name="renvooi",
    title="Proefconvenant",
    publisher="Veiligheidshuis Voorbeeldstad",
    edition="renvooi van 2017 naar 2018",
    op=date(2018, 6, 18),
    concept=False,
    blocks=BLOCKS,
    renvooi=True,
)
