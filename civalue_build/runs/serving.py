"""Serve a library while it is written: what changes is built anew, and browsers follow."""

import os
import re
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from traceback import format_exc
from types import FrameType
from urllib.parse import quote

import anyio
import uvicorn
from anyio import from_thread, to_thread
from watchfiles import awatch
from watchfiles._rust_notify import WatchfilesRustInternalError

from civalue_build.errors import CivalueError
from civalue_build.present.live import banner, missing
from civalue_build.publish.live import ADDRESS, ALL, Changes, live_app
from civalue_build.runs.desk import Desk, Shown
from civalue_build.runs.refreshed import Refreshed

WATCHED = ("cases", "framework", "programmes", "mkdocs.yml")
SETTLE, QUIET = 200, 20
"""Milliseconds: changes that follow each other within QUIET, for at most SETTLE, are one."""
FIRST = 250
"""Milliseconds until a look at what was changed before the watch began."""
AGAIN = 0.5
"""Seconds until a watch that broke begins again."""
_NO_CASE = "^/(?!cases/[^/]+/)"
"""The paths of all pages but those of one case."""

_ONE_OWNER: int = getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR)
"""On Windows, SO_REUSEADDR would let two programs have one port."""

Tell = Callable[[Refreshed | str], None]
TakeUp = Callable[[Iterable[Path]], Awaitable[None]]


class Trouble:
    """What stands between the library as it is and the site: empty where there is nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.words = ""

    def banner(self, path: str) -> str:
        """Return what is found of the case whose page this is, and of the library."""
        outcome = self._desk.outcomes.get(_slug(path))
        if outcome and outcome.crash:
            return banner(None, outcome.crash)
        return banner(outcome.judgement if outcome else None, self.words)

    def instead(self, path: str) -> str:
        """Return a page for a case that cannot be published."""
        slug = _slug(path)
        return self._desk.filled(missing(slug)) if slug in self._desk.outcomes else ""


def _slug(path: str) -> str:
    parts = path.split("/")
    return parts[1] if len(parts) > 1 and parts[0] == "cases" else ""


def port_of(port: int) -> socket.socket:
    """Return a socket on this computer; raises CivalueError if another program has the port."""
    found = socket.socket()
    found.setsockopt(socket.SOL_SOCKET, _ONE_OWNER, 1)
    try:
        found.bind((ADDRESS, port))
        found.listen()
    except OSError as error:
        found.close()
        raise CivalueError(
            f"cannot serve at port {port}: {error.strerror}; name another with --port"
        ) from error
    return found


def serve(desk: Desk, door: socket.socket, tell: Tell) -> None:
    """Serve the desk's folder until it is stopped; `tell` hears of every change."""
    try:
        anyio.run(_serve, desk, door, tell)
    except* KeyboardInterrupt:
        pass  # a task may have heard it


def _pages_of(slugs: Iterable[str]) -> str:
    """Return the pattern of the paths of some cases' pages, as a browser writes paths."""
    names = (re.escape(quote(os.fsencode(slug))) for slug in slugs)
    return f"^/cases/({'|'.join(names)})/"


def _pages_with(listed: Iterable[str]) -> str:
    """Return the pattern of the pages that files of several cases are on.

    A page of these may stand where a case was: what was its name leads on to its new one.
    """
    slugs = sorted({slug for path in listed if (slug := _slug(path)) and slug != "index.html"})
    return f"{_NO_CASE}|{_pages_of(slugs)}" if slugs else _NO_CASE


async def _serve(desk: Desk, door: socket.socket, tell: Tell) -> None:
    trouble, changes = Trouble(desk), Changes()
    app = live_app(desk.folder, trouble, changes)
    config = uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1, lifespan="off")
    over = anyio.Event()

    async def take_up(paths: Iterable[Path]) -> None:
        def shown(slugs: Sequence[str]) -> None:
            from_thread.run_sync(changes.note, _pages_of(slugs))

        done = await to_thread.run_sync(taken_up, desk, trouble, paths, shown)
        if isinstance(done, str) or done.whole:
            changes.note(ALL)
        elif done.listed:
            changes.note(_pages_with(done.listed))
        tell(done)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(_follow, desk, take_up, over)
        await _Server(config, changes).serve(sockets=[door])
        over.set()


class _Server(uvicorn.Server):
    """Ends what browsers wait for before it waits for them."""

    def __init__(self, config: uvicorn.Config, changes: Changes) -> None:
        super().__init__(config)
        self._changes = changes

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop, as the person wishes."""
        self._changes.end()
        super().handle_exit(sig, frame)


async def _follow(desk: Desk, take_up: TakeUp, over: anyio.Event) -> None:
    """Watch; where a name that is no text breaks every watch, look now and then."""
    while not over.is_set():
        try:
            await _watch(desk, take_up, over)
        except* (WatchfilesRustInternalError, FileNotFoundError, PermissionError):
            await anyio.sleep(AGAIN)
            if not await to_thread.run_sync(desk.is_current):
                await take_up([desk.root])


async def _watch(desk: Desk, take_up: TakeUp, over: anyio.Event) -> None:
    """Watch until a folder or file that is watched comes, goes or is put in another's place."""
    places = _places(desk.root)
    watching = False
    async for found in awatch(
        *places,
        debounce=SETTLE,
        step=QUIET,
        stop_event=over,
        rust_timeout=FIRST,
        yield_on_timeout=True,
    ):
        missed = not watching and not await to_thread.run_sync(desk.is_current)
        watching = True
        changed = [Path(path) for _, path in found]
        if changed or missed:
            await take_up(changed if not missed else [desk.root])
        if not places.keys().isdisjoint(changed) or _places(desk.root) != places:
            return


def _places(root: Path) -> dict[Path, int]:
    """Return what is there of what is watched, each with the number the system knows it by."""
    found = {}
    for name in WATCHED:
        with suppress(OSError):
            found[root / name] = (root / name).stat().st_ino
    return found


def taken_up(
    desk: Desk, trouble: Trouble, paths: Iterable[Path], shown: Shown = lambda _: None
) -> Refreshed | str:
    """Take up changed files; return what it came to, or what keeps the library from being built.

    `shown` hears of cases whose own pages are fresh already.
    """
    slugs = [_case_of(desk.root, path) for path in paths]
    try:
        everything = trouble.words or not all(slugs)
        done = desk.all_anew() if everything else desk.cases_anew(slugs, shown)
    except CivalueError as fault:
        trouble.words = str(fault)
    except OSError as fault:
        trouble.words = f"cannot read {fault.filename}: {fault.strerror}"
    except Exception:  # noqa: BLE001 a fault of ours is told, and the next change tried
        trouble.words = format_exc()
    else:
        trouble.words = ""
        return done
    return trouble.words


def _case_of(root: Path, path: Path) -> str:
    """Return the slug of the case that a file belongs to, empty where it belongs to none."""
    parts = path.relative_to(root).parts
    return parts[1] if len(parts) > 1 and parts[0] == "cases" else ""
