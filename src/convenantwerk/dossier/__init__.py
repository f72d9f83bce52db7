"""What a dossier holds: its values, rules, events and registers; reading and adding to them."""
