"""How a finding about a word says that it stands at more places."""


def elders(aantal: int) -> str:
    """Return the end of a message: "; ook op 2 andere plaatsen", "" for none."""
    plaatsen = "plaats" if aantal == 1 else "plaatsen"
    return f"; ook op {aantal} andere {plaatsen}" if aantal else ""
