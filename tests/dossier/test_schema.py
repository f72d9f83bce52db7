"""The JSON Schemas agree with what is read: about keys, kinds of values and soorten."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from tests.jsonschemas import bezwaren
from tests.programma import convenant
from tests.voorbeelden import HOLLANDS_MIDDEN

from convenantwerk.basis.yaml import bind_text
from convenantwerk.dossier.gebeurtenissen.soorten import SOORTEN
from convenantwerk.dossier.schema import SCHEMAS, json_schema

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "convenant": HOLLANDS_MIDDEN / "convenant/convenant.yaml",
    "partners": HOLLANDS_MIDDEN / "convenant/registers/partners.yaml",
    "ondertekenaars": HOLLANDS_MIDDEN / "convenant/registers/ondertekenaars.yaml",
    "besluiten": HOLLANDS_MIDDEN / "convenant/registers/besluiten.yaml",
    "gebeurtenissen": HOLLANDS_MIDDEN / "convenant/registers/gebeurtenissen.yaml",
    "addendum": HOLLANDS_MIDDEN / "addenda/2018-06-18-avg/addendum.yaml",
}


def fits(schema: dict[str, Any], value: Any) -> bool:
    """Tell whether a value fits, in which numbers are text: see `loaded`."""
    return not bezwaren(value, schema, als_tekst=True)


def loaded(text: str) -> Any:  # whatever the file holds
    """Return YAML with its dates as text, as an editor checks it."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # makes nothing but text


@pytest.mark.parametrize("naam", FILES)
def test_the_files_of_this_dossier_fit(naam: str) -> None:
    """What is read without findings is valid, and a misspelt or missing key is not."""
    text = FILES[naam].read_text("utf-8")
    schema = json_schema(SCHEMAS[naam])
    assert fits(schema, loaded(text))
    assert bind_text(SCHEMAS[naam], text, "x")[1] == ()
    for bad in (
        text + "\nonbekend: 1\n",
        re.sub(r"(?m)^(  - )?(\w+):", r"\g<1>x\2:", text, count=1),
    ):
        assert not fits(schema, loaded(bad))
        assert bind_text(SCHEMAS[naam], bad, "x")[0] is None


@pytest.mark.parametrize("soort", SOORTEN)
def test_each_soort_has_its_own_keys(soort: str) -> None:
    """What it needs is required, what another soort has is refused."""
    item = json_schema(SCHEMAS["gebeurtenissen"])["properties"]["gebeurtenissen"]["items"]
    rules = {one["if"]["properties"]["soort"]["const"]: one["then"] for one in item["allOf"]}
    values = {"delen": ["deel-1"], "jaar": 2027, "vorm": "brief", "stuk": "ondertekeningsblad"}
    nodig = {key: values.get(key, "x") for key in rules[soort]["required"]}
    good = {"datum": "2027-01-01", "soort": soort, **nodig}
    assert fits(item, good)
    assert not fits(item, {**good, "rare": "x"})
    for key in nodig:
        assert not fits(item, {k: v for k, v in good.items() if k != key})
    if "partner" not in rules[soort]["propertyNames"]["enum"]:
        assert not fits(item, {**good, "partner": "x"})


def test_the_command_writes_them_all_and_the_same_each_time(klein: Path) -> None:
    """One file for each kind, in JSON."""
    for _ in range(2):
        assert convenant("schema", "--uit", "s", cwd=klein).returncode == 0
        made = {path.name: path.read_text("utf-8") for path in (klein / "s").iterdir()}
        assert sorted(made) == sorted(f"{naam}.schema.json" for naam in SCHEMAS)
        assert json.loads(made["partners.schema.json"]) == json_schema(SCHEMAS["partners"])
