"""What the scenes are and ask for: sets, needs, era, flags, lengths, and what is unsure."""
