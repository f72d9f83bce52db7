"""What a verwijzing names: a value that is looked up in a text, or that names another text."""

from __future__ import annotations

from typing import Literal

from convenantwerk.basis.waarde import waarde

Verwijssoort = Literal[
    "artikel",
    "hoofdstuk",
    "paragraaf",
    "afdeling",
    "titel",
    "boek",
    "deel",
    "bijlage",
    "lid",
    "volzin",
    "pagina",
    "opschrift",
    "web",
]


@waarde
class Verwijsdoel:
    """What a verwijzing names, before it is looked up.

    "artikel 12.2 a tot en met g" is `("artikel", "12.2", onderdeel="a", tot="g")`; "lid 4" is
    `("lid", "", lid="4")`, to be read within the artikel it stands in. "artikel 3 van deel 2" is
    binnen `("deel", "2")`, and `van` is the text that is named, as written: "AVG", "dit convenant".
    A page on the web is `("web", "https://…")`, a title `("opschrift", "Addendum …")`.
    """

    soort: Verwijssoort
    nummer: str = ""
    lid: str = ""
    onderdeel: str = ""
    tot: str = ""
    van: str = ""
    binnen: Verwijsdoel | None = None
