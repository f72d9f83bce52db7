"""Text and YAML to model, and back. Parsers take `(text, path)` and give findings too."""
