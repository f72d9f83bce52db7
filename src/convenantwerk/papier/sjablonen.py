"""Page templates: Jinja over the files of the house style, with faults told by file and line."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

from jinja2 import FunctionLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from convenantwerk.basis.datum import voluit, weekdag
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.lidwoorden import eerste_groot, met_lidwoord
from convenantwerk.papier.aaneen import gebroken, met_getal
from convenantwerk.papier.bezig import Stap, TeVeelError, bezig_met
from convenantwerk.papier.document import text_of
from convenantwerk.papier.escaping import literal
from convenantwerk.papier.grenzen import te_veel
from convenantwerk.papier.kolommen import kolommen, smal
from convenantwerk.papier.pieces import current, pieces, stretches, words_changed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

    from jinja2 import Environment

    from convenantwerk.papier.document import Picture
    from convenantwerk.papier.huisstijl import Huisstijl

V = TypeVar("V")
_GETOOND = 60  # characters of a name that a message shows

# The messages of Jinja that someone who restyles a template meets most, in plain Dutch.
REASONS = (
    (r"'(?P<naam>[^']+)' is undefined", "'{naam}' bestaat niet"),
    (r"has no attribute '(?P<naam>[^']+)'", "'{naam}' bestaat niet"),
    (r"access to attribute '(?P<naam>[^']+)'", "'{naam}' mag in een sjabloon niet worden gebruikt"),
    (r"(?P<naam>\S+) is not safely callable", "'{naam}' mag in een sjabloon niet worden gebruikt"),
    (r"No filter named '(?P<naam>[^']+)'", "het filter '{naam}' bestaat niet"),
    (r"No test named '(?P<naam>[^']+)'", "de toets '{naam}' bestaat niet"),
    (r"unknown tag '(?P<naam>[^']+)'", "de opdracht '{naam}' bestaat niet of staat hier verkeerd"),
    (
        r"(?i)unexpected end of template|missing end of",
        "het sjabloon houdt op voordat alles is afgesloten",
    ),
    (r"unexpected (?P<naam>.+)", "hier staat {naam} op een plaats waar dat niet kan"),
)


class Pages:
    """The templates of one house style, compiled once and rendered often.

    Templates are sandboxed, may use only what they are given (StrictUndefined), and everything
    they print is escaped, so that text can never become markup.

    Args:
        huisstijl: the templates.
        markdown: they make Markdown (letters) instead of HTML (pages).
    """

    def __init__(self, huisstijl: Huisstijl, *, markdown: bool = False) -> None:
        self.huisstijl = huisstijl
        self._markdown = markdown

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """Return the text of template `name`.

        Raises:
            ConvenantwerkError: CV020 when a template is missing, CV021 when one has a fault, CV037
                when it was stopped because it takes too much.
        """
        bezig_met("invullen", name)
        try:
            return self.environment.get_template(name).render(values)
        except ConvenantwerkError:
            raise
        except TemplateNotFound as error:
            raise self._missing(error, name) from error
        except TemplateSyntaxError as error:
            raise self._fault(error.name or name, error.lineno, error) from error
        except (TeVeelError, MemoryError) as error:
            culprit, line = _place(error.__traceback__, self.huisstijl.bestanden, name)
            stap = Stap("invullen", (culprit,))
            waarvan = error.waarvan if isinstance(error, TeVeelError) else "geheugen"
            raise te_veel(self.huisstijl, stap, waarvan, regel=line) from error
        except Exception as error:
            culprit, line = _place(error.__traceback__, self.huisstijl.bestanden, name)
            raise self._fault(culprit, line, error) from error

    @cached_property
    def environment(self) -> Environment:
        """The Jinja environment, made at first use."""
        environment = ImmutableSandboxedEnvironment(
            loader=FunctionLoader(self._source),
            undefined=StrictUndefined,
            autoescape=not self._markdown,
            finalize=literal if self._markdown else None,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters.update(FILTERS)
        environment.globals["bestand"] = self._file
        return environment

    def _source(self, name: str) -> tuple[str, str, None] | None:
        """Give Jinja a template, with its name as file name, by which `_place` finds it."""
        if name not in self.huisstijl.bestanden:
            return None
        return decoded(self.huisstijl, name), name, None

    def _file(self, name: str) -> Markup:
        """Return a text file of the house style as it is, such as a style sheet."""
        if name not in self.huisstijl.bestanden:
            raise TemplateNotFound(name)
        # The file is part of the house style, like the template that asks for it.
        return Markup(decoded(self.huisstijl, name))  # noqa: S704

    def _missing(self, error: TemplateNotFound, name: str) -> ConvenantwerkError:
        """Return the error that a file is not there, at the line that asks for it."""
        asked = str(error.name or name)
        if asked == name:
            return missing(self.huisstijl, name)
        culprit, line = _place(error.__traceback__, self.huisstijl.bestanden, name)
        path = self.huisstijl.paden.get(culprit, culprit)
        reden = f"'{asked[:_GETOOND]}' staat niet in templates/"
        return ConvenantwerkError("CV020", pad=path, regel=line, reden=reden)

    def _fault(self, name: str, line: int, error: Exception) -> ConvenantwerkError:
        path = self.huisstijl.paden.get(name, name)
        return ConvenantwerkError("CV021", pad=path, regel=line, reden=reason(error))


def missing(huisstijl: Huisstijl, name: str) -> ConvenantwerkError:
    """Return the error for a template that the house style does not have."""
    path = huisstijl.paden.get(name, f"templates/{name}")
    return ConvenantwerkError("CV020", pad=path, reden="dit bestand ontbreekt")


def decoded(huisstijl: Huisstijl, name: str) -> str:
    """Return a file of the house style as text.

    Raises:
        ConvenantwerkError: CV020 when it is missing, CV021 when it is not UTF-8.
    """
    try:
        data = huisstijl.bestanden[name]
    except KeyError:
        raise missing(huisstijl, name) from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        path = huisstijl.paden.get(name, name)
        raise ConvenantwerkError(
            "CV021", pad=path, regel=line, reden="dit is geen tekst in UTF-8"
        ) from error


def opgesomd(namen: Sequence[str]) -> str:
    """Return names as one runs through them in Dutch: "A, B en C"."""
    *others, last = namen or ("",)
    return f"{', '.join(others)} en {last}" if others else last


def data_uri(picture: Picture) -> str:
    """Return a picture as a data: URI, so that a page needs nothing beside it."""
    known = ((b"\x89PNG", "png"), (b"<svg", "svg+xml"))
    kind = next((kind for begin, kind in known if picture.data.startswith(begin)), "jpeg")
    return f"data:image/{kind};base64,{b64encode(picture.data).decode('ascii')}"


def _kind(block: object) -> str:
    return type(block).__name__


def _digest(text: str) -> str:
    """Return the sha256 of a text in base64: by it a page names the only script it may run."""
    return b64encode(sha256(text.encode()).digest()).decode("ascii")


def _lines(text: str, *, papier: bool = False) -> Markup:
    """Return text with its line breaks as <br>, and what stays on one line in <span class="vast">.

    The space before a break stays in the text of a PDF, so that two words never grow together.

    Args:
        text: of one appearance.
        papier: it is for WeasyPrint 70, which sometimes ends a line far too early when a space and
            a <span> come together; so a space gets one of its own.
    """
    return Markup(" <br>").join(_line(line, papier=papier) for line in met_getal(text).split("\n"))


def _line(text: str, *, papier: bool) -> Markup:
    made = Markup()
    for piece, hoe in gebroken(text):
        if hoe:
            made += _STUK.format(hoe, piece)
        elif papier and piece.endswith(" "):
            made += escape(piece.rstrip(" ")) + Markup("<span> </span>")
        else:
            made += escape(piece)
    return made


_STUK = Markup('<span class="{}">{}</span>')


def _place(trace: TracebackType | None, known: Mapping[str, V], default: str) -> tuple[str, int]:
    """Return the template and line where a fault arose; Jinja writes those in the traceback."""
    name, line = default, 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in known:
            name, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return name, line


def reason(error: Exception) -> str:
    """Return in plain Dutch what is wrong with a template."""
    message = str(error)
    if isinstance(error, RecursionError):
        return "een macro of een stuk gebruikt steeds zichzelf, of iets is te diep genest"
    for pattern, reason in REASONS:
        if match := re.search(pattern, message):
            return reason.format(**match.groupdict())
    return "deze opdracht is hier niet uit te voeren"


# What a template of blocks can ask; the page in the browser asks it too.
FILTERS: Mapping[str, Callable[..., object]] = {
    "soort": _kind,
    "tekst": text_of,
    "data_uri": data_uri,
    "regels": _lines,
    "kolommen": kolommen,
    "smal": smal,
    "stukken": pieces,
    "stroken": stretches,
    "gewijzigd": words_changed,
    "huidig": current,
    "sha256": _digest,
    "eerste_groot": eerste_groot,
    "met_lidwoord": met_lidwoord,
    "voluit": voluit,
    "weekdag": weekdag,
    "opgesomd": opgesomd,
}
