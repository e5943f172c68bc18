"""Tries `reader serve` in a real headless Chromium: opens the page, presses keys, looks at what comes back.

Usage: python bench/browser.py [FOLDER] [-o PICTURE.png] [--chromium PATH]. Needs the extra `serve` and a Chromium,
which it drives by the DevTools protocol. Prints what was tried and ends with 1 where something failed.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ESCAPES = re.compile(r"\x1b(?:\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|\[[0-?]*[ -/]*[@-~]|.)", re.DOTALL)
PATIENCE = 15.0


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("localhost", 0))
        return int(one.getsockname()[1])


class Page:
    """A page of a browser, and what its terminal was sent."""

    def __init__(self, link: Any) -> None:
        self._link, self._number = link, 0
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self.sent = ""
        """All text that came through the page's web socket."""
        self.requests: dict[str, str] = {}
        """What was fetched; what the page's policy stopped is not among it."""
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for message in self._link:
            found = json.loads(message.data)
            if "id" in found:
                self._answers.pop(found["id"]).set_result(found.get("result"))
            elif found.get("method") == "Network.webSocketFrameReceived":
                frame = found["params"]["response"]
                if frame["opcode"] == 2:  # what the terminal is sent; text frames are about the connection
                    self.sent += base64.b64decode(frame["payloadData"]).decode("utf-8", "ignore")
            elif found.get("method") == "Network.requestWillBeSent":
                self.requests[found["params"]["requestId"]] = found["params"]["request"]["url"]
            elif found.get("method") == "Network.loadingFailed" and found["params"].get("blockedReason") == "csp":
                self.requests.pop(found["params"]["requestId"], None)

    async def ask(self, method: str, **parameters: Any) -> Any:
        """Send a command and wait for its answer."""
        self._number += 1
        self._answers[self._number] = asyncio.get_running_loop().create_future()
        answer = self._answers[self._number]
        await self._link.send_json({"id": self._number, "method": method, "params": parameters})
        return await asyncio.wait_for(answer, PATIENCE)

    async def press(self, key: str) -> None:
        """Press one key, a character or Enter or Escape."""
        codes = {"Enter": 13, "Escape": 27}
        common = {"key": key, "windowsVirtualKeyCode": codes.get(key, ord(key[0].upper()))}
        text = {"text": "\r" if key == "Enter" else key} if key not in ("Escape",) else {}
        await self.ask("Input.dispatchKeyEvent", type="keyDown", **common, **text)
        await self.ask("Input.dispatchKeyEvent", type="keyUp", **common)
        await asyncio.sleep(0.4)

    async def until(self, words: str) -> None:
        """Wait until words were drawn. Raises TimeoutError."""
        wanted = words.replace(" ", "")
        async with asyncio.timeout(PATIENCE):
            while wanted not in re.sub(r"\s+", "", ESCAPES.sub("", self.sent)):
                await asyncio.sleep(0.1)


