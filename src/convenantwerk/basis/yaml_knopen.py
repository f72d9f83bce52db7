"""YAML to nodes: nothing but text, lists and blocks, each with where it begins and ends.

PyYAML can compose nodes too, but calls itself for each level: a page of `- ` ended the process. It
also follows `*naam` to what is named elsewhere, so that a page can stand for more than fits in
memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from yaml.composer import ComposerError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.nodes import Node

# Every scalar is text here, so no time goes into guessing what it might be.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DIEPTE = 50  # deeper than any register


class TeDiepError(yaml.MarkedYAMLError):
    """Lists and blocks lie deeper in each other than any person writes them."""


def knoop(text: str) -> Node | None:
    """Return what a text holds, None when it is empty.

    Raises:
        yaml.MarkedYAMLError: it is no YAML, or names a value by `*naam`.
        yaml.reader.ReaderError: it holds a character that YAML does not allow.
        TeDiepError: see there.
    """
    roots: list[Node] = []
    open_ = [roots]  # what is still being filled, from the outside in
    om: list[Node] = []  # the list or block that each of those is of, but for the roots
    for event in yaml.parse(text, Loader=_LOADER):
        begin: Any = event.start_mark  # of the parser in C or the one in Python
        end: Any = event.end_mark
        match event:
            case ScalarEvent():
                node = ScalarNode("", event.value, begin, end, event.style)
                open_[-1].append(node)
            case SequenceStartEvent() | MappingStartEvent():
                is_block = isinstance(event, MappingStartEvent)
                inside: list[Node] = []
                kind = MappingNode if is_block else SequenceNode
                om.append(kind("", inside, begin, None, event.flow_style))
                open_[-1].append(om[-1])
                open_.append(inside)
                if len(open_) > _DIEPTE:
                    raise TeDiepError(problem="te diep", problem_mark=begin)
            case SequenceEndEvent():
                open_.pop()
                om.pop().end_mark = end
            case MappingEndEvent():
                inside = open_.pop()
                om.pop().end_mark = end
                inside[:] = zip(inside[::2], inside[1::2], strict=True)  # type: ignore[assignment]
            case AliasEvent():
                raise ComposerError(None, None, "found undefined alias", begin)
            case DocumentStartEvent() if roots:
                raise ComposerError(None, None, "but found another document", begin)
    return roots[0] if roots else None


def waarden(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the values in a text, and on which line and column each begins, both from 0.

    Of a text that is no YAML there are none.
    """
    try:
        todo = [knoop(text)]
    except (yaml.MarkedYAMLError, yaml.reader.ReaderError):
        return
    while todo:
        match todo.pop():
            case ScalarNode(value=value, start_mark=begin):
                yield value, begin.line, begin.column
            case SequenceNode(value=inside):
                todo += inside
            case MappingNode(value=inside):
                todo += [value for _, value in inside]
