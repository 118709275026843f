"""The pitch in words, laid out once as pages of blocks, and written in every format from them."""
