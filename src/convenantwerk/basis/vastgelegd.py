"""Whether this process has recorded anything, for who must say so when it stops."""

from __future__ import annotations

import sys


def vastgelegd() -> bool:
    """Tell whether a recording was completed; what was never imported has recorded nothing."""
    journal = sys.modules.get("convenantwerk.basis.journal")
    return journal is not None and journal.vastgelegd() > 0
