"""What an import is said to have done, in sentences that fit on a screen; the report has it all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.opdrachten.importeren.rapport import Importrapport

_GETOOND = 5  # of a list; all of it is in the report
_BEGIN = 60  # characters of a place that is unsure
Zinnen = list[str | tuple[str, ...]]


def zinnen_over(rapport: Importrapport, waar: str, gemaakt: Sequence[str]) -> Zinnen:
    """Return what an import did; a tuple are the lines below the sentence before it.

    Args:
        rapport: of the import.
        waar: the folder of the dossier, as the user knows it.
        gemaakt: the files that were written, by their paths below it.
    """
    return [
        *_telling(rapport),
        *_nieuw(rapport, waar, gemaakt),
        *rij("Zo staat het er; wijzig het daar als het niet klopt:", list(_namen(rapport))),
        *rij("Weggelaten:", [f"{aantal} {wat}" for wat, aantal in rapport.redenen.items()]),
        *_onzeker(rapport),
        *_opmerkingen(rapport),
        *_voorstellen(rapport),
    ]


def rij(kop: str, regels: Sequence[str]) -> Zinnen:
    """Return lines under a heading; nothing when there are none."""
    return [kop, tuple(regels)] if regels else []


def _telling(rapport: Importrapport) -> Iterator[str]:
    aantal = rapport.tellingen
    yield f"{rapport.bestand} ({rapport.ingelezen.formaat}): {aantal['bestand']} woorden."
    yield (
        f"Elk woord is nageteld: {aantal['tekst']} staan in de tekst, "
        f"{aantal['weggelaten']} zijn weggelaten."
    )
    if rapport.bewerkt:
        over = aantal["bestand"] - aantal["tekst"] - aantal["weggelaten"]
        scheelt = f"; dat scheelt {abs(over)} in de telling" if over else ""
        yield f"Anders geschreven: {len(rapport.bewerkt)} keer{scheelt}."


def _nieuw(rapport: Importrapport, waar: str, gemaakt: Sequence[str]) -> Zinnen:
    if rapport.nieuw:
        return [f"Een nieuw dossier in {waar}: {len(gemaakt)} bestanden."]
    return rij(f"Erbij in {waar}:", [pad for pad in gemaakt if "/rapport" not in pad])


def _namen(rapport: Importrapport) -> Iterator[str]:
    """Yield what the text is called, and where that is written."""
    feiten = rapport.feiten
    if rapport.nieuw:
        yield f"titel: {feiten.titel}"
        yield f"samenwerkingsverband: {feiten.naam}"
        yield f"citeertitel: {feiten.citeertitel}"
        yield f"editie: {feiten.editie}"
    elif rapport.als == "addendum" and feiten.ingangsdatum:
        yield f"titel: {feiten.titel}"
        yield f"besluit: {feiten.besluit}"
        yield f"ingangsdatum: {voluit(feiten.ingangsdatum)}"
        yield f"aan: {feiten.bij}"


def _onzeker(rapport: Importrapport) -> Zinnen:
    onzeker = rapport.onzeker
    telling = Counter(een.waarom for een in onzeker).most_common()
    eerste = {een.waarom: een for een in reversed(onzeker)}
    regels = [
        f"{eerste[waarom].plek}{_en_meer(n)}: '{_kort(eerste[waarom].tekst)}': {waarom}"
        for waarom, n in telling[:_GETOOND]
    ]
    if rest := sum(n for _, n in telling[_GETOOND:]):
        regels.append(f"en nog {rest}, in het rapport")
    if not regels:
        return ["Geen plaats in de tekst is onzeker."]
    return rij(f"Na te kijken, {len(onzeker)}:", regels)


def _en_meer(aantal: int) -> str:
    return f" (en nog {aantal - 1} zo)" if aantal > 1 else ""


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _BEGIN else f"{tekst[:_BEGIN].rsplit(' ', 1)[0]} …"


def _opmerkingen(rapport: Importrapport) -> Iterator[str]:
    if aantal := len(rapport.ingelezen.opmerkingen):
        wat = "opmerking" if aantal == 1 else "opmerkingen"
        yield f"{aantal} {wat} in de kantlijn: niet in de tekst, wel in het rapport."


def _voorstellen(rapport: Importrapport) -> Zinnen:
    alle = rapport.voorstellen
    lijsten = {
        "partners": [v.zeker for v in alle.partners],
        "ondertekenaars": [v.zeker for v in alle.ondertekenaars],
        "regels": [v.zeker for v in alle.regels],
    }
    regels = [
        f"{naam}: {sum(lijst)}{_zelf(len(lijst) - sum(lijst))}"
        for naam, lijst in lijsten.items()
        if lijst
    ]
    feiten = [f"{v.naam}: {', '.join(v.gevonden) or 'niets'}" for v in alle.overleggen]
    zinnen: Zinnen = []
    if rapport.nieuw and feiten:
        regels.append(f"overleggen: {len(feiten)}")
    elif feiten:
        zinnen += rij("Boven het overleg gezet; kijk het na:", feiten)
        twijfels = [zin for v in alle.overleggen for zin in v.twijfels]
        zinnen += rij("Niet boven het overleg gezet; beslis het zelf:", twijfels)
    kop = "Gelezen in de tekst en overgenomen; kijk het na:"
    if not rapport.nieuw:
        kop = "Gelezen in de tekst; het staat in het rapport en is niet overgenomen:"
    return [*zinnen, *rij(kop, regels)]


def _zelf(aantal: int) -> str:
    return f" (en {aantal} om zelf over te beslissen)" if aantal else ""
