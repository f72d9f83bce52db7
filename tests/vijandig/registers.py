"""Registers and settings in YAML that unfolds, nests, names code, or holds what no value is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.vijandig.plek import ADDENDUM, GEBEURTENISSEN, INSTELLINGEN, PARTNERS, Geval

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.vijandig.plek import Plek

_RIJ = "  - sleutel: p{n}\n    naam: Partner {n}\n    soort: incidenteel\n"


def _aliasbom() -> str:
    rows = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    return "a0: &a0 [x]\n" + "\n".join(rows) + "\npartners: *a11\n"


def _rijen(aantal: int) -> str:
    return "partners:\n" + "".join(_RIJ.format(n=n) for n in range(aantal))


def _veld(naam: str, waarde: str) -> Callable[[], str]:
    return lambda: (
        f"partners:\n  - sleutel: p\n    naam: P\n    soort: incidenteel\n    {naam}: {waarde}\n"
    )


# What stands in the place of partners.yaml.
_PARTNERS: dict[str, Callable[[], str]] = {
    "aliasbom": _aliasbom,
    "alias-zelf": lambda: "partners: &a\n  - *a\n",
    "alias-velen": lambda: "partners:\n" + "".join(f"  - &a{n} {{}}\n" for n in range(50_000)),
    "alias-onbekend": lambda: "partners: *weg\n",
    "samenvoegen": lambda: "x: &x {naam: X}\npartners:\n  - <<: *x\n    sleutel: x\n",
    "samenvoegbom": lambda: (
        "a0: &a0 {x: 1}\n"
        + "".join(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 12))
        + "partners: [*a11]\n"
    ),
    "nest": lambda: "partners: " + "[" * 100_000,
    "nest-dicht": lambda: "partners: " + "[" * 900 + "]" * 900,
    "nest-kaart": lambda: "partners: " + "{a: " * 50_000,
    "nest-streep": lambda: "partners:\n" + "- " * 20_000 + "x\n",
    "nest-inspringen": lambda: "\n".join(" " * n + "a:" for n in range(3_000)),
    "object": lambda: "partners: !!python/object/apply:os.system ['touch uitgevoerd']\n",
    "object-nieuw": lambda: "partners: !!python/object/new:subprocess.Popen [[touch, x]]\n",
    "module": lambda: "partners: !!python/module:antigravity\n",
    "binair": lambda: "partners: !!binary aGFsbG8=\n",
    "verzameling": lambda: "partners: !!set {a, b}\n",
    "eigen-merk": lambda: "partners: !kwaad [x]\n",
    "merk-onbekend": lambda: "%TAG ! tag:kwaad.example,2000:\n---\npartners: !x []\n",
    "versie": lambda: "%YAML 9.9\n---\npartners: []\n",
    "documenten": lambda: "partners: []\n---\npartners: []\n" * 100,
    "dubbel": lambda: "partners: []\n" * 5_000,
    "sleutels": lambda: "".join(f"s{n}: x\n" for n in range(20_000)),
    "sleutel-lijst": lambda: "? [a, b]\n: x\n? {a: b}\n: y\n",
    "sleutel-lang": lambda: "a" * 200_000 + ": x\n",
    "groot": lambda: _rijen(100) + "# " + "x" * 20_500_000,
    "rijen": lambda: _rijen(100_000),
    "tabs": lambda: "partners:\n\t- sleutel: x\n",
    "nul": lambda: "partners: []\n\0",
    "surrogaat": lambda: 'partners: "\\ud800"\n',
    "ontsnapt": lambda: 'partners: "\\U7FFFFFFF"\n',
    "aanhaling": lambda: 'partners: "' + '\\"' * 100_000,
    "blok": lambda: "partners: |\n" + "  x\n" * 200_000,
    "vouwen": lambda: "partners: >9\n" + " " * 9 + "x\n",
    "dubbele-punten": lambda: "a: " * 20_000,
    "uitroep": lambda: "!" * 50_000 + " x\n",
    "vraagteken": lambda: "? " * 20_000,
    "ampersand": lambda: "&a " * 20_000,
    "getal": _veld("kvk", "9" * 100_000),
    "getal-zestig": _veld("kvk", "1" + ":59" * 30_000),
    "getal-hex": _veld("kvk", "0x" + "f" * 100_000),
    "oneindig": _veld("kvk", ".inf"),
    "datum": _veld("opmerking", "9999-99-99"),
    "datum-nul": _veld("opmerking", "0000-00-00"),
    "datum-zone": _veld("opmerking", "2001-01-01 00:00:00 +99:99"),
    "leeg": lambda: "",
    "alleen-bom": lambda: "\ufeff",
    "scalar": lambda: "partners\n",
    "niets": lambda: "partners: ~\n",
}
# What is added to other files.
_ERBIJ: dict[str, tuple[str, str]] = {
    "gebeurtenis-datum": (GEBEURTENISSEN, "  - datum: 99999-01-01\n    soort: besluit\n"),
    "gebeurtenis-jaar": (
        GEBEURTENISSEN,
        "  - datum: 0001-01-01\n    soort: opzegging\n    partner: politie\n",
    ),
    "gebeurtenis-laat": (
        GEBEURTENISSEN,
        "  - datum: 9999-12-31\n    soort: opzegging\n    partner: politie\n",
    ),
    "gebeurtenissen-velen": (
        GEBEURTENISSEN,
        "  - datum: 2026-11-02\n    soort: vergadering\n    overleg: x\n" * 5_000,
    ),
    "regels-termijn": (INSTELLINGEN, "regels:\n  opzegging: {opzegtermijn: P999999999999M}\n"),
    "regels-periode": (INSTELLINGEN, "ondertekening:\n  reactietermijn: P" + "9" * 5_000 + "D\n"),
    "addendum-datum": (f"{ADDENDUM}/addendum.yaml", "volgorde: " + "9" * 10_000 + "\n"),
}


def _vervang(maak: Callable[[], str], plek: Plek) -> None:
    plek.schrijf(PARTNERS, maak())


def _erbij(pad: str, tekst: str, plek: Plek) -> None:
    plek.erbij(pad, tekst)


def _ijl(plek: Plek) -> None:
    with plek.schrijf(PARTNERS, "").open("wb") as file:
        file.truncate(3_000_000_000)


def _versiebom(plek: Plek) -> None:
    """The sealed file of a version unfolds."""
    plek.schrijf("convenant/versies/v0/versie.yaml", _aliasbom())


GEVALLEN: tuple[Geval, ...] = (
    *(
        Geval(f"register-{naam}", partial(_vervang, maak), ("controleer",))
        for naam, maak in _PARTNERS.items()
    ),
    *(
        Geval(f"register-{naam}", partial(_erbij, *rij), ("controleer", "pakket"))
        for naam, rij in _ERBIJ.items()
    ),
    Geval("register-ijl", _ijl, ("controleer", "vaststellen"), "partners.yaml"),
    Geval("register-versiebom", _versiebom, ("controleer", "versie"), "versie.yaml"),
)
