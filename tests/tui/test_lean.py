"""Textual is imported without what the app has no use for, and nobody is worse off for it."""

import subprocess
import sys


def _python(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_the_palette_and_tls_are_left_out_and_can_be_had_afterwards() -> None:
    code = """
import sys
from reader.tui.lean import import_textual
import_textual()
print("textual.app" in sys.modules, "textual.command" in sys.modules, "ssl" in sys.modules)
import ssl, textual.command
print(ssl.SSLContext.__name__, textual.command.CommandPalette.__mro__[1].__name__)
"""
    assert _python(code) == ["True", "False", "False", "SSLContext", "SystemModalScreen"]


def test_a_textual_that_asks_more_of_them_gets_all() -> None:
    code = """
import sys
from types import ModuleType
from reader.tui import lean
lean._stand_in = lambda: ModuleType("textual.command")
lean.import_textual()
from textual.app import App, CommandPalette
print(CommandPalette.__module__, App.__module__, sys.modules["asyncio"].sslproto.ssl.__name__)
"""
    assert _python(code) == ["textual.command", "textual.app", "ssl"]


def test_what_was_imported_before_is_left_alone() -> None:
    code = """
import ssl, textual.command
from reader.tui.lean import import_textual
import_textual()
import sys
print(sys.modules["ssl"] is ssl, sys.modules["textual.command"] is textual.command)
"""
    assert _python(code) == ["True", "True"]
