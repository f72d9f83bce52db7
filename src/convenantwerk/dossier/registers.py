"""The registers: who takes part, and who signs for whom."""

from __future__ import annotations

import re
from dataclasses import field
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.diagnostics import NERGENS, Position
from convenantwerk.basis.tekst import Losseregel, Magleeg, Vrijetekst
from convenantwerk.basis.waarde import waarde

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis

Partnersoort = Literal["ketenpartner", "flexibele schil", "incidenteel"]
KVK = re.compile(r"\d{8}")  # a number in the handelsregister
# It becomes part of file names, which no disk makes longer than 255 bytes.
SLEUTEL = re.compile(r"(?=.{1,100}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")


_LEIDING = {
    **dict.fromkeys(("stichting", "vereniging", "coöperatie", "kerkgenootschap"), "bestuur"),
    **dict.fromkeys(("besloten vennootschap", "bv", "b.v.", "naamloze vennootschap"), "directie"),
    **dict.fromkeys(("gemeenschappelijke regeling", "openbaar lichaam"), "dagelijks bestuur"),
}


@waarde
class Partner:
    """An organisation that takes part (2.1 and 7 of the 2018 text).

    Args:
        sleutel: its short name in the dossier, which never changes.
        naam: its full name.
        soort: what it is to the Veiligheidshuis.
        ook_bekend_als: other names under which lists in the text may mention it.
        kort: the name used where room is scarce.
        rechtsvorm: its legal form ("gemeente", "stichting").
        kvk: its number in the handelsregister, eight digits.
        zetel: the place of its seat.
        aard: public or private; only public ones are joint controllers (WGS).
        contact: to whom letters go: a function, or a function and general address; no private data.
        adres: the lines of the postal address, below the name.
        email: the general address for mail; no private data.
        fg: how its functionaris gegevensbescherming is reached; no private data.
        opmerking: free text.
    """

    sleutel: str
    naam: str
    soort: Partnersoort
    ook_bekend_als: tuple[str, ...] = ()
    kort: str = ""
    rechtsvorm: str = ""
    kvk: str = ""
    zetel: str = ""
    aard: Literal["publiek", "privaat"] | None = None
    contact: str = ""
    adres: tuple[Losseregel, ...] = ()
    email: str = ""
    fg: str = ""
    opmerking: Vrijetekst = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)

    @property
    def namen(self) -> tuple[str, ...]:
        """All that it is called, in the dossier and elsewhere."""
        return tuple(filter(None, (self.sleutel, self.naam, self.kort, *self.ook_bekend_als)))

    @property
    def is_gemeente(self) -> bool:
        """Whether it is a gemeente, of which the burgemeester signs (Gemeentewet 171)."""
        return self.rechtsvorm.casefold() == "gemeente" or self.naam.startswith("Gemeente ")

    @property
    def leiding(self) -> str:
        """Who leads it, "" when that does not follow from what it is."""
        if self.is_gemeente:
            return "college van burgemeester en wethouders"
        return _LEIDING.get(self.rechtsvorm.casefold(), "")

    @property
    def aanhef(self) -> str:
        """How a letter begins."""
        if self.is_gemeente:
            return "Geacht college"
        het = self.leiding in {"bestuur", "dagelijks bestuur"}
        return f"{'Geacht' if het else 'Geachte'} {self.leiding or 'heer of mevrouw'}"


@waarde
class Ondertekenaar:
    """Who signs for a partner, as printed in the signature block (hoofdstuk 8).

    `partner` is the sleutel of the partner; `organisatie` is how the block names it, which may
    be a part of that partner. `grond` is why this person may sign, `kenmerk` the reference of
    that mandate, volmacht or statute; `van` and `tot` the first and last day of it.
    `besluitdatum` is the day on which the organisation decided to sign (for a gemeente that of
    burgemeester en wethouders, Gemeentewet 160 and 171). `certificaat` is what this person is
    called in a certificate for signing, when that is not `naam`.
    """

    sleutel: str
    partner: str
    organisatie: str
    functie: str
    titel: Magleeg
    naam: str
    grond: Literal["wet", "mandaat", "volmacht", "statuten"] | None = None
    kenmerk: str = ""
    van: date | None = None
    tot: date | None = None
    besluitdatum: date | None = None
    certificaat: str = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)

    @property
    def persoon(self) -> str:
        """Title and name: "Mw. A. Voorbeeld"."""
        return f"{self.titel} {self.naam}".strip()

    @property
    def in_zin(self) -> str:
        """Title and name as they stand in a sentence: "mevrouw mr. A. Voorbeeld"."""
        titels = (_IN_ZIN.get(t.lower(), t) for t in self.titel.split())
        return " ".join((*titels, self.naam)).strip()


_IN_ZIN = {
    "dhr.": "de heer",
    "dhr": "de heer",
    "hr.": "de heer",
    "mw.": "mevrouw",
    "mw": "mevrouw",
    "mevr.": "mevrouw",
    **{t: t for t in ("prof.", "dr.", "mr.", "drs.", "ir.", "ing.", "ds.")},
}


@waarde
class Besluit:
    """A decision of the Stuurgroep, or of another body; `orgaan` is "" when the row names none."""

    sleutel: str
    datum: date
    titel: str
    orgaan: str = ""
    plaats: str = ""
    kenmerk: str = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)


@waarde(kw_only=True)
class Registerrijen:
    """Rows of the registers, each under the name of its register (`registertabel`)."""

    partners: tuple[Partner, ...] = ()
    ondertekenaars: tuple[Ondertekenaar, ...] = ()
    besluiten: tuple[Besluit, ...] = ()
    gebeurtenissen: tuple[Gebeurtenis, ...] = ()


@waarde(kw_only=True)
class Bijschrijving(Registerrijen):
    """Rows to be added to the registers, and rows that change, together or not at all.

    `gewijzigd` are rows that take the place of those with their sleutel.
    """

    gewijzigd: Registerrijen = field(default_factory=Registerrijen)


def vrije_sleutel(stam: str, bezet: Iterable[str]) -> str:
    """Return a sleutel that is free: the stem, or the stem with the first number that is."""
    taken = set(bezet)
    names = (f"{stam}-{number}" if number > 1 else stam for number in count(1))
    return next(naam for naam in names if naam not in taken)
