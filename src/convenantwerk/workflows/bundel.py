"""`convenant ondertekening bundel`: the complete set of what was signed, as one PDF."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.documents.bundel import Origineel, compose_bundel
from convenantwerk.documents.convenant import compose_convenant
from convenantwerk.model.codes import CODES
from convenantwerk.model.diagnostics import Position
from convenantwerk.model.document import Attachment
from convenantwerk.sources.archief import ARCHIEF, lees_getekend_bestand
from convenantwerk.sources.files import shown, write_all
from convenantwerk.sources.huisstijl import load_huisstijl
from convenantwerk.workflows.exporteren import export_documents
from convenantwerk.workflows.ondertekening import lees_ronde

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from convenantwerk.model.diagnostics import Diagnostic
    from convenantwerk.workflows.ondertekening import Ronde


@dataclass(frozen=True, slots=True)
class Bundel:
    """The set that was written: its path, how many signatures it holds, and what is missing."""

    diagnostics: tuple[Diagnostic, ...]
    pad: str = ""
    handtekeningen: int = 0
    open_: int = 0


def maak_bundel(root: Path, uit: Path, op: date) -> Bundel:
    """Write the set of the version that is being signed.

    Raises:
        ConvenantwerkError: there is no version, or the folder cannot be written.
    """
    ronde = lees_ronde(root, op)
    if isinstance(ronde, tuple):
        return Bundel(ronde)
    originelen = list(_originelen(root, ronde))
    found = tuple(
        CODES["CV011"].at(
            Position(shown(root / ARCHIEF)),
            naam=f"{o.gebeurtenis.sha256[:12]}…, getekend door {o.naam}",
            tip="zet het bestand terug in archief/getekend/ (git checkout, of uw reservekopie)",
        )
        for o in originelen
        if o.gebeurtenis.sha256 and not o.bestand
    )
    huisstijl, _ = load_huisstijl(root)
    gekozen, versie = ronde.editie.gekozen, ronde.editie.versie
    text = compose_convenant(gekozen.dossier, gekozen.convenant, (), versie.datum, concept=False)
    (pdf,) = export_documents([text], huisstijl, ("pdf",))
    convenant_pdf = Attachment(
        f"01-convenant-{versie.naam}.pdf", f"Het convenant, versie {versie.naam}", pdf.data
    )
    document = compose_bundel(text, ronde.stand, originelen, op, convenant_pdf)
    (made,) = export_documents([document], huisstijl, ("pdf",))
    write_all(uit, {made.pad: made.data})
    open_ = sum(p.status != "getekend" for p in ronde.stand.plaatsen)
    return Bundel(found, made.pad, len(originelen), open_)


def _originelen(root: Path, ronde: Ronde) -> Iterator[Origineel]:
    """Yield every signature of this version: the sheets first, then the declarations."""
    registers = ronde.gelezen.registers
    signers = {o.sleutel: o for o in registers.ondertekenaars}
    order = {o.sleutel: number for number, o in enumerate(registers.ondertekenaars)}
    joined = {p.partner.sleutel for p in ronde.toetredend}
    signed = [
        g
        for g in registers.gebeurtenissen
        if g.soort in ("ondertekening", "tegentekening")
        and g.versie == ronde.editie.versie.naam
        and g.ondertekenaar in signers
    ]
    names: dict[str, str] = {}
    # A declaration comes back twice, the second time with both signatures: that one is kept.
    last = {g.partner: g.sha256 for g in signed if g.soort == "tegentekening" and g.sha256}
    for g in sorted(signed, key=lambda g: (g.partner in joined, order[g.ondertekenaar])):
        signer = signers[g.ondertekenaar]
        g = replace(g, sha256=last.get(g.partner, g.sha256))  # noqa: PLW2901  see above
        found = lees_getekend_bestand(root, g.sha256) if g.sha256 else None
        naam = ""
        if found:
            soort = "verklaring" if g.partner in joined else "blad"
            number = len(names) + 2  # the convenant itself is the first
            naam = names.setdefault(g.sha256, f"{number:02d}-{soort}-{g.partner}.{found[0]}")
        wie = signer.organisatie if g.soort == "ondertekening" else "de Stuurgroep"
        yield Origineel(wie, signer.persoon, g, naam, found[1] if found else b"")
