"""The parts of a pack, one module each: from what is known to blocks in words."""
