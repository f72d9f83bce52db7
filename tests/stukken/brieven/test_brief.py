"""Letters: their fields are those of their template, and they say what paper they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar

import pytest

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.dossier import Instellingen
from convenantwerk.dossier.registers import Ondertekenaar, Partner
from convenantwerk.papier.huisstijl import Huisstijl
from convenantwerk.papier.sjablonen import Pages
from convenantwerk.papier.traversal import signature_blocks, texts_of
from convenantwerk.stukken.brieven.brief import Gemeen, Partnerbrief, Veld, velden
from convenantwerk.stukken.brieven.maken import maak_brief, vul_in
from convenantwerk.stukken.brieven.ondertekeningsblad import Ondertekeningsblad
from convenantwerk.stukken.tekenblokken import open_block

if TYPE_CHECKING:
    from convenantwerk.papier.document import SignatureBlock

OP = date(2027, 3, 1)
INSTELLINGEN = Instellingen("Convenant", "Ketenhuis Proef", "Proefconvenant", "2027", ("deel-1",))
PARTNER = Partner("zorg", "Verzonnen *Zorg*", "ketenpartner")
TEKENAAR = Ondertekenaar("zorg-a", "zorg", "Verzonnen Zorg", "bestuurder", "Mw.", "A. Voorbeeld")


@dataclass(frozen=True, slots=True)
class Vergadering:
    """A value with parts of which a template may ask."""

    datum: date
    position: int = 0

    @property
    def jaar(self) -> int:
        """A part that is worked out."""
        return self.datum.year


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitnodiging(Partnerbrief):
    """A letter that is not there."""

    sjabloon: ClassVar[str] = "uitnodiging"
    stuknaam: ClassVar[str] = "Uitnodiging"
    opdracht: ClassVar[str] = "proef"
    map: ClassVar[str] = "uitnodigingen"
    plaats_: Annotated[str | None, "waar; leeg als dat nog niet vaststaat"]
    partner: Annotated[Partner, "de partner"]
    vergadering: Annotated[Vergadering, "de vergadering"] | None
    tekent: bool

    def ondertekening(self, _orgaan: str, /) -> tuple[SignatureBlock, ...]:
        """Return one who is not known by name, when that was asked."""
        return (open_block("1", ("Namens de proef",)),) if self.tekent else ()


def pagina(text: str) -> Pages:
    """Return a house style with nothing but the template of that letter."""
    naam = "brieven/uitnodiging.md"
    return Pages(Huisstijl({naam: text.encode()}, {naam: f"templates/{naam}"}), markdown=True)


def uitnodiging(*, tekent: bool = False) -> Uitnodiging:
    """Return the letter."""
    vergadering = Vergadering(date(2027, 4, 2))
    return Uitnodiging(plaats_=None, partner=PARTNER, vergadering=vergadering, tekent=tekent)


def test_fields_come_in_order_with_what_they_hold_and_what_may_be_asked_of_them() -> None:
    """A field without words is for the paper alone."""
    found = velden(Uitnodiging)
    assert list(found) == ["plaats_", "partner", "vergadering"]
    assert found["plaats_"] == Veld("waar; leeg als dat nog niet vaststaat")
    assert found["vergadering"] == Veld("de vergadering", ("datum", "jaar"))
    assert found["partner"].onderdelen[:2] == ("sleutel", "naam")
    assert list(velden(Gemeen)) == [
        *("convenant", "regels", "afzender", "orgaan", "op"),
        *("kenmerk", "herhaald"),
    ]


def test_a_letter_says_what_paper_it_is() -> None:
    """Its path, its title, and who signs."""
    document = maak_brief(uitnodiging(), pagina("# Kop\n\nTekst.\n"), INSTELLINGEN, OP)
    assert document.name == "uitnodigingen/zorg/uitnodiging"
    assert document.title == "Uitnodiging Verzonnen *Zorg*"
    assert (document.publisher, document.edition) == ("Ketenhuis Proef", "Proefconvenant")
    assert (document.op, document.concept, document.identiteit) == (OP, False, None)
    blad = Ondertekeningsblad(
        partner=PARTNER,
        ondertekenaar=TEKENAAR,
        editie="2027",
        versievermelding="versie 2027",
        delen=("Deel 1",),
    )
    assert (blad.pad, blad.titel) == ("ondertekening/zorg-a", "Ondertekeningsblad Verzonnen Zorg")
    assert blad.ondertekening("")[0].lines == ("Verzonnen Zorg", "bestuurder", "Mw. A. Voorbeeld")


def test_a_value_is_put_in_as_plain_characters() -> None:
    """What is Markdown in a name stays what it is on paper."""
    sjablonen = pagina("{{ partner.naam }}, {{ vergadering.jaar }}, {{ op | voluit }}\n")
    assert vul_in(uitnodiging(), sjablonen, INSTELLINGEN, OP) == (
        "Verzonnen \\*Zorg\\*, 2027, 1 maart 2027"
    )
    document = maak_brief(uitnodiging(), sjablonen, INSTELLINGEN, OP)
    assert list(texts_of(document.blocks)) == ["Verzonnen *Zorg*, 2027, 1 maart 2027"]


@pytest.mark.parametrize(
    ("text", "place"),
    [("# Kop\n\nTekst.\n", -1), ("# Kop\n\n::: ondertekenaars\n\nSlot.\n", 1)],
)
def test_who_signs_does_so_where_the_template_says_else_at_the_end(text: str, place: int) -> None:
    """And once."""
    document = maak_brief(uitnodiging(tekent=True), pagina(text), INSTELLINGEN, OP)
    (block,) = signature_blocks(document.blocks)
    assert document.blocks[place] == block
    assert block.lines == ("Namens de proef",)


def test_a_template_may_not_use_what_is_for_the_paper_alone() -> None:
    """It would not be in the list of its fields."""
    with pytest.raises(ConvenantwerkError) as caught:
        maak_brief(uitnodiging(), pagina("# Kop\n\n{{ tekent }}\n"), INSTELLINGEN, OP)
    assert (caught.value.code, caught.value.pad, caught.value.regel) == (
        "CV021",
        "templates/brieven/uitnodiging.md",
        3,
    )


@pytest.mark.parametrize(
    ("titel", "zin"),
    [
        ("Dhr.", "de heer A. Voorbeeld"),
        ("Mw. drs.", "mevrouw drs. A. Voorbeeld"),
        ("Dhr. Mr.", "de heer mr. A. Voorbeeld"),
        ("", "A. Voorbeeld"),
        ("Kolonel", "Kolonel A. Voorbeeld"),
    ],
)
def test_a_person_in_a_sentence(titel: str, zin: str) -> None:
    """As one writes it; what is not known as a title stays as it is."""
    wie = replace(TEKENAAR, titel=titel)
    assert wie.in_zin == zin
    assert wie.persoon == f"{titel} A. Voorbeeld".strip()
