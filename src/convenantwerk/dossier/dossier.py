"""A dossier: all that people keep about one convenant, as read from its folder."""

from __future__ import annotations

from dataclasses import field, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.diagnostics import NERGENS, Position
from convenantwerk.basis.tekst import Vrijetekst
from convenantwerk.basis.waarde import waarde
from convenantwerk.dossier.bureau import Afzender, Ondertekenregels, Post
from convenantwerk.dossier.gebeurtenissen.correctie import Annulering, geldend, over
from convenantwerk.dossier.regels import Regels
from convenantwerk.dossier.registers import Registerrijen
from convenantwerk.dossier.toelichtingen import Toelichting
from convenantwerk.tekst.boom import Element

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.tekst.adressen import Part

VOORWERK = "voorwerk"  # the folder with what comes before the delen


@waarde
class Invulling:
    """What must be put in the place of an invulveld.

    `tekst` is what stands between the brackets; `bij` limits it to one element or lid, by its
    address ("deel-1-artikel-14--14.1"); without it, every such invulveld is filled.
    """

    tekst: Vrijetekst
    waarde: Vrijetekst
    bij: str = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)


@waarde
class GeenVerwijzing:
    """Words of the text that look like a verwijzing and are none, with the reason.

    `tekst` is what stands there ("artikel 5"); `bij` limits it to one element or lid, by its
    address, as with an Invulling.
    """

    tekst: Vrijetekst
    waarom: Vrijetekst
    bij: str = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)


@waarde
class Schakelaar:
    """How grave a finding about the text is in this dossier, with the reason.

    `ernst` "uit": it is no matter. `bij` limits it to one element or lid, by its address, as with
    an Invulling; `woorden` to what the finding is about ("ad 2016").
    """

    code: str
    ernst: Literal["uit", "hint", "waarschuwing", "fout"]
    waarom: Vrijetekst
    bij: str = ""
    woorden: Vrijetekst = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)


# The lists of what a text must settle that a dossier can name; what is in them, says
# `controles.volledigheid.lijsten`.
Eisenlijstnaam = Literal["convenant", "overeenkomst", "wgr", "avg-26", "avg-28", "wgs"]


@waarde
class Begrip:
    """A word for one thing, and the words that the text may not have for it instead."""

    term: str
    niet: tuple[str, ...]
    position: Position = field(default=NERGENS, compare=False, repr=False)


@waarde
class Instellingen:
    """The file convenant.yaml.

    `delen` are folders, in the order of the text. `eisen` are the lists of what a text of this
    kind must settle; nothing is asked that is not named. `woordenlijst` are words that are right,
    though no dictionary has them.
    """

    titel: str
    samenwerkingsverband: str
    citeertitel: str
    editie: str
    delen: tuple[str, ...]
    invulvelden: tuple[Invulling, ...] = ()
    geen_verwijzing: tuple[GeenVerwijzing, ...] = ()
    controles: tuple[Schakelaar, ...] = ()
    begrippen: tuple[Begrip, ...] = ()
    eisen: tuple[Eisenlijstnaam, ...] = ()
    woordenlijst: tuple[str, ...] = ()
    regels: Regels = Regels()
    ondertekening: Ondertekenregels = Ondertekenregels()
    afzender: Afzender = Afzender()
    post: Post | None = None
    position: Position = field(default=NERGENS, compare=False, repr=False)


