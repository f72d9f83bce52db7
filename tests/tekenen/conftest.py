"""Shared by the tests of signatures: signed papers, and an authority that nobody trusts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from cryptography.hazmat.primitives import serialization
from tests.tekenen.proefpapier import Proef, maak_proef
from tests.tekenen.tekendienst import Diensten, maak_diensten
from tests.tekenen.uitgever import Uitgever, maak_uitgever

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session", autouse=True)
def _sleutels() -> Iterator[None]:
    """Keys that are loaded once: pyHanko does so for each signature, longer than signing takes."""
    once = cache(serialization.load_der_private_key)
    with mock.patch.object(serialization, "load_der_private_key", once):
        yield


@pytest.fixture(scope="session")
def proef(tmp_path_factory: pytest.TempPathFactory) -> Proef:
    """Papers of the small dossier as they were offered, and signed."""
    return maak_proef(tmp_path_factory.mktemp("handtekeningen"))


@pytest.fixture(scope="session")
def uitgever(proef: Proef) -> Uitgever:
    """Another authority, which says that it is the same."""
    return maak_uitgever(proef.pem)


@pytest.fixture(scope="session")
def diensten(uitgever: Uitgever, tmp_path_factory: pytest.TempPathFactory) -> Diensten:
    """Services that sign and set time stamps, of that authority."""
    return maak_diensten(uitgever, tmp_path_factory.mktemp("diensten"))
