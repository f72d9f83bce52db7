"""The controle of the archive: what the register names is there, as it was."""

from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.dossier.archief import aangeboden, bewaring, getekend
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding, Ondertekening
from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.controleer import controleer

OP = date(2026, 11, 24)
PAPIER = b"een verzonnen stuk"
ZEGEL = sha256(PAPIER).hexdigest()


def found(root: Path) -> list[str]:
    """What is said of one paper that was offered and came back signed."""
    registers, _ = Dossierlezer(root).registers
    assert registers is not None
    gevraagd = Aanbieding(
        datum=OP,
        partner="politie",
        ondertekenaar="politie",
        stuk="ondertekeningsblad",
        versie="2018",
        delen=("deel-1",),
        sha256=ZEGEL,
    )
    terug = Ondertekening(
        datum=OP, partner="politie", ondertekenaar="politie", delen=("deel-1",), sha256=ZEGEL
    )
    onderzoek = Onderzoek(
        registers=replace(registers, gebeurtenissen=(gevraagd, terug)),
        bewaring=partial(bewaring, root),
    )
    return [f"{f.code} {f.melding}" for f in bevindingen(onderzoek, "archief")]


def test_a_paper_is_there_gone_or_changed(klein: Path) -> None:
    """CV312 for each that is not what its name says; a scan may be of another soort."""
    assert [text.endswith("is er niet meer") for text in found(klein)] == [True, True]
    for pad in (aangeboden(ZEGEL), getekend(ZEGEL, "png")):
        (klein / pad).parent.mkdir(parents=True)
        (klein / pad).write_bytes(PAPIER)
    assert found(klein) == []
    for pad in (aangeboden(ZEGEL), getekend(ZEGEL, "png")):
        (klein / pad).write_bytes(PAPIER + b"!")
    first, second = found(klein)
    assert first.startswith("CV312")
    assert first.endswith("is veranderd")
    assert second.endswith("is veranderd")


def test_a_paper_that_no_gebeurtenis_names_is_told(klein: Path) -> None:
    """CV316, for the archive and for declarations; a note of a person is none of these."""
    for pad in (aangeboden(ZEGEL), getekend(ZEGEL), "archief/leesmij.txt"):
        (klein / pad).parent.mkdir(parents=True, exist_ok=True)
        (klein / pad).write_bytes(PAPIER)
    folder = klein / "convenant/verklaringen"
    folder.mkdir()
    (folder / "1-verzonnen.md").write_text("# Verklaring 1\n\nTekst.\n", encoding="utf-8")
    uitslag = controleer(Geopend(klein, OP))
    los = [f.position.path for f in uitslag.diagnostics if f.code == "CV316"]
    assert los == [aangeboden(ZEGEL), getekend(ZEGEL), "convenant/verklaringen/1-verzonnen.md"]
