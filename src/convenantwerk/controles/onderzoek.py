"""What a controle may look at: values only, so that a controle is a pure function."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.waarde import waarde
from convenantwerk.controles.alineas import Blokplek, blokplekken
from convenantwerk.controles.lijstplaatsen import Lijst, lijsten_van
from convenantwerk.controles.naamlijst import Naamlijst, Treffer
from convenantwerk.controles.termen.gebruik_lezen import lees_gebruik
from convenantwerk.controles.termen.voorstellen import voorstellen
from convenantwerk.controles.woordplaatsen import Passage, passages_van
from convenantwerk.dossier.dossier import Instellingen, Registers
from convenantwerk.tekst.boom import Convenant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.termen.gebruik import Termgebruik
    from convenantwerk.controles.termen.voorstellen import Voorstel
    from convenantwerk.dossier.archief import Bewaring
    from convenantwerk.dossier.dossier import Addendum
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding, Tekening, Verzending
    from convenantwerk.dossier.versie import Versie

_NIETS = "niet gelezen"  # a controle would find an empty title wrong
_GEEN_REGISTERS = Registers(
    naam=_NIETS,
    instellingen=Instellingen(
        titel=_NIETS, samenwerkingsverband=_NIETS, citeertitel=_NIETS, editie=_NIETS, delen=()
    ),
    partners=(),
    ondertekenaars=(),
)
_GEEN_TEKST = Convenant((), "")


def _gaaf(_: Aanbieding | Tekening) -> Bewaring:
    return "gaaf"


@dataclass(frozen=True, kw_only=True)  # no slots: it keeps what several controles ask of it
class Onderzoek:
    """A dossier, or as much of it as a command looks at; of the rest the controles find nothing.

    Args:
        op: the day.
        registers: of the dossier.
        convenant: the text on that day, with invulvelden filled in.
        ongevuld: the text when every addendum is in force, with its invulvelden.
        addenda: in order of their ingangsdatum.
        versies: the frozen ones, in the order of their chain.
        bewaring: how the paper of a gebeurtenis lies in the archive.
        onderweg: the messages of which is not known whether they were sent.
        los: the papers, by path, that no gebeurtenis names.
        bewaring: how the paper of a gebeurtenis lies in the archive, or why it cannot be read.
        nieuw: what is about to be recorded; the registers hold it already.
    """

    op: date = date.min
    registers: Registers = _GEEN_REGISTERS
    convenant: Convenant = _GEEN_TEKST
    ongevuld: Convenant = _GEEN_TEKST
    addenda: tuple[Addendum, ...] = ()
    versies: tuple[Versie, ...] = ()
    bewaring: Callable[[Aanbieding | Tekening], Bewaring | tuple[Diagnostic, ...]] = _gaaf
    onderweg: tuple[Verzending, ...] = ()
    los: tuple[str, ...] = ()
    nieuw: tuple[Gebeurtenis, ...] = ()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The words of the text with their places, in reading order."""
        return tuple(passages_van(self.convenant))

    @cached_property
    def termgebruik(self) -> Termgebruik:
        """The terms of the text, and how its words are used."""
        return lees_gebruik(self.passages, self.registers)

    @cached_property
    def verwant(self) -> list[Voorstel]:
        """The words of the text that seem to mean what another means."""
        return voorstellen(self.termgebruik)

    @cached_property
    def lijsten(self) -> tuple[Lijst, ...]:
        """The lists of the text with their places, in reading order."""
        return tuple(lijsten_van(self.convenant))

    @cached_property
    def partnernamen(self) -> Naamlijst:
        """The names of the partners, to know them by in the text."""
        partners = self.registers.partners
        bekend = {partner.sleutel for partner in partners}
        return Naamlijst(
            ((p.sleutel, naam) for p in partners for naam in (p.naam, p.kort, *p.ook_bekend_als)),
            (
                (o.partner, o.organisatie)
                for o in self.registers.ondertekenaars
                if o.partner in bekend
            ),
        )

    @cached_property
    def genoemd(self) -> tuple[tuple[Passage, tuple[Treffer, ...]], ...]:
        """The partners that the text names, by passage; those without one are left out."""
        namen = self.partnernamen
        found = ((deel, tuple(namen.treffers(deel.tekst))) for deel in self.passages)
        return tuple((deel, treffers) for deel, treffers in found if treffers)

    @cached_property
    def _in_kleine_letters(self) -> tuple[str, tuple[str, ...]]:
        """All words in small letters: together, and of each passage."""
        klein = tuple(passage.tekst.lower() for passage in self.passages)
        return "\n".join(klein), klein

    def passages_met(self, kern: Iterable[str]) -> Iterator[Passage]:
        """Yield the passages in which one of these stands, in small letters.

        Most texts have nothing of what most controles look for, and to see whether a few letters
        are there takes a hundredth of what a pattern takes.
        """
        alles, per_passage = self._in_kleine_letters
        er_zijn = [letters for letters in kern if letters in alles]
        if er_zijn:
            for passage, klein in zip(self.passages, per_passage, strict=True):
                if any(letters in klein for letters in er_zijn):
                    yield passage

    @cached_property
    def blokplekken(self) -> tuple[Blokplek, ...]:
        """The paragraphs and lists of the text, each with what stands beside it."""
        return tuple(blokplekken(self.convenant))


# What a controle is about; a command asks for the groups that concern it.
Groep = Literal[
    "tekst",  # the text on a day, and what is put in it
    "nalezen",  # what a careful reader finds in it; only who asks for all findings waits for it
    "geldend",  # likewise: whether the text, with its addenda worked in, says what the rules say
    "taal",  # its spelling, for which a dictionary is read
    "stijl",  # how easily it reads; only on request
    "addenda",  # those that there are, together
    "overleggen",  # what text and registers say of each other
    "registers",
    "bijschrijving",  # rows that are about to be recorded
    "zegels",  # whether versions are as they were adopted
    "tegen",  # whether addenda change the text they were written against
    "versienamen",  # whether versions that are named are there
    "archief",
]


@waarde
class Controle:
    """A question to a dossier: one row of the table."""

    functie: Callable[[Onderzoek], Iterable[Diagnostic]]
    groep: Groep
