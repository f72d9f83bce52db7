"""`convenant pakket`: all that a partner needs to sign, and sending it."""
