"""One draft over another: which scene became which, and what was decided."""
