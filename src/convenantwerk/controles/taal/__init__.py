"""The controles of spelling, which read a Dutch dictionary."""
