"""The app in a browser: for this machine alone, and only for whoever has the key."""

from __future__ import annotations

import shlex
import socket
import sys
from pathlib import Path

import pytest

from reader.cli.main import main
from reader.cli.serving import command, made


def test_the_app_starts_nothing_else_and_no_path_is_taken_for_shell_or_option() -> None:
    words = shlex.split(command(["-rf; $(id)", "a b"]))
    assert words[:5] == [sys.executable, "-m", "reader", "--safe", "--"]
    assert [Path(word).name for word in words[5:]] == ["-rf; $(id)", "a b"]
    assert all(Path(word).is_absolute() for word in words[5:])


def test_without_the_extra_one_sentence_names_it(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    assert main(["serve", str(folder)]) == 2
    assert "pip install 'quote-reader[serve]'" in capsys.readouterr().err


def test_a_port_that_is_taken_and_a_path_that_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("textual_serve")
    with socket.create_server(("localhost", 0)) as taken:
        assert main(["serve", "--port", str(taken.getsockname()[1]), str(folder)]) == 2
    assert "--port takes another" in capsys.readouterr().err
    assert main(["serve", str(folder / "none")]) == 2
    assert main(["serve", "--port", "0", str(folder)]) == 2


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/", {}, 403),
        ("/?key=wrong", {}, 403),
        ("/?key=k", {}, 303),
        ("/?key=k", {"Origin": "http://evil.example"}, 403),
        ("/?key=k", {"Host": "evil.example:8000"}, 403),
        ("/ws", {}, 403),
        ("/static/js/textual.js", {}, 403),
        ("/", {"Cookie": "reader-key=k"}, 200),
    ],
)
async def test_who_gets_in(path: str, headers: dict[str, str], status: int) -> None:
    pytest.importorskip("textual_serve")
    from aiohttp.test_utils import TestClient, TestServer

    app = await made("true", 8000, "k")._make_app()  # type: ignore[attr-defined]
    async with TestClient(TestServer(app)) as client:
        answer = await client.get(path, headers={"Host": "localhost:8000"} | headers, allow_redirects=False)
        assert answer.status == status
        if status == 200:
            assert "googleapis" not in answer.headers["Content-Security-Policy"]
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        if status == 303:
            assert "HttpOnly" in answer.headers["Set-Cookie"]
            assert "SameSite=Strict" in answer.headers["Set-Cookie"]
