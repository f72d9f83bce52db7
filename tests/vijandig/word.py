"""Word templates that carry something along, or are no file that anyone should unpack."""

from __future__ import annotations

import re
import warnings
import zipfile
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from tests.vijandig.grenzen import GEHEUGEN
from tests.vijandig.plek import KWAAD, SJABLONEN, Geval

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.vijandig.plek import Plek

_NAAM = "templates/huisstijl.docx"
_DOCUMENT = "word/document.xml"
_RELS = "word/_rels/document.xml.rels"
_SOORTEN = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "http://schemas.microsoft.com/office/2006/relationships"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = f'xmlns:r="{_OFFICE}"'
_BOM = GEHEUGEN + 100_000_000  # to hold it is to be found out
Delen = dict[str, bytes]


def _delen() -> Delen:
    with zipfile.ZipFile(SJABLONEN / "huisstijl.docx") as package:
        return {name: package.read(name) for name in package.namelist()}


def _ingepakt(delen: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in delen.items():
            package.writestr(name, data)
    return out.getvalue()


def _met(verander: Callable[[Delen, Plek], None], plek: Plek) -> None:
    """Write the template of the program with something changed in its parts."""
    delen = _delen()
    verander(delen, plek)
    plek.schrijf(_NAAM, _ingepakt(delen))


def _voor(delen: Delen, naam: str, einde: str, xml: str) -> None:
    """Put XML before the last time that an end tag stands in a part."""
    before, tag, after = delen[naam].decode().rpartition(einde)
    delen[naam] = (before + xml + tag + after).encode()


def _in_tekst(xml: str, delen: Delen, _: Plek) -> None:
    text = delen[_DOCUMENT].decode()
    delen[_DOCUMENT] = re.sub(r"(<w:body>)", lambda m: m[1] + xml, text, count=1).encode()


def _relatie(soort: str, doel: str, xml: str, delen: Delen, plek: Plek) -> None:
    """Add a relation to something outside, and what in the text uses it."""
    target = doel.replace("{buiten}", str(plek.buiten)).replace("{web}", plek.web)
    kind = soort if soort.startswith("http") else f"{_OFFICE}/{soort}"
    row = f'<Relationship Id="rId900" Type="{kind}" Target="{target}" TargetMode="External"/>'
    _voor(delen, _RELS, "</Relationships>", row)
    if xml:
        _in_tekst(xml, delen, plek)


def _deel(deel: tuple[str, bytes, str, str], delen: Delen, plek: Plek) -> None:
    """Add a part of the package (name, bytes, kind of relation, kind of content)."""
    naam, data, soort, type_ = deel
    delen[f"word/{naam}"] = data
    kind = soort if soort.startswith("http") else f"{_OFFICE}/{soort}"
    row = f'<Relationship Id="rId901" Type="{kind}" Target="{naam}"/>'
    _voor(delen, _RELS, "</Relationships>", row)
    override = f'<Override PartName="/word/{naam}" ContentType="{type_}"/>'
    _voor(delen, _SOORTEN, "</Types>", override)
    if soort == "aFChunk":
        _in_tekst(f'<w:altChunk {_R} r:id="rId901"/>', delen, plek)


def _sjabloonrelatie(delen: Delen, plek: Plek) -> None:
    """The settings name a template that Word fetches when it opens the file."""
    name = "word/_rels/settings.xml.rels"
    delen[name] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId900" Type="{_OFFICE}/attachedTemplate" Target="{plek.web}"'
        ' TargetMode="External"/></Relationships>'
    ).encode()
    if "word/settings.xml" in delen:
        xml = f'<w:attachedTemplate {_R} r:id="rId900"/>'
        text = delen["word/settings.xml"].decode()
        delen["word/settings.xml"] = re.sub(r"(<w:settings[^>]*>)", rf"\1{xml}", text).encode()


def _veld(instructie: str) -> str:
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instructie} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def _gesplitst_veld() -> str:
    """A field whose instruction is cut into pieces, as Word itself may do."""
    parts = "".join(
        f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>'
        for part in (" DD", "EAU", f"TO c:\\\\cmd {KWAAD} ")
    )
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "end"))
    return f"<w:p>{begin}{parts}{end}</w:p>"


