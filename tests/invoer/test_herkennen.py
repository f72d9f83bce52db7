"""A file is what is in it, whatever it is called; what cannot be imported is told by its name."""

import zipfile
from io import BytesIO

import pytest

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.invoer.herkennen import herken
from convenantwerk.invoer.taal import andere_taal, taal_van

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
ODF = "application/vnd.oasis.opendocument."


def _zip(*namen: str, mimetype: str = "") -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for naam in namen:
            archive.writestr(naam, b"x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "naam", "formaat"),
    [
        (_zip("[Content_Types].xml", "word/document.xml"), "convenant.txt", "Word"),
        (_zip("[Content_Types].xml", "word/document.xml")[:120], "convenant.docx", "Word"),
        (_zip("content.xml", mimetype=f"{ODF}text"), "a.docx", "OpenDocument"),
        (_zip("content.xml"), "a.zip", "OpenDocument"),
        (b"<?xml version='1.0'?>\n<office:document xmlns", "a.xml", "OpenDocument"),
        (b"\xef\xbb\xbf<!DOCTYPE html>\n<p>x", "a.txt", "webpagina"),
        (b"<!-- bewaard --><HTML>", "a.doc", "webpagina"),
        ("<html>".encode("utf-16"), "a.doc", "webpagina"),
        (b"<p>een stuk", "a.htm", "webpagina"),
        (b"# Kop\n", "a.MD", "Markdown"),
        (b"Artikel 1", "a.txt", "platte tekst"),
        (b"Artikel 1", "zonder", "platte tekst"),
        ("Één".encode("utf-16"), "a.txt", "platte tekst"),
        (b"rommel vooraan %PDF-1.7", "a.docx", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "a", "beeld"),
        (b"\xff\xd8\xff\xe0", "a.txt", "beeld"),
        (b"II*\0", "a", "beeld"),
    ],
)
def test_what_can_be_imported(data: bytes, naam: str, formaat: str) -> None:
    """By its first bytes, its parts or its first tags; only kinds of text by their name."""
    assert herken(data, naam).naam == formaat


@pytest.mark.parametrize(
    ("data", "wat"),
    [
        (b"", "leeg"),
        (b"\xef\xbb\xbf \r\n", "leeg"),
        (OLE + "WordDocument".encode("utf-16-le"), "een document van een oude Word (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "een document met een wachtwoord"),
        (OLE + "Workbook".encode("utf-16-le"), "een werkblad"),
        (OLE + "__substg1.0_".encode("utf-16-le"), "een e-mailbericht"),
        (OLE, "een bestand van een oud Office-programma"),
        (b"{\\rtf1", "een RTF-bestand"),
        (_zip("xl/workbook.xml"), "een werkblad"),
        (_zip("ppt/presentation.xml"), "een presentatie"),
        (_zip("Index/Document.iwa"), "een document van Pages, Numbers of Keynote"),
        (_zip("content.xml", mimetype=f"{ODF}spreadsheet"), "een werkblad"),
        (_zip("a.docx"), "een ingepakt bestand (zip)"),
        (b"PK\3\4", "een ingepakt bestand (zip)"),
        (b"From: a@b.nl\nTo: c@d.nl\nSubject: x\n\nDag", "een e-mailbericht"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;", "een bewaarde webpagina"),
        (b"<?xml version='1.0'?><?mso-application x?><w:wordDocument>", "een Word-document als"),
        (b"<svg xmlns=''>", "een afbeelding"),
        (b"GIF89a", "een afbeelding"),
        (b"\0\0\0\x18ftypheic", "een afbeelding"),
        (b"\0\0\0\x18ftypmp42", "een film"),
        (b"RIFF\0\0\0\0WEBP", "een afbeelding"),
        (b"MZ\x90", "een programma"),
    ],
)
def test_what_cannot_be_imported(data: bytes, wat: str) -> None:
    """CV953 says what it is and what to do."""
    with pytest.raises(OnleesbaarError) as error:
        herken(data, "convenant.docx")
    (found,) = error.value.diagnostics
    assert found.code == "CV953"
    assert found.melding.startswith(f"dit is {wat}")
    assert found.tip


def test_another_language_is_told() -> None:
    """CV954, when there are words enough; a Dutch text with an English name is Dutch."""
    talen = {
        "Engels": "the parties shall cooperate with each other and inform the group of any",
        "Duits": "die Parteien werden mit der Gruppe zusammen und der Rat ist für das Haus auf den",
        "Frans": "les parties sont dans une maison et le conseil est pour la commune avec nous",
        "Fries": "de partijen wurde troch it bestjoer fan de gemeente en mei oare saken yn it hûs",
        "": "de partijen werken samen in het Safety House and Care en het overleg van de gemeenten",
    }
    for taal, zin in talen.items():
        assert taal_van(zin.split() * 4) == taal, taal
        assert [d.code for d in andere_taal(zin.split() * 4, "a.txt")] == ["CV954"] * bool(taal)
    assert taal_van(["the", "parties", "shall"]) == ""
