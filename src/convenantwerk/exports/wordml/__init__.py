"""WordprocessingML: what `exports.docx` needs to fill a Word file.

Everything here imports lxml at the top; `exports.docx` therefore imports it only when it works.
"""
