"""A zip from a stranger is opened within bounds, and told to be damaged when it is."""

import zipfile
from io import BytesIO

import pytest

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.invoer import pakket
from convenantwerk.invoer.pakket import open_pakket

XML = b"<a><b>woord</b></a>"


def _zip(delen: dict[str, bytes], soort: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", soort) as archive:
        for naam, data in delen.items():
            archive.writestr(naam, data)
    return made.getvalue()


def _geweigerd(data: bytes, naam: str = "content.xml") -> str:
    with pytest.raises(OnleesbaarError) as error:
        open_pakket(data, "brief.odt").boom(naam)
    (found,) = error.value.diagnostics
    assert (found.code, found.position.path) == ("CV951", "brief.odt")
    return found.melding


def test_parts_are_read_by_their_name() -> None:
    """A part that is not there is None."""
    delen = {"content.xml": XML, "Pictures/a.png": b"beeld"}
    zin = open_pakket(_zip(delen), "brief.odt")
    assert zin.namen == ("content.xml", "Pictures/a.png")
    assert (zin.lees("content.xml"), zin.lees("styles.xml")) == (XML, None)
    boom = zin.boom("content.xml")
    assert boom is not None
    assert boom.findtext("b") == "woord"
    assert zin.boom("styles.xml") is None


def test_what_is_damaged_is_told() -> None:
    """No zip, half a zip, a part with other bytes, XML that is none."""
    heel = _zip({"content.xml": XML}, zipfile.ZIP_STORED)
    assert "beschadigd" in _geweigerd(b"")
    assert "beschadigd" in _geweigerd(b"geen zip")
    assert "beschadigd" in _geweigerd(heel[:40])
    assert "'content.xml'" in _geweigerd(heel.replace(b"woord", b"moord", 1))
    assert "XML" in _geweigerd(_zip({"content.xml": b"<a><b></a>"}))
    assert "XML" in _geweigerd(_zip({"content.xml": b"<a>" * 300 + b"</a>" * 300}))


def test_entities_are_never_read() -> None:
    """A DTD is refused, whatever it says: a file of the machine, or a billion of laughs."""
    for binnen in ('<!ENTITY x SYSTEM "file:///etc/passwd">', '<!ENTITY x "ha">', ""):
        kwaad = f"<!DOCTYPE a [{binnen}]><a>{'&x;' * bool(binnen)}</a>".encode()
        assert "DTD" in _geweigerd(_zip({"content.xml": kwaad}))


def test_a_password_is_seen_in_both_ways_to_set_one() -> None:
    """By the zip itself, and by OpenDocument, which encrypts the parts in it."""
    flag = bytearray(_zip({"content.xml": XML}))
    for begin in (flag.find(b"PK\3\4") + 6, flag.find(b"PK\1\2") + 8):
        flag[begin] |= 1
    assert "wachtwoord" in _geweigerd(bytes(flag))
    manifest = b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    odt = {"META-INF/manifest.xml": manifest, "content.xml": b"\x81\x02"}
    assert "wachtwoord" in _geweigerd(_zip(odt))


def test_what_is_larger_than_it_seems_is_not_inflated(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bomb, too many parts, too much together, one part that is too large, two of one name."""
    assert "honderden keren" in _geweigerd(_zip({"content.xml": bytes(5_000_000)}))
    twee = _zip({"content.xml": XML, "content.xmm": XML}).replace(b"content.xmm", b"content.xml")
    assert "één naam" in _geweigerd(twee)
    goed = _zip({"content.xml": XML, "b": b""})
    for naam, grens, wat in (
        ("DELEN", 1, "2 delen"),
        ("GEHEEL", 5, "uitgepakt"),
        ("DEEL", 5, "'content.xml'"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(pakket, naam, grens)
            assert wat in _geweigerd(goed)
