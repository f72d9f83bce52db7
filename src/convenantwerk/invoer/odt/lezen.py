"""OpenDocument text (.odt, and .fodt in one file of XML) to brokken."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.parsers import expat

from lxml import etree

from convenantwerk.invoer.bewijs import woorden
from convenantwerk.invoer.brok import STREEP, Ingelezen, Plek, Weggelaten
from convenantwerk.invoer.grenzen import keur_aantal, weiger, weiger_wijzigingen
from convenantwerk.invoer.odt.lopen import Loper
from convenantwerk.invoer.odt.namen import naam
from convenantwerk.invoer.odt.nummering import Nummering
from convenantwerk.invoer.odt.stijlen import stijlen_van
from convenantwerk.invoer.odt.woorden import tekst_van
from convenantwerk.invoer.pakket import ontleed, open_pakket

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from convenantwerk.invoer.brok import WegReden, Wens

FORMAAT = "OpenDocument"
_INHOUD, _STIJLEN = "content.xml", "styles.xml"


def lees(data: bytes, path: str, wens: Wens) -> Ingelezen:
    """Return an OpenDocument as brokken.

    Raises:
        OnleesbaarError: CV951, it is damaged, encrypted or too large; CV941, it has tracked changes
            and the user did not say what happens with them.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _gelezen([data], path, wens, lambda _: None)
    pakket = open_pakket(data, path)
    inhoud = pakket.lees(_INHOUD)
    if inhoud is None:
        weiger(path, f"het is beschadigd: '{_INHOUD}' erin ontbreekt")
    stijlen = pakket.lees(_STIJLEN)
    return _gelezen([inhoud, *filter(None, [stijlen])], path, wens, pakket.lees)


def _gelezen(
    delen: list[bytes], path: str, wens: Wens, beeld: Callable[[str], bytes | None]
) -> Ingelezen:
    wortels = [ontleed(deel, path) for deel in delen]
    tekst = next((e for e in wortels[0].iter() if naam(e.tag) == "office:text"), None)
    if tekst is None:
        weiger(path, "er is geen tekst in")
    if not wens.wijzigingen:
        weiger_wijzigingen(_wie_wijzigde(tekst), path)
    stijlen = stijlen_van((*reversed(wortels),))
    merken = Nummering(stijlen).tel(tekst)
    loper = Loper(stijlen, merken, beeld, wens)
    loper.loop(tekst)
    keur_aantal(loper.brokken, path)
    weg = [*_randen(wortels)]
    getoond = [merk.tekst for merk in merken.values() if merk.tekst != STREEP]
    return Ingelezen(
        FORMAAT,
        tuple(loper.brokken),
        tuple(woord for stuk in (*getoond, *_letters(delen, path)) for woord in woorden(stuk)),
        weggelaten=(*weg, *loper.weg),
        bewerkt=tuple(loper.bewerkt),
        onzeker=tuple(loper.onzeker),
        opmerkingen=tuple(loper.opmerkingen),
    )


def _letters(delen: Iterable[bytes], path: str) -> Iterator[str]:
    for deel in delen:
        try:
            yield tekst_van(deel)
        except (expat.ExpatError, ValueError, LookupError):
            weiger(path, "het is beschadigd: de XML is niet te lezen")


def _wie_wijzigde(tekst: etree._Element) -> Counter[str]:
    """Return how many changes were tracked, of whom."""
    wie: Counter[str] = Counter()
    for element in tekst.iter():
        if naam(element.tag) in ("text:insertion", "text:deletion"):
            makers = [e for e in element.iter() if naam(e.tag) == "dc:creator"]
            wie[(makers[0].text if makers else None) or "iemand zonder naam"] += 1
    return wie


def _randen(wortels: Iterable[etree._Element]) -> Iterator[Weggelaten]:
    """Yield what stands above and below each page."""
    for wortel in wortels:
        for element in wortel.iter():
            soort = naam(element.tag)
            if soort.startswith(("style:header", "style:footer")):
                reden: WegReden = "koptekst" if "header" in soort else "voettekst"
                tekst = " ".join(tekst_van(etree.tostring(element, with_tail=False)).split())
                if tekst:
                    yield Weggelaten(tekst, Plek("alinea", 1), reden)
