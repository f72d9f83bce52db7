"""One paragraph of Word: its runs, what hides in them, and what hangs on it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from convenantwerk.basis.beelden import afmeting, te_groot
from convenantwerk.invoer.brok import Beeldbrok, Opmerking, Weggelaten
from convenantwerk.invoer.docx.letters import Look, Woorden
from convenantwerk.invoer.docx.ooxml import M, W
from convenantwerk.invoer.docx.plaatsen import EIGENSCHAPPEN, WIT
from convenantwerk.invoer.docx.tekens import symbool
from convenantwerk.invoer.grenzen import KLEINER, weiger
from convenantwerk.tekst.boom import Voetnoot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from convenantwerk.invoer.docx.noten import Nootsoort
    from convenantwerk.invoer.docx.ooxml import Xml
    from convenantwerk.invoer.docx.stijlen import Alineastijl, Letterstijl
    from convenantwerk.invoer.docx.verhaal import Verhaal

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_BEELDEN_SAMEN = 1000  # pictures in one file; the same one may be shown over and over
_NOTEN: Mapping[str, Nootsoort] = {
    W + "footnoteReference": "footnote",
    W + "endnoteReference": "endnote",
}
_BEELDEN = {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg"}


class Alinealezer:
    """Reads one paragraph.

    Attributes:
        woorden: what it says.
        zichtbaar: whether anything of it is shown.
        beelden: the pictures in it.
        vakken: the text boxes that hang on it.
        nieuw_blad: whether a page begins after it, or in it.
    """

    def __init__(self, verhaal: Verhaal, stijl: Alineastijl) -> None:
        self.verhaal, self.stijl = verhaal, stijl
        self.woorden = Woorden()
        self.zichtbaar = self.heeft_noot = self.nieuw_blad = False
        self.beelden: list[Beeldbrok] = []
        self.vakken: list[Xml] = []
        self._verborgen: list[str] = []
        self._look: tuple[Look, Letterstijl] = self._letters(None)
        self._doen: Mapping[str, Callable[[Xml], None]] = {
            W + "t": self._t,
            W + "tab": self._wit,
            W + "ptab": self._wit,
            W + "cr": self._br,
            W + "br": self._br,
            W + "noBreakHyphen": self._streepje,
            W + "sym": self._sym,
            W + "fldChar": verhaal.velden.meet,
            W + "instrText": verhaal.velden.meet,
            W + "drawing": self._tekening,
            W + "pict": self._pict,
            W + "object": self._pict,
        }

    def lees(self, element: Xml) -> None:
        """Read a w:p."""
        self._kinderen(element)
        if self._verborgen:
            tekst = "".join(self._verborgen)
            self.verhaal.verslag.weggelaten.append(
                Weggelaten(tekst, self.verhaal.verslag.plek, "verborgen")
            )

    def _kinderen(self, element: Xml) -> None:
        for child in element.iterchildren("*"):
            if child.tag == W + "r":
                self._run(child)
            elif child.tag in EIGENSCHAPPEN:
                continue
            elif child.tag.startswith(M):
                self._formule(child)
            elif child.tag in WIT:
                self._doen[child.tag](child)
            elif child.tag == W + "commentRangeStart":
                self._opmerking(child)
            else:
                self._kinderen(child)

    def _formule(self, element: Xml) -> None:
        for teken in element.iter(M + "t", *self._doen):
            vorig, self._look = self._look, self._letters(teken.getparent().find(W + "rPr"))
            self._doen.get(teken.tag, self._t)(teken)
            self._look = vorig
        tekst = "".join(t.text or "" for t in element.iter(M + "t", W + "t"))
        self.verhaal.verslag.twijfel(tekst, "een formule; alleen haar tekens zijn ingelezen")

    def _run(self, run: Xml) -> None:
        vorig, self._look = self._look, self._letters(run.find(W + "rPr"))
        self._kinderen_van_run(run)
        self._look = vorig

    def _letters(self, rpr: Xml | None) -> tuple[Look, Letterstijl]:
        letters = self.verhaal.stijlen.letters(rpr, self.stijl)
        kop = self.stijl.outline is not None
        look = Look(
            letters.vet and not (kop and self.stijl.vet),
            letters.cursief and not (kop and self.stijl.cursief),
            letters.hoog,
            letters.laag,
        )
        return look, letters

    def _kinderen_van_run(self, run: Xml) -> None:
        eigen_merk = any(child.get(W + "customMarkFollows") for child in run.iterchildren("*"))
        for child in run.iterchildren("*"):
            if eigen_merk and child.tag == W + "t":
                continue  # the mark of the note, which goes with it
            doe = self._doen.get(child.tag)
            if doe is not None:
                doe(child)
            elif child.tag in _NOTEN:
                self._noot(child, _NOTEN[child.tag])
            elif child.tag == W + "r":
                self._run(child)
            elif child.tag in EIGENSCHAPPEN:
                continue
            elif child.tag.startswith(M):
                self._formule(child)
            elif child.tag in (W + "ruby", W + "rubyBase", W + "rt"):
                self._kinderen(child)
            else:
                self._kinderen_van_run(child)

    # --- what may stand in a run

    def _zet(self, tekst: str) -> None:
        if not tekst:
            return
        if not self.verhaal.velden.toont:
            self._verborgen.append(tekst)
            return
        look, letters = self._look
        if letters.verborgen:
            self._verborgen.append(tekst)
            return
        self.zichtbaar = True
        self.woorden.zet(tekst, look, letters.grootte)
        if letters.doorgehaald and tekst.strip():
            self.verhaal.verslag.twijfel(tekst.strip(), "is doorgestreept")

    def _t(self, t: Xml) -> None:
        self._zet(t.text or "")

    def _wit(self, _: Xml) -> None:
        self._zet("\t")

    def _streepje(self, _: Xml) -> None:
        self._zet("-")

    def _sym(self, sym: Xml) -> None:
        teken, zeker = symbool(sym)
        self._zet(teken)
        if not zeker:
            self.verhaal.verslag.twijfel(teken, "een teken uit een lettertype voor symbolen")

    def _br(self, br: Xml) -> None:
        if br.get(W + "type", "textWrapping") == "textWrapping":
            if self.verhaal.velden.toont and not self._look[1].verborgen:
                self.woorden.breek()
            else:
                self._zet(" ")
        else:
            self.nieuw_blad = True
            self._zet(" ")

    def _opmerking(self, start: Xml) -> None:
        comment = self.verhaal.opmerking(start.get(W + "id", ""))
        if comment is None:
            return
        tekst = " ".join(
            "".join(t.text or "" for t in p.iter(W + "t")) for p in comment.iter(W + "p")
        )
        bij = self.woorden.laatste(60) or _erna(start)
        self.verhaal.verslag.opmerkingen.append(
            Opmerking(tekst, self.verhaal.verslag.plek, comment.get(W + "author", ""), bij)
        )

    def _noot(self, roept: Xml, soort: Nootsoort) -> None:
        if not self.verhaal.velden.toont or soort not in self.verhaal.noten:
            return
        merk, noot = self.verhaal.noten[soort].genoemd(roept)
        if noot is None:
            self.verhaal.verslag.twijfel(merk, "de noot die hier wordt aangehaald, is er niet")
            return
        if not merk:  # the mark follows as text, and that is what is shown
            erna = takewhile(lambda e: e.tag not in _NOTEN, roept.itersiblings("*"))
            merk = "".join(t.text or "" for t in erna if t.tag == W + "t").strip() or "*"
        self.heeft_noot = self.zichtbaar = True
        self.woorden.noem(Voetnoot(merk, self.verhaal.nootinhoud(noot)))

    def _tekening(self, tekening: Xml) -> None:
        self._vakken_van(tekening)
        for eigenschap in tekening.iter(_WP + "docPr"):
            for blip in tekening.iter(_A + "blip"):
                alt = eigenschap.get("descr") or eigenschap.get("title") or ""
                self._beeld(blip.get(_R + "embed", ""), " ".join(alt.split()))
            break

    def _vakken_van(self, element: Xml) -> None:
        """Find the text boxes; one in another is met when that is read."""
        for child in element.iterchildren("*"):
            if child.tag == W + "txbxContent":
                self.vakken.append(child)
            else:
                self._vakken_van(child)

    def _pict(self, pict: Xml) -> None:
        self._vakken_van(pict)
        for data in pict.iter(_V + "imagedata"):
            vorm = data.getparent()
            alt = "" if vorm is None else vorm.get("alt", "")
            self._beeld(data.get(_R + "id", ""), " ".join(alt.split()))

    def _beeld(self, verwijst: str, alt: str) -> None:
        verslag = self.verhaal.verslag
        doel = self.verhaal.bestand.verwijzingen(self.verhaal.deel).get(verwijst)
        if doel is None or doel.buiten:
            verslag.twijfel(alt, "een figuur die niet in het bestand zit; zij is niet opgehaald")
            self._zet_alt(alt)
            return
        data = self.verhaal.bestand.data(doel.doel) or b""
        suffix = next((s for begin, s in _BEELDEN.items() if data.startswith(begin)), "")
        maat = afmeting(data) if suffix else None
        if maat is None or te_groot(maat):
            reden = "te groot" if maat else "geen PNG of JPEG"
            naam = doel.doel.rpartition("/")[2]
            verslag.twijfel(alt or naam, f"een figuur die niet is overgenomen: {reden} ({naam})")
            self._zet_alt(alt)
            return
        verslag.beelden += 1
        if verslag.beelden > _BEELDEN_SAMEN:
            pad = self.verhaal.bestand.path
            weiger(pad, f"het heeft meer dan {_BEELDEN_SAMEN} figuren", KLEINER)
        verslag.beschrijvingen.append(alt)
        self.beelden.append(Beeldbrok(data, suffix, alt, verslag.plek))

    def _zet_alt(self, alt: str) -> None:
        """Keep the words that stand for a picture that cannot be kept."""
        if alt:
            self.verhaal.verslag.beschrijvingen.append(f"[{alt}]")
            self.woorden.zet(f" [{alt}] " if self.woorden.stukken else f"[{alt}]")
            self.zichtbaar = True


def _erna(start: Xml) -> str:
    alinea = next(start.iterancestors(W + "p"), None)
    return "" if alinea is None else "".join(t.text or "" for t in alinea.iter(W + "t"))[:60]
