"""The papers of a dossier, composed as format-free Documents."""
