"""The Word template: docxtpl fills in its fields, and faults in it become Dutch sentences.

The text of a document never passes through Jinja: docxtpl leaves a mark in the template, and the
blocks take the place of that mark. So nothing in a text can be taken for a field.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.papier.bezig import bezig_met
from convenantwerk.papier.formaten.docx import package
from convenantwerk.papier.formaten.docx.elements import W

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element as Element

SJABLOON = "huisstijl.docx"
MARK = "inhoud"  # the target of a processing instruction, which no text can hold
_CODE = re.compile(r"(\{[{%])(.*?)[%}]\}", re.DOTALL)
_NAAM = re.compile(r"\w+")
SNIPPET = 60  # characters of a faulty line that a message shows


def rendered(data: bytes, fields: Mapping[str, object], pad: str) -> dict[str, bytes]:
    """Return the parts of a template with its fields filled in, and the mark for the text.

    Args:
        data: the template as a file.
        fields: what `{{ … }}` can name, beside the text itself.
        pad: the path of the template, for messages.

    Raises:
        ConvenantwerkError: CV020 when it is no Word file, CV021 when its Jinja code has a fault.
    """
    bezig_met("invullen", SJABLOON)
    word = DocxTemplate(BytesIO(data))
    try:
        word.init_docx()
    except (
        *(OpcError, LookupError, ValueError, AttributeError),
        *(etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error),
    ) as error:
        raise no_word_file(pad) from error
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    values = {**fields, MARK: Markup(f"<?{MARK}?>")}  # noqa: S704  # a constant
    result = BytesIO()
    try:
        # docxtpl mends broken XML by leaving out text; better to hear of it.
        etree.fromstring(word.build_xml(values, environment))
        word.render(values, environment)
        word.save(result)
    except TemplateError as error:
        raise _faulty(pad, _reason(error)) from error
    except etree.XMLSyntaxError as error:
        raise _faulty(
            pad, "een {% … %} begint in een alinea of tabel en eindigt erbuiten"
        ) from error
    except RecursionError as error:
        raise _faulty(
            pad, "een macro gebruikt steeds zichzelf, of iets is te diep genest"
        ) from error
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        # Jinja lets what goes wrong inside an expression through as it is.
        raise _faulty(pad, "de code rekent met iets wat er niet is of niet past") from error
    return package.unpacked(result.getvalue())


def only_shown(parts: Mapping[str, bytes], names: Iterable[str]) -> bool:
    """Tell whether a template does no more with fields than to show them.

    Then it can be rendered once for many documents, and the values put in afterwards.

    Args:
        parts: the XML parts of the template.
        names: the fields.
    """
    shown = set(names)
    for name, data in parts.items():
        if not name.endswith(".xml") or b"{" not in data:
            continue
        try:
            text = "".join(etree.fromstring(data).itertext())
        except etree.XMLSyntaxError:
            return False
        for opening, code in _CODE.findall(text):
            used = shown & set(_NAAM.findall(code))
            if used and (opening != "{{" or code.strip() not in used):
                return False
    return True


def put(elements: list[Element], body: Element, pad: str) -> None:
    """Put elements in the place of the mark; the paragraph that held the mark goes.

    Raises:
        ConvenantwerkError: CV020 when there is no mark, or more than one.
    """
    marks = body.xpath(f"//processing-instruction('{MARK}')")
    if len(marks) != 1:
        raise unusable(pad, "{{p inhoud }}, de plaats voor de tekst, moet er één keer in staan")
    place = next(marks[0].iterancestors(f"{{{W}}}p"), marks[0])
    parent = place.getparent()
    start = parent.index(place)
    parent[start : start + 1] = elements


def unusable(pad: str, reden: str) -> ConvenantwerkError:
    """Return the error that a template will not do."""
    return ConvenantwerkError("CV020", pad=pad, reden=reden)


def no_word_file(pad: str) -> ConvenantwerkError:
    """Return the error that a template is something else altogether, or damaged."""
    return unusable(pad, "het is geen Word-document (.docx)")


def _faulty(pad: str, reden: str) -> ConvenantwerkError:
    return ConvenantwerkError("CV021", pad=pad, regel=0, reden=reden)


def _reason(error: TemplateError) -> str:
    """Say in Dutch what a Jinja error means, and where in the template it is."""
    if isinstance(error, SecurityError):
        return "de code wil iets doen wat een sjabloon niet mag"
    if isinstance(error, UndefinedError):
        names = str(error.message).split("'")[1::2]
        return f"het veld '{names[-1] if names else '?'}' bestaat niet"
    reason = "de code is niet goed geschreven"
    if isinstance(error, TemplateSyntaxError):
        # docxtpl hangs the lines around the fault on the error, at most three before it.
        lines = list(getattr(error, "docx_context", ()))
        place = min(error.lineno - 1, 3)
        if place < len(lines):
            return f"{reason}, bij: {lines[place].strip()[:SNIPPET]}"
    return reason
