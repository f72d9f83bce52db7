"""Which fields a template uses, by what Jinja itself reads in it; nothing is filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from convenantwerk.papier.sjablonen import reason

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, order=True)
class Gebruik:
    """A field that is used: on which line, and what of it ("" when it is the field itself)."""

    regel: int
    naam: str
    onderdeel: str = ""


@dataclass(frozen=True, slots=True)
class Onleesbaar:
    """A template that is not written as Jinja asks: on which line, and why."""

    regel: int
    reden: str


def velden_in(text: str) -> list[Gebruik] | Onleesbaar:
    """Return the fields that a template uses, in order; names that it sets itself left out."""
    environment = SandboxedEnvironment(trim_blocks=True, lstrip_blocks=True)
    try:
        tree = environment.parse(text)
    except TemplateSyntaxError as error:
        return Onleesbaar(error.lineno, reason(error))
    except RecursionError as error:
        return Onleesbaar(0, reason(error))
    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
    return sorted(set(_gebruikt(tree, own | {"loop", "bestand", *environment.globals})))


def stukken_in(text: str) -> list[str]:
    """Return the pieces that a template takes in by name."""
    tree = SandboxedEnvironment(trim_blocks=True, lstrip_blocks=True).parse(text)
    return [
        str(node.template.value)
        for node in tree.find_all(nodes.Include)
        if isinstance(node.template, nodes.Const)
    ]


def _gebruikt(tree: nodes.Node, own: set[str]) -> Iterator[Gebruik]:
    for name in tree.find_all(nodes.Name):
        if name.ctx == "load" and name.name not in own:
            yield Gebruik(name.lineno, name.name)
    for part in tree.find_all(nodes.Getattr):
        if isinstance(part.node, nodes.Name) and part.node.name not in own:
            yield Gebruik(part.lineno, part.node.name, part.attr)
