"""What differs between the registers of two editions."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from convenantwerk.dossier.registertabel import REGISTERS
from convenantwerk.renvooi.renvooi import Registerverschil
from convenantwerk.tekst.boom import elementen, titel
from convenantwerk.tekst.overlegfeiten import Overlegfeiten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convenantwerk.dossier.dossier import Dossier
    from convenantwerk.tekst.boom import Convenant

Rijen = dict[str, tuple[str, dict[str, str]]]


def vergelijk_registers(
    oud: tuple[Dossier, Convenant], nieuw: tuple[Dossier, Convenant]
) -> tuple[Registerverschil, ...]:
    """Return what differs besides the text: printed settings, rows of registers, overleggen.

    Args:
        oud: the dossier of the old edition, and its text, which holds the overleggen.
        nieuw: the same of the new edition.
    """
    left, right = _registers(*oud), _registers(*nieuw)
    return (
        *_instellingen(oud[0], nieuw[0]),
        *(verschil for register in left for verschil in _compare(register, left, right)),
    )


# What of convenant.yaml stands on the papers; invulvelden are filled in, and so in the text.
_GEDRUKT = ("titel", "samenwerkingsverband", "citeertitel")


def _instellingen(oud: Dossier, nieuw: Dossier) -> Iterator[Registerverschil]:
    for veld in _GEDRUKT:
        was, wordt = getattr(oud.instellingen, veld), getattr(nieuw.instellingen, veld)
        if was != wordt:
            yield Registerverschil("instellingen", "gewijzigd", veld, ((veld, was, wordt),))


def _registers(dossier: Dossier, convenant: Convenant) -> dict[str, Rijen]:
    """Return each register as rows by sleutel: what a reader calls it, and its fields."""
    return {
        **{
            register.naam: {
                row.sleutel: (register.noem(row), _fields(row)) for row in register.rijen(dossier)
            }
            for register in REGISTERS
            if register.noem
        },
        "overleggen": {
            element.anker: (titel(element), _fields(element.feiten or Overlegfeiten()))
            for element in elementen(convenant.delen)
            if element.soort == "overleg"
        },
    }


def _fields(value: Any) -> dict[str, str]:  # noqa: ANN401  # any register has fields
    return {
        spec.name.replace("_", " "): _shown(getattr(value, spec.name))
        for spec in fields(value)
        if spec.name not in ("sleutel", "position")
    }


def _shown(value: object) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _compare(
    register: str, left: Mapping[str, Rijen], right: Mapping[str, Rijen]
) -> Iterator[Registerverschil]:
    oud, nieuw = left[register], right[register]
    for sleutel in dict.fromkeys((*oud, *nieuw)):
        if sleutel not in nieuw:
            yield Registerverschil(register, "vervallen", oud[sleutel][0])
        elif sleutel not in oud:
            yield Registerverschil(register, "ingevoegd", nieuw[sleutel][0])
        elif oud[sleutel][1] != nieuw[sleutel][1]:
            was, wordt = oud[sleutel][1], nieuw[sleutel][1]
            velden = tuple(
                (veld, was[veld], wordt[veld]) for veld in was if was[veld] != wordt[veld]
            )
            yield Registerverschil(register, "gewijzigd", nieuw[sleutel][0], velden)
    yield from _volgorde(register, oud, nieuw)


def _volgorde(register: str, oud: Rijen, nieuw: Rijen) -> Iterator[Registerverschil]:
    """Yield the order of the rows that are in both, when it is another: papers list them so."""
    was = [sleutel for sleutel in oud if sleutel in nieuw]
    wordt = [sleutel for sleutel in nieuw if sleutel in oud]
    if was != wordt:
        before, now = (", ".join(nieuw[sleutel][0] for sleutel in row) for row in (was, wordt))
        yield Registerverschil(register, "gewijzigd", "de volgorde", (("volgorde", before, now),))
