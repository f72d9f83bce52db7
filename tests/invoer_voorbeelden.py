"""Texts as a reader and the builder would hand them on, for tests that are about neither."""

from convenantwerk.invoer.bewijs import woorden_van
from convenantwerk.invoer.brok import Alineabrok, Ingelezen, Onzeker, Plek, Weggelaten
from convenantwerk.invoer.gebouwd import Gebouwd, Plaatsing
from convenantwerk.tekst.boom import Tekst
from convenantwerk.tekst.lezen import lees_tekst

CONVENANT = {
    "voorwerk/01-voorwoord.md": "# Voorwoord\n\nWij werken samen.\n",
    "deel-1/00-deel.md": "# Deel 1 Samenwerking\n",
    "deel-1/01-partijen.md": (
        "# 1 Partijen\n\nDe partijen zijn:\n\n- Gemeente Voorbeeldstad\n- Stichting Verzonnen "
        "Zorg\n- Scholen in de regio\n"
    ),
    "deel-1/02-duur.md": (
        "# 2 Duur\n\n## Artikel 1 Opzegging\n\n1. Een partij kan dit convenant schriftelijk "
        "opzeggen, met een opzegtermijn van drie maanden.\n\n## Artikel 2 Duur\n\n"
        "Dit convenant heeft een looptijd van vijf jaar. Dit convenant wordt aangehaald als "
        "“Convenant Voorbeeldstad”.\n"
    ),
    "deel-1/03-ondertekening.md": (
        "# 3 Ondertekening\n\nGemeente Voorbeeldstad\\\nburgemeester\\\nMw. A. van Voorbeeld\n\n"
        "Opgemaakt te Voorbeeldstad, maart 2025\n"
    ),
}
TITEL = "Samenwerkingsconvenant Veiligheidshuis Voorbeeld"


def ingelezen(
    bestanden: dict[str, str] = CONVENANT, titel: str = TITEL, *, extra: str = ""
) -> tuple[Ingelezen, Gebouwd]:
    """Return a file and what was built of it.

    Args:
        bestanden: the texts by their paths.
        titel: of the convenant.
        extra: words that the file has, and the text has not.
    """
    gelezen = {}
    for pad, text in bestanden.items():
        bestand, found = lees_tekst(text, pad)
        assert bestand is not None, found
        gelezen[pad] = bestand
    delen = tuple(dict.fromkeys(p.rpartition("/")[0] for p in gelezen if "/" in p))
    plek = Plek("bladzijde", 3, 12)
    words = [w for b in gelezen.values() for w in woorden_van(b.element)]
    weg = (Weggelaten("Pagina 1", Plek("bladzijde", 1), "bladzijdenummer"),)
    brokken = (Alineabrok((Tekst(extra or "niets"),), plek),)
    alle = (*titel.split(), *words, "Pagina", "1", *extra.split())
    plaatsing = Plaatsing(plek, next(iter(gelezen)), "", 3, "Wij werken samen.")
    onzeker = (Onzeker("Wij werken samen.", plek, "kop zonder nummer"),)
    return (
        Ingelezen("Word", brokken, alle, weggelaten=weg, onzeker=onzeker),
        Gebouwd(delen, gelezen, plaatsingen=(plaatsing,), titel=titel),
    )
