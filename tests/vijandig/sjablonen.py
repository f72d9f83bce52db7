"""Templates and styles that would run code, load what is not theirs, or never end."""

from __future__ import annotations

import struct
from functools import partial
from typing import TYPE_CHECKING

from tests.vijandig.plek import KWAAD, SJABLONEN, Geval, nullen

if TYPE_CHECKING:
    from tests.vijandig.plek import Plek

_BRIEF = "brieven/ondertekeningsblad.md"
_MILJARD = 1_000_000_000
# Code at the head of a page (HTML) or a letter (Markdown).
_CODE: dict[str, str] = {
    "lus": "{% for a in range(90000) %}{% for b in range(90000) %}x{% endfor %}{% endfor %}",
    "lus-stil": "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
    "letters": "{{ 'a' * 1000000000 }}",
    "letters-stil": "{% set x = 'a' * 3000000000 %}",
    "opmaak": "{{ '%1000000000d' % 1 }}",
    "opmaak-veld": "{{ '{:1000000000}'.format(1) }}",
    "midden": "{{ 'a'|center(1000000000) }}",
    "inspringen": "{{ ('a\n' * 100000)|indent(100000) }}",
    "lipsum": "{{ lipsum(n=1000000) }}",
    "macht": "{{ 9 ** (9 ** 9) }}",
    "getal": "{{ (10 ** 200000)|string }}",
    "verdubbeld": "{% set n = namespace(x='a') %}{% for i in range(40) %}"
    "{% set n.x = n.x ~ n.x %}{% endfor %}{{ n.x }}",
    "lijst": "{{ ([0] * 1000000000)|length }}",
    "zelf-aangeroepen": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "zelf-vermeerderd": "{% macro m(n) %}{{ m(n + 1) }}{{ m(n + 1) }}{% endmacro %}{{ m(0) }}",
    "code": "{{ cycler.__init__.__globals__.os.popen('touch ../buiten/uitgevoerd').read() }}",
    "klassen": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "omweg": "{{ (''|attr('__class__')).__base__ }}",
    "opmaak-omweg": "{{ '{0.__class__.__init__.__globals__}'.format(''|replace('', '')) }}",
    "kaart-omweg": "{{ ['{0.__class__}']|map('format', '')|list }}",
}
# What a page or a style sheet asks for; `{buiten}`, `{web}` and `{zelf}` are filled in.
_HTML: dict[str, str] = {
    "plaat-bestand": '<img src="file://{buiten}/geheim.png">',
    "plaat-boven": '<img src="../../buiten/geheim.png">',
    "plaat-gecodeerd": '<img src="%2e%2e/%2e%2e/buiten/geheim.png">',
    "plaat-web": '<img src="{web}">',
    "stijl-web": '<link rel="stylesheet" href="{web}">',
    "bijlage": '<link rel="attachment" href="file://{buiten}/geheim.txt">',
    "bijlage-verwijzing": '<a rel="attachment" href="file://{buiten}/geheim.txt">x</a>',
    "object": '<object data="file://{buiten}/geheim.svg"></object>',
    "inbedden": '<embed src="file://{buiten}/geheim.svg">',
    "venster": '<iframe src="file://{buiten}/geheim.txt"></iframe>',
    "basis": '<base href="file://{buiten}/"><img src="geheim.png">',
    "tabel-breed": "<table><tr>" + "<td colspan='1000000000'>x</td>" * 3 + "</tr></table>",
    "nest": "<div>" * 20_000,
    "spaties": "<p>" + "x " * 2_000_000 + "</p>",
}
_CSS: dict[str, str] = {
    "import-zelf": '@import url("print.css");',
    "import-bestand": '@import url("file://{buiten}/geheim.txt");',
    "import-web": '@import url("{web}");',
    "import-gecodeerd": '@import url("\\66ile://{buiten}/geheim.txt");',
    "plaat-bestand": 'body {{ background: url("file://{buiten}/geheim.png") }}',
    "plaat-web": 'body::before {{ content: url("{web}") }}',
    "letter-bestand": '@font-face {{ font-family: K; src: url("file://{buiten}/geheim.txt") }}'
    " body {{ font-family: K }}",
    "letter-web": '@font-face {{ font-family: K; src: url("{web}") }} body {{ font-family: K }}',
    "letter-systeem": "@font-face {{ font-family: K; src: local('../../etc/passwd') }}"
    " body {{ font-family: K }}",
    "letter-groot": "body, p {{ font-size: 1e9px !important }}",
    "letter-reus": "body, p {{ font-size: 1e300px !important }}",
    "regel-groot": "p {{ line-height: 1e9 !important }}",
    "blad-groot": "@page {{ size: 1e9px 1e9px !important }}",
    "blad-klein": "@page {{ size: 1px 1px !important; margin: 0 !important }}",
    "marge": "p {{ margin-top: 1e9px !important; padding: 1e9px !important }}",
    "kolommen": "body {{ columns: 1000000000 !important }}",
    "rooster": "body {{ display: grid; grid-template-columns: repeat(100000000, 1px) }}",
    "teller": "body {{ counter-reset: x 9999999999 }}"
    " p::before {{ content: counter(x, lower-roman) }}",
    "tekens": "p::before {{ content: counter(x, lower-roman); counter-increment: x 1000000000 }}",
    "achtergrond": "body {{ background: url('data:image/svg+xml,<svg xmlns=\"http://www.w3.org/"
    '2000/svg" width="1" height="1"/>\') 0 0 / 0.001px 0.001px repeat }}',
    "afstand": "p {{ letter-spacing: 1e9px; word-spacing: 1e9px; text-indent: 1e9px }}",
    "veranderlijk": ":root {{ --a0: x; "
    + " ".join(f"--a{n}: {f'var(--a{n - 1}) ' * 10};" for n in range(1, 12))
    + " }} p {{ content: var(--a11); font-family: var(--a11) }}",
    "veranderlijk-zelf": ":root {{ --a: var(--b); --b: var(--a) }} p {{ color: var(--a) }}",
    "kiezer": ":is(" * 3000 + "p" + ")" * 3000 + " {{ color: red }}",
    "haakjes": "p {{ color: " + "(" * 100_000 + " }}",
    "regels": "p {{ color: red }}\n" * 100_000,
}
_NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_BOM = "".join(
    f'<g id="a{n}">' + f'<use xlink:href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 12)
)
_SVG: dict[str, str] = {
    "bom": f'<svg {_NS}><defs><g id="a0"><path d="M0 0h1"/></g>{_BOM}</defs>'
    '<use xlink:href="#a11"/></svg>',
    "zelf": f'<svg {_NS}><g id="a"><use xlink:href="#a"/></g><use xlink:href="#a"/></svg>',
    "bestand-zelf": f'<svg {_NS}><image xlink:href="concept.svg" width="9" height="9"/></svg>',
    "entiteit": '<!DOCTYPE svg [<!ENTITY x SYSTEM "file://{buiten}/geheim.txt">]>'
    f"<svg {_NS}><text>&x;</text></svg>",
    "entiteit-web": '<!DOCTYPE svg SYSTEM "{web}">' + f"<svg {_NS}><text>x</text></svg>",
    "entiteit-bom": '<!DOCTYPE svg [<!ENTITY a0 "kwaad">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + f"]><svg {_NS}><text>&a9;</text></svg>",
    "plaat-bestand": f'<svg {_NS}><image xlink:href="file://{{buiten}}/geheim.png"/></svg>',
    "plaat-web": f'<svg {_NS}><image xlink:href="{{web}}"/></svg>',
    "gebruik-bestand": f'<svg {_NS}><use xlink:href="file://{{buiten}}/geheim.svg#x"/></svg>',
    "stijl": f'<svg {_NS}><style>@import url("file://{{buiten}}/geheim.txt");</style></svg>',
    "groot": f'<svg {_NS} width="1e9" height="1e9" viewBox="0 0 1e9 1e9">'
    '<rect width="1e9" height="1e9"/></svg>',
    "patroon": f'<svg {_NS} width="9" height="9"><pattern id="p" width="1e-9" height="1e-9">'
    '<path d="M0 0h1"/></pattern><rect fill="url(#p)" width="9" height="9"/></svg>',
    "nest": f"<svg {_NS}>" + "<g>" * 50_000 + "</g>" * 50_000 + "</svg>",
    "pad": f'<svg {_NS}><path d="M0 0' + " h1" * 2_000_000 + '"/></svg>',
    "masker": f'<svg {_NS}><mask id="m" mask="url(#m)"><rect mask="url(#m)" width="9"/></mask>'
    '<rect mask="url(#m)" width="9" height="9"/></svg>',
}


