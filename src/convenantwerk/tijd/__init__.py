"""How things stand on a day, and what falls due before which day and why."""
