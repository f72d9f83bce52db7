"""What is wrong with a file of YAML is said in words that help."""

import pytest
import yaml

from convenantwerk.basis import yaml_knopen
from convenantwerk.basis.yaml_uitleg import uitleg


@pytest.mark.parametrize("loader", ["CBaseLoader", "BaseLoader"])
@pytest.mark.parametrize(
    ("text", "reden"),
    [
        ("titel: [", "haak wordt niet gesloten"),
        ("titel: [a, b", "tussen haken"),
        ("titel: {a: b", "tussen haken"),
        ("titel: ]", "begint met een teken"),
        ("titel: , x", "begint met een teken"),
        ("titel: &", "begint met een teken"),
        ("titel: %x", "begint met een teken"),
        ("\ta: b", "begint met een teken"),
        ("a: *b c", "begint met '*'"),
        ('titel: "x', "aanhalingsteken wordt niet gesloten"),
        ('titel: "\\q"', "schuine streep"),
        ("titel: |x", "op dezelfde regel"),
        ("a: b\n---\nc: d", "drie streepjes"),
        ("titel: a: b", "dubbele punt"),
        ("titel: a\n  b: c", "dubbele punt"),
        ("- a\nb: c", "de inspringing klopt niet"),
        ("titel: a\n- b", "de inspringing klopt niet"),
        ("titel: 'a' b", "de inspringing klopt niet"),
    ],
)
def test_the_reason_names_what_to_look_for(
    monkeypatch: pytest.MonkeyPatch, loader: str, text: str, reden: str
) -> None:
    """For each way in which people break such a file, with either parser."""
    monkeypatch.setattr(yaml_knopen, "_LOADER", getattr(yaml, loader))
    with pytest.raises(yaml.MarkedYAMLError) as fout:
        yaml_knopen.knoop(text)
    assert reden in uitleg(str(fout.value.problem))[0]
