"""Fields that several letters have, with what they hold: `convenant sjablonen` shows the words."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from convenantwerk.dossier.gebeurtenissen import Tekenstuk
from convenantwerk.dossier.registers import Besluit, Ondertekenaar, Partner
from convenantwerk.dossier.versie import Versiegegevens
from convenantwerk.tijd.uiterste_data import Berekening

Dezepartner = Annotated[Partner, "de organisatie, uit partners.yaml"]
Dezeondertekenaar = Annotated[Ondertekenaar, "wie tekent, uit ondertekenaars.yaml"]
Allen = Annotated[tuple[Ondertekenaar, ...], "allen die voor de partner tekenen"]
Dezeversie = Annotated[
    Versiegegevens, "de vastgestelde versie; versie.kort is het begin van haar sha256"
]
Dezevermelding = Annotated[
    str, "welke versie het is: haar naam, besluit, dag van vaststelling en controlegetal"
]
Delen = Annotated[tuple[str, ...], "de delen die worden getekend"]
Stuksoort = Annotated[Tekenstuk, "ondertekeningsblad of toetredingsverklaring"]
Uiterlijk = Annotated[date, "de dag waarop het getekende stuk terug moet zijn"]
Instemmingsbesluit = Annotated[Besluit, "het besluit waarmee de Stuurgroep instemde"]
Ingangsdatum = Annotated[date, "de dag waarop de deelname begint"]
Verlengdag = Annotated[
    date | None, "de eerstvolgende dag waarop het convenant wordt verlengd; leeg als dat niet is"
]
Vertrekdag = Annotated[
    date | None, "de eerste dag per wanneer kan worden opgezegd; leeg als dat vaker kan"
]
Opzegdag = Annotated[Berekening | None, "de laatste veilige dag daarvoor"]
