"""Addresses of pages and of mail in running text, as written; nothing in them is a reference."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# What holds an address with all that is written against it, emphasis too.
_BROK = re.compile(r"[^\s<>\"\u201c\u201d\u201e«»|\[\]`{}]+")
_SIGNAAL = re.compile(r"://|www\.|@", re.IGNORECASE)
_PAGINA = re.compile(r"(?<![^\W_])(?:https?://|www\.(?=[^\W_]))", re.IGNORECASE)
_POSTBUS = re.compile(r"[\w.+%-]")
_DOMEIN = re.compile(r"@[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+")
_POSTBUS_LANGSTE = 64  # characters, by RFC 5321
_VOOR = re.compile(r"\A(?:\\?[*_(])*")  # emphasis and brackets that open
# A sentence goes on after these, and emphasis ends with them; no address ends in one.
_SLOT = ".,;:!?'\u2019\u2018…*_\\"
# A star in an address is emphasis or a star: who can tell? Other signs may have a backslash.
_KAN_ONTSNAPT = r"[!-)+-/:-@\[\]^_`{-~]"
_ONTSNAPT = re.compile(rf"\\({_KAN_ONTSNAPT})")
_ONZEKER = re.compile(rf"\*|\\(?!{_KAN_ONTSNAPT})")


class Webadres(NamedTuple):
    """An address: from `start` up to `end` in the text, and where it leads to."""

    start: int
    end: int
    doel: str


def webadressen(text: str) -> Iterator[Webadres]:
    """Yield the addresses of pages and of mail in a text, in order.

    The full stop or the bracket that closes the sentence is no part of one; a bracket that was
    opened within it is. One that may be cut by emphasis is left as it is.
    """
    if _SIGNAAL.search(text) is None:
        return
    for brok in _BROK.finditer(text):
        stuk = brok.group()
        if (begin := _PAGINA.search(stuk)) is not None:
            start, adres = brok.start() + begin.start(), _zonder_slot(stuk[begin.start() :])
            kaal = _ONTSNAPT.sub(r"\1", adres)
            if kaal.split("://", 1)[-1][:1].isalnum() and not _ONZEKER.search(adres):
                doel = kaal if "://" in kaal[:8] else f"https://{kaal}"
                yield Webadres(start, start + len(adres), doel)
        elif stuk.count("@") == 1:
            at = len(stuk) - len(_VOOR.sub("", stuk))
            adres = _zonder_slot(stuk[at:])
            post = None if _ONZEKER.search(adres) else _postadres(_ONTSNAPT.sub(r"\1", adres))
            if post is not None:  # where it stands in the text as written, with its backslashes
                start, end = (brok.start() + at + _geschreven(adres, edge) for edge in post[:2])
                yield Webadres(start, end, post[2])


def _postadres(stuk: str) -> tuple[int, int, str] | None:
    """Return where an address of mail begins and ends, and where it leads to."""
    at = stuk.find("@")
    if at < 1:
        return None
    domein = _DOMEIN.match(stuk, at)
    start = at
    while start and at - start < _POSTBUS_LANGSTE and _POSTBUS.match(stuk, start - 1):
        start -= 1
    if domein is None or start == at:
        return None
    return start, domein.end(), f"mailto:{stuk[start : domein.end()]}"


def _zonder_slot(adres: str) -> str:
    """Return an address without the signs of the sentence behind it."""
    open_, dicht = adres.count("("), adres.count(")")
    end = len(adres)
    while end:
        last = adres[end - 1]
        if last == ")" and dicht > open_:
            dicht -= 1
        elif last not in _SLOT:
            break
        end -= 1
    return adres[:end]


def _geschreven(stuk: str, plaats: int) -> int:
    """Return where a place in the plain characters is in the written ones."""
    at = 0
    for _ in range(plaats):
        at += 2 if stuk[at] == "\\" else 1
    return at
