"""What could hide behind a time stamp or a certification: nothing of it is taken for signed."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest
from asn1crypto import cms as asn1_cms
from pyhanko.sign.fields import MDPPerm
from tests.proeven import gekozen, in_de_proef, steekproef
from tests.tekenen.pdfschrijver import (
    EERSTE,
    HANDTEKENING,
    LEEG,
    NUL,
    ROOD,
    TWEEDE,
    Bij,
    blad_van,
    bladzijde,
    met,
    nummer,
    onderteken,
    ongetekend,
    plaatje,
    stroom,
    tekst,
    velden,
    vrij,
    vul,
    wortel,
)
from tests.tekenen.proefpapier import bezwaren
from tests.tekenen.tekendienst import (
    STEMPEL,
    VELD,
    Dienst,
    Metdehand,
    met_annotatie,
    stempel,
    stempelaar,
    token,
)

from convenantwerk.dossier.dossier import Instellingen, Registers
from convenantwerk.dossier.gebeurtenissen import BLAD
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding
from convenantwerk.dossier.registers import Ondertekenaar
from convenantwerk.dossier.versie import Versiegegevens
from convenantwerk.tekenen.beoordelen import beoordeel
from convenantwerk.tekenen.ondertekening import AFGESLOTEN
from convenantwerk.tekenen.tijdstempels import (
    STEMPEL_DEEL,
    STEMPEL_RUIMTE,
    STEMPEL_VERANDERD,
    STEMPEL_VORM,
)

if TYPE_CHECKING:
    from pyhanko.sign.timestamps import DummyTimeStamper
    from tests.tekenen.proefpapier import Proef
    from tests.tekenen.tekendienst import Diensten

    from convenantwerk.tekenen.beoordelen import Oordeel

VERANDERD = "de inhoud is veranderd nadat het stuk was gemaakt"
NOTITIE = b"<</Type /Annot /Subtype /FreeText /Rect [0 0 600 800] /Contents (niet akkoord)>>"


# --- a field for a time stamp that is more than that -------------------------------------------


def velden_die_meer_zijn(data: bytes) -> dict[str, Metdehand]:
    """Fields that would hold a time stamp, and show or do something besides."""
    free, page = vrij(data), bladzijde(data)
    on_page = ((page, tekst(data, page)),)
    shown = Metdehand(bladen=on_page, bij=Bij(((free, plaatje(ROOD)),)))
    picture = b"/AP <</N %d 0 R>>" % free
    kid = b"<</Type /Annot /Subtype /Widget /Rect [0 0 600 800] /AP <</N %d 0 R>>>>" % free
    uses_page = plaatje(b"", b"/Resources <</XObject <</P %d 0 R>>>>" % blad_van(data))
    return {
        "over de hele bladzijde": replace(
            shown, veld=VELD.replace(b"[0 0 0 0]", b"[0 0 600 800]"), in_veld=picture
        ),
        "een streep": replace(shown, veld=VELD.replace(b"[0 0 0 0]", b"[0 400 600 400]")),
        "zonder plaats": replace(shown, veld=VELD.replace(b"/Rect [0 0 0 0]", b"")),
        "met een plaatje": replace(shown, in_veld=picture),
        "met een plaatje dat een ander heeft": replace(
            shown, in_veld=picture, bij=Bij(((free, uses_page),))
        ),
        "met een plaatje als iemand ernaar wijst": replace(
            shown,
            in_veld=b"/AP <</N %d 0 R /D %d 0 R>>" % (free, free + 1),
            bij=Bij(((free, plaatje(b"")), (free + 1, plaatje(ROOD)))),
        ),
        "met een deel dat zichtbaar is": replace(
            shown,
            in_veld=b"/Kids [%d 0 R]" % (free + 1),
            bij=Bij(((free, plaatje(ROOD)), (free + 1, kid))),
        ),
        "met een rand": replace(shown, in_veld=b"/MK <</BC [1 0 0]>> /BS <</W 900>>"),
        "met een opdracht": replace(shown, in_veld=b"/A <</S /JavaScript /JS (x)>>"),
        "met een opdracht bij openen": replace(shown, in_veld=b"/AA <</PO <</S /URI /URI (x)>>>>"),
        "dat niet krimpt met de bladzijde": replace(shown, veld=VELD.replace(b"132", b"140")),
        "dat niets bevat": replace(shown, gevuld=False, in_veld=b"/DV %d 0 R" % (free + 40)),
        "met de naam van een veld dat er was": replace(
            shown, veld=VELD.replace(b"(Stempel)", b"(%s)" % EERSTE.encode())
        ),
        "onder een veld dat er was": replace(
            shown, in_veld=b"/Parent %d 0 R" % velden(data)[EERSTE]
        ),
        "van een andere soort": replace(shown, veld=VELD.replace(b"/Sig", b"/Tx ")),
    }


@steekproef
def test_a_field_for_a_time_stamp_shows_nothing(
    proef: Proef, diensten: Diensten, keuze: slice
) -> None:
    """Else it could lie over what was signed; before signing and after it."""
    for data in (proef.blad, Dienst().tekent(proef.blad, diensten.een)):
        accepted = [
            naam
            for naam, hand in gekozen(velden_die_meer_zijn(data), keuze).items()
            if not diensten.lees(hand.over(data, diensten.stempelaar)).bezwaar
        ]
        assert accepted == []


def bewaringen_die_meer_doen(data: bytes) -> dict[str, Metdehand]:
    """Saves that bring a time stamp, and something else."""
    free, page, contents = vrij(data), bladzijde(data), blad_van(data)
    body, root = tekst(data, page), wortel(data)
    own = velden(data)[EERSTE]
    red = (contents, stroom(ROOD))
    pages = nummer(data, "/Pages")

    def on_page(changed: bytes, *objects: tuple[int, bytes]) -> Metdehand:
        assert changed != body
        return Metdehand(bladen=((page, changed),), bij=Bij(objects))

    params = b"/Reference [<</TransformMethod /Proef /TransformParams %d 0 R>>] /Filter"
    points, to_page = (STEMPEL.replace(b"/Filter", params % n) for n in (contents, page))
    turned = body.rstrip().removesuffix(b">>") + b"/Rotate 90>>"
    return {
        "een andere bladzijde": Metdehand(bij=Bij((red,))),
        "een andere bladzijde, als parameter": Metdehand(bij=Bij((red,)), stempel=points),
        "een bladzijde met andere inhoud, als parameter": replace(
            on_page(
                body.replace(b"/Contents %d 0 R" % contents, b"/Contents %d 0 R" % free),
                (free, stroom(ROOD)),
            ),
            stempel=to_page,
        ),
        "een gedraaide bladzijde, als parameter": replace(on_page(turned), stempel=to_page),
        "een opmerking erbij, als parameter": replace(
            on_page(met_annotatie(body, free), (free, NOTITIE)), stempel=to_page
        ),
        "een bladzijde met andere inhoud": on_page(
            body.replace(b"/Contents %d 0 R" % contents, b"/Contents %d 0 R" % free),
            (free, stroom(ROOD)),
        ),
        "een bladzijde met tweemaal inhoud": on_page(
            body.replace(
                b"/Contents %d 0 R" % contents,
                b"/Contents %d 0 R /Contents %d 0 R" % (free, contents),
            ),
            (free, stroom(ROOD)),
        ),
        "een bladzijde met een andere maat": on_page(
            body.replace(b"/MediaBox [", b"/MediaBox [300 300 ").replace(b" ]", b"]")
        ),
        "een bladzijde met een opdracht": on_page(
            body.rstrip().removesuffix(b">>") + b"/AA <</O <</S /URI /URI (x)>>>>>>"
        ),
        "een opmerking erbij": on_page(met_annotatie(body, free), (free, NOTITIE)),
        "een opmerking ervoor": on_page(
            body.replace(b"/Annots [", b"/Annots [%d 0 R " % free), (free, NOTITIE)
        ),
        "het veld van wie tekende weg": on_page(
            body.replace(b"%d 0 R ]" % own, b"]").replace(b" %d 0 R" % own, b"")
        ),
        "het veld van wie tekende tweemaal": on_page(met_annotatie(body, own)),
        "een opdracht bij openen": Metdehand(
            bij=Bij(((root, met(data, root, b"/OpenAction <</S /URI /URI (x)>>")),))
        ),
        "een certificering door het tijdstempel": Metdehand(
            bij=Bij(((root, met(data, root, b"/Perms <</DocMDP %d 0 R>>" % (free + 40))),))
        ),
        "een opmerking bij alle bladzijden": Metdehand(
            bij=Bij(((pages, met(data, pages, b"/Annots [%d 0 R]" % (free + 41))),))
        ),
        "een bladzijde vrijgegeven": Metdehand(
            bij=Bij(regels=b"%d 1\n0000000000 00001 f \n" % contents)
        ),
        "gegevens voor later die de bladzijde zijn": Metdehand(
            bij=Bij(
                (
                    (root, met(data, root, b"/DSS <</Type /DSS /Certs [%d 0 R]>>" % contents)),
                    red,
                )
            )
        ),
        "gegevens voor later met een opdracht": Metdehand(
            bij=Bij(((root, met(data, root, b"/DSS <</Type /DSS /OpenAction (x)>>")),))
        ),
        "een object dat nergens genoemd wordt": Metdehand(
            bij=Bij(ervoor=b"%d 0 obj\n%s\nendobj\n" % red)
        ),
    }


@steekproef
def test_a_save_that_brings_a_time_stamp_brings_nothing_else(
    proef: Proef, diensten: Diensten, keuze: slice
) -> None:
    """The stamp covers the change, and whoever reads the file sees it."""
    for data in (proef.blad, Dienst().tekent(proef.blad, diensten.een)):
        accepted = [
            naam
            for naam, hand in gekozen(bewaringen_die_meer_doen(data), keuze).items()
            if not diensten.lees(hand.over(data, diensten.stempelaar)).bezwaar
        ]
        assert accepted == []


@steekproef
def test_a_page_may_not_change_once_it_names_a_time_stamp(
    proef: Proef, diensten: Diensten, keuze: slice
) -> None:
    """Nor the field, nor the stamp in it: in a save of its own, and under a stamp of its own."""
    signed = Dienst().tekent(proef.blad, diensten.een)
    data = stempel(signed, diensten.stempelaar)
    field = velden(data)["Tijdstempel1"]
    page, body = bladzijde(data), tekst(data, field)
    value = int(body.split(b"/V ")[1].split()[0])
    moved = body.replace(b"[ 0 0 0 0 ]", b"[ 0 0 600 800 ]")
    red = b"/AP <</N %d 0 R>>" % vrij(data)
    shown = moved.rstrip().removesuffix(b">>") + red + b">>"
    assert moved != body
    cases: dict[str, tuple[tuple[int, bytes], ...]] = {
        "het veld over de bladzijde": ((vrij(data), plaatje(ROOD)), (field, shown)),
        "het veld met een plaatje": ((vrij(data), plaatje(ROOD)), (field, met(data, field, red))),
        "het veld leeg": ((field, body.replace(b"/V %d 0 R" % value, b"")),),
        "het stempel weg": ((value, b"null"),),
        "het stempel met een reden": ((value, met(data, value, b"/Reason (onder protest)")),),
        "de bladzijde zonder het veld": (
            (page, tekst(data, page).replace(b" %d 0 R" % field, b"")),
        ),
        "de bladzijde met een opmerking": (
            (vrij(data), NOTITIE),
            (page, met_annotatie(tekst(data, page), vrij(data))),
        ),
    }
    for naam, objects in gekozen(cases, keuze).items():
        changed = Bij(objects).aan(data)
        assert bezwaren(diensten.lees(changed)), naam
        assert bezwaren(diensten.lees(stempel(changed, diensten.stempelaar, "Nog een"))), naam


@pytest.mark.proef
def test_a_signature_may_not_change_a_page_that_names_a_time_stamp(
    proef: Proef, diensten: Diensten
) -> None:
    """Also when the page is a parameter of the signature; it may only name the time stamp."""
    data = Metdehand().over(proef.blad, diensten.stempelaar)
    page, contents, free = bladzijde(data), blad_van(data), vrij(data)
    body = met_annotatie(tekst(data, page), velden(data)["Stempel"])
    points = HANDTEKENING.replace(
        b"/Filter",
        b"/Reference [<</TransformMethod /Proef /TransformParams %d 0 R>>] /Filter" % page,
    )
    inside = body.rstrip().removesuffix(b">>")
    for changed, counts in (
        (body, True),
        (body.replace(b"/Contents %d 0 R" % contents, b"/Contents %d 0 R" % free), False),
        (inside + b"/Rotate 90>>", False),
        (inside + b"/AA <</O <</S /URI /URI (x)>>>>>>", False),
        (met_annotatie(body, free), False),
        (body.replace(b"/Annots [", b"/Annots [%d 0 R " % free), False),
        (met_annotatie(body, velden(data)[EERSTE]), False),
    ):
        note = stroom(ROOD) if b"/Contents %d 0 R" % free in changed else NOTITIE
        save = Bij(((page, changed), *(() if counts else ((free, note),))))
        signed = onderteken(ongetekend(data, save, handtekening=points), diensten.een)
        assert (diensten.lees(signed).bezwaar == "") == counts, changed


@pytest.mark.proef
def test_nobody_signs_in_a_field_that_was_not_offered(proef: Proef, diensten: Diensten) -> None:
    """A field that holds a signature is no field for a time stamp, whatever else it says."""
    signed = Dienst().tekent(proef.blad, diensten.een)
    for data in (proef.blad, signed):
        hand = Metdehand(stempel=HANDTEKENING)
        unsigned = hand.ongevuld(data)
        for who in (diensten.een, diensten.twee):
            assert diensten.lees(onderteken(unsigned, who)).bezwaar
        typeless = Metdehand(stempel=STEMPEL.replace(b"/Type /DocTimeStamp ", b""))
        assert diensten.lees(typeless.over(data, diensten.stempelaar)).bezwaar


def test_a_time_stamp_in_the_field_of_a_signatory_is_no_signature(
    proef: Proef, diensten: Diensten
) -> None:
    """It would say that someone signed who did not."""
    unsigned = ongetekend(proef.blad, handtekening=STEMPEL)
    data = vul(unsigned, partial(token, diensten.stempelaar))
    (found,) = diensten.lees(data).bewijzen
    assert found.bezwaar == "in dit veld staat een tijdstempel, en geen handtekening"


# --- a certification that is more than that ----------------------------------------------------

DOCMDP = (
    b"/Reference [<</Type /SigRef /TransformMethod /DocMDP"
    b" /TransformParams <</Type /TransformParams /P %d /V /1.2>>>>] /Filter"
)
CERTIFICEERT = HANDTEKENING.replace(b"/Filter", DOCMDP % 3)


def certificeringen(proef: Proef) -> dict[str, bytes]:
    """Certifications that the catalogue does not say as it should, or that come with more."""
    blad, free, root = proef.blad, vrij(proef.blad), wortel(proef.blad)
    page, contents, own = bladzijde(blad), blad_van(blad), free + 20
    note = met_annotatie(tekst(blad, page), free)

    def perms(wat: bytes, *objects: tuple[int, bytes], meer: bytes = b"") -> Bij:
        return Bij((*objects, (root, met(blad, root, b"/Perms " + wat + meer))))

    named = b"<</DocMDP %d 0 R>>" % own
    loose = CERTIFICEERT.replace(NUL, b"0" * 10)
    unsigned = {
        "met een opmerking over de tekst": perms(named, (free, NOTITIE), (page, note)),
        "met een andere bladzijde": perms(named, (contents, stroom(ROOD))),
        "met een opdracht bij openen": perms(named, meer=b"/OpenAction <</S /URI /URI (x)>>"),
        "en gebruiksrechten": perms(b"<</DocMDP %d 0 R /UR3 %d 0 R>>" % (own, own)),
        "alleen gebruiksrechten": perms(b"<</UR3 %d 0 R>>" % own),
        "van een handtekening die nergens staat": perms(
            b"<</DocMDP %d 0 R>>" % (free + 1), (free + 1, loose)
        ),
        "van de bladzijde": perms(b"<</DocMDP %d 0 R>>" % page),
        "van niets": perms(b"<<>>"),
        "in zichzelf": perms(b"<</DocMDP <</Type /Sig>>>>"),
        "op de plaats van de bladzijde": Bij(
            ((root, met(blad, root, b"/Perms %d 0 R" % contents)), (contents, named))
        ),
    }
    return {
        naam: onderteken(ongetekend(blad, bij, handtekening=CERTIFICEERT), proef.een)
        for naam, bij in unsigned.items()
    }


@pytest.mark.proef
def test_a_certification_adds_its_name_to_the_catalogue_and_nothing_else(proef: Proef) -> None:
    """Nor is it the way in for something that signing does not do."""
    accepted = [n for n, data in certificeringen(proef).items() if not proef.lees(data).bezwaar]
    assert accepted == []


@steekproef
@pytest.mark.parametrize("mag", in_de_proef(MDPPerm, behalve=[MDPPerm.ANNOTATE]))
def test_what_a_certification_allows_is_not_allowed_here(
    proef: Proef, diensten: Diensten, mag: MDPPerm, keuze: slice
) -> None:
    """A signatory who allows notes may not hide the text under one, nor may anybody after."""
    data = Dienst(certificeert=mag).tekent(proef.blad, diensten.een)
    free, page, root = vrij(data), bladzijde(data), wortel(data)
    body, own = tekst(data, page), tekst(data, root)
    begin = own.index(b"/Perms")
    cases: dict[str, tuple[tuple[int, bytes], ...]] = {
        "opmerking": ((free, NOTITIE), (page, met_annotatie(body, free))),
        "witte vlek": (
            (free, NOTITIE.replace(b"/FreeText", b"/Square").replace(b"(niet akkoord)", b"()")),
            (page, met_annotatie(body, free)),
        ),
        "stempel van een lezer": (
            (free, NOTITIE.replace(b"/FreeText", b"/Stamp")),
            (page, met_annotatie(body, free)),
        ),
        "andere inhoud": ((blad_van(data), stroom(ROOD)),),
        "certificering weg": ((root, own[:begin] + b">>"),),
        "certificering van niets": ((root, own[:begin] + b"/Perms <<>> >>"),),
        "gebruiksrechten erbij": (
            (root, own.replace(b"/Perms <<", b"/Perms << /UR3 %d 0 R" % page)),
        ),
    }
    for naam, objects in gekozen(cases, keuze).items():
        changed = Bij(objects).aan(data)
        assert bezwaren(diensten.lees(changed)), naam
        assert diensten.lees(stempel(changed, diensten.stempelaar)).bezwaar, naam


@pytest.mark.proef
def test_certifying_comes_first_and_once(proef: Proef, diensten: Diensten) -> None:
    """ISO 32000-2, 12.8.2.2: after a signature nobody certifies; nor is it said of one later."""
    half = Dienst().tekent(proef.convenant, diensten.een)
    free, root = vrij(half), wortel(half)
    named = Bij(((root, met(half, root, b"/Perms <</DocMDP %d 0 R>>" % (free + 20))),))
    second = ongetekend(half, named, veld=TWEEDE, handtekening=CERTIFICEERT)
    assert diensten.lees(onderteken(second, diensten.twee)).bezwaar == VERANDERD
    value = int(tekst(half, velden(half)[EERSTE]).split(b"/V ")[1].split()[0])
    later = Bij(((root, met(half, root, b"/Perms <</DocMDP %d 0 R>>" % value)),))
    assert diensten.lees(later.aan(half)).bezwaar == VERANDERD
    stamped = later.aan(stempel(half, diensten.stempelaar))
    assert bezwaren(diensten.lees(stamped))


def afgesloten(proef: Proef, diensten: Diensten) -> dict[str, bytes]:
    """Papers that the first signatory closed, and the second signed all the same."""
    alles = b"/Reference [<</Type /SigRef /TransformMethod /FieldMDP /TransformParams %s>>] /Filter"
    closed = {
        "certificeert zonder dat er iets mag": DOCMDP % 1,
        "sluit alle velden": alles % b"<</Type /TransformParams /Action /All /V /1.2>>",
        "sluit het andere veld": alles
        % b"<</Type /TransformParams /Action /Include /Fields [(%s)] /V /1.2>>"
        % TWEEDE.encode(),
    }
    made = {}
    for naam, says in closed.items():
        first = HANDTEKENING.replace(b"/Filter", says)
        half = onderteken(ongetekend(proef.convenant, handtekening=first), diensten.een)
        made[naam] = onderteken(ongetekend(half, veld=TWEEDE), diensten.twee)
    return made


@steekproef
def test_who_closes_a_paper_keeps_others_from_signing(
    proef: Proef, diensten: Diensten, keuze: slice
) -> None:
    """It is said that this is why, and not that something was changed."""
    for naam, data in gekozen(afgesloten(proef, diensten), keuze).items():
        pdf = diensten.lees(data)
        assert pdf.bezwaar == "", naam
        assert [b.bezwaar for b in pdf.bewijzen] == [AFGESLOTEN, ""], naam


# --- a time stamp that is of something else ----------------------------------------------------


def _met_stempels(signed: bytes, *tokens: bytes) -> bytes:
    """Put time stamps into the one signature in a file; nobody signs what stands there."""
    begin = signed.index(b"/Contents <") + len(b"/Contents <")
    end = signed.index(b">", begin)
    content = asn1_cms.ContentInfo.load(bytes.fromhex(signed[begin:end].decode()))
    (signer,) = content["content"]["signer_infos"]
    values = [asn1_cms.ContentInfo.load(token) for token in tokens]
    signer["unsigned_attrs"] = [{"type": "signature_time_stamp_token", "values": values}]
    changed: bytes = content.dump(force=True).hex().encode()
    assert len(changed) <= end - begin
    return signed[:begin] + changed.ljust(end - begin, b"0") + signed[end:]


def stempels_die_niet_passen(proef: Proef, diensten: Diensten) -> dict[str, bytes]:
    """Time stamps of trusted services that are of something else, or were altered."""
    room = HANDTEKENING.replace(LEEG, b"<" + b"0" * 12_000 + b">")
    signed = onderteken(ongetekend(proef.blad, handtekening=room), diensten.een)

    def stamped(tsa: DummyTimeStamper, what: bytes) -> bytes:
        return bytes.fromhex(token(tsa, hashlib.sha256(what).digest()).decode())

    begin = signed.index(b"/Contents <") + len(b"/Contents <")
    content = bytes.fromhex(signed[begin : signed.index(b">", begin)].decode())
    (signer,) = asn1_cms.ContentInfo.load(content)["content"]["signer_infos"]
    own = signer["signature"].native
    good, other = stamped(diensten.stempelaar, own), stamped(diensten.stempelaar, b"iets anders")
    strange = stamped(diensten.vreemd, b"iets anders")
    place = good.index(b"20261125120000Z")
    earlier = good[:place] + b"20261124120000Z" + good[place + 15 :]
    assert diensten.lees(_met_stempels(signed, good)).bewijzen[0].tijdstempel
    return {
        "van iets anders": _met_stempels(signed, other),
        "met een ander moment": _met_stempels(signed, earlier),
        "van een vreemde, van iets anders": _met_stempels(signed, strange),
        "naast een goed": _met_stempels(signed, good, other),
        "voor een goed": _met_stempels(signed, other, good),
    }


@pytest.mark.proef
@steekproef
def test_a_time_stamp_that_does_not_fit_is_said_to_be_why(
    proef: Proef, diensten: Diensten, keuze: slice
) -> None:
    """Also when another one does, and when nobody trusts who set it."""
    for naam, data in gekozen(stempels_die_niet_passen(proef, diensten), keuze).items():
        assert bezwaren(diensten.lees(data)) == [STEMPEL_VERANDERD], naam


def stempels_over_het_bestand_die_niet_passen(
    proef: Proef, diensten: Diensten
) -> dict[str, tuple[bytes, str]]:
    """Time stamps over a file that are of another, or of a part of it, and why."""
    signed = onderteken(ongetekend(proef.blad), diensten.een)
    other = onderteken(ongetekend(proef.convenant), diensten.een)
    hand = Metdehand()
    room = hand.ongevuld(signed)
    tsa = diensten.stempelaar
    seen: list[bytes] = []

    def of_another(digest: bytes) -> bytes:
        seen.append(digest)
        return token(tsa, hashlib.sha256(other).digest())

    good = hand.over(signed, tsa)
    begin = good.rindex(b"/Contents <") + len(b"/Contents <")
    moment = good.index(b"20261125120000Z".hex().encode(), begin)
    altered = good[:moment] + b"20261124120000Z".hex().encode() + good[moment + 30 :]
    end = good.index(b">", begin)
    whole = b"[0 %010d" % (begin - 1)
    assert whole in good
    return {
        "van een ander bestand": (vul(room, of_another), STEMPEL_VERANDERD),
        "met een ander moment": (altered, STEMPEL_VERANDERD),
        "een handtekening": (onderteken(room, diensten.twee), STEMPEL_VORM),
        "iets anders in de ruimte": (good[: end - 8] + b"68656c6c" + good[end:], STEMPEL_RUIMTE),
        "van een soort die er niet is": (
            Metdehand(stempel=STEMPEL.replace(b"/ETSI.RFC3161", b"/ETSI.CAdES.detached")).over(
                signed, tsa
            ),
            STEMPEL_VORM,
        ),
        "van een deel": (
            good.replace(whole, b"[7 %010d" % (begin - 1)),
            STEMPEL_DEEL,
        ),
    }


@pytest.mark.proef
def test_a_time_stamp_over_another_file_is_said_to_be_why(proef: Proef, diensten: Diensten) -> None:
    """The signature holds, and the file is not what the time stamp says that it is."""
    found = stempels_over_het_bestand_die_niet_passen(proef, diensten)
    for naam, (data, reden) in found.items():
        pdf = diensten.lees(data)
        assert (pdf.bezwaar, [b.bezwaar for b in pdf.bewijzen]) == (reden, [""]), naam


def test_a_change_after_a_time_stamp_is_an_objection(proef: Proef, diensten: Diensten) -> None:
    """Also in a byte that the signature does not cover: in the save of the stamp itself."""
    data = stempel(Dienst().tekent(proef.blad, diensten.een), diensten.stempelaar)
    tail = data.index(b"/Tijdstempel1") if b"/Tijdstempel1" in data else data.index(b"Tijdstempel1")
    for place in (tail, len(data) - 30, 40):
        changed = bytearray(data)
        changed[place] ^= 1
        assert bezwaren(diensten.lees(bytes(changed))), place
    assert diensten.lees(Bij(((blad_van(data), stroom(ROOD)),)).aan(data)).bezwaar == VERANDERD


# --- what is judged of it ----------------------------------------------------------------------

AANGEBODEN = date(2026, 11, 24)


def oordeel(proef: Proef, diensten: Diensten, data: bytes, naam: str = "A. Voorbeeld") -> Oordeel:
    """What a paper is worth on 1 December 2026, that was offered on 24 November to who signs."""
    who = Ondertekenaar("wie", "wie", "Proef", "bestuurder", "Mw.", naam)
    who = replace(who, sleutel=EERSTE.removeprefix("ondertekening-"))
    offer = Aanbieding(
        datum=AANGEBODEN,
        partner="wie",
        ondertekenaar=who.sleutel,
        stuk=BLAD,
        versie="1",
        delen=("deel-1",),
        sha256=hashlib.sha256(proef.blad).hexdigest(),
    )
    instellingen = Instellingen("T", "S", "C", "E", ("deel-1",))
    registers = Registers("proef", instellingen, ondertekenaars=(who,), gebeurtenissen=(offer,))
    version = Versiegegevens("1", "besluit", AANGEBODEN, "E", (), "b")
    return beoordeel(diensten.lees(data), "c", registers, version, date(2026, 12, 1))


@pytest.mark.parametrize("over", [False, True])
@pytest.mark.parametrize(
    ("dag", "reden"),
    [
        ((2026, 11, 23), "voordat het stuk er was (24 november 2026)"),
        pytest.param(
            *((2026, 6, 1), "voordat het stuk er was (24 november 2026)"), marks=pytest.mark.proef
        ),
        ((2026, 12, 2), "die dag moet nog komen"),
        pytest.param((2026, 12, 31), "die dag moet nog komen", marks=pytest.mark.proef),
        pytest.param((2026, 11, 25), "", marks=pytest.mark.proef),
        ((2026, 12, 1), ""),
    ],
)
def test_a_time_stamp_before_the_offer_or_to_come_is_refused(
    *, proef: Proef, diensten: Diensten, over: bool, dag: tuple[int, int, int], reden: str
) -> None:
    """In the signature or over the file, of a service that is trusted."""
    tsa = stempelaar(diensten.uitgever, datetime(*dag, 12, tzinfo=UTC))
    if over:
        data = stempel(Dienst().tekent(proef.blad, diensten.een), tsa)
    else:
        data = Dienst(stempelaar=tsa).tekent(proef.blad, diensten.een)
    found = oordeel(proef, diensten, data)
    assert bool(found.gebeurtenissen) == (not reden)
    assert found.reden.endswith(reden)


@pytest.mark.proef
def test_the_register_says_whose_word_the_day_is(proef: Proef, diensten: Diensten) -> None:
    """Nothing when a service vouches for it, and else that it is the signer's own."""
    signed = Dienst().tekent(proef.blad, diensten.een)
    later = stempelaar(diensten.uitgever, datetime(2026, 11, 30, 12, tzinfo=UTC))
    zelf = "moment volgens de ondertekenaar zelf"
    for data, kenmerk, voorbehouden in (
        (Dienst(stempelaar=diensten.stempelaar).tekent(proef.blad, diensten.een), "", ()),
        (diensten.blijvend().tekent(proef.blad, diensten.een), "", ()),
        (stempel(signed, diensten.stempelaar), "", ()),
        (signed, zelf, ()),
        (
            stempel(signed, later),
            f"{zelf}; volgens een tijdstempel uiterlijk op 30 november 2026",
            (),
        ),
        (
            stempel(signed, diensten.vreemd),
            f"{zelf}; het tijdstempel komt van een dienst die dit dossier niet vertrouwt",
            ("A. Voorbeeld",),
        ),
    ):
        found = oordeel(proef, diensten, data)
        (gebeurtenis,) = found.gebeurtenissen
        assert (gebeurtenis.datum, gebeurtenis.kenmerk) == (date(2026, 11, 25), kenmerk)
        assert found.voorbehouden == voorbehouden


@pytest.mark.proef
def test_who_certifies_or_stamps_is_not_therefore_who_signs(
    proef: Proef, diensten: Diensten
) -> None:
    """In the field of A. Voorbeeld only A. Voorbeeld counts."""
    for dienst in (
        Dienst(certificeert=MDPPerm.FILL_FORMS),
        Dienst(certificeert=MDPPerm.NO_CHANGES, stempelaar=diensten.stempelaar),
        replace(diensten.blijvend(), certificeert=MDPPerm.ANNOTATE),
    ):
        found = oordeel(proef, diensten, dienst.tekent(proef.blad, diensten.twee))
        assert found.reden == "getekend door 'B. Verzonnen', terwijl Mw. A. Voorbeeld zou tekenen"
    for tsa in (diensten.stempelaar, diensten.vreemd):
        found = oordeel(proef, diensten, stempel(proef.blad, tsa), "Tijdstempeldienst")
        assert found.reden == "er staat alleen een tijdstempel in, en dat is geen handtekening"
