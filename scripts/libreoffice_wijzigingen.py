"""Lets LibreOffice accept and reject all changes in Word files, and compares the words.

`python3 scripts/libreoffice_wijzigingen.py MAP`, with the Python that has LibreOffice's `uno`; it
needs nothing of this package. Beside every MAP/x.docx stands x.json: the words of the `nieuw` and
of the `oud` edition, and for some its `alineas`, as scripts/proef_renvooi.py writes them.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PIPE = "convenantwerk"
COMMANDS = {"nieuw": ".uno:AcceptAllTrackedChanges", "oud": ".uno:RejectAllTrackedChanges"}
START_SECONDS = 60


def connected(uno: Any) -> Any:  # noqa: ANN401  # uno has no types
    """Return the context of a LibreOffice that is starting."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(START_SECONDS * 4):
        try:
            return resolver.resolve(f"uno:pipe,name={PIPE};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001  # it says in many ways that it is not there yet
            time.sleep(0.25)
    raise SystemExit("LibreOffice is niet gestart")


def setting(uno: Any, name: str, value: object) -> Any:  # noqa: ANN401  # uno has no types
    """Return one named value as LibreOffice takes it."""
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def resolve(uno: Any, context: Any, source: Path, command: str, target: Path) -> None:  # noqa: ANN401
    """Open a file, give one command, and save it as a Word file."""
    services = context.ServiceManager
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    helper = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    hidden = (setting(uno, "Hidden", value=True),)
    document = desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, hidden)
    helper.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
    filters = (setting(uno, "FilterName", "MS Word 2007 XML"),)
    document.storeToURL(target.as_uri(), filters)
    document.close(True)  # noqa: FBT003  # uno takes no names


def body(path: Path) -> bytes:
    """Return the body of a Word file."""
    with zipfile.ZipFile(path) as archive:
        return archive.read("word/document.xml")


def words(document: bytes) -> list[str]:
    """Return the words in the body of a Word file, without the signs and pages of fields."""
    return "".join(_texts(ET.fromstring(document))).split()  # noqa: S314  # of LibreOffice


def alineas(document: bytes) -> list[str]:
    """Return the paragraphs in the body of a Word file that say something."""
    root = ET.fromstring(document)  # noqa: S314  # of LibreOffice
    texts = (" ".join("".join(_texts(alinea)).split()) for alinea in root.iter(f"{W}p"))
    return [text for text in texts if text]


def _texts(root: ET.Element) -> Iterator[str]:
    codes: list[str] = []
    for element in root.iter():
        tag = element.tag.removeprefix(W)
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            codes.append("")
        elif kind == "end":
            codes.pop()
        elif tag == "instrText" and codes:
            codes[-1] += element.text or ""
        elif tag in ("p", "tab", "br"):
            yield " "
        elif tag == "r" and element.find(f"{W}footnoteReference") is not None:
            for sign in element.findall(f"{W}t"):
                sign.text = ""
        elif tag == "t" and not any("PAGEREF" in code for code in codes):
            yield element.text or ""


def difference(wanted: list[str], found: list[str]) -> str:
    """Return the first words, or paragraphs, that differ; "" when none do."""
    if wanted == found:
        return ""
    pairs = enumerate(zip(wanted, found, strict=False))
    place = next((n for n, (one, other) in pairs if one != other), min(len(wanted), len(found)))
    start, end = max(0, place - 4), place + 8
    return f"{' '.join(found[start:end])!r} in plaats van {' '.join(wanted[start:end])!r}"


def main() -> None:
    """Try every file in the folder that is named."""
    import uno  # noqa: PLC0415  # only the Python of LibreOffice has it

    folder, faults, tried = Path(sys.argv[1]).resolve(), [], 0
    with tempfile.TemporaryDirectory() as own:
        office = subprocess.Popen(  # the words are ours
            [
                *("soffice", "--headless", "--norestore", "--nologo"),
                f"-env:UserInstallation={Path(own).as_uri()}",
                f"--accept=pipe,name={PIPE};urp;",
            ]
        )
        try:
            context = connected(uno)
            for source in sorted(folder.glob("*.docx")):
                editions = json.loads(source.with_suffix(".json").read_text(encoding="utf-8"))
                for edition, command in COMMANDS.items():
                    target = Path(own) / f"{source.stem}-{edition}.docx"
                    resolve(uno, context, source, command, target)
                    tried += 1
                    made = body(target)
                    fault = difference(editions[edition], words(made))
                    if not fault and "alineas" in editions:
                        fault = difference(editions["alineas"][edition], alineas(made))
                    if fault:
                        faults.append(f"{source.name}, {edition}: {fault}")
        finally:
            office.terminate()
            office.wait(30)
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{tried} keer in LibreOffice aangenomen of geweigerd, {len(faults)} met verschil")
    if faults or not tried:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
