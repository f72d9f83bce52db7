"""How who does long work tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

# Called before each step with how many are done, of how many, and what comes now; during a step
# that takes long it may be called again. What it raises stops the work; then nothing is written.
Meld = Callable[[int, int, str], None]
