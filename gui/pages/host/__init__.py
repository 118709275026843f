"""给局里: what a bureau asks of its own places."""
