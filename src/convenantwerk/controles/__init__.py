"""What is wrong in a dossier, and in what is about to be recorded."""
