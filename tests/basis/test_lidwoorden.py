"""Names with their article."""

import pytest

from convenantwerk.basis.lidwoorden import met_lidwoord, zonder_lidwoord


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("Samenwerkings- en Privacyconvenant Veiligheidshuis Hollands Midden", "het"),
        ("Convenant Voorbeeldstad", "het"),
        ("Regeling gegevensdeling Veiligheidshuis Voorbeeldstad", "de"),
        ("Wet voorbeeldzorg 2015", "de"),
        ("Besluit tot instelling van een overleg", "het"),
        ("Uitvoeringsbesluit Wet voorbeeldzorg", "het"),
        ("Samenwerkingsovereenkomst regio Verzonnen", "de"),
        ("Privacyprotocol Ketenpartners", "het"),
        ("Reglement van orde", "het"),
        ("Algemene verordening Voorbeeldstad", "de"),
        ("Veiligheidshuis Hollands Midden", "het"),
        ("Zorg- en Veiligheidshuis Verzonnen", "het"),
        ("Netwerk Voorbeeld", "het"),
        ("Stichting Verzonnen", "de"),
        ("Regio Voorbeeld", "de"),
        ("Wetboek van Voorbeelden", "het"),
        ("Reglementarium", "het"),
        ("Verzinsel", "het"),
        ("Beleidsregels Voorbeeldstad", "de"),
        ("Statuten Voorbeeld", "de"),
        ("", "de"),
        ("V" * 60, "de"),
    ],
)
def test_a_name_has_its_article(naam: str, verwacht: str) -> None:
    """That of the noun it begins with; by its ending when that is not known."""
    assert met_lidwoord(naam) == f"{verwacht} {naam}"


@pytest.mark.parametrize("naam", ["Het Veiligheidshuis", "de Regio Voorbeeld"])
def test_a_name_with_an_article_keeps_it(naam: str) -> None:
    """It gets no second one."""
    assert met_lidwoord(naam) == naam


@pytest.mark.parametrize(
    ("naam", "kaal"),
    [("de Stuurgroep", "Stuurgroep"), ("Het Huis", "Huis"), ("De", "De"), ("deken", "deken")],
)
def test_a_name_loses_its_article(naam: str, kaal: str) -> None:
    """Only a word of its own, and never all of the name."""
    assert zonder_lidwoord(naam) == kaal
