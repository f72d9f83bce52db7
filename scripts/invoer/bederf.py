"""The cases: which files are spoilt, how, and what is asked of the dossier then."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml
from hypothesis import strategies as st
from tests.invoer.kleine_bestanden import KLEIN
from tests.voorbeelden import DOSSIERS, ROOT, kopie

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

# Pieces that have meant something to some program once.
BROKKEN: tuple[bytes, ...] = tuple(
    brok.encode("utf-8", "surrogatepass")
    for brok in (
        *("\x00", "\x1b[2J", "\t", "\r", "\n\n", "\xa0", "\xad", "\u200b", "\u202e", "\ufeff"),
        *("\U000e0041", "\ud800", "\u0430", "\ue000", "\u0378", "\uffff", "\u2028", "🎉"),
        *("---\n", "...\n", "- ", ": ", "? ", "&a ", "*a", "!!python/none ", "!x ", "<<: ", "%TAG"),
        *("|\n", ">-\n", "'", '"', "[", "]", "{", "}", "#", "~", "null", "no", "0123", "1e999"),
        *("{{", "}}", "{%", "%}", "{{ x.__class__ }}", "{% for i in range(9) %}", "<b>", "&amp;"),
        *(
            "](x)",
            "![a](b.png)",
            "[^1]",
            "[^1]: n",
            "::: partners",
            "::: ",
            "`",
            "*",
            "**",
            "|",
            "||",
        ),
        *(
            "# ",
            "## Artikel 1 ",
            "1. ",
            "1.1 ",
            "a. ",
            "- ",
            "  ",
            "    ",
            "{#a}",
            "\\",
            "$",
            "9" * 400,
        ),
        *("2018-02-30", "0000-01-01", "9999-12-31", "P9Y", "artikel 8.4, onder a", "../", "/etc/"),
        *(
            "@import 'print.css';",
            "font-size:1e9px;",
            "url(x)",
            "content: counter(page);",
            "@page{",
        ),
        *("[" * 50, "> " * 50, "- " * 50, "(" * 200, "a" * 5000),
    )
)
_SJABLONEN = [
    path.relative_to(ROOT).as_posix()
    for path in sorted((ROOT / "templates").rglob("*"))
    if path.suffix in (".md", ".html", ".css", ".svg", ".docx")
]


@dataclass(frozen=True)
class Geval:
    """A case: a dossier of the tests, the files in it that differ, and the words of the command."""

    bron: str
    bestanden: Mapping[str, bytes]
    woorden: tuple[str, ...]


def schrijf(geval: Geval, root: Path) -> Path:
    """Write the dossier of a case."""
    kopie(DOSSIERS / geval.bron, root)
    for pad, data in geval.bestanden.items():
        (root / pad).parent.mkdir(parents=True, exist_ok=True)
        (root / pad).write_bytes(data)
    return root


@cache
def _paden(bron: str) -> tuple[str, ...]:
    root = DOSSIERS / bron
    return tuple(
        path.relative_to(root).as_posix()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.suffix in (".md", ".yaml", ".png")
    )


def _inhoud(bron: str, pad: str) -> bytes:
    return ((ROOT if pad in _SJABLONEN else DOSSIERS / bron) / pad).read_bytes()


# --- bytes


def _knip(data: bytes, a: int, b: int, _: bytes) -> bytes:
    return data[:a] + data[b:]


def _herhaal(data: bytes, a: int, b: int, _: bytes) -> bytes:
    return data[:b] + data[a:b] * 3 + data[b:]


def _steek(data: bytes, a: int, _: int, brok: bytes) -> bytes:
    return data[:a] + brok + data[a:]


def _vervang(data: bytes, a: int, b: int, brok: bytes) -> bytes:
    return data[:a] + brok + data[b:]


def _keer(data: bytes, a: int, b: int, _: bytes) -> bytes:
    return data[:a] + data[a:b][::-1] + data[b:]


def _regels(data: bytes, a: int, b: int, _: bytes) -> bytes:
    lines = data.split(b"\n")
    i, j = a % len(lines), b % len(lines)
    lines[i], lines[j] = lines[j], lines[i]
    return b"\n".join(lines)


_INGREPEN: tuple[Callable[[bytes, int, int, bytes], bytes], ...] = (
    *(_knip, _herhaal, _steek, _vervang, _keer, _regels),
    *(_steek, _vervang),  # these find the most
)


@st.composite
def _bytes(draw: st.DrawFn, data: bytes) -> bytes:
    """Return bytes in which something was cut, doubled, put in or turned."""
    if data[:2] == b"PK":
        return draw(_zip(data))
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(data)))
        end = min(len(data), begin + draw(st.integers(0, 40)))
        ingreep = draw(st.sampled_from(_INGREPEN))
        brok = draw(st.sampled_from(BROKKEN) | st.binary(max_size=6))
        data = ingreep(data, begin, end, brok)
    return data


@st.composite
def _zip(draw: st.DrawFn, data: bytes) -> bytes:
    """Return a Word file of which one part was spoilt."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        names = [info.filename for info in old.infolist()]
        chosen = draw(st.sampled_from(names))
        for naam in names:
            part = old.read(naam)
            new.writestr(naam, draw(_bytes(part)) if naam == chosen and part[:2] != b"PK" else part)
    return made.getvalue()


