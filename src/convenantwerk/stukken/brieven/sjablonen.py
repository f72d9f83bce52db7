"""Every letter that has a template, in the order in which `convenant sjablonen` lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.stukken.brieven.aanbiedingsbrief import Aanbiedingsbrief
from convenantwerk.stukken.brieven.begeleiding import Begeleiding
from convenantwerk.stukken.brieven.bericht import Pakketbericht
from convenantwerk.stukken.brieven.geheimhoudingsverklaring import Geheimhoudingsverklaring
from convenantwerk.stukken.brieven.herinnering import Herinnering
from convenantwerk.stukken.brieven.intrekkingsbevestiging import Intrekkingsbevestiging
from convenantwerk.stukken.brieven.intrekkingsontvangst import Intrekkingsontvangst
from convenantwerk.stukken.brieven.kennisgeving_opzegging import KennisgevingOpzegging
from convenantwerk.stukken.brieven.kennisgeving_toetreding import KennisgevingToetreding
from convenantwerk.stukken.brieven.ondertekeningsblad import Ondertekeningsblad
from convenantwerk.stukken.brieven.oplegnotitie import Oplegnotitie
from convenantwerk.stukken.brieven.opzeggingsbevestiging import Opzeggingsbevestiging
from convenantwerk.stukken.brieven.regeling_gevolgen import RegelingGevolgen
from convenantwerk.stukken.brieven.stuurgroepbesluit import Stuurgroepbesluit
from convenantwerk.stukken.brieven.toetredingsverklaring import Toetredingsverklaring
from convenantwerk.stukken.brieven.uittredingsbesluit import Uittredingsbesluit
from convenantwerk.stukken.brieven.verlengingsbericht import Verlengingsbericht

if TYPE_CHECKING:
    from convenantwerk.stukken.brieven.brief import Brief

BRIEVEN: tuple[type[Brief], ...] = (
    Oplegnotitie,
    Stuurgroepbesluit,
    Toetredingsverklaring,
    Aanbiedingsbrief,
    Pakketbericht,
    Begeleiding,
    KennisgevingToetreding,
    Ondertekeningsblad,
    Herinnering,
    Geheimhoudingsverklaring,
    Opzeggingsbevestiging,
    KennisgevingOpzegging,
    RegelingGevolgen,
    Uittredingsbesluit,
    Intrekkingsontvangst,
    Intrekkingsbevestiging,
    Verlengingsbericht,
)
# Pieces that several letters share; they use what those letters have.
STUKKEN: tuple[str, ...] = (
    *("briefhoofd", "aanhef", "groet"),
    *("looptijd", "eerste-data", "vertegenwoordiging"),
)
