"""Small files of each format of text, which hold a bit of everything: to be spoilt."""

import zipfile
from io import BytesIO

from tests.invoer.odt.platte_odt import NUMMERINGEN

TEKST = (
    "Inhoud\nDoel ..... 3\n\n# Kop\n- a. *het* **doel**¹ infor-\nmatie\n\f1) een\n===\n"
    "| a | b |\n|--|--|\n| c | d |\n[^1]: noot\n[x](http://y) <b>z</b> &amp;"
    "\u00a0ﬁ\u00ad\n¹ noot\n"
)
PAGINA = (
    b"<ol type=a start=3><li>x<li value=9><p hidden>y</ol><table><tr><td rowspan=2>a<td>b</table>"
    b"<a href='#n' id=r>1</a><p id=n><a href='#r'>1</a> noot"
    b"<img alt=p src='data:image/png;base64,aa'><p style='mso-list:l0 level2'><![if x]>"
    b"<span style='mso-list:Ignore'>1.</span><![endif]>w<!-- c -->"
)


def _zip(data: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("content.xml", data)
    return made.getvalue()


_ODT = NUMMERINGEN["eigen vorm"]

# By the name under which each is imported.
KLEIN: dict[str, bytes] = {
    "invoer.txt": TEKST.encode(),
    "invoer.md": TEKST.encode(),
    "invoer.html": PAGINA,
    "invoer.fodt": _ODT,
    "invoer.odt": _zip(_ODT),
}
