"""What Kanjing costs in time, as ratios where it can: run with ``make bench``."""
