"""The lists of partners that offices have: Excel and CSV."""
