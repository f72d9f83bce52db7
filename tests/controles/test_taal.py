"""The controles of spelling; the cases are in tests/cases/taal.md."""

from itertools import product
from pathlib import Path
from string import ascii_lowercase

import pytest
from tests.gevallen import Geval, gevallen
from tests.lezing import bron, onderzoek_van, voorbeelden
from tests.programma import convenant

from convenantwerk.basis.diagnostics import Diagnostic
from convenantwerk.controles.taal import twijfels, woordenboek
from convenantwerk.controles.taal.spelling import check_spelling
from convenantwerk.controles.taal.voorstellen import een_af
from convenantwerk.controles.taal.woordenboek import Woordenboek
from convenantwerk.dossier.registers import Partner


def gevonden(text: str, *woorden: str) -> list[Diagnostic]:
    """Return what is found in a chapter, by place; the words are the list of the dossier."""
    return sorted(check_spelling(onderzoek_van(text, woordenlijst=woorden)))


def kort(text: str, *woorden: str) -> list[str]:
    """Return the codes of what is found, each with the words that it is about."""
    return [f"{one.code} {one.onderwerp}".strip() for one in gevonden(text, *woorden)]


@pytest.mark.parametrize("geval", gevallen("taal"), ids=lambda geval: geval.titel)
def test_the_spelling_of_a_chapter(geval: Geval) -> None:
    """Each gives the findings that its case lists, in order, each at its word."""
    lines = bron(geval.bron).splitlines()
    assert (kort(geval.bron) or ["goed"]) == geval.verwacht
    for one in gevonden(geval.bron):
        assert lines[one.position.line - 1][one.position.column - 1 :].startswith(one.onderwerp)


@pytest.mark.parametrize(
    ("tekst", "melding", "tip"),
    [
        (
            "Een informatieknoppunt, en nog een informatieknoppunt.",
            "'informatieknoppunt' staat niet in het woordenboek; ook op 1 andere plaats",
            "bedoelt u 'informatieknooppunt'?",
        ),
        (
            "Een besluijt, besluijt, besluijt; de regels sluiten aan.",
            "'besluijt' staat niet in het woordenboek; ook op 2 andere plaatsen",
            "bedoelt u 'besluit'? Is het zo goed, zet het dan onder 'woordenlijst'",
        ),
        (
            "Het casusoverleg. Casuoverleg is er niet.",
            "'Casuoverleg' lijkt een typefout",
            "bedoelt u 'Casusoverleg'? Dat staat elders in de tekst",
        ),
        (
            "De coordinatie.",
            "'coordinatie' staat niet in het woordenboek",
            "bedoelt u 'coördinatie'?",
        ),
        ("Het pz.", "'pz' staat niet in het woordenboek", "verbeter het, of zet het"),
        ("De qwrtzpl.", "'qwrtzpl' staat niet in het woordenboek", "verbeter het, of zet het"),
    ],
)
def test_a_finding_says_what_was_meant(tekst: str, melding: str, tip: str) -> None:
    """At most three suggestions, and how many more places there are."""
    (one,) = gevonden(tekst)
    assert one.melding == melding
    assert one.tip.startswith(tip)


@pytest.mark.parametrize(("code", "fout", "goed"), voorbeelden("CV17"))
def test_the_examples_in_the_docs_are_true(code: str, fout: str, goed: str) -> None:
    """The wrong one has just this finding, the right one none."""
    assert [one.code for one in gevonden(fout)] == [code]
    assert gevonden(goed) == []


def test_names_in_the_registers_are_known() -> None:
    """In any case of letters, and in compounds."""
    partner = Partner(sleutel="qwrtzpl", naam="Stichting Qwrtzpl", soort="ketenpartner")
    tekst = "De qwrtzpl en een qwrtzplmedewerker tekenen."
    assert kort(tekst) == ["CV171 qwrtzpl", "CV171 qwrtzplmedewerker"]
    assert list(check_spelling(onderzoek_van(tekst, partners=(partner,)))) == []


def test_what_is_of_a_name_is_no_compound_of_it() -> None:
    """Two words stay two: "Proefdams burgemeester" is of Proefdam."""
    partner = Partner(sleutel="proefdam", naam="Gemeente Proefdam", soort="ketenpartner")
    tekst = "Ook Proefdams burgemeester tekent."
    assert list(check_spelling(onderzoek_van(tekst, partners=(partner,)))) == []


