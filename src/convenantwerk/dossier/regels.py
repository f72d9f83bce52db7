"""The rules of a convenant: the key `regels` of convenant.yaml.

Each rule says where it stands in the text. None has a default that speaks: what a dossier does not
state, no letter and no date claims, and `controleer` names (CV230).
"""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import NERGENS, Position
from convenantwerk.basis.periode import Jaardag, Periode
from convenantwerk.basis.tekst import Losseregel
from convenantwerk.basis.waarde import waarde
from convenantwerk.dossier.gebeurtenissen import Vorm
from convenantwerk.dossier.organen import PARTNERS, STUURGROEP, orgaan
from convenantwerk.dossier.regel import Regel
from convenantwerk.dossier.tekenregels import Meldregel, Tekenregel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.dossier.registers import Partnersoort

# From when a notice works once its period has ended: from the next calendar year, the next month,
# the next anniversary of the convenant, the end of the term, or at once.
Moment = Literal["kalenderjaar", "maandeinde", "verjaardag", "looptijd", "einde-termijn"]
_JAAR = Periode(jaren=1)


@waarde(kw_only=True)
class Looptijd(Regel):
    """How long the convenant lasts.

    Args:
        soort: renewed by itself, until a day, or without end.
        verlenging: by how much it is renewed; in whole months or years.
        verjaardag: the day on which a term of a year begins.
        vanaf: the first day of the first term; terms of other than a year are counted from it.
        tot: the last day, of a convenant that ends.
    """

    soort: Literal["stilzwijgend verlengd", "bepaalde tijd", "onbepaalde tijd"]
    verlenging: Periode | None = None
    verjaardag: Jaardag | None = None
    vanaf: date | None = None
    tot: date | None = None

    @property
    def zin(self) -> str:
        """How long it lasts, as a sentence without a full stop or vindplaats; "" if not whole."""
        if self.soort == "stilzwijgend verlengd":
            if self.verlenging is None:
                return ""
            telkens = "elk jaar" if self.verlenging == _JAAR else "telkens"
            met = "een jaar" if self.verlenging == _JAAR else self.verlenging.voluit
            return f"Het convenant wordt {telkens} stilzwijgend met {met} verlengd"
        if self.soort == "bepaalde tijd":
            return f"Het convenant geldt tot en met {voluit(self.tot)}" if self.tot else ""
        return "Het convenant geldt voor onbepaalde tijd"


@waarde(kw_only=True)
class Opzegregel(Regel):
    """How a partner gives notice.

    Args:
        opzegtermijn: the notice period.
        per: from when it works.
        vorm: in what form, at least: by registered letter, in writing, or by e-mail too.
        aan: to whom: "de ketenmanager".
        grensgeval: whether a period that ends exactly on the day from which it can work is in
            time ("ruim") or not ("veilig"); a text seldom says. Who says nothing gets the latter.
    """

    opzegtermijn: Periode | None = None
    per: Moment | None = None
    vorm: Literal["aangetekend", "schriftelijk", "e-mail"] | None = None
    aan: Losseregel = ""
    grensgeval: Literal["veilig", "ruim"] | None = None

    def voldoet(self, vorm: Vorm) -> bool:
        """Tell whether a notice in this form is as the convenant asks; so if it asks nothing."""
        return self.vorm is None or vorm in _VOLDOET[self.vorm]

    @property
    def vormzin(self) -> str:
        """The form in words: "per aangetekende brief"; "" when the convenant asks none."""
        return _VORMEN[self.vorm] if self.vorm else ""

    @property
    def zin(self) -> str:
        """How to give notice, as a sentence without a full stop or vindplaats; "" if unknown."""
        delen = (
            self.vormzin,
            f"aan {self.aan}" if self.aan else "",
            f"met een opzegtermijn van {self.opzegtermijn.voluit}" if self.opzegtermijn else "",
            _MOMENTEN[self.per] if self.per else "",
        )
        wat = ", ".join(filter(None, (" ".join(filter(None, delen[:2])), *delen[2:])))
        return f"Opzeggen kan {wat}" if wat else ""


_VORMEN = {
    "aangetekend": "per aangetekende brief",
    "schriftelijk": "schriftelijk",
    "e-mail": "schriftelijk of per e-mail",
}
_VOLDOET: dict[str, tuple[Vorm, ...]] = {
    "aangetekend": ("aangetekend",),
    "schriftelijk": ("aangetekend", "brief"),
    "e-mail": ("aangetekend", "brief", "e-mail"),
}
_MOMENTEN = {
    "kalenderjaar": "met ingang van een kalenderjaar",
    "maandeinde": "tegen het einde van een maand",
    "verjaardag": "tegen de jaarlijkse verlengdag",
    "looptijd": "tegen het einde van de looptijd",
    "einde-termijn": "",
}


@waarde(kw_only=True)
class Gevolgenregel(Regel):
    """The regeling of what a notice brings.

    Args:
        binnen: within which time it is drawn up, from receipt on.
        door: by whom: "de ketenmanager".
        uitgangspunt: what the convenant says it rests on, as a sentence.
        geschillen: what the convenant says of those who do not agree, as a sentence.
    """

    binnen: Periode
    door: Losseregel = ""
    uitgangspunt: Losseregel = ""
    geschillen: Losseregel = ""

    @property
    def zin(self) -> str:
        """Who draws it up and within which time, without a full stop or vindplaats."""
        if not self.door:
            return f"Binnen {self.binnen.voluit} wordt een regeling opgesteld van de gevolgen"
        wie = f"{self.door[:1].upper()}{self.door[1:]}"
        return f"{wie} stelt binnen {self.binnen.voluit} een regeling op van de gevolgen"


