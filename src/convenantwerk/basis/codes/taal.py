"""CV17x: spelling."""

from convenantwerk.basis.diagnostics import Code

CODES: tuple[Code, ...] = (
    Code(
        "CV170",
        "waarschuwing",
        "'{woord}' lijkt een typefout{elders}",
        "{tip}",
        onderwerp="{woord}",
    ),
    Code(
        "CV171",
        "hint",
        "'{woord}' staat niet in het woordenboek{elders}",
        "{tip}",
        onderwerp="{woord}",
    ),
    Code(
        "CV172",
        "hint",
        "'{woorden}' is los geschreven: {reden}",
        "schrijf '{aaneen}', als dat is bedoeld",
        onderwerp="{woorden}",
    ),
    Code(
        "CV173",
        "waarschuwing",
        "de spelling is niet nagekeken: het woordenboek is niet te lezen",
        "installeer convenantwerk opnieuw, zodat ook 'chunspell' meekomt",
    ),
    Code(
        "CV174",
        "waarschuwing",
        "vanaf hier is {wat} niet nagekeken: {reden}",
        "{tip}",
    ),
)
