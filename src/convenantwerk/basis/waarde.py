"""Values: what `dataclass(frozen=True, slots=True)` makes, in a fifth of the time.

Every command makes more than a hundred such classes before it does anything. A frozen dataclass
compiles six functions for each, and that was a quarter of the time of the shortest commands. Here
only `__init__` is compiled; the rest is the same function for all, and asks the fields.
"""

from __future__ import annotations

import sys
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform, overload

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import Field

    from _typeshed import DataclassInstance

_T = TypeVar("_T")


@overload
def waarde(cls: type[_T], /) -> type[_T]: ...
@overload
def waarde(*, kw_only: bool = ...) -> Callable[[type[_T]], type[_T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def waarde(
    cls: type[_T] | None = None, /, *, kw_only: bool = False
) -> type[_T] | Callable[[type[_T]], type[_T]]:
    """Return a class of values: fields in slots, equal when these are, never to be changed.

    For all of the standard library it is a dataclass: `fields`, `replace`, `match`, `copy`.
    """
    if cls is None:
        return lambda one: _maak(one, kw_only=kw_only)
    return _maak(cls, kw_only=kw_only)


def _maak(cls: type[_T], *, kw_only: bool) -> type[_T]:
    eigen = {**vars(cls)}
    bare = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
    made = cast("type[DataclassInstance]", bare)
    velden = fields(made)
    vergeleken = [one.name for one in velden if one.compare]
    methods: dict[str, Any] = {
        "__init__": _init(made, velden),
        "__repr__": _repr,
        "__setattr__": _nooit,
        "__delattr__": _nooit,
        "__getstate__": _getstate,
        "__setstate__": _setstate,
    }
    if "__eq__" not in eigen:
        methods |= _vergelijking(vergeleken)
    for naam, method in methods.items():
        if naam not in eigen:
            setattr(made, naam, method)
    return bare


def _init(cls: type[DataclassInstance], velden: tuple[Field[Any], ...]) -> Callable[..., None]:
    """Return the function that puts each argument in its slot; the one thing that is compiled."""
    gezet = [one for one in velden if one.init or _heeft_begin(one)]
    gewoon = [_parameter(one) for one in velden if one.init and not one.kw_only]
    sleutels = [_parameter(one) for one in velden if one.init and one.kw_only]
    parameters = ", ".join(("self", *gewoon, *(("*", *sleutels) if sleutels else ())))
    regels = [f"_zet_{one.name}(self, {_waarde_van(one)})" for one in gezet]
    if hasattr(cls, "__post_init__"):
        regels.append("self.__post_init__()")
    binding: dict[str, Any] = {"_ONTBREEKT": MISSING}
    for one in gezet:
        binding[f"_zet_{one.name}"] = getattr(cls, one.name).__set__
        binding[f"_is_{one.name}"] = one.default
        binding[f"_maak_{one.name}"] = one.default_factory
    tekst = "\n  ".join((f" def __init__({parameters}):", *(regels or ["pass"])))
    found: dict[str, Callable[..., Callable[..., None]]] = {}
    exec(  # noqa: S102  the names of the fields of a class of ours
        f"def maak({', '.join(binding)}):\n{tekst}\n return __init__",
        vars(sys.modules[cls.__module__]),
        found,
    )
    init = found["maak"](**binding)
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__annotations__ = {one.name: one.type for one in velden if one.init} | {"return": None}
    return init


def _heeft_begin(veld: Field[Any]) -> bool:
    return veld.default is not MISSING or veld.default_factory is not MISSING


def _parameter(veld: Field[Any]) -> str:
    if veld.default is not MISSING:
        return f"{veld.name}=_is_{veld.name}"
    return veld.name if veld.default_factory is MISSING else f"{veld.name}=_ONTBREEKT"


def _waarde_van(veld: Field[Any]) -> str:
    naam = veld.name
    if not veld.init:
        return f"_is_{naam}" if veld.default is not MISSING else f"_maak_{naam}()"
    return (
        naam
        if veld.default_factory is MISSING
        else (f"_maak_{naam}() if {naam} is _ONTBREEKT else {naam}")
    )


def _vergelijking(namen: list[str]) -> dict[str, Callable[..., Any]]:
    """Return how values of a class compare: as the tuples of their fields."""
    vraag = attrgetter(*namen) if namen else _geen

    def gelijk(self: object, ander: object) -> bool:
        return vraag(self) == vraag(ander) if ander.__class__ is self.__class__ else NotImplemented

    def getal(self: object) -> int:
        return hash((vraag(self),))

    return {"__eq__": gelijk, "__hash__": getal}


def _geen(_: object) -> tuple[()]:
    return ()


def _repr(self: DataclassInstance) -> str:
    shown = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _nooit(self: object, naam: str, *_: object) -> None:
    raise FrozenInstanceError(f"{type(self).__name__}.{naam} verandert nooit")


def _getstate(self: DataclassInstance) -> list[object]:
    return [getattr(self, one.name) for one in fields(self)]


def _setstate(self: DataclassInstance, staat: list[object]) -> None:
    for one, waarde in zip(fields(self), staat, strict=True):
        object.__setattr__(self, one.name, waarde)