# --- values


_WOORDEN = st.sampled_from([b.decode("utf-8", "replace") for b in BROKKEN]) | st.text(max_size=12)
_WAARDEN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | _WOORDEN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_WOORDEN, inner, max_size=3),
    max_leaves=4,
)


@st.composite
def _waarden(draw: st.DrawFn, data: bytes) -> bytes:
    """Return a YAML file in which a value, a key or a row is another."""
    tree = yaml.load(data, Loader=yaml.BaseLoader)  # noqa: S506  the loader that makes text of all
    for _ in range(draw(st.integers(1, 3))):
        tree = draw(_anders(tree))
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode("utf-8", "replace")


@st.composite
def _anders(draw: st.DrawFn, tree: Any) -> Any:  # noqa: ANN401  any value of YAML
    if draw(st.integers(0, 5)) == 0 or not isinstance(tree, dict | list) or not tree:
        return draw(_WAARDEN)
    if isinstance(tree, list):
        index = draw(st.integers(0, len(tree) - 1))
        kept = [*tree[:index], draw(_anders(tree[index])), *tree[index + 1 :]]
        return draw(st.sampled_from([kept, tree[:index] + tree[index + 1 :], [*tree, tree[index]]]))
    key = draw(st.sampled_from(list(tree)))
    changed = {**tree, key: draw(_anders(tree[key]))}
    fewer = {naam: value for naam, value in tree.items() if naam != key}
    return draw(st.sampled_from([changed, changed, fewer, {**fewer, draw(_WOORDEN): tree[key]}]))


# --- what is asked


def _meestal(goed: st.SearchStrategy[str], anders: st.SearchStrategy[str]) -> Any:  # noqa: ANN401
    """Return what is well three times in four: else few commands get to work."""
    return st.integers(0, 3).flatmap(lambda kans: goed if kans else anders)


_NAMEN = st.sampled_from(["politie", "gemeente-gouda", "Gemeente Voorbeeldstad", "Nieuwe Zorg"])
_DAGEN = st.sampled_from(["2019-06-01", "2020-06-01", "2026-11-24", "1000-01-01", "2999-12-31"])
_DAG = _meestal(_DAGEN, st.dates().map(str))
_WOORD = _meestal(_NAMEN, _WOORDEN)
_MET_DAG = ("controleer", "bouw", "stand", "partners", "overleggen", "termijnen", "ondertekening")
_NIEUW = _meestal(st.just("Stichting Nieuw"), _WOORDEN)
_LEES = st.sampled_from(
    [
        *(("controleer",), ("controleer", "--json"), ("controleer", "--editie", "doorlopend")),
        *(("eisen", "convenant", "avg-26"), ("eisen", "wgr", "--csv"), ("eisen", "--json")),
        *(
            ("stand",),
            ("stand", "--json"),
            ("stand", "--formaat", "md,html"),
            ("partners", "--csv"),
        ),
        *(("partners", "--openbaar"), ("overleggen",), ("overleggen", "--json"), ("termijnen",)),
        *(("termijnen", "--json"), ("jaarkalender", "--formaat", "html"), ("versies",)),
        *(("ondertekening",), ("sjablonen",), ("schema",), ("renvooi", "2018-01-01", "werk")),
        *(
            ("bouw", "--formaat", "md,html"),
            ("bouw", "--formaat", "docx"),
            ("bouw", "--definitief"),
        ),
        ("bouw", "--formaat", "pdf"),
    ]
)