def _alinea(tekst: str) -> str:
    return f"<w:p><w:r><w:t>{tekst}</w:t></w:r></w:p>"


def _entiteiten(doctype: str, gebruik: str, delen: Delen, plek: Plek) -> None:
    text = delen[_DOCUMENT].decode()
    _, mark, rest = text.partition("<w:document")
    filled = doctype.replace("{buiten}", str(plek.buiten)).replace("{web}", plek.web)
    delen[_DOCUMENT] = f"<!DOCTYPE d [{filled}]>{mark}{rest}".encode()
    _in_tekst(_alinea(gebruik), delen, plek)


def _entiteitbom() -> str:
    rows = (f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!ENTITY a0 "{KWAAD}">' + "".join(rows)


def _bom(naam: str, delen: Delen, _: Plek) -> None:
    delen[naam] = delen.get(naam, b"") + b" " * _BOM


def _nest(delen: Delen, plek: Plek) -> None:
    _in_tekst("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000, delen, plek)


def _velen(delen: Delen, _: Plek) -> None:
    delen.update({f"word/media/{n}.png": b"x" for n in range(70_000)})


def _namen(delen: Delen, _: Plek) -> None:
    """Names of parts that lead out of any folder they are unpacked in."""
    for name in ("../../kwaad.txt", "/tmp/kwaad.txt", "..\\kwaad.txt", "C:\\kwaad.txt"):  # noqa: S108
        delen[name] = KWAAD.encode()
    _voor(
        delen,
        _RELS,
        "</Relationships>",
        f'<Relationship Id="rId902" Type="{_OFFICE}/image" Target="../../../buiten/geheim.png"/>',
    )


def _dubbel(plek: Plek) -> None:
    """Two parts of one name: one reader takes the first, another the last."""
    out = BytesIO()
    delen = _delen()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(out, "w") as package:
        for name, data in delen.items():
            package.writestr(name, data)
        package.writestr(_DOCUMENT, delen[_DOCUMENT].replace(b"<w:body>", b"<w:body><w:p/>"))
    plek.schrijf(_NAAM, out.getvalue())


def _leugen(plek: Plek) -> None:
    """The directory says that a part is small; what is packed there is not."""
    delen = _delen()
    delen[_DOCUMENT] += b" " * 300_000_000
    data = _ingepakt(delen)
    real = len(delen[_DOCUMENT]).to_bytes(4, "little")
    plek.schrijf(_NAAM, data.replace(real, (2000).to_bytes(4, "little")))


def _versleuteld(plek: Plek) -> None:
    """All entries say that a password is needed."""
    data = bytearray(_ingepakt(_delen()))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(mark, start + 4)
    plek.schrijf(_NAAM, bytes(data))


def _afgebroken(plek: Plek) -> None:
    plek.schrijf(_NAAM, (SJABLONEN / "huisstijl.docx").read_bytes()[:5000])


def _nul(plek: Plek) -> None:
    plek.schrijf(_NAAM, b"")


def _macrosoort(delen: Delen, plek: Plek) -> None:
    """A file with macros, under the name of one without."""
    types = delen[_SOORTEN].decode()
    plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    delen[_SOORTEN] = types.replace(plain, macro).encode()
    kind = "application/vnd.ms-office.vbaProject"
    _deel(("vbaProject.bin", KWAAD.encode(), f"{_WORD}/vbaProject", kind), delen, plek)


_OLE = "application/vnd.openxmlformats-officedocument.oleObject"
_PLAAT = (
    '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape>'
    f'<v:imagedata {_R} r:id="rId900"/></v:shape></w:pict></w:r></w:p>'
)
_VERANDERD: dict[str, Callable[[Delen, Plek], None]] = {
    "plaat-web": partial(_relatie, "image", "{web}", _PLAAT),
    "plaat-bestand": partial(_relatie, "image", f"file:///{{buiten}}/{KWAAD}.png", _PLAAT),
    "plaat-net": partial(_relatie, "image", f"\\\\\\\\kwaad.example\\\\{KWAAD}", _PLAAT),
    "sjabloon": _sjabloonrelatie,
    "ole-web": partial(_relatie, "oleObject", "{web}", ""),
    "kader": partial(_relatie, "frame", "{web}", ""),
    "subdocument": partial(_relatie, "subDocument", "{web}", f'<w:subDoc {_R} r:id="rId900"/>'),
    "voettekst-web": partial(_relatie, "footer", "{web}", ""),
    "opmaak-web": partial(_relatie, "styles", "{web}", ""),
    "ole": partial(_deel, ("embeddings/o.bin", KWAAD.encode(), "oleObject", _OLE)),
    "pakket": partial(_deel, ("embeddings/p.docx", KWAAD.encode(), "package", _OLE)),
    "activex": partial(
        _deel,
        (
            "activeX/a.xml",
            f"<x>{KWAAD}</x>".encode(),
            "control",
            "application/vnd.ms-office.activeX",
        ),
    ),
    "macro": _macrosoort,
    "altchunk": partial(_deel, ("stuk.html", KWAAD.encode(), "aFChunk", "text/html")),
    "altchunk-rtf": partial(_deel, ("stuk.rtf", KWAAD.encode(), "aFChunk", "application/rtf")),
    "dde": partial(_in_tekst, _veld(f"DDEAUTO c:\\\\windows\\\\cmd.exe {KWAAD}")),
    "dde-gesplitst": partial(_in_tekst, _gesplitst_veld()),
    "dde-kort": partial(
        _in_tekst, f'<w:p><w:fldSimple w:instr="DDE cmd {KWAAD}"><w:r/></w:fldSimple></w:p>'
    ),
    "includetext": partial(_in_tekst, _veld(f"INCLUDETEXT file:///etc/passwd {KWAAD}")),
    "includepicture": partial(_in_tekst, _veld(f"INCLUDEPICTURE http://x.example/{KWAAD} \\\\d")),
    "macroknop": partial(_in_tekst, _veld(f"MACROBUTTON AutoOpen {KWAAD}")),
    "entiteitbom": partial(_entiteiten, _entiteitbom(), "&a9;"),
    "entiteit": partial(_entiteiten, '<!ENTITY x SYSTEM "file://{buiten}/geheim.txt">', "&x;"),
    "entiteit-web": partial(_entiteiten, '<!ENTITY x SYSTEM "{web}">', "&x;"),
    "entiteit-parameter": partial(
        _entiteiten, '<!ENTITY % x SYSTEM "file://{buiten}/geheim.txt"> %x;', "x"
    ),
    "zipbom": partial(_bom, _DOCUMENT),
    "zipbom-ander": partial(_bom, "word/media/bom.png"),
    "nest": _nest,
    "velen": _velen,
    "namen": _namen,
    "lus": partial(
        _in_tekst,
        _alinea("{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}"),
    ),
    "letters": partial(_in_tekst, _alinea("{{ 'a' * 1000000000 }}")),
    "zelf": partial(_in_tekst, _alinea("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}")),
    "code": partial(
        _in_tekst, _alinea("{{ cycler.__init__.__globals__.os.system('touch uitgevoerd') }}")
    ),
    "invoegen": partial(_in_tekst, _alinea("{% include '../../buiten/geheim.md' %}")),
}
# What is left out without a word: the settings are always those of the program.
_SCHOON = ("sjabloon",)
_BESTANDEN: dict[str, Callable[[Plek], None]] = {
    "dubbel": _dubbel,
    "leugen": _leugen,
    "versleuteld": _versleuteld,
    "afgebroken": _afgebroken,
    "leeg": _nul,
}

GEVALLEN: tuple[Geval, ...] = (
    *(
        Geval(
            f"word-{n}",
            partial(_met, verander),
            ("bouw-docx",),
            "" if n in _SCHOON else "huisstijl.docx",
        )
        for n, verander in _VERANDERD.items()
    ),
    *(
        Geval(f"word-{n}", bederf, ("bouw-docx",), "huisstijl.docx")
        for n, bederf in _BESTANDEN.items()
    ),
)
