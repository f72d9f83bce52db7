"""Multi-party agreements as structured sources, rendered to signable documents."""

__version__ = "0.1.0"