def _vul(text: str, plek: Plek) -> str:
    return text.replace("{buiten}", str(plek.buiten)).replace("{web}", plek.web)


def _bovenaan(bestand: str, code: str, plek: Plek) -> None:
    plek.schrijf(f"templates/{bestand}", code + plek.sjabloon(bestand))


def _in_pagina(html: str, plek: Plek) -> None:
    text = plek.sjabloon("print.html")
    plek.schrijf("templates/print.html", text.replace("</body>", _vul(html, plek) + "</body>"))


def _in_stijl(css: str, plek: Plek) -> None:
    rules = _vul(css.replace("{{", "{").replace("}}", "}"), plek)
    sheet = plek.sjabloon("print.css")
    # An @import counts only before all else.
    plek.schrijf("templates/print.css", rules + sheet if "@import" in css else sheet + rules)


def _plaatje(svg: str, plek: Plek) -> None:
    plek.schrijf("templates/concept.svg", _vul(svg, plek))


def _sjabloonlus(opdracht: str, plek: Plek) -> None:
    _bovenaan("print.html", opdracht, plek)


def _gigabyte(plek: Plek) -> None:
    _bovenaan("print.html", "<img src=\"data:image/png;base64,{{ 'A' * 1000000000 }}\">", plek)


def _groot_bestand(plek: Plek) -> None:
    """A template of two gigabytes, which takes no room on the disk."""
    with plek.schrijf("templates/print.css", "").open("wb") as file:
        file.truncate(2 * _MILJARD)


