"""The was-wordt-tabel, which a reviewer works through line by line."""

from convenantwerk.renvooi.waswordt.rijen import Tabelregel, Waswordt, waswordt
from convenantwerk.renvooi.waswordt.stuk import WASWORDT, maak_waswordt

__all__ = ["WASWORDT", "Tabelregel", "Waswordt", "maak_waswordt", "waswordt"]
