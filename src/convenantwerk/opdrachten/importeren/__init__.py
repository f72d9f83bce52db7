"""`convenant importeer`: a dossier of the file that an office has, with no word lost.

inlezen.py reads and builds, bewijzen.py proves, nieuw.py and bijvoegen.py say which files come of
it, rapport.py what is told of it, and importeren.py writes all of it or nothing.
"""
