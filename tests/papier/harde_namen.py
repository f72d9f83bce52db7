"""A document of long words and names, in every place where one can stand."""

from __future__ import annotations

from datetime import date

from convenantwerk.papier import document as d

K09 = "Samenwerkingsverbandsorganisatieontwikkelaars"
FUNCTIE = "Samenwerkingsverbandsdirecteurgeneraalbestuurder"  # 48 letters
ZIN = "Stichting voor Samenwerking rond Jeugd en Gezin 's-Gravenhage"  # 60 letters, with spaces
ADRES = "functionaris@samenwerkingsverbandorganisatie-voorbeeldstad.example"
NAMEN = (K09, ZIN, "O'Neill & Zn. <b>", "Noordoost-Rosmalen-Vinkel-Nuland", "X" * 60, ADRES)
KOPPEN = (
    *("aanvullingsovereenkomsten", "informatiebeveiligingswet"),
    *("samenwerkingsorganisaties", "verantwoordelijkheidslijn"),
)
SAMEN = ("€ 12.500,00", "18 september 2018", "07:30 uur")
VERWIJZINGEN = ("artikel 5", "Bijlage 12")  # together on a page, but not in a Word file


def runs(text: str) -> tuple[d.Run, ...]:
    """Return a text as the runs of a block."""
    return (d.Run(text),)


def tabel(
    *rijen: tuple[str, ...], widths: tuple[int, ...] = (), rechts: tuple[int, ...] = ()
) -> d.Table:
    """Return a table; the first row is its header, `rechts` which columns are set to the right."""
    kop, *rest = (tuple(runs(cel) for cel in rij) for rij in rijen)
    kanten: tuple[d.Alignment, ...] = tuple(
        "rechts" if n in rechts else "links" for n in range(len(kop))
    )
    return d.Table(kop, tuple(rest), kanten, widths=widths)


TABELLEN = (
    tabel(KOPPEN, NAMEN[:4], (*SAMEN, FUNCTIE), rechts=(0, 2)),
    tabel(("Een", "Twee", "Drie", "Vier", "Vijf", "Zes"), NAMEN, (*SAMEN, "x", "y", "z")),
    tabel(("Partner", *KOPPEN), (ADRES, *SAMEN, FUNCTIE), widths=(50, 10, 10, 20, 10)),
    tabel(("Nummer", "Bedrag"), *((f"{n}", f"€ {n}.500,00") for n in range(100, 180))),
)
# Every length before it, so that it stands at the end of a line somewhere.
ZINNEN = tuple(
    d.Paragraph(runs(f"{'x' * n} woorden ervoor {'y ' * (n % 5)}en {wat} en daarna {K09}."))
    for n in range(1, 30)
    for wat in (*SAMEN, *VERWIJZINGEN)
)


def hard(*, landscape: bool = False, hyphenate: bool = True) -> d.Document:
    """Return the document; its pages may lie, or be those of a letter."""
    front: tuple[d.Block, ...] = ()
    kop = d.Heading(1, "hoofdstuk", "1", runs(f"{K09} en {FUNCTIE}"), "kop")
    if not landscape:
        regels = (f"Tekst van {K09}", f"vastgesteld bij “{'b' * 80}”")
        front = (d.TitlePage(f"{K09}convenant", ZIN, regels), d.TableOfContents("Inhoud", (kop,)))
    item = d.Item(
        "1.", (d.Paragraph(runs(f"{K09} {FUNCTIE} {ADRES} {'z' * 90}")), tabel(KOPPEN, NAMEN[:4]))
    )
    tekenen = tuple(
        d.SignatureBlock(f"blok-{n}", (naam, FUNCTIE, f"Mw. {K09}"), ("Handtekening", FUNCTIE))
        for n, naam in enumerate(NAMEN)
    )
    return d.Document(
        name="hard",
        title=f"{K09}convenant {ZIN} {ADRES}",
        publisher=K09,
        edition=f"tekst van {K09}",
        op=date(2026, 11, 24),
        concept=False,
        blocks=(
            d.Notice(f"Open punten {K09}", (d.Paragraph(runs(FUNCTIE * 2)),)),
            *front,
            kop,
            d.Heading(2, "artikel", "Artikel 1", runs(FUNCTIE * 2), "artikel"),
            *ZINNEN,
            d.ItemList("nummer", (item,)),
            *TABELLEN,
            *(() if landscape else tekenen),
        ),
        landscape=landscape,
        hyphenate=hyphenate,
        voet=f"Versie 2027 bij “{'v' * 90}” {K09}, sha256-controlegetal 0123456789ab",
    )
