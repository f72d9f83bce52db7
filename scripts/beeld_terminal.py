"""Shows as a PDF what a user sees of a command in a terminal: what was typed, asked and answered.

Usage: beeld_terminal.py UIT.pdf MAP REGELS ANTWOORD… -- OPDRACHT WOORD…
The command runs in MAP in a terminal of 80 columns; each answer is typed when a question is put,
and of what is shown no more than REGELS lines are drawn.
"""

from __future__ import annotations

import html
import os
import pty
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from weasyprint import HTML

from convenantwerk.basis.opdrachtregel import geciteerd

BREED = 80
# Letters of the terminal, in points, and the room that a line and the frame take.
LETTER, REGEL, RAND = 9, 13, 12
STIJL = f"""
@page {{ size: {{breed}}pt {{hoog}}pt; margin: 0; background: #1e2227 }}
body {{ margin: 0 }}
pre {{ margin: {RAND}pt; color: #e6e6e6; white-space: pre-wrap;
       font: {LETTER}pt/{REGEL}pt 'DejaVu Sans Mono', monospace }}
b {{ color: #7fd1ff; font-weight: normal }}
"""


def sessie(folder: Path, woorden: list[str], antwoorden: list[str]) -> str:
    """Return what a terminal shows while a command runs and its questions are answered."""
    terminal, venster = pty.openpty()
    omgeving = {**os.environ, "COLUMNS": str(BREED), "NO_COLOR": "1"}
    with subprocess.Popen(
        woorden, cwd=folder, env=omgeving, stdin=venster, stdout=venster, stderr=venster
    ):
        os.close(venster)
        shown = b""
        todo = list(antwoorden)
        with suppress(OSError):  # so a terminal tells that the program has ended
            while chunk := os.read(terminal, 4096):
                shown += chunk
                if todo and shown.endswith(b": "):
                    os.write(terminal, f"{todo.pop(0)}\n".encode())
    os.close(terminal)
    return shown.decode().replace("\r\n", "\n").rstrip()


def als_pdf(regels: list[str], pad: Path) -> None:
    """Write lines as a page of just their size; the first is what was typed."""
    eerste, *rest = map(html.escape, regels)
    body = "\n".join((f"<b>{eerste}</b>", *rest))
    breed = round(BREED * LETTER * 0.61) + 2 * RAND
    hoog = sum(1 + max(0, len(regel) - 1) // BREED for regel in regels) * REGEL + 2 * RAND
    stijl = STIJL.replace("{breed}", str(breed)).replace("{hoog}", str(hoog))
    HTML(string=f"<style>{stijl}</style><pre>{body}</pre>").write_pdf(pad)


def main() -> None:
    """Run the command that was named, and draw what was shown."""
    pad, folder, aantal, *rest = sys.argv[1:]
    streep = rest.index("--")
    woorden = rest[streep + 1 :]
    programma = str(Path(sys.executable).with_name(woorden[0]))
    said = sessie(Path(folder), [programma, *woorden[1:]], rest[:streep])
    typed = " ".join(("$", *(w if w.startswith("--") else geciteerd(w) for w in woorden)))
    als_pdf([typed, *said.split("\n")][: int(aantal) + 1], Path(pad))


if __name__ == "__main__":
    main()
