"""Texts that are large, deep, or written to be slow to read."""

from __future__ import annotations

from functools import partial
from itertools import permutations, product
from typing import TYPE_CHECKING

from tests.vijandig.plek import KWAAD, TEKST, Geval

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.vijandig.plek import Plek

_DEEL = "convenant/deel-1"
_MB = 1_000_000

# What is added to the text of a deel.
_ERBIJ: dict[str, Callable[[], str]] = {
    "haken": lambda: "[" * 100_000,
    "haken-dicht": lambda: "[" * 50_000 + "]" * 50_000,
    "haken-paren": lambda: "[a](b" * 30_000,
    "figuurhaken": lambda: "![" * 50_000,
    "ronde-haken": lambda: "[a](" + "(" * 100_000,
    "verwijzingen": lambda: "Zie artikel 2, lid 1, onder b. " * 8_000,
    "verwijzing-lang": lambda: "artikel 2, " * 20_000,
    "verwijzing-reeks": lambda: "artikel " + "1, " * 30_000 + "en 2",
    "verwijzing-onder": lambda: "artikel 2, lid 1, onder " + "a, " * 30_000 + "en b",
    "verwijzing-tot": lambda: "artikel 1 tot en met 999999999",
    "invulvelden": lambda: "[datum] " * 20_000,
    "invulvelden-open": lambda: "[datum " * 20_000,
    "noten": lambda: "tekst[^x] " * 30_000 + "\n\n[^x]: Noot.",
    "noten-vele": lambda: (
        "".join(f"t[^n{i}] " for i in range(8_000))
        + "\n\n"
        + "\n\n".join(f"[^n{i}]: Noot." for i in range(8_000))
    ),
    "noten-zelf": lambda: "t[^x]\n\n[^x]: Noot[^x].",
    "sterren": lambda: "*" * 100_000 + "a",
    "sterren-paren": lambda: "*a **b " * 20_000,
    "strepen": lambda: "_a_b" * 30_000,
    "accenten": lambda: "".join("`" * n + "a" for n in range(1, 500)),
    "hoekhaken": lambda: "<" * 100_000,
    "html": lambda: "<a " * 50_000 + f"{KWAAD}<!--" * 10_000,
    "opmerkingen": lambda: f"<!-- goed: CV121, omdat {KWAAD} -->\nThans.\n\n" * 5_000,
    "entiteiten": lambda: "&#x" * 50_000 + "&" * 50_000,
    "schuin": lambda: "\\" * 100_001,
    "citaat": lambda: ">" * 10_000 + " diep",
    "lijst-diep": lambda: "\n".join("  " * n + "- x" for n in range(1_500)),
    "lijst-regel": lambda: "- " * 20_000 + "x",
    "leden": lambda: "\n\n".join(f"{n}. Lid." for n in range(1, 10_000)),
    "onderdelen": lambda: "1. Lid:\n" + "\n".join("   a. deel;" for _ in range(20_000)),
    "tabel-breed": lambda: "|" + "a|" * 20_000 + "\n|" + "-|" * 20_000 + "\n|" + "b|" * 20_000,
    "tabel-lang": lambda: "| a | b |\n| --- | --- |\n" + "| x | y |\n" * 30_000,
    "tabel-scheef": lambda: "|" + "-|" * 3_000 + "\n" + "|a\n" * 20_000,
    "koppen": lambda: "\n\n".join(f"## Artikel {n} Kop" for n in range(3, 8_000)),
    "koppen-zelfde": lambda: "\n\n## Artikel 9 Kop" * 5_000,
    "ankers": lambda: "\n\n".join(f"## Kop {{#a{n}}}" for n in range(5_000)),
    "definities": lambda: "\n".join(f"[d{n}]: x" for n in range(20_000)),
    "onderstreept": lambda: "a\n" + "=" * 100_000,
    "hekjes": lambda: "#" * 100_000 + " kop",
    "blokken": lambda: "\n::: ondertekenaars\n" * 5_000,
    "omheind": lambda: "\n```\n" * 10_001,
    "spaties": lambda: " " * 200_000 + "x",
    "tabs": lambda: "\t" * 100_000 + "x",
    "lege-regels": lambda: "\n" * 500_000,
    "woord": lambda: "a" * _MB,
    "combinerend": lambda: "e" + "\u0301" * 300_000,
    "kleinkapitaal": lambda: "\ufdfa" * 50_000,
    "cijfers": lambda: "artikel " + "9" * 200_000,
    "romeins": lambda: "deel " + "M" * 100_000,
    "onder-cijfers": lambda: "1." * 50_000,
    "kritiek": lambda: "{++a" * 20_000 + "{>>" * 20_000,
    "jinja": lambda: "{{ cycler.__init__ }} {% include 'x' %} " * 2_000,
}
# What also takes long, or means something else, in a paper.
_IN_STUK = {"haken-paren", "invulvelden", "noten-vele", "definities", "html", "jinja", "woord"}


