"""PDF and scans: letters with their places, back to the paragraphs that a person sees.

A page with text gives its letters (`bladen`), a picture gives words by OCR (`tesseract`). Both
become lines (`letters`, `zetregels`), lines without what only belongs to the page (`kopvoet`,
`noten`), and those the brokken (`opmaak`).
"""
