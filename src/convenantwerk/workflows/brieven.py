"""Letters: a template of the house style, filled in and read as a text of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.documents.brief import compose_brief
from convenantwerk.errors import ConvenantwerkError
from convenantwerk.sources.tekst import read_fragment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from convenantwerk.model.document import Document
    from convenantwerk.model.dossier import Registers
    from convenantwerk.model.huisstijl import Huisstijl

MAP = "brieven"


class Brieven:
    """The letters of one house style, for one dossier on one day."""

    def __init__(self, huisstijl: Huisstijl, registers: Registers, op: date) -> None:
        from convenantwerk.exports.pages import Pages  # noqa: PLC0415  only letters need Jinja

        self._pages = Pages(huisstijl, markdown=True)
        self._paden = huisstijl.paden
        self.registers = registers
        self.op = op

    def schrijf(
        self,
        sjabloon: str,
        naam: str,
        titel: str,
        waarden: Mapping[str, object],
        ondertekenaars: Sequence[tuple[str, ...]] = (),
    ) -> Document:
        """Return the letter that a template and values make.

        Args:
            sjabloon: the name of the template, without folder and suffix.
            naam: the path of the document under the build folder.
            titel: what the document is called.
            waarden: what the template may use besides the settings and the date; every value is
                put in as plain characters.
            ondertekenaars: for each who signs the lines of the block.

        Raises:
            ConvenantwerkError: CV020 and CV021, the template is missing or has a fault.
        """
        bestand = f"{MAP}/{sjabloon}.md"
        instellingen = self.registers.instellingen
        text = self._pages.render(
            bestand,
            {
                "convenant": instellingen,
                "regels": instellingen.regels,
                "plaats": instellingen.regels.vindplaatsen,
                "op": self.op,
                **waarden,
            },
        )
        pad = self._paden.get(bestand, bestand)
        parts, found = read_fragment(text, pad)
        for fout in found:
            if fout.ernst == "fout":
                raise ConvenantwerkError("CV021", pad=pad, reden=fout.melding)
        return compose_brief(naam, titel, parts, self.registers, self.op, ondertekenaars)