def _achteraan(maak: Callable[[], str], plek: Plek) -> None:
    plek.erbij(TEKST, f"\n\n{maak()}\n")


def _alinea(grootte: int, plek: Plek) -> None:
    """Sentences to a number of bytes, with an empty line after each ten."""
    zin = "Partijen werken samen zoals in dit convenant is beschreven. "
    alinea = zin * 10 + "\n\n"
    plek.schrijf(f"{_DEEL}/03-groot.md", f"# 3 Groot\n\n{alinea * (grootte // len(alinea) + 1)}")


def _regel(plek: Plek) -> None:
    plek.schrijf(f"{_DEEL}/03-regel.md", "# 3 Regel\n\n" + "woord " * (_MB * 5 // 6 + 1))


def _samenstellingen(plek: Plek) -> None:
    """Thousands of compounds of four words, of which the dictionary takes long to judge each."""
    voor = ("samenwerkings", "informatie", "veiligheids", "zorg", "gegevens", "beleids", "crisis")
    na = ("overeenkomst", "verband", "convenant", "keten", "aanpak", "systeem", "regie", "plan")
    woorden = ("".join(drie) + een for drie in permutations(voor, 3) for een in na)
    plek.schrijf(f"{_DEEL}/03-lang.md", f"# 3 Lang\n\n{' '.join(woorden)}\n")


def _onbekend(plek: Plek) -> None:
    """Tens of thousands of words in no dictionary, and one of a hundred thousand letters."""
    woorden = ("".join(vijf) + "q" for vijf in product("bcdfghkl", repeat=5))
    plek.schrijf(f"{_DEEL}/03-vreemd.md", f"# 3 Vreemd\n\n{' '.join(woorden)} {'x' * 100_000}\n")


def _ijl(plek: Plek) -> None:
    """A text of gigabytes that takes no room on the disk."""
    with plek.schrijf(f"{_DEEL}/03-ijl.md", "").open("wb") as file:
        file.truncate(4_000 * _MB)


def _bestanden(plek: Plek) -> None:
    for n in range(2_001):
        plek.schrijf(f"{_DEEL}/b{n:04}.md", f"# {n + 3} Hoofdstuk\n\nTekst.\n")


def _addenda(plek: Plek) -> None:
    source = "addenda/2020-01-01-uitbreiding/addendum.yaml"
    text = plek.lees(source)
    for n in range(700):
        plek.schrijf(f"addenda/2021-01-01-a{n}/addendum.yaml", text)
        plek.schrijf(f"addenda/2021-01-01-a{n}/03-uitbreiding.md", "# 3 Uitbreiding\n")


def _mappen(plek: Plek) -> None:
    """A deel of tens of thousands of files that are no text."""
    for n in range(20_000):
        (plek.dossier / _DEEL / f"x{n}.tmp").touch()


def _wijzigingen(plek: Plek) -> None:
    row = "  - soort: vervangen-tekst\n    plaats: deel-1-artikel-1\n    oud: e\n"
    rows = row + "    nieuw: ee\n    overal: ja\n"
    plek.erbij("addenda/2020-01-01-uitbreiding/addendum.yaml", rows * 60)


GEVALLEN: tuple[Geval, ...] = (
    *(
        Geval(
            f"tekst-{naam}",
            partial(_achteraan, maak),
            ("controleer", "bouw-md") if naam in _IN_STUK else ("controleer",),
            onschuldig=True,
        )
        for naam, maak in _ERBIJ.items()
    ),
    Geval("omvang-5-mb", partial(_alinea, 5 * _MB + 1_000), noemt="03-groot.md"),
    Geval("omvang-4-mb", partial(_alinea, 4 * _MB), ("controleer",)),
    Geval("omvang-regel", _regel, noemt="03-regel.md"),
    Geval("omvang-samenstellingen", _samenstellingen, ("spelling",), onschuldig=True),
    Geval("omvang-onbekend", _onbekend, ("spelling",), onschuldig=True),
    Geval("omvang-ijl", _ijl, noemt="03-ijl.md"),
    Geval("omvang-2001-bestanden", _bestanden, ("controleer", "bouw-md")),
    Geval("omvang-700-addenda", _addenda, ("controleer", "bouw-md")),
    Geval("omvang-20000-bijbestanden", _mappen, ("controleer",)),
    Geval("omvang-wijzigingen", _wijzigingen, ("controleer", "bouw-md")),
)
