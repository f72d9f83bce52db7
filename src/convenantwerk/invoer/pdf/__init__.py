"""PDF with text, and scans: pages back to paragraphs."""
