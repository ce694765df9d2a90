"""Names that every computer can hold, and that no two files of a site may share."""

import re
import unicodedata

LONGEST_SLUG = 80
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_FILE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}\Z")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?\Z", re.IGNORECASE | re.DOTALL)


def is_reserved(name: str) -> bool:
    """Whether Windows keeps this name of a file or folder for a device, whatever its ending."""
    return bool(_RESERVED.match(name))


def is_slug(name: str) -> bool:
    """Whether a name can be an address: small letters, digits and single hyphens, at most 80."""
    return len(name) <= LONGEST_SLUG and bool(_SLUG.match(name)) and not is_reserved(name)


def is_file_name(name: str) -> bool:
    """Whether a file can be published by this name on every computer and in every address."""
    return bool(_FILE.match(name)) and not name.endswith(".") and not is_reserved(name)


def is_hidden(name: str) -> bool:
    """Whether a file is none of a person's: macOS and Windows leave such in any folder."""
    return name.startswith(".") or name.casefold() in ("desktop.ini", "thumbs.db")


def same(name: str) -> str:
    """Return what two names share if some computer takes them for one: case, Unicode form."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
