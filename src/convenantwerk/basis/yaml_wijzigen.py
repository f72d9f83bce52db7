"""Other values in YAML that people keep: only what changes is touched, comments and form stay."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

import yaml
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from convenantwerk.basis.yaml_knopen import knoop

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from yaml.error import Mark
    from yaml.nodes import Node

_OPMERKING = re.compile(r"(?:^|\s)#", re.MULTILINE)
_BLOKKEN = ("|", ">")


class GeenPlaatsError(Exception):
    """The form of the text leaves no place for what is asked."""


class _Ingreep(NamedTuple):
    """What stands from `begin` to `eind` becomes `tekst`."""

    begin: int
    eind: int
    tekst: str


def vervang(
    text: str,
    lijst: str,
    waarden: Mapping[int, Mapping[str, object]],
    volgorde: Sequence[str],
) -> str:
    """Return a text in which keys of items of a list have other values.

    Args:
        text: YAML, a block in which `lijst` holds items that are blocks.
        lijst: the key of the list.
        waarden: for each item that changes, counted from 0, text, dates and lists of text by
            their keys; None takes a key away.
        volgorde: the order of keys, for one that is new.

    Raises:
        GeenPlaatsError: an item is not there, or a comment would be lost; with its number.
        yaml.YAMLError: it is no YAML.
    """
    plain = text.removeprefix("\ufeff")
    root = knoop(plain.replace("\r\n", "\n"))
    begin = _regels(plain)
    ingrepen: list[_Ingreep] = []
    for plek, anders in waarden.items():
        try:
            rij = _Rij(plain, begin, _item(root, lijst, plek), volgorde)
            ingrepen += rij.ingrepen(anders)
        except GeenPlaatsError:
            raise GeenPlaatsError(plek) from None
    return text[: len(text) - len(plain)] + _bewerkt(plain, ingrepen)


def vervang_waarden(text: str, waarden: Mapping[str, object], volgorde: Sequence[str]) -> str:
    """Return a text in which keys of the whole file have other values.

    Args:
        text: YAML, a block.
        waarden: the other values by their keys.
        volgorde: as of `vervang`.

    Raises:
        GeenPlaatsError: it holds no keys, or a comment would be lost.
        yaml.YAMLError: it is no YAML.
    """
    plain = text.removeprefix("\ufeff")
    root = knoop(plain.replace("\r\n", "\n"))
    if not isinstance(root, MappingNode):
        raise GeenPlaatsError
    rij = _Rij(plain, _regels(plain), root, volgorde)
    return text[: len(text) - len(plain)] + _bewerkt(plain, list(rij.ingrepen(waarden)))


def vervang_binnen(
    text: str,
    sleutel: str,
    waarden: Mapping[str, object],
    volgorde: Sequence[str],
    buiten: Sequence[str],
) -> str:
    """Return a text in which keys below one key of the whole file have other values.

    Args:
        text: YAML, a block.
        sleutel: the key that holds them; it is written when it is not there.
        waarden: the other values by their keys.
        volgorde: the order of those keys, for one that is new.
        buiten: the order of the keys of the file.

    Raises:
        GeenPlaatsError: its form leaves no place, or a comment would be lost.
        yaml.YAMLError: it is no YAML.
    """
    plain = text.removeprefix("\ufeff")
    root = knoop(plain.replace("\r\n", "\n"))
    pairs = root.value if isinstance(root, MappingNode) else ()
    for key, value in pairs:
        if key.value == sleutel and isinstance(value, MappingNode) and value.value:
            eigen = [str(naam.value) for naam, _ in value.value]
            if all(naam in waarden and waarden[naam] is None for naam in eigen):
                nieuw = {naam: waarde for naam, waarde in waarden.items() if waarde is not None}
                return vervang_waarden(text, {sleutel: nieuw or None}, buiten)
            order = (*eigen, *(naam for naam in volgorde if naam not in eigen))
            rij = _Rij(plain, _regels(plain), value, order)
            return text[: len(text) - len(plain)] + _bewerkt(plain, list(rij.ingrepen(waarden)))
    nieuw = {naam: waarde for naam, waarde in waarden.items() if waarde is not None}
    return vervang_waarden(text, {sleutel: nieuw} if nieuw else {}, buiten)


def _regels(plain: str) -> list[int]:
    """Return where each line begins."""
    return [0, *accumulate(len(line) + 1 for line in plain.split("\n"))]


def _bewerkt(plain: str, ingrepen: Sequence[_Ingreep]) -> str:
    delen, done = [], 0
    for ingreep in sorted(ingrepen, key=lambda i: i.begin):
        delen += [plain[done : ingreep.begin], ingreep.tekst]
        done = ingreep.eind
    return "".join((*delen, plain[done:]))


def _item(root: Node | None, lijst: str, plek: int) -> MappingNode:
    if isinstance(root, MappingNode):
        for key, value in root.value:
            if key.value == lijst and isinstance(value, SequenceNode) and plek < len(value.value):
                item = value.value[plek]
                if isinstance(item, MappingNode) and item.value:
                    return item
    raise GeenPlaatsError


class _Rij:
    """One item of the list, and where its keys and values stand in the text."""

    def __init__(
        self, text: str, begin: Sequence[int], item: MappingNode, volgorde: Sequence[str]
    ) -> None:
        self.text = text
        self.begin = begin  # of each line
        self.item = item
        self.volgorde = list(volgorde)
        self.einde = "\r\n" if "\r\n" in text else "\n"
        self.namen = {str(key.value): n for n, (key, _) in enumerate(item.value)}

    def ingrepen(self, waarden: Mapping[str, object]) -> Iterator[_Ingreep]:
        """Yield what must be done for these values; new keys in their order."""
        for naam in sorted(waarden, key=self.volgorde.index):
            waarde = waarden[naam]
            if naam not in self.namen:
                if waarde is not None:
                    yield self._nieuw(naam, waarde)
            elif waarde is None:
                yield self._weg(self.namen[naam])
            else:
                yield self._ander(self.namen[naam], waarde)

    # --- places

    def _plek(self, mark: Mark) -> int:
        return int(self.begin[mark.line] + mark.column)

    def _eind(self, node: Node) -> int:
        """Return where what is written of a node ends, blanks and comments behind it left out."""
        if isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._eind(last[1] if isinstance(node, MappingNode) else last)
        end = self._plek(node.end_mark)
        if isinstance(node, ScalarNode) and node.style in _BLOKKEN:
            begin = self._plek(node.start_mark)
            return begin + len(self.text[begin:end].rstrip())
        return end

    def _regeleinde(self, plek: int) -> int:
        """Return the end of the line in which a place is, before the sign that ends it."""
        end = self.text.find("\n", plek)
        end = len(self.text) if end < 0 else end
        return end - 1 if self.text[plek:end].endswith("\r") else end

    # --- what is done

    def _ander(self, n: int, waarde: object) -> _Ingreep:
        key, value = self.item.value[n]
        begin, eind = self._plek(value.start_mark), self._eind(value)
        if isinstance(value, SequenceNode) and not value.flow_style and isinstance(waarde, list):
            indent = " " * int(value.start_mark.column)
            oud = yaml.safe_load(indent + self.text[begin:eind].replace("\r\n", "\n"))
            if oud == waarde[: len(oud)]:  # what is there stays as it is
                eind = self._regeleinde(eind)
                return _Ingreep(eind, eind, self._regels(waarde[len(oud) :], indent))
            if _OPMERKING.search(self.text[begin:eind]):
                raise GeenPlaatsError
            return _Ingreep(begin, eind, self._regels(waarde, indent).lstrip())
        if not isinstance(value, ScalarNode) and _OPMERKING.search(self.text[begin:eind]):
            raise GeenPlaatsError
        if begin == eind:  # nothing stands there yet
            begin = eind = self._plek(key.end_mark) + 1
            return _Ingreep(begin, eind, f" {_inline(waarde)}")
        return _Ingreep(begin, eind, _inline(waarde))

    def _nieuw(self, naam: str, waarde: object) -> _Ingreep:
        eerder = self.volgorde[: self.volgorde.index(naam)]
        before = [self.namen[key] for key in eerder if key in self.namen]
        if not before:
            raise GeenPlaatsError
        eind = self._eind(self.item.value[max(before)][1])
        pair = f"{naam}: {_inline(waarde)}"
        if self.item.flow_style:
            return _Ingreep(eind, eind, f", {pair}")
        eind = self._regeleinde(eind)
        kolom = " " * self._kolom
        if isinstance(waarde, list) and any(isinstance(deel, dict) for deel in waarde):
            regels = self._regels(waarde, f"{kolom}  ")
            return _Ingreep(eind, eind, f"{self.einde}{kolom}{naam}:{regels}")
        return _Ingreep(eind, eind, f"{self.einde}{kolom}{pair}")

    def _regels(self, lijst: list[object], indent: str) -> str:
        """Return the items of a list, each behind a line end, and its keys below each other."""
        made = []
        for deel in lijst:
            keys = deel.items() if isinstance(deel, dict) else ()
            regels = [f"{naam}: {_inline(waarde)}" for naam, waarde in keys] or [_inline(deel)]
            made += [f"{indent}- {regels[0]}", *(f"{indent}  {regel}" for regel in regels[1:])]
        return "".join(f"{self.einde}{regel}" for regel in made)

    @property
    def _kolom(self) -> int:
        """How far its keys are from the left."""
        return int(self.item.value[0][0].start_mark.column)

    def _weg(self, n: int) -> _Ingreep:
        if n == 0 and len(self.item.value) == 1:
            raise GeenPlaatsError
        if n == 0:
            begin, eind = (self._plek(key.start_mark) for key, _ in self.item.value[:2])
        else:
            begin = self._eind(self.item.value[n - 1][1])
            eind = self._eind(self.item.value[n][1])
        if n and not self.item.flow_style:
            begin = self._regeleinde(begin)
            eind = self._regeleinde(eind)
        if _OPMERKING.search(self.text[begin:eind]):
            raise GeenPlaatsError
        return _Ingreep(begin, eind, "")


def _inline(waarde: object) -> str:
    """Return a value as it stands behind its key, on one line."""
    lines = "\n" in waarde if isinstance(waarde, str) else False
    shown: str = yaml.safe_dump(
        [waarde],
        allow_unicode=True,
        default_flow_style=True,
        default_style='"' if lines else None,
        width=10**6,
    )
    return shown.strip().removeprefix("[").removesuffix("]")
