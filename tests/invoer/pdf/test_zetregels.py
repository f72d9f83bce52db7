"""Letters become lines by where they stand, in whatever order the file has them."""

from convenantwerk.invoer.pdf.kolommen import in_leesvolgorde
from convenantwerk.invoer.pdf.letters import AFGEBROKEN, HOOG, VET, Geknipt, Letter, stroken_van
from convenantwerk.invoer.pdf.zetregels import zetregels_van

BREED = 4.0


def zet(tekst: str, x: float, y: float, grootte: float = 10, stijl: int = 0) -> list[Letter]:
    """Return letters of one width, and a space behind them."""
    letters = [
        Letter(teken, x + i * BREED, x + (i + 1) * BREED, y, grootte, stijl)
        for i, teken in enumerate(tekst)
    ]
    return [*letters, Letter(" ", 0, 0, 0, 0, 0)]


def test_words_of_one_look_are_one_strook() -> None:
    """Another look, or a wide space, begins another."""
    letters = [*zet("het doel", 0, 10), *zet("vet", 36, 10, stijl=VET), *zet("ver", 80, 10)]
    stroken, _ = stroken_van(letters)
    assert [strook.tekst for strook in stroken] == ["het doel", "vet", "ver"]
    assert all(strook.los for strook in stroken)
    assert stroken[0].woord == 12  # "het"


def test_a_word_whose_letters_look_otherwise_stays_a_word() -> None:
    """Half of it is bold: its second half goes on the first."""
    stroken, geknipt = stroken_van([*zet("half", 0, 10)[:-1], *zet("vet", 16, 10, stijl=VET)])
    assert [(strook.tekst, strook.los) for strook in stroken] == [("half", True), ("vet", False)]
    assert geknipt == []


def test_letters_far_apart_are_no_word() -> None:
    """The file may have no space between the ends of two columns: it is told of."""
    stroken, geknipt = stroken_van([*zet("links", 0, 10)[:-1], *zet("rechts", 200, 10)])
    assert [strook.tekst for strook in stroken] == ["links", "rechts"]
    assert geknipt == [Geknipt("linksrechts", "links rechts")]


def test_a_word_that_the_file_breaks_is_two() -> None:
    """Its hyphen is marked by pdfium, and its other half is on the next line."""
    half = zet(f"infor{AFGEBROKEN}", 0, 10)[:-1]
    stroken, geknipt = stroken_van([*half, *zet("matie", 0, 24)])
    assert [strook.tekst for strook in stroken] == [f"infor{AFGEBROKEN}", "matie"]
    assert geknipt == []


def test_lines_are_from_above_and_from_the_left() -> None:
    """The order of the file is no matter; small differences of height are none."""
    letters = [*zet("onder", 0, 40), *zet("rechts", 100, 20.5), *zet("links", 0, 20)]
    assert [regel.tekst for regel in zetregels_van(stroken_van(letters)[0], 1)] == [
        "links rechts",
        "onder",
    ]


def test_a_small_number_belongs_to_the_line_it_stands_above() -> None:
    """It is marked as high, and stays stuck to its word, with the point behind it."""
    woord = zet("huis", 0, 20)[:-1] + zet("1", 16, 16, 6)[:-1] + zet(".", 20, 20)
    [regel] = zetregels_van(stroken_van(woord)[0], 1)
    assert regel.tekst == "huis1."
    assert [strook.stijl for strook in regel.stroken] == [0, HOOG, 0]


def test_columns_need_prose_on_both_sides() -> None:
    """Short words beside each other are no columns, but a table or two who sign."""

    def naast(links: str, rechts: str) -> list[str]:
        letters = [
            letter
            for i in range(6)
            for letter in (*zet(links, 0, 20 + 14 * i), *zet(rechts, 220, 20 + 14 * i))
        ]
        return [r.tekst for r in in_leesvolgorde(zetregels_van(stroken_van(letters)[0], 1))]

    links, rechts = "een lange regel in de linkerkolom", "een lange regel in de rechterkolom"
    assert naast(links, rechts) == [links] * 6 + [rechts] * 6
    assert naast("Gouda", rechts) == [f"Gouda {rechts}"] * 6
