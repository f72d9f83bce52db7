"""A paper that was offered and signed, as the tests of signatures share it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyhanko.sign.signers import SimpleSigner
from tests.handtekeningen import maak_ca, teken
from tests.proeven import gekozen
from tests.programma import convenant
from tests.tekenen.pdfschrijver import TWEEDE, onderteken, ongetekend
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.tekenen.handtekeningen import certificaten, lees_getekend
from convenantwerk.tekenen.ondertekening import GetekendePdf

MOMENT = "2026-11-25T12:00:00+01:00"


@dataclass(frozen=True)
class Proef:
    """What the tests share.

    Args:
        blad: a paper with one field, as it was offered.
        convenant: one with two.
        getekend: `blad`, signed by A. Voorbeeld.
        half: `convenant`, signed by A. Voorbeeld.
        dubbel: the same, signed by B. Verzonnen besides.
        een: the key of A. Voorbeeld.
        twee: the key of B. Verzonnen.
        pem: the certificate of the authority that issued those of both.
    """

    blad: bytes
    convenant: bytes
    getekend: bytes
    half: bytes
    dubbel: bytes
    een: SimpleSigner
    twee: SimpleSigner
    pem: bytes

    def lees(self, data: bytes) -> GetekendePdf:
        """Read a PDF, trusting the authority of these tests."""
        return gelezen_door(data, self.pem)


@cache
def gelezen_door(data: bytes, pem: bytes) -> GetekendePdf:
    """Read a PDF once."""
    return lees_getekend(data, certificaten(pem))


def sleutel(path: Path) -> SimpleSigner:
    """Load a key with its certificate."""
    found = SimpleSigner.load_pkcs12(str(path), passphrase=b"proef")  # type: ignore[no-untyped-call]  # pyHanko's
    assert isinstance(found, SimpleSigner)
    return found


def maak_proef(root: Path) -> Proef:
    """One build, one authority, and a paper signed as a user would have it signed."""
    kopie(KLEIN, root / "klein")
    keys = maak_ca(root / "ca", "A. Voorbeeld", "B. Verzonnen")
    arguments = ("--definitief", "--op", "2026-11-24", "--formaat", "pdf", "--uit", "uit")
    built = convenant("bouw", *arguments, cwd=root / "klein")
    assert built.returncode == 0, built.stderr
    blad = next((root / "klein/uit/ondertekening").glob("gemeente*.pdf"))
    een, twee = (sleutel(path) for path in keys.values())
    signed = teken(blad, keys["A. Voorbeeld"], root / "blad.pdf", moment=MOMENT)
    papier = (root / "klein/uit/convenant.pdf").read_bytes()
    half = onderteken(ongetekend(papier), een)
    return Proef(
        blad.read_bytes(),
        papier,
        signed.read_bytes(),
        half,
        onderteken(ongetekend(half, veld=TWEEDE), twee),
        een,
        twee,
        (root / "ca/ca.pem").read_bytes(),
    )


def bezwaren(pdf: GetekendePdf) -> list[str]:
    """All that is wrong with a PDF and the signatures in it."""
    return [b for b in (pdf.bezwaar, *(s.bezwaar for s in pdf.bewijzen)) if b]


def geldt(pdf: GetekendePdf) -> bool:
    """Whether it would be taken for signed: it is, and nothing is wrong."""
    return bool(pdf.bewijzen) and not bezwaren(pdf)


def alle(
    proef: Proef, maak: Callable[[Proef], dict[str, bytes]], keuze: slice = slice(None)
) -> Iterator[tuple[str, GetekendePdf]]:
    """Read all of a kind, or those that were chosen (`steekproef`)."""
    for naam, data in gekozen(maak(proef), keuze).items():
        yield naam, proef.lees(data)
