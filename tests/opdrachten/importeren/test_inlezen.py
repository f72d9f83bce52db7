"""A file that cannot be imported is refused with what it is and what to do."""

from pathlib import Path

import pytest

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.invoer.brok import Wens
from convenantwerk.opdrachten.importeren import inlezen
from convenantwerk.opdrachten.importeren.inlezen import lees_in

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _lees(path: Path) -> tuple[str, str]:
    """Return the code and message and tip with which a file is refused."""
    with pytest.raises(ConvenantwerkError) as caught:
        lees_in(path, "vanzelf", Wens())
    found = caught.value.diagnostics[0]
    return found.code, f"{found.melding} {found.tip}"


@pytest.mark.parametrize(
    ("naam", "data", "code", "woorden"),
    [
        ("oud.txt", OLE + "WordDocument".encode("utf-16-le"), "CV953", "een oude Word (.doc)"),
        ("brief.rtf", b"{\\rtf1 tekst}", "CV953", "een RTF-bestand"),
        ("leeg.docx", b"", "CV953", "leeg"),
        ("wit.txt", b" \n", "CV953", "leeg"),
        ("kop.docx", b"PK\3\4", "CV953", "zip"),
        ("weg.docx", None, "CV001", "het bestaat niet"),
    ],
)
def test_what_is_no_file_to_import(
    naam: str, data: bytes | None, code: str, woorden: str, tmp_path: Path
) -> None:
    """An old format, an empty file, no file at all."""
    if data is not None:
        (tmp_path / naam).write_bytes(data)
    found, sentence = _lees(tmp_path / naam)
    assert found == code
    assert woorden in sentence


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """Also when it is called as a file is."""
    (tmp_path / "map.docx").mkdir()
    assert _lees(tmp_path / "map.docx")[0] == "CV001"
    assert _lees(tmp_path)[0] == "CV001"


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not read to its end."""
    monkeypatch.setattr(inlezen, "_GROOTST", 10)
    (tmp_path / "groot.txt").write_bytes(b"x" * 11)
    assert _lees(tmp_path / "groot.txt")[0] == "CV951"
