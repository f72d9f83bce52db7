"""What services that sign make of a paper: it counts, on the moment that can be relied on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from pyhanko.sign.fields import MDPPerm
from pyhanko.stamp import TextStampStyle
from tests.proeven import gekozen, in_de_proef, steekproef
from tests.tekenen.pdfschrijver import (
    EERSTE,
    HANDTEKENING,
    TWEEDE,
    Bij,
    bladzijde,
    met,
    met_dss,
    onderteken,
    ongetekend,
    stroom,
    tekst,
    vrij,
    wortel,
)
from tests.tekenen.proefpapier import bezwaren, geldt
from tests.tekenen.tekendienst import (
    LATER,
    TOEN,
    Dienst,
    Diensten,
    Metdehand,
    stempel,
    stempelaar,
)
from tests.tekenen.uitgever import BEGIN, EINDE

from convenantwerk.tekenen.tijdstempels import ONBEKEND

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tekenen.proefpapier import Proef

    from convenantwerk.tekenen.ondertekening import GetekendePdf, Tekenbewijs

Sleutelsoort = ec.EllipticCurve | int


def een(pdf: GetekendePdf) -> Tekenbewijs:
    """Return what the one signature proves in a file with which nothing is wrong."""
    assert bezwaren(pdf) == []
    (found,) = pdf.bewijzen
    return found


# --- the levels of PAdES -----------------------------------------------------------------------

NIVEAUS: dict[str, Callable[[Diensten], Dienst]] = {
    "B-B": lambda _: Dienst(),
    "B-T": lambda d: Dienst(stempelaar=d.stempelaar),
    "B-LT": lambda d: Dienst(stempelaar=d.stempelaar, uitgevers=(d.uitgever,)),
    "B-LTA": lambda d: d.blijvend(),
}


@pytest.mark.parametrize("niveau", NIVEAUS)
def test_every_level_of_signing_counts(proef: Proef, diensten: Diensten, niveau: str) -> None:
    """With the moment of the time stamp when there is one, and else that of the signer."""
    found = een(diensten.lees(NIVEAUS[niveau](diensten).tekent(proef.blad, diensten.een)))
    stamped = niveau != "B-B"
    assert (found.naam, found.veld) == ("A. Voorbeeld", EERSTE)
    assert (found.moment, found.tijdstempel) == (LATER if stamped else TOEN, stamped)
    assert found.voorbehoud == ""


@pytest.mark.parametrize("niveau", in_de_proef(NIVEAUS, behalve=["B-T"]))
def test_two_sign_one_paper_each_with_its_own_time_stamp(
    proef: Proef, diensten: Diensten, niveau: str
) -> None:
    """The second field, the second save for later proof and the second stamp come behind."""
    dienst = NIVEAUS[niveau](diensten)
    half = dienst.tekent(proef.convenant, diensten.een)
    tweede = replace(dienst, veld=TWEEDE, moment=TOEN + timedelta(days=1))
    later = LATER + timedelta(days=1)
    if dienst.stempelaar:
        tweede = replace(tweede, stempelaar=stempelaar(diensten.uitgever, later))
    pdf = diensten.lees(tweede.tekent(half, diensten.twee))
    assert geldt(pdf)
    stamped = niveau != "B-B"
    assert [(b.naam, b.moment, b.tijdstempel) for b in pdf.bewijzen] == [
        ("A. Voorbeeld", LATER if stamped else TOEN, stamped),
        ("B. Verzonnen", later if stamped else tweede.moment, stamped),
    ]
    assert set(pdf.velden) == set(proef.lees(proef.convenant).velden)


@pytest.mark.parametrize(
    ("soort", "dienst"),
    [
        (ec.SECP256R1(), Dienst()),
        pytest.param(ec.SECP384R1(), Dienst(methode="sha384"), marks=pytest.mark.proef),
        (ec.SECP521R1(), Dienst(methode="sha512")),
        pytest.param(2048, Dienst(), marks=pytest.mark.proef),
        pytest.param(2048, Dienst(methode="sha512"), marks=pytest.mark.proef),
        pytest.param(2048, Dienst(pss=True), marks=pytest.mark.proef),
        (2048, Dienst(methode="sha512", pss=True)),
    ],
)
def test_every_strong_key_and_hash_counts(
    proef: Proef, diensten: Diensten, tmp_path: Path, soort: Sleutelsoort, dienst: Dienst
) -> None:
    """ECDSA, RSA and RSA-PSS, as qualified certificates have them."""
    key = (
        rsa.generate_private_key(65537, soort)
        if isinstance(soort, int)
        else ec.generate_private_key(soort)
    )
    wie = diensten.uitgever.geef_uit(("A. Voorbeeld",), BEGIN, EINDE, sleutel=key).tekent(tmp_path)
    stamped = replace(dienst, stempelaar=diensten.stempelaar)
    assert een(diensten.lees(stamped.tekent(proef.blad, wie))).tijdstempel


@pytest.mark.proef
def test_a_signature_may_show_what_it_likes_in_its_field(proef: Proef, diensten: Diensten) -> None:
    """A name and a date, or a long text; with a stamp over the file behind it."""
    for shown in ("Getekend door %(signer)s\n%(ts)s", "x", "een lange regel\n" * 40):
        dienst = replace(diensten.blijvend(), stijl=TextStampStyle(stamp_text=shown))
        assert geldt(diensten.lees(dienst.tekent(proef.blad, diensten.een)))


# --- a time stamp over the whole file ----------------------------------------------------------


def gestempeld(proef: Proef, diensten: Diensten) -> dict[str, bytes]:
    """How programs set a time stamp over a file that was signed."""
    data = Dienst().tekent(proef.blad, diensten.een)
    page, free = bladzijde(data), vrij(data)
    empty = stroom(b"", b"/Type /XObject /Subtype /Form /BBox [0 0 0 0] /Resources <<>>")
    on_page = Metdehand(bladen=((page, tekst(data, page)),))
    picture = replace(on_page, bij=Bij(((free, empty),)), in_veld=b"/AP <</N %d 0 R>>" % free)
    tsa = diensten.stempelaar
    return {
        "pyHanko": stempel(data, tsa),
        "nergens op een bladzijde": Metdehand().over(data, tsa),
        "op de bladzijde": on_page.over(data, tsa),
        "met een leeg plaatje, als PDFBox en iText": picture.over(data, tsa),
        "en daarna certificaten voor later": met_dss(stempel(data, tsa)),
        "tweemaal, jaren later weer": stempel(stempel(data, tsa), tsa, "Tijdstempel2"),
        "driemaal, met certificaten ertussen": stempel(
            met_dss(stempel(met_dss(stempel(data, tsa)), tsa, "Tijdstempel2")), tsa, "Tijdstempel3"
        ),
    }


@steekproef
def test_a_time_stamp_over_the_file_is_no_objection(
    proef: Proef, diensten: Diensten, keuze: slice
) -> None:
    """Its field shows nothing, and is none of those that were offered."""
    for naam, data in gekozen(gestempeld(proef, diensten), keuze).items():
        pdf = diensten.lees(data)
        found = een(pdf)
        assert (found.moment, found.uiterlijk, found.voorbehoud) == (TOEN, LATER, ""), naam
        assert (pdf.velden, pdf.gestempeld) == ((EERSTE,), True), naam


@pytest.mark.proef
def test_a_time_stamp_over_the_file_bounds_what_the_signer_says(
    proef: Proef, diensten: Diensten
) -> None:
    """Nobody can have signed after it; what was signed after it, it says nothing of."""
    later = Dienst(moment=LATER + timedelta(hours=5))
    data = stempel(later.tekent(proef.blad, diensten.een), diensten.stempelaar)
    found = een(diensten.lees(data))
    assert (found.moment, found.tijdstempel) == (LATER, True)
    before = stempel(proef.blad, diensten.stempelaar)
    found = een(diensten.lees(later.tekent(before, diensten.een)))
    assert (found.moment, found.uiterlijk, found.tijdstempel) == (later.moment, None, False)
    half = stempel(Dienst().tekent(proef.convenant, diensten.een), diensten.stempelaar)
    pdf = diensten.lees(replace(later, veld=TWEEDE).tekent(half, diensten.twee))
    assert [(b.moment, b.uiterlijk) for b in pdf.bewijzen] == [
        (TOEN, LATER),
        (later.moment, None),
    ]


def test_a_time_stamp_alone_is_no_signature(proef: Proef, diensten: Diensten) -> None:
    """Nothing is wrong with the file, and nobody has signed it."""
    once = stempel(proef.blad, diensten.vreemd)
    for data in (once, stempel(once, diensten.stempelaar, "Later"), met_dss(once)):
        pdf = diensten.lees(data)
        assert (pdf.bezwaar, pdf.bewijzen, pdf.gestempeld) == ("", (), True)


# --- who set the time stamp --------------------------------------------------------------------


def vreemd(proef: Proef, diensten: Diensten) -> dict[str, bytes]:
    """Time stamps of services that the dossier does not trust, or that should set none."""
    signed = Dienst().tekent(proef.blad, diensten.een)
    expired = datetime(2027, 1, 2, tzinfo=UTC)
    other = stempelaar(diensten.uitgever, soort="tekent")
    late = stempelaar(diensten.uitgever, expired)
    return {
        "in de handtekening": Dienst(stempelaar=diensten.vreemd).tekent(proef.blad, diensten.een),
        "over het bestand": stempel(signed, diensten.vreemd),
        "allebei": stempel(
            Dienst(stempelaar=diensten.vreemd).tekent(proef.blad, diensten.een), diensten.vreemd
        ),
        "van wie alleen mag tekenen": Dienst(stempelaar=other).tekent(proef.blad, diensten.een),
        "over het bestand, van wie alleen mag tekenen": stempel(signed, other),
        "met een certificaat dat was verlopen": Dienst(stempelaar=late).tekent(
            proef.blad, diensten.een
        ),
    }


@steekproef
def test_a_time_stamp_that_is_not_trusted_is_as_if_it_were_not_there(
    proef: Proef, diensten: Diensten, keuze: slice
) -> None:
    """The signer's own moment counts, and it is said why."""
    for naam, data in gekozen(vreemd(proef, diensten), keuze).items():
        found = een(diensten.lees(data))
        assert (found.moment, found.tijdstempel, found.uiterlijk) == (TOEN, False, None), naam
        assert found.voorbehoud == ONBEKEND, naam


