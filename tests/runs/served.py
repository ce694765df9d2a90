"""The command that serves a library, as tests of serving use it."""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

PATIENCE = 30
PROGRAMME = """format: 1
title: Value in wards
summary: Shared costs.
record: team
organisation: {name: Example Hospitals, sector: provider}
status: completed
period: {start: 2023-04, end: 2026-03}
"""


class Served:
    """The command at work on a library; `address` is where."""

    def __init__(self, library: Path) -> None:
        command = [sys.executable, "-u", "-m", "civalue_build", "serve", "--port", "0"]
        self.process = subprocess.Popen(
            [*command, "--library", str(library)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.process.stdout is not None
        self.said: list[str] = []
        for line in self.process.stdout:
            self.said.append(line)
            if found := re.search(r"http://[\d.:]+/", line):
                self.address = found.group()
                return
        raise AssertionError("".join(self.said))

    def get(self, path: str, host: str | None = None) -> str:
        headers = {"Host": host} if host else {}
        request = Request(self.address + path, headers=headers)  # noqa: S310 our own server
        try:
            with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
                return str(answer.read().decode())
        except HTTPError as error:
            return f"{error.code} {error.read().decode()}"

    def until(self, path: str, holds: Callable[[str], bool]) -> str:
        end = time.monotonic() + PATIENCE
        while not holds(page := self.get(path)):
            assert time.monotonic() < end, page[-3000:]
            time.sleep(0.02)
        return page
