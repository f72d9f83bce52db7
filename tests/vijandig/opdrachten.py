"""The commands that hostile dossiers go through, by the name under which a case asks for them."""

from __future__ import annotations

OP = "2026-11-24"
ALLE_FORMATEN = "pdf,docx,html,md"
_UIT = "../uit"

OPDRACHTEN: dict[str, tuple[str, ...]] = {
    "controleer": ("controleer",),
    "spelling": ("controleer", "--spelling", "--stijl"),
    "bouw": ("bouw", "--formaat", ALLE_FORMATEN, "--uit", f"{_UIT}/bouw"),
    "bouw-pdf": ("bouw", "--formaat", "pdf", "--uit", f"{_UIT}/pdf", "convenant"),
    "bouw-docx": ("bouw", "--formaat", "docx", "--uit", f"{_UIT}/docx", "ondertekening"),
    "bouw-md": ("bouw", "--formaat", "md,html", "--uit", f"{_UIT}/md"),
    "build": ("bouw", "--formaat", "md,html"),
    "build-docx": ("bouw", "--formaat", "docx", "ondertekening"),
    "renvooi": ("renvooi", "git:HEAD", "werk", "--formaat", "md", "--uit", f"{_UIT}/renvooi"),
    "versie": ("renvooi", "v0", "werk", "--formaat", "md,html", "--uit", f"{_UIT}/versie"),
    "verwerk": ("ondertekening", "verwerk", "terug.pdf", "--ja"),
    "pakket": ("pakket", "politie", "--ja"),
    "pakket-alle": ("pakket", "--alle", "--ja"),
    "vaststellen": ("vaststellen", "v1", "--besluit", "Besluit", "--datum", OP),
}
# What every dossier goes through in the long form.
ALLE = ("controleer", "bouw", "build", "renvooi", "versie", "pakket-alle", "vaststellen")
# What these may change in a dossier, besides build/ and .convenant/: the beginnings of paths.
VERANDERT: dict[str, tuple[str, ...]] = {
    "pakket": ("convenant/registers/gebeurtenissen.yaml", "archief/"),
    "pakket-alle": ("convenant/registers/gebeurtenissen.yaml", "archief/"),
    "verwerk": ("convenant/registers/gebeurtenissen.yaml", "archief/"),
    "vaststellen": ("convenant/registers/gebeurtenissen.yaml", "convenant/versies/"),
}