@waarde
class Registers(Registerrijen):
    """All that a dossier keeps besides its text; enough for every question about time.

    `naam` is the name of its folder; rows are in the order of their file. `gebeurtenissen` are
    those that count; `alles` is all that the register holds, and `geannuleerd` what of it was
    annulled.
    """

    naam: str
    instellingen: Instellingen
    rijen: tuple[Gebeurtenis, ...] = field(default=(), kw_only=True, repr=False)
    geannuleerd: tuple[Annulering, ...] = field(default=(), kw_only=True)

    @property
    def alles(self) -> tuple[Gebeurtenis, ...]:
        """All that was recorded, in the order of the file, with what was annulled."""
        return self.rijen or self.gebeurtenissen

    def noem(self, gebeurtenis: Gebeurtenis) -> str:
        """Return what happened in a few words: "opzegging: Politie Voorbeeld"."""
        wie = over(gebeurtenis)
        named = next((p.naam for p in self.partners if p.sleutel == wie), wie)
        return f"{gebeurtenis.soort}: {named}" if wie else gebeurtenis.soort

    def met_gebeurtenissen(self, rijen: tuple[Gebeurtenis, ...]) -> Self:
        """Return these registers with other rows, of which those count that were not annulled."""
        gelding = geldend(rijen)
        return replace(
            self,
            rijen=rijen,
            gebeurtenissen=gelding.geldend,
            geannuleerd=gelding.geannuleerd,
        )


# With its addenda bound behind it, or with their changes worked into it.
# How the changes of addenda are in a text: their papers bound behind it, or worked into it; left to
# itself, bound as long as every addendum can be.
Editie = Literal["vanzelf", "met-addenda", "doorlopend"]
WijzigingSoort = Literal[
    "invoegen",
    "vervangen",
    "vervangen-tekst",
    "vervallen",
    "vernummeren",
    "hernoemen",
    "aanduiden",
    "verplaatsen",
    "aanhechten",
    "overleg",
]


@waarde
class Wijziging:
    """One instruction of an addendum. Which keys a soort takes is told in docs/bronformaat.md.

    Addresses are those of `tekst.adressen`, in the text as the wijzigingen before it left it.

    Args:
        soort: what must happen.
        plaats: the address of the part that changes.
        na: the new part comes directly after this address; `voor`: directly before it; `in_`: as
            the last part under it (the key `in`).
        tekst: the Markdown file with the new text; "bestand.md#anker" is one element of it.
        oud: the words that are replaced, or the name that is changed.
        nieuw: the words, the name or the number that come instead.
        overal: replace every time `oud` occurs, not just one.
        protocol: the privacyprotocol that an overleg uses from now on.
        wijze: who organises an overleg from now on.
        toelichting: why, for the was-wordt-tabel.
    """

    soort: WijzigingSoort
    plaats: str = ""
    na: str = ""
    voor: str = ""
    in_: str = ""
    tekst: str = ""
    oud: Vrijetekst = ""
    nieuw: Vrijetekst = ""
    overal: Literal["ja", "nee"] = "nee"
    protocol: Literal["landelijk", "regionaal"] | None = None
    wijze: Literal["georganiseerd", "gefaciliteerd"] | None = None
    toelichting: Vrijetekst = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)


@waarde
class Tegen:
    """The version an addendum was written against, and the sha256 of that version."""

    versie: str
    sha256: str
    position: Position = field(default=NERGENS, compare=False, repr=False)


@waarde
class Addendumgegevens:
    """The file addendum.yaml. `volgorde` decides between addenda of one ingangsdatum."""

    titel: str
    besluit: str
    ingangsdatum: date
    wijzigingen: tuple[Wijziging, ...]
    toelichting: Vrijetekst = ""
    tegen: Tegen | None = None
    volgorde: str = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)


@waarde
class Addendum:
    """An addendum with its texts, by what its wijzigingen call them under `tekst`.

    A text is the parts to insert: elements, or leden, onderdelen and alineas without a heading.
    """

    naam: str
    gegevens: Addendumgegevens
    teksten: Mapping[str, tuple[Part, ...]]


@waarde
class Dossier(Registers):
    """Everything read from a dossier.

    Args:
        delen: the base text, without addenda.
        addenda: in order of their ingangsdatum.
        figuren: the bytes of every figure, by the text file and the path written there.
        verklaringen: the toetredingsverklaringen that are bound behind the text, by their number.
        toelichtingen: why the text changed, for the was-wordt-tabel.
    """

    delen: tuple[Element, ...]
    addenda: tuple[Addendum, ...]
    figuren: Mapping[tuple[str, str], bytes] = field(repr=False)
    verklaringen: Mapping[int, Element] = field(default_factory=dict)
    toelichtingen: tuple[Toelichting, ...] = ()
