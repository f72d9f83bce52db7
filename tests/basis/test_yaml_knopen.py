"""YAML that would exhaust the stack or the memory is a finding at its place."""

from dataclasses import dataclass

import pytest
import yaml
from tests.voorbeelden import HOLLANDS_MIDDEN
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from convenantwerk.basis.yaml import bind_text
from convenantwerk.basis.yaml_knopen import knoop

LAGEN = 100_000
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
REGISTERS = sorted(HOLLANDS_MIDDEN.rglob("*.yaml"))
KLEINE = ["", "# leeg\n", "a: ~\nb: ''\nc:\nd: |\n  x\n", "--- [a, {b: c}]"]


@dataclass(frozen=True)
class Rij:
    """What is asked of the YAML below."""

    naam: str
    lijst: tuple[str, ...] = ()


def beschreven(node: Node | None) -> object:
    """Return all that matters of a node."""
    if node is None:
        return None
    place = (node.start_mark.line, node.start_mark.column)
    match node:
        case ScalarNode():
            return place, node.value, node.style
        case MappingNode():
            return place, [(beschreven(key), beschreven(value)) for key, value in node.value]
        case SequenceNode():
            return place, [beschreven(item) for item in node.value]
        case _:
            raise TypeError(node)


@pytest.mark.parametrize("text", [*KLEINE, *(path.read_text("utf-8") for path in REGISTERS)])
def test_nodes_are_those_of_pyyaml(text: str) -> None:
    """The registers of a real dossier give the nodes, and the places, that PyYAML gives."""
    assert beschreven(knoop(text)) == beschreven(yaml.compose(text, Loader=LOADER))


@pytest.mark.parametrize(
    ("text", "line", "melding"),
    [
        ("naam: x\nlijst: " + "[" * LAGEN, 2, "te diep genest"),
        ("naam: x\nlijst: " + "{a: " * LAGEN, 2, "te diep genest"),
        ("naam: x\nlijst:\n  " + "- " * LAGEN, 3, "te diep genest"),
        ("naam: x\n? " + "? " * LAGEN, 2, "te diep genest"),
        ("naam: x\nlijst: " + "[ ']', " * LAGEN, 2, "te diep genest"),
        ("naam: &n x\nlijst: [" + "*n, " * LAGEN + "]", 2, "begint met '*'"),
        ("naam: &n [x, x]\nlijst: &m [*n, *n]\n", 2, "begint met '*'"),
    ],
    ids=["haken", "accolades", "streepjes", "vraagtekens", "haken in tekst", "ankers", "bom"],
)
def test_what_would_have_no_end_is_found(text: str, line: int, melding: str) -> None:
    """A hundred thousand levels, and names for what stands elsewhere: no crash, no waiting."""
    value, (found,) = bind_text(Rij, text, "x.yaml")
    assert value is None
    assert (found.code, found.position.line) == ("CV004", line)
    assert melding in found.melding


def test_a_long_value_is_shown_by_its_begin() -> None:
    """A finding fits on a screen."""
    _, (found,) = bind_text(Rij, f"naam: x\nlijst: {'y' * LAGEN}\n", "x.yaml")
    assert found.code == "CV007"
    assert len(found.melding) < 300
