"""`convenant bouw`: the documents of a dossier, in every format, with a manifest."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from convenantwerk.basis.diagnostics import bedoelde, onleesbaar_in, telling
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.slot import slot
from convenantwerk.basis.stage import Stage, commit
from convenantwerk.dossier.gebeurtenissen import BLAD
from convenantwerk.dossier.gebeurtenissen.stuurgroep import vaststeldag
from convenantwerk.dossier.registers import Partner
from convenantwerk.papier.formaten.tabel import behalve, vanzelf
from convenantwerk.papier.identiteit import Identiteit
from convenantwerk.papier.uitgeven import export_documents
from convenantwerk.stukken.brieven.maken import maak_brief
from convenantwerk.stukken.brieven.ondertekeningsblad import Ondertekeningsblad
from convenantwerk.stukken.convenant import NAAM, maak_convenant, met_vermelding
from convenantwerk.stukken.tekenblokken import FOLDER
from convenantwerk.stukken.versievermelding import (
    NIET_VASTGESTELD,
    conceptvermelding,
    versievermelding,
)
from convenantwerk.tekenen.tekeneditie import tekendelen
from convenantwerk.tekst.deel import deelnaam

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.basis.voortgang import Meld
    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.dossier.registers import Ondertekenaar
    from convenantwerk.dossier.versie import Versiegegevens
    from convenantwerk.geopend.gelezen import Gelezen
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.papier.document import Document
    from convenantwerk.papier.uitgeven import Bestand
    from convenantwerk.stukken.versievermelding import Versievermelding

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Bouwopdracht:
    """What is asked: definitive or not, which formats and documents.

    `documenten` are names of documents or of a folder of them ("ondertekening"); all when empty.
    """

    definitief: bool = False
    formaten: tuple[str, ...] = vanzelf("bouw")
    documenten: tuple[str, ...] = ()
    editie: Editie = "vanzelf"


@dataclass(frozen=True, slots=True)
class Bouwsel:
    """The outcome: the findings, and the files that were written (none when it was refused)."""

    diagnostics: tuple[Diagnostic, ...]
    bestanden: tuple[str, ...] = ()


def houdt_tegen(diagnostics: Sequence[Diagnostic], *, definitief: bool) -> tuple[Diagnostic, ...]:
    """Return the findings of a text that stop a build of it."""
    if definitief:
        return tuple(found for found in diagnostics if found.ernst == "fout")
    return tuple(onleesbaar_in(diagnostics))


def bevindingen_voor(geopend: Geopend, editie: Editie) -> tuple[Diagnostic, ...]:
    """Return the findings of an edition that a build looks at.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read.
    """
    return (*geopend.tekst(editie).diagnostics, *geopend.huisstijlbevindingen)


def zin_over(opdracht: Bouwopdracht, waar: str) -> str:
    """Return what was built, in `waar`."""
    return f"{'Definitief' if opdracht.definitief else 'Concept'} gebouwd in {waar}"


def nog_open(bouwsel: Bouwsel) -> str:
    """Return what is still open in what was built, "" when nothing is."""
    return f"Nog open: {telling(bouwsel.diagnostics)}." if bouwsel.diagnostics else ""


def bouw(geopend: Geopend, uit: Path, opdracht: Bouwopdracht, meld: Meld | None = None) -> Bouwsel:
    """Build the documents of a dossier into the folder `uit`; all of them or none.

    A file that cannot be read (CV0xx) stops every build, for the text would not be whole; any
    other fout stops a definitive one. `meld` is told of each document and format before it is made.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read.
        ConvenantwerkError: an unknown document, a template that is no good, a folder that
            cannot be written.
    """
    gelezen = geopend.tekst(opdracht.editie)
    diagnostics = bevindingen_voor(geopend, opdracht.editie)
    if houdt_tegen(diagnostics, definitief=opdracht.definitief):
        return Bouwsel(diagnostics)

    documents = _chosen(geopend, gelezen, opdracht)
    made = export_documents(documents, geopend.pers, opdracht.formaten, meld)
    if not made:
        asked = f"{' '.join(opdracht.documenten)} ({', '.join(opdracht.formaten)})"
        raise ConvenantwerkError("CV903", document=asked, tip="bladen zijn er in pdf en docx")
    manifest = {
        "dossier": gelezen.dossier.naam,
        "editie": gelezen.convenant.editie,
        "datum": geopend.op.isoformat(),
        "status": "definitief" if opdracht.definitief else "concept",
        "bestanden": [_entry(bestand) for bestand in made],
    }
    files = {bestand.pad: bestand.data for bestand in made}
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    with Stage(uit) as stage:
        for pad, data in {**files, MANIFEST: text.encode()}.items():
            stage.add(pad, data)
        with slot(stage.home):  # from reading the manifest of before on, nobody else builds here
            for pad in _obsolete(stage, files):
                stage.remove(pad)
            commit(stage)
    return Bouwsel(diagnostics, (*files, MANIFEST))


def _chosen(geopend: Geopend, gelezen: Gelezen, opdracht: Bouwopdracht) -> Iterator[Document]:
    """Return the documents that were asked for; all of them when none was named."""
    sheets = {f"{FOLDER}/{o.sleutel}": o for o in gelezen.dossier.ondertekenaars}
    names = [NAAM, *sheets]
    for asked in opdracht.documenten:
        if asked not in (*names, FOLDER):
            tip = bedoelde(asked, (*names, FOLDER)) or f"kies uit: {NAAM}, {FOLDER}, {names[-1]}"
            raise ConvenantwerkError("CV903", document=asked, tip=tip)
    wanted = opdracht.documenten or (NAAM, FOLDER)
    return _documents(
        geopend,
        gelezen,
        opdracht,
        text=NAAM in wanted,
        sheets=[o for name, o in sheets.items() if {name, FOLDER} & {*wanted}],
    )


def _documents(
    geopend: Geopend,
    gelezen: Gelezen,
    opdracht: Bouwopdracht,
    *,
    text: bool,
    sheets: Sequence[Ondertekenaar],
) -> Iterator[Document]:
    concept = not opdracht.definitief
    dossier, convenant = gelezen.dossier, gelezen.convenant
    versie = None if concept else _versie(geopend, gelezen)
    vermelding = _vermelding(geopend, versie, concept=concept)
    if text:
        document = maak_convenant(
            dossier, convenant, gelezen.diagnostics, geopend.op, concept=concept
        )
        if not concept:
            document = met_vermelding(document, vermelding)
        yield replace(document, identiteit=None if concept else _identiteit(gelezen, NAAM, versie))
    delen = tuple(map(deelnaam, tekendelen(convenant)))
    for ondertekenaar in sheets:
        blad = Ondertekeningsblad(
            partner=_partner_van(dossier.partners, ondertekenaar),
            ondertekenaar=ondertekenaar,
            editie=convenant.editie,
            versievermelding=vermelding.zin,
            delen=delen[:1],
        )
        yield replace(
            maak_brief(blad, geopend.briefsjablonen, dossier.instellingen, geopend.op),
            concept=concept,
            edition=f"tekst van {convenant.editie}",
            voet=vermelding.voet,
            zonder=behalve("pdf", "docx"),
            identiteit=None
            if concept
            else _identiteit(gelezen, BLAD, versie, ondertekenaar.partner),
        )


def _vermelding(
    geopend: Geopend, versie: Versiegegevens | None, *, concept: bool
) -> Versievermelding:
    """Return what papers say of the version they are; a concept is none and has no seal."""
    if concept:
        return conceptvermelding(geopend.op)
    if versie is None:
        return NIET_VASTGESTELD
    return versievermelding(versie, vaststeldag(geopend.registers.gebeurtenissen, versie.naam))


def _versie(geopend: Geopend, gelezen: Gelezen) -> Versiegegevens | None:
    """Return the frozen version that a text is, word for word with its lists; None for none."""
    text = maak_convenant(gelezen.dossier, gelezen.convenant, (), geopend.op, concept=False)
    for versie in reversed(geopend.versielezing.versies):
        gegevens = versie.gegevens
        if versie.gaaf and gegevens.editie == gelezen.convenant.editie:
            own = geopend.editie(gegevens.naam)
            frozen = maak_convenant(own.dossier, own.convenant, (), geopend.op, concept=False)
            if frozen == text:
                return gegevens
    return None


def _partner_van(partners: Iterable[Partner], ondertekenaar: Ondertekenaar) -> Partner:
    """Return for whom someone signs; a partner that is not in the register is a fout elsewhere."""
    known = {partner.sleutel: partner for partner in partners}
    unknown = Partner(ondertekenaar.partner, ondertekenaar.organisatie, "ketenpartner")
    return known.get(ondertekenaar.partner, unknown)


def _identiteit(
    gelezen: Gelezen, stuk: str, versie: Versiegegevens | None, partner: str = ""
) -> Identiteit:
    """Return what a paper says of itself, that may belong to no frozen version."""
    naam, zegel = (versie.naam, versie.sha256) if versie else ("", "")
    verband = gelezen.dossier.instellingen.samenwerkingsverband
    return Identiteit(verband, stuk, naam, zegel, partner)


def _entry(bestand: Bestand) -> dict[str, object]:
    return {
        "pad": bestand.pad,
        "document": bestand.document.title,
        "formaat": bestand.formaat,
        "bytes": len(bestand.data),
        "sha256": sha256(bestand.data).hexdigest(),
    }


def _obsolete(stage: Stage, files: Iterable[str]) -> list[str]:
    """Return what an earlier build left that this one did not make, so that no old paper stays.

    Only files that are still as that build wrote them; what people changed is theirs.
    """
    data = stage.present(MANIFEST)
    try:
        earlier = {entry["pad"]: entry["sha256"] for entry in json.loads(data or "{}")["bestanden"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        return []
    candidates = [path for path in earlier if path not in files and _is_below(path)]
    contents = {path: stage.present(path) for path in candidates}
    return [
        path
        for path, content in contents.items()
        if content is not None and sha256(content).hexdigest() == earlier[path]
    ]


def _is_below(path: object) -> bool:
    if not isinstance(path, str) or "\0" in path:
        return False
    pure = PurePosixPath(path)
    return not pure.is_absolute() and ".." not in pure.parts
