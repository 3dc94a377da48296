"""Matrix products on one thread, as the model itself runs: several processes use several cores better than one does.

OpenBLAS spreads larger products over all cores and lets its threads spin; up to SINGLE multiplications it stays on one.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
SINGLE = 4 * 65_536  # OpenBLAS: SMP_THRESHOLD_MIN times GEMM_MULTITHREAD_THRESHOLD


def multiply(left: Floats, right: Floats) -> Floats:
    """(rows, inner) times (inner, columns), in blocks of rows."""
    rows = max(1, SINGLE // max(1, right.size))
    product = np.empty((len(left), right.shape[1]), np.float32)
    for start in range(0, len(left), rows):
        np.matmul(left[start : start + rows], right, out=product[start : start + rows])
    return product
