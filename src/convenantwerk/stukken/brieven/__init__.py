"""Letters: a template of the house style and the values that fill it."""
