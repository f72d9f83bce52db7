"""The text of a dossier on a day, with invulvelden filled in, and all findings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from convenantwerk.addenda.consolidatie import laatste_wijziging, tekst_op
from convenantwerk.basis.codes.registers import CODES
from convenantwerk.basis.diagnostics import op_volgorde
from convenantwerk.controles.invullen import vul_in
from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.schakelaars import geschakeld
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.tijd.stand import tekenen_deel_1

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Groep
    from convenantwerk.dossier.dossier import Dossier, Editie
    from convenantwerk.tekst.boom import Convenant

_GELEZEN: tuple[Groep, ...] = ("tekst", "addenda", "overleggen", "registers")
_OVER_RIJEN = frozenset(code.code for code in CODES)


@dataclass(frozen=True)  # no slots: it keeps what was read again
class Gelezen:
    """A dossier on a date: its text with invulvelden filled in, and all findings, sorted.

    Its ondertekenaars are those for whom the text has room on that date.

    Args:
        onderzoek: what the controles looked at, for who asks more of them.
        ongeschakeld: what they found, before `controles` of convenant.yaml.
    """

    dossier: Dossier
    convenant: Convenant
    diagnostics: tuple[Diagnostic, ...]
    onderzoek: Onderzoek = field(compare=False)
    ongeschakeld: frozenset[Diagnostic] = field(compare=False)

    @cached_property
    def nagelezen(self) -> tuple[Diagnostic, ...]:
        """All findings, with those of a careful reader, sorted."""
        return self._nagelezen(())

    def nagelezen_met(self, *groepen: Groep) -> tuple[Diagnostic, ...]:
        """Return all findings, with those of a careful reader and of more groups, sorted.

        Only who asks for all of them waits for this: a paper is built without it.
        """
        return self._nagelezen(groepen) if groepen else self.nagelezen

    def _nagelezen(self, groepen: tuple[Groep, ...]) -> tuple[Diagnostic, ...]:
        gevraagd: tuple[Groep, ...] = ("nalezen", *groepen)
        eigen = bevindingen(self.onderzoek, *gevraagd)
        found = {*self.ongeschakeld, *eigen, *bevindingen(self._geldend, "geldend")}
        schakelaars = self.dossier.instellingen.controles
        return tuple(
            op_volgorde(geschakeld(found, schakelaars, self.convenant, (*_GELEZEN, *gevraagd)))
        )

    @property
    def _geldend(self) -> Onderzoek:
        """The text as it works; with addenda bound behind it, it holds words that do so no more."""
        op, eigen = self.onderzoek.op, self.dossier.instellingen.invulvelden
        gegevens = [addendum.gegevens for addendum in self.dossier.addenda]
        if not any(one.wijzigingen and one.ingangsdatum <= op for one in gegevens):
            return self.onderzoek
        made = tekst_op(self.dossier, op, "doorlopend")
        if made.diagnostics:  # then who edits has worked them into the sources, or is about to
            return self.onderzoek
        return replace(self.onderzoek, convenant=vul_in(made.convenant, eigen))


def gelezen(
    dossier: Dossier,
    leesbevindingen: Iterable[Diagnostic],
    op: date,
    editie: Editie,
    *,
    registers_heel: bool,
) -> Gelezen:
    """Return the text of a dossier on a day, checked.

    Args:
        dossier: what was read.
        leesbevindingen: what was found in reading it.
        op: the day.
        editie: with the addenda behind it, or worked into it.
        registers_heel: whether all registers could be read; otherwise what the controles say of
            their rows follows from that, and is left out.
    """
    consolidatie = tekst_op(dossier, op, editie)
    convenant = vul_in(consolidatie.convenant, dossier.instellingen.invulvelden)
    later = laatste_wijziging(dossier) > op
    geheel = tekst_op(dossier, date.max, editie) if later else consolidatie
    onderzoek = Onderzoek(
        op=op,
        registers=dossier,
        convenant=convenant,
        ongevuld=geheel.convenant,
        addenda=dossier.addenda,
    )
    controles = bevindingen(onderzoek, *_GELEZEN)
    diagnostics = {
        *leesbevindingen,
        *consolidatie.diagnostics,
        *(f for f in controles if registers_heel or f.code not in _OVER_RIJEN),
    }
    shown = geschakeld(diagnostics, dossier.instellingen.controles, convenant, _GELEZEN)
    tekenaars = tekenen_deel_1(dossier, op)
    return Gelezen(
        dossier=replace(dossier, ondertekenaars=tekenaars),
        convenant=convenant,
        diagnostics=tuple(op_volgorde(shown)),
        onderzoek=onderzoek,
        ongeschakeld=frozenset(diagnostics),
    )
