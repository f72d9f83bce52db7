"""An import writes a whole dossier or nothing, and overwrites nothing that is there."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.invoer_voorbeelden import CONVENANT, ingelezen
from tests.voorbeelden import HOLLANDS_MIDDEN, KLEIN, kopie

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.invoer.gebouwd import Als
from convenantwerk.opdrachten.controleer import controleer
from convenantwerk.opdrachten.importeren.feiten import Importfeiten, lees_feiten
from convenantwerk.opdrachten.importeren.importeren import eis_plaats, leg_vast, maak_plan
from convenantwerk.tekst.boom import Nadruk, Tekst

OP = date(2026, 11, 26)
OVERLEG = {
    "deel-3/01-zorgoverleg.md": (
        "---\nsoort: overleg\n---\n# Zorgoverleg\n\n## Doel\n\nSamen zorgen.\n\n## Deelnemers\n\n"
        "- Gemeente Voorbeeldstad\n- Stichting Onbekend\n\nVoorzitter: de ketenmanager\n"
    )
}
DEEL_2 = {
    "deel-2/00-deel.md": "# Deel 2 Privacy\n",
    "deel-2/01-grond.md": "# 1 Grond\n\nDe grond is de wet.\n",
}


def importeer(
    folder: Path,
    als: Als = "vanzelf",
    bestanden: dict[str, str] = CONVENANT,
    feiten: Importfeiten | None = None,
) -> tuple[str, ...]:
    """Import texts into a folder; return what was written."""
    dossier = None if eis_plaats(folder, als) else Geopend(folder, OP)
    read, gebouwd = ingelezen(bestanden)
    known = feiten or lees_feiten(gebouwd)
    plan = maak_plan(dossier, ("map/bron.docx", als, read, gebouwd), known, OP)
    return leg_vast(folder, plan)


def _alles(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_text_becomes_a_dossier(tmp_path: Path) -> None:
    """Its text, its names, and what is sure of registers and rules; the rest is comment."""
    folder = tmp_path / "nieuw"
    made = importeer(folder)
    assert set(made) == set(_alles(folder))
    dossier = Geopend(folder, OP).dossier
    settings = dossier.instellingen
    assert settings.titel == "Samenwerkingsconvenant Veiligheidshuis Voorbeeld"
    assert settings.samenwerkingsverband == "Veiligheidshuis Voorbeeld"
    assert (settings.citeertitel, settings.editie) == ("Convenant Voorbeeldstad", "maart 2025")
    assert settings.delen == ("voorwerk", "deel-1")
    assert [p.naam for p in dossier.partners] == [
        "Gemeente Voorbeeldstad",
        "Stichting Verzonnen Zorg",
    ]
    assert [o.persoon for o in dossier.ondertekenaars] == ["Mw. A. van Voorbeeld"]
    opzegging = settings.regels.opzegging
    assert opzegging is not None
    assert (str(opzegging.opzegtermijn), opzegging.vorm) == ("P3M", "schriftelijk")
    assert opzegging.artikel == "artikel 1, lid 1"
    assert (opzegging.per, opzegging.aan, settings.regels.looptijd) == (None, "", None)
    yaml = (folder / "convenant" / "convenant.yaml").read_text(encoding="utf-8")
    assert "Voorstel uit de tekst, kijk het na. artikel 1, lid 1: “Een partij kan dit" in yaml
    assert "# Niet overgenomen: looptijd, artikel 2: de tekst noemt een duur van vijf jaar" in yaml
    partners = (folder / "convenant/registers/partners.yaml").read_text(encoding="utf-8")
    assert "  #   naam: Scholen in de regio" in partners


def test_the_text_is_written_as_it_was_built(tmp_path: Path) -> None:
    """Every file reads back as the tree that was proved."""
    importeer(tmp_path / "nieuw")
    for pad, text in CONVENANT.items():
        assert (tmp_path / "nieuw" / "convenant" / pad).read_text(encoding="utf-8") == text


def test_the_report_tells_where_all_came(tmp_path: Path) -> None:
    """As JSON with keys that do not change, and as a page with what is unsure marked."""
    importeer(tmp_path / "nieuw")
    report = json.loads((tmp_path / "nieuw/import/rapport.json").read_text(encoding="utf-8"))
    assert list(report) == [
        *("bestand", "formaat", "als", "op", "woorden", "stukken", "weggelaten", "bewerkt"),
        *("onzeker", "opmerkingen", "voorstellen", "geschreven"),
    ]
    words = report["woorden"]
    assert words["bestand"] == words["tekst"] + words["weggelaten"]
    assert report["weggelaten"][0]["plek"]["tekst"] == "bladzijde 1"
    assert report["stukken"][0]["onzeker"] == ["kop zonder nummer"]
    assert [r["regel"] for r in report["voorstellen"]["regels"]] == ["looptijd", "opzegging"]
    page = (tmp_path / "nieuw/import/rapport.html").read_text(encoding="utf-8")
    assert page.count('<tr class="onzeker">') == 3  # a place, a partner, a rule
    assert "Rapport van de import van bron.docx" in page
    assert "http" not in page


def test_a_word_that_is_lost_stops_all(tmp_path: Path) -> None:
    """CV959 with the word and its place; the folder is not even made."""
    read, gebouwd = ingelezen(extra="verdwenen")
    with pytest.raises(ConvenantwerkError) as caught:
        maak_plan(None, ("b.docx", "vanzelf", read, gebouwd), Importfeiten(), OP)
    assert caught.value.code == "CV959"
    assert "'verdwenen', bij bladzijde 3, regel 12" in caught.value.diagnostics[0].melding
    assert not (tmp_path / "x").exists()


def test_what_would_read_as_something_else_stops_all() -> None:
    """CV960: a tree that no file can hold, such as a paragraph that is a heading when written."""
    read, gebouwd = ingelezen({"deel-1/01-a.md": "# 1 Doel\n\nHet doel.\n"})
    bestand = gebouwd.bestanden["deel-1/01-a.md"]
    kop = (Nadruk("vet", (Tekst(" Doel "),)),)
    broken = replace(bestand, element=replace(bestand.element, opschrift=kop))
    gebouwd = replace(gebouwd, bestanden={"deel-1/01-a.md": broken})
    with pytest.raises(ConvenantwerkError) as caught:
        maak_plan(None, ("b", "vanzelf", read, gebouwd), Importfeiten(naam="Netwerk X"), OP)
    assert caught.value.code == "CV960"


def test_what_the_program_would_not_read_is_not_written() -> None:
    """CV960: a name that no register may hold, such as one of two lines."""
    read, gebouwd = ingelezen()
    feiten = Importfeiten(naam="Netwerk\nVoorbeeld", titel="Convenant", editie="2026")
    with pytest.raises(ConvenantwerkError) as caught:
        maak_plan(None, ("b.docx", "vanzelf", read, gebouwd), feiten, OP)
    assert caught.value.code == "CV960"
    assert caught.value.pad == "convenant/convenant.yaml"


def test_a_deel_comes_into_a_dossier(tmp_path: Path) -> None:
    """Its folder, and its name at its place in convenant.yaml, of which all else stays."""
    folder = kopie(KLEIN, tmp_path / "klein")
    before = _alles(folder)
    made = importeer(folder, "deel-2", DEEL_2)
    after = _alles(folder)
    changed = {pad for pad in before if after[pad] != before[pad]}
    assert changed == {"convenant/convenant.yaml"}
    assert set(after) - set(before) == set(made) - changed
    assert Geopend(folder, OP).registers.instellingen.delen == ("voorwerk", "deel-1", "deel-2")
    old = before["convenant/convenant.yaml"].decode()
    new = after["convenant/convenant.yaml"].decode()
    assert new == old.replace("[voorwerk, deel-1]", "[voorwerk, deel-1, deel-2]")


def test_a_second_report_has_a_name_of_its_own(tmp_path: Path) -> None:
    """Nothing of the first is overwritten."""
    folder = kopie(KLEIN, tmp_path / "klein")
    importeer(folder, "deel-2", DEEL_2)
    made = importeer(folder, "overleg", OVERLEG)
    assert "import/rapport-2.html" in made


def test_an_overleg_comes_behind_the_others(tmp_path: Path) -> None:
    """With what its text says of it; who is no partner is not among those who take part."""
    folder = kopie(KLEIN, tmp_path / "klein")
    importeer(folder, "overleg", OVERLEG)
    ander = {pad: text.replace("Samen zorgen", "Samen") for pad, text in OVERLEG.items()}
    importeer(folder, "overleg", ander)
    report = json.loads((folder / "import/rapport-2.json").read_text(encoding="utf-8"))
    assert report["stukken"][0]["pad"] == "convenant/deel-3/02-zorgoverleg.md"
    names = sorted(path.name for path in (folder / "convenant" / "deel-3").iterdir())
    assert names == ["00-deel.md", "01-zorgoverleg.md", "02-zorgoverleg.md"]
    assert (folder / "convenant/deel-3/00-deel.md").read_bytes() == b"# Deel 3\n"
    (deel,) = (d for d in Geopend(folder, OP).dossier.delen if d.anker == "deel-3")
    feiten = deel.inhoud[0].feiten  # type: ignore[union-attr]
    assert feiten is not None
    assert (feiten.doel, feiten.voorzitter) == ("Samen zorgen", "de ketenmanager")
    assert feiten.deelnemers == ("gemeente-voorbeeldstad",)


def test_overleggen_keep_their_pictures_apart(tmp_path: Path) -> None:
    """Of two files that both have a picture of one name, each shows its own."""
    folder = kopie(KLEIN, tmp_path / "klein")
    text = OVERLEG["deel-3/01-zorgoverleg.md"] + "\n![schema](beeld-2.png)\n"
    for data in (b"een", b"twee"):
        read, gebouwd = ingelezen({"deel-3/01-zorgoverleg.md": text})
        gebouwd = replace(gebouwd, beelden={"deel-3/beeld-2.png": data})
        dossier = Geopend(folder, OP)
        plan = maak_plan(dossier, ("b.docx", "overleg", read, gebouwd), Importfeiten(), OP)
        leg_vast(folder, plan)
    for naam, data in (("01-zorgoverleg", b"een"), ("02-zorgoverleg", b"twee")):
        deel = folder / "convenant" / "deel-3"
        assert f"![schema]({naam}-beeld-2.png)" in (deel / f"{naam}.md").read_text("utf-8")
        assert (deel / f"{naam}-beeld-2.png").read_bytes() == data


def test_an_addendum_is_bound_as_it_is(tmp_path: Path) -> None:
    """In a folder of its date; what it changes in the text no program reads."""
    folder = kopie(KLEIN, tmp_path / "klein")
    feiten = Importfeiten(
        titel="Nieuwe afspraken",
        besluit="Besluit van 1 mei 2026",
        ingangsdatum=date(2026, 5, 1),
        bij="deel-1",
    )
    importeer(folder, "addendum", {"afspraken.md": "# 3 Afspraken\n\nWij spreken af.\n"}, feiten)
    addendum = Geopend(folder, OP).addenda[-1]
    assert addendum.naam == "2026-05-01-nieuwe-afspraken"
    (wijziging,) = addendum.gegevens.wijzigingen
    assert (wijziging.soort, wijziging.tekst, wijziging.in_) == (
        "aanhechten",
        "afspraken.md",
        "deel-1",
    )


ADDENDUM = {
    "afspraken.md": "# Addendum\n\n## Artikel 1 Doel\n\nTekst.\n\n## Artikel 2 Slot\n\nTekst.\n",
    "privacy.md": (
        "# 7 Privacy\n\n## Artikel 1 Grond\n\nTekst.\n\n## Artikel 2 Bewaren\n\nTekst.\n\n"
        "---\n\nAldus vastgesteld.\n"
    ),
}
MEI = Importfeiten(titel="Nieuw", besluit="Besluit 1", ingangsdatum=date(2026, 5, 1), bij="deel-1")
JUNI = replace(MEI, besluit="Besluit 2", ingangsdatum=date(2026, 6, 1))


def test_an_addendum_counts_its_own_artikelen(tmp_path: Path) -> None:
    """Its artikel 1 is no second one of the deel, nor of another addendum, and has its own name."""
    folder = tmp_path / "nieuw"
    importeer(folder)
    voor = {d.melding for d in controleer(Geopend(folder, OP)).diagnostics}
    importeer(folder, "addendum", ADDENDUM, MEI)
    importeer(folder, "addendum", ADDENDUM, JUNI)
    assert {d.melding for d in controleer(Geopend(folder, OP)).diagnostics} == voor
    text = (folder / "addenda/2026-06-01-nieuw/afspraken.md").read_text(encoding="utf-8")
    assert "## Artikel 1 Doel {#addendum-2026-06-01-nieuw-1-artikel-1}" in text


def _twee_keer_een_addendum(folder: Path) -> None:
    importeer(kopie(KLEIN, folder), "addendum", ADDENDUM, MEI)
    importeer(folder, "addendum", ADDENDUM, MEI)


def _twee_keer_een_overleg(folder: Path) -> None:
    importeer(kopie(KLEIN, folder), "overleg", OVERLEG)
    importeer(folder, "overleg", OVERLEG)


def _twee_keer_deel_2(folder: Path) -> None:
    importeer(kopie(KLEIN, folder), "deel-2", DEEL_2)
    importeer(folder, "deel-2", DEEL_2)


def _import_leidt_weg(folder: Path) -> None:
    kopie(KLEIN, folder)
    (folder.parent / "elders").mkdir()
    (folder / "import").symlink_to(folder.parent / "elders")
    importeer(folder, "deel-2", DEEL_2)


def _heel_convenant(folder: Path) -> None:
    importeer(kopie(KLEIN, folder))


def _volle_map(folder: Path) -> None:
    folder.mkdir()
    (folder / "bron.docx").touch()
    importeer(folder)


def _overleg_zonder_dossier(folder: Path) -> None:
    importeer(folder, "overleg", OVERLEG)


@pytest.mark.parametrize(
    ("doe", "code", "zin"),
    [
        (_twee_keer_een_addendum, "CV961", "dit addendum is er al"),
        (_twee_keer_een_overleg, "CV961", "dit overleg is er al"),
        (_twee_keer_deel_2, "CV961", "er staat al iets met die naam"),
        (_import_leidt_weg, "CV961", "koppeling"),
        (_heel_convenant, "CV961", "er is al een dossier"),
        (_volle_map, "CV933", "er staat al iets in, zoals 'bron.docx'"),
        (_overleg_zonder_dossier, "CV961", "hier is geen dossier"),
    ],
)
def test_what_cannot_come_there(
    doe: Callable[[Path], None], code: str, zin: str, tmp_path: Path
) -> None:
    """Each is refused before anything is written."""
    with pytest.raises(ConvenantwerkError) as caught:
        doe(tmp_path / "map")
    assert caught.value.code == code
    assert zin in caught.value.diagnostics[0].melding


def test_a_dossier_of_the_size_of_hollands_midden_takes_a_deel(tmp_path: Path) -> None:
    """Its convenant.yaml, with comments at every rule, keeps each line."""
    folder = kopie(HOLLANDS_MIDDEN, tmp_path / "hm", "versies", "build")
    with pytest.raises(ConvenantwerkError) as caught:
        importeer(folder, "deel-2", DEEL_2)
    assert caught.value.code == "CV961"


def test_names_of_sixty_letters(tmp_path: Path) -> None:
    """A name that fills a line is a name like others."""
    lang = "Samenwerkingsverband Aanpak Ernstige Overlast Voorbeeldstad en Omgeving"
    partner = "Stichting " + "Ondersteuning" * 4 + "huis"
    text = f"# 1 Partijen\n\nDe partijen zijn:\n\n- {partner}\n- Gemeente Voorbeeldstad\n"
    feiten = Importfeiten(naam=lang, editie="2026")
    importeer(tmp_path / "lang", "vanzelf", {"deel-1/01-partijen.md": text}, feiten)
    dossier = Geopend(tmp_path / "lang", OP).dossier
    assert dossier.partners[0].naam == partner
    assert len(dossier.partners[0].sleutel) <= 60
    assert dossier.instellingen.samenwerkingsverband == lang


DUUR = """# 2 Duur

## Artikel 2 Duur

Dit convenant wordt telkens stilzwijgend met een jaar verlengd. Een partij kan dit convenant
schriftelijk opzeggen met een opzegtermijn van drie maanden.
"""


def test_what_a_rule_still_needs_stands_beside_it(tmp_path: Path) -> None:
    """The day on which a year begins, ready to be filled in; without its mark the rule is whole."""
    folder = tmp_path / "duur"
    importeer(folder, "vanzelf", {**CONVENANT, "deel-1/02-duur.md": DUUR})
    assert "CV231" in {d.code for d in controleer(Geopend(folder, OP)).diagnostics}
    path = folder / "convenant/convenant.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("# verjaardag:", "verjaardag:"), encoding="utf-8")
    assert "CV231" not in {d.code for d in controleer(Geopend(folder, OP)).diagnostics}
    page = (folder / "import/rapport.html").read_text(encoding="utf-8")
    assert "verlenging: 1 jaar" in page
    assert "opzegtermijn: 3 maanden" in page
