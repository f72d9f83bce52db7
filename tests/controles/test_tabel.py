"""The table of controles holds every one of them, and what is not given is no finding."""

import pkgutil
from importlib import import_module
from typing import get_args

import convenantwerk.controles
from convenantwerk.controles.onderzoek import Groep, Onderzoek
from convenantwerk.controles.tabel import CONTROLES, bevindingen


def test_every_controle_is_in_the_table_once() -> None:
    """Whatever is called a check in these files, but for those of answers of a newcomer."""
    packages = pkgutil.walk_packages(convenantwerk.controles.__path__, "convenantwerk.controles.")
    files = [import_module(info.name) for info in packages]
    checks = [
        value
        for module in files
        for name, value in vars(module).items()
        if name.startswith("check_") and value.__module__ == module.__name__
    ]
    in_table = [controle.functie for controle in CONTROLES]
    assert len(checks) > 20
    loose = {check.__name__ for check in checks if check not in in_table}
    assert loose == {"check_feiten", "check_naam"}
    assert len(in_table) == len(set(in_table))


def test_every_group_has_a_controle() -> None:
    """No command asks for a group in which there is nothing."""
    nog_leeg = {"taal", "stijl"}
    assert {controle.groep for controle in CONTROLES} | nog_leeg == set(get_args(Groep))


def test_of_what_is_not_given_nothing_is_found() -> None:
    """A command gives what its groups look at; the rest is empty."""
    found = bevindingen(Onderzoek(), *get_args(Groep))
    assert [f.melding for f in found] == []
