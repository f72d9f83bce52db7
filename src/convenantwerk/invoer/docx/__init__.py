"""Word files: what Word shows, with the numbers it counts."""
