"""The one exception of this package."""


class CivalueError(Exception):
    """What the caller did wrong, in words that say how to mend it.

    An author's mistakes are findings, never exceptions; anything else that is raised is a bug.
    """
