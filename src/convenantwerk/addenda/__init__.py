"""Wijzigingen of the text, and the text that is in force on a day."""
