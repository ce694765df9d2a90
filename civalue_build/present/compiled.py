"""Templates as Python's code, kept where Python keeps that of a module: `__pycache__`."""

import sys
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2 import __version__ as version
from jinja2.bccache import Bucket


class Compiled(FileSystemBytecodeCache):
    """Keeps the templates of `folder` compiled: to compile takes ten times as long as to read.

    `compiler` is the text of what compiles them beside Jinja2: where it changes, so do they. A
    folder that cannot be written to keeps none.
    """

    def __init__(self, folder: Path, compiler: str) -> None:
        kept = Path(cache_from_source(str(folder / "any"))).parent
        super().__init__(str(kept))
        self._kept = kept
        self._compiler = f"{version}\n{compiler}\n"

    def get_source_checksum(self, source: str) -> str:
        """Return the key of a template's text and of what compiles it."""
        return sha256((self._compiler + source).encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what is kept of a template, if that can be read."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # noqa: BLE001 whatever a broken file raises, the template is compiled
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            self._kept.mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)
