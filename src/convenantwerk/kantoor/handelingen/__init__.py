"""One file for each act that records something; `tabel.py` names them."""
