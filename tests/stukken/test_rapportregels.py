"""Findings in words: the chapter, the place, the sentence and the words in it."""

from datetime import date
from pathlib import Path

from tests.programma import convenant

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.controleer import Uitslag, controleer
from convenantwerk.stukken.rapportregels import Rapportregel, Zin

OP = date(2019, 6, 1)
CODES = ("CV007", "CV110", "CV111", "CV121")
VOORWOORD = Path("convenant", "voorwerk", "01-voorwoord.md")
ARTIKELEN = Path("convenant", "deel-1", "02-artikelen.md")


def uitslag(root: Path, *vervang: tuple[str, str], pad: Path = ARTIKELEN) -> Uitslag:
    """Return the outcome for a dossier with pieces of a file replaced."""
    path = root / pad
    text = path.read_text("utf-8")
    for oud, nieuw in vervang:
        assert oud in text
        text = text.replace(oud, nieuw, 1)
    path.write_text(text, encoding="utf-8")
    return controleer(Geopend(root, OP))


def een(root: Path, oud: str, nieuw: str, pad: Path = ARTIKELEN) -> Rapportregel:
    """Return the one finding of what is spoilt; how it is written is no concern here."""
    found = uitslag(root, (oud, nieuw), pad=pad).regels
    (regel,) = (one for one in found if one.bevinding.code in CODES)
    return regel


def test_the_sentence_with_its_words_marked(klein: Path) -> None:
    """Of a paragraph over lines only the sentence that it is in, in the words of the paper."""
    regel = een(klein, "beschrijft.", "beschrijft. Dat is *zo\n   en* thans\n   niet. Slot.")
    assert regel.hoofdstuk == "Deel 1, hoofdstuk 2 Artikelen"
    assert regel.plaats == "Artikel 1, lid 1"
    assert regel.adres == "deel-1-artikel-1--1"
    assert regel.zin == Zin("Dat is zo en ", "thans", " niet.")


def test_an_invulveld_stands_there_as_on_paper(klein: Path) -> None:
    """That which is open, and another beside it."""
    found = uitslag(klein, ("samen zoals", "met [*naam*] en [ander] samen zoals"))
    assert [regel.zin for regel in found.regels] == [
        Zin("Partijen werken met ", "[naam]", " en [ander] samen zoals hoofdstuk 1 beschrijft."),
        Zin("Partijen werken met [naam] en ", "[ander]", " samen zoals hoofdstuk 1 beschrijft."),
    ]


def test_an_onderdeel_and_a_note_are_named(klein: Path) -> None:
    """A letter by its letter; a note by what calls it, though it stands elsewhere in the file."""
    regel = een(klein, "vanaf de", "thans vanaf de")
    assert regel.plaats == "Artikel 2, lid 1, onder a"
    found = uitslag(klein, ("Ten minste", "Thans"), pad=ARTIKELEN.with_name("01-partijen.md"))
    assert {r.plaats for r in found.regels} == {"Hoofdstuk 1, in een voetnoot", regel.plaats}


def test_a_heading_says_itself_where_it_is(klein: Path) -> None:
    """Its words are not told twice; a word in it is."""
    regel = een(klein, "# Voorwoord", "---\nstatus: ontbreekt\n---\n# Woord", VOORWOORD)
    assert (regel.bevinding.code, regel.plaats, regel.zin) == ("CV111", "Woord", None)


def test_what_is_outside_the_text_has_no_place_in_it(klein: Path) -> None:
    """A register is a file, and so is a text that cannot be read."""
    pad = Path("convenant", "registers", "partners.yaml")
    assert een(klein, "soort: flexibele schil", "soort: flexibel", pad).plaats == ""
    (klein / ARTIKELEN).write_bytes(b"# 2 \xff")
    found = controleer(Geopend(klein, OP)).regels
    buiten = [regel for regel in found if not regel.plaats]
    assert [(r.bevinding.code, r.zin) for r in buiten] == [("CV002", None), ("CV007", None)]


def test_a_sentence_without_end_is_cut(klein: Path) -> None:
    """What is near the words, with a sign where it goes on."""
    zin = een(klein, "beschrijft.", "een woord " * 2_000 + "thans" + " een woord" * 2_000 + ".").zin
    assert zin is not None
    assert zin.woorden == "thans"
    assert zin.voor.startswith("…")
    assert zin.na.endswith("…")
    assert len("".join(zin)) < 600


def test_json_has_them(klein: Path) -> None:
    """Beside what it had."""
    uitslag(klein, ("beschrijft.", "beschrijft, thans."))
    done = convenant("controleer", "--op", OP.isoformat(), "--json", cwd=klein)
    assert '"plaats": "Artikel 1, lid 1",' in done.stdout
    assert '"woorden": "thans",' in done.stdout


def test_a_place_that_a_message_names_is_in_words(klein: Path) -> None:
    """A reader of paper has no lines of files; what is no part of the text stays as it is."""
    found = uitslag(klein, ("## Artikel 2 Duur {#duur}", "## Artikel 1 Duur {#duur}")).regels
    (dubbel,) = (regel for regel in found if regel.bevinding.code == "CV103")
    assert dubbel.bevinding.melding.endswith(f"de eerste staat op {ARTIKELEN.as_posix()}:3:1")
    assert dubbel.melding.endswith("de eerste staat in artikel 1")
