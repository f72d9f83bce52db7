"""Every letter that has a template: what it is, and the fields that it may use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from convenantwerk.dossier.bureau import Afzender
from convenantwerk.dossier.dossier import Instellingen
from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
from convenantwerk.dossier.regels import Regels, Vindplaatsen
from convenantwerk.dossier.registers import Besluit, Ondertekenaar, Partner
from convenantwerk.dossier.versie import Versiegegevens
from convenantwerk.tijd.uiterste_data import Berekening

if TYPE_CHECKING:
    from collections.abc import Mapping

MAP = "brieven"


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """A template under templates/brieven.

    Args:
        naam: its file, without folder and suffix.
        titel: what the paper is called.
        wanneer: which command makes it.
        velden: the fields of its own, with what each of them is; `tuple` is a list of texts.
    """

    naam: str
    titel: str
    wanneer: str
    velden: Mapping[str, type]

    @property
    def pad(self) -> str:
        """Its path below templates/."""
        return f"{MAP}/{self.naam}.md"


# What every template has.
GEMEEN: Mapping[str, type] = {
    "convenant": Instellingen,
    "regels": Regels,
    "plaats": Vindplaatsen,
    "afzender": Afzender,
    "op": date,
}
# What each field holds, for `convenant sjablonen`.
UITLEG: Mapping[str, str] = {
    "convenant": "titel, samenwerkingsverband en citeertitel uit convenant.yaml",
    "regels": "de regels uit convenant.yaml",
    "plaats": "waar elke regel in het convenant staat",
    "afzender": "uw bureau, uit convenant.yaml",
    "op": "de datum van het stuk",
    "partner": "de organisatie, uit partners.yaml",
    "ondertekenaar": "wie tekent, uit ondertekenaars.yaml",
    "ondertekenaars": "allen die voor de partner tekenen",
    "versie": "de vastgestelde versie; versie.kort is het begin van haar sha256",
    "editie": "hoe de tekst heet",
    "delen": "de delen die worden getekend",
    "overleggen": "de overleggen waaraan de partner gaat deelnemen",
    "stuk": "ondertekeningsblad of toetredingsverklaring",
    "uiterlijk": "de dag waarop het getekende stuk terug moet zijn",
    "aangeboden": "de dag waarop het stuk is gestuurd",
    "vorige": "de versie die de partner het laatst tekende; leeg als er geen is",
    "bijlagen": "wat met de brief meegaat",
    "verzoek": "het verzoek om toetreding",
    "instemming": "het besluit waarmee de Stuurgroep instemde",
    "besluit": "het besluit zelf; leeg in een concept",
    "ingangsdatum": "de dag waarop de deelname begint",
    "verlenging": "de eerstvolgende dag waarop het convenant wordt verlengd",
    "vertrek": "de eerste dag per wanneer kan worden opgezegd",
    "opzegdag": "de laatste veilige dag daarvoor",
    "nummer": "het nummer van de toetredingsverklaring",
    "mag_melden": "of de partner meldingen mag doen",
    "opzegging": "de opzegging",
    "einde": "de dag waarop de deelname eindigt, met de berekening",
    "regeling": "de dag waarop de regeling er moet zijn, met de berekening",
    "intrekking": "de intrekking van de opzegging",
    "begin": "de eerste dag van de verlengde termijn",
    "slot": "de laatste dag ervan",
    "laatste": "de laatste veilige dag om op te zeggen",
    "advies": "de dag waarop de opzegging uiterlijk op de post gaat",
    "later": "een jaar na het vertrek",
    "laatste_daarna": "de laatste veilige dag daarvoor",
    "naam": "wie de verklaring tekent",
    "functie": "de functie van die persoon",
    "organisatie": "de organisatie van die persoon",
    "overleg": "het overleg",
    "datum": "de dag van het overleg",
}
_DATA: Mapping[str, type] = {"verlenging": date, "vertrek": date, "opzegdag": Berekening}
_TOETREDING: Mapping[str, type] = {
    "partner": Partner,
    "ondertekenaar": Ondertekenaar,
    "verzoek": Gebeurtenis,
    "delen": tuple,
    "overleggen": tuple,
    "ingangsdatum": date,
}
_OPZEGGING: Mapping[str, type] = {
    "partner": Partner,
    "opzegging": Gebeurtenis,
    "einde": Berekening,
    "regeling": Berekening,
    "intrekking": Gebeurtenis,
}

SJABLONEN: tuple[Sjabloon, ...] = (
    Sjabloon("oplegnotitie", "Oplegnotitie toetreding", "toetreding … instemming", _TOETREDING),
    Sjabloon(
        "stuurgroepbesluit",
        "Stuurgroepbesluit toetreding",
        "toetreding … instemming",
        {**_TOETREDING, "besluit": Besluit},
    ),
    Sjabloon(
        "toetredingsverklaring",
        "Toetredingsverklaring",
        "toetreding … verklaring",
        {**_TOETREDING, **_DATA, "instemming": Besluit, "versie": Versiegegevens},
    ),
    Sjabloon(
        "aanbiedingsbrief",
        "Aanbiedingsbrief",
        "toetreding … verklaring, pakket",
        {
            **_DATA,
            "partner": Partner,
            "ondertekenaars": tuple,
            "stuk": str,
            "versie": Versiegegevens,
            "delen": tuple,
            "uiterlijk": date,
            "vorige": Versiegegevens,
            "instemming": Besluit,
            "ingangsdatum": date,
            "bijlagen": tuple,
        },
    ),
    Sjabloon(
        "bericht",
        "Bericht bij het pakket",
        "pakket",
        {"partner": Partner, "stuk": str, "versie": Versiegegevens, "uiterlijk": date},
    ),
    Sjabloon(
        "kennisgeving-toetreding",
        "Kennisgeving toetreding",
        "toetreding … aangehecht",
        {**_TOETREDING, "instemming": Besluit, "nummer": int, "mag_melden": bool},
    ),
    Sjabloon(
        "ondertekeningsblad",
        "Ondertekeningsblad",
        "pakket, bouw",
        {
            "partner": Partner,
            "ondertekenaar": Ondertekenaar,
            "editie": str,
            "versie": Versiegegevens,
            "delen": tuple,
            "uiterlijk": date,
        },
    ),
    Sjabloon(
        "herinnering",
        "Herinnering",
        "ondertekening herinner",
        {
            "partner": Partner,
            "ondertekenaars": tuple,
            "stuk": str,
            "versie": Versiegegevens,
            "aangeboden": date,
            "uiterlijk": date,
        },
    ),
    Sjabloon(
        "geheimhoudingsverklaring",
        "Geheimhoudingsverklaring",
        "geheimhouding",
        {"naam": str, "functie": str, "organisatie": str, "overleg": str, "datum": date},
    ),
    Sjabloon("opzeggingsbevestiging", "Opzeggingsbevestiging", "opzegging", _OPZEGGING),
    Sjabloon("kennisgeving-opzegging", "Kennisgeving opzegging", "opzegging", _OPZEGGING),
    Sjabloon("regeling-gevolgen", "Regeling gevolgen opzegging", "opzegging", _OPZEGGING),
    Sjabloon("uittredingsbesluit", "Uittredingsbesluit", "opzegging", _OPZEGGING),
    Sjabloon(
        "intrekkingsbevestiging", "Intrekkingsbevestiging", "opzegging --intrekken", _OPZEGGING
    ),
    Sjabloon(
        "verlengingsbericht",
        "Verlengingsbericht",
        "verlenging",
        {
            "partner": Partner,
            "begin": date,
            "slot": date,
            "laatste": Berekening,
            "advies": Berekening,
            "vertrek": date,
            "later": date,
            "laatste_daarna": Berekening,
        },
    ),
)
# Pieces that several letters share; they use what those letters have.
STUKKEN: tuple[str, ...] = ("briefhoofd", "aanhef", "groet", "vertegenwoordiging")
