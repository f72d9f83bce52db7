"""Footnotes stand in small letters at the foot of a page, and are called from the text."""

from convenantwerk.invoer.pdf.letters import HOOG, Strook
from convenantwerk.invoer.pdf.nootplaatsen import nootplaatsen
from convenantwerk.invoer.pdf.noten import Noot, zonder_noten
from convenantwerk.invoer.pdf.zetregels import Zetregel


def regel(nummer: int, *teksten: str, grootte: float = 11, blad: int = 1) -> Zetregel:
    """Return a line; a text that begins with ^ stands high and is stuck to what is before it."""
    return Zetregel(
        tuple(
            Strook(
                tekst.removeprefix("^"),
                70 + 50 * i,
                110 + 50 * i,
                14.0 * nummer,
                grootte,
                HOOG if tekst.startswith("^") else 0,
                los=not tekst.startswith("^"),
                woord=80,
            )
            for i, tekst in enumerate(teksten)
        ),
        blad,
        nummer,
    )


def test_notes_begin_with_their_marks() -> None:
    """A line without one goes on the note before it; a number that does not follow is text."""
    tekst = [regel(1, "De tekst.")]
    voet = zonder_noten(
        [
            *tekst,
            regel(2, "1", "Eerste noot", grootte=8),
            regel(3, "3 leden telt zij.", grootte=8),
            regel(4, "2 Tweede noot", grootte=8),
        ],
        11,
        lopend=False,
    )
    assert voet.regels == tekst
    assert [(noot.merk, [r.tekst for r in noot.regels]) for noot in voet.noten] == [
        ("1", ["Eerste noot", "3 leden telt zij."]),
        ("2", ["Tweede noot"]),
    ]


def test_a_note_goes_on_on_the_next_page() -> None:
    """Small letters before the first mark belong to the last note of the page before."""
    regels = [regel(1, "De tekst."), regel(2, "vervolg", grootte=8), regel(3, "2 Noot", grootte=8)]
    assert [r.tekst for r in zonder_noten(regels, 11, lopend=True).vervolg] == ["vervolg"]
    assert zonder_noten(regels, 11, lopend=False).regels == regels[:2]


def test_a_page_of_small_letters_has_no_notes() -> None:
    """A whole page in small print is text."""
    regels = [regel(1, "1 Kleine letters", grootte=8)]
    assert zonder_noten(regels, 11, lopend=False).regels == regels


def test_calls_are_found_high_or_stuck_to_a_word() -> None:
    """The first that nothing else called; what nothing calls is told."""
    regels = [regel(1, "partij", "^1", "en huis2,", "Top60-overleg")]
    noten = [Noot(merk, (), True, 1, 9) for merk in ("1", "2", "60")]  # noqa: FBT003
    plaatsen = nootplaatsen([regels], noten)
    [gevonden] = plaatsen.roepen.values()
    tekst = regels[0].tekst
    assert [(tekst[roep.begin : roep.eind], noot.merk) for roep, noot in gevonden] == [
        ("1", "1"),
        ("2", "2"),
    ]
    assert [noot.merk for noot in plaatsen.los[1]] == ["60"]
