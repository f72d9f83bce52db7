"""Registers and rules as YAML in which every proposal says where it was read.

What is sure stands there as a row or rule; what is not stands beside it as a comment, so that
nobody has to type it who finds that it is right.
"""

from __future__ import annotations

import textwrap
from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.basis.als_yaml import as_yaml
from convenantwerk.basis.periode import Periode
from convenantwerk.dossier.regels import Looptijd

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.dossier.regel import Regel
    from convenantwerk.invoer.voorstellen.ondertekenaars import Tekenvoorstel
    from convenantwerk.invoer.voorstellen.partners import Partnervoorstel
    from convenantwerk.invoer.voorstellen.regels.tabel import Regelvoorstel

_BREED = 100  # of a line of comment
# What stands where the text is silent, and `controleer` asks for it.
_VERJAARDAG = (
    "# Vul de dag in waarop elk jaar een termijn begint, en haal het hekje weg; 04-01 is 1 april:\n"
    "# verjaardag: '04-01'"
)
_LANG = 240  # characters of the text that a comment quotes


def opmerking(tekst: str, inspringing: str = "") -> str:
    """Return a comment, without what no one sees."""
    zichtbaar = "".join(c if c.isprintable() else " " for c in tekst)
    kop = f"{inspringing}# "
    lines = textwrap.wrap(
        zichtbaar,
        _BREED,
        initial_indent=kop,
        subsequent_indent=kop,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines) or kop.rstrip()


def citaat(woorden: str) -> str:
    """Return the beginning of what the text says, between quotation marks."""
    kort = woorden if len(woorden) <= _LANG else f"{woorden[:_LANG].rsplit(' ', 1)[0]} …"
    return f"“{kort}”"


def _ingesprongen(yaml: str, inspringing: str) -> str:
    return "\n".join(inspringing + line for line in yaml.rstrip("\n").split("\n"))


def _als_opmerking(yaml: str) -> str:
    return "\n".join(f"  # {line}" for line in yaml.rstrip("\n").split("\n"))


# --- rules


def regels_yaml(voorstellen: Sequence[Regelvoorstel]) -> str:
    """Return the key `regels` of convenant.yaml; all comment when no rule is sure."""
    sure = any(voorstel.zeker for voorstel in voorstellen)
    kop = (
        "# De regels die in de tekst zijn gelezen, elk met de plaats en de woorden erbij.",
        "# Kijk ze na. Wat hier niet staat, is niet in de tekst gelezen en geldt niet.",
    )
    return "\n".join(
        [*kop, "regels:" if sure else "# regels:", *(_regel(v) for v in voorstellen), ""]
    )


def _regel(voorstel: Regelvoorstel) -> str:
    if voorstel.zeker:
        zin = f"Voorstel uit de tekst, kijk het na. {voorstel.citaat}: {citaat(voorstel.woorden)}"
        yaml = _regel_yaml(voorstel.regel)
        return f"{opmerking(zin, '  ')}\n  {voorstel.naam}:\n{_ingesprongen(yaml, '    ')}"
    zin = (
        f"Niet overgenomen: {voorstel.naam}, {voorstel.citaat}: {voorstel.twijfel}. "
        f"Er staat: {citaat(voorstel.woorden)}"
    )
    if voorstel.regel is None:
        return opmerking(zin, "  ")
    yaml = f"{voorstel.naam}:\n{_ingesprongen(_regel_yaml(voorstel.regel), '  ')}"
    return f"{opmerking(zin, '  ')}\n{_als_opmerking(yaml)}"


def _regel_yaml(regel: Regel | None) -> str:
    """Return a rule as people write it: what it says first, and then where."""
    artikel = f"artikel: {_als_waarde(regel.artikel)}\n" if regel else ""
    kaal = as_yaml(replace(regel, artikel="")) if regel else ""
    vraag = f"{_VERJAARDAG}\n" if _mist_dag(regel) else ""
    return f"{'' if kaal == '{}' + chr(10) else kaal}{vraag}{artikel}"


def _mist_dag(regel: Regel | None) -> bool:
    """Tell whether a term of a year begins on a day that the text does not name."""
    return (
        isinstance(regel, Looptijd)
        and regel.verlenging == Periode(jaren=1)
        and regel.verjaardag is None
    )


def _als_waarde(tekst: str) -> str:
    return as_yaml({"x": tekst}).removeprefix("x: ").rstrip("\n")


# --- registers


def partners_yaml(voorstellen: Iterable[Partnervoorstel], bron: str) -> str:
    """Return the register of partners."""
    rows = [(v.partner, v.zeker, v.citaat, v.twijfel) for v in voorstellen]
    kop = f"Wie partner is, zoals '{bron}' het zegt. Kijk elke rij na."
    return _register("partners", kop, rows)


def ondertekenaars_yaml(voorstellen: Iterable[Tekenvoorstel], bron: str) -> str:
    """Return the register of signatories."""
    rows = [(v.ondertekenaar, v.zeker, v.citaat, v.twijfel) for v in voorstellen]
    kop = f"Wie voor een partner ondertekent, zoals '{bron}' het zegt. Kijk elke rij na."
    return _register("ondertekenaars", kop, rows)


def _register(naam: str, kop: str, rows: Sequence[tuple[object, bool, str, str]]) -> str:
    sure = any(zeker for _, zeker, _, _ in rows)
    return "\n".join(
        [opmerking(kop), f"{naam}:" if sure else f"{naam}: []", *_rijen(rows, alles=sure), ""]
    )


def _rijen(rows: Sequence[tuple[object, bool, str, str]], *, alles: bool) -> Iterator[str]:
    for rij, zeker, waar, twijfel in rows:
        first, *rest = as_yaml(rij).rstrip("\n").split("\n")
        yaml = "\n".join([f"- {first}", *(f"  {line}" for line in rest)])
        if zeker and alles:
            yield f"{opmerking(waar, '  ')}\n{_ingesprongen(yaml, '  ')}"
        else:
            zin = f"Niet overgenomen, {waar}: {twijfel}"
            yield f"{opmerking(zin, '  ')}\n{_als_opmerking(yaml)}"
