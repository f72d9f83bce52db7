"""A press without WeasyPrint, and what tests read and change in Word files."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, cast

from tests.papier.woorden_docx import part

from convenantwerk.papier.huisstijl import Huisstijl

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from convenantwerk.papier import document as d
    from convenantwerk.papier.layout import Press

PAGES = {"deel-1": 4, "hoofdstuk-1": 5, "paragraaf-1-1": 5, "artikel-8": 6, "hoofdstuk-2": 17}
HEADERS = ("word/header1.xml", "word/header2.xml")


@dataclass(frozen=True)
class Layout:
    """Pages as the press tells them."""

    pages: Mapping[str, int]
    count: int


@dataclass(frozen=True)
class FakePress:
    """A press that has laid out every document already."""

    huisstijl: Huisstijl

    def layout(self, _document: d.Document) -> Layout:
        """Return the same pages for every document."""
        return Layout(PAGES, 41)


def fake_press(huisstijl: Huisstijl) -> Press:
    """Return a press that lays nothing out."""
    return cast("Press", FakePress(huisstijl))


def with_template(press: Press, template: bytes) -> Press:
    """Return a press with other bytes for its Word template."""
    house = press.huisstijl
    return fake_press(Huisstijl({**house.bestanden, "huisstijl.docx": template}, house.paden))


def with_part(press: Press, name: str, edit: Callable[[str], str]) -> Press:
    """Return a press in whose Word template one part is edited as text."""
    result = BytesIO()
    template = BytesIO(press.huisstijl.bestanden["huisstijl.docx"])
    with zipfile.ZipFile(template) as old, zipfile.ZipFile(result, "w") as new:
        for entry in old.namelist():
            content = old.read(entry)
            new.writestr(entry, edit(content.decode()) if entry == name else content)
    return with_template(press, result.getvalue())


def texts(data: bytes, name: str) -> str:
    """Return all text of a part, the codes of fields included."""
    return "".join(part(data, name).itertext())