def test_a_dossier_has_a_list_of_words() -> None:
    """A word in it is right, in compounds too."""
    tekst = "Een verzoog, en een Qwrtzploverleg is gepland."
    assert kort(tekst) == ["CV171 verzoog"]
    assert kort(tekst, "Verzoog", "qwrtzpl") == []
    assert kort(tekst, "verzoog qwrtzpl") == []


def test_without_a_dictionary_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a finding, and the rest is checked."""
    monkeypatch.setattr(twijfels, "woordenboek", lambda _: None)
    assert kort("De qwrtzpl.") == ["CV173"]


def test_a_text_in_another_language_is_not_read_to_its_end() -> None:
    """After a thousand words that are not known it stops, and says so."""
    letters = "bcdfghjklm"
    words = (f"x{a}{b}{c}{d}q" for a in letters for b in letters for c in letters for d in "bcd")
    codes = [one.code for one in gevonden(" ".join(words))]
    assert codes.count("CV171") == 1000
    assert codes.count("CV174") == 1


@pytest.mark.parametrize("tekst", ["x" * 100_000, "ab-" * 40_000, "(" * 40_000, "privacy " * 9_000])
def test_long_words_end(tekst: str) -> None:
    """They take no more than their letters, and are shown in part."""
    assert all(len(one.onderwerp) <= 60 for one in gevonden(f"De {tekst}"))


def test_words_that_take_long_are_asked_only_so_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those are compounds of many words; the long words that follow are not judged."""
    asked: list[str] = []

    def kent(woord: str) -> bool:
        asked.append(woord)
        return False

    monkeypatch.setattr(
        woordenboek, "process_time", lambda: sum(len(woord) > 18 for woord in asked)
    )
    boek = Woordenboek(kent, ())
    einden = ("".join(paar) for paar in product(ascii_lowercase, repeat=2))
    words = [f"dienstverleningsovereenkomst{einde}" for einde in einden]
    assert sum(not boek.kent(word) for word in words) == 40
    assert not boek.kent("verzoog")
    assert sum(len(woord) > 18 for woord in asked) == 40
    assert not any(boek.kent_proef(f"{word}x") for word in words)
    assert sum(len(woord) > 18 for woord in asked) == 55


@pytest.mark.parametrize(
    ("woord", "goed"),
    [
        ("dienstverleningsovereenkomst", True),
        ("Informatiebeveiligingsbeleid", True),
        ("dienstverleningovereenkomst", False),
        ("dienstverleningsoverenkomst", False),
        ("informatiebeveiliginsbeleid", False),
        ("dinstverleningsovereenkomst", False),
    ],
)
def test_a_very_long_word_is_two_words(woord: str, goed: bool) -> None:  # noqa: FBT001
    """Either may hold the typing error, and the "s" between them may be what lacks."""
    assert kort(f"Een {woord}.") == ([] if goed else [f"CV171 {woord}"])


def test_from_where_long_words_are_not_judged_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those before it are."""
    monkeypatch.setattr(woordenboek, "_MEEST_TRAAG", 0)
    assert kort("Een besluijt over een verantwoordelijkheidt.") == ["CV174", "CV171 besluijt"]


@pytest.mark.parametrize(
    ("woord", "ander", "een"),
    [
        *(("casus", "casu", True), ("casus", "cassus", True), ("casus", "csaus", True)),
        *(("casus", "cosus", True), ("casus", "casus", False), ("casus", "cosis", False)),
        *(("casus", "cas", False), ("a", "", True), ("de", "ed", True)),
    ],
)
def test_words_are_one_letter_apart(woord: str, ander: str, een: bool) -> None:  # noqa: FBT001
    """One more, one less, one other, or two swapped."""
    assert een_af(woord, ander) is een_af(ander, woord) is een


def test_spelling_is_asked_by_an_option(klein: Path) -> None:
    """Without it no dictionary is read."""
    path = klein / "convenant" / "deel-1" / "02-artikelen.md"
    path.write_text(bron("Een verzoog."), encoding="utf-8")
    assert "CV171" not in convenant("controleer", cwd=klein).stdout
    assert "'verzoog'" in convenant("controleer", "--spelling", cwd=klein).stdout
