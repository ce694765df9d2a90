"""What the arithmetic works on: one number, or a column of draws in its place."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    Column = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
    """Draws of one number, shape (draws,)."""
    Number = float | Column
else:
    # Importing numpy takes longer than valuing a hundred cases; only draws need it.
    Column = Number = float

DRAWS = 10_000
"""How many draws a column has."""
Values = Mapping[str, Number]
"""Numbers of a case by the key of their input."""
Amounts = tuple[Number, ...]
