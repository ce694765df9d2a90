"""Templates as Python's code, kept where Python keeps that of a module: `__pycache__`."""

import sys
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile

from jinja2 import BytecodeCache
from jinja2 import __version__ as version
from jinja2.bccache import Bucket

_SUM = sha256().digest_size


class Compiled(BytecodeCache):
    """Keeps the templates of `folder` compiled: to compile takes ten times as long as to read.

    `compiler` is the text of what compiles them beside Jinja2: where it changes, so do they. Each
    kind of Python keeps its own. A folder that cannot be written to keeps none.
    """

    def __init__(self, folder: Path, compiler: str) -> None:
        self._kept = Path(cache_from_source(str(folder / "any"))).parent
        self._compiler = f"{version}\n{compiler}\n"

    def get_source_checksum(self, source: str) -> str:
        """Return the key of a template's text and of what compiles it."""
        return sha256((self._compiler + source).encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what is kept of a template, if that is whole."""
        try:
            content = self._file(bucket).read_bytes()
            if sha256(content[_SUM:]).digest() == content[:_SUM]:
                bucket.bytecode_from_string(content[_SUM:])
        except Exception:  # noqa: BLE001 whatever a broken file raises, the template is compiled
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        if sys.dont_write_bytecode:
            return
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            self._kept.mkdir(parents=True, exist_ok=True)
            _put(self._file(bucket), sha256(code).digest() + code)

    def _file(self, bucket: Bucket) -> Path:
        return self._kept / f"template-{bucket.key}.{sys.implementation.cache_tag}.cache"


def _put(file: Path, content: bytes) -> None:
    """Write a file all at once, or leave nothing behind."""
    half = None
    try:
        with NamedTemporaryFile(dir=file.parent, suffix=".tmp", delete=False) as opened:
            half = Path(opened.name)
            opened.write(content)
        half.replace(file)
    except OSError:
        if half:
            half.unlink(missing_ok=True)
        raise
