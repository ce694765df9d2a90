"""Pictures of a case: looked at, and encoded anew without anything but their pixels."""

import struct
import warnings
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from civalue_build.model.case import Picture
from civalue_build.source.faults.files import FILE_TOO_LARGE, PICTURE_NOT_USABLE
from civalue_build.source.log import Log

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

PICTURE_BYTES = 4_000_000
PIXELS = 16_000_000
CASE_PIXELS = 24_000_000
ENDINGS = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg"), "WEBP": (".webp",)}
_SETTINGS: dict[str, dict[str, Any]] = {
    "PNG": {"compress_level": 6},
    "JPEG": {"quality": 85},
    "WEBP": {"quality": 85, "method": 2},
}
_DAMAGED = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    ArithmeticError,
    struct.error,
    zlib.error,
)
"""What the library that decodes pictures raises on broken ones."""


def kind_of(data: bytes) -> str | None:
    """Return PNG, JPEG or WEBP by the first bytes of a file, none for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if data.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    return "WEBP" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else None


@dataclass(slots=True)
class Allowance:
    """How many pixels the pictures of one case may still have together."""

    pixels: int = CASE_PIXELS


def read_picture(name: str, data: bytes, log: Log, allowance: Allowance) -> Picture | None:
    """Return a picture encoded anew, none where it cannot be used; the same bytes every time."""
    if len(data) > PICTURE_BYTES:
        message = f"the picture has {len(data):,} bytes; at most {PICTURE_BYTES:,} are read"
        log.add(FILE_TOO_LARGE, message)
        return None
    kind = kind_of(data)
    if kind is None:
        log.add(PICTURE_NOT_USABLE, "the file is not a PNG, JPEG or WebP picture")
        return None
    if not name.casefold().endswith(ENDINGS[kind]):
        wanted = " or ".join(ENDINGS[kind])
        log.add(PICTURE_NOT_USABLE, f"the picture is {kind}; its name ends in {wanted}")
        return None
    content = _encoded(data, kind, log, allowance)
    return Picture(name=name, content=content) if content else None


def _encoded(data: bytes, kind: str, log: Log, allowance: Allowance) -> bytes | None:
    # Pillow is slow to import, and few cases have pictures.
    from PIL import Image  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=(kind,)) as opened:
                pixels = opened.size[0] * opened.size[1]
                allowance.pixels -= pixels
                if pixels <= PIXELS and allowance.pixels >= 0:
                    return _anew(opened, kind)
    except (*_DAMAGED, Image.DecompressionBombError):
        log.add(PICTURE_NOT_USABLE, "the picture is damaged, or far too large")
        return None
    limit = f"{PIXELS:,} are read, and {CASE_PIXELS:,} in one case"
    log.add(PICTURE_NOT_USABLE, f"the picture has {pixels:,} pixels; at most {limit}")
    return None


def _anew(opened: "ImageFile", kind: str) -> bytes:
    from PIL import ImageOps  # noqa: PLC0415

    ImageOps.exif_transpose(opened, in_place=True)
    mode = _mode(opened, kind)
    bare = opened if opened.mode == mode else opened.convert(mode)
    bare.info = {}  # a colour profile or comment would be written again from here
    out = BytesIO()
    bare.save(out, kind, **_SETTINGS[kind])
    return out.getvalue()


def _mode(picture: "Image", kind: str) -> str:
    if kind != "JPEG" and picture.has_transparency_data:
        return "RGBA"
    return "L" if picture.mode in ("1", "L") and kind != "WEBP" else "RGB"
