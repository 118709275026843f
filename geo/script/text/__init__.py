"""Characters, words, names and numbers, and the lines of a file before they are understood."""
