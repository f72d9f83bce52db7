"""Writing in registers: many rows at once, each in its place, and nothing else touched."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.stage import Stage
from convenantwerk.basis.tekst import Tekstsoort, bezwaren
from convenantwerk.dossier.bijschrijven import bijgeschreven, schrijf_bij
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Vergadering
from convenantwerk.dossier.registers import Bijschrijving, Partner
from convenantwerk.dossier.registertabel import GEBEURTENISSEN, PARTNERS, Register
from convenantwerk.dossier.samen import vingerafdruk

if TYPE_CHECKING:
    from pathlib import Path

DAGEN = st.integers(0, 400).map(lambda n: date(2026, 1, 1) + timedelta(days=n))
PARTNER = """\
# Wie meedoet.
partners:
  - sleutel: een   # de eerste
    naam: Een
    soort: ketenpartner
  # einde
"""


def gelezen(register: Register, text: str) -> tuple[Any, ...]:
    """The rows of a register."""
    rows, found = register.lees(text, "x")
    assert (found, rows is not None) == ((), True)
    return rows or ()


@given(st.lists(DAGEN, max_size=8), st.lists(DAGEN, max_size=8))
def test_new_rows_come_on_their_day_after_those_of_that_day(
    oud: list[date], nieuw: list[date]
) -> None:
    """In order of date when the register was; the old ones stay in their own order."""
    known = [Vergadering(datum=dag, plaats=f"oud {n}") for n, dag in enumerate(sorted(oud))]
    fresh = [Vergadering(datum=dag, plaats=f"nieuw {n}") for n, dag in enumerate(nieuw)]
    text = GEBEURTENISSEN.schrijf(known) if known else ""
    after = gelezen(GEBEURTENISSEN, bijgeschreven(text, GEBEURTENISSEN, fresh, "x"))
    assert sorted(after, key=lambda g: g.datum) == list(after)
    assert [g for g in after if g.plaats.startswith("oud")] == known
    for dag in nieuw:
        same = [g.plaats for g in after if g.datum == dag]
        assert same == sorted(same, key=lambda plaats: plaats.startswith("nieuw"))


def test_a_partner_is_added_at_the_end_and_comments_stay() -> None:
    """Byte for byte what stood there, and the new rows."""
    rows = [Partner("twee", 'Stichting "A&B" *Zorg*: #1', "ketenpartner", adres=("Postbus 1",))]
    after = bijgeschreven(PARTNER, PARTNERS, rows, "x")
    assert after.startswith(PARTNER.removesuffix("  # einde\n"))
    assert after.endswith("  # einde\n")
    assert gelezen(PARTNERS, after)[1:] == tuple(rows)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1))
def test_any_name_comes_back_as_it_was(naam: str) -> None:
    """Whatever it means to YAML; and one with what nobody sees is not written.

    A sign that only looks like another (CV048, CV113, CV217) is told, and written as it is.
    """
    rows = [Partner("twee", naam, "ketenpartner")]
    told = ("CV048", "CV113", "CV217")
    if any(bezwaar.code not in told for bezwaar in bezwaren(naam, Tekstsoort(leeg=False))):
        with pytest.raises(ConvenantwerkError):
            bijgeschreven(PARTNER, PARTNERS, rows, "x")
        return
    after = bijgeschreven(PARTNER, PARTNERS, rows, "x")
    found, _ = PARTNERS.lees(after, "x")
    assert found is not None
    assert found[-1].naam == naam


def test_a_list_between_brackets_is_refused_untouched() -> None:
    """CV913, with what to do."""
    text = "partners: [{sleutel: een, naam: Een, soort: ketenpartner}]\n"
    with pytest.raises(ConvenantwerkError) as caught:
        bijgeschreven(text, PARTNERS, [Partner("twee", "Twee", "ketenpartner")], "x")
    assert caught.value.code == "CV913"


@pytest.mark.parametrize(
    ("bestand", "map_", "reden"),
    [
        ("archief", "", "een deel van het pad is een bestand, geen map"),
        ("", "archief/stuk.pdf", "het is een map, geen bestand"),
        ("build", "", "een deel van het pad is een bestand, geen map"),
    ],
)
def test_what_stands_in_the_way_of_one_file_stops_them_all(
    klein: Path, bestand: str, map_: str, reden: str
) -> None:
    """No paper that nothing is known of, and no row without its paper; the thing is named."""
    if bestand:
        (klein / bestand).touch()
    if map_:
        (klein / map_).mkdir(parents=True)
    register = klein / GEBEURTENISSEN.pad
    before = sorted(klein.rglob("*")), register.read_bytes() if register.exists() else None
    rows = Bijschrijving(gebeurtenissen=(Vergadering(datum=date(2026, 1, 5)),))
    with ExitStack() as stack:
        out, kept = (stack.enter_context(Stage(folder)) for folder in (klein / "build/x", klein))
        for stage, pad in ((out, "brief.pdf"), (kept, "archief/stuk.pdf")):
            stage.add(pad, b"x")
        with pytest.raises(ConvenantwerkError) as caught:
            schrijf_bij(klein, rows, vingerafdruk(klein), (out, kept))
    assert (caught.value.code, caught.value.velden["reden"]) == ("CV901", reden)
    assert str(caught.value.pad) in {(bestand or map_), str(klein / (bestand or map_))}
    assert sorted(klein.rglob("*")) == before[0]
    assert (register.read_bytes() if register.exists() else None) == before[1]
