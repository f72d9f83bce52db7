"""The text tree as blocks: what the editor says of a part stands apart from its text."""

from datetime import date
from itertools import pairwise
from pathlib import Path

from convenantwerk.documents.tekst import Composer
from convenantwerk.model import document as d
from convenantwerk.workflows.lezen import Gelezen, lees

ROOT = Path(__file__).parents[2]


def test_of_a_missing_overleg_the_known_facts_are_told() -> None:
    """How it is held (4.1) and which protocol applies (besluit c and d), and that text lacks."""
    gelezen = lees(ROOT, date(2018, 6, 18))
    assert isinstance(gelezen, Gelezen)
    blocks = Composer(gelezen.dossier, gelezen.convenant).blocks()
    remarks = {
        d.text_of(heading.runs): d.text_of(remark.runs)
        for heading, remark in pairwise(blocks)
        if isinstance(heading, d.Heading)
        and isinstance(remark, d.Paragraph)
        and remark.style == "redactie"
    }
    assert remarks["Focusoverleg"] == (
        "Dit overleg wordt door het Veiligheidshuis georganiseerd. Het landelijke privacyprotocol "
        "is van toepassing. De tekst van dit overleg ontbreekt in het dossier."
    )
    assert remarks["Trajectberaad"].startswith(
        "Dit overleg wordt door het Veiligheidshuis gefaciliteerd. Het regionale privacyprotocol"
    )
    assert len(remarks) == 12
