"""Checks of whom to ask."""

import re
from collections.abc import Iterator

from civalue_build.source.faults.values import NOT_AN_EMAIL_ADDRESS
from civalue_build.source.sense.flaw import Flaw, Values
from civalue_build.source.words import show

_ADDRESS = re.compile(
    r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}\Z"
)
_LONGEST = 254


def plain_address(values: Values) -> Iterator[Flaw]:
    """Find an email that is anything but name@host.tld: its link could say more than it shows."""
    email = values.get("email")
    if isinstance(email, str) and (len(email) > _LONGEST or not _ADDRESS.match(email)):
        message = f"expected an address such as team@hospital.example, found {show(email)}"
        yield Flaw(NOT_AN_EMAIL_ADDRESS, message, ("email",))
