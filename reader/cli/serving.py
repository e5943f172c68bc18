"""`reader serve`: the app in a browser of this machine, through textual-serve."""

from __future__ import annotations

import argparse
import asyncio
import os
import secrets
import shlex
import socket
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Protocol

from reader.cli.exits import GOOD, USAGE
from reader.cli.streams import REFUSED

if TYPE_CHECKING:
    from aiohttp import web

HOST = "localhost"
COOKIE = "reader-key"


class Serving(Protocol):
    """What serves."""

    def serve(self) -> None:
        """Until it is interrupted. Raises OSError where the port cannot be had."""
        ...


def serve(args: argparse.Namespace) -> int:
    """Serve the app on this machine alone until it is interrupted; the exit code."""
    try:
        server = _server(args)
    except ImportError as error:
        print(f"reader: {error.name} is missing; pip install 'quote-reader[serve]' brings it", file=sys.stderr)
        return USAGE
    for name in ("TMUX", "STY", "COLORFGBG"):
        os.environ.pop(name, None)
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}  # what the page's terminal is
    try:
        with socket.create_server((HOST, args.port)):
            pass  # before the address is printed
        server.serve()
    except OSError as error:
        if error.errno in REFUSED:  # the address could not be printed
            raise
        print(f"reader: port {args.port}: {(error.strerror or 'cannot be used').lower()}; --port takes another",
              file=sys.stderr)  # fmt: skip
        return USAGE
    return GOOD


def command(paths: list[str]) -> str:
    """The shell's line that starts the app; it may start nothing else, since what drives it is a web page."""
    return shlex.join([sys.executable, "-m", "reader", "--safe", "--", *map(os.path.abspath, paths)])


def _server(args: argparse.Namespace) -> Serving:
    asyncio.set_event_loop(asyncio.new_event_loop())
    return made(command(args.paths), args.port)


def made(line: str, port: int, key: str | None = None) -> Serving:
    """A server for one command on one port. Raises ImportError without textual-serve."""
    from textual_serve.server import Server

    secret = key or secrets.token_urlsafe(24)

    class Guarded(Server):
        """Answers only pages that it sent itself to somebody who knows the key."""

        def initialize_logging(self) -> None:
            """Say nothing of each request."""

        async def on_startup(self, app: web.Application) -> None:
            """Say where it is."""
            print(f"reader: open http://{HOST}:{port}/?key={secret}  (ctrl+c ends it)", flush=True)

        async def _make_app(self) -> web.Application:
            app: web.Application = await super()._make_app()
            app.middlewares.append(_middleware(port, secret))
            return app

    return Guarded(line, host=HOST, port=port, title="reader")


def _middleware(port: int, key: str) -> Callable[..., Awaitable[web.StreamResponse]]:
    """Refuses other hosts (DNS rebinding), pages of other origins, and whoever lacks the key; nothing is loaded
    from elsewhere, the fonts that textual-serve's page names among it."""
    from aiohttp import web

    hosts = {f"{name}:{port}" for name in (HOST, "127.0.0.1", "[::1]")}
    policy = (
        "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        f"img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws://{HOST}:{port}; frame-ancestors 'none'"
    )

    @web.middleware
    async def guard(
        request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if request.host not in hosts or (origin is not None and origin.removeprefix("http://") not in hosts):
            raise web.HTTPForbidden(text="This page is for this machine alone.")
        if not secrets.compare_digest(request.cookies.get(COOKIE, "").encode(), key.encode()):
            if request.path != "/" or not secrets.compare_digest(request.query.get("key", "").encode(), key.encode()):
                raise web.HTTPForbidden(text="Open the address that `reader serve` printed; it ends with a key.")
            answer: web.StreamResponse = web.Response(status=303, headers={"Location": "/"})
            assert isinstance(answer, web.Response)
            answer.set_cookie(COOKIE, key, httponly=True, samesite="Strict")
            return answer
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = policy
            response.headers["Referrer-Policy"] = "no-referrer"
        return response

    return guard
