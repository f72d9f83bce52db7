"""A dossier as a command opens it: what it asks for is read at first use, and kept.

What a use needs is imported with it, so that a command pays only for what it asks.
"""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.diagnostics import onleesbaar_in, ontoegankelijk_in
from convenantwerk.basis.errors import ConvenantwerkError, OnleesbaarError, eis_toegang
from convenantwerk.basis.files import SJABLONEN, shown
from convenantwerk.basis.laatste import Laatste
from convenantwerk.basis.lezer import Lezer
from convenantwerk.dossier.agendaboek import eis_agendaboek
from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.dossier.samen import afdruk, lees_samen, registerpaden, vergeet_registers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.basis.stage import Stage
    from convenantwerk.dossier.agendaboek import Agendaboek
    from convenantwerk.dossier.dossier import Addendum, Dossier, Editie, Registers
    from convenantwerk.dossier.registers import Bijschrijving
    from convenantwerk.dossier.versie import Versie
    from convenantwerk.geopend.edities import Gekozen
    from convenantwerk.geopend.gelezen import Gelezen
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.papier.document import Document
    from convenantwerk.papier.huisstijl import Huisstijl
    from convenantwerk.papier.pers import Pers, Sjablonen
    from convenantwerk.papier.uitgeven import Bestand

_RUST_OP = {"_versies": ("convenant", "versies"), "_stijl": (SJABLONEN,), "pers": (SJABLONEN,)}


class Versies(NamedTuple):
    """The frozen versions in the order of their chain, and what is wrong with them."""

    versies: Sequence[Versie]
    bevindingen: tuple[Diagnostic, ...]


