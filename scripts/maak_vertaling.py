"""Makes click.mo of click.po, the sentences of click in Dutch.

Run it after a change in src/convenantwerk/cli/vertaling: `python scripts/maak_vertaling.py`.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PO = Path(__file__).parents[1] / "src/convenantwerk/cli/vertaling/nl/LC_MESSAGES/click.po"
MO = PO.with_suffix(".mo")


def compiled() -> bytes:
    """Return the catalogue as gettext reads it; the same bytes for the same sentences."""
    with PO.open("rb") as source:
        catalogue = read_po(source, locale="nl", abort_invalid=True)
    target = BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


if __name__ == "__main__":
    MO.write_bytes(compiled())
