"""Taking things out of the app: copying, exporting, opening the original, handing to a command; the mouse."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from reader.library.library import Library
from reader.model.analysis import Analysis
from reader.model.articles import Fact
from reader.tui.opener import opened
from tui.build import small
from tui.conftest import Opener, Reader
from tui.test_clipboard import program

URL = "https://post.example/free-ferry"


@pytest.fixture
def clipboard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that stands for the system's clipboard."""
    folder = program(tmp_path / "bin", "wl-copy")
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.delenv("TMUX", raising=False)
    return folder / "clipboard"


def with_address(url: str) -> Library:
    """The small library, its first article with an address."""
    library = small()

    def addressed(analysis: Analysis) -> Analysis:
        facts = replace(analysis.article.metadata, url=Fact(url, "test"))
        return replace(analysis, article=replace(analysis.article, metadata=facts))

    items = [(k, addressed(a) if k == "bridge" else a) for k, a in library.items()]
    return Library(items, library.speakers, library.statements, library.problems)


async def copied(r: Reader, clipboard: Path, *keys: str) -> str:
    await r.press(*keys)
    await r.until(lambda: "copied by wl-copy" in r.text)
    return clipboard.read_text()


async def test_y_copies_the_quote_with_its_citation(reader: Opener, clipboard: Path) -> None:
    async with reader(with_address(URL)) as r:
        text = await copied(r, clipboard, "3", "y")
        assert text.startswith("“We cannot patch this bridge for ever.” — Lena Hartwig, in ")
        for part in ("Old bridge shut for a year", "Courier", "May 12, 2024", URL):
            assert part in text


async def test_y_works_in_the_views_too(reader: Opener, clipboard: Path) -> None:
    async with reader() as r:
        await r.press("3", "=")
        await r.until(lambda: "reported by 2 of 3 outlets" in r.text)
        assert "We cannot patch this bridge" in await copied(r, clipboard, "y")


async def test_without_a_quote_it_says_what_to_do(reader: Opener) -> None:
    async with reader() as r:
        await r.press("C")
        await r.until(lambda: "Comparisons" in r.text)
        await r.leave()
        await r.press("1", "G", "y")
        assert "no quote here to copy" in r.text


async def test_capital_y_copies_the_paragraph_or_the_article(reader: Opener, clipboard: Path) -> None:
    async with reader() as r:
        text = await copied(r, clipboard, "3", "enter", "Y")
        assert text.startswith("The old bridge will be shut, Mayor Lena Hartwig told reporters.")
        assert text.endswith("It was built in 1911.")
        await r.pilot.pause()
        await r.press("1", "Y")
        await r.until(lambda: "A YEAR OF WORKS" in clipboard.read_text())
        assert "Share this article" not in clipboard.read_text()


async def test_dragging_selects_clean_text_and_copies_it(reader: Opener, clipboard: Path) -> None:
    async with reader() as r:
        rows = [i for i, line in enumerate(r.lines) if "The old bridge will be shut" in line]
        x = r.lines[rows[0]].index("The old bridge")
        await r.pilot.mouse_down(offset=(x, rows[0]))
        await r.pilot.hover(offset=(x + 8, rows[0] + 2))
        await r.pilot.mouse_up(offset=(x + 8, rows[0] + 2))
        await r.until(lambda: "What is selected" in r.text and "wl-copy" in r.text)
        text = clipboard.read_text()
        assert text.startswith("The old bridge will be shut, Mayor Lena Hartwig told")
        assert "│" not in text
        assert "\n" not in text
        assert "  " not in text
        assert r.room.article.selected is not None
        assert "escape" not in r.text
        await r.press("escape")
        assert r.room.article.selected is None


async def test_clicking_a_quote_in_the_text_opens_it(reader: Opener) -> None:
    async with reader(size=(80, 24)) as r:
        row = next(i for i, line in enumerate(r.lines) if "We cannot patch" in line)
        await r.pilot.click(offset=(r.lines[row].index("cannot"), row))
        await r.pilot.pause()
        assert r.room.state.pane == "quotes"
        assert r.room.quotes.quote == 0
        assert "Quotes" in r.text


