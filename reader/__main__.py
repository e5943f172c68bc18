"""`python -m reader`, and the command."""

from __future__ import annotations

import sys


def run() -> int:
    """Run the command line; ^C while the program is still being loaded ends it quietly too."""
    try:
        from reader.cli.main import main

        return main()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(run())
