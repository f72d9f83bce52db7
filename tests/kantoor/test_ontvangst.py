"""Files that a browser sent wait in a place of their own, and not without end."""

import pytest

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.kantoor import ontvangst
from convenantwerk.kantoor.ontvangst import Ontvangst


def test_a_file_waits_until_it_is_decided_about() -> None:
    """Its name is for showing; the place is ours."""
    wachtkamer = Ontvangst()
    one = wachtkamer.neem("../../blad.pdf", b"%PDF")
    assert wachtkamer.geef(one.sleutel).pad.read_bytes() == b"%PDF"
    assert "blad" not in str(one.pad)
    wachtkamer.vergeet(one.sleutel)
    assert not one.pad.exists()
    with pytest.raises(ConvenantwerkError, match="CV943"):
        wachtkamer.geef(one.sleutel)
    wachtkamer.sluit()


def test_not_more_waits_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was sent before still waits."""
    monkeypatch.setattr(ontvangst, "_MEEST", 10)
    wachtkamer = Ontvangst()
    one = wachtkamer.neem("a", b"123456")
    with pytest.raises(ConvenantwerkError, match="CV942"):
        wachtkamer.neem("b", b"12345")
    assert one.pad.exists()
    wachtkamer.sluit()
    assert not one.pad.exists()
