"""What an address for mail looks like."""

from __future__ import annotations

from email.errors import HeaderParseError
from email.headerregistry import Address


def is_adres(text: str) -> bool:
    """Tell whether a text is one address for mail."""
    try:
        address = Address(addr_spec=text)
    except (HeaderParseError, ValueError, IndexError):
        return False
    return bool(address.username and "." in address.domain) and text.isprintable()