@waarde(kw_only=True)
class Toetredingsregel(Regel):
    """How others join.

    Args:
        instemming: who must agree: "stuurgroep", another body ("het partijenoverleg"), or "geen".
    """

    instemming: Losseregel

    @property
    def orgaan(self) -> str:
        """The body that must agree, after its article; "" when none must."""
        return "" if self.instemming.lower() == "geen" else orgaan(self.instemming)


@waarde(kw_only=True)
class Inwerkingregel(Regel):
    """When an edition is in force.

    Args:
        bij: on its vaststelling, when all who were asked have signed, or when a number have.
        aantal: that number.
    """

    bij: Literal["vaststelling", "allen", "aantal"]
    aantal: int = 0


@waarde(kw_only=True)
class Wijzigingsregel(Regel):
    """Who decides on a change of the convenant: "de Stuurgroep"."""

    door: Losseregel


@waarde(kw_only=True)
class Geheimhoudingsregel(Regel):
    """The duty of secrecy, which outlasts the participation."""


@waarde(kw_only=True)
class Stuk:
    """A paper that the body which meets adopts each year.

    `uiterlijk` is the last day for it, in the year before ("volgend": it is about the year to
    come) or after ("vorig") the year that the paper is about.
    """

    naam: str
    uiterlijk: Jaardag
    over: Literal["volgend", "vorig"]
    position: Position = field(default=NERGENS, compare=False, repr=False)


@waarde(kw_only=True)
class Vergaderregel(Regel):
    """How often a body meets in a calendar year, at least, and what it adopts.

    Args:
        van: the body: "het partijenoverleg"; who says nothing means who decides for the partners.
    """

    van: Losseregel = ""
    aantal: int = 0
    stukken: tuple[Stuk, ...] = ()

    @property
    def opsomming(self) -> str:
        """The papers in words: "jaarplan, begroting en jaarverslag"."""
        *eerste, laatste = (stuk.naam for stuk in self.stukken)
        return f"{', '.join(eerste)} en {laatste}" if eerste else laatste


@waarde
class EigenDag:
    """A day on which the office is closed, beside the holidays of the country."""

    datum: date
    naam: str
    position: Position = field(default=NERGENS, compare=False, repr=False)


# What every convenant says in some way; one that does not says so itself.
Verwacht = Literal[
    "looptijd",
    "opzegging",
    "toetreding",
    "inwerking",
    "wijziging",
    "geheimhouding",
    "vergaderingen",
]


@waarde
class Regels:
    """The rules of a convenant, and how its office keeps them; None is a rule it does not state.

    Args:
        looptijd: how long it lasts.
        opzegging: how a partner gives notice.
        gevolgen: the regeling of what a notice brings.
        toetreding: how others join.
        inwerking: when an edition is in force.
        wijziging: who decides on a change.
        geheimhouding: that secrecy outlasts the participation.
        vergaderingen: of the Stuurgroep, or another body.
        tekenen: which soorten of partners sign which delen.
        melding: who may do a melding.
        zwijgt_over: the rules of which the convenant says nothing, so that none is missing.
        verzendmarge: working days that the office keeps between dispatch and the last safe day.
        beslismoment: how long before the last safe day one decides on going on.
        bewaartermijn: how long the papers of a partner that left are kept.
        herinneringen: how long before a date the calendar gives an alarm.
        gesloten: days on which the office is closed.
    """

    looptijd: Looptijd | None = None
    opzegging: Opzegregel | None = None
    gevolgen: Gevolgenregel | None = None
    toetreding: Toetredingsregel | None = None
    inwerking: Inwerkingregel | None = None
    wijziging: Wijzigingsregel | None = None
    geheimhouding: Geheimhoudingsregel | None = None
    vergaderingen: Vergaderregel | None = None
    tekenen: Tekenregel | None = None
    melding: Meldregel | None = None
    zwijgt_over: tuple[Verwacht, ...] = ()
    verzendmarge: int | None = None
    beslismoment: Periode | None = None
    bewaartermijn: Periode | None = None
    herinneringen: tuple[Periode, ...] = (Periode(weken=4), Periode(weken=1))
    gesloten: tuple[EigenDag, ...] = ()
    position: Position = field(default=NERGENS, compare=False, repr=False)

    @property
    def beslisser(self) -> str:
        """Who decides for the partners together, after its article: "de Stuurgroep".

        It is who agrees to an accession, else who meets. A dossier that has rules and names neither
        has no such body that is known, only its partners.
        """
        if self.toetreding is not None and self.toetreding.orgaan:
            return self.toetreding.orgaan
        if self.vergaderingen is None:
            return PARTNERS
        return orgaan(self.vergaderingen.van or STUURGROEP)

    @property
    def vergadert(self) -> str:
        """Who meets, after its article."""
        van = self.vergaderingen.van if self.vergaderingen is not None else ""
        return orgaan(van) if van else self.beslisser

    def tekent(self, soort: Partnersoort, delen: Sequence[str]) -> tuple[str, ...]:
        """Return which delen a partner of a soort signs, of those there are.

        Without a rule that is all of them; who takes part now and then signs none.
        """
        if self.tekenen is None:
            return () if soort == "incidenteel" else tuple(delen)
        return tuple(d.deel for d in self.tekenen.delen if soort in d.door and d.deel in delen)
