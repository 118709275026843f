"""What Kanjing costs in time, as ratios where it can: run with ``make bench``."""

# before numpy, since it settles how many threads that may use
import geo  # noqa: F401
