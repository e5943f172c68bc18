"""The tasks of docs/tasks.md, done in a real terminal with the keys that stand there."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tui.terminal import ROOT, Terminal

SIZES = ((120, 40), (80, 24), (60, 20))
STILL = 0.03
"""Seconds without an answer after which the next key is pressed."""
MOST = 8
"""Keys a task may take besides the person's own words."""
_ROW = re.compile(
    r"^\| (?P<task>[^|]+) \| (?P<keys>(?:`(?:\\\||[^`])+`|“[^”]+”|[^|`])+) \| `(?P<then>(?:\\\||[^`|])+)` \|$", re.M
)
_TOKEN = re.compile(r"`((?:\\\||[^`])+)`|“([^”]+)”")


class Task(NamedTuple):
    """A row of the table."""

    name: str
    keys: tuple[tuple[str, bool], ...]
    """What is pressed, and whether it is the person's own words."""
    then: str
    """A pattern of what the screen says in the end."""


def tasks() -> tuple[list[Task], list[Task]]:
    """The tasks of one sitting, and those that go over its end."""
    page = (ROOT / "docs" / "tasks.md").read_text(encoding="utf-8")
    first, second = page.split("Two tasks go over")
    return list(rows(first)), list(rows(second))


def rows(page: str) -> Iterator[Task]:
    for row in _ROW.finditer(page):
        keys = [(words or key.replace("\\|", "|"), bool(words)) for key, words in _TOKEN.findall(row["keys"])]
        yield Task(row["task"].strip(), tuple(keys), row["then"].replace("\\|", "|"))


def pressed(t: Terminal, task: Task) -> None:
    """Press the keys; the person's words go in at once."""
    for key, _ in task.keys:
        t.press("\x14" if key == "^t" else key, still=STILL)


def home(t: Terminal) -> None:
    """Back to the list of articles, nothing open, nobody followed."""
    for _ in range(8):
        if not re.search(r"\besc\b|q back|→ more", t.text):
            break
        t.escape()
    t.press("1g", still=STILL)


@pytest.fixture
def sitting(tmp_path: Path, seeds: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample articles, and the folder in which the program is started."""
    shutil.copytree(seeds, tmp_path / "seeds", ignore=shutil.ignore_patterns(".reader"))
    monkeypatch.chdir(tmp_path)
    for name in ("EDITOR", "VISUAL", "TMUX", "STY", "DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_the_page_has_tasks_enough_and_none_takes_too_many_keys() -> None:
    here, over = tasks()
    assert len(here) >= 20
    assert len(over) == 2
    for task in (*here, *over):
        assert sum(not own for _, own in task.keys) <= MOST, task.name
        assert ":" not in [key for key, own in task.keys if not own], task.name
        assert task.keys, task.name


def done(t: Terminal, task: Task) -> None:
    """Wait until the screen says that a task is done."""
    try:
        if not t.showed(task.then):
            t.until(task.then)
    except AssertionError as error:
        raise AssertionError(f"{task.name}: {error}") from error


def taken_out(sitting: Path) -> None:
    """What was copied, exported, noted and tagged is where it belongs."""
    copied = Path(os.environ["XDG_STATE_HOME"]) / "reader" / "copied.txt"
    assert re.match("“.+” — .+, in “.+”", copied.read_text(encoding="utf-8"))
    written = {path.name: path.read_text(encoding="utf-8") for path in sitting.glob("*.md")}
    assert any(text.startswith("# Putin-Trump") for text in written.values())
    assert "themoscowtimes.com, March 14, 2025" in written["comparison.md"]
    marks = (sitting / "seeds" / ".reader" / "marks.yaml").read_text(encoding="utf-8")
    for kept in ("ask the ministry", "war/ceasefire", "optimism", "star", "follow-up"):
        assert kept in marks
    assert "Kellogg" not in marks


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_task_is_done_with_its_keys(sitting: Path, size: tuple[int, int]) -> None:
    here, (back, other_key) = tasks()
    with Terminal("-m", "reader", "seeds", size=size) as t:
        t.until("Putin-Trump")
        t.until("1/5")
        for task in here:
            if not task.name.startswith("Take that back"):
                home(t)
            pressed(t, task)
            done(t, task)
        home(t)
        pressed(t, back)
        assert t.ended() == 0
    taken_out(sitting)
    config = Path(os.environ["XDG_CONFIG_HOME"]) / "reader" / "config.yaml"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text("keys:\n  follow: F2\n", encoding="utf-8")
    with Terminal("-m", "reader", "seeds", size=size) as t:
        done(t, back)
        t.press("3", "f2")
        done(t, other_key)
