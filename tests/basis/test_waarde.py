"""A value is what a frozen dataclass with slots is, for all that asks it anything."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace

import pytest

from convenantwerk.basis.waarde import waarde


@waarde
class Punt:
    """A place."""

    x: int
    y: int = 2
    naam: str = field(default="", compare=False, repr=False)
    bij: tuple[int, ...] = field(default_factory=tuple)

    @property
    def samen(self) -> int:
        """Both."""
        return self.x + self.y


@waarde
class Ruim(Punt):
    """A place in a room, with what is worked out of it."""

    z: int = 3
    som: int = field(init=False, default=0)
    vast: int = field(init=False, default=7, repr=False)

    def __post_init__(self) -> None:
        """Work it out."""
        object.__setattr__(self, "som", self.x + self.y + self.z)


@waarde(kw_only=True)
class Los:
    """Of which fields are named."""

    a: int
    b: int = 5


@dataclass(frozen=True, slots=True)
class Gewoon:
    """What the standard library makes of the same."""

    x: int
    y: int = 2
    naam: str = field(default="", compare=False, repr=False)
    bij: tuple[int, ...] = field(default_factory=tuple)


def test_it_has_its_fields_in_slots_and_never_changes() -> None:
    """Setting, deleting and adding are refused."""
    punt = Punt(1)
    assert (punt.x, punt.y, punt.naam, punt.bij, punt.samen) == (1, 2, "", (), 3)
    assert not hasattr(punt, "__dict__")
    for change in ("x", "samen", "nieuw"):
        with pytest.raises(FrozenInstanceError):
            setattr(punt, change, 4)
    with pytest.raises(FrozenInstanceError):
        del punt.x


def test_values_are_equal_by_what_is_compared() -> None:
    """The same fields, of the same class; in a set they are one."""
    assert Punt(1, naam="een") == Punt(1, naam="ander")
    assert Punt(1) != Punt(2)
    assert Ruim(1) != Punt(1)
    ander: object = 1
    assert Punt(1) != ander
    assert len({Punt(1, naam="een"), Punt(1), Punt(3), Los(a=1), Los(a=1)}) == 3


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))]
)
def test_it_can_be_copied_and_kept(again: Callable[[object], object]) -> None:
    """Pickled too, as who works in another process needs."""
    ruim = Ruim(1, naam="een", bij=(4,))
    copied = again(ruim)
    assert copied == ruim
    assert isinstance(copied, Ruim)
    assert (copied.naam, copied.som, copied.vast) == ("een", 6, 7)


def test_the_standard_library_knows_it() -> None:
    """As a dataclass: its fields, `replace`, and patterns by place and name."""
    assert [one.name for one in fields(Ruim)] == ["x", "y", "naam", "bij", "z", "som", "vast"]
    assert replace(Ruim(1), z=5).som == 8
    assert repr(Ruim(1)) == "Ruim(x=1, y=2, bij=(), z=3, som=6)"
    match Ruim(1):
        case Punt(x, y, bij=bij):
            assert (x, y, bij) == (1, 2, ())
    assert is_dataclass(Punt)


@pytest.mark.parametrize("args", [(), (1, 2, "", (), 5)])
def test_wrong_arguments_are_refused(args: tuple[object, ...]) -> None:
    """In the words of Python, as for a function."""
    with pytest.raises(TypeError) as own:
        Punt(*args)  # type: ignore[arg-type]
    with pytest.raises(TypeError) as usual:
        Gewoon(*args)  # type: ignore[arg-type]
    assert str(own.value).replace("Punt", "Gewoon") == str(usual.value)
    with pytest.raises(TypeError):
        Los(1)  # type: ignore[call-arg]
