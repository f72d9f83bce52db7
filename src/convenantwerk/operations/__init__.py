"""Pure functions from model to model; the date is always a parameter."""
