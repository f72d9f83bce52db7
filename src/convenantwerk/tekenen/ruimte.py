"""The room that a PDF keeps for a signature: it holds one, and nothing besides.

Nobody signs what is in that room: whoever has the file can put there what they like.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from asn1crypto import cms, parser

if TYPE_CHECKING:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

# Bytes of a signature with the room that was kept for it, and of what it brings unsigned: a chain
# of certificates, a time stamp. Lists of revoked certificates may be long; the signer signs those.
_GROOTST = 1_000_000
_GROOTST_ONGETEKEND = 256_000
# Hexadecimal digits are read one by one, so those of all signatures together have a limit.
_CIJFERS = 4_000_000
_LANG = re.compile(rb"<[0-9A-Fa-f\0\t\n\f\r ]{10000,}")


def te_lang(data: bytes) -> bool:
    """Tell whether it would take too long to read the signatures in a file."""
    return sum(len(found[0]) for found in _LANG.finditer(data)) > _CIJFERS


def alleen_handtekening(content: bytes) -> bool:
    """Tell whether the room of a signature holds no more than one, and zeros behind it.

    A reader passes over what stands behind it, and over what it holds unsigned and does not know.
    """
    try:
        end = parser.peek(content)
        data = cms.ContentInfo.load(content[:end], strict=True)["content"]
        (signer,) = data["signer_infos"]
        brought = (data["certificates"], data["crls"], data["encap_content_info"]["content"])
        unsigned = sum(len(part.dump()) for part in (*brought, signer["unsigned_attrs"]))
    except (ValueError, TypeError, KeyError):
        return False
    if len(content) > _GROOTST or unsigned > _GROOTST_ONGETEKEND:
        return False
    return not content[end:].strip(b"\0")


def omsloten(signature: EmbeddedPdfSignature, data: bytes) -> bool:
    """Tell whether a signature or time stamp covers all bytes from the first on but its own.

    PyHanko adds up lengths only. So two parts that add up may be anywhere: all that someone else
    signed, elsewhere in this file.
    """
    begin, voor, na, _ = (int(number) for number in signature.byte_range)
    own = signature.pkcs7_content.hex().encode()
    return begin == 0 and voor > 0 and data[voor:na].lower() == b"<%s>" % own
