"""Values to YAML."""

from datetime import date

from convenantwerk.basis.als_yaml import as_yaml
from convenantwerk.basis.yaml import bind_text
from convenantwerk.dossier.gebeurtenissen.deelname import Opzegging


def test_a_value_that_occurs_twice_is_written_twice() -> None:
    """Not as an anchor and an alias, which no dossier may hold."""
    dag = date(2026, 11, 24)
    text = as_yaml(Opzegging(datum=dag, partner="cardea", vorm="brief", verzonden=dag))
    assert text.count("2026-11-24") == 2
    assert bind_text(Opzegging, text, "x")[1] == ()
