"""Composes the model into format-free Documents; one file per kind of document."""
