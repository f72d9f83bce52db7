"""What a Word file holds in more than one form, brought back to the one that is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.invoer.docx.ooxml import W

if TYPE_CHECKING:
    from convenantwerk.invoer.docx.ooxml import Xml

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_INHOUD = (
    *(W + "t", W + "drawing", W + "sym"),
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)


def kies_vormen(root: Xml) -> None:
    """Put the form that is read in the place of each mc:AlternateContent.

    Programs choose the first that they know; here it is the first that holds anything, so that a
    text box that stands there twice, for old and new versions, is read once.
    """
    for keuze in list(root.iter(_MC + "AlternateContent")):
        ouder = keuze.getparent()
        if ouder is None:
            continue
        vormen = list(keuze.iterchildren(_MC + "Choice", _MC + "Fallback"))
        gevuld = [vorm for vorm in vormen if next(vorm.iter(*_INHOUD), None) is not None]
        for child in list((gevuld or vormen)[0]) if vormen else ():
            keuze.addprevious(child)
        ouder.remove(keuze)