_PAPIER = st.sampled_from(["md", "html", "docx"])
_JAAR = st.sampled_from(["2027", "2027", "2028", "1990", "2200", "x"])
_EDITIE = _meestal(
    st.sampled_from(["werk", "2017", "2018-06-18", "2018-01-01", "2026-01-01"]),
    _WOORDEN | st.just("git:HEAD"),
)
_KENMERK = _meestal(
    st.sampled_from(
        ["2018-06-18 vaststelling 2018-06-18 16eb1f2", "e90254a", "2017-03-31 vaststelling 2017"]
    ),
    _WOORDEN,
)
_FEITEN = "convenant/registers/partners.yaml"
# Commands that record or make something; what is a strategy, is drawn.
_VASTLEGGEND: tuple[tuple[str | st.SearchStrategy[str], ...], ...] = (
    *(
        ("opzegging", _WOORD, "--ontvangen", dag, "--kenmerk", _WOORD, "--formaat", _PAPIER, "--ja")
        for dag in ("2026-11-24", _DAG)
    ),
    ("verlenging", _JAAR, "--formaat", _PAPIER, "--ja"),
    ("vaststellen", _WOORD, "--besluit", _WOORD, "--datum", _DAG),
    ("vaststellen", "2026", "--besluit", "B", "--datum", _DAG, "--ondanks-fouten"),
    (
        *("toetreding", _NIEUW, "verzoek", "--kvk", "12345678", "--tekenaar", _WOORD, "--functie"),
        *(_WOORD, "--datum", "2026-01-01", "--adres", _WOORD, "--formaat", _PAPIER, "--ja"),
    ),
    ("toetreding", _WOORD, "instemming", "--datum", _DAG, "--kenmerk", _WOORD, "--ja"),
    ("toetreding", "--uit-bestand", _FEITEN),
    (
        *("geheimhouding", _WOORD, "--overleg", _WOORD, "--organisatie", _WOORD, "--functie"),
        *(_WOORD, "--datum", "2026-01-01", "--formaat", _PAPIER),
    ),
    ("addendum", "afleiden", _EDITIE, _EDITIE, "--naam", _WOORD, "--titel", _WOORD),
    ("renvooi", _EDITIE, _EDITIE, "--formaat", "md"),
    ("renvooi", _EDITIE, _EDITIE, "--formaat", "html,docx"),
    ("pakket", _WOORD, "--ja"),
    ("corrigeer", "--lijst"),
    ("corrigeer", "--gebeurtenis", _KENMERK, "--reden", _WOORD, "--ja"),
    ("corrigeer", "--gebeurtenis", _KENMERK, "--reden", "fout", "--datum", _DAG, "--ja"),
    ("wijzig", "partner", _WOORD, "--naam", _WOORD, "--adres", _WOORD, "--email", _WOORD, "--ja"),
    ("wijzig", "partner", "politie", "--opmerking", _WOORD, "--kort", "", "--ja"),
    ("wijzig", "ondertekenaar", _WOORD, "--naam", _WOORD, "--vanaf", _DAG, "--ja"),
    ("wijzig", "ondertekenaar", "politie", "--tot", _DAG, "--functie", _WOORD, "--ja"),
    ("wijzig", "besluit", _WOORD, "--datum", _DAG, "--titel", _WOORD, "--ja"),
    ("besluit", _DAG, "--orgaan", _WOORD, "--kenmerk", _WOORD, "--ja"),
    ("vergadering", _DAG, "--plaats", _WOORD, "--naar", _DAG, "--ja"),
    ("vergadering", _DAG, "--stuk", _WOORD, "--ja"),
    (_WOORD, _WOORD, _WOORD),
)


@st.composite
def _vastleggend(draw: st.DrawFn) -> tuple[str, ...]:
    """Return a command that records, with words that may be anything."""
    chosen = draw(st.sampled_from(_VASTLEGGEND))
    return tuple(draw(soort) if isinstance(soort, st.SearchStrategy) else soort for soort in chosen)


@st.composite
def _import(draw: st.DrawFn) -> Geval:
    """Return a file of somebody that is spoilt, and imported."""
    naam = draw(st.sampled_from(sorted(KLEIN)))
    keuze = draw(
        st.sampled_from([(), ("--aanvaard",), ("--als", "addendum"), ("--rapport", "json")])
    )
    woorden = ("importeer", naam, "--naar", "nieuw", "--op", draw(_DAG), *keuze)
    return Geval("klein", {naam: draw(_bytes(KLEIN[naam]))}, woorden)


@st.composite
def gevallen(draw: st.DrawFn) -> Geval:
    """Return a case."""
    if draw(st.integers(0, 7)) == 0:
        return draw(_import())
    bron = draw(st.sampled_from(["klein", "klein", "klein", "hollands-midden"]))
    pads = st.sampled_from(_paden(bron))
    woorden = draw(_LEES | _LEES | _vastleggend())
    if woorden[0] == "bouw" or draw(st.integers(0, 9)) == 0:
        pads |= st.sampled_from(_SJABLONEN)
    bestanden: dict[str, bytes] = {}
    for pad in draw(st.lists(pads, max_size=2, unique=True)):
        data = _inhoud(bron, pad)
        soort = _waarden if pad.endswith(".yaml") and draw(st.booleans()) else _bytes
        bestanden[pad] = draw(soort(data))
    met_dag = woorden[0] in _MET_DAG and draw(st.booleans())
    return Geval(bron, bestanden, (*woorden, "--op", draw(_DAG)) if met_dag else woorden)