async def test_x_exports_what_is_shown(reader: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with reader() as r:
        await r.press("x", "enter", "enter", "enter")
        path = tmp_path / "old-bridge-shut-for-a-year.md"
        await r.until(lambda: "Written:" in r.text)
        assert "(1 article, 2 quotes)" in r.room.toast.text
        assert path.read_text(encoding="utf-8").startswith("# Old bridge shut for a year")
        await r.press("x", "enter", "enter", "enter")
        assert "is there already" in r.text
        path.write_text("mine")
        await r.press("escape")
        assert path.read_text() == "mine"
        await r.press("x", "enter", "enter", "enter", "y")
        await r.until(lambda: path.read_text(encoding="utf-8") != "mine")


async def test_x_exports_the_filtered_list_and_a_view(
    reader: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reader() as r:
        await r.press("f", "T", "enter", "x")
        assert "What is listed: #follow-up" in r.text
        await r.press("enter")
        await r.type("csv")
        await r.press("enter", "enter")
        await r.until((tmp_path / "follow-up.csv").exists)
        assert "a disaster for the old town" in (tmp_path / "follow-up.csv").read_text(encoding="utf-8")
        await r.press("escape", "C")
        await r.until(lambda: "for ever" in r.text)
        await r.press("x", "enter")
        await r.type("json")
        await r.press("enter", "enter")
        await r.until((tmp_path / "comparisons.json").exists)


async def test_x_says_what_is_wrong_with_a_name(reader: Opener) -> None:
    async with reader() as r:
        await r.press("x", "enter", "enter", "ctrl+u")
        await r.type("/nowhere/at-all.md")
        assert "There is no folder /nowhere" in r.text


async def test_o_shows_the_address_whole_and_opens_it_as_one_argument(
    reader: Opener, tmp_path: Path, clipboard: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(clipboard.parent, "xdg-open")
    async with reader(with_address(URL + "?a=1&b=$(id)".replace("$(id)", "2"))) as r:
        await r.press("o")
        assert f"{URL}?a=1&b=2" in r.text
        assert "post.example" in r.text
        await r.press("enter")
        await r.until(lambda: "Opened post.example" in r.text)
        assert (clipboard.parent / "arguments").read_text() == f"{URL}?a=1&b=2\n"


async def test_o_offers_to_copy_where_there_is_no_display(
    reader: Opener, clipboard: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(clipboard.parent, "pbcopy")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    async with reader(with_address(URL)) as r:
        await r.press("o")
        assert "no display" in r.text
        await r.press("enter")
        await r.until(lambda: "copied by pbcopy" in r.text)
        assert clipboard.read_text() == URL


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://user@post.example/"])
async def test_o_refuses_what_is_no_plain_address(reader: Opener, url: str) -> None:
    async with reader(with_address(url)) as r:
        await r.press("o")
        assert "is not opened" in r.text
        assert not r.room.overlays


async def test_o_says_so_where_no_address_is_known(reader: Opener) -> None:
    async with reader() as r:
        await r.press("o")
        assert "does not name its address" in r.text


async def test_pipe_shows_what_a_command_answers(reader: Opener) -> None:
    async with reader() as r:
        await r.press("|")
        await r.type("tr a-z A-Z")
        assert "The article goes in" in r.text
        await r.press("enter")
        await r.until(lambda: "exit code 0" in r.text)
        assert "OLD BRIDGE SHUT FOR A YEAR" in r.text
        await r.leave()
        await r.press("3", "|")
        assert "tr a-z A-Z" in r.text
        assert "The quote goes in" in r.text


async def test_no_shell_reads_the_command_and_no_escape_gets_out(reader: Opener, tmp_path: Path) -> None:
    async with reader() as r:
        await r.press("|")
        await r.type(f"printf 'a\\033]0;b\\007%s' $(touch {tmp_path}/made)")
        await r.press("enter")
        await r.until(lambda: "exit code 0" in r.text)
        assert "a␛]0;b␇$(touch" in r.text
        assert not (tmp_path / "made").exists()


async def test_a_failing_and_a_slow_command(reader: Opener) -> None:
    async with reader() as r:
        await r.press("|")
        await r.type("false")
        await r.press("enter")
        await r.until(lambda: "exit code 1" in r.text)
        await r.leave()
        await r.press("|", "ctrl+u")
        await r.type("sleep 600")
        await r.press("enter")
        await r.until(lambda: "running: sleep 600" in r.text)
        await r.press("escape")
        await r.until(lambda: "stopped by you" in r.text)


def _started(*_: object) -> str:
    raise AssertionError("a command was started")


async def test_safe_starts_nothing(reader: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reader(with_address(URL)) as r:
        r.room.state = r.room.state._replace(safe=True)
        await r.press("|")
        assert "switched off by --safe" in r.text
        await r.press("o")
        assert URL in r.text
        assert "Opening is switched off" in r.text
        with monkeypatch.context() as patch:
            patch.setattr("reader.tui.clipboard.by_command", _started)
            await r.press("enter")
            await r.until(lambda: "The address copied" in r.text)


def test_a_browser_that_stays_open_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.tui.opener.SLOW", 0.2)
    browser = tmp_path / "browser"
    browser.write_text('#!/bin/sh\nsleep 0.6\necho "$#" "$1" > "$0.told"\n', encoding="utf-8")
    browser.chmod(0o755)
    assert opened((str(browser),), "https://example.org/?a=$(id)&b=c d") == 0
    end = time.monotonic() + 20
    while not (tmp_path / "browser.told").exists() and time.monotonic() < end:
        time.sleep(0.05)
    time.sleep(0.05)
    assert (tmp_path / "browser.told").read_text() == "1 https://example.org/?a=$(id)&b=c d\n"
