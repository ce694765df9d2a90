"""Several contents as one, and back."""

from collections.abc import Iterable, Iterator


def join(parts: Iterable[bytes]) -> bytes:
    """Return one content that holds several."""
    listed = tuple(parts)
    return b" ".join(b"%d" % len(part) for part in listed) + b"\n" + b"".join(listed)


def cut(content: bytes) -> Iterator[bytes]:
    """Give the contents that `join` was given, each read only when it is asked for."""
    start = content.index(b"\n") + 1
    for length in content[: start - 1].split():
        end = start + int(length)
        yield content[start:end]
        start = end
