"""What a text says of the registers and rules of its dossier, read from its tree: a proposal.

Nothing here decides. Each reader returns what the text says, where, and whether that is sure; what
is not sure is shown to a person and written nowhere.
"""
