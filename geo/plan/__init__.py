"""The plan: the cheapest set of places that serves the whole script, with a proof."""
