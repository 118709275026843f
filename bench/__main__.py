"""Run every benchmark on this machine; nothing here is asserted, all of it is printed."""

from __future__ import annotations

import platform
import tempfile
from pathlib import Path

from bench import backtest, finding, listing, match, ranking, samples, window

ASSETS = Path(__file__).resolve().parents[1] / "assets"


def main() -> None:
    """Print the benchmarks."""
    print(f"Kanjing on {platform.machine()}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        window.run(ASSETS, data)
        listing.run(ASSETS, data)
        ranking.run(ASSETS, data)
        match.run()
        finding.run(ASSETS)
        samples.run(ASSETS, data)
        backtest.run(ASSETS)


if __name__ == "__main__":
    main()
