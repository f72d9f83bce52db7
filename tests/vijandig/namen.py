"""Names and settings that hide what they are, lead elsewhere, or break the line they stand in."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from tests.vijandig.plek import (
    ADDENDUM,
    GEBEURTENISSEN,
    GEHEIM,
    INSTELLINGEN,
    KWAAD,
    PARTNERS,
    TEKST,
    Geval,
)

if TYPE_CHECKING:
    from tests.vijandig.plek import Plek

_NAAM = "Politie Voorbeeld"
# What a name of a partner may become; in YAML as a JSON string.
_NAMEN: dict[str, str] = {
    "sturing": "Politie\x07 Voorbeeld\x1b[2J",
    "richting": "Politie \u202edleebrooV\u202c",
    "isolaat": "Politie \u2067Voorbeeld\u2069",
    "zonder-breedte": "Politie\u200b Voorbeeld\u2060",
    "merktekens": "Politie Voorbeeld\U000e0041\U000e0042",
    "schriften": "\u0420\u043elitie Voorbeeld",  # Cyrillic at the start
    "regeleinde": "Politie\r\nBcc: kwaad@voorbeeld.example",
    "regelscheiding": "Politie\u2028Voorbeeld\u2029",
    "leeg": "",
    "blanco": " \u00a0 ",
    "harde-spatie": "Politie\u00a0Voorbeeld",
    "lang": "Politie " * 20_000,
    "combinerend": "P" + "\u0301" * 5_000,
    "pad": "../../buiten/geschreven",
    "wortel": "/etc/passwd",
    "apparaat": "con",
    "opmaak": "<script>alert(1)</script> {{7*7}} [x](javascript:1) *a*",
    "formule": '=HYPERLINK("http://kwaad.example")',
    "surrogaat": "Politie \ud800",
    "niet-teken": "Politie \uffff",
}
_SLEUTELS = (*("../x", "/var/x", "..", ".", "a/b", "a\\b", "nul.md", "-rf", "\u0430"),)
_FIGUREN = (
    *("../../../buiten/geheim.png", "{buiten}/geheim.png", "file://{buiten}/geheim.png"),
    *("{web}.png", "a" * 5_000 + ".png", "%00.png", "data:image/png;base64,AAAA"),
)
_VERSIES = ("../v9", "/var/v9", "con", "", ".", "v9/../../x", "git:HEAD", "a" * 300)


def _partner(naam: str, plek: Plek) -> None:
    plek.vervang(PARTNERS, f"naam: {_NAAM}", f"naam: {json.dumps(naam)}")


def _sleutel(sleutel: str, plek: Plek) -> None:
    for pad in (PARTNERS, "convenant/registers/ondertekenaars.yaml"):
        plek.schrijf(
            pad, plek.lees(pad).replace("sleutel: politie", f"sleutel: {json.dumps(sleutel)}")
        )


def _in_gebeurtenis(versie: str, plek: Plek) -> None:
    row = f"  - datum: 2026-11-02\n    soort: vaststelling\n    versie: {json.dumps(versie)}\n"
    plek.erbij(GEBEURTENISSEN, row)


def _instelling(tekst: str, plek: Plek) -> None:
    plek.erbij(INSTELLINGEN, tekst.replace("{poort}", str(plek.poort)))


def _titel(titel: str, plek: Plek) -> None:
    plek.vervang(INSTELLINGEN, "titel: Samenwerkingsconvenant", f"titel: {json.dumps(titel)}")


def _delen(delen: str, plek: Plek) -> None:
    (plek.buiten / "map").mkdir()
    (plek.buiten / "map/00-deel.md").write_text(f"# Deel 9 {GEHEIM}\n", "utf-8")
    plek.vervang(INSTELLINGEN, "[voorwerk, deel-1]", f"[voorwerk, deel-1, {json.dumps(delen)}]")


def _addendumtekst(pad: str, plek: Plek) -> None:
    plek.vervang(f"{ADDENDUM}/addendum.yaml", "tekst: 03-uitbreiding.md", f"tekst: {pad}")


def _figuurpad(pad: str, plek: Plek) -> None:
    plek.erbij(TEKST, f"\n![x]({pad.format(buiten=plek.buiten, web=plek.web)})\n")


def _vertrouwd(pad: str, plek: Plek) -> None:
    plek.erbij(INSTELLINGEN, f"ondertekening:\n  vertrouwd: [{json.dumps(pad)}]\n")
    papers = sorted((plek.dossier / "archief/aangeboden").glob("*.pdf"))
    plek.schrijf("terug.pdf", papers[0].read_bytes())


def _papier(sha256: str, plek: Plek) -> None:
    """An event says that its paper is called what leads outside."""
    text = plek.lees(GEBEURTENISSEN)
    before, key, after = text.partition("    sha256: ")
    plek.schrijf(
        GEBEURTENISSEN, before + key + json.dumps(sha256) + "\n" + after.partition("\n")[2]
    )


def _post(plek: Plek) -> None:
    """A mail server, and somebody to mail to; nothing may go without being asked."""
    plek.erbij(INSTELLINGEN, f"post:\n  host: localhost\n  poort: {plek.poort}\n  starttls: nee\n")
    plek.erbij(INSTELLINGEN, "afzender:\n  email: bureau@voorbeeld.example\n")
    plek.vervang(PARTNERS, f"naam: {_NAAM}", f"naam: {_NAAM}\n    email: info@voorbeeld.example")


def _email(email: str, plek: Plek) -> None:
    plek.vervang(PARTNERS, f"naam: {_NAAM}", f"naam: {_NAAM}\n    email: {json.dumps(email)}")


def _mapnaam(naam: str, plek: Plek) -> None:
    folder = plek.dossier / "convenant/deel-1"
    (folder / naam).write_text("# 3 Naam\n", "utf-8")


_INSTELLINGEN: dict[str, str] = {
    "afzender-regeleinde": 'afzender:\n  email: "a@b.example\\r\\nBcc: c@d.example"\n',
    "afzender-naam": 'afzender:\n  ketenmanager: "\\u202egnitiel"\n  adres: ["\\u200b", "x\\ny"]\n',
    "invulling-jinja": '  - tekst: plaats\n    waarde: "{{ cycler.__init__.__globals__ }}"\n',
    "invulling-html": '  - tekst: plaats\n    waarde: "<script src=http://x.example></script>"\n',
    "invulling-markdown": '  - tekst: plaats\n    waarde: "![x](/etc/passwd)\\n\\n# Kop [^1]"\n',
    "invulling-lang": f'  - tekst: plaats\n    waarde: "{"x " * 100_000}"\n',
    "invulling-zelf": '  - tekst: plaats\n    waarde: "[plaats]"\n',
    "post-naam": 'post:\n  host: "a\\r\\nb"\n  poort: 99999999\n',
    "post-poort": "post:\n  host: kwaad.example\n  poort: -1\n",
    "voorzitter": 'ondertekening:\n  voorzitters: ["../x"]\n  aantal: -5\n',
}

GEVALLEN: tuple[Geval, ...] = (
    *(
        Geval(f"naam-{n}", partial(_partner, naam), ("controleer", "bouw-md"), onschuldig=True)
        for n, naam in _NAMEN.items()
    ),
    *(
        Geval(f"sleutel-{n}", partial(_sleutel, sleutel), ("bouw-docx",), "partners.yaml")
        for n, sleutel in enumerate(_SLEUTELS)
    ),
    Geval("sleutel-lang", partial(_sleutel, "a" * 300), ("bouw-docx",), "partners.yaml"),
    Geval("sleutel-apparaat", partial(_sleutel, "con"), ("bouw-docx",), "partners.yaml"),
    *(
        Geval(f"versienaam-{n}", partial(_in_gebeurtenis, versie), ("controleer", "versie"))
        for n, versie in enumerate(_VERSIES)
    ),
    *(
        Geval(f"instelling-{n}", partial(_instelling, tekst), ("controleer", "pakket"))
        for n, tekst in _INSTELLINGEN.items()
    ),
    *(
        Geval(f"titel-{n}", partial(_titel, titel), ("bouw-md", "pakket"), onschuldig=True)
        for n, titel in (
            ("regeleinde", "Titel\r\nBcc: x@y.example"),
            ("richting", "Titel \u202etxet"),
            ("opmaak", f"<b>{{{{7*7}}}}</b> {KWAAD}"),
            ("lang", "Titel " * 5_000),
            ("leeg", ""),
        )
    ),
    *(
        Geval(f"deelnaam-{n}", partial(_delen, deel), noemt=deel or "convenant.yaml")
        for n, deel in enumerate(
            ("../../buiten/map", "..", "/etc", "deel-1/../../../buiten/map", "")
        )
    ),
    *(
        Geval(f"addendumtekst-{n}", partial(_addendumtekst, pad), noemt="addendum.yaml")
        for n, pad in enumerate(("../../../buiten/geheim.md", "/etc/passwd", "x/../y.md", "'#'"))
    ),
    *(
        Geval(f"figuurpad-{n}", partial(_figuurpad, pad), noemt="02-artikelen.md", onschuldig=True)
        for n, pad in enumerate(_FIGUREN)
    ),
    *(
        Geval(f"vertrouwd-{n}", partial(_vertrouwd, pad), ("verwerk", "controleer"), pad)
        for n, pad in enumerate(("../../../etc/passwd", "/etc/passwd", "../buiten/geheim.txt"))
    ),
    *(
        Geval(f"papiernaam-{n}", partial(_papier, sha), ("controleer", "pakket"))
        for n, sha in enumerate(("../../../buiten/geheim", "/etc/passwd", "x" * 300, "\0"))
    ),
    Geval("post-server", _post, ("controleer", "pakket")),
    *(
        Geval(f"email-{n}", partial(_email, email), ("controleer", "pakket"))
        for n, email in enumerate(
            (
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example\nX: y",
                "a@" + "b" * 5_000,
                "a",
                "\u202ea@b.c",
            )
        )
    ),
    *(
        Geval(f"bestandsnaam-{n}", partial(_mapnaam, naam), ("controleer", "bouw-md"))
        for n, naam in enumerate(
            (
                "03-\u202edm.md",
                "03-\x1b[31m.md",
                "03-a\nb.md",
                "03-\u200b.md",
                "03-%s{0}{{x}}.md",
                "con.md",
            )
        )
    ),
)
