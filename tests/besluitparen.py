"""Three pairs of invented texts whose besluit was read aloud, each a kind of its own.

A regeling of forty artikelen with a change of every kind, a convenant of which a chapter moves, and
a text of which every lid gets another number.
"""

_ONDERWERPEN = (
    *("het bestuur", "de begroting", "het jaarplan", "de geheimhouding", "het toezicht"),
    *("de evaluatie", "de klachten", "het archief", "de informatie", "de opleiding"),
)
_ZINNEN = (
    "De Stuurgroep stelt regels vast over {wat} en maakt die bekend.",
    "De ketenmanager bereidt besluiten over {wat} voor en voert die uit.",
    "Iedere partner verstrekt de gegevens die voor {wat} nodig zijn.",
    "Over {wat} wordt eenmaal per jaar verslag gedaan aan de Stuurgroep.",
)


def _artikel(nummer: int) -> str:
    wat = _ONDERWERPEN[nummer % len(_ONDERWERPEN)]
    leden = [
        f"{lid}. {_ZINNEN[(nummer + lid) % len(_ZINNEN)].format(wat=wat)}"
        for lid in range(1, 2 + nummer % 3)
    ]
    tekst = "\n".join(leden) if len(leden) > 1 else leden[0].removeprefix("1. ")
    return f"## Artikel {nummer} Regels over {wat}\n\n{tekst}\n"


def regeling() -> tuple[str, str]:
    """A regeling of forty artikelen, and one with a change of every kind."""
    oud = {nummer: _artikel(nummer) for nummer in range(1, 41)}
    oud[20] = (
        "## Artikel 20 Taken\n\nHet bureau heeft de volgende taken:\n\n"
        "a. het bewaken van de afspraken;\n"
        "b. het ondersteunen van de regisseur;\nc. het beheren van het archief.\n"
    )
    nieuw = dict(oud)
    nieuw[2] = nieuw[2].replace("eenmaal per jaar", "tweemaal per jaar").replace("2. ", "2. ", 1)
    nieuw[3] = nieuw[3].replace("en maakt die bekend", "en maakt die binnen vier weken bekend")
    nieuw[5] = nieuw[5].replace("ketenmanager", "procesmanager").replace("partner", "deelnemer")
    nieuw[8] = nieuw[8] + "4. Dit artikel geldt niet voor spoedeisende gevallen.\n"
    nieuw[11] = "## Artikel 11 Openbaarheid\n\nAlles is openbaar, tenzij een wet dat verbiedt.\n"
    nieuw[12] = nieuw[12].replace("## Artikel 12 Regels over het jaarplan", "## Artikel 12")
    del nieuw[14], nieuw[15]
    nieuw[20] = nieuw[20].replace("archief.", "archief;\nd. het geven van voorlichting.")
    nieuw[21] = nieuw[21].replace("\n\n", "\n\n1. ", 1) + "2. Het eerste lid geldt niet in juli.\n"
    nieuw[26] = (
        nieuw[26].replace("die voor", "die aantoonbaar voor").replace("en voert die uit", "")
    )
    delen = [nieuw[nummer] for nummer in sorted(nieuw)]
    delen.insert(28, "## Artikel 30a Hardheidsclausule\n\nDe Stuurgroep kan afwijken.\n")
    return "# 1 Regeling\n\n" + "\n".join(oud.values()), "# 1 Regeling\n\n" + "\n".join(delen)


def hoofdstuk_verhuist() -> tuple[str, str]:
    """A convenant of which the second chapter goes to the end, with one word changed in it."""
    kop = "# 1 Convenant\n\n"
    een = "## 1.1 Algemeen\n\n### Artikel 1 Doel\n\nPartijen werken samen aan veiligheid.\n\n"
    twee = (
        "## 1.2 Geheimhouding\n\n### Artikel 2 Plicht\n\nIedere deelnemer houdt geheim wat in een "
        "overleg wordt besproken.\n\n### Artikel 3 Duur\n\n"
        "De geheimhouding blijft ook daarna gelden.\n\n"
    )
    drie = (
        "## 1.3 Overleg\n\n### Artikel 4 Stuurgroep\n\n"
        "De Stuurgroep vergadert twee keer per jaar.\n\n"
        "### Artikel 5 Verslag\n\nVan elke vergadering wordt een verslag gemaakt.\n\n"
    )
    verhuisd = twee.replace("1.2", "1.3").replace("Iedere deelnemer", "Iedere partner")
    verhuisd = verhuisd.replace("Artikel 2", "Artikel 4").replace("Artikel 3", "Artikel 5")
    blijft = drie.replace("1.3", "1.2").replace("Artikel 4", "Artikel 2")
    blijft = blijft.replace("Artikel 5", "Artikel 3")
    return kop + een + twee + drie, kop + een + blijft + verhuisd


def leden_vernummerd() -> tuple[str, str]:
    """Six artikelen in which a new first lid comes, so that every lid gets another number."""

    def tekst(eerste: str) -> str:
        parts = []
        for nummer in range(1, 7):
            wat = _ONDERWERPEN[nummer]
            leden = [zin.format(wat=wat) for zin in _ZINNEN[: 2 + nummer % 3]]
            if eerste:
                leden.insert(0, eerste.format(nummer=nummer, wat=wat))
            regels = "\n".join(f"{at}. {zin}" for at, zin in enumerate(leden, start=1))
            parts.append(f"## Artikel {nummer} Regels over {wat}\n\n{regels}\n")
        return "# 1 Regels\n\n" + "\n".join(parts)

    return tekst(""), tekst("Dit artikel gaat over {wat}.")
