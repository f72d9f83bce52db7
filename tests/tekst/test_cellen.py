"""Lines and paragraphs within a cell of a table, and cells that cannot be joined."""

from convenantwerk.renvooi.vergelijking.woorden import verschil, woorden
from convenantwerk.tekst.boom import Alinea, Nadruk, Regeleinde, Tabel, Tekst, blokken, plain
from convenantwerk.tekst.lezen import lees_tekst
from convenantwerk.tekst.schrijven import schrijf_tekst


def tabel(cel: str) -> Tabel:
    """Return a table with one cell under its head; what is written is read back."""
    bestand, found = lees_tekst(f"# 1 Proef\n\n| a |\n| --- |\n| {cel} |\n", "a.md")
    assert found == ()
    assert bestand is not None
    assert lees_tekst(schrijf_tekst(bestand), "a.md")[0] == bestand
    (blok,) = blokken(bestand.element)
    assert isinstance(blok, Tabel)
    return blok


def test_a_cell_holds_lines_and_paragraphs() -> None:
    """Also within emphasis, and beside a bar."""
    assert tabel("Een.<br><br>Twee.").rijen[0][0] == (
        Tekst("Een."),
        Regeleinde(),
        Regeleinde(),
        Tekst("Twee."),
    )
    assert plain(tabel(r"a \| b<br>c").rijen[0][0]) == "a | b\nc"
    assert tabel("*a<br>b*").rijen[0][0] == (
        Nadruk("cursief", (Tekst("a"), Regeleinde(), Tekst("b"))),
    )


def test_the_sign_itself_can_be_written() -> None:
    """With a backslash in a cell; elsewhere it means nothing."""
    assert plain(tabel(r"a \<br> b").rijen[0][0]) == "a <br> b"
    bestand, _ = lees_tekst("# 1 Proef\n\nEen <br> twee.\n", "a.md")
    assert bestand is not None
    (alinea,) = blokken(bestand.element)
    assert isinstance(alinea, Alinea)
    assert alinea.inhoud == (Tekst("Een <br> twee."),)
    assert lees_tekst(schrijf_tekst(bestand), "a.md")[0] == bestand


def test_a_line_that_is_added_is_compared() -> None:
    """As any other words."""
    oud, nieuw = (woorden(tabel(cel).rijen[0][0]) for cel in ("Een.", "Een.<br>Twee."))
    assert [stuk.tekst for stuk in verschil(oud, nieuw) if stuk.wijziging] == ["\nTwee."]


def test_joined_cells_are_told_at_their_place() -> None:
    """Never silently two signs on paper."""
    _, found = lees_tekst("# 1 Proef\n\n| a | b |\n| --- | --- |\n| c | ^^ |\n", "a.md")
    assert [(d.code, str(d.position)) for d in found] == [("CV019", "a.md:5:7")]
