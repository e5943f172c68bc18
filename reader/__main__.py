"""`python -m reader`, and the installed `reader`: the first frame before anything else is loaded, then the rest."""

from __future__ import annotations

import sys


def run() -> int:
    """Run the command line; ^C while the program is still being loaded ends it quietly too."""
    shown = None
    try:
        from reader.tui.firstframe import show

        shown = show(sys.argv[1:])
        from reader.cli.main import main

        return main(shown=shown)
    except KeyboardInterrupt:
        return 130
    finally:
        if shown:
            shown.leave()


if __name__ == "__main__":
    sys.exit(run())
