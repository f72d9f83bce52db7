"""The controles of what was left open in another way than with square brackets.

Square brackets are invulvelden (CV110). Here are the other ways in which people leave a place open
or note something for themselves; of each way a pattern, and what keeps a real text from it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.alineas import is_inhoud
from convenantwerk.controles.onderzoek import Controle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek

# Roman numbers are letters of their own: "hoofdstuk XX" is no open place.
_ROMEINS = r"(?<!hoofdstuk )(?<!titel )(?<!boek )(?<!afdeling )(?<!paragraaf )(?<!bijlage )"
_OPEN = "|".join(
    (
        r"_{3,}|(?<!\w)__(?!\w)",  # a line to write on
        r"\.{4,}|…{2,}|(?:\. ){3,}\.",  # a dotted one; in a list of contents it leads to a number
        r"<[^\W\d_][^<>\n]{1,60}>",
        r"\{\{?\s*[^\W\d_][^{}\n]{1,60}\}?\}",
        r"«[^«»\n]{1,60}»",
        r"\((?:naam|datum|plaats|functie|handtekening|bedrag)\)",
        "●",  # as lawyers write it, often in brackets
        rf"(?i:{_ROMEINS})(?<![\w-])(?:X{{2,}}|x{{2,}})(?![\w-])",
        r"(?<!\w)(?:xx|dd)[-/. ](?:xx|mm)[-/. ](?:xxxx|20xx|jjjj|20jj)(?!\w)",
        r"(?<![\w.])(?i:n\.t\.b\.|t\.b\.d\.|n\.n\.b\.|n\.n\.t\.b\.|ntb|tbd|nnb)(?!\w)",
        r"(?<!\w)(?i:to-?do|fix-?me)(?!\w)",
        r"(?<!\w)(?i:(?:nog )?in te vullen|nog (?:nader )?te bepalen|nog aan te vullen)(?!\w)",
        r"\((?i:nader (?:te bepalen|in te vullen|vast te stellen|overeen te komen))\)",
        # "binnen x maanden"; "2 x per jaar" is how often
        r"(?<![\w-])(?<!\d )[xX](?= (?:werk|kalender)?(?:dag(?:en)?|uur|uren|week|weken"
        r"|maand(?:en)?|jaar|jaren|euro|procent)(?!\w))",
    )
)
# In small letters; where the above is, one of these is. The pattern is compiled when one is there.
_OPEN_KERN = (
    *("....", "……", ". . ", "<", "{", "«", "(naam", "(datum", "(plaats", "(functie"),
    *(
        "(handtekening",
        "(bedrag",
        "●",
        "xx",
        "dd-",
        "dd/",
        "dd.",
        "dd ",
        "n.t.b",
        "t.b.d",
        "n.n.",
        "ntb",
        "tbd",
        "nnb",
    ),
    *("todo", "to-do", "fixme", "fix-me", "in te vullen", "te bepalen", "aan te vullen"),
    *("(nader ", "__", "x werk", "x dag", "x kalender", "x u", "x we", "x maand", "x jaar"),
    *("x euro", "x procent"),
)
_BLADZIJDE = re.compile(r"[\s.…_]{0,200}\d{1,3}\s*(?:\n|\Z)")
_NOTITIE = (
    r"(?<![\w.])(?:p\.m\.|PM)(?!\w)"
    r"|(?<!\w)(?i:denk aan:|let op:|check(?:en)?:|navragen(?: bij)?"
    r"|zie (?:ook |verder |nader )?(?:hierboven|hieronder|boven|beneden)"
    r"|het (?:boven|onder)staande|het hierboven (?:bepaalde|gestelde)"
    r"|n\.?b\.?:|opmerking (?:redactie|auteur)"
    # At the end: "moet nog worden aangevuld voordat hij telt" is a rule.
    r"|(?:(?:moet|moeten|dient|dienen) nog (?:te )?(?:worden )?(?:herschreven|uitgewerkt|aangevuld"
    r"|ingevuld|geschreven|afgestemd|nagekeken)(?: worden)?"
    r"|nog (?:te (?:bespreken|bevestigen|checken)|af te stemmen|uit te (?:zoeken|werken)))"
    r"(?=\s*(?:[)\].;]|\Z)))(?!\w)"
    # A request to who reads along; "wil graag controleren" asks nobody.
    r"|(?:\A|(?<=[(:;.,] )|(?<=[(\n]))(?i:nog|graag|svp|s\.v\.p\.) (?i:even )?(?i:afstemmen"
    r"|aanvullen|bespreken|checken|controleren|invullen|nakijken|navragen|uitwerken|uitzoeken)(?!\w)"
    r"|/\*.{1,200}?\*/"
    r"|\((?i:concept|conceptversie|concepttekst|werkversie)(?:[ ,;:][^()\n]{0,80})?\)(?!\w)"
)
_NOTITIE_KERN = (
    *("p.m.", "pm", "denk aan", "let op", "check", "navragen", "zie ", "staande", "hierboven"),
    *("n.b.", "nb:", "opmerking ", "nog ", "graag ", "svp ", "s.v.p.", "/*", "(concept"),
    "(werkversie",
)


def check_plaatshouders(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No place is left open, in whatever way."""
    for deel in onderzoek.passages_met(_OPEN_KERN):
        inhoud = is_inhoud(deel.omgeving.element)
        for match in re.finditer(_OPEN, deel.tekst):
            if inhoud and _BLADZIJDE.match(deel.tekst, match.end()):
                continue
            yield CODES["CV122"].at(deel.plaats(match.start()), woorden=match[0].strip())


def check_notities(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No note of who wrote the text was left in it."""
    for deel in onderzoek.passages_met(_NOTITIE_KERN):
        for match in re.finditer(_NOTITIE, deel.tekst):
            yield CODES["CV123"].at(deel.plaats(match.start()), woorden=match[0].strip(": "))


CONTROLES = (
    Controle(check_plaatshouders, "tekst"),
    Controle(check_notities, "tekst"),
)
