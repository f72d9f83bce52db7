"""The controle of retention: what a table says of an overleg, against the facts of that overleg."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.lijstplaatsen import plaats_van
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.controles.overeenstemming.lezingen import DE_FEITEN, even_lang, periodevorm
from convenantwerk.invoer.voorstellen.getallen import periode
from convenantwerk.tekst.boom import Tabel, alle_blokken, blokken, elementen, is_besluit, plain
from convenantwerk.tijd.stand import overleggen_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek

_KOP = "bewaartermijn"  # of the column with how long


def check_bewaartermijnen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """A row that names an overleg under "Bewaartermijn" says what its own part says."""
    termijnen = {
        o.titel.lower(): (o.titel, o.feiten.bewaartermijn)
        for o in overleggen_in(onderzoek.convenant)
        if o.feiten.bewaartermijn is not None
    }
    for tabel in _tabellen(onderzoek) if termijnen else ():
        kolom = next((n for n, cel in enumerate(tabel.kop) if _KOP in plain(cel).lower()), None)
        for rij in tabel.rijen if kolom is not None else ():
            cel = rij[kolom or 0]
            match = periodevorm().search(plain(cel))
            laag = " ".join(plain(c).lower() for n, c in enumerate(rij) if n != kolom)
            anders = [
                f"{titel} {termijn.voluit}"
                for naam, (titel, termijn) in termijnen.items()
                if match and termijn and naam in laag and not even_lang(periode(match[0]), termijn)
            ]
            if match and anders:
                velden = {"woorden": match[0], "regel": _KOP, "wat": ", ".join(anders)}
                velden |= {"bron": "", "waar": DE_FEITEN}
                yield CODES["CV161"].at(plaats_van(cel, tabel.position), **velden)


def _tabellen(onderzoek: Onderzoek) -> Iterator[Tabel]:
    for element in elementen(onderzoek.convenant.delen):
        if not is_besluit(element):
            for blok in alle_blokken(blokken(element)):
                if isinstance(blok, Tabel):
                    yield blok


CONTROLES = (Controle(check_bewaartermijnen, "nalezen"),)