class Geopend:
    """A dossier on a day.

    What is read is read once, and kept until `vernieuw`: one state of the files for a command.

    Args:
        root: the folder that holds convenant/convenant.yaml.
        op: the day.
        lezer: what reads the files; another dossier within this one shares it.
    """

    def __init__(self, root: Path, op: date, lezer: Lezer | None = None) -> None:
        self.root = root
        self.op = op
        self.lezer = lezer or Lezer(root)
        self._is_eigen = lezer is None  # and no version within another: those do not change
        self._teksten: Laatste[tuple[date, Editie], Gelezen] = Laatste()
        self._edities: Laatste[tuple[str, Editie], Gekozen] = Laatste()

    def ander(self, root: Path, op: date) -> Geopend:
        """Return another dossier, with bounds of its own if it lies elsewhere, or another day."""
        ander = Geopend(root, op, self.lezer if self.lezer.omvat(root) else None)
        if root == self.root:
            ander._edities = self._edities.alleen(attrgetter("sha256"))  # these do not change
        return ander

    def vernieuw(self) -> bool:
        """Forget what is otherwise by now, and what rests on it; tell whether anything is."""
        anders = self.lezer.vergeet_veranderd()
        for naam, waar in _RUST_OP.items():
            if any(plaats[: len(waar)] == waar for plaats in anders):
                vars(self).pop(naam, None)
        if anders:
            self._edities.clear()
            self._vergeet_bronnen()
        return bool(anders)

    def _vergeet_bronnen(self) -> None:
        """Forget text and registers; what is frozen and how papers look did not change."""
        vergeet_registers(self.root, self.lezer)
        for naam in ("_bron", "registers", "_vingerafdruk"):
            vars(self).pop(naam, None)
        self._teksten.clear()
        self._edities = self._edities.alleen(attrgetter("sha256"))

    # --- what it holds

    @cached_property
    def _bron(self) -> Dossierlezer:
        if self._is_eigen:
            lees_samen(self.root, self.lezer)
        return Dossierlezer(self.root, self.lezer)

    @property
    def dossier(self) -> Dossier:
        """Everything in it, as far as it can be read; `leesbevindingen` says what could not.

        Raises:
            OnleesbaarError: convenant.yaml cannot be read.
        """
        dossier, found = self._bron.dossier
        if dossier is None:
            raise OnleesbaarError(found)
        return dossier

    @property
    def leesbevindingen(self) -> tuple[Diagnostic, ...]:
        """What is wrong with its files and their form."""
        return self._bron.dossier[1]

    @property
    def addenda(self) -> Sequence[Addendum]:
        """Its addenda, in order; one that is written wrong is left out.

        Raises:
            OnleesbaarError: a file or folder of theirs is closed to us.
        """
        addenda, found = self._bron.addenda
        eis_toegang(found)
        return addenda

    @property
    def registerlezing(self) -> tuple[Registers, tuple[Diagnostic, ...]]:
        """Its registers as far as they can be read, and what is wrong with their form.

        Raises:
            OnleesbaarError: convenant.yaml cannot be read.
        """
        registers, found = self._bron.registers
        if registers is None:
            raise OnleesbaarError(found)
        return registers, found

    @cached_property
    def registers(self) -> Registers:
        """Its registers, for who acts on them or adds to them.

        Raises:
            OnleesbaarError: one of them cannot be read whole.
        """
        if self.registerfouten:
            raise OnleesbaarError(self.registerfouten)
        return self.registerlezing[0]

    @property
    def registerfouten(self) -> tuple[Diagnostic, ...]:
        """What keeps its registers from being read whole; raises as `registerlezing`."""
        return tuple(f for f in self.registerlezing[1] if f.ernst == "fout")

    @property
    def agendaboek(self) -> Agendaboek:
        """What was given out of its calendars, for who gives out more.

        Raises:
            OnleesbaarError: it cannot be read.
        """
        return eis_agendaboek(self.root, self.lezer)

    @cached_property
    def _vingerafdruk(self) -> str:
        """The fingerprint of the registers as they were read."""
        return afdruk(self.lezer.data(pad)[0] for pad in registerpaden(self.root))

    @cached_property
    def _versies(self) -> tuple[Versies, list[Diagnostic]]:
        """Its versions, and what says which of them cannot be read and are left out."""
        from convenantwerk.versies.opslag import lees_versiemappen  # noqa: PLC0415
        from convenantwerk.versies.zegels import geoordeeld, op_volgorde  # noqa: PLC0415

        found, problems = lees_versiemappen(self.root, self.lezer)
        versies, bezwaren = geoordeeld(op_volgorde(found))
        return Versies(versies, (*problems, *bezwaren)), onleesbaar_in(problems)

    @property
    def versielezing(self) -> Versies:
        """Its frozen versions as far as they can be read, and what is wrong with them."""
        return self._versies[0]

    @property
    def versies(self) -> Versies:
        """Its frozen versions, for who builds on them: which is the last must be sure.

        Raises:
            OnleesbaarError: one of them cannot be read.
        """
        versies, onleesbaar = self._versies
        if onleesbaar:
            raise OnleesbaarError(onleesbaar)
        return versies

    def tekst(self, editie: Editie = "vanzelf", op: date | None = None) -> Gelezen:
        """Return its text on a day, checked.

        Args:
            editie: with the addenda behind it, or worked into it.
            op: the day, when that is another.

        Raises:
            OnleesbaarError: convenant.yaml cannot be read.
        """
        from convenantwerk.geopend.gelezen import gelezen  # noqa: PLC0415

        key = (op or self.op, editie)
        if key not in self._teksten:
            found = (*self.leesbevindingen, *ontoegankelijk_in(self._versies[1]))
            heel = self._bron.registers_heel
            self._teksten[key] = gelezen(self.dossier, found, *key, registers_heel=heel)
        return self._teksten[key]

    def editie(self, naam: str, editie: Editie = "vanzelf") -> Gekozen:
        """Return the edition of that name; arguments and errors are those of `edities.kies`."""
        from convenantwerk.geopend.edities import kies  # noqa: PLC0415

        if (naam, editie) not in self._edities:
            self._edities[naam, editie] = kies(self, naam, editie)
        return self._edities[naam, editie]

    # --- papers

    @cached_property
    def _stijl(self) -> tuple[Huisstijl, tuple[Diagnostic, ...]]:
        from convenantwerk.papier.huisstijl import lees_huisstijl  # noqa: PLC0415

        return lees_huisstijl(self.root, self.lezer)

    @property
    def huisstijl(self) -> Huisstijl:
        """The templates of the engine, and over them its own."""
        return self._stijl[0]

    @property
    def huisstijlbevindingen(self) -> tuple[Diagnostic, ...]:
        """What is wrong with its templates."""
        return self._stijl[1]

    @cached_property
    def pers(self) -> Pers:
        """What makes papers and letters with its house style, in a process of its own.

        Raises:
            OnleesbaarError: a template of the dossier cannot be read.
        """
        from convenantwerk.papier import processen  # noqa: PLC0415  a check needs none

        huisstijl, found = self._stijl
        if fouten := onleesbaar_in(found):  # in that of the engine papers would look otherwise
            raise OnleesbaarError(fouten)
        return processen.Werkpers(huisstijl)

    @property
    def briefsjablonen(self) -> Sjablonen:
        """The templates of letters, which make Markdown."""
        return self.pers

    def maak(self, documents: Iterable[Document], formaten: Iterable[str]) -> list[Bestand]:
        """Return documents as files, in those of the formats that each has.

        Raises:
            ConvenantwerkError: a template is no good, or the system has no room.
        """
        from convenantwerk.papier.uitgeven import export_documents  # noqa: PLC0415  see `pers`

        return export_documents(documents, self.pers, formaten)

    # --- recording

    def eis_ongewijzigd(self) -> None:
        """See to it that all that was read is still so; asked while nobody else can write.

        Raises:
            ConvenantwerkError: CV911, it is not.
        """
        if self.lezer.veranderd():
            raise ConvenantwerkError("CV911", pad=shown(self.root))

    def stel_voor(self, nieuw: Bijschrijving) -> Voorstel:
        """Return what adding rows to the registers would do; nothing is written.

        Raises:
            OnleesbaarError: as `registers`.
        """
        from convenantwerk.geopend.vastleggen import stel_voor  # noqa: PLC0415

        return stel_voor(self.registers, nieuw, self.op)

    def leg_vast(
        self,
        voorstel: Voorstel,
        *,
        uit: Path | None = None,
        papieren: Mapping[str, bytes] | None = None,
        bewaren: Mapping[str, bytes] | None = None,
        klaargezet: Sequence[Stage] = (),
    ) -> None:
        """Write what was proposed, and the files that go with it: all of it or nothing.

        Args:
            voorstel: the rows for the registers.
            uit: the folder for papers.
            papieren: papers, by their path below that folder.
            bewaren: files of the dossier itself, by their path below its folder.
            klaargezet: files that are ready on the disk already.

        Raises:
            ConvenantwerkError: CV910, CV911, CV913 or CV901; then nothing was recorded.
        """
        from convenantwerk.geopend.vastleggen import schrijf_vast  # noqa: PLC0415

        losse = ((uit or self.root, papieren or {}), (self.root, bewaren or {}))
        schrijf_vast(self.root, voorstel.nieuw, self._vingerafdruk, losse, klaargezet)
        self._vergeet_bronnen()
