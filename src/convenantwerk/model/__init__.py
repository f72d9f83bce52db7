"""Immutable values: the text tree, registers, findings and documents. No IO, no framework."""
