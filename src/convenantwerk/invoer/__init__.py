"""Import: what an office has (Word, PDF, scans, text) to the text tree, with no word lost.

A reader of a format makes brokken of a file; `bouwen` makes the tree of them; `voorstellen` reads
from it what the registers and rules would be; `bewijs` proves that no word was lost.
"""
