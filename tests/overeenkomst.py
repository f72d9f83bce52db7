"""Two editions of an invented agreement of 20,000 words, for the size of the was-wordt-tabel.

200 leden in 40 artikelen. One term is replaced 94 times and forgotten once, one artikel comes in
the middle so that all after it are renumbered with what refers to them, and 40 other changes are
of every kind.
"""

from collections.abc import Callable, Sequence

_WIE = ("De gemeente", "De werkgroep", "Het bureau", "De voorzitter")
_DOEN = ("meldt", "bewaart", "verstrekt", "beoordeelt", "registreert", "bespreekt", "ontvangt")
_WAT = (
    "de gegevens over de geleverde zorg",
    "het verslag van de voortgang",
    "de lijst met openstaande vragen",
    "de planning van het komende kwartaal",
    "de melding van een incident",
    "het overzicht van de wachttijden",
    "de begroting met de toelichting daarop",
)
_HOE = (
    "uiterlijk op de vijfde werkdag na afloop van de maand",
    "binnen een termijn die in het overleg is afgesproken",
    "op de wijze die in de bijlage is beschreven",
    "met gebruik van het daarvoor bestemde formulier",
    "na overleg met degenen die het aangaat",
    "zonder dat daarvoor kosten in rekening worden gebracht",
    "onverminderd de verplichtingen die uit de wet voortvloeien",
)
_ARTIKELEN, _LEDEN = 40, 5
_NIEUW_NA = 20  # after this artikel a new one comes


class _Reeks:
    """Numbers that look like chance, and are the same on every computer."""

    def __init__(self, begin: int) -> None:
        self.stand = begin

    def getal(self, onder: int) -> int:
        """Return a number from 0."""
        self.stand = (self.stand * 1_103_515_245 + 12_345) % 2**31
        return (self.stand >> 8) % onder

    def een_van(self, namen: Sequence[str]) -> str:
        """Return one of these."""
        return namen[self.getal(len(namen))]


def _zin(reeks: _Reeks, *, wie: str = "") -> str:
    at = reeks.getal(len(_HOE))
    hoe = [_HOE[(at + step) % len(_HOE)] for step in (0, 2, 5)]
    return (
        f"{wie or reeks.een_van(_WIE)} {reeks.een_van(_DOEN)} {reeks.een_van(_WAT)} {hoe[0]}, "
        f"{hoe[1]} en {hoe[2]}, zoals in geval {reeks.getal(90_000) + 100} is gebleken."
    )


def _leden() -> dict[tuple[int, int], str]:
    """Return the text of every lid by its artikel and number, 100 words each."""
    reeks = _Reeks(14)
    made = {}
    for artikel in range(1, _ARTIKELEN + 1):
        for lid in range(1, _LEDEN + 1):
            number = (artikel - 1) * _LEDEN + lid
            wie = "De Aanbieder" if number % 2 and number <= 189 else ""
            zinnen = [_zin(reeks, wie=wie), _zin(reeks), _zin(reeks)]
            if lid == 5 and artikel > 1:
                zinnen.append(f"Artikel {artikel - 1} is van overeenkomstige toepassing.")
            made[artikel, lid] = " ".join(zinnen)
    return made


def oude_tekst() -> str:
    """Return the old edition as a source file."""
    return _tekst(_leden(), lambda nummer: nummer, "")


def nieuwe_tekst() -> str:
    """Return the new edition as a source file."""
    leden = {
        plaats: tekst.replace("Aanbieder", "Opdrachtnemer") for plaats, tekst in _leden().items()
    }
    leden[3, 3] = leden[3, 3].replace("Opdrachtnemer", "Aanbieder")  # forgotten
    reeks = _Reeks(7)
    for number, plaats in enumerate(sorted(leden)[4::5]):  # 40 leden, one in each artikel
        leden[plaats] = _gewijzigd(leden[plaats], number, reeks)
    nieuw = (
        f"## Artikel {_NIEUW_NA + 1} Klachten\n\n"
        f"{_NIEUW_NA + 1}.1 Iedere betrokkene kan bij het bureau een klacht indienen over de "
        "uitvoering van deze overeenkomst.\n\n"
        f"{_NIEUW_NA + 1}.2 Het bureau beslist binnen zes weken op de klacht.\n\n"
    )
    return _tekst(leden, _nieuw_nummer, nieuw)


def _nieuw_nummer(nummer: int) -> int:
    return nummer + (nummer > _NIEUW_NA)


def _gewijzigd(tekst: str, number: int, reeks: _Reeks) -> str:
    """Return a lid that changed, in one of eight ways."""
    zinnen = tekst.split(". ")
    match number % 8:
        case 0:
            return tekst.replace("geval", "zaak", 1)
        case 1:
            zinnen.insert(1, "Dit wordt schriftelijk vastgelegd")
        case 2:
            del zinnen[1]
        case 3:
            return tekst.replace("binnen een termijn", "binnen een redelijke termijn").replace(
                "onverminderd", "met behoud van"
            )
        case 4:
            return tekst.replace(" en ", ", dan wel ", 1)
        case 5:
            zinnen[0] = _zin(reeks).rstrip(".")
        case 6:
            return tekst.replace("gemeente", "Gemeente").replace("gebleken", "gebleken,", 1)
        case _:
            return tekst.replace("is gebleken", "al eerder is gebleken", 1)
    return ". ".join(zinnen)


def _tekst(leden: dict[tuple[int, int], str], nummer: Callable[[int], int], nieuw: str) -> str:
    lines = ["# 1 Overeenkomst", ""]
    for artikel in range(1, _ARTIKELEN + 1):
        number = nummer(artikel)
        lines += [f"## Artikel {number} Onderwerp {artikel}", ""]
        for lid in range(1, _LEDEN + 1):
            tekst = leden[artikel, lid].replace(
                f"Artikel {artikel - 1} is",
                f"Artikel {nummer(artikel - 1)} is",
            )
            lines += [f"{number}.{lid} {tekst}", ""]
        if artikel == _NIEUW_NA and nieuw:
            lines += [nieuw]
    return "\n".join(lines)
