"""`convenant ondertekening bundel`: the complete set of what was signed, as one PDF."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from convenantwerk.basis.stage import write_all
from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.dossier.archief import bewaring, lees_getekend_bestand
from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.tekenen import Tegentekening, Tekening
from convenantwerk.opdrachten.ondertekening.ronde import lees_ronde
from convenantwerk.papier.document import Attachment
from convenantwerk.stukken.bundel import Origineel, maak_bundel
from convenantwerk.stukken.convenant import maak_convenant, met_vermelding
from convenantwerk.stukken.versievermelding import versievermelding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.ondertekening.ronde import Ronde


@dataclass(frozen=True, slots=True)
class Bundel:
    """The set that was written: its path, how many signatures it holds, and what is missing."""

    diagnostics: tuple[Diagnostic, ...]
    pad: str = ""
    handtekeningen: int = 0
    open_: int = 0


def bundel(geopend: Geopend, uit: Path) -> Bundel:
    """Write the set of the version that is being signed.

    Raises:
        ConvenantwerkError: there is no version, or the folder cannot be written.
    """
    ronde = lees_ronde(geopend)
    originelen = list(_originelen(geopend.root, ronde, geopend.op))
    getekend = replace(ronde.registers, gebeurtenissen=tuple(o.gebeurtenis for o in originelen))
    onderzoek = Onderzoek(
        op=geopend.op, registers=getekend, bewaring=partial(bewaring, geopend.root)
    )
    found = tuple(bevindingen(onderzoek, "archief"))
    gekozen, versie = ronde.editie.gekozen, ronde.editie.versie
    text = met_vermelding(
        maak_convenant(gekozen.dossier, gekozen.convenant, (), versie.datum, concept=False),
        versievermelding(versie, ronde.editie.vastgesteld),
    )
    (pdf,) = geopend.maak([text], ("pdf",))
    convenant_pdf = Attachment(
        f"01-convenant-{versie.naam}.pdf", f"Het convenant, versie {versie.naam}", pdf.data
    )
    document = maak_bundel(text, ronde.stand, originelen, geopend.op, convenant_pdf)
    (made,) = geopend.maak([document], ("pdf",))
    write_all(uit, {made.pad: made.data})
    open_ = sum(p.status != "getekend" for p in ronde.stand.plaatsen)
    return Bundel(found, made.pad, len(originelen), open_)


def _originelen(root: Path, ronde: Ronde, op: date) -> Iterator[Origineel]:
    """Yield every signature of this version by a day: the sheets first, then the declarations."""
    registers = ronde.registers
    signers = {o.sleutel: o for o in registers.ondertekenaars}
    orgaan = registers.instellingen.regels.beslisser
    partners = {p.sleutel: p.naam for p in registers.partners}
    order = {o.sleutel: number for number, o in enumerate(registers.ondertekenaars)}
    joined = {p.partner.sleutel for p in ronde.toetredend}
    signed = [
        g
        for g in van_soort(registers.gebeurtenissen, Tekening)
        if g.versie == ronde.editie.versie.naam and g.datum <= op and g.ondertekenaar in signers
    ]
    files = {g.sha256: found for g in signed if g.sha256 and (found := _bestand(root, g.sha256))}
    names: dict[str, str] = {}

    def place(g: Tekening) -> tuple[bool, str, bool, int]:
        """Sheets as the register has them; of a declaration the partner before the Stuurgroep."""
        own = g.partner in joined
        return own, g.partner if own else "", isinstance(g, Tegentekening), order[g.ondertekenaar]

    for g in sorted(signed, key=place):
        signer = signers[g.ondertekenaar]
        digest = _volledigst(g.sha256, files)
        naam = ""
        if digest:
            soort = "verklaring" if g.partner in joined else "blad"
            number = len(names) + 2  # the convenant itself is the first
            suffix = files[digest][0]
            naam = names.setdefault(digest, f"{number:02d}-{soort}-{g.partner}.{suffix}")
        wie = signer.organisatie
        if isinstance(g, Tegentekening):
            wie = f"{orgaan}, bij de toetreding van {partners[g.partner]}"
        data = files[digest][1] if digest else b""
        yield Origineel(wie, signer.persoon, replace(g, sha256=digest or g.sha256), naam, data)


def _bestand(root: Path, digest: str) -> tuple[str, bytes] | None:
    """Return an original as it was filed, None when it is gone or was changed."""
    try:
        return lees_getekend_bestand(root, digest)
    except ValueError:
        return None


def _volledigst(digest: str, files: Mapping[str, tuple[str, bytes]]) -> str:
    """Return which file holds a signature: its own, or one that was signed further on top of it.

    "" when the archive does not have it.
    """
    if digest not in files:
        return ""
    own = files[digest][1]
    return max(
        (other for other, (_, data) in files.items() if data.startswith(own)),
        key=lambda other: len(files[other][1]),
    )