def _letter(data: bytes, plek: Plek) -> None:
    plek.schrijf("templates/fonts/SourceSerif4-Regular.ttf", data)


def _afgebroken(plek: Plek) -> None:
    _letter((SJABLONEN / "fonts/SourceSerif4-Regular.ttf").read_bytes()[:30_000], plek)


def _letterbom(plek: Plek) -> None:
    """A WOFF of which one table unpacks to hundreds of megabytes."""
    real = 500_000_000
    packed = nullen(500)
    offset = 44 + 20
    table = struct.pack(">4sIIII", b"glyf", offset, len(packed), real, 0)
    head = struct.pack(
        ">4sIIHHIHHIIIII",
        *(b"wOFF", 0x00010000, offset + len(packed), 1, 0, real, 1, 0, 0, 0, 0, 0, 0),
    )
    _letter(head + table + packed, plek)


def _verhuisde_tabellen(plek: Plek) -> None:
    """A font whose tables lie beyond its end."""
    data = bytearray((SJABLONEN / "fonts/SourceSerif4-Regular.ttf").read_bytes())
    for n in range(12, 12 + 16 * int.from_bytes(data[4:6]), 16):
        data[n + 8 : n + 16] = struct.pack(">II", 0x7FFFFFF0, 0x7FFFFFFF)
    _letter(bytes(data), plek)


def _brieflading(plek: Plek) -> None:
    """A letter with HTML, a picture from outside and a link to a program."""
    text = f"\n<script>{KWAAD}</script>\n\n![x](../../buiten/geheim.png)\n"
    plek.schrijf(f"templates/{_BRIEF}", plek.sjabloon(_BRIEF) + text)


_INSLUITEN = {
    "invoegen-buiten": "{% include '../../buiten/geheim.md' %}",
    "invoegen-absoluut": "{% include '/etc/passwd' %}",
    "invoegen-zelf": "{% include 'print.html' %}",
    "import-zelf": "{% import 'print.html' as p %}",
    "uitbreiden-zelf": "{% extends 'print.html' %}",
    "bestand-buiten": "{{ bestand('../../buiten/geheim.md') }}",
    "bestand-groot": "{% for a in range(90000) %}{{ bestand('print.css') }}{% endfor %}",
}
# What is laid out, or left out, without a word about it.
_HTML_VRIJ = ("tabel-breed", "nest", "spaties", "basis", "venster")
_PDF = ("bouw-pdf",)

GEVALLEN: tuple[Geval, ...] = (
    *(
        Geval(f"pagina-{n}", partial(_bovenaan, "print.html", code), _PDF, "print.html")
        for n, code in _CODE.items()
    ),
    *(
        Geval(f"brief-{n}", partial(_bovenaan, _BRIEF, _CODE[n]), ("bouw-docx",), _BRIEF)
        for n in ("lus", "lus-stil", "letters", "zelf-aangeroepen", "zelf-vermeerderd", "code")
    ),
    *(
        Geval(f"pagina-{n}", partial(_sjabloonlus, code), _PDF, "print.html")
        for n, code in _INSLUITEN.items()
    ),
    *(
        Geval(f"html-{n}", partial(_in_pagina, html), _PDF, "" if n in _HTML_VRIJ else "print.html")
        for n, html in _HTML.items()
    ),
    *(Geval(f"css-{n}", partial(_in_stijl, css), _PDF) for n, css in _CSS.items()),
    *(Geval(f"svg-{n}", partial(_plaatje, svg), _PDF) for n, svg in _SVG.items()),
    Geval("data-gigabyte", _gigabyte, _PDF, "print.html"),
    Geval("sjabloon-groot", _groot_bestand, _PDF, "print.css"),
    Geval("letter-kapot", partial(_letter, b"\0\1\0\0kapot"), _PDF, "lettertype"),
    Geval("letter-afgebroken", _afgebroken, _PDF),
    Geval("letter-bom", _letterbom, _PDF),
    Geval("letter-tabellen", _verhuisde_tabellen, _PDF),
    Geval("brief-lading", _brieflading, ("bouw-docx",), onschuldig=True),
)
