"""SARIF: valid by its schema, at the right place, and with nothing of this computer in it."""

import json
from pathlib import Path
from typing import Any

from tests.jsonschemas import bezwaren
from tests.opdrachten.test_controleer import OP, PARTIJEN, VOORWOORD, found_in, spoil
from tests.programma import convenant

PAD = Path(__file__).parent / "sarif" / "sarif-schema-2.1.0.json"
SCHEMA = json.loads(PAD.read_text("utf-8"))


def sarif(root: Path, cwd: Path) -> dict[str, Any]:
    """Return what the command writes, which is valid."""
    done = convenant(
        "--dossier", str(root), "controleer", "--op", OP.isoformat(), "--sarif", cwd=cwd
    )
    log: dict[str, Any] = json.loads(done.stdout)
    assert bezwaren(log, SCHEMA) == []
    return log


def test_it_is_valid_and_has_all_findings(klein: Path, tmp_path: Path) -> None:
    """Of every gravity and kind of place, each with its rule; no path of this computer."""
    spoil(klein, VOORWOORD, "is verzonnen", "is momenteel\nverzonnen [hier] en artikel 99")
    spoil(klein, PARTIJEN, "- Politie Voorbeeld", "- Politie Anders")
    (klein / "convenant" / "ÿ map").mkdir()
    log = sarif(klein, klein / "convenant" / "deel-1")  # from where files have a whole path
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    results = run["results"]
    assert sorted(result["ruleId"] for result in results) == sorted(
        code for code, _ in found_in(klein)
    )
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in results)
    assert {result["level"] for result in results} == {"error", "warning", "note"}
    assert str(tmp_path) not in json.dumps(log)


def test_a_place_is_that_of_its_words(klein: Path) -> None:
    """On the line they are on, to behind their last letter; the file by its escaped address."""
    spoil(klein, VOORWOORD, "is verzonnen", "is\nmomenteel verzonnen")
    (klein / VOORWOORD).rename(klein / "convenant" / "voorwerk" / "01 één%.md")
    (result,) = sarif(klein, klein)["runs"][0]["results"]
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {
            "uri": "convenant/voorwerk/01%20%C3%A9%C3%A9n%25.md",
            "uriBaseId": "DOSSIER",
        },
        "region": {"startLine": 4, "startColumn": 1, "endColumn": 10},
    }
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "voorwoord"


def test_a_print_stays_when_lines_move(klein: Path) -> None:
    """So a program knows the same finding again."""
    spoil(klein, VOORWOORD, "is verzonnen", "is momenteel verzonnen")
    (first,) = sarif(klein, klein)["runs"][0]["results"]
    spoil(klein, VOORWOORD, "# Voorwoord\n", "# Voorwoord\n\nEen alinea erbij.\n")
    (second,) = sarif(klein, klein)["runs"][0]["results"]
    assert first["partialFingerprints"] == second["partialFingerprints"]
    assert first["locations"] != second["locations"]


def test_the_schema_refuses_what_is_wrong(klein: Path) -> None:
    """Else that all is valid would say nothing."""
    spoil(klein, VOORWOORD, "is verzonnen", "is momenteel verzonnen")
    log = sarif(klein, klein)
    log["runs"][0]["results"][0]["level"] = "hint"
    log["runs"][0]["results"][0]["regel"] = 3
    del log["runs"][0]["tool"]["driver"]["name"]
    assert bezwaren(log, SCHEMA) == [
        "$.runs[0].results[0]",
        "$.runs[0].results[0].level",
        "$.runs[0].tool.driver",
    ]
