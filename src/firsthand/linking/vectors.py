"""The model's vectors as linking compares them."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def normalise(row: NDArray[np.int8]) -> Floats | None:
    """A row of an entry's vectors, brought to length 1; None for a row of zeros, which stands for nothing."""
    vector = row.astype(np.float32)
    length = float(np.linalg.norm(vector))
    return vector / length if length else None
