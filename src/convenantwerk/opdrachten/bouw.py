"""`convenant bouw`: the documents of a dossier, in every format, with a manifest."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from convenantwerk.basis.diagnostics import bedoelde, has_fout
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import read_bytes, write_all
from convenantwerk.dossier.gebeurtenissen import BLAD
from convenantwerk.papier.formaten.tabel import behalve, vanzelf
from convenantwerk.papier.huisstijl import lees_huisstijl
from convenantwerk.papier.identiteit import Identiteit
from convenantwerk.papier.uitgeven import Bestand, export_documents
from convenantwerk.stukken.brieven.schrijven import Brieven
from convenantwerk.stukken.convenant import NAAM, maak_convenant
from convenantwerk.stukken.ondertekeningsblad import maak_blad
from convenantwerk.stukken.tekenblokken import FOLDER
from convenantwerk.tekst.boom import titel
from convenantwerk.versies.gelezen import Gelezen, lees

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.dossier.registers import Ondertekenaar
    from convenantwerk.papier.document import Document
    from convenantwerk.papier.huisstijl import Huisstijl

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Bouwopdracht:
    """What is asked: for which date, definitive or not, which formats and documents.

    `documenten` are names of documents or of a folder of them ("ondertekening"); all when empty.
    """

    op: date
    definitief: bool = False
    formaten: tuple[str, ...] = vanzelf("bouw")
    documenten: tuple[str, ...] = ()
    editie: Editie = "met-addenda"


@dataclass(frozen=True, slots=True)
class Bouwsel:
    """The outcome: the findings, and the files that were written (none when it was refused)."""

    diagnostics: tuple[Diagnostic, ...]
    bestanden: tuple[str, ...] = ()


def bouw(root: Path, uit: Path, opdracht: Bouwopdracht) -> Bouwsel:
    """Build the documents of the dossier at `root` into the folder `uit`; all of them or none.

    A file that cannot be read (CV0xx) stops every build, for the text would not be whole; any
    other fout stops a definitive one.

    Raises:
        ConvenantwerkError: an unknown document, a template that is no good, a folder that
            cannot be written.
    """
    gelezen = lees(root, opdracht.op, opdracht.editie)
    if isinstance(gelezen, tuple):
        return Bouwsel(gelezen)
    huisstijl, found = lees_huisstijl(root)
    diagnostics = (*gelezen.diagnostics, *found)
    unreadable = [f for f in diagnostics if f.ernst == "fout" and f.code.startswith("CV0")]
    if unreadable or (opdracht.definitief and has_fout(diagnostics)):
        return Bouwsel(diagnostics)

    made = export_documents(_chosen(gelezen, opdracht, huisstijl), huisstijl, opdracht.formaten)
    if not made:
        asked = f"{' '.join(opdracht.documenten)} ({', '.join(opdracht.formaten)})"
        raise ConvenantwerkError("CV903", document=asked, tip="bladen zijn er in pdf en docx")
    manifest = {
        "dossier": gelezen.dossier.naam,
        "editie": gelezen.convenant.editie,
        "datum": opdracht.op.isoformat(),
        "status": "definitief" if opdracht.definitief else "concept",
        "bestanden": [_entry(bestand) for bestand in made],
    }
    files = {bestand.pad: bestand.data for bestand in made}
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    write_all(uit, {**files, MANIFEST: text.encode()}, _obsolete(uit, files))
    return Bouwsel(diagnostics, (*files, MANIFEST))


def _chosen(gelezen: Gelezen, opdracht: Bouwopdracht, huisstijl: Huisstijl) -> Iterator[Document]:
    """Return the documents that were asked for; all of them when none was named."""
    sheets = {f"{FOLDER}/{o.sleutel}": o for o in gelezen.dossier.ondertekenaars}
    names = [NAAM, *sheets]
    for asked in opdracht.documenten:
        if asked not in (*names, FOLDER):
            tip = bedoelde(asked, (*names, FOLDER)) or f"kies uit: {NAAM}, {FOLDER}, {names[-1]}"
            raise ConvenantwerkError("CV903", document=asked, tip=tip)
    wanted = opdracht.documenten or (NAAM, FOLDER)
    return _documents(
        gelezen,
        opdracht,
        huisstijl,
        text=NAAM in wanted,
        sheets=[o for name, o in sheets.items() if {name, FOLDER} & {*wanted}],
    )


def _documents(
    gelezen: Gelezen,
    opdracht: Bouwopdracht,
    huisstijl: Huisstijl,
    *,
    text: bool,
    sheets: Sequence[Ondertekenaar],
) -> Iterator[Document]:
    concept = not opdracht.definitief
    dossier, convenant = gelezen.dossier, gelezen.convenant
    if text:
        document = maak_convenant(
            dossier, convenant, gelezen.diagnostics, opdracht.op, concept=concept
        )
        yield replace(document, identiteit=None if concept else _identiteit(gelezen, NAAM))
    brieven = Brieven(huisstijl, dossier.registers, opdracht.op)
    delen = [titel(deel) for deel in convenant.delen if deel.soort == "deel"]
    for ondertekenaar in sheets:
        identiteit = None if concept else _identiteit(gelezen, BLAD, ondertekenaar.partner)
        sheet = maak_blad(
            *(brieven, ondertekenaar, delen[:1], convenant.editie), identiteit=identiteit
        )
        yield replace(
            sheet,
            concept=concept,
            edition=f"tekst van {convenant.editie}",
            zonder=behalve("pdf", "docx"),
        )


def _identiteit(gelezen: Gelezen, stuk: str, partner: str = "") -> Identiteit:
    """Return what a paper says of itself that belongs to no frozen version."""
    return Identiteit(gelezen.dossier.instellingen.samenwerkingsverband, stuk, "", "", partner)


def _entry(bestand: Bestand) -> dict[str, object]:
    return {
        "pad": bestand.pad,
        "document": bestand.document.title,
        "formaat": bestand.formaat,
        "bytes": len(bestand.data),
        "sha256": sha256(bestand.data).hexdigest(),
    }


def _obsolete(uit: Path, files: Iterable[str]) -> list[str]:
    """Return what an earlier build left that this one did not make, so that no old paper stays.

    Only files that are still as that build wrote them; what people changed is theirs.
    """
    data, _ = read_bytes(uit / MANIFEST)
    try:
        earlier = {entry["pad"]: entry["sha256"] for entry in json.loads(data or "{}")["bestanden"]}
    except (ValueError, KeyError, TypeError):
        return []
    candidates = [path for path in earlier if path not in files and _is_below(path)]
    contents = {path: read_bytes(uit / path)[0] for path in candidates}
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
