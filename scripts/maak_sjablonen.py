"""Makes templates/huisstijl.docx, the house style of every Word file.

Run it after a change in scripts/sjabloon_*.py: `python scripts/maak_sjablonen.py`. Whoever wants
another look for one dossier restyles a copy in Word instead; the exporter goes by the names of
the styles.
"""

from __future__ import annotations

import uuid
from pathlib import Path

from lxml import etree

from convenantwerk.papier.formaten.docx.package import xml
from convenantwerk.papier.formaten.docx.styles import NAMES
from convenantwerk.papier.formaten.zip import CONTENT_TYPES, zipped
from sjabloon_delen import (
    document,
    footer,
    footnotes,
    header,
    numbering,
    page_field,
    settings,
)
from sjabloon_opmaak import (
    NAMESPACES,
    OFFICE,
    SANS,
    SERIF,
)
from sjabloon_stijlen import (
    STYLES,
    styles,
)

TEMPLATES = Path(__file__).parents[1] / "templates"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
FACES = {
    "Regular": "embedRegular",
    "Bold": "embedBold",
    "Italic": "embedItalic",
    "BoldItalic": "embedBoldItalic",
}
FAMILIES = ((SERIF, "Georgia", "roman"), (SANS, "Calibri", "swiss"))


def fonts() -> tuple[str, dict[str, bytes], list[tuple[str, str, str]]]:
    """Return fontTable.xml, the fonts as Word hides them in a file, and their relations."""
    table, parts, relations = "", {}, []
    for family, substitute, kind in FAMILIES:
        faces = ""
        for face, tag in FACES.items():
            name = f"{family.replace(' ', '')}-{face}"
            data = (TEMPLATES / "fonts" / f"{name}.ttf").read_bytes()
            key = uuid.uuid5(uuid.NAMESPACE_URL, f"convenantwerk:{name}")
            parts[f"word/fonts/{name}.odttf"] = obfuscated(data, key)
            relations.append((name, f"{OFFICE}/font", f"fonts/{name}.odttf"))
            faces += f'<w:{tag} r:id="{name}" w:fontKey="{{{str(key).upper()}}}"/>'
        table += (
            f'<w:font w:name="{family}"><w:altName w:val="{substitute}"/><w:charset w:val="00"/>'
            f'<w:family w:val="{kind}"/><w:pitch w:val="variable"/>{faces}</w:font>'
        )
    return f"<w:fonts {NAMESPACES}>{table}</w:fonts>", parts, relations


def obfuscated(data: bytes, key: uuid.UUID) -> bytes:
    """Return a font with its first 32 bytes mixed with the key, as ECMA-376 17.8.1 asks."""
    mask = key.bytes[::-1] * 2
    return bytes(a ^ b for a, b in zip(data, mask, strict=False)) + data[len(mask) :]


def relations_xml(relations: list[tuple[str, str, str]]) -> str:
    """Return a part with relations, each an id, a kind and a target."""
    rows = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, kind, target in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def content_types(parts: dict[str, str]) -> str:
    """Return the part that says of what type the others are."""
    rows = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="odttf"'
        ' ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'
        f"{rows}</Types>"
    )


def huisstijl() -> bytes:
    """Return the template as the bytes of a Word file; the same in every process."""
    table, font_parts, font_relations = fonts()
    # The space keeps them apart where a long title leaves the tab no room.
    title = (
        '<w:r><w:t xml:space="preserve">{{ titel }} </w:t></w:r>'
        "<w:r><w:tab/></w:r><w:r><w:t>{{ editie }}</w:t></w:r>"
    )
    # Which version it is, small and at the left; what is longer goes on on a line of its own.
    version = (
        '<w:r><w:rPr><w:sz w:val="14"/></w:rPr><w:t>{{ voet }}</w:t></w:r>' + "<w:r><w:tab/></w:r>"
    )
    pages = (
        '<w:r><w:t xml:space="preserve">pagina </w:t></w:r>'
        + page_field("PAGE", "1")
        + '<w:r><w:t xml:space="preserve"> van </w:t></w:r>'
        + page_field("NUMPAGES", "{{ paginas }}")
    )
    # Each part of the text: its name, its kind as a relation and as content, what it holds.
    own = (
        ("styles", "styles", "styles", "styles", styles()),
        ("settings", "settings", "settings", "settings", settings()),
        ("numbering", "numbering", "numbering", "numbering", numbering()),
        ("fontTable", "fontTable", "fontTable", "fontTable", table),
        ("footnotes", "footnotes", "footnotes", "footnotes", footnotes()),
        ("header-default", "header1", "header", "header", header(1, title)),
        ("header-first", "header2", "header", "header", header(2, "", "Normal")),
        ("footer-default", "footer1", "footer", "footer", footer(version + pages)),
        ("footer-first", "footer2", "footer", "footer", footer("")),
    )
    properties = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    texts = {
        "word/document.xml": document(),
        "docProps/app.xml": (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            'extended-properties"><Application>convenantwerk</Application></Properties>'
        ),
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Huisstijl</dc:title>'
            "<dc:creator>convenantwerk</dc:creator></cp:coreProperties>"
        ),
        **{f"word/{name}.xml": text for _, name, _, _, text in own},
        "_rels/.rels": relations_xml(
            [
                ("document", f"{OFFICE}/officeDocument", "word/document.xml"),
                ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                ("app", f"{OFFICE}/extended-properties", "docProps/app.xml"),
            ]
        ),
        "word/_rels/document.xml.rels": relations_xml(
            [(rid, f"{OFFICE}/{kind}", f"{name}.xml") for rid, name, kind, _, _ in own]
        ),
        "word/_rels/fontTable.xml.rels": relations_xml(font_relations),
        CONTENT_TYPES: content_types(
            {
                "word/document.xml": f"{_ML}.document.main+xml",
                "docProps/app.xml": properties,
                "docProps/core.xml": core,
                **{f"word/{name}.xml": f"{_ML}.{kind}+xml" for _, name, _, kind, _ in own},
            }
        ),
    }
    parts = {name: xml(etree.fromstring(text)) for name, text in texts.items()}
    return zipped({**parts, **font_parts})


def main() -> None:
    """Write the template."""
    made = {style.name.casefold() for style in STYLES}
    if missing := [name for name in NAMES if name.casefold() not in made]:
        raise SystemExit(f"stijlen zonder opmaak: {', '.join(missing)}")
    path = TEMPLATES / "huisstijl.docx"
    path.write_bytes(huisstijl())
    print(f"{path.name}: {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
