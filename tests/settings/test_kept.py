"""What keys changed is there the next time, until the config says something else."""

from __future__ import annotations

import pytest

from reader.settings.config import Settings
from reader.settings.folders import state_folder
from reader.settings.kept import load_kept, save_kept

NOW = Settings(theme="velvet", width=84, sources_width=30, quotes_width=40, hide=("quotes",))


def test_the_first_time_nothing_is_kept() -> None:
    assert load_kept(Settings()) == (Settings(), True)


def test_what_was_changed_comes_back() -> None:
    save_kept(Settings(), NOW)
    assert load_kept(Settings()) == (NOW, False)


def test_what_the_config_says_anew_holds() -> None:
    save_kept(Settings(), NOW)
    assert load_kept(Settings(width=60, theme="sepia")).settings == NOW._replace(width=60, theme="sepia")


@pytest.mark.parametrize(
    "text", ["width: 9999 over 76\n", "width: x over 76\n", "theme: gone over auto\n", "\x00\n", "hide: a,b over \n"]
)
def test_what_cannot_be_used_is_passed_over(text: str) -> None:
    save_kept(Settings(), NOW)
    (state_folder() / "screen").write_text(text, encoding="utf-8")
    assert load_kept(Settings()).settings == Settings()
