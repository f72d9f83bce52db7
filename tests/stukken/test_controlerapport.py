"""The controlerapport: every finding once, gravest first, counted whole and told bounded."""

from dataclasses import replace
from datetime import date

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Diagnostic, Position
from convenantwerk.papier import document as d
from convenantwerk.papier.traversal import words
from convenantwerk.stukken.controlerapport import MEEST, Rapportgegevens, maak_controlerapport
from convenantwerk.stukken.rapportregels import rapportregels
from convenantwerk.tekst.boom import Convenant
from convenantwerk.tekst.lezen import lees_tekst

NAAM = "Zorgenveiligheidssamenwerkingsverbandgemeenschappelijkeregeling"
LEEG = Rapportgegevens(NAAM, NAAM, date(2026, 6, 1), Convenant((), ""), ())


def gegevens(bron: str, *found: Diagnostic) -> Rapportgegevens:
    """Return what is told of findings in a chapter."""
    bestand, _ = lees_tekst(bron, "convenant/deel-1/01-a.md")
    assert bestand is not None
    convenant = Convenant((bestand.element,), "proef")
    return replace(LEEG, convenant=convenant, regels=rapportregels(convenant, found))


def at(line: int, column: int = 1) -> Position:
    """Return a place in that chapter."""
    return Position("convenant/deel-1/01-a.md", line, column)


def rijen(document: d.Document, kop: str) -> list[list[str]]:
    """Return the rows of the tables that begin with a column."""
    return [
        [d.text_of(cel) for cel in rij]
        for blok in document.blocks
        if isinstance(blok, d.Table) and d.text_of(blok.header[0]) == kop
        for rij in blok.rows
    ]


def test_a_finding_is_told_with_place_sentence_reason_and_advice() -> None:
    """The words are bold; file and line stand with the place, and no folder."""
    hint = CODES["CV121"].at(at(5, 4), woorden="thans")
    fout = CODES["CV110"].at(at(7, 8), veld=NAAM, tip="vul het in")
    bron = f"# 1 Eerst\n\n## Artikel 1 Doel\n\n1. thans zo.\n\n2. Dat [{NAAM}] is.\n"
    document = maak_controlerapport(gegevens(bron, hint, fout))
    assert rijen(document, "Waar") == [
        [
            "Artikel 1, lid 2 01-a.md, regel 7",
            f"Dat [{NAAM}] is.",
            f"Fout. Open invulveld [{NAAM}]. Advies: vul het in. (CV110)",
        ],
        [
            "Artikel 1, lid 1 01-a.md, regel 5",
            "thans zo.",
            "Hint. 'thans' zegt over een jaar iets anders. "
            "Advies: noem de datum, of haal de woorden weg. (CV121)",
        ],
    ]
    tabel = document.blocks[-1]
    assert isinstance(tabel, d.Table)
    assert [run.text for run in tabel.rows[0][1] if run.bold] == [f"[{NAAM}]"]


def test_the_numbers_are_those_of_all_findings() -> None:
    """By gravity, chapter and kind; what has none is not left out of the first."""
    found = [CODES["CV121"].at(at(3, 1 + n), woorden="thans") for n in range(3)]
    buiten = CODES["CV203"].at(Position("partners.yaml", 3, 1), naam="X")
    document = maak_controlerapport(gegevens("# 1 Eerst\n\nthans thans.\n", *found, buiten))
    assert [(rij[0], rij[-1]) for rij in rijen(document, "Ernst")] == [
        ("Fout", "\u2013"),
        ("Waarschuwing", "1"),
        ("Hint", "3"),
    ]
    assert rijen(document, "Hoofdstuk") == [
        ["1 Eerst", "\u2013", "\u2013", "3"],
        ["Buiten de tekst", "\u2013", "1", "\u2013"],
    ]
    assert [rij[1:] for rij in rijen(document, "Wat is gevonden")] == [
        ["CV203", "Waarschuwing", "1"],
        ["CV121", "Hint", "3"],
    ]


def test_of_many_findings_the_gravest_are_told() -> None:
    """It says how many there are, and of a chapter how many are not there."""
    hints = [CODES["CV121"].at(at(3, 1), woorden="thans") for _ in range(3_000)]
    fout = CODES["CV110"].at(at(5, 1), veld="x", tip="vul het in")
    document = maak_controlerapport(gegevens("# 1 Eerst\n\nthans.\n\n[x] ja.\n", *hints, fout))
    told = rijen(document, "Waar")
    assert len(told) == MEEST
    assert told[0][2].startswith("Fout. Open invulveld [x].")
    text = " ".join(words(document.blocks))
    assert f"toont de {MEEST} zwaarste van 3001 bevindingen" in text
    assert f"Van de 3001 bevindingen hier staan er {3001 - MEEST} niet bij." in text


def test_without_findings_it_says_so() -> None:
    """One page, no table."""
    document = maak_controlerapport(LEEG)
    assert "Geen bevindingen." in " ".join(words(document.blocks))
    assert not [blok for blok in document.blocks if isinstance(blok, d.Table)]


def test_what_is_new_is_told_as_such() -> None:
    """With the edition, and how many there were."""
    document = maak_controlerapport(replace(LEEG, sinds="2017", bekend=18))
    assert "die er in 2017 nog niet waren; 18 waren er toen al." in " ".join(words(document.blocks))
