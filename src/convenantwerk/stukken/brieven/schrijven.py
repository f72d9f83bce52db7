"""Letters: a template of the house style, filled in and read as a text of our own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.stukken.brieven.brief import maak_brief
from convenantwerk.stukken.brieven.sjablonen import MAP
from convenantwerk.tekst.lezen import lees_fragment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.papier.document import Document, SignatureBlock
    from convenantwerk.papier.huisstijl import Huisstijl
    from convenantwerk.papier.identiteit import Identiteit


class Brieven:
    """The letters of one house style, for one dossier on one day."""

    def __init__(self, huisstijl: Huisstijl, registers: Registers, op: date) -> None:
        from convenantwerk.papier.sjablonen import Pages  # noqa: PLC0415  only letters need Jinja

        self._pages = Pages(huisstijl, markdown=True)
        self._paden = huisstijl.paden
        self.registers = registers
        self.op = op

    def schrijf(  # noqa: PLR0913  # what a letter is made of
        self,
        sjabloon: str,
        naam: str,
        titel: str,
        waarden: Mapping[str, object],
        ondertekening: Sequence[SignatureBlock] = (),
        *,
        identiteit: Identiteit | None = None,
        tekst: str = "",
    ) -> Document:
        """Return the letter that a template and values make.

        Args:
            sjabloon: the name of the template, without folder and suffix.
            naam: the path of the document under the build folder.
            titel: what the document is called.
            waarden: what the template may use besides the settings and the date; every value is
                put in as plain characters.
            ondertekening: the signature blocks.
            identiteit: what the paper says of itself, when it is meant for signing.
            tekst: what `tekst` made of the template already.

        Raises:
            ConvenantwerkError: CV020 and CV021, the template is missing or has a fault.
        """
        text = tekst or self.tekst(sjabloon, waarden)
        pad = self._paden.get(_bestand(sjabloon), _bestand(sjabloon))
        parts, found = lees_fragment(text, pad)
        for fout in found:
            if fout.ernst == "fout":
                raise ConvenantwerkError("CV021", pad=pad, reden=fout.melding)
        brief = maak_brief(naam, titel, parts, self.registers, self.op, ondertekening)
        return replace(brief, identiteit=identiteit)

    def tekst(self, sjabloon: str, waarden: Mapping[str, object]) -> str:
        """Return a letter as Markdown; the arguments and errors are those of `schrijf`."""
        instellingen = self.registers.instellingen
        return self._pages.render(
            _bestand(sjabloon),
            {
                "convenant": instellingen,
                "regels": instellingen.regels,
                "plaats": instellingen.regels.vindplaatsen,
                "afzender": instellingen.afzender,
                "op": self.op,
                **waarden,
            },
        )


def _bestand(sjabloon: str) -> str:
    return f"{MAP}/{sjabloon}.md"