def test_one_time_stamp_that_is_trusted_is_enough(proef: Proef, diensten: Diensten) -> None:
    """There is nothing to reserve, whichever of the two it is."""
    signed = Dienst(stempelaar=diensten.vreemd).tekent(proef.blad, diensten.een)
    found = een(diensten.lees(stempel(signed, diensten.stempelaar)))
    assert (found.moment, found.uiterlijk, found.voorbehoud) == (TOEN, LATER, "")
    signed = Dienst(stempelaar=diensten.stempelaar).tekent(proef.blad, diensten.een)
    found = een(diensten.lees(stempel(signed, diensten.vreemd)))
    assert (found.moment, found.tijdstempel, found.voorbehoud) == (LATER, True, "")


@pytest.mark.parametrize(
    ("dag", "bezwaar"), [(24, "het certificaat was ingetrokken"), (26, ""), (28, "")]
)
def test_the_certificate_must_hold_at_the_moment_that_counts(
    proef: Proef, diensten: Diensten, tmp_path: Path, dag: int, bezwaar: str
) -> None:
    """That of the time stamp, not the one that the signer names: a week before."""
    own = diensten.uitgever.geef_uit(("A. Voorbeeld",), BEGIN, EINDE)
    crl = diensten.uitgever.ingetrokken(own, dag)
    dienst = Dienst(moment=TOEN - timedelta(days=7), stempelaar=diensten.stempelaar)
    signed = met_dss(dienst.tekent(proef.blad, own.tekent(tmp_path)), crl)
    (found,) = diensten.lees(signed).bewijzen
    assert found.bezwaar == bezwaar


