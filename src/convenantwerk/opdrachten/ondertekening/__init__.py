"""`convenant ondertekening`: who has signed, what comes back, and the complete set."""
