"""What is asked of a text of its kind, and which artikel answers it."""
