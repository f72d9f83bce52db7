"""The settings of the office, changed on the page; nothing else in convenant.yaml is touched."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.handtekeningen import maak_ca
from tests.kantoor.loket import Loket

from convenantwerk.geopend.geopend import Geopend

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)
BEKIJK = "Bekijk wat hieruit volgt"
BEWAAR = "Bewaar de instellingen"
YAML = "convenant/convenant.yaml"


@pytest.fixture
def loket(klein: Path) -> Loket:
    """The page of the small dossier."""
    return Loket(klein, OP)


def _stel_in(loket: Loket, **waarden: str | list[str]) -> None:
    loket.open("/doe/instellingen")
    loket.stuur(waarden, BEKIJK)


@pytest.mark.traag
def test_who_sends_is_changed_and_nothing_else(loket: Loket, klein: Path) -> None:
    """The lines of before are all still there, but for those of what changed."""
    path = klein / YAML
    path.write_text(path.read_text("utf-8") + "# van ons\n", encoding="utf-8")
    eerst = path.read_text("utf-8")
    _stel_in(loket, email="post@elders.example", adres="Postbus 9\n1234 AB Elders")
    assert "E-mail van het bureau: post@elders.example" in loket.blad.tekst
    assert path.read_text("utf-8") == eerst
    loket.stuur(knop=BEWAAR)
    after = Geopend(klein, OP).dossier.instellingen
    assert after.afzender.email == "post@elders.example"
    assert list(map(str, after.afzender.adres)) == ["Postbus 9", "1234 AB Elders"]
    rest = [line for line in eerst.splitlines() if "email" not in line and "adres" not in line]
    assert [line for line in rest if line not in path.read_text("utf-8").splitlines()] == []


@pytest.mark.traag
def test_who_presides_and_the_mail_server(loket: Loket, klein: Path) -> None:
    """Keys that were not there come; what is emptied goes."""
    keuze = Geopend(klein, OP).registers.ondertekenaars[0].sleutel
    _stel_in(loket, voorzitters=[keuze], host="mail.elders.example", poort="25")
    loket.stuur(knop=BEWAAR)
    after = Geopend(klein, OP).dossier.instellingen
    assert after.ondertekening.voorzitters == (keuze,)
    assert after.post is not None
    assert (after.post.host, after.post.poort) == ("mail.elders.example", 25)
    _stel_in(loket, host="")
    loket.stuur(knop=BEWAAR)
    assert Geopend(klein, OP).dossier.instellingen.post is None


@pytest.mark.traag
@pytest.mark.parametrize(
    "regels",
    [
        "afzender: {email: a@b.example, telefoon: '1'}\n",
        "afzender: {email: a@b.example}\n",
        "afzender:\n  email: a@b.example\n  telefoon: '1'  # het algemene\n",
        "afzender:\n  telefoon: '1'\n  email: a@b.example\n",
        "afzender:\n  email: a@b.example\n",
        "",
    ],
)
def test_what_is_emptied_goes_in_whatever_form_it_stands(
    loket: Loket, klein: Path, regels: str
) -> None:
    """And what stands beside it stays, with its comment."""
    path = klein / YAML
    text = path.read_text("utf-8")
    assert "afzender:" not in text
    path.write_text(text + regels, encoding="utf-8")
    _stel_in(loket, email="", ketenmanager="het secretariaat")
    loket.stuur(knop=BEWAAR)
    after = Geopend(klein, OP).dossier.instellingen.afzender
    assert (after.email, after.ketenmanager) == ("", "het secretariaat")
    assert after.telefoon == ("1" if "telefoon" in regels else "")
    assert ("# het algemene" in path.read_text("utf-8")) == ("#" in regels)


@pytest.mark.traag
def test_an_issuer_is_trusted_by_its_certificate(loket: Loket, klein: Path, tmp_path: Path) -> None:
    """It comes into the dossier with the setting; what is no certificate does not."""
    maak_ca(tmp_path / "ca", "V. Voorbeeld")
    pem = (tmp_path / "ca/ca.pem").read_bytes()
    loket.open("/doe/instellingen")
    loket.stuur({}, BEKIJK, [("uitgever", ("../../ca.pem", pem))])
    loket.stuur(knop=BEWAAR)
    (pad,) = Geopend(klein, OP).dossier.instellingen.ondertekening.vertrouwd
    assert (klein / pad).read_bytes() == pem
    loket.open("/doe/instellingen")
    loket.stuur({}, BEKIJK, [("uitgever", ("x.pem", b"geen certificaat"))])
    assert loket.antwoord.status_code == 422
    assert "er staat geen certificaat in" in loket.blad.tekst


def test_nothing_changes_when_nothing_is_changed(loket: Loket) -> None:
    """And there is no button for it."""
    _stel_in(loket)
    assert "Er verandert niets." in loket.blad.tekst
    assert not any(BEWAAR in form.knoppen for form in loket.blad.formulieren)


@pytest.mark.traag
@pytest.mark.parametrize("waarde", ["<b>x</b>", "{{ 7*7 }}", "#: [", "- x", "'" * 3, "ja"])
def test_whatever_is_typed_comes_back_as_it_was(loket: Loket, klein: Path, waarde: str) -> None:
    """YAML and HTML have signs of their own."""
    _stel_in(loket, ketenmanager=waarde)
    loket.stuur(knop=BEWAAR)
    assert Geopend(klein, OP).dossier.instellingen.afzender.ketenmanager == waarde
    loket.open("/doe/instellingen")
    assert ("ketenmanager", waarde) in loket.blad.formulieren[0].velden
