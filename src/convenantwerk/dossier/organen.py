"""The bodies in which the partners decide: how they and their decisions are called."""

from convenantwerk.basis.lidwoorden import eerste_groot, met_lidwoord, zonder_lidwoord

STUURGROEP = "Stuurgroep"
PARTNERS = "de vergadering van partners"  # of a dossier that names no body


def orgaan(naam: str) -> str:
    """Return a body after its article: "de Stuurgroep", "het partijenoverleg"."""
    kaal = STUURGROEP if naam.lower() == STUURGROEP.lower() else naam
    return met_lidwoord(kaal)


def in_register(beslisser: str) -> str:
    """Return a body as the register of besluiten names it: no article, and a capital."""
    return eerste_groot(zonder_lidwoord(beslisser))


def besluit_van(orgaan_: str) -> str:
    """Return what a decision of a body is called: "Besluit van het partijenoverleg"."""
    if orgaan_ == STUURGROEP:
        return f"{STUURGROEP}besluit"
    return f"Besluit van {met_lidwoord(orgaan_[:1].lower() + orgaan_[1:])}"
