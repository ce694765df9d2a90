"""The command, in processes that start from nothing, as macOS and Windows start them.

They do so for a few hundred cases; here for any number: `python -m tests.anew build`.
"""

import sys

from civalue_build.cli import main
from civalue_build.publish import pool

pool._copied, pool.FEW_ANEW = (lambda: False), 3

if __name__ == "__main__":
    sys.exit(main())
