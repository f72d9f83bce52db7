"""The papers of a dossier: what there is, what each is called, and all of them in one file."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from convenantwerk.basis import lezer
from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.papieren import als_zip, lees_papieren, veilige_naam

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)
_SHA = "a" * 64


def _leg(root: Path, *paden: str) -> None:
    for pad in paden:
        path = root / pad
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pad.encode())


def test_papers_are_shown_by_folder_each_with_its_formats(klein: Path) -> None:
    """The text first; a folder that nobody foresaw comes last, under its own name."""
    _leg(klein, "build/convenant.html", "build/convenant.pdf", "build/convenant.docx")
    _leg(klein, "build/zelf/x.txt", "build/ondertekening/politie.pdf")
    groepen = lees_papieren(Geopend(klein, OP))
    assert [groep.titel for groep in groepen] == ["Het convenant", "Ondertekeningsbladen", "Zelf"]
    (tekst,) = groepen[0].stukken
    assert [bestand.soort for bestand in tekst.bestanden] == ["PDF", "Word", "webpagina"]
    assert tekst.bestanden[0].grootte == len("build/convenant.pdf")
    assert groepen[1].stukken[0].naam == "Politie Voorbeeld"


def test_letters_to_a_partner_are_called_by_her_name_and_the_day(klein: Path) -> None:
    """A folder that only looks like it keeps its own name."""
    for wie in ("politie-2026-02-05", "onbekend-2026-02-05", "politie"):
        _leg(klein, f"build/herinnering/{wie}/herinnering.eml")
    groepen = lees_papieren(Geopend(klein, OP))
    assert [groep.titel for groep in groepen] == [
        "Herinnering/onbekend-2026-02-05",
        "Herinnering: Politie Voorbeeld",
        "Herinnering: Politie Voorbeeld, 5 februari 2026",
    ]
    assert groepen[1].stukken[0].bestanden[0].soort == "e-mail"


def test_a_paper_is_called_as_the_build_calls_it(klein: Path) -> None:
    """The manifest says so; what it says amiss counts for nothing."""
    _leg(klein, "build/convenant.pdf")
    manifest = klein / "build/manifest.json"
    rows = [{"pad": "convenant.pdf", "document": "Het convenant van Voorbeeld"}]
    manifest.write_text(json.dumps({"bestanden": rows}), encoding="utf-8")
    assert lees_papieren(Geopend(klein, OP))[0].stukken[0].naam == "Het convenant van Voorbeeld"
    for kapot in ("{", "[]", '{"bestanden": [{"pad": 1, "document": []}]}', '{"bestanden": 3}'):
        manifest.write_text(kapot, encoding="utf-8")
        assert lees_papieren(Geopend(klein, OP))[0].stukken[0].naam == "Convenant"


def test_a_paper_of_the_archive_is_called_by_what_was_recorded(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There it has a sha256 for a name; books and texts that lie beside it are no papers."""
    _leg(klein, f"archief/aangeboden/{_SHA}.pdf", f"archief/aangeboden/{_SHA}.md")
    _leg(klein, "archief/agenda.yaml")
    aanbieding = Aanbieding(
        datum=OP,
        partner="politie",
        ondertekenaar="politie",
        stuk="ondertekeningsblad",
        versie="2019",
        delen=("deel-1",),
        sha256=_SHA,
    )
    met = Geopend(klein, OP).registers.met_gebeurtenissen((aanbieding,))
    monkeypatch.setattr(Geopend, "registers", met)
    (groep,) = lees_papieren(Geopend(klein, OP))
    assert [stuk.naam for stuk in groep.stukken] == ["Aanbieding: Politie Voorbeeld"]
    assert groep.paden == (f"archief/aangeboden/{_SHA}.pdf",)


def test_what_lies_outside_is_no_paper(klein: Path, tmp_path: Path) -> None:
    """A link to it is not followed."""
    _leg(klein, "build/convenant.pdf")
    (tmp_path / "elders.pdf").write_bytes(b"x")
    (klein / "build/elders.pdf").symlink_to(tmp_path / "elders.pdf")
    assert lees_papieren(Geopend(klein, OP))[0].paden == ("build/convenant.pdf",)


def test_of_one_folder_only_its_own_papers_are_there(klein: Path) -> None:
    """And of a folder that holds no papers, or lies elsewhere, none."""
    _leg(klein, "build/convenant.pdf", "build/ondertekening/politie.pdf")
    geopend = Geopend(klein, OP)
    assert [g.paden for g in lees_papieren(geopend, "build")] == [("build/convenant.pdf",)]
    for van in ("convenant", "build/..", "build/../convenant", "/etc", "build/./", "build\0"):
        assert lees_papieren(geopend, van) == ()


def test_of_many_papers_the_first_are_looked_at(klein: Path) -> None:
    """How many there are is told, and all of them can be had."""
    _leg(klein, *(f"build/brieven/brief-{n}.{soort}" for n in "cab" for soort in ("pdf", "md")))
    (groep,) = lees_papieren(Geopend(klein, OP), hoogstens=2)
    assert [stuk.naam for stuk in groep.stukken] == ["Brief a", "Brief b"]
    assert (groep.aantal, len(groep.paden)) == (3, 6)


def test_papers_that_are_too_large_together_are_refused(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a finding, before a browser gets half a file."""
    _leg(klein, "build/a.pdf", "build/b.pdf", "build/c.pdf")
    geopend = Geopend(klein, OP)
    monkeypatch.setattr(lezer, "MEESTE_BYTES", 15)
    with pytest.raises(OnleesbaarError) as caught:
        als_zip(geopend, lees_papieren(geopend))
    assert [found.code for found in caught.value.diagnostics] == ["CV036"]


def test_all_papers_go_in_one_file(klein: Path) -> None:
    """With their contents, below their folders; the same papers give the same bytes."""
    _leg(klein, "build/convenant.pdf", "build/ondertekening/politie.pdf", "build/a.txt")
    geopend = Geopend(klein, OP)
    data = als_zip(geopend, lees_papieren(geopend))
    with ZipFile(BytesIO(data)) as found:
        assert found.testzip() is None
        for pad in ("build/convenant.pdf", "build/ondertekening/politie.pdf", "build/a.txt"):
            assert found.read(pad) == pad.encode()
    assert als_zip(geopend, lees_papieren(geopend)) == data


def test_names_that_are_one_on_another_computer_are_told_apart(klein: Path) -> None:
    """What Windows does not allow becomes a line, and two that become one get a number."""
    _leg(klein, "build/a:b.txt", "build/a?b.txt", "build/A_B.txt")
    geopend = Geopend(klein, OP)
    with ZipFile(BytesIO(als_zip(geopend, lees_papieren(geopend)))) as found:
        assert sorted(found.namelist()) == ["build/A_B-3.txt", "build/a_b-2.txt", "build/a_b.txt"]


@pytest.mark.parametrize(
    ("pad", "naam"),
    [
        ("build/Brief aan Hé.pdf", "build/Brief aan Hé.pdf"),
        ("build/..\\..\\weg.pdf", "build/_.._weg.pdf"),
        ("build/con.pdf", "build/_con.pdf"),
        ("build/ . ", "build/_"),
        ("../weg", "_/weg"),
        ("build/a\udcffb.pdf", "build/a_b.pdf"),
    ],
)
def test_a_name_fits_every_computer(pad: str, naam: str) -> None:
    """And never leads out of the folder in which it is unpacked."""
    assert veilige_naam(pad) == naam
