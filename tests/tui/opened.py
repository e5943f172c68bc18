"""`python -m tui.opened FOLDER`: the app over the small library, as a program of its own."""

from __future__ import annotations

import sys

from reader.settings.builtin import DARK
from reader.tui.app import farewell
from reader.tui.application import ReaderApp
from tui.build import small, steps_of

if __name__ == "__main__":
    app = ReaderApp(sys.argv[1:], DARK, steps_of(small()))
    app.run()
    sys.exit(farewell(app))
