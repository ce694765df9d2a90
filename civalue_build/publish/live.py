"""A site served to the person who writes it: every page tells when it has changed."""

import json
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from time import time_ns
from typing import Protocol

import anyio
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

ADDRESS = "127.0.0.1"
ALL = ""
_PING = 15
"""Seconds after which a line without meaning shows whether the reader is still there."""
_HERE = Path(__file__).parent
_KINDS = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
"""What a browser takes under no other name; on Windows any program may have named them anew."""
_PARTS = {"live.js": "text/javascript", "live.css": "text/css"}
_HEAD = '<link rel="stylesheet" href="/_civalue/live.css"></head>'
_FOOT = '<script src="/_civalue/live.js" data-version="{version}"></script></body>'


class Behind(Protocol):
    """What stands behind the served files."""

    def banner(self, path: str) -> str:
        """Return the HTML that stands above the page at a path, if any."""

    def instead(self, path: str) -> str:
        """Return the HTML of a page that is not there, empty where there is nothing to say."""


class Changes:
    """Counts the changes of a site, and wakes who waits for the next.

    `pages` is a pattern: it is found in the paths of the pages that the last change has touched.
    """

    def __init__(self) -> None:
        self.version = time_ns() // 1_000_000  # unlike that of a server before this one
        self.pages = ALL
        self._next = anyio.Event()
        self._over = False

    def end(self) -> None:
        """Let everybody go: the server stops."""
        self._over = True
        self._next.set()

    def note(self, pages: str = ALL) -> None:
        """Tell everybody that pages of the site have changed."""
        self.version += 1
        self.pages = pages
        self._next.set()
        self._next = anyio.Event()

    async def stream(self) -> AsyncIterator[str]:
        """Give the version now, and at each change, as events for a browser."""
        while not self._over:
            waiting = self._next
            told = json.dumps({"version": self.version, "pages": self.pages})
            yield f"data: {told}\n\n"
            while not waiting.is_set():
                with anyio.move_on_after(_PING):
                    await waiting.wait()
                if not waiting.is_set():
                    yield ": still here\n\n"


class _Files(StaticFiles):
    """Files of the site; a page is given what makes it live."""

    def __init__(self, folder: Path, behind: Behind, changes: Changes) -> None:
        super().__init__(directory=folder, html=True, check_dir=False)
        self._folder, self._behind, self._changes = folder, behind, changes

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file, or what is said in its place."""
        try:
            found = await super().get_response(path, scope)
        except HTTPException as error:
            if error.status_code != 404:
                raise
            found = Response(status_code=404)
        if found.status_code == 404:
            instead = self._behind.instead(path) or await self._no_such_page()
            found = HTMLResponse(self._alive(instead, path), status_code=404)
        found.headers["Cache-Control"] = "no-store"
        return found

    async def _no_such_page(self) -> str:
        """Return the site's own page for an address without one: it, too, is to be followed."""
        try:
            return await anyio.Path(self._folder, "404.html").read_text(encoding="utf-8")
        except FileNotFoundError:
            return "<!doctype html><title>No page</title><body>There is no such page.</body>"

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """Return a file as it is, or a page with what makes it live."""
        if not str(full_path).endswith(".html"):
            found = super().file_response(full_path, stat_result, scope, status_code)
            if kind := _KINDS.get(Path(full_path).suffix):
                found.headers["Content-Type"] = kind
            return found
        html = Path(full_path).read_text(encoding="utf-8")
        return HTMLResponse(self._alive(html, scope["path"].lstrip("/")), status_code=status_code)

    def _alive(self, html: str, path: str) -> str:
        foot = self._behind.banner(path) + _FOOT.format(version=self._changes.version)
        head, found, rest = html.partition("</head>")
        html = f"{head}{_HEAD}{rest}" if found else html
        start, found, end = html.rpartition("</body>")
        return f"{start}{foot}{end}" if found else html + foot.removesuffix("</body>")


def live_app(folder: Path, behind: Behind, changes: Changes) -> Starlette:
    """Return the application that serves a folder to this computer alone."""

    async def tell(_: Request) -> StreamingResponse:
        return StreamingResponse(changes.stream(), media_type="text/event-stream")

    return Starlette(
        routes=[
            Route("/_civalue/changes", tell),
            *(Route(f"/_civalue/{name}", _part(name)) for name in _PARTS),
            Mount("/", _Files(folder, behind, changes)),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=[ADDRESS, "localhost"])],
    )


def _part(name: str) -> Callable[[Request], Awaitable[Response]]:
    async def give(_: Request) -> Response:
        content = await anyio.Path(_HERE / name).read_bytes()
        return Response(content, media_type=_PARTS[name])

    return give
