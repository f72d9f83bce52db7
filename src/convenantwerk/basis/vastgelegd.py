"""Whether this process has recorded anything, for who must say so when it stops."""

from __future__ import annotations

import sys


def vastgelegd() -> bool:
    """Tell whether a recording was completed; what was never imported has recorded nothing."""
    stage = sys.modules.get("convenantwerk.basis.stage")
    return stage is not None and stage.vastgelegd() > 0
