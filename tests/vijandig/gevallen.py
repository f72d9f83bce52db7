"""All hostile dossiers, one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.vijandig import (
    figuren,
    getekend,
    gitmappen,
    koppelingen,
    namen,
    registers,
    sjablonen,
    teksten,
    werkmap,
    word,
)

if TYPE_CHECKING:
    from tests.vijandig.plek import Geval

GEVALLEN: tuple[Geval, ...] = (
    *koppelingen.GEVALLEN,
    *gitmappen.GEVALLEN,
    *sjablonen.GEVALLEN,
    *word.GEVALLEN,
    *figuren.GEVALLEN,
    *teksten.GEVALLEN,
    *registers.GEVALLEN,
    *namen.GEVALLEN,
    *werkmap.GEVALLEN,
    *getekend.GEVALLEN,
)

# Those that take seconds and are one more of a kind that is tried anyway: only in the long form.
LANG: frozenset[str] = frozenset(
    {
        *("css-plaat-web", "css-veranderlijk-zelf", "figuur-afgebroken-heel", "figuur-profielbom"),
        *(
            "html-basis",
            "html-plaat-gecodeerd",
            "html-venster",
            "html-inbedden",
            "koppeling-relatief",
        ),
        *("letter-afgebroken", "letter-tabellen", "svg-bestand-zelf", "svg-gebruik-bestand"),
        *("svg-stijl", "titel-opmaak", "word-entiteit-parameter", "word-plaat-net"),
        *("brief-lus-stil", "css-achtergrond", "css-afstand", "css-blad-groot", "css-blad-klein"),
        *("css-kolommen", "css-letter-reus", "css-letter-systeem", "css-marge", "css-regel-groot"),
        *("css-regels", "css-rooster", "css-teller", "css-tekens", "css-veranderlijk"),
        *("email-3", "figuur-bewegend", "figuur-exif", "figuur-jpeg-smal", "figuur-kop-nul"),
        *("html-nest", "html-spaties", "html-tabel-breed", "instelling-invulling-html"),
        *("instelling-invulling-lang", "instelling-invulling-markdown"),
        *("instelling-invulling-zelf", "omvang-700-addenda", "pagina-lipsum", "pagina-lus-stil"),
        *("pagina-macht", "papiernaam-1", "papiernaam-2", "register-alias-velen", "svg-groot"),
        *("svg-masker", "svg-nest", "svg-pad", "svg-patroon", "tekst-definities"),
        *("tekst-haken-paren", "tekst-onderdelen", "tekst-tabel-lang", "titel-lang"),
    }
)
