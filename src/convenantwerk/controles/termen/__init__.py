"""The controles of terms: where they are defined, and how they are used."""
