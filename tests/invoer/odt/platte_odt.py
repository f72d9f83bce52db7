"""OpenDocument texts in one file of XML (.fodt), made of a few words; those of the numbering proof.

Each has a name, its list styles by level, and its text.
"""

NS = " ".join(
    [
        *(
            f'xmlns:{naam}="urn:oasis:names:tc:opendocument:xmlns:{naam}:1.0"'
            for naam in ("office", "text", "style", "table")
        ),
        'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
        'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
        'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    ]
)


def fodt(tekst: str, stijlen: str = "", koppen: str = "", blad: str = "") -> bytes:
    """Return a file: text, styles, the numbering of headings, what is on each page."""
    genummerd = (
        f'<text:outline-style style:name="O">{koppen}</text:outline-style>' if koppen else ""
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NS} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:styles>{genummerd}</office:styles>"
        f"<office:automatic-styles>{stijlen}</office:automatic-styles>"
        f"<office:master-styles>{blad}</office:master-styles>"
        f"<office:body><office:text>{tekst}</office:text></office:body></office:document>"
    ).encode()


def niveau(
    diepte: int,
    vorm: str = "1",
    *,
    na: str = ".",
    tag: str = "list-level-style-number",
    **anders: str,
) -> str:
    """Return a level of a list style."""
    attrs = "".join(f' {n.replace("__", ":").replace("_", "-")}="{w}"' for n, w in anders.items())
    vast = f'text:level="{diepte}" style:num-format="{vorm}" style:num-suffix="{na}"'
    return f"<text:{tag} {vast}{attrs}/>"


def stijl(naam: str, *niveaus: str) -> str:
    """Return a list style."""
    return f'<text:list-style style:name="{naam}">{"".join(niveaus)}</text:list-style>'


def lijst(*items: str, naam: str = "L", attrs: str = "") -> str:
    """Return a list; without a name it has the style of the list it stands in."""
    eigen = f' text:style-name="{naam}"' if naam else ""
    return f"<text:list{eigen} {attrs}>{''.join(items)}</text:list>"


def item(tekst: str = "", binnen: str = "", attrs: str = "", tag: str = "list-item") -> str:
    """Return an item: a paragraph, and what stands in it below that."""
    alinea = f"<text:p>{tekst}</text:p>" if tekst else ""
    return f"<text:{tag} {attrs}>{alinea}{binnen}</text:{tag}>"


def kop(tekst: str, diepte: int = 1, attrs: str = "") -> str:
    """Return a heading."""
    return f'<text:h text:outline-level="{diepte}" {attrs}>{tekst}</text:h>'


_DRIE = stijl(
    "L",
    niveau(1),
    niveau(2, text__display_levels="2"),
    niveau(3, "a", na=")", text__display_levels="3"),
)
GEWOON = stijl("L", niveau(1), niveau(2, "a"), niveau(3, "i", na=")"))
_BOOM = lijst(
    item("een", lijst(item("aa"), item("bb", lijst(item("iii"), naam="")), naam="")), item("twee")
)
_OUTLINE = "outline-level-style"
_KOPPEN = (
    niveau(1, tag=_OUTLINE)
    + niveau(2, tag=_OUTLINE, text__display_levels="2", na="")
    + niveau(3, "", tag=_OUTLINE, na="")
)

NUMMERINGEN: dict[str, bytes] = {
    "gewoon": fodt(_BOOM, GEWOON),
    "niveaus samen": fodt(_BOOM, _DRIE),
    "voor en na": fodt(
        lijst(item("x"), item("y")), stijl("L", niveau(1, style__num_prefix="Artikel ", na=":"))
    ),
    "dertig letters": fodt(lijst(*(item(f"i{n}") for n in range(30))), stijl("L", niveau(1, "a"))),
    "letters samen": fodt(
        lijst(*(item(f"i{n}") for n in range(55))),
        stijl("L", niveau(1, "A", style__num_letter_sync="true")),
    ),
    "romeins": fodt(lijst(*(item(f"i{n}") for n in range(12))), stijl("L", niveau(1, "I"))),
    "begint bij vijf": fodt(
        lijst(item("x"), item("y")), stijl("L", niveau(1, text__start_value="5"))
    ),
    "item met een nummer": fodt(
        lijst(item("x"), item("y", attrs='text:start-value="9"'), item("z")), GEWOON
    ),
    "twee lijsten": fodt(f"{lijst(item('x'))}<text:p>t</text:p>{lijst(item('y'))}", GEWOON),
    "gaat verder": fodt(
        lijst(item("x"))
        + "<text:p>t</text:p>"
        + lijst(item("y"), attrs='text:continue-numbering="true"'),
        GEWOON,
    ),
    "gaat verder met een genoemde": fodt(
        lijst(item("x"), attrs='xml:id="q"')
        + lijst(item("v"), naam="M")
        + lijst(item("y"), attrs='text:continue-list="q"'),
        GEWOON + stijl("M", niveau(1, "A")),
    ),
    "dieper zonder wat erboven staat": fodt(
        lijst(item("", lijst(item("aa"), item("bb"), naam="")), item("een")), _DRIE
    ),
    "kop van een lijst": fodt(lijst(item("kop", tag="list-header"), item("x"), item("y")), GEWOON),
    "twee alinea's": fodt(lijst(item("x", "<text:p>nog</text:p>"), item("y")), GEWOON),
    "koppen": fodt(
        kop("A") + kop("B", 2) + kop("C", 2) + kop("D") + kop("E", 2) + kop("F", 3), "", _KOPPEN
    ),
    "kop opnieuw": fodt(
        kop("A") + kop("B", 1, 'text:restart-numbering="true" text:start-value="7"') + kop("C"),
        "",
        _KOPPEN,
    ),
    "kop zonder nummer": fodt(
        kop("A") + kop("B", 1, 'text:is-list-header="true"') + kop("C"), "", _KOPPEN
    ),
    "kop van niveau twee eerst": fodt(kop("A", 2) + kop("B") + kop("C", 2), "", _KOPPEN),
    "andere stijl erin": fodt(
        lijst(item("x", lijst(item("p"), item("q"), naam="M")), item("y")),
        GEWOON + stijl("M", niveau(1), niveau(2, "I", na=")")),
    ),
    "eigen vorm": fodt(
        _BOOM,
        stijl(
            "L",
            niveau(1, loext__num_list_format="(%1%)"),
            niveau(2, "a", loext__num_list_format="%1%-%2%:"),
            niveau(3, "i", loext__num_list_format="%3%"),
        ),
    ),
    "streepjes": fodt(
        lijst(item("x", lijst(item("y"), naam=""))),
        stijl(
            "L",
            niveau(1, tag="list-level-style-bullet", text__bullet_char="•"),
            niveau(2, tag="list-level-style-bullet", text__bullet_char="–"),
        ),
    ),
    "zonder getal": fodt(lijst(item("x"), item("y")), stijl("L", niveau(1, "", na=""))),
    "lijst onder een kop": fodt(
        kop("A") + lijst(item("x"), item("y")) + kop("B") + lijst(item("z")), GEWOON, _KOPPEN
    ),
}
