"""What a difference tells of itself."""

from convenantwerk.tekst.verschil import Lot, Verschil, Woord, Woordgroep, bewaard


def _verschil(*stukken: tuple[str, str], kinderen: tuple[Verschil, ...] = ()) -> Verschil:
    lot: Lot = "gewijzigd"
    groepen = tuple(
        Woordgroep(wijziging, tuple(Woord(teken) for teken in tekst.replace(" ", "| |").split("|")))  # type: ignore[arg-type]
        for wijziging, tekst in stukken
    )
    return Verschil(lot, None, None, tekst=groepen, kinderen=kinderen)


def test_a_part_without_words_keeps_them_all() -> None:
    """Nothing to keep is nothing lost."""
    assert bewaard(_verschil()) == 1.0


def test_one_word_of_four_replaced_keeps_three_quarters() -> None:
    """The longer edition is the measure."""
    assert (
        bewaard(_verschil(("", "een twee drie "), ("vervallen", "vier"), ("ingevoegd", "5")))
        == 0.75
    )


def test_much_that_comes_counts_as_much_that_goes() -> None:
    """What is added makes a part another part too."""
    assert bewaard(_verschil(("", "een"), ("ingevoegd", " twee drie vier"))) == 0.25
    assert bewaard(_verschil(("", "een"), ("vervallen", " twee drie vier"))) == 0.25


def test_what_stands_in_the_part_counts() -> None:
    """An artikel is its leden."""
    kind = _verschil(("vervallen", "vier"), ("ingevoegd", "vijf"))
    assert bewaard(_verschil(("", "een"), kinderen=(kind,))) == 0.5


def test_a_text_that_is_new_as_a_whole_counts_by_its_words() -> None:
    """The comparison may hold it as one piece."""
    whole = Woordgroep("ingevoegd", (Woord("drie nieuwe woorden."),))
    kind = Verschil("ingevoegd", None, None, tekst=(whole,))
    assert bewaard(_verschil(("", "een"), kinderen=(kind,))) == 0.25
