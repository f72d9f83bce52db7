"""One file for each page, with its template beside it; `tabel.py` names them."""
