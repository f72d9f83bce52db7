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

# Those that are one more of a kind that is tried anyway: only in the long form.
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
        *("register-getal-zestig", "register-getal-hex", "register-datum-zone"),
        *("register-datum-nul", "register-uitroep", "register-vraagteken", "register-ampersand"),
        *("register-scalar", "register-niets", "register-vouwen", "register-blok"),
        *("register-merk-onbekend", "register-nest-kaart", "register-nest-streep"),
        *("register-object-nieuw", "register-samenvoegen", "register-sleutel-lijst"),
        *("register-tabs", "register-aanhaling"),
        *("word-dde-gesplitst", "word-dde-kort", "word-altchunk-rtf", "word-macroknop"),
        *("word-includepicture", "word-zipbom-ander"),
        *("git-clean", "git-process", "git-diff", "git-merge", "git-pager", "git-editor"),
        *("git-alias", "git-credential"),
        *("tekst-noten-vele", "tekst-verwijzing-lang", "tekst-verwijzing-onder", "tekst-leden"),
        *("tekst-koppen-zelfde", "tekst-schuin", "tekst-blokken", "tekst-omheind"),
        *("tekst-hekjes", "tekst-combinerend", "tekst-kleinkapitaal", "tekst-cijfers"),
        *("tekst-romeins", "tekst-onder-cijfers", "tekst-hoekhaken", "tekst-ronde-haken"),
        *("tekst-sterren-paren",),
        *("css-letter-groot", "css-letter-bestand"),
        *("svg-entiteit-web",),
        *("pagina-letters-stil", "pagina-opmaak-veld", "pagina-verdubbeld"),
        *("pagina-zelf-vermeerderd", "pagina-kaart-omweg"),
        *("brief-letters", "brief-zelf-vermeerderd"),
        *("naam-isolaat", "naam-regelscheiding", "naam-blanco", "naam-harde-spatie"),
        *("naam-merktekens",),
        *("versienaam-2", "versienaam-4", "versienaam-5", "versienaam-7"),
        *("sleutel-2", "sleutel-4", "sleutel-6", "sleutel-8"),
        *("figuurpad-1", "figuurpad-3", "figuurpad-5"),
        *("bestandsnaam-1", "bestandsnaam-3"),
        *("deelnaam-1", "deelnaam-3"),
        *("addendumtekst-1", "addendumtekst-3"),
        *("email-1",),
        *("getekend-tekst", "getekend-ruis", "getekend-xref-ver", "getekend-xref-min"),
        *("getekend-nest-dicht", "getekend-starten"),
        *("figuur-gif", "figuur-tiff", "figuur-ps", "figuur-kop-smal", "figuur-jpeg-gangen"),
    }
)