async def tried(folder: str, picture: str, chromium: str) -> list[tuple[str, bool]]:
    """(what was tried, whether it went well)."""
    import aiohttp

    found: list[tuple[str, bool]] = []
    port, debug = free_port(), free_port()
    with tempfile.TemporaryDirectory() as home:
        copy = Path(home) / "articles"
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(".reader"))
        env = os.environ | {"PYTHONPATH": str(ROOT), "HOME": home}
        env |= {f"XDG_{name}_HOME": f"{home}/{name}" for name in ("DATA", "CACHE", "CONFIG", "STATE")}
        serving = subprocess.Popen(
            [sys.executable, "-m", "reader", "serve", "--port", str(port), str(copy)], stdout=subprocess.PIPE, env=env
        )
        assert serving.stdout
        line = serving.stdout.readline().decode()
        url = re.search(r"http://\S+", line)
        assert url, line
        flags = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--window-size=1280,860",
            f"--user-data-dir={home}/b",
        ]
        browser = subprocess.Popen(
            [chromium, *flags, f"--remote-debugging-port={debug}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            async with aiohttp.ClientSession() as session:
                found += await _refusals(session, port, url.group())
                async with session.ws_connect(await _socket(session, debug), max_msg_size=0) as link:
                    page = Page(link)
                    found += await _drive(page, url.group(), picture)
        finally:
            for process in (browser, serving):
                process.terminate()
                process.wait(10)
    return found


async def _socket(session: Any, debug: int) -> str:
    """The DevTools address of the browser's first page, once it listens."""
    for _ in range(200):
        try:
            async with session.get(f"http://localhost:{debug}/json") as answer:
                pages = [page for page in await answer.json() if page["type"] == "page"]
                if pages:
                    return str(pages[0]["webSocketDebuggerUrl"])
        except OSError:
            pass
        await asyncio.sleep(0.1)
    raise SystemExit("Chromium does not answer")


async def _refusals(session: Any, port: int, url: str) -> list[tuple[str, bool]]:
    """What must not get in."""
    found = []
    for _ in range(100):  # the address is printed just before the port is open
        with socket.socket() as one:
            if one.connect_ex(("localhost", port)) == 0:
                break
        await asyncio.sleep(0.1)
    home = f"http://localhost:{port}/"
    tries: list[tuple[str, str, dict[str, str]]] = [
        ("without the key", home, {}),
        ("with another key", f"{home}?key=x", {}),
        ("from another origin", url, {"Origin": "http://evil.example"}),
        ("under another host", url, {"Host": "evil.example"}),
        ("the web socket without the key", f"{home}ws", {}),
    ]
    for what, where, headers in tries:
        async with session.get(where, headers=headers, allow_redirects=False) as answer:
            found.append((f"{what}: refused", answer.status == 403))
    return found


async def _drive(page: Page, url: str, picture: str) -> list[tuple[str, bool]]:
    """Open the page and use it."""
    found: list[tuple[str, bool]] = []
    for domain in ("Network", "Page", "Runtime"):
        await page.ask(f"{domain}.enable")
    await page.ask("Page.navigate", url=url)

    async def step(what: str, words: str, *keys: str, also: Callable[[], bool] = lambda: True) -> None:
        page.sent = "" if keys else page.sent
        for key in keys:
            await page.press(key)
        try:
            await page.until(words)
            found.append((what, also()))
        except TimeoutError:
            found.append((what, False))

    await step("the app is drawn", "Sources")
    await asyncio.sleep(2)
    await page.ask("Emulation.setFocusEmulationEnabled", enabled=True)
    for kind in ("mousePressed", "mouseReleased"):
        await page.ask("Input.dispatchMouseEvent", type=kind, x=600, y=200, button="left", clickCount=1)
    await step("3 and s follow a speaker", "Following", "3", "s")
    await step("= compares", "reported by", "=")
    await step("escape goes back", "Quotes", "Escape")
    await step("? shows help", "Moving", "?")
    await page.press("Escape")
    await step("a tag is typed", "Tagged #web", "t", "w", "e", "b", "Enter")
    await step("| is switched off", "switched off by --safe", "|")
    shot = await page.ask("Page.captureScreenshot", format="png")
    if picture:
        Path(picture).write_bytes(base64.b64decode(shot["data"]))
    away = [r for r in page.requests.values() if "//localhost:" not in r and not r.startswith(("data:", "about:"))]
    found.append(("nothing is fetched from elsewhere" + "".join(f" {url}" for url in away), not away))
    return found


def main() -> int:
    """Try it and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default=str(ROOT / "seeds"))
    parser.add_argument("-o", "--output", default="")
    parser.add_argument("--chromium", default=shutil.which("chromium") or shutil.which("google-chrome") or "chromium")
    args = parser.parse_args()
    found = asyncio.run(tried(args.folder, args.output, args.chromium))
    for what, good in found:
        print(f"{'good  ' if good else 'FAILED'} {what}")
    return 0 if all(good for _, good in found) else 1


if __name__ == "__main__":
    sys.exit(main())
