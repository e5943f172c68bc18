"""`python -m tui.poisoned guarded|bare FOLDER`: the app over a poisoned library, with the guard or without it."""

from __future__ import annotations

import sys

POISON = (
    "\x1b]0;RSXOSC\x07\x1bPRSXDCS\x1b\\\x1b_RSXAPC\x1b\\\x1b[7777m\x9b31m\x85\u202egnirts\u2066"
    "[@click=app.quit]x[/nope]"
)

if __name__ == "__main__":
    if sys.argv[1] == "bare":
        from reader.text import guard

        guard.visible = guard.visible_line = guard.harmless = lambda text: text  # type: ignore[assignment]
    from reader.model.problems import Problem
    from reader.settings.builtin import DARK
    from reader.tui.app import farewell
    from reader.tui.application import ReaderApp
    from tui.build import Draft, library, steps_of

    drafts = tuple(
        Draft(
            f"bad{n}", f"Title {n} {POISON}", f"Outlet {POISON}", "2024-05-12",
            (("paragraph", f"‹Eve {POISON}|Eve {POISON}|source› said «Eve {POISON}|direct|“{POISON}”» {POISON}"),
             ("dropped", POISON)),
        )
        for n in (1, 2)
    )  # fmt: skip
    app = ReaderApp(sys.argv[2:], DARK, steps_of(library(drafts, (Problem(f"{POISON}.txt", POISON, POISON),))))
    app.run()
    sys.exit(farewell(app))
