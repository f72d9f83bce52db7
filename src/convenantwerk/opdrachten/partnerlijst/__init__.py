"""`convenant partners --uit`: what the list of an office would change in the registers."""
