"""Frozen versions: their seals, how they are kept, and choosing an edition by its name."""
