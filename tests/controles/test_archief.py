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
