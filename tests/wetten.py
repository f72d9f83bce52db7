"""How many examples a law is tried on: an eighth in the suite, all of them in CI.

Those of CI are the same each time, so that a change is judged by what it changes and not by chance;
the suite and scripts/proef_lang look for others.

How long one takes is not looked at: that says more about what else the machine does.
"""

from hypothesis import settings

KORT, HEEL, ANDERE = "kort", "heel", "andere"
settings.register_profile(KORT, max_examples=12, deadline=None)
settings.register_profile(HEEL, max_examples=100, deadline=None, derandomize=True)
settings.register_profile(ANDERE, max_examples=100, deadline=None)


def voorbeelden(aantal: int) -> settings:
    """Try a law on so many examples, as far as the profile that was chosen tries all."""
    gekozen = settings()  # what the profile says
    return settings(gekozen, max_examples=aantal * gekozen.max_examples // 100)
