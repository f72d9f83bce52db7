"""Click in Dutch: its sentences from a catalogue of gettext, whatever the language of the user.

Click asks gettext for each sentence, at the moment that it needs it, and gettext looks at the
environment for the language. LANGUAGE is the variable that it looks at first, also when the others
say that there is no language (C); so it is set for this process.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

_DOMEIN = "click"


def speak_dutch() -> None:
    """Let gettext take its sentences from the catalogue of this package, in Dutch."""
    gettext.bindtextdomain(_DOMEIN, str(Path(__file__).with_name("vertaling")))
    gettext.textdomain(_DOMEIN)
    os.environ["LANGUAGE"] = "nl"
