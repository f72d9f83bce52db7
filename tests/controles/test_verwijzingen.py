"""Where references lead, and what is found; the cases are in tests/cases/verwijsdoelen.md."""

import re
from datetime import date
from pathlib import Path

import pytest
from tests.gevallen import Geval, gevallen

from convenantwerk.basis.diagnostics import Position
from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.verwijzingen import CONTROLES, adresboek_van
from convenantwerk.dossier.dossier import GeenVerwijzing, Instellingen, Registers
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.controleer import controleer
from convenantwerk.tekst.adressen import with_ankers
from convenantwerk.tekst.boom import Convenant, Verwijzing
from convenantwerk.tekst.deel import samengesteld
from convenantwerk.tekst.lezen import lees_tekst
from convenantwerk.tekst.omgeving import omgevingen

MERKEN = (
    GeenVerwijzing("artikel 99", "zo heet een serie"),
    GeenVerwijzing("Bijlage  77", "zo heet een blad", "artikel-1"),
    GeenVerwijzing("artikel 1", "elders", "artikel-88"),
)


def onderzoek(bron: str) -> Onderzoek:
    """Return what a controle looks at: a text of chapters, in delen when it has them."""
    mappen: list[list[str]] = [[]]
    for hoofdstuk in re.split(r"(?m)^(?=# )", bron):
        if hoofdstuk.startswith("# Deel"):
            mappen.append([])
        if hoofdstuk:
            mappen[-1].append(re.sub(r"(?m)^(#+ .*)$", r"\n\1\n", hoofdstuk).lstrip())
    delen = []
    for map_ in filter(None, mappen):
        found = [lees_tekst(text, f"{n}.md") for n, text in enumerate(map_)]
        elements = [bestand.element for bestand, _ in found if bestand is not None]
        assert len(elements) == len(map_)
        delen.append(samengesteld("x", elements, Position("x")))
    instellingen = Instellingen(
        titel="Convenant Voorbeeldstad",
        samenwerkingsverband="Proef",
        citeertitel="Convenant Voorbeeldstad 2026",
        editie="proef",
        delen=("x",),
        geen_verwijzing=MERKEN,
    )
    registers = Registers(naam="proef", instellingen=instellingen, partners=(), ondertekenaars=())
    return Onderzoek(registers=registers, convenant=Convenant(with_ankers(delen), "proef"))


def uitkomsten(bron: str) -> list[str]:
    """Return where each reference leads, and then the findings."""
    gezien = onderzoek(bron)
    boek = adresboek_van(gezien)
    lines = []
    for omgeving, inline in omgevingen(gezien.convenant):
        if isinstance(inline, Verwijzing) and not boek.elders(inline.naar):
            found = boek.resolve(inline, omgeving)
            lines += [f"{inline.tekst}: {found[0]}"] if len(found) == 1 else []
    quoted = re.compile("'([^']*)'")
    return lines + [
        f"{d.code} {quoted.findall(d.melding)[0]}"
        for controle in CONTROLES
        for d in controle.functie(gezien)
        if d.code != "CV115"
    ]


@pytest.mark.parametrize("geval", gevallen("verwijsdoelen"), ids=lambda geval: geval.titel)
def test_where_the_references_of_a_text_lead(geval: Geval) -> None:
    """Each text has the links and the findings that its case lists, and no other."""
    assert (uitkomsten(geval.bron) or ["geen"]) == geval.verwacht


def test_a_mark_that_is_not_needed_is_found() -> None:
    """Of the three marks, one is at an address where nothing stands."""
    gezien = onderzoek(
        "# 1 Duur\n\n## Artikel 1 Duur\n\nDe serie artikel 99 en Bijlage 77, zie artikel 1.\n"
    )
    found = [d for controle in CONTROLES for d in controle.functie(gezien)]
    assert [(d.code, "artikel-88" in d.melding) for d in found] == [("CV115", True)]


def test_a_mark_stands_in_convenant_yaml(klein: Path) -> None:
    """It takes away the finding; once the words are gone it is a finding itself, at its row."""
    tekst = klein / "convenant" / "deel-1" / "02-artikelen.md"
    oud = tekst.read_text(encoding="utf-8")
    tekst.write_text(oud.replace("lid 1 behouden", "artikel 99 behouden"), encoding="utf-8")

    def codes() -> list[str]:
        diagnostics = controleer(Geopend(klein, date(2019, 6, 1))).diagnostics
        return [f"{d.code} {Path(d.position.path).name}" for d in diagnostics]

    assert codes() == ["CV102 02-artikelen.md"]
    with (klein / "convenant" / "convenant.yaml").open("a", encoding="utf-8") as file:
        file.write("geen_verwijzing:\n  - tekst: artikel 99\n    waarom: zo heet een reeks\n")
    assert codes() == []
    tekst.write_text(oud, encoding="utf-8")
    assert codes() == ["CV115 convenant.yaml"]
