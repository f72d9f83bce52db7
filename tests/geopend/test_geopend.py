"""A dossier that a command has opened is read once, and forgets no more than has changed."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from tests.programma import convenant
from tests.voorbeelden import HOLLANDS_MIDDEN, kopie

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.basis.grens import Grens, Plaats
from convenantwerk.dossier.agendaboek import AGENDABOEK
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Vergadering
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.aanbieden import Aanbieder
from convenantwerk.opdrachten.pakket.pakket import maak_pakketten, maak_plan

OP = date(2026, 11, 24)
REGISTERS = "convenant/registers/"


@pytest.fixture
def gelezen(monkeypatch: pytest.MonkeyPatch) -> Counter[Path]:
    """How often each file is read from now on."""
    counts: Counter[Path] = Counter()
    read_bytes, bestand = Path.read_bytes, Grens.bestand

    def geteld(path: Path) -> bytes:
        counts[path] += 1
        return read_bytes(path)

    def van_dossier(grens: Grens, plaats: Plaats, grootst: int) -> bytes | int:
        data = bestand(grens, plaats, grootst)
        counts[Path(grens.echt, *plaats)] += 1
        return data

    monkeypatch.setattr(Path, "read_bytes", geteld)
    monkeypatch.setattr(Grens, "bestand", van_dossier)
    return counts


@pytest.mark.traag
def test_a_pack_for_everyone_reads_each_source_file_once(
    tmp_path: Path, gelezen: Counter[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All versions are hashed and read from the same bytes; the registers once more when locked."""
    root = kopie(HOLLANDS_MIDDEN, tmp_path / "dossier")
    monkeypatch.setattr(Aanbieder, "pdf", lambda _, document: document.name.encode())
    dossier = Geopend(root, OP)
    made = maak_pakketten(dossier, tmp_path / "uit", maak_plan(dossier, (), None))
    assert len(made) == 13  # the ketenpartners; the others sign no deel that has text
    counts = {
        path.relative_to(root).as_posix(): count
        for path, count in gelezen.items()
        if path.is_relative_to(root)
    }
    assert len(counts) > 50
    assert {path for path, count in counts.items() if count > 1} == {
        path for path in counts if path.startswith((REGISTERS, AGENDABOEK.as_posix()))
    }
    # To be read, to see that they were read in one state, under the lock, and to put rows in.
    assert max(counts.values()) <= 4


def test_recording_forgets_the_registers_and_keeps_the_versions(
    tmp_path: Path, gelezen: Counter[Path]
) -> None:
    """What was recorded is what one reads next; what is frozen is not read again."""
    root = kopie(HOLLANDS_MIDDEN, tmp_path / "dossier")
    dossier = Geopend(root, OP)
    versies = dossier.versies
    bijeen = Vergadering(datum=OP)
    dossier.leg_vast(dossier.stel_voor(Bijschrijving(gebeurtenissen=(bijeen,))))
    assert bijeen in dossier.registers.gebeurtenissen
    assert dossier.versies is versies
    assert all(count == 1 for path, count in gelezen.items() if "versies" in path.parts)


def test_a_refreshed_dossier_sees_what_was_changed_by_hand(tmp_path: Path) -> None:
    """Until it is refreshed it speaks of one state of the files."""
    root = kopie(HOLLANDS_MIDDEN, tmp_path / "dossier")
    dossier = Geopend(root, OP)
    before = dossier.registers.instellingen.titel
    path = root / "convenant" / "convenant.yaml"
    path.write_text(path.read_text("utf-8").replace(before, "Ander convenant"), encoding="utf-8")
    assert dossier.registers.instellingen.titel == before
    versies = dossier.versies
    assert dossier.vernieuw()
    assert dossier.registers.instellingen.titel == "Ander convenant"
    assert dossier.versies is versies  # in which nothing changed
    assert not dossier.vernieuw()
    bevroren = next((root / "convenant/versies").rglob("*.md"))
    bevroren.write_text(bevroren.read_text("utf-8") + "\nErbij.\n", encoding="utf-8")
    assert dossier.vernieuw()
    assert dossier.versies is not versies


def test_what_cannot_be_read_is_an_error_with_its_findings(klein: Path) -> None:
    """Whoever asks for it gets the findings, at their places."""
    (klein / "convenant" / "convenant.yaml").write_text("titel: [\n", encoding="utf-8")
    with pytest.raises(OnleesbaarError) as caught:
        _ = Geopend(klein, OP).dossier
    assert next(str(d.position) for d in caught.value.diagnostics).startswith(
        "convenant/convenant.yaml:"
    )


def test_a_register_that_is_not_whole_is_not_added_to(klein: Path) -> None:
    """Reading goes on with what there is; recording does not."""
    (klein / "convenant" / "registers" / "partners.yaml").write_text("partners: 1\n", "utf-8")
    dossier = Geopend(klein, OP)
    registers, found = dossier.registerlezing
    assert registers.partners == ()
    assert [d.code for d in found] == ["CV007"]
    with pytest.raises(OnleesbaarError):
        _ = dossier.registers


@pytest.mark.parametrize("opdracht", ["stand", "partners", "termijnen"])
def test_who_takes_part_is_told_without_reading_the_text(
    tmp_path: Path, gelezen: Counter[Path], opdracht: str
) -> None:
    """These are asked daily; of the text, the addenda and the versions they need nothing."""
    root = kopie(HOLLANDS_MIDDEN, tmp_path / "dossier")
    assert convenant(opdracht, "--op", f"{OP}", cwd=root).returncode == 0
    read = {path.relative_to(root).as_posix() for path in gelezen if path.is_relative_to(root)}
    assert read
    assert {path for path in read if not path.endswith(".yaml")} == set()
    assert {path for path in read if path.startswith(("addenda", "convenant/versies"))} == set()
