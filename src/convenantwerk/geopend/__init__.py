"""The opened dossier: reads each thing in it once, gives editions, makes papers, and records."""