# --- certifying --------------------------------------------------------------------------------


@pytest.mark.parametrize("mag", in_de_proef(MDPPerm, behalve=[MDPPerm.FILL_FORMS]))
def test_a_signature_that_certifies_counts(proef: Proef, diensten: Diensten, mag: MDPPerm) -> None:
    """Whatever it allows; alone, with a stamp over the file, and certificates for later."""
    for dienst in (Dienst(), Dienst(stempelaar=diensten.stempelaar), diensten.blijvend()):
        signed = replace(dienst, certificeert=mag).tekent(proef.blad, diensten.een)
        assert een(diensten.lees(signed)).naam == "A. Voorbeeld"


@pytest.mark.proef
@pytest.mark.parametrize(
    ("mag", "niveau"),
    in_de_proef(
        [(MDPPerm.FILL_FORMS, "B-B"), (MDPPerm.ANNOTATE, "B-T"), (MDPPerm.FILL_FORMS, "B-LTA")],
        behalve=[MDPPerm.ANNOTATE],
    ),
)
def test_another_may_sign_after_one_that_certifies_and_allows_it(
    proef: Proef, diensten: Diensten, mag: MDPPerm, niveau: str
) -> None:
    """Each in its own field, also when both are to last."""
    dienst = NIVEAUS[niveau](diensten)
    half = replace(dienst, certificeert=mag).tekent(proef.convenant, diensten.een)
    pdf = diensten.lees(replace(dienst, veld=TWEEDE).tekent(half, diensten.twee))
    assert geldt(pdf)
    assert [b.naam for b in pdf.bewijzen] == ["A. Voorbeeld", "B. Verzonnen"]


def certificerend(proef: Proef) -> dict[str, Callable[[], bytes]]:
    """Ways to write that a signature certifies."""
    blad, free, root = proef.blad, vrij(proef.blad), wortel(proef.blad)
    certifies = HANDTEKENING.replace(
        b"/Filter",
        b"/Reference [<</Type /SigRef /TransformMethod /DocMDP"
        b" /TransformParams <</Type /TransformParams /P 2 /V /1.2>>>>] /Filter",
    )
    perms = b"<</DocMDP %d 0 R>>" % (free + 20)

    def made(*objects: tuple[int, bytes]) -> bytes:
        return onderteken(ongetekend(blad, Bij(objects), handtekening=certifies), proef.een)

    return {
        "in de catalogus": lambda: made((root, met(blad, root, b"/Perms " + perms))),
        "in een eigen object": lambda: made(
            (free, perms), (root, met(blad, root, b"/Perms %d 0 R" % free))
        ),
        "niet in de catalogus": made,
    }


def test_what_certifies_may_be_written_in_every_way(proef: Proef) -> None:
    """In the catalogue, in an object of its own, or in the signature alone."""
    for naam, made in certificerend(proef).items():
        assert bezwaren(proef.lees(made())) == [], naam
