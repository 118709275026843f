"""Everything but the window: scripts, places, money, and how they are matched."""

from __future__ import annotations

import os

VERSION = "0.1.0"

# products this small gain nothing from threads, and waiting ones stall the next slider move;
# OpenBLAS and Accelerate read this once, when numpy is first loaded
for _name in ("OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
